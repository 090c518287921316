/* recount.c: the sums against the records they are of: peixun check-data. */
#include "app/hours/hours.sql.h"
#include "app/hours/private.h"

static void compare(struct db *db, const struct sql *sql, const char *whose, void (*tell)(void *, const char *), void *with)
{
	struct rows *r = db_run(db, sql);

	for (int i = 0; i < r->n; i++)
		tell(with, arena_print(db_arena(db),
			"學習時數統計：%lld年度%s %lld、類別 %lld 與紀錄不同（筆數差 %lld，時數差 %lld，數位差 %lld，業務相關差 %lld）",
			(long long)row_int(r, i, "roc_year"), whose, (long long)row_int(r, i, "who"), (long long)row_int(r, i, "category"),
			(long long)row_int(r, i, "records"), (long long)row_int(r, i, "hours"), (long long)row_int(r, i, "digital"),
			(long long)row_int(r, i, "business")));
}

void hours_check(struct db *db, void (*tell)(void *, const char *), void *with)
{
	compare(db, &hours_recount_person, "人員", tell, with);
	compare(db, &hours_recount_agency, "機關", tell, with);
	deciders_check(db, tell, with);
	struct rows *r = db_run(db, &hours_recount_served);

	for (int i = 0; i < r->n; i++)
		tell(with, arena_print(db_arena(db), "學習時數紀錄 %lld：所屬機關之人員索引缺漏", (long long)row_int(r, i, "id")));
	r = db_run(db, &hours_recount_split);
	for (int i = 0; i < r->n; i++)
		tell(with, arena_print(db_arena(db), "學習時數紀錄 %lld：時數 %lld、數位時數 %lld 不符，或所指的資料不存在",
			(long long)row_int(r, i, "id"),
			(long long)row_int(r, i, "hours"), (long long)row_int(r, i, "digital")));
}
