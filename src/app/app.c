/* app.c: the list of slices: the index of the product.  A slice includes another's header only if its line here says so.
 *
 * USES account: agency audit notice upkeep
 * USES apply: account audit life mail trainee
 * USES agency: upkeep
 * USES code: import upkeep
 * USES attendance: guidance life
 * USES award: audit certificate import notice paper participant promotion
 * USES backup: audit
 * USES calculator: calendar plan
 * USES calendar: account audit
 * USES case: deadline guidance life notice paper plan
 * USES certificate: account audit calendar exam import life notice paper plan score store training
 * USES change: account audit award deadline fee life notice paper participant plan promotion trainee
 * USES check: deadline hours opening store tally training
 * USES class: agency audit import participant promotion upkeep
 * USES colleague: agency code course download hours opening personal registration report staff
 * USES collection: account audit fee import plan trainee
 * USES contact: upkeep
 * USES course: audit code import instructor upkeep
 * USES decision: code hours report tally
 * USES deadline: calendar notice
 * USES delivery: code download hours staff
 * USES directory: agency import upkeep
 * USES download: audit notice store
 * USES ending: attendance guidance life paper
 * USES exam: plan upkeep
 * USES fee: audit calendar deadline exam gateway paper plan promotion upkeep
 * USES gateway:
 * USES plan:
 * USES gender: agency audit code report
 * USES guidance: audit life paper planform
 * USES home: deadline life notice promotion trainee
 * USES hours: agency audit code course import personal store
 * USES import: account audit notice store
 * USES instructor: audit import upkeep
 * USES life: account audit calendar notice paper store trainee training
 * USES learner: audit code course hours life store
 * USES mail:
 * USES material: audit code import upkeep
 * USES manual:
 * USES member: account agency audit notice staff
 * USES nominate: code import personal registration staff store
 * USES nomination: account audit calendar import notice paper participant promotion quota selection store survey
 * USES notice:
 * USES oidc: account audit
 * USES paper:
 * USES participant: audit import promotion
 * USES personal: audit
 * USES planform: account audit exam notice paper plan store trainee
 * USES portal: audit store upkeep
 * USES promotion: agency calendar plan upkeep
 * USES quota: audit paper participant promotion survey
 * USES registration: account audit code course download mail notice portal
 * USES opening: agency code course personal registration report
 * USES report: account agency audit code download personal staff upkeep
 * USES recheck: account audit calendar deadline notice paper participant plan promotion result
 * USES reminder: account audit calendar deadline mail
 * USES result: account audit calendar class deadline fee import notice paper participant promotion
 * USES review: agency audit code course hours notice personal staff store
 * USES roster: audit exam import trainee
 * USES sample: account agency attendance audit calendar certificate code course deadline exam fee guidance hours participant planform
 *              recheck registration staff store survey trainee training
 * USES selection: audit promotion quota
 * USES score: attendance guidance life paper
 * USES setup: account agency audit exam
 * USES staff: agency audit code import upkeep
 * USES store:
 * USES survey: audit import promotion upkeep
 * USES tally: agency code personal report staff upkeep
 * USES trainee: account agency audit calendar deadline exam notice training upkeep
 * USES training: audit calendar deadline notice plan upkeep
 * USES upkeep: audit
 * USES audit:
 */
