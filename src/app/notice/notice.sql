-- notice_put: takes the place of one like it that nobody has seen
INSERT INTO notice (agency, account, kind, subject_kind, subject, text, link, made) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (agency, account, kind, subject_kind, subject) WHERE seen IS NULL
DO UPDATE SET text = excluded.text, link = excluded.link, made = excluded.made;

-- notice_rows: for an account, and for its agency about the kinds of subjects in $6, " trainee serial ", the newest first; with $3 the seen
-- ones too
SELECT id, agency, account, kind, subject_kind, subject, text, link, made, seen, COUNT(*) OVER () AS total
FROM notice WHERE agency = $1 AND (account = $2 OR account = 0 AND $6 LIKE '% ' || subject_kind || ' %') AND (seen IS NULL OR $3 = 1)
ORDER BY made DESC, id DESC LIMIT $4 OFFSET $5;

-- notice_new_n: not seen yet
SELECT COUNT(*) AS n FROM notice WHERE agency = $1 AND (account = $2 OR account = 0 AND $3 LIKE '% ' || subject_kind || ' %') AND seen IS NULL;

-- notice_was_seen: by this account
UPDATE notice SET seen = $4, seen_by = $3 WHERE id = $1 AND agency = $2
	AND (account = $3 OR account = 0 AND $5 LIKE '% ' || subject_kind || ' %') AND seen IS NULL;

-- notice_given_over: what an agency as a whole has not seen of a subject is another's now, unless that has been told the like
UPDATE notice SET agency = $4 WHERE agency = $1 AND account = 0 AND subject_kind = $2 AND subject = $3 AND seen IS NULL
	AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.agency = $4 AND n.account = 0 AND n.kind = notice.kind AND n.subject_kind = $2
		AND n.subject = $3 AND n.seen IS NULL);

-- notice_is_over: seen by nobody, and needs to be no more
UPDATE notice SET seen = $5 WHERE agency = $1 AND account = 0 AND kind = $2 AND subject_kind = $3 AND subject = $4 AND seen IS NULL;
