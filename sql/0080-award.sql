-- 訓練合格證書 of 升官等訓練: what 保訓會 asked 考試院 for, and what was issued.

CREATE TABLE award_request (
	id SERIAL_ID,
	document TEXT NOT NULL,
	day TEXT NOT NULL,
	account BIGINT NOT NULL,
	made BIGINT NOT NULL
);

-- live 0: sent back.  number: on the certificate; code: for whoever checks it.
CREATE TABLE award_member (
	request BIGINT NOT NULL REFERENCES award_request (id),
	participant BIGINT NOT NULL REFERENCES participant (id),
	live INTEGER NOT NULL DEFAULT 1,
	number TEXT UNIQUE,
	code TEXT NOT NULL DEFAULT '',
	issued TEXT,
	document TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (request, participant)
);
CREATE UNIQUE INDEX award_member_live ON award_member (participant) WHERE live = 1;
CREATE INDEX award_member_participant ON award_member (participant);
