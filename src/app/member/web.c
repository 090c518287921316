/* web.c: the pages of 會員管理: list, one maintainer, a new one, a password, another agency. */
#include <string.h>

#include "app/account/account.h"
#include "app/audit/audit.h"
#include "app/may.h"
#include "app/member/member.sql.h"
#include "app/member/page.html.h"
#include "app/member/private.h"
#include "app/notice/notice.h"
#include "app/staff/staff.h"
#include "base/random.h"
#include "base/text.h"

enum { LOCK_SECONDS = 15 * 60, PASSWORD_SHOWN = 16 };

static const struct code roles_of_dgpa[] = {{"top_admin", "機關最高管理者"}, {"agency_officer", "人事人員"}, {"officer", "承辦人"}, {0}};
static const struct code *const roles_of_top = roles_of_dgpa + 1;
static const struct code states[] = {{"new", "待啟用"}, {"active", "啟用"}, {"locked", "鎖定"}, {"disabled", "停用"}, {"expired", "逾期"}, {0}};

/* ---- the list */

static const struct field row_fields[] = {
	FIELD(member_row, agency_name, TEXT, SHOW, "機關"), FIELD(member_row, unit, TEXT, SHOW, "單位"),
	FIELD(member_row, full_name, TEXT, SHOW, "姓名"), FIELD(member_row, name, TEXT, SHOW, "帳號"),
	FIELD(member_row, role, CODE, SHOW, "角色", .list = roles_of_dgpa),
	FIELD(member_row, functions, INT, SHOW, "功能數", .not_sorted = true),
	FIELD(member_row, last_sign_in, MOMENT, SHOW, "最後登入", .not_sorted = true),
	FIELD(member_row, state, CODE, SHOW, "狀態", .list = states, .not_sorted = true),
	FIELD(member_row, id, INT, MARK, ""), FIELD(member_row, place, INT, MARK, ""), FIELD(member_row, besides, BOOL, MARK, ""), {0}
};

static const struct field query_fields[] = {
	{.name = "agency", .label = "機關代碼", .kind = K_TEXT, .use = EDIT, .most = 10},
	{.name = "unit", .label = "單位", .kind = K_TEXT, .use = EDIT, .most = 60},
	{.name = "name", .label = "姓名", .kind = K_TEXT, .use = EDIT, .most = 60},
	{.name = "account", .label = "帳號", .kind = K_TEXT, .use = EDIT, .most = 60},
	{.name = "function", .label = "功能", .kind = K_TEXT, .use = EDIT, .most = 40},
	{.name = "state", .label = "狀態", .kind = K_CODE, .use = EDIT, .list = states},
	{0}
};

static struct options function_options(struct req *r)
{
	struct options o = {0};

	options_add(r->mem, &o, "", "（全部）");
	for (const struct permission *p = permissions; p->code; p++)
		options_add(r->mem, &o, p->code, may_name(p->may));
	return o;
}

static struct inputs list_inputs(struct req *r)
{
	struct inputs all = {arena_array(r->mem, 6, sizeof *all.at), 0};

	for (int i = 0; i < 4; i++)
		all.at[all.n++] = input_text(r, query_fields[i].name, query_fields[i].label, req_query(r, query_fields[i].name), false, NULL);
	all.at[all.n++] = input_choice(r, "function", "功能", req_query(r, "function"), false, function_options(r));
	all.at[all.n++] = input_choice(r, "state", "狀態", req_query(r, "state"), false, options_of(r->mem, states, "（全部）"));
	return all;
}

/* All of the subtree, or one agency of it. */
static bool span_asked(struct req *r, struct agency_span *to)
{
	const char *code = req_query(r, "agency");

	if (*code)
		return agency_asked(r, code, AGENCY_SUBTREE, false, to);
	*to = agency_subtree(r->db, r->mem, r->who);
	return true;
}

