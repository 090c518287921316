/* keep.c: what 總處 keeps up: 年度標準, 必須完成課程 of a year, 人員類別.  A change is that year's alone: years that have begun get rows of
 * their own before one is changed; whoever is counted by it is judged anew by the job.                          LEARN-472, 482 */
#include <string.h>

#include "app/may.h"
#include "app/code/code.h"
#include "app/tally/private.h"
#include "app/tally/tally.sql.h"
#include "app/upkeep/upkeep.h"
#include "base/text.h"
#include "web/list.h"

struct year_setting { int64_t id, version, roc_year, minimum, goal_hours, goal_digital, goal_reached, goal_required, goal_professional; };
struct topic { int64_t id, version, roc_year, hours, sort_no; const char *code, *name, *parent, *categories; };
struct grouping { int64_t id, version, roc_year; const char *class_code, *grade; struct code staff_group; };

static const struct field setting_fields[] = {
	FIELD(year_setting, id, INT, KEY, "編號"), FIELD(year_setting, version, INT, KEY, "版本"),
	FIELD(year_setting, roc_year, INT, EDIT, "年度", .need = true, .least = 90, .most = 200,
		.hint = "新增一個年度時，必須完成課程由前一年度複製；已設定者不可改為其他年度"),
	FIELD(year_setting, minimum, INT, EDIT, "最低時數", .need = true, .least = 0, .most = 999, .hint = "與業務相關之年度時數"),
	FIELD(year_setting, goal_hours, INT, EDIT, "目標：平均學習時數", .least = 0, .most = 999, .hint = "事業機構績效考評；留白或 0：未訂"),
	FIELD(year_setting, goal_digital, INT, EDIT, "目標：數位學習時數比例(%)", .least = 0, .most = 100),
	FIELD(year_setting, goal_reached, INT, EDIT, "目標：達成最低時數比率(%)", .least = 0, .most = 100),
	FIELD(year_setting, goal_required, INT, EDIT, "目標：必須完成課程完成率(%)", .least = 0, .most = 100),
	FIELD(year_setting, goal_professional, INT, EDIT, "目標：專業訓練時數比例(%)", .least = 0, .most = 100),
	{0}
};
static const struct field topic_fields[] = {
	FIELD(topic, id, INT, KEY, "編號"), FIELD(topic, version, INT, KEY, "版本"),
	FIELD(topic, roc_year, INT, EDIT, "年度", .need = true, .least = 90, .most = 200, .hint = "須先於「年度標準」設定該年度"),
	FIELD(topic, code, TEXT, EDIT, "項目代碼", .need = true, .most = 10),
	FIELD(topic, name, TEXT, EDIT, "項目名稱", .need = true, .most = 40),
	FIELD(topic, parent, TEXT, EDIT, "上層項目代碼", .most = 10, .hint = "留白：不屬於其他項目"),
	FIELD(topic, hours, INT, EDIT, "規定時數", .least = 0, .most = 999, .hint = "有子項目者留白"),
	FIELD(topic, categories, TEXT, EDIT, "課程類別代碼", .most = 200, .not_sorted = true, .hint = "以空白分隔，例如 104 105；有子項目者留白"),
	FIELD(topic, sort_no, INT, EDIT, "順序", .least = 0, .most = 9999),
	{0}
};
static const struct field grouping_fields[] = {
	FIELD(grouping, id, INT, KEY, "編號"), FIELD(grouping, version, INT, KEY, "版本"),
	FIELD(grouping, roc_year, INT, EDIT, "起始年度", .need = true, .least = 1, .most = 200, .hint = "自該年度起適用"),
	FIELD(grouping, class_code, TEXT, EDIT, "人員區分代碼", .need = true, .most = 10),
	FIELD(grouping, grade, TEXT, EDIT, "官等", .most = 10, .hint = "留白：不分官等"),
	FIELD(grouping, staff_group, CODE, EDIT, "人員類別", .need = true, .list = staff_groups),
	{0}
};

/* ---- 年度標準 */

