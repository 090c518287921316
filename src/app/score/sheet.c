/* sheet.c: what stands beside a rating: the scores so far, what the packet lacks, and the score form of the annex.   PLAN-106, 108 */
#include <string.h>

#include "app/guidance/guidance.h"
#include "app/paper/paper.h"
#include "app/score/private.h"
#include "base/text.h"

/* ---- the packet ---- */

static int months_without_record(const struct life *l, int *all)
{
	struct guide_month months[GUIDE_MONTHS];
	int n = guide_months(&l->training, months), missing = 0;

	for (int i = 0; i < n; i++) {
		bool found = false;

		for (const struct life_record *x = NULL; (x = life_next(l, &guide_record_kind, NULL, true, x)) && !found;) {
			struct date last = ((const struct guide_record *)x->data)->until;

			found = !date_before(last, months[i].start) && !date_before(months[i].end, last);
		}
		missing += !found;
	}
	*all = n;
	return missing;
}

const char *score_gaps(const struct life *l)
{
	struct text t = text_new(l->mem, 4096);
	int all, missing = months_without_record(l, &all);

	if (!l->t.file_number)
		text_puts(&t, "實務訓練計畫表尚未上傳");
	if (missing)
		text_print(&t, "%s實務訓練輔導紀錄表應有%d份，缺%d份", t.n ? "；" : "", all, missing);
	return t.n ? t.at : "";
}

/* ---- the page ---- */

static void say_scores(struct life_case *c)
{
	static const struct { const char *act, *who; } scorers[] = {{"draft", "輔導員"}, {"review", "單位主管"}, {"decide", "機關首長"}};

	for (size_t i = 0; i < 3; i++) {
		const struct scoring *s = life_answers(c->record, scorers[i].act);
		struct decimal total = s ? score_stored(c->mem, c->life, c->record, s) : (struct decimal){0};
		struct verdict *v = total.known ? life_finding(c, "score-total") : NULL;

		if (!v)
			continue;
		v->result = RESULT_OK;
		verdict_say(v, training_cite(&c->life->training, PLAN_CITE_SCORE), "%s%s評定%s分", scorers[i].who, s->scorer,
			decimal_text(c->mem, total, 2));
	}
}

void score_review(struct life_case *c)
{
	const char *gaps = score_gaps(c->life);

	say_scores(c);
	if (*gaps)
		life_warn(c, "score-packet", training_cite(&c->life->training, PLAN_CITE_SCORE), "附件不齊：%s", gaps);
}

/* ---- the form ---- */

static struct paper_rating printed(struct life_case *c, const struct scoring *s)
{
	struct decimal total = s ? score_stored(c->mem, c->life, c->record, s) : (struct decimal){0};

	if (!s)
		return (struct paper_rating){0};
	return (struct paper_rating){s->character, s->ability, s->life, s->attitude, s->performance, s->comment,
		total.known ? decimal_text(c->mem, total, 2) : NULL};
}

/* The last word of the committee: the second sitting's where there was one. */
static struct paper_rating printed_committee(const struct life_case *c)
{
	const struct meeting_held *again = life_answers(c->record, "reconsider");
	const struct meeting_held *m = again ? again : life_answers(c->record, "deliberate");

	if (!m)
		return (struct paper_rating){0};
	return (struct paper_rating){m->character, m->ability, m->life, m->attitude, m->performance,
		*m->comment ? m->comment : m->result.label, NULL};
}

const char *const *score_draw(struct pdf *pdf, const struct life_case *shown)
{
	struct life_case c = *shown;
	const struct life *l = c.life;
	const struct rating *r = c.data;
	struct paper_pt_score p = {
		.head = life_paper_head(&c, PLAN_FORM_PT_SCORE), .person = life_paper_person(l), .start = l->training.report_date,
		.end = l->training.end, .guide = printed(&c, life_answers(c.record, "draft")), .unit = printed(&c, life_answers(c.record, "review")),
		.committee = printed_committee(&c), .chief = printed(&c, life_answers(c.record, "decide")), .leave = r->leave,
		.record = r->conduct, .record_points = r->points, .deeds = r->deeds, .rated = rating_day(c.record),
		.remark = r->mandatory_fail ? r->mandatory_reason : NULL,
	};

	return paper_pt_score_draw(pdf, &p);
}
