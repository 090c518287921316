/* people.c: one class: who is in it, 報到, hours and warnings; people are assigned and taken out, leave and 曠課 entered and voided.
 *                                                                                     PROMO-077 PROMO-078 PROMO-082 */
#include <string.h>

#include "app/audit/audit.h"
#include "app/class/class.sql.h"
#include "app/class/page.html.h"
#include "app/class/view.h"
#include "app/may.h"
#include "base/text.h"

enum { TICKS_MOST = 500, IDS_MOST = 500, REMARK_MOST = 100 };

const struct field member_fields[] = {
	FIELD(member, id, INT, KEY, "編號"),
	FIELD(member, version, INT, MARK, "版本"),
	FIELD(member, listed_hours, INT, MARK, ""),
	FIELD(member, other_hours, INT, MARK, ""),
	FIELD(member, truancy_hours, INT, MARK, ""),
	FIELD(member, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(member, national_id, ID, SHOW, "身分證統一編號", .privacy = PERSONAL),
	FIELD(member, agency_name, TEXT, SHOW, "服務機關"),
	FIELD(member, state, CODE, SHOW, "狀態", .list = participant_states, .not_sorted = true),
	FIELD(member, reported, DATE, SHOW, "報到日期", .not_sorted = true),
	FIELD(member, listed, TEXT, SHOW, "停止訓練事由缺課時數", .not_sorted = true),
	FIELD(member, listed_percent, TEXT, SHOW, "占課程時數（%）", .not_sorted = true),
	FIELD(member, listed_left, TEXT, SHOW, "距上限時數", .not_sorted = true),
	FIELD(member, other, TEXT, SHOW, "其他請假及曠課缺課時數", .not_sorted = true),
	FIELD(member, other_percent, TEXT, SHOW, "其他請假及曠課占課程時數（%）", .not_sorted = true),
	FIELD(member, other_left, TEXT, SHOW, "其他請假及曠課距上限時數", .not_sorted = true),
	FIELD(member, truancy, TEXT, SHOW, "其中曠課時數", .not_sorted = true),
	FIELD(member, warning, TEXT, SHOW, "應注意事項", .not_sorted = true),
	{0}
};

struct act {
	struct req *r;
	struct class c;
	int64_t *ids, participant, hundredths;
	int n;
	struct date day;
	const char *cause, *what;
	struct participants all;
};

static struct participant_news news_of(const struct act *a, enum participant_event event)
{
	return (struct participant_news){.event = event, .day = a->day, .account = a->r->who->account, .address = a->r->wire->address,
		.now = a->r->now};
}

static struct url home_of(const struct act *a)
{
	return req_url(a->r, "/promotion/classes/%lld/people", (long long)a->c.id);
}

static void keep_trace(struct db *db, const struct act *a, const char *action, int64_t participant, const char *after)
{
	struct req *r = a->r;

	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address, .action = action,
		.subject_kind = "participant", .subject = participant, .after = after, .at = r->now});
}

/* ---- showing ---- */

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct class c;

	(void)mem;
	if (class_load(l->r->db, l->r->mem, l->r->id[0], &c))
		members_weigh(l->r, &c, rows, n);
}

static bool run(struct req *r, struct list *l)
{
	if (!list_open(l, r, "班級人員", member_fields, sizeof(struct member), "national_id"))
		return false;
	l->complete = complete;
	return list_run(l, &class_people, A(r->id[0]));
}

static struct options people_of(const struct act *a)
{
	struct req *r = a->r;
	struct rows *m = db_run(r->db, &class_members, A(a->c.id));
	struct options o = {0};

	options_add(r->mem, &o, "", "（請選擇）");
	for (int i = 0; i < m->n; i++)
		options_add(r->mem, &o, row_text(m, i, "id"), row_text(m, i, "name"));
	return o;
}

