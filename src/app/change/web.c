/* web.c: the lists of participants, of their cases, of the periods that run; 漏未薦送; the addresses of the slice.   PROMO-006, 030, 122, 125 */
#include <stdlib.h>

#include "app/audit/audit.h"
#include "app/change/change.sql.h"
#include "app/change/page.html.h"
#include "app/change/view.h"
#include "base/text.h"

enum { YEAR_MOST = 999, KINDS_MOST = 24, DAYS_MOST = 36500 };

/* ---- participants ---- */

static const struct field people_fields[] = {
	FIELD(participant, id, INT, KEY, "編號"),
	FIELD(participant, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(participant, national_id, ID, SHOW, "身分證統一編號", .privacy = PERSONAL, .not_sorted = true),
	FIELD(participant, year, INT, SHOW, "年度"),
	FIELD(participant, type, CODE, SHOW, "訓練類別", .list = promotion_type_codes),
	FIELD(participant, state, CODE, SHOW, "狀態", .list = participant_states),
	FIELD(participant, outcome, CODE, SHOW, "正選/備選", .list = outcome_codes, .not_sorted = true),
	FIELD(participant, place, INT, SHOW, "受訓序列"),
	FIELD(participant, origin, CODE, SHOW, "參訓身分", .list = origin_codes, .not_sorted = true),
	FIELD(participant, cost, CODE, SHOW, "公費/自費", .list = cost_codes, .not_sorted = true),
	FIELD(participant, agency_name, TEXT, SHOW, "服務機關", .not_sorted = true),
	FIELD(participant, selector_name, TEXT, SHOW, "遴選機關", .not_sorted = true),
	FIELD(participant, class_from, DATE, SHOW, "開訓日", .not_sorted = true),
	{0}
}, people_query[] = {
	{.name = "type", .label = "訓練類別", .kind = K_CODE, .list = promotion_type_codes},
	{.name = "year", .label = "年度", .kind = K_INT, .least = 0, .most = YEAR_MOST},
	{.name = "state", .label = "狀態", .kind = K_CODE, .list = participant_states},
	{.name = "q", .label = "姓名", .kind = K_TEXT, .most = 60},
	{0}
};

static const struct field find_query[] = {{.name = "national_id", .label = "身分證統一編號", .kind = K_TEXT, .use = EDIT, .most = 10}, {0}};

void change_people_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "參訓人員", people_fields, sizeof(struct participant), "-year"))
		return;
	l.rows_at = "/promotion/participants";
	if (!list_run(&l, &change_people, A(req_agency(r)), A(req_query(r, "type")), A(req_query_int(r, "year", 0, YEAR_MOST, 0)),
			A(req_query(r, "state")), A(req_query(r, "q"))))
		return;
	struct people_view v = {.r = r, .l = &l, .search = req_url(r, "/promotion/participants"), .requests = req_url(r, "/promotion/requests"),
		.periods = req_url(r, "/promotion/periods"), .omitted = req_url(r, "/promotion/participants/omitted"),
		.type = input_choice(r, "type", "訓練類別", "", false, options_of(r->mem, promotion_type_codes, "（全部）")),
		.year = input_text(r, "year", "年度", "", false, "留白為全部年度"),
		.state = input_choice(r, "state", "狀態", "", false, options_of(r->mem, participant_states, "（全部）")),
		.q = input_text(r, "q", "姓名", "", false, NULL), .find = req_url(r, "/promotion/participants/find"),
		.id = input_text(r, "national_id", "身分證統一編號", "", true, NULL),
		.may_propose = req_may(r, MAY_PROMOTION_EDIT) && selector_any(r->db, r->who->agency)};

	people_page(reply_page(r, 200, "參訓人員"), &v);
}

bool change_may_know(const struct req *r, const struct participant *p)
{
	int64_t own = r->who->agency;

	return r->who->all_agencies || p->agency == own || p->selector == own || p->institute == own;
}

/* By the ID, which has no place in an address: the newest participation that this person may see. */
void change_find_post(struct req *r)
{
	struct participants all = participants_of_person(r->db, r->mem, text_upper(r->mem, req_form(r, "national_id")));

	for (int i = 0; i < all.n; i++)
		if (change_may_know(r, &all.at[i])) {
			reply_see(r, participant_url(r, all.at[i].id), NULL);
			return;
		}
	reply_refuse(r, 404, "ERR_NOT_FOUND", "身分證統一編號");
}

/* ---- cases ---- */

struct listed {
	int64_t id, year;
	struct code kind, type;
	const char *state, *name, *national_id, *agency_name, *selector_name, *summary;
	struct date day;
};

