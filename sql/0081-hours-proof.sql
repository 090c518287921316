-- 證明文件 of hours that a learner has reported.                                                                        LEARN-546
CREATE TABLE hours_proof (
	id SERIAL_ID,
	record BIGINT NOT NULL,
	roc_year INTEGER NOT NULL,
	file BIGINT NOT NULL REFERENCES stored_file (id),
	name TEXT NOT NULL,
	at BIGINT NOT NULL
);
CREATE INDEX hours_proof_record ON hours_proof (record);
CREATE INDEX hours_proof_file ON hours_proof (file);