static const char *limit_of(struct arena *mem, const struct act *a, const struct promotion_place *p)
{
	return p->set ? arena_print(mem, "課程 %s 小時；停止訓練事由（%s）之缺課、其他請假及曠課之缺課分別計算，各以超過 %s 小時（百分之%lld）為限。",
		a->c.hours, fact_texts_line(mem, &p->set->stop->causes), hours_text(mem, a->c.course * p->set->stop->percent / 100),
		(long long)p->set->stop->percent) : "";
}

static void add_inputs(const struct act *a, struct people_view *v)
{
	struct req *r = a->r;

	v->ids = input_text(r, "ids", "身分證統一編號", "", true, "一列一人，可由試算表複製貼上；須為該年度該訓練之待訓人員");
	v->ids.kind = INPUT_LINES;
	v->reported = input_text(r, "reported", "報到日期", date_text(r->mem, a->c.start_day), false, "勾選人員後登錄；留白者改為未報到");
	v->participant = input_choice(r, "participant", "人員", "", true, people_of(a));
	v->day = input_text(r, "day", "日期", "", true, NULL);
	v->cause = input_choice(r, "cause", "假別或曠課", "", true, options_of(r->mem, leave_causes, "（請選擇）"));
	v->hours = input_text(r, "hours", "時數", "", true, "小時，最多兩位小數，例如 3.50");
	v->remark = input_text(r, "remark", "備註", "", false, NULL);
}

static void show(struct act *a, int status, struct list *l)
{
	struct req *r = a->r;
	struct list_ticks ticks = list_ticks(l, TICKS_MOST);
	const struct member *m = l->rows;
	struct promotion_place p;
	struct people_view v = {.r = r, .l = l, .c = &a->c, .wrong = issue_lines(r), .action = home_of(a),
		.edit = req_url(r, "/promotion/classes/%lld", (long long)a->c.id), .leave = req_url(r, "/promotion/classes/%lld/leave",
			(long long)a->c.id),
		.scores = req_url(r, "/promotion/classes/%lld/scores", (long long)a->c.id),
		.back = req_url(r, "/promotion/classes?type=%s&year=%s", a->c.type.id, arena_print(r->mem, "%lld", (long long)a->c.year)),
		.lines = {arena_array(r->mem, (size_t)l->n, sizeof *v.lines.at), l->n}, .carried = ticks.hidden, .ticked = ticks.n,
		.elsewhere = ticks.elsewhere, .may_edit = req_may(r, MAY_CLASS), .first = !l->total};

	promotion_place_of(r->db, r->mem, a->c.type.id, a->c.year, &p);
	v.law = p.law;
	v.limit = limit_of(r->mem, a, &p);
	add_inputs(a, &v);
	issue_lines_without(&v.wrong, "tick");
	for (int i = 0; i < l->n; i++) {
		v.lines.at[i] = (struct member_line){&m[i], participant_url(r, m[i].id), arena_print(r->mem, "t%lld", (long long)m[i].id),
			m[i].must ? "late" : m[i].near ? "soon" : "done", list_is_ticked(&ticks, m[i].id)};
		v.must += m[i].must;
		v.near += m[i].near;
	}
	class_people_page(reply_page(r, status, arena_print(r->mem, "%lld年度%s %s", (long long)a->c.year, a->c.type.label, a->c.name)), &v);
}

static bool open_class(struct req *r, struct act *a)
{
	*a = (struct act){.r = r};
	if (class_load(r->db, r->mem, r->id[0], &a->c))
		return true;
	reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
	return false;
}

void class_people_get(struct req *r)
{
	struct act a;
	struct list l;

	if (open_class(r, &a) && run(r, &l))
		show(&a, 200, &l);
}

/* ---- into the class, and out of it ---- */

bool member_may(const struct participant *p)
{
	return text_is(p->state.id, participant_states[PARTICIPANT_WAITING].id) ||
		text_is(p->state.id, participant_states[PARTICIPANT_IN_TRAINING].id);
}

