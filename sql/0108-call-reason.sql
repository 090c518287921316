-- 年度調訓: why what was computed with already was corrected.                                             PROMO-005
ALTER TABLE promotion_call ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE promotion_share ADD COLUMN reason TEXT NOT NULL DEFAULT '';
