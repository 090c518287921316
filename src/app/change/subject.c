/* subject.c: a participant as the subject of records, and the stations that its cases pass.                  PROMO-003 */
#include "app/change/change.sql.h"
#include "app/change/private.h"
#include "app/plan/book.h"
#include "base/text.h"

static bool (*hours_of)(struct db *, int64_t, struct change_hours *);

void change_hours_from(bool (*hours)(struct db *, int64_t, struct change_hours *))
{
	hours_of = hours;
}

const struct change_person *change_person(const struct life *l)
{
	return (const struct change_person *)(const void *)l->participant;
}

static bool load(struct db *db, struct arena *mem, int64_t id, struct life *l)
{
	struct change_person *x = arena_get(mem, sizeof *x);
	struct participant *p = &x->p;
	struct rows *more;

	if (!participant_load(db, mem, id, p))
		return false;
	x->reserves = participants_of(db, mem, p->type.id, p->year, p->selector, participant_states[PARTICIPANT_RESERVE].id);
	x->others = participants_of_person(db, mem, p->national_id);
	x->hours_known = hours_of && hours_of(db, id, &x->hours);
	change_letters_load(db, mem, id, &x->letters);
	more = db_run(db, &change_known, A(id));
	x->filled = row_bool(more, 0, "filled");
	x->at_fault = row_text(more, 0, "at_fault");
	x->delivered = row_date(more, 0, "delivered");
	l->participant = p;
	l->promotions = plan_book()->promotions;
	l->subject.agency = p->agency;
	l->subject.name = p->name;
	l->subject.national_id = p->national_id;
	l->subject.agency_name = p->agency_name;
	l->subject.what = arena_print(mem, "%lld年度%s", (long long)p->year, p->type.label);
	l->subject.about = participant_about(mem, p);
	return true;
}

static uint64_t may(const struct life *l, const struct life_who *who)
{
	/* Whom the case passes may read its proofs; each reading leaves its trace.  README decision 22 */
	return participant_may(l->participant, who->may, who->agency, who->all_agencies) | MAY_SENSITIVE;
}

static const char *no_use(const struct life_case *c)
{
	const struct participant *p = c->life->participant;

	return arena_print(c->mem, "%s目前為「%s」（%s），不適用「%s」（%s）。請由該員之參訓紀錄頁選擇目前可辦理之事項。", p->name, p->state.label,
		participant_phases[participant_phase(p)].label, c->kind->title, c->kind->citation ? c->kind->citation(c->life) : "");
}

static int64_t service(const struct life *l) { return l->participant->agency; }
static int64_t selecting(const struct life *l) { return l->participant->selector; }
static int64_t institute(const struct life *l) { return l->participant->institute; }

static const struct life_station stations[] = {
	{LIFE_SERVICE, 4, MAY_AT_SERVICE, "服務機關", "life.at-service", service},
	{LIFE_SELECTING, 8, MAY_AT_SELECTING, "遴選機關", "life.at-selecting", selecting},
	{LIFE_COMMISSION, 16, MAY_PROMOTION_CALL, "保訓會", "life.at-commission", NULL},
	{LIFE_INSTITUTE, 32, MAY_CLASS, "訓練機關（構）、學校", "life.at-institute", institute}, {0}
};

const struct life_subject_kind change_subject = {.name = "participant", .page = "/promotion/participants", .records = "/promotion/requests",
	.load = load, .may = may, .scope = participant_scope, .no_use = no_use, .stations = stations,
	.review = change_letters_say, .done = change_letter_keep};
