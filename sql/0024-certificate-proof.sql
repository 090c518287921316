-- Proofs of 身分別 and of changed data, as files; the day on which 國家文官學院 or 保訓會 got a roster on paper.

CREATE TABLE certificate_proof (
	id SERIAL_ID,
	admission BIGINT NOT NULL,
	what TEXT NOT NULL,
	identity TEXT NOT NULL,
	file BIGINT,
	name TEXT NOT NULL,
	size BIGINT NOT NULL,
	sha256 TEXT NOT NULL,
	account BIGINT NOT NULL,
	made BIGINT NOT NULL,
	removed BIGINT,
	removed_by BIGINT,
	remove_reason TEXT NOT NULL DEFAULT ''
);
CREATE INDEX certificate_proof_admission ON certificate_proof (admission, id);

ALTER TABLE certificate_serial ADD COLUMN received TEXT;
ALTER TABLE certificate_serial ADD COLUMN received_by BIGINT;
