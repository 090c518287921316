/* day.c: what the passing of a day means: a status day is met, a right that nobody used lapses, for what was missed somebody else must act.
 * PLAN-021, 044, 067, 124, 137 */
#include "app/calendar/calendar.h"
#include "app/deadline/private.h"

enum { PIECE = 200, MEMORY = 64 << 20, AT_NIGHT = 10 * 60 };

/* skip: those of the kind that stay overdue, behind which the next piece begins. */
struct piece { struct arena *mem; struct moment now; const struct deadline_kind *kind; int read, skip, stay; };

/* False: it stays open. */
static bool pass(struct db *db, const struct deadline *d, struct date today)
{
	if (d->kind->lapses && d->kind->used && d->kind->used(db, d))
		return false;
	if (d->kind->passes)
		deadline_meet(db, d->kind, d->subject_kind, d->subject, d->due);
	else if (d->kind->lapses)
		deadline_cancel(db, d->kind, d->subject_kind, d->subject, today, "期限屆滿，未提出");
	else if (d->kind->missed)
		deadline_start(db, NULL, &(struct deadline){.kind = d->kind->missed, .subject_kind = d->subject_kind, .subject = d->subject,
			.agency = d->agency, .about = d->about, .event = date_plus(d->due, 1)});
	return d->kind->passes || d->kind->lapses;
}

static void piece_tx(struct db *db, void *with)
{
	struct piece *p = with;
	struct date today = moment_date(p->now);
	struct deadlines d = deadline_list(db, p->mem, &(struct deadline_query){.today = today, .kind = p->kind, .before = today, .most = PIECE,
		.skip = p->skip});

	p->read = d.n;
	p->stay = 0;
	for (int i = 0; i < d.n; i++)
		p->stay += !pass(db, &d.at[i], today);
}

void deadline_pass(struct db *db, const char *subject_kind, int64_t subject, struct date today)
{
	struct deadlines d = deadline_of(db, db_arena(db), subject_kind, subject, today);

	for (int i = 0; i < d.n; i++)
		if (d.at[i].state == DEADLINE_OPEN && date_before(d.at[i].due, today))
			pass(db, &d.at[i], today);
}

static int64_t day_of_kind(struct db *db, const struct deadline_kind *kind, struct arena *mem, struct moment now)
{
	struct piece p = {.mem = mem, .now = now, .kind = kind};
	int64_t changed = 0;

	do {
		arena_reset(mem);
		if (db_tx(db, piece_tx, &p) == DB_UNDONE)
			break;
		p.skip += p.stay;
		changed += p.read - p.stay;
	} while (p.read == PIECE);
	return changed;
}

int64_t deadline_day(struct db *db, struct moment now)
{
	struct arena *before = db_arena(db), *mem = arena_new(MEMORY);
	int64_t changed = 0;

	db_use_arena(db, mem);
	for (const struct deadline_kind *const *k = deadline_all_kinds(); *k; k++)
		if ((*k)->passes || (*k)->lapses || (*k)->missed)
			changed += day_of_kind(db, *k, mem, now);
	db_use_arena(db, before);
	arena_free(mem);
	return changed;
}

static void done_tx(struct db *db, void *with)
{
	(void)db;
	job_done(with);
}

static void run(struct job *job)
{
	deadline_day(job->db, job->now);
	db_tx(job->db, done_tx, job);
}

const struct job_kind deadline_day_job = {.name = "deadline.day", .run = run, .period_seconds = 24 * 3600, .at_seconds = AT_NIGHT};
