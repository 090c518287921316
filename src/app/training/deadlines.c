/* deadlines.c: the days that hang on the letter of allocation, on the day of reporting and on the last day, and what a day brings.
 * PLAN-137, PLAN §7.1: D-01, D-07, D-08, D-10, D-11, D-14, D-27, D-28, D-29, D-32 */
#include "app/calendar/calendar.h"
#include "app/training/private.h"
#include "app/training/training.sql.h"
#include "base/text.h"

#define PAGE .link = "/trainees/"

/* Who is to be on the list stays due until it is sent, however late.                                 PLAN-050 */
static bool is_listed(struct db *db, const struct deadline *d)
{
	return db_run(db, &training_on_exempt_list, A(d->subject))->n > 0;
}

static const struct deadline_kind
	retain_close = {.name = "retain-close", .title = "申請保留受訓資格（截止）", .who = "正額錄取人員",
		.citation = "訓練計畫第8點第1款、第3款", .consequence = "逾期不予受理", .lapses = true, PAGE},
	report_missed = {.name = "report-missed", .title = "未報到處理", .who = "用人機關",
		.citation = "訓練計畫第20點第1款；公務人員考試法第5條第2項",
		.consequence = "函報保訓會廢止受訓資格；補訓人員由保訓會認定喪失考試錄取資格；另定報到期限者，登錄於分配資料", PAGE},
	report_by = {.name = "report", .title = "報到", .who = "受訓人員", .missed = &report_missed,
		.consequence = "未於規定時間內報到者，廢止受訓資格；補訓人員喪失考試錄取資格", .citation = "訓練計畫第7點第1款", PAGE},
	report_entry = {.name = "report-entry", .title = "登錄報到日期", .who = "用人機關", .citation = "訓練計畫第7點第2款",
		.consequence = "仍應補行登錄，並註記逾期登錄", PAGE},
	exempt_list = {.name = "exempt-list", .title = "函送應免除基礎訓練人員清冊", .length = "7d", .counted = "next_day", .who = "用人機關",
		.citation = "訓練計畫第10點", .consequence = "逾期仍予收件，並註記逾期", .lapses = true,
		.used = is_listed, PAGE},
	shortening = {.name = "shortening", .title = "申請縮短實務訓練", .length = "1m", .counted = "next_day", .who = "受訓人員向用人機關",
		.citation = "訓練計畫第11點第1款", .consequence = "逾期不予受理", .lapses = true, PAGE},
	internship = {.name = "internship-end", .title = "實習階段期滿", .who = "輔導員", .citation = "訓練計畫第5點第2款第1目",
		.consequence = "翌日起進入試辦階段", .passes = true, PAGE},
	training_end = {.name = "training-end", .title = "訓練期滿", .who = "用人機關", .citation = "訓練計畫第4點、第21點第2款",
		.consequence = "翌日起辦理實務訓練成績考核", PAGE},
	rating = {.name = "rating", .title = "實務訓練成績考核（輔導員評擬）", .length = "1d", .counted = "next_day", .who = "輔導員",
		.citation = "訓練計畫第19點第2款", .consequence = "訓練期滿之次日起應即辦理，計畫未定末日", PAGE};

const struct deadline_kind *const training_deadlines[] = {
	&retain_close, &report_by, &report_missed, &report_entry, &exempt_list, &shortening, &internship, &training_end, &rating, NULL
};
enum { OF_ALLOCATION = 3 };                                     /* the first of them: not of the day of reporting */

enum { PIECE = 200, MEMORY = 64 << 20 };

/* What is being followed. */
struct following {
	struct db *db;
	const struct calendar *calendar;
	const struct training *t;
	const struct training_news *news;
	const char *about;
};

/* What a plan says of a kind. */
static const struct { const struct deadline_kind *kind; enum plan_citation cite; enum plan_key within; } sources[] = {
	{&retain_close, PLAN_CITE_RETAIN_WINDOW, PLAN_KEYS_N}, {&rating, PLAN_CITE_SCORE, PLAN_KEYS_N},
	{&report_by, PLAN_CITE_CALL, PLAN_KEYS_N}, {&report_entry, PLAN_CITE_REPORT, PLAN_KEYS_N},
	{&exempt_list, PLAN_CITE_EXEMPT, PLAN_EXEMPT_WITHIN}, {&shortening, PLAN_CITE_SHORTEN, PLAN_SHORTEN_WITHIN},
	{&internship, PLAN_CITE_STAGE, PLAN_KEYS_N},
};

static enum plan_citation end_source(const struct training *t)
{
	return date_set(t->original_end) && t->plan->citations[PLAN_CITE_EXTEND] ? PLAN_CITE_EXTEND : t->shortened ? PLAN_CITE_PERIOD_SHORTENED :
		t->bt_exempt ? PLAN_CITE_PERIOD_EXEMPTED : PLAN_CITE_PERIOD;
}

