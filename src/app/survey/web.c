/* web.c: the addresses of the slice survey; one candidate kept up by hand.                       PROMO-007 … 019 */
#include "app/may.h"
#include "app/survey/private.h"
#include "app/survey/survey.sql.h"
#include "app/upkeep/upkeep.h"
#include "base/text.h"

#define AREA "升官等訓練/參訓資格調查"

/* ---- by hand ---- */

static const char *title(struct arena *mem, const void *record)
{
	const struct candidate *c = record;

	return arena_print(mem, "%lld年度%s %s", (long long)c->year, c->type.label, c->name);
}

static void complain(void *with, const char *field, const char *const *code_and_values)
{
	issue_add(with, -1, field, code_and_values);
}

static void check(struct req *r, void *record, const void *before)
{
	struct candidate *c = record;
	const struct candidate *was = before;
	struct selector_tree all = selector_tree(r->db, r->mem);
	struct verdict v = promotion_verdict(NULL, r->mem);

	c->agency_code = text_upper(r->mem, c->agency_code);
	c->former_code = text_upper(r->mem, c->former_code);
	if (was && (was->year != c->year || !text_is(was->type.id, c->type.id) || !text_is(was->national_id, c->national_id)))
		issue(&r->issues, -1, "national_id", "ERR_FIXED", title(r->mem, was));
	if (r->issues.n)
		return;
	candidate_place(c, &all, &v, complain, &r->issues);
	if (!r->who->all_agencies && c->agency && !candidate_is_of(c, r->who->agency))
		issue(&r->issues, -1, "agency_code", "ERR_NOT_OWN", c->agency_code);
}

static int64_t store(struct req *r, struct db *db, void *record, const void *before)
{
	struct candidate *c = record;
	struct verdict v = promotion_verdict(NULL, r->mem);
	struct value values[CANDIDATE_VALUES + 3];
	struct rows *put;

	candidate_judge(c, &v);
	if (before) {
		values[0] = A(c->id), values[1] = A(c->version);
		candidate_values(c, values + 2);
		return db_run_values(db, &candidate_set, values, CANDIDATE_VALUES + 2)->n ? c->id : 0;
	}
	values[0] = A(c->type.id), values[1] = A(c->year), values[2] = A(c->national_id);
	candidate_values(c, values + 3);
	put = db_run_values(db, &candidate_add, values, CANDIDATE_VALUES + 3);
	if (!put->n && !db_undone(db))
		issue(&r->issues, -1, "national_id", "ERR_EXISTS", title(r->mem, c));
	return put->n ? row_int(put, 0, "id") : 0;
}

static bool load(struct db *db, struct arena *mem, int64_t id, void *record)
{
	return candidate_load(db, mem, id, record);
}

#define NONE {"", ""}
static const struct candidate fresh = {.type = NONE, .confirmed = NONE, .senior_pay = NONE, .grade_3 = NONE, .grade_2 = NONE, .grade_1 = NONE,
	.exam = NONE, .school = NONE, .result = NONE, .standing = NONE, .decided = NONE, .national_id = "", .name = "", .agency_code = "",
	.agency_name = "", .former_code = "", .selector_name = "", .post = "", .breaks = "", .elements = "", .result_before = "",
	.decided_letter = "", .decided_why = ""};
static const struct upkeep candidates = {"/promotion/survey", "candidate", "人員", candidate_fields, sizeof(struct candidate), &fresh, load,
	title, check, store, NULL, NULL};

static void new_get(struct req *r) { upkeep_new(r, &candidates); }
static void new_post(struct req *r) { upkeep_add(r, &candidates); }
static void one_get(struct req *r) { upkeep_show(r, &candidates); }
static void one_post(struct req *r) { upkeep_change(r, &candidates); }

/* ---- by file ---- */

static void import_get(struct req *r) { import_upload_page(r, &survey_kind); }
static void import_post(struct req *r) { import_upload_post(r, &survey_kind); }
static void template_get(struct req *r) { import_template(r, &survey_kind); }

