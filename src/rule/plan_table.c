/* plan_table.c: see plan_table.h. */
#include "rule/plan_table.h"

#include <string.h>

#include "base/text.h"
#include "rule/citation.h"
#include "rule/deadline.h"
#include "rule/verdict.h"

/* ---- values in words ---- */

static const char *joined(struct arena *mem, const struct fact_texts *texts, const char *between)
{
	struct text t = text_new(mem, 1 << 16);

	for (int i = 0; i < texts->n; i++)
		text_print(&t, "%s%s", i ? between : "", texts->at[i]);
	return texts->n ? t.at : "";
}

static const char *years(struct arena *mem, const struct plan_years *y)
{
	const char *from = y->from.known ? arena_print(mem, "%lld年", (long long)y->from.n) : "";
	const char *until = y->until.known ? arena_print(mem, "%lld年", (long long)y->until.n) : "";
	const char *span = *from && *until ? arena_print(mem, "%s至%s", from, until) : *from ? arena_print(mem, "%s（含）以後", from) :
		arena_print(mem, "%s（含）以前", until);

	return arena_print(mem, "%s：%s", span, joined(mem, &y->schemes, "、"));
}

static const char *cause(struct arena *mem, const struct plan_cause *c)
{
	const char *item = c->item ? arena_print(mem, "%lld、", (long long)c->item) : "";

	return arena_print(mem, "%s%s（%s）", item, c->text, joined(mem, &c->ids, "、"));
}

static const char *weight(struct arena *mem, const struct plan_weight *w)
{
	return arena_print(mem, "%s%s%s：%lld", w->id, *w->label ? " " : "", w->label, (long long)w->weight);
}

static const char *evidence(struct arena *mem, const struct plan_evidence *e)
{
	return arena_print(mem, "%s：%s%s", joined(mem, &e->causes, "、"), joined(mem, &e->any_of, "或"), e->in_office ? "（現職公務人員）" : "");
}

static const char *levels(struct arena *mem, const struct plan_levels *l)
{
	return arena_print(mem, "%s：%s", l->level, l->earlier.n ? joined(mem, &l->earlier, "、") : "無");
}

static const char *grade_words(struct arena *mem, int64_t n)
{
	return arena_print(mem, "%s第%lld職等", n < 6 ? "委任" : n < 10 ? "薦任" : "簡任", (long long)n);
}

static const char *grade(struct arena *mem, const struct plan_grade *g)
{
	const char *first = arena_print(mem, "%s：具有%s以上資格", g->level, grade_words(mem, g->grade));

	return g->post.known ? arena_print(mem, "%s，或擬任%s職務，具有%s以上資格", first, grade_words(mem, g->post.n),
		grade_words(mem, g->with_post.n)) : first;
}

static const char *contact(struct arena *mem, const struct plan_contact *c)
{
	return arena_print(mem, "%s 電話：%s 傳真：%s 電子郵件信箱：%s", c->unit, c->phone, c->fax, c->mail);
}

static const char *resource(struct arena *mem, const struct plan_resource *r)
{
	const char *number = r->number.known ? arena_print(mem, "%lld ", (long long)r->number.n) : "";

	return arena_print(mem, "%s%s%s%s %s%s%s", number, r->body ? r->body : "", r->body ? " " : "", r->name, r->url, r->what ? " " : "",
		r->what ? r->what : "");
}

