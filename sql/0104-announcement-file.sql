-- A file that goes with a message.                                                                                  LEARN-112
ALTER TABLE announcement ADD COLUMN file BIGINT REFERENCES stored_file (id);
ALTER TABLE announcement ADD COLUMN file_name TEXT NOT NULL DEFAULT '';
CREATE INDEX announcement_with_file ON announcement (file) WHERE file IS NOT NULL;
