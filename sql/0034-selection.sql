-- 遴選 of 升官等訓練: scores by the agency's own standards, the order that the committee fixed, its meetings.
-- score: in hundredths, exact.
-- small: promotion_meeting

CREATE TABLE promotion_score (
	candidate BIGINT PRIMARY KEY,
	promotion_order BIGINT,
	score BIGINT,
	items TEXT NOT NULL DEFAULT '',
	place BIGINT,
	version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE promotion_meeting (
	id SERIAL_ID,
	type TEXT NOT NULL,
	year INTEGER NOT NULL,
	agency BIGINT NOT NULL REFERENCES agency (id),
	kind TEXT NOT NULL,
	held_on TEXT NOT NULL,
	members TEXT NOT NULL DEFAULT '',
	reason TEXT NOT NULL DEFAULT '',
	record TEXT NOT NULL,
	at BIGINT NOT NULL
);
CREATE INDEX promotion_meeting_agency ON promotion_meeting (agency, type, year);
