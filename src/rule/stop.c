/* stop.c: see stop.h. */
#include "rule/stop.h"

#include "base/text.h"
#include "rule/rule.h"
#include "rule/window.h"

enum { WHOLE = 100 };

static const char late[] = "逾期，由保訓會決定";

/* Is it a cause that the plan lists?  If not: REFUSED. */
static bool listed(struct verdict *v, const char *citation, const struct plan_value *causes, const char *cause)
{
	return fact_texts_has(&causes->texts, cause) || verdict_refuse(v, "CAUSE_UNKNOWN", citation,
		"「%s」非得申請停止訓練之事由；得申請之事由：%s", cause, fact_texts_line(v->mem, &causes->texts));
}

static void within(struct verdict *v, const struct window *w, struct stop_values *to)
{
	struct window_answer answer = {0};

	window_judge(v, w, &answer);
	*to = (struct stop_values){answer.due, answer.in_time};
}

/* ---- basic training ---- */

void bt_stop_judge(struct verdict *v, const struct bt_stop_facts *f, struct stop_values *to)
{
	const struct plan_value *causes, *length, *scope = plan_value(v->plan, PLAN_STOP_BT_SCOPE);
	const char *citation = verdict_cited(v, PLAN_CITE_STOP_BT);

	if (f->bt_mode == STOP_BT_ONLINE && scope->known && text_starts(scope->text, "實體")) {
		verdict_not_in_plan(v, "停止訓練僅適用於%s，線上學習基礎訓練無此規定", scope->text);
		return;
	}
	if (!(causes = verdict_parameter(v, PLAN_STOP_BT_CAUSES)) || !(length = verdict_parameter(v, PLAN_STOP_BT_WITHIN)) ||
		!listed(v, citation, causes, f->cause))
		return;
	within(v, &(struct window){.source = citation, .event = f->event, .length = length->length,
		.counting = COUNT_NEXT_DAY, .filed = f->filed_on, .code = "LATE", .late = late}, to);
}

/* LAW: 訓練辦法§34: 超過課程時數20% */
void mandatory_stop_judge(struct verdict *v, const struct mandatory_stop_facts *f, struct mandatory_stop_values *to)
{
	const char *citation = verdict_cited(v, PLAN_CITE_STOP_BT_MANDATORY);
	const struct plan_value *share = verdict_parameter(v, PLAN_STOP_BT_PERCENT);
	int64_t hundredths;
	bool over;

	if (!share || !verdict_count(v, citation, "課程時數", f->course_hours, 1) ||
		!verdict_count(v, citation, "請假缺課時數", f->absent_hours, 0))
		return;
	hundredths = f->absent_hours * WHOLE * WHOLE / f->course_hours;
	to->percent = arena_print(v->mem, "%lld.%02lld", (long long)(hundredths / WHOLE), (long long)(hundredths % WHOLE));
	over = verdict_found(v, f->absent_hours * WHOLE > f->course_hours * share->n);
	verdict_say(v, citation, "因停止訓練事由或公假缺課%lld小時，占課程時數%lld小時之%s%%，%s%lld%%，%s", (long long)f->absent_hours,
		(long long)f->course_hours, to->percent, over ? "超過" : "未超過", (long long)share->n,
		over ? "應予停止基礎訓練" : "無須停止基礎訓練");
}

/* ---- service ---- */

/* LAW: 訓練辦法§34-1: 分配訓練後，分發任用前 */
static bool between_allocation_and_appointment(struct verdict *v, const struct service_stop_facts *f)
{
	const char *citation = verdict_cited(v, PLAN_CITE_STOP_SERVICE), *event = date_long_text(v->mem, f->event);

	if (date_set(f->allocated_on) && date_before(f->event, f->allocated_on))
		return verdict_refuse(v, "WRONG_CHANNEL", citation, "事由於%s發生，早於分配訓練日%s，不得申請停止訓練；"
			"得依規定申請保留受訓資格", event, date_long_text(v->mem, f->allocated_on));
	if (date_set(f->appointed_on) && !date_before(f->event, f->appointed_on))
		return verdict_refuse(v, "WRONG_CHANNEL", citation, "事由於%s發生，已於%s分發任用，不得申請停止訓練；"
			"應依任用後之留職停薪或請假規定辦理", event, date_long_text(v->mem, f->appointed_on));
	return true;
}

void service_stop_judge(struct verdict *v, const struct service_stop_facts *f, struct stop_values *to)
{
	const struct plan_value *causes = verdict_parameter(v, PLAN_STOP_SERVICE_CAUSES), *length;
	const char *citation = verdict_cited(v, PLAN_CITE_STOP_SERVICE);

	if (!causes || !(length = verdict_parameter(v, PLAN_STOP_SERVICE_WITHIN)) || !listed(v, citation, causes, f->cause) ||
		!between_allocation_and_appointment(v, f))
		return;
	within(v, &(struct window){.source = citation, .event = f->event, .length = length->length,
		.counting = COUNT_NEXT_DAY, .filed = f->filed_on, .code = "LATE", .late = late}, to);
}

