/* verify.c: reads the whole log against its seals and names what does not fit. */
#include <stdio.h>
#include <sodium.h>
#include <string.h>

#include "app/audit/audit.h"
#include "app/audit/audit.sql.h"
#include "app/audit/seal.h"
#include "base/text.h"

enum { MEMORY = 512 << 20, LONG_SECONDS = 3600 };

struct check {
	struct db *db;
	struct arena *mem;
	const unsigned char *key;
	void (*report)(void *with, const struct audit_finding *);
	void *with;
	int64_t found;
};

__attribute__((format(printf, 5, 6)))
static void find(struct check *c, enum audit_fault fault, int64_t row, int64_t seal, const char *format, ...)
{
	va_list args;
	struct audit_finding f = {.fault = fault, .row = row, .seal = seal};

	va_start(args, format);
	f.text = arena_vprint(c->mem, format, args);
	va_end(args);
	c->found++;
	c->report(c->with, &f);
}

static void row_removed(struct check *c, int64_t row, int64_t seal)
{
	find(c, AUDIT_ROW_REMOVED, row, seal, "第%lld筆紀錄已被移除（封存第%lld號）", (long long)row, (long long)seal);
}

static void row_put_in(struct check *c, int64_t row, int64_t seal)
{
	find(c, AUDIT_ROW_PUT_IN, row, seal, "第%lld筆紀錄不在封存第%lld號之內，係事後加入", (long long)row, (long long)seal);
}

static void row_compare(struct check *c, const struct rows *r, int i, const unsigned char *member, int64_t seal)
{
	unsigned char hash[SEAL_HASH];
	int64_t id = row_int(r, i, "id");

	seal_hash_row(r, i, hash);
	if (memcmp(hash, member + SEAL_ID, SEAL_HASH))
		find(c, AUDIT_ROW_CHANGED, id, seal, "第%lld筆紀錄的內容已被變更（封存第%lld號）", (long long)id, (long long)seal);
}

/* Both lists are in the order of ids: walk them side by side. */
static void rows_compare(struct check *c, struct bytes members, int64_t seal)
{
	struct rows *r = db_run(c->db, &audit_members, A(seal));
	const unsigned char *m = members.at, *end = m + members.n / SEAL_MEMBER * SEAL_MEMBER;
	int i = 0;

	while (i < r->n || m < end) {
		int64_t have = i < r->n ? row_int(r, i, "id") : INT64_MAX;
		int64_t want = m < end ? seal_get_number(m) : INT64_MAX;

		if (have < want)
			row_put_in(c, have, seal);
		else if (want < have)
			row_removed(c, want, seal);
		else
			row_compare(c, r, i, m, seal);
		i += have <= want;
		m += want <= have ? SEAL_MEMBER : 0;
	}
}

/* previous: HMAC of the seal before it, NULL when that one is gone.  Gives this one's, in `mac`. */
static bool seal_compare(struct check *c, int64_t number, const char *previous, char mac[65])
{
	struct rows *r = db_run(c->db, &audit_seal_row, A(number));
	struct bytes members;
	const char *said, *computed;

	if (!r->n) {
		find(c, AUDIT_SEAL_REMOVED, 0, number, "封存第%lld號已被移除", (long long)number);
		return false;
	}
	members = row_bytes(r, 0, "members");
	said = row_text(r, 0, "mac");
	computed = seal_mac(c->mem, c->key, number, row_int(r, 0, "made"), row_text(r, 0, "previous"), members);
	if (!text_is(said, computed) || (previous && !text_is(row_text(r, 0, "previous"), previous)))
		find(c, AUDIT_SEAL_CHANGED, 0, number, "封存第%lld號與驗證碼不符", (long long)number);
	snprintf(mac, 65, "%s", said);
	rows_compare(c, members, number);
	return true;
}

static void exported_compare(struct check *c, const char *exported, int64_t newest)
{
	const char *mac = strchr(exported, ':');
	int64_t number = 0;
	struct rows *r;

	if (!mac || !text_to_int(arena_bytes(c->mem, exported, (size_t)(mac - exported)), 1, INT64_MAX, &number)) {
		find(c, AUDIT_TAIL_CUT, 0, 0, "匯出的封存碼「%s」無法辨識", exported);
		return;
	}
	if (number > newest) {
		find(c, AUDIT_TAIL_CUT, 0, number, "匯出的封存第%lld號之後至現存最末第%lld號之間的紀錄已被截除",
			(long long)number, (long long)newest);
		return;
	}
	r = db_run(c->db, &audit_seal_row, A(number));
	if (r->n && !text_is(row_text(r, 0, "mac"), mac + 1))
		find(c, AUDIT_SEAL_CHANGED, 0, number, "封存第%lld號與匯出的封存碼不符", (long long)number);
}

static void strays(struct check *c)
{
	struct rows *r = db_run(c->db, &audit_strays);

	for (int i = 0; i < r->n; i++)
		row_put_in(c, row_int(r, i, "id"), row_int(r, i, "seal"));
	r = db_run(c->db, &audit_waiting_long, A(job_now().seconds - LONG_SECONDS));
	for (int i = 0; i < r->n; i++)
		find(c, AUDIT_NOT_SEALED, row_int(r, i, "id"), 0, "第%lld筆紀錄逾一小時未封存",
			(long long)row_int(r, i, "id"));
}

int64_t audit_verify(struct db *db, const char *exported, void (*report)(void *with, const struct audit_finding *), void *with)
{
	struct arena *before = db_arena(db);
	struct check c = {.db = db, .mem = arena_new(MEMORY), .report = report, .with = with};
	char mac[2][65] = {"", ""};
	struct rows *last;
	int64_t newest;
	bool known = true;

	db_use_arena(db, c.mem);
	c.key = seal_key(db);
	last = db_run(db, &audit_seal_last);
	newest = last->n ? row_int(last, 0, "number") : 0;
	for (int64_t n = 1; n <= newest; n++) {
		known = seal_compare(&c, n, known ? mac[(n - 1) % 2] : NULL, mac[n % 2]);
		arena_reset(c.mem);
	}
	strays(&c);
	if (exported)
		exported_compare(&c, exported, newest);
	db_use_arena(db, before);
	arena_free(c.mem);
	return c.found;
}
