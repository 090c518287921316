/* report.c: the day on which trainees report for duty, entered for many at once.  Knows no page. */
#include <string.h>

#include "app/audit/audit.h"
#include "app/calendar/calendar.h"
#include "app/trainee/trainee.h"
#include "app/trainee/trainee.sql.h"
#include "app/training/training.h"
#include "base/text.h"

enum { PERSON_MEMORY = 4 << 20 };

static const struct field day_field[] = {
	{.name = "day", .label = "報到日期", .kind = K_DATE, .use = EDIT}, {.name = "tick", .label = "勾選"}, {0}
};

/* Ticked twice is ticked. */
static bool is_loaded(const struct report_sheet *s, int64_t id)
{
	for (int i = 0; i < s->rows.n; i++)
		if (s->rows.at[i].id == id)
			return true;
	return false;
}

static struct report_row report_row_of(const struct rows *r, int64_t id)
{
	return (struct report_row){
		.id = id, .version = row_int(r, 0, "version"), .exam_year = row_int(r, 0, "exam_year"),
		.plan_due_days = row_int(r, 0, "plan_due_days"), .agency = row_int(r, 0, "agency"),
		.file_number = row_int(r, 0, "file_number"), .name = row_text(r, 0, "name"),
		.national_id = row_text(r, 0, "national_id"), .exam_code = row_text(r, 0, "exam_code"),
		.exam_name = row_text(r, 0, "exam_name"),
		.report_date = row_date(r, 0, "report_date"), .allocated = row_date(r, 0, "allocated"),
		.allocated_as = row_bool(r, 0, "by_letter") ? "分配函日期" : "分配結果公告日",
		.serial = row_text(r, 0, "serial"),
	};
}

void report_load(struct db *db, struct report_sheet *s, const int64_t *ids, int n)
{
	struct arena *mem = db_arena(db);

	s->rows.at = arena_array(mem, (size_t)n, sizeof *s->rows.at);
	s->rows.n = 0;
	for (int i = 0; i < n; i++) {
		if (is_loaded(s, ids[i]))
			continue;
		struct rows *r = db_run(db, &report_ticked, A(ids[i]), A(s->who->all_agencies ? 0 : s->who->agency));

		if (!r->n) {
			issue(s->issues, i, "tick", "ERR_FORBIDDEN");
			continue;
		}
		s->rows.at[s->rows.n++] = report_row_of(r, ids[i]);
	}
}

/* A real day that has come, and not before the year of the examination.   ACMS-034 */
static void check_day(struct report_sheet *s, int i)
{
	struct report_row *row = &s->rows.at[i];
	struct date earliest = date_make((int)row->exam_year + 1911, 1, 1);
	struct arena *mem = s->issues->mem;

	if (date_before(s->today, s->day) && i == 0)
		issue(s->issues, -1, "day", "ERR_DATE_FUTURE", date_text(mem, s->today));
	if (date_before(s->day, earliest))
		issue(s->issues, i, "day", "ERR_DATE_EARLY", date_text(mem, earliest), date_text(mem, s->day));
}

/* One person: skipped, written or overwritten; clearing needs that nothing hangs on the date.   ACMS-031, 032, 036 */
static void decide(struct db *db, struct report_sheet *s, int i)
{
	struct report_row *row = &s->rows.at[i];
	bool has = date_set(row->report_date);

	row->outcome = !has ? REPORT_WRITTEN : s->overwrite ? REPORT_OVERWRITTEN : REPORT_SKIPPED;
	if (s->clear)
		row->outcome = has ? REPORT_OVERWRITTEN : REPORT_SKIPPED;
	if (row->outcome == REPORT_OVERWRITTEN && date_same(row->report_date, s->day))
		row->outcome = REPORT_SKIPPED;
	if (row->outcome == REPORT_SKIPPED)
		return;
	if (*row->serial)
		issue(s->issues, i, "tick", "ERR_IN_SERIAL", row->name, row->serial);
	if (!row->agency)                                           /* nobody would see what is due */
		issue(s->issues, i, "tick", "ERR_NO_AGENCY", row->name);
	if (row->seen_version && row->seen_version != row->version)
		audit_stale(db, s->issues, i, "tick", row->name, "trainee", row->id);
	if (s->clear && row->file_number)
		issue(s->issues, i, "tick", "ERR_CLEAR_UPLOADED", row->name,
			arena_print(s->issues->mem, "%lld", (long long)row->file_number));
}

