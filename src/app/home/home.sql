-- work_counts: the work list of an agency (0: of all)
SELECT
	(SELECT count(*) FROM trainee t WHERE ($1 = 0 OR t.agency = $1) AND t.agency IS NOT NULL AND t.report_date IS NULL) AS absent,
	(SELECT count(*) FROM deadline d WHERE d.kind = 'plan-form' AND d.state = 'open' AND ($1 = 0 OR d.agency = $1)) AS waiting,
	(SELECT count(*) FROM deadline d WHERE d.kind = 'plan-form' AND d.state = 'open' AND ($1 = 0 OR d.agency = $1)
		AND d.due < $2) AS overdue;

-- health: the database answers
SELECT 1 AS one;
