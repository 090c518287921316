/* allocation.c: 分配資料: what the letter of allocation says of a trainee: post, grades, series, limit to report.   PLAN-021, 024 */
#include "app/may.h"
#include "app/plan/book.h"
#include "app/training/private.h"
#include "app/training/training.sql.h"
#include "app/training/view.h"
#include "app/upkeep/upkeep.h"
#include "base/text.h"
#include "rule/law.h"
#include "web/list.h"

struct allocation {
	int64_t id, version;
	const char *name, *exam_name, *post_title, *post_series, *document, *reason;
	struct code state, post_grade_min, post_grade_max, intended_grade;
	struct date published, result_published, allocated_on, report_by;
	bool supplementary, state_enterprise, qualified;
};

const struct code post_grades[] = {
	{"1", "委任第一職等"}, {"2", "委任第二職等"}, {"3", "委任第三職等"}, {"4", "委任第四職等"}, {"5", "委任第五職等"},
	{"6", "薦任第六職等"}, {"7", "薦任第七職等"}, {"8", "薦任第八職等"}, {"9", "薦任第九職等"}, {"10", "簡任第十職等"},
	{"11", "簡任第十一職等"}, {"12", "簡任第十二職等"}, {"13", "簡任第十三職等"}, {"14", "簡任第十四職等"}, {0}
};

