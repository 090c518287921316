-- reminder_one: how an account wants to be reminded; the row may not be there
SELECT a.id, a.email, coalesce(m.by_mail, 1) AS by_mail, coalesce(m.ahead, '7、3、1') AS ahead, coalesce(m.overdue, 1) AS overdue,
	m.feed_hash, m.feed_made, coalesce(m.version, 0) AS version
FROM account a LEFT JOIN reminder m ON m.account = a.id WHERE a.id = $1;

-- reminder_set: as the account wants it
INSERT INTO reminder (account, by_mail, ahead, overdue) VALUES ($1, $2, $3, $4)
ON CONFLICT (account) DO UPDATE SET by_mail = EXCLUDED.by_mail, ahead = EXCLUDED.ahead, overdue = EXCLUDED.overdue,
	version = reminder.version + 1;

-- reminder_email: where mail reaches the account
UPDATE account SET email = $2, version = version + 1 WHERE id = $1;

-- reminder_feed: another address of the calendar, or (NULL) none
INSERT INTO reminder (account, feed_hash, feed_made) VALUES ($1, $2, $3)
ON CONFLICT (account) DO UPDATE SET feed_hash = EXCLUDED.feed_hash, feed_made = EXCLUDED.feed_made, version = reminder.version + 1;

-- reminder_of_feed: whose calendar is it?
SELECT a.id, a.agency, a.role, g.name AS agency_name FROM reminder m JOIN account a ON a.id = m.account JOIN agency g ON g.id = a.agency
WHERE m.feed_hash = $1 AND a.active = 1 AND g.active = 1;

-- reminder_due_accounts: those that want a mail and have had none today
SELECT a.id, a.agency, a.email, a.full_name, a.role, g.name AS agency_name, m.reminded,
	coalesce(m.ahead, '7、3、1') AS ahead, coalesce(m.overdue, 1) AS overdue
FROM account a JOIN agency g ON g.id = a.agency LEFT JOIN reminder m ON m.account = a.id
WHERE a.active = 1 AND g.active = 1 AND a.email <> '' AND coalesce(m.by_mail, 1) = 1 AND coalesce(m.reminded, '') < $1
ORDER BY a.id LIMIT $2;

-- reminder_done: the account was told today
INSERT INTO reminder (account, reminded) VALUES ($1, $2) ON CONFLICT (account) DO UPDATE SET reminded = EXCLUDED.reminded;
