/* pack.c: sets of figures, and how they are stored: numbers of seven bits a byte, figures as differences.  Knows no rule. */
#include "app/tally/private.h"
#include "base/packed.h"

enum { NUMBERS = 6 };

void sum_add(struct tally_sum *to, const struct tally_sum *from, int64_t times)
{
	to->persons += times * from->persons;
	to->records += times * from->records;
	to->hours += times * from->hours;
	to->digital += times * from->digital;
	to->business += times * from->business;
}

static bool is_nothing(const struct tally_sum *s)
{
	return !s->persons && !s->records && !s->hours && !s->digital && !s->business;
}

void set_put(struct tally_set *s, int64_t figure, struct tally_sum sum)
{
	if (is_nothing(&sum))
		return;
	s->at = arena_grow(s->mem, s->at, s->n, &s->room, sizeof *s->at);
	s->at[s->n++] = (struct tally_figure){figure, sum};
}

/* Where `to` has every figure of `from`, which is the rule, nothing moves. */
static bool add_in_place(struct tally_set *to, const struct tally_set *from, int sign)
{
	size_t at = 0, n = 0;

	for (size_t i = 0; i < from->n; i++) {
		while (at < to->n && to->at[at].figure < from->at[i].figure)
			at++;
		if (at == to->n || to->at[at].figure != from->at[i].figure)
			return false;
	}
	at = 0;
	for (size_t i = 0; i < from->n; i++) {
		while (to->at[at].figure < from->at[i].figure)
			at++;
		sum_add(&to->at[at].sum, &from->at[i].sum, sign);
	}
	for (size_t i = 0; i < to->n; i++)
		if (!is_nothing(&to->at[i].sum))
			to->at[n++] = to->at[i];
	to->n = n;
	return true;
}

void set_add(struct tally_set *to, const struct tally_set *from, int sign)
{
	struct tally_set was = *to;

	if (add_in_place(to, from, sign))
		return;
	*to = (struct tally_set){.mem = was.mem};
	for (size_t a = 0, b = 0; a < was.n || b < from->n;) {
		bool left = b == from->n || (a < was.n && was.at[a].figure <= from->at[b].figure);
		bool right = a == was.n || (b < from->n && from->at[b].figure <= was.at[a].figure);
		struct tally_figure f = {left ? was.at[a].figure : from->at[b].figure, {0}};

		if (left)
			sum_add(&f.sum, &was.at[a++].sum, 1);
		if (right)
			sum_add(&f.sum, &from->at[b++].sum, sign);
		set_put(to, f.figure, f.sum);
	}
}

bool set_same(const struct tally_set *a, const struct tally_set *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++) {
		const struct tally_figure *x = &a->at[i], *y = &b->at[i];

		if (x->figure != y->figure || x->sum.persons != y->sum.persons || x->sum.records != y->sum.records ||
			x->sum.hours != y->sum.hours || x->sum.digital != y->sum.digital || x->sum.business != y->sum.business)
			return false;
	}
	return true;
}

struct tally_sum set_sum(const struct tally_set *s, int64_t figure)
{
	for (size_t i = 0; i < s->n && s->at[i].figure <= figure; i++)
		if (s->at[i].figure == figure)
			return s->at[i].sum;
	return (struct tally_sum){0};
}

void set_spread(const struct tally_set *s, int sign, const int64_t *figures, int n, struct tally_sum *sum)
{
	size_t at = 0;

	for (int i = 0; i < n && at < s->n; i++) {
		while (at < s->n && s->at[at].figure < figures[i])
			at++;
		if (at < s->n && s->at[at].figure == figures[i])
			sum_add(&sum[i], &s->at[at].sum, sign);
	}
}

/* ---- as bytes */

struct bytes set_pack(struct arena *mem, const struct tally_set *s)
{
	unsigned char *to = arena_raw(mem, s->n * NUMBERS * PACKED_MOST + 1);
	int64_t before = 0;
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++) {
		const struct tally_sum *x = &s->at[i].sum;

		n += packed_put(to + n, s->at[i].figure - before);
		n += packed_put(to + n, x->persons);
		n += packed_put(to + n, x->records);
		n += packed_put(to + n, x->hours);
		n += packed_put(to + n, x->digital);
		n += packed_put(to + n, x->business);
		before = s->at[i].figure;
	}
	return (struct bytes){to, n};
}

static struct tally_sum take_figure(const unsigned char **at, const unsigned char *end, int64_t *figure)
{
	struct tally_sum x;

	*figure += packed_take(at, end);
	x.persons = packed_take(at, end);
	x.records = packed_take(at, end);
	x.hours = packed_take(at, end);
	x.digital = packed_take(at, end);
	x.business = packed_take(at, end);
	return x;
}

void set_unpack(struct bytes bytes, struct tally_set *to)
{
	const unsigned char *at = bytes.at, *end = at + bytes.n;
	int64_t figure = 0;

	while (at < end) {
		struct tally_sum x = take_figure(&at, end, &figure);

		set_put(to, figure, x);
	}
}

void bytes_spread(struct bytes bytes, const int64_t *figures, int n, struct tally_sum *sum)
{
	const unsigned char *at = bytes.at, *end = at + bytes.n;
	int64_t figure = 0;

	for (int i = 0; at < end && i < n;) {
		struct tally_sum x = take_figure(&at, end, &figure);

		while (i < n && figures[i] < figure)
			i++;
		if (i < n && figures[i] == figure)
			sum_add(&sum[i], &x, 1);
	}
}

/* ---- slots */

enum { SEXES = 3 };

int slot_of(int group, int sex, bool supervisor)
{
	return 1 + (group * SEXES + sex) * 2 + supervisor;
}

int slot_group(int slot)
{
	return (slot - 1) / (2 * SEXES);
}

int slot_sex(int slot)
{
	return (slot - 1) / 2 % SEXES;
}

bool slot_supervisor(int slot)
{
	return (slot - 1) % 2;
}

bool slot_meets(int slot, const struct tally_who *w)
{
	return (!*w->group || code_find(staff_groups, w->group) == &staff_groups[slot_group(slot)]) && (!w->sex || w->sex == slot_sex(slot)) &&
		(w->supervisor < 0 || w->supervisor == slot_supervisor(slot));
}
