/* persons_web.c: 請證人員資料管理／個人資料維護作業: the pages of many and of one.                          ACMS-053 … 061, PLAN-132 */
#include <string.h>

#include "app/certificate/certificate.sql.h"
#include "app/certificate/persons.html.h"
#include "app/certificate/view.h"
#include "app/exam/exam.h"
#include "base/text.h"

/* ---- shown ---- */

static struct input typed(struct req *r, const char *field, const struct applicant *a, const char *label, const char *value, int size)
{
	struct input i = input_text(r, entry_name(r->mem, field, a->id), label, value, true, NULL);

	i.size = size;
	return i;
}

static struct person_line line_of(struct req *r, const struct applicant *a)
{
	const char *proposed = *a->score ? NULL : applicant_rated(r->db, r->mem, a, r->today);
	struct date start = date_set(a->practical_start) ? a->practical_start : a->report_date;
	struct date end = date_set(a->practical_end) ? a->practical_end : a->end_date;
	struct person_line x = {.a = a, .id = arena_print(r->mem, "%lld", (long long)a->id), .locked = a->serial,
		.edit = req_url(r, "/certification/persons/%lld", (long long)a->id), .version_name = entry_name(r->mem, "v", a->id),
		.version = arena_print(r->mem, "%lld", (long long)a->version), .education = *a->education_score ? a->education_score : "尚未登錄",
		.result = !*a->score ? "" : score_passes(a->score, a->pass_mark_practical) ? "及格" : "不及格",
		.identity = input_choice(r, entry_name(r->mem, "identity", a->id), "身分別", a->identity, true,
			options_of(r->mem, identity_codes, "（請選取）")),
		.proof = input_tick(r, entry_name(r->mem, "identity_proof", a->id), "已檢附", a->identity_proof),
		.score = typed(r, "score", a, "實務訓練成績", proposed ? proposed : a->score, 5),
		.start = typed(r, "practical_start", a, "實訓期間起", date_text(r->mem, start), 8),
		.end = typed(r, "practical_end", a, "實訓期間迄", date_text(r->mem, end), 8),
		.remark = input_text(r, entry_name(r->mem, "remark", a->id), "備註", a->remark, false,
			"免除、縮短、延長及免繳證書費之註記由系統帶入，無須填寫。"),
		.change_note = input_text(r, entry_name(r->mem, "change_note", a->id), "資料變更情形", a->change_note, false,
			"姓名、身分證字號等資料有變更時填寫。"),
		.change_proof = input_text(r, entry_name(r->mem, "change_proof", a->id), "資料變更之證明文件", a->change_proof, false,
			"例如戶籍謄本。資料有變更者應檢附並於下方附上檔案，否則無法列入申請序號。")};

	if (a->serial)
		x.serial = req_url(r, "/certification/serials/%lld", (long long)a->serial);
	x.hint = date_set(a->report_date) && date_set(a->practical_start) && !date_same(a->report_date, a->practical_start) ?
		arena_print(r->mem, "起日與報到日期 %s 不同", date_text(r->mem, a->report_date)) : "";
	return x;
}

/* In a table of many it is told whose each input is. */
static struct person_line row_of(struct req *r, const struct applicant *a)
{
	struct person_line x = line_of(r, a);
	struct input *const cells[] = {&x.identity, &x.score, &x.start, &x.end};

	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
		cells[i]->label = arena_print(r->mem, "%s %s", a->name, cells[i]->label);
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
		.file = req_url(r, "/certification/import"),
		.add = req_url(r, "/certification/serials/new?exam_year=%s&exam_code=%s", arena_print(r->mem, "%lld", (long long)c->year), c->exam),
		.search = search_view(r, "/certification/persons/find", c), .filters = condition_hidden(r, c), .may_edit = may_edit(r),
		.needs_reason = r->who->all_agencies, .reason = input_text(r, "reason", "更正理由", "", true, "更正機關資料的理由，該機關看得到"),
		.contact = r->app->contact(r, "請證操作問題諮詢"), .once = form_once(r),
		.lines = {.at = arena_array(r->mem, (size_t)l->n, sizeof *v.lines.at), .n = l->n}};
	static const struct code entered[] = {{"entered", "已填"}, {"open", "未填"}, {0}};

	v.search.sent = r;
	v.search.more = (struct inputs){arena_array(r->mem, 4, sizeof(struct input)), 4};
	v.search.more.at[0] = input_text(r, "national_id", "身分證字號",
		c->person && l->n ? ((struct applicant *)l->rows)->national_id : "", false, NULL);
	v.search.more.at[1] = input_text(r, "name", "姓名", "", false, NULL);
	v.search.more.at[2] = input_text(r, "number", "申請序號", "", false, NULL);
	v.search.more.at[3] = input_choice(r, "entered", "是否已填成績", "", false, options_of(r->mem, entered, "（全部）"));
	v.search.more.at[0].size = v.search.more.at[1].size = v.search.more.at[2].size = 12;
	for (int i = 0; i < l->n; i++)
		v.lines.at[i] = row_of(r, (struct applicant *)l->rows + i);
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
	condition_read(r, person_conditions, &c);
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

