/* persons_web.c: 請證人員資料管理／個人資料維護作業: 身分別, 實務訓練成績 and 實訓期間 of many or of one.        ACMS-053 … 061, PLAN-132 */
#include <string.h>

#include "app/audit/audit.h"
#include "app/calendar/calendar.h"
#include "app/certificate/certificate.sql.h"
#include "app/certificate/persons.html.h"
#include "app/certificate/view.h"
#include "app/exam/exam.h"
#include "app/notice/notice.h"
#include "app/plan/book.h"
#include "app/score/score.h"
#include "base/text.h"

enum { ROWS_MOST = 200 };

/* One row of the form, laid over what is stored. */
struct entry { struct applicant was, now; int64_t seen; bool dirty; };
struct entries { struct req *r; struct entry *at; int n; const char *reason; };

static const struct field entered_fields[] = {
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

static const char *named(struct arena *mem, const char *field, int64_t id)
{
	return arena_print(mem, "%s.%lld", field, (long long)id);
}

/* Each input of each row under its own name, so that a mistake leads to it. */
static const struct field *labels_of(struct req *r, const struct entries *e)
{
	enum { FIELDS = sizeof entered_fields / sizeof *entered_fields - 1 };
	struct field *all = arena_array(r->mem, (size_t)(e->n * FIELDS + 2), sizeof *all);
	int n = 0;

	for (int i = 0; i < e->n; i++)
		for (int k = 0; k < FIELDS; k++) {
			all[n] = entered_fields[k];
			all[n].name = named(r->mem, entered_fields[k].name, e->at[i].was.id);
			all[n++].label = arena_print(r->mem, "%s %s", e->at[i].was.name, entered_fields[k].label);
		}
	all[n++] = (struct field){.name = "reason", .label = "更正理由"};
	all[n] = (struct field){0};
	return all;
}

/* ---- what was typed ---- */

static void read_day(struct req *r, int i, const char *name, const char *typed, struct date *to)
{
	struct date d = {0};

	if (*typed && !(r->json_in ? date_parse_iso(typed, &d) : date_parse(typed, &d)))
		issue(&r->issues, i, name, r->json_in ? "ERR_DATE_ISO" : "ERR_DATE", typed);
	else
		*to = d;
}

/* What only the page of one person has is left alone by the page of many. */
static void read_more(struct req *r, int64_t id, struct applicant *a)
{
	const char *remark = pair_value(&r->form, named(r->mem, "remark", id)), *note = pair_value(&r->form, named(r->mem, "change_note", id)),
		*proof = pair_value(&r->form, named(r->mem, "change_proof", id));

	a->remark = remark ? text_trim(r->mem, remark) : a->remark;
	a->change_note = note ? text_trim(r->mem, note) : a->change_note;
	a->change_proof = proof ? text_trim(r->mem, proof) : a->change_proof;
	a->changed = *a->change_note;
}

/* In the table of many, a row in which only what the page proposed stands is one that nobody touched. */
static bool is_meant(const struct req *r, const struct entry *e)
{
	return e->was.version || *req_form(r, "one") || *e->now.identity || (*e->now.score && !text_is(e->was.state, training_states[PASSED].id)) ||
		r->issues.n;
}

static void read_entry(struct req *r, int i, struct entry *e)
{
	int64_t id = e->was.id;
	const char *score = req_form(r, named(r->mem, "score", id)), *identity = req_form(r, named(r->mem, "identity", id));
	const char *from, *to;

	e->now = e->was;
	text_to_int(req_form(r, named(r->mem, "v", id)), 0, INT64_MAX, &e->seen);
	e->now.identity = identity;
	e->now.identity_proof = *req_form(r, named(r->mem, "identity_proof", id));
	e->now.score = "";
	if (*score && !score_parse(r->mem, score, &e->now.score))
		issue(&r->issues, i, named(r->mem, "score", id), "ERR_SCORE", score);
	e->now.practical_start = e->now.practical_end = (struct date){0};
	read_day(r, i, named(r->mem, "practical_start", id), req_form(r, named(r->mem, "practical_start", id)), &e->now.practical_start);
	read_day(r, i, named(r->mem, "practical_end", id), req_form(r, named(r->mem, "practical_end", id)), &e->now.practical_end);
	read_more(r, id, &e->now);
	e->dirty = record_changes(entered_fields, r->mem, &e->was, &e->now, &from, &to) && is_meant(r, e);
}

static void read_entries(struct req *r, struct entries *e)
{
	int64_t *ids;
	int n = req_ticks(r, "row", ROWS_MOST, &ids);

	*e = (struct entries){.r = r, .at = arena_array(r->mem, (size_t)n, sizeof *e->at), .reason = req_form(r, "reason")};
	for (int i = 0; i < n; i++) {
		if (applicant_load(r->db, r->mem, ids[i], req_agency(r), &e->at[e->n].was))
			e->n++;
		else
			issue(&r->issues, i, "tick", "ERR_FORBIDDEN");
	}
	r->issues.fields = labels_of(r, e);
	if (!n)
		issue(&r->issues, -1, "tick", "ERR_NONE_TICKED");
	for (int i = 0; i < e->n; i++)
		read_entry(r, i, &e->at[i]);
}

/* ---- what is wrong ---- */

/* The total of the rating that was made here, which the score then is; NULL: none. */
static const char *rated(struct req *r, const struct applicant *a)
{
	struct life l;

	if (!text_is(a->state, training_states[PASSED].id) || !life_load(r->db, r->mem, a->id, r->today, &l) || !rating_last(&l))
		return NULL;
	return rating_total(r->mem, rating_last(&l));
}

static void need(struct req *r, int i, const struct entry *e, const char *field, bool given)
{
	const char *name = named(r->mem, field, e->was.id);

	if (!given && !issue_at(&r->issues, i, name))
		issue(&r->issues, i, name, "ERR_REQUIRED");
}

static void check_values(struct req *r, int i, const struct entry *e)
{
	const struct applicant *a = &e->now;
	const char *total = *a->score ? rated(r, a) : NULL;

	need(r, i, e, "identity", *a->identity && code_find(identity_codes, a->identity));
	need(r, i, e, "score", *a->score);
	need(r, i, e, "practical_start", date_set(a->practical_start));
	need(r, i, e, "practical_end", date_set(a->practical_end));
	if (date_set(a->practical_start) && date_set(a->practical_end) && date_before(a->practical_end, a->practical_start))
		issue(&r->issues, i, named(r->mem, "practical_end", a->id), "ERR_DATE_RANGE", date_text(r->mem, a->practical_start),
			date_text(r->mem, a->practical_end));
	if (total && !text_is(total, a->score))
		issue(&r->issues, i, named(r->mem, "score", a->id), "ERR_TEXT_GIVEN",
			arena_print(r->mem, "%s 的實務訓練成績應與成績考核評定之%s分相同，您輸入的是%s。", a->name, total, a->score));
}

static void say_stale(struct req *r, struct db *db, int i, const struct applicant *a)
{
	struct rows *s = db_run(db, &applicant_saved, A(a->id));
	const char *by = s->n ? row_text(s, 0, *row_text(s, 0, "full_name") ? "full_name" : "name") : "他人";

	issue(&r->issues, i, named(r->mem, "score", a->id), "ERR_STALE", by, s->n ? moment_text(r->mem, row_moment(s, 0, "saved")) : "剛才");
}

static void check(struct req *r, const struct entries *e)
{
	for (int i = 0; i < e->n; i++) {
		const struct entry *x = &e->at[i];

		if (!x->dirty && !r->issues.n)
			continue;
		if (x->was.serial && x->dirty)
			issue(&r->issues, i, named(r->mem, "identity", x->was.id), "ERR_IN_SERIAL", x->was.name, x->was.number);
		else if (x->seen != x->was.version && x->dirty)
			say_stale(r, r->db, i, &x->was);
		else if (x->dirty)
			check_values(r, i, x);
	}
	if (r->who->all_agencies && !*e->reason)                    /* a correction of an agency's data: the agency sees why */
		issue(&r->issues, -1, "reason", "ERR_REQUIRED");
}

/* ---- saved ---- */

/* 請證 is due from the day on which the last of what it needs was there.                                       ACMS-018 */
static void follow(struct db *db, const struct entries *e, const struct applicant *a)
{
	struct req *r = e->r;
	const struct plan *plan = plan_book_on(a->plan, a->report_date);
	struct date end = date_set(a->end_date) ? a->end_date : a->practical_end, day = date_before(end, r->today) ? r->today : end;
	struct date then = date_plus(date_before(end, a->practical_end) ? a->practical_end : end, 1);
	struct lacks l = applicant_lacks(r->mem, a, date_before(then, r->today) ? r->today : then, 0);
	bool by_plan = plan && plan_value(plan, PLAN_CERT_WITHIN)->known;

	if (text_is(a->state, training_states[PASSED].id))          /* the rating has begun it */
		return;
	if (l.n) {
		deadline_cancel(db, &score_certificate_deadline, "trainee", a->id, r->today, "尚不符請證條件");
		return;
	}
	deadline_start(db, office_calendar(db, r->mem), &(struct deadline){
		.kind = &score_certificate_deadline, .subject_kind = "trainee", .subject = a->id, .agency = a->agency, .event = day,
		.about = arena_print(r->mem, "%s（%lld年%s）", a->name, (long long)a->exam_year, a->exam_name),
		.length = by_plan ? NULL : arena_print(r->mem, "%lldd", (long long)a->apply_due_days), .counted = by_plan ? NULL : "next_day",
		.citation = plan && plan->citations[PLAN_CITE_CERT] ? plan->citations[PLAN_CITE_CERT] : NULL});
}

static void save_one(struct db *db, const struct entries *e, int i)
{
	struct req *r = e->r;
	struct entry *x = &e->at[i];
	struct applicant *a = &x->now;
	int64_t version = x->was.version;
	const char *from = NULL, *to = NULL;

	if (!version)
		version = db_run(db, &data_begin, A(a->id))->n ? 1 : -1;
	if (!text_is(x->was.score, a->score))
		a->scored = r->today;
	if (!db_run(db, &data_put, A(a->id), A(version), A(a->identity), A(a->identity_proof), value_text_or_null(a->score), A(a->scored),
			A(a->practical_start), A(a->practical_end), A(a->remark), A(a->changed), A(a->change_note), A(a->change_proof), A(r->now),
			A(r->who->account))->n) {
		say_stale(r, db, i, a);
		return;
	}
	record_changes(entered_fields, r->mem, &x->was, a, &from, &to);
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "certificate.data", .subject_kind = "trainee", .subject = a->id, .before = from, .after = to, .reason = e->reason,
		.at = r->now});
	if (r->who->all_agencies)
		notice_add(db, &(struct notice){.agency = a->agency, .kind = "certificate.corrected", .subject_kind = "trainee", .subject = a->id,
			.text = arena_print(r->mem, "%s的請證資料已由保訓會更正：%s", a->name, e->reason),
			.link = arena_print(r->mem, "/certification/persons/%lld", (long long)a->id), .made = r->now});
	follow(db, e, a);
}