static void list_get(struct req *r)
{
	struct agency_span span = {0, 1, 0, "", ""};
	struct list l;

	r->issues.fields = query_fields;
	if (!list_open(&l, r, "會員管理", row_fields, sizeof(struct member_row), "agency_name"))
		return;
	bool found = span_asked(r, &span);

	if (!found && reply_issues_as(r, 404))
		return;
	if (!list_run(&l, &member_list, AGENCIES(&span), A(r->today), A(r->now.seconds - LOCK_SECONDS), A(req_query(r, "unit")),
			A(req_query(r, "name")), A(req_query(r, "account")), A(req_query(r, "function")), A(req_query(r, "state"))))
		return;
	struct member_list v = {.r = r, .l = &l, .search = req_url(r, "/members"), .add = req_url(r, "/members/new"),
		.clear = req_url(r, "/members?agency="), .inputs = list_inputs(r), .wrong = issue_lines(r),
		.lines = {arena_array(r->mem, (size_t)l.n, sizeof(struct member_line)), l.n}};

	for (int i = 0; i < l.n; i++) {
		const struct member_row *m = (const struct member_row *)l.rows + i;

		v.lines.at[i] = (struct member_line){m, req_url(r, "/members/%lld/%lld", (long long)m->id, (long long)m->place)};
	}
	member_list_page(reply_page(r, found ? 200 : 404, "會員管理"), &v);
}

/* ---- one maintainer */

#define SHARED_FIELDS(roles) \
	FIELD(member, full_name, TEXT, EDIT, "姓名", .need = true, .most = 60), \
	FIELD(member, unit, TEXT, EDIT, "單位", .most = 60), \
	FIELD(member, phone, TEXT, EDIT, "電話", .most = 40), \
	FIELD(member, email, TEXT, EDIT, "電子郵件", .most = 120), \
	FIELD(member, role, CODE, EDIT, "角色", .need = true, .list = roles), \
	FIELD(member, valid_to, DATE, EDIT, "有效期限", .hint = "留白：沒有期限")

static const struct field new_fields[] = {
	FIELD(member, agency_code, TEXT, EDIT, "機關", .need = true, .most = 10, .hint = "機關代碼，限目前單位及其所屬機關"),
	FIELD(member, national_id, ID, EDIT, "身分證字號", .privacy = PERSONAL, .hint = "須為該機關現職人員；留白則為不屬特定人員的帳號"),
	FIELD(member, name, TEXT, EDIT, "帳號", .need = true, .most = 60),
	SHARED_FIELDS(roles_of_dgpa), {0}
};
static const struct field change_fields[] = {
	FIELD(member, id, INT, KEY, "編號"), FIELD(member, version, INT, KEY, "版本"),
	FIELD(member, agency_code, TEXT, SHOW, "機關代碼"), FIELD(member, agency_name, TEXT, SHOW, "機關"), FIELD(member, name, TEXT, SHOW, "帳號"),
	SHARED_FIELDS(roles_of_dgpa), FIELD(member, active, BOOL, EDIT, "啟用"),
	FIELD(member, place, INT, MARK, ""), FIELD(member, home, INT, MARK, ""), FIELD(member, person, INT, MARK, ""),
	FIELD(member, national_id, TEXT, MARK, ""), FIELD(member, person_name, TEXT, MARK, ""), FIELD(member, outside, BOOL, MARK, ""), {0}
};
/* At another agency than its own only what it is there. */
static const struct field besides_fields[] = {
	FIELD(member, id, INT, KEY, "編號"), FIELD(member, version, INT, KEY, "版本"),
	FIELD(member, role, CODE, EDIT, "角色", .need = true, .list = roles_of_dgpa),
	FIELD(member, valid_to, DATE, EDIT, "有效期限", .hint = "兼辦終止時填最後一日"), {0}
};

static bool is_dgpa(const struct req *r)
{
	return r->who->all_agencies;
}

/* A member of the subtree, or the refusal that does not tell whether there is one. */
static struct member *load(struct req *r)
{
	struct member *m = arena_get(r->mem, sizeof *m);

	if (agency_scope(r, r->id[1], AGENCY_SUBTREE) == SCOPE_OK &&
			record_load(r->mem, db_run(r->db, &member_one, A(r->id[0]), A(r->id[1])), change_fields, m) && role_find(m->role.id)) {
		m->national_id = mask_id(r->mem, m->national_id);
		return m;
	}
	r->app->refused(r, "E-SCOPE-01");
	reply_refuse(r, 404, "E-SCOPE-01");
	return NULL;
}

/* May who asks give this function to an account of that role?  總處 to 最高管理者 anything; a 最高管理者 what it has itself. */
static bool may_give(const struct req *r, const struct permission *p, const char *role)
{
	const struct role *of = role_find(role);

	return of && (of->delegable & p->may) && (is_dgpa(r) || (strcmp(role, "top_admin") && (r->who->may & p->may)));
}

/* The boxes are called by the functions' codes. */
static bool ticked(const struct req *r, const char *code)
{
	return *req_form(r, code);
}

