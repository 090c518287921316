/* stage.c: what a trainee works on under whose name, by the stage of the day; and that the rules of living were read.
 * PLAN-018, PLAN-090   LAW: 訓練辦法§32; 訓練計畫第5點第2款第1目, 第15點 */
#include "app/guidance/private.h"
#include "base/text.h"

/* ---- 具名, 不具名 ---- */

struct work { struct date day; const char *item; struct code mode; };
static const struct code modes[] = {{"unsigned", "不具名"}, {"signed", "具名"}, {0}};
static const struct field work_fields[] = {
	FIELD(work, day, DATE, EDIT, "日期", .need = true),
	FIELD(work, item, TEXT, EDIT, "工作內容", .need = true, .lines = true, .most = 1000),
	FIELD(work, mode, CODE, EDIT, "具名或不具名", .list = modes, .hint = "留白時，依該日之階段：實習階段不具名，試辦階段具名。"),
	{0}
};
static const struct code work_states[] = {{"recorded", "已登錄"}, {0}};

static const char *stage_cite(const struct life *l)
{
	return life_cite(l, "stage", "訓練辦法第32條");
}

/* In an extension everything is 試辦. */
static bool on_trial(const struct life *l, struct date day)
{
	struct stages s = training_stages_of(l->mem, l->calendar, &l->training);

	return (date_set(s.trial_start) && !date_before(day, s.trial_start)) || !date_set(s.internship_end) || date_before(s.internship_end, day);
}

static void work_begin(const struct life *l, void *data)
{
	struct work *w = data;

	w->day = l->today;
	w->mode = modes[on_trial(l, l->today)];
}

static struct date work_day(const void *data)
{
	return ((const struct work *)data)->day;
}

static const char *work_summary(struct arena *mem, const struct life_record *r)
{
	const struct work *w = r->data;

	return arena_print(mem, "%s（%s）", w->item, w->mode.label);
}

static void say_mode(struct life_case *c, bool trial)
{
	struct verdict *v = life_finding(c, "work-mode");

	v->result = RESULT_OK;
	verdict_say(v, stage_cite(c->life), "%s為%s階段：「%s」", date_text(c->mem, ((const struct work *)c->data)->day), trial ? "試辦" : "實習",
		trial ? "具名試辦（輔導員輔導）" : "不具名協助");
}

static void work_check(struct life_case *c)
{
	struct work *w = c->data;
	bool trial;

	if (!date_set(w->day) || !guide_in_training(c, "day", w->day))
		return;
	trial = on_trial(c->life, w->day);
	if (!w->mode.id || !*w->mode.id)
		w->mode = modes[trial];
	say_mode(c, trial);
	if (!text_is(w->mode.id, modes[trial].id))
		life_warn(c, "work-mode", stage_cite(c->life), "登錄為「%s」，與該日階段不符，請確認", w->mode.label);
}

static void work_review(struct life_case *c)
{
	if (date_set(((const struct work *)c->data)->day))
		say_mode(c, on_trial(c->life, ((const struct work *)c->data)->day));
}

#define WRITE (MAY_LIFE_EDIT | MAY_GUIDE)
static const struct life_act work_acts[] = {
	{"record", "登錄", "", "recorded", WRITE, .check = work_check},
	{"correct", "更正", "recorded", NULL, WRITE, .edits = true, .check = work_check},
	{"void", "作廢", "recorded", "void", WRITE | MAY_COMMISSION, .reason = true},
	{0}
};

const struct life_kind work_kind = {
	.name = "work", .title = "實習及試辦工作", .group = LIFE_GUIDANCE, .requirements = "PLAN-018", .fields = work_fields,
	.size = sizeof(struct work), .states = work_states, .acts = work_acts, .see = MAY_LIFE_SEE | MAY_GUIDE | MAY_UNIT_HEAD,
	.held = guide_held, .begin = work_begin, .day = work_day, .summary = work_summary, .review = work_review, .citation = stage_cite,
};

/* ---- 生活管理, 倫理規範 ---- */

struct living { struct date day; };
static const struct field living_fields[] = {FIELD(living, day, DATE, EDIT, "閱知日期", .need = true), {0}};
static const struct code living_states[] = {{"read", "已閱知"}, {0}};

static const char *living_cite(const struct life *l)
{
	return life_cite(l, "living", "訓練計畫生活管理規定");
}

static const char *once(const struct life *l)
{
	const char *held = guide_held(l);

	return held ? held : life_last(l, &living_rules_kind, NULL, true) ? "" : NULL;
}

static void living_begin(const struct life *l, void *data)
{
	((struct living *)data)->day = l->today;
}

static struct date living_day(const void *data)
{
	return ((const struct living *)data)->day;
}

static const char *living_summary(struct arena *mem, const struct life_record *r)
{
	(void)r;
	return arena_text(mem, "受訓人員已閱知生活管理及倫理規範");
}

/* The plan's own words. */
static void say_rules(struct life_case *c)
{
	const struct plan_value *bt = life_plan_value(c->life, "bt.rules.living"), *ethics = life_plan_value(c->life, "ethics");
	struct verdict *v = life_finding(c, "living-rules");

	v->result = RESULT_OK;
	if (bt)
		verdict_say(v, living_cite(c->life), "基礎訓練：%s", bt->text);
	verdict_say(v, living_cite(c->life), "受訓人員應遵守各該訓練機關（構）學校有關管理規章");
	if (ethics)
		verdict_say(v, life_cite(c->life, "ethics", living_cite(c->life)), "%s", ethics->text);
}

static void living_check(struct life_case *c)
{
	const struct living *l = c->data;

	if (date_set(l->day) && guide_not_future(c, "day", l->day))
		guide_in_training(c, "day", l->day);
	say_rules(c);
}

static const struct life_act living_acts[] = {
	{"record", "登錄閱知", "", "read", WRITE, .check = living_check},
	{"void", "作廢", "read", "void", WRITE | MAY_COMMISSION, .reason = true},
	{0}
};

const struct life_kind living_rules_kind = {
	.name = "living-rules", .title = "生活管理及倫理規範閱知", .group = LIFE_GUIDANCE, .requirements = "PLAN-090", .fields = living_fields,
	.size = sizeof(struct living), .states = living_states, .acts = living_acts, .see = MAY_LIFE_SEE | MAY_GUIDE | MAY_UNIT_HEAD,
	.held = once, .begin = living_begin, .day = living_day, .summary = living_summary, .review = say_rules, .citation = living_cite,
};
