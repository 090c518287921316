-- Whom a record waits for: 1 保訓會, 2 國家文官學院, as its kind declares it; those that are there already, too.

ALTER TABLE life_record ADD COLUMN waits INTEGER NOT NULL DEFAULT 0;
CREATE INDEX life_record_waits ON life_record (waits, day) WHERE waits <> 0;

UPDATE life_record SET waits = 1 WHERE voided IS NULL AND ((kind IN ('retain', 'makeup') AND state IN ('filed', 'received'))
	OR (kind = 'retrain' AND state = 'filed') OR (kind IN ('exempt', 'withdraw', 'revocation', 'rating') AND state = 'sent')
	OR (kind IN ('bt-self-funded', 'shorten', 'bt-online', 'stop-bt', 'stop-absent', 'stop-service', 'stop-custody') AND state = 'forwarded'));
UPDATE life_record SET waits = 2 WHERE voided IS NULL AND ((kind IN ('bt-recheck', 'bt-view') AND state IN ('filed', 'extended'))
	OR (kind = 'bt-enrol' AND state = 'enrolled') OR (kind = 'bt-batch' AND state = 'forwarded') OR (kind = 'bt-online' AND state = 'filed'));
