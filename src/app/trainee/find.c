/* find.c: 各項特考錄取人員分配資料登錄: finding a person by three fields, and 「轉為本機關人員」.   ACMS-024 … 027 */
#include <string.h>

#include "app/agency/agency.h"
#include "app/audit/audit.h"
#include "app/may.h"
#include "app/trainee/find.html.h"
#include "app/trainee/trainee.sql.h"
#include "app/trainee/view.h"
#include "app/training/training.h"
#include "base/national_id.h"
#include "base/text.h"

struct find_key { const char *national_id, *exam_code; int64_t exam_year; };

static const struct field key_fields[] = {
	FIELD(find_key, national_id, ID, EDIT, "身分證字號", .need = true),
	FIELD(find_key, exam_year, INT, EDIT, "年度", .need = true, .least = 1, .most = 999),
	FIELD(find_key, exam_code, TEXT, EDIT, "考試名稱", .need = true, .most = 3),
	{.name = "reason", .label = "理由"}, {.name = "agency_code", .label = "轉入機關代碼"},
	{0}
};

static int64_t year_wanted(struct req *r)
{
	int64_t year;
	const char *typed = *req_form(r, "exam_year") ? req_form(r, "exam_year") : req_query(r, "exam_year");

	return text_to_int(text_fold(r->mem, typed), 1, 999, &year) ? year : exam_newest_year(r->db);
}

static void show(struct req *r, int status, const struct trainee *found, bool searched, bool confirm)
{
	int64_t year = year_wanted(r);
	const char *shown = arena_print(r->mem, "%lld", (long long)year);
	struct find_view v = {
		.r = r, .wrong = issue_lines(r), .action = req_url(r, "/trainees/find"),
		.take_over = req_url(r, "/trainees/take-over"), .found = found, .searched = searched, .confirm = confirm,
		.by_commission = r->who->all_agencies,
		.own = found && found->agency && found->agency == r->who->agency,
		.national_id = input_text(r, "national_id", "身分證字號", "", true, NULL),
		.year = input_text(r, "exam_year", "年度", year ? shown : "", true, "民國年"),
		.exam = input_choice(r, "exam_code", "考試名稱", "", true, exam_options(r, year, "請選擇")),
		.agency_code = input_text(r, "agency_code", "轉入機關代碼", "", true, NULL),
		.reason = input_text(r, "reason", "理由", "", true, NULL),
	};

	v.year.size = 5;
	if (found)
		v.person = req_url(r, "/trainees/%lld", (long long)found->id);
	find_page(reply_page(r, status, "各項特考錄取人員分配資料登錄"), &v);
}

void find_get(struct req *r)
{
	show(r, 200, NULL, false, false);
}

/* All three must be given; no part of them finds anybody. */
static bool read_key(struct req *r, struct find_key *key)
{
	*key = (struct find_key){"", "", 0};
	r->issues.fields = key_fields;
	for (const struct field *f = key_fields; f->kind; f++)
		field_parse(f, req_style(r), req_form(r, f->name), key, &r->issues, -1);
	return !r->issues.n;
}

static const char *conditions(struct req *r, const struct find_key *k)
{
	struct exam e;
	const char *exam = exam_find(r->db, r->mem, k->exam_year, k->exam_code, &e)
		? exam_label(r->mem, e.exam_code, e.exam_name) : k->exam_code;

	return arena_print(r->mem, "身分證字號 %s、年度 %lld、考試名稱 %s。注意考試別之選取", k->national_id,
		(long long)k->exam_year, exam);
}

/* The person of the three fields; false, with issues noted. */
static bool look_up(struct req *r, struct trainee *t)
{
	struct find_key key;

	if (!read_key(r, &key))
		return false;
	struct rows *found = db_run(r->db, &trainee_by_key, A(key.national_id), A(key.exam_year), A(key.exam_code));

	if (!record_load(r->mem, found, trainee_fields, t)) {
		audit_refusal(r->db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency,
			.address = r->wire->address, .action = "trainee.find-none", .subject_kind = "trainee", .at = r->now,
			.after = arena_print(r->mem, "%s %lld %s", mask_id(r->mem, key.national_id), (long long)key.exam_year, key.exam_code)});
		issue(&r->issues, -1, "", "ERR_NOT_FOUND", conditions(r, &key));
		return false;
	}
	return true;
}

