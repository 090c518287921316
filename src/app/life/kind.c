/* kind.c: the kinds that the program knows, their acts, and who may do what.  Knows no database. */
#include <string.h>

#include "app/life/private.h"
#include "base/text.h"

static const struct life_kind *const none[] = {NULL};
static const struct life_kind *const *kinds = none;

const char *const life_groups[] = {"申請與核定", "輔導", "差勤與獎懲", "成績", "廢止與離訓"};

void life_kinds(const struct life_kind *const *all)
{
	kinds = all;
	life_list_kinds(all);
}

const struct life_kind *const *life_all(void)
{
	return kinds;
}

const struct life_kind *life_kind_named(const char *name)
{
	for (const struct life_kind *const *k = kinds; *k; k++)
		if (text_is((*k)->name, name))
			return *k;
	return NULL;
}

bool life_names(const char *names, const char *name)
{
	size_t n = strlen(name);

	for (const char *at = names; n && *at; at += strcspn(at, " "), at += *at == ' ')
		if (strcspn(at, " ") == n && !memcmp(at, name, n))
			return true;
	return false;
}

const struct life_act *life_act_named(const struct life_kind *k, const char *name)
{
	for (const struct life_act *a = k->acts; a->name; a++)
		if (text_is(a->name, name))
			return a;
	return NULL;
}

static bool has_right(uint64_t wanted, const struct life_who *who)
{
	return who->applicant ? wanted & MAY_APPLICANT : (wanted & who->may & ~MAY_APPLICANT) != 0;
}

const struct life_act *life_beginning(const struct life_kind *k, const struct life_who *who)
{
	for (const struct life_act *a = k->acts; a->name; a++)
		if (!*a->from && has_right(a->may, who))
			return a;
	return NULL;
}

bool life_lets_in(const struct life_kind *k, const struct life_who *who)
{
	return !k->sensitive || who->applicant || (who->may & MAY_SENSITIVE);
}

const struct life_subject_kind *life_subject_of(const struct life_kind *k)
{
	return k->subject ? k->subject : &life_trainee;
}

uint64_t life_sees(const struct life_kind *k, const char *state)
{
	return k->sees && state ? k->sees(state) : k->see;
}

bool life_may_see(const struct life_kind *k, const struct code *state, const struct life_who *who)
{
	if (!has_right(life_sees(k, state ? state->id : NULL), who) || !life_lets_in(k, who))
		return false;
	return !state || !k->at_agency || !who->all_agencies || !life_names(k->at_agency, state->id);
}

bool life_may_see_record(const struct life_record *r, const struct life_who *who)
{
	return life_may_see(r->kind, &r->state, who) && !(who->account && r->shut_out == who->account);
}

bool life_may_do(const struct life_record *r, const struct life_act *a, const struct life_who *who)
{
	return *a->from && life_names(a->from, r->state.id) && has_right(a->may, who);
}
