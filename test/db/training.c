/* How far a trainee is: states, attempts, the ledger of the last day, the plan, deadlines; with the dates of the catalogue. */
#include "test/db/keep.h"

#include "app/calendar/calendar.h"
#include "app/training/training.h"
#include "base/text.h"

#define PUT(n_, text_) (&(const struct sql){.name = "test", .text = (text_), .values = (n_), .writes = true, .scans = true})

static struct date day(const char *iso)
{
	struct date d = {0};

	date_parse_iso(iso, &d);
	return d;
}

static struct moment clock_is;
static struct moment now(void) { return clock_is; }

static void set_clock(const char *iso)
{
	clock_is = (struct moment){day_begins(day(iso)).seconds + 9 * 3600};
}

/* ---- who there is */

static int64_t persons;

static int64_t admitted(struct db *db, const char *plan, const char *exam_name, int year)
{
	int64_t agency = 323, id = ++persons;
	char key[16];

	snprintf(key, sizeof key, "%03d", (int)id);
	db_run(db, PUT(4, "INSERT INTO exam (exam_year, exam_code, exam_name, plan) VALUES ($1, $2, $3, $4)"), A(year), A((const char *)key), A(exam_name), A(plan));
	db_run(db, PUT(1, "INSERT INTO person (national_id, name, name_key, sex, birth_date) "
		"VALUES ($1, '王小明', 'x', 'male', '1995-05-05')"), A((const char *)key));
	db_run(db, PUT(1, "INSERT INTO admission (person, exam, agency, exam_level, exam_category) "
		"SELECT (SELECT max(id) FROM person), (SELECT max(id) FROM exam), CAST($1 AS BIGINT), '三等考試', '一般行政'"), A(agency));
	return number(db, "SELECT max(id) FROM admission");
}

/* ---- acts, each in its own transaction */

struct acting {
	enum { REPORT, HAPPEN, MOVE, BT, CLASS, EXEMPT, REPLAN } what;
	int64_t admission;
	struct date day, to;
	struct end_row row;
	struct training t;
	struct training_news news;
	enum bt_state bt;
	const struct plan *plan;
	bool good, stale;
	struct issues issues;
};

static void act_tx(struct db *db, void *with)
{
	struct acting *a = with;

	a->issues = issues_new(keep_mem, NULL);
	training_load(db, keep_mem, a->admission, &a->t);
	if (a->stale)
		a->t.version--;
	a->news.now = clock_is;
	a->good = true;
	if (a->what == REPORT) {
		a->good = training_report(db, a->admission, a->day, &a->news, &a->issues, 0);
		db_run(db, PUT(2, "UPDATE admission SET report_date = $2 WHERE id = $1"),
			A(a->admission), A(a->good ? a->day : a->t.report_date));
		training_load(db, keep_mem, a->admission, &a->t);
	} else if (a->what == HAPPEN) {
		a->good = training_happen(db, &a->t, &a->news);
	} else if (a->what == MOVE) {
		a->good = training_end_moves(db, &a->t, &a->row, &a->news, &a->issues);
	} else if (a->what == BT) {
		training_bt(db, &a->t, a->bt, &a->news);
	} else if (a->what == CLASS) {
		training_bt_class(db, &a->t, a->day, a->to, &a->news);
	} else if (a->what == EXEMPT) {
		training_exempt(db, &a->t, true, &a->news);
	} else {
		a->good = training_replan(db, &a->t, a->plan, &a->news, &a->issues);
	}
}

static struct acting act(struct db *db, struct acting a)
{
	db_tx(db, act_tx, &a);
	return a;
}

static struct acting reports(struct db *db, int64_t admission, const char *iso)
{
	return act(db, (struct acting){.what = REPORT, .admission = admission, .day = day(iso)});
}

static struct acting happens(struct db *db, int64_t admission, enum training_event event, const char *iso)
{
	return act(db, (struct acting){.what = HAPPEN, .admission = admission, .news = {.event = event, .day = day(iso), .document = "公訓字第1號"}});
}

static struct acting moves(struct db *db, int64_t admission, struct end_row row)
{
	return act(db, (struct acting){.what = MOVE, .admission = admission, .row = row});
}

static struct training loaded(struct db *db, int64_t admission)
{
	struct training t;

