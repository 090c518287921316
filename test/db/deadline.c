/* Deadlines: started, moved, met, listed by the tree of agencies, computed anew by a new calendar even when killed; notices. */
#include "test/db/office.h"

#include "app/deadline/private.h"
#include "app/may.h"
#include "app/notice/notice.h"

static const struct deadline_kind
	plan_form = {.name = "plan-form", .title = "上傳實務訓練計畫表", .length = "7d", .counted = "next_day", .who = "用人機關",
		.consequence = "逾期上傳", .citation = "操作說明：報到7日內", .link = "/plan-forms/"},
	suggest = {.name = "suggest", .title = "函報參訓名冊", .who = "主管機關", .consequence = "逾期不予受理", .citation = "遴選要點"};
static const struct deadline_kind *const kinds[] = {&plan_form, &suggest, NULL};
static const struct notice_right readers[] = {{"trainee", MAY_TRAINEE_SEE}, {"deadline", MAY_TRAINEE_SEE}, {NULL, 0}};

#define READER(of, who_is) (struct who){.agency = (of), .account = (who_is), .may = MAY_TRAINEE_SEE}

static struct date day(const char *iso)
{
	struct date d = {0};

	date_parse_iso(iso, &d);
	return d;
}

/* ---- acts, each in its own transaction ---- */

struct acting {
	struct deadline d;
	enum { START, MEET, REOPEN, CANCEL } what;
	struct date day;
	int64_t answer;
};

static void act_tx(struct db *db, void *with)
{
	struct acting *a = with;
	const struct deadline *d = &a->d;

	if (a->what == START)
		a->day = deadline_start(db, office_calendar(db, keep_mem), d);
	else if (a->what == MEET)
		a->answer = deadline_meet(db, d->kind, d->subject_kind, d->subject, a->day);
	else if (a->what == REOPEN)
		a->answer = deadline_reopen(db, d->kind, d->subject_kind, d->subject);
	else
		a->answer = deadline_cancel(db, d->kind, d->subject_kind, d->subject, a->day, "廢止受訓資格");
}

static const char *start_of(struct db *db, const struct deadline_kind *kind, int64_t subject, int64_t agency, const char *event)
{
	struct acting a = {.what = START, .d = {.kind = kind, .subject_kind = "trainee", .subject = subject, .agency = agency,
		.about = "王小明", .event = day(event)}};

	db_tx(db, act_tx, &a);
	return date_iso(keep_mem, a.day);
}

static int64_t act(struct db *db, int what, const struct deadline_kind *kind, int64_t subject, const char *iso)
{
	struct acting a = {.what = what, .d = {.kind = kind, .subject_kind = "trainee", .subject = subject}, .day = day(iso)};

	db_tx(db, act_tx, &a);
	return a.answer;
}

static struct deadline one(struct db *db, int64_t subject, const char *today)
{
	struct deadlines all = deadline_of(db, keep_mem, "trainee", subject, day(today));

	return all.n ? all.at[all.n - 1] : (struct deadline){.id = -1};
}

/* ---- one deadline's life ---- */

/* ACMS-017 example 1, README decision 20, PLAN §3.2 */
static void test_start(struct db *db)
{
	struct deadline d;

	same(start_of(db, &plan_form, 1, 3, ""), "", "without an event nothing starts (PLAN-137)");
	same(start_of(db, &plan_form, 1, 3, "2022-10-03"), "2022-10-10", "報到 111/10/03: due 111/10/10 (ACMS-017)");
	d = one(db, 1, "2022-10-10");
	ok(d.provisional, "… 暫算, while the calendar of 111 is not loaded");
	ok(d.state == DEADLINE_OPEN && d.days_left == 0 && d.kind == &plan_form && d.agency == 3, "… open, today is its last day");
	same(d.citation, "操作說明：報到7日內", "… with its citation");
	same(d.about, "王小明", "… and whom it is about");
	same(deadline_link(keep_mem, &d), "/plan-forms/1", "… and where to act");
	start_of(db, &plan_form, 1, 3, "2022-10-03");
	same_int(deadline_of(db, keep_mem, "trainee", 1, day("2022-10-10")).n, 1, "the same once more is nothing new");
	same_int(deadline_changes(db, d.id)->n, 0, "… nor a change");
	same_int(one(db, 1, "2022-10-12").days_left, -2, "on 111/10/12 it is two days overdue (ACMS-017 example 2)");
}