static const char *row_words(struct arena *mem, enum plan_kind kind, const struct fact_rows *rows, int i)
{
	switch (kind) {
	case PLAN_KIND_ALLOWANCES: {
		const struct plan_allowance *a = (const struct plan_allowance *)rows->at + i;

		return arena_print(mem, "%s：%s", a->level, a->grade);
	}
	case PLAN_KIND_YEARS:
		return years(mem, (const struct plan_years *)rows->at + i);
	case PLAN_KIND_WEIGHTS:
		return weight(mem, (const struct plan_weight *)rows->at + i);
	case PLAN_KIND_CAUSES:
		return cause(mem, (const struct plan_cause *)rows->at + i);
	case PLAN_KIND_RETENTIONS: {
		const struct plan_retention *r = (const struct plan_retention *)rows->at + i;

		return arena_print(mem, "%s：%s", r->cause, r->most.n ? period_text(mem, r->most) : "法定役期");
	}
	case PLAN_KIND_EVIDENCE:
		return evidence(mem, (const struct plan_evidence *)rows->at + i);
	case PLAN_KIND_LEVELS:
		return levels(mem, (const struct plan_levels *)rows->at + i);
	case PLAN_KIND_GRADES:
		return grade(mem, (const struct plan_grade *)rows->at + i);
	case PLAN_KIND_LEAVES: {
		const struct plan_leave *l = (const struct plan_leave *)rows->at + i;

		return arena_print(mem, "%s：%s日", l->kind, decimal_text(mem, l->days, 0));
	}
	case PLAN_KIND_POINTS: {
		const struct plan_points *p = (const struct plan_points *)rows->at + i;

		return arena_print(mem, "%s：%s分", p->kind, decimal_text(mem, p->points, 1));
	}
	case PLAN_KIND_CONTACTS:
		return contact(mem, (const struct plan_contact *)rows->at + i);
	case PLAN_KIND_RESOURCES:
		return resource(mem, (const struct plan_resource *)rows->at + i);
	case PLAN_KIND_AMENDMENTS: {
		const struct plan_amendment *a = (const struct plan_amendment *)rows->at + i;

		return arena_print(mem, "%s %s", date_long_text(mem, a->on), a->document);
	}
	default:
		return "";
	}
}

/* Codes of which the plan's words are a sentence. */
static const char *text_words(const char *text)
{
	static const struct { const char *code, *words; } codes[] = {
		{"agency_application", "由實務訓練機關（構）學校報名"}, {"called_by_college", "由文官學院通知調訓"},
	};

	for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++)
		if (text_is(codes[i].code, text))
			return codes[i].words;
	return text;
}

static const char *plain_words(struct arena *mem, enum plan_kind kind, const struct plan_value *v)
{
	switch (kind) {
	case PLAN_KIND_INT:
		return arena_print(mem, "%lld", (long long)v->n);
	case PLAN_KIND_FRACTION:
		return arena_print(mem, "%lld/%lld", (long long)v->n, (long long)v->of);
	case PLAN_KIND_BOOL:
		return v->yes ? "是" : "否";
	case PLAN_KIND_DATE:
		return date_long_text(mem, v->date);
	case PLAN_KIND_LENGTH:
		return period_text(mem, v->length);
	case PLAN_KIND_COUNTING:
		return v->counting == COUNT_SAME_DAY ? "當日起算（之日起）" : "次日起算";
	case PLAN_KIND_TEXT:
		return text_words(v->text);
	default:
		return NULL;
	}
}

struct fact_texts plan_value_lines(struct arena *mem, enum plan_kind kind, const struct plan_value *v)
{
	struct fact_texts to = {0};
	const char *plain;

	if (!v->known)
		return to;
	if (kind == PLAN_KIND_TEXTS)
		to = v->texts;
	else if ((plain = plain_words(mem, kind, v)))
		fact_texts_add(mem, &to, plain);
	for (int i = 0; i < v->rows.n; i++)
		fact_texts_add(mem, &to, row_words(mem, kind, &v->rows, i));
	if (!to.n)
		fact_texts_add(mem, &to, "無");
	return to;
}

/* ---- cells ---- */

static const char *law_of(struct arena *mem, const struct plan *p, enum plan_key k)
{
	int key = law_key_named(plan_key_name(k));
	const struct law_value *l = key < 0 ? NULL : law_value(p->law, (enum law_key)key, p->from);
	struct fact_texts lines;

	if (!l)
		return NULL;
	lines = plan_value_lines(mem, law_key_kind(l->key), &l->value);
	return arena_print(mem, "%s：%s", law_words(mem, l), joined(mem, &lines, "、"));
}

static struct plan_cell value_cell(struct arena *mem, const struct plan *p, enum plan_key k)
{
	const struct plan_value *v = p ? plan_value(p, k) : NULL;

	if (!v)
		return (struct plan_cell){0};
	return (struct plan_cell){plan_value_lines(mem, plan_key_kind(k), v), v->point ? point_words(mem, v->point) : NULL, v->source,
		v->known ? NULL : law_of(mem, p, k)};
}

