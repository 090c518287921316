-- By which version of the calendar the deadlines are computed: a change sweeps over all of them by id, and `upto` is how far it is.
-- One row, or none before the first sweep.  The mark that each deadline had cost more than computing it: every index of a wide row was written for it.
-- small: deadline_sweep
CREATE TABLE deadline_sweep (
	one INTEGER PRIMARY KEY CHECK (one = 1),
	calendar BIGINT NOT NULL,
	upto BIGINT NOT NULL
);
DROP INDEX deadline_computed;
ALTER TABLE deadline DROP COLUMN calendar;
