/* person.c: the page of one trainee: the way so far, what is due and why, what may be done, and everything that was changed.   ACMS-100 */
#include <string.h>

#include "app/agency/agency.h"
#include "app/audit/audit.h"
#include "app/trainee/person.html.h"
#include "app/trainee/trainee.sql.h"
#include "app/trainee/view.h"
#include "app/training/training.h"
#include "base/json_flat.h"
#include "base/text.h"

enum { EVENTS = 16 };

static struct person_events life_of(struct req *r, const struct trainee *t, const struct person_more *more)
{
	struct deadlines due = deadline_of(r->db, r->mem, "trainee", t->id, r->today);
	struct person_events l = {arena_array(r->mem, (size_t)(EVENTS + due.n + more->events_n), sizeof *l.at), 0};

	if (t->taken_over.seconds)
		person_event_add(&l, moment_date(t->taken_over), "轉為本機關人員", NULL, NULL, NULL, "ok");
	if (!date_set(t->report_date))
		person_event_add(&l, (struct date){0}, "尚未輸入報到日期", "待辦", "soon",
			"培訓業務系統操作手冊「培訓業務系統操作重要時點」：報到當日輸入報到日期", "now");
	else if (date_before(t->report_date, moment_date(t->report_entered)))
		person_event_add(&l, t->report_date, "報到",
			arena_print(r->mem, "逾期登錄（%s）", date_text(r->mem, moment_date(t->report_entered))), "plain", NULL, "ok");
	else
		person_event_add(&l, t->report_date, "報到", "當日登錄", "done", NULL, "ok");
	if (t->issued.seconds)
		person_event_add(&l, moment_date(t->issued), "下載實務訓練計畫表", NULL, NULL, NULL, "ok");
	person_deadlines_add(r, &l, &due);
	for (int i = 0; i < more->events_n; i++)
		l.at[l.n++] = more->events[i];
	person_events_sort(r, &l);
	return l;
}

/* How many of them are due; a link leads to the first.                                                       PLAN-137 */
static int mark_due(const struct person_events *l)
{
	int n = 0;

	for (int i = 0; i < l->n; i++) {
		bool due = text_is(l->at[i].mark, "now") || text_is(l->at[i].mark, "no");

		l->at[i].first_due = due && !n;
		n += due;
	}
	return n;
}

static const char *act_words(struct req *r, const char *action, const struct person_more *more)
{
	const char *label = more->act_label ? more->act_label(r->mem, action) : NULL;

	return label ? label : audit_words(r->mem, action);
}

/* What the audit log calls things, in words. */
static const struct code words[] = {
	{"report_date", "報到日期"}, {"agency", "機關"}, {"work_items", "工作項目"}, {"guide_name", "輔導員"},
	{"guide_title", "輔導員職稱"}, {"unit", "單位"}, {"allocation_no", "分配文號"}, {"allocation_agency", "分配機關"},
	{"allocation_date", "分配日期"}, {"series", "職系"}, {"training_end", "訓練期滿日期"}, {"orientation", "職前講習"},
	{"observation", "工作觀摩"}, {"cases", "專業課程訓練或輔導"}, {"talks", "個別會談"}, {"contact_name", "承辦人"},
	{"contact_phone", "承辦人電話"}, {"end_date", "訓練期滿日"}, {"plan", "訓練計畫"}, {"bt", "基礎訓練"}, {"bt_class", "班期"},
	{"overlap", "訓期重疊"}, {"email", "電子郵件"}, {"record", "紀錄編號"}, {"sha256", "SHA-256"}, {"number", "版次"}, {"name", "檔名"}, {0}
};

/* A code of a list as people read it; NULL: it is none. */
static const char *code_words(const char *key, const char *value)
{
	const struct field *f = field_named(allocation_fields, key);
	const struct code *list = text_is(key, "bt") ? bt_states : f ? f->list : NULL, *c = list ? code_find(list, value) : NULL;

	return c ? c->label : NULL;
}

static const char *key_words(const char *key)
{
	const struct code *word = code_find(words, key);
	const struct field *f = word ? NULL : field_named(allocation_fields, key);

	return word ? word->label : f ? f->label : key;
}

static const char *value_words(struct req *r, const char *key, const struct json_pair *p)
{
	const char *words_of_code = p->kind == JSON_TEXT ? code_words(key, p->text) : NULL;
	int64_t n = 0;
	struct date day;

	if (words_of_code)
		return words_of_code;
	if (p->kind == JSON_YES || p->kind == JSON_NO)
		return p->kind == JSON_YES ? "是" : "否";
	if (p->kind == JSON_NUMBER && text_is(key, "agency") && text_to_int(p->text, 1, INT64_MAX, &n))
		return agency_name(r->db, n);
	if (p->kind == JSON_NONE || text_is(p->text, "0"))
		return p->kind == JSON_TEXT ? p->text : "無";
	return p->kind == JSON_TEXT && date_parse_iso(p->text, &day) ? date_text(r->mem, day) : p->text;
}

/* One event of the audit log in words.  fields: what the act changes, one of which at a time is laid into `record`. */
struct told { struct req *r; const struct field *fields; void *record; struct json_pairs was, became; struct text to; };

static const char *field_words(const struct told *t, const struct field *f, const struct json_pair *p)
{
	if (f->kind == K_INT && text_is(p->text, "0"))
		return "";
	field_load(f, t->r->mem, p->text, t->record);
	return field_text(f, t->r->mem, t->record);
}

static const char *words_of(const struct told *t, const struct field *f, const char *key, const struct json_pair *p)
{
	return !p ? "" : f && p->kind == JSON_TEXT ? field_words(t, f, p) : value_words(t->r, key, p);
}

