-- work_counts: the work list of the agencies $1 to $2
SELECT
	(SELECT count(*) FROM agency g CROSS JOIN admission_seen t
	  WHERE g.id BETWEEN $1 AND $2 AND t.agency = g.id AND t.report_date IS NULL) AS absent,
	(SELECT count(*) FROM agency g CROSS JOIN deadline d
	  WHERE g.id BETWEEN $1 AND $2 AND d.agency = g.id AND d.kind = 'plan-form' AND d.state = 'open') AS waiting,
	(SELECT count(*) FROM agency g CROSS JOIN deadline d
	  WHERE g.id BETWEEN $1 AND $2 AND d.agency = g.id AND d.kind = 'plan-form' AND d.state = 'open' AND d.due < $3) AS overdue;

-- health: the database answers
SELECT 1 AS one;
