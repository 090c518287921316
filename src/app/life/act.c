/* act.c: one act on one record: checked, stored with its step, what it rests on, and what follows.  Knows no page. */
#include <string.h>

#include "app/audit/audit.h"
#include "app/life/life.sql.h"
#include "app/life/private.h"
#include "base/json.h"
#include "base/log.h"
#include "base/text.h"

/* ---- the case ---- */

struct life_case life_case_of(const struct life *l, const struct life_kind *k, struct life_record *record, const struct life_who *who,
	struct issues *issues)
{
	struct life_case c = {.mem = l->mem, .life = l, .kind = k, .record = record, .who = *who, .today = l->today, .issues = issues};

	if (!record) {
		c.record = arena_get(l->mem, sizeof *c.record);
		*c.record = (struct life_record){.kind = k, .training = l->training.id, .agency = l->subject.agency, .day = l->today,
			.data = life_read(l->mem, "{}", k->fields, k->size)};
		if (k->begin)
			k->begin(l, c.record->data);
	}
	c.data = c.record->data;
	issues->fields = k->fields;
	return c;
}

struct verdict *life_finding(struct life_case *c, const char *rule)
{
	struct life_finding *more = arena_array(c->mem, (size_t)c->findings.n + 1, sizeof *more);

	if (c->findings.n)
		memcpy(more, c->findings.at, (size_t)c->findings.n * sizeof *more);
	more[c->findings.n] = (struct life_finding){.rule = rule, .verdict = verdict_new(c->mem, c->life->plan, c->life->calendar), .keep = true};
	more[c->findings.n].verdict.promotions = c->life->promotions;
	c->findings.at = more;
	return &more[c->findings.n++].verdict;
}

bool life_refused(struct life_case *c, const struct verdict *v, const char *field)
{
	struct text t = text_new(c->mem, 1 << 16);

	if (v->result != RESULT_REFUSED && v->result != RESULT_NOT_IN_PLAN)
		return false;
	for (int i = 0; i < v->reasons_n; i++)
		text_print(&t, "%s%s（%s）", i ? "；" : "", v->reasons[i].text, v->reasons[i].citation);
	issue(c->issues, -1, field, "ERR_TEXT_GIVEN", t.n ? t.at : result_name(v->result));
	return true;
}

void life_review(struct life_case *c)
{
	c->findings.n = 0;
	c->issues->fields = c->act && c->act->fields && !c->act->edits ? c->act->fields : c->kind->fields;
	if (c->act ? c->act->check != NULL : c->kind->review != NULL)
		(c->act ? c->act->check : c->kind->review)(c);
	if (!c->act && c->life->subject.kind->review)
		c->life->subject.kind->review(c);
}

struct training_news life_news(const struct life_case *c, enum training_event event, struct date day, const char *document)
{
	return (struct training_news){.event = event, .day = day, .account = c->who.account, .address = c->who.address, .now = c->who.now,
		.document = document ? document : "", .remark = c->kind->title, .record = c->record->id};
}

/* ---- what is kept of it ---- */

/* 「工作項目：舊 → 新」, a line a field. */
static const char *changed_words(struct arena *mem, const struct field *fields, const void *before, const void *after)
{
	struct text t = text_new(mem, 1 << 18);

	for (const struct field *f = fields; f->name; f++)
		if (f->use == EDIT && strcmp(field_plain(f, mem, before), field_plain(f, mem, after)))
			text_print(&t, "%s%s：%s → %s", t.n ? "\n" : "", f->label, field_empty(f, before) ? "（空白）" : field_text(f, mem, before),
				field_empty(f, after) ? "（空白）" : field_text(f, mem, after));
	return t.n ? t.at : "";
}

/* Of a sensitive record the log says that, not what. */
static void log_act(struct db *db, struct life_case *c, const void *before)
{
	const char *from = NULL, *to = NULL;

	if (!before)
		before = life_read(c->mem, "{}", c->kind->fields, c->kind->size);
	if (c->kind->sensitive || !record_changes(c->kind->fields, c->mem, before, c->data, &from, &to))
		to = arena_print(c->mem, "{\"record\":%lld}", (long long)c->record->id);
	audit_add(db, &(struct audit_event){.account = c->who.account, .agency = c->who.agency, .address = c->who.address,
		.action = arena_print(c->mem, "life.%s.%s", c->kind->name, c->act->name), .subject_kind = c->life->subject.kind->name,
			.subject = c->life->subject.id,
		.before = from, .after = to, .reason = c->kind->sensitive ? NULL : c->who.reason, .at = c->who.now});
}

/* What other slices know of it by the admission; 0: it is none. */
static int64_t admission_of(const struct life *l)
{
	return l->subject.kind == &life_trainee ? l->subject.id : 0;
}

static void keep_findings(struct db *db, struct life_case *c)
{
	for (int i = 0; i < c->findings.n; i++) {
		struct training_news news = life_news(c, 0, c->today, "");

		if (c->findings.at[i].keep)
			decision_keep(db, admission_of(c->life), c->findings.at[i].rule, &c->findings.at[i].verdict,
				arena_print(c->mem, "{\"record\":%lld}", (long long)c->record->id), &news, 0);
	}
}

static struct date day_of(const struct life_case *c)
{
	struct date d = c->kind->day ? c->kind->day(c->data) : (struct date){0};

	return date_set(d) ? d : c->record->id ? c->record->day : c->today;
}

