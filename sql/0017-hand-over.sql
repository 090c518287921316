-- Records, days of leave and deadlines go with a person to another agency; those of who went before this was kept follow now.

UPDATE life_record SET agency = coalesce((SELECT a.agency FROM admission a WHERE a.id = life_record.admission), 0)
 WHERE agency <> coalesce((SELECT a.agency FROM admission a WHERE a.id = life_record.admission), 0);

UPDATE leave_day SET agency = coalesce((SELECT a.agency FROM admission a WHERE a.id = leave_day.admission), 0)
 WHERE agency <> coalesce((SELECT a.agency FROM admission a WHERE a.id = leave_day.admission), 0);

UPDATE deadline SET agency = coalesce((SELECT a.agency FROM admission a WHERE a.id = deadline.subject), 0)
 WHERE subject_kind = 'trainee' AND agency <> coalesce((SELECT a.agency FROM admission a WHERE a.id = deadline.subject), 0);
