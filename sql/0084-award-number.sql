-- 訓練合格證書: numbers by file, numbers corrected, certificates cancelled with the pass they stood for.

-- cancelled: the day on which the pass was annulled; such a member is live no more, and a new request may follow (免訓).
ALTER TABLE award_member ADD COLUMN cancelled TEXT;
ALTER TABLE award_member ADD COLUMN cancel_document TEXT NOT NULL DEFAULT '';
ALTER TABLE award_member ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
UPDATE award_member SET live = 0, cancelled = (SELECT max(e.day) FROM participant_event e WHERE e.participant = award_member.participant AND e.event = 'annuls'),
	cancel_document = coalesce((SELECT e.document FROM participant_event e WHERE e.id = (SELECT max(x.id) FROM participant_event x
		WHERE x.participant = award_member.participant AND x.event = 'annuls')), '')
 WHERE live = 1 AND EXISTS (SELECT 1 FROM participant p WHERE p.id = award_member.participant AND p.state IN ('annulled', 'exempt_approved'));

-- The year with which a certificate is asked for: of the training, or for 免訓 that of its approval.
CREATE VIEW award_year AS
SELECT p.id AS participant, coalesce((SELECT max(CAST(substr(e.day, 1, 4) AS BIGINT)) - 1911 FROM participant_event e
	WHERE e.participant = p.id AND e.event = 'exempted' AND p.state <> 'annulled'), p.year) AS year FROM participant p;

-- What was corrected, the newest last.
CREATE TABLE award_change (
	id SERIAL_ID,
	participant BIGINT NOT NULL REFERENCES participant (id),
	what TEXT NOT NULL,
	before TEXT NOT NULL,
	after TEXT NOT NULL,
	reason TEXT NOT NULL,
	document TEXT NOT NULL DEFAULT '',
	account BIGINT NOT NULL,
	made BIGINT NOT NULL
);
CREATE INDEX award_change_participant ON award_change (participant, id);
CREATE INDEX award_change_before ON award_change (what, before);

-- What a file says of numbers, until its batch is shown; version: the member's before it.
CREATE TABLE award_import (
	batch BIGINT NOT NULL,
	participant BIGINT NOT NULL,
	version BIGINT NOT NULL,
	number TEXT NOT NULL,
	issued TEXT NOT NULL,
	document TEXT NOT NULL,
	PRIMARY KEY (batch, participant)
);
