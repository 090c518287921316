/* web.c: letting a trainee in, and the trainee's own page.                                             PLAN-136, PLAN-011 */
#include <sodium.h>
#include <string.h>

#include "app/account/account.h"
#include "app/apply/apply.h"
#include "app/apply/apply.sql.h"
#include "app/apply/page.html.h"
#include "app/apply/private.h"
#include "app/apply/view.h"
#include "app/audit/audit.h"
#include "app/life/life.h"
#include "app/mail/mail.h"
#include "app/may.h"
#include "base/random.h"
#include "base/setting.h"
#include "base/text.h"

enum { CODE_SECONDS = 600, CODE_TRIES = 5, HOUR = 3600, ASKED_MOST = 5, ADDRESS_MOST = 30, LIFE_SECONDS = 12 * HOUR, TOUCH_SECONDS = 60,
	KEPT_SECONDS = 86400 };

struct asking { const char *national_id, *exam_code, *email; struct date birth_date; int64_t exam_year; };

static const struct field asking_fields[] = {
	FIELD(asking, national_id, ID, EDIT, "身分證字號", .need = true),
	FIELD(asking, birth_date, DATE, EDIT, "出生日期", .need = true, .hint = "民國年月日，例如 085/03/09"),
	FIELD(asking, exam_year, INT, EDIT, "考試年度", .need = true, .least = 1, .most = 999),
	FIELD(asking, exam_code, TEXT, EDIT, "考試代碼", .need = true, .most = 3, .hint = "三位數字，見錄取通知。"),
	FIELD(asking, email, TEXT, EDIT, "電子郵件", .need = true, .most = 254, .hint = "驗證碼寄到這個信箱；已登記過信箱者，須與登記的相同。"),
	{0}
};

/* ---- sessions ---- */

bool apply_who(struct req *r, const char *token, struct who *who)
{
	struct rows *s = db_run(r->db, &apply_session_find, A(token_hash(r->mem, token)));

	if (!s->n || r->now.seconds - row_int(s, 0, "seen") > setting_int("idle.minutes") * 60 ||
			r->now.seconds - row_int(s, 0, "created") > LIFE_SECONDS)
		return false;
	*who = (struct who){.session = row_int(s, 0, "id"), .person = row_int(s, 0, "person"), .full_name = row_text(s, 0, "name"),
		.account_name = "", .agency_code = "錄取人員", .agency_name = "線上申辦", .role = "applicant", .role_label = "錄取人員",
		.form_token = row_text(s, 0, "form_token"), .may = MAY_APPLICANT};
	if (r->now.seconds - row_int(s, 0, "seen") > TOUCH_SECONDS)
		db_run(r->db, &apply_session_touch, A(who->session), A(r->now));
	return true;
}

/* ---- asking for a code ---- */

static void show_enter(struct req *r, int status, const struct asking *a)
{
	struct enter_view v = {.r = r, .wrong = issue_lines(r), .inputs = inputs_of(r, asking_fields, a), .action = req_url(r, "/apply"),
		.open = mail_on(), .contact = r->app->contact(r, "錄取人員報到事宜")};

	apply_enter_page(reply_page(r, status, "錄取人員線上申辦"), &v);
}

static void enter_get(struct req *r)
{
	show_enter(r, 200, &(struct asking){.national_id = "", .exam_code = "", .email = ""});
}

static void show_code(struct req *r, int status, const char *token)
{
	struct code_view v = {.wrong = issue_lines(r), .action = req_url(r, "/apply/code"), .again = req_url(r, "/apply"), .token = token,
		.code = input_text(r, "code", "驗證碼", "", true, "信中的 6 位數字。")};

	apply_code_page(reply_page(r, status, "輸入驗證碼"), &v);
}

static const char *code_hash(struct arena *mem, const char *token, const char *code)
{
	const char *both = arena_print(mem, "%s/%s", token, code);

	return sha256_hex(mem, both, strlen(both));
}

struct coding { struct req *r; const struct asking *a; const char *token; };

