/* entry.c: what is entered of a trainee for 請證, by a page, a file or the command: stored, told, and what becomes due by it.
 * Knows no page.                                                                       ACMS-018, 054 … 061, 100, PLAN-132 */
#include "app/audit/audit.h"
#include "app/calendar/calendar.h"
#include "app/certificate/certificate.sql.h"
#include "app/certificate/private.h"
#include "app/notice/notice.h"
#include "app/plan/book.h"
#include "app/score/score.h"
#include "base/text.h"

const struct field entered_fields[] = {
	FIELD(applicant, identity, TEXT, EDIT, "身分別"),
	FIELD(applicant, identity_proof, BOOL, EDIT, "相關證明文件"),
	FIELD(applicant, score, TEXT, EDIT, "實務訓練成績"),
	FIELD(applicant, practical_start, DATE, EDIT, "實訓期間起"),
	FIELD(applicant, practical_end, DATE, EDIT, "實訓期間迄"),
	FIELD(applicant, remark, TEXT, EDIT, "備註"),
	FIELD(applicant, change_note, TEXT, EDIT, "資料變更情形"),
	FIELD(applicant, change_proof, TEXT, EDIT, "資料變更之證明文件"),
	{0}
};

const char *applicant_rated(struct db *db, struct arena *mem, const struct applicant *a, struct date today)
{
	struct life l;

	if (!text_is(a->state, training_states[PASSED].id) || !life_load(db, mem, a->id, today, &l) || !rating_last(&l))
		return NULL;
	return rating_total(mem, rating_last(&l));
}

const char *rated_words(struct arena *mem, const struct applicant *a, const char *total)
{
	return arena_print(mem, "%s 的實務訓練成績應與成績考核評定之%s分相同，您輸入的是%s。", a->name, total, a->score);
}

/* 請證 is due from the day on which the last of what it needs was there.                                       ACMS-018 */
void entry_follow(struct db *db, struct arena *mem, const struct applicant *a, struct date today)
{
	const struct plan *plan = plan_book_on(a->plan, a->report_date);
	struct date end = date_set(a->end_date) ? a->end_date : a->practical_end, day = date_before(end, today) ? today : end;
	struct date then = date_plus(date_before(end, a->practical_end) ? a->practical_end : end, 1);
	struct lacks l = applicant_lacks(mem, a, date_before(then, today) ? today : then, 0);
	bool by_plan = plan && plan_value(plan, PLAN_CERT_WITHIN)->known;

	if (text_is(a->state, training_states[PASSED].id))          /* the rating has begun it */
		return;
	if (l.n) {
		deadline_cancel(db, &score_certificate_deadline, "trainee", a->id, today, "尚不符請證條件");
		return;
	}
	deadline_start(db, office_calendar(db, mem), &(struct deadline){
		.kind = &score_certificate_deadline, .subject_kind = "trainee", .subject = a->id, .agency = a->agency, .event = day,
		.about = arena_print(mem, "%s（%lld年%s）", a->name, (long long)a->exam_year, a->exam_name),
		.length = by_plan ? NULL : arena_print(mem, "%lldd", (long long)a->apply_due_days), .counted = by_plan ? NULL : "next_day",
		.citation = plan && plan->citations[PLAN_CITE_CERT] ? plan->citations[PLAN_CITE_CERT] : NULL});
}

/* A correction of an agency's data: the agency sees why. */
static void tell_agency(struct db *db, struct arena *mem, const struct entering *e, const struct applicant *a)
{
	notice_add(db, &(struct notice){.agency = a->agency, .kind = "certificate.corrected", .subject_kind = "trainee", .subject = a->id,
		.text = arena_print(mem, "%s的請證資料已由保訓會更正：%s", a->name, e->reason),
		.link = arena_print(mem, "/certification/persons/%lld", (long long)a->id), .made = e->now});
}

bool entry_store(struct db *db, struct arena *mem, const struct entering *e, const struct applicant *was, struct applicant *now)
{
	int64_t version = was->version;
	const char *from = NULL, *to = NULL;

	if (!version)
		version = db_run(db, &data_begin, A(was->id))->n ? 1 : -1;
	if (!text_is(was->score, now->score))
		now->scored = e->today;
	if (!db_run(db, &data_put, A(was->id), A(version), A(now->identity), A(now->identity_proof), value_text_or_null(now->score),
			A(now->scored), A(now->practical_start), A(now->practical_end), A(now->remark), A(now->changed), A(now->change_note),
			A(now->change_proof), A(e->now), A(e->account))->n)
		return false;
	if (record_changes(entered_fields, mem, was, now, &from, &to))
		audit_add(db, &(struct audit_event){.account = e->account, .agency = e->agency, .address = e->address,
			.action = "certificate.data", .subject_kind = "trainee", .subject = was->id, .before = from, .after = to,
			.reason = e->reason, .at = e->now});
	if (e->correction)
		tell_agency(db, mem, e, now);
	entry_follow(db, mem, now, e->today);
	return true;
}