void member_follow(struct db *db, struct participant *p, struct date today, const struct participant_news *news)
{
	struct participant_news n = *news;

	if (!p->class)
		return;
	n.event = PARTICIPANT_BEGAN;
	n.day = p->class_from;
	if (!date_before(today, p->class_from) && participant_can(p, n.event))
		participant_happen(db, p, &n);
	n.event = PARTICIPANT_COMPLETES;
	n.day = p->class_until;
	if (date_before(p->class_until, today) && participant_can(p, n.event))
		participant_happen(db, p, &n);
	n.event = PARTICIPANT_BEGAN_LATER;
	n.day = today;
	if (date_before(today, p->class_from) && participant_can(p, n.event))
		participant_happen(db, p, &n);
}

bool members_follow(struct db *db, struct arena *mem, const struct class *c, struct date today, const struct participant_news *news)
{
	struct rows *all = db_run(db, &class_members, A(c->id));

	for (int i = 0; i < all->n; i++) {
		struct participant p;

		if (!participant_load(db, mem, row_int(all, i, "id"), &p) ||
				!participant_assign(db, &p, c->id, c->institute, c->start_day, c->end_day, news))
			return false;
		member_follow(db, &p, today, news);
	}
	return true;
}

bool member_enter(struct db *db, struct participant *p, const struct class *c, struct date reported, const struct participant_news *news)
{
	if (p->class != c->id && !participant_assign(db, p, c->id, c->institute, c->start_day, c->end_day, news))
		return false;
	if (date_set(reported))
		db_run(db, &class_report_put, A(p->id), A(c->id), A(reported));
	member_follow(db, p, moment_date(news->now), news);
	return !db_undone(db);
}

/* What was typed, person by person, into participants who may be in this class. */
static void read_ids(struct act *a)
{
	struct req *r = a->r;
	const char *typed = req_form(r, "ids"), *one;

	a->all.at = arena_array(r->mem, IDS_MOST, sizeof *a->all.at);
	while (a->all.n < IDS_MOST && *(one = text_word(r->mem, &typed))) {
		struct participant *p = &a->all.at[a->all.n];

		one = text_upper(r->mem, text_fold(r->mem, one));
		if (!participant_find(r->db, r->mem, a->c.type.id, a->c.year, one, p))
			issue(&r->issues, -1, "ids", "ERR_NO_PARTICIPANT", one);
		else if (p->class && p->class != a->c.id)
			issue(&r->issues, -1, "ids", "ERR_OTHER_CLASS", p->name);
		else if (!member_may(p))
			issue(&r->issues, -1, "ids", "ERR_CLASS_STATE", p->name, p->state.label);
		else
			a->all.n++;
	}
	if (!a->all.n && !r->issues.n)
		issue(&r->issues, -1, "ids", "ERR_REQUIRED");
}

static void assign(struct db *db, void *with)
{
	struct act *a = with;
	struct participant_news news = news_of(a, PARTICIPANT_BEGAN);

	a->r->done = home_of(a);
	for (int i = 0; i < a->all.n; i++) {
		struct participant p = a->all.at[i];

		if (!member_enter(db, &p, &a->c, (struct date){0}, &news)) {
			issue(&a->r->issues, -1, "ids", "ERR_STALE", p.name, "他人", "剛才");
			db_undo(db);
			return;
		}
	}
}

static void read_ticks(struct act *a)
{
	a->n = req_ticks(a->r, "tick", TICKS_MOST, &a->ids);
	if (!a->n)
		issue(&a->r->issues, -1, "tick", "ERR_NONE_TICKED");
}

/* One of those who are ticked, in this class. */
static bool ticked(struct db *db, struct act *a, int i, struct participant *p)
{
	return participant_load(db, a->r->mem, a->ids[i], p) && p->class == a->c.id;
}

