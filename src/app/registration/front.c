/* front.c: 前台: finding a class that is online, and its page.                             LEARN-217, 219, 220, 221, 233 */
#include <string.h>

#include "app/code/code.h"
#include "app/may.h"
#include "app/registration/front.html.h"
#include "app/registration/private.h"
#include "app/registration/registration.sql.h"
#include "base/text.h"
#include "web/edit.h"

struct find { const char *keyword, *category, *agency; struct code mode, method; struct date from, to; };

#define HIDDEN(m, K) FIELD(found, m, K, MARK, "")

const struct field learn_found_fields[] = {
	FIELD(found, id, INT, KEY, "編號"),
	FIELD(found, name, TEXT, SHOW, "課程名稱", .not_sorted = true),
	FIELD(found, agency_name, TEXT, SHOW, "開課機關", .not_sorted = true),
	FIELD(found, course_code, TEXT, SHOW, "課程代碼", .not_sorted = true),
	FIELD(found, term_no, INT, SHOW, "期別", .not_sorted = true),
	FIELD(found, category, TEXT, SHOW, "課程類別", .not_sorted = true),
	FIELD(found, mode, CODE, SHOW, "課程性質", .list = course_modes, .not_sorted = true),
	FIELD(found, hours, TEXT, SHOW, "時數", .not_sorted = true),
	FIELD(found, start_at, MOMENT, SHOW, "課程開始"),
	FIELD(found, end_at, MOMENT, SHOW, "課程結束", .not_sorted = true),
	FIELD(found, place, TEXT, SHOW, "上課地點", .not_sorted = true),
	FIELD(found, enroll_method, CODE, SHOW, "報名方式", .list = course_methods, .not_sorted = true),
	FIELD(found, enroll_from, MOMENT, SHOW, "報名開始", .not_sorted = true),
	FIELD(found, enroll_to, MOMENT, SHOW, "報名結束"),
	FIELD(found, places, TEXT, SHOW, "名額", .not_sorted = true),
	FIELD(found, fee_words, TEXT, SHOW, "學習費用", .not_sorted = true),
	FIELD(found, unit_of_amount, CODE, MARK, "", .list = course_units),
	HIDDEN(amount, INT), HIDDEN(quota, INT), HIDDEN(taken, INT), HIDDEN(fee, INT), HIDDEN(quota_hard, BOOL), HIDDEN(start_timed, BOOL),
	HIDDEN(end_timed, BOOL),
	{0}
};

const struct field learn_find_fields[] = {
	FIELD(find, keyword, TEXT, EDIT, "關鍵字", .most = 100),
	FIELD(find, category, TEXT, EDIT, "課程類別", .most = 20),
	FIELD(find, agency, TEXT, EDIT, "開課機關", .most = 100, .hint = "機關名稱的一部分，或機關代碼"),
	FIELD(find, mode, CODE, EDIT, "課程性質", .list = course_modes),
	FIELD(find, from, DATE, EDIT, "上課日期起"),
	FIELD(find, to, DATE, EDIT, "上課日期迄"),
	FIELD(find, method, CODE, EDIT, "報名方式", .list = course_methods),
	{0}
};

struct learner learner_of(struct req *r)
{
	struct rows *p = req_may(r, MAY_LEARNER) ? db_run(r->db, &registration_person, A(r->who->account)) : NULL;

	if (!p || !p->n)
		return (struct learner){0};
	return (struct learner){row_int(p, 0, "id"), row_text(p, 0, "name"), row_text(p, 0, "phone"), row_text(p, 0, "email")};
}

/* ---- in words ---- */

static const char *at_words(struct arena *mem, struct moment m, bool timed)
{
	return timed ? moment_text(mem, m) : date_text(mem, moment_date(m));
}