/* ---- after it ---- */

void retrain_window_judge(struct verdict *v, const struct retrain_window_facts *f, struct stop_values *to)
{
	const struct plan_value *length = verdict_parameter(v, PLAN_RETRAIN_WITHIN), *except = plan_value(v->plan, PLAN_RETRAIN_MISSED_EXCEPT);
	const char *who = except->known ? arena_print(v->mem, "（%s除外）", except->text) : "";

	if (length)
		within(v, &(struct window){.source = verdict_cited(v, PLAN_CITE_RETRAIN), .event = f->cause_ended, .length = length->length,
			.counting = COUNT_NEXT_DAY, .filed = f->filed_on, .code = "LATE",
			.late = arena_print(v->mem, "逾期；停止訓練原因消滅後未依限申請重新訓練者%s，由保訓會廢止受訓資格", who)}, to);
}

/* ---- the table ---- */

static void bt_stop_rule(struct verdict *v, const void *facts, void *values)
{
	bt_stop_judge(v, facts, values);
}

static void mandatory_stop_rule(struct verdict *v, const void *facts, void *values)
{
	mandatory_stop_judge(v, facts, values);
}

static void service_stop_rule(struct verdict *v, const void *facts, void *values)
{
	service_stop_judge(v, facts, values);
}

static void retrain_window_rule(struct verdict *v, const void *facts, void *values)
{
	retrain_window_judge(v, facts, values);
}

static const char *const modes[] = {[STOP_BT_IN_PERSON] = "in_person", [STOP_BT_ONLINE] = "online", NULL};
static const char *const modes_shown[] = {[STOP_BT_IN_PERSON] = "實體課程", [STOP_BT_ONLINE] = "線上學習", NULL};

static const struct fact bt_stop_in[] = {
	FACT(bt_stop_facts, event, DATE, "事由發生日"),
	FACT(bt_stop_facts, cause, TEXT, "事由", .of_plan = PLAN_STOP_BT_CAUSES),
	FACT(bt_stop_facts, filed_on, DATE, "提出日"),
	FACT(bt_stop_facts, bt_mode, CHOICE, "基礎訓練方式", .choices = modes, .shown = modes_shown, .may_be_absent = true),
	{0}
}, stop_out[] = {
	FACT(stop_values, due, DATE, "末日"),
	FACT(stop_values, in_time, MAYBE_BOOL, "未逾期"),
	{0}
}, mandatory_stop_in[] = {
	FACT(mandatory_stop_facts, absent_hours, INT, "因停止訓練事由或公假缺課時數"),
	FACT(mandatory_stop_facts, course_hours, INT, "課程時數"),
	{0}
}, mandatory_stop_out[] = {
	FACT(mandatory_stop_values, percent, TEXT, "缺課百分比"),
	{0}
}, service_stop_in[] = {
	FACT(service_stop_facts, event, DATE, "事由發生日"),
	FACT(service_stop_facts, cause, TEXT, "事由", .of_plan = PLAN_STOP_SERVICE_CAUSES),
	FACT(service_stop_facts, filed_on, DATE, "提出日"),
	FACT(service_stop_facts, allocated_on, DATE, "分配訓練日", .may_be_absent = true),
	FACT(service_stop_facts, appointed_on, DATE, "分發任用日", .may_be_absent = true),
	{0}
}, retrain_window_in[] = {
	FACT(retrain_window_facts, cause_ended, DATE, "停止訓練原因消滅日"),
	FACT(retrain_window_facts, filed_on, DATE, "提出日", .may_be_absent = true),
	{0}
};

const struct rule stop_rules[] = {
	{"bt-stop", "停止基礎訓練之申請", "PLAN-060", RULE_NEEDS_PLAN, bt_stop_in, stop_out, sizeof(struct bt_stop_facts),
		sizeof(struct stop_values), bt_stop_rule},
	{"bt-mandatory-stop", "應予停止基礎訓練", "PLAN-061", RULE_NEEDS_PLAN, mandatory_stop_in, mandatory_stop_out,
		sizeof(struct mandatory_stop_facts), sizeof(struct mandatory_stop_values), mandatory_stop_rule},
	{"service-stop", "因服役或公假停止訓練之申請", "PLAN-062", RULE_NEEDS_PLAN, service_stop_in, stop_out,
		sizeof(struct service_stop_facts), sizeof(struct stop_values), service_stop_rule},
	{"retrain-window", "停止訓練後申請重新訓練之期限", "PLAN-065", RULE_NEEDS_PLAN, retrain_window_in, stop_out,
		sizeof(struct retrain_window_facts), sizeof(struct stop_values), retrain_window_rule},
	{0}
};