static void save(struct db *db, void *with)
{
	struct entries *e = with;
	struct req *r = e->r;

	issues_clear(&r->issues);
	for (int i = 0; i < e->n; i++) {
		struct applicant now;

		if (!e->at[i].dirty)
			continue;
		if (applicant_load(db, r->mem, e->at[i].was.id, req_agency(r), &now) && now.serial)
			issue(&r->issues, i, named(r->mem, "identity", now.id), "ERR_IN_SERIAL", now.name, now.number);
		else
			save_one(db, e, i);
	}
	if (r->issues.n)
		db_undo(db);
	r->done = req_url(r, "/certification/persons?exam_year=%s&exam_code=%s", e->n ? arena_print(r->mem, "%lld", (long long)e->at[0].was.exam_year)
		: "", e->n ? e->at[0].was.exam_code : "");
}

/* ---- shown ---- */

static struct input typed(struct req *r, const char *field, const struct applicant *a, const char *label, const char *value, bool must)
{
	struct input i = input_text(r, named(r->mem, field, a->id), label, value, must, NULL);

	i.size = 10;
	return i;
}

static struct person_line line_of(struct req *r, const struct applicant *a)
{
	const char *proposed = *a->score ? NULL : rated(r, a);
	struct date start = date_set(a->practical_start) ? a->practical_start : a->report_date;
	struct date end = date_set(a->practical_end) ? a->practical_end : a->end_date;
	struct person_line x = {.a = a, .id = arena_print(r->mem, "%lld", (long long)a->id), .locked = a->serial,
		.edit = req_url(r, "/certification/persons/%lld", (long long)a->id), .version_name = named(r->mem, "v", a->id),
		.version = arena_print(r->mem, "%lld", (long long)a->version), .education = *a->education_score ? a->education_score : "尚未登錄",
		.result = !*a->score ? "" : score_passes(a->score, a->pass_mark_practical) ? "及格" : "不及格",
		.identity = input_choice(r, named(r->mem, "identity", a->id), "身分別", a->identity, true,
			options_of(r->mem, identity_codes, "（請選取）")),
		.proof = input_tick(r, named(r->mem, "identity_proof", a->id), "已檢附", a->identity_proof),
		.score = typed(r, "score", a, "實務訓練成績", proposed ? proposed : a->score, true),
		.start = typed(r, "practical_start", a, "實訓期間起", date_text(r->mem, start), true),
		.end = typed(r, "practical_end", a, "實訓期間迄", date_text(r->mem, end), true),
		.remark = input_text(r, named(r->mem, "remark", a->id), "備註", a->remark, false,
			"免除、縮短、延長及免繳證書費之註記由系統帶入，無須填寫。"),
		.change_note = input_text(r, named(r->mem, "change_note", a->id), "資料變更情形", a->change_note, false,
			"姓名、身分證字號等資料有變更時填寫。"),
		.change_proof = input_text(r, named(r->mem, "change_proof", a->id), "資料變更之證明文件", a->change_proof, false,
			"例如戶籍謄本。資料有變更者應檢附，否則無法列入申請序號。")};