#include "app/app.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/account/account.h"
#include "app/agency/agency.h"
#include "app/apply/apply.h"
#include "app/attendance/attendance.h"
#include "app/audit/audit.h"
#include "app/award/award.h"
#include "app/calculator/calculator.h"
#include "app/calendar/calendar.h"
#include "app/case/case.h"
#include "app/certificate/certificate.h"
#include "app/change/change.h"
#include "app/class/class.h"
#include "app/code/code.h"
#include "app/colleague/colleague.h"
#include "app/collection/collection.h"
#include "app/contact/contact.h"
#include "app/course/course.h"
#include "app/deadline/deadline.h"
#include "app/decision/decision.h"
#include "app/delivery/delivery.h"
#include "app/directory/directory.h"
#include "app/download/download.h"
#include "app/ending/ending.h"
#include "app/exam/exam.h"
#include "app/fee/fee.h"
#include "app/gateway/gateway.h"
#include "app/gender/gender.h"
#include "app/guidance/guidance.h"
#include "app/home/home.h"
#include "app/hours/hours.h"
#include "app/import/import.h"
#include "app/instructor/instructor.h"
#include "app/learner/learner.h"
#include "app/life/life.h"
#include "app/mail/mail.h"
#include "app/manual/manual.h"
#include "app/material/material.h"
#include "app/member/member.h"
#include "app/nominate/nominate.h"
#include "app/nomination/nomination.h"
#include "app/notice/notice.h"
#include "app/participant/participant.h"
#include "app/oidc/oidc.h"
#include "app/personal/personal.h"
#include "app/plan/book.h"
#include "app/planform/planform.h"
#include "app/portal/portal.h"
#include "app/promotion/promotion.h"
#include "app/quota/quota.h"
#include "app/registration/registration.h"
#include "app/recheck/recheck.h"
#include "app/reminder/reminder.h"
#include "app/opening/opening.h"
#include "app/report/report.h"
#include "app/result/result.h"
#include "app/review/review.h"
#include "app/roster/roster.h"
#include "app/score/score.h"
#include "app/selection/selection.h"
#include "app/staff/staff.h"
#include "app/store/store.h"
#include "app/survey/survey.h"
#include "app/tally/tally.h"
#include "app/trainee/trainee.h"
#include "app/training/training.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/setting.h"
#include "base/text.h"
#include "web/openapi.h"

const struct route *const app_routes[] = {
	home_routes,
	hours_routes,
	hours_import_routes,
	notice_routes,
	account_routes,
	agency_routes,
	attendance_routes,
	audit_routes,
	award_routes,
	case_routes,
	certificate_routes,
	change_routes,
	class_routes,
	collection_routes,
	colleague_routes,
	contact_routes,
	course_routes,
	delivery_routes,
	directory_routes,
	download_routes,
	list_download_routes,
	exam_routes,
	fee_routes,
	fee_public_routes,
	fee_payer_routes,
	fee_online_routes,
	fee_receipt_routes,
	fee_statement_routes,
	gender_routes,
	gender_report_routes,
	guidance_routes,
	import_routes,
	instructor_routes,
	learner_routes,
	life_routes,
	manual_routes,
	material_routes,
	member_routes,
	deadline_routes,
	registration_routes,
	reminder_routes,
	tally_members_routes,
	tally_required_routes,
	tally_human_routes,
	tally_performance_routes,
	tally_routes,
	opening_offering_routes,
	opening_execution_routes,
	decision_routes,
	viewer_routes,
	viewer_account_routes,
	office_routes,
	oidc_routes,
	personal_routes,
	code_routes,
	portal_routes,
	recheck_routes,
	result_routes,
	result_public_routes,
	review_routes,
	category_routes,
	snapshot_routes,
	roster_routes,
	selection_routes,
	staff_routes,
	survey_routes,
	trainee_routes,
	training_routes,
	plan_routes,
	planform_routes,
	nominate_routes,
	nomination_routes,
	promotion_pages,
	quota_routes,
	calculator_routes,
	apply_routes,
	openapi_routes,
	NULL
};

const struct job_kind *const app_jobs[] = {
	&account_sweep_job,
	&apply_sweep_job,
	&attendance_day_job,
	&audit_seal_job,
	&case_day_job,
	&change_day_job,
	&class_day_job,
	&deadline_day_job,
	&deadline_recompute_job,
	&download_job,
	&download_sweep_job,
	&fee_ask_job,
	&guidance_day_job,
	&hours_fold_job,
	&hours_pack_job,
	&hours_transfer_job,
	&import_job,
	&import_sweep_job,
	&mail_send_job,
	&mail_sweep_job,
	&reminder_job,
	&opening_block_job,
	&store_sweep_job,
	&tally_job,
	&tally_sample_job,
	&training_day_job,
	NULL
};

