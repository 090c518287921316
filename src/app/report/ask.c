/* ask.c: what is asked of a report: the conditions of a form, an address, a command or a request kept for the background, and how they
 * are said in words. */
#include <string.h>

#include "app/report/private.h"
#include "app/report/viewer.h"
#include "base/log.h"

static const struct report_choice *choice_of(const struct report *report, const char *field)
{
	for (const struct report_choice *c = report->choices; c && c->field; c++)
		if (text_is(c->field, field))
			return c;
	return NULL;
}

bool report_chosen(const char *several, const char *value)
{
	size_t n = strlen(value);

	if (!*several)
		return true;
	for (const char *at = several; at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL)
		if (!strncmp(at, value, n) && (!at[n] || at[n] == ','))
			return true;
	return false;
}

const char *report_chosen_json(struct arena *mem, const char *several)
{
	struct text t = text_new(mem, 1 << 16);
	struct json j = json_new(&t);

	json_list(&j);
	for (const char *at = several; *at; at += strcspn(at, ","), at += *at == ',')
		json_text(&j, arena_bytes(mem, at, strcspn(at, ",")));
	json_end(&j);
	return t.at;
}

static struct report_run begun(const struct report *report, struct db *db, struct arena *mem, struct moment now, struct issues *issues)
{
	struct report_run run = {.report = report, .db = db, .mem = mem, .now = now, .today = moment_date(now), .issues = issues,
		.ask = arena_get(mem, report->size), .who = "", .lists = true};

	for (const struct field *f = report->asks; f->name; f++)
		field_load(f, mem, "", run.ask);
	if (report->begin)
		report->begin(&run);
	return run;
}

struct report_run report_run_kept(const struct report *report, struct db *db, struct arena *mem, struct moment now, struct issues *issues)
{
	return begun(report, db, mem, now, issues);
}

struct report_run report_run_new(struct req *r, const struct report *report)
{
	struct report_run run = begun(report, r->db, r->mem, r->now, &r->issues);

	run.today = r->today;
	run.who = *r->who->full_name ? r->who->full_name : r->who->account_name;
	r->issues.fields = report->asks;
	r->issues.learning = true;
	return run;
}

/* Each value of a chosen field is one of its list.  Typed words are taken for their codes. */
static void check_choices(struct report_run *run)
{
	for (const struct report_choice *c = run->report->choices; c && c->field; c++) {
		const struct field *f = field_named(run->report->asks, c->field);
		const char *given = *(const char **)((char *)run->ask + f->at);
		const struct code *list = *given ? c->list(run) : NULL;

		for (const char *at = given; *at; at += strcspn(at, ","), at += *at == ',') {
			const char *one = arena_bytes(run->mem, at, strcspn(at, ","));

			if (!code_find(list, one))
				issue(run->issues, -1, f->name, "E-CODE-01", one);
		}
	}
}

static bool flag(const struct report_run *run, const char *name)
{
	const struct field *f = field_named(run->report->asks, name);

	return f && f->kind == K_BOOL && *(const bool *)((const char *)run->ask + f->at);
}

static const char *typed_text(const struct report_run *run, const char *name)
{
	const struct field *f = field_named(run->report->asks, name);

	return f && f->kind == K_TEXT ? *(const char *const *)((const char *)run->ask + f->at) : "";
}

static void merge(struct report_run *run, const struct pairs *given)
{
	record_merge(run->report->asks, TYPED, given, true, run->ask, run->issues, -1);
	check_choices(run);
	run->below = run->report->reach == AGENCY_SUBTREE && (flag(run, "below") || (run->report->below && run->report->below(run)));
}

bool report_asked(struct req *r, struct report_run *run)
{
	merge(run, r->route->method == POST ? &r->form : &r->query);
	if (viewer_is(r->who))
		viewer_asked(r, run, typed_text(run, "agency"));
	else {
		run->below &= agency_reach_for(r->who, run->report->reach) == AGENCY_SUBTREE;
		agency_asked(r, typed_text(run, "agency"), run->report->reach, run->below, &run->span);
	}
	if (!r->issues.n && run->report->check)
		run->report->check(run);
	return !r->issues.n;
}

void report_asked_again(struct report_run *run, const struct pairs *kept, int64_t agency)
{
	merge(run, kept);
	run->span = (struct agency_span){0, 0, INT64_MAX, "", ""};
	if (agency && !agency_span_of(run->db, run->mem, agency, &run->span))
		fail("a report was asked of an agency %lld that is not there", (long long)agency);
	if (agency && !run->below)
		run->span.high = run->span.low;
}

