/* choice.c: 多條件複選產製報表: who has records that answer the conditions ticked, on the record's basis; judged in memory from the packed
 * facts of the agencies, so that any mixture of conditions costs the same.  Knows no page.                       RPT-10, LEARN-631 … 633 */
#include "app/colleague/choice.h"

#include <stdlib.h>
#include <string.h>

#include "app/colleague/colleague.sql.h"
#include "app/staff/staff.h"
#include "base/text.h"

enum { ROC = 1911, WORK = 512 << 20, GRADES = 4, CLASSES = 10, KEYS = 500000 };

/* ---- the conditions as maps by id ---- */

static const char *several_of(const struct query *q, const char *name)
{
	struct text t = text_new(q->mem, 1 << 16);

	for (size_t i = 0; i < q->pairs.n; i++)
		if (text_is(q->pairs.at[i].name, name) && *q->pairs.at[i].value)
			text_print(&t, "|%s|", q->pairs.at[i].value);
	return t.n ? t.at : "";
}

static bool among(const struct query *q, const char *several, const char *value)
{
	return strstr(several, arena_print(q->mem, "|%s|", value));
}

/* A map of the codes of a table by id; NULL: no condition. */
static bool *map_new(const struct choice *c)
{
	return arena_array(c->q->mem, (size_t)c->top + 1, sizeof(bool));
}

static int64_t top_of(const struct query *q)
{
	static const char *const tables[] = {"course_category", "rank", "title", "person_class"};
	int64_t top = 0;

	for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
		struct code_items all = code_items(q->codes, q->mem, tables[t], (struct date){0});

		for (int i = 0; i < all.n; i++)
			top = all.at[i]->id > top ? all.at[i]->id : top;
	}
	return top;
}

static void map_categories(struct choice *c)
{
	const struct query *q = c->q;
	struct code_items all = code_items(q->codes, q->mem, "course_category", (struct date){0});
	struct ids ids = query_ids(q->mem, &q->pairs, "category");
	const char *groups = several_of(q, "category_group");
	bool some = choice_uses(c, "category"), group = choice_uses(c, "category_group");

	if (!some && !group)
		return;
	c->categories = map_new(c);
	for (int i = 0; i < all.n; i++)
		c->categories[all.at[i]->id] = (!some || query_has_id(&ids, all.at[i]->id)) && (!group || among(q, groups, all.at[i]->attribute));
}

static int grade_of(const char *attribute)
{
	return text_is(attribute, "簡任") ? 1 : text_is(attribute, "薦任") ? 2 : text_is(attribute, "委任") ? 3 : 0;
}

static const char *const grade_words[GRADES] = {"", "簡任", "薦任", "委任"};

static void map_ranks(struct choice *c)
{
	const struct query *q = c->q;
	struct code_items all = code_items(q->codes, q->mem, "rank", (struct date){0});
	const char *grades = several_of(q, "grade"), *levels = several_of(q, "level");
	bool grade = choice_uses(c, "grade"), level = choice_uses(c, "level");

	c->grades = arena_array(q->mem, (size_t)c->top + 1, sizeof *c->grades);
	for (int i = 0; i < all.n; i++)
		c->grades[all.at[i]->id] = (uint8_t)grade_of(all.at[i]->attribute);
	if (!grade && !level)
		return;
	c->ranks = map_new(c);
	for (int i = 0; i < all.n; i++)
		c->ranks[all.at[i]->id] = (!grade || among(q, grades, all.at[i]->attribute)) &&
			(!level || among(q, levels, arena_print(q->mem, "%lld", (long long)query_grade(all.at[i]->name))));
}

static void map_titles(struct choice *c)
{
	const struct query *q = c->q;
	struct code_items all = code_items(q->codes, q->mem, "title", (struct date){0});

	if (!choice_uses(c, "title"))
		return;
	c->titles = map_new(c);
	for (int i = 0; i < all.n; i++)
		c->titles[all.at[i]->id] = choice_words_match(q->mem, q->asked.title, all.at[i]->name);
}

