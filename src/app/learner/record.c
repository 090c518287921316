/* record.c: 我的學習時數: what a 學員 has learnt in a year, and what of it is new or was changed lately.            LEARN-316 */
#include <string.h>

#include "app/learner/learner.sql.h"
#include "app/learner/page.html.h"
#include "app/learner/view.h"
#include "base/text.h"

enum { NEWS_SECONDS = 30 * 86400 };

static const struct code results[] = {{"0", "未認證"}, {"1", "通過"}, {"2", "不通過"}, {0}};

const struct field learnt_fields[] = {
	FIELD(learnt, id, INT, KEY, "編號"),
	FIELD(learnt, name, TEXT, SHOW, "課程名稱"),
	FIELD(learnt, institution, TEXT, SHOW, "開課機關或訓練進修機構", .not_sorted = true),
	FIELD(learnt, category, TEXT, SHOW, "課程類別", .not_sorted = true),
	FIELD(learnt, start_day, DATE, SHOW, "起始日期", .not_sorted = true),
	FIELD(learnt, end_day, DATE, SHOW, "終迄日期"),
	FIELD(learnt, hours, INT, SHOW, "訓練時數", .not_sorted = true),
	FIELD(learnt, digital, INT, SHOW, "數位時數", .not_sorted = true),
	FIELD(learnt, physical, INT, SHOW, "實體時數", .not_sorted = true),
	FIELD(learnt, cert, CODE, SHOW, "認證", .list = results, .not_sorted = true),
	FIELD(learnt, review, CODE, SHOW, "複核狀態", .list = learner_reviews, .not_sorted = true),
	FIELD(learnt, changed, MOMENT, SHOW, "最後異動"),
	FIELD(learnt, version, INT, MARK, ""),
	{0}
};

void learner_records_get(struct req *r)
{
	int64_t year = req_query_int(r, "year", 80, 999, roc_year(r->today));
	struct list l;

	if (!list_open(&l, r, "我的學習時數", learnt_fields, sizeof(struct learnt), "-end_day") ||
		!list_run(&l, &learner_records, A(year), A(learner_person_of(r))))
		return;
	struct learnt_view v = {.r = r, .l = &l, .action = req_url(r, "/learn/records"), .report = req_url(r, "/learn/hours"),
		.year = input_text(r, "year", "年度", arena_print(r->mem, "%lld", (long long)year), false, NULL),
		.lines = {arena_array(r->mem, (size_t)l.n, sizeof *v.lines.at), l.n}};
	const struct learnt *x = l.rows;

	for (int i = 0; i < l.n; i++)
		v.lines.at[i] = (struct learnt_line){&x[i],
			r->now.seconds - x[i].changed.seconds > NEWS_SECONDS ? "" : x[i].version > 1 ? "異動" : "新增",
			req_url(r, "/learn/records/%lld", (long long)x[i].id)};
	learner_records_page(reply_page(r, 200, "我的學習時數"), &v);
}
