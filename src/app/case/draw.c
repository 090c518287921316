/* draw.c: the forms of applications and the letters that go with them, filled in.  Knows no rule. */
#include "app/case/draw.h"

#include "app/case/bt.h"
#include "app/case/exempt.h"
#include "app/case/shorten.h"
#include "app/case/stop.h"
#include "base/text.h"

static const char *words(const char *text)
{
	return text && *text ? text : NULL;
}

struct paper_person case_person(const struct life_case *c, const char *postal_code, const char *address, const char *phone)
{
	struct paper_person p = life_paper_person(c->life);

	p.postal_code = words(postal_code);
	p.address = words(address);
	p.phone = words(phone);
	return p;
}

const char *const *case_letter(struct pdf *pdf, const struct life_case *c, const char *kind, const char *cause, struct date sent,
	const char *number)
{
	struct paper_letter l = {.head = life_paper_head(c, PLAN_FORMS_N), .kind = kind, .who = c->life->t.name, .cause = cause,
		.basis = c->kind->citation(c->life), .date = sent, .number = words(number)};

	l.head.exam_year = c->life->t.exam_year;                /* who was admitted in that year, whatever year's plan governs */
	paper_letter_fill(c->mem, &l);
	return paper_letter_draw(pdf, &l);
}

static const struct case_forward *forwarded(const struct life_case *c, const char *act)
{
	static const struct case_forward none = {.document = ""};
	const struct case_forward *f = life_answers(c->record, act);

	return f ? f : &none;
}

/* ---- 停止訓練, 重新訓練: a letter ---- */

const char *const *stop_draw(struct pdf *pdf, const struct life_case *c)
{
	const struct stop *s = c->data;
	const struct case_forward *f = forwarded(c, "forward");
	const char *cause = c->kind == &case_stop_absent ?
		arena_print(c->mem, "缺課%lld小時，逾課程時數%lld小時之規定比例", (long long)s->absent_hours, (long long)s->course_hours) :
		arena_print(c->mem, "%s，致無法繼續訓練（%s）", s->cause.label, date_long_text(c->mem, s->event));

	return case_letter(pdf, c, "stop", cause, f->sent, f->document);
}

const char *const *retrain_draw(struct pdf *pdf, const struct life_case *c)
{
	return case_letter(pdf, c, "retraining", NULL, (struct date){0}, NULL);
}

/* ---- 附件3 of one person; that of many is list.c ---- */

const char *const *exempt_draw(struct pdf *pdf, const struct life_case *c)
{
	const struct trainee *t = &c->life->t;
	struct paper_exempt_person person = {t->name, t->national_id, t->birth_date, words(t->exam_level), words(t->exam_category),
		words(((const struct exempt *)c->data)->remark)};
	struct paper_exempt_list p = {.head = life_paper_head(c, PLAN_FORM_EXEMPT_LIST), .persons = {1, &person}};
	const struct case_forward *f = forwarded(c, "send");
	const char *const *missing = paper_exempt_list_draw(pdf, &p);

	case_letter(pdf, c, "exemption", NULL, f->sent, f->document);
	return missing;
}

/* ---- 附件4 ---- */

static const char *const grades[] = {"", "委任第一職等", "委任第二職等", "委任第三職等", "委任第四職等", "委任第五職等", "薦任第六職等",
	"薦任第七職等", "薦任第八職等", "薦任第九職等", "簡任第十職等", "簡任第十一職等", "簡任第十二職等", "簡任第十三職等", "簡任第十四職等"};

static const char *grade_words(int64_t n)
{
	return n > 0 && n < (int64_t)(sizeof grades / sizeof *grades) ? grades[n] : NULL;
}

static const char *range_words(struct arena *mem, int64_t least, int64_t most)
{
	const char *from = grade_words(least), *to = grade_words(most);

	return from && to && least != most ? arena_print(mem, "%s至%s", from, to) : from ? from : to;
}

/* 服務年資 in years, months, days: whole months as the periods of law count them. */
static const char *served(struct arena *mem, struct date from, struct date until)
{
	int months = 0, days;

	while (!date_before(until, period_end(from, (struct period){months + 1, 'm'})))
		months++;
	days = days_between(months ? period_end(from, (struct period){months, 'm'}) : date_plus(from, -1), until);
	return arena_print(mem, "%d年%d月%d日", months / 12, months % 12, days);
}

static void put_service(struct paper_shorten_app *p, struct arena *mem, const struct service *s, struct date reported)
{
	p->former_agency = words(s->agency);
	p->former_title = words(s->title);
	p->former_grade = range_words(mem, s->range_min, s->range_max);
	p->former_series = words(*s->series ? s->series : s->recognised);
	p->former_rank = grade_words(s->grade);
	p->former_work = words(s->work);
	p->served_from = s->from;
	p->served_until = s->to;
	if (date_set(s->to) || date_set(reported))
		p->served = served(mem, s->from, date_set(s->to) ? s->to : date_plus(reported, -1));
}

/* A sheet for each piece of service, the oldest first; one without, where none is entered. */
const char *const *shorten_draw(struct pdf *pdf, const struct life_case *c)
{
	const struct shorten *s = c->data;
	const struct training *t = &c->life->training;
	const struct case_forward *f = forwarded(c, "forward");
	const char *const *missing = NULL;
	struct paper_shorten_app p = {
		.head = life_paper_head(c, PLAN_FORM_SHORTEN_APP), .person = case_person(c, NULL, NULL, NULL),
		.post_grade = range_words(c->mem, t->post_grade_min, t->post_grade_max), .post_series = words(t->post_series),
		.post_work = words(s->work), .reported = t->report_date, .applied = s->filed,
		.reviewed = case_is(s->meets, "yes") ? "是" : NULL, .forwarded = f->sent,
	};
	struct life_record *r = life_next(c->life, &case_service, NULL, false, NULL);

	if (!r)
		return paper_shorten_app_draw(pdf, &p);
	for (; r; r = life_next(c->life, &case_service, NULL, false, r)) {
		const char *const *now;

		put_service(&p, c->mem, r->data, t->report_date);
		now = paper_shorten_app_draw(pdf, &p);
		missing = missing ? missing : now;
	}
	case_letter(pdf, c, "shortening", NULL, f->sent, f->document);
	return missing;
}

/* ---- 自費重新訓練 ---- */

const char *const *bt_self_draw(struct pdf *pdf, const struct life_case *c)
{
	const struct bt_self *s = c->data;
	struct paper_bt_self_funded_app p = {
		.head = life_paper_head(c, PLAN_FORM_BT_SELF_FUNDED_APP), .person = case_person(c, s->postal_code, s->address, s->phone),
		.failed_on = s->noticed, .failed_no = words(s->notice_no), .served_on = s->served, .applied = s->filed,
	};

	return paper_bt_self_funded_app_draw(pdf, &p);
}
