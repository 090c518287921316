/* keep.c: the operator keeps accounts and the mapping of 機關憑證 to agencies. */
#include <string.h>

#include "app/account/account.h"
#include "app/account/account.sql.h"
#include "app/account/sign_in.h"
#include "app/agency/agency.h"
#include "app/notice/notice.h"
#include "app/upkeep/upkeep.h"
#include "base/text.h"
#include "web/list.h"

const struct field account_list_fields[] = {
	FIELD(account_row, id, INT, KEY, "編號"),
	FIELD(account_row, agency_code, TEXT, SHOW, "機關代碼"),
	FIELD(account_row, agency_name, TEXT, SHOW, "機關名稱"),
	FIELD(account_row, name, TEXT, SHOW, "帳號"),
	FIELD(account_row, full_name, TEXT, SHOW, "姓名"),
	FIELD(account_row, role, CODE, SHOW, "角色", .list = role_codes),
	FIELD(account_row, active, BOOL, SHOW, "啟用", .not_sorted = true),
	FIELD(account_row, has_password, BOOL, SHOW, "已設定密碼", .not_sorted = true),
	{0}
};

const struct field account_query_fields[] = {
	{.name = "agency_code", .label = "機關代碼", .kind = K_TEXT, .use = EDIT, .most = 10},
	{.name = "role", .label = "角色", .kind = K_CODE, .use = EDIT, .list = role_codes},
	{0}
};

const struct field account_fields[] = {
	FIELD(account_row, id, INT, KEY, "編號"),
	FIELD(account_row, version, INT, KEY, "版本"),
	FIELD(account_row, agency_code, TEXT, EDIT, "機關代碼", .need = true, .most = 10),
	FIELD(account_row, name, TEXT, EDIT, "帳號", .need = true, .most = 60),
	FIELD(account_row, full_name, TEXT, EDIT, "姓名", .need = true, .most = 60),
	FIELD(account_row, email, TEXT, EDIT, "電子郵件", .most = 120),
	FIELD(account_row, phone, TEXT, EDIT, "電話", .most = 40),
	FIELD(account_row, role, CODE, EDIT, "角色", .need = true, .list = role_codes),
	FIELD(account_row, password, TEXT, EDIT, "新密碼", .most = 200, .privacy = SENSITIVE,
		.hint = "至少 12 個字，且不可包含帳號或機關代碼；留白則不變更。"),
	FIELD(account_row, active, BOOL, EDIT, "啟用"),
	FIELD(account_row, agency_name, TEXT, MARK, ""),
	FIELD(account_row, has_password, BOOL, MARK, ""),
	{0}
};

void account_list_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "帳號", account_list_fields, sizeof(struct account_row), "agency_code"))
		return;
	l.rows_at = "/accounts";
	l.add = "新增帳號";
	if (list_run(&l, &account_list, A(text_upper(r->mem, req_query(r, "agency_code"))), A(req_query(r, "role"))))
		list_show_plain(&l);
}

bool account_load(struct db *db, struct arena *mem, int64_t id, void *account)
{
	return record_load(mem, db_run(db, &account_by_id, A(id)), account_fields, account);
}

static const char *account_title(struct arena *mem, const void *account)
{
	const struct account_row *a = account;

	return arena_print(mem, "%s／%s", a->agency_code, a->name);
}

void account_check(struct req *r, void *account, const void *before)
{
	const struct account_row *a = account;
	const char *weak = *a->password ? password_weak(a->password, a->name, a->agency_code) : NULL;

	(void)before;
	if (weak)
		issue(&r->issues, -1, "password", weak);
}

/* A new password, or no more signing in: whoever is in with the old one is out.  Its holder is told. */
static void shut(struct req *r, struct db *db, const struct account_row *a, const struct account_row *was, int64_t agency)
{
	bool own = r->who && r->who->account == was->id;
	int64_t tokens = account_shut(db, was->id, own ? r->who->session : 0, r->now);

	if (*a->password && !own)
		notice_add(db, &(struct notice){.agency = agency, .account = was->id, .kind = "account.password", .subject_kind = "account",
			.subject = was->id, .made = r->now, .link = "/account", .text = arena_print(r->mem,
			"您的密碼已由系統管理者重設，先前的登入與 %lld 個 API 權杖已結束；如非您所申請，請立即聯絡系統管理者。", (long long)tokens)});
}

int64_t account_store(struct req *r, struct db *db, void *account, const void *before)
{
	struct account_row *a = account;
	const struct account_row *was = before;
	struct agency g = {0};

	if (!agency_find(db, r->mem, a->agency_code, &g)) {
		issue(&r->issues, -1, "agency_code", "ERR_NOT_FOUND", arena_print(r->mem, "機關代碼 %s", a->agency_code));
		return 0;
	}
	a->agency_code = g.code;
	struct rows *there = db_run(db, &account_pair, A(g.id), A(a->name));

	if (there->n && (!was || row_int(there, 0, "id") != was->id)) {
		issue(&r->issues, -1, "name", "ERR_EXISTS", account_title(r->mem, a));
		return 0;
	}
	struct rows *put = was ? db_run(db, &account_set, A(a->id), A(a->version), A(g.id), A(a->name), A(a->full_name), A(a->email),
			A(a->phone), A(a->role.id), A(a->active))
		: db_run(db, &account_put_whole, A(g.id), A(a->name), A(a->full_name), A(a->email), A(a->phone), A(a->role.id), A(a->active));

	if (put->n && (!was || strcmp(was->role.id, a->role.id)))
		permission_give_all(db, row_int(put, 0, "id"), g.id, a->role.id, r->who ? r->who->account : 0, r->now);
	if (put->n && *a->password)
		db_run(db, &account_set_password, A(row_int(put, 0, "id")), A(password_hash(r->mem, a->password)));
	if (put->n && was && (*a->password || (was->active && !a->active)))
		shut(r, db, a, was, g.id);
	return put->n ? row_int(put, 0, "id") : 0;
}

