/* conditions.c: what a page is asked, from an address or from a file that was asked for before; and what follows from it: the time, the
 * agencies, lists of codes.  Knows no list.                                                          LEARN-005, 007, 037 */
#include <stdlib.h>
#include <string.h>

#include "app/colleague/private.h"
#include "base/json_flat.h"
#include "base/text.h"
#include "web/form.h"

enum { OLDEST = 80, AHEAD = 5, ROC = 1911, QUERY_MOST = 1 << 16 };

/* ---- lists of ids ---- */

struct ids query_ids(struct arena *mem, const struct pairs *pairs, const char *name)
{
	struct ids ids = {arena_array(mem, pairs->n + 1, sizeof *ids.at), 0};

	for (size_t i = 0; i < pairs->n; i++)
		if (text_is(pairs->at[i].name, name) && text_to_int(pairs->at[i].value, 1, INT64_MAX, &ids.at[ids.n]))
			ids.n++;
	return ids;
}

bool query_has_id(const struct ids *ids, int64_t id)
{
	for (int i = 0; i < ids->n; i++)
		if (ids->at[i] == id)
			return true;
	return false;
}

const char *query_ids_json(struct arena *mem, const struct ids *ids)
{
	struct text t = text_new(mem, (size_t)ids->n * 24 + 16);
	struct json j = json_new(&t);

	json_list(&j);
	for (int i = 0; i < ids->n; i++)
		json_int(&j, ids->at[i]);
	json_end(&j);
	return t.at;
}

int64_t query_grade(const char *name)
{
	const char *digits = strpbrk(name, "0123456789");

	return digits && strstr(digits, "等") ? strtol(digits, NULL, 10) : 0;
}

/* None fits: a list that nothing is in, not one that everything is. */
static const char *or_none(struct arena *mem, struct ids *ids)
{
	if (!ids->n)
		ids->at[ids->n++] = -1;
	return query_ids_json(mem, ids);
}

static const char *ranks_of(const struct query *q)
{
	const struct asked *a = &q->asked;
	struct code_items all = code_items(q->codes, q->mem, "rank", (struct date){0});
	struct ids ids = {arena_array(q->mem, (size_t)all.n + 1, sizeof *ids.at), 0};

	if (!*a->grade.id && !a->grade_from && !a->grade_to)
		return "[]";
	for (int i = 0; i < all.n; i++) {
		int64_t grade = query_grade(all.at[i]->name);

		if ((!*a->grade.id || text_is(all.at[i]->attribute, a->grade.id)) && (!a->grade_from || grade >= a->grade_from) &&
			(!a->grade_to || (grade && grade <= a->grade_to)))
			ids.at[ids.n++] = all.at[i]->id;
	}
	return or_none(q->mem, &ids);
}

static const char *titles_of(const struct query *q)
{
	struct code_items all = code_items(q->codes, q->mem, "title", (struct date){0});
	struct ids ids = {arena_array(q->mem, (size_t)all.n + 1, sizeof *ids.at), 0};
	const char *wanted = text_upper(q->mem, text_fold(q->mem, q->asked.title));

	if (!*wanted)
		return "[]";
	for (int i = 0; i < all.n; i++)
		if (strstr(text_upper(q->mem, text_fold(q->mem, all.at[i]->name)), wanted))
			ids.at[ids.n++] = all.at[i]->id;
	return or_none(q->mem, &ids);
}

/* ---- the time ---- */

static void check_period(struct req *r, struct asked *a)
{
	int64_t this_year = roc_year(r->today);

	if (a->year && (a->year < OLDEST || a->year > this_year + AHEAD))
		issue(&r->issues, -1, "year", "E-DATE-03", arena_print(r->mem, "%lld", (long long)a->year));
	if (date_set(a->from) && date_set(a->to) && date_before(a->to, a->from))
		issue(&r->issues, -1, "to", "E-DATE-02", "結束日期起", "結束日期迄");
}

/* Days that were given go before the year. */
static void settle_period(struct query *q)
{
	struct asked *a = &q->asked;
	int64_t year = a->year ? a->year : roc_year(q->today);

	q->from = date_set(a->from) ? a->from : date_make((int)(date_set(a->to) ? date_year(a->to) : year + ROC), 1, 1);
	q->to = date_set(a->to) ? a->to : date_make((int)(date_set(a->from) ? date_year(a->from) : year + ROC), 12, 31);
	if (date_before(q->to, q->from))
		q->to = q->from;
	q->first_year = roc_year(q->from);
	q->last_year = roc_year(q->to);
	q->asof = !q->kind->period || date_before(q->today, q->to) ? q->today : q->to;
	q->whole_year = q->first_year == q->last_year && date_same(q->from, date_make((int)q->first_year + ROC, 1, 1)) &&
		date_same(q->to, date_make((int)q->first_year + ROC, 12, 31));
}

/* ---- in words ---- */

static void word(struct text *t, const char *label, const char *value)
{
	if (*value)
		text_print(t, "%s%s：%s", t->n ? "；" : "", label, value);
}

static void words_several(const struct query *q, struct text *t, const char *name, const char *label)
{
	struct ids ids = query_ids(q->mem, &q->pairs, name);
	struct text all = text_new(q->mem, QUERY_MOST);

	for (int i = 0; i < ids.n; i++) {
		const struct code_item *c = code_by_id(q->codes, ids.at[i]);

		if (text_is(name, "category") && c)
			text_print(&all, "%s%s %s", all.n ? "、" : "", c->code, c->name);
	}
	if (ids.n && !all.n)
		text_print(&all, "%d 項", ids.n);
	word(t, label, all.n ? all.at : "");
}

