/* forfeit.c: 喪失考試錄取資格: nobody asked for 補訓 in time, or came to it.  The day after the last one it may be recorded; a person of
 * 保訓會 decides, and takes it back when an earlier postmark comes to light.
 * PLAN-044   LAW: 公務人員考試法§5II; 訓練辦法§45I; 訓練計畫第9點第3款 */
#include "app/case/retain.h"
#include "base/text.h"
#include "rule/makeup.h"

struct forfeit { CASE_DECISION_MEMBERS; struct code why, differs; };

static const struct code whys[] = {{"not_asked", "未於期限內申請補訓或重新訓練"}, {"not_reported", "補訓人員未於規定時間內報到"}, {0}};
static const struct code states[] = {{"lost", "喪失考試錄取資格"}, {"taken_back", "已撤銷"}, {0}};

static const struct field fields[] = {
	FIELD(forfeit, why, CODE, EDIT, "喪失之原因", .need = true, .list = whys),
	CASE_DECISION_FIELDS(forfeit),
	FIELD(forfeit, differs, CODE, SHOW, "標示", .list = case_marks),
	{0}
};

/* The window with nothing filed: lost only once its last day is past. */
static void judge(struct life_case *c)
{
	const struct retain *r = retained_of(c->life);
	const struct life_record *m = life_last(c->life, &case_makeup, "filed received returned refused", false);
	const struct makeup_window_facts facts = {.retention_end = r ? r->until : (struct date){0},
		.cause_ended = r ? retain_cause_end(r) : (struct date){0}, .study = r && retain_study(r->cause),
		.filed = m ? ((const struct makeup *)m->data)->filed : c->today};
	struct makeup_window_values values = {0};

	makeup_window_judge(life_finding(c, "makeup-window"), &facts, &values);
}

static void check(struct life_case *c)
{
	struct forfeit *f = c->data;
	bool in_time;

	case_check_decision(c, &(struct case_decision){f->document, f->decided, f->served, f->remark}, (struct date){0});
	if (!case_is(f->why, "not_asked"))
		return;
	judge(c);
	in_time = case_view_of(&c->findings.at[c->findings.n - 1].verdict) == CASE_FOR;
	f->differs = case_mark(in_time && case_differs(&c->findings.at[c->findings.n - 1].verdict, false));
}

static void lost(struct db *db, struct life_case *c)
{
	const struct forfeit *f = c->data;

	life_deadline_met(db, c, &case_forfeit_task, f->decided);
	case_happen(db, c, EVENT_MAKEUP_MISSED, f->decided, f->document);
	deadline_cancel(db, &case_makeup_due, "trainee", c->life->t.id, c->today, "喪失考試錄取資格");
	life_tell(db, c, "%s，經保訓會認定喪失考試錄取資格（%s）", f->why.label, f->document);
}

static void taken_back(struct db *db, struct life_case *c)
{
	case_happen(db, c, EVENT_LOSS_REVERSED, case_day(c), "");
	life_tell(db, c, "喪失考試錄取資格之認定已撤銷：%s", c->who.reason);
}

static const struct life_act acts[] = {
	{.name = "decide", .label = "登錄喪失考試錄取資格", .from = "", .to = "lost", .may = CASE_DECIDES, .grave = true,
		.note = "喪失考試錄取資格後，不再受理申請。", .check = check, .effect = lost},
	{.name = "take_back", .label = "撤銷認定", .from = "lost", .to = "taken_back", .may = CASE_DECIDES, .reason = true, .grave = true,
		.note = "查有期限內之郵戳或其他證明者，回復原狀態。", .effect = taken_back},
	{0}
};

static const char *held(const struct life *l)
{
	const struct retain *r = retained_of(l);

	if (CASE_IN(l, ALLOCATED) && l->training.kind != TRAINING_FIRST)
		return case_no_plan(l);
	if (!CASE_IN(l, RETAINED))
		return "";
	if (r && !date_set(r->until) && !date_set(retain_cause_end(r)))
		return "保留期限及原因消滅日均不明，無法計算申請補訓之末日；請先登錄原因消滅。";
	return case_no_plan(l);
}

static struct date day(const void *data)
{
	return ((const struct forfeit *)data)->decided;
}

static const char *summary(struct arena *mem, const struct life_record *record)
{
	const struct forfeit *f = record->data;

	return arena_print(mem, "%s%s", f->why.label ? f->why.label : "", case_marked(f->differs));
}

static const char *citation(const struct life *l)
{
	return case_cite(l, PLAN_CITE_MAKEUP_MISSED, "公務人員考試法第5條第2項、訓練辦法第45條第1項");
}

const struct life_kind case_forfeit = {
	.name = "forfeit", .title = "喪失考試錄取資格", .group = LIFE_END, .requirements = "PLAN-044", .fields = fields,
	.size = sizeof(struct forfeit), .states = states, .acts = acts, .see = MAY_LIFE_SEE, .held = held, .day = day, .summary = summary,
	.citation = citation,
};