static struct code titles[KINDS_MOST + 1];                                   /* by the kinds' names */

void change_start(void)
{
	int n = 0;

	for (const struct life_kind *const *k = life_all(); *k && n < KINDS_MOST; k++)
		if (life_subject_of(*k) == &change_subject)
			titles[n++] = (struct code){(*k)->name, (*k)->title};
	titles[n] = (struct code){0};
}

static const struct field case_fields[] = {
	FIELD(listed, id, INT, KEY, "編號"),
	FIELD(listed, day, DATE, SHOW, "日期"),
	FIELD(listed, kind, CODE, SHOW, "案件", .list = titles),
	FIELD(listed, state, TEXT, SHOW, "狀態"),
	FIELD(listed, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(listed, national_id, ID, SHOW, "身分證統一編號", .privacy = PERSONAL, .not_sorted = true),
	FIELD(listed, year, INT, SHOW, "年度", .not_sorted = true),
	FIELD(listed, type, CODE, SHOW, "訓練類別", .list = promotion_type_codes, .not_sorted = true),
	FIELD(listed, agency_name, TEXT, SHOW, "服務機關", .not_sorted = true),
	FIELD(listed, selector_name, TEXT, SHOW, "遴選機關", .not_sorted = true),
	FIELD(listed, summary, TEXT, SHOW, "摘要", .not_sorted = true),
	{0}
}, case_query[] = {
	{.name = "waits", .label = "待辦理機關", .kind = K_TEXT, .most = 4},
	{.name = "kind", .label = "案件", .kind = K_TEXT, .most = 40},
	{.name = "year", .label = "年度", .kind = K_INT, .least = 0, .most = YEAR_MOST},
	{0}
};

static const struct code waiting[] = {{"mine", "待本機關辦理"}, {0}};

/* What `own` (a right towards a participant) comes to for somebody who has `role`; 0: nothing. */
static int64_t right(const struct req *r, uint64_t role, uint64_t own)
{
	return req_may(r, role) ? (int64_t)own : 0;
}

void change_list_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "申請與核處案件", case_fields, sizeof(struct listed), "-day"))
		return;
	l.rows_at = "/promotion/requests";
	if (!list_run(&l, &change_list, A(req_agency(r)), A(right(r, MAY_PROMOTION_CALL, MAY_PROMOTION_CALL)),
			A(right(r, MAY_PROMOTION_EDIT, MAY_AT_SERVICE)), A(right(r, MAY_PROMOTION_EDIT, MAY_AT_SELECTING)),
			A(right(r, MAY_CLASS, MAY_CLASS)), A(text_is(req_query(r, "waits"), "mine")), A(req_query(r, "kind")),
			A(req_query_int(r, "year", 0, YEAR_MOST, 0)), A(req_may(r, MAY_PROMOTION_CALL))))
		return;
	struct cases_view v = {.r = r, .l = &l, .search = req_url(r, "/promotion/requests"), .people = req_url(r, "/promotion/participants"),
		.waits = input_choice(r, "waits", "待辦理機關", "", false, options_of(r->mem, waiting, "（全部）")),
		.kind = input_choice(r, "kind", "案件", "", false, options_of(r->mem, titles, "（全部）")),
		.year = input_text(r, "year", "年度", "", false, "留白為全部年度")};

	cases_page(reply_page(r, 200, "申請與核處案件"), &v);
}

/* ---- what runs ---- */

static const struct field period_fields[] = {
	FIELD(running, id, INT, KEY, "編號"),
	FIELD(running, subject, INT, MARK, ""),
	FIELD(running, kind, TEXT, MARK, ""),
	FIELD(running, due, DATE, SHOW, "末日"),
	FIELD(running, days_left, INT, SHOW, "剩餘日數", .not_sorted = true),
	FIELD(running, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(running, what, TEXT, SHOW, "年度", .not_sorted = true),
	FIELD(running, title, TEXT, SHOW, "期限", .not_sorted = true),
	FIELD(running, since, DATE, SHOW, "起算日", .not_sorted = true),
	FIELD(running, citation, TEXT, SHOW, "依據", .not_sorted = true),
	{0}
}, period_query[] = {{.name = "days", .label = "幾日內屆滿", .kind = K_INT, .least = 0, .most = DAYS_MOST}, {0}};

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct running *p = rows;

	for (int i = 0; i < n; i++) {
		const struct code *type = p[i].subject ? NULL : code_find(promotion_type_codes, p[i].citation);

		p[i].days_left = days_between(l->r->today, p[i].due);
		p[i].title = p[i].subject ? deadline_kind_named(mem, p[i].kind)->title : arena_print(mem, "%s名冊報送", type ? type->label : "");
		if (!p[i].subject) {
			p[i].name = "（名冊）";
			p[i].citation = "升官等訓練辦法第5條";
		}
	}
}

