/* deadline.c: what happens to a deadline: it starts, moves, is met, opens again, is cancelled. */
#include "app/calendar/calendar.h"
#include "app/deadline/deadline.sql.h"
#include "app/deadline/private.h"
#include "base/log.h"
#include "base/text.h"

/* What is to be stored: the caller's words, the kind's where there are none. */
static struct deadline filled(const struct calendar *calendar, const struct deadline *given)
{
	struct deadline d = *given;
	struct act_deadline days;

	if (!d.length) {
		d.length = d.kind->length;
		d.counted = d.counted ? d.counted : d.kind->counted;
	}
	if (!d.citation)
		d.citation = d.kind->citation;
	d.citation = d.citation ? d.citation : "";
	d.about = d.about ? d.about : "";
	days = deadline_days(calendar, &d);
	d.raw = days.raw;
	d.due = days.due;
	d.provisional = days.provisional;
	return d;
}

struct act_deadline deadline_days(const struct calendar *calendar, const struct deadline *d)
{
	struct period length;
	enum counting counted;

	if (!d->length)
		return (struct act_deadline){.raw = d->event, .due = d->event};
	if (!period_parse(d->length, &length) || !d->counted || !counting_parse(d->counted, &counted))
		fail("deadline %s: length \"%s\", counted \"%s\"", d->kind->name, d->length, d->counted ? d->counted : "");
	return act_deadline(calendar, d->event, length, counted);
}

static void put_provisional(struct db *db, int64_t id, bool was, bool is)
{
	if (was != is)
		db_run(db, is ? &deadline_provisional_put : &deadline_provisional_end, A(id));
}

static void begin(struct db *db, const struct deadline *d)
{
	struct rows *made = db_run(db, &deadline_insert, A(d->kind->name), A(d->subject_kind), A(d->subject), A(d->about), A(d->agency), A(d->event),
		A(d->length), A(d->counted), A(d->citation), A(d->raw), A(d->due), A(job_now()));

	if (made->n)
		put_provisional(db, row_int(made, 0, "id"), false, d->provisional);
}

static bool same_days(const struct rows *r, const struct deadline *d)
{
	return date_same(row_date(r, 0, "event_day"), d->event) && date_same(row_date(r, 0, "raw"), d->raw) &&
		date_same(row_date(r, 0, "due"), d->due) && row_bool(r, 0, "provisional") == d->provisional;
}

static bool same_words(const struct rows *r, const struct deadline *d)
{
	return row_int(r, 0, "agency") == d->agency && text_is(row_text(r, 0, "about"), d->about) &&
		text_is(row_text(r, 0, "citation"), d->citation) && text_is(row_text(r, 0, "length"), d->length ? d->length : "") &&
		text_is(row_text(r, 0, "counted"), d->counted ? d->counted : "");
}

static void move(struct db *db, const struct rows *was, const struct deadline *d)
{
	int64_t id = row_int(was, 0, "id");

	if (!same_days(was, d))
		db_run(db, &deadline_change_put, A(id), A(job_now()), A("event"));
	else if (same_words(was, d))
		return;
	db_run(db, &deadline_move, A(id), A(d->about), A(d->agency), A(d->event), A(d->length), A(d->counted), A(d->citation), A(d->raw),
		A(d->due));
	put_provisional(db, id, row_bool(was, 0, "provisional"), d->provisional);
}

static struct rows *last(struct db *db, const struct deadline_kind *kind, const char *subject_kind, int64_t subject)
{
	return db_run(db, &deadline_last, A(subject_kind), A(subject), A(kind->name));
}

static bool is_there(const struct rows *last)
{
	return row_int(last, 0, "id");
}

/* The calendar in force.  The version is read in the transaction that stores the day: so whatever was computed by an older calendar was
 * committed before the new one (transactions are as if one after the other), and the sweep that follows that finds it. */
static const struct calendar *in_force(struct db *db, const struct calendar *given, const struct rows *last)
{
	int64_t version = row_int(last, 0, "calendar");

	return version == (given ? calendar_version(given) : 0) ? given : office_calendar(db, db_arena(db));
}

struct date deadline_start(struct db *db, const struct calendar *calendar, const struct deadline *given)
{
	struct deadline d;
	struct rows *was;

	if (!date_set(given->event))
		return (struct date){0};
	was = last(db, given->kind, given->subject_kind, given->subject);
	d = filled(in_force(db, calendar, was), given);
	if (is_there(was) && (text_is(row_text(was, 0, "state"), "open") || !date_before(row_date(was, 0, "ended"), d.event)))
		move(db, was, &d);
	else
		begin(db, &d);
	return d.due;
}

bool deadline_meet(struct db *db, const struct deadline_kind *kind, const char *subject_kind, int64_t subject, struct date day)
{
	db_run(db, &deadline_met, A(kind->name), A(subject_kind), A(subject), A(day));
	return db_changed(db) > 0;
}

/* What was met in time is not swept: its day may be by an older calendar. */
static struct act_deadline days_now(struct db *db, const struct rows *was)
{
	struct deadline d = {.event = row_date(was, 0, "event_day"), .length = row_text(was, 0, "length"), .counted = row_text(was, 0, "counted")};

	if (!*d.length)
		return (struct act_deadline){.raw = row_date(was, 0, "raw"), .due = row_date(was, 0, "due"),
			.provisional = row_bool(was, 0, "provisional")};
	d.kind = &(struct deadline_kind){.name = ""};
	return deadline_days(office_calendar(db, db_arena(db)), &d);
}

bool deadline_reopen(struct db *db, const struct deadline_kind *kind, const char *subject_kind, int64_t subject)
{
	struct rows *was = last(db, kind, subject_kind, subject);
	struct act_deadline days;

	if (!is_there(was) || !text_is(row_text(was, 0, "state"), "met"))
		return false;
	days = days_now(db, was);
	db_run(db, &deadline_change_put, A(row_int(was, 0, "id")), A(job_now()), A("reopened"));
	db_run(db, &deadline_open_again, A(row_int(was, 0, "id")), A(days.due));
	put_provisional(db, row_int(was, 0, "id"), row_bool(was, 0, "provisional"), days.provisional);
	return true;
}

int64_t deadline_cancel(struct db *db, const struct deadline_kind *kind, const char *subject_kind, int64_t subject, struct date day,
	const char *reason)
{
	db_run(db, &deadline_end, A(subject_kind), A(subject), A(kind ? kind->name : NULL), A(day), A(reason));
	return db_changed(db);
}

void deadline_hand_over(struct db *db, const char *subject_kind, int64_t subject, int64_t agency)
{
	db_run(db, &deadline_agency, A(subject_kind), A(subject), A(agency));
}
