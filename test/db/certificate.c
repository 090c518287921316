/* Officers who work on the same trainees at once: nobody's entry is lost, nobody is on two applications.                       ACMS-073 */
#include "test/db/keep.h"

#include "app/account/account.h"
#include "app/agency/agency.h"
#include "app/app.h"
#include "app/certificate/certificate.h"
#include "app/exam/exam.h"
#include "base/text.h"

enum { CROWD = 6, ROUNDS = 15, TRAINEES = 4 };

static struct db *db;
static struct who officer;
static const struct moment now = {1675400000};                   /* 2023-02-03 */

static void begin(struct db *d, void *with)
{
	int64_t agency = agency_add(d, "323000000A", "示範部", 0);

	(void)with;
	account_add(d, agency, "ag1user", "周淑芬", "agency_officer", NULL);
	exam_add(d, &(struct exam){.exam_year = 111, .exam_code = "007", .exam_name = "公務人員特種考試警察人員考試", .plan = "",
		.pass_mark_education = "60.00", .pass_mark_practical = "60.00", .roster_recipient = "國家文官學院", .plan_due_days = 7,
		.apply_due_days = 7, .active = true});
}

struct doing { const char *act; int64_t serial, ids[TRAINEES]; int n, score; bool done; };

static void enter(struct db *d, void *with)
{
	struct doing *x = with;

	x->done = certificate_enter(d, &officer, now, x->ids[0], &(struct certificate_entry){.identity = "一般",
		.score = arena_print(keep_mem, "%d.00", 60 + x->score), .start = date_make(2022, 10, 3), .end = date_make(2023, 2, 2)});
}

static void act(struct db *d, void *with)
{
	struct doing *x = with;
	struct issues issues;

	x->serial = certificate_act(d, x->act, &(struct certificate_order){.who = &officer, .now = now, .serial = x->serial, .ids = x->ids, .n = x->n,
		.reason = "", .document = ""}, &issues);
}

static void make_trainees(void)
{
	db_tx(db, begin, NULL);
	if (!account_named(db, keep_mem, "323000000A/ag1user", &officer))
		fail("no officer");
	for (int i = 1; i <= TRAINEES; i++) {
		write_one(db, SQL("INSERT INTO person (national_id, name, name_key, sex, birth_date) VALUES ('A' || $1, '王', '王', 'male', '1991-01-31')"), i);
		write_one(db, SQL("INSERT INTO admission (person, exam, agency, exam_level, exam_category, education_score) SELECT max(p.id), max(e.id),"
			" max(g.id), '三等考試', '行政警察人員', '80.00' FROM person p, exam e, agency g"), 0);
		struct doing first = {.ids = {i}, .score = 1};

		db_tx(db, enter, &first);
	}
}

/* Gives the number of what it did: entries and applications that were not refused, weighed by how they change the versions. */
static int work(int which)
{
	int done = 0;

	db = keep_open();
	for (int i = 0; i < ROUNDS; i++) {
		struct doing x = {.act = "make", .n = 2, .ids = {1 + (i + which) % TRAINEES, 1 + (i + which + 1) % TRAINEES}, .score = (i * CROWD + which) % 40};

		if (which % 2) {
			db_tx(db, enter, &x);
			done += x.done;
			continue;
		}
		if (db_tx(db, act, &x) != DB_OK || !x.serial)
			continue;
		done += 2;
		x.act = "remove";
		x.n = 1;
		db_tx(db, act, &x);
		x.act = "delete";
		db_tx(db, act, &x);
	}
	db_close(db);
	return done;
}

static void crowded(void)
{
	int64_t before = number(db, "SELECT sum(version) FROM certificate_data"), done = 0;
	int status;

	db_close(db);
	fflush(stdout);
	for (int i = 0; i < CROWD; i++)
		if (!fork())
			_exit(work(i));
	for (int i = 0; i < CROWD; i++) {
		wait(&status);
		ok(WIFEXITED(status), "an officer's work came to an end");
		done += WEXITSTATUS(status);
	}
	db = keep_open();
	ok(done > CROWD, "much was done");
	same_int(number(db, "SELECT sum(version) FROM certificate_data") - before, done, "ACMS-073 each entry and each application counts once: none is lost");
	same_int(number(db, "SELECT count(*) FROM (SELECT admission FROM certificate_member WHERE live = 1 GROUP BY admission HAVING count(*) > 1) x"), 0,
		"ACMS-073 nobody is on two applications");
	same_int(number(db, "SELECT count(*) FROM certificate_serial") - number(db, "SELECT max(last) FROM certificate_counter"), 0,
		"ACMS-065 each application has a number of its own, none is left out");
	same_int(number(db, "SELECT count(*) FROM certificate_serial WHERE state = 'deleted' AND id IN (SELECT serial FROM certificate_member WHERE live = 1)"),
		0, "nobody is left on one that was deleted");
}

static void test_all(void)
{
	db = keep_open();
	make_trainees();
	crowded();
	db_close(db);
}

int main(void)
{
	on_both(test_all);
	return keep_end();
}
