-- portal_messages: what an agency is to be told today: pinned ones first, then the newest
SELECT n.id, n.title, n.content, n.pinned, n.valid_from, n.file_name FROM announcement n LEFT JOIN agency g ON g.id = n.agency
 WHERE n.place IN ($1, 'both') AND n.valid_from <= $2 AND coalesce(n.valid_to, $2) >= $2
   AND (n.agency IS NULL OR n.agency = $3 OR (n.below = 1 AND $4 BETWEEN g.tree_low AND g.tree_high))
 ORDER BY n.pinned DESC, n.valid_from DESC, n.id DESC;

-- portal_place: where an agency stands in the tree
SELECT tree_low FROM agency WHERE id = $1;

-- portal_waiting: 學習時數 of people with their main posting here that wait to be reviewed
SELECT count(*) AS n FROM posting x CROSS JOIN hours_seen h
 WHERE x.agency = $1 AND x.is_main = 1 AND x.status <> 'left' AND x.from_day <= $2 AND x.until >= $2 AND h.person = x.person AND h.review > 0
   AND h.review = 1 AND h.deleted IS NULL;

-- portal_corrections: records that the agency has fetched and that were corrected since, by year                        LEARN-110
SELECT roc_year, count(*) AS n FROM hours_delivery WHERE agency = $1 AND corrected = 1 GROUP BY roc_year ORDER BY roc_year;

-- portal_survey: the newest round of 性別主流化訓練情形調查 that is open for this agency and not sent yet; who has no roster need not      LEARN-566
SELECT r.roc_year, coalesce(s.deadline, r.deadline) AS deadline FROM gender_round r /*scan*/
  LEFT JOIN gender_survey s ON s.roc_year = r.roc_year AND s.agency = $1
 WHERE r.open_day <= $2 AND coalesce(s.deadline, r.deadline) >= $2 AND coalesce(s.state, 'none') <> 'sent'
   AND NOT EXISTS (SELECT 1 FROM gender_excused e WHERE e.roc_year = r.roc_year AND e.agency = $1)
   AND EXISTS (SELECT 1 FROM posting p WHERE p.agency = $1 AND p.is_main = 1 AND p.status = 'active' AND p.from_day <= $2 AND p.until >= $2)
 ORDER BY r.roc_year DESC LIMIT 1;

-- announcement_list: all that the agency, or 總處 (0), keeps up
SELECT n.*, count(*) OVER () AS total FROM announcement n WHERE coalesce(n.agency, 0) = $1
 ORDER BY CASE $2 WHEN 'title' THEN n.title WHEN 'valid_from' THEN n.valid_from END,
	CASE $2 WHEN '-title' THEN n.title WHEN '-valid_from' THEN n.valid_from END DESC, n.id DESC LIMIT $3 OFFSET $4;

-- announcement_one: one of them
SELECT * FROM announcement WHERE id = $1 AND coalesce(agency, 0) = $2;

-- announcement_put: a new one
INSERT INTO announcement (agency, below, title, content, place, pinned, valid_from, valid_to, made)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id;

-- announcement_set: changed; no row when somebody was first
UPDATE announcement SET below = $3, title = $4, content = $5, place = $6, pinned = $7, valid_from = $8, valid_to = $9, version = version + 1
 WHERE id = $1 AND version = $2 RETURNING id;

-- manual_current: the newest whose day has come
SELECT * FROM manual_file WHERE valid_from <= $1 ORDER BY valid_from DESC, id DESC LIMIT 1;

-- manual_all: every version
SELECT * FROM manual_file ORDER BY valid_from DESC, id DESC;

-- manual_one: one of them
SELECT * FROM manual_file WHERE id = $1;

-- manual_put: a new version
INSERT INTO manual_file (version_label, valid_from, file, made, made_by) VALUES ($1, $2, $3, $4, $5);

-- announcement_attach: its file, or none; no row when somebody was first
UPDATE announcement SET file = $3, file_name = $4, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id;

-- announcement_file: of a message that is shown to who asks ($2: in the back office too), or kept up by its agency $6
SELECT n.file FROM announcement n LEFT JOIN agency g ON g.id = n.agency
 WHERE n.id = $1 AND n.file IS NOT NULL
   AND (coalesce(n.agency, 0) = $6
	OR ((n.place <> 'back' OR $2 = 1) AND n.valid_from <= $3 AND coalesce(n.valid_to, $3) >= $3
	  AND (n.agency IS NULL OR n.agency = $4 OR (n.below = 1 AND $5 BETWEEN g.tree_low AND g.tree_high))));

-- portal_jobs: work that failed: what waits for its next try, and what was given up since $1
SELECT kind, state, tries, reason, not_before AS next FROM job WHERE state = 'waiting' AND tries > 0 AND not_before > 0
UNION ALL
SELECT kind, state, tries, reason, ended FROM job WHERE ended >= $1 AND state = 'failed'
 ORDER BY 5 DESC LIMIT 20;
