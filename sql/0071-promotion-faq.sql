-- 辦理遴選常見問題 of 升官等訓練: the nine questions in their order; the answers are kept up by 保訓會.
-- small: promotion_faq

CREATE TABLE promotion_faq (
	id BIGINT NOT NULL PRIMARY KEY,
	question TEXT NOT NULL,
	answer TEXT NOT NULL,
	version BIGINT NOT NULL DEFAULT 1
);
