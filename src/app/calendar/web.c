/* web.c: 辦公日曆維護: which years are loaded, what is special in one, and loading the official file. */
#include <sys/mman.h>

#include "app/calendar/calendar.h"
#include "app/calendar/page.html.h"
#include "app/calendar/view.h"
#include "app/may.h"
#include "base/log.h"

enum { FILE_MOST = 4 << 20 };

static void show(struct req *r, int status, const struct office_load *done)
{
	struct rows *y = office_years(r->db);
	struct calendar_view v = {.r = r, .action = req_url(r, "/calendar"),
		.years = {arena_array(r->mem, (size_t)y->n, sizeof(struct year_line)), y->n}};

	for (int i = 0; i < y->n; i++)
		v.years.at[i] = (struct year_line){row_int(y, i, "year") - 1911, row_int(y, i, "days_off"), row_text(y, i, "source"),
			row_moment(y, i, "loaded"), req_url(r, "/calendar/%lld", (long long)row_int(y, i, "year"))};
	if (done) {
		v.problems.at = arena_array(r->mem, (size_t)done->problems_n, sizeof *v.problems.at);
		for (; v.problems.n < done->problems_n; v.problems.n++)
			v.problems.at[v.problems.n].text = done->problems[v.problems.n];
	}
	calendar_page(reply_page(r, status, "辦公日曆維護"), &v);
}

static void list_get(struct req *r)
{
	show(r, 200, NULL);
}

static void year_get(struct req *r)
{
	static const char *const weekdays[] = {"日", "一", "二", "三", "四", "五", "六"};
	struct rows *d = office_days(r->db, r->id[0] > 9999 ? 0 : (int)r->id[0]);
	struct year_view v = {{arena_array(r->mem, (size_t)d->n, sizeof(struct day_line)), d->n}, req_url(r, "/calendar")};

	if (!d->n) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return;
	}
	for (int i = 0; i < d->n; i++) {
		struct date day = row_date(d, i, "day");

		v.days.at[i] = (struct day_line){day, weekdays[date_weekday(day)], row_text(d, i, "remark"), row_bool(d, i, "is_off")};
	}
	year_page(reply_page(r, 200, arena_print(r->mem, "民國 %lld 年辦公日曆", (long long)r->id[0] - 1911)), &v);
}

static struct bytes file_bytes(struct req *r)
{
	void *at = mmap(NULL, r->file.size, PROT_READ, MAP_PRIVATE, r->file.fd, 0);

	if (at == MAP_FAILED)
		fail("an uploaded file of %llu bytes can't be read", (unsigned long long)r->file.size);
	return (struct bytes){at, r->file.size};
}

struct saving { struct req *r; const struct office_load *load; };

static void save(struct db *db, void *with)
{
	const struct saving *s = with;
	struct req *r = s->r;

	r->done = req_url(r, "/calendar");
	office_store(db, s->load, &(struct office_who){r->who->account, r->who->agency, r->wire->address});
}

static void load_post(struct req *r)
{
	struct office_load done = {0};
	const char *missing = "請選擇要載入的檔案。";

	if (r->file.fd < 0 || !r->file.size) {
		done = (struct office_load){.problems_n = 1, .problems = &missing};
	} else {
		struct bytes file = file_bytes(r);

		office_read(r->mem, file, r->file.name, &done);
		munmap((void *)(uintptr_t)file.at, file.n);
	}
	for (int i = 0; i < done.problems_n; i++)
		issue(&r->issues, -1, "file", "ERR_TEXT_GIVEN", done.problems[i]);
	if (!done.problems_n) {
		req_tx(r, save, &(struct saving){r, &done});
		reply_see(r, r->done, arena_print(r->mem, "已載入%s辦公日曆，共 %d 日，其中放假 %d 日；未結的期限將在一分鐘內重新計算。",
			office_years_text(r->mem, &done), done.days, done.days_off));
	} else if (!reply_issues(r)) {
		show(r, 422, &done);
	}
}

const struct route office_routes[] = {
	{GET, "/calendar", list_get, MAY_CALENDAR_EDIT, .crumb = "分發人員管理/辦公日曆維護", .help = "辦公日曆維護"},
	{POST, "/calendar", load_post, MAY_CALENDAR_EDIT, .body = FILE_MOST, .heavy = true, .crumb = "分發人員管理/辦公日曆維護",
		.help = "載入辦公日曆表"},
	{GET, "/calendar/:year", year_get, MAY_CALENDAR_EDIT, .crumb = "分發人員管理/辦公日曆維護/年度", .help = "一個年度的辦公日曆"},
	{0}
};
