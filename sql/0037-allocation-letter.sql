-- The day of the letter of allocation (分配函); NULL where it is not known.
ALTER TABLE trainee_state ADD COLUMN allocated_on TEXT;
