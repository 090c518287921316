/* own.c: 線上報名 and the learner's own registrations.                                       LEARN-224, 234, 235 */
#include <string.h>

#include "app/may.h"
#include "app/registration/front.html.h"
#include "app/registration/private.h"
#include "app/registration/registration.sql.h"
#include "base/text.h"

struct answers { const char *phone, *email; struct code lodging, meal; };

const struct field learn_answer_fields[] = {
	FIELD(answers, phone, TEXT, EDIT, "聯絡電話", .most = 30, .privacy = PERSONAL),
	FIELD(answers, email, TEXT, EDIT, "電子郵件", .most = 100, .privacy = PERSONAL),
	FIELD(answers, lodging, CODE, EDIT, "住宿", .list = registration_lodgings),
	FIELD(answers, meal, CODE, EDIT, "飲食", .list = registration_meals),
	{0}
};

const struct field learn_own_fields[] = {
	FIELD(own_registration, id, INT, KEY, "編號"),
	FIELD(own_registration, name, TEXT, SHOW, "課程名稱", .not_sorted = true),
	FIELD(own_registration, course_code, TEXT, SHOW, "課程代碼", .not_sorted = true),
	FIELD(own_registration, term_no, INT, SHOW, "期別", .not_sorted = true),
	FIELD(own_registration, agency_name, TEXT, SHOW, "開課機關", .not_sorted = true),
	FIELD(own_registration, start_at, MOMENT, SHOW, "課程開始"),
	FIELD(own_registration, end_at, MOMENT, SHOW, "課程結束", .not_sorted = true),
	FIELD(own_registration, place, TEXT, SHOW, "上課地點", .not_sorted = true),
	FIELD(own_registration, created, MOMENT, SHOW, "報名時間"),
	FIELD(own_registration, seq_no, INT, SHOW, "報名序號", .not_sorted = true),
	FIELD(own_registration, state, CODE, SHOW, "狀態", .list = registration_states, .not_sorted = true),
	FIELD(own_registration, decided, MOMENT, SHOW, "審核時間", .not_sorted = true),
	FIELD(own_registration, reject_reason, TEXT, SHOW, "駁回原因", .not_sorted = true),
	FIELD(own_registration, version, INT, MARK, ""), FIELD(own_registration, course, INT, MARK, ""),
	FIELD(own_registration, cancelled, MOMENT, MARK, ""), FIELD(own_registration, start_timed, BOOL, MARK, ""),
	FIELD(own_registration, end_timed, BOOL, MARK, ""),
	{0}
};

const struct field learn_withdraw_fields[] = {{.name = "version", .label = "版本", .kind = K_INT, .use = EDIT}, {0}};

const char *registration_look(struct code state)
{
	static const char *const looks[][2] = {{"pending", "soon"}, {"approved", "done"}, {"rejected", "late"}, {"overdue", "late"}};

	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
		if (text_is(state.id, looks[i][0]))
			return looks[i][1];
	return "plain";
}

/* ---- registering ---- */

struct making { struct req *r; struct registration_case c; };

static void make(struct db *db, void *with)
{
	struct making *m = with;
	struct req *r = m->r;

	issues_clear(&r->issues);
	r->done = req_url(r, "/learn/registrations");
	registration_make(db, &m->c, &r->issues);
}

/* An account of a 學員 that nobody has tied to a person can't register. */
static bool is_somebody(struct req *r, const struct learner *who)
{
	if (!who->person)
		issue(&r->issues, -1, "", "ERR_TEXT_GIVEN", "您的帳號尚未連結至人員資料，無法報名；請洽服務機關人事單位。");
	return who->person;
}

static void refuse(struct req *r)
{
	struct course c;

	if (reply_issues(r))
		return;
	if (course_load(r->db, r->mem, r->id[0], &c))
		learn_class_show(r, 422, &c);
	else
		reply_refuse(r, 404, "E-SCOPE-01");
}

