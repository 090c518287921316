-- 退回: whom 保訓會 marked when it sent an application back; and what the roster's head said when it was confirmed, so that it can be printed
-- again as it was.
ALTER TABLE certificate_member ADD COLUMN marked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE certificate_serial ADD COLUMN kept_agency TEXT NOT NULL DEFAULT '';
ALTER TABLE certificate_serial ADD COLUMN kept_exam TEXT NOT NULL DEFAULT '';
ALTER TABLE certificate_serial ADD COLUMN kept_route TEXT NOT NULL DEFAULT '';