	if (a->serial)
		x.serial = req_url(r, "/certification/serials/%lld", (long long)a->serial);
	x.hint = date_set(a->report_date) && date_set(a->practical_start) && !date_same(a->report_date, a->practical_start) ?
		arena_print(r->mem, "起日與報到日期 %s 不同", date_text(r->mem, a->report_date)) : "";
	return x;
}

/* What is wrong leads to its input where the page has it: not to that of a locked row, of a row elsewhere, or of who may only read. */
static void unlink_absent(const struct req *r, struct issue_lines *lines, const struct applicant *a, int n, bool edits)
{
	for (size_t i = 0; i < r->issues.n; i++) {
		const char *field = r->issues.at[i].field, *dot = strchr(field, '.');
		int64_t id = 0;
		bool here = dot ? false : edits && n && r->who->all_agencies && text_is(field, "reason");

		for (int k = 0; dot && k < n && edits; k++)
			here |= text_to_int(dot + 1, 1, INT64_MAX, &id) && a[k].id == id && !a[k].serial;
		if (!here && (dot || text_is(field, "reason") || (text_is(field, "tick") && !n)))
			issue_lines_without(lines, field);
	}
}

static bool may_edit(const struct req *r)
{
	return req_may(r, MAY_LIFE_EDIT | MAY_COMMISSION);
}