/* The row as the act leaves it, and whom it waits for.  False: somebody was first. */
static bool store(struct db *db, struct life_case *c, int64_t version, int *waits)
{
	struct life_record *r = c->record;
	const char *to = c->act->leads ? c->act->leads(c) : c->act->to ? c->act->to : r->state.id;
	bool gone = text_is(to, "void");
	const struct code *state = code_find(c->kind->states, to);
	const char *plain = life_plain(c->mem, c->kind->fields, c->data);

	if (!gone && !state)
		fail("%s of %s leads to \"%s\"", c->act->name, c->kind->name, to);
	r->state = gone ? r->state : *state;
	*waits = gone ? 0 : life_waits(c->kind, r->state.id);
	r->day = day_of(c);
	r->data = c->data;
	const char *summary = c->kind->summary && !c->kind->sensitive ? c->kind->summary(c->mem, r) : "";
	int64_t see = (int64_t)(life_sees(c->kind, r->state.id) & ~MAY_APPLICANT);
	bool at_agency = c->kind->at_agency && life_names(c->kind->at_agency, r->state.id);
	struct rows *put = r->id
		? db_run(db, &life_update, A(r->id), A(version), A(r->state.id), A(r->day), A(plain), A(summary),
			A(gone ? c->who.now : (struct moment){0}), A(r->state.label), A(at_agency), A(*waits), A(see))
		: db_run(db, &life_insert, A(c->kind->name), A(admission_of(c->life)), value_id_or_null(r->training), A(r->agency), A(r->state.id),
			A(r->day), A(plain), A(summary), A(r->state.label), A(see), A(c->kind->sensitive), A(at_agency), A(*waits),
			A(c->life->subject.kind->name), A(c->life->subject.id));

	if (!put->n)
		return false;
	r->id = r->id ? r->id : row_int(put, 0, "id");
	return true;
}

static bool stale(struct db *db, struct life_case *c)
{
	audit_stale(db, c->issues, -1, "", NULL, c->life->subject.kind->name, c->life->subject.id);
	db_undo(db);
	return false;
}

/* The same record in the life as it is now. */
static bool rebind(struct db *db, struct life_case *c, int64_t version)
{
	struct life *now = arena_get(c->mem, sizeof *now);

	if (!life_load_of(db, c->mem, c->life->subject.kind, c->life->subject.id, c->today, now))
		return stale(db, c);
	if (c->record->id) {
		struct life_record *r = life_find(now, c->record->id);

		if (!r || r->version != version || !life_names(c->act->from, r->state.id))
			return stale(db, c);
		c->record = r;
	} else {
		c->record = arena_copy(c->mem, c->record, sizeof *c->record);
		c->record->id = 0;
	}
	c->life = now;
	return true;
}

int64_t life_do(struct db *db, struct life_case *c, int64_t version)
{
	const void *before;
	struct life_case begun = *c;
	int waited, waits;

	issues_clear(c->issues);
	if (!rebind(db, c, version))
		return 0;
	before = c->record->id ? c->record->data : NULL;
	waited = c->record->id ? life_waits(c->kind, c->record->state.id) : 0;
	life_review(c);
	if (c->issues->n || !store(db, c, version, &waits)) {
		if (!c->issues->n)
			stale(db, c);
		db_undo(db);
		c->record = begun.record;
		return 0;
	}
	db_run(db, &life_step_put, A(c->record->id), A(c->act->name), A(c->record->state.id),
		A(c->act->fields ? life_plain(c->mem, c->act->fields, c->answers) : ""),
		A(before ? changed_words(c->mem, c->kind->fields, before, c->data) : ""), A(c->who.reason ? c->who.reason : ""),
		A(c->who.account), A(c->who.now));
	log_act(db, c, before);
	keep_findings(db, c);
	life_moved(db, c, waited, waits);
	if (c->act->effect)
		c->act->effect(db, c);
	if (!c->issues->n && c->life->subject.kind->done)
		c->life->subject.kind->done(db, c);
	if (!c->issues->n)
		return c->record->id;
	db_undo(db);
	c->record = begun.record;
	return 0;
}

/* ---- acts of the program ---- */

int64_t life_begin(struct db *db, const struct life *l, const struct life_kind *k, const char *act, void *data, void *answers,
	const struct life_who *who, struct issues *issues)
{
	struct life_case c = life_case_of(l, k, NULL, who, issues);

	c.act = life_act_named(k, act);
	if (!c.act || *c.act->from)
		fail("%s does not begin a %s", act, k->name);
	c.data = data ? data : c.data;
	c.answers = answers;
	return life_do(db, &c, 0);
}

bool life_act(struct db *db, const struct life *l, struct life_record *r, const char *act, void *answers, const struct life_who *who,
	struct issues *issues)
{
	struct life_case c = life_case_of(l, r->kind, r, who, issues);

	c.act = life_act_named(r->kind, act);
	if (!c.act)
		fail("a %s has no act %s", r->kind->name, act);
	c.answers = answers;
	return life_do(db, &c, r->version) != 0;
}

/* ---- deadlines ---- */

struct date life_deadline(struct db *db, const struct life_case *c, const struct deadline_kind *kind, struct date event, const char *length,
	const char *counted, const char *citation)
{
	const struct life_subject *s = &c->life->subject;

	return deadline_start(db, c->life->calendar, &(struct deadline){.kind = kind, .subject_kind = s->kind->name, .subject = s->id,
		.agency = s->agency, .about = s->about, .event = event, .length = length, .counted = counted, .citation = citation});
}

void life_deadline_met(struct db *db, const struct life_case *c, const struct deadline_kind *kind, struct date day)
{
	deadline_meet(db, kind, c->life->subject.kind->name, c->life->subject.id, day);
}

void life_hand_over(struct db *db, int64_t admission, int64_t agency)
{
	struct rows *all = db_run(db, &life_given_over, A(admission), A(agency));

	for (int i = 0; i < all->n; i++)
		deadline_hand_over(db, "life", row_int(all, i, "id"), agency);
}