/* PLAN-137 b, ACMS-037: the reporting date is corrected. */
static void test_moved(struct db *db)
{
	struct rows *r;

	same(start_of(db, &plan_form, 1, 4, "2022-10-04"), "2022-10-11", "another event moves it (PLAN-137 b)");
	same_int(one(db, 1, "2022-10-04").agency, 4, "… to another agency too");
	r = deadline_changes(db, one(db, 1, "2022-10-04").id);
	ok(r->n == 1 && text_is(row_text(r, 0, "cause"), "event"), "… what it was is kept");
	same(date_iso(keep_mem, row_date(r, 0, "due")), "2022-10-10", "… the day that it was due");
	start_of(db, &plan_form, 1, 3, "2022-10-03");
}

/* ACMS-050 example 1, ACMS-048: met late, and what follows. */
static void test_met(struct db *db)
{
	start_of(db, &plan_form, 2, 3, "2022-10-03");
	ok(act(db, MEET, &plan_form, 2, "2022-10-12"), "uploaded on 111/10/12 (ACMS-050)");
	same_int(one(db, 2, "2022-10-12").state, DEADLINE_LATE, "… is late");
	ok(!act(db, MEET, &plan_form, 2, "2022-10-13"), "… a second upload changes nothing (ACMS-048)");
	same(date_iso(keep_mem, one(db, 2, "2022-10-12").ended), "2022-10-12", "… the first one's day stays");
	same(start_of(db, &plan_form, 2, 3, "2022-10-06"), "2022-10-13", "a corrected event before it");
	same_int(one(db, 2, "2022-10-20").state, DEADLINE_MET, "… makes it in time (ACMS-037)");
	ok(act(db, REOPEN, &plan_form, 2, ""), "sent back it is open again");
	ok(!act(db, REOPEN, &plan_form, 2, ""), "… once");
	same_int(one(db, 2, "2022-10-12").state, DEADLINE_OPEN, "… open");
	act(db, MEET, &plan_form, 2, "2022-10-13");
	start_of(db, &plan_form, 2, 3, "2022-11-01");
	same_int(deadline_of(db, keep_mem, "trainee", 2, day("2022-11-01")).n, 2, "an event after it was met begins a new one");
	ok(!act(db, MEET, &suggest, 2, "2022-11-01"), "one of another kind is not met");
}

/* ACMS-017, ACMS-050: what was late by a provisional day is in time by the calendar; see test_recomputed. */
static void test_met_provisionally(struct db *db)
{
	start_of(db, &plan_form, 3, 3, "2022-10-03");
	act(db, MEET, &plan_form, 3, "2022-10-11");
	same_int(one(db, 3, "2022-10-11").state, DEADLINE_LATE, "uploaded on 111/10/11, due 111/10/10 暫算: late for the time being");
}

/* PLAN-137 c, PROMO-028: a fixed day stays where it is. */
static void test_cancelled(struct db *db)
{
	same(start_of(db, &suggest, 2, 3, "2022-04-30"), "2022-04-30", "a fixed day does not move, though it is a Saturday (PROMO-028)");
	ok(!deadline_of(db, keep_mem, "trainee", 2, day("2022-04-01")).at[0].provisional, "… and is not provisional");
	same_int(act(db, CANCEL, &suggest, 2, "2022-04-01"), 1, "one kind is cancelled");
	same_int(act(db, CANCEL, NULL, 2, "2022-12-01"), 1, "… all open ones of a record (PLAN-137 c)");
	same_int(one(db, 2, "2022-12-01").state, DEADLINE_CANCELLED, "… are cancelled");
	same(one(db, 2, "2022-12-01").reason, "廢止受訓資格", "… with the reason");
	same(start_of(db, &plan_form, 2, 3, "2022-12-01"), "2022-12-08", "a cancelled one does not keep a new one away");
	act(db, CANCEL, NULL, 2, "2022-12-01");
}

/* ---- lists ---- */

static struct deadlines list(struct db *db, int64_t agency, bool below, const struct deadline_kind *kind, bool overdue, int skip)
{
	return deadline_list(db, keep_mem, &(struct deadline_query){.scope = {agency, below}, .today = day("2022-10-20"), .kind = kind,
		.overdue = overdue, .most = 10, .skip = skip});
}

