/* judge.c: what a person adds to the counts of a year: from the posting of the day and the sums of the records.  Knows no agency's counts. */
#include <stdlib.h>

#include "app/tally/private.h"
#include "app/tally/tally.sql.h"
#include "base/json.h"
#include "base/text.h"

/* ---- lists of persons */

void ids_add(struct ids *to, int64_t id)
{
	to->at = arena_grow(to->mem, to->at, to->n, &to->room, sizeof *to->at);
	to->at[to->n++] = id;
}

static int by_number(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

void ids_settle(struct ids *ids)
{
	size_t n = 0;

	if (ids->n)
		qsort(ids->at, ids->n, sizeof *ids->at, by_number);
	for (size_t i = 0; i < ids->n; i++)
		if (!n || ids->at[n - 1] != ids->at[i])
			ids->at[n++] = ids->at[i];
	ids->n = n;
}

bool ids_have(const struct ids *ids, int64_t id)
{
	return ids->n && bsearch(&id, ids->at, ids->n, sizeof id, by_number);
}

const char *ids_json(struct arena *mem, const int64_t *ids, size_t n)
{
	struct text list = text_new(mem, n * 21 + 64);
	struct json j = json_new(&list);

	json_list(&j);
	for (size_t i = 0; i < n; i++)
		json_int(&j, ids[i]);
	json_end(&j);
	return list.at;
}

struct date tally_day(int year, struct date today)
{
	struct date end = date_make(year + 1911, 12, 31);

	return date_before(today, end) ? today : end;
}

/* ---- the figures of one person */

struct part { int64_t category; struct tally_sum sum; };
struct parts { struct part *at; size_t n, room; struct arena *mem; };

static int by_category(const void *a, const void *b)
{
	const struct part *x = a, *y = b;

	return (x->category > y->category) - (x->category < y->category);
}

/* A category once, and none that comes to nothing. */
static void settle(struct parts *p)
{
	size_t n = 0;

	if (p->n)
		qsort(p->at, p->n, sizeof *p->at, by_category);
	for (size_t i = 0; i < p->n; i++) {
		if (n && p->at[n - 1].category == p->at[i].category)
			sum_add(&p->at[n - 1].sum, &p->at[i].sum, 1);
		else
			p->at[n++] = p->at[i];
		if (!p->at[n - 1].sum.records && (i + 1 == p->n || p->at[i + 1].category != p->at[i].category))
			n--;
	}
	p->n = n;
}

static struct tally_sum whole(const struct parts *p)
{
	struct tally_sum all = {.persons = 1};

	for (size_t i = 0; i < p->n; i++)
		sum_add(&all, &p->at[i].sum, 1);
	return all;
}

/* persons: 1 where it is completed. */
static bool judge_topics(const struct tally_rules *rules, const struct parts *p, struct tally_sum *topics)
{
	bool all = rules->n_topics;

	for (size_t i = 0; i < p->n; i++) {
		const struct category_place *place = place_of_category(rules, p->at[i].category);

		if (place && place->topic >= 0)
			sum_add(&topics[place->topic], &p->at[i].sum, 1);
	}
	for (int i = 0; i < rules->n_topics; i++)
		topics[i].persons = rules->topics[i].parts || topics[i].hours >= rules->topics[i].hours;
	for (int i = rules->n_topics - 1; i >= 0; i--) {
		int above = rules->topics[i].above;

		if (above < 0) {
			all &= topics[i].persons;
			continue;
		}
		int64_t both = topics[above].persons && topics[i].persons;

		sum_add(&topics[above], &topics[i], 1);
		topics[above].persons = both;
	}
	return all;
}

static void put_classes(const struct tally_rules *rules, const struct parts *p, struct arena *mem, struct tally_set *to)
{
	struct tally_sum *classes = arena_array(mem, (size_t)rules->n_classes + 1, sizeof *classes);

	for (size_t i = 0; i < p->n; i++) {
		const struct category_place *place = place_of_category(rules, p->at[i].category);

		sum_add(&classes[place ? place->class + 1 : 0], &p->at[i].sum, 1);
	}
	for (int i = 0; i <= rules->n_classes; i++) {
		classes[i].persons = classes[i].records > 0;
		set_put(to, TALLY_CLASS(i - 1), classes[i]);
	}
}

static int by_topic(const void *a, const void *b)
{
	const struct tally_figure *x = a, *y = b;

	return (x->figure > y->figure) - (x->figure < y->figure);
}

static void judge(const struct tally_rules *rules, const struct parts *p, struct tally_card *c)
{
	struct arena *mem = c->set.mem;
	struct tally_sum *topics = arena_array(mem, (size_t)rules->n_topics, sizeof *topics), all = whole(p), one = {.persons = 1};
	bool complete = judge_topics(rules, p, topics), reached = all.business >= rules->minimum;
	int sex = slot_sex(c->slot);

	set_put(&c->set, TALLY_ALL, all);
	if (sex)
		set_put(&c->set, sex == 1 ? TALLY_MALE : TALLY_FEMALE, one);
	if (reached)
		set_put(&c->set, TALLY_REACHED, one);
	if (!all.records)
		set_put(&c->set, TALLY_NONE, one);
	if (complete)
		set_put(&c->set, TALLY_COMPLETE, one);
	if (complete && reached)
		set_put(&c->set, TALLY_DONE, one);
	if (sex && slot_supervisor(c->slot))
		set_put(&c->set, sex == 1 ? TALLY_LEADING_MEN : TALLY_LEADING_WOMEN, one);
	if (c->is_member)
		set_put(&c->set, TALLY_MEMBER, one);
	put_classes(rules, p, mem, &c->set);
	size_t first = c->set.n;

	for (int i = 0; i < rules->n_topics; i++)
		set_put(&c->set, TALLY_TOPIC(&rules->topics[i]), topics[i]);
	if (c->set.n > first)
		qsort(c->set.at + first, c->set.n - first, sizeof *c->set.at, by_topic);
	for (size_t i = 0; i < p->n; i++) {
		p->at[i].sum.persons = 1;
		set_put(&c->set, (int64_t)TALLY_CATEGORY_0 + p->at[i].category, p->at[i].sum);
	}
}

/* ---- from the database */

static void take_parts(const struct rows *r, int *at, int64_t person, struct parts *to)
{
	for (; *at < r->n && row_int(r, *at, "person") <= person; ++*at) {
		if (row_int(r, *at, "person") < person)
			continue;
		to->at = arena_grow(to->mem, to->at, to->n, &to->room, sizeof *to->at);
		to->at[to->n++] = (struct part){row_int(r, *at, "category"), {0, row_int(r, *at, "records"), row_int(r, *at, "hours"),
			row_int(r, *at, "digital"), row_int(r, *at, "business")}};
	}
}

static void take_posting(const struct tally_rules *rules, const struct rows *r, int *at, struct tally_card *c)
{
	for (; *at < r->n && row_int(r, *at, "person") <= c->person; ++*at) {
		if (row_int(r, *at, "person") < c->person || c->agency)
			continue;
		const char *sex = row_text(r, *at, "sex");

		c->agency = row_int(r, *at, "agency");
		c->low = row_int(r, *at, "tree_low");
		c->is_enterprise = row_bool(r, *at, "is_enterprise");
		c->is_member = row_bool(r, *at, "is_member");
		c->slot = slot_of(group_of(rules, row_text(r, *at, "class_code"), row_text(r, *at, "grade")),
			text_is(sex, "male") ? 1 : text_is(sex, "female") ? 2 : 0, row_bool(r, *at, "is_supervisor"));
	}
}

struct tally_card *cards_judge(struct db *db, struct arena *mem, const struct tally_rules *rules, struct date day, const struct ids *ids)
{
	struct tally_card *cards = arena_array(mem, ids->n, sizeof *cards);
	const char *list = ids_json(mem, ids->at, ids->n);
	struct rows *batches = db_run(db, &tally_batches), *posts = db_run(db, &tally_postings, A(list), A(day)),
		*sums = db_run(db, &tally_sums, A(rules->roc_year), A(list)), *fresh = NULL;
	int at_post = 0, at_sum = 0, at_fresh = 0;

	if (batches->n)
		fresh = db_run(db, &tally_sums_new, A(rules->roc_year), A(list));
	for (size_t i = 0; i < ids->n; i++) {
		struct parts p = {.mem = mem};

		cards[i] = (struct tally_card){.person = ids->at[i], .set = {.mem = mem}};
		take_posting(rules, posts, &at_post, &cards[i]);
		take_parts(sums, &at_sum, ids->at[i], &p);
		if (fresh)
			take_parts(fresh, &at_fresh, ids->at[i], &p);
		settle(&p);
		if (cards[i].agency)
			judge(rules, &p, &cards[i]);
	}
	return cards;
}

struct tally_card *cards_kept(struct db *db, struct arena *mem, int roc_year, const struct ids *ids)
{
	struct tally_card *cards = arena_array(mem, ids->n, sizeof *cards);
	struct rows *r = db_run(db, &tally_cards, A(roc_year), A(ids_json(mem, ids->at, ids->n)));
	int at = 0;

	for (size_t i = 0; i < ids->n; i++) {
		cards[i] = (struct tally_card){.person = ids->at[i], .set = {.mem = mem}};
		if (at == r->n || row_int(r, at, "person") != ids->at[i])
			continue;
		cards[i].agency = row_int(r, at, "agency");
		cards[i].low = row_int(r, at, "tree_low");
		cards[i].is_enterprise = row_bool(r, at, "is_enterprise");
		cards[i].slot = (int)row_int(r, at, "slot");
		set_unpack(row_bytes(r, at++, "figures"), &cards[i].set);
	}
	return cards;
}
