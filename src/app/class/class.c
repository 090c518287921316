/* class.c: the classes of a training and year: kept up by the institute that runs them and by 國家文官學院, listed, and the facts of one
 * participant for other slices.                                                                              PROMO-077 */
#include <string.h>

#include "app/agency/agency.h"
#include "app/class/class.sql.h"
#include "app/class/page.html.h"
#include "app/class/private.h"
#include "app/class/view.h"
#include "app/may.h"
#include "app/upkeep/upkeep.h"
#include "base/text.h"

enum { YEAR_MOST = 999, HOURS_PLACES = 2, HOURS_MOST = 9999, HUNDREDTH = 10000000 };

const struct field class_fields[] = {
	FIELD(class, id, INT, KEY, "編號"),
	FIELD(class, version, INT, KEY, "版本"),
	FIELD(class, institute, INT, MARK, ""),
	FIELD(class, course, INT, MARK, ""),
	FIELD(class, type, CODE, EDIT, "訓練類別", .need = true, .list = promotion_type_codes, .not_sorted = true),
	FIELD(class, year, INT, EDIT, "年度", .need = true, .least = 2, .most = YEAR_MOST, .hint = "民國年，例如 105", .not_sorted = true),
	FIELD(class, name, TEXT, EDIT, "班別", .need = true, .most = 40, .hint = "例如 第1梯次甲班；同一訓練及年度不可重複"),
	FIELD(class, institute_code, TEXT, EDIT, "訓練機關（構）、學校代碼", .need = true, .most = 10, .not_sorted = true),
	FIELD(class, institute_name, TEXT, SHOW, "訓練機關（構）、學校", .not_sorted = true),
	FIELD(class, start_day, DATE, EDIT, "開訓日期", .need = true),
	FIELD(class, end_day, DATE, EDIT, "結訓日期", .need = true),
	FIELD(class, hours, TEXT, EDIT, "課程時數", .need = true, .most = 8, .hint = "小時，最多兩位小數，例如 120", .not_sorted = true),
	FIELD(class, members, INT, SHOW, "人數", .not_sorted = true),
	FIELD(class, reported, INT, SHOW, "已報到", .not_sorted = true),
	{0}
};

const char *hours_text(struct arena *mem, int64_t hundredths)
{
	return decimal_text(mem, decimal_hundredths(hundredths), HOURS_PLACES);
}

bool hours_parse(struct arena *mem, const char *typed, int64_t *hundredths)
{
	const char *folded = text_fold(mem, typed), *point = strchr(folded, '.');
	struct decimal d;

	if (!decimal_parse(folded, &d) || decimal_order(d, decimal_of(0)) <= 0 || decimal_order(d, decimal_of(HOURS_MOST)) > 0 ||
			(point && strlen(point + 1) > HOURS_PLACES))
		return false;
	*hundredths = d.n / HUNDREDTH;
	return true;
}

bool class_load(struct db *db, struct arena *mem, int64_t id, struct class *to)
{
	*to = (struct class){0};
	if (!record_load(mem, db_run(db, &class_one, A(id)), class_fields, to))
		return false;
	to->hours = hours_text(mem, to->course);
	return true;
}

struct class_facts class_facts_of(struct db *db, struct arena *mem, int64_t participant)
{
	struct rows *f = db_run(db, &class_facts, A(participant));

	if (!f->n)
		return (struct class_facts){.class_name = "", .institute_name = ""};
	return (struct class_facts){row_int(f, 0, "class"), row_int(f, 0, "institute"), arena_text(mem, row_text(f, 0, "name")),
		arena_text(mem, row_text(f, 0, "institute_name")), row_date(f, 0, "start_day"), row_date(f, 0, "end_day"),
		row_date(f, 0, "reported"), decimal_hundredths(row_int(f, 0, "course")), decimal_hundredths(row_int(f, 0, "listed")),
		decimal_hundredths(row_int(f, 0, "other")), decimal_hundredths(row_int(f, 0, "truancy"))};
}

