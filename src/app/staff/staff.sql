-- staff_main: the main posting of a person on a day
SELECT x.*, p.national_id, p.name, p.sex, p.email, p.phone FROM posting x JOIN person p ON p.id = x.person
 WHERE x.person = $1 AND x.is_main = 1 AND x.from_day <= $2 AND x.until >= $2;

-- staff_all: every posting of a person on a day, the main one first
SELECT x.*, p.national_id, p.name, p.sex, p.email, p.phone FROM posting x JOIN person p ON p.id = x.person
 WHERE x.person = $1 AND x.from_day <= $2 AND x.until >= $2 ORDER BY x.is_main DESC, x.agency_code, x.id;

-- staff_person_of: by national ID
SELECT id FROM person WHERE national_id = $1;

-- staff_in: a posting of a person in some agencies on a day
SELECT x.id FROM posting x WHERE x.person = $1 AND x.tree_low BETWEEN $2 AND $3 AND x.status <> 'left' AND x.from_day <= $4
   AND x.until >= $4 LIMIT 1;

-- staff_roster_count: how many serve there on a day
SELECT count(DISTINCT x.person) AS n FROM agency g CROSS JOIN posting x
 WHERE g.tree_low BETWEEN $1 AND $2 AND x.agency = g.id AND x.is_main = 1 AND x.status = 'active' AND x.from_day <= $3 AND x.until >= $3;

-- staff_national_id: of a person
SELECT national_id FROM person WHERE id = $1;
