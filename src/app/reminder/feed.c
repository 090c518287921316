/* feed.c: an account's open deadlines as iCalendar (RFC 5545), behind an address that only its owner was shown. */
#include <libical/ical.h>
#include <string.h>

#include "app/account/account.h"
#include "app/deadline/deadline.h"
#include "app/reminder/private.h"
#include "app/reminder/reminder.sql.h"
#include "base/random.h"
#include "base/text.h"

enum { DEADLINES_MOST = 2000 };

static struct icaltimetype day_of(struct date d)
{
	struct icaltimetype t = icaltime_null_date();

	date_split(d, &t.year, &t.month, &t.day);
	return t;
}

static icalcomponent *event_of(struct req *r, const struct deadline *d, struct icaltimetype stamp)
{
	const char *title = arena_print(r->mem, "%s%s：%s", d->days_left < 0 ? "【逾期】" : "", d->kind->title,
		reminder_masked(r->mem, d->about));
	const char *about = arena_print(r->mem, "應辦者：%s\n逾期之效果：%s\n依據：%s%s", d->kind->who, d->kind->consequence,
		d->citation ? d->citation : d->kind->citation, d->provisional ? "\n暫算（未載入該年行事曆）" : "");

	return icalcomponent_vanew(ICAL_VEVENT_COMPONENT,
		icalproperty_new_uid(arena_print(r->mem, "deadline-%lld@peixun", (long long)d->id)),
		icalproperty_new_dtstamp(stamp),
		icalproperty_new_dtstart(day_of(d->due)),
		icalproperty_new_dtend(day_of(date_plus(d->due, 1))),
		icalproperty_new_summary(title),
		icalproperty_new_description(about),
		icalproperty_new_url(arena_print(r->mem, "%s/deadlines", reminder_origin(r->mem))),
		icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT),
		(void *)0);
}

static icalcomponent *calendar_of(struct req *r, const struct rows *who)
{
	struct deadlines due = deadline_list(r->db, r->mem, &(struct deadline_query){.scope = {.agency = row_int(who, 0, "agency")},
		.today = r->today, .most = DEADLINES_MOST});
	struct icaltimetype stamp = icaltime_from_timet_with_zone(r->now.seconds, 0, icaltimezone_get_utc_timezone());
	icalproperty *name = icalproperty_new_x(arena_print(r->mem, "%s 期限", row_text(who, 0, "agency_name")));
	icalcomponent *c = icalcomponent_vanew(ICAL_VCALENDAR_COMPONENT,
		icalproperty_new_version("2.0"),
		icalproperty_new_prodid("-//Peixun//deadlines//ZH-TW"),
		icalproperty_new_method(ICAL_METHOD_PUBLISH),
		(void *)0);

	icalproperty_set_x_name(name, "X-WR-CALNAME");
	icalcomponent_add_property(c, name);
	for (int i = 0; i < due.n; i++)
		icalcomponent_add_component(c, event_of(r, &due.at[i], stamp));
	return c;
}

/* Whoever has the address reads it: there is no session. */
void feed_get(struct req *r)
{
	struct rows *who = db_run(r->db, &reminder_of_feed, A(token_hash(r->mem, r->word[0])));
	const struct role *role = who->n ? role_find(row_text(who, 0, "role")) : NULL;
	icalcomponent *c;
	char *text;

	if (!reminder_for(role)) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return;
	}
	c = calendar_of(r, who);
	text = icalcomponent_as_ical_string_r(c);
	reply_bytes(r, 200, "text/calendar; charset=utf-8", arena_text(r->mem, text), strlen(text));
	icalmemory_free_buffer(text);
	icalcomponent_free(c);
}