/* A tree 900 - 901 - 902, and 910 beside it. */
static void plant(struct db *db)
{
	for (const char *const *row = (const char *const[]){"900, 'T900', '部', NULL", "901, 'T901', '署', 900", "902, 'T902', '局', 901",
			"910, 'T910', '府', NULL", NULL}; *row; row++)
		write_one(db, SQL(arena_print(keep_mem, "INSERT INTO agency (id, code, name, parent) VALUES (%s)", *row)), 0);
	for (int i = 0; i < 12; i++)
		start_of(db, &plan_form, 100 + i, 900 + i % 3, date_iso(keep_mem, date_plus(day("2022-10-05"), i)));
	start_of(db, &suggest, 200, 902, "2022-10-31");
	start_of(db, &plan_form, 201, 910, "2022-10-05");
}

/* ACMS-011, ACMS-019, ACMS-099: whose, in which order, page after page. */
static void test_list(struct db *db)
{
	struct deadlines l;
	struct deadline_counts c;

	plant(db);
	l = list(db, 900, false, NULL, false, 0);
	ok(l.n == 4 && l.total == 4, "an agency's own (ACMS-011)");
	l = list(db, 900, true, NULL, false, 0);
	ok(l.n == 10 && l.total == 13, "… and those of all below it, a page of them (ACMS-099)");
	same(date_iso(keep_mem, l.at[0].due), "2022-10-12", "… the soonest first");
	ok(!date_before(l.at[9].due, l.at[0].due), "… the last after it");
	l = list(db, 900, true, NULL, false, 10);
	ok(l.n == 3 && l.total == 13 && l.at[2].kind == &suggest, "… the second page");
	same_int(list(db, 901, true, NULL, false, 0).total, 9, "from the middle of the tree");
	same_int(list(db, 900, true, &suggest, false, 0).total, 1, "one kind");
	same_int(list(db, 900, true, NULL, true, 0).total, 8, "the overdue alone");
	same_int(list(db, 0, false, NULL, false, 0).total, 15, "everybody's");
	same_int(list(db, 0, false, &plan_form, true, 0).total, 10, "… overdue of one kind");
	l = deadline_list(db, keep_mem, &(struct deadline_query){.scope = {900, true}, .today = day("2022-10-20"),
		.before = day("2022-10-14"), .most = 5});
	same_int(l.total, 2, "those due before a day");
	c = deadline_count(db, keep_mem, (struct deadline_scope){900, true}, day("2022-10-20"));
	ok(c.n == 2 && c.at[0].kind == &plan_form && c.at[0].open == 12 && c.at[0].overdue == 8, "how many, how many overdue (ACMS-019)");
	ok(c.at[1].kind == &suggest && c.at[1].open == 1 && c.at[1].overdue == 0, "… of each kind");
	c = deadline_count(db, keep_mem, (struct deadline_scope){0}, day("2022-10-20"));
	ok(c.n == 2 && c.at[0].open == 14 && c.at[0].overdue == 10, "… of everybody");
	deadline_kinds(NULL);
	same(list(db, 901, true, &suggest, false, 0).at[0].kind->title, "suggest", "a kind that nobody declared keeps its name");
	deadline_kinds(kinds);
}

/* ---- a new calendar ---- */

static void kill_at_piece(void *with, const struct sql *sql)
{
	int *seen = with;

	if (!strcmp(sql->name, "deadline_moving_known") && ++*seen == 2)
		kill(getpid(), SIGKILL);
}

static void cut_recompute(void)
{
	pid_t pid = fork();

	if (!pid) {
		struct db *db = keep_open();
		int seen = 0;

		db_watch(db, kill_at_piece, &seen);
		deadline_recompute_by(db, 1000);
		_exit(0);
	}
	waitpid(pid, NULL, 0);
}

static int64_t stale(struct db *db)
{
	return number(db, arena_print(keep_mem, "SELECT COUNT(*) FROM deadline WHERE state = 'open' AND length IS NOT NULL AND id > coalesce("
		"(SELECT upto FROM deadline_sweep WHERE calendar = %lld), 0)", (long long)office_calendar_version(db)));
}