static void show(struct req *r, int status, struct list *l, const struct condition *c)
{
	struct persons_view v = {.r = r, .l = l, .wrong = issue_lines(r), .action = req_url(r, "/certification/persons"),
		.add = req_url(r, "/certification/serials/new?exam_year=%s&exam_code=%s", arena_print(r->mem, "%lld", (long long)c->year), c->exam),
		.search = search_view(r, "/certification/persons", c), .filters = condition_hidden(r, c), .may_edit = may_edit(r),
		.needs_reason = r->who->all_agencies, .reason = input_text(r, "reason", "更正理由", "", true, "更正機關資料的理由，該機關看得到"),
		.contact = r->app->contact(r, "請證操作問題諮詢"), .once = form_once(r),
		.lines = {arena_array(r->mem, (size_t)l->n, sizeof *v.lines.at), l->n}};
	static const struct code entered[] = {{"entered", "已填"}, {"open", "未填"}, {0}};

	v.search.more = (struct inputs){arena_array(r->mem, 3, sizeof(struct input)), 3};
	v.search.more.at[0] = input_text(r, "name", "姓名", "", false, NULL);
	v.search.more.at[1] = input_text(r, "number", "申請序號", "", false, NULL);
	v.search.more.at[2] = input_choice(r, "entered", "是否已填成績", "", false, options_of(r->mem, entered, "（全部）"));
	v.search.more.at[0].size = v.search.more.at[1].size = 12;
	for (int i = 0; i < l->n; i++)
		v.lines.at[i] = line_of(r, (struct applicant *)l->rows + i);
	unlink_absent(r, &v.wrong, l->rows, l->n, v.may_edit);
	applicants_page(reply_page(r, status, "個人資料維護作業"), &v);
}

static bool open(struct req *r, struct list *l)
{
	return list_open(l, r, "請證人員資料管理", applicant_fields, sizeof(struct applicant), "name");
}

