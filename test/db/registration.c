/* Registrations: in which order they are refused, and that places are given away once however many come at the same moment. */
#include "test/db/keep.h"

#include "app/registration/registration.h"
#include "base/date.h"
#include "base/text.h"

enum { PROCESSES = 4, LEARNERS = 60, PLACES = 20, DAY = 86400 };

static const struct moment now = {1546300800};                  /* 2019-01-01T00:00Z */

/* Persons 1 … LEARNERS: odd ones serve in 323010000B, even ones in 379000000A; person 1 also, concurrently, in 379000000A. */
static void make_people(struct db *db)
{
	write_one(db, SQL("INSERT INTO agency (code, name) VALUES ('323010000B', '示範部第一局'), ('379000000A', '範例市政府')"), 0);
	for (int i = 1; i <= LEARNERS; i++) {
		write_one(db, SQL("INSERT INTO person (national_id, name, name_key, sex, birth_date) VALUES ('A' || (100000000 + CAST($1 AS BIGINT)), '王', '', 'male', '1980-01-01')"), i);
		write_one(db, SQL("INSERT INTO service_record (person, agency, from_day) VALUES (CAST($1 AS BIGINT), CASE WHEN CAST($1 AS BIGINT) % 2 = 1 THEN 1 ELSE 2 END, '2011-01-01')"), i);
	}
	write_one(db, SQL("INSERT INTO service_record (person, agency, from_day, is_main) VALUES (1, 2, '2011-01-01', 0)"), 0);
}

/* A course of agency 1, open from yesterday to tomorrow; what is given changes it. */
static int64_t make_course(struct db *db, const char *change)
{
	static int n;
	struct sql sql = {.name = "change", .text = change, .writes = true, .scans = true, .values = 1};

	write_one(db, SQL("INSERT INTO course (agency, course_code, term_no, name, roc_year, category, mode, amount, unit_of_amount, certified_hours,"
		" digital_hours, physical_hours, start_at, end_at, enroll_method, enroll_from, enroll_to, created)"
		" VALUES (1, 'A' || CAST(CAST($1 AS BIGINT) AS TEXT), 1, '資安實務', 108, 1, 'physical', 1, 'hour', 1, 0, 1, 1548000000, 1548003600, 'free',"
		" 1546214400, 1546387200, 0)"), ++n);
	int64_t id = number(db, "SELECT max(id) FROM course");

	if (change)
		db_run_values(db, arena_copy(keep_mem, &sql, sizeof sql), (const struct value[]){A(id)}, 1);
	return id;
}

struct making { struct registration_case c; struct issues issues; int64_t id; };

static void make(struct db *db, void *with)
{
	struct making *m = with;

	issues_clear(&m->issues);
	m->id = registration_make(db, &m->c, &m->issues);
}

static struct registration_asked asking(int64_t course, int64_t person)
{
	return (struct registration_asked){.course = course, .person = person, .source = "online", .phone = "", .email = "", .lodging = "",
		.meal = "", .now = now};
}

/* What refuses, or "" and the registration is there. */
static const char *asked(struct db *db, const struct registration_asked *a)
{
	struct making m = {.issues = issues_new(keep_mem, NULL)};

	if (registration_judge(db, a, &m.c, &m.issues) && db_tx(db, make, &m) == DB_OK)
		return "";
	return m.issues.at[0].code;
}

static const char *refusal(struct db *db, int64_t course, int64_t person)
{
	struct registration_asked a = asking(course, person);

	return asked(db, &a);
}

