/* callup.c: 保訓會 calls for the rosters of a year: ratio, last day, letter; released when each 遴選機關 has its column A.     PROMO-021 */
#include <string.h>

#include "app/agency/agency.h"
#include "app/promotion/private.h"
#include "app/promotion/promotion.sql.h"
#include "app/upkeep/upkeep.h"
#include "base/text.h"

#define REASON_HINT "更正已用於計算之數值時填寫"

enum { RATIO_PLACES = 4, SHARE_PLACES = 3, NAMES_MOST = 1 << 16 };

const struct field callup_fields[] = {
	FIELD(callup, id, INT, KEY, "編號"),
	FIELD(callup, version, INT, KEY, "版本"),
	FIELD(callup, year, INT, EDIT, "年度", .need = true, .least = 1, .most = 999, .hint = "民國年，例如 105"),
	FIELD(callup, type, CODE, EDIT, "訓練類別", .need = true, .list = promotion_type_codes, .not_sorted = true),
	FIELD(callup, ratio, TEXT, EDIT, "年度調訓比例（%）", .most = 8, .not_sorted = true, .hint = "0 至 100，最多四位小數，例如 20.6"),
	FIELD(callup, training_percent, TEXT, EDIT, "訓練成績占總成績比例（%）", .most = 8, .not_sorted = true,
		.hint = "參數表未規定者填寫，其餘為訓練課程成績之比例；核定成績後勿變更"),
	FIELD(callup, deadline, DATE, EDIT, "報送期限", .not_sorted = true, .hint = "佐升正為當年度 4 月 30 日；逾期不予受理"),
	FIELD(callup, letter, TEXT, EDIT, "調訓函文號", .most = 60, .not_sorted = true),
	FIELD(callup, letter_day, DATE, EDIT, "調訓函日期", .not_sorted = true),
	FIELD(callup, committee, BOOL, EDIT, "確認上傳前應登錄甄審委員會會議", .not_sorted = true),
	FIELD(callup, released, BOOL, EDIT, "發布", .not_sorted = true, .hint = "發布後遴選機關即可看見"),
	FIELD(callup, reason, TEXT, EDIT, "更正理由", .most = 200, .not_sorted = true, .hint = REASON_HINT),
	{0}
};

int64_t callup_year(struct db *db, const char *type, struct date today)
{
	struct rows *r = db_run(db, &callup_open, A(type), A(today));

	return r->n ? row_int(r, 0, "year") : roc_year(today);
}

bool callup_find(struct db *db, struct arena *mem, const char *type, int64_t year, struct callup *to)
{
	*to = (struct callup){0};
	return record_load(mem, db_run(db, &callup_one, A(type), A(year)), callup_fields, to);
}

const char *callup_share(struct db *db, const char *type, int64_t year, int64_t agency)
{
	struct rows *s = db_run(db, &share_one, A(type), A(year), A(agency));

	return s->n ? row_text(s, 0, "carried_in") : "";
}

bool decimal_field(struct req *r, const char *field, const char **value, int places, int64_t most)
{
	const char *typed = text_fold(r->mem, *value), *point;
	struct decimal d;

	if (text_ends(typed, "%"))
		typed = arena_bytes(r->mem, typed, strlen(typed) - 1);
	point = strchr(typed, '.');
	if (*typed == '-' || (point && strlen(point + 1) > (size_t)places) || !decimal_parse(typed, &d) || decimal_order(d,
		decimal_of(most)) > 0)
		return issue(&r->issues, -1, field, "ERR_DECIMAL", arena_print(r->mem, "%d", places), *value), false;
	*value = decimal_text(r->mem, d, places);
	return true;
}

/* Without the zeros that nobody typed: 20.6000 is 20.6. */
static const char *shortened(struct arena *mem, const char *digits)
{
	size_t n = strlen(digits);

	while (n > 1 && digits[n - 1] == '0' && strchr(digits, '.'))
		n--;
	if (n && digits[n - 1] == '.')
		n--;
	return arena_bytes(mem, digits, n);
}

static void check_released(struct req *r, const struct callup *c)
{
	struct promotion_place p;
	struct rows *lack = db_run(r->db, &shares_lacking, A(c->type.id), A(c->year));
	struct text names = text_new(r->mem, NAMES_MOST);

	promotion_place_of(r->db, r->mem, c->type.id, c->year, &p);
	if (!date_set(c->deadline))
		issue(&r->issues, -1, "deadline", "ERR_REQUIRED");
	if (!p.set || !p.set->quota)
		return;
	if (!*c->ratio)
		issue(&r->issues, -1, "ratio", "ERR_PARAM", arena_print(r->mem, "%lld", (long long)c->year), "年度調訓比例");
	for (int i = 0; i < lack->n; i++)
		text_print(&names, "%s%s", i ? "、" : "", row_text(lack, i, "name"));
	if (lack->n)
		issue(&r->issues, -1, "released", "ERR_PARAM", arena_print(r->mem, "%lld", (long long)c->year),
			arena_print(r->mem, "前一年度保留至當年度名額（A 欄）：%s", names.at));
}

