/* correct.c: what the agency of a person does with a record: 複核, its corrections, 職稱 and 官職等 of the time.  Knows no page.
 *                                                                                                LEARN-315, 543 … 545, 553 */
#include "app/hours/hours.sql.h"
#include "app/hours/private.h"
#include "base/text.h"

static bool load(struct db *db, int64_t record, int64_t version, struct hours_line *to)
{
	*to = (struct hours_line){0};
	return record_load(db_arena(db), db_run(db, &hours_line_one, A(record)), hours_line_fields, to) && to->version == version &&
		!to->deleted.seconds;
}

static const char *one_word(struct db *db, const char *label, const char *value)
{
	struct text t = text_new(db_arena(db), 4096);
	struct json j = json_new(&t);

	json_begin(&j);
	json_key(&j, label);
	json_text(&j, value);
	json_end(&j);
	return t.at;
}

static const char *code_name(struct db *db, int64_t id)
{
	struct rows *r = db_run(db, &hours_code_name, A(id));

	return r->n ? row_text(r, 0, "name") : "";
}

/* Another 課程類別 is another class: five of the six fields stay. */
static enum hours_corrected move(struct db *db, struct hours_line *l, int64_t category, const struct hours_act *act)
{
	struct rows *k = db_run(db, &hours_class_one, A(l->class));

	if (!k->n)
		return HOURS_STALE;
	struct hours_entry to = {.kind = (enum hours_kind)row_int(k, 0, "kind"), .course = row_int(k, 0, "course"), .category = category,
		.institution = row_text(k, 0, "institution"), .institution_kind = row_text(k, 0, "institution_kind"), .name = row_text(k, 0, "name"),
		.study_kind = row_int(k, 0, "study_kind"), .start = row_date(k, 0, "start_day"), .end = row_date(k, 0, "end_day")};

	return hours_move(db, l, &to, act, one_word(db, "課程類別", code_name(db, l->category)), one_word(db, "課程類別", code_name(db, category)))
		? HOURS_CORRECTED : HOURS_TAKEN;
}

enum hours_corrected hours_correct(struct db *db, const struct hours_correction *c)
{
	struct hours_act act = {c->account, c->at, c->action, c->reason};
	struct hours_line l;

	if (!load(db, c->record, c->version, &l))
		return HOURS_STALE;
	struct facts is = hours_facts_of(&l);

	if (c->hours >= 0 && c->hours != l.hours)
		is.hours = is.amount = (int)c->hours, is.unit = HOURS_HOUR;
	is.digital = is.mode == HOURS_DIGITAL ? is.hours : is.mode == HOURS_PHYSICAL ? 0 : c->digital >= 0 ? (int)c->digital : is.digital;
	is.business = c->business >= 0 ? c->business : is.business;
	is.review = c->review >= 0 ? c->review : is.review;
	if (!hours_set(db, &l, &is, &act))
		return HOURS_STALE;
	if (!c->category || c->category == l.category)
		return HOURS_CORRECTED;
	return load(db, c->record, c->version + 1, &l) ? move(db, &l, c->category, &act) : HOURS_STALE;
}

static const char *class_words(struct db *db, int64_t class)
{
	struct text t = text_new(db_arena(db), 8192);
	struct json j = json_new(&t);
	struct rows *k = db_run(db, &hours_class_one, A(class));

	json_begin(&j);
	for (const char *const *name = (const char *const[]){"訓練進修機構名稱", "institution", "課程名稱", "name", "課程類別", "category",
		"起始日期", "start_day", "終迄日期", "end_day", NULL}; k->n && *name; name += 2) {
		json_key(&j, name[0]);
		json_text(&j, row_text(k, 0, name[1]));
	}
	json_end(&j);
	return t.at;
}

/* Is it the very class that the record is in? */
static bool same_class(struct db *db, const struct hours_line *l, const struct hours_entry *e)
{
	struct rows *k = db_run(db, &hours_class_one, A(l->class));

	return k->n && text_is(row_text(k, 0, "institution"), e->institution) && text_is(row_text(k, 0, "name"), e->name) &&
		row_int(k, 0, "category_id") == e->category && row_date(k, 0, "start_day").number == e->start.number &&
		row_date(k, 0, "end_day").number == e->end.number;
}

enum hours_corrected hours_resubmit(struct db *db, int64_t record, int64_t version, const struct hours_entry *e)
{
	struct hours_act act = {e->account, e->at, "resubmit", NULL};
	struct hours_line l;

	if (!load(db, record, version, &l) || l.review != REVIEW_RETURNED)
		return HOURS_STALE;
	struct facts is = {.amount = (int)e->amount, .unit = (int)e->unit, .hours = (int)e->hours, .digital = (int)e->digital, .mode = (int)e->mode,
		.cert = (int)l.cert, .review = REVIEW_PENDING, .business = hours_business(hours_book(db, db_arena(db)), l.agency, e->category)};

	if (!hours_set(db, &l, &is, &act))
		return HOURS_STALE;
	if (same_class(db, &l, e))
		return HOURS_CORRECTED;
	const char *was = class_words(db, l.class);

	if (!load(db, record, version + 1, &l))
		return HOURS_STALE;
	if (!hours_move(db, &l, e, &act, was, ""))
		return HOURS_TAKEN;
	return HOURS_CORRECTED;
}

static void add_code(struct json *j, const char *label, const char *name)
{
	json_key(j, label);
	json_text(j, name);
}

enum hours_corrected hours_correct_snapshot(struct db *db, const struct hours_snapshot *s)
{
	struct text was = text_new(db_arena(db), 4096), is = text_new(db_arena(db), 4096);
	struct json before = json_new(&was), after = json_new(&is);
	struct hours_act act = {s->account, s->at, "snapshot", NULL};
	struct hours_line l;

	if (!load(db, s->record, s->version, &l))
		return HOURS_STALE;
	struct rows *now = db_run(db, &hours_snapshot_now, A(s->record));
	int64_t title = s->title ? s->title : row_int(now, 0, "title"), rank = s->rank ? s->rank : row_int(now, 0, "rank");

	db_run(db, &hours_record_snapshot, A(s->record), A(s->version), value_id_or_null(title), value_id_or_null(rank), A(s->at), A(s->account));
	if (db_undone(db) || db_changed(db) != 1)
		return HOURS_STALE;
	hours_facts_changed(db, l.roc_year, l.agency);
	json_begin(&before), json_begin(&after);
	if (title != row_int(now, 0, "title"))
		add_code(&before, "職稱", row_text(now, 0, "title_name")), add_code(&after, "職稱", code_name(db, title));
	if (rank != row_int(now, 0, "rank"))
		add_code(&before, "官職等", row_text(now, 0, "rank_name")), add_code(&after, "官職等", code_name(db, rank));
	json_end(&before), json_end(&after);
	hours_tell(db, &l, &act, was.at, is.at);
	return HOURS_CORRECTED;
}