static void release(struct db *db, void *with)
{
	struct act *a = with;
	struct participant_news news = news_of(a, PARTICIPANT_BEGAN);

	issues_clear(&a->r->issues);
	a->r->done = home_of(a);
	for (int i = 0; i < a->n; i++) {
		struct participant p;

		if (!ticked(db, a, i, &p))
			continue;
		if (db_run(db, &leave_any, A(p.id), A(a->c.id))->n || !text_is(p.state.id, participant_states[PARTICIPANT_WAITING].id))
			issue(&a->r->issues, -1, "tick", "ERR_CLASS_HELD", p.name);
		db_run(db, &class_report_drop, A(p.id));
		participant_assign(db, &p, 0, 0, (struct date){0}, (struct date){0}, &news);
	}
	if (a->r->issues.n)
		db_undo(db);
}

/* ---- 報到 ---- */

static void read_report(struct act *a)
{
	struct req *r = a->r;

	read_ticks(a);
	if (!req_date(r, "reported", "報到日期", false, &a->day) || !date_set(a->day))
		return;
	if (date_before(r->today, a->day))
		issue(&r->issues, -1, "reported", "ERR_DATE_FUTURE", date_text(r->mem, r->today));
	else if (date_before(a->day, a->c.start_day) || date_before(a->c.end_day, a->day))
		issue(&r->issues, -1, "reported", "ERR_CLASS_DAY", date_text(r->mem, a->day), a->c.name,
			arena_print(r->mem, "%s～%s", date_text(r->mem, a->c.start_day), date_text(r->mem, a->c.end_day)));
}

static void report(struct db *db, void *with)
{
	struct act *a = with;

	a->r->done = home_of(a);
	for (int i = 0; i < a->n; i++) {
		struct participant p;

		if (!ticked(db, a, i, &p))
			continue;
		if (date_set(a->day))
			db_run(db, &class_report_put, A(p.id), A(a->c.id), A(a->day));
		else
			db_run(db, &class_report_drop, A(p.id));
		keep_trace(db, a, "class.report", p.id, arena_print(a->r->mem, "{\"day\":\"%s\"}", date_iso(a->r->mem, a->day)));
	}
}

/* ---- leave ---- */

static const struct field act_labels[] = {{.name = "ids", .label = "身分證統一編號"}, {.name = "tick", .label = "勾選"},
	{.name = "reported", .label = "報到日期"}, {.name = "participant", .label = "人員"}, {.name = "day", .label = "日期"},
	{.name = "cause", .label = "假別或曠課"}, {.name = "hours", .label = "時數"}, {.name = "remark", .label = "備註"},
	{.name = "entry", .label = "紀錄"}, {.name = "reason", .label = "作廢理由"}, {0}};

static void read_leave(struct act *a)
{
	struct req *r = a->r;
	const struct code *cause = code_find(leave_causes, req_form(r, "cause"));
	struct participant p;

	text_to_int(req_form(r, "participant"), 1, INT64_MAX, &a->participant);
	if (!a->participant || !participant_load(r->db, r->mem, a->participant, &p) || p.class != a->c.id)
		issue(&r->issues, -1, "participant", "ERR_REQUIRED");
	if (req_date(r, "day", "日期", true, &a->day) && date_before(r->today, a->day))
		issue(&r->issues, -1, "day", "ERR_DATE_FUTURE", date_text(r->mem, r->today));
	if (!cause)
		issue(&r->issues, -1, "cause", "ERR_CAUSE");
	else
		a->cause = cause->id;
	if (!hours_parse(r->mem, req_form(r, "hours"), &a->hundredths))
		issue(&r->issues, -1, "hours", "ERR_HOURS", req_form(r, "hours"));
	if (utf8_length(req_form(r, "remark")) > REMARK_MOST)
		issue(&r->issues, -1, "remark", "ERR_LONG", arena_print(r->mem, "%d", REMARK_MOST),
			arena_print(r->mem, "%zu", utf8_length(req_form(r, "remark"))));
}