void change_periods_get(struct req *r)
{
	struct list l;
	const struct running *rows;
	struct date last;

	if (!list_open(&l, r, "進行中之期限", period_fields, sizeof(struct running), "due"))
		return;
	l.complete = complete;
	last = date_plus(r->today, (int)req_query_int(r, "days", 0, DAYS_MOST, DAYS_MOST));
	if (!list_run(&l, &change_periods, A(req_agency(r)), A(r->today), A(last)))
		return;
	struct periods_view v = {.r = r, .l = &l, .today = r->today, .people = req_url(r, "/promotion/participants"),
		.search = req_url(r, "/promotion/periods"), .days = input_text(r, "days", "幾日內屆滿", "", false, "留白為全部"),
		.lines = {arena_array(r->mem, (size_t)l.n, sizeof *v.lines.at), l.n}};

	rows = l.rows;
	for (int i = 0; i < l.n; i++) {
		int left = (int)rows[i].days_left;

		v.lines.at[i] = (struct period_line){&rows[i], left < 0 ? arena_print(r->mem, "逾期 %d 日", -left) : left ?
			arena_print(r->mem, "剩 %d 日", left) : "今日截止", left < 0 ? "late" : "soon",
			rows[i].subject ? participant_url(r, rows[i].subject) : req_may(r, MAY_PROMOTION_SEE) ? req_url(r,
				"/promotion/rosters") : (struct url){NULL}};
	}
	periods_page(reply_page(r, 200, "進行中之期限"), &v);
}

/* ---- 漏未薦送 ---- */

struct proposal { int64_t year; struct code type, sex; const char *national_id, *name, *agency_code, *agency_name, *title; struct date birth_date; };

static const struct field proposal_fields[] = {
	FIELD(proposal, type, CODE, EDIT, "訓練類別", .need = true, .list = promotion_type_codes),
	FIELD(proposal, year, INT, EDIT, "調訓年度", .need = true, .least = 2, .most = YEAR_MOST, .hint = "漏未薦送之次年度"),
	FIELD(proposal, name, TEXT, EDIT, "姓名", .need = true, .most = 60, .privacy = PERSONAL),
	FIELD(proposal, national_id, ID, EDIT, "身分證統一編號", .need = true, .privacy = PERSONAL),
	FIELD(proposal, sex, CODE, EDIT, "性別", .need = true, .list = sex_codes),
	FIELD(proposal, birth_date, DATE, EDIT, "出生日期", .need = true, .privacy = PERSONAL),
	FIELD(proposal, agency_code, TEXT, EDIT, "服務機關代碼", .need = true, .most = 10),
	FIELD(proposal, agency_name, TEXT, EDIT, "服務機關", .need = true, .most = 100),
	FIELD(proposal, title, TEXT, EDIT, "職稱", .need = true, .most = 60),
	{0}
};

static void show_proposal(struct req *r, int status, const struct proposal *p)
{
	struct omitted_view v = {.r = r, .action = req_url(r, "/promotion/participants/omitted"), .back = req_url(r, "/promotion/participants"),
		.wrong = issue_lines(r), .inputs = inputs_of(r, proposal_fields, p)};

	omitted_page(reply_page(r, status, "提報漏未薦送人員"), &v);
}

static struct proposal fresh(const struct req *r)
{
	return (struct proposal){.year = roc_year(r->today) + 1, .type = promotion_type_codes[0], .sex = {"", ""}, .national_id = "", .name = "",
		.agency_code = "", .agency_name = "", .title = ""};
}

void change_omitted_get(struct req *r)
{
	struct proposal p = fresh(r);

	show_proposal(r, 200, &p);
}

struct proposing { struct req *r; const struct proposal *p; };

