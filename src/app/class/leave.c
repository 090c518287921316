/* leave.c: what leave and 曠課 amount to by the rules: which sum an entry belongs to, how near the limits somebody is, what has to be
 * reported.  Knows no page.                                                                     PROMO-077 PROMO-078 PROMO-082 */
#include <string.h>

#include "app/class/private.h"
#include "base/text.h"
#include "rule/promotion.h"
#include "rule/verdict.h"

enum { WHOLE = 100, PLACES = 2, NEAR_OF_TEN = 8, WARNING_MOST = 1 << 10 };

/* The first seven are the causes of 停止訓練 that parameter sets know; which of them a year has, its set says. */
const struct code leave_causes[] = {{"marriage", "婚"}, {"funeral", "喪"}, {"pregnancy", "懷孕"}, {"birth", "分娩"}, {"miscarriage", "流產"},
	{"illness", "重病"}, {"grave", "其他重大事由"}, {"personal", "事假"}, {"sick", "病假"}, {"official", "公假"}, {"other", "其他假別"},
	{"truancy", "曠課"}, {0}};

const char *leave_counts(const struct promotion_set *set, const char *cause)
{
	const struct code *c = code_find(leave_causes, cause);

	if (text_is(cause, "truancy"))
		return "truancy";
	return c && set && fact_texts_has(&set->stop->causes, c->label) ? "listed" : "other";
}

const char *const *leave_refusal(struct arena *mem, const struct class *c, struct date day, int64_t hundredths, int64_t had)
{
	const char **words = arena_array(mem, 5, sizeof *words);

	if (date_before(day, c->start_day) || date_before(c->end_day, day)) {
		words[0] = "ERR_CLASS_DAY";
		words[1] = date_text(mem, day);
		words[2] = c->name;
		words[3] = arena_print(mem, "%s～%s", date_text(mem, c->start_day), date_text(mem, c->end_day));
		return words;
	}
	if (hundredths + had <= c->course)
		return NULL;
	words[0] = "ERR_CLASS_HOURS";
	words[1] = hours_text(mem, hundredths + had);
	words[2] = hours_text(mem, c->course);
	return words;
}

/* ---- how near the limits ---- */

static const char *percent_of(struct arena *mem, int64_t hundredths, int64_t course)
{
	return decimal_text(mem, decimal_round((struct decimal){true, (int64_t)((__int128)hundredths * WHOLE * decimal_of(1).n / course)},
		PLACES), PLACES);
}

/* Of the limit, cut to hundredths of an hour; below 0: so much above it. */
static int64_t left_of(int64_t hundredths, int64_t course, int64_t percent)
{
	return course * percent / WHOLE - hundredths;
}

static bool is_near(int64_t hundredths, int64_t course, int64_t percent)
{
	return hundredths * WHOLE * 10 >= course * percent * NEAR_OF_TEN;
}

static void add(struct text *t, const char *words)
{
	text_print(t, "%s%s", t->n ? "；" : "", words);
}

/* LAW: 佐升正訓練辦法§12II: 應予停止訓練 */
static bool must_stop(struct req *r, const struct class *c, const struct member *m)
{
	struct verdict v = promotion_verdict(NULL, r->mem);
	struct promotion_stop_values to = {0};

	promotion_stop_judge(&v, &(struct promotion_stop_facts){.type = promotion_index(promotion_type_codes, c->type.id), .year = c->year,
		.event = c->start_day, .filed_on = c->start_day, .listed_hours = decimal_hundredths(m->listed_hours),
		.course_hours = decimal_hundredths(c->course)}, &to);
	return to.mandatory.known && to.mandatory.yes;
}

/* LAW: 佐升正訓練辦法§13 */
static bool must_revoke(struct req *r, const struct class *c, const struct member *m, int cause)
{
	struct verdict v = promotion_verdict(NULL, r->mem);
	struct promotion_revocation_values to = {0};

	promotion_revocation_judge(&v, &(struct promotion_revocation_facts){.type = promotion_index(promotion_type_codes, c->type.id),
		.year = c->year, .cause = cause, .other_hours = decimal_hundredths(m->other_hours + m->truancy_hours),
		.course_hours = decimal_hundredths(c->course)},
		&to);
	return to.cause_met.known && to.cause_met.yes;
}

static void weigh(struct req *r, const struct class *c, const struct promotion_set *set, struct member *m)
{
	struct text t = text_new(r->mem, WARNING_MOST);
	bool stop = must_stop(r, c, m), absent = must_revoke(r, c, m, CAUSE_ABSENCE_20), truant = m->truancy_hours &&
		must_revoke(r, c, m, CAUSE_TRUANCY);

	m->listed_percent = percent_of(r->mem, m->listed_hours, c->course);
	m->other_percent = percent_of(r->mem, m->other_hours + m->truancy_hours, c->course);
	m->listed_left = hours_text(r->mem, left_of(m->listed_hours, c->course, set->stop->percent));
	m->other_left = hours_text(r->mem, left_of(m->other_hours + m->truancy_hours, c->course, set->revocation->percent));
	m->must = stop || absent || truant;
	m->near = (!stop && is_near(m->listed_hours, c->course, set->stop->percent)) ||
		(!absent && is_near(m->other_hours + m->truancy_hours, c->course, set->revocation->percent));
	if (stop)
		add(&t, "應予停止訓練，請函報保訓會");
	if (absent)
		add(&t, "請假缺課超過規定，請函報保訓會廢止受訓資格");
	if (truant)
		add(&t, "曠課，請函報保訓會廢止受訓資格");
	if (m->near)
		add(&t, "接近上限");
	m->warning = t.n ? t.at : "";
}

void members_weigh(struct req *r, const struct class *c, struct member *all, int n)
{
	struct promotion_place p;

	promotion_place_of(r->db, r->mem, c->type.id, c->year, &p);
	for (int i = 0; i < n; i++) {
		all[i].listed = hours_text(r->mem, all[i].listed_hours);
		all[i].other = hours_text(r->mem, all[i].other_hours + all[i].truancy_hours);
		all[i].truancy = hours_text(r->mem, all[i].truancy_hours);
		all[i].listed_percent = all[i].other_percent = all[i].listed_left = all[i].other_left = all[i].warning = "";
		if (p.set)
			weigh(r, c, p.set, &all[i]);
	}
}
