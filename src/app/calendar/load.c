/* load.c: the official file of office days: decoding it, checking that whole years are there, storing them. */
#include <string.h>

#include "app/audit/audit.h"
#include "app/calendar/calendar.h"
#include "app/calendar/calendar.sql.h"
#include "base/charset.h"
#include "base/csv.h"
#include "base/text.h"
#include "job/job.h"

enum {
	ROW_MOST = 4096, CELLS_MOST = 32, PROBLEMS_MOST = 100,
	YEAR_FIRST = 1990, YEAR_LAST = 2199, DAYS_MOST = 366,
	CSV_MEMORY = 1 << 20,
};

enum column { COLUMN_DATE, COLUMN_WEEKDAY, COLUMN_OFF, COLUMN_REMARK, COLUMNS };
static const char *const column_names[COLUMNS] = {"西元日期", "星期", "是否放假", "備註"};
static const char *const weekday_names[] = {"日", "一", "二", "三", "四", "五", "六"};

struct day {
	bool seen, off;
	const char *remark;
};

struct year {
	int n;
	struct day days[DAYS_MOST];
};

struct office_file {
	struct arena *mem;
	struct office_load *to;
	struct year *years[YEAR_LAST - YEAR_FIRST + 1];         /* NULL: not in the file */
	int at[COLUMNS];                                        /* where each column stands; -1: missing */
	const char *source;
};

__attribute__((format(printf, 2, 3)))
static void problem(struct office_file *l, const char *format, ...)
{
	va_list args;

	if (l->to->problems_n >= PROBLEMS_MOST)
		return;
	va_start(args, format);
	l->to->problems[l->to->problems_n++] = arena_vprint(l->mem, format, args);
	va_end(args);
}

/* ---- the file as UTF-8 ---- */

struct text_source {
	const char *at;
	size_t n;
};

static size_t fill(void *with, char *to, size_t room)
{
	struct text_source *s = with;
	size_t n = s->n < room ? s->n : room;

	memcpy(to, s->at, n);
	s->at += n;
	s->n -= n;
	return n;
}

static bool decode(struct office_file *l, struct bytes file, struct text_source *to)
{
	struct charset_probe probe = {0};
	struct charset_decoder decoder = {0};
	uint64_t bad_at;
	bool private_use;
	char *text;

	charset_probe_add(&probe, file.at, file.n);
	decoder.from = charset_probe_end(&probe, &bad_at, &private_use);
	if (!decoder.from) {
		problem(l, "檔案編碼無法辨識（第%llu個位元組），請使用UTF-8或Big5。", (unsigned long long)bad_at + 1);
		return false;
	}
	text = arena_get(l->mem, CHARSET_ROOM(file.n));
	*to = (struct text_source){text, charset_decode(&decoder, file.at, file.n, text)};
	return true;
}

/* ---- rows ---- */

static bool header(struct office_file *l, const struct csv_row *row)
{
	bool all = true;

	for (int c = 0; c < COLUMNS; c++) {
		l->at[c] = -1;
		for (int i = 0; i < row->n; i++)
			if (text_is(row->cells[i].at, column_names[c]))
				l->at[c] = i;
		if (l->at[c] < 0 && c != COLUMN_REMARK) {
			problem(l, "缺少「%s」欄。", column_names[c]);
			all = false;
		}
	}
	return all;
}

static const char *cell(const struct office_file *l, const struct csv_row *row, enum column c)
{
	return l->at[c] >= 0 && l->at[c] < row->n ? row->cells[l->at[c]].at : "";
}

/* 20260101 or 2026/1/1; a 民國 date is not what this column says. */
static bool read_date(const char *text, struct date *to)
{
	int64_t n;

	if (strlen(text) == 8 && text_to_int(text, 19000101, 29991231, &n)) {
		*to = date_make((int)(n / 10000), (int)(n / 100 % 100), (int)(n % 100));
		return date_set(*to);
	}
	return date_parse(text, to);
}

static struct day *place(struct office_file *l, struct date d)
{
	int year = date_year(d);
	struct year **y;

	if (year < YEAR_FIRST || year > YEAR_LAST)
		return NULL;
	y = &l->years[year - YEAR_FIRST];
	if (!*y)
		*y = arena_get(l->mem, sizeof(**y));
	return &(*y)->days[days_between(date_make(year, 1, 1), d)];
}

