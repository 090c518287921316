-- setup_accounts: how many accounts there are
SELECT count(*) AS n FROM account;
