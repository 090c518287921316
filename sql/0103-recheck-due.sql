-- 複查成績: by when it is answered stands in its deadline alone, which follows a calendar that comes later.          PROMO-093
DROP INDEX score_recheck_state;
ALTER TABLE score_recheck DROP COLUMN due;
CREATE INDEX score_recheck_state ON score_recheck (state);
