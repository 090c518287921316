-- selection_list: who may be selected by an agency, with the order that follows from 陞遷序列 and 積分
SELECT c.id, c.national_id, c.name, c.agency_name, s.promotion_order, s.score AS hundredths, s.items, s.place, coalesce(s.version, 0) AS version,
	CASE WHEN s.score IS NOT NULL THEN rank() OVER (ORDER BY CASE WHEN s.score IS NULL THEN 1 ELSE 0 END, s.promotion_order, s.score DESC) END AS proposed,
	CASE WHEN s.score IS NOT NULL AND count(*) OVER (PARTITION BY s.promotion_order, s.score) > 1 THEN 1 ELSE 0 END AS tied,
	count(*) OVER () AS total
  FROM candidate c LEFT JOIN promotion_score s ON s.candidate = c.id
 WHERE c.type = $1 AND c.year = $2 AND c.selector = $3 AND c.standing = 'eligible'
 ORDER BY CASE $4 WHEN 'place' THEN coalesce(s.place, 99999) END, CASE $4 WHEN 'name' THEN c.name END, CASE $4 WHEN '-name' THEN c.name END DESC,
	CASE WHEN s.score IS NULL THEN 1 ELSE 0 END, s.promotion_order, s.score DESC, c.id LIMIT $5 OFFSET $6;

-- score_of: is this somebody whom the agency may select
SELECT c.id, c.name, coalesce(s.version, 0) AS version, s.place FROM candidate c LEFT JOIN promotion_score s ON s.candidate = c.id
 WHERE c.id = $1 AND c.type = $2 AND c.year = $3 AND c.selector = $4;

-- score_put: a score for the first time; no row when somebody was first
INSERT INTO promotion_score (candidate, promotion_order, score, items, place) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (candidate) DO NOTHING
RETURNING candidate;

-- score_set: changed; no row when somebody was first
UPDATE promotion_score SET promotion_order = $3, score = $4, items = $5, place = $6, version = version + 1 WHERE candidate = $1 AND version = $2
RETURNING candidate;

-- places_twice: 受訓序列 that stand twice in an agency
SELECT s.place, min(c.name) AS name FROM promotion_score s JOIN promotion_candidate c ON c.id = s.candidate
 WHERE c.type = $1 AND c.year = $2 AND c.selector = $3 AND s.place IS NOT NULL GROUP BY s.place HAVING count(*) > 1 ORDER BY s.place LIMIT 5;

-- places_fixed: the order of an agency
SELECT c.national_id, s.place FROM promotion_candidate c JOIN promotion_score s ON s.candidate = c.id
 WHERE c.type = $1 AND c.year = $2 AND c.selector = $3 AND s.place IS NOT NULL ORDER BY c.national_id;

-- meetings_of: of an agency
SELECT * FROM promotion_meeting WHERE type = $1 AND year = $2 AND agency = $3 ORDER BY held_on, id;

-- meeting_put: a meeting recorded
INSERT INTO promotion_meeting (type, year, agency, kind, held_on, members, reason, record, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id;
