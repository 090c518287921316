/* account.c: passwords, sessions and tokens.  Knows no page. */
#include "app/account/account.h"

#include <sodium.h>
#include <string.h>

#include "app/account/account.sql.h"
#include "app/may.h"
#include "base/log.h"
#include "base/random.h"
#include "base/setting.h"
#include "base/text.h"

enum { TOUCH_SECONDS = 60, DAY = 86400, PASSWORD_LEAST = 12, PASSWORD_MOST = 200 };

char *password_hash(struct arena *mem, const char *password)
{
	char *hash = arena_get(mem, crypto_pwhash_STRBYTES);

	if (crypto_pwhash_str(hash, password, strlen(password), (unsigned long long)setting_int("password.passes"),
			(size_t)setting_int("password.mebibytes") << 20))
		fail("no memory for hashing a password");
	return hash;
}

bool password_hash_known(const char *hash)
{
	return text_starts(hash, "$argon2id$") || text_starts(hash, "$argon2i$");
}

bool password_right(const char *hash, const char *password)
{
	return crypto_pwhash_str_verify(hash, password, strlen(password)) == 0;
}

const char *password_weak(const char *password, const char *account, const char *agency_code)
{
	if (utf8_length(password) > PASSWORD_MOST)
		return "ERR_PASSWORD_LONG";
	if (utf8_length(password) < PASSWORD_LEAST || strcasestr(password, account) || strcasestr(password, agency_code))
		return "ERR_PASSWORD_WEAK";
	return NULL;
}

/* Of the role what everybody of it has, and what was given to the account. */
static uint64_t rights_of(const struct rows *r, const struct role *role)
{
	uint64_t may = role->may, given = 0;

	for (int i = 0; i < r->n; i++) {
		const struct permission *p = row_null(r, i, "permission") ? NULL : permission_named(row_text(r, i, "permission"));

		given |= p ? p->may : 0;
	}
	if (!row_null(r, 0, "person"))
		may |= MAY_LEARNER;
	return may | (given & role->delegable);
}

/* Signed in as 學員 one is that alone; who may not act for the active agency any more can only choose another. */
static void limit_who(const struct rows *r, struct who *who)
{
	if (row_null(r, 0, "role")) {
		who->may = MAY_SIGNED_IN;
		who->held_at = "/switch";
		who->held = "E-SCOPE-02";
	} else if (row_bool(r, 0, "must_change")) {
		who->may = MAY_SIGNED_IN;
		who->held_at = "/account";
		who->held = "ERR_PASSWORD_FIRST";
	}
}

static void fill_who(const struct rows *r, struct who *who)
{
	const struct role *role = role_find(row_null(r, 0, "role") ? "officer" : row_text(r, 0, "role"));

	if (!role)
		fail("an account has the unknown role %s", row_text(r, 0, "role"));
	*who = (struct who){
		.account = row_int(r, 0, "account"), .agency = row_int(r, 0, "agency"),
		.account_name = row_text(r, 0, "account_name"), .full_name = row_text(r, 0, "full_name"),
		.agency_code = row_text(r, 0, "agency_code"), .agency_name = row_text(r, 0, "agency_name"),
		.role = role->code.id, .role_label = role->code.label, .form_token = "",
		.may = rights_of(r, role), .all_agencies = role->all_agencies, .own_trainees = role->own_trainees,
		.learner = row_int(r, 0, "person"), .from_outside = !row_null(r, 0, "subject"), .elsewhere = row_bool(r, 0, "elsewhere"),
	};
	if (!*who->full_name)
		who->full_name = who->account_name;
	limit_who(r, who);
}

/* Who chose 學員 when signing in. */
static void as_learner(struct who *who)
{
	const struct role *role = role_find("learner");

	who->may = role->may;
	who->role = role->code.id;
	who->role_label = role->code.label;
	who->all_agencies = who->own_trainees = false;
}

bool account_who(struct req *r, const char *token, bool is_api_token, struct who *who)
{
	const char *hash = token_hash(r->mem, token);
	struct rows *s = is_api_token ? db_run(r->db, &token_find, A(hash), A(r->now), A(r->today))
		: db_run(r->db, &session_find, A(hash), A(r->today));

	if (!s->n)
		return false;
	int64_t seen = row_int(s, 0, "seen");

	if (!is_api_token && (r->now.seconds - seen > setting_int("idle.minutes") * 60 ||
		r->now.seconds - row_int(s, 0, "created") > setting_int("session.hours") * 3600))
		return false;
	fill_who(s, who);
	who->by_api_token = is_api_token;
	if (!is_api_token) {
		who->session = row_int(s, 0, "id");
		who->form_token = row_text(s, 0, "form_token");
		who->by_certificate = row_bool(s, 0, "by_certificate");
		if (text_is(row_text(s, 0, "identity"), "learner") && !who->held)
			as_learner(who);
	}
	if (r->now.seconds - seen > TOUCH_SECONDS)
		db_run(r->db, is_api_token ? &token_touch : &session_touch, A(row_int(s, 0, "id")), A(r->now));
	return true;
}

