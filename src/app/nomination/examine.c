/* examine.c: a row of a roster against what the program knows: intervals after a revocation, results of earlier years, who selects whom,
 * rosters of others, 參訓資格.  Knows no page and makes no db call but in known_load.            PROMO-063, 107 … 119 */
#include <string.h>

#include "app/nomination/nomination.sql.h"
#include "app/nomination/private.h"
#include "app/survey/survey.h"
#include "base/text.h"
#include "rule/promotion.h"

/* One row on its way. */
struct looking { struct arena *mem; struct nominee *n; const struct known *k; nominee_wrong *wrong; void *with; };

#define WRONG(l, field, ...) (l)->wrong((l)->with, (field), (const char *const[]){__VA_ARGS__, NULL})

void known_load(struct db *db, struct arena *mem, struct known *k, const char *ids)
{
	k->pasts = pasts_of(db, mem, k->p.type->id, ids);
	k->standing = survey_standing(db, k->p.type->id, k->p.year, ids);
	k->elsewhere = db_run(db, &nominee_elsewhere, A(k->p.type->id), A(k->p.year), A(k->nomination), A(ids));
	if (!k->tree.n)
		k->tree = selector_tree(db, mem);
}

/* The row of a person among rows in the order of the IDs; -1: none. */
static int find_row(const struct rows *r, const char *id)
{
	int low = 0, high = r->n;

	while (low < high) {
		int middle = (low + high) / 2;

		if (strcmp(row_text(r, middle, "national_id"), id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < r->n && text_is(row_text(r, low, "national_id"), id) ? low : -1;
}

static const char *year_text(const struct looking *l, int64_t year)
{
	return arena_print(l->mem, "%lld", (long long)year);
}

static bool is(const struct past *p, enum past_outcome outcome)
{
	return text_is(p->outcome.id, past_outcomes[outcome].id);
}

/* ---- what became of the person before ---- */

/* LAW: 佐升正訓練辦法§19II: the latest year counts where there are several */
static void look_at_bans(const struct looking *l, const struct past *p, int n)
{
	const struct past *worst = NULL;
	int64_t earliest = 0, interval = 0;

	for (int i = 0; i < n; i++) {
		int cause = promotion_index(promotion_cause_codes, p[i].cause.id);
		struct verdict v = promotion_verdict(NULL, l->mem);
		struct promotion_reentry_values to = {0};

		if (!is(&p[i], PAST_REVOKED) || cause < 0)
			continue;
		promotion_reentry_judge(&v, &(struct promotion_reentry_facts){l->k->p.kind, cause, p[i].year}, &to);
		if (to.earliest_year.known && to.earliest_year.n > earliest) {
			earliest = to.earliest_year.n;
			interval = earliest - p[i].year - 1;
			worst = &p[i];
		}
	}
	if (worst && l->k->p.year < earliest)
		WRONG(l, "national_id", "ERR_BAN", l->n->name, year_text(l, worst->year), worst->cause.label, year_text(l, interval),
			year_text(l, earliest));
}

static void need_origin(const struct looking *l, const struct past *p, const char *origin)
{
	if (!text_is(l->n->origin.id, origin))
		WRONG(l, "origin", "ERR_ORIGIN", l->n->name, year_text(l, p->year), p->outcome.label, code_find(origin_codes, origin)->label);
}

static void need_cost(const struct looking *l, const char *cost)
{
	if (!text_is(l->n->cost.id, cost))
		WRONG(l, "cost", "ERR_COST", l->n->origin.label, code_find(cost_codes, cost)->label);
}

/* LAW: 佐升正訓練辦法§19, §20: 次年度起; 撤銷函送達之次日起 */
static void look_at_past(const struct looking *l, const struct past *p, struct date today)
{
	bool this_year = p->year >= l->k->p.year;

	if (is(p, PAST_PASSED)) {
		WRONG(l, "national_id", "ERR_PASSED", l->n->name, year_text(l, p->year), l->k->p.type->label);
	} else if (is(p, PAST_FAILED)) {
		if (this_year)
			WRONG(l, "national_id", "ERR_NEXT_YEAR", l->n->name, year_text(l, p->year), p->outcome.label);
		need_origin(l, p, "failed_reselected");
	} else if (is(p, PAST_EXPELLED)) {
		if (this_year)
			WRONG(l, "national_id", "ERR_NEXT_YEAR", l->n->name, year_text(l, p->year), p->outcome.label);
		need_origin(l, p, "after_expulsion");
		need_cost(l, text_is(p->at_fault.id, "yes") ? "self" : "public");
	} else if (is(p, PAST_ANNULLED)) {
		if (!date_set(p->delivered))
			WRONG(l, "national_id", "ERR_UNDELIVERED", l->n->name);
		else if (!date_before(p->delivered, today))
			WRONG(l, "national_id", "ERR_DELIVERED", l->n->name, date_text(l->mem, p->delivered));
		need_origin(l, p, "after_annulment");
		if (text_is(p->at_fault.id, "yes"))
			need_cost(l, "self");
	}
}

/* An annulment takes back the pass before it; of the rest the newest counts. */
static void look_back(const struct looking *l, struct date today)
{
	const struct pasts *all = &l->k->pasts;
	const struct past *last = NULL;
	int from = 0, n = 0;

	while (from < all->n && strcmp(all->at[from].national_id, l->n->national_id) < 0)
		from++;
	while (from + n < all->n && text_is(all->at[from + n].national_id, l->n->national_id))
		n++;
	look_at_bans(l, all->at + from, n);
	for (int i = from; i < from + n; i++)
		if (is(&all->at[i], PAST_PASSED) || is(&all->at[i], PAST_FAILED) || is(&all->at[i], PAST_EXPELLED) || is(&all->at[i],
			PAST_ANNULLED))
			last = &all->at[i];
	if (last)
		look_at_past(l, last, today);
}

/* ---- whose, where else, eligible ---- */

static void look_at_selector(const struct looking *l, int candidate)
{
	const struct selector_place *at = selector_find(&l->k->tree, l->k->p.type->id, l->k->p.year, l->n->agency_code);

	if (candidate >= 0 && row_int(l->k->standing, candidate, "selector") != l->k->agency)
		WRONG(l, "agency_code", "ERR_OTHER_SELECTOR", l->n->name, row_text(l->k->standing, candidate, "selector_name"));
	else if (candidate < 0 && at && at->selector != l->k->agency)
		WRONG(l, "agency_code", "ERR_NOT_OWN", l->n->agency_code);
	else if (!at && *l->n->agency_code)
		WRONG(l, "agency_code", "ERR_NO_SELECTOR", l->n->agency_code);
}

void nominee_examine(struct arena *mem, struct nominee *n, const struct known *k, nominee_wrong *wrong, void *with)
{
	struct looking l = {mem, n, k, wrong, with};
	int candidate = find_row(k->standing, n->national_id), other = find_row(k->elsewhere, n->national_id);

	n->checked = candidate >= 0;
	look_back(&l, k->today);
	look_at_selector(&l, candidate);
	if (other >= 0)
		WRONG(&l, "national_id", "ERR_ON_ROSTER", n->name, row_text(k->elsewhere, other, "agency_name"));
	if (candidate >= 0 && !text_is(row_text(k->standing, candidate, "standing"), "eligible"))
		WRONG(&l, "national_id", "ERR_ELIG", n->name, row_text(k->standing, candidate, "elements"));
}