static struct plan_cell text_cell(struct arena *mem, const char *text)
{
	struct plan_cell cell = {0};

	if (text)
		fact_texts_add(mem, &cell.lines, text);
	return cell;
}

/* Without the plan's own title: it stands above, and would make each citation differ. */
static struct plan_cell citation_cell(struct arena *mem, const struct plan *p, int i)
{
	const char *words = p ? p->citations[i] : NULL;

	return text_cell(mem, words && text_starts(words, p->title) ? words + strlen(p->title) : words);
}

static bool same_lines(const struct fact_texts *a, const struct fact_texts *b)
{
	for (int i = 0; i < a->n && i < b->n; i++)
		if (!text_is(a->at[i], b->at[i]))
			return false;
	return a->n == b->n;
}

static bool has(const struct fact_texts *texts, const char *text)
{
	for (int i = 0; i < texts->n; i++)
		if (text_is(texts->at[i], text))
			return true;
	return false;
}

static struct fact_texts only(struct arena *mem, const struct fact_texts *these, const struct fact_texts *those)
{
	struct fact_texts to = {0};

	for (int i = 0; i < these->n; i++)
		if (!has(those, these->at[i]))
			fact_texts_add(mem, &to, these->at[i]);
	return to;
}

/* What can be told apart one by one: texts, and the ids of causes. */
static struct fact_texts members(struct arena *mem, enum plan_kind kind, const struct plan_value *v)
{
	const struct plan_cause *causes = v->rows.at;
	struct fact_texts to = {0};

	if (kind == PLAN_KIND_TEXTS)
		return v->texts;
	for (int i = 0; kind == PLAN_KIND_CAUSES && i < v->rows.n; i++)
		for (int t = 0; t < causes[i].ids.n; t++)
			fact_texts_add(mem, &to, causes[i].ids.at[t]);
	return to;
}

static void compare(struct arena *mem, struct plan_row *row, enum plan_kind kind, const struct plan_value *a, const struct plan_value *b)
{
	struct fact_texts of_a = members(mem, kind, a), of_b = members(mem, kind, b);

	row->only_a = only(mem, &of_a, &of_b);
	row->only_b = only(mem, &of_b, &of_a);
}

static void add(struct plan_rows *rows, struct plan_row row, bool two)
{
	row.differs = two && !same_lines(&row.a.lines, &row.b.lines);
	rows->different += row.differs;
	rows->at[rows->n++] = row;
}

struct plan_rows plan_rows(struct arena *mem, const struct plan *a, const struct plan *b)
{
	struct plan_rows rows = {arena_array(mem, PLAN_KEYS_N + PLAN_FORMS_N + PLAN_CITATIONS_N, sizeof(*rows.at)), 0, 0};

	for (int k = 0; k < PLAN_KEYS_N; k++) {
		enum plan_key key = (enum plan_key)k;
		struct plan_row row = {plan_key_number(key), plan_key_name(key), plan_key_label(key), value_cell(mem, a, key),
			value_cell(mem, b, key), .differs = false};

		if (b)
			compare(mem, &row, plan_key_kind(key), plan_value(a, key), plan_value(b, key));
		add(&rows, row, b != NULL);
	}
	for (int i = 0; i < PLAN_FORMS_N; i++) {
		enum plan_annex form = (enum plan_annex)i;

		add(&rows, (struct plan_row){"表單", arena_print(mem, "form.%s.attachment", plan_form_name(form)), plan_annex_title(form),
			text_cell(mem, a->forms[i]), text_cell(mem, b ? b->forms[i] : NULL), .differs = false}, b != NULL);
	}
	for (int i = 0; i < PLAN_CITATIONS_N; i++)
		add(&rows, (struct plan_row){"依據", arena_print(mem, "cite.%s", plan_citation_name((enum plan_citation)i)), "依據",
			citation_cell(mem, a, i), citation_cell(mem, b, i), .differs = false}, b != NULL);
	return rows;
}

int plan_known(const struct plan *p)
{
	int n = 0;

	for (int k = 0; k < PLAN_KEYS_N; k++)
		n += p->values[k].known;
	return n;
}
