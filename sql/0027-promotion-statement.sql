-- 參訓人數統計表 of 升官等訓練.
-- small: promotion_statement

-- 參訓人數統計表 of a 遴選機關; ratio and carried_in are those with which it was computed.
CREATE TABLE promotion_statement (
	id SERIAL_ID,
	type TEXT NOT NULL,
	year INTEGER NOT NULL,
	agency BIGINT NOT NULL REFERENCES agency (id),
	own_carried_in TEXT NOT NULL DEFAULT '',
	carried_in TEXT NOT NULL,
	ratio TEXT NOT NULL,
	eligible BIGINT NOT NULL,
	makeup_outside BIGINT NOT NULL,
	failed_reselected BIGINT NOT NULL,
	forecast BIGINT NOT NULL,
	c TEXT NOT NULL,
	whole BIGINT NOT NULL,
	fraction_place BIGINT NOT NULL,
	total BIGINT NOT NULL,
	reserve BIGINT NOT NULL,
	carried_out TEXT NOT NULL,
	saved BIGINT NOT NULL,
	version BIGINT NOT NULL DEFAULT 1,
	UNIQUE (type, year, agency)
);