enum scope class_scope(struct req *r, const char *parameter, int64_t id)
{
	struct class c;

	(void)parameter;
	if (!class_load(r->db, r->mem, id, &c))
		return SCOPE_NONE;
	return r->who->all_agencies || c.institute == r->who->agency ? SCOPE_OK : SCOPE_FOREIGN;
}

/* ---- kept up ---- */

static const char *title(struct arena *mem, const void *record)
{
	const struct class *c = record;

	return arena_print(mem, "%lld年度%s %s", (long long)c->year, c->type.label, c->name);
}

/* What is recorded already has to lie within the class as it will be. */
static void check_recorded(struct req *r, const struct class *c, const struct class *was)
{
	struct rows *leave = db_run(r->db, &class_recorded, A(c->id));
	struct date first = row_date(leave, 0, "first"), last = row_date(leave, 0, "last");

	if (was->members && (was->year != c->year || strcmp(was->type.id, c->type.id)))
		issue(&r->issues, -1, "type", "ERR_FIXED", title(r->mem, was));
	if (date_set(first) && date_before(first, c->start_day))
		issue(&r->issues, -1, "start_day", "ERR_CLASS_LEAVE", date_text(r->mem, first));
	if (date_set(last) && date_before(c->end_day, last))
		issue(&r->issues, -1, "end_day", "ERR_CLASS_LEAVE", date_text(r->mem, last));
	if (row_int(leave, 0, "most") > c->course)
		issue(&r->issues, -1, "hours", "ERR_CLASS_HOURS", hours_text(r->mem, row_int(leave, 0, "most")), c->hours);
}

static void check(struct req *r, void *record, const void *before)
{
	struct class *c = record;
	const struct class *was = before;
	struct agency g = {0};

	c->institute_code = text_upper(r->mem, c->institute_code);
	c->name = text_trim(r->mem, c->name);
	if (*c->institute_code && !agency_find(r->db, r->mem, c->institute_code, &g))
		issue(&r->issues, -1, "institute_code", "ERR_NOT_FOUND", arena_print(r->mem, "機關代碼 %s", c->institute_code));
	else if (g.id && !r->who->all_agencies && g.id != r->who->agency)
		issue(&r->issues, -1, "institute_code", "ERR_NOT_OWN", c->institute_code);
	c->institute = g.id;
	if (*c->hours && !hours_parse(r->mem, c->hours, &c->course))
		issue(&r->issues, -1, "hours", "ERR_HOURS", c->hours);
	if (date_set(c->start_day) && date_set(c->end_day))
		issue_range(&r->issues, -1, "start_day", c->start_day, "end_day", c->end_day);
	if (!r->issues.n) {
		c->hours = hours_text(r->mem, c->course);
		if (was)
			check_recorded(r, c, was);
	}
}

static int64_t store(struct req *r, struct db *db, void *record, const void *before)
{
	const struct class *c = record;
	struct rows *put;

	if (db_run(db, &class_same_name, A(c->type.id), A(c->year), A(c->name), A(c->id))->n) {
		issue(&r->issues, -1, "name", "ERR_EXISTS", c->name);
		return 0;
	}
	put = before ? db_run(db, &class_set, A(c->id), A(c->version), A(c->type.id), A(c->year), A(c->name), A(c->institute), A(c->start_day),
			A(c->end_day), A(c->course))
		: db_run(db, &class_put, A(c->type.id), A(c->year), A(c->name), A(c->institute), A(c->start_day), A(c->end_day), A(c->course));
	if (before && put->n && !members_follow(db, r->mem, c, r->today, &(struct participant_news){.account = r->who->account,
			.address = r->wire->address, .now = r->now}))
		return 0;
	return put->n ? row_int(put, 0, "id") : 0;
}

static bool drop(struct req *r, struct db *db, const void *record)
{
	const struct class *c = record;

	if (db_run(db, &class_drop, A(c->id))->n)
		return true;
	issue(&r->issues, -1, "name", "ERR_CLASS_USED", c->name);
	return false;
}

