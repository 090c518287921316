-- award_list: who passed in a training and year, of one agency as 服務機關 or 遴選機關, or of all
SELECT p.id, p.version, p.type, p.year, p.name, p.national_id, p.agency_name, s.name AS selector_name, p.state, t.total AS total_score,
	coalesce(q.document, '') AS request_document, q.day AS request_day, coalesce(m.number, '') AS number, m.issued, coalesce(m.document, '') AS document,
	f.paid_on, count(*) OVER () AS total
  FROM participant p JOIN training_result t ON t.participant = p.id JOIN agency s ON s.id = p.selector
  LEFT JOIN award_member m ON m.participant = p.id AND m.live = 1 LEFT JOIN award_request q ON q.id = m.request
  LEFT JOIN fee_standing f ON f.admission = -p.id
 WHERE p.type = $1 AND p.year = $2 AND p.state IN ('passed', 'exempt_approved', 'certificate_requested', 'certified', 'annulled')
   AND ($3 = 0 OR p.agency = $3 OR p.selector = $3)
 ORDER BY CASE $4 WHEN 'name' THEN p.name WHEN 'selector_name' THEN s.code WHEN 'number' THEN m.number END,
	CASE $4 WHEN '-name' THEN p.name WHEN '-selector_name' THEN s.code WHEN '-number' THEN m.number END DESC, s.code, p.national_id LIMIT $5 OFFSET $6;

-- award_one: one of them
SELECT p.id, p.version, p.type, p.year, p.name, p.national_id, p.agency_name, s.name AS selector_name, p.state, coalesce(t.total, '') AS total_score,
	coalesce(q.document, '') AS request_document, q.day AS request_day, coalesce(m.number, '') AS number, coalesce(m.code, '') AS code, m.issued,
	coalesce(m.document, '') AS document
  FROM participant p LEFT JOIN training_result t ON t.participant = p.id JOIN agency s ON s.id = p.selector
  LEFT JOIN award_member m ON m.participant = p.id AND m.live = 1 LEFT JOIN award_request q ON q.id = m.request
 WHERE p.id = $1;

-- award_request_put: 考試院 is asked
INSERT INTO award_request (document, day, account, made) VALUES ($1, $2, $3, $4) RETURNING id;

-- award_member_put: for whom
INSERT INTO award_member (request, participant) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING participant;

-- award_member_issue: issued; no row when it is not asked for, or the number is another's
UPDATE award_member SET number = $2, issued = $3, document = $4, code = $5 WHERE participant = $1 AND live = 1 AND number IS NULL
	AND NOT EXISTS (SELECT 1 FROM award_member o WHERE o.number = $2) RETURNING participant;

-- award_member_back: sent back
UPDATE award_member SET live = 0 WHERE participant = $1 AND live = 1 AND number IS NULL RETURNING participant;

-- award_numbered: by the number on the certificate
SELECT m.number, m.code, m.issued, m.document, m.live, q.document AS request_document, q.day AS request_day, p.name, p.type, p.year, p.state
  FROM award_member m JOIN award_request q ON q.id = m.request JOIN participant p ON p.id = m.participant WHERE m.number = $1;
