/* causes.c: hours by kind, and the causes of revocation that they make true, asked of the rules.        PLAN-091 … 097 */
#include <stdlib.h>
#include <string.h>

#include "app/attendance/private.h"
#include "base/text.h"
#include "rule/leave.h"
#include "rule/revocation.h"
#include "rule/stop.h"

/* ---- hours ---- */

struct leave_days leave_days_of(struct arena *mem, const struct calendar *calendar, const struct leave *l)
{
	int span = date_set(l->from) && !date_before(l->until, l->from) ? days_between(l->from, l->until) + 1 : 0, n = 0;
	struct leave_day *at = arena_array(mem, (size_t)span, sizeof *at);
	bool holidays = span == 1 || text_is(l->kind.id, "long_sick");
	int64_t left = l->hours;

	for (int i = 0; i < span && left > 0; i++) {
		struct date d = date_plus(l->from, i);

		if (!holidays && !calendar_is_office_day(calendar, d))
			continue;
		at[n++] = (struct leave_day){d, left < HOURS_A_DAY ? left : HOURS_A_DAY, l};
		left -= at[n - 1].hours;
	}
	if (left > 0 && !n && span)
		at[n++] = (struct leave_day){l->from, 0, l};
	if (left > 0 && n)
		at[n - 1].hours += left;
	return (struct leave_days){n, at};
}

static int by_day(const void *a, const void *b)
{
	return ((const struct leave_day *)a)->day.number - ((const struct leave_day *)b)->day.number;
}

struct leave_days leave_ledger(const struct life *life, const struct life_case *c)
{
	struct life_now all = {life, c, &leave_kind, NULL, false};
	struct leave_days ledger = {0, NULL};
	size_t room = 0;
	const struct leave *l;

	while ((l = life_now_next(&all))) {
		struct leave_days days = leave_days_of(life->mem, life->calendar, l);

		for (int i = 0; i < days.n; i++) {
			ledger.at = arena_grow(life->mem, ledger.at, (size_t)ledger.n, &room, sizeof *ledger.at);
			ledger.at[ledger.n++] = days.at[i];
		}
	}
	if (ledger.n)
		qsort(ledger.at, (size_t)ledger.n, sizeof *ledger.at, by_day);
	return ledger;
}

int64_t leave_sum(const struct leave_days *days, const char *kind, struct date until)
{
	int64_t hours = 0;

	for (int i = 0; i < days->n; i++)
		if (text_is(days->at[i].leave->kind.id, kind) && (!date_set(until) || !date_before(until, days->at[i].day)))
			hours += days->at[i].hours;
	return hours;
}

static bool is_absence(const struct leave *l)
{
	return text_is(l->kind.id, "absence") || text_is(l->kind.id, "truancy");
}

static bool in_phase(const struct leave *l, const char *phase)
{
	return text_is(l->phase.id, phase);
}

/* One row a kind, in the order of their first day. */
static void add_hours(struct leave_row *rows, int *n, const char *label, int64_t hours)
{
	int i = 0;

	while (i < *n && !text_is(rows[i].kind, label))
		i++;
	if (i == *n)
		rows[(*n)++] = (struct leave_row){label, 0};
	rows[i].hours += hours;
}

struct fact_rows leave_rows(struct arena *mem, const struct leave_days *days)
{
	struct leave_row *rows = arena_array(mem, (size_t)days->n + 1, sizeof *rows);
	int n = 0;

	for (int i = 0; i < days->n; i++)
		if (!is_absence(days->at[i].leave) && in_phase(days->at[i].leave, "pt"))
			add_hours(rows, &n, leave_label(days->at[i].leave), days->at[i].hours);
	return (struct fact_rows){n, rows};
}

const char *leave_words(const struct life *l)
{
	struct leave_days days = leave_ledger(l, NULL);
	struct leave_row *rows = arena_array(l->mem, (size_t)days.n + 1, sizeof *rows);
	struct text t = text_new(l->mem, 1 << 14);
	int n = 0;

	for (int i = 0; i < days.n; i++)
		add_hours(rows, &n, leave_label(days.at[i].leave), days.at[i].hours);
	for (int i = 0; i < n; i++) {
		text_print(&t, "%s%s", i ? "、" : "", rows[i].kind);
		if (rows[i].hours / HOURS_A_DAY)
			text_print(&t, "%lld日", (long long)(rows[i].hours / HOURS_A_DAY));
		if (rows[i].hours % HOURS_A_DAY)
			text_print(&t, "%lld小時", (long long)(rows[i].hours % HOURS_A_DAY));
	}
	return n ? t.at : "無";
}

/* ---- basic training ---- */

struct bt_hours { int64_t truancy, excused, unexcused, unclear, course; };

static bool excused(const struct leave *l)
{
	static const char *const kinds[] = {"official", "funeral", "birth", "miscarriage"};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (text_is(l->kind.id, kinds[i]))
			return true;
	return text_is(l->excuse.id, "illness") || text_is(l->excuse.id, "not_attributable");
}

static struct bt_hours bt_hours_of(const struct leave_days *days)
{
	struct bt_hours h = {0, 0, 0, 0, 0};

	for (int i = 0; i < days->n; i++) {
		const struct leave *l = days->at[i].leave;

		if (!in_phase(l, "bt"))
			continue;
		if (l->course_hours)
			h.course = l->course_hours;
		*(text_is(l->kind.id, "truancy") ? &h.truancy : excused(l) ? &h.excused : text_is(l->excuse.id, "unclear") ? &h.unclear :
			&h.unexcused) += days->at[i].hours;
	}
	return h;
}