static struct member_boxes boxes_of(struct req *r, const struct member *m, const char *role, bool sent)
{
	struct rows *g = m ? db_run(r->db, &member_grants, A(m->id), A(m->place)) : NULL;
	struct member_boxes all = {0};
	size_t room = 0;

	for (const struct permission *p = permissions; p->code; p++) {
		struct member_box b = {.code = p->code, .title = may_name(p->may), .offered = *role ? may_give(r, p, role)
			: may_give(r, p, "officer") || may_give(r, p, "agency_officer") || may_give(r, p, "top_admin")};

		for (int i = 0; g && i < g->n; i++)
			if (text_is(row_text(g, i, "permission"), p->code)) {
				b.on = true;
				b.by = row_text(g, i, "by_name");
				b.at = row_moment(g, i, "granted_at");
			}
		if (sent && b.offered)
			b.on = ticked(r, p->code);
		if (!b.offered && !b.on)
			continue;
		all.at = arena_grow(r->mem, all.at, (size_t)all.n, &room, sizeof *all.at);
		all.at[all.n++] = b;
	}
	return all;
}

static void limit_roles(struct req *r, struct inputs *inputs, const char *chosen)
{
	for (int i = 0; i < inputs->n; i++)
		if (text_is(inputs->at[i].name, "role") && !is_dgpa(r)) {
			const char *value = *req_form(r, "role") ? req_form(r, "role") : chosen;

			inputs->at[i] = input_choice(r, "role", "角色", value, true, options_of(r->mem, roles_of_top, NULL));
		}
}

static const struct field *fields_of(const struct member *m)
{
	return !m ? new_fields : m->home == m->place ? change_fields : besides_fields;
}

struct shown { int status; const char *password; struct member_losses losses; };

static void show(struct req *r, const struct member *m, const struct member *typed, const struct shown *s)
{
	struct member_view v = {.r = r, .m = m, .wrong = issue_lines(r), .inputs = inputs_of(r, fields_of(m), typed),
		.boxes = boxes_of(r, m, m ? m->role.id : "", s->status != 200), .losses = s->losses, .password = s->password,
		.sure = input_tick(r, "sure", "確定收回", false), .back = req_url(r, "/members"),
		.action = m ? req_url(r, "/members/%lld/%lld", (long long)m->id, (long long)m->place) : req_url(r, "/members/new")};

	limit_roles(r, &v.inputs, typed->role.id);
	if (m && m->home == m->place && (is_dgpa(r) || strcmp(m->role.id, "top_admin"))) {
		v.reset = req_url(r, "/members/%lld/%lld/reset", (long long)m->id, (long long)m->place);
		v.besides = req_url(r, "/members/%lld/%lld/besides", (long long)m->id, (long long)m->place);
		v.besides_agency = input_text(r, "besides_agency", "兼辦機關代碼", "", true, NULL);
		v.besides_role = input_choice(r, "besides_role", "兼辦角色", "officer", true, options_of(r->mem, roles_of_top, NULL));
		v.besides_until = input_text(r, "besides_until", "兼辦有效期限", "", false, NULL);
	}
	member_page(reply_page(r, s->status, m ? arena_print(r->mem, "編輯維護人員：%s", m->full_name) : "新增維護人員"), &v);
}

static const struct member fresh = {.agency_code = "", .agency_name = "", .national_id = "", .person_name = "", .name = "", .full_name = "",
	.unit = "", .phone = "", .email = "", .role = {"officer", "承辦人"}, .active = true};

static void new_get(struct req *r)
{
	struct member m = fresh;

	m.agency_code = is_dgpa(r) ? "" : r->who->agency_code;
	show(r, NULL, &m, &(struct shown){200, NULL, {0}});
}

static void one_get(struct req *r)
{
	struct member *m = load(r);

	if (m && r->json)
		reply_record(r, change_fields, m);
	else if (m)
		show(r, m, m, &(struct shown){200, NULL, {0}});
}

/* ---- storing */

struct change { struct req *r; struct member *m; const struct member *before; const char *password, *hash; struct member_losses losses; };

static void log_act(struct req *r, struct db *db, const char *action, const struct member *m, const char *before, const char *after)
{
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address, .action = action,
		.subject_kind = "account", .subject = m->id, .before = before, .after = after, .at = r->now});
}

/* Every function ticked must be one that may be given.                                          LEARN-333, E-ACC-02 */
static void check_given(struct req *r, const struct member *m)
{
	for (const struct permission *p = permissions; p->code; p++)
		if (ticked(r, p->code) && !may_give(r, p, m->role.id))
			issue(&r->issues, -1, "", "E-ACC-02", may_name(p->may));
}

