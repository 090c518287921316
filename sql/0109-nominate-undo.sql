-- 薦送報名: why a nomination was taken back, by hand or with its whole batch; what an upload is for.                     LEARN-426, 027, 431
ALTER TABLE registration ADD COLUMN withdraw_reason TEXT NOT NULL DEFAULT '';
CREATE INDEX registration_batch ON registration (batch) WHERE batch IS NOT NULL;

-- What the files of some kinds are for, in words; a row each.
CREATE VIEW import_about AS
SELECT b.id AS batch, c.name || '（' || c.course_code || ' 第 ' || c.term_no || ' 期）' AS about
  FROM import_batch b JOIN nominate_choice n ON n.id = b.subject, json_each(n.courses) j JOIN course c ON c.id = CAST(j.value AS BIGINT)
 WHERE b.kind = 'course_nomination';
