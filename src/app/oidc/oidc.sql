-- oidc_account: the account that the service calls so
SELECT a.id, a.role, a.active, a.valid_to FROM account a JOIN agency g ON g.id = a.agency WHERE a.subject = $1 AND g.active = 1;

-- oidc_account_of: of a national ID those that no service has called by a name yet, who maintains before who learns
SELECT a.id, a.role, a.active, a.valid_to FROM person p JOIN account a ON a.person = p.id JOIN agency g ON g.id = a.agency
 WHERE p.national_id = $1 AND a.subject IS NULL AND a.active = 1 AND g.active = 1
 ORDER BY CASE a.role WHEN 'learner' THEN 1 ELSE 0 END, a.id LIMIT 1;

-- oidc_link: from now on it is known by this name
UPDATE account SET subject = $2, version = version + 1 WHERE id = $1 AND subject IS NULL RETURNING id;
