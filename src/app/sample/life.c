/* life.c: what an agency has written down about two trainees of the sample: one far on, one who has just begun.  Knows no page. */
#include "app/account/account.h"
#include "app/attendance/attendance.h"
#include "app/guidance/guidance.h"
#include "app/sample/forms.h"
#include "app/sample/sample.sql.h"
#include "app/trainee/trainee.h"
#include "base/text.h"

enum { DAY = 86400, TRAINEES = 2 };

static const int reported_ago[TRAINEES] = {75, 12};             /* days */

struct writing { struct arena *mem; struct who officer; struct moment now; int64_t id[TRAINEES]; int n; };

static struct moment ago(const struct writing *w, int days)
{
	return (struct moment){w->now.seconds - (int64_t)days * DAY};
}

static struct date day_ago(const struct writing *w, int days)
{
	return moment_date(ago(w, days));
}

/* As the officer did it so many days ago; nothing where it can't be. */
static void write_down(struct db *db, struct writing *w, int trainee, int days, const struct life_kind *k, const char *act, void *data)
{
	struct life l;
	struct issues issues = issues_new(w->mem, NULL);
	struct life_who who = {.account = w->officer.account, .agency = w->officer.agency, .name = w->officer.full_name, .now = ago(w, days),
		.may = w->officer.may, .reason = ""};

	if (life_load(db, w->mem, w->id[trainee], day_ago(w, days), &l))
		life_begin(db, &l, k, act, data, NULL, &who, &issues);
}

static void report(struct db *db, void *with)
{
	struct writing *w = with;
	struct issues issues = issues_new(w->mem, NULL);
	struct rows *ids = db_run(db, &sample_planned, A(w->officer.agency), A(TRAINEES));

	for (w->n = 0; w->n < ids->n; w->n++) {
		struct report_sheet sheet = {.who = &w->officer, .reason = "", .now = ago(w, reported_ago[w->n]), .issues = &issues};

		w->id[w->n] = row_int(ids, w->n, "id");
		sheet.day = sheet.today = moment_date(sheet.now);
		report_load(db, &sheet, &w->id[w->n], 1);
		report_check(db, &sheet);
		if (!issues.n)
			report_write(db, &sheet);
	}
}

static struct guide_record month(const struct writing *w, int from, int until, const char *performance)
{
	static const struct code done = {"done", "實施完成"}, going_on = {"going_on", "實施中"}, not_yet = {"not_yet", "尚未實施"};

	return (struct guide_record){.from = day_ago(w, from), .until = day_ago(w, until), .unit = "人事室", .work_items = "公文收發、登記與歸檔",
		.orientation = done, .observation = going_on, .cases = going_on, .talks = not_yet, .observed = 2, .case_count = 1, .character = "B",
		.ability = "B", .life = "A", .attitude = "B", .performance = performance, .special = "", .deeds = ""};
}

static void write_all(struct db *db, void *with)
{
	struct writing *w = with;
	struct guide_record first = month(w, 75, 46, "B"), second = month(w, 44, 20, "D"), begun = month(w, 12, 5, "C");
	struct leave sick = {.kind = {"sick", "病假"}, .phase = {"pt", "實務訓練"}, .excuse = {"", ""}, .from = day_ago(w, 30),
		.until = day_ago(w, 30), .from_time = "08:30", .until_time = "12:30", .other = "", .approved_by = "", .document = "", .hours = 4};
	struct conduct praise = {.kind = {"commendation", "嘉獎"}, .times = 1, .day = day_ago(w, 15),
		.reason = "辦理檔案清理，認真負責", .document = ""};
	struct anomaly conflict = {.cause = {"conflict", "輔導衝突"}, .happened = day_ago(w, 1), .known = day_ago(w, 0), .happened_at = "14:00",
		.unit = "人事室", .work_items = "公文收發、登記與歸檔", .summary = "與同仁就公文分辦發生爭執",
		.course = "", .evidence = "", .handling = "", .accused = ""};

	for (int i = 0; i < w->n; i++) {
		struct mentor m = {.from = day_ago(w, reported_ago[i]), .title = "科員", .name = "林輔導", .unit = "人事室", .account = ""};

		write_down(db, w, i, reported_ago[i], &mentor_kind, "assign", &m);
	}
	write_down(db, w, 0, 45, &guide_record_kind, "record", &first);
	write_down(db, w, 0, 29, &leave_kind, "record", &sick);
	write_down(db, w, 0, 20, &guide_record_kind, "record", &second);
	write_down(db, w, 0, 14, &conduct_kind, "record", &praise);
	write_down(db, w, 1, 5, &guide_record_kind, "record", &begun);
	write_down(db, w, 1, 0, &anomaly_kind, "record", &conflict);
}

void sample_life(struct db *db, struct arena *mem, const char *officer, struct moment now)
{
	struct writing w = {.mem = mem, .now = now};

	if (!account_named(db, mem, officer, &w.officer))
		return;
	db_tx(db, report, &w);
	if (w.n == TRAINEES)
		db_tx(db, write_all, &w);
}
