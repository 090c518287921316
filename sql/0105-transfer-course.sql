-- Who waits for being transferred, course by course: each course is transferred whole.                              LEARN-018, 282
DROP INDEX registration_to_transfer;
CREATE INDEX registration_to_transfer ON registration (course, id) WHERE state = 'approved' AND hours IS NULL;
