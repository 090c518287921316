-- 會員 and 主管 by sex are counted with the roster: everybody is judged anew, and again when a membership begins or ends.
CREATE INDEX person_member_since ON person (member_since) WHERE member_since IS NOT NULL;
CREATE INDEX person_member_until ON person (member_until) WHERE member_until IS NOT NULL;
INSERT INTO tally_dirty (roc_year, person) SELECT 0, 0 WHERE EXISTS (SELECT 1 FROM service_record);
