/* certificate.c: trainees of one examination at every stage of 請證, some of whom have to pay.  Knows no page. */
#include "app/certificate/certificate.h"

#include "app/account/account.h"
#include "app/exam/exam.h"
#include "app/sample/forms.h"
#include "app/sample/sample.sql.h"
#include "base/collate.h"
#include "base/text.h"

enum { STARTED_AGO = 150, ENDED_AGO = 30, DAY = 86400, AMOUNT = 500, PAY_DAYS = 20 };

/* What was entered of each; score NULL: nothing.  serial: 0 none, then the first, second … application. */
static const struct { const char *national_id, *name, *sex, *identity, *score; bool proof; int serial; } persons[] = {
	{"A100000010", "丁一心", "male", "", NULL, false, 0}, {"B200000013", "方思齊", "female", "", NULL, false, 0},
	{"C100000030", "王育仁", "male", "一般", "55.50", false, 0}, {"D200000042", "田雨青", "female", "一般", "78.00", false, 0},
	{"E100000050", "白景文", "male", "低收入戶", "81.50", true, 0}, {"F200000062", "石曉嵐", "female", "一般", "84.00", false, 1},
	{"G100000070", "江以安", "male", "原住民族", "79.25", false, 1}, {"H200000082", "余佩玲", "female", "一般", "88.00", false, 2},
	{"J100000090", "沈柏元", "male", "一般", "90.00", false, 3}, {"K200000100", "范詠晴", "female", "中低收入戶", "86.75", true, 3},
};
enum { PERSONS = sizeof persons / sizeof *persons, SERIALS = 3 };

struct applying { struct arena *mem; struct who officer, commission; struct moment now; int64_t exam, id[PERSONS]; };

static struct moment ago(const struct applying *a, int days)
{
	return (struct moment){a->now.seconds - (int64_t)days * DAY};
}

static void put_all(struct db *db, void *with)
{
	struct applying *a = with;
	struct date today = moment_date(a->now);

	a->exam = exam_add(db, &(struct exam){.exam_year = 114, .exam_code = "301", .exam_name = "公務人員初等考試", .plan = "",
		.pass_mark_education = "60.00", .pass_mark_practical = "60.00", .roster_recipient = "國家文官學院", .plan_due_days = 7,
		.apply_due_days = 7, .training_supervisor = true, .active = true});
	db_run(db, &sample_fee_put, A(a->exam), A(AMOUNT), A(PAY_DAYS), A(date_plus(today, -STARTED_AGO)));
	for (int i = 0; i < PERSONS; i++) {
		int64_t person = row_int(db_run(db, &sample_person_put, A(persons[i].national_id), A(persons[i].name),
			A(collate_key(a->mem, persons[i].name)), A(persons[i].sex), A(date_make(1994, 1 + i, 10 + i))), 0, "id");

		a->id[i] = row_int(db_run(db, &sample_admission_put, A(person), A(a->exam), A(a->officer.agency), A("五等考試"), A("一般行政"),
			A(ago(a, STARTED_AGO))), 0, "id");
		db_run(db, &sample_education, A(a->id[i]), A("76.00"));
	}
}

static void enter_all(struct db *db, void *with)
{
	struct applying *a = with;

	for (int i = 0; i < PERSONS; i++)
		if (persons[i].score)
			certificate_enter(db, &a->officer, ago(a, ENDED_AGO - 2), a->id[i],
				&(struct certificate_entry){.identity = persons[i].identity,
				.proof = persons[i].proof, .score = persons[i].score, .start = moment_date(ago(a, STARTED_AGO)),
				.end = moment_date(ago(a, ENDED_AGO))});
}

/* The application as far as it has come: 1 made, 2 confirmed, 3 issued by 考試院. */
static void apply(struct db *db, struct applying *a, int which)
{
	struct certificate_order o = {.who = &a->officer, .now = ago(a, ENDED_AGO - 3), .reason = "", .document = ""};
	int64_t ids[PERSONS], serial;
	struct issues issues;

	for (int i = 0; i < PERSONS; i++)
		if (persons[i].serial == which)
			ids[o.n++] = a->id[i];
	o.ids = ids;
	serial = o.serial = certificate_act(db, "make", &o, &issues);
	if (which == 1 || !certificate_act(db, "confirm", &o, &issues) || which == 2)
		return;
	o = (struct certificate_order){.who = &a->commission, .now = ago(a, ENDED_AGO - 10), .ids = &serial, .n = 1, .reason = "",
		.document = "公訓字第1150001234號", .day = moment_date(ago(a, ENDED_AGO - 10))};
	certificate_act(db, "csptc", &o, &issues);
	o.document = "考授銓字第1150005678號";
	certificate_act(db, "exam-yuan", &o, &issues);
}

static void apply_all(struct db *db, void *with)
{
	for (int i = 1; i <= SERIALS; i++)
		apply(db, with, i);
}

const char *sample_certificates(struct db *db, struct arena *mem, const char *officer, const char *commission, struct moment now)
{
	struct applying a = {.mem = mem, .now = now};

	if (!account_named(db, mem, officer, &a.officer) || !account_named(db, mem, commission, &a.commission))
		return "";
	db_tx(db, put_all, &a);
	db_tx(db, enter_all, &a);
	db_tx(db, apply_all, &a);
	return persons[PERSONS - 3].national_id;
}
