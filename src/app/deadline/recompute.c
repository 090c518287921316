/* recompute.c: deadlines follow the office calendar.  PLAN-137 d
 *
 * A sweep goes over all of them by id, in pieces.  One row says by which calendar and how far it is, in the transaction of the piece: a
 * killed run goes on there, another calendar begins again.  Only what differs is written.  Nothing is missed: see in_force of deadline.c. */
#include "app/calendar/calendar.h"
#include "app/deadline/deadline.sql.h"
#include "app/deadline/private.h"
#include "app/notice/notice.h"

/* Small pieces are for SQLite's only write lock. */
#define SWEPT INT64_MAX                                         /* upto, when all are done */

enum { PIECE = 1000, PIECE_POSTGRESQL = 10000, MEMORY = 64 << 20 };

struct recompute {
	struct arena *mem;                                      /* of the piece */
	int piece, moved;                                       /* moved: of the piece */
	bool more;
};

static void tell(struct db *db, struct arena *mem, const struct deadline *d, struct date was)
{
	notice_add(db, &(struct notice){.agency = d->agency, .kind = "deadline.moved", .subject_kind = "deadline", .subject = d->id,
		.text = arena_print(mem, "「%s」%s的期限因辦公日曆更新，由%s改為%s。", d->kind->title, d->about,
			date_long_text(mem, was), date_long_text(mem, d->due)),
		.link = deadline_link(mem, d)});
}

/* Those of a piece that become different; at: the next to be stored. */
struct moving { struct deadline *all; int n, at; };

static bool next_moving(void *with, struct value *row)
{
	struct moving *m = with;

	if (m->at == m->n)
		return false;
	row[0] = A(m->all[m->at].id);
	row[1] = A(m->all[m->at].due);
	row[2] = A(m->all[m->at].provisional);
	m->at++;
	return true;
}

/* All at once: a calendar may move every deadline there is. */
static void store(struct db *db, struct moving *m)
{
	if (!m->n)
		return;
	db_load(db, &deadline_moving_put, next_moving, m);
	db_run(db, &deadline_moving_keep, A(job_now()));
	db_run(db, &deadline_moving_known);
	db_run(db, &deadline_moving_unknown);
	db_run(db, &deadline_moving_days);
	db_run(db, &deadline_moving_end);
}

/* Gives whether its day moved. */
static bool compute_one(struct db *db, struct arena *mem, const struct calendar *calendar, struct deadline *d, struct moving *m)
{
	struct act_deadline days = deadline_days(calendar, d);
	struct date was = d->due;

	if (date_same(days.due, was) && days.provisional == d->provisional)
		return false;
	d->due = days.due;
	d->provisional = days.provisional;
	m->all[m->n++] = *d;
	if (date_same(days.due, was))
		return false;
	if (d->state == DEADLINE_OPEN)
		tell(db, mem, d, was);
	return true;
}

/* Behind which id the next piece begins; SWEPT: all are by the calendar in force, as they are while none was ever loaded. */
static int64_t swept(struct db *db)
{
	struct rows *r = db_run(db, &deadline_swept);

	if ((r->n ? row_int(r, 0, "calendar") : 0) != office_calendar_version(db))
		return 0;
	return r->n ? row_int(r, 0, "upto") : SWEPT;
}

static void piece_tx(struct db *db, void *with)
{
	struct recompute *p = with;
	int64_t from = swept(db);

	p->moved = 0;
	p->more = false;
	if (from == SWEPT)
		return;
	const struct calendar *calendar = office_calendar(db, p->mem);
	struct rows *r = db_run(db, &deadline_piece, A(from), A(p->piece));
	struct moving m = {arena_array(p->mem, (size_t)r->n, sizeof *m.all), 0, 0};
	struct deadline d;

	for (int i = 0; i < r->n; i++) {
		deadline_from_row(p->mem, r, i, (struct date){0}, &d);
		p->moved += compute_one(db, p->mem, calendar, &d, &m);
	}
	store(db, &m);
	p->more = r->n == p->piece;
	db_run(db, &deadline_sweep_put, A(calendar_version(calendar)), A(p->more ? row_int(r, r->n - 1, "id") : SWEPT));
}

int64_t deadline_recompute(struct db *db)
{
	return deadline_recompute_by(db, db_is_postgresql(db) ? PIECE_POSTGRESQL : PIECE);
}

int64_t deadline_recompute_by(struct db *db, int piece)
{
	struct recompute p = {.mem = arena_new(MEMORY), .piece = piece};
	struct arena *before = db_arena(db);
	int64_t moved = 0;

	db_use_arena(db, p.mem);
	do {
		arena_reset(p.mem);
		db_tx(db, piece_tx, &p);
		moved += p.moved;
	} while (p.more);
	db_use_arena(db, before);
	arena_free(p.mem);
	return moved;
}

/* ---- computed once more, nothing changed */

struct checking {
	const struct calendar *calendar;
	void (*wrong)(void *with, const struct deadline *, struct date should);
	void *with;
};

static bool check_piece(void *with, const struct rows *r)
{
	const struct checking *c = with;
	struct deadline d;

	for (int i = 0; i < r->n; i++) {
		deadline_from_row(r->mem, r, i, (struct date){0}, &d);
		struct act_deadline days = deadline_days(c->calendar, &d);

		if (!date_same(days.due, d.due) || !date_same(days.raw, d.raw) || days.provisional != d.provisional)
			c->wrong(c->with, &d, days.due);
	}
	return true;
}

void deadline_check(struct db *db, void (*wrong)(void *, const struct deadline *, struct date), void *with)
{
	struct arena *mem = arena_new(MEMORY), *kept = arena_new(MEMORY);
	struct checking c = {office_calendar(db, kept), wrong, with};

	db_each(db, mem, PIECE, &deadline_current, (const struct value[]){A(swept(db))}, 1, check_piece, &c);
	arena_free(mem);
	arena_free(kept);
}

static void done_tx(struct db *db, void *with)
{
	(void)db;
	job_done(with);
}

static void run(struct job *job)
{
	deadline_recompute(job->db);
	db_tx(job->db, done_tx, job);
}

const struct job_kind deadline_recompute_job = {.name = "deadline.recompute", .run = run, .period_seconds = 60};
