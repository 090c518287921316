/* entry_form.c: 身分別, 實務訓練成績 and 實訓期間 as a form brings them, of one or of many: read, judged, saved all or none.
 * Knows no page.                                                                                    ACMS-054 … 061, 073 */
#include <string.h>

#include "app/certificate/certificate.sql.h"
#include "app/certificate/private.h"
#include "base/text.h"

enum { ROWS_MOST = 200 };

const char *entry_name(struct arena *mem, const char *field, int64_t id)
{
	return arena_print(mem, "%s.%lld", field, (long long)id);
}

/* Each input of each row under its own name, so that a mistake leads to it. */
static const struct field *labels_of(struct req *r, const struct entries *e)
{
	int fields = 0;

	while (entered_fields[fields].name)
		fields++;

	struct field *all = arena_array(r->mem, (size_t)(e->n * fields + 2), sizeof *all);
	int n = 0;

	for (int i = 0; i < e->n; i++)
		for (int k = 0; k < fields; k++) {
			all[n] = entered_fields[k];
			all[n].name = entry_name(r->mem, entered_fields[k].name, e->at[i].was.id);
			all[n++].label = arena_print(r->mem, "%s %s", e->at[i].was.name, entered_fields[k].label);
		}
	all[n++] = (struct field){.name = "reason", .label = "更正理由"};
	all[n] = (struct field){0};
	return all;
}

/* ---- what was typed ---- */

static void read_day(struct req *r, int i, const char *name, const char *typed, struct date *to)
{
	struct date d = {0};

	if (*typed && !(r->json_in ? date_parse_iso(typed, &d) : date_parse(typed, &d)))
		issue(&r->issues, i, name, r->json_in ? "ERR_DATE_ISO" : "ERR_DATE", typed);
	else
		*to = d;
}

/* What only the page of one person has is left alone by the page of many. */
static void read_more(struct req *r, int64_t id, struct applicant *a)
{
	const char *remark = pair_value(&r->form, entry_name(r->mem, "remark", id)),
		*note = pair_value(&r->form, entry_name(r->mem, "change_note", id)),
		*proof = pair_value(&r->form, entry_name(r->mem, "change_proof", id));

	a->remark = remark ? text_trim(r->mem, remark) : a->remark;
	a->change_note = note ? text_trim(r->mem, note) : a->change_note;
	a->change_proof = proof ? text_trim(r->mem, proof) : a->change_proof;
	a->changed = *a->change_note;
}

/* In the table of many, a row in which only what the page proposed stands is one that nobody touched. */
static bool is_meant(const struct req *r, const struct entry *e)
{
	return e->was.version || *req_form(r, "one") || *e->now.identity || (*e->now.score && !text_is(e->was.state, training_states[PASSED].id)) ||
		r->issues.n;
}

static void read_entry(struct req *r, int i, struct entry *e)
{
	int64_t id = e->was.id;
	const char *score = req_form(r, entry_name(r->mem, "score", id)), *identity = req_form(r, entry_name(r->mem, "identity", id));
	const char *from, *to;

	e->now = e->was;
	text_to_int(req_form(r, entry_name(r->mem, "v", id)), 0, INT64_MAX, &e->seen);
	e->now.identity = identity;
	e->now.identity_proof = *req_form(r, entry_name(r->mem, "identity_proof", id));
	e->now.score = "";
	if (*score && !score_parse(r->mem, score, &e->now.score))
		issue(&r->issues, i, entry_name(r->mem, "score", id), "ERR_SCORE", score);
	e->now.practical_start = e->now.practical_end = (struct date){0};
	read_day(r, i, entry_name(r->mem, "practical_start", id), req_form(r, entry_name(r->mem, "practical_start", id)), &e->now.practical_start);
	read_day(r, i, entry_name(r->mem, "practical_end", id), req_form(r, entry_name(r->mem, "practical_end", id)), &e->now.practical_end);
	read_more(r, id, &e->now);
	e->dirty = record_changes(entered_fields, r->mem, &e->was, &e->now, &from, &to) && is_meant(r, e);
}