static void add_change(struct told *t, const char *key, const struct json_pair *was, const struct json_pair *became)
{
	const struct field *f = t->fields ? field_named(t->fields, key) : NULL;
	const char *label = f ? f->label : key_words(key), *from = words_of(t, f, key, was), *to = words_of(t, f, key, became);
	bool both = was && became && *from && !text_is(from, "無") && !text_is(from, to);

	if (both)
		text_print(&t->to, "%s%s：原 %s，改為 %s", t->to.n ? "\n" : "", label, from, *to ? to : "空白");
	else if (*from || *to)
		text_print(&t->to, "%s%s：%s", t->to.n ? "\n" : "", label, became ? to : from);
}

/* {"report_date":"2022-10-03"} and {"report_date":"2022-10-04"} as 「報到日期：原 111/10/03，改為 111/10/04」, a line each. */
static const char *changes(struct req *r, const struct person_more *more, const char *action, const char *before, const char *after)
{
	size_t size = 0;
	struct told t = {.r = r, .fields = more->fields ? more->fields(r->mem, action, &size) : NULL, .to = text_new(r->mem, 1 << 16)};
	int hint = 0;

	t.record = arena_get(r->mem, size ? size : 1);
	json_flat(r->mem, before, &t.was);
	json_flat(r->mem, after, &t.became);
	for (int i = 0; i < t.became.n; i++)
		add_change(&t, t.became.at[i].key, json_flat_find(&t.was, t.became.at[i].key, &hint), &t.became.at[i]);
	for (int i = 0; i < t.was.n; i++)
		if (!json_flat_find(&t.became, t.was.at[i].key, &hint))
			add_change(&t, t.was.at[i].key, &t.was.at[i], NULL);
	return t.to.at;
}

static struct pasts history_of(struct req *r, int64_t id, const struct person_more *more)
{
	struct rows *h = audit_told(r->db, r->mem, "trainee", id);
	struct pasts p = {arena_array(r->mem, (size_t)h->n, sizeof *p.at), 0};

	for (int i = h->n - 1; i >= 0; i--) {
		const char *action = row_text(h, i, "action"), *act = act_words(r, action, more);

		if (*act)
			p.at[p.n++] = (struct past){row_moment(h, i, "at"), account_words(r->mem, h, i), act,
				changes(r, more, action, row_text(h, i, "was"), row_text(h, i, "became")), row_text(h, i, "reason")};
	}
	return p;
}

static void (*fill_more)(struct req *, const struct trainee *, struct person_more *);

static void (*more_soon)(struct db *, int64_t admission);

void trainee_more(void (*fill)(struct req *, const struct trainee *, struct person_more *), void (*soon)(struct db *, int64_t admission))
{
	fill_more = fill;
	more_soon = soon;
}

/* What may be begun, under the headings of the groups. */
static struct act_groups groups_of(struct req *r, const struct person_more *more)
{
	struct act_groups g = {arena_array(r->mem, (size_t)more->acts_n, sizeof *g.at), 0};

	for (int i = 0; i < more->acts_n; i++) {
		if (!i || strcmp(more->acts[i].group, more->acts[i - 1].group))
			g.at[g.n++] = (struct act_group){more->acts[i].group, {&more->acts[i], 0}};
		g.at[g.n - 1].acts.n++;
	}
	return g;
}

static void show(struct req *r, int status, const struct trainee *t)
{
	struct person_more more = {0};

	if (fill_more)
		fill_more(r, t, &more);
	struct person_view v = {
		.r = r, .t = t, .exam = trainee_exam(r->mem, t), .life = life_of(r, t, &more), .history = history_of(r, t->id, &more),
		.facts = {more.facts, more.facts_n}, .groups = groups_of(r, &more), .all = more.all,
		.wrong = issue_lines(r), .back = list_back(r, "/trainees/report"),
		.report = req_url(r, "/trainees/report?exam_year=%lld&exam_code=%s", (long long)t->exam_year, t->exam_code),
		.may_report = req_may(r, MAY_REPORT_EDIT) && !date_set(t->report_date),
		.form = req_url(r, "/plan-forms/%lld", (long long)t->id),
		.undo = req_url(r, "/trainees/%lld/give-back", (long long)t->id),
		.clear = req_url(r, "/trainees/%lld/clear", (long long)t->id),
		.undo_reason = input_text(r, "reason", "還原理由", "", true, NULL),
		.clear_reason = input_text(r, "clear_reason", "清除理由", "", true, NULL),
		.may_undo = req_may(r, MAY_TAKE_OVER_UNDO) && t->agency && !date_set(t->report_date),
		.may_form = req_may(r, MAY_FORM_SEE),
		.may_clear = req_may(r, MAY_REPORT_EDIT) && date_set(t->report_date),
	};

	v.open = mark_due(&v.life);
	person_page(reply_page(r, status, t->name), &v);
}

void person_show(struct req *r, int status)
{
	struct trainee t = {0};

	trainee_load(r->db, r->mem, r->id[0], &t);
	show(r, status, &t);
}

/* What the page asks, whomever it is about, in the order of asking. */
static void ask_soon(struct req *r)
{
	trainee_soon(r->db, r->id[0]);
	if (more_soon)
		more_soon(r->db, r->id[0]);
	deadline_soon(r->db, "trainee", r->id[0]);
	audit_told_soon(r->db, "trainee", r->id[0]);
}

void person_get(struct req *r)
{
	struct trainee t = {0};

	if (!r->json)
		ask_soon(r);
	trainee_load(r->db, r->mem, r->id[0], &t);
	if (r->json)
		reply_record(r, trainee_fields, &t);
	else
		show(r, 200, &t);
}