static const struct life_kind *const lives[] = {CASE_KINDS, GUIDANCE_KINDS, ATTENDANCE_KINDS, &rating_kind, &revocation_kind, CHANGE_KINDS, NULL};
/* What follows when an attempt at training begins. */
static bool (*const begun[])(struct db *, int64_t, const struct training_news *) = {plan_form_again, case_begun, NULL};

/* What a trainee takes along to another agency, besides deadlines. */
static void (*const goes_along[])(struct db *, int64_t, int64_t) = {life_hand_over, attendance_hand_over, NULL};
static const struct import_kind *const imports[] = {&roster_kind, &certificate_data_kind, &education_score_kind, &collection_kind,
	&survey_kind, &nomination_kind, &posting_kind, &code_kind, &directory_agency_kind, &directory_unit_kind,
	&course_kind, &lesson_kind, &instructor_kind, &material_kind,
	&nominate_kind, &class_member_kind, &class_leave_kind, &class_score_kind, &award_number_kind,
	&hours_opened_kind, &hours_unopened_kind, &hours_study_kind, &hours_auto_opened_kind, &hours_auto_unopened_kind,
	&hours_auto_study_kind, NULL};

static const struct course_follower *const course_follows[] = {&registration_follower, &hours_follower, NULL};
/* 報表 of 終身學習, in the order of the menu. */
static const struct report *const reports[] = {&tally_required, &tally_human, &tally_performance, &tally_enterprise, &tally_members,
	&gender_report, &opening_offering, &opening_execution, &decision_report, NULL};
static const struct download_kind *const downloads[] = {&registration_roster, &delivery_kind, COLLEAGUE_DOWNLOADS, &list_download, NULL};

/* May this person see the record that a :parameter of the address names?  The one place where that is decided. */
static const struct { const char *parameter; enum scope (*scope)(struct req *, const char *, int64_t); } scopes[] = {
	{"posting", staff_scope}, {"unit", directory_scope},
	{"fee", NULL}, {"course", course_scope}, {"instructor", instructor_scope}, {"removed", NULL}, {"material", NULL}, {"shown", NULL},
	{"shared", NULL}, {"download", NULL}, {"offering", NULL}, {"registration", NULL},
	{"agency", NULL}, {"exam", NULL}, {"contact", NULL}, {"trainee", trainee_scope}, {"entry", NULL}, {"grant", NULL}, {"number", NULL},
	{"account", NULL}, {"member", NULL}, {"place", NULL},
	{"code", NULL}, {"topic", NULL}, {"year_setting", NULL}, {"staff_group", NULL},
	{"announcement", NULL}, {"message_file", NULL}, {"manual_file", NULL}, {"certificate", NULL}, {"notice", NULL}, {"year", NULL},
	{"callup", NULL}, {"share", NULL}, {"choice", NULL}, {"past", NULL}, {"selector", promotion_scope}, {"candidate", survey_scope},
	{"participant", participant_scope}, {"question", NULL}, {"class", class_scope},
	{"private", review_scope}, {"returned", NULL}, {"hours", hours_scope}, {"own_hours", NULL}, {"hours_class", hours_scope},
	{"colleague", NULL},
	{"nominated", NULL},
	{"payment", NULL}, {"import", import_scope}, {"record", life_record_scope}, {"serial", serial_scope},
};

static enum scope scope_of(struct req *r, const char *parameter, int64_t id)
{
	for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++)
		if (!strcmp(scopes[i].parameter, parameter))
			return scopes[i].scope ? scopes[i].scope(r, parameter, id) : SCOPE_OK;
	fail("nobody decides who may see :%s", parameter);
}

static void refused(struct req *r, const char *code)
{
	audit_refusal(r->db, &(struct audit_event){.account = r->who ? r->who->account : 0, .agency = r->who ? r->who->agency : 0,
		.address = r->wire->address, .action = "refused", .subject_kind = "address", .after = code,
		.reason = r->route ? r->route->path : "", .at = r->now});
}