static struct maybe_int known_hours(int64_t n)
{
	return (struct maybe_int){n > 0, n};
}

static void test_bt(struct life_case *c, const struct bt_hours *h)
{
	struct absence_values causes = {{0, NULL}};
	struct verdict *v = life_finding(c, "absence-limits");

	absence_judge(v, &(struct absence_facts){PHASE_BT, h->truancy, known_hours(h->course), {true, h->unexcused}}, &causes);
	if (v->result == RESULT_NOT_MET && h->unclear) {
		v->result = RESULT_REVIEW;
		verdict_say(v, life_cite(c->life, "revoke", "訓練辦法第44條"), "另有%lld小時之事由尚待認定是否不可歸責，請人工認定",
			(long long)h->unclear);
	}
	v = life_finding(c, "bt-mandatory-stop");
	struct mandatory_stop_values percent = {NULL};

	mandatory_stop_judge(v, &(struct mandatory_stop_facts){h->excused, h->course}, &percent);
}

/* ---- practical training ---- */

/* Half of the office days is the stricter measure: told, not judged.                                    PLAN-095 */
static void warn_of_office_days(struct life_case *c, const struct leave_values *values)
{
	const struct training *t = &c->life->training;
	int office = 0;

	if (!values->counted_hours.known)
		return;
	for (struct date d = t->report_date; !date_before(t->end, d); d = date_plus(d, 1))
		office += calendar_is_office_day(c->life->calendar, d);
	if (2 * values->counted_hours.n > (int64_t)office * HOURS_A_DAY)
		life_warn(c, "leave-office-days", life_cite(c->life, "revoke", "訓練辦法第44條"),
			"請假%lld小時，已超過訓練期間上班日%d日之二分之一（%lld小時）；期間二分之一以日曆日計算，仍請留意",
			(long long)values->counted_hours.n,
			office, (long long)office * HOURS_A_DAY / 2);
}

static void test_pt(struct life_case *c, const struct leave_days *days)
{
	const struct training *t = &c->life->training;
	struct absence_values causes = {{0, NULL}};
	struct leave_values fraction = {{0}, {0}};
	struct leave_facts facts = {t->report_date, t->end, leave_rows(c->mem, days)};

	absence_judge(life_finding(c, "absence-limits"),
		&(struct absence_facts){PHASE_PT, leave_sum(days, "absence", (struct date){0}), {0}, {0}}, &causes);
	if (!facts.leave.n || !date_set(t->end))
		return;
	leave_judge(life_finding(c, "leave-fraction"), &facts, &fraction);
	warn_of_office_days(c, &fraction);
}

/* 延長病假 that ended and from which somebody did not come back, as a person confirmed. */
static bool sick_leave_expired(const struct life_case *c)
{
	if (c->act && c->kind == &leave_kind && text_is(c->act->name, "expire"))
		return true;
	return life_last(c->life, &leave_kind, "expired", true);
}

static void test_confirmed(struct life_case *c)
{
	struct fact_rows conduct = conduct_rows(c->life, c);
	struct cause_facts facts = {.sick_leave_expired = {sick_leave_expired(c), true}, .returned = {sick_leave_expired(c), false},
		.conduct = conduct, .period_ended = {conduct.n > 0, date_before(c->life->training.end, c->today)}};
	struct revocation_values causes = {{0, NULL}};

	if (facts.sick_leave_expired.known || (conduct.n && facts.period_ended.yes))
		revocation_judge(life_finding(c, "revocation"), &(struct revocation_facts){&facts}, &causes);
}

void attendance_causes_gone(struct db *db, struct life_case *c)
{
	struct life_case was = *c, now = *c;

	was.act = NULL;
	was.findings = now.findings = (struct life_findings){0};
	attendance_test_causes(&was);
	attendance_test_causes(&now);
	life_revocation_tasks_gone(db, &was, &now);
}

void attendance_test_causes(struct life_case *c)
{
	struct leave_days days = leave_ledger(c->life, c);
	struct bt_hours h = bt_hours_of(&days);

	if (!c->life->plan)
		return;
	if (h.truancy || h.excused || h.unexcused || h.unclear)
		test_bt(c, &h);
	if (days.n)
		test_pt(c, &days);
	test_confirmed(c);
}

void attendance_cause_facts(const struct life_case *c, struct cause_facts *f)
{
	const struct training *t = &c->life->training;
	struct leave_days days = leave_ledger(c->life, c);
	struct bt_hours h = bt_hours_of(&days);
	bool ended = date_set(t->end) && date_before(t->end, c->today), expired = sick_leave_expired(c);

	f->absence_hours = (struct maybe_int){date_set(t->report_date), leave_sum(&days, "absence", (struct date){0})};
	f->course_hours = known_hours(h.course);
	f->truancy_hours = (struct maybe_int){h.course > 0, h.truancy};
	f->unexcused_hours = (struct maybe_int){h.course > 0, h.unexcused};
	f->leave = leave_rows(c->mem, &days);
	if (date_set(t->report_date) && date_set(t->end))
		f->period = arena_copy(c->mem, &(struct cause_period){t->report_date, t->end}, sizeof(struct cause_period));
	f->conduct = conduct_rows(c->life, c);
	f->period_ended = (struct maybe_bool){date_set(t->end), ended};
	f->sick_leave_expired = (struct maybe_bool){expired, true};
	f->returned = (struct maybe_bool){expired, false};
}
