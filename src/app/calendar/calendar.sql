-- office_day_put: one day of the official calendar
INSERT INTO office_day (day, is_off, remark) VALUES ($1, $2, $3);

-- office_year_clear: a year that is loaded anew
DELETE FROM office_day WHERE day >= $1 AND day <= $2;

-- office_year_put: a year is loaded
INSERT INTO office_year (year, version, source, loaded) VALUES ($1, 1, $2, $3)
ON CONFLICT (year) DO UPDATE SET version = office_year.version + 1, source = excluded.source, loaded = excluded.loaded;

-- office_version: how often something was loaded
SELECT CAST(COALESCE(SUM(version), 0) AS BIGINT) AS version FROM office_year;

-- office_known: the years that are known
SELECT year, version FROM office_year;

-- office_off: every day off of the loaded years
SELECT /*scan*/ day FROM office_day WHERE is_off = 1;

-- office_year_rows: the loaded years
SELECT y.year, y.version, y.source, y.loaded,
	(SELECT COUNT(*) FROM office_day d WHERE d.is_off = 1
		AND d.day >= CAST(y.year AS TEXT) || '-01-01' AND d.day <= CAST(y.year AS TEXT) || '-12-31') AS days_off
FROM office_year y ORDER BY y.year DESC;

-- office_day_rows: days with a remark
SELECT day, is_off, remark FROM office_day WHERE day >= $1 AND day <= $2 AND remark <> '' ORDER BY day;