/* What is told of a person before the take-over: no day of birth and none of reporting. */
const struct field found_fields[] = {
	FIELD(trainee, id, INT, KEY, "編號"),
	FIELD(trainee, version, INT, KEY, "版本"),
	FIELD(trainee, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(trainee, national_id, ID, SHOW, "身分證字號", .privacy = PERSONAL),
	FIELD(trainee, sex, CODE, SHOW, "性別", .list = sex_codes),
	FIELD(trainee, exam_year, INT, SHOW, "年度"),
	FIELD(trainee, exam_code, TEXT, SHOW, "考試代碼"),
	FIELD(trainee, exam_name, TEXT, SHOW, "考試名稱"),
	FIELD(trainee, exam_level, TEXT, SHOW, "考試等級"),
	FIELD(trainee, exam_category, TEXT, SHOW, "考試類科"),
	FIELD(trainee, agency_code, TEXT, SHOW, "機關代碼"),
	FIELD(trainee, agency_name, TEXT, SHOW, "機關名稱"),
	FIELD(trainee, taken_over, MOMENT, SHOW, "轉入時間"),
	{0}
};

/* Changes nothing; a POST because a national ID has no place in an address. */
void find_post(struct req *r)
{
	struct trainee t = {0};

	if (*req_form(r, "show")) {                                 /* another year's examinations are wanted, nothing more */
		show(r, 200, NULL, false, false);
		return;
	}
	if (!look_up(r, &t)) {
		int status = issue_has(&r->issues, "ERR_NOT_FOUND") ? 404 : 422;

		if (!reply_issues_as(r, status))
			show(r, status, NULL, true, false);
		return;
	}
	if (!r->who->all_agencies && t.agency != r->who->agency)    /* a reading of sensitive data leaves a trace: decision 22 */
		audit_refusal(r->db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency,
			.address = r->wire->address, .action = "trainee.find", .subject_kind = "trainee", .subject = t.id, .at = r->now});
	if (r->json)
		reply_record(r, found_fields, &t);
	else
		show(r, 200, &t, true, false);
}

/* Where the person goes: to one's own agency; 保訓會 names another one and says why. */
static int64_t target_agency(struct req *r, const char **reason)
{
	struct agency g;

	*reason = req_form(r, "reason");
	if (!r->who->all_agencies)
		return r->who->agency;
	if (!**reason)
		issue(&r->issues, -1, "reason", "ERR_REQUIRED");
	if (!*req_form(r, "agency_code"))
		issue(&r->issues, -1, "agency_code", "ERR_REQUIRED");
	else if (agency_find(r->db, r->mem, req_form(r, "agency_code"), &g))
		return g.id;
	else
		issue(&r->issues, -1, "agency_code", "ERR_NOT_FOUND", arena_print(r->mem, "機關代碼 %s", req_form(r, "agency_code")));
	return 0;
}

static void check_take_over(struct req *r, const struct trainee *t, int64_t agency)
{
	trainee_check_take_over(r->db, &r->issues, t, agency, r->app->contact(r, "錄取人員報到事宜"));
	int64_t seen;

	if (text_to_int(req_form(r, "version"), 1, INT64_MAX, &seen) && seen != t->version)
		audit_stale(r->db, &r->issues, -1, "", NULL, "trainee", t->id);
}

struct taking { struct req *r; const struct trainee *t; int64_t agency; const char *reason; };

static void take_over(struct db *db, void *with)
{
	struct taking *k = with;

	issues_clear(&k->r->issues);
	if (!trainee_take_over(db, k->t, k->agency, k->r->who, k->r->wire->address, k->r->now, k->reason)) {
		audit_stale(db, &k->r->issues, -1, "", NULL, "trainee", k->t->id);
		db_undo(db);
	}
	k->r->done = k->r->who->all_agencies ? req_url(k->r, "/trainees/find") : req_url(k->r, "/trainees/%lld", (long long)k->t->id);
}

static void refuse_take_over(struct req *r, const struct trainee *t)
{
	int status = issue_has(&r->issues, "ERR_STALE") ? 409 : 422;

	if (!reply_issues_as(r, status))
		show(r, status, t->id ? t : NULL, true, false);
}

