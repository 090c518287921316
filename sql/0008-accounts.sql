-- API tokens end; what was seen of a certificate.

ALTER TABLE api_token ADD COLUMN expires BIGINT;
UPDATE api_token SET expires = created + 31536000;

-- Fingerprint and serial number of certificates that were believed: two names of one thing, which only its holder shows together.
CREATE TABLE certificate_seen (
	fingerprint TEXT NOT NULL PRIMARY KEY,
	serial_number TEXT NOT NULL,
	at BIGINT NOT NULL
);
CREATE INDEX certificate_seen_serial ON certificate_seen (serial_number);