static void propose(struct db *db, void *with)
{
	struct proposing *x = with;
	struct req *r = x->r;
	const struct proposal *p = x->p;
	int64_t id = participant_add(db, &(struct participant){.type = p->type, .year = p->year, .national_id = p->national_id, .name = p->name,
		.sex = p->sex, .birth_date = p->birth_date, .title = p->title, .selector = r->who->agency, .agency_code = p->agency_code,
		.agency_name = p->agency_name, .outcome = outcome_codes[0], .origin = *code_find(origin_codes, "omitted_direct"),
		.cost = cost_codes[0]}, &(struct participant_news){.event = PARTICIPANT_PROPOSED, .account = r->who->account,
		.address = r->wire->address, .now = r->now});

	issues_clear(&r->issues);
	if (!id && !db_undone(db))
		issue(&r->issues, -1, "national_id", "ERR_EXISTS", arena_print(r->mem, "%lld年度%s參訓人員%s", (long long)p->year, p->type.label,
			p->name));
	if (r->issues.n)
		db_undo(db);
	r->done = req_url(r, "/promotion/participants/%lld/records/%s", (long long)id, change_omitted.name);
}

void change_omitted_post(struct req *r)
{
	struct proposal p = fresh(r);

	r->issues.fields = proposal_fields;
	record_merge(proposal_fields, req_style(r), &r->form, true, &p, &r->issues, -1);
	if (!r->issues.n && !selector_is(r->db, p.type.id, p.year, r->who->agency))
		issue(&r->issues, -1, "", "ERR_SELECTING_ONLY");
	if (!r->issues.n && req_tx(r, propose, &(struct proposing){r, &p}) != REQ_UNDONE)
		reply_see(r, r->done, "已登錄，請續填審議情形。");
	else if (!reply_issues(r))
		show_proposal(r, 422, &p);
}

#define AREA "升官等訓練/"
#define CASE AREA "申請與核處案件/"

const struct route change_routes[] = {
	{GET, "/promotion/participants", change_people_get, MAY_PARTICIPANT_SEE, .takes = people_query, .gives = people_fields, .list = true,
		.crumb = AREA "參訓人員", .help = "升官等訓練參訓人員"},
	{POST, "/promotion/participants/find", change_find_post, MAY_PARTICIPANT_SEE, .takes = find_query, .asks = true,
		.crumb = AREA "參訓人員", .help = "以身分證統一編號查詢參訓人員"},
	{GET, "/promotion/participants/omitted", change_omitted_get, MAY_PROMOTION_EDIT, .crumb = AREA "參訓人員/提報漏未薦送人員",
		.help = "提報漏未薦送人員"},
	{POST, "/promotion/participants/omitted", change_omitted_post, MAY_PROMOTION_EDIT, .takes = proposal_fields, .help = "提報漏未薦送人員"},
	{GET, "/promotion/participants/:participant", change_person_get, MAY_PARTICIPANT_SEE, .gives = participant_fields,
		.crumb = AREA "參訓人員/一位", .help = "一位參訓人員"},
	{GET, "/promotion/periods", change_periods_get, MAY_PARTICIPANT_SEE, .takes = period_query, .gives = period_fields, .list = true,
		.crumb = AREA "進行中之期限", .help = "升官等訓練進行中之期限"},
	{GET, "/promotion/requests", change_list_get, MAY_PARTICIPANT_SEE, .takes = case_query, .gives = case_fields, .list = true,
		.crumb = AREA "申請與核處案件", .help = "參訓人員之申請與核處案件"},
	{GET, "/promotion/participants/:participant/records/*kind", life_new_get, MAY_PARTICIPANT_SEE, .crumb = CASE "新增",
		.help = "新增一件申請或核處"},
	{POST, "/promotion/participants/:participant/records/*kind", life_new_post, MAY_PARTICIPANT_SEE, .crumb = CASE "新增",
		.help = "新增一件申請或核處"},
	{GET, "/promotion/requests/:record", life_record_get, MAY_PARTICIPANT_SEE, .crumb = CASE "一件", .help = "一件申請或核處"},
	{GET, "/promotion/requests/:record/acts/*act", life_act_get, MAY_PARTICIPANT_SEE, .crumb = CASE "辦理", .help = "辦理一件申請或核處"},
	{POST, "/promotion/requests/:record/acts/*act", life_act_post, MAY_PARTICIPANT_SEE, .crumb = CASE "辦理", .help = "辦理一件申請或核處"},
	{POST, "/promotion/requests/:record/files", life_file_post, MAY_PARTICIPANT_SEE, .body = 25 << 20, .crumb = CASE "一件",
		.help = "附上證明文件"},
	{GET, "/promotion/requests/:record/files/:number", life_file_get, MAY_PARTICIPANT_SEE, .type = "application/pdf", .help = "讀取所附文件"},
	{GET, "/promotion/requests/:record/form", life_form_get, MAY_PARTICIPANT_SEE, .type = "application/pdf", .heavy = true, .help = "下載函稿"},
	{0}
};
