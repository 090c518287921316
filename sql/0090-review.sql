-- 人事單位: 學習時數(複核及修改), 類別維護(與業務相關).
-- small: business_choice

-- What waits for 複核, was reviewed or returned, by the person whose it is: few of all.                                  LEARN-541
CREATE INDEX hours_record_private ON hours_record (person) WHERE review > 0 AND deleted IS NULL;

-- Who has a choice of its own in business_category, where the row of category 0 stands for it, so that none ticked is a choice too; agency 0:
-- 總處.  An agency without one follows the nearest above it that has one.                                                LEARN-531
CREATE TABLE business_choice (
	agency BIGINT PRIMARY KEY,
	version BIGINT NOT NULL DEFAULT 1,
	changed BIGINT NOT NULL,
	changed_by BIGINT NOT NULL
);
