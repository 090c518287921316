-- What an act said, when it is too long for the cookie that carries it to the next page.
CREATE TABLE long_note (
	token TEXT NOT NULL PRIMARY KEY,
	text TEXT NOT NULL,
	at BIGINT NOT NULL
);
CREATE INDEX long_note_at ON long_note (at);