static void note_loss(struct change *c, const struct rows *down)
{
	struct member_losses *l = &c->losses;
	struct member_loss *more = arena_array(c->r->mem, (size_t)(l->n + down->n), sizeof *more);
	int64_t last = 0;

	if (l->n)
		memcpy(more, l->at, (size_t)l->n * sizeof *more);
	l->at = more;
	for (int i = 0; i < down->n; i++) {
		l->accounts += row_int(down, i, "account") != last;
		last = row_int(down, i, "account");
		l->at[l->n++] = (struct member_loss){row_text(down, i, "agency_name"), row_text(down, i, "account_name"),
			may_name(permission_named(row_text(down, i, "permission"))->may)};
	}
}

static void give(struct change *c, struct db *db, const struct permission *p)
{
	struct req *r = c->r;
	struct rows *own = is_dgpa(r) ? NULL : db_run(db, &member_own_grant, A(r->who->account), A(r->who->agency), A(p->code));

	permission_give(db, c->m->id, c->m->place, p->code, own && own->n ? row_int(own, 0, "id") : 0, r->who->account, r->now);
	log_act(r, db, "member.give", c->m, NULL, p->code);
}

/* What is ticked and was not had is given; what is not ticked and was had is taken back, with all that depends on it. */
static void store_grants(struct change *c, struct db *db)
{
	struct req *r = c->r;
	struct rows *g = db_run(db, &member_grants, A(c->m->id), A(c->m->place));
	bool sure = *req_form(r, "sure");

	for (const struct permission *p = permissions; p->code; p++) {
		int64_t had = 0;

		for (int i = 0; i < g->n; i++)
			if (text_is(row_text(g, i, "permission"), p->code))
				had = row_int(g, i, "id");
		if (!may_give(r, p, c->m->role.id) || ticked(r, p->code) == (had != 0))
			continue;
		if (!had) {
			give(c, db, p);
			continue;
		}
		note_loss(c, db_run(db, &member_down, A(had)));
		db_run(db, &member_revoke, A(had), A(r->now.seconds), A(r->who->account));
		log_act(r, db, "member.take", c->m, p->code, NULL);
	}
	if (c->losses.n && !sure)
		issue(&r->issues, -1, "sure", "ERR_SURE", "確定收回");
}

static bool put(struct change *c, struct db *db)
{
	const struct member *m = c->m;

	if (!c->before) {
		struct rows *id = db_run(db, &maintainer_put, A(m->place), A(m->name), A(m->full_name), A(m->email), A(m->phone), A(m->unit),
			A(m->role.id), value_id_or_null(m->person), A(m->valid_to), A(c->hash));

		c->m->id = id->n ? row_int(id, 0, "id") : 0;
		return id->n;
	}
	if (m->home != m->place)
		return db_run(db, &member_touch, A(m->id), A(m->version))->n &&
			db_run(db, &member_set_besides, A(m->id), A(m->place), A(m->role.id), A(m->valid_to))->n;
	return db_run(db, &member_set, A(m->id), A(m->version), A(m->full_name), A(m->email), A(m->phone), A(m->unit), A(m->role.id),
		A(m->valid_to), A(m->active))->n;
}

static bool last_top(struct db *db, const struct member *m, const struct member *before)
{
	return before && m->home == m->place && text_is(before->role.id, "top_admin") && before->active &&
		(!m->active || !text_is(m->role.id, "top_admin")) && !row_int(db_run(db, &member_other_tops, A(m->home), A(m->id)), 0, "n");
}

static void store(struct db *db, void *with)
{
	struct change *c = with;
	struct req *r = c->r;
	const char *from, *to;

	issues_clear(&r->issues);
	c->losses = (struct member_losses){0};
	if (last_top(db, c->m, c->before))
		issue(&r->issues, -1, "role", "E-ACC-03");
	if (!c->before && db_run(db, &member_name_taken, A(c->m->place), A(c->m->name))->n)
		issue(&r->issues, -1, "name", "E-ACC-01", c->m->name);
	else if (!r->issues.n && !put(c, db))
		audit_stale(db, &r->issues, -1, "", NULL, "account", c->m->id);
	if (!r->issues.n)
		store_grants(c, db);
	if (r->issues.n) {
		db_undo(db);
		return;
	}
	if (record_changes(fields_of(c->before ? c->m : NULL), r->mem, c->before, c->m, &from, &to))
		log_act(r, db, c->before ? "member.change" : "member.add", c->m, from, to);
	if (c->before && c->before->active && !c->m->active)
		account_shut(db, c->m->id, 0, r->now);
	r->done = req_url(r, "/members/%lld/%lld", (long long)c->m->id, (long long)c->m->place);
}