void entries_read(struct req *r, struct entries *e)
{
	int64_t *ids;
	int n = req_ticks(r, "row", ROWS_MOST, &ids);

	*e = (struct entries){.r = r, .at = arena_array(r->mem, (size_t)n, sizeof *e->at), .reason = req_form(r, "reason")};
	for (int i = 0; i < n; i++) {
		if (applicant_load(r->db, r->mem, ids[i], req_agency(r), &e->at[e->n].was))
			e->n++;
		else
			issue(&r->issues, i, "tick", "ERR_FORBIDDEN");
	}
	r->issues.fields = labels_of(r, e);
	if (!n)
		issue(&r->issues, -1, "tick", "ERR_NONE_TICKED");
	for (int i = 0; i < e->n; i++)
		read_entry(r, i, &e->at[i]);
}

/* ---- what is wrong ---- */

static void need(struct req *r, int i, const struct entry *e, const char *field, bool given)
{
	const char *name = entry_name(r->mem, field, e->was.id);

	if (!given && !issue_at(&r->issues, i, name))
		issue(&r->issues, i, name, "ERR_REQUIRED");
}

static void check_values(struct req *r, int i, const struct entry *e)
{
	const struct applicant *a = &e->now;
	const char *total = *a->score ? applicant_rated(r->db, r->mem, a, r->today) : NULL;

	need(r, i, e, "identity", *a->identity && code_find(identity_codes, a->identity));
	need(r, i, e, "score", *a->score);
	need(r, i, e, "practical_start", date_set(a->practical_start));
	need(r, i, e, "practical_end", date_set(a->practical_end));
	issue_range(&r->issues, i, entry_name(r->mem, "practical_start", a->id), a->practical_start, entry_name(r->mem, "practical_end", a->id),
		a->practical_end);
	if (total && !text_is(total, a->score))
		issue(&r->issues, i, entry_name(r->mem, "score", a->id), "ERR_TEXT_GIVEN", rated_words(r->mem, a, total));
}

static void say_stale(struct req *r, struct db *db, int i, const struct applicant *a)
{
	struct rows *s = db_run(db, &applicant_saved, A(a->id));
	const char *by = s->n ? row_text(s, 0, *row_text(s, 0, "full_name") ? "full_name" : "name") : "他人";

	issue(&r->issues, i, entry_name(r->mem, "score", a->id), "ERR_STALE", by, s->n ? moment_text(r->mem, row_moment(s, 0, "saved")) : "剛才");
}

void entries_check(struct req *r, const struct entries *e)
{
	for (int i = 0; i < e->n; i++) {
		const struct entry *x = &e->at[i];

		if (!x->dirty && !r->issues.n)
			continue;
		if (x->was.serial && x->dirty)
			issue(&r->issues, i, entry_name(r->mem, "identity", x->was.id), "ERR_IN_SERIAL", x->was.name, x->was.number);
		else if (x->seen != x->was.version && x->dirty)
			say_stale(r, r->db, i, &x->was);
		else if (x->dirty)
			check_values(r, i, x);
	}
	if (r->who->all_agencies && !*e->reason)                    /* a correction of an agency's data: the agency sees why */
		issue(&r->issues, -1, "reason", "ERR_REQUIRED");
}

/* ---- saved ---- */

void entries_save(struct db *db, void *with)
{
	struct entries *e = with;
	struct req *r = e->r;
	struct entering by = {.account = r->who->account, .agency = r->who->agency, .address = r->wire->address, .reason = e->reason,
		.correction = r->who->all_agencies, .now = r->now, .today = r->today};

	issues_clear(&r->issues);
	for (int i = 0; i < e->n; i++) {
		struct applicant now;

		if (!e->at[i].dirty)
			continue;
		if (applicant_load(db, r->mem, e->at[i].was.id, req_agency(r), &now) && now.serial)
			issue(&r->issues, i, entry_name(r->mem, "identity", now.id), "ERR_IN_SERIAL", now.name, now.number);
		else if (!entry_store(db, r->mem, &by, &e->at[i].was, &e->at[i].now))
			say_stale(r, db, i, &e->at[i].now);
	}
	if (r->issues.n)
		db_undo(db);
	r->done = req_url(r, "/certification/persons?exam_year=%s&exam_code=%s", e->n ? arena_print(r->mem, "%lld", (long long)e->at[0].was.exam_year)
		: "", e->n ? e->at[0].was.exam_code : "");
}