static bool load(struct db *db, struct arena *mem, int64_t id, void *record)
{
	return class_load(db, mem, id, record);
}

static const struct class fresh = {.type = {"", ""}, .name = "", .institute_code = "", .institute_name = "", .hours = ""};
static const struct upkeep classes = {"/promotion/classes", "class", "班別", class_fields, sizeof(struct class), &fresh, load, title, check,
	store, drop, NULL};

static void new_get(struct req *r) { upkeep_new(r, &classes); }
static void new_post(struct req *r) { upkeep_add(r, &classes); }
static void one_get(struct req *r) { upkeep_show(r, &classes); }
static void one_post(struct req *r) { upkeep_change(r, &classes); }
static void remove_post(struct req *r) { upkeep_remove(r, &classes); }

/* ---- the list ---- */

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct class *c = rows;

	(void)l;
	for (int i = 0; i < n; i++)
		c[i].hours = hours_text(mem, c[i].course);
}

static void list_get(struct req *r)
{
	const char *type, *year;
	struct promotion_place p;
	struct list l;

	if (!list_open(&l, r, "班別及課程時數", class_fields, sizeof(struct class), "start_day"))
		return;
	l.complete = complete;
	type = promotion_index(promotion_type_codes, req_query(r, "type")) < 0 ? promotion_type_codes[0].id : req_query(r, "type");
	promotion_place_of(r->db, r->mem, type, req_query_int(r, "year", 2, YEAR_MOST, roc_year(r->today)), &p);
	year = arena_print(r->mem, "%lld", (long long)p.year);
	if (!list_run(&l, &class_list, REQ_AGENCIES(r), A(type), A(p.year)))
		return;
	struct classes_view v = {.r = r, .l = &l, .law = p.law, .action = req_url(r, "/promotion/classes"),
		.type = input_choice(r, "type", "訓練類別", type, false, options_of(r->mem, promotion_type_codes, NULL)),
		.year = input_text(r, "year", "年度", year, false, NULL), .add = req_url(r, "/promotion/classes/new"),
		.members = req_url(r, "/promotion/classes/import"), .leave = req_url(r, "/promotion/classes/leave-import"),
		.may_edit = req_may(r, MAY_CLASS), .lines = {arena_array(r->mem, (size_t)l.n, sizeof *v.lines.at), l.n}};
	const struct class *c = l.rows;

	for (int i = 0; i < l.n; i++)
		v.lines.at[i] = (struct class_line){&c[i], req_url(r, "/promotion/classes/%lld/people", (long long)c[i].id)};
	classes_page(reply_page(r, 200, "班別及課程時數"), &v);
}

/* ---- by file ---- */

static void members_import_get(struct req *r) { import_upload_page(r, &class_member_kind); }
static void members_import_post(struct req *r) { import_upload_post(r, &class_member_kind); }
static void members_template(struct req *r) { import_template(r, &class_member_kind); }
static void leave_import_get(struct req *r) { import_upload_page(r, &class_leave_kind); }
static void leave_import_post(struct req *r) { import_upload_post(r, &class_leave_kind); }
static void leave_template(struct req *r) { import_template(r, &class_leave_kind); }

/* ---- addresses ---- */

#define AREA "升官等訓練/班別及課程時數"
#define MAY_LOOK (MAY_CLASS | MAY_PROMOTION_CALL)

static const struct field place_query[] = {{.name = "type", .label = "訓練類別", .kind = K_CODE, .list = promotion_type_codes},
	{.name = "year", .label = "年度", .kind = K_INT, .least = 2, .most = YEAR_MOST}, {0}},