struct moment app_now(void)
{
	const char *fixed = setting("clock");
	struct moment m;

	if (!*fixed)
		return clock_now();
	if (!clock_parse(fixed, &m))
		fail("the setting clock is no moment: %s", fixed);
	return m;
}

static const char *origin(void)
{
	static struct arena *kept;
	bool tls = *setting("tls.certificate");

	if (*setting("origin"))
		return setting("origin");
	if (!kept)
		kept = arena_new(4096);
	arena_reset(kept);
	return arena_print(kept, "%s://%s:%s", tls ? "https" : "http", setting("address"), setting("port"));
}

/* An account, or a trainee without one. */
static bool who_is(struct req *r, const char *token, bool is_api_token, struct who *who)
{
	return account_who(r, token, is_api_token, who) || (!is_api_token && apply_who(r, token, who));
}

/* As the official manual has them.   LEARN 1.4 */
static const char *const menu_order[] = {
	"學習資訊上傳進度查詢", "新增/維護課程", "維護講師", "查詢講師資料庫", "報名准駁/下載名冊",
	"登錄/維護學習時數", "數位教材資訊通報", "會員管理",
	"成績下載", "下載申請進度查詢", "薦送報名", "薦送報名上傳進度查詢", "同仁學習狀況明細", "同仁課程資料查詢",
	"同仁學習類別時數一覽", "必須完成課程參與情形統計表", "人資報告學習時數統計表", "施政績效管理資訊",
	"施政績效管理資訊(事業機構)", "同仁登錄會員明細", "同仁登錄會員統計(含所屬機關)", "類別維護(與業務相關)",
	"學習時數(複核及修改)", "學習時數修改(職稱、官職等)", "性別主流化訓練情形調查", "機關課程查詢",
	"開課狀況統計", "課程執行情形表", "參與決策評量表", "多條件複選產製報表", NULL
};

struct web_app *app_web(void)
{
	static struct web_app app;

	app = (struct web_app){
		.routes = app_routes, .order = menu_order, .base = setting("base"), .public_origin = origin(), .db_url = setting("db"),
		.certificate_base = setting_int("certificate.port") && *setting("certificate.url") ? setting("certificate.url") : NULL,
		.secure = setting_on("secure") || *setting("tls.certificate"), .now = app_now,
		.who_is = who_is, .scope = scope_of, .park = account_park, .may_name = may_name, .no_right = may_refusal, .refused = refused,
		.contact = contact_numbers, .contacts = contact_lines,
	};
	return &app;
}

static const struct deadline_kind *const trainee_deadlines[] = {&plan_form_deadline, NULL};
static const struct deadline_kind *const *const deadline_lists[] = {trainee_deadlines, training_deadlines, case_deadlines,
	guidance_deadlines, attendance_deadlines, score_deadlines, change_deadlines,
	fee_deadlines, result_deadlines, recheck_deadlines, NULL};

/* The slices' lists as one. */
static const struct deadline_kind *const *all_deadlines(struct arena *mem)
{
	const struct deadline_kind **all = NULL;
	size_t n = 0, room = 0;

	for (const struct deadline_kind *const *const *list = deadline_lists; *list; list++)
		for (const struct deadline_kind *const *kind = *list; *kind; kind++) {
			all = arena_grow(mem, all, n, &room, sizeof(struct deadline_kind *));
			all[n++] = *kind;
		}
	all = arena_grow(mem, all, n, &room, sizeof(struct deadline_kind *));
	all[n] = NULL;
	return all;
}

/* Who of an agency reads what it is told about. */
static const struct notice_right notices[] = {
	{"trainee", MAY_TRAINEE_SEE}, {"serial", MAY_CERTIFICATE_SEE}, {"participant", MAY_PARTICIPANT_SEE}, {"class", MAY_PARTICIPANT_SEE},
	{"nomination", MAY_PROMOTION_SEE}, {"deadline", MAY_TRAINEE_SEE | MAY_PARTICIPANT_SEE},
	{"life", MAY_LIFE_SEE | MAY_PARTICIPANT_SEE | MAY_CLASS}, {"hours_record", MAY_HR_REVIEW}, {NULL, 0}
};