static void enter_leave(struct db *db, void *with)
{
	struct act *a = with;
	struct req *r = a->r;
	struct rows *same = db_run(db, &leave_same, A(a->participant), A(a->day), A(a->cause));
	const char *const *refusal = leave_refusal(r->mem, &a->c, a->day, a->hundredths,
		row_int(db_run(db, &leave_had, A(a->participant), A(a->c.id)), 0, "hours"));
	struct promotion_place p;

	issues_clear(&r->issues);
	r->done = home_of(a);
	if (same->n)
		issue(&r->issues, -1, "day", "ERR_LEAVE_SAME", date_text(r->mem, a->day), code_find(leave_causes, a->cause)->label,
			hours_text(r->mem, row_int(same, 0, "hours")));
	if (refusal)
		issue_add(&r->issues, -1, text_is(refusal[0], "ERR_CLASS_DAY") ? "day" : "hours", refusal);
	if (r->issues.n) {
		db_undo(db);
		return;
	}
	promotion_place_of(db, r->mem, a->c.type.id, a->c.year, &p);
	db_run(db, &class_leave_put, A(a->participant), A(a->c.id), A(a->day), A(a->cause), A(leave_counts(p.set, a->cause)), A(a->hundredths),
		A(req_form(r, "remark")), A(r->who->account), A(r->now));
	keep_trace(db, a, "class.leave", a->participant, arena_print(r->mem, "{\"day\":\"%s\",\"cause\":\"%s\",\"hours\":\"%s\"}",
		date_iso(r->mem, a->day), a->cause, hours_text(r->mem, a->hundredths)));
}

/* ---- the buttons ---- */

static const struct button { const char *act, *done; void (*read)(struct act *); void (*run)(struct db *, void *); } buttons[] = {
	{"assign", "分派至本班", read_ids, assign},
	{"release", "移出本班", read_ticks, release},
	{"report", "登錄報到", read_report, report},
	{"leave", "登錄請假或曠課", read_leave, enter_leave},
	{0}
};

static int count_of(const struct act *a)
{
	return a->participant ? 1 : a->all.n ? a->all.n : a->n;
}

void class_people_post(struct req *r)
{
	const struct button *b = buttons;
	struct act a;
	struct list l;

	if (!open_class(r, &a))
		return;
	if (list_shown_again(r, (const char *const[]){NULL})) {
		if (run(r, &l))
			show(&a, 200, &l);
		return;
	}
	while (b->act && !text_is(b->act, req_form(r, "act")))
		b++;
	if (!b->act) {
		reply_refuse(r, 422, "ERR_BODY");
		return;
	}
	r->issues.fields = act_labels;
	b->read(&a);
	if (!r->issues.n && req_tx(r, b->run, &a) != REQ_UNDONE) {
		reply_see(r, r->done, arena_print(r->mem, "已%s %d 人。", b->done, count_of(&a)));
		return;
	}
	int status = issue_has(&r->issues, "ERR_STALE") ? 409 : 422;

	if (!reply_issues_as(r, status) && run(r, &l))
		show(&a, status, &l);
}

/* ---- the entries of leave ---- */

static const struct code counts_codes[] = {{"listed", "停止訓練事由"}, {"other", "其他請假"}, {"truancy", "曠課"}, {0}};