void learn_register_post(struct req *r)
{
	struct answers a = {.phone = "", .email = "", .lodging = {"", ""}, .meal = {"", ""}};
	struct learner who = learner_of(r);
	struct making m = {.r = r};

	r->issues.fields = learn_answer_fields;
	r->issues.learning = true;
	record_merge(learn_answer_fields, req_style(r), &r->form, false, &a, &r->issues, -1);
	struct registration_asked asked = {.course = r->id[0], .person = who.person, .account = r->who->account, .agency = r->who->agency,
		.source = "online", .phone = a.phone, .email = a.email, .lodging = a.lodging.id, .meal = a.meal.id, .address = r->wire->address,
		.now = r->now};

	bool made = is_somebody(r, &who) && !r->issues.n && registration_judge(r->db, &asked, &m.c, &r->issues) &&
		req_tx_crowd(r, make, &m) != REQ_UNDONE;

	if (!made && !req_used(r))                                  /* used: the same press, twice at the same moment */
		refuse(r);
	else
		reply_see(r, r->done, "報名已送出，待開課單位核可。");
}

/* ---- the own ones ---- */

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct own_registration *o = rows;

	(void)mem;
	for (int i = 0; i < n; i++)
		o[i].state = registration_shown(o[i].state.id, o[i].end_at, o[i].cancelled.seconds, l->r->now);
}

static void show_own(struct req *r, int status)
{
	struct learner who = learner_of(r);
	struct list l;

	if (!list_open(&l, r, "我的報名", learn_own_fields, sizeof(struct own_registration), "-created"))
		return;
	l.path = "/learn/registrations";
	l.complete = complete;
	if (!list_run(&l, &own_list, A(who.person)))
		return;
	struct own_view v = {.r = r, .l = &l, .wrong = issue_lines(r), .search = req_url(r, "/learn/courses"),
		.lines = {arena_array(r->mem, (size_t)l.n, sizeof *v.lines.at), l.n}};
	const struct own_registration *o = l.rows;

	for (int i = 0; i < l.n; i++)
		v.lines.at[i] = (struct own_line){&o[i], req_url(r, "/learn/courses/%lld", (long long)o[i].course),
			req_url(r, "/learn/registrations/%lld/withdraw", (long long)o[i].id),
			registration_when(r->mem, o[i].start_at, o[i].start_timed, o[i].end_at, o[i].end_timed), registration_look(o[i].state),
			text_is(o[i].state.id, "pending")};
	learn_own_page(reply_page(r, status, "我的報名"), &v);
}

void learn_own_get(struct req *r)
{
	show_own(r, 200);
}

struct withdrawing { struct req *r; int64_t version; bool done; };

static void take_back(struct db *db, void *with)
{
	struct withdrawing *w = with;
	struct req *r = w->r;

	r->done = req_url(r, "/learn/registrations");
	w->done = registration_withdraw(db, r->id[0], w->version, r->who->account, r->who->agency, r->wire->address, "", r->now);
	if (!w->done)
		db_undo(db);
}

void learn_withdraw_post(struct req *r)
{
	struct learner who = learner_of(r);
	struct rows *o = db_run(r->db, &own_one, A(r->id[0]), A(who.person));
	struct withdrawing w = {.r = r};

	if (!o->n) {
		reply_refuse(r, 404, "E-SCOPE-01");
		return;
	}
	if (!text_to_int(req_form(r, "version"), 1, INT64_MAX, &w.version))
		w.version = row_int(o, 0, "version");
	if (req_tx(r, take_back, &w) != REQ_UNDONE) {
		reply_see(r, r->done, arena_print(r->mem, "已取消報名：%s。", row_text(o, 0, "name")));
		return;
	}
	o = db_run(r->db, &own_one, A(r->id[0]), A(who.person));
	if (text_is(row_text(o, 0, "state"), "approved"))
		issue(&r->issues, -1, "", "E-REG-06");
	else
		issue(&r->issues, -1, "", "ERR_TEXT_GIVEN", arena_print(r->mem, "此筆報名目前為「%s」，無法取消。",
			code_find(registration_states, row_text(o, 0, "state"))->label));
	if (!reply_issues(r))
		show_own(r, 422);
}
