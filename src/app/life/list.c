/* list.c: the records of an agency's trainees, or of all: what waits where.  Sensitive kinds are counted on nobody's list. */
#include <string.h>

#include "app/life/life.sql.h"
#include "app/life/list.html.h"
#include "app/life/view.h"
#include "base/text.h"

/* A row of the list. */
struct listed {
	int64_t id, exam_year;
	struct code kind;
	const char *state, *name, *national_id, *exam_name, *agency_name, *summary;
	struct date day;
};

static struct code titles[LIFE_KINDS + 1];                       /* by the kinds' names, filled in at program start */

void life_list_kinds(const struct life_kind *const *all)
{
	int n = 0;

	for (; *all && n < LIFE_KINDS; all++, n++)
		titles[n] = (struct code){(*all)->name, (*all)->title};
	titles[n] = (struct code){0};
}

const struct field life_list_fields[] = {
	FIELD(listed, id, INT, KEY, "編號"),
	FIELD(listed, day, DATE, SHOW, "日期"),
	FIELD(listed, kind, CODE, SHOW, "紀錄", .list = titles),
	FIELD(listed, state, TEXT, SHOW, "狀態"),
	FIELD(listed, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(listed, national_id, ID, SHOW, "身分證字號", .privacy = PERSONAL, .not_sorted = true),
	FIELD(listed, exam_year, INT, SHOW, "年度", .not_sorted = true),
	FIELD(listed, exam_name, TEXT, SHOW, "考試名稱", .not_sorted = true),
	FIELD(listed, agency_name, TEXT, SHOW, "機關", .not_sorted = true),
	FIELD(listed, summary, TEXT, SHOW, "摘要", .not_sorted = true),
	{0}
};

const struct field life_list_query[] = {
	{.name = "kind", .label = "紀錄種類", .kind = K_TEXT, .use = EDIT, .most = 40},
	{.name = "waits", .label = "待辦理機關", .kind = K_TEXT, .use = EDIT, .most = 4},
	{.name = "state", .label = "狀態", .kind = K_TEXT, .use = EDIT, .most = 40},
	{0}
};

static struct options waiting(struct req *r)
{
	struct options o = {0};

	options_add(r->mem, &o, "", "全部");
	options_add(r->mem, &o, "mine", "待本機關辦理");
	return o;
}

/* The page above the table: which kind, which state. */
static void show(struct list *l)
{
	struct req *r = l->r;
	struct list_view v = {.r = r, .l = l, .search = req_url(r, "/records"),
		.kind = input_choice(r, "kind", "紀錄種類", "", false, options_of(r->mem, titles, "全部")),
		.may_wait = life_waits_for(r->who->may) != 0, .waits = input_choice(r, "waits", "待辦理機關", "", false, waiting(r)),
		.state = input_text(r, "state", "狀態", "", false, "例如：已送保訓會")};

	life_list_page(reply_page(r, 200, "申請與紀錄"), &v);
}

void life_list_get(struct req *r)
{
	struct list l;
	bool all = r->who->all_agencies;

	if (!list_open(&l, r, "申請與紀錄", life_list_fields, sizeof(struct listed), "-day"))
		return;
	l.rows_at = "/records";
	if (list_run(&l, &life_list, REQ_AGENCIES(r), A((int64_t)r->who->may), A(req_may(r, MAY_SENSITIVE)), A(!all), A(req_query(r, "kind")),
			A(req_query(r, "state")), A(r->who->own_trainees ? r->who->account : 0), A(r->today), A(r->who->account),
			A(text_is(req_query(r, "waits"), "mine") ? life_waits_for(r->who->may) : 0)))
		show(&l);
}
