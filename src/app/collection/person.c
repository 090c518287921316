/* person.c: what the page of a trainee says of the certificate's fee.                                    ACMS-095 ACMS-100 */
#include <string.h>

#include "app/collection/collection.sql.h"
#include "app/collection/private.h"
#include "app/may.h"
#include "base/text.h"

static void add_fact(struct req *r, struct person_more *m, const char *text, const char *note)
{
	struct person_fact *facts = arena_array(r->mem, (size_t)m->facts_n + 1, sizeof *facts);

	if (m->facts_n)
		memcpy(facts, m->facts, (size_t)m->facts_n * sizeof *facts);
	facts[m->facts_n++] = (struct person_fact){"證書費", text, note};
	m->facts = facts;
}

static void add_event(struct req *r, struct person_more *m, struct date on, const char *what)
{
	struct person_event *events = arena_array(r->mem, (size_t)m->events_n + 1, sizeof *events);

	if (m->events_n)
		memcpy(events, m->events, (size_t)m->events_n * sizeof *events);
	events[m->events_n++] = (struct person_event){.on = on, .what = what, .tag = "已繳費", .tag_class = "done", .mark = "ok"};
	m->events = events;
}

void collection_fill_person(struct req *r, const struct trainee *t, struct person_more *m)
{
	struct rows *s = req_may(r, MAY_CERTIFICATE_SEE | MAY_PAYMENT) ? db_run(r->db, &collected_standing, A(t->id)) : NULL;
	const char *number, *amount;
	const struct code *channel;
	struct date due, paid;

	if (!s || !s->n)
		return;
	number = arena_print(r->mem, "繳費單 %s", row_text(s, 0, "number"));
	amount = arena_print(r->mem, "%lld 元", (long long)row_int(s, 0, "amount"));
	due = row_date(s, 0, "due");
	paid = row_date(s, 0, "paid_on");
	channel = code_find(fee_channels, row_text(s, 0, "channel"));
	if (date_set(paid)) {
		add_fact(r, m, arena_print(r->mem, "已於 %s 繳納 %s%s%s%s", date_text(r->mem, paid), amount, channel ? "（" : "",
			channel ? channel->label : "", channel ? "）" : ""), number);
		add_event(r, m, paid, arena_print(r->mem, "繳納證書費 %s", amount));
	} else {
		add_fact(r, m, arena_print(r->mem, date_before(due, r->today) ? "逾期未繳：應繳 %s，繳款期限 %s" : "待繳款：應繳 %s，繳款期限 %s",
			amount, date_text(r->mem, due)), number);
	}
}