const struct field allocation_fields[] = {
	FIELD(allocation, id, INT, KEY, "編號"),
	FIELD(allocation, version, INT, KEY, "版本"),
	FIELD(allocation, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(allocation, exam_name, TEXT, SHOW, "考試名稱"),
	FIELD(allocation, state, CODE, SHOW, "狀態", .list = training_states, .not_sorted = true),
	FIELD(allocation, published, DATE, EDIT, "榜示日", .not_sorted = true),
	FIELD(allocation, result_published, DATE, EDIT, "分配結果公告日", .not_sorted = true),
	FIELD(allocation, supplementary, BOOL, EDIT, "增額錄取", .not_sorted = true),
	FIELD(allocation, allocated_on, DATE, EDIT, "分配函日期", .not_sorted = true),
	FIELD(allocation, report_by, DATE, EDIT, "報到期限", .hint = "分配函所定之日"),
	FIELD(allocation, document, TEXT, EDIT, "分配或改期文號", .most = 60, .not_sorted = true),
	FIELD(allocation, post_title, TEXT, EDIT, "擬任職務", .most = 60, .not_sorted = true),
	FIELD(allocation, post_series, TEXT, EDIT, "職系", .most = 30, .not_sorted = true),
	FIELD(allocation, post_grade_min, CODE, EDIT, "職務列等（最低）", .list = post_grades, .not_sorted = true),
	FIELD(allocation, post_grade_max, CODE, EDIT, "職務列等（最高）", .list = post_grades, .not_sorted = true),
	FIELD(allocation, intended_grade, CODE, EDIT, "擬任職等", .list = post_grades, .not_sorted = true),
	FIELD(allocation, state_enterprise, BOOL, EDIT, "公營事業機構", .not_sorted = true),
	FIELD(allocation, qualified, BOOL, EDIT, "具法定任用資格且經銓敘審定", .not_sorted = true),
	FIELD(allocation, reason, TEXT, EDIT, "理由（保訓會）", .most = 200, .not_sorted = true),
	{0}
};

static const struct field list_fields[] = {
	FIELD(allocation, id, INT, KEY, "編號"),
	FIELD(allocation, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(allocation, exam_name, TEXT, SHOW, "考試名稱"),
	FIELD(allocation, state, CODE, SHOW, "狀態", .list = training_states, .not_sorted = true),
	FIELD(allocation, report_by, DATE, SHOW, "報到期限"),
	FIELD(allocation, post_title, TEXT, SHOW, "擬任職務", .not_sorted = true),
	FIELD(allocation, post_series, TEXT, SHOW, "職系", .not_sorted = true),
	FIELD(allocation, intended_grade, CODE, SHOW, "擬任職等", .list = post_grades, .not_sorted = true),
	FIELD(allocation, supplementary, BOOL, SHOW, "增額錄取", .not_sorted = true),
	{0}
};

static int grade(struct code c)
{
	int64_t n = 0;

	return c.id && text_to_int(c.id, 1, 14, &n) ? (int)n : 0;
}

static struct code grade_code(int n)
{
	return n ? post_grades[n - 1] : (struct code){"", ""};
}

static bool load(struct db *db, struct arena *mem, int64_t id, void *record)
{
	struct allocation *a = record;
	struct training t;

	if (!training_load(db, mem, id, &t))
		return false;
	*a = (struct allocation){.id = id, .version = t.version, .name = t.name, .exam_name = t.exam_name, .document = "", .reason = "",
		.state = training_states[t.state], .published = t.published, .result_published = t.result_published, .report_by = t.report_by,
		.allocated_on = t.allocated_on,
		.post_title = t.post_title, .post_series = t.post_series, .post_grade_min = grade_code(t.post_grade_min),
		.post_grade_max = grade_code(t.post_grade_max), .intended_grade = grade_code(t.intended_grade),
		.supplementary = t.supplementary, .state_enterprise = t.state_enterprise, .qualified = t.qualified};
	return true;
}

static const char *title(struct arena *mem, const void *record)
{
	const struct allocation *a = record;

	return arena_print(mem, "%s的分配資料", a->name);
}

/* The window for 保留受訓資格 closes so many days before the results: not before it opens.         PLAN-010 */
static void check_window(struct req *r, const struct allocation *a)
{
	struct training t;
	const struct plan_value *days = training_load(r->db, r->mem, a->id, &t) && t.plan ? plan_value(t.plan, PLAN_RETAIN_CLOSE_DAYS) : NULL;
	struct date closes;

	if (!days || !days->known)
		return;
	closes = date_plus(a->result_published, -(int)days->n);
	if (date_before(closes, a->published))
		issue(&r->issues, -1, "result_published", "ERR_TEXT_GIVEN", arena_print(r->mem,
			"保留受訓資格申請截止日%s（分配結果公告日之%lld日前）早於榜示日%s，請查明（%s）。", date_text(r->mem, closes),
			(long long)days->n, date_text(r->mem, a->published), training_cite(&t, PLAN_CITE_RETAIN_WINDOW)));
}

/* Grades go from the lower to the higher; 公營事業機構 may have none.    PLAN-024 */
static void check(struct req *r, void *record, const void *before)
{
	const struct allocation *a = record;
	int min = grade(a->post_grade_min), max = grade(a->post_grade_max), intended = grade(a->intended_grade);

	(void)before;
	if (min && max && max < min)
		issue(&r->issues, -1, "post_grade_max", "ERR_TEXT_GIVEN", "「職務列等（最高）」不可低於「職務列等（最低）」。");
	if (intended && ((min && intended < min) || (max && max < intended)))
		issue(&r->issues, -1, "intended_grade", "ERR_TEXT_GIVEN", "「擬任職等」不在職務列等之內，請查明。");
	if (!issue_range(&r->issues, -1, "published", a->published, "result_published", a->result_published) &&
		date_set(a->published) && date_set(a->result_published))
		check_window(r, a);
	issue_range(&r->issues, -1, "published", a->published, "allocated_on", a->allocated_on);
	issue_range(&r->issues, -1, "allocated_on", a->allocated_on, "report_by", a->report_by);
	if (r->who->all_agencies && !*text_trim(r->mem, a->reason))
		issue(&r->issues, -1, "reason", "ERR_REQUIRED");        /* README decision 16 */
}

/* Bodies outside the Appointment Act have posts without a series.      PLAN-024 */
static const char *doubt(struct req *r, const void *record)
{
	const struct allocation *a = record;
	const struct plans *plans = plan_book();
	const struct law_value *l = plans ? law_value(plans->law, LAW_POST_SERIES, r->today) : NULL;

	if (!l || !*a->post_series || a->state_enterprise || fact_texts_has(&l->value.texts, a->post_series))
		return NULL;
	return arena_print(r->mem, "職系「%s」不在%s所列%d職系之內，請查明：%s", a->post_series, l->law, l->value.texts.n, law_words(r->mem, l));
}

static void put(struct db *db, const struct allocation *a)
{
	db_run(db, &training_listed_put, A(a->id), A(a->supplementary), A(a->published));
	db_run(db, &training_allocation_put, A(a->id), A(a->result_published), A(a->report_by), A(a->post_title), A(a->post_series),
		A(grade(a->post_grade_min)), A(grade(a->post_grade_max)), A(grade(a->intended_grade)), A(a->state_enterprise), A(a->qualified),
		A(a->allocated_on));
}

static void (*window_moved)(struct db *, int64_t, struct date, struct date, const struct training_news *);

void training_window_moved(void (*then)(struct db *, int64_t admission, struct date published, struct date result_published,
	const struct training_news *))
{
	window_moved = then;
}

/* The limit of the letter, or a later day that was agreed: the old one stays in the events and in the deadline.   PLAN-021 d */
static void follow(struct db *db, const struct training *was, const struct training_news *news)
{
	struct training t;

	training_load(db, db_arena(db), was->admission, &t);
	if (!date_same(was->report_by, t.report_by))
		event_keep(db, &t, "report_by", date_iso(db_arena(db), was->report_by), date_iso(db_arena(db), t.report_by), news);
	deadlines_follow(db, &t, news);
	if (window_moved && (!date_same(was->published, t.published) || !date_same(was->result_published, t.result_published)))
		window_moved(db, t.admission, was->published, was->result_published, news);
}

static int64_t store(struct req *r, struct db *db, void *record, const void *before)
{
	const struct allocation *a = record;
	struct training_news news = {.event = EVENT_ALLOCATED, .day = r->today, .account = r->who->account, .address = r->wire->address,
		.now = r->now, .document = a->document, .remark = a->reason};
	struct training t;
	int64_t seen = a->version;

	(void)before;
	text_to_int(req_form(r, "version"), 0, INT64_MAX, &seen);       /* 0: nothing was stored when the page was made */
	if (!training_load(db, db_arena(db), a->id, &t) || t.version != seen || !training_touch(db, &t))
		return 0;
	put(db, a);
	if (t.state == WAIT_ALLOCATION && t.agency)
		training_happen(db, &t, &news);
	follow(db, &t, &news);
	return a->id;
}

static const struct upkeep allocations = {"/allocations", "trainee", "分配資料", allocation_fields, sizeof(struct allocation), NULL, load, title,
	check, store, NULL, doubt};

static const struct field query_fields[] = {
	{.name = "exam_year", .label = "年度", .kind = K_INT, .use = EDIT, .least = 1, .most = 999},
	{.name = "state", .label = "狀態", .kind = K_CODE, .use = EDIT, .list = training_states}, {0}
};

static void list_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "分配資料", list_fields, sizeof(struct allocation), "name"))
		return;
	l.rows_at = req_may(r, MAY_LIFE_EDIT | MAY_COMMISSION) ? "/allocations" : NULL;
	if (list_run(&l, &training_allocations, REQ_AGENCIES(r), A(req_query_int(r, "exam_year", 1, 999, 0)), A(req_query(r, "state"))))
		list_show_plain(&l);
}