/* Years from this one to today's that have nothing of their own get what they are judged by now. */
static void own_years(struct db *db, int64_t year, int64_t now)
{
	for (int64_t y = year; y <= (now > year ? now : year); y++) {
		if (db_run(db, &tally_setting_year, A(y))->n)
			continue;
		db_run(db, &tally_topic_copy, A(y));
		db_run(db, &tally_setting_copy, A(y));
		mark(db, (int)y, EVERYBODY);
	}
}

static bool setting_load(struct db *db, struct arena *mem, int64_t id, void *record)
{
	return record_load(mem, db_run(db, &tally_setting_one, A(id)), setting_fields, record);
}

static const char *setting_title(struct arena *mem, const void *record)
{
	return arena_print(mem, "%lld 年度", (long long)((const struct year_setting *)record)->roc_year);
}

static void setting_check(struct req *r, void *record, const void *before)
{
	const struct year_setting *x = record, *was = before;

	if (was && was->roc_year != x->roc_year)
		issue(&r->issues, -1, "roc_year", "ERR_FIXED", arena_print(r->mem, "%lld", (long long)was->roc_year));
}

static int64_t setting_store(struct req *r, struct db *db, void *record, const void *before)
{
	const struct year_setting *x = record;
	int64_t id = x->id, version = x->version;

	if (!before) {
		if (db_run(db, &tally_setting_year, A(x->roc_year))->n) {
			issue(&r->issues, -1, "roc_year", "ERR_EXISTS", arena_print(r->mem, "%lld", (long long)x->roc_year));
			return 0;
		}
		own_years(db, x->roc_year, roc_year(r->today));
		id = row_int(db_run(db, &tally_setting_year, A(x->roc_year)), 0, "id");
		version = 1;
	} else
		own_years(db, x->roc_year + 1, roc_year(r->today));
	mark(db, (int)x->roc_year, EVERYBODY);
	struct rows *put = db_run(db, &tally_setting_set, A(id), A(version), A(x->minimum), value_id_or_null(x->goal_hours),
		value_id_or_null(x->goal_digital), value_id_or_null(x->goal_reached), value_id_or_null(x->goal_required),
		value_id_or_null(x->goal_professional));

	return put->n ? id : 0;
}

/* ---- 必須完成課程 */

static bool topic_load(struct db *db, struct arena *mem, int64_t id, void *record)
{
	return record_load(mem, db_run(db, &tally_topic_one, A(id)), topic_fields, record);
}

static const char *topic_title(struct arena *mem, const void *record)
{
	const struct topic *x = record;

	return arena_print(mem, "%lld %s", (long long)x->roc_year, x->name);
}

/* Each code is one of 課程類別, and counts for one topic of a year only. */
static void check_categories(struct req *r, const struct topic *x)
{
	const struct code_book *codes = code_book(r->db, r->mem);
	struct rows *others = db_run(r->db, &tally_topics, A(x->roc_year));
	const struct code_item *item;

	for (const char *at = x->categories; *at; at += strcspn(at, " "), at += strspn(at, " ")) {
		const char *one = arena_bytes(r->mem, at, strcspn(at, " "));

		if (*code_look_up(codes, "course_category", one, (struct date){0}, &item))
			issue(&r->issues, -1, "categories", "E-CODE-01", one);
		for (int i = 0; i < others->n; i++)
			if (row_int(others, i, "id") != x->id && topic_has(row_text(others, i, "categories"), one))
				issue(&r->issues, -1, "categories", "E-DUP-01", arena_print(r->mem, "課程類別 %s 已屬於「%s」", one,
					row_text(others, i, "name")));
	}
}

static void topic_check(struct req *r, void *record, const void *before)
{
	const struct topic *x = record, *was = before;
	struct rows *others = db_run(r->db, &tally_topics, A(x->roc_year));
	bool found = !*x->parent;

	if (was && (was->roc_year != x->roc_year || !text_is(was->code, x->code)))
		issue(&r->issues, -1, "code", "ERR_FIXED", was->code);
	if (!db_run(r->db, &tally_setting_year, A(x->roc_year))->n)
		issue(&r->issues, -1, "roc_year", "ERR_NOT_FOUND", arena_print(r->mem, "%lld 年度之年度標準", (long long)x->roc_year));
	for (int i = 0; i < others->n; i++)
		found |= text_is(row_text(others, i, "code"), x->parent) && !*row_text(others, i, "parent") && row_int(others, i, "id") != x->id;
	if (!found)
		issue(&r->issues, -1, "parent", "E-CODE-01", x->parent);
	check_categories(r, x);
}

