-- On which days before a deadline an account is told of it, and whether again on each office day once it has passed.
-- Who had chosen how many days ahead keeps that choice.

ALTER TABLE reminder ADD COLUMN ahead TEXT NOT NULL DEFAULT '7、3、1';
ALTER TABLE reminder ADD COLUMN overdue INTEGER NOT NULL DEFAULT 1;
UPDATE reminder SET ahead = CAST(days AS TEXT) WHERE days <> 3;
ALTER TABLE reminder DROP COLUMN days;