void report_check(struct db *db, struct report_sheet *s)
{
	s->issues->fields = day_field;
	if (!s->rows.n && !s->issues->n)
		issue(s->issues, -1, "tick", "ERR_NONE_TICKED");
	for (int i = 0; i < s->rows.n; i++) {
		if (!s->clear && date_set(s->day))
			check_day(s, i);
		decide(db, s, i);
	}
}

static const char *day_json(struct arena *mem, struct date d)
{
	return date_set(d) ? arena_print(mem, "{\"report_date\":\"%s\"}", date_iso(mem, d)) : "{\"report_date\":null}";
}

/* What hangs on the day, before it is written.  False: an issue says why not. */
static bool follow(struct db *db, struct report_sheet *s, int i, struct date day)
{
	return training_report(db, s->rows.at[i].id, day, &(struct training_news){.event = EVENT_REPORTED, .day = day, .account = s->who->account,
		.address = s->address, .now = s->now, .remark = s->reason, .calendar = s->calendar}, s->issues, i);
}

static void write_row(struct db *db, struct report_sheet *s, int64_t entry, int i)
{
	static const char *const outcomes[] = {"skipped", "written", "overwritten"};
	struct report_row *row = &s->rows.at[i];
	struct arena *mem = db_arena(db);
	bool change = row->outcome != REPORT_SKIPPED;
	struct moment entered = s->clear ? (struct moment){0} : s->now;
	int64_t version = row->version;

	if (change) {
		if (!follow(db, s, i, s->day))
			return;
		struct rows *put = db_run(db, &report_put, A(row->id), A(row->version), A(s->day), A(entered));

		if (!put->n) {
			audit_stale(db, s->issues, i, "tick", row->name, "trainee", row->id);
			return;
		}
		version = row_int(put, 0, "version");
	}
	db_run(db, &entry_row_put, A(entry), A(row->id), A(outcomes[row->outcome]), A(row->report_date),
		A(change ? s->day : row->report_date), A(version));
	if (!change)
		return;
	audit_add(db, &(struct audit_event){.account = s->who->account, .agency = s->who->agency, .address = s->address,
		.action = "trainee.report-date", .subject_kind = "trainee", .subject = row->id, .reason = s->reason, .at = s->now,
		.before = day_json(mem, row->report_date), .after = day_json(mem, s->day)});
	row->due = plan_form_due(db, s->calendar, row, s->day, s->today);
}

/* The rows of one agency, as an entry that it sees.  What is read for one person (plan, calendar, attempts) is of no use to the next,
 * and all of it would be too much for 2,000.                                                                    ACMS-106 */
static int64_t write_agency(struct db *db, struct report_sheet *s, int64_t agency)
{
	struct arena *before = db_arena(db), *person = arena_new(PERSON_MEMORY);
	struct rows *put = db_run(db, &entry_put, A(agency), A(s->who->account), A(s->now), A(s->day), A(s->overwrite), A(s->reason));
	int64_t entry = put->n ? row_int(put, 0, "id") : 0;

	s->calendar = office_calendar(db, before);
	db_use_arena(db, person);
	for (int i = 0; i < s->rows.n; i++) {
		if (s->rows.at[i].agency == agency)
			write_row(db, s, entry, i);
		arena_reset(person);
	}
	db_use_arena(db, before);
	arena_free(person);
	return entry;
}

