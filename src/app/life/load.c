/* load.c: a subject with all records: what is stored, turned into the structs of the kinds. */
#include <string.h>

#include "app/calendar/calendar.h"
#include "app/life/life.sql.h"
#include "app/life/private.h"
#include "base/json.h"
#include "base/json_flat.h"
#include "base/log.h"
#include "base/text.h"

const char *life_plain(struct arena *mem, const struct field *fields, const void *record)
{
	struct text t = text_new(mem, 1 << 20);
	struct json j = json_new(&t);

	json_begin(&j);
	for (const struct field *f = fields; f && f->name; f++) {
		if (f->use == MARK || field_empty(f, record))
			continue;
		json_key(&j, f->name);
		json_text(&j, field_plain(f, mem, record));
	}
	json_end(&j);
	return t.at;
}

void *life_read(struct arena *mem, const char *plain, const struct field *fields, size_t size)
{
	void *record = arena_get(mem, size ? size : 1);
	struct json_pairs p = {0};
	int hint = 0;

	if (*plain && !json_flat(mem, plain, &p))
		fail("a record holds \"%s\"", plain);
	for (const struct field *f = fields; f && f->name; f++) {
		const struct json_pair *v = json_flat_find(&p, f->name, &hint);

		field_load(f, mem, v && v->kind == JSON_TEXT ? v->text : "", record);
	}
	return record;
}

/* A kind that the program no longer has is not shown. */
static void read_records(struct life *l, const struct rows *r)
{
	l->at = arena_array(l->mem, (size_t)r->n, sizeof *l->at);
	for (int i = 0; i < r->n; i++) {
		const struct life_kind *k = life_kind_named(row_text(r, i, "kind"));
		const struct code *state = k ? code_find(k->states, row_text(r, i, "state")) : NULL;

		if (!k)
			continue;
		l->at[l->n++] = (struct life_record){
			.id = row_int(r, i, "id"), .version = row_int(r, i, "version"), .training = row_int(r, i, "training"),
			.agency = row_int(r, i, "agency"), .shut_out = row_int(r, i, "shut_out"), .kind = k, .day = row_date(r, i, "day"),
			.plain = row_text(r, i, "data"),
			.state = state ? *state : (struct code){row_text(r, i, "state"), row_text(r, i, "state")},
			.data = life_read(l->mem, row_text(r, i, "data"), k->fields, k->size),
		};
	}
}

struct life_record *life_find(const struct life *l, int64_t id)
{
	for (int i = 0; i < l->n; i++)
		if (l->at[i].id == id)
			return &l->at[i];
	return NULL;
}

static const char *by_of(struct arena *mem, const struct rows *r, int i)
{
	if (!row_int(r, i, "account"))
		return "受訓人員或系統";
	return arena_print(mem, "%s（%s）", *row_text(r, i, "full_name") ? row_text(r, i, "full_name") : row_text(r, i, "account_name"),
		row_text(r, i, "agency_name"));
}

/* Rows of one record stand together. */
static int span(const struct rows *r, int i)
{
	int n = 1;

	while (i + n < r->n && row_int(r, i + n, "record") == row_int(r, i, "record"))
		n++;
	return n;
}

static struct life_step step_of(struct arena *mem, const struct rows *r, int i, const struct life_kind *k)
{
	const struct life_act *a = life_act_named(k, row_text(r, i, "act"));
	static const struct life_act gone = {.name = "", .label = "（已停用之作業）", .from = ""};

	return (struct life_step){
		.act = a ? a : &gone, .at = row_moment(r, i, "made"), .account = row_int(r, i, "account"), .by = by_of(mem, r, i),
		.reason = row_text(r, i, "reason"), .changed = row_text(r, i, "changed"),
		.answers = a && a->fields ? life_read(mem, row_text(r, i, "answers"), a->fields, a->size) : NULL,
	};
}

static void read_steps(struct life *l, const struct rows *r)
{
	for (int i = 0, n; i < r->n; i += n) {
		struct life_record *x = life_find(l, row_int(r, i, "record"));

		n = span(r, i);
		if (!x)
			continue;
		x->steps = (struct life_steps){n, arena_array(l->mem, (size_t)n, sizeof *x->steps.at)};
		for (int k = 0; k < n; k++)
			x->steps.at[k] = step_of(l->mem, r, i + k, x->kind);
	}
}

static void read_files(struct life *l, const struct rows *r)
{
	for (int i = 0, n; i < r->n; i += n) {
		struct life_record *x = life_find(l, row_int(r, i, "record"));

		n = span(r, i);
		if (!x)
			continue;
		x->files = (struct life_files){n, arena_array(l->mem, (size_t)n, sizeof *x->files.at)};
		for (int k = 0; k < n; k++)
			x->files.at[k] = (struct life_file){row_int(r, i + k, "id"), row_int(r, i + k, "file"), row_int(r, i + k, "size"),
				row_text(r, i + k, "slot"), row_text(r, i + k, "name"), row_text(r, i + k, "sha256"), row_text(r, i + k, "by_name"),
				row_moment(r, i + k, "made")};
	}
}

bool life_load_of(struct db *db, struct arena *mem, const struct life_subject_kind *kind, int64_t id, struct date today, struct life *l)
{
	struct arena *before = db_arena(db);

	*l = (struct life){.mem = mem, .today = today, .subject.kind = kind};
	db_use_arena(db, mem);
	if (kind->load(db, mem, id, l)) {
		l->subject.id = id;
		l->calendar = office_calendar(db, mem);
		read_records(l, db_run(db, &life_records, A(kind->name), A(id)));
		read_steps(l, db_run(db, &life_steps, A(kind->name), A(id)));
		read_files(l, db_run(db, &life_files, A(kind->name), A(id)));
	}
	db_use_arena(db, before);
	return l->subject.id != 0;
}

bool life_load(struct db *db, struct arena *mem, int64_t admission, struct date today, struct life *l)
{
	return life_load_of(db, mem, &life_trainee, admission, today, l);
}

void life_soon(struct db *db, int64_t admission)
{
	trainee_soon(db, admission);
	training_soon(db, admission);
	office_calendar_soon(db);
	db_soon(db, &life_records, A(life_trainee.name), A(admission));
	db_soon(db, &life_steps, A(life_trainee.name), A(admission));
	db_soon(db, &life_files, A(life_trainee.name), A(admission));
}

struct life_record *life_next(const struct life *l, const struct life_kind *k, const char *states, bool attempt, const struct life_record *after)
{
	for (struct life_record *x = after ? l->at + (after - l->at) + 1 : l->at; x && x < l->at + l->n; x++)
		if (x->kind == k && (!states || life_names(states, x->state.id)) && (!attempt || x->training == l->training.id))
			return x;
	return NULL;
}

struct life_record *life_last(const struct life *l, const struct life_kind *k, const char *states, bool attempt)
{
	struct life_record *last = NULL;

	for (struct life_record *x = NULL; (x = life_next(l, k, states, attempt, x));)
		last = x;
	return last;
}

static const struct life_step *last_step(const struct life_record *r, const char *act)
{
	for (int i = r->steps.n; i-- > 0;)
		if (text_is(r->steps.at[i].act->name, act))
			return &r->steps.at[i];
	return NULL;
}

const void *life_answers(const struct life_record *r, const char *act)
{
	const struct life_step *s = last_step(r, act);

	return s ? s->answers : NULL;
}

struct date life_step_day(const struct life_record *r, const char *act)
{
	const struct life_step *s = last_step(r, act);

	return s ? moment_date(s->at) : (struct date){0};
}
