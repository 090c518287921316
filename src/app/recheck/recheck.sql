-- recheck_list: of one agency's people or of all, with the day that the deadline says; $2: only what waits; $3 not 0: of that participant; what is due first
SELECT k.*, d.due, p.name, p.national_id, p.type, p.year, p.agency_name, count(*) OVER () AS total
  FROM score_recheck k JOIN participant p ON p.id = k.participant
  LEFT JOIN deadline d ON d.subject_kind = 'participant' AND d.subject = k.participant AND d.kind = 'promotion-recheck-answer'
   AND d.state <> 'cancelled'
 WHERE ($1 = 0 OR p.agency = $1 OR p.selector = $1) AND ($2 = 0 OR k.state <> 'answered') AND ($3 = 0 OR p.id = $3)
 ORDER BY CASE WHEN k.state = 'answered' THEN 1 ELSE 0 END, CASE $4 WHEN 'applied' THEN k.applied WHEN 'due' THEN d.due END,
	CASE $4 WHEN '-applied' THEN k.applied WHEN '-due' THEN d.due END DESC, d.due, k.id LIMIT $5 OFFSET $6;

-- recheck_one: one application
SELECT k.*, d.due, p.name, p.national_id, p.type, p.year, p.agency_name, p.agency, p.selector
  FROM score_recheck k JOIN participant p ON p.id = k.participant
  LEFT JOIN deadline d ON d.subject_kind = 'participant' AND d.subject = k.participant AND d.kind = 'promotion-recheck-answer'
   AND d.state <> 'cancelled'
 WHERE k.id = $1;

-- recheck_of: of a participant
SELECT id, applied, state FROM score_recheck WHERE participant = $1;

-- recheck_put: applied for; no row when that was done
INSERT INTO score_recheck (participant, channel, applied, received, content, contact, account, made)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (participant) DO NOTHING RETURNING id;

-- recheck_extend: answered later; no row when somebody was first, or it was extended
UPDATE score_recheck SET state = 'extended', extend_reason = $3, extend_document = $4, version = version + 1
 WHERE id = $1 AND version = $2 AND state = 'open' RETURNING id;

-- recheck_answer: answered; no row when somebody was first
UPDATE score_recheck SET state = 'answered', result = $3, answered = $4, answer_document = $5, answer_reason = $6, version = version + 1
 WHERE id = $1 AND version = $2 AND state <> 'answered' RETURNING id;

-- recheck_holder: whose 成績單 it is, by the number of the person; the code is compared outside
SELECT p.id, t.code, t.receipt FROM participant p JOIN training_result t ON t.participant = p.id
 WHERE p.national_id = $1 AND t.determined IS NOT NULL;

-- recheck_count: how often this address has asked since then
SELECT count(*) AS n FROM result_look WHERE address = $1 AND made > $2;

-- recheck_look: somebody asks
INSERT INTO result_look (address, made) VALUES ($1, $2);
