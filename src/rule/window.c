/* window.c: see window.h. */
#include "rule/window.h"

bool window_judge(struct verdict *v, const struct window *w, struct window_answer *to)
{
	struct act_deadline a;
	const char *due;

	if (!verdict_in_range(v, w->event) || !verdict_deadline(v, w->source, w->event, w->length, w->counting, &a))
		return false;
	to->due = a.due;
	due = date_long_text(v->mem, a.due);
	v->result = RESULT_ALLOWED;
	if (!date_set(w->filed)) {
		verdict_say(v, w->source, "尚未提出，應於%s以前提出", due);
		return true;
	}
	to->in_time = (struct maybe_bool){true, !date_before(a.due, w->filed)};
	if (!to->in_time.yes)
		return verdict_refuse(v, w->code, w->source, "%s提出，逾末日%s計%d日，%s", date_long_text(v->mem, w->filed), due,
			days_between(a.due, w->filed), w->late);
	verdict_say(v, w->source, "%s提出，未逾末日%s", date_long_text(v->mem, w->filed), due);
	return true;
}