static void map_classes(struct choice *c)
{
	const struct query *q = c->q;
	struct code_items all = code_items(q->codes, q->mem, "person_class", (struct date){0});
	struct ids ids = query_ids(q->mem, &q->pairs, "class");
	const char *groups = several_of(q, "group");

	c->class_digits = arena_array(q->mem, (size_t)c->top + 1, sizeof *c->class_digits);
	if (choice_uses(c, "class"))
		c->classes = map_new(c);
	for (int i = 0; i < all.n; i++) {
		char digit = *all.at[i]->code;

		c->class_digits[all.at[i]->id] = digit >= '0' && digit <= '9' ? (uint8_t)(digit - '0') : 0;
		if (c->classes)
			c->classes[all.at[i]->id] = query_has_id(&ids, all.at[i]->id);
	}
	c->by_group = choice_uses(c, "group");
	for (int k = 0; k < CLASSES; k++)
		for (int g = 0; g < GRADES; g++)
			c->groups[k][g] = among(q, groups, staff_group(arena_print(q->mem, "%d", k), grade_words[g]));
}

static void map_units(struct choice *c)
{
	const struct query *q = c->q;

	if (!choice_uses(c, "unit"))
		return;
	c->units = arena_array(q->mem, 1, sizeof *c->units);
	for (int s = 0; s < c->n_spans; s++) {
		struct rows *u = db_run(q->db, &choice_units, AGENCIES(&c->spans[s]));

		for (int i = 0; i < u->n; i++)
			if (choice_words_match(q->mem, q->asked.unit, row_text(u, i, "name"))) {
				c->units = arena_grow(q->mem, c->units, (size_t)c->n_units, &c->units_room, sizeof *c->units);
				c->units[c->n_units++] = (uint32_t)row_int(u, i, "id");
			}
	}
}

static uint8_t marks_of(const struct query *q, const struct choice *c)
{
	uint8_t must = 0;

	if (choice_uses(c, "supervisor"))
		must |= text_is(q->asked.supervisor.id, "1") ? MARK_SUPERVISOR : 0;
	if (choice_uses(c, "business"))
		must |= text_is(q->asked.business.id, "1") ? MARK_BUSINESS : 0;
	if (choice_uses(c, "study"))
		must |= text_is(q->asked.study.id, "study") ? MARK_STUDY : 0;
	if (choice_uses(c, "sex"))
		must |= text_is(q->asked.sex.id, "male") ? MARK_MALE : MARK_FEMALE;
	return must;
}

static uint8_t no_marks_of(const struct query *q, const struct choice *c)
{
	uint8_t none = 0;

	if (choice_uses(c, "supervisor") && text_is(q->asked.supervisor.id, "0"))
		none |= MARK_SUPERVISOR;
	if (choice_uses(c, "business") && text_is(q->asked.business.id, "0"))
		none |= MARK_BUSINESS;
	if (choice_uses(c, "study") && text_is(q->asked.study.id, "training"))
		none |= MARK_STUDY;
	return none;
}

static int day_of_year(struct date d)
{
	return d.number - date_make(date_year(d), 1, 1).number + 1;
}

/* What ends after today is not counted.                                                           LEARN-038 */
static void set_days(struct choice *c)
{
	const struct query *q = c->q;
	int year = (int)q->asked.year + ROC;
	struct date from = date_make(year, (int)q->asked.from_month, 1), to = date_plus(q->asked.to_month == 12 ? date_make(year + 1, 1, 1)
		: date_make(year, (int)q->asked.to_month + 1, 1), -1);

	c->first_day = day_of_year(from);
	c->last_day = date_before(q->today, date_make(year, 1, 1)) ? 0 : date_before(q->today, to) ? day_of_year(q->today) : day_of_year(to);
	c->asof = date_before(q->today, to) ? q->today : to;
}

void choice_prepare(struct choice *c)
{
	const struct query *q = c->q;
	const char *modes = several_of(q, "mode");

	c->top = top_of(q);
	set_days(c);
	map_categories(c);
	map_ranks(c);
	map_titles(c);
	map_classes(c);
	map_units(c);
	for (int m = 0; m <= 3; m++)
		c->modes[m] = !choice_uses(c, "mode") || among(q, modes, arena_print(q->mem, "%d", m));
	c->must = marks_of(q, c);
	c->none = no_marks_of(q, c);
	c->by_course = choice_uses(c, "course") || choice_uses(c, "institution");
	c->of_records = c->by_course || c->categories || choice_uses(c, "mode") || choice_uses(c, "study") || choice_uses(c, "business");
}

/* ---- one fact ---- */