/* Whom the account is for: somebody who serves in that agency today.                             LEARN-332, E-ID-03 */
static void check_new(struct req *r, struct member *m)
{
	struct agency_span where;

	if (*m->agency_code && !agency_asked(r, m->agency_code, AGENCY_SUBTREE, false, &where))
		r->issues.at[r->issues.n - 1].field = "agency_code";
	else if (*m->agency_code)
		m->place = m->home = where.agency, m->agency_code = where.code, m->agency_name = where.name;
	m->person = *m->national_id ? staff_person(r->db, m->national_id) : 0;
	if (*m->national_id && m->place && (!m->person || !staff_serves(r->db, m->person, &where, r->today)))
		issue(&r->issues, -1, "national_id", "E-ID-03");
}

static void check_role(struct req *r, const struct member *m, const struct member *before)
{
	bool top = text_is(m->role.id, "top_admin") || (before && text_is(before->role.id, "top_admin"));

	if (top && !is_dgpa(r))
		issue(&r->issues, -1, "role", "E-ACC-02", "機關最高管理者");
}

/* As if it had been opened anew: what was typed is stored, and would be taken for what is ticked. */
static void show_password(struct req *r, const char *password)
{
	struct member *m = load(r);

	r->form = (struct pairs){0};
	if (m)
		show(r, m, m, &(struct shown){200, password, {0}});
}

static void refuse(struct change *c)
{
	int status = issue_has(&c->r->issues, "ERR_STALE") ? 409 : 422;

	if (!reply_issues_as(c->r, status))
		show(c->r, c->before, c->m, &(struct shown){status, NULL, c->losses});
}

static void submit(struct change *c)
{
	struct req *r = c->r;

	r->issues.fields = fields_of(c->before);
	record_merge(r->issues.fields, req_style(r), &r->form, !r->json || !c->before, c->m, &r->issues, -1);
	text_to_int(req_form(r, "version"), 1, INT64_MAX, &c->m->version);
	check_role(r, c->m, c->before);
	if (!c->before)
		check_new(r, c->m);
	check_given(r, c->m);
	if (!r->issues.n && !c->before) {
		c->password = arena_print(r->mem, "%.*s", PASSWORD_SHOWN, random_token(r->mem));
		c->hash = password_hash(r->mem, c->password);
	}
	enum req_outcome out = r->issues.n ? REQ_UNDONE : req_tx(r, store, c);

	if (out == REQ_UNDONE) {
		refuse(c);
		return;
	}
	if (c->password && out == REQ_OK && !r->json) {
		r->id[0] = c->m->id, r->id[1] = c->m->place;
		show_password(r, c->password);
		return;
	}
	reply_see(r, r->done, c->losses.n ? arena_print(r->mem, "已儲存，並終止 %d 個帳號的授權。", c->losses.accounts)
		: c->password && out == REQ_OK ? c->password : "已儲存。");
}

static void new_post(struct req *r)
{
	struct change c = {.r = r, .m = arena_copy(r->mem, &fresh, sizeof fresh)};

	submit(&c);
}

static void one_post(struct req *r)
{
	struct member *before = load(r);

	if (before)
		submit(&(struct change){.r = r, .m = arena_copy(r->mem, before, sizeof *before), .before = before});
}

/* ---- a password, another agency */

static void store_password(struct db *db, void *with)
{
	struct change *c = with;

	db_run(db, &member_reset, A(c->m->id), A(c->hash));
	account_shut(db, c->m->id, 0, c->r->now);
	log_act(c->r, db, "member.reset", c->m, NULL, NULL);
	c->r->done = req_url(c->r, "/members/%lld/%lld", (long long)c->m->id, (long long)c->m->place);
}

static void reset_post(struct req *r)
{
	struct member *m = load(r);

	if (!m)
		return;
	if (m->outside || m->home != m->place || (text_is(m->role.id, "top_admin") && !is_dgpa(r))) {
		reply_refuse(r, 403, "E-AUTH-01");
		return;
	}
	struct change c = {.r = r, .m = m, .password = arena_print(r->mem, "%.*s", PASSWORD_SHOWN, random_token(r->mem))};

	c.hash = password_hash(r->mem, c.password);
	if (req_tx(r, store_password, &c) == REQ_OK && !r->json)
		show_password(r, c.password);
	else
		reply_see(r, r->done, c.password);
}