static void one_by_one(struct db *db)
{
	int64_t course = make_course(db, "UPDATE course SET quota = 2, quota_hard = 1, agency_limit = '323010000B;3790*' WHERE id = $1");
	struct registration_asked a = asking(course, 1);

	a.now.seconds += 2 * DAY;
	same(asked(db, &a), "E-REG-01", "LEARN-218 LEARN-234 after the period");
	a.now.seconds = now.seconds - 2 * DAY;
	same(asked(db, &a), "E-REG-01", "before it");
	same(refusal(db, 999, 1), "E-SCOPE-01", "no such course");
	same(refusal(db, make_course(db, "UPDATE course SET enroll_method = 'nominate' WHERE id = $1"), 1), "E-REG-08", "LEARN-217 機關薦送");
	same(refusal(db, make_course(db, "UPDATE course SET enroll_method = 'closed', enroll_to = NULL WHERE id = $1"), 1), "E-REG-08", "不開放線上報名");
	same(refusal(db, make_course(db, "UPDATE course SET cancelled = 1 WHERE id = $1"), 1), "E-REG-01", "課程停開");
	same(refusal(db, make_course(db, "UPDATE course SET agency_limit = '323*' WHERE id = $1"), 2), "E-REG-02", "LEARN-223 another agency's person");
	same(refusal(db, make_course(db, "UPDATE course SET agency_limit = '379*' WHERE id = $1"), 1), "", "LEARN-223 a concurrent posting is enough");
	same(refusal(db, course, 1), "", "LEARN-234 a place is taken");
	same(refusal(db, course, 1), "E-REG-04", "LEARN-234 not twice");
	same(refusal(db, course, 2), "", "the last place is taken");
	same(refusal(db, course, 3), "E-REG-03", "LEARN-220 nobody after that");
	same(refusal(db, course, 1), "E-REG-03", "LEARN-234 額滿 is asked before 已報名");
	a = asking(make_course(db, "UPDATE course SET survey_meal = 1 WHERE id = $1"), 5);
	same(asked(db, &a), "E-REG-05", "LEARN-224 without an answer");
	a.meal = "2";
	same(asked(db, &a), "", "LEARN-224 with one");
	same_int(number(db, "SELECT agency FROM registration WHERE meal = '2'"), 1, "the agency is kept with it");
}

/* Somebody takes the last place between the question and the answer, or the same person registers in two windows. */
static void in_between(struct db *db)
{
	struct making m = {.issues = issues_new(keep_mem, NULL)}, twice = m;
	struct registration_asked a = asking(make_course(db, "UPDATE course SET quota = 1, quota_hard = 1 WHERE id = $1"), 7);

	ok(registration_judge(db, &a, &m.c, &m.issues), "there is a place");
	same(refusal(db, a.course, 8), "", "which somebody takes");
	ok(db_tx(db, make, &m) == DB_UNDONE && issue_has(&m.issues, "E-REG-03"), "LEARN-220 so there is none");
	a = asking(make_course(db, "UPDATE course SET quota = 2, quota_hard = 1 WHERE id = $1"), 7);
	registration_judge(db, &a, &twice.c, &twice.issues);
	same(refusal(db, a.course, 7), "", "one window");
	ok(db_tx(db, make, &twice) == DB_UNDONE && issue_has(&twice.issues, "E-REG-04"), "the other");
	same_int(number(db, arena_print(keep_mem, "SELECT taken FROM course WHERE id = %lld", (long long)a.course)), 1, "takes no place");
}

/* All persons, each process beginning with another one, register for the same course. */
static void crowd(int64_t course, int process)
{
	struct db *db = keep_open();

	for (int i = 0; i < LEARNERS; i++)
		refusal(db, course, (i + process * LEARNERS / PROCESSES) % LEARNERS + 1);
	db_close(db);
	_exit(0);
}

static void at_once(void)
{
	struct db *db = keep_open();
	int64_t course = make_course(db, "UPDATE course SET quota = 20, quota_hard = 1 WHERE id = $1");
	const char *of = arena_print(keep_mem, "FROM registration WHERE course = %lld", (long long)course);
	pid_t children[PROCESSES];

	db_close(db);
	fflush(stdout);
	for (int i = 0; i < PROCESSES; i++)
		if (!(children[i] = fork()))
			crowd(course, i);
	for (int i = 0; i < PROCESSES; i++) {
		int status;

		ok(waitpid(children[i], &status, 0) == children[i] && status == 0, "process %d ends well", i + 1);
	}
	db = keep_open();
	same_int(number(db, arena_print(keep_mem, "SELECT count(*) %s", of)), PLACES, "LEARN-220 exactly so many registrations as places");
	same_int(number(db, arena_print(keep_mem, "SELECT count(DISTINCT person) %s", of)), PLACES, "of as many persons");
	same_int(number(db, arena_print(keep_mem, "SELECT count(DISTINCT seq_no) %s AND seq_no BETWEEN 1 AND 20", of)), PLACES,
		"LEARN-234 sequence numbers without a gap");
	same_int(number(db, arena_print(keep_mem, "SELECT taken FROM course WHERE id = %lld", (long long)course)), PLACES, "and the course says so");
	db_close(db);
}

static void tests(void)
{
	struct db *db = keep_open();

	make_people(db);
	one_by_one(db);
	in_between(db);
	db_close(db);
	at_once();
}

int main(void)
{
	on_both(tests);
	return keep_end();
}