enum scope survey_scope(struct req *r, const char *parameter, int64_t id)
{
	struct candidate c;

	(void)parameter;
	if (!candidate_load(r->db, r->mem, id, &c))
		return SCOPE_NONE;
	return r->who->all_agencies || c.agency == r->who->agency || c.selector == r->who->agency ? SCOPE_OK : SCOPE_FOREIGN;
}

static const struct field query_fields[] = {{.name = "type", .label = "訓練類別", .kind = K_CODE, .list = promotion_type_codes},
	{.name = "year", .label = "年度", .kind = K_INT, .least = 2, .most = 999},
	{.name = "standing", .label = "審查結果", .kind = K_CODE, .list = standing_codes},
	{.name = "q", .label = "身分證統一編號或姓名", .kind = K_TEXT}, {.name = "changed", .label = "1：僅列結果變動人員", .kind = K_INT}, {0}},
run_fields[] = {{.name = "type", .label = "訓練類別", .kind = K_CODE, .use = EDIT, .list = promotion_type_codes},
	{.name = "year", .label = "年度", .kind = K_INT, .use = EDIT, .least = 2, .most = 999}, {0}},
decide_fields[] = {{.name = "decided", .label = "審定結果", .kind = K_CODE, .use = EDIT, .list = standing_codes},
	{.name = "letter", .label = "函釋文號", .kind = K_TEXT, .use = EDIT, .most = 60}, {.name = "day", .label = "函釋日期", .kind = K_DATE,
		.use = EDIT},
	{.name = "why", .label = "理由", .kind = K_TEXT, .use = EDIT}, {0}};

const struct route survey_routes[] = {
	{GET, "/promotion/survey", survey_get, MAY_PROMOTION_SEE, .takes = query_fields, .gives = candidate_fields, .list = true, .crumb = AREA,
		.help = "參訓資格調查：符合、不符及待審人員與理由"},
	{POST, "/promotion/survey/run", survey_run_post, MAY_PROMOTION_EDIT, .takes = run_fields, .heavy = true, .crumb = AREA,
		.help = "全部重新審查"},
	{GET, "/promotion/survey/import", import_get, MAY_PROMOTION_EDIT, .crumb = AREA "/匯入", .help = "匯入參訓資格調查表"},
	{POST, "/promotion/survey/import", import_post, MAY_PROMOTION_EDIT, .body = (uint64_t)512 << 20, .heavy = true, .crumb = AREA "/匯入",
		.help = "上傳參訓資格調查表"},
	{GET, "/promotion/survey/import/template", template_get, MAY_PROMOTION_EDIT, .help = "參訓資格調查表的範本"},
	{GET, "/promotion/survey/new", new_get, MAY_PROMOTION_EDIT, .crumb = AREA "/新增人員", .help = "新增參訓資格調查人員"},
	{POST, "/promotion/survey/new", new_post, MAY_PROMOTION_EDIT, .takes = candidate_fields, .help = "新增參訓資格調查人員"},
	{GET, "/promotion/survey/:candidate", one_get, MAY_PROMOTION_EDIT, .gives = candidate_fields, .crumb = AREA "/修改資料",
		.help = "一人的參訓資格資料"},
	{POST, "/promotion/survey/:candidate", one_post, MAY_PROMOTION_EDIT, .takes = candidate_fields, .help = "修改參訓資格資料"},
	{GET, "/promotion/survey/:candidate/check", survey_check_get, MAY_PROMOTION_SEE, .crumb = AREA "/逐項審查",
		.help = "一人的參訓資格逐項審查"},
	{POST, "/promotion/survey/:candidate/decide", survey_decide_post, MAY_PROMOTION_EDIT, .takes = decide_fields, .crumb = AREA "/逐項審查",
		.help = "人工審定參訓資格"},
	{0}
};
