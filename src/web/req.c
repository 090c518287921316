/* req.c: what a handler asks of its request, and the transaction that a second press does not repeat. */
#include "web/req.h"

#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "web/req.sql.h"
#include "web/route.h"

enum { ONCE_MOST = 100 };

bool req_may(const struct req *r, uint64_t may)
{
	return r->who && (r->who->may & may);
}

const char *req_form(const struct req *r, const char *name)
{
	const char *value = pair_value(&r->form, name);

	return value ? text_trim(r->mem, value) : "";
}

const char *req_query(const struct req *r, const char *name)
{
	const char *value = pair_value(&r->query, name);

	return value ? text_trim(r->mem, value) : "";
}

const char *req_cookie(const struct req *r, const char *name)
{
	const char *all = wire_header(r->wire, "Cookie");
	size_t n = strlen(name);

	while (all && *all) {
		all += strspn(all, "; ");
		size_t length = strcspn(all, ";");

		if (length > n && !strncmp(all, name, n) && all[n] == '=')
			return arena_bytes(r->mem, all + n + 1, length - n - 1);
		all += length;
	}
	return NULL;
}

int64_t req_query_int(const struct req *r, const char *name, int64_t least, int64_t most, int64_t otherwise)
{
	int64_t i;

	return text_to_int(text_fold(r->mem, req_query(r, name)), least, most, &i) ? i : otherwise;
}

bool req_date(struct req *r, const char *name, const char *label, bool need, struct date *to)
{
	const struct field one[] = {{.name = name, .label = label, .kind = K_DATE, .use = EDIT, .need = need}, {0}};
	const struct field *before = r->issues.fields;

	r->issues.fields = one;
	bool good = field_parse(one, req_style(r), req_form(r, name), to, &r->issues, -1);

	r->issues.fields = before;
	return good;
}

static void add_ticks(struct req *r, const char *value, int64_t *ids, int *n, int most)
{
	while (*value) {
		size_t length = strcspn(value, ",");
		int64_t id;

		if (text_to_int(text_fold(r->mem, arena_bytes(r->mem, value, length)), 1, INT64_MAX, &id)) {
			if (*n < most)
				ids[*n] = id;
			++*n;
		}
		value += length;
		value += *value == ',';
	}
}

int req_ticks(struct req *r, const char *name, int most, int64_t **ids)
{
	int n = 0;

	*ids = arena_array(r->mem, (size_t)most, sizeof **ids);
	for (size_t i = 0; i < r->form.n; i++)
		if (!strcmp(r->form.at[i].name, name))
			add_ticks(r, r->form.at[i].value, *ids, &n, most);
	if (n > most) {
		issue(&r->issues, -1, name, "ERR_TOO_MANY", arena_print(r->mem, "%d", most), arena_print(r->mem, "%d", n));
		return 0;
	}
	return n;
}

struct once {
	struct req *r;
	void (*work)(struct db *, void *);
	void *with;
	const char *token;
	bool again;
};

/* "": none.  One that is longer than any of ours is none either. */
static const char *once_token(const struct req *r)
{
	const char *token = r->who ? req_form(r, "_once") : "";

	return strlen(token) <= ONCE_MOST ? token : "";
}

bool req_used(struct req *r)
{
	const char *token = once_token(r);

	if (!*token)
		return false;
	struct rows *used = db_run(r->db, &form_use_find, A(token), A(r->who->account));

	if (used->n)
		r->done = (struct url){row_text(used, 0, "location")};
	return used->n;
}

void req_sweep(struct db *db, struct moment before)
{
	db_run(db, &form_use_sweep, A(before));
	db_run(db, &long_note_sweep, A(before));
}

static void work_once(struct db *db, void *with)
{
	struct once *o = with;
	struct req *r = o->r;

	if ((o->again = req_used(r)))
		return;
	o->work(db, o->with);
	if (*o->token && !db_undone(db))
		db_run(db, &form_use_put, A(o->token), A(r->who->account), A(r->done.text ? r->done.text : ""), A(r->now));
}

static enum req_outcome transact(struct req *r, void (*work)(struct db *, void *), void *with,
	enum db_outcome (*how)(struct db *, void (*)(struct db *, void *), void *))
{
	struct once once = {r, work, with, once_token(r), false};

	if (how(r->db, work_once, &once) != DB_OK)
		return REQ_UNDONE;
	return once.again ? REQ_AGAIN : REQ_OK;
}

enum req_outcome req_tx(struct req *r, void (*work)(struct db *, void *), void *with)
{
	return transact(r, work, with, db_tx);
}

enum req_outcome req_tx_crowd(struct req *r, void (*work)(struct db *, void *), void *with)
{
	return transact(r, work, with, db_tx_crowd);
}

struct url req_url(const struct req *r, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	struct url u = url_under(r->mem, r->app->base, format, args);

	va_end(args);
	return u;
}