/* ---- searched: 身分證字號 is in no address (ACMS-104), so it comes by a form and is the trainee's id from here on ---- */

struct finding { const char *national_id; };
const struct field person_find_takes[] = {
	{.name = "exam_year", .label = "年度", .kind = K_INT, .use = EDIT, .need = true, .least = 1, .most = 999},
	{.name = "exam_code", .label = "考試代碼", .kind = K_TEXT, .use = EDIT, .need = true, .most = 3},
	FIELD(finding, national_id, ID, EDIT, "身分證字號", .privacy = PERSONAL),
	{.name = "name", .label = "姓名", .kind = K_TEXT, .use = EDIT}, {.name = "number", .label = "申請序號", .kind = K_TEXT, .use = EDIT},
	{.name = "entered", .label = "是否已填成績（entered 或 open）", .kind = K_TEXT, .use = EDIT},
	{0}
};

static int64_t numbered(struct req *r, const struct condition *c, const char *national_id)
{
	struct rows *t = db_run(r->db, &applicant_numbered, REQ_AGENCIES(r), A(c->year), A(c->exam), A(national_id));

	if (!t->n)
		issue(&r->issues, -1, "national_id", "ERR_NOT_FOUND", arena_print(r->mem, "%s、身分證字號 %s", condition_words(r, c),
			mask_id(r->mem, national_id)));
	return t->n ? row_int(t, 0, "id") : 0;
}

void persons_find_post(struct req *r)
{
	struct finding f = {""};
	struct condition c;
	struct list l;

	condition_read(r, person_conditions, &c);
	r->issues.fields = person_find_takes;
	field_parse(field_named(person_find_takes, "national_id"), req_style(r), req_form(r, "national_id"), &f, &r->issues, -1);
	if (!r->issues.n && *f.national_id)
		c.person = numbered(r, &c, f.national_id);
	if (!r->issues.n) {
		reply_see(r, req_url(r, "/certification/persons?exam_year=%s&exam_code=%s&name=%s&number=%s&entered=%s&person=%s",
			arena_print(r->mem, "%lld", (long long)c.year), c.exam, c.name, req_query(r, "number"), req_query(r, "entered"),
			c.person ? arena_print(r->mem, "%lld", (long long)c.person) : ""), NULL);
		return;
	}
	int status = issue_has(&r->issues, "ERR_NOT_FOUND") ? 404 : 422;

	if (!reply_issues_as(r, status) && open(r, &l))
		show(r, status, &l, &c);
}

void applicant_show(struct req *r, int status, const struct applicant *a)
{
	const struct code *state = code_find(training_states, a->state);
	struct person_view v = {.r = r, .wrong = issue_lines(r), .action = req_url(r, "/certification/persons"),
		.back = req_url(r, "/certification/persons?exam_year=%s&exam_code=%s",
			arena_print(r->mem, "%lld", (long long)a->exam_year), a->exam_code),
		.line = line_of(r, a), .may_edit = may_edit(r), .needs_reason = r->who->all_agencies,
		.reason = input_text(r, "reason", "更正理由", "", true, "更正機關資料的理由，該機關看得到"), .state = state ? state->label : "",
		.exam = arena_print(r->mem, "%lld年 %s", (long long)a->exam_year, exam_label(r->mem, a->exam_code, a->exam_name))};
	struct lacks l = applicant_lacks(r->mem, a, r->today, a->serial);

	v.proofs = req_may(r, MAY_LIFE_EDIT | MAY_COMMISSION) ? proof_lines_of(r, a->id) : (struct proof_lines){0};
	v.attach = req_url(r, "/certification/persons/%lld/proofs", (long long)a->id);
	v.what = input_choice(r, "what", "文件種類", "identity", true, options_of(r->mem, proof_kinds, NULL));
	v.file_error = issue_at(&r->issues, -1, "file") ? issue_at(&r->issues, -1, "file")->text : NULL;
	v.may_attach = req_may(r, MAY_LIFE_EDIT);
	if (text_is(a->serial_state, "certified"))
		v.note = req_url(r, "/certification/persons/%lld/note", (long long)a->id);
	unlink_absent(r, &v.wrong, a, 1, v.may_edit);
	issue_lines_without(&v.wrong, "remove_reason");
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
		applicant_show(r, 200, &a);
}

static void refuse(struct req *r, int status, const struct entries *e)
{
	struct condition c;
	struct list l;

	if (reply_issues_as(r, status))
		return;
	if (e->n == 1 && *req_form(r, "one")) {
		applicant_show(r, status, &e->at[0].was);
		return;
	}
	const struct field *labels = r->issues.fields;

	condition_read(r, person_conditions, &c);
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

	entries_read(r, &e);
	entries_check(r, &e);
	if (r->issues.n)
		refuse(r, status_of(r), &e);
	else if (asked(r, &e))
		return;
	else if (req_tx(r, entries_save, &e) == REQ_UNDONE)
		refuse(r, status_of(r), &e);
	else
		reply_see(r, r->done, arena_print(r->mem, "已儲存 %d 人的請證資料。", dirty_of(&e)));
}