static bool has_unit(const struct choice *c, uint32_t unit)
{
	for (int i = 0; i < c->n_units; i++)
		if (c->units[i] == unit)
			return true;
	return false;
}

static bool in_map(const struct choice *c, const bool *map, uint32_t id)
{
	return !map || (id <= c->top && map[id]);
}

static bool person_fits(const struct choice *c, const struct hours_fact *f)
{
	uint8_t must = c->must & (MARK_SUPERVISOR | MARK_MALE | MARK_FEMALE), none = c->none & MARK_SUPERVISOR;

	return (f->marks & must) == must && !(f->marks & none) && in_map(c, c->ranks, f->rank) && in_map(c, c->classes, f->person_class) &&
		in_map(c, c->titles, f->title) && (!c->units || has_unit(c, f->unit)) &&
		(!c->by_group || c->groups[f->person_class <= c->top ? c->class_digits[f->person_class] : 0]
			[f->rank <= c->top ? c->grades[f->rank] : 0]);
}

static bool record_fits(const struct choice *c, const struct hours_fact *f)
{
	return f->day >= c->first_day && f->day <= c->last_day && (f->marks & c->must) == c->must && !(f->marks & c->none) &&
		c->modes[f->mode & 3] && in_map(c, c->categories, f->category);
}

/* ---- persons ---- */

static void grow_table(struct choice *c)
{
	size_t room = c->slots_room ? c->slots_room * 2 : 1 << 12;
	uint32_t *slots = arena_array(c->q->mem, room, sizeof *slots);

	for (int i = 0; i < c->n_found; i++) {
		size_t at = (size_t)c->found[i].id * 2654435761U % room;

		while (slots[at])
			at = (at + 1) % room;
		slots[at] = (uint32_t)i + 1;
	}
	c->slots = slots, c->slots_room = room;
}

static struct chosen *person_of(struct choice *c, uint32_t person, bool add)
{
	if ((size_t)c->n_found * 2 >= c->slots_room)
		grow_table(c);
	size_t at = (size_t)person * 2654435761U % c->slots_room;

	for (; c->slots[at]; at = (at + 1) % c->slots_room)
		if (c->found[c->slots[at] - 1].id == person)
			return &c->found[c->slots[at] - 1];
	if (!add)
		return NULL;
	c->found = arena_grow(c->q->mem, c->found, (size_t)c->n_found, &c->found_room, sizeof *c->found);
	c->found[c->n_found] = (struct chosen){.id = person};
	c->slots[at] = (uint32_t)++c->n_found;
	return &c->found[c->n_found - 1];
}

static void look_like(struct chosen *p, const struct hours_fact *f, int64_t agency)
{
	p->agency = (uint32_t)agency, p->unit = f->unit, p->title = f->title, p->rank = f->rank, p->person_class = f->person_class;
	p->sex = f->marks & MARK_MALE ? sex_codes[0] : f->marks & MARK_FEMALE ? sex_codes[1] : (struct code){"", ""};
	p->day = f->day, p->class = f->class;
}

/* The latest record that fits says what the person looks like. */
static void count(struct choice *c, const struct hours_fact *f, int64_t agency)
{
	struct chosen *p = person_of(c, f->person, !c->roster);

	if (!p)
		return;
	if (!c->roster && (!p->records || f->day > p->day || (f->day == p->day && f->class > p->class)))
		look_like(p, f, agency);
	p->records++, p->hours += f->hours, p->digital += f->digital, p->physical += f->hours - f->digital;
	p->business += f->marks & MARK_BUSINESS ? f->hours : 0;
	if (c->keep) {
		c->keys = arena_grow(c->q->mem, c->keys, c->n_keys, &c->keys_room, sizeof *c->keys);
		c->keys[c->n_keys++] = (struct choice_key){f->person, f->class};
	}
}

static bool has_class(const struct choice *c, uint32_t class)
{
	return class / 8 < c->classes_room && c->asked_classes[class / 8] & 1 << class % 8;
}

static void add_class(struct choice *c, uint32_t class)
{
	while (class / 8 >= c->classes_room)
		c->asked_classes = arena_grow(c->q->mem, c->asked_classes, c->classes_room, &c->classes_room, 1);
	c->asked_classes[class / 8] |= (uint8_t)(1 << class % 8);
}