static const struct field besides_take[] = {
	{.name = "besides_agency", .label = "兼辦機關代碼", .kind = K_TEXT, .use = EDIT, .need = true, .most = 10},
	{.name = "besides_role", .label = "兼辦角色", .kind = K_CODE, .use = EDIT, .need = true, .list = roles_of_dgpa + 1},
	{.name = "besides_until", .label = "兼辦有效期限", .kind = K_DATE, .use = EDIT},
	{0}
};

struct besides { struct req *r; const struct member *m; struct agency_span where; const char *role; struct date until; };

static void store_besides(struct db *db, void *with)
{
	const struct besides *b = with;
	struct req *r = b->r;

	db_run(db, &member_besides, A(b->m->id), A(b->where.agency), A(b->role), A(b->until));
	log_act(r, db, "member.besides", b->m, NULL, b->where.code);
	r->done = req_url(r, "/members/%lld/%lld", (long long)b->m->id, (long long)b->where.agency);
}

static void besides_post(struct req *r)
{
	struct member *m = load(r);

	if (!m)
		return;
	struct besides b = {.r = r, .m = m, .role = req_form(r, "besides_role")};

	r->issues.fields = besides_take;
	if (!*req_form(r, "besides_agency"))
		issue(&r->issues, -1, "besides_agency", "ERR_REQUIRED");
	else if (!agency_asked(r, req_form(r, "besides_agency"), AGENCY_SUBTREE, false, &b.where) || b.where.agency == m->home)
		issues_clear(&r->issues), issue(&r->issues, -1, "besides_agency", "E-SCOPE-01");
	if (!code_find(roles_of_top, b.role))
		issue(&r->issues, -1, "besides_role", "ERR_CHOICE", b.role);
	req_date(r, "besides_until", "兼辦有效期限", false, &b.until);
	if (text_is(m->role.id, "top_admin") && !is_dgpa(r))
		issue(&r->issues, -1, "", "E-AUTH-01");
	if (r->issues.n) {
		if (!reply_issues(r))
			show(r, m, m, &(struct shown){422, NULL, {0}});
		return;
	}
	req_tx(r, store_besides, &b);
	reply_see(r, r->done, arena_print(r->mem, "已新增兼辦單位：%s（%s），請勾選其功能權限。", b.where.name, b.where.code));
}

#define EDITING "學習資訊維護/會員管理/編輯"
/* As in the table of permissions. */
static const char *const ticks[] = {"home.todo", "batch.query", "course.maintain", "instructor.maintain", "instructor.search",
	"registration.review", "hours.maintain", "material.maintain", "hours.download", "nomination", "hr.status", "hr.units", "rpt.required",
	"rpt.hr", "rpt.performance", "rpt.enterprise", "hr.members", "rpt.members", "hr.bizcategory", "hr.review", "hr.snapshot", "hr.gender",
	"hr.courses", "stat", "sure", NULL};

const struct route member_routes[] = {
	{GET, "/members", list_get, MAY_LEARN_ACCOUNT, .takes = query_fields, .gives = row_fields, .list = true,
		.crumb = "學習資訊維護/會員管理", .menu = "會員管理", .group = "學習資訊維護", .help = "目前單位及其所屬機關的維護人員"},
	{GET, "/members/new", new_get, MAY_LEARN_ACCOUNT, .crumb = "學習資訊維護/會員管理/新增", .help = "新增維護人員"},
	{POST, "/members/new", new_post, MAY_LEARN_ACCOUNT, .takes = new_fields, .ticks = ticks, .heavy = true,
		.crumb = "學習資訊維護/會員管理/新增", .help = "新增維護人員"},
	{GET, "/members/:member/:place", one_get, MAY_LEARN_ACCOUNT, .gives = change_fields, .crumb = EDITING,
		.help = "一位維護人員及其功能權限"},
	{POST, "/members/:member/:place", one_post, MAY_LEARN_ACCOUNT, .takes = change_fields, .ticks = ticks,
		.crumb = EDITING, .help = "編輯維護人員"},
	{POST, "/members/:member/:place/reset", reset_post, MAY_LEARN_ACCOUNT, .heavy = true, .crumb = EDITING, .help = "重設密碼"},
	{POST, "/members/:member/:place/besides", besides_post, MAY_LEARN_ACCOUNT, .takes = besides_take, .crumb = EDITING, .help = "新增兼辦單位"},
	{0}
};
