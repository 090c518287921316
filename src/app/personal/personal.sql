-- personal_put: full numbers on a page of an account, for a while
INSERT INTO full_display (account, path, reason, until) VALUES ($1, $2, $3, $4)
ON CONFLICT (account, path) DO UPDATE SET reason = excluded.reason, until = excluded.until;

-- personal_drop: masked again
DELETE FROM full_display WHERE account = $1 AND path = $2;

-- personal_sweep: of others, whose time is over
DELETE FROM full_display WHERE until < $1;

-- personal_one: is it so now?
SELECT reason, until FROM full_display WHERE account = $1 AND path = $2 AND until > $3;

-- personal_key_put: a number that a page is asked by
INSERT INTO person_query (national_id, account, at) VALUES ($1, $2, $3) RETURNING id;

-- personal_key_of: the same one again
SELECT id FROM person_query WHERE national_id = $1 AND account = $2;

-- personal_key_one: what a key stands for
SELECT national_id FROM person_query WHERE id = $1;