static const char *title(struct arena *mem, const void *record)
{
	const struct callup *c = record;

	return arena_print(mem, "%lld年度%s", (long long)c->year, c->type.label);
}

/* What somebody has computed with is corrected with a reason, and another one each time.  agency 0: of all.            PROMO-005 */
static void need_reason(struct req *r, const char *type, int64_t year, int64_t agency, bool places, bool scores, bool told)
{
	struct rows *used = db_run(r->db, &values_used, A(type), A(year), A(agency));
	int64_t statements = places ? row_int(used, 0, "statements") : 0, classes = scores ? row_int(used, 0, "classes") : 0;

	if (statements && !told)
		issue(&r->issues, -1, "reason", "ERR_USED_VALUE", arena_print(r->mem, "%lld 份參訓人數統計表", (long long)statements));
	else if (classes && !told)
		issue(&r->issues, -1, "reason", "ERR_USED_VALUE", arena_print(r->mem, "%lld 班之成績核定", (long long)classes));
}

static bool is_new(const char *reason, const char *before)
{
	return *reason && strcmp(reason, before);
}

static void check(struct req *r, void *record, const void *before)
{
	struct callup *c = record;
	const struct callup *was = before;

	if (*c->ratio && decimal_field(r, "ratio", &c->ratio, RATIO_PLACES, 100))
		c->ratio = shortened(r->mem, c->ratio);
	if (*c->training_percent && decimal_field(r, "training_percent", &c->training_percent, RATIO_PLACES, 100))
		c->training_percent = shortened(r->mem, c->training_percent);
	if (was && (was->year != c->year || strcmp(was->type.id, c->type.id)))
		issue(&r->issues, -1, "year", "ERR_FIXED", title(r->mem, was));
	if (was && !r->issues.n)
		need_reason(r, c->type.id, c->year, 0, strcmp(was->ratio, c->ratio), strcmp(was->training_percent, c->training_percent),
			is_new(c->reason, was->reason));
	if (date_set(c->letter_day) && date_before(r->today, c->letter_day))
		issue(&r->issues, -1, "letter_day", "ERR_DATE_FUTURE", date_text(r->mem, r->today));
	if (c->released && !r->issues.n)
		check_released(r, c);
}

static int64_t store(struct req *r, struct db *db, void *record, const void *before)
{
	const struct callup *c = record;
	struct rows *put;

	if (before)
		return db_run(db, &callup_set, A(c->id), A(c->version), A(c->ratio), A(c->deadline), A(c->letter), A(c->letter_day),
			A(c->committee), A(c->released), A(c->training_percent), A(c->reason))->n ? c->id : 0;
	put = db_run(db, &callup_put, A(c->type.id), A(c->year), A(c->ratio), A(c->deadline), A(c->letter), A(c->letter_day), A(c->committee),
		A(c->released), A(c->training_percent));
	if (!put->n && !db_undone(db))
		issue(&r->issues, -1, "year", "ERR_EXISTS", arena_print(r->mem, "%lld年度%s", (long long)c->year, c->type.label));
	return put->n ? row_int(put, 0, "id") : 0;
}

static bool load(struct db *db, struct arena *mem, int64_t id, void *record)
{
	return record_load(mem, db_run(db, &callup_by_id, A(id)), callup_fields, record);
}

static const struct callup fresh = {.type = {"", ""}, .ratio = "", .training_percent = "", .letter = "", .reason = "", .committee = true};
static const struct upkeep calls = {"/promotion/calls", "promotion_call", "年度調訓", callup_fields, sizeof(struct callup), &fresh, load,
	title, check, store, NULL, NULL};

void callups_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "年度調訓", callup_fields, sizeof(struct callup), "-year"))
		return;
	l.rows_at = "/promotion/calls";
	l.add = "新增年度調訓";
	if (list_run(&l, &callup_list))
		list_show_plain(&l);
}

/* The next year begins as a copy of this one, without letter and not released: `from`, the id of a year's call.       PROMO-005 */
static struct callup next_year(struct req *r)
{
	int64_t from = req_query_int(r, "from", 1, INT64_MAX, 0);
	struct callup c = fresh;
	int year, month, day;

	if (!from || !load(r->db, r->mem, from, &c))
		return fresh;
	date_split(c.deadline, &year, &month, &day);
	c.id = c.version = 0;
	c.year++;
	c.deadline = date_make(year + 1, month, day);
	c.letter = c.reason = "";
	c.letter_day = (struct date){0};
	c.released = false;
	return c;
}

void callup_new_get(struct req *r)
{
	struct callup begins = next_year(r);
	struct upkeep copy = calls;

	copy.fresh = &begins;
	upkeep_new(r, &copy);
}

static void page(struct req *r, int status, const void *record)
{
	const struct callup *c = record;
	struct edit e = upkeep_edit(r, &calls, record);
	struct list_link copy = {.label = "新增次一年度（以本年度為底稿）",
		.at = req_url(r, "/promotion/calls/new?from=%lld", (long long)c->id)};

	if (c->id)
		e.more = (struct list_links){&copy, 1};
	edit_page_show(r, status, &e);
}

void callup_new_post(struct req *r) { upkeep_add(r, &calls); }

