-- Mails to be sent, and who is reminded of what.

-- The text goes when the mail has gone: it may hold a code that is good for once.
CREATE TABLE mail (
	id SERIAL_ID,
	receiver TEXT NOT NULL,
	subject TEXT NOT NULL,
	body TEXT NOT NULL,
	made BIGINT NOT NULL,
	sent BIGINT,
	tries INTEGER NOT NULL DEFAULT 0,
	problem TEXT NOT NULL DEFAULT ''
);
CREATE INDEX mail_made ON mail (made);

-- feed_hash: of the token in the address of the calendar; reminded: the last day a reminder was written.
CREATE TABLE reminder (
	account BIGINT PRIMARY KEY,
	by_mail INTEGER NOT NULL DEFAULT 1,
	days INTEGER NOT NULL DEFAULT 3,
	reminded TEXT,
	feed_hash TEXT UNIQUE,
	feed_made BIGINT,
	version BIGINT NOT NULL DEFAULT 1
);