static int64_t topic_store(struct req *r, struct db *db, void *record, const void *before)
{
	const struct topic *x = record;

	own_years(db, x->roc_year + 1, roc_year(r->today));
	struct rows *put = before ? db_run(db, &tally_topic_set, A(x->id), A(x->version), A(x->name), A(x->parent), A(x->hours), A(x->categories),
			A(x->sort_no))
		: db_run(db, &tally_topic_put, A(x->roc_year), A(x->code), A(x->name), A(x->parent), A(x->hours), A(x->categories), A(x->sort_no));

	if (!put->n && !before)
		issue(&r->issues, -1, "code", "ERR_EXISTS", x->code);
	mark(db, (int)x->roc_year, EVERYBODY);
	return put->n ? row_int(put, 0, "id") : 0;
}

static bool topic_remove(struct req *r, struct db *db, const void *record)
{
	const struct topic *x = record;

	own_years(db, x->roc_year + 1, roc_year(r->today));
	db_run(db, &tally_topic_drop, A(x->id), A(x->version));
	mark(db, (int)x->roc_year, EVERYBODY);
	return db_changed(db);
}

/* ---- 人員類別 */

static bool grouping_load(struct db *db, struct arena *mem, int64_t id, void *record)
{
	return record_load(mem, db_run(db, &tally_group_one, A(id)), grouping_fields, record);
}

static const char *grouping_title(struct arena *mem, const void *record)
{
	const struct grouping *x = record;

	return arena_print(mem, "%s %s", x->class_code, x->grade);
}

static int64_t grouping_store(struct req *r, struct db *db, void *record, const void *before)
{
	const struct grouping *x = record;
	struct rows *put = before ? db_run(db, &tally_group_set, A(x->id), A(x->version), A(x->staff_group.id))
		: db_run(db, &tally_group_put, A(x->roc_year), A(x->class_code), A(x->grade), A(x->staff_group.id));

	if (!put->n && !before)
		issue(&r->issues, -1, "class_code", "ERR_EXISTS", x->class_code);
	mark(db, 0, EVERYBODY);
	return put->n ? row_int(put, 0, "id") : 0;
}

static void grouping_check(struct req *r, void *record, const void *before)
{
	const struct grouping *x = record, *was = before;

	if (was && (was->roc_year != x->roc_year || !text_is(was->class_code, x->class_code) || !text_is(was->grade, x->grade)))
		issue(&r->issues, -1, "class_code", "ERR_FIXED", was->class_code);
}

/* ---- pages */

static const struct year_setting fresh_setting = {.minimum = 20};
static const struct topic fresh_topic = {.code = "", .name = "", .parent = "", .categories = ""};
static const struct grouping fresh_grouping = {.class_code = "", .grade = ""};
static const struct upkeep settings = {"/year-settings", "year_setting", "年度標準", setting_fields, sizeof(struct year_setting), &fresh_setting,
	setting_load, setting_title, setting_check, setting_store, NULL, NULL};
static const struct upkeep topics = {"/required-topics", "required_topic", "必須完成課程項目", topic_fields, sizeof(struct topic), &fresh_topic,
	topic_load, topic_title, topic_check, topic_store, topic_remove, NULL};
static const struct upkeep groupings = {"/staff-groups", "staff_group", "人員類別", grouping_fields, sizeof(struct grouping), &fresh_grouping,
	grouping_load, grouping_title, grouping_check, grouping_store, NULL, NULL};

static void show_list(struct req *r, const struct upkeep *u, const char *title, const char *sort, const struct sql *sql)
{
	struct list l;

	if (!list_open(&l, r, title, u->fields, u->size, sort))
		return;
	l.rows_at = u->path;
	l.add = arena_print(r->mem, "新增%s", u->noun);
	if (list_run(&l, sql))
		list_show_plain(&l);
}