void take_over_post(struct req *r)
{
	struct trainee t = {0};
	struct taking k = {r, &t, 0, NULL};

	if (look_up(r, &t) && (k.agency = target_agency(r, &k.reason)))
		check_take_over(r, &t, k.agency);
	if (r->issues.n) {
		refuse_take_over(r, &t);
		return;
	}
	if (!*req_form(r, "confirm") && !r->json) {
		show(r, 200, &t, true, true);
		return;
	}
	enum req_outcome outcome = req_tx(r, take_over, &k);

	if (outcome == REQ_UNDONE)
		refuse_take_over(r, &t);
	else
		reply_see(r, r->done, arena_print(r->mem, "%s 已轉為%s人員（%s）。", t.name,
			r->who->all_agencies ? "該機關" : "本機關", moment_text(r->mem, r->now)));
}

struct giving { struct req *r; struct trainee t; };

static void give_back(struct db *db, void *with)
{
	struct giving *g = with;
	struct req *r = g->r;

	issues_clear(&r->issues);
	if (!db_run(db, &trainee_give_back, A(g->t.id), A(g->t.version))->n) {
		audit_stale(db, &r->issues, -1, "", NULL, "trainee", g->t.id);
		db_undo(db);
		return;
	}
	trainee_moved(db, &(struct trainee_move){.admission = g->t.id, .from = g->t.agency, .to = g->t.former_agency, .back = true,
		.how = "已還原至原機關", .account = r->who->account, .address = r->wire->address, .reason = req_form(r, "reason"), .now = r->now,
		.taken_over = g->t.taken_over});
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "trainee.give-back", .subject_kind = "trainee", .subject = g->t.id, .reason = req_form(r, "reason"), .at = r->now,
		.before = arena_print(r->mem, "{\"agency\":%lld}", (long long)g->t.agency),
		.after = arena_print(r->mem, "{\"agency\":%lld}", (long long)g->t.former_agency)});
	r->done = req_url(r, "/trainees/report");
}

/* What was built on it since: the letter's limit, an act on a record.  What was there before goes back with the person. */
static void check_training(struct req *r, const struct trainee *t)
{
	struct training now;

	if (training_load(r->db, r->mem, t->id, &now) && date_set(now.report_by) && !date_set(t->report_date) &&
			db_run(r->db, &trainee_limited, A(t->id), A(t->taken_over))->n)
		issue(&r->issues, -1, "", "ERR_TAKEN_IN_USE", t->name, arena_print(r->mem, "報到期限 %s", date_text(r->mem, now.report_by)));
	struct rows *serial = db_run(r->db, &trainee_serial, A(t->id));

	if (serial->n)
		issue(&r->issues, -1, "", "ERR_IN_SERIAL", t->name, row_text(serial, 0, "number"));
	if (db_run(r->db, &trainee_recorded, A(t->id), A(t->taken_over))->n)
		issue(&r->issues, -1, "", "ERR_TAKEN_IN_USE", t->name, "受訓紀錄");
}

/* Undoing a mistaken take-over, while nothing hangs on it.   ACMS-027 */
void give_back_post(struct req *r)
{
	struct giving g = {.r = r};

	static const struct field labels[] = {{.name = "reason", .label = "還原理由"}, {0}};

	trainee_load(r->db, r->mem, r->id[0], &g.t);
	r->issues.fields = labels;
	if (!*req_form(r, "reason"))
		issue(&r->issues, -1, "reason", "ERR_REQUIRED");
	if (!g.t.agency)
		issue(&r->issues, -1, "", "ERR_NOT_TAKEN", g.t.name);
	if (date_set(g.t.report_date))
		issue(&r->issues, -1, "", "ERR_TAKEN_IN_USE", g.t.name,
			arena_print(r->mem, "報到日期 %s", date_text(r->mem, g.t.report_date)));
	if (g.t.file_number)
		issue(&r->issues, -1, "", "ERR_TAKEN_IN_USE", g.t.name, "上傳之實務訓練計畫表");
	check_training(r, &g.t);
	if (r->issues.n || req_tx(r, give_back, &g) == REQ_UNDONE) {
		if (!reply_issues(r))
			person_show(r, 422);
		return;
	}
	reply_see(r, r->done, arena_print(r->mem, "%s 已還原。", g.t.name));
}
