/* web.c: 成績下載: the conditions, one year at a time.                                                       LEARN-401, 402, 406 */
#include <string.h>

#include "app/code/code.h"
#include "app/delivery/delivery.sql.h"
#include "app/delivery/page.html.h"
#include "app/delivery/private.h"
#include "app/may.h"
#include "app/staff/staff.h"
#include "base/text.h"

enum { FIRST_YEAR = 80, GROUPS = 3, TICKS_MOST = 500, SHOWN_MOST = 1 << 16 };

struct asked { int64_t year; const char *from, *to, *national_id, *name; bool undelivered, corrected; };
static const struct field asked_fields[] = {
	FIELD(asked, year, INT, EDIT, "課程結束年份", .need = true, .least = FIRST_YEAR, .most = 999),
	FIELD(asked, from, TEXT, EDIT, "課程結束日期區間起", .most = 20, .hint = "月/日，例如 1/1"),
	FIELD(asked, to, TEXT, EDIT, "課程結束日期區間迄", .most = 20, .hint = "月/日，例如 12/31"),
	FIELD(asked, national_id, ID, EDIT, "身分證字號"),
	FIELD(asked, name, TEXT, EDIT, "課程名稱", .most = 100),
	FIELD(asked, undelivered, BOOL, EDIT, "尚未下載過成績者"),
	FIELD(asked, corrected, BOOL, EDIT, "已修正"),
	{0}
};
static const struct code formats[] = {{"xlsx", "Excel"}, {"ods", "ODF"}, {0}};

static bool is_ticked(const struct req *r, const char *name, const char *value)
{
	for (size_t i = 0; i < r->form.n; i++)
		if (text_is(r->form.at[i].name, name) && text_is(r->form.at[i].value, value))
			return true;
	return false;
}

static struct delivery_group group_of(struct req *r, const char *name, const char *label, int room)
{
	return (struct delivery_group){name, label, {arena_array(r->mem, (size_t)room, sizeof(struct delivery_tick)), 0}, false};
}

static void add_tick(struct req *r, struct delivery_group *g, int64_t id, const char *label)
{
	const char *value = arena_print(r->mem, "%lld", (long long)id);
	bool on = is_ticked(r, g->name, value);

	g->open |= on;
	g->all.at[g->all.n++] = (struct delivery_tick){value, label, on};
}

static struct delivery_group codes_of(struct req *r, const struct code_book *book, const char *table, const char *name, const char *label)
{
	struct code_items all = code_items(book, r->mem, table, (struct date){0});
	struct delivery_group g = group_of(r, name, label, all.n);

	for (int i = 0; i < all.n; i++)
		add_tick(r, &g, all.at[i]->id, arena_print(r->mem, "%s %s", all.at[i]->code, all.at[i]->name));
	return g;
}

static struct delivery_groups groups_of(struct req *r)
{
	const struct code_book *book = code_book(r->db, r->mem);
	struct rows *units = db_run(r->db, &delivery_units, A(r->who->agency));
	struct delivery_groups all = {arena_array(r->mem, GROUPS, sizeof *all.at), GROUPS};

	all.at[0] = codes_of(r, book, "course_category", "category", "課程類別");
	all.at[1] = group_of(r, "unit", "部門名稱", units->n);
	for (int i = 0; i < units->n; i++)
		add_tick(r, &all.at[1], row_int(units, i, "id"), row_text(units, i, "name"));
	all.at[2] = codes_of(r, book, "person_class", "class", "人員區別");
	return all;
}

static void show(struct req *r, int status, const struct asked *a, struct delivery_groups groups)
{
	struct delivery_view v = {.r = r, .wrong = issue_lines(r), .action = req_url(r, "/hr/delivery"), .requests = req_url(r, "/downloads"),
		.inputs = inputs_of(r, asked_fields, a), .groups = groups, .format = input_choice(r, "format", "檔案格式", "xlsx", true,
		options_of(r->mem, formats, NULL)), .may_ask = req_may(r, MAY_HOURS_DOWNLOAD)};

	delivery_page(reply_page(r, status, "成績下載"), &v);
}

static void form_get(struct req *r)
{
	struct asked a = {.year = req_query_int(r, "year", FIRST_YEAR, 999, roc_year(r->today)), .from = "1/1", .to = "12/31", .national_id = "",
		.name = "", .corrected = *req_query(r, "corrected")};

	show(r, 200, &a, groups_of(r));
}