static bool agency_before(const struct report_sheet *s, int row)
{
	for (int i = 0; i < row; i++)
		if (s->rows.at[i].agency == s->rows.at[row].agency)
			return true;
	return false;
}

/* May run again, so it counts what is wrong anew. */
void report_write(struct db *db, void *with)
{
	struct report_sheet *s = with;

	issues_clear(s->issues);
	s->entry = 0;
	s->entries = 0;
	for (int i = 0; i < s->rows.n; i++) {
		if (agency_before(s, i))
			continue;
		s->entry = write_agency(db, s, s->rows.at[i].agency);
		s->entries++;
	}
	if (s->issues->n)
		db_undo(db);
}

/* One person of an entry back to the date before, unless somebody was here since. */
static void take_back_row(struct db *db, struct report_undo *u, int i)
{
	struct report_sheet *s = &u->sheet;
	struct report_row *row = &s->rows.at[i];
	struct rows *now = db_run(db, &entry_row_now, A(u->entry), A(row->id));
	struct date before = row_date(now, 0, "before_date");
	struct arena *mem = db_arena(db);

	if (row_int(now, 0, "version") != row_int(now, 0, "after_version"))
		audit_stale(db, s->issues, i, "tick", row->name, "trainee", row->id);
	if (*row->serial)
		issue(s->issues, i, "tick", "ERR_IN_SERIAL", row->name, row->serial);
	if (!date_set(before) && row_int(now, 0, "file_number"))
		issue(s->issues, i, "tick", "ERR_CLEAR_UPLOADED", row->name,
			arena_print(s->issues->mem, "%lld", (long long)row_int(now, 0, "file_number")));
	if (s->issues->n)
		return;
	struct date after = row_date(now, 0, "report_date");

	if (!follow(db, s, i, before))
		return;
	db_run(db, &report_put, A(row->id), A(row_int(now, 0, "version")), A(before), A(date_set(before) ? s->now : (struct moment){0}));
	audit_add(db, &(struct audit_event){.account = s->who->account, .agency = s->who->agency, .address = s->address,
		.action = "trainee.report-date-undone", .subject_kind = "trainee", .subject = row->id, .reason = s->reason, .at = s->now,
		.before = day_json(mem, after), .after = day_json(mem, before)});
	plan_form_due(db, s->calendar, row, before, s->today);
}

void report_take_back(struct db *db, void *with)
{
	struct report_undo *u = with;
	struct arena *before = db_arena(db), *person = arena_new(PERSON_MEMORY);
	struct rows *rows = db_run(db, &entry_rows, A(u->entry));
	int64_t *ids = arena_array(db_arena(db), (size_t)rows->n, sizeof *ids);
	int n = 0;

	issues_clear(u->sheet.issues);
	for (int i = 0; i < rows->n; i++)
		if (strcmp(row_text(rows, i, "outcome"), "skipped"))
			ids[n++] = row_int(rows, i, "id");
	report_load(db, &u->sheet, ids, n);
	u->sheet.calendar = office_calendar(db, before);
	db_use_arena(db, person);
	for (int i = 0; i < u->sheet.rows.n; i++) {
		take_back_row(db, u, i);
		arena_reset(person);
	}
	db_use_arena(db, before);
	arena_free(person);
	if (u->sheet.issues->n || !db_run(db, &entry_undo, A(u->entry), A(u->sheet.now))->n)
		db_undo(db);
}

bool plan_form_again(struct db *db, int64_t admission, const struct training_news *news)
{
	struct rows *r = NULL;
	struct report_row row;

	if (news->event == EVENT_RETRAIN_APPROVED)                  /* else who enters the day does it */
		r = db_run(db, &report_ticked, A(admission), A(0));
	if (!r || !r->n)
		return false;
	row = report_row_of(r, admission);
	row.file_number = 0;                                    /* the form of the attempt before */
	plan_form_due(db, office_calendar(db, db_arena(db)), &row, news->day, moment_date(news->now));
	return false;
}