static void seen(void *with, int64_t agency, const struct hours_fact *f, size_t n)
{
	struct choice *c = with;

	for (size_t i = 0; i < n; i++) {
		if (!record_fits(c, &f[i]) || !person_fits(c, &f[i]) || (c->person && f[i].person != c->person))
			continue;
		if (!c->by_course) {
			count(c, &f[i], agency);
			continue;
		}
		add_class(c, f[i].class);
		c->waiting = arena_grow(c->q->mem, c->waiting, c->n_waiting, &c->waiting_room, sizeof *c->waiting);
		c->waiting[c->n_waiting++] = (struct choice_waiting){f[i], agency};
	}
}

/* ---- 課程名稱, 開課機關(構): asked of the classes that are left ---- */

static struct rows *classes_of(const struct choice *c)
{
	struct text list = text_new(c->q->mem, c->n_waiting * 12 + 16);
	struct json j = json_new(&list);

	json_list(&j);
	for (uint32_t class = 0; class < c->classes_room * 8; class++)
		if (has_class(c, class))
			json_int(&j, class);
	json_end(&j);
	return db_run(c->q->db, &choice_classes, A(list.at));
}

/* From the classes asked about those go that don't fit. */
static void settle_courses(struct choice *c)
{
	const struct query *q = c->q;
	struct rows *k = classes_of(c);

	if (c->classes_room)
		memset(c->asked_classes, 0, c->classes_room);
	for (int i = 0; i < k->n; i++)
		if ((!choice_uses(c, "course") || choice_words_match(q->mem, q->asked.course_name, row_text(k, i, "name"))) &&
			(!choice_uses(c, "institution") || choice_words_match(q->mem, q->asked.institution, row_text(k, i, "institution"))))
			add_class(c, (uint32_t)row_int(k, i, "id"));
	for (size_t w = 0; w < c->n_waiting; w++)
		if (has_class(c, c->waiting[w].fact.class))
			count(c, &c->waiting[w].fact, c->waiting[w].agency);
}

/* ---- 名冊: where no condition is about records, who has none is there too ---- */

static void add_roster(struct choice *c, const struct agency_span *span)
{
	struct rows *r = db_run(c->q->db, &choice_roster, AGENCIES(span), A(c->asof));

	for (int i = 0; i < r->n; i++) {
		const char *sex = row_text(r, i, "sex");
		struct hours_fact f = {.person = (uint32_t)row_int(r, i, "person"), .unit = (uint32_t)row_int(r, i, "unit"),
			.title = (uint32_t)row_int(r, i, "title"), .rank = (uint32_t)row_int(r, i, "rank"),
			.person_class = (uint32_t)row_int(r, i, "person_class"), .marks = (uint8_t)((row_bool(r, i,
				"is_supervisor") ? MARK_SUPERVISOR : 0) |
			(text_is(sex, "male") ? MARK_MALE : text_is(sex, "female") ? MARK_FEMALE : 0))};

		if (person_fits(c, &f) && (!c->person || f.person == c->person))
			look_like(person_of(c, f.person, true), &f, row_int(r, i, "agency"));
	}
}

static bool is_total_right(const struct choice *c, const struct chosen *p)
{
	const struct asked *a = &c->q->asked;

	return !choice_uses(c, "hours") || (p->hours >= a->hours_least && (!a->hours_most || p->hours <= a->hours_most));
}

/* In one reading transaction. */
static void find(struct db *db, void *with)
{
	struct choice *c = with;
	struct arena *work = arena_new(WORK);

	c->n_found = 0, c->n_waiting = 0, c->n_keys = 0, c->slots_room = 0;
	c->asked_classes = NULL, c->classes_room = 0;
	c->roster = !c->of_records;
	for (int s = 0; s < c->n_spans && c->roster; s++)
		add_roster(c, &c->spans[s]);
	for (int s = 0; s < c->n_spans; s++)
		hours_facts(db, work, c->q->asked.year, c->spans[s].low, c->spans[s].high, seen, c);
	if (c->by_course)
		settle_courses(c);
	arena_free(work);
	int n = 0;

	for (int i = 0; i < c->n_found; i++)
		if (is_total_right(c, &c->found[i]))
			c->found[n++] = c->found[i];
	c->n_found = n;
}

void choice_answer(struct choice *c)
{
	choice_prepare(c);
	db_tx_read(c->q->db, find, c);
}