void persons_get(struct req *r)
{
	struct condition c;
	struct list l;

	if (!open(r, &l))
		return;
	condition_read(r, &c);
	if (r->issues.n) {
		if (!reply_issues(r))
			show(r, 422, &l, &c);
		return;
	}
	if (c.wanted && !run_applicants(r, &l, &c))
		return;
	if (c.wanted && !l.n)
		issue(&r->issues, -1, "", "ERR_NOT_FOUND", condition_words(r, &c));
	show(r, 200, &l, &c);
}

static void show_one(struct req *r, int status, const struct applicant *a)
{
	const struct code *state = code_find(training_states, a->state);
	struct person_view v = {.r = r, .wrong = issue_lines(r), .action = req_url(r, "/certification/persons"),
		.back = req_url(r, "/certification/persons?exam_year=%s&exam_code=%s",
			arena_print(r->mem, "%lld", (long long)a->exam_year), a->exam_code),
		.line = line_of(r, a), .may_edit = may_edit(r), .needs_reason = r->who->all_agencies,
		.reason = input_text(r, "reason", "更正理由", "", true, "更正機關資料的理由，該機關看得到"), .state = state ? state->label : "",
		.exam = arena_print(r->mem, "%lld年 %s", (long long)a->exam_year, exam_label(r->mem, a->exam_code, a->exam_name))};
	struct lacks l = applicant_lacks(r->mem, a, r->today, a->serial);

	unlink_absent(r, &v.wrong, a, 1, v.may_edit);
	v.line.why = lacks_words(r->mem, &l);
	applicant_page(reply_page(r, status, "修改資料"), &v);
}

void person_edit_get(struct req *r)
{
	struct applicant a;

	if (!applicant_load(r->db, r->mem, r->id[0], 0, &a))
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
	else if (r->json)
		reply_record(r, applicant_fields, &a);
	else
		show_one(r, 200, &a);
}

static void refuse(struct req *r, int status, const struct entries *e)
{
	struct condition c;
	struct list l;

	if (reply_issues_as(r, status))
		return;
	if (e->n == 1 && *req_form(r, "one")) {
		show_one(r, status, &e->at[0].was);
		return;
	}
	const struct field *labels = r->issues.fields;

	condition_read(r, &c);
	r->issues.fields = labels;
	open(r, &l);
	run_applicants(r, &l, &c);
	show(r, status, &l, &c);
}

/* A score below the mark is saved when that was meant.                                                       ACMS-057 */
static bool asked(struct req *r, const struct entries *e)
{
	struct low_view v = {.r = r, .action = req_url(r, "/certification/persons"), .back = list_back(r, "/certification/persons"),
		.lows = {arena_array(r->mem, (size_t)e->n, sizeof *v.lows.at), 0}};

	for (int i = 0; i < e->n; i++)
		if (e->at[i].dirty && !score_passes(e->at[i].now.score, e->at[i].now.pass_mark_practical))
			v.lows.at[v.lows.n++] = arena_print(r->mem, "%s：%s（及格標準 %s）", e->at[i].now.name, e->at[i].now.score,
				e->at[i].now.pass_mark_practical);
	if (!v.lows.n || r->json || *req_form(r, "confirm"))
		return false;
	for (size_t i = 0; i < r->form.n; i++)
		if (*r->form.at[i].name != '_')
			pair_add(r->mem, &v.hidden, r->form.at[i].name, r->form.at[i].value);
	low_page(reply_page(r, 200, "確認不及格成績"), &v);
	return true;
}

static int dirty_of(const struct entries *e)
{
	int n = 0;

	for (int i = 0; i < e->n; i++)
		n += e->at[i].dirty;
	return n;
}

static int status_of(const struct req *r)
{
	return issue_has(&r->issues, "ERR_FORBIDDEN") ? 403 :
		issue_has(&r->issues, "ERR_STALE") || issue_has(&r->issues, "ERR_IN_SERIAL") ? 409 : 422;
}

void persons_post(struct req *r)
{
	struct entries e;

	read_entries(r, &e);
	check(r, &e);
	if (r->issues.n)
		refuse(r, status_of(r), &e);
	else if (asked(r, &e))
		return;
	else if (req_tx(r, save, &e) == REQ_UNDONE)
		refuse(r, status_of(r), &e);
	else
		reply_see(r, r->done, arena_print(r->mem, "已儲存 %d 人的請證資料。", dirty_of(&e)));
}