/* PLAN-137 d, README decision 20: 111/10/10 becomes known as a holiday. */
static void test_recomputed(struct db *db)
{
	struct deadline d = one(db, 1, "2022-10-10");
	struct rows *r;

	same(date_iso(keep_mem, d.due), "2022-10-11", "with the calendar of 111 it is due 111/10/11 (ACMS-017, PLAN-137 d)");
	ok(!d.provisional && date_same(d.raw, day("2022-10-10")), "… for good, and its last day stays 111/10/10");
	r = deadline_changes(db, d.id);
	same(row_text(r, r->n - 1, "cause"), "calendar", "… what it was is kept");
	ok(row_bool(r, r->n - 1, "provisional"), "… that it was 暫算, too");
	d = one(db, 3, "2022-10-11");
	ok(d.state == DEADLINE_MET && !d.provisional, "what was met on 111/10/11 was in time (ACMS-017, ACMS-050)");
	same(date_iso(keep_mem, one(db, 200, "2022-10-10").due), "2022-10-31", "a fixed day stays");
	same_int(number(db, "SELECT COUNT(*) FROM deadline WHERE kind = 'plan-form' AND state = 'open' AND due = '2022-10-10'"), 0,
		"no other is left behind");
}

/* PLAN-137 d: users are informed. */
static void test_told(struct db *db)
{
	struct notices n = notice_list(db, keep_mem, &READER(3, 17), false, 50, 0);
	const char *text = n.n ? n.at[n.n - 1].text : "";

	ok(strstr(text, "「上傳實務訓練計畫表」王小明的期限因辦公日曆更新，由111年10月10日改為111年10月11日。") != NULL,
		"its agency is told: %s (PLAN-137 d)", text);
	same_int(number(db, "SELECT COUNT(*) FROM notice"), 1501, "… every one that moved, once, in spite of the kill");
	same_int(number(db, "SELECT COUNT(*) FROM deadline_change c JOIN deadline d ON d.id = c.deadline WHERE c.cause = 'calendar'"
		" AND d.subject >= 1000"), 1500, "… and every change is kept once");
}

static const struct job_kind *const jobs[] = {&deadline_recompute_job, NULL};
static struct moment (*clock_now)(void);
static int64_t shift;

static struct moment shifted(void)
{
	return (struct moment){clock_now().seconds + shift};
}

/* ACMS-102: killed in the middle, the next run ends it. */
static void test_calendar(void)
{
	struct db *db = keep_open();
	struct text file = office_file(2022, "");

	for (int i = 0; i < 1500; i++)
		start_of(db, &plan_form, 1000 + i, 5, "2022-10-03");
	same_int(office_load_text(db, file.at, file.n).problems_n, 0, "the calendar of 111 is loaded");
	db_close(db);
	cut_recompute();
	db = keep_open();
	same_int(stale(db), 1501 + 13 - (1000 - 2), "killed in the second piece: the first is done, the second is not (ACMS-102)");
	clock_now = job_now;
	shift = 0;
	job_now = shifted;
	job_run_due(db, jobs);
	shift = 61;
	job_run_due(db, jobs);
	job_now = clock_now;
	same_int(stale(db), 0, "the job computes the rest");
	test_recomputed(db);
	test_told(db);
	same_int(deadline_recompute(db), 0, "once more nothing moves");
	same(db_scan_found(db), "", "no statement scans a large table");
	db_close(db);
}

/* ---- computed by an older calendar, stored after the newer one ---- */

static void load_year(struct db *db, const char *more)
{
	struct text file = office_file(2022, more);

	office_load_text(db, file.at, file.n);
}

struct late { const struct calendar *old; int64_t subject; int runs; bool meanwhile; struct date due; };

static void late_tx(struct db *db, void *with)
{
	struct late *l = with;
	struct deadline d = {.kind = &plan_form, .subject_kind = "trainee", .subject = l->subject, .agency = 5, .about = "陳美玲",
		.event = day("2022-08-08")};

	l->due = deadline_start(db, l->old, &d);
	if (l->meanwhile && !l->runs++) {
		struct db *other = keep_open();

		load_year(other, "2022-08-15");
		deadline_recompute_by(other, 1000);
		db_close(other);
	}
}