static void settings_get(struct req *r) { show_list(r, &settings, "年度標準", "-roc_year", &tally_setting_list); }
static void setting_new_get(struct req *r) { upkeep_new(r, &settings); }
static void setting_new_post(struct req *r) { upkeep_add(r, &settings); }
static void setting_get(struct req *r) { upkeep_show(r, &settings); }
static void setting_post(struct req *r) { upkeep_change(r, &settings); }
static void topics_get(struct req *r) { show_list(r, &topics, "必須完成課程項目", "-roc_year", &tally_topic_list); }
static void topic_new_get(struct req *r) { upkeep_new(r, &topics); }
static void topic_new_post(struct req *r) { upkeep_add(r, &topics); }
static void topic_get(struct req *r) { upkeep_show(r, &topics); }
static void topic_post(struct req *r) { upkeep_change(r, &topics); }
static void topic_remove_post(struct req *r) { upkeep_remove(r, &topics); }
static void groupings_get(struct req *r) { show_list(r, &groupings, "人員類別", "class_code", &tally_group_list); }
static void grouping_new_get(struct req *r) { upkeep_new(r, &groupings); }
static void grouping_new_post(struct req *r) { upkeep_add(r, &groupings); }
static void grouping_get(struct req *r) { upkeep_show(r, &groupings); }
static void grouping_post(struct req *r) { upkeep_change(r, &groupings); }

const struct route tally_routes[] = {
	{GET, "/year-settings", settings_get, MAY_DGPA, .gives = setting_fields, .list = true, .crumb = "人事單位/年度標準", .menu = "年度標準",
		.group = "人事單位", .help = "年度最低時數及目標"},
	{GET, "/year-settings/new", setting_new_get, MAY_DGPA, .crumb = "人事單位/年度標準/新增", .help = "新增一個年度"},
	{POST, "/year-settings/new", setting_new_post, MAY_DGPA, .takes = setting_fields, .help = "新增一個年度"},
	{GET, "/year-settings/:year_setting", setting_get, MAY_DGPA, .gives = setting_fields, .crumb = "人事單位/年度標準/修改",
		.help = "一個年度之標準"},
	{POST, "/year-settings/:year_setting", setting_post, MAY_DGPA, .takes = setting_fields, .help = "修改年度標準"},
	{GET, "/required-topics", topics_get, MAY_DGPA, .gives = topic_fields, .list = true, .crumb = "人事單位/必須完成課程項目",
		.menu = "必須完成課程項目", .group = "人事單位", .help = "各年度必須完成之課程項目"},
	{GET, "/required-topics/new", topic_new_get, MAY_DGPA, .crumb = "人事單位/必須完成課程項目/新增", .help = "新增項目"},
	{POST, "/required-topics/new", topic_new_post, MAY_DGPA, .takes = topic_fields, .help = "新增項目"},
	{GET, "/required-topics/:topic", topic_get, MAY_DGPA, .gives = topic_fields, .crumb = "人事單位/必須完成課程項目/修改", .help = "一個項目"},
	{POST, "/required-topics/:topic", topic_post, MAY_DGPA, .takes = topic_fields, .help = "修改項目"},
	{POST, "/required-topics/:topic/remove", topic_remove_post, MAY_DGPA, .takes = topic_fields, .help = "刪除項目"},
	{GET, "/staff-groups", groupings_get, MAY_DGPA, .gives = grouping_fields, .list = true, .crumb = "人事單位/人員類別", .menu = "人員類別",
		.group = "人事單位", .help = "統計之人員類別"},
	{GET, "/staff-groups/new", grouping_new_get, MAY_DGPA, .crumb = "人事單位/人員類別/新增", .help = "新增人員類別"},
	{POST, "/staff-groups/new", grouping_new_post, MAY_DGPA, .takes = grouping_fields, .help = "新增人員類別"},
	{GET, "/staff-groups/:staff_group", grouping_get, MAY_DGPA, .gives = grouping_fields, .crumb = "人事單位/人員類別/修改",
		.help = "一個人員類別"},
	{POST, "/staff-groups/:staff_group", grouping_post, MAY_DGPA, .takes = grouping_fields, .help = "修改人員類別"},
	{0}
};
