/* amount.c: the amounts by examination and day: 保訓會 keeps them, the offices see them.                       ACMS-097 */
#include "app/exam/exam.h"
#include "app/fee/fee.h"
#include "app/fee/fee.sql.h"
#include "app/may.h"
#include "app/upkeep/upkeep.h"
#include "base/text.h"
#include "web/list.h"

enum { AMOUNT_MOST = 20000, DAYS_MOST = 365 };                  /* 元: what a convenience store takes with one slip */

struct amount {
	int64_t id, version, exam, exam_year, amount, pay_days;
	const char *exam_code, *exam_name;
	struct date valid_from;
	bool fee_exempt_exam;
};

static const struct field amount_fields[] = {
	FIELD(amount, id, INT, KEY, "編號"),
	FIELD(amount, version, INT, KEY, "版本"),
	FIELD(amount, exam, INT, MARK, ""),
	FIELD(amount, exam_year, INT, EDIT, "年度", .need = true, .least = 1, .most = 999, .hint = "民國年，例如 111"),
	FIELD(amount, exam_code, TEXT, EDIT, "考試代碼", .need = true, .most = 3, .hint = "三位數字，例如 007"),
	FIELD(amount, exam_name, TEXT, SHOW, "考試名稱", .not_sorted = true),
	FIELD(amount, amount, INT, EDIT, "證書費（元）", .need = true, .least = 0, .most = AMOUNT_MOST),
	FIELD(amount, pay_days, INT, EDIT, "繳款日數", .need = true, .least = 1, .most = DAYS_MOST, .not_sorted = true,
		.hint = "繳費單產製後幾日內繳款"),
	FIELD(amount, valid_from, DATE, EDIT, "適用日期", .need = true, .hint = "自該日起產製之繳費單適用"),
	FIELD(amount, fee_exempt_exam, BOOL, SHOW, "免繳證書費之考試", .not_sorted = true),
	{0}
}, query_fields[] = {{.name = "exam_year", .label = "年度", .kind = K_INT, .use = EDIT, .least = 1, .most = 999}, {0}};

static const struct amount fresh = {.exam_code = "", .exam_name = ""};

static void list_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "證書費維護", amount_fields, sizeof(struct amount), "-exam_year"))
		return;
	l.rows_at = req_may(r, MAY_FEE_EDIT) ? "/fees" : NULL;
	l.add = req_may(r, MAY_FEE_EDIT) ? "新增證書費" : NULL;
	if (list_run(&l, &fee_list, A(req_query_int(r, "exam_year", 1, 999, 0))))
		list_show_plain(&l);
}

static bool load(struct db *db, struct arena *mem, int64_t id, void *amount)
{
	return record_load(mem, db_run(db, &fee_by_id, A(id)), amount_fields, amount);
}

static const char *title(struct arena *mem, const void *amount)
{
	const struct amount *a = amount;

	return arena_print(mem, "%lld年%s %lld元，自%s", (long long)a->exam_year, a->exam_name, (long long)a->amount,
		date_text(mem, a->valid_from));
}

static void check(struct req *r, void *amount, const void *before)
{
	struct amount *a = amount;
	struct exam e = {0};

	(void)before;
	a->exam_code = text_fold(r->mem, a->exam_code);
	if (!a->exam_year || !*a->exam_code)
		return;
	if (!exam_find(r->db, r->mem, a->exam_year, a->exam_code, &e))
		issue(&r->issues, -1, "exam_code", "ERR_EXAM_NOT_FOUND", a->exam_code);
	a->exam = e.id;
}

static int64_t store(struct req *r, struct db *db, void *amount, const void *before)
{
	const struct amount *a = amount;
	struct rows *put;

	if (db_run(db, &fee_same_day, A(a->exam), A(a->valid_from), A(a->id))->n) {
		issue(&r->issues, -1, "valid_from", "ERR_EXISTS", date_text(r->mem, a->valid_from));
		return 0;
	}
	put = before ? db_run(db, &fee_set, A(a->id), A(a->version), A(a->exam), A(a->amount), A(a->pay_days), A(a->valid_from))
		: db_run(db, &fee_put, A(a->exam), A(a->amount), A(a->pay_days), A(a->valid_from));
	return put->n ? row_int(put, 0, "id") : 0;
}

static bool drop(struct req *r, struct db *db, const void *amount)
{
	(void)r;
	return db_run(db, &fee_drop, A(((const struct amount *)amount)->id))->n;
}

static const struct upkeep amounts = {"/fees", "fee", "證書費", amount_fields, sizeof(struct amount), &fresh, load, title, check, store, drop, NULL};

static void new_get(struct req *r) { upkeep_new(r, &amounts); }
static void new_post(struct req *r) { upkeep_add(r, &amounts); }
static void one_get(struct req *r) { upkeep_show(r, &amounts); }
static void one_post(struct req *r) { upkeep_change(r, &amounts); }
static void remove_post(struct req *r) { upkeep_remove(r, &amounts); }

const struct route fee_routes[] = {
	{GET, "/fees", list_get, MAY_EXAM_SEE, .takes = query_fields, .gives = amount_fields, .list = true, .crumb = "請證系統/證書費維護",
		.help = "各考試之證書費"},
	{GET, "/fees/new", new_get, MAY_FEE_EDIT, .crumb = "請證系統/證書費維護/新增", .help = "新增證書費"},
	{POST, "/fees/new", new_post, MAY_FEE_EDIT, .takes = amount_fields, .help = "新增證書費"},
	{GET, "/fees/:fee", one_get, MAY_FEE_EDIT, .gives = amount_fields, .crumb = "請證系統/證書費維護/修改", .help = "一項證書費"},
	{POST, "/fees/:fee", one_post, MAY_FEE_EDIT, .takes = amount_fields, .help = "修改證書費"},
	{POST, "/fees/:fee/remove", remove_post, MAY_FEE_EDIT, .help = "刪除證書費"},
	{0}
};