/* Acts that are declared as data. */
static const char *declared_words(struct arena *mem, const char *action)
{
	const struct code *event = text_starts(action, "training.") ? code_find(training_events, action + strlen("training.")) :
		text_starts(action, "participant.") ? code_find(participant_events, action + strlen("participant.")) : NULL;

	return event ? event->label : life_act_words(mem, action);
}

static void fill_person(struct req *r, const struct trainee *t, struct person_more *m)
{
	life_fill_person(r, t, m);
	collection_fill_person(r, t, m);
}

/* Hours of class for the cases that rest on them.  LAW: 佐升正訓練辦法§13: 曠課 is missed too */
static bool hours_of(struct db *db, int64_t participant, struct change_hours *to)
{
	struct class_facts f = class_facts_of(db, db_arena(db), participant);

	if (f.class)
		*to = (struct change_hours){f.listed, decimal_plus(f.other, f.truancy), f.course};
	return f.class;
}

/* What a class says of a participant. */
static void fill_class(struct req *r, const struct participant *p, struct person_more *m)
{
	struct class_facts f = class_facts_of(r->db, r->mem, p->id);

	if (!f.class)
		return;
	m->facts[m->facts_n++] = (struct person_fact){"班別", f.class_name, f.institute_name};
	m->facts[m->facts_n++] = (struct person_fact){"報到", date_set(f.reported) ? date_text(r->mem, f.reported) : "尚未報到", NULL};
	m->facts[m->facts_n++] = (struct person_fact){"缺課時數", arena_print(r->mem, "停止訓練事由%s小時，其他%s小時，曠課%s小時",
		decimal_text(r->mem, f.listed, 2), decimal_text(r->mem, f.other, 2), decimal_text(r->mem, f.truancy, 2)),
		arena_print(r->mem, "課程%s小時", decimal_text(r->mem, f.course, 2))};
}

/* And what came out of it. */
static void fill_result(struct req *r, const struct participant *p, struct person_more *m)
{
	struct training_result x;

	if (!result_load(r->db, r->mem, p->id, &x) || !date_set(x.determined))
		return;
	m->facts[m->facts_n++] = (struct person_fact){"總成績", arena_print(r->mem, "%s（%s）", x.total, x.passed ? "及格" : "不及格"),
		arena_print(r->mem, "%s核定", date_text(r->mem, x.determined))};
	m->facts[m->facts_n++] = (struct person_fact){"成績單", date_set(x.receipt) ? date_text(r->mem, x.receipt) : "尚未簽收", NULL};
	if (x.passed)
		m->facts[m->facts_n++] = (struct person_fact){"訓練合格證書", text_is(p->state.id, participant_states[PARTICIPANT_CERTIFIED].id) ?
			"已發給" : award_expected(r->mem, p->class_until), NULL};
}

static void (*const participant_fills[])(struct req *, const struct participant *, struct person_more *) = {fill_class, fill_result, NULL};


void app_start(void)
{
	static struct arena *kept;
	const char *data = setting("data");

	if (kept)
		return;
	kept = arena_new(1 << 16);
	mkdir(data, 0700);
	audit_key(arena_print(kept, "%s/audit.key", data));
	job_board(arena_print(kept, "%s/jobs.board", data));
	job_now = app_now;
	deadline_kinds(all_deadlines(kept));
	training_begun(begun);
	training_window_moved(case_retain_window_moved);
	fee_start();
	import_kinds(imports);
	notice_rights(notices);
	report_kinds(reports);
	download_kinds(report_downloads(kept, downloads));
	course_followers(course_follows);
	life_kinds(lives);
	change_start();
	change_hours_from(hours_of);
	change_more(participant_fills);
	certificate_verify_more(award_verify);
	trainee_goes_along(goes_along);
	guidance_tests(attendance_test_causes);
	trainee_more(fill_person, life_soon);
	audit_more_words(declared_words);
	gateway_start();
}