/* In the words and with the length of the trainee's own plan, where it has them. */
static void by_plan(const struct following *f, struct deadline *d)
{
	const struct plan *plan = f->t->plan;

	if (plan && d->kind == &training_end)
		d->citation = training_cite(f->t, end_source(f->t));
	for (size_t i = 0; plan && i < sizeof sources / sizeof *sources; i++) {
		const struct plan_value *within = sources[i].within < PLAN_KEYS_N ? plan_value(plan, sources[i].within) : NULL;

		if (sources[i].kind != d->kind)
			continue;
		d->citation = plan->citations[sources[i].cite];
		if (within && within->known)
			d->length = arena_print(db_arena(f->db), "%d%c", within->length.n, within->length.unit);
		d->counted = d->kind->counted;
	}
}

static void start(const struct following *f, const struct deadline_kind *kind, struct date event)
{
	struct deadline d = {.kind = kind, .subject_kind = "trainee", .subject = f->t->admission, .agency = f->t->agency, .about = f->about,
		.event = event};

	by_plan(f, &d);
	deadline_start(f->db, f->calendar, &d);
}

static void met(const struct following *f, const struct deadline_kind *kind, struct date day)
{
	deadline_meet(f->db, kind, "trainee", f->t->admission, day);
}

static void cancelled(const struct following *f, const struct deadline_kind *kind, const char *reason)
{
	deadline_cancel(f->db, kind, "trainee", f->t->admission, moment_date(f->news->now), reason);
}

static void follow_internship(const struct following *f)
{
	struct stages s = training_stages_of(db_arena(f->db), f->calendar, f->t);

	if (date_set(s.internship_end))
		start(f, &internship, s.internship_end);
	else
		cancelled(f, &internship, "免經實習階段");
}

static void follow_training(const struct following *f)
{
	const struct training *t = f->t;

	if (!t->plan)
		return;
	if (f->news->event == EVENT_REPORTED || f->news->event == EVENT_RETRAIN_APPROVED) {     /* else a window that was closed would open */
		start(f, &report_entry, t->report_date);
		met(f, &report_entry, moment_date(f->news->now));
		start(f, &exempt_list, t->report_date);
		start(f, &shortening, t->report_date);
	}
	follow_internship(f);
	start(f, &training_end, t->end);
}

/* The last day on which retention may be asked for, of who may ask; once it has passed nothing opens it.      D-01, PLAN-010 */
static void follow_publication(const struct following *f)
{
	const struct plan_value *before = f->t->plan ? plan_value(f->t->plan, PLAN_RETAIN_CLOSE_DAYS) : NULL;
	bool asked = date_set(f->t->result_published) && !f->t->supplementary && before && before->known;
	struct date last = asked ? date_plus(f->t->result_published, -(int)before->n) : (struct date){0};

	if (asked && !date_before(last, moment_date(f->news->now)))
		start(f, &retain_close, last);
	else
		cancelled(f, &retain_close, asked ? "期限屆滿，未提出" : "分配結果公告日已清除，或非正額錄取");
}

static void follow_allocation(const struct following *f)
{
	struct date today = moment_date(f->news->now);

	follow_publication(f);
	if (date_set(f->t->report_by))
		start(f, &report_by, f->t->report_by);
	else
		cancelled(f, &report_by, "報到期限已清除");
	if (!date_set(f->t->report_by) || !date_before(f->t->report_by, today))
		cancelled(f, &report_missed, "報到期限已變更");
}

static void follow_cleared(const struct following *f)
{
	for (const struct deadline_kind *const *k = training_deadlines + OF_ALLOCATION; *k; k++)
		cancelled(f, *k, "報到日期已清除");
	deadline_reopen(f->db, &report_by, "trainee", f->t->admission);
}

static void follow_end(const struct following *f)
{
	met(f, &training_end, f->t->end);
	start(f, &rating, f->t->end);
}

static void follow(const struct following *f)
{
	const struct training *t = f->t;

	if (f->news->event == EVENT_REPORT_CLEARED)
		follow_cleared(f);
	if (f->news->event == EVENT_PERIOD_ENDED || f->news->event == EVENT_EXTENSION_ENDED)
		follow_end(f);
	else if (t->state == IN_TRAINING || t->state == EXTENDED)
		follow_training(f);
	else if (t->state == ADMITTED || t->state == ALLOCATED)
		follow_allocation(f);
}

