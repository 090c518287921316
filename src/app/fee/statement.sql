-- statement_list: from one moment to another: what was booked by itself, each decision of a person, what still waits; then the sums
WITH line AS (
	SELECT 1 AS part, e.exam_year, e.exam_name, b.channel, 'booked' AS item, '' AS reference, count(*) AS n, sum(p.amount) AS received,
		sum(p.amount) AS booked, 0 AS refunded
	  FROM fee_booking b JOIN fee_payment_seen p ON p.id = b.payment AND p.outcome = 'booked' JOIN fee_slip s ON s.id = b.slip
		JOIN admission a ON a.id = s.admission JOIN exam e ON e.id = a.exam
	 WHERE b.booked >= $1 AND b.booked < $2
	 GROUP BY e.exam_year, e.exam_name, b.channel
	UNION ALL
	SELECT 2, coalesce(e.exam_year, 0), coalesce(e.exam_name, ''), p.channel, p.settlement, p.reference, 1, p.amount,
		CASE WHEN b.payment IS NULL THEN 0 ELSE p.amount END, CASE WHEN p.settlement = 'refund' THEN p.amount ELSE 0 END
	  FROM fee_payment p LEFT JOIN fee_booking b ON b.payment = p.id LEFT JOIN fee_slip s ON s.id = p.slip
		LEFT JOIN admission a ON a.id = s.admission LEFT JOIN exam e ON e.id = a.exam
	 WHERE p.settled >= $1 AND p.settled < $2
	UNION ALL
	SELECT 3, coalesce(e.exam_year, 0), coalesce(e.exam_name, ''), p.channel, 'open', '', count(*), sum(p.amount), 0, 0
	  FROM fee_payment_seen p LEFT JOIN fee_slip s ON s.id = p.slip LEFT JOIN admission a ON a.id = s.admission LEFT JOIN exam e ON e.id = a.exam
	 WHERE p.outcome <> 'booked' AND p.settled IS NULL AND p.received >= $1 AND p.received < $2
	 GROUP BY coalesce(e.exam_year, 0), coalesce(e.exam_name, ''), p.channel
), told AS (
	SELECT part, exam_year, exam_name, channel, item, reference, n, received, booked, refunded FROM line
	UNION ALL
	SELECT 4, 0, '', channel, 'sum', '', sum(n), sum(received), sum(booked), sum(refunded) FROM line GROUP BY channel
	UNION ALL
	SELECT 5, 0, '', '', 'total', '', coalesce(sum(n), 0), coalesce(sum(received), 0), coalesce(sum(booked), 0), coalesce(sum(refunded), 0) FROM line
), numbered AS (
	SELECT row_number() OVER (ORDER BY part, -exam_year, exam_name, channel, item, reference) AS line, told.* FROM told
)
SELECT line, CASE WHEN exam_year > 0 THEN CAST(exam_year AS TEXT) || '年' || exam_name ELSE '' END AS exam, channel, item, reference, CAST(n AS BIGINT) AS n, CAST(received AS BIGINT) AS received,
	CAST(booked AS BIGINT) AS booked, CAST(refunded AS BIGINT) AS refunded, count(*) OVER () AS total
  FROM numbered ORDER BY CASE $3 WHEN '-line' THEN -line ELSE line END LIMIT $4 OFFSET $5;
