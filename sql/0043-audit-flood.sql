-- How often what strangers do was refused and put in the log in an hour, by address ('': all): beyond a bound it is not put there any more.
CREATE TABLE audit_flood (
	action TEXT NOT NULL,
	hour BIGINT NOT NULL,
	address TEXT NOT NULL,
	n BIGINT NOT NULL,
	PRIMARY KEY (action, hour, address)
);
