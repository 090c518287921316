-- work_counts: the work list of the agencies $1 to $2, and what waits for the stations $4
SELECT
	(SELECT count(*) FROM agency g CROSS JOIN admission_seen t
	  WHERE g.id BETWEEN $1 AND $2 AND t.agency = g.id AND t.report_date IS NULL) AS absent,
	(SELECT count(*) FROM agency g CROSS JOIN deadline d
	  WHERE g.id BETWEEN $1 AND $2 AND d.agency = g.id AND d.kind = 'plan-form' AND d.state = 'open') AS waiting,
	(SELECT count(*) FROM agency g CROSS JOIN deadline d
	  WHERE g.id BETWEEN $1 AND $2 AND d.agency = g.id AND d.kind = 'plan-form' AND d.state = 'open' AND d.due < $3) AS overdue,
	(SELECT count(*) FROM agency g CROSS JOIN deadline d
	  WHERE g.id BETWEEN $1 AND $2 AND d.agency = g.id AND d.kind = 'certificate-apply' AND d.state = 'open') AS ready,
	(SELECT count(*) FROM agency g CROSS JOIN deadline d
	  WHERE g.id BETWEEN $1 AND $2 AND d.agency = g.id AND d.kind = 'certificate-apply' AND d.state = 'open' AND d.due < $3) AS ready_late,
	(SELECT count(*) FROM life_record l WHERE l.waits <> 0 AND (l.waits & $4) <> 0) AS at_station,
	(SELECT count(*) FROM agency g CROSS JOIN certificate_serial s
	  WHERE g.id BETWEEN $1 AND $2 AND s.agency = g.id AND s.state = 'open') AS unconfirmed,
	(SELECT count(*) FROM agency g CROSS JOIN certificate_serial s
	  WHERE g.id BETWEEN $1 AND $2 AND s.agency = g.id AND s.state = 'open'
		AND NOT EXISTS (SELECT 1 FROM certificate_member m WHERE m.serial = s.id AND m.live = 1)) AS empty,
	(SELECT count(*) FROM fee_payment_seen WHERE outcome <> 'booked' AND settled IS NULL) AS unsettled;

-- health: the database answers
SELECT 1 AS one;