/* PLAN-137 d: the calendar was read before the transaction; one that is met is by the old day, until it is open again. */
static void test_older(struct db *db)
{
	struct late l = {.old = office_calendar(db, keep_mem), .subject = 5000};

	start_of(db, &plan_form, 5001, 5, "2022-08-02");
	act(db, MEET, &plan_form, 5001, "2022-08-05");
	load_year(db, "2022-08-09");
	deadline_recompute(db);
	load_year(db, "2022-08-15");
	deadline_recompute(db);
	db_tx(db, late_tx, &l);
	same(date_iso(keep_mem, l.due), "2022-08-16", "who comes with an older calendar is computed by the one in force");
	same_int(deadline_recompute(db), 0, "… so that no sweep is owed");
	load_year(db, "2022-08-09");
	deadline_recompute(db);
	same(date_iso(keep_mem, one(db, 5000, "2022-08-15").due), "2022-08-15", "… and a later calendar finds it");
	act(db, REOPEN, &plan_form, 5001, "");
	same(date_iso(keep_mem, one(db, 5001, "2022-08-09").due), "2022-08-10", "what was met in time follows when it is open again");
}

/* PLAN-137 d: a deadline is stored while a calendar is loaded and all are swept.  SQLite has one writer, so it can't be there. */
static void test_beside(struct db *db)
{
	struct late l = {.old = office_calendar(db, keep_mem), .subject = 6000, .meanwhile = true};

	if (!db_is_postgresql(db))
		return;
	db_tx(db, late_tx, &l);
	same_int(l.runs > 0, 1, "a calendar was loaded and swept while the deadline was being stored");
	same(date_iso(keep_mem, one(db, 6000, "2022-08-15").due), "2022-08-16", "… which is by the new one: its transaction ran again");
}

/* ---- notices ---- */

struct telling {
	struct notice n;
	int64_t id, account;
	bool seen;
};

static void tell_tx(struct db *db, void *with)
{
	const struct telling *t = with;

	notice_add(db, &t->n);
}

static void see_tx(struct db *db, void *with)
{
	struct telling *t = with;

	t->seen = notice_seen(db, keep_mem, &READER(t->n.agency, t->account), t->id);
}

static void tell(struct db *db, int64_t account, int64_t subject, const char *text)
{
	db_tx(db, tell_tx, &(struct telling){.n = {.agency = 8, .account = account, .kind = "form.returned", .subject_kind = "trainee",
		.subject = subject, .text = text, .link = "/plan-forms/1"}});
}

static bool see(struct db *db, int64_t agency, int64_t account, int64_t id)
{
	struct telling t = {.n = {.agency = agency}, .account = account, .id = id};

	db_tx(db, see_tx, &t);
	return t.seen;
}

static void test_notices(struct db *db)
{
	struct notices n;

	tell(db, 0, 1, "退回：未核章");
	tell(db, 0, 1, "退回：缺第2頁");
	tell(db, 5, 1, "您的帳號已變更");
	n = notice_list(db, keep_mem, &READER(8, 6), false, 50, 0);
	ok(n.n == 1 && n.total == 1 && text_is(n.at[0].text, "退回：缺第2頁"), "an unseen notice gives way to a newer one like it");
	same_int(notice_count(db, keep_mem, &READER(8, 5)), 2, "an account sees its agency's and its own");
	same_int(notice_count(db, keep_mem, &READER(9, 5)), 0, "… another agency's not (ACMS-011)");
	ok(!see(db, 9, 6, n.at[0].id), "who does not get it can't have seen it");
	ok(see(db, 8, 6, n.at[0].id), "it is seen");
	ok(!see(db, 8, 6, n.at[0].id), "… once");
	same_int(notice_count(db, keep_mem, &READER(8, 6)), 0, "… and is not new any more");
	n = notice_list(db, keep_mem, &READER(8, 6), true, 50, 0);
	ok(n.n == 1 && n.at[0].seen.seconds > 0, "… but can be looked at");
	tell(db, 0, 1, "再次退回");
	same_int(notice_count(db, keep_mem, &READER(8, 6)), 1, "after that a new one is new");
	same_int(notice_count(db, keep_mem, &(struct who){.agency = 8, .account = 7}), 0, "who may not see such subjects is not told of them");
	same_int(notice_count(db, keep_mem, &(struct who){.agency = 8, .account = 7, .may = MAY_TRAINEE_SEE, .own_trainees = true}), 0,
		"nor who sees some trainees alone");
}

static void test_all(void)
{
	struct db *db = keep_open();

	deadline_kinds(kinds);
	notice_rights(readers);
	test_start(db);
	test_moved(db);
	test_met(db);
	test_met_provisionally(db);
	test_cancelled(db);
	test_list(db);
	db_close(db);
	test_calendar();
	db = keep_open();
	test_older(db);
	test_beside(db);
	test_notices(db);
	db_close(db);
}

int main(void)
{
	on_both(test_all);
	return keep_end();
}
