/* deadline.c: what happens to a deadline: it starts, moves, is met, opens again, is cancelled. */
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

static void begin(struct db *db, const struct calendar *calendar, const struct deadline *d)
{
	db_run(db, &deadline_insert, A(d->kind->name), A(d->subject_kind), A(d->subject), A(d->about), A(d->agency), A(d->event),
		A(d->length), A(d->counted), A(d->citation), A(d->raw), A(d->due), A(d->provisional), A(calendar_version(calendar)),
		A(job_now()));
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

static void move(struct db *db, const struct calendar *calendar, const struct rows *was, const struct deadline *d)
{
	int64_t id = row_int(was, 0, "id");

	if (!same_days(was, d))
		db_run(db, &deadline_change_put, A(id), A(job_now()), A("event"));
	else if (same_words(was, d))
		return;
	db_run(db, &deadline_move, A(id), A(d->about), A(d->agency), A(d->event), A(d->length), A(d->counted), A(d->citation), A(d->raw),
		A(d->due), A(d->provisional), A(calendar_version(calendar)));
}

static struct rows *last(struct db *db, const struct deadline_kind *kind, const char *subject_kind, int64_t subject)
{
	return db_run(db, &deadline_last, A(subject_kind), A(subject), A(kind->name));
}

struct date deadline_start(struct db *db, const struct calendar *calendar, const struct deadline *given)
{
	struct deadline d;
	struct rows *was;

	if (!date_set(given->event))
		return (struct date){0};
	d = filled(calendar, given);
	was = last(db, d.kind, d.subject_kind, d.subject);
	if (was->n && (text_is(row_text(was, 0, "state"), "open") || !date_before(row_date(was, 0, "ended"), d.event)))
		move(db, calendar, was, &d);
	else
		begin(db, calendar, &d);
	return d.due;
}

bool deadline_meet(struct db *db, const struct deadline_kind *kind, const char *subject_kind, int64_t subject, struct date day)
{
	db_run(db, &deadline_met, A(kind->name), A(subject_kind), A(subject), A(day));
	return db_changed(db) > 0;
}

bool deadline_reopen(struct db *db, const struct deadline_kind *kind, const char *subject_kind, int64_t subject)
{
	struct rows *was = last(db, kind, subject_kind, subject);

	if (!was->n || !text_is(row_text(was, 0, "state"), "met"))
		return false;
	db_run(db, &deadline_change_put, A(row_int(was, 0, "id")), A(job_now()), A("reopened"));
	db_run(db, &deadline_open_again, A(row_int(was, 0, "id")));
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
