/* shared.c: what every application has: the answers of its stations, checks, findings, what is told to others.  Knows no kind. */
#include <stdarg.h>

#include "app/case/private.h"
#include "app/guidance/guidance.h"
#include "base/log.h"
#include "base/text.h"

const struct field case_decision_fields[] = {CASE_DECISION_FIELDS(case_decision), {0}};

const struct field case_forward_fields[] = {
	FIELD(case_forward, document, TEXT, EDIT, "發文文號", .most = 60, .wide = true),
	FIELD(case_forward, sent, DATE, EDIT, "發文日期", .need = true, .today = true),
	{0}
};

const struct code case_yes_no[] = {{"yes", "是"}, {"no", "否"}, {0}};

void case_wrong(struct life_case *c, const char *field, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	issue(c->issues, -1, field, "ERR_TEXT_GIVEN", arena_vprint(c->mem, format, args));
	va_end(args);
}

void case_need(struct life_case *c, bool there, const char *field)
{
	if (!there)
		issue(c->issues, -1, field, "ERR_REQUIRED");
}

void case_not_future(struct life_case *c, struct date day, const char *field)
{
	if (date_set(day) && date_before(c->today, day))
		issue(c->issues, -1, field, "ERR_DATE_FUTURE", date_text(c->mem, c->today));
}

struct date case_day(const struct life_case *c)
{
	return c->who.now.seconds ? moment_date(c->who.now) : c->today;
}

void case_check_decision(struct life_case *c, const struct case_decision *d, struct date filed)
{
	case_not_future(c, d->decided, "decided");
	case_not_future(c, d->served, "served");
	if (date_set(filed) && date_set(d->decided) && date_before(d->decided, filed))
		case_wrong(c, "decided", "核定日期%s早於申請日期%s，請確認。", date_text(c->mem, d->decided), date_text(c->mem, filed));
	if (date_set(d->served) && date_set(d->decided) && date_before(d->served, d->decided))
		case_wrong(c, "served", "送達日期%s早於發文日期%s，請確認。", date_text(c->mem, d->served), date_text(c->mem, d->decided));
	if (text_is(d->document, ""))
		case_remark(c, "document", "公文程式條例", "未填核定文號，請於收到公文後補登");
}

void case_check_forward(struct life_case *c)
{
	const struct case_forward *f = c->answers;

	case_not_future(c, f->sent, "sent");
}

enum case_view case_view_of(const struct verdict *v)
{
	switch (v->result) {
	case RESULT_OK: case RESULT_MET: case RESULT_ALLOWED:
		return CASE_FOR;
	case RESULT_NOT_MET: case RESULT_REFUSED: case RESULT_NOT_IN_PLAN:
		return CASE_AGAINST;
	default:
		return CASE_OPEN;
	}
}

bool case_differs(struct verdict *v, bool approved)
{
	enum case_view view = case_view_of(v);

	if (view == CASE_OPEN || (view == CASE_FOR) == approved)
		return false;
	verdict_say(v, "核定機關之決定", "核定結果（%s）與系統計算（%s）不同，請於備註說明", approved ? "准許" : "不准",
		approved ? "不符規定" : "符合規定");
	return true;
}

const struct code case_marks[] = {{"differs", "核定結果與系統計算不同"}, {0}};

struct code case_mark(bool differs)
{
	return differs ? case_marks[0] : (struct code){"", ""};
}

const char *case_marked(struct code mark)
{
	return case_is(mark, "differs") ? "（核定結果與系統計算不同）" : "";
}

void case_remark(struct life_case *c, const char *rule, const char *citation, const char *format, ...)
{
	struct verdict *v = life_finding(c, rule);
	va_list args;

	va_start(args, format);
	verdict_say(v, citation, "%s", arena_vprint(c->mem, format, args));
	va_end(args);
	v->result = RESULT_REVIEW;
}

static bool there(const struct life_record *r, const char *slot)
{
	for (int i = 0; i < r->files.n; i++)
		if (text_is(r->files.at[i].slot, slot))
			return true;
	return false;
}

