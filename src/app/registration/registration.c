/* registration.c: may this person register, and the one statement that gives places away.  Knows no page. */
#include "app/registration/registration.h"

#include <string.h>

#include "app/audit/audit.h"
#include "app/registration/registration.sql.h"
#include "app/registration/review.sql.h"
#include "base/text.h"
#include "rule/course.h"

const struct code registration_states[] = {
	{"pending", "待審核"}, {"approved", "核可"}, {"rejected", "駁回"}, {"withdrawn", "取消"}, {"overdue", "逾期未審"},
	{"cancelled", "課程停開"}, {0}
};
const struct code registration_sources[] = {{"online", "線上"}, {"nomination", "薦送"}, {0}};
const struct code registration_lodgings[] = {{"1", "需要"}, {"2", "不需要"}, {0}};
const struct code registration_meals[] = {{"1", "葷"}, {"2", "素"}, {"3", "不用餐"}, {0}};

struct code registration_shown(const char *state, struct moment course_end, bool course_cancelled, struct moment now)
{
	const char *id = state;

	if (course_cancelled && (text_is(state, "pending") || text_is(state, "approved")))
		id = "cancelled";
	else if (text_is(state, "pending") && course_end.seconds < now.seconds)
		id = "overdue";
	return *code_find(registration_states, id);
}

/* ---- may they? ---- */

static struct fact_time time_of(struct moment m)
{
	struct date day = moment_date(m);

	return m.seconds ? (struct fact_time){day, (int)(m.seconds - day_begins(day).seconds), false} : (struct fact_time){0};
}

/* A course that was put offline by hand, cancelled or deleted has no period. */
static bool period_open(const struct rows *c, const struct registration_asked *a, struct issues *issues)
{
	struct verdict v = verdict_new(issues->mem, NULL, NULL);
	struct visibility_values open = {0};
	struct moment from = row_moment(c, 0, "enroll_from"), to = row_moment(c, 0, "enroll_to");

	if (!row_null(c, 0, "cancelled") || (!row_null(c, 0, "offline_at") && row_int(c, 0, "offline_at") <= a->now.seconds)) {
		issue(issues, -1, "", "E-REG-01");
		return false;
	}
	visibility_judge(&v, &(struct visibility_facts){time_of(a->now), time_of(row_moment(c, 0, "online_from")), time_of(from), time_of(to)},
		&open);
	if (!open.open.yes)
		issue(issues, -1, "", "E-REG-01", moment_text(issues->mem, from), moment_text(issues->mem, to));
	return open.open.yes;
}

static bool method_fits(const struct rows *c, const struct registration_asked *a)
{
	return text_is(row_text(c, 0, "enroll_method"), text_is(a->source, "online") ? "free" : "nominate");
}

/* Of the current postings, main or concurrent, one is enough.                                   LEARN-223 */
static bool agency_fits(const char *limit, const struct rows *postings, struct issues *issues)
{
	bool fits = !*limit;

	for (int i = 0; i < postings->n && !fits; i++) {
		struct verdict v = verdict_new(issues->mem, NULL, NULL);
		struct agency_allowed_values allowed = {0};

		agency_allowed_judge(&v, &(struct agency_allowed_facts){limit, row_text(postings, i, "code")}, &allowed);
		fits = allowed.allowed;
	}
	if (!fits)
		issue(issues, -1, "", "E-REG-02");
	return fits;
}

static bool room_left(const struct rows *c, struct issues *issues)
{
	int64_t taken = row_int(c, 0, "taken"), quota = row_int(c, 0, "quota");

	if (!row_bool(c, 0, "quota_hard") || row_null(c, 0, "quota") || taken < quota)
		return true;
	issue(issues, -1, "", "E-REG-03", arena_print(issues->mem, "已報名 %lld 人，名額 %lld 人，額滿不再接受報名", (long long)taken,
		(long long)quota));
	return false;
}

static bool survey_answered(const struct rows *c, const struct registration_asked *a, struct issues *issues)
{
	if (row_bool(c, 0, "survey_lodging") && !*a->lodging)
		issue(issues, -1, "lodging", "E-REG-05", "住宿");
	if (row_bool(c, 0, "survey_meal") && !*a->meal)
		issue(issues, -1, "meal", "E-REG-05", "飲食");
	return !issues->n;
}

