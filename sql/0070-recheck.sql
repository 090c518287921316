-- 複查成績 of 升官等訓練: once a participant, online or on paper.
-- small: score_recheck

CREATE TABLE score_recheck (
	id SERIAL_ID,
	participant BIGINT NOT NULL UNIQUE REFERENCES participant (id),
	channel TEXT NOT NULL,
	applied TEXT NOT NULL,
	received TEXT NOT NULL,
	content TEXT NOT NULL,
	contact TEXT NOT NULL DEFAULT '',
	state TEXT NOT NULL DEFAULT 'open',
	due TEXT NOT NULL,
	extend_reason TEXT NOT NULL DEFAULT '',
	extend_document TEXT NOT NULL DEFAULT '',
	result TEXT NOT NULL DEFAULT '',
	answered TEXT,
	answer_document TEXT NOT NULL DEFAULT '',
	answer_reason TEXT NOT NULL DEFAULT '',
	account BIGINT,
	made BIGINT NOT NULL,
	version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX score_recheck_state ON score_recheck (state, due);
