/* list.c: deadlines, read: the to-do list, those of one record, how many there are. */
#include "app/deadline/deadline.sql.h"
#include "app/deadline/private.h"
#include "base/text.h"

static const struct deadline_kind *const *all_kinds;

void deadline_kinds(const struct deadline_kind *const *kinds)
{
	all_kinds = kinds;
	deadline_titles(kinds);
}

const struct deadline_kind *const *deadline_all_kinds(void)
{
	static const struct deadline_kind *const none[] = {NULL};

	return all_kinds ? all_kinds : none;
}

const struct deadline_kind *deadline_kind_named(struct arena *mem, const char *name)
{
	const char *kept;

	for (int i = 0; all_kinds && all_kinds[i]; i++)
		if (text_is(all_kinds[i]->name, name))
			return all_kinds[i];
	kept = arena_text(mem, name);
	return arena_copy(mem, &(struct deadline_kind){.name = kept, .title = kept, .who = "", .consequence = "", .citation = ""},
		sizeof(struct deadline_kind));
}

static enum deadline_state state_of(const struct rows *r, int i)
{
	const char *state = row_text(r, i, "state");

	if (text_is(state, "open"))
		return DEADLINE_OPEN;
	if (text_is(state, "cancelled"))
		return DEADLINE_CANCELLED;
	return date_before(row_date(r, i, "due"), row_date(r, i, "ended")) ? DEADLINE_LATE : DEADLINE_MET;
}

static const char *text_or_null(struct arena *mem, const struct rows *r, int i, const char *column)
{
	return row_null(r, i, column) ? NULL : arena_text(mem, row_text(r, i, column));
}

void deadline_from_row(struct arena *mem, const struct rows *r, int i, struct date today, struct deadline *to)
{
	*to = (struct deadline){
		.id = row_int(r, i, "id"), .kind = deadline_kind_named(mem, row_text(r, i, "kind")),
		.subject_kind = arena_text(mem, row_text(r, i, "subject_kind")), .subject = row_int(r, i, "subject"),
		.agency = row_int(r, i, "agency"), .about = arena_text(mem, row_text(r, i, "about")),
		.event = row_date(r, i, "event_day"), .length = text_or_null(mem, r, i, "length"),
		.counted = text_or_null(mem, r, i, "counted"), .citation = arena_text(mem, row_text(r, i, "citation")),
		.raw = row_date(r, i, "raw"), .due = row_date(r, i, "due"), .provisional = row_bool(r, i, "provisional"),
		.state = state_of(r, i), .ended = row_date(r, i, "ended"), .reason = text_or_null(mem, r, i, "reason"),
	};
	to->days_left = days_between(today, to->due);
}

static struct deadlines from_rows(struct arena *mem, const struct rows *r, struct date today)
{
	struct deadlines list = {.n = r->n, .total = r->n, .at = arena_array(mem, (size_t)r->n, sizeof(*list.at))};

	for (int i = 0; i < r->n; i++)
		deadline_from_row(mem, r, i, today, &list.at[i]);
	return list;
}

static struct date before_day(const struct deadline_query *q)
{
	struct date before = date_set(q->before) ? q->before : date_make(2999, 12, 31);

	return q->overdue && date_before(q->today, before) ? q->today : before;
}

static struct date from_day(const struct deadline_query *q)
{
	return date_set(q->from) ? q->from : date_make(1912, 1, 1);
}

struct deadlines deadline_list(struct db *db, struct arena *mem, const struct deadline_query *q)
{
	const char *kind = q->kind ? q->kind->name : NULL;
	struct rows *r = q->scope.agency
		? db_run(db, &deadline_rows_below, A(q->scope.agency), A(q->scope.below), A(kind), A(before_day(q)), A(q->most), A(q->skip),
			A(from_day(q)))
		: db_run(db, &deadline_rows_all, A(kind), A(before_day(q)), A(q->most), A(q->skip), A(from_day(q)));
	struct deadlines list = from_rows(mem, r, q->today);

	list.total = r->n ? row_int(r, 0, "total") : 0;
	return list;
}

struct deadlines deadline_of(struct db *db, struct arena *mem, const char *subject_kind, int64_t subject, struct date today)
{
	return from_rows(mem, db_run(db, &deadline_rows_subject, A(subject_kind), A(subject)), today);
}

void deadline_soon(struct db *db, const char *subject_kind, int64_t subject)
{
	db_soon(db, &deadline_rows_subject, A(subject_kind), A(subject));
}

struct deadline_counts deadline_count(struct db *db, struct arena *mem, struct deadline_scope scope, struct date today)
{
	struct rows *r = scope.agency ? db_run(db, &deadline_counts_below, A(scope.agency), A(scope.below), A(today))
		: db_run(db, &deadline_counts_all, A(today));
	struct deadline_counts counts = {.n = r->n, .at = arena_array(mem, (size_t)r->n, sizeof(*counts.at))};

	for (int i = 0; i < r->n; i++)
		counts.at[i] = (struct deadline_count){.kind = deadline_kind_named(mem, row_text(r, i, "kind")),
			.open = row_int(r, i, "open_n"), .overdue = row_int(r, i, "overdue_n")};
	return counts;
}

const char *deadline_shown(struct req *r, const struct deadline_kind *k, int64_t subject, const char *about)
{
	const char *name = k->name_shown ? k->name_shown(r, subject) : NULL;

	return name ? name : about;
}

const char *deadline_link(struct arena *mem, const struct deadline *d)
{
	return d->kind->link ? arena_print(mem, "%s%lld", d->kind->link, (long long)d->subject) : NULL;
}

struct rows *deadline_changes(struct db *db, int64_t id)
{
	return db_run(db, &deadline_change_rows, A(id));
}
