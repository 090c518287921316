/* score_route.c: from the first review to the commission's decision.  See score.h. */
#include "rule/score.h"

#include "base/text.h"
#include "rule/law.h"
#include "rule/plan.h"

enum { SCORE_MOST = 100 };

static const char *const result_text[] = {[SCORE_PASSED] = "及格", [SCORE_FAILED] = "不及格"};

/* ---- who acts next ---- */

/* One rating on its way. */
struct routing {
	struct verdict *v;
	const struct route_facts *f;
	struct route_values *to;
	const char *citation;
	int64_t mark;
};

static bool in_range(const struct routing *r, const char *who, struct decimal score)
{
	if (score.n >= 0 && decimal_order(score, decimal_of(SCORE_MOST)) <= 0)
		return true;
	return verdict_refuse(r->v, "SCORE_RANGE", r->citation, "評分超過配分：%s評分%s分，應為0分至%d分", who,
		decimal_text(r->v->mem, score, 2), SCORE_MOST);
}

static enum score_result result_of(const struct routing *r, struct decimal score)
{
	return decimal_order(score, decimal_of(r->mark)) >= 0 ? SCORE_PASSED : SCORE_FAILED;
}

static void next(const struct routing *r, enum score_next who, const char *citation, const char *text)
{
	verdict_say(r->v, citation, "%s", text);
	r->to->next = (int)who;
}

static void finish(const struct routing *r, enum score_result result)
{
	verdict_say(r->v, r->citation, "機關首長評定%s", result_text[result]);
	if (result == SCORE_PASSED)
		next(r, NEXT_DONE, r->citation, "評定及格，程序完成");
	else
		next(r, NEXT_COMMISSION, verdict_cited(r->v, PLAN_CITE_SCORE_FAIL), "評定不及格，應檢附成績考核表等相關資料函送保訓會");
	r->to->final = (int)result;
}

/* The head decides against what the committee found: only with the reason in writing. */
static void decide(const struct routing *r, enum score_result committee)
{
	enum score_result head = result_of(r, r->f->head->score);
	const char *reason = r->f->head->reason;

	if (head != committee && (!reason || !*text_trim(r->v->mem, reason)))
		verdict_data_missing(r->v, r->citation, "head/reason", "機關首長變更考績委員會結果，應於評語欄敘明理由");
	else
		finish(r, head);
}

/* LAW: 訓練計畫附件9附註六 */
static void after_pass(const struct routing *r)
{
	const struct route_facts *f = r->f;

	verdict_say(r->v, r->citation, "單位主管初核及格");
	if (f->committee && f->head)
		decide(r, (enum score_result)f->committee->result);
	else if (f->committee || !f->head)
		next(r, NEXT_HEAD, r->citation, f->committee ? "考績委員會審議後，送機關首長評定" : "送機關首長評定");
	else if (result_of(r, f->head->score) == SCORE_PASSED)
		finish(r, SCORE_PASSED);
	else
		next(r, NEXT_COMMITTEE, verdict_cited(r->v, PLAN_CITE_COMMITTEE), "機關首長對初核有意見，應交考績委員會審議");
}

/* LAW: 訓練辦法§39I; 訓練計畫附件9附註五 */
static void after_fail(const struct routing *r)
{
	const struct route_facts *f = r->f;
	const char *committee = verdict_cited(r->v, PLAN_CITE_COMMITTEE);

	verdict_say(r->v, r->citation, f->mandatory_fail ? "有應予不及格之情形，初核不及格" : "單位主管初核不及格");
	if (!f->committee)
		next(r, NEXT_COMMITTEE, committee, "應先交考績委員會審議，給予受訓人員陳述意見之機會，並作成紀錄");
	else if (!f->head)
		next(r, NEXT_HEAD, r->citation, f->reconsidered ? "考績委員會復議後，送機關首長評定" : "考績委員會審議後，送機關首長評定");
	else if (f->reconsidered)
		decide(r, (enum score_result)f->reconsidered->result);
	else if (result_of(r, f->head->score) == (enum score_result)f->committee->result)
		finish(r, result_of(r, f->head->score));
	else
		next(r, NEXT_RECONSIDER, committee, "機關首長對審議結果有意見，應退回考績委員會復議");
}