static bool call_of(struct req *r, struct callup *c)
{
	return load(r->db, r->mem, r->id[0], c) || (reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND"), false);
}

void callup_get(struct req *r)
{
	struct callup c;

	if (!call_of(r, &c))
		return;
	if (r->json)
		reply_record(r, callup_fields, &c);
	else
		page(r, 200, &c);
}

void callup_post(struct req *r)
{
	struct callup before;

	if (call_of(r, &before))
		upkeep_save(r, &calls, arena_copy(r->mem, &before, sizeof before), &before, page);
}

/* ---- column A ---- */

struct share { int64_t id, version, year, agency; struct code type; const char *agency_code, *agency_name, *carried_in, *reason; };

const struct field share_fields[] = {
	FIELD(share, id, INT, KEY, "編號"),
	FIELD(share, version, INT, KEY, "版本"),
	FIELD(share, agency, INT, MARK, ""),
	FIELD(share, year, INT, EDIT, "年度", .need = true, .least = 1, .most = 999),
	FIELD(share, type, CODE, EDIT, "訓練類別", .need = true, .list = promotion_type_codes, .not_sorted = true),
	FIELD(share, agency_code, TEXT, EDIT, "遴選機關代碼", .need = true, .most = 10),
	FIELD(share, agency_name, TEXT, SHOW, "遴選機關", .not_sorted = true),
	FIELD(share, carried_in, TEXT, EDIT, "前一年度保留至當年度名額（A 欄）", .need = true, .most = 13, .not_sorted = true,
		.hint = "三位小數，例如 0.345"),
	FIELD(share, reason, TEXT, EDIT, "更正理由", .most = 200, .not_sorted = true, .hint = REASON_HINT),
	{0}
};
const struct field share_query[] = {{.name = "year", .label = "年度", .kind = K_INT, .least = 1, .most = 999}, {0}};

static const char *title_share(struct arena *mem, const void *record)
{
	const struct share *s = record;

	return arena_print(mem, "%lld年度%s %s", (long long)s->year, s->type.label, s->agency_code);
}

static void check_share(struct req *r, void *record, const void *before)
{
	struct share *s = record;
	const struct share *was = before;
	struct agency g = {0};

	s->agency_code = text_upper(r->mem, s->agency_code);
	if (was && (was->year != s->year || strcmp(was->type.id, s->type.id) || strcmp(was->agency_code, s->agency_code)))
		issue(&r->issues, -1, "agency_code", "ERR_FIXED", title_share(r->mem, was));
	if (*s->carried_in)
		decimal_field(r, "carried_in", &s->carried_in, SHARE_PLACES, 999999);
	if (!*s->agency_code || r->issues.n)
		return;
	if (!agency_find(r->db, r->mem, s->agency_code, &g))
		issue(&r->issues, -1, "agency_code", "ERR_NOT_FOUND", arena_print(r->mem, "機關代碼 %s", s->agency_code));
	else if (!selector_is(r->db, s->type.id, s->year, g.id))
		issue(&r->issues, -1, "agency_code", "ERR_NOT_FOUND", arena_print(r->mem, "%lld年度%s之遴選機關 %s", (long long)s->year,
			s->type.label, g.name));
	s->agency = g.id;
	if (was && !r->issues.n)
		need_reason(r, s->type.id, s->year, s->agency, strcmp(was->carried_in, s->carried_in), false, is_new(s->reason, was->reason));
}

static int64_t store_share(struct req *r, struct db *db, void *record, const void *before)
{
	const struct share *s = record;
	struct rows *put;

	if (before)
		return db_run(db, &share_set, A(s->id), A(s->version), A(s->carried_in), A(s->reason))->n ? s->id : 0;
	put = db_run(db, &share_put, A(s->type.id), A(s->year), A(s->agency), A(s->carried_in));
	if (!put->n && !db_undone(db))
		issue(&r->issues, -1, "agency_code", "ERR_EXISTS", s->agency_code);
	return put->n ? row_int(put, 0, "id") : 0;
}

static bool load_share(struct db *db, struct arena *mem, int64_t id, void *record)
{
	return record_load(mem, db_run(db, &share_by_id, A(id)), share_fields, record);
}

static const struct share fresh_share = {.type = {"", ""}, .agency_code = "", .agency_name = "", .carried_in = "", .reason = ""};
static const struct upkeep shares = {"/promotion/shares", "promotion_share", "A 欄名額", share_fields, sizeof(struct share), &fresh_share,
	load_share, title_share, check_share, store_share, NULL, NULL};

void shares_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "前一年度保留至當年度名額", share_fields, sizeof(struct share), "-year"))
		return;
	l.rows_at = "/promotion/shares";
	l.add = "新增 A 欄名額";
	if (list_run(&l, &share_list, A(req_query_int(r, "year", 1, 999, 0))))
		list_show_plain(&l);
}

void share_new_get(struct req *r) { upkeep_new(r, &shares); }
void share_new_post(struct req *r) { upkeep_add(r, &shares); }
void share_get(struct req *r) { upkeep_show(r, &shares); }
void share_post(struct req *r) { upkeep_change(r, &shares); }
