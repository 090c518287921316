-- contact_all: in the order of the page
SELECT id, topic, numbers, place, shown_on, version FROM contact_line ORDER BY place, id;

-- contact_one: by its topic
SELECT numbers FROM contact_line WHERE topic = $1;

-- contact_by_id: one line
SELECT id, topic, numbers, place, version FROM contact_line WHERE id = $1;

-- contact_set: changed; no row when somebody was first
UPDATE contact_line SET topic = $3, numbers = $4, place = $5, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id;

-- contact_put: a new line
INSERT INTO contact_line (topic, numbers, shown_on, place) VALUES ($1, $2, $4, $3) RETURNING id;

-- contact_list: for 保訓會
SELECT id, topic, numbers, place, version, count(*) OVER () AS total FROM contact_line
 ORDER BY CASE $1 WHEN 'topic' THEN topic WHEN 'numbers' THEN numbers END,
	CASE $1 WHEN '-topic' THEN topic WHEN '-numbers' THEN numbers END DESC, place, id
 LIMIT $2 OFFSET $3;