/* ---- in words */

/* What a condition says: labels of what was chosen, days as people write them; "": it is not set. */
static const char *said(struct report_run *run, const struct field *f)
{
	const struct report_choice *c = choice_of(run->report, f->name);
	const void *at = (const char *)run->ask + f->at;
	const char *value = (f->kind == K_INT && !*(const int64_t *)at) || (f->kind == K_BOOL && !*(const bool *)at) ? "" :
		field_text(f, run->mem, run->ask);

	if (!c || !*value)
		return value;
	struct text t = text_new(run->mem, 1 << 16);
	const struct code *list = c->list(run);

	for (; *value; value += strcspn(value, ","), value += *value == ',') {
		const struct code *one = code_find(list, arena_bytes(run->mem, value, strcspn(value, ",")));

		text_puts(&t, t.n ? "、" : "");
		text_puts(&t, one ? one->label : "");
	}
	return t.at;
}

const char *report_heads_agency(struct report_run *run)
{
	if (!run->span.agency)
		return "全部機關";
	return arena_print(run->mem, "%s %s%s", run->span.code, run->span.name, run->below ? "（含所屬機關）" : "");
}

/* One line for each condition that is set, in the order of the form. */
static int conditions(struct report_run *run, const char **to, int most)
{
	int n = 0;

	for (const struct field *f = run->report->asks; f->name && n < most; f++) {
		const char *words = text_is(f->name, "agency") ? report_heads_agency(run) : said(run, f);

		if (f->use == EDIT && *words && !text_is(f->name, "below"))
			to[n++] = arena_print(run->mem, "%s：%s", f->label, words);
	}
	return n;
}

const char *const *report_heads(struct report_run *run)
{
	enum { MOST = 64, OTHERS = 8 };
	const char **lines = arena_array(run->mem, MOST, sizeof *lines);
	int n = 0;

	lines[n++] = run->report->title;
	n += conditions(run, lines + n, MOST - OTHERS - REPORT_NOTES);
	if (!field_named(run->report->asks, "agency"))
		lines[n++] = arena_print(run->mem, "機關：%s", report_heads_agency(run));
	if (date_set(run->day))
		lines[n++] = arena_print(run->mem, "基準日：%s", date_text(run->mem, run->day));
	lines[n++] = arena_print(run->mem, "統計基礎：%s", run->report->basis);
	for (int i = 0; i < run->n_notes; i++)
		lines[n++] = run->notes[i];
	lines[n++] = arena_print(run->mem, "製表時間：%s", moment_text(run->mem, run->now));
	lines[n++] = "資料狀態：即時";
	if (*run->who)
		lines[n++] = arena_print(run->mem, "製表人：%s", run->who);
	lines[n] = NULL;
	return lines;
}

const char *const *report_list_heads(struct report_run *run, const char *title, const char *named)
{
	const char *const *heads = report_heads(run);
	size_t n = 0;

	while (heads[n])
		n++;
	const char **to = arena_array(run->mem, n + 1, sizeof *to);

	memcpy(to, heads, n * sizeof *to);
	to[0] = arena_print(run->mem, "%s：%s%s%s", heads[0], title, *named ? "　" : "", named);
	return to;
}

const char *report_words(struct report_run *run)
{
	const char *lines[64];
	struct text t = text_new(run->mem, 1 << 16);
	int n = conditions(run, lines, 64);

	for (int i = 0; i < n; i++) {
		text_puts(&t, i ? "；" : "");
		text_puts(&t, lines[i]);
	}
	return t.at;
}

/* agency: NULL: that which was asked of. */
static const char *query_of(struct report_run *run, const char *agency)
{
	struct text t = text_new(run->mem, 1 << 16);

	for (const struct field *f = run->report->asks; f->name; f++) {
		const char *value = f->kind == K_INT && !*(const int64_t *)((const char *)run->ask + f->at) ? "" :
			f->kind == K_BOOL ? *(const bool *)((const char *)run->ask + f->at) ? "1" : "0" : field_plain(f, run->mem, run->ask);

		if (agency)
			value = text_is(f->name, "agency") ? agency : text_is(f->name, "below") ? "0" : value;
		if (f->use == EDIT && *value)
			text_print(&t, "%s%s=%s", t.n ? "&" : "", f->name, url_encode(run->mem, value));
	}
	return t.n ? t.at : "";
}

const char *report_query(struct report_run *run)
{
	return query_of(run, NULL);
}

const char *report_query_of(struct report_run *run, const char *agency)
{
	return query_of(run, agency);
}