static void read_row(struct office_file *l, const struct csv_row *row)
{
	long long n = row->number;
	const char *off = cell(l, row, COLUMN_OFF), *weekday = cell(l, row, COLUMN_WEEKDAY);
	struct date d;
	struct day *day;

	if (!read_date(cell(l, row, COLUMN_DATE), &d) || !(day = place(l, d))) {
		problem(l, "第%lld列：「%s」不是日期。", n, cell(l, row, COLUMN_DATE));
		return;
	}
	if (!text_is(off, "0") && !text_is(off, "2"))
		problem(l, "第%lld列：是否放假「%s」應為0或2。", n, off);
	if (!text_is(weekday, weekday_names[date_weekday(d)]))
		problem(l, "第%lld列：%s是星期%s，不是「%s」。", n, date_text(l->mem, d), weekday_names[date_weekday(d)], weekday);
	if (day->seen)
		problem(l, "第%lld列：%s重複。", n, date_text(l->mem, d));
	else
		l->years[date_year(d) - YEAR_FIRST]->n++;
	*day = (struct day){.seen = true, .off = text_is(off, "2"), .remark = arena_text(l->mem, cell(l, row, COLUMN_REMARK))};
}

static void read_rows(struct office_file *l, struct text_source source)
{
	struct arena *mem = arena_new(CSV_MEMORY);
	struct csv *csv = csv_open(mem, fill, &source, ROW_MOST, CELLS_MOST, false);
	struct csv_row row;
	int64_t bad;

	if (csv_next(csv, &row)) {
		if (header(l, &row))
			while (csv_next(csv, &row))
				read_row(l, &row);
	} else if (!csv_problem(csv, &bad)) {
		problem(l, "檔案沒有資料。");
	}
	if (csv_problem(csv, &bad))
		problem(l, "第%lld列無法讀取，檔案應為以逗號分隔的CSV。", (long long)bad);
	arena_free(mem);
}

static void check_years(struct office_file *l)
{
	for (int i = 0; i <= YEAR_LAST - YEAR_FIRST; i++) {
		int year = YEAR_FIRST + i;
		int whole = days_between(date_make(year, 1, 1), date_make(year + 1, 1, 1));

		if (!l->years[i])
			continue;
		if (l->years[i]->n != whole)
			problem(l, "%d年（民國%d年）應有%d日，檔案中有%d日。", year, year - 1911, whole, l->years[i]->n);
		l->to->first_year = l->to->years++ ? l->to->first_year : year;
		l->to->last_year = year;
		l->to->days += whole;
		for (int d = 0; d < whole; d++)
			l->to->days_off += l->years[i]->days[d].off;
	}
	if (!l->to->years)
		problem(l, "檔案沒有資料。");
}

/* ---- storing ---- */

static void store_year(struct db *db, const struct office_file *l, int year)
{
	struct date first = date_make(year, 1, 1);
	int whole = days_between(first, date_make(year + 1, 1, 1));
	const struct year *y = l->years[year - YEAR_FIRST];

	db_run(db, &office_year_clear, A(first), A(date_make(year, 12, 31)));
	for (int d = 0; d < whole; d++)
		db_run(db, &office_day_put, A(date_plus(first, d)), A((int)y->days[d].off), A(y->days[d].remark));
	db_run(db, &office_year_put, A(year), A(l->source), A(job_now()));
}

void office_store(struct db *db, const struct office_load *load, const struct office_who *who)
{
	const struct office_file *l = load->file;

	for (int i = 0; i <= YEAR_LAST - YEAR_FIRST; i++)
		if (l->years[i])
			store_year(db, l, YEAR_FIRST + i);
	audit_add(db, &(struct audit_event){.account = who->account, .agency = who->agency, .address = who->address,
		.action = "office-calendar.load", .subject_kind = "office-calendar", .subject = load->first_year, .reason = l->source});
}

bool office_read(struct arena *mem, struct bytes file, const char *source, struct office_load *to)
{
	struct office_file *l = arena_get(mem, sizeof(*l));
	struct text_source text;

	*to = (struct office_load){.problems = arena_array(mem, PROBLEMS_MOST, sizeof(char *)), .file = l};
	*l = (struct office_file){.mem = mem, .to = to, .source = source};
	if (decode(l, file, &text)) {
		read_rows(l, text);
		if (!to->problems_n)
			check_years(l);
	}
	return !to->problems_n;
}

const char *office_years_text(struct arena *mem, const struct office_load *l)
{
	int first = l->first_year - 1911, last = l->last_year - 1911;

	return first == last ? arena_print(mem, "民國%d年", first) : arena_print(mem, "民國%d年至%d年", first, last);
}

struct storing {
	const struct office_load *load;
	const struct office_who *who;
};

static void store(struct db *db, void *with)
{
	const struct storing *s = with;

	office_store(db, s->load, s->who);
}

void office_load(struct db *db, struct arena *mem, struct bytes file, const char *source, const struct office_who *who,
	struct office_load *to)
{
	if (office_read(mem, file, source, to))
		db_tx(db, store, &(struct storing){to, who});
}
