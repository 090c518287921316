/* grant.c: who may act for one trainee: 輔導員 and 單位主管, named by the agency's officer, from a day to a day; and what they see then.
 * PLAN-087.  Who is named for nobody sees nobody. */
#include "app/may.h"
#include "app/notice/notice.h"
#include "app/trainee/trainee.sql.h"
#include "app/trainee/view.h"
#include "app/training/training.h"
#include "app/upkeep/upkeep.h"
#include "base/text.h"

enum { MINE_MOST = 200 };

struct grant { int64_t id, version, admission; struct code account; const char *full_name, *role_label, *name; struct date from_day, to_day; };

/* What the addresses take and give; the page's own table has the accounts of the agency. */
const struct field grant_takes[] = {
	{.name = "account", .label = "帳號（該機關輔導員或單位主管之帳號名稱）", .kind = K_TEXT, .use = EDIT, .need = true},
	{.name = "from_day", .label = "起日", .kind = K_DATE, .use = EDIT, .need = true},
	{.name = "to_day", .label = "迄日", .kind = K_DATE, .use = EDIT},
	{.name = "version", .label = "版本", .kind = K_INT, .use = EDIT, .least = 1, .most = INT64_MAX},
	{0}
};

const struct field grant_fields[] = {
	FIELD(grant, id, INT, KEY, "編號"),
	FIELD(grant, version, INT, KEY, "版本"),
	FIELD(grant, admission, INT, MARK, ""),
	FIELD(grant, name, TEXT, SHOW, "帳號", .not_sorted = true),
	FIELD(grant, full_name, TEXT, SHOW, "姓名", .not_sorted = true),
	FIELD(grant, role_label, TEXT, MARK, ""),
	FIELD(grant, account, CODE, EDIT, "輔導員或單位主管", .need = true),
	FIELD(grant, from_day, DATE, EDIT, "起日", .need = true),
	FIELD(grant, to_day, DATE, EDIT, "迄日", .hint = "仍在輔導中請留白"),
	{0}
};

const struct field grant_list_fields[] = {
	FIELD(grant, id, INT, KEY, "編號"),
	FIELD(grant, version, INT, MARK, ""),
	FIELD(grant, name, TEXT, SHOW, "帳號", .not_sorted = true),
	FIELD(grant, full_name, TEXT, SHOW, "姓名", .not_sorted = true),
	FIELD(grant, role_label, TEXT, SHOW, "角色", .not_sorted = true),
	FIELD(grant, from_day, DATE, SHOW, "起日"),
	FIELD(grant, to_day, DATE, SHOW, "迄日", .not_sorted = true),
	{0}
};

bool grant_holds(struct db *db, const struct who *who, int64_t admission, struct date today)
{
	return db_run(db, &grant_now, A(admission), A(who->account), A(today))->n;
}

/* The accounts of the trainee's agency that can be named. */
static const struct code *choices(struct req *r)
{
	struct rows *a = db_run(r->db, &grant_accounts, A(r->id[0]));
	struct code *all = arena_array(r->mem, (size_t)a->n + 1, sizeof *all);

	for (int i = 0; i < a->n; i++) {
		const struct role *role = role_find(row_text(a, i, "role"));
		const char *full = row_text(a, i, "full_name");

		all[i].id = row_text(a, i, "name");
		all[i].label = arena_print(r->mem, "%s%s%s（%s）", all[i].id, *full ? " " : "", full, role ? role->code.label : "");
	}
	return all;
}

static const struct field *fields_of(struct req *r)
{
	struct field *f = arena_copy(r->mem, grant_fields, sizeof grant_fields);

	for (struct field *at = f; at->name; at++)
		if (text_is(at->name, "account"))
			at->list = choices(r);
	return f;
}

static bool load(struct db *db, struct arena *mem, int64_t id, void *record)
{
	struct grant *g = record;
	struct rows *r = db_run(db, &grant_one, A(id));

	if (!record_load(mem, r, grant_list_fields, g))
		return false;
	g->admission = row_int(r, 0, "admission");
	g->version = row_int(r, 0, "version");
	g->account = (struct code){g->name, arena_print(mem, "%s %s", g->name, g->full_name)};
	return true;
}

static const char *title(struct arena *mem, const void *record)
{
	const struct grant *g = record;

	return arena_print(mem, "授權 %s", g->account.id ? g->account.id : "");
}

static void check(struct req *r, void *record, const void *before)
{
	const struct grant *g = record, *was = before;

	issue_range(&r->issues, -1, "from_day", g->from_day, "to_day", g->to_day);
	if (was && g->account.id && !text_is(was->account.id, g->account.id))
		issue(&r->issues, -1, "account", "ERR_TEXT_GIVEN", "已授權之帳號不得改為他人，請訂定迄日後另行新增。");
}