/* 7/1, 7月1日 of the year; or a whole day, which must lie in it (E-DL-01).   LEARN-402 */
static bool read_day(struct req *r, const char *field, const char *typed, int64_t year, struct date otherwise, struct date *to)
{
	int month = 0, day = 0, end = 0;
	const char *plain = text_fold(r->mem, typed);

	*to = otherwise;
	if (!*typed)
		return true;
	if ((sscanf(plain, "%2d/%2d%n", &month, &day, &end) == 2 && !plain[end]) || (sscanf(plain, "%2d月%2d日%n", &month, &day, &end) == 2 && end &&
		!plain[end]))
		*to = date_make((int)year + 1911, month, day);
	else if (!date_parse(plain, to))
		*to = (struct date){0};
	if (!date_set(*to))
		issue(&r->issues, -1, field, "E-DATE-01", typed);
	else if (roc_year(*to) != year)
		issue(&r->issues, -1, field, "E-DL-01");
	return date_set(*to);
}

/* The ticks of a group as a JSON list, and in words. */
static const char *list_of(struct req *r, const struct delivery_group *g, struct text *shown)
{
	struct text t = text_new(r->mem, SHOWN_MOST);
	int n = 0;

	text_char(&t, '[');
	for (int i = 0; i < g->all.n; i++) {
		if (!g->all.at[i].on)
			continue;
		text_print(&t, "%s%s", n ? "," : "", g->all.at[i].value);
		text_print(shown, "%s%s", n ? "、" : arena_print(r->mem, "；%s：", g->label), g->all.at[i].label);
		n++;
	}
	text_char(&t, ']');
	return t.at;
}

static const char *in_words(struct req *r, const struct wanted *w, const struct asked *a, struct delivery_groups groups, struct wanted *lists)
{
	struct text t = text_new(r->mem, SHOWN_MOST);
	int y, m, d, m2, d2;

	date_split(w->from, &y, &m, &d);
	date_split(w->to, &y, &m2, &d2);
	text_print(&t, "課程結束年份：%lld；課程結束日期區間：%d月%d日至%d月%d日", (long long)w->year, m, d, m2, d2);
	if (*a->national_id)
		text_print(&t, "；身分證字號：%s", mask_id(r->mem, a->national_id));
	if (*w->name)
		text_print(&t, "；課程名稱：%s", w->name);
	lists->categories = list_of(r, &groups.at[0], &t);
	lists->units = list_of(r, &groups.at[1], &t);
	lists->classes = list_of(r, &groups.at[2], &t);
	if (w->undelivered)
		text_puts(&t, "；尚未下載過成績者");
	if (w->corrected)
		text_puts(&t, "；已修正");
	return t.at;
}

static void read_wanted(struct req *r, const struct asked *a, struct wanted *w)
{
	*w = (struct wanted){.year = a->year, .name = text_fold(r->mem, a->name), .undelivered = a->undelivered, .corrected = a->corrected};
	if (!a->year)
		return;
	if (read_day(r, "from", a->from, a->year, date_make((int)a->year + 1911, 1, 1), &w->from) &&
		read_day(r, "to", a->to, a->year, date_make((int)a->year + 1911, 12, 31), &w->to) &&
		date_before(w->to, w->from))
		issue(&r->issues, -1, "to", "E-DATE-02", "課程結束日期區間起", "課程結束日期區間迄");
	if (*a->national_id && !(w->person = staff_person(r->db, a->national_id)))
		issue(&r->issues, -1, "national_id", "E-ID-03");
}

static void ask_post(struct req *r)
{
	struct asked a = {.from = "", .to = "", .national_id = "", .name = ""};
	struct delivery_groups groups = groups_of(r);
	enum sheet_format format = text_is(req_form(r, "format"), "ods") ? SHEET_ODS : SHEET_XLSX;
	struct wanted w;

	r->issues.fields = asked_fields;
	r->issues.learning = true;
	record_merge(asked_fields, req_style(r), &r->form, true, &a, &r->issues, -1);
	read_wanted(r, &a, &w);
	if (r->issues.n) {
		if (!reply_issues(r))
			show(r, 422, &a, groups);
		return;
	}
	const char *shown = in_words(r, &w, &a, groups, &w);

	download_ask(r, &delivery_kind, wanted_json(r->mem, &w), shown, format);
}

static const struct field get_takes[] = {{.name = "year", .label = "課程結束年份", .kind = K_INT, .most = 999},
	{.name = "corrected", .label = "1：已修正", .kind = K_INT, .most = 1}, {0}};
static const char *const ticks[] = {"category", "unit", "class", "format", NULL};

#define AREA "人事單位/成績下載"

const struct route delivery_routes[] = {
	{GET, "/hr/delivery", form_get, MAY_HOURS_DOWNLOAD | MAY_DGPA, .takes = get_takes, .crumb = AREA, .menu = "成績下載", .group = "人事單位",
		.help = "成績下載的條件"},
	{POST, "/hr/delivery", ask_post, MAY_HOURS_DOWNLOAD, .takes = asked_fields, .ticks = ticks, .heavy = true, .crumb = AREA,
		.help = "申請成績下載"},
	{0}
};
