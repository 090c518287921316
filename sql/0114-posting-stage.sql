-- A file's rows of one person are found by the person, or showing a whole country's roster would take the square of its length.

CREATE INDEX posting_stage_person ON posting_stage (batch, national_id) WHERE posting IS NULL;
