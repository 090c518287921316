/* graduate.c: 升官等訓練 in the sample: a class whose scores were determined, with 成績單, a 複查, and 訓練合格證書 at every stage. */
#include "app/account/account.h"
#include "app/agency/agency.h"
#include "app/fee/fee.h"
#include "app/participant/participant.h"
#include "app/recheck/recheck.h"
#include "app/sample/forms.h"
#include "app/sample/sample.sql.h"
#include "base/collate.h"
#include "base/log.h"
#include "base/text.h"

enum { BEGAN = 150, LASTED = 25, DETERMINED = 40, RECEIVED = 4, ASKED = 2, FILED = 20, ISSUED = 8 };

/* Name, ID, scores by 10 %, and what happened after 核定. */
static const struct { const char *name, *id, *training, *course, *total; bool passed, received, rechecks; enum participant_event last; } people[] = {
	{"沈嘉玲", "B254002027", "88.00", "81.00", "81.70", true, true, false, PARTICIPANT_CERTIFIES},
	{"韓志遠", "A154001018", "84.00", "72.50", "73.65", true, true, false, PARTICIPANT_CERTIFICATE_FILED},
	{"朱文彥", "C154003032", "79.00", "70.00", "70.90", true, true, false, PARTICIPANT_PASSES},
	{"秦雅雯", "D254004041", "76.00", "56.50", "58.45", false, true, true, PARTICIPANT_FAILS},
};

struct graduating { struct arena *mem; int64_t selector; const char *service, *school; struct who who; struct moment now; int64_t class, request;
	struct date from, until, today; };

static void happen(struct db *db, const struct graduating *g, struct participant *p, enum participant_event event, struct date day)
{
	if (!participant_happen(db, p, &(struct participant_news){.event = event, .day = day, .account = g->who.account, .address = "",
			.document = event == PARTICIPANT_CERTIFIES ? "考臺組字第1130000002號" : "", .now = g->now}))
		fail("the sample's %s is no %s any more", p->name, p->state.label);
}

static void certify(struct db *db, const struct graduating *g, struct participant *p, enum participant_event last)
{
	if (last != PARTICIPANT_CERTIFICATE_FILED && last != PARTICIPANT_CERTIFIES)
		return;
	db_run(db, &sample_award_member, A(g->request), A(p->id));
	happen(db, g, p, PARTICIPANT_CERTIFICATE_FILED, date_plus(g->today, -FILED));
	if (last != PARTICIPANT_CERTIFIES)
		return;
	db_run(db, &sample_award_number, A(p->id), A(arena_print(g->mem, "%lld訓佐字第000001號", (long long)p->year)),
		A(date_plus(g->today, -ISSUED)));
	happen(db, g, p, PARTICIPANT_CERTIFIES, date_plus(g->today, -ISSUED));
}

static void train_one(struct db *db, const struct graduating *g, struct participant *p, int i)
{
	struct date determined = date_plus(g->today, -DETERMINED), received = date_plus(g->today, -RECEIVED);
	struct participant_news news = {.account = g->who.account, .address = "", .now = g->now};

	participant_assign(db, p, g->class, p->institute, g->from, g->until, &news);
	happen(db, g, p, PARTICIPANT_BEGAN, g->from);
	happen(db, g, p, PARTICIPANT_COMPLETES, g->until);
	db_run(db, &sample_class_member, A(p->id), A(g->class), A(g->from));
	db_run(db, &sample_result_put, A(p->id), A(people[i].training), A(people[i].course), A(people[i].total), A(people[i].passed), A(determined),
		A(people[i].received ? received : (struct date){0}), A(arena_print(g->mem, "10000000000%d", i)));
	happen(db, g, p, people[i].passed ? PARTICIPANT_PASSES : PARTICIPANT_FAILS, determined);
	certify(db, g, p, people[i].last);
	fee_training_days(db, p->id);
	if (people[i].rechecks) {
		db_run(db, &sample_recheck_put, A(p->id), A(date_plus(g->today, -ASKED)), A(g->now));
		recheck_answer_due(db, g->mem, p, date_plus(g->today, -ASKED), false);
	}
}

static void graduate(struct db *db, void *with)
{
	struct graduating *g = with;
	struct agency service, school;

	if (!agency_find(db, g->mem, g->service, &service) || !agency_find(db, g->mem, g->school, &school))
		fail("the sample has no %s", g->service);
	g->class = row_int(db_run(db, &sample_class_put, A(roc_year(g->from)), A(school.id), A(g->from), A(g->until), A("第2梯次甲班")), 0, "id");
	db_run(db, &sample_determination_put, A(g->class), A(date_plus(g->today, -DETERMINED)), A(g->who.account), A(g->now));
	g->request = row_int(db_run(db, &sample_award_request, A(date_plus(g->today, -FILED)), A(g->who.account), A(g->now)), 0, "id");
	for (int i = 0; i < (int)(sizeof people / sizeof *people); i++) {
		struct participant p = {.type = promotion_type_codes[ZUO_TO_ZHENG], .year = roc_year(g->from), .place = i + 1,
			.selector = g->selector,
			.agency_code = service.code, .agency_name = service.name, .outcome = outcome_codes[0], .origin = origin_codes[0],
			.cost = cost_codes[0], .sex = *code_find(sex_codes, people[i].id[1] == '1' ? "male" : "female"),
			.national_id = people[i].id, .name = people[i].name, .title = "警員", .birth_date = date_make(1983, 3, 9 + i)};

		db_run(db, &sample_person_put, A(p.national_id), A(p.name), A(collate_key(g->mem, p.name)), A(p.sex.id), A(p.birth_date));
		if (!participant_load(db, g->mem, participant_add(db, &p, &(struct participant_news){.event = PARTICIPANT_ACCEPTED,
				.account = g->who.account, .address = "", .now = g->now}), &p))
			fail("the sample's %s takes part already", people[i].name);
		p.institute = school.id;
		train_one(db, g, &p, i);
	}
}

void sample_graduates(struct db *db, struct arena *mem, int64_t selector, const char *service, const char *school, const char *commission,
	struct moment now)
{
	struct date today = moment_date(now), from = date_plus(today, -BEGAN);
	struct graduating g = {.mem = mem, .selector = selector, .service = service, .school = school, .now = now, .from = from,
		.until = date_plus(from, LASTED), .today = today};

	if (account_named(db, mem, commission, &g.who))
		db_tx(db, graduate, &g);
}
