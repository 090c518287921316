/* class.c: what the fields of a record say besides the person, as two numbers, and the class that is there already.   LEARN-302, 303 */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "app/hours/hours.sql.h"
#include "app/hours/private.h"
#include "base/text.h"

enum { LIST_MOST = 8 << 20, WORDS_MOST = 8192 };

/* Stored, so never to be changed: not a secret, only a seed. */
static const unsigned char seed[crypto_shorthash_KEYBYTES] = "peixun hours 001";

static uint64_t number_of(const char *at, size_t n)
{
	uint64_t number;

	crypto_shorthash((unsigned char *)&number, (const unsigned char *)at, n, seed);
	return number;
}

uint64_t hours_name_number(const char *name)
{
	return number_of(name, strlen(name));
}

/* Without what makes no difference to a reader: width, blanks, case, 臺 and 台, the form of brackets. */
static void add_folded(struct text *to, struct arena *mem, const char *s)
{
	static const char *const alike[][2] = {{"臺", "台"}, {"【", "("}, {"〔", "("}, {"〈", "("}, {"《", "("}, {"「", "("}, {"『", "("},
		{"】", ")"}, {"〕", ")"}, {"〉", ")"}, {"》", ")"}, {"」", ")"}, {"』", ")"}, {"　", ""}};
	enum { ALIKE = sizeof alike / sizeof *alike };

	for (const char *at = text_fold(mem, s); *at;) {
		int i = 0, n;
		char c = *at;

		while (i < ALIKE && (c >= 0 || !text_starts(at, alike[i][0])))
			i++;
		if (c >= 0 && i == ALIKE) {
			c = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c == '[' || c == '{' || c == '<' ? '(' : c == ']' ||
				c == '}' || c == '>' ? ')' : c;
			if (c != ' ' && c != '\t')
				text_char(to, c);
			at++;
		} else if (i < ALIKE) {
			text_puts(to, alike[i][1]);
			at += strlen(alike[i][0]);
		} else {
			utf8_next(at, at + strlen(at), &n);
			text_add(to, at, (size_t)n);
			at += n;
		}
	}
}

static void add_rest(struct text *to, const struct hours_class *c)
{
	text_print(to, "\x1F%d\x1F%d\x1F%lld\x1F%d", c->start.number, c->end.number,
		(long long)(c->kind == HOURS_STUDY ? c->study_kind : c->category), (int)c->kind);
}

void class_key_make(struct arena *mem, struct hours_class *c)
{
	struct text t = text_new(mem, WORDS_MOST);

	c->roc_year = roc_year(c->end);
	if (c->kind == HOURS_OPENED) {
		c->key = (struct class_key){(uint64_t)c->course, 0};
		return;
	}
	text_print(&t, "%s\x1F%s", c->institution, c->name);
	add_rest(&t, c);
	c->key.spelt = number_of(t.at, t.n);
	t.n = 0;
	add_folded(&t, mem, c->institution);
	text_char(&t, '\x1F');
	add_folded(&t, mem, c->name);
	add_rest(&t, c);
	c->key.fold = number_of(t.at, t.n);
}

/* ---- those that are there */

static struct hours_class *as_stored(struct arena *mem, const struct rows *r, int i, const struct hours_class *like)
{
	struct hours_class *c = arena_get(mem, sizeof *c);

	*c = (struct hours_class){.kind = (enum hours_kind)row_int(r, i, "kind"), .institution = row_text(r, i, "institution_name"),
		.name = row_text(r, i, "name"), .start = row_date(r, i, "start_day"), .end = row_date(r, i, "end_day"), .roc_year = like->roc_year,
		.category = row_int(r, i, "category"), .study_kind = row_int(r, i, "study_kind"), .id = row_int(r, i, "id"),
		.institution_id = row_int(r, i, "institution"),
		.key = {(uint64_t)row_int(r, i, "fold"), (uint64_t)row_int(r, i, "spelt")}};
	return c;
}

static bool same_but_texts(const struct hours_class *a, const struct hours_class *b)
{
	return a->kind == b->kind && date_same(a->start, b->start) && date_same(a->end, b->end) &&
		(a->kind == HOURS_STUDY ? a->study_kind == b->study_kind : a->category == b->category);
}

/* One that has the same fold: the very class, one that only looks alike, or a stranger. */
static void take_found(struct hours_class *c, struct hours_class *found)
{
	int differ = (int)!text_is(c->institution, found->institution) + (int)!text_is(c->name, found->name);

	if (c->kind == HOURS_OPENED) {
		c->id = found->id;
	} else if (c->key.spelt == found->key.spelt) {
		if (same_but_texts(c, found) && !differ)
			c->id = found->id, c->institution_id = found->institution_id;
		else
			c->clash = true;
	} else if (same_but_texts(c, found) && differ == 1) {
		found->near = c->near;
		c->near = found;
	}
}

static int by_fold(const void *a, const void *b)
{
	const struct hours_class *x = *(struct hours_class *const *)a, *y = *(struct hours_class *const *)b;

	if (x->roc_year != y->roc_year)
		return x->roc_year < y->roc_year ? -1 : 1;
	return (int64_t)x->key.fold < (int64_t)y->key.fold ? -1 : (int64_t)x->key.fold > (int64_t)y->key.fold;
}

/* Those of one year: classes and what was found come in the order of their folds. */
static void look_up_year(struct db *db, struct arena *mem, struct hours_class **all, int n)
{
	struct text list = text_new(mem, LIST_MOST);
	struct json j = json_new(&list);

	json_list(&j);
	for (int i = 0; i < n; i++)
		if (!i || all[i]->key.fold != all[i - 1]->key.fold)
			json_int(&j, (int64_t)all[i]->key.fold);
	json_end(&j);
	struct rows *r = db_run(db, &hours_class_find, A(list.at), A(all[0]->roc_year));

	for (int i = 0, at = 0; i < r->n; i++) {
		int64_t fold = row_int(r, i, "fold");

		while (at < n && (int64_t)all[at]->key.fold < fold)
			at++;
		for (int k = at; k < n && (int64_t)all[k]->key.fold == fold; k++)
			take_found(all[k], as_stored(mem, r, i, all[k]));
	}
}

void classes_look_up(struct db *db, struct arena *mem, struct hours_class **given, int n)
{
	struct hours_class **all = arena_copy(mem, given, (size_t)n * sizeof *given);

	qsort(all, (size_t)n, sizeof *all, by_fold);
	for (int from = 0, to; from < n; from = to) {
		for (to = from + 1; to < n && all[to]->roc_year == all[from]->roc_year;)
			to++;
		look_up_year(db, mem, all + from, to - from);
	}
}