const struct account_row fresh_account = {.agency_code = "", .agency_name = "", .name = "", .full_name = "", .email = "",
	.phone = "", .password = "", .role = {"agency_officer", "機關人事人員"}, .active = true};
static const struct upkeep accounts = {"/accounts", "account", "帳號", account_fields, sizeof(struct account_row), &fresh_account,
	account_load, account_title, account_check, account_store, NULL, NULL};

void account_new_get(struct req *r) { upkeep_new(r, &accounts); }
void account_new_post(struct req *r) { upkeep_add(r, &accounts); }
void account_one_get(struct req *r) { upkeep_show(r, &accounts); }
void account_one_post(struct req *r) { upkeep_change(r, &accounts); }

struct mapping { int64_t id, version; const char *agency_code, *agency_name, *identity, *note; bool active; };

const struct field mapping_fields[] = {
	FIELD(mapping, id, INT, KEY, "編號"),
	FIELD(mapping, version, INT, KEY, "版本"),
	FIELD(mapping, agency_code, TEXT, EDIT, "機關代碼", .need = true, .most = 10),
	FIELD(mapping, agency_name, TEXT, SHOW, "機關名稱"),
	FIELD(mapping, identity, TEXT, EDIT, "憑證識別", .need = true, .most = 95, .wide = true,
		.hint = "憑證主體的 serialNumber，或憑證的 SHA-256 指紋（64 個十六進位數字）"),
	FIELD(mapping, note, TEXT, EDIT, "備註", .most = 100, .not_sorted = true),
	FIELD(mapping, active, BOOL, EDIT, "啟用", .not_sorted = true),
	{0}
};

void mapping_list_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "機關憑證", mapping_fields, sizeof(struct mapping), "agency_code"))
		return;
	l.rows_at = "/agency-certificates";
	l.add = "登記機關憑證";
	if (list_run(&l, &certificate_list))
		list_show_plain(&l);
}

static bool mapping_load(struct db *db, struct arena *mem, int64_t id, void *mapping)
{
	return record_load(mem, db_run(db, &certificate_by_id, A(id)), mapping_fields, mapping);
}

static const char *mapping_title(struct arena *mem, const void *mapping)
{
	return arena_print(mem, "%s 的機關憑證", ((const struct mapping *)mapping)->agency_code);
}

/* A fingerprint as it is compared: tools print it with colons, or in capitals. */
static const char *as_compared(struct arena *mem, const char *identity)
{
	char *to = arena_get(mem, strlen(identity) + 1), *at = to;

	for (const char *s = identity; *s; s++)
		if (*s != ':' && *s != ' ')
			*at++ = *s >= 'A' && *s <= 'F' ? (char)(*s + 'a' - 'A') : *s;
	return strlen(to) == 64 && strspn(to, "0123456789abcdef") == 64 ? to : identity;
}

/* Nobody else's, neither under this name nor, as far as it was ever seen, under its other one. */
static bool is_free(struct req *r, struct db *db, const struct mapping *m, int64_t agency, bool is_new)
{
	struct rows *there = db_run(db, &certificate_known, A(m->identity));
	struct rows *elsewhere = db_run(db, &certificate_elsewhere, A(m->identity), A(agency));

	if (there->n && (is_new || row_int(there, 0, "id") != m->id))
		issue(&r->issues, -1, "identity", "ERR_EXISTS", m->identity);
	else if (m->active && elsewhere->n)
		issue(&r->issues, -1, "identity", "ERR_CERTIFICATE_TWICE", row_text(elsewhere, 0, "identity"), row_text(elsewhere, 0, "name"));
	return !r->issues.n;
}

static int64_t mapping_store(struct req *r, struct db *db, void *mapping, const void *before)
{
	struct mapping *m = mapping;
	struct agency g = {0};

	if (!agency_find(db, r->mem, m->agency_code, &g)) {
		issue(&r->issues, -1, "agency_code", "ERR_NOT_FOUND", arena_print(r->mem, "機關代碼 %s", m->agency_code));
		return 0;
	}
	m->agency_code = g.code;
	m->identity = as_compared(r->mem, m->identity);
	if (!is_free(r, db, m, g.id, !before))
		return 0;
	struct rows *put = before ? db_run(db, &certificate_set, A(m->id), A(m->version), A(g.id), A(m->identity), A(m->note), A(m->active))
		: db_run(db, &certificate_put, A(g.id), A(m->identity), A(m->note), A(m->active));

	return put->n ? row_int(put, 0, "id") : 0;
}

static const struct mapping fresh_mapping = {.agency_code = "", .agency_name = "", .identity = "", .note = "", .active = true};
static const struct upkeep mappings = {"/agency-certificates", "certificate", "機關憑證", mapping_fields, sizeof(struct mapping),
	&fresh_mapping, mapping_load, mapping_title, NULL, mapping_store, NULL, NULL};

void mapping_new_get(struct req *r) { upkeep_new(r, &mappings); }
void mapping_new_post(struct req *r) { upkeep_add(r, &mappings); }
void mapping_one_get(struct req *r) { upkeep_show(r, &mappings); }
void mapping_one_post(struct req *r) { upkeep_change(r, &mappings); }