/* Nobody can tell from the answer whether the person exists; a code goes out only to whom all of it fits. */
static void put_code(struct db *db, void *with)
{
	struct coding *c = with;
	struct req *r = c->r;
	const char *id = text_upper(r->mem, c->a->national_id), *asked = sha256_hex(r->mem, id, strlen(id));
	struct rows *often = db_run(db, &apply_asked, A(asked), A(wire_asker(r->mem, r->wire)),
		A((struct moment){r->now.seconds - HOUR}));
	struct rows *p = db_run(db, &apply_person, A(id), A(c->a->exam_year), A(c->a->exam_code), A(c->a->birth_date));
	bool fits = p->n && (!*row_text(p, 0, "email") || !strcasecmp(row_text(p, 0, "email"), c->a->email));
	const char *code = arena_print(r->mem, "%06u", (unsigned)randombytes_uniform(1000000));

	c->token = random_token(r->mem);
	if (row_int(often, 0, "person_n") >= ASKED_MOST || row_int(often, 0, "address_n") >= ADDRESS_MOST)
		fits = false;
	db_run(db, &apply_code_put, A(token_hash(r->mem, c->token)), A(code_hash(r->mem, c->token, code)),
		value_id_or_null(fits ? row_int(p, 0, "person") : 0), A(c->a->email), A(asked),
		A(wire_asker(r->mem, r->wire)), A(r->now));
	if (fits)
		mail_add(db, &(struct mail){c->a->email, "線上申辦驗證碼", arena_print(r->mem,
			"您好：\n\n您的線上申辦驗證碼為 %s，10 分鐘內有效，請勿轉知他人。\n\n如果您沒有申請，請不必理會本信。\n", code)});
	audit_add(db, &(struct audit_event){.address = r->wire->address, .action = fits ? "apply.code" : "apply.code-none", .subject_kind = "person",
		.subject = fits ? row_int(p, 0, "person") : 0, .at = r->now});
}

static void enter_post(struct req *r)
{
	struct asking a = {.national_id = "", .exam_code = "", .email = ""};
	struct coding c = {r, &a, NULL};

	r->issues.fields = asking_fields;
	if (!mail_on() && !r->json) {                               /* there is no form to be shown again */
		reply_refuse(r, 409, "ERR_APPLY_OFF");
		return;
	}
	record_merge(asking_fields, req_style(r), &r->form, true, &a, &r->issues, -1);
	if (*a.email && !mail_address(a.email))
		issue(&r->issues, -1, "email", "ERR_MAIL_ADDRESS", a.email);
	if (r->issues.n) {
		if (!reply_issues(r))
			show_enter(r, 422, &a);
		return;
	}
	if (!mail_on()) {
		reply_refuse(r, 409, "ERR_APPLY_OFF");
		return;
	}
	db_tx(r->db, put_code, &c);
	show_code(r, 200, c.token);
}

/* ---- typing it ---- */

struct entering { struct req *r; const char *token, *session; bool right; };

static void take_code(struct db *db, void *with)
{
	struct entering *e = with;
	struct req *r = e->r;
	struct rows *c = db_run(db, &apply_code_one, A(token_hash(r->mem, e->token)));

	e->right = false;
	if (!c->n || row_int(c, 0, "tries") >= CODE_TRIES || r->now.seconds - row_int(c, 0, "made") > CODE_SECONDS)
		return;
	e->right = row_int(c, 0, "person") && text_is(row_text(c, 0, "code_hash"), code_hash(r->mem, e->token, req_form(r, "code")));
	if (!e->right) {
		db_run(db, &apply_code_tried, A(row_int(c, 0, "id")));
		return;
	}
	e->right = db_run(db, &apply_code_used, A(row_int(c, 0, "id")), A(r->now))->n;
	if (!e->right)
		return;
	e->session = random_token(r->mem);
	db_run(db, &apply_contact, A(row_int(c, 0, "person")), A(row_text(c, 0, "email")));
	db_run(db, &apply_session_put, A(token_hash(r->mem, e->session)), A(row_int(c, 0, "person")), A(random_token(r->mem)),
		A(r->wire->address), A(r->now));
	audit_add(db, &(struct audit_event){.address = r->wire->address, .action = "apply.enter", .subject_kind = "person",
		.subject = row_int(c, 0, "person"), .at = r->now});
}

static void code_post(struct req *r)
{
	struct entering e = {.r = r, .token = req_form(r, "token")};

	db_tx(r->db, take_code, &e);
	if (e.right) {
		account_cookie(r, e.session);
		reply_see(r, req_url(r, "/apply/home"), NULL);
		return;
	}
	issue(&r->issues, -1, "code", "ERR_APPLY_CODE");
	if (!reply_issues(r))
		show_code(r, 422, e.token);
}

/* ---- the trainee's own page ---- */

static struct exam_block block_of(struct req *r, const struct life *l)
{
	struct life_who who = life_who_of(r);
	struct exam_block b = {.exam = trainee_exam(r->mem, &l->t), .agency = l->t.agency ? l->t.agency_name : "",
		.state = training_states[l->training.state].label,
		.period = date_set(l->training.end) ? arena_print(r->mem, "%s 至 %s", date_text(r->mem, l->training.report_date),
			date_text(r->mem, l->training.end)) : "",
		.mine = {arena_array(r->mem, (size_t)l->n, sizeof *b.mine.at), 0}};
	const struct life_kind *const *all = life_all();
	int n = 0;

