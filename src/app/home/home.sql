-- work_counts: the work list of the agencies $1 to $2
SELECT
	(SELECT count(*) FROM trainee t WHERE t.agency IN (SELECT x.id FROM agency x WHERE x.id BETWEEN $1 AND $2)
		AND t.report_date IS NULL) AS absent,
	(SELECT count(*) FROM deadline d WHERE d.kind = 'plan-form' AND d.state = 'open'
		AND d.agency IN (SELECT x.id FROM agency x WHERE x.id BETWEEN $1 AND $2)) AS waiting,
	(SELECT count(*) FROM deadline d WHERE d.kind = 'plan-form' AND d.state = 'open'
		AND d.agency IN (SELECT x.id FROM agency x WHERE x.id BETWEEN $1 AND $2) AND d.due < $3) AS overdue;

-- health: the database answers
SELECT 1 AS one;
