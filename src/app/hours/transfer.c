/* transfer.c: who was approved for a course has a record of it on the day after its end, once.          LEARN-282, 283, LEARN-018 */
#include "app/course/course.h"
#include "app/hours/hours.sql.h"
#include "app/hours/private.h"
#include "base/text.h"

enum { MEMORY = 128 << 20 };

/* after: the course that was done last; course: the one at hand, 0 when none is left. */
struct transferring { struct job *job; struct moment before; int64_t after, course; };

static int stored_mode(const char *mode)
{
	return text_is(mode, "digital") ? HOURS_DIGITAL : text_is(mode, "physical") ? HOURS_PHYSICAL : HOURS_BLENDED;
}

static int stored_unit(const char *unit)
{
	return text_is(unit, "hour") ? HOURS_HOUR : text_is(unit, "day") ? HOURS_DAY : HOURS_CREDIT;
}

static void transfer_one(struct db *db, const struct rows *r, int i, struct moment now)
{
	int64_t there, course = row_int(r, i, "course");
	struct hours_entry e = {.kind = HOURS_OPENED, .course = course, .person = row_int(r, i, "person"), .owner = row_int(r, i, "agency"),
		.category = row_int(r, i, "category"), .start = moment_date(row_moment(r, i, "start_at")),
			.end = moment_date(row_moment(r, i, "end_at")),
		.mode = (enum hours_mode)stored_mode(row_text(r, i, "mode")),
			.unit = (enum hours_amount)stored_unit(row_text(r, i, "unit_of_amount")),
		.amount = row_int(r, i, "amount"), .hours = row_int(r, i, "certified_hours"), .digital = row_int(r, i,
			"digital_hours"), .business = -1,
		.cert = CERT_PENDING, .source = SOURCE_TRANSFER, .at = now};
	int64_t id = hours_enter(db, &e, &there);

	/* One that was uploaded meanwhile is this registration's. */
	db_run(db, &hours_transferred, A(row_int(r, i, "id")), A(id ? id : there));
	db_run(db, &hours_course_transferred, A(course), A(now));
}

/* All of one course or nothing of it: a fault in the midst leaves no half of a class behind. */
static void transfer_course(struct db *db, void *with)
{
	struct transferring *t = with;
	struct rows *r = db_run(db, &hours_transfer_due, A(t->before), A(t->after));

	t->course = r->n ? row_int(r, 0, "course") : 0;
	for (int i = 0; i < r->n && !db_undone(db); i++)
		transfer_one(db, r, i, t->job->now);
}

static void end(struct db *db, void *with)
{
	(void)db;
	job_done(with);
}

static void transfer(struct job *job)
{
	struct arena *mem = arena_new(MEMORY), *before = db_arena(job->db);
	struct date today = moment_date(job->now);
	struct transferring t = {.job = job, .before = day_begins(today)};

	db_use_arena(job->db, mem);
	do {
		t.after = t.course;
		arena_reset(mem);
		db_tx(job->db, transfer_course, &t);
	} while (t.course && !job_cancelled(job));
	db_use_arena(job->db, before);
	arena_free(mem);
	db_tx(job->db, end, job);
}

const struct job_kind hours_transfer_job = {.name = "hours.transfer", .run = transfer, .tries = 5, .period_seconds = 3600};

/* ---- what hangs on a course */

static void count(struct db *db, int64_t course, struct course_use *to)
{
	struct rows *r = db_run(db, &hours_course_count, A(course));

	to->hours += row_int(r, 0, "n");
	to->certified += row_int(r, 0, "certified");
}

/* 「同步更新學員時數」 */
static void changed(struct db *db, const struct course *before, const struct course *after, int64_t account, struct moment now)
{
	struct rows *r = db_run(db, &hours_follow, A(before->id));
	struct hours_act act = {account, now, "course", NULL};

	for (int i = 0; i < r->n && !db_undone(db); i++) {
		struct hours_line l = {0};

		if (!record_load(db_arena(db), db_run(db, &hours_line_one, A(row_int(r, i, "id"))), hours_line_fields, &l))
			continue;
		struct facts f = hours_facts_of(&l);

		f.amount = (int)after->amount, f.unit = stored_unit(after->unit_of_amount.id), f.mode = stored_mode(after->mode.id);
		f.hours = (int)after->certified_hours, f.digital = (int)after->digital_hours;
		hours_set(db, &l, &f, &act);
	}
}

const struct course_follower hours_follower = {.count = count, .changed = changed};
