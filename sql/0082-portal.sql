-- 終身學習, 首頁: 重要訊息 and 使用手冊.
-- small: announcement manual_file

-- agency NULL: for all; else for that agency and, where below is 1, those below it.  place: back, front, both.          LEARN-111, 112
CREATE TABLE announcement (
	id SERIAL_ID,
	agency BIGINT REFERENCES agency (id),
	below INTEGER NOT NULL DEFAULT 1,
	title TEXT NOT NULL,
	content TEXT NOT NULL,
	place TEXT NOT NULL,
	pinned INTEGER NOT NULL DEFAULT 0,
	valid_from TEXT NOT NULL,
	valid_to TEXT,
	made BIGINT NOT NULL,
	version BIGINT NOT NULL DEFAULT 1
);

-- The newest whose day has come is the one that is offered.                                                            LEARN-107, 108
CREATE TABLE manual_file (
	id SERIAL_ID,
	version_label TEXT NOT NULL,
	valid_from TEXT NOT NULL,
	file BIGINT NOT NULL,
	made BIGINT NOT NULL,
	made_by BIGINT NOT NULL
);
