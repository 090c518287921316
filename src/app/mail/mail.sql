-- mail_put: a mail waits
INSERT INTO mail (receiver, subject, body, made) VALUES ($1, $2, $3, $4) RETURNING id;

-- mail_one: a mail that has not gone
SELECT receiver, subject, body, made FROM mail WHERE id = $1 AND sent IS NULL;

-- mail_gone: it was taken by the server
UPDATE mail SET sent = $2, body = '', problem = '' WHERE id = $1;

-- mail_failed: a try failed
UPDATE mail SET tries = tries + 1, problem = $2 WHERE id = $1;

-- mail_old: what was sent long ago
DELETE FROM mail WHERE made < $1;
