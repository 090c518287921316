/* participant.c: 升官等訓練 in the sample: who takes part in the training of the year before the call, in the states that there are. */
#include "app/account/account.h"
#include "app/agency/agency.h"
#include "app/participant/participant.h"
#include "app/sample/forms.h"
#include "base/log.h"
#include "base/text.h"

enum { STEPS = 2, WEEKS = 4, SOON = 21, LONG_AGO = 10 };

/* Name, ID, 參訓身分, 正選 or 備選, and what happened; ACCEPTED (0) is nothing more. */
static const struct { const char *name, *id, *origin, *outcome; enum participant_event steps[STEPS]; } people[] = {
	{"趙正揚", "A253001007", "first_time", "primary", {0}},
	{"錢佑安", "B153001373", "first_time", "primary", {0}},
	{"孫立婷", "C153001749", "failed_reselected", "primary", {0}},
	{"周品安", "D253002114", "first_time", "primary", {PARTICIPANT_DEFERS}},
	{"吳宗儒", "E153002480", "first_time", "primary", {PARTICIPANT_WITHDREW}},
	{"鄭宇翔", "F153002856", "first_time", "primary", {PARTICIPANT_BEGAN}},
	{"王思妤", "G253003221", "first_time", "primary", {PARTICIPANT_BEGAN}},
	{"馮家豪", "H153003597", "first_time", "primary", {PARTICIPANT_BEGAN, PARTICIPANT_STOPPED}},
	{"陳冠廷", "J153003963", "first_time", "primary", {PARTICIPANT_BEGAN, PARTICIPANT_REVOKES}},
	{"褚俊傑", "K253004338", "first_time", "primary", {PARTICIPANT_BEGAN, PARTICIPANT_COMPLETES}},
	{"衛怡君", "L153004701", "first_time", "reserve", {0}},
	{"蔣承翰", "M153005076", "first_time", "reserve", {0}},
};
enum { PEOPLE = sizeof people / sizeof *people };

struct taking { struct arena *mem; int year; int64_t selector, school; const char *service, *letter; struct who who; struct moment now; };

/* Those in class began some days ago, the others begin soon. */
static void go_on(struct db *db, const struct taking *t, int64_t id, const enum participant_event *steps)
{
	struct participant_news news = {.account = t->who.account, .address = "", .document = t->letter, .remark = "", .now = t->now};
	struct date from = date_plus(moment_date(t->now), *steps && *steps != PARTICIPANT_DEFERS && *steps != PARTICIPANT_WITHDREW ?
		-LONG_AGO : SOON);
	struct past past = {.cause = promotion_cause_codes[CAUSE_TRUANCY], .filled = yes_no_codes[1]};
	struct participant p;

	if (!participant_load(db, t->mem, id, &p))
		fail("the sample's participant %lld is gone", (long long)id);
	if (text_is(p.outcome.id, "primary"))
		participant_assign(db, &p, 0, t->school, from, date_plus(from, WEEKS * 7 - 3), &news);
	news.past = &past;
	for (int i = 0; i < STEPS && steps[i]; i++) {
		news.event = steps[i];
		if (!participant_happen(db, &p, &news))
			fail("the sample's %s is no %s any more", p.name, p.state.label);
	}
}

static void take_part(struct db *db, void *with)
{
	const struct taking *t = with;
	struct agency service;

	if (!agency_find(db, t->mem, t->service, &service))
		fail("the sample has no %s", t->service);
	for (int i = 0; i < PEOPLE; i++) {
		struct participant p = {.type = promotion_type_codes[ZUO_TO_ZHENG], .year = t->year, .national_id = people[i].id,
			.name = people[i].name,
			.sex = *code_find(sex_codes, people[i].id[1] == '1' ? "male" : "female"), .birth_date = date_make(1982 + i % 8, 1 + i, 5 + i),
			.title = "警員", .selector = t->selector, .agency_code = service.code, .agency_name = service.name, .place = i + 1,
			.outcome = *code_find(outcome_codes, people[i].outcome), .origin = *code_find(origin_codes, people[i].origin),
			.cost = cost_codes[text_is(people[i].origin, "failed_reselected")]};

		go_on(db, t, participant_add(db, &p, &(struct participant_news){.event = PARTICIPANT_ACCEPTED, .account = t->who.account,
			.address = "", .document = t->letter, .now = t->now}), people[i].steps);
	}
}

void sample_participants(struct db *db, struct arena *mem, int64_t selector, int64_t school, const char *service, const char *commission,
	struct moment now)
{
	struct taking t = {.mem = mem, .year = roc_year(moment_date(now)), .selector = selector, .school = school, .service = service,
		.now = now};

	t.letter = arena_print(mem, "公訓字第%d0000002號", t.year);
	if (account_named(db, mem, commission, &t.who))
		db_tx(db, take_part, &t);
}