static void one_get(struct req *r) { upkeep_show(r, &allocations); }
static void one_post(struct req *r) { upkeep_change(r, &allocations); }

#define AREA "分發人員管理/分配資料"

const struct route training_routes[] = {
	{GET, "/allocations", list_get, MAY_LIFE_EDIT | MAY_COMMISSION | MAY_COLLEGE, .takes = query_fields, .gives = list_fields, .list = true,
		.crumb = AREA, .help = "受訓人員的分配資料"},
	{GET, "/allocations/:trainee", one_get, MAY_LIFE_EDIT | MAY_COMMISSION, .gives = allocation_fields, .crumb = AREA "/修改",
		.help = "一位受訓人員的分配資料"},
	{POST, "/allocations/:trainee", one_post, MAY_LIFE_EDIT | MAY_COMMISSION, .takes = allocation_fields, .help = "修改分配資料"},
	{GET, "/trainees/:trainee/overlap", overlap_get, MAY_LIFE_SEE, .gives = overlap_fields, .crumb = "分發人員管理/受訓人員/訓期重疊",
		.help = "同一人訓期重疊的錄取資格"},
	{POST, "/trainees/:trainee/overlap", overlap_post, MAY_LIFE_EDIT | MAY_COMMISSION, .takes = overlap_takes,
		.crumb = "分發人員管理/受訓人員/訓期重疊", .help = "登錄選擇接受訓練的考試"},
	{GET, "/trainees/:trainee/plan", governing_get, MAY_LIFE_SEE, .gives = governing_fields, .crumb = "分發人員管理/受訓人員/適用計畫",
		.help = "一位受訓人員適用的訓練計畫"},
	{POST, "/trainees/:trainee/plan", governing_post, MAY_LIFE_EDIT | MAY_COMMISSION, .takes = governing_takes,
		.crumb = "分發人員管理/受訓人員/適用計畫", .help = "改用其他訓練計畫"},
	{0}
};