void deadlines_follow(struct db *db, const struct training *t, const struct training_news *news)
{
	struct arena *mem = db_arena(db);
	struct following f = {.db = db, .t = t, .news = news};

	if (news->event == EVENT_REPORTED && date_set(t->report_by))
		met(&f, &report_by, news->day);
	if (news->event == EVENT_REPORTED && date_set(t->result_published))
		cancelled(&f, &retain_close, "已報到");
	if ((news->event == EVENT_REPORTED || news->event == EVENT_REVOKE_FILED) && date_set(t->report_by))
		met(&f, &report_missed, moment_date(news->now));
	if (news->event == EVENT_RATED)
		met(&f, &rating, moment_date(news->now));
	if (news->event == EVENT_PERIOD_REOPENED)
		cancelled(&f, &rating, "訓練期滿日延後");
	if (!t->plan && !date_set(t->report_by) && news->event != EVENT_ALLOCATED)
		return;                                                 /* nobody knows what is asked for */
	f.calendar = news->calendar ? news->calendar : office_calendar(db, mem);
	f.about = arena_print(mem, "%s（%d年%s）", t->name, t->admission_year, t->exam_name);
	follow(&f);
	deadline_pass(db, "trainee", t->admission, moment_date(news->now));
}

/* A stop leaves those that go on (an anomaly is reported all the same); the end of everything leaves none. */
void deadlines_end(struct db *db, const struct training *t, bool all, const struct training_news *news)
{
	static struct rows none;
	struct date day = moment_date(news->now);
	struct deadlines open = deadline_of(db, db_arena(db), "trainee", t->admission, day);
	struct rows *records = all && news->event != EVENT_DIED ? db_run(db, &training_record_deadlines, A(t->admission)) : &none;

	for (int i = 0; i < open.n; i++)
		if (open.at[i].state == DEADLINE_OPEN && (all || !open.at[i].kind->goes_on))
			deadline_cancel(db, open.at[i].kind, "trainee", t->admission, day, training_events[news->event].label);
	for (int i = 0; i < records->n; i++)
		deadline_cancel(db, NULL, "life", row_int(records, i, "subject"), day, training_events[news->event].label);
}

/* ---- what a day brings */

/* after: the last admission of the piece before; last: of this one. */
struct piece { struct arena *mem; struct moment now; int64_t after, last, changed; int read; };

static struct rows *begin_piece(struct piece *p, struct rows *r)
{
	p->read = r->n;
	p->changed = 0;
	p->last = r->n ? row_int(r, r->n - 1, "admission") : p->after;
	return r;
}

static void period_ends(struct db *db, int64_t admission, struct piece *p)
{
	struct training t;

	if (!training_load(db, p->mem, admission, &t))
		return;
	p->changed += training_happen(db, &t, &(struct training_news){.event = t.state == EXTENDED ? EVENT_EXTENSION_ENDED : EVENT_PERIOD_ENDED,
		.day = date_plus(t.end, 1), .now = p->now});
}

static void ended_piece(struct db *db, void *with)
{
	struct piece *p = with;
	struct rows *r = begin_piece(p, db_run(db, &training_past_end, A(moment_date(p->now)), A(p->after), A(PIECE)));

	for (int i = 0; i < r->n; i++)
		period_ends(db, row_int(r, i, "admission"), p);
}

static void unknown_piece(struct db *db, void *with)
{
	struct piece *p = with;
	struct rows *r = begin_piece(p, db_run(db, &training_unknown, A(p->after), A(PIECE)));
	struct training t;

	for (int i = 0; i < r->n; i++)
		if (training_load(db, p->mem, row_int(r, i, "admission"), &t))
			p->changed += training_touch(db, &t);
}

static int64_t all_pieces(struct db *db, void (*work)(struct db *, void *), struct arena *mem, struct moment now)
{
	struct piece p = {.mem = mem, .now = now};
	int64_t changed = 0;

	do {
		arena_reset(mem);
		if (db_tx(db, work, &p) == DB_UNDONE)
			break;
		changed += p.changed;
		p.after = p.last;
	} while (p.read);
	return changed;
}

int64_t training_day(struct db *db, struct moment now)
{
	static void (*const works[])(struct db *, void *) = {unknown_piece, ended_piece};
	struct arena *before = db_arena(db), *mem = arena_new(MEMORY);
	int64_t changed = 0;

	db_use_arena(db, mem);
	for (size_t i = 0; i < sizeof works / sizeof *works; i++)
		changed += all_pieces(db, works[i], mem, now);
	db_use_arena(db, before);
	arena_free(mem);
	return changed;
}

static void done_tx(struct db *db, void *with)
{
	(void)db;
	job_done(with);
}

static void run(struct job *job)
{
	training_day(job->db, job->now);
	db_tx(job->db, done_tx, job);
}

const struct job_kind training_day_job = {.name = "training.day", .run = run, .period_seconds = 24 * 3600, .at_seconds = 5 * 60};
