/* station.c: whom a record waits for, and who is told when it goes from one to the next: 保訓會 and 國家文官學院 when it reaches them, the
 * subject's agency when they have answered; what waits for a 單位主管.      PLAN-137 */
#include <stdarg.h>

#include "app/account/account.h"
#include "app/life/private.h"
#include "app/notice/notice.h"
#include "base/text.h"

static const char record_kind[] = "life";

static const char *states_at(const struct life_kind *k, enum life_station_id id)
{
	const char *const at[LIFE_STATIONS] = {[LIFE_COMMISSION] = k->commission, [LIFE_COLLEGE] = k->college, [LIFE_SERVICE] = k->service,
		[LIFE_SELECTING] = k->selecting, [LIFE_INSTITUTE] = k->institute};

	return at[id] ? at[id] : "";
}

int life_waits(const struct life_kind *k, const char *state)
{
	int bits = 0;

	for (const struct life_station *s = life_subject_of(k)->stations; s->bit; s++)
		bits |= life_names(states_at(k, s->id), state) ? s->bit : 0;
	return bits;
}

int life_waits_for(uint64_t may)
{
	int bits = 0;

	for (const struct life_station *s = life_trainee.stations; s->bit; s++)
		bits |= may & s->may ? s->bit : 0;
	return bits;
}

static const struct life_act *awaited(const struct life_record *r, const struct life_who *who)
{
	const struct life_act *a = r->kind->acts;

	while (a->name && !(a->may & MAY_UNIT_HEAD && life_may_do(r, a, who)))
		a++;
	return a->name ? a : NULL;
}

struct life_duties life_duties(const struct life *l, const struct life_who *who)
{
	struct life_duties d = {0, arena_array(l->mem, (size_t)l->n, sizeof *d.at)};

	for (int i = 0; who->may & MAY_UNIT_HEAD && i < l->n; i++) {
		const struct life_record *r = &l->at[i];
		const struct life_act *a = r->kind->unit_head && life_names(r->kind->unit_head, r->state.id) ? awaited(r, who) : NULL;

		if (a && r->steps.n)
			d.at[d.n++] = (struct life_duty){r, a, moment_date(r->steps.at[r->steps.n - 1].at)};
	}
	return d;
}

void life_tell_agency(struct db *db, const struct life_case *c, int64_t agency, const char *text)
{
	const struct life_subject *s = &c->life->subject;

	if (agency)
		notice_add(db, &(struct notice){.agency = agency, .kind = arena_print(c->mem, "life.%s", c->kind->name),
			.subject_kind = s->kind->name, .subject = s->id, .text = arena_print(c->mem, "%s：%s", s->name, text),
			.link = arena_print(c->mem, "%s/%lld", s->kind->records, (long long)c->record->id)});
}

/* To the offices of a station, whoever of it may see such records; `text` NULL: what they were told is done. */
static void tell_station(struct db *db, const struct life_case *c, const struct life_station *s, const char *text)
{
	int64_t one = s->agency ? s->agency(c->life) : 0;
	struct account_agencies to = one ? (struct account_agencies){.n = 1, .at = &one} :
		account_agencies_with(db, c->mem, s->may | (c->kind->sensitive ? MAY_SENSITIVE : 0));

	for (int i = 0; i < to.n; i++) {
		if (!text)
			notice_over(db, to.at[i], s->notice, record_kind, c->record->id);
		else
			notice_add(db, &(struct notice){.agency = to.at[i], .kind = s->notice, .subject_kind = record_kind, .subject = c->record->id,
				.text = text, .link = arena_print(c->mem, "%s/%lld", c->life->subject.kind->records, (long long)c->record->id)});
	}
}

/* What a station enters itself it need not be told. */
void life_moved(struct db *db, struct life_case *c, int before, int after)
{
	bool at_station = c->who.may & (MAY_COMMISSION | MAY_COLLEGE), began = !*c->act->from;

	for (const struct life_station *s = c->life->subject.kind->stations; s->bit; s++) {
		if (before & s->bit & ~after)
			tell_station(db, c, s, NULL);
		if (after & s->bit & ~before && !(c->who.may & s->may))
			tell_station(db, c, s, arena_print(c->mem, "%s：「%s」%s，待%s辦理。", c->life->subject.about, c->kind->title,
				c->act->label, s->name));
	}
	if (at_station && !began && before != after)
		life_tell(db, c, "%s：%s%s%s", c->kind->title, c->act->label, c->who.reason && *c->who.reason ? "，" : "",
			c->who.reason ? c->who.reason : "");
}

void life_tell(struct db *db, const struct life_case *c, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	life_tell_agency(db, c, c->life->subject.agency, arena_vprint(c->mem, format, args));
	va_end(args);
}
