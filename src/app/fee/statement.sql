-- statement_list: from one moment to another: what came in and was booked by itself or waits, what was taken back, each decision of a person; then
-- the sums.  n of a decision is told, and no payment more came in by it.
WITH line AS (
	SELECT 1 AS part, exam_year, exam_name, channel, item, '' AS reference, sum(n) AS n, sum(n) AS came, sum(received) AS received,
		sum(booked) AS booked, sum(refunded) AS refunded
	  FROM fee_ledger WHERE made >= $1 AND made < $2 AND payment = 0
	 GROUP BY exam_year, exam_name, channel, item
	UNION ALL
	SELECT 2, exam_year, exam_name, channel, item, reference, 1, n, received, booked, refunded
	  FROM fee_ledger WHERE made >= $1 AND made < $2 AND payment <> 0
), told AS (
	SELECT part, exam_year, exam_name, channel, item, reference, n, received, booked, refunded FROM line
	UNION ALL
	SELECT 3, 0, '', channel, 'sum', '', sum(came), sum(received), sum(booked), sum(refunded) FROM line GROUP BY channel
	UNION ALL
	SELECT 4, 0, '', '', 'total', '', coalesce(sum(came), 0), coalesce(sum(received), 0), coalesce(sum(booked), 0), coalesce(sum(refunded), 0) FROM line
), numbered AS (
	SELECT row_number() OVER (ORDER BY part, -exam_year, exam_name, channel, item, reference) AS line, told.* FROM told
)
SELECT line, CASE WHEN exam_year > 0 THEN CAST(exam_year AS TEXT) || '年' || exam_name ELSE '' END AS exam, channel, item, reference, CAST(n AS BIGINT) AS n, CAST(received AS BIGINT) AS received,
	CAST(booked AS BIGINT) AS booked, CAST(refunded AS BIGINT) AS refunded, count(*) OVER () AS total
  FROM numbered ORDER BY CASE $3 WHEN '-line' THEN -line ELSE line END LIMIT $4 OFFSET $5;