static void tell(struct db *db, const struct req *r, const struct grant *g, const struct rows *account)
{
	struct trainee t = {0};
	const struct role *role = role_find(row_text(account, 0, "role"));

	trainee_load(db, r->mem, r->id[0], &t);
	notice_add(db, &(struct notice){.agency = t.agency, .account = row_int(account, 0, "id"), .kind = "trainee.granted",
		.subject_kind = "trainee", .subject = t.id, .link = arena_print(r->mem, "/trainees/%lld", (long long)t.id),
		.text = arena_print(r->mem, "您自%s起為受訓人員%s之%s。", date_long_text(r->mem, g->from_day), t.name,
		role ? role->code.label : "")});
}

static int64_t store(struct req *r, struct db *db, void *record, const void *before)
{
	const struct grant *g = record;
	struct rows *account = db_run(db, &grant_account, A(r->id[0]), A(g->account.id)), *put;

	if (before) {
		put = db_run(db, &grant_set, A(g->id), A(g->version), A(g->from_day), A(g->to_day));
		return put->n ? g->id : 0;
	}
	if (!account->n || db_run(db, &grant_open, A(r->id[0]), A(row_int(account, 0, "id")), A(g->from_day), A(g->to_day))->n) {
		issue(&r->issues, -1, "account", "ERR_TEXT_GIVEN", account->n ? "此帳號於該期間已有授權。" : "查無此帳號。");
		return 0;
	}
	put = db_run(db, &grant_put, A(r->id[0]), A(row_int(account, 0, "id")), A(row_text(account, 0, "role")), A(g->from_day), A(g->to_day));
	tell(db, r, g, account);
	return row_int(put, 0, "id");
}

static const struct upkeep *grants_of(struct req *r)
{
	static const struct grant fresh;
	struct grant *begin = arena_copy(r->mem, &fresh, sizeof fresh);
	const char *path = arena_print(r->mem, "/trainees/%lld/grants", (long long)r->id[0]);

	begin->from_day = r->today;
	return arena_copy(r->mem, &(struct upkeep){path, "grant", "授權", fields_of(r), sizeof(struct grant), begin, load, title, check, store, NULL,
		NULL}, sizeof(struct upkeep));
}

/* The grant of the address as the first id, when it is one of this trainee's. */
static const struct upkeep *one_of(struct req *r, struct grant *g)
{
	const struct upkeep *u = grants_of(r);

	if (!load(r->db, r->mem, r->id[1], g) || g->admission != r->id[0]) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return NULL;
	}
	return u;
}

void grants_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "輔導員與單位主管之授權", grant_list_fields, sizeof(struct grant), "-from_day"))
		return;
	l.rows_at = req_may(r, MAY_LIFE_EDIT) ? arena_print(r->mem, "/trainees/%lld/grants", (long long)r->id[0]) : NULL;
	l.add = req_may(r, MAY_LIFE_EDIT) ? "新增授權" : NULL;
	if (list_run(&l, &grant_list, A(r->id[0])))
		list_show_plain(&l);
}

void grant_new_get(struct req *r) { upkeep_new(r, grants_of(r)); }
void grant_new_post(struct req *r) { upkeep_add(r, grants_of(r)); }

void grant_get(struct req *r)
{
	struct grant g = {0};
	const struct upkeep *u = one_of(r, &g);

	if (!u)
		return;
	r->id[0] = r->id[1];
	upkeep_show(r, u);
}

void grant_post(struct req *r)
{
	struct grant g = {0};
	const struct upkeep *u = one_of(r, &g);

	if (!u)
		return;
	r->id[0] = r->id[1];
	upkeep_change(r, u);
}

/* ---- whom one has been named for */

struct mine { int64_t id; const char *name, *exam_name, *exam_level; struct code state; struct date report_date, end_date; };

const struct field mine_fields[] = {
	FIELD(mine, id, INT, KEY, "編號"),
	FIELD(mine, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(mine, exam_name, TEXT, SHOW, "考試名稱"),
	FIELD(mine, exam_level, TEXT, SHOW, "考試等級"),
	FIELD(mine, state, CODE, SHOW, "狀態", .list = training_states, .not_sorted = true),
	FIELD(mine, report_date, DATE, SHOW, "報到日期"),
	FIELD(mine, end_date, DATE, SHOW, "訓練期滿日"),
	{0}
};

int grant_admissions(struct db *db, struct arena *mem, const struct who *who, struct date today, int64_t **admissions)
{
	struct rows *mine = db_run(db, &grant_mine, A(who->account), A(today), A("end_date"), A(MINE_MOST), A(0));

	*admissions = arena_array(mem, (size_t)mine->n, sizeof **admissions);
	for (int i = 0; i < mine->n; i++)
		(*admissions)[i] = row_int(mine, i, "id");
	return mine->n;
}

void mine_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "我的受訓人員", mine_fields, sizeof(struct mine), "end_date"))
		return;
	l.rows_at = "/trainees";
	if (list_run(&l, &grant_mine, A(r->who->account), A(r->today)))
		list_show_plain(&l);
}
