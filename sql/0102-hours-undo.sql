-- What taking back a batch adds to the sums, record by record: what it wrote and nobody has changed since counts no more, what it
-- changed counts as before.                                                                    LEARN-027
CREATE VIEW hours_undo AS
SELECT r.batch, r.roc_year, r.person, r.agency, r.category, -1 AS records, -r.hours AS hours, -r.digital AS digital,
	-r.hours * r.business AS business
  FROM import_piece i JOIN hours_record r ON r.id BETWEEN i.first AND i.last AND r.batch = i.batch
 WHERE i.what = 'hours_record' AND r.cert = 1 AND r.review IN (0, 2) AND r.deleted IS NULL
UNION ALL
SELECT c.batch, c.roc_year, c.person, c.agency, c.category, -1, -c.hours, -c.digital, -c.hours * c.business
  FROM hours_change c JOIN hours_record r ON r.id = c.record AND r.roc_year = c.roc_year AND r.version = c.version + 1
 WHERE c.cert = 1 AND c.review IN (0, 2)
UNION ALL
SELECT c.batch, c.roc_year, c.person, c.agency, c.category, 1, c.was_hours, c.was_digital, c.was_hours * c.was_business
  FROM hours_change c JOIN hours_record r ON r.id = c.record AND r.roc_year = c.roc_year AND r.version = c.version + 1
 WHERE c.was_cert = 1 AND c.was_review IN (0, 2);
