-- Letters of the cases of participants: who sent which number about which record, so that one used twice is noticed.   PROMO-124
CREATE TABLE promotion_letter (
	id SERIAL_ID,
	record BIGINT NOT NULL REFERENCES life_record (id),
	participant BIGINT NOT NULL REFERENCES participant (id),
	agency BIGINT NOT NULL,
	number TEXT NOT NULL,
	sent TEXT,
	UNIQUE (record, agency, number)
);
CREATE INDEX promotion_letter_number ON promotion_letter (agency, number);
CREATE INDEX promotion_letter_participant ON promotion_letter (participant);