const char *registration_when(struct arena *mem, struct moment from, bool from_timed, struct moment to, bool to_timed)
{
	if (date_same(moment_date(from), moment_date(to)))
		return to_timed ? arena_print(mem, "%s 至 %s", at_words(mem, from, from_timed), strchr(moment_text(mem, to), ' ') + 1)
			: at_words(mem, from, from_timed);
	return arena_print(mem, "%s 至 %s", at_words(mem, from, from_timed), at_words(mem, to, to_timed));
}

/* 「已報名 30 / 名額 30（額滿）」                                                                   LEARN-220 */
static const char *places_words(struct arena *mem, const struct found *f)
{
	if (!f->quota)
		return arena_print(mem, "已報名 %lld", (long long)f->taken);
	return arena_print(mem, "已報名 %lld / 名額 %lld%s", (long long)f->taken, (long long)f->quota,
		f->quota_hard && f->taken >= f->quota ? "（額滿）" : "");
}

void found_complete(struct arena *mem, struct found *f)
{
	f->when = registration_when(mem, f->start_at, f->start_timed, f->end_at, f->end_timed);
	f->hours = arena_print(mem, "%lld %s", (long long)f->amount, f->unit_of_amount.label);
	f->places = places_words(mem, f);
	f->fee_words = f->fee ? arena_print(mem, "%lld 元", (long long)f->fee) : "免費";
}

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct found *f = rows;

	(void)l;
	for (int i = 0; i < n; i++)
		found_complete(mem, &f[i]);
}

/* ---- finding ---- */

static struct inputs conditions(struct req *r, const struct find *f)
{
	struct inputs all = inputs_of(r, learn_find_fields, f);

	inputs_choose(r, &all, "category", code_options(r, "course_category", f->category, "（全部）"));
	return all;
}

void learn_search_get(struct req *r)
{
	struct find f = {.keyword = "", .category = "", .agency = "", .mode = {"", ""}, .method = {"", ""}};
	struct list l;

	r->issues.fields = learn_find_fields;
	r->issues.learning = true;
	if (!list_open(&l, r, "課程查詢", learn_found_fields, sizeof(struct found), "start_at"))
		return;
	record_merge(learn_find_fields, TYPED, &r->query, false, &f, &r->issues, -1);
	if (date_set(f.from) && date_set(f.to) && date_before(f.to, f.from))
		issue(&r->issues, -1, "from", "E-DATE-02", "上課日期起", "上課日期迄");
	if (r->issues.n && reply_issues(r))
		return;
	l.complete = complete;
	if (!list_run(&l, &front_list, A(r->now), A(text_upper(r->mem, f.keyword)), A(f.category),
			A(text_upper(r->mem, text_trim(r->mem, f.agency))), A(f.mode.id), A(day_begins(f.from).seconds),
			A(date_set(f.to) ? day_begins(date_plus(f.to, 1)).seconds : (int64_t)0), A(f.method.id)))
		return;
	struct search_view v = {.r = r, .l = &l, .wrong = issue_lines(r), .action = req_url(r, "/learn/courses"),
		.clear = req_url(r, "/learn/courses?keyword="),
		.own = req_url(r, "/learn/registrations"), .inputs = conditions(r, &f), .learner = req_may(r, MAY_LEARNER),
		.lines = {arena_array(r->mem, (size_t)l.n, sizeof *v.lines.at), l.n}};
	const struct found *rows = l.rows;

	for (int i = 0; i < l.n; i++)
		v.lines.at[i] = (struct found_line){&rows[i], req_url(r, "/learn/courses/%lld", (long long)rows[i].id)};
	learn_search_page(reply_page(r, r->issues.n ? 422 : 200, "課程查詢"), &v);
}

/* ---- one class ---- */

/* Why there is no button, in the words of the front office.                                     LEARN-217 */
static const char *closed_words(struct req *r, const struct course *c, const struct found *f)
{
	if (text_is(c->enroll_method.id, "nominate"))
		return "由機關薦送，不開放個人線上報名；請洽服務機關人事單位。";
	if (text_is(c->enroll_method.id, "closed"))
		return "本課程不開放線上報名，請洽開課機關。";
	if (r->now.seconds < c->enroll_from.seconds)
		return arena_print(r->mem, "尚未開放報名，報名開始：%s。", moment_text(r->mem, c->enroll_from));
	return f->quota_hard && f->quota && f->taken >= f->quota ? "名額已滿。" : NULL;
}

