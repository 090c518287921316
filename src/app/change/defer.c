/* defer.c: 延後訓練保留受訓資格: conditions checked by 服務機關 and again by 遴選機關, who names a substitute within the allotment.
 * PROMO-072 … 075   LAW: 佐升正訓練辦法§11 */
#include "app/change/private.h"
#include "base/text.h"
#include "rule/promotion.h"

struct defer { struct code cause; const char *cause_text; struct date event; };

/* Those of all years: which of them the year has, its parameter set says. */
static const struct code causes[] = {{"婚", "婚"}, {"喪", "喪"}, {"懷孕", "懷孕"}, {"分娩", "分娩"}, {"流產", "流產"}, {"重病", "重病"},
	{"養育三足歲以下子女", "養育三足歲以下子女"}, {"駐外服務", "駐外服務"}, {"其他重大事由", "其他重大事由"}, {0}};

static const struct field fields[] = {
	FIELD(defer, cause, CODE, EDIT, "事由", .list = causes),
	FIELD(defer, event, DATE, EDIT, "事由發生日"),
	FIELD(defer, cause_text, TEXT, EDIT, "事由說明", .lines = true, .wide = true, .most = 1000, .hint = "「其他重大事由」必填"),
	{0}
};

static const char *citation(const struct life *l)
{
	return change_cite(l, CHANGE_DEFERRAL);
}

/* evidence: as if it were there, where that is not asked yet. */
static const struct verdict *judge(struct life_case *c, bool evidence)
{
	const struct defer *d = c->data;
	struct verdict *v = life_finding(c, "promotion-deferral");

	promotion_deferral_judge(v, &(struct promotion_deferral_facts){.type = change_type(c->life), .year = c->life->participant->year,
		.cause = d->cause.id, .evidence = evidence, .cause_text = d->cause_text}, &(struct promotion_deferral_values){0});
	return v;
}

static void check(struct life_case *c)
{
	const struct defer *d = c->data;
	const struct verdict *v;

	if (!*d->cause.id) {
		issue(c->issues, -1, "cause", "ERR_CAUSE");
		return;
	}
	v = judge(c, true);
	if (v->result == RESULT_DATA_MISSING)
		issue(c->issues, -1, "cause_text", "ERR_REQUIRED");
	life_refused(c, v, "cause");
}

static void review(struct life_case *c)
{
	if (*((const struct defer *)c->data)->cause.id)
		judge(c, change_has_paper(c->record, "evidence"));
	change_say_days(c);
}

static void check_report(struct life_case *c)
{
	change_check_letter(c);
	change_need_paper(c, "evidence");
	if (!c->issues->n)
		check(c);
}

/* LAW: 限占年度分配名額者 */
static void check_forward(struct life_case *c)
{
	const struct change_forward *f = c->answers;

	check_report(c);
	change_need(c, f->backfill, "backfill");
	if (change_is(f->backfill, "required") && !participant_allotted(c->life->participant))
		life_refuse(c, "backfill", "保訓會升官等訓練辦理作業綱要「遴選機關審核資格及提報遞補參訓人員」",
			"遞補限占年度分配名額者；%s之參訓身分為「%s」，不占年度分配名額，不得提報遞補", c->life->participant->name,
			c->life->participant->origin.label);
	else
		change_substitute(c, f);
}

/* Whether the place was filled decides whether the 補訓 takes one.                                       PROMO-106 */
static void approved(struct db *db, struct life_case *c)
{
	const struct change_forward *f = life_answers(c->record, "forward");
	bool filled = f && change_substitute(c, f);

	change_chain_approved(db, c, PARTICIPANT_DEFERS, &(struct past){.filled = yes_no_codes[filled ? 0 : 1]});
}

static const struct life_act acts[] = {CHANGE_CHAIN_ACTS(check, check_report, check_forward, approved), {0}};

static const char *held(const struct life *l)
{
	return change_held(l, &change_defer, PARTICIPANT_WAITING, "draft reported returned forwarded sent_back", "訓練期間請改辦理停止訓練");
}

static struct life_papers papers(struct arena *mem, const struct life_case *c)
{
	(void)c;
	return change_papers(mem, "相關證明文件", true);
}

static struct date day(const void *data) { return ((const struct defer *)data)->event; }

static const char *summary(struct arena *mem, const struct life_record *r)
{
	const struct defer *d = r->data;

	return arena_print(mem, "%s", d->cause.label ? d->cause.label : "");
}

const struct life_kind change_defer = {
	.name = "promotion-defer", .title = "延後訓練", .group = LIFE_APPLICATION, .requirements = "PROMO-072 PROMO-073 PROMO-074 PROMO-075",
	.subject = &change_subject, .fields = fields, .size = sizeof(struct defer), .states = change_chain_states, .acts = acts, .see = CHANGE_ALL,
		.sensitive = true,
	.sees = change_sees_chain, .held = held, .day = day, .summary = summary, .review = review, .papers = papers, .table = change_reserves,
	.draw = change_draw, .form = "延後訓練函稿", .citation = citation, CHANGE_CHAIN_STATIONS,
};
