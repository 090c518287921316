/* mail.c: the morning's mail: what is overdue, and what is due in as many days as the account chose. */
#include "app/account/account.h"
#include "app/calendar/calendar.h"
#include "app/deadline/deadline.h"
#include "app/mail/mail.h"
#include "app/reminder/private.h"
#include "app/reminder/reminder.sql.h"
#include "base/text.h"

enum { PIECE = 100, LINES_MOST = 100 };

static void add_line(struct arena *mem, struct text *t, const struct deadline *d)
{
	const char *left = d->days_left < 0 ? arena_print(mem, "逾期%d日", -d->days_left) : d->days_left ?
		arena_print(mem, "剩%d日", d->days_left) : "今日截止";

	text_print(t, "%s（%s）%s：%s%s\n", date_text(mem, d->due), left, d->kind->title, reminder_masked(mem, d->about),
		d->provisional ? "（暫算：該年辦公日曆尚未載入）" : "");
	if (d->citation && *d->citation)
		text_print(t, "    依據：%s\n", d->citation);
}

/* What a mail tells of: lines of some, the number of all. */
struct told { struct text lines; int n; int64_t total; };

static void tell(struct db *db, struct arena *mem, struct deadline_query *q, struct told *told)
{
	q->most = told->n < LINES_MOST ? LINES_MOST - told->n : 1;
	struct deadlines due = deadline_list(db, mem, q);

	for (int i = 0; i < due.n && told->n < LINES_MOST; i++, told->n++)
		add_line(mem, &told->lines, &due.at[i]);
	told->total += due.n ? due.total : 0;
}

static void tell_overdue(struct db *db, struct arena *mem, const struct rows *a, int i, struct date today, struct told *told)
{
	if (row_bool(a, i, "overdue"))
		tell(db, mem, &(struct deadline_query){.scope = {.agency = row_int(a, i, "agency")}, .today = today, .overdue = true}, told);
}

/* From the office day after the last one that was told of, up to the next one: what falls on days without a mail is told before them,
 * and what a day missed is made up for. */
static void tell_ahead(struct db *db, struct arena *mem, const struct rows *a, int i, struct date today, struct told *told)
{
	const struct calendar *calendar = office_calendar(db, mem);
	struct reminder_span spans[AHEAD_MOST];
	struct reminder_ahead ahead;
	bool provisional;
	struct date last = row_date(a, i, "reminded"), next = calendar_office_day(calendar, date_plus(today, 1), &provisional);
	struct date from = date_set(last) ? calendar_office_day(calendar, date_plus(last, 1), &provisional) : today;
	int n = reminder_ahead_read(mem, row_text(a, i, "ahead"), &ahead) ? reminder_spans(&ahead, from, next, spans) : 0;

	for (int k = 0; k < n; k++)
		tell(db, mem, &(struct deadline_query){.scope = {.agency = row_int(a, i, "agency")}, .today = today,
			.from = date_before(spans[k].from, today) ? today : spans[k].from, .before = spans[k].before}, told);
}

/* NULL: nothing is to be told. */
static const char *body_of(struct db *db, struct arena *mem, const struct rows *a, int i, struct date today)
{
	struct told told = {.lines = text_new(mem, 1 << 18)};
	struct text t = text_new(mem, 1 << 18);

	tell_overdue(db, mem, a, i, today, &told);
	tell_ahead(db, mem, a, i, today, &told);
	if (!told.total)
		return NULL;
	text_print(&t, "%s您好：\n\n%s有下列事項逾期或即將到期（%s）：\n\n%s", row_text(a, i, "full_name"), row_text(a, i, "agency_name"),
		date_long_text(mem, today), told.lines.at);
	if (told.total > told.n)
		text_print(&t, "\n另有 %lld 項，請至系統查看。\n", (long long)(told.total - told.n));
	text_print(&t, "\n請登入系統辦理：%s/deadlines\n\n本信由系統自動寄發，姓名已遮蔽；如不需提醒，請至「我的帳號」之「提醒與行事曆」關閉。\n",
		reminder_origin(mem));
	return t.at;
}

struct telling { struct job *job; struct date today; int n; };

static void tell_some(struct db *db, void *with)
{
	struct telling *x = with;
	struct rows *a = db_run(db, &reminder_due_accounts, A(x->today), A(PIECE));

	x->n = a->n;
	for (int i = 0; i < a->n; i++) {
		const struct role *role = role_find(row_text(a, i, "role"));
		const char *body = reminder_for(role) && mail_address(row_text(a, i, "email")) ?
			body_of(db, x->job->mem, a, i, x->today) : NULL;

		if (body)
			mail_add(db, &(struct mail){row_text(a, i, "email"), "期限提醒：受訓人員待辦事項", body});
		db_run(db, &reminder_done, A(row_int(a, i, "id")), A(x->today));
	}
	if (a->n < PIECE)
		job_done(x->job);
}

static void nothing(struct db *db, void *with)
{
	(void)db;
	job_done(with);
}

/* Who was told today is not told again, so a run that was cut short goes on where it stood. */
static void run(struct job *j)
{
	struct telling x = {.job = j, .today = moment_date(j->now)};
	bool provisional = false;

	if (!mail_on() || !date_same(calendar_office_day(office_calendar(j->db, j->mem), x.today, &provisional), x.today)) {
		db_tx(j->db, nothing, j);
		return;
	}
	do
		db_tx(j->db, tell_some, &x);
	while (x.n == PIECE && !job_cancelled(j));
}

const struct job_kind reminder_job = {.name = "reminder", .run = run, .period_seconds = 86400, .at_seconds = 7 * 3600 + 1800};