	for (int i = l->n; i-- > 0;) {
		const struct life_record *x = &l->at[i];

		if (life_may_see(x->kind, &x->state, &who))
			b.mine.at[b.mine.n++] = (struct mine_line){x->kind->title, x->state.label, life_look(x),
				x->kind->summary ? x->kind->summary(r->mem, x) : "", x->day, req_url(r, "/records/%lld", (long long)x->id)};
	}
	while (all[n])
		n++;
	b.offers = (struct offers){arena_array(r->mem, (size_t)n, sizeof *b.offers.at), 0};
	for (int i = 0; i < n; i++) {
		if (life_subject_of(all[i]) != l->subject.kind)
			continue;
		const char *held = all[i]->held ? all[i]->held(l) : NULL;

		if (life_beginning(all[i], &who) && !(held && !*held))
			b.offers.at[b.offers.n++] = (struct offer){all[i]->title, held,
				req_url(r, "/trainees/%lld/records/%s", (long long)l->t.id, all[i]->name)};
	}
	return b;
}

static void home_get(struct req *r)
{
	struct rows *a = db_run(r->db, &apply_admissions, A(r->who->person));
	struct home_view v = {.r = r, .exams = {arena_array(r->mem, (size_t)a->n, sizeof *v.exams.at), 0}, .leave = req_url(r, "/apply/leave")};

	for (int i = 0; i < a->n; i++) {
		struct life *l = arena_get(r->mem, sizeof *l);

		if (life_load(r->db, r->mem, row_int(a, i, "id"), r->today, l))
			v.exams.at[v.exams.n++] = block_of(r, l);
	}
	apply_home_page(reply_page(r, 200, arena_print(r->mem, "%s 的申辦與進度", r->who->full_name)), &v);
}

static void leave(struct db *db, void *with)
{
	struct req *r = with;

	db_run(db, &apply_session_end, A(r->who->session));
}

static void leave_post(struct req *r)
{
	db_tx(r->db, leave, r);
	account_cookie(r, "");
	reply_see(r, req_url(r, "/apply"), "已離開線上申辦。");
}

static void sweep(struct db *db, void *with)
{
	struct job *j = with;
	struct moment before = {j->now.seconds - KEPT_SECONDS};

	db_run(db, &apply_sweep_codes, A(before));
	db_run(db, &apply_sweep_sessions, A(before));
	job_done(j);
}

static void sweep_run(struct job *j)
{
	db_tx(j->db, sweep, j);
}

const struct job_kind apply_sweep_job = {.name = "apply.sweep", .run = sweep_run, .period_seconds = 86400, .at_seconds = 3 * 3600 + 600};

static const struct field code_fields[] = {
	{.name = "token", .label = "申請", .kind = K_TEXT, .use = EDIT, .need = true},
	{.name = "code", .label = "驗證碼", .kind = K_TEXT, .use = EDIT, .need = true},
	{0}
};

const struct route apply_routes[] = {
	{GET, "/apply", enter_get, 0, .crumb = "錄取人員線上申辦", .help = "錄取人員線上申辦"},
	{POST, "/apply", enter_post, 0, .takes = asking_fields, .public_post = true, .crumb = "錄取人員線上申辦", .help = "寄送驗證碼"},
	{POST, "/apply/code", code_post, 0, .takes = code_fields, .public_post = true, .crumb = "錄取人員線上申辦", .help = "以驗證碼進入"},
	{GET, "/apply/home", home_get, MAY_APPLICANT, .crumb = "錄取人員線上申辦", .help = "錄取人員的申辦與進度"},
	{GET, "/trainees/:trainee/mailbox", mailbox_get, MAY_LIFE_EDIT | MAY_COMMISSION, .gives = mailbox_fields,
		.crumb = "分發人員管理/受訓人員/線上申辦信箱", .help = "線上申辦之信箱"},
	{POST, "/trainees/:trainee/mailbox", mailbox_post, MAY_LIFE_EDIT | MAY_COMMISSION, .takes = mailbox_fields,
		.crumb = "分發人員管理/受訓人員/線上申辦信箱", .help = "更正線上申辦之信箱"},
	{POST, "/apply/leave", leave_post, MAY_APPLICANT, .help = "離開線上申辦"},
	{0}
};