static const char *words_of(const struct query *q)
{
	struct text t = text_new(q->mem, QUERY_MOST);

	word(&t, "機關", *q->span.code ? arena_print(q->mem, "%s %s%s", q->span.code, q->span.name,
		q->asked.below ? "（包含所屬機關）" : "") : "全部");
	if (q->kind->period)
		word(&t, "期間", arena_print(q->mem, "%s 至 %s", date_text(q->mem, q->from), date_text(q->mem, q->to)));
	for (const struct field *f = q->kind->asks; f->name; f++)
		if (f->use == EDIT && !field_empty(f, &q->asked) && !strstr(" agency below year from to ", arena_print(q->mem, " %s ", f->name)))
			word(&t, f->label, field_text(f, q->mem, &q->asked));
	words_several(q, &t, "units", "單位");
	words_several(q, &t, "category", "課程類別");
	if (*q->national_id)
		word(&t, "身分證字號", mask_id(q->mem, q->national_id));
	return t.at;
}

/* ---- together ---- */

static const struct asked nothing = {.agency = "", .unit = "", .name = "", .title = "", .course_name = "", .course_code = "", .institution = "",
	.place = "", .rank = "", .sex = {"", ""}, .grade = {"", ""}, .supervisor = {"", ""}, .mode = {"", ""}, .course_mode = {"", ""},
		.method = {"", ""},
	.member = {"", ""}, .approval = {"", ""}, .study = {"", ""}, .business = {"", ""}, .group = {"", ""}};

static void follow(struct query *q)
{
	struct ids units = query_ids(q->mem, &q->pairs, "units"), categories = query_ids(q->mem, &q->pairs, "category");
	const char *class = pair_value(&q->pairs, "class");

	settle_period(q);
	q->units = query_ids_json(q->mem, &units);
	q->categories = query_ids_json(q->mem, &categories);
	q->class_code = class ? class : "";
	q->ranks = ranks_of(q);
	q->titles = titles_of(q);
	q->shown = words_of(q);
}

static void begin(struct query *q, const struct query_kind *kind, struct db *db, struct arena *mem, struct moment now)
{
	*q = (struct query){.kind = kind, .db = db, .mem = mem, .asked = nothing, .today = moment_date(now), .now = now, .national_id = "",
		.codes = code_book(db, mem)};
}

bool query_read(struct req *r, const struct query_kind *kind, struct query *q)
{
	begin(q, kind, r->db, r->mem, r->now);
	q->pairs = r->query;
	r->issues.fields = kind->asks;
	r->issues.learning = true;
	record_merge(kind->asks, TYPED, &r->query, false, &q->asked, &r->issues, -1);
	if (kind->period)
		check_period(r, &q->asked);
	if (kind->personal)
		q->national_id = personal_asked(r);
	q->asked.below &= agency_reach_for(r->who, kind->reach) == AGENCY_SUBTREE;
	if (kind->several_agencies)
		q->span = agency_subtree(r->db, r->mem, r->who);
	else if (!agency_asked(r, q->asked.agency, kind->reach, q->asked.below || (r->who->all_agencies && !*q->asked.agency), &q->span))
		return false;
	follow(q);
	return !r->issues.n;
}

const char *query_text(struct arena *mem, const struct pairs *pairs)
{
	struct text t = text_new(mem, QUERY_MOST);

	for (size_t i = 0; i < pairs->n; i++)
		text_print(&t, "%s%s=%s", i ? "&" : "", url_encode(mem, pairs->at[i].name), url_encode(mem, pairs->at[i].value));
	return t.n ? t.at : "";
}

const char *query_kept(struct req *r, const struct query *q)
{
	struct text t = text_new(r->mem, QUERY_MOST);
	struct json j = json_new(&t);

	json_begin(&j);
	json_key(&j, "query"), json_text(&j, query_text(r->mem, &q->pairs));
	json_key(&j, "agency"), json_int(&j, q->span.agency);
	json_key(&j, "low"), json_int(&j, q->span.low);
	json_key(&j, "high"), json_int(&j, q->span.high);
	json_key(&j, "national_id"), json_text(&j, q->national_id);
	json_end(&j);
	return t.at;
}

static int64_t kept_number(const struct json_pairs *p, const char *key)
{
	int hint = 0;
	const struct json_pair *one = json_flat_find(p, key, &hint);
	int64_t n = 0;

	if (one)
		text_to_int(one->text, INT64_MIN, INT64_MAX, &n);
	return n;
}

static const char *kept_text(const struct json_pairs *p, const char *key)
{
	int hint = 0;
	const struct json_pair *one = json_flat_find(p, key, &hint);

	return one ? one->text : "";
}

/* The tree may have changed since: the interval is looked up again where it is one agency's. */
static void kept_span(struct query *q, const struct json_pairs *p)
{
	int64_t agency = kept_number(p, "agency");
	bool with_below = kept_number(p, "low") != kept_number(p, "high");

	q->span = (struct agency_span){0, 0, INT64_MAX, "", ""};
	if (agency && agency_span_of(q->db, q->mem, agency, &q->span) && !with_below)
		q->span.high = q->span.low;
}

bool query_again(const struct download_making *m, const struct query_kind *kind, struct query *q)
{
	struct issues issues = issues_new(m->mem, kind->asks);
	struct json_pairs p;

	begin(q, kind, m->db, m->mem, m->now);
	if (!json_flat(m->mem, m->conditions, &p))
		return false;
	const char *query = kept_text(&p, "query");

	form_urlencoded(m->mem, query, strlen(query), &q->pairs);
	record_merge(kind->asks, TYPED, &q->pairs, false, &q->asked, &issues, -1);
	q->national_id = kept_text(&p, "national_id");
	kept_span(q, &p);
	follow(q);
	q->full = true;
	return true;
}
