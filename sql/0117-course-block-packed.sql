-- The sums in blocks of courses are packed closer: all are made anew.
DELETE FROM course_block;
DELETE FROM course_cell;
INSERT INTO course_dirty (agency, start_at, end_at) SELECT DISTINCT agency, 0, 9999999999 FROM course;
