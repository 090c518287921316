-- Who was approved and has no record of the course yet: however long the job was off, this is all that it has to look at.   LEARN-018, 282
CREATE INDEX registration_to_transfer ON registration (id) WHERE state = 'approved' AND hours IS NULL;