	training_load(db, keep_mem, admission, &t);
	return t;
}

static const char *iso(struct date d) { return date_iso(keep_mem, d); }

static const char *end(struct db *db, int64_t admission)
{
	return iso(loaded(db, admission).end);
}

static const char *state(struct db *db, int64_t admission)
{
	return training_states[loaded(db, admission).state].id;
}

static const char disabled[] = "公務人員特種考試身心障礙人員考試", senior[] = "公務人員高等考試三級考試暨普通考試";

/* "2024-08-08 open" of the newest deadline of a kind, "" for none. */
static const char *due(struct db *db, int64_t admission, const char *kind)
{
	static const char *const words[] = {"open", "met", "late", "cancelled"};
	struct deadlines all = deadline_of(db, keep_mem, "trainee", admission, moment_date(clock_is));
	const struct deadline *last = NULL;

	for (int i = 0; i < all.n; i++)
		if (text_is(all.at[i].kind->name, kind) && (!last || last->id < all.at[i].id))
			last = &all.at[i];
	return last ? arena_print(keep_mem, "%s %s", iso(last->due), words[last->state]) : "";
}

/* ---- the last day */

static void test_last_day(struct db *db)
{
	static const struct { const char *report, *end, *shortened; } rows[] = {
		{"2022-10-31", "2023-02-28", "2022-12-30"}, {"2023-10-31", "2024-02-29", "2023-12-30"}, {"2024-08-01", "2024-11-30", "2024-09-30"},
		{"2024-07-31", "2024-11-30", "2024-09-30"}, {"2024-08-31", "2024-12-30", "2024-10-30"}, {"2024-12-31", "2025-04-30", "2025-02-28"},
		{"2024-03-31", "2024-07-30", "2024-05-30"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int64_t who = admitted(db, "113-disabled", "公務人員特種考試身心障礙人員考試", 113);

		reports(db, who, rows[i].report);
		same(end(db, who), rows[i].end, arena_print(keep_mem, "PLAN-012 %s and four months", rows[i].report));
		moves(db, who, (struct end_row){.cause = END_SHORTENED, .arrived = day("2024-10-07"), .document = "公訓字第9號"});
		same(end(db, who), rows[i].shortened, arena_print(keep_mem, "PLAN-013 %s shortened", rows[i].report));
		moves(db, who, (struct end_row){.cause = END_SHORTENING_WITHDRAWN, .remark = "撤銷"});
		same(end(db, who), rows[i].end, arena_print(keep_mem, "PLAN-015 c %s: the shortening withdrawn", rows[i].report));
		act(db, (struct acting){.what = EXEMPT, .admission = who});
		same(end(db, who), rows[i].end, arena_print(keep_mem, "PLAN-014 %s: exemption of basic training moves nothing", rows[i].report));
	}
}

/* PLAN-104, 117, 139 and the ledger that holds them. */
static void test_ledger(struct db *db)
{
	int64_t who = admitted(db, "112-senior-ordinary", senior, 112), other = admitted(db, "113-disabled", disabled, 113);
	struct acting a;

	set_clock("2024-03-20");
	reports(db, who, "2023-11-01");
	a = moves(db, who, (struct end_row){.cause = END_SELF_FUNDED, .from = day("2024-03-01"), .length = {4, 'w'}, .document = "公訓字第2號"});
	ok(a.good, "PLAN-104 self-funded re-training of 112 is taken");
	same(end(db, who), "2024-03-28", "PLAN-104 b … from the day after the last day");
	same(iso(loaded(db, who).original_end), "2024-02-29", "PLAN-015 原訓期屆滿日 is kept");
	a = moves(db, who, (struct end_row){.cause = END_SELF_FUNDED, .from = day("2024-03-29"), .length = {4, 'w'}});
	ok(!a.good && a.issues.n == 1 && strstr(a.issues.at[0].text, "1次為限"), "PLAN-104 a second one is refused with the rule's words");
	same(end(db, who), "2024-03-28", "… and moves nothing");
	reports(db, other, "2023-11-16");
	a = moves(db, other, (struct end_row){.cause = END_SELF_FUNDED, .from = day("2024-03-16"), .length = {4, 'w'}});
	ok(!a.good, "PLAN-104 113身障 has no such rule");
	a = moves(db, other, (struct end_row){.cause = END_SHORTENED});
	same(iso(a.t.end), "2024-01-15", "PLAN-015 a R 2023-11-16 shortened ends on 2024-01-15");
	a = moves(db, other, (struct end_row){.cause = END_SHORTENED});
	ok(!a.good, "PLAN-015 … once");
	struct end_rows ledger = training_ledger(db, keep_mem, a.t.id);

	ok(ledger.n == 2 && ledger.at[0].cause == END_INITIAL && !date_set(ledger.at[0].was) &&
		date_same(ledger.at[0].now, day("2024-03-15")) && date_same(ledger.at[1].was, day("2024-03-15")) &&
		date_same(ledger.at[1].now, day("2024-01-15")), "PLAN-015 each change is a row: 2024-03-15, then 2024-01-15");
	same_int(number(db, arena_print(keep_mem, "SELECT count(*) FROM decision WHERE admission = %lld AND rule = 'training-end'"
		" AND plan = '113-disabled@2' AND reasons LIKE '%%訓練辦法第20條%%'", (long long)other)), 1,
		"PLAN-006 what the rule found is kept with plan, version and citation");
}

/* PLAN-117: the extension after a failing score; S-3. */
static void test_extension(struct db *db)
{
	int64_t who = admitted(db, "113-disabled", disabled, 113);

	set_clock("2025-01-06");
	reports(db, who, "2024-08-01");
	ok(happens(db, who, EVENT_PERIOD_ENDED, "2024-12-01").good, "the day after the last day the period has ended");
	ok(!happens(db, who, EVENT_RATED_PASS, "2024-12-05").good, "nothing passes that was not rated");
	happens(db, who, EVENT_RATED, "2024-12-03");
	happens(db, who, EVENT_RATED_FAIL, "2024-12-10");
	same(state(db, who), "with_commission", "PLAN §6 不及格 goes to 保訓會");
	struct acting a = moves(db, who, (struct end_row){.cause = END_EXTENDED, .from = day("2025-01-07"), .length = {5, 'm'}});

	ok(!a.good && strstr(a.issues.at[0].text, "超過規定上限"), "PLAN-117 c five months are too long");
	a = moves(db, who, (struct end_row){.cause = END_EXTENDED, .from = day("2025-01-07"), .length = {2, 'm'}, .arrived = day("2025-01-06")});
	same(iso(a.t.end), "2025-03-06", "PLAN-117 S-3 two months from the day after the letter");
	same(iso(loaded(db, who).original_end), "2024-11-30", "PLAN-015 b 原訓期屆滿日 2024-11-30");
	ok(happens(db, who, EVENT_RULED_EXTEND, "2025-01-06").good, "准予延長");
	same(due(db, who, "training-end"), "2025-03-06 open", "PLAN-137 D-29 the new last day is asked for");
	ok(!happens(db, who, EVENT_EXTENSION_ENDED, "2025-03-06").good, "the extension has not ended on its last day");
	ok(happens(db, who, EVENT_EXTENSION_ENDED, "2025-03-07").good, "… but on the day after");
	a = moves(db, who, (struct end_row){.cause = END_EXTENDED, .from = day("2025-03-20"), .length = {1, 'm'}});
	ok(!a.good, "PLAN-117 S-3 a second extension is refused");
}

/* PLAN-139: ordinary leave in office days, long sick leave in calendar days. */
static void test_leave(struct db *db)
{
	int64_t who = admitted(db, "113-disabled", disabled, 113), other = admitted(db, "113-disabled", disabled, 113);

	reports(db, who, "2024-08-01");
	moves(db, who, (struct end_row){.cause = END_LEAVE, .from = day("2024-12-01"), .length = {3, 'd'}, .office_days = true});
	same(end(db, who), "2024-12-04", "PLAN-139 a three office days after Saturday 2024-11-30");
	reports(db, other, "2024-08-01");
	moves(db, other, (struct end_row){.cause = END_LEAVE, .from = day("2024-12-01"), .length = {20, 'd'}});
	same(end(db, other), "2024-12-20", "PLAN-139 d twenty calendar days");
	reports(db, other, "2024-08-05");
	same(end(db, other), "2024-12-24", "PLAN-022 a later first day moves what was counted from the last day, too");
}

/* ---- the day of reporting */

static void test_report(struct db *db)
{
	int64_t who = admitted(db, "113-disabled", disabled, 113);
	struct acting a;

	set_clock("2024-08-01");
	same(state(db, who), "allocated", "who belongs to an agency is allocated");
	reports(db, who, "2024-08-01");
	same(state(db, who), "in_training", "PLAN-022 who has reported is in training");
	same(due(db, who, "report-entry"), "2024-08-01 met", "D-08, PLAN-022 a entered the same day");
	same(due(db, who, "exempt-list"), "2024-08-08 open", "D-10, A-02, S-1 報到後7日內: the day after is day 1");
	same(due(db, who, "shortening"), "2024-09-02 open", "D-11, S-1 one month, and not on a Sunday");
	same(due(db, who, "internship-end"), "2024-08-31 open", "D-14, PLAN-016 a a status day does not roll from Saturday");
	same(due(db, who, "training-end"), "2024-11-30 open", "D-27, PLAN-012 c a Saturday stays");
	act(db, (struct acting){.what = CLASS, .admission = who, .day = day("2024-08-12"), .to = day("2024-09-06")});
	same(due(db, who, "internship-end"), "2024-09-26 open", "PLAN-016 b S-1 basic training in person moves the internship");
	set_clock("2024-08-06");
	reports(db, who, "2024-08-05");
	same(end(db, who), "2024-12-04", "PLAN-022 c a corrected day moves the last day");
	same(due(db, who, "exempt-list"), "2024-08-12 open", "PLAN-137 b … and every deadline");
	same(due(db, who, "report-entry"), "2024-08-05 late", "PLAN-022 b … a day too late for the entry itself");
	same(due(db, who, "training-end"), "2024-12-04 open", "… and the status");
	same_int(number(db, arena_print(keep_mem, "SELECT count(*) FROM end_ledger l JOIN training t ON t.id = l.training WHERE t.admission = %lld"
		" AND l.cause = 'corrected' AND l.was = '2024-11-30' AND l.became = '2024-12-04'", (long long)who)), 1, "PLAN-022 c … with a ledger row");
	db_run(db, PUT(1, "INSERT INTO life_record (kind, admission, training, agency, state, day, data)"
		" SELECT 'leave', admission, id, 1, 'kept', '2024-08-06', '{}' FROM training WHERE admission = $1"), A(who));
	a = act(db, (struct acting){.what = REPORT, .admission = who});
	ok(!a.good && strstr(a.issues.at[0].text, "已有受訓紀錄"), "a day on which records hang can't be cleared");
	write_one(db, SQL("DELETE FROM life_record WHERE admission = $1"), who);
	a = act(db, (struct acting){.what = REPORT, .admission = who});
	ok(a.good && a.t.attempt == 0 && !date_set(a.t.end), "a cleared day takes the attempt back");
	same(state(db, who), "allocated", "… and the person is allocated");
	same(due(db, who, "training-end"), "2024-12-04 cancelled", "… nothing is asked for");
	same(due(db, who, "exempt-list"), "2024-08-12 cancelled", "… of what was");
	reports(db, who, "2024-08-06");
	same_int(loaded(db, who).attempt, 1, "the next day is the first attempt again");
}

/* ---- the plan */

static void test_plan(struct db *db)
{
	int64_t integrity = admitted(db, "112-senior-ordinary", "公務人員高等暨普通考試", 112);
	int64_t first = admitted(db, "113-disabled", disabled, 113), makeup = admitted(db, "", disabled, 105), none = admitted(db, "", "警察特考", 111);
	int64_t early = admitted(db, "113-disabled", disabled, 113);
	struct acting a;

	set_clock("2024-08-01");
	reports(db, first, "2024-08-01");
	same(loaded(db, first).plan->id, "113-disabled", "PLAN-004 a the plan of the admission year");
	ok(strstr(loaded(db, first).plan_reason, "113年"), "… with the reason: %s", loaded(db, first).plan_reason);
	db_run(db, PUT(1, "UPDATE admission SET exam_category = '法律廉政' WHERE id = $1"), A(integrity));
	reports(db, integrity, "2024-07-01");
	ok(!loaded(db, integrity).plan, "PLAN-134 a: 法律廉政 is not put under the general plan while its own is not loaded");
	ok(strstr(loaded(db, integrity).plan_reason, "法務部") && strstr(loaded(db, integrity).plan_reason, "第22點第1款"),
		"PLAN-005 b: … and is told so: %s", loaded(db, integrity).plan_reason);
	same_int(training_plan_on(&(struct training){.plan = loaded(db, first).plan}, day("2024-05-02"))->version, 1, "PLAN-002 b version 1 on 2024-05-02");
	same_int(training_plan_on(&(struct training){.plan = loaded(db, first).plan}, day("2024-05-20"))->version, 2, "PLAN-002 a version 2 on 2024-05-20");
	ok(!strstr(loaded(db, first).plan_reason, "PLAN_NOT_YET_ISSUED"), "PLAN-002 issued before the first day");
	reports(db, early, "2024-04-01");
	ok(text_is(loaded(db, early).plan->id, "113-disabled") && strstr(loaded(db, early).plan_reason, "PLAN_NOT_YET_ISSUED"),
		"PLAN-002 c not issued on 2024-04-01: %s", loaded(db, early).plan_reason);
	happens(db, makeup, EVENT_RETAIN_FILED, "2016-10-01");
	happens(db, makeup, EVENT_RETAIN_APPROVED, "2016-11-01");
	same(state(db, makeup), "retained", "保留受訓資格");
	happens(db, makeup, EVENT_MAKEUP_FILED, "2024-05-01");
	happens(db, makeup, EVENT_MAKEUP_APPROVED, "2024-06-01");
	a = reports(db, makeup, "2024-08-01");
	ok(!a.good && strstr(a.issues.at[0].text, "待分配訓練"), "who waits for allocation can't report: %s", a.issues.n ? a.issues.at[0].text : "");
	happens(db, makeup, EVENT_ALLOCATED, "2024-07-01");
	reports(db, makeup, "2024-08-01");
	same(training_kinds[loaded(db, makeup).kind].id, "makeup", "補訓");
	same(loaded(db, makeup).plan ? loaded(db, makeup).plan->id : "", "113-disabled", "PLAN-004 b admitted 105, 補訓 in 113: the plan of 113");
	same_int(loaded(db, makeup).admission_year, 105, "… insurance by the year of admission");
	reports(db, makeup, "2024-02-05");
	ok(!loaded(db, makeup).plan, "PLAN-004 d the plan of 113 was not issued on 2024-02-05, and there is none before");
	same(end(db, makeup), "", "… so the last day is not known");
	reports(db, none, "2023-01-05");
	ok(!loaded(db, none).plan && loaded(db, none).attempt == 1, "an examination without a plan has its attempt");
	a = moves(db, none, (struct end_row){.cause = END_SHORTENED});
	ok(!a.good && strstr(a.issues.at[0].text, "查無適用之訓練計畫"), "… but its last day can't be computed");
	a = act(db, (struct acting){.what = REPLAN, .admission = none, .plan = loaded(db, first).plan, .news = {.remark = "依保訓會函示", .account = 7}});
	ok(a.good && text_is(loaded(db, none).plan_reason, "依保訓會函示"), "PLAN-004 a person chooses a plan with a reason");
	same(end(db, none), "2023-05-04", "… and the last day follows");
	reports(db, none, "2023-01-06");
	same(loaded(db, none).plan->id, "113-disabled", "… and what a person chose stays");
}

/* ---- the machine */

static void test_stop(struct db *db)
{
	int64_t who = admitted(db, "112-senior-ordinary", senior, 112);
	struct acting a;

	set_clock("2023-12-19");
	reports(db, who, "2023-11-01");
	a = act(db, (struct acting){.what = HAPPEN, .admission = who, .stale = true, .news = {.event = EVENT_STOPPED, .day = day("2023-12-19")}});
	ok(!a.good, "who was second changes nothing");
	ok(happens(db, who, EVENT_STOPPED, "2023-12-19").good, "S-6 替代役: stopped");
	same(due(db, who, "training-end"), "2024-02-29 cancelled", "PLAN-064 b all deadlines are suspended");
	ok(!happens(db, who, EVENT_PERIOD_ENDED, "2024-03-01").good, "… the period does not end");
	happens(db, who, EVENT_RETRAIN_FILED, "2024-04-10");
	happens(db, who, EVENT_RETRAIN_REFUSED, "2024-04-12");
	same(state(db, who), "stopped", "PLAN §6 a refused re-training leaves it stopped");
	happens(db, who, EVENT_RETRAIN_FILED, "2024-04-15");
	set_clock("2024-05-02");
	a = happens(db, who, EVENT_RETRAIN_APPROVED, "2024-05-02");
	ok(a.good && a.t.attempt == 2 && a.t.kind == TRAINING_RETRAIN, "PLAN-066 a second attempt begins");
	same(end(db, who), "2024-09-01", "S-6 R 2024-05-02 ends on Sunday 2024-09-01");
	same(due(db, who, "training-end"), "2024-09-01 open", "… all deadlines of the first day run again");
	same_int(number(db, arena_print(keep_mem, "SELECT count(*) FROM admission WHERE id = %lld AND report_date = '2024-05-02'", (long long)who)), 1,
		"… the lists show the new day");
	same_int(number(db, arena_print(keep_mem, "SELECT count(*) FROM training WHERE admission = %lld AND end_date = '2024-02-29'", (long long)who)), 1,
		"PLAN-066 the earlier attempt stays");
	reports(db, who, "2024-05-03");
	same(end(db, who), "2024-09-02", "its day can be corrected");
	act(db, (struct acting){.what = REPORT, .admission = who});
	same(state(db, who), "retrain_requested", "… and taken back");
}

static void test_revocation(struct db *db)
{
	int64_t who = admitted(db, "113-disabled", disabled, 113), dead = admitted(db, "113-disabled", disabled, 113);

	set_clock("2024-09-18");
	reports(db, who, "2024-08-01");
	ok(happens(db, who, EVENT_REVOKE_FILED, "2024-09-18").good, "S-7 revocation is filed");
	same(due(db, who, "training-end"), "2024-11-30 open", "… nothing is decided yet");
	happens(db, who, EVENT_NOT_REVOKED, "2024-10-01");
	same(state(db, who), "in_training", "PLAN §6 保訓會 does not revoke: the state before");
	happens(db, who, EVENT_REVOKE_FILED, "2024-10-02");
	ok(happens(db, who, EVENT_REVOKED, "2024-10-20").good, "廢止");
	same(due(db, who, "training-end"), "2024-11-30 cancelled", "PLAN-137 c all open deadlines are cancelled");
	ok(training_is_over(&(struct training){.state = REVOKED}) && !happens(db, who, EVENT_DIED, "2024-11-01").good, "PLAN §6 an end accepts nothing more");
	same_int(number(db, arena_print(keep_mem, "SELECT count(*) FROM training_event WHERE admission = %lld", (long long)who)), 5, "each event is a row");
	same_int(number(db, arena_print(keep_mem, "SELECT count(*) FROM audit WHERE subject = %lld AND action = 'training.revoked'",
		(long long)who)), 1, "… and in the audit log");
	reports(db, dead, "2024-08-01");
	ok(happens(db, dead, EVENT_DIED, "2024-09-01").good, "亡故");
	same(due(db, dead, "shortening"), "2024-09-02 cancelled", "… nothing is asked for");
}

/* PLAN-016, 017: who needs no internship, or a shorter one. */
static void test_stages(struct db *db)
{
	int64_t who = admitted(db, "112-senior-ordinary", senior, 112);
	struct stages s;

	set_clock("2023-11-20");
	reports(db, who, "2023-11-01");
	same(due(db, who, "shortening"), "2023-12-01 open", "S-2 shortening due 2023-12-01");
	moves(db, who, (struct end_row){.cause = END_SHORTENED, .arrived = day("2023-11-20"), .document = "公訓字第3號"});
	struct training t = loaded(db, who);

	s = training_stages_of(keep_mem, office_calendar(db, keep_mem), &t);
	same(iso(t.end), "2023-12-31", "S-2 the last day of two months");
	same(iso(s.trial_start), "2023-11-20", "PLAN-017 b S-2 試辦 from the day on which the approval came");
	same(iso(s.internship_end), "2023-11-19", "… the days before stay 實習");
	same(due(db, who, "training-end"), "2023-12-31 open", "D-28 replaces D-27");
	ok(strstr(training_work_mode(&t, &s, day("2023-11-19")), "不具名"), "PLAN-018 a 實習: %s", training_work_mode(&t, &s, day("2023-11-19")));
	ok(strstr(training_work_mode(&t, &s, day("2023-11-20")), "具名試辦"), "PLAN-018 b 試辦: %s", training_work_mode(&t, &s, day("2023-11-20")));
	same(training_work_mode(&t, &s, day("2024-01-01")), "", "PLAN-018 not outside of the training");
	t.shortened = false;
	t.qualified = true;
	s = training_stages_of(keep_mem, NULL, &t);
	ok(!date_set(s.internship_start) && date_same(s.trial_start, day("2023-11-01")), "PLAN-017 c 具任用資格: 試辦 from the first day");
}

/* ---- what a day brings */

/* What is entered late brings no reproach for a right that nobody had to use, nor for a day that only passed.   PLAN-137 */
static void test_entered_late(struct db *db)
{
	int64_t who = admitted(db, "113-disabled", disabled, 113);

	set_clock("2024-10-20");
	reports(db, who, "2024-08-01");
	same(due(db, who, "internship-end"), "2024-08-31 met", "PLAN-137 entered in October: the 實習 has passed");
	same(due(db, who, "shortening"), "2024-09-02 cancelled", "… and the window of 縮短 is closed");
	same(due(db, who, "training-end"), "2024-11-30 open", "… the last day is still to come");
}

static void test_day(struct db *db)
{
	int64_t who = admitted(db, "113-disabled", disabled, 113), old = admitted(db, "113-disabled", disabled, 113);

	set_clock("2024-08-01");
	reports(db, who, "2024-08-01");
	db_run(db, PUT(1, "UPDATE admission SET report_date = '2024-08-02' WHERE id = $1"), A(old));
	ok(loaded(db, old).attempt == 1 && !loaded(db, old).id, "a day that was entered before anything was kept is an attempt");
	same(end(db, old), "2024-12-01", "… with its last day");
	set_clock("2024-11-30");
	training_day(db, clock_is);
	deadline_day(db, clock_is);
	same(state(db, who), "in_training", "on the last day the training runs");
	same(due(db, who, "internship-end"), "2024-08-31 met", "a status day is met by passing");
	same(due(db, who, "shortening"), "2024-09-02 cancelled", "a window that nobody used is closed");
	moves(db, who, (struct end_row){.cause = END_LEAVE, .from = day("2024-12-01"), .length = {1, 'd'}});
	same(due(db, who, "shortening"), "2024-09-02 cancelled", "… and stays closed when the last day moves");
	same(due(db, who, "training-end"), "2024-12-01 open", "… which alone moves");
	moves(db, who, (struct end_row){.cause = END_SHORTENED, .arrived = day("2024-08-20")});
	moves(db, who, (struct end_row){.cause = END_SHORTENING_WITHDRAWN});
	same(due(db, who, "internship-end"), "2024-08-31 met", "… and a status day that has passed stays met");
	ok(loaded(db, old).id, "what was not kept is kept by now");
	set_clock("2024-12-02");
	training_day(db, clock_is);
	same(state(db, who), "period_ended", "PLAN §6 the day after the period has ended");
	same(due(db, who, "training-end"), "2024-12-01 met", "… the last day is met");
	same_int(training_day(db, clock_is), 0, "a second run changes nothing");
	reports(db, who, "2024-08-05");
	same(state(db, who), "in_training", "PLAN-022 a later first day leads back into training");
}

static void test_all(void)
{
	struct db *db = keep_open();

	deadline_kinds(training_deadlines);
	job_now = now;
	set_clock("2024-10-07");
	test_last_day(db);
	test_ledger(db);
	test_extension(db);
	test_leave(db);
	test_report(db);
	test_plan(db);
	test_stop(db);
	test_revocation(db);
	test_stages(db);
	test_entered_late(db);
	test_day(db);
	db_close(db);
}

int main(void)
{
	on_both(test_all);
	return keep_end();
}