bool account_named(struct db *db, struct arena *mem, const char *name, struct who *who)
{
	const char *slash = strchr(name, '/');

	if (!slash)
		return false;
	char *code = text_upper(mem, arena_bytes(mem, name, (size_t)(slash - name)));
	struct rows *a = db_run(db, &account_full, A(code), A(slash + 1));

	if (a->n)
		fill_who(a, who);
	return a->n;
}

bool account_acting(struct db *db, int64_t account, int64_t agency, struct date day, struct who *who)
{
	struct rows *a = db_run(db, &account_at, A(account), A(agency), A(day));

	if (a->n)
		fill_who(a, who);
	return a->n;
}

const char *account_words(struct arena *mem, const struct rows *r, int i)
{
	const char *name = row_text(r, i, "full_name");

	if (row_null(r, i, "account") || row_null(r, i, "account_name"))
		return "系統";
	return arena_print(mem, "%s（%s）", *name ? name : row_text(r, i, "account_name"), row_text(r, i, "agency_name"));
}

const char *account_label(struct db *db, struct arena *mem, int64_t account)
{
	struct rows *a = account ? db_run(db, &account_name, A(account)) : NULL;

	if (!a || !a->n)
		return "系統";
	const char *name = *row_text(a, 0, "full_name") ? row_text(a, 0, "full_name") : row_text(a, 0, "name");

	return arena_print(mem, "%s（%s）", name, row_text(a, 0, "agency_name"));
}

struct account_agencies account_agencies_with(struct db *db, struct arena *mem, uint64_t may)
{
	struct account_agencies all = {0};
	size_t room = 0;

	for (const struct role *role = roles; role->code.id; role++) {
		struct rows *r = (role->may & may) == may ? db_run(db, &account_agencies, A(role->code.id)) : NULL;

		for (int i = 0; r && i < r->n; i++) {
			all.at = arena_grow(mem, all.at, (size_t)all.n, &room, sizeof *all.at);
			all.at[all.n++] = row_int(r, i, "agency");
		}
	}
	return all;
}

const char *session_start(struct req *r, int64_t account, bool by_certificate, const char *identity)
{
	char *token = random_token(r->mem);
	struct rows *last = db_run(r->db, &sign_in_agency, A(account), A(r->today));

	db_run(r->db, &session_put, A(token_hash(r->mem, token)), A(account), A(random_token(r->mem)), A(by_certificate),
		A(r->wire->address), A(r->now), value_id_or_null(last->n ? row_int(last, 0, "agency") : 0), A(identity));
	db_run(r->db, &sign_in_seen, A(account), A(r->now));
	return token;
}

int64_t account_add(struct db *db, int64_t agency, const char *name, const char *full_name, const char *role, const char *hash)
{
	struct rows *a = db_run(db, &account_put, A(agency), A(name), A(full_name), A(role), value_text(hash));

	if (a->n)
		permission_give_all(db, row_int(a, 0, "id"), agency, role, 0, (struct moment){0});
	return a->n ? row_int(a, 0, "id") : 0;
}

void permission_give(struct db *db, int64_t account, int64_t agency, const char *code, int64_t parent, int64_t by, struct moment now)
{
	db_run(db, &permission_put, A(account), A(agency), A(code), value_id_or_null(parent), A(by), A(now.seconds));
}

void permission_give_all(struct db *db, int64_t account, int64_t agency, const char *role, int64_t by, struct moment now)
{
	if (!text_is(role, "top_admin"))
		return;
	for (const struct permission *p = permissions; p->code; p++)
		if (role_find(role)->delegable & p->may)
			permission_give(db, account, agency, p->code, 0, by, now);
}

int64_t account_shut(struct db *db, int64_t account, int64_t but_session, struct moment now)
{
	db_run(db, &session_end_others, A(account), A(but_session));
	db_run(db, &token_revoke_all, A(account), A(now));
	return db_changed(db);
}

static void sweep_all(struct db *db, void *with)
{
	struct job *job = with;
	struct moment before = {job->now.seconds - DAY};

	db_run(db, &session_sweep, A(before));
	db_run(db, &failure_sweep, A(before));
	db_run(db, &parked_sweep, A(before));
	req_sweep(db, before);
	job_done(job);
}

static void sweep(struct job *job)
{
	db_tx(job->db, sweep_all, job);
}

const struct job_kind account_sweep_job = {.name = "account.sweep", .run = sweep, .period_seconds = DAY, .at_seconds = 3 * 3600};