static const char *evidence_cite(const struct life_case *c)
{
	const char *kind = c->kind->citation(c->life);

	if (c->kind == &case_retain)
		return case_cite(c->life, PLAN_CITE_RETAIN_EVIDENCE, kind);
	return c->kind == &case_makeup ? case_cite(c->life, PLAN_CITE_MAKEUP_EVIDENCE, kind) : kind;
}

void case_missing_papers(struct life_case *c)
{
	struct life_papers list = c->kind->papers(c->mem, c);
	struct text t = text_new(c->mem, 4096);

	for (int i = 0; i < list.n; i++)
		if (list.at[i].need && !there(c->record, list.at[i].slot))
			text_print(&t, "%s%s", t.n ? "、" : "", list.at[i].label);
	if (t.n)
		case_remark(c, "evidence", evidence_cite(c), "尚缺證明文件：%s", t.at);
}

struct training *case_now(struct db *db, struct life_case *c)
{
	struct training *t = arena_get(c->mem, sizeof *t);

	if (!training_load(db, c->mem, c->life->t.id, t))
		fail("admission %lld is gone", (long long)c->life->t.id);
	return t;
}

const struct deadline_kind *case_training_deadline(const char *name)
{
	for (const struct deadline_kind *const *k = training_deadlines; *k; k++)
		if (text_is((*k)->name, name))
			return *k;
	fail("training has no deadline %s", name);
}

void case_happen(struct db *db, struct life_case *c, enum training_event e, struct date day, const char *document)
{
	struct training_news news = life_news(c, e, day, document);

	if (!training_happen(db, case_now(db, c), &news))
		case_wrong(c, "", "受訓人員目前為「%s」，無法登錄「%s」；請重新整理後再試。", training_states[c->life->training.state].label,
			training_events[e].label);
}

void case_bt(struct db *db, struct life_case *c, enum bt_state to, struct date day, const char *document)
{
	struct training_news news = life_news(c, TRAINING_EVENTS, day, document);

	training_bt(db, case_now(db, c), to, &news);
}

void case_asked(struct db *db, struct life_case *c, bool in_time)
{
	if (in_time)
		deadline_cancel(db, &ex_officio_deadline, "trainee", c->life->t.id, c->today, c->act->label);
}

const char *case_no_plan(const struct life *l)
{
	return l->plan ? NULL : "本考試未載入訓練計畫檔，請先由保訓會於「考試資料維護」指定訓練計畫。";
}

bool case_is(struct code code, const char *id)
{
	return text_is(code.id, id);
}

const struct plan_value *case_value(const struct life *l, enum plan_key key)
{
	return l->plan && plan_value(l->plan, key)->known ? plan_value(l->plan, key) : NULL;
}

bool case_plan_has(const struct life *l, enum plan_key key)
{
	const struct plan_value *v = case_value(l, key);

	return v && v->yes;
}

const char *case_cite(const struct life *l, enum plan_citation point, const char *law)
{
	const char *words = l->plan ? l->plan->citations[point] : NULL;

	return words ? words : law ? law : l->plan ? l->plan->title : "";
}

const char *case_cite_law(const struct life *l, const char *law)
{
	const char *words = case_cite(l, PLAN_CITE_FALLBACK, NULL);

	return *words ? arena_print(l->mem, "%s；%s", words, law) : law;
}

const char *case_not_in_plan(const struct life *l, const char *what)
{
	return arena_print(l->mem, "本訓練計畫無此規定：%s（%s）", what, l->plan->title);
}

bool case_in(enum training_state state, const enum training_state *states, int n)
{
	for (int i = 0; i < n; i++)
		if (states[i] == state)
			return true;
	return false;
}

bool case_training(const struct life *l)
{
	return CASE_IN(l, IN_TRAINING, STOPPED, RETRAIN_REQUESTED, PERIOD_ENDED, RATING, WITH_COMMISSION, EXTENDED);
}

const char *case_length(struct arena *mem, struct period p, const char *otherwise)
{
	return p.n ? arena_print(mem, "%d%c", p.n, p.unit) : otherwise;
}
