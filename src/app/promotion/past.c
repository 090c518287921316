/* past.c: what became of people in a training, as far as it bears on being selected again: failed, revoked, expelled, annulled …
 * 保訓會 enters what happened before this program was there.                       PROMO-031, 063, 107 … 119 */
#include <string.h>

#include "app/promotion/private.h"
#include "app/promotion/promotion.sql.h"
#include "app/upkeep/upkeep.h"
#include "base/text.h"

const struct code past_outcomes[] = {
	[PAST_PASSED] = {"passed", "成績及格"}, [PAST_FAILED] = {"failed", "成績不及格"}, [PAST_REVOKED] = {"revoked", "廢止受訓資格"},
	[PAST_EXPELLED] = {"expelled", "退訓"}, [PAST_ANNULLED] = {"annulled", "撤銷訓練及格資格"}, [PAST_DEFERRED] = {"deferred", "延後訓練"},
	[PAST_STOPPED] = {"stopped", "停止訓練"}, [PAST_OMITTED] = {"omitted", "漏未薦送，經同意直接調訓"}, [PASTS_N] = {0}
};

const struct field past_fields[] = {
	FIELD(past, id, INT, KEY, "編號"),
	FIELD(past, version, INT, KEY, "版本"),
	FIELD(past, year, INT, EDIT, "年度", .need = true, .least = 1, .most = 999),
	FIELD(past, type, CODE, EDIT, "訓練類別", .need = true, .list = promotion_type_codes, .not_sorted = true),
	FIELD(past, national_id, ID, EDIT, "身分證統一編號", .need = true, .privacy = PERSONAL, .not_sorted = true),
	FIELD(past, name, TEXT, EDIT, "姓名", .need = true, .most = 60, .privacy = PERSONAL),
	FIELD(past, outcome, CODE, EDIT, "結果", .need = true, .list = past_outcomes, .not_sorted = true),
	FIELD(past, cause, CODE, EDIT, "廢止事由", .list = promotion_cause_codes, .not_sorted = true, .hint = "廢止受訓資格時填寫"),
	FIELD(past, at_fault, CODE, EDIT, "可歸責於受訓人員", .list = yes_no_codes, .not_sorted = true, .hint = "退訓、撤銷時填寫"),
	FIELD(past, delivered, DATE, EDIT, "撤銷函送達日", .not_sorted = true),
	FIELD(past, filled, CODE, EDIT, "缺額已遞補", .list = yes_no_codes, .not_sorted = true, .hint = "延後訓練、停止訓練時填寫"),
	FIELD(past, letter, TEXT, EDIT, "文號", .most = 60, .not_sorted = true),
	{0}
};
const struct field past_query[] = {{.name = "national_id", .label = "身分證統一編號", .kind = K_ID}, {.name = "year", .label = "年度",
	.kind = K_INT}, {0}};

struct pasts pasts_of(struct db *db, struct arena *mem, const char *type, const char *ids)
{
	struct rows *p = db_run(db, &past_of, A(type), A(ids));

	return (struct pasts){p->n, records_load(mem, p, past_fields, sizeof(struct past))};
}

static const char *id_or_none(struct code c)
{
	return c.id ? c.id : "";
}

void past_keep(struct db *db, const struct past *p)
{
	db_run(db, &past_keep_one, A(p->type.id), A(p->year), A(p->national_id), A(p->name), A(p->outcome.id), A(id_or_none(p->cause)),
		A(id_or_none(p->at_fault)), A(p->delivered), A(id_or_none(p->filled)), A(p->letter ? p->letter : ""));
}

void past_take_back(struct db *db, const struct past *p)
{
	db_run(db, &past_drop_one, A(p->national_id), A(p->type.id), A(p->year), A(p->outcome.id));
}

static const char *title(struct arena *mem, const void *record)
{
	const struct past *p = record;

	return arena_print(mem, "%lld年度%s %s", (long long)p->year, p->type.label, p->name);
}

static bool is(const struct past *p, enum past_outcome outcome)
{
	return text_is(p->outcome.id, past_outcomes[outcome].id);
}

static void check(struct req *r, void *record, const void *before)
{
	struct past *p = record;
	const struct past *was = before;

	if (was && (was->year != p->year || strcmp(was->type.id, p->type.id) || strcmp(was->national_id, p->national_id) ||
			strcmp(was->outcome.id, p->outcome.id)))
		issue(&r->issues, -1, "outcome", "ERR_FIXED", arena_print(r->mem, "%s %s", title(r->mem, was), was->outcome.label));
	if (is(p, PAST_REVOKED) && !*p->cause.id)
		issue(&r->issues, -1, "cause", "ERR_CAUSE");
	if ((is(p, PAST_EXPELLED) || is(p, PAST_ANNULLED)) && !*p->at_fault.id)
		issue(&r->issues, -1, "at_fault", "ERR_REQUIRED");
	if (date_set(p->delivered) && date_before(r->today, p->delivered))
		issue(&r->issues, -1, "delivered", "ERR_DATE_FUTURE", date_text(r->mem, r->today));
}

static int64_t store(struct req *r, struct db *db, void *record, const void *before)
{
	const struct past *p = record;
	struct rows *put;

	if (before)
		return db_run(db, &past_set, A(p->id), A(p->version), A(p->name), A(p->cause.id), A(p->at_fault.id), A(p->delivered),
			A(p->filled.id), A(p->letter))->n ? p->id : 0;
	put = db_run(db, &past_put, A(p->type.id), A(p->year), A(p->national_id), A(p->name), A(p->outcome.id), A(p->cause.id),
		A(p->at_fault.id), A(p->delivered), A(p->filled.id), A(p->letter));
	if (!put->n && !db_undone(db))
		issue(&r->issues, -1, "outcome", "ERR_EXISTS", title(r->mem, p));
	return put->n ? row_int(put, 0, "id") : 0;
}

static bool drop(struct req *r, struct db *db, const void *record)
{
	const struct past *p = record;

	if (db_run(db, &past_drop, A(p->id))->n)
		return true;
	issue(&r->issues, -1, "", "ERR_PAGE_NOT_FOUND");
	return false;
}

static bool load(struct db *db, struct arena *mem, int64_t id, void *record)
{
	return record_load(mem, db_run(db, &past_by_id, A(id)), past_fields, record);
}

static const struct past fresh = {.type = {"", ""}, .outcome = {"", ""}, .cause = {"", ""}, .at_fault = {"", ""}, .filled = {"", ""},
	.national_id = "", .name = "", .letter = ""};
static const struct upkeep pasts = {"/promotion/results", "promotion_result", "歷年參訓結果", past_fields, sizeof(struct past), &fresh, load,
	title, check, store, drop, NULL};

void pasts_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "歷年參訓結果", past_fields, sizeof(struct past), "-year"))
		return;
	l.rows_at = "/promotion/results";
	l.add = "新增參訓結果";
	if (list_run(&l, &past_list, A(text_upper(r->mem, req_query(r, "national_id"))), A(req_query_int(r, "year", 1, 999, 0))))
		list_show_plain(&l);
}

void past_new_get(struct req *r) { upkeep_new(r, &pasts); }
void past_new_post(struct req *r) { upkeep_add(r, &pasts); }
void past_get(struct req *r) { upkeep_show(r, &pasts); }
void past_post(struct req *r) { upkeep_change(r, &pasts); }
void past_remove_post(struct req *r) { upkeep_remove(r, &pasts); }
