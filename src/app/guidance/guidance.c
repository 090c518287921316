/* guidance.c: what the kinds of this slice and of attendance share: times of day, days within the training. */
#include "app/guidance/guidance.h"

#include <string.h>

#include "app/guidance/private.h"
#include "base/text.h"

int minutes_of(const char *time)
{
	const char *colon = time ? strchr(time, ':') : NULL;
	int64_t hour, minute;

	if (!colon || strlen(colon) != 3 || colon - time > 2)
		return -1;
	char digits[3] = {0};

	memcpy(digits, time, (size_t)(colon - time));
	if (!text_to_int(digits, 0, 23, &hour) || !text_to_int(colon + 1, 0, 59, &minute))
		return -1;
	return (int)(hour * 60 + minute);
}

bool guide_time(struct life_case *c, const char *field, const char **time)
{
	const char *folded = text_fold(c->mem, *time ? *time : "");

	*time = folded;
	if (!*folded || minutes_of(folded) >= 0)
		return true;
	issue(c->issues, -1, field, "ERR_TEXT_GIVEN", arena_print(c->mem, "時間「%s」不正確，請以24小時制輸入時與分，例如 09:30。", folded));
	return false;
}

bool guide_in_training(struct life_case *c, const char *field, struct date day)
{
	const struct training *t = &c->life->training;
	bool pending = t->state == WITH_COMMISSION || t->state == RATING || t->state == PERIOD_ENDED;

	if (!date_before(day, t->report_date) && (!date_set(t->end) || !date_before(t->end, day) || pending))
		return true;
	life_refuse(c, field, life_cite(c->life, "period", "訓練辦法第25條"), "%s不在訓練期間%s至%s內，請更正日期", date_text(c->mem, day),
		date_text(c->mem, t->report_date), date_text(c->mem, t->end));
	return false;
}

bool guide_not_future(struct life_case *c, const char *field, struct date day)
{
	if (!date_before(c->today, day))
		return true;
	issue(c->issues, -1, field, "ERR_DATE_FUTURE", date_text(c->mem, c->today));
	return false;
}

const char *guide_held(const struct life *l)
{
	if (!date_set(l->training.report_date))
		return "尚未登錄報到日期；報到後始得登錄（訓練辦法第25條）。";
	return NULL;
}

const char *guide_cite_law(const struct life *l)
{
	return life_cite(l, "guide", "訓練辦法第32條");
}

const char *guide_own_hint(struct arena *mem, const struct life_case *c, const char *citation)
{
	const char *cited = life_cite(c->life, citation, "");

	return *cited ? arena_print(mem, "使用機關自訂表件時上傳（%s）", cited) : "使用機關自訂表件時上傳";
}
