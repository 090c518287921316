-- 薦送報名: the people that an agency sends to courses, by a file.

-- The courses chosen for a file, a JSON list of their ids; the batch of the file names it as its subject.                LEARN-423
CREATE TABLE nominate_choice (
	id SERIAL_ID,
	agency BIGINT NOT NULL,
	account BIGINT NOT NULL,
	courses TEXT NOT NULL,
	created BIGINT NOT NULL
);

-- What a file will register once its batch is seen: a row of the file and a course.                                      LEARN-424
CREATE TABLE nominate_line (
	batch BIGINT NOT NULL,
	number BIGINT NOT NULL,
	place INTEGER NOT NULL,
	course BIGINT NOT NULL,
	person BIGINT NOT NULL,
	lodging TEXT NOT NULL,
	meal TEXT NOT NULL,
	phone TEXT NOT NULL,
	email TEXT NOT NULL,
	PRIMARY KEY (batch, number, place)
);