people_takes[] = {{.name = "act", .label = "assign、release、report、leave", .kind = K_TEXT, .use = EDIT},
	{.name = "ids", .label = "身分證統一編號（assign）", .kind = K_TEXT, .use = EDIT, .lines = true, .most = 8000},
	{.name = "reported", .label = "報到日期（report）", .kind = K_DATE, .use = EDIT},
	{.name = "participant", .label = "人員（leave）", .kind = K_INT, .use = EDIT, .least = 1, .most = INT64_MAX},
	{.name = "day", .label = "日期（leave）", .kind = K_DATE, .use = EDIT},
	{.name = "cause", .label = "假別或曠課（leave）", .kind = K_CODE, .use = EDIT, .list = leave_causes},
	{.name = "hours", .label = "時數（leave）", .kind = K_TEXT, .use = EDIT}, {.name = "remark", .label = "備註（leave）", .kind = K_TEXT,
		.use = EDIT}, {0}},
void_takes[] = {{.name = "entry", .label = "紀錄編號", .kind = K_INT, .use = EDIT, .least = 1, .most = INT64_MAX},
	{.name = "reason", .label = "作廢理由", .kind = K_TEXT, .use = EDIT}, {0}};
static const char *const people_ticks[] = {"tick", NULL};

const struct route class_routes[] = {
	{GET, "/promotion/classes", list_get, MAY_LOOK, .takes = place_query, .gives = class_fields, .list = true, .crumb = AREA,
		.help = "班別、開訓及結訓日期、課程時數"},
	{GET, "/promotion/classes/new", new_get, MAY_CLASS, .crumb = AREA "/新增班別", .help = "新增班別"},
	{POST, "/promotion/classes/new", new_post, MAY_CLASS, .takes = class_fields, .crumb = AREA "/新增班別", .help = "新增班別"},
	{GET, "/promotion/classes/import", members_import_get, MAY_CLASS, .crumb = AREA "/匯入分班名冊", .help = "匯入分班名冊"},
	{POST, "/promotion/classes/import", members_import_post, MAY_CLASS, .body = (uint64_t)512 << 20, .heavy = true,
		.crumb = AREA "/匯入分班名冊", .help = "上傳分班名冊"},
	{GET, "/promotion/classes/import/template", members_template, MAY_CLASS, .help = "分班名冊的範本"},
	{GET, "/promotion/classes/leave-import", leave_import_get, MAY_CLASS, .crumb = AREA "/匯入請假及曠課", .help = "匯入請假及曠課"},
	{POST, "/promotion/classes/leave-import", leave_import_post, MAY_CLASS, .body = (uint64_t)512 << 20, .heavy = true,
		.crumb = AREA "/匯入請假及曠課", .help = "上傳請假及曠課"},
	{GET, "/promotion/classes/leave-import/template", leave_template, MAY_CLASS, .help = "請假及曠課的範本"},
	{GET, "/promotion/classes/:class", one_get, MAY_CLASS, .gives = class_fields, .crumb = AREA "/修改班別", .help = "一個班別"},
	{POST, "/promotion/classes/:class", one_post, MAY_CLASS, .takes = class_fields, .crumb = AREA "/修改班別", .help = "修改班別"},
	{POST, "/promotion/classes/:class/remove", remove_post, MAY_CLASS, .help = "刪除無人之班別"},
	{GET, "/promotion/classes/:class/people", class_people_get, MAY_LOOK, .gives = member_fields, .list = true, .crumb = AREA "/人員",
		.help = "一班之人員、報到及缺課時數"},
	{POST, "/promotion/classes/:class/people", class_people_post, MAY_CLASS, .takes = people_takes, .ticks = people_ticks,
		.crumb = AREA "/人員", .help = "分班、移出、報到、登錄請假及曠課"},
	{GET, "/promotion/classes/:class/leave", class_leave_get, MAY_LOOK, .gives = leave_fields, .list = true, .crumb = AREA "/請假及曠課",
		.help = "一班之請假及曠課紀錄"},
	{POST, "/promotion/classes/:class/leave", class_leave_post, MAY_CLASS, .takes = void_takes, .crumb = AREA "/請假及曠課",
		.help = "作廢誤登之請假或曠課"},
	{0}
};
