/* rules.c: what a year is judged by: minimum, topics, 四大課程類別, 人員類別.  Knows no person.                       LEARN-472, 482 */
#include <stdlib.h>
#include <string.h>

#include "app/tally/private.h"
#include "app/tally/tally.sql.h"
#include "base/text.h"

enum { MINIMUM = 20 };                                          /* where nothing is kept of a year */

static int by_id(const void *a, const void *b)
{
	const struct category_place *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

const struct category_place *place_of_category(const struct tally_rules *rules, int64_t category)
{
	const struct tally_rules_more *m = (const struct tally_rules_more *)rules;

	return bsearch(&(struct category_place){.id = category}, m->places, (size_t)rules->n_categories, sizeof *m->places, by_id);
}

int group_of(const struct tally_rules *rules, const char *class_code, const char *grade)
{
	const struct tally_rules_more *m = (const struct tally_rules_more *)rules;
	int whole = -1;

	for (int i = 0; i < m->n_groupings; i++) {
		if (!text_is(m->groupings[i].class_code, class_code))
			continue;
		if (text_is(m->groupings[i].grade, grade))
			return m->groupings[i].group;
		if (!*m->groupings[i].grade)
			whole = m->groupings[i].group;
	}
	return whole >= 0 ? whole : (int)(code_find(staff_groups, "other") - staff_groups);
}

/* Is this code among those of a topic, divided by blanks? */
bool topic_has(const char *categories, const char *code)
{
	size_t n = strlen(code);

	for (const char *at = strstr(categories, code); n && at; at = strstr(at + 1, code))
		if ((at == categories || at[-1] == ' ') && (!at[n] || at[n] == ' '))
			return true;
	return false;
}

static void read_topics(struct db *db, struct arena *mem, struct tally_rules *to, int roc_year)
{
	struct rows *r = db_run(db, &tally_topics, A(roc_year));
	struct tally_topic *topics = arena_array(mem, (size_t)r->n, sizeof *topics);
	int n = 0;

	/* Each behind what it is a part of, whatever their order says. */
	for (int above = -1; above < n; above++)
		for (int i = 0; i < r->n && n < r->n; i++) {
			const char *parent = row_text(r, i, "parent");

			if (!text_is(parent, above < 0 ? "" : topics[above].code))
				continue;
			topics[n++] = (struct tally_topic){row_int(r, i, "id"), row_text(r, i, "code"), row_text(r, i, "name"), parent,
				row_text(r, i, "categories"), row_int(r, i, "hours"), above, 0};
			if (above >= 0)
				topics[above].parts++;
		}
	to->topics = topics;
	to->n_topics = n;
}

static int class_index(struct arena *mem, struct tally_rules *to, const char *name, size_t *room)
{
	struct tally_class *classes = (struct tally_class *)(uintptr_t)to->classes;

	for (int i = 0; i < to->n_classes; i++)
		if (text_is(classes[i].name, name))
			return i;
	to->classes = classes = arena_grow(mem, classes, (size_t)to->n_classes, room, sizeof *classes);
	classes[to->n_classes] = (struct tally_class){name};
	return to->n_classes++;
}

/* The statement brings the classes in their order first, then the categories in that of their codes. */
static void read_categories(struct db *db, struct arena *mem, struct tally_rules_more *to, int roc_year)
{
	struct rows *c = db_run(db, &tally_classes, A(roc_year)), *r = db_run(db, &tally_categories, A(roc_year));
	struct tally_category *all = arena_array(mem, (size_t)r->n, sizeof *all);
	struct category_place *places = arena_array(mem, (size_t)r->n, sizeof *places);
	size_t room = 0;

	for (int i = 0; i < c->n; i++)
		class_index(mem, &to->shown, row_text(c, i, "class"), &room);
	for (int i = 0; i < r->n; i++) {
		const char *class = row_text(r, i, "class"), *code = row_text(r, i, "code");

		all[i] = (struct tally_category){row_int(r, i, "id"), code, row_text(r, i, "name"),
			*class ? class_index(mem, &to->shown, class, &room) : -1};
		places[i] = (struct category_place){all[i].id, all[i].class, -1};
		for (int t = 0; t < to->shown.n_topics && places[i].topic < 0; t++)
			if (!to->shown.topics[t].parts && topic_has(to->shown.topics[t].categories, code))
				places[i].topic = t;
	}
	if (r->n)
		qsort(places, (size_t)r->n, sizeof *places, by_id);
	to->shown.categories = all;
	to->shown.n_categories = r->n;
	to->places = places;
}

static void read_groupings(struct db *db, struct arena *mem, struct tally_rules_more *to, int roc_year)
{
	struct rows *r = db_run(db, &tally_groupings, A(roc_year));
	struct tally_grouping *all = arena_array(mem, (size_t)r->n, sizeof *all);

	for (int i = 0; i < r->n; i++) {
		const struct code *group = code_find(staff_groups, row_text(r, i, "staff_group"));

		all[i] = (struct tally_grouping){row_text(r, i, "class_code"), row_text(r, i, "grade"),
			(int)((group ? group : code_find(staff_groups, "other")) - staff_groups)};
	}
	to->groupings = all;
	to->n_groupings = r->n;
}

static int by_number(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void list_figures(struct arena *mem, struct tally_rules *to)
{
	static const int64_t fixed[] = {TALLY_ALL, TALLY_MALE, TALLY_FEMALE, TALLY_REACHED, TALLY_NONE, TALLY_COMPLETE, TALLY_DONE,
		TALLY_LEADING_MEN, TALLY_LEADING_WOMEN, TALLY_MEMBER, TALLY_UNCLASSED};
	int64_t *all = arena_array(mem, sizeof fixed / sizeof *fixed + (size_t)(to->n_classes + to->n_topics + to->n_categories), sizeof *all);
	int n = 0;

	for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
		all[n++] = fixed[i];
	for (int i = 0; i < to->n_classes; i++)
		all[n++] = TALLY_CLASS(i);
	for (int i = 0; i < to->n_topics; i++)
		all[n++] = TALLY_TOPIC(&to->topics[i]);
	for (int i = 0; i < to->n_categories; i++)
		all[n++] = TALLY_CATEGORY(&to->categories[i]);
	qsort(all, (size_t)n, sizeof *all, by_number);
	to->figures = all;
	to->n_figures = n;
}

static int64_t goal(const struct rows *r, const char *column)
{
	return row_null(r, 0, column) ? -1 : row_int(r, 0, column);
}

const struct tally_rules *tally_rules(struct db *db, struct arena *mem, int roc_year)
{
	struct tally_rules_more *to = arena_get(mem, sizeof *to);
	struct arena *before = db_arena(db);

	db_use_arena(db, mem);
	struct rows *r = db_run(db, &tally_setting_of, A(roc_year));

	to->shown = (struct tally_rules){.roc_year = roc_year, .minimum = r->n ? row_int(r, 0, "minimum") : MINIMUM, .goals = {-1, -1, -1, -1, -1}};
	if (r->n) {
		to->shown.goals = (struct tally_goals){goal(r, "goal_hours"), goal(r, "goal_digital"), goal(r, "goal_reached"),
			goal(r, "goal_required"), goal(r, "goal_professional")};
		read_topics(db, mem, &to->shown, (int)row_int(r, 0, "roc_year"));
	}
	read_categories(db, mem, to, roc_year);
	read_groupings(db, mem, to, roc_year);
	list_figures(mem, &to->shown);
	db_use_arena(db, before);
	return &to->shown;
}

void mark(struct db *db, int roc_year, int64_t person)
{
	db_run(db, &tally_mark, A(roc_year), A(person));
}

void tally_deliver(struct db *db)
{
	db_run(db, &tally_deliver_setting);
	db_run(db, &tally_deliver_topics);
	db_run(db, &tally_deliver_groups);
}