static void snapshot(struct registration_case *to, const struct rows *postings)
{
	bool any = postings->n;

	to->posted = any ? row_int(postings, 0, "agency") : to->asked.agency;
	to->unit = any ? row_text(postings, 0, "unit") : "";
	to->title = any ? row_int(postings, 0, "title") : 0;
	to->rank = any ? row_int(postings, 0, "rank") : 0;
	to->person_class = any ? row_int(postings, 0, "person_class") : 0;
	to->is_supervisor = any && row_bool(postings, 0, "is_supervisor");
}

/* In the order of the requirement; a course without online registration has no period to be outside of.        LEARN-234 */
static bool allowed(const struct rows *c, const struct rows *postings, const struct registration_asked *a, struct issues *issues)
{
	bool closed = text_is(row_text(c, 0, "enroll_method"), "closed");

	if (!closed && !period_open(c, a, issues))
		return false;
	if (!method_fits(c, a)) {
		issue(issues, -1, "", "E-REG-08");
		return false;
	}
	if (!agency_fits(row_text(c, 0, "agency_limit"), postings, issues) || !room_left(c, issues))
		return false;
	if (!row_null(c, 0, "state")) {
		issue(issues, -1, "", "E-REG-04");
		return false;
	}
	return survey_answered(c, a, issues);
}

bool registration_judge(struct db *db, const struct registration_asked *a, struct registration_case *to, struct issues *issues)
{
	struct rows *c = db_run(db, &registration_course, A(a->course), A(a->person)), *postings;

	*to = (struct registration_case){.asked = *a};
	if (db_undone(db))
		return false;
	if (!c->n || !row_null(c, 0, "deleted")) {
		issue(issues, -1, "", "E-SCOPE-01");
		return false;
	}
	postings = db_run(db, &registration_postings, A(a->person), A(moment_date(a->now)));
	if (db_undone(db))
		return false;
	snapshot(to, postings);
	return allowed(c, postings, a, issues);
}

/* ---- making and taking back ---- */

static void tell(struct db *db, const struct registration_asked *a, const char *action, int64_t id, int64_t course, const char *reason)
{
	audit_add(db, &(struct audit_event){.account = a->account, .agency = a->agency, .address = a->address, .action = action, .reason = reason,
		.subject_kind = "registration", .subject = id, .at = a->now,
		.after = arena_print(db_arena(db), "{\"course\":%lld}", (long long)course)});
}

/* What the judge saw is over: who was first, or the course itself, has changed it. */
static int64_t too_late(struct db *db, const struct registration_case *c, struct issues *issues)
{
	struct registration_case now;

	if (registration_judge(db, &c->asked, &now, issues))
		issue(issues, -1, "", "E-REG-01");
	db_undo(db);
	return 0;
}

int64_t registration_make(struct db *db, const struct registration_case *c, struct issues *issues)
{
	const struct registration_asked *a = &c->asked;
	struct rows *place = db_run(db, &registration_take, A(a->course), A(text_is(a->source, "online") ? "free" : "nominate"), A(a->now)), *put;

	if (!place->n)
		return db_undone(db) ? 0 : too_late(db, c, issues);
	put = db_run(db, &registration_put, A(a->course), A(a->person), A(row_int(place, 0, "last_seq")), A(a->source),
		value_id_or_null(a->nominating_agency), value_id_or_null(a->batch), A(a->lodging), A(a->meal), A(a->phone), A(a->email),
		A(c->posted), A(c->unit), value_id_or_null(c->title), value_id_or_null(c->rank), value_id_or_null(c->person_class),
		A(c->is_supervisor), A(a->now), A(a->account));
	if (!put->n) {
		if (!db_undone(db))
			issue(issues, -1, "", "E-REG-04");
		db_undo(db);
		return 0;
	}
	course_changed(db, a->course);
	tell(db, a, "registration.make", row_int(put, 0, "id"), a->course, NULL);
	return row_int(put, 0, "id");
}

bool registration_withdraw(struct db *db, int64_t id, int64_t version, int64_t account, int64_t agency, const char *address, const char *reason,
	struct moment now)
{
	struct rows *was = db_run(db, &registration_withdrawn, A(id), A(version), A(reason));

	if (!was->n)
		return false;
	db_run(db, &registration_free, A(row_int(was, 0, "course")));
	course_changed(db, row_int(was, 0, "course"));
	tell(db, &(struct registration_asked){.account = account, .agency = agency, .address = address, .now = now}, "registration.withdraw", id,
		row_int(was, 0, "course"), reason);
	return true;
}

static void count_for_course(struct db *db, int64_t course, struct course_use *to)
{
	to->registrations += row_int(db_run(db, &review_uses, A(course)), 0, "n");
}

const struct course_follower registration_follower = {.count = count_for_course};