static struct found found_of(struct arena *mem, const struct course *c)
{
	struct found f = {.id = c->id, .amount = c->amount, .quota = c->quota, .taken = c->taken, .fee = c->fee, .unit_of_amount = c->unit_of_amount,
		.start_at = c->start_at, .end_at = c->end_at, .quota_hard = c->quota_hard};

	f.start_timed = c->start_at.seconds != day_begins(moment_date(c->start_at)).seconds;
	f.end_timed = c->end_at.seconds + 1 != day_begins(date_plus(moment_date(c->end_at), 1)).seconds;
	found_complete(mem, &f);
	return f;
}

/* Only what is asked at this course: 特殊調查 where it is ticked.                               LEARN-224 */
static struct inputs register_inputs(struct req *r, const struct course *c, const struct learner *who)
{
	struct inputs all = {arena_array(r->mem, 4, sizeof *all.at), 0};

	all.at[all.n++] = input_text(r, "phone", "聯絡電話", who->phone, false, NULL);
	all.at[all.n++] = input_text(r, "email", "電子郵件", who->email, false, NULL);
	if (c->survey_lodging)
		all.at[all.n++] = input_choice(r, "lodging", "住宿", "", true, options_of(r->mem, registration_lodgings, "（請選擇）"));
	if (c->survey_meal)
		all.at[all.n++] = input_choice(r, "meal", "飲食", "", true, options_of(r->mem, registration_meals, "（請選擇）"));
	return all;
}

static void add_mine(struct req *r, struct class_view *v, const struct course *c, const struct learner *who)
{
	struct rows *m = who->person ? db_run(r->db, &front_mine, A(c->id), A(who->person)) : NULL;
	struct code state;

	if (!m || !m->n)
		return;
	state = registration_shown(row_text(m, 0, "state"), c->end_at, c->cancelled.seconds, r->now);
	v->look = registration_look(state);
	v->mine = *row_text(m, 0, "reject_reason") ? arena_print(r->mem, "%s（%s）", state.label, row_text(m, 0, "reject_reason")) : state.label;
}

void learn_class_show(struct req *r, int status, const struct course *c)
{
	struct learner who = learner_of(r);
	struct found f = found_of(r->mem, c);
	enum course_state state = course_state(c, r->now);
	struct class_view v = {.r = r, .c = c, .f = &f, .wrong = issue_lines(r),
		.action = req_url(r, "/learn/courses/%lld/register", (long long)c->id),
		.sign_in = req_url(r, "/sign-in?identity=learner&next=%s", arena_print(r->mem, "/learn/courses/%lld", (long long)c->id)),
		.own = req_url(r, "/learn/registrations"),
		.back = r->who ? list_back(r, "/learn/courses") : req_url(r, "/learn/courses"), .limit = c->agency_limit,
		.offline = state != COURSE_ONLINE, .closed = closed_words(r, c, &f)};

	add_mine(r, &v, c, &who);
	v.form = !v.offline && !v.closed && !v.mine && who.person;
	v.inputs = register_inputs(r, c, &who);
	if (v.offline && !v.mine) {
		learn_offline_page(reply_page(r, r->issues.n ? status : 410, "課程資訊"), &v);
		return;
	}
	learn_class_page(reply_page(r, status, c->name), &v);
}

void learn_class_get(struct req *r)
{
	struct course c;

	if (!course_load(r->db, r->mem, r->id[0], &c)) {
		reply_refuse(r, 404, "E-SCOPE-01");
		return;
	}
	if (r->json)
		reply_record(r, course_fields, &c);
	else
		learn_class_show(r, 200, &c);
}