const struct field leave_fields[] = {
	FIELD(leave_entry, id, INT, KEY, "編號"),
	FIELD(leave_entry, hundredths, INT, MARK, ""),
	FIELD(leave_entry, day, DATE, SHOW, "日期"),
	FIELD(leave_entry, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(leave_entry, national_id, ID, SHOW, "身分證統一編號", .privacy = PERSONAL, .not_sorted = true),
	FIELD(leave_entry, cause, CODE, SHOW, "假別或曠課", .list = leave_causes, .not_sorted = true),
	FIELD(leave_entry, hours, TEXT, SHOW, "時數", .not_sorted = true),
	FIELD(leave_entry, counts, CODE, SHOW, "計入", .list = counts_codes, .not_sorted = true),
	FIELD(leave_entry, remark, TEXT, SHOW, "備註", .not_sorted = true),
	FIELD(leave_entry, who, TEXT, SHOW, "登錄人員", .not_sorted = true),
	FIELD(leave_entry, made, MOMENT, SHOW, "登錄時間", .not_sorted = true),
	FIELD(leave_entry, voided, MOMENT, SHOW, "作廢時間", .not_sorted = true),
	FIELD(leave_entry, void_reason, TEXT, SHOW, "作廢理由", .not_sorted = true),
	{0}
};

static void complete_leave(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct leave_entry *e = rows;

	(void)l;
	for (int i = 0; i < n; i++)
		e[i].hours = hours_text(mem, e[i].hundredths);
}

static struct options entries_of(struct req *r, const struct list *l)
{
	const struct leave_entry *e = l->rows;
	struct options o = {0};

	options_add(r->mem, &o, "", "（請選擇）");
	for (int i = 0; i < l->n; i++)
		if (!e[i].voided.seconds)
			options_add(r->mem, &o, arena_print(r->mem, "%lld", (long long)e[i].id),
				arena_print(r->mem, "%s %s %s %s 小時", date_text(r->mem, e[i].day), e[i].name, e[i].cause.label, e[i].hours));
	return o;
}

static void leave_show(struct act *a, int status)
{
	struct req *r = a->r;
	struct list l;

	if (!list_open(&l, r, "請假及曠課", leave_fields, sizeof(struct leave_entry), "-day"))
		return;
	l.complete = complete_leave;
	if (!list_run(&l, &class_leave_list, A(a->c.id)))
		return;
	struct leave_view v = {.r = r, .l = &l, .c = &a->c, .wrong = issue_lines(r),
		.action = req_url(r, "/promotion/classes/%lld/leave", (long long)a->c.id), .people = home_of(a),
		.entry = input_choice(r, "entry", "紀錄", "", true, entries_of(r, &l)),
		.reason = input_text(r, "reason", "作廢理由", "", true, NULL), .may_edit = req_may(r, MAY_CLASS) && l.n};

	class_leave_page(reply_page(r, status, arena_print(r->mem, "%s 請假及曠課", a->c.name)), &v);
}

void class_leave_get(struct req *r)
{
	struct act a;

	if (open_class(r, &a))
		leave_show(&a, 200);
}

static void void_entry(struct db *db, void *with)
{
	struct act *a = with;
	struct req *r = a->r;
	struct rows *gone = db_run(db, &leave_void, A(a->participant), A(a->c.id), A(r->now), A(r->who->account), A(req_form(r, "reason")));

	issues_clear(&r->issues);
	r->done = req_url(r, "/promotion/classes/%lld/leave", (long long)a->c.id);
	if (gone->n) {
		audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
			.action = "class.leave_void", .subject_kind = "participant", .subject = row_int(gone, 0, "participant"),
			.reason = req_form(r, "reason"), .at = r->now});
		return;
	}
	issue(&r->issues, -1, "entry", "ERR_STALE", "他人", "剛才");
	db_undo(db);
}

void class_leave_post(struct req *r)
{
	struct act a;

	if (!open_class(r, &a))
		return;
	r->issues.fields = act_labels;
	if (!text_to_int(req_form(r, "entry"), 1, INT64_MAX, &a.participant))
		issue(&r->issues, -1, "entry", "ERR_REQUIRED");
	if (!*req_form(r, "reason"))
		issue(&r->issues, -1, "reason", "ERR_REQUIRED");
	if (!r->issues.n && req_tx(r, void_entry, &a) != REQ_UNDONE) {
		reply_see(r, r->done, "已作廢，時數已重新計算。");
		return;
	}
	int status = issue_has(&r->issues, "ERR_STALE") ? 409 : 422;

	if (!reply_issues_as(r, status))
		leave_show(&a, status);
}