/* LAW: 訓練辦法§39I; 訓練計畫第19點第2款第2目之1 */
void route_judge(struct verdict *v, const struct route_facts *f, struct route_values *to)
{
	struct routing r = {v, f, to, verdict_cited(v, PLAN_CITE_SCORE), 0};
	const struct plan_value *mark = verdict_parameter(v, PLAN_PASS_MARK);

	to->next = to->final = -1;
	if (!mark)
		return;
	r.mark = mark->n;
	if (!in_range(&r, "單位主管", f->unit_head) || (f->head && !in_range(&r, "機關首長", f->head->score)))
		return;
	if (f->committee && !f->committee->heard) {
		verdict_refuse(v, "RECORD_INCOMPLETE", verdict_cited(v, PLAN_CITE_COMMITTEE),
			"考績委員會紀錄不完整（應給予受訓人員陳述意見之機會，並作成紀錄），應補正後再議");
		to->next = NEXT_COMMITTEE;
	} else if (f->mandatory_fail || result_of(&r, f->unit_head) == SCORE_FAILED) {
		after_fail(&r);
	} else {
		after_pass(&r);
	}
}

/* ---- the commission decides ---- */

/* False: something that this decision needs is absent. */
static bool is_complete(struct verdict *v, const struct ruling_facts *f)
{
	bool good = true;
	const char *citation = verdict_cited(v, PLAN_CITE_SCORE_HANDLE);

	if (!date_set(f->arrived))
		good = verdict_data_missing(v, citation, "arrived", "文到日");
	if (f->ruling == RULING_EXTEND && !f->length.n)
		good = verdict_data_missing(v, citation, "length", "延長期間");
	return good;
}

/* LAW: 訓練辦法§41 */
static void rate_again(struct verdict *v, const struct ruling_facts *f, struct ruling_values *to)
{
	const struct law_value *within = law_value(v->plan->law, LAW_RERATE_WITHIN, v->plan->from);
	struct act_deadline due;

	if (!within) {
		verdict_param_missing(v, law_key_name(LAW_RERATE_WITHIN));
		return;
	}
	if (!is_complete(v, f) || !verdict_deadline(v, law_words(v->mem, within), f->arrived, within->value.length, COUNT_NEXT_DAY, &due))
		return;
	verdict_say(v, verdict_cited(v, PLAN_CITE_SCORE_HANDLE), "保訓會退還，應重新評定；如評定及格，自原訓期屆滿日%s生效",
		date_long_text(v->mem, f->end));
	to->due = due.due;
	to->effective = f->end;
}

/* LAW: 訓練辦法§42; 訓練計畫第19點第2款第2目之5 */
static void extend(struct verdict *v, const struct ruling_facts *f, struct ruling_values *to)
{
	const char *citation = verdict_cited(v, PLAN_CITE_EXTEND);
	const struct plan_value *times = verdict_parameter(v, PLAN_EXTEND_TIMES), *from = verdict_parameter(v, PLAN_EXTEND_FROM);
	const struct plan_value *most = verdict_parameter(v, f->shortened ? PLAN_PERIOD_SHORTENED : PLAN_PERIOD_TOTAL);
	struct date first, end;

	if (!times || !from || !most || !is_complete(v, f))
		return;
	first = from->counting == COUNT_NEXT_DAY ? date_plus(f->arrived, 1) : f->arrived;
	end = period_end(first, f->length);
	if (f->extended_before && times->n <= 1) {
		verdict_refuse(v, "OVER_MAX", citation, "超過規定上限：延長實務訓練以%lld次為限", (long long)times->n);
		return;
	}
	if (!verdict_in_range(v, end))
		return;
	if (date_before(period_end(first, most->length), end)) {
		verdict_refuse(v, "OVER_MAX", citation, "超過規定上限：延長期間不得逾原訓練期間%s，至遲%s", period_text(v->mem, most->length),
			date_long_text(v->mem, period_end(first, most->length)));
		return;
	}
	verdict_say(v, citation, "延長實務訓練%s，自文到次日%s起算，期滿日%s；期滿重新評定，及格者自該日生效", period_text(v->mem, f->length),
		date_long_text(v->mem, first), date_long_text(v->mem, end));
	to->new_end = to->effective = end;
}

void ruling_judge(struct verdict *v, const struct ruling_facts *f, struct ruling_values *to)
{
	switch ((enum ruling)f->ruling) {
	case RULING_CONFIRM_FAIL:
		verdict_say(v, verdict_cited(v, PLAN_CITE_REVOKE), "保訓會核定不及格，應廢止受訓資格");
		break;
	case RULING_RETURN:
		rate_again(v, f, to);
		break;
	case RULING_EXTEND:
		extend(v, f, to);
		break;
	case RULING_PASS:
		verdict_say(v, verdict_cited(v, PLAN_CITE_SCORE_EFFECTIVE), "保訓會逕予核定及格，溯自原訓期屆滿日%s生效",
			date_long_text(v->mem, f->end));
		to->effective = f->end;
		break;
	}
}
