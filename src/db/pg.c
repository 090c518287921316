/* pg.c: PostgreSQL, one connection.  This file and pg_soon.c alone know libpq.
 *
 * Values go as text of no stated type, so that the server finds the type; bytes go in binary.  Results come as text. */
#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "db/pg.h"

/* Types of result columns, from the server's catalogue pg_type. */
enum { OID_BOOL = 16, OID_BYTEA = 17, OID_INT8 = 20, OID_INT2 = 21, OID_INT4 = 23, OID_NUMERIC = 1700 };

enum { NAME_ROOM = 24, DIGITS_ROOM = 24, COPY_ROOM = 1 << 16 };

static struct pg *link_of(struct db *db)
{
	return db->link;
}

/* ---- answers */

static bool state_is(const char *state, const char *const *list)
{
	for (; *list; list++)
		if (text_starts(state, *list))
			return true;
	return false;
}

/* The message of class 22 quotes the value, which may be a person's; the others name columns and rules. */
static enum answer answer_of(struct db *db, const PGresult *r)
{
	static const char *const again[] = {"40001", "40P01", "55P03", NULL};
	static const char *const conflict[] = {"23505", "23514", "23503", "23P01", NULL};
	const char *state = r ? PQresultErrorField(r, PG_DIAG_SQLSTATE) : NULL;
	const char *message = r ? PQresultErrorField(r, PG_DIAG_MESSAGE_PRIMARY) : NULL;

	switch (r ? PQresultStatus(r) : PGRES_FATAL_ERROR) {
	case PGRES_COMMAND_OK:
	case PGRES_TUPLES_OK:
	case PGRES_COPY_IN:
		return ANSWER_OK;
	default:
		break;
	}
	if (!state)
		db_trouble(db, "%s", PQerrorMessage(link_of(db)->link));
	else
		db_trouble(db, "%s (%s)", text_starts(state, "22") || !message ? "a value was refused" : message, state);
	if (state && state_is(state, again))
		return ANSWER_AGAIN;
	return state && state_is(state, conflict) ? ANSWER_CONFLICT : ANSWER_BROKEN;
}

static enum answer cleared(struct db *db, PGresult *r)
{
	enum answer a = answer_of(db, r);

	PQclear(r);
	return a;
}

static enum answer command(struct db *db, const char *text)
{
	pg_nothing_ahead(link_of(db));
	return cleared(db, PQexec(link_of(db)->link, text));
}

/* ---- opening, and opening again */

static void quiet(void *with, const PGresult *notice)
{
	(void)with;
	(void)notice;
}

static enum answer set_up(struct db *db)
{
	PQsetNoticeReceiver(link_of(db)->link, quiet, NULL);
	return command(db,
		"SET client_encoding = 'UTF8';"
		"SET search_path = public, pg_temp;"
		"SET bytea_output = 'hex';"
		"SET standard_conforming_strings = on;"
		"SET lock_timeout = '10s';"
		"SET statement_timeout = '120s';"
		"SET idle_in_transaction_session_timeout = '300s';"
		/* A page reads few rows of large tables: by index, on one core, without compiling.  With the server's own settings a list
		 * of 5,000 of 830,000 rows was read whole by three processes (1.1 s instead of 0.03 s). */
		"SET random_page_cost = 1.1;"
		"SET jit = off;"
		"SET max_parallel_workers_per_gather = 0;"
		"SET cursor_tuple_fraction = 1");
}

/* Only where no transaction is lost by it; once a call. */
static bool reconnected(struct db *db)
{
	struct pg *p = link_of(db);

	if (PQstatus(p->link) != CONNECTION_BAD || p->open)
		return false;
	log_line("the database connection was lost; connecting again");
	pg_nothing_ahead(p);
	PQreset(p->link);
	db_forget_kept(db);
	return PQstatus(p->link) == CONNECTION_OK && set_up(db) == ANSWER_OK;
}

/* Text must sort by its bytes, as on SQLite. */
static void check_collation(struct db *db)
{
	PGresult *r = PQexec(link_of(db)->link, "SELECT datcollate, pg_encoding_to_char(encoding), datlocprovider"
		" FROM pg_database WHERE datname = current_database()");
	bool read = answer_of(db, r) == ANSWER_OK && PQntuples(r) == 1;

	if (!read)
		fail("the database's collation could not be read: %s", db->trouble);
	const char *collation = PQgetvalue(r, 0, 0), *encoding = PQgetvalue(r, 0, 1);
	bool bytewise = text_is(collation, "C") || text_is(collation, "POSIX");

	if (!bytewise || !text_is(encoding, "UTF8") || !text_is(PQgetvalue(r, 0, 2), "c"))
		fail("the database %s has collation %s and encoding %s, but needs C and UTF8: make it by"
			" CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'",
			PQdb(link_of(db)->link), collation, encoding);
	PQclear(r);
}

static void pg_close(struct db *db)
{
	pg_nothing_ahead(link_of(db));
	if (link_of(db)->ahead_mem)
		arena_free(link_of(db)->ahead_mem);
	PQfinish(link_of(db)->link);
}

/* ---- statements */

struct parameters pg_parameters(struct arena *mem, const struct value *v, int n)
{
	struct parameters p = {
		arena_array(mem, (size_t)n, sizeof *p.texts), arena_array(mem, (size_t)n, sizeof *p.lengths),
		arena_array(mem, (size_t)n, sizeof *p.formats)
	};

	for (int i = 0; i < n; i++) {
		p.lengths[i] = (int)v[i].n;
		p.formats[i] = v[i].kind == VALUE_BYTES;
		p.texts[i] = v[i].kind == VALUE_NULL ? NULL : v[i].s;
		if (v[i].kind == VALUE_INT)
			p.texts[i] = arena_print(mem, "%lld", (long long)v[i].i);
		else if (v[i].kind == VALUE_TEXT && v[i].s[v[i].n])     /* libpq wants NUL at the end of text */
			p.texts[i] = arena_bytes(mem, v[i].s, v[i].n);
	}
	return p;
}

/* The statement's name on this connection, prepared at its first use. */
static enum answer prepared(struct db *db, const struct sql *sql, const char **name)
{
	struct pg *p = link_of(db);
	void **kept = db_kept(db, sql);

	if (!*kept) {
		char *made = arena_print(db->own, "s%d", ++p->named);
		enum answer a = cleared(db, PQprepare(p->link, made, sql->text, 0, NULL));

		if (a != ANSWER_OK)
			return a;
		*kept = made;
	}
	*name = *kept;
	return ANSWER_OK;
}

static enum answer run_once(struct db *db, const struct sql *sql, const struct parameters *p, int n, PGresult **to)
{
	const char *name;
	enum answer a;

	if (sql->writes)
		pg_nothing_ahead(link_of(db));
	pg_received(link_of(db));
	a = prepared(db, sql, &name);
	*to = NULL;
	if (a != ANSWER_OK)
		return a;
	*to = PQexecPrepared(link_of(db)->link, name, n, p->texts, p->lengths, p->formats, 0);
	return answer_of(db, *to);
}

/* ---- rows */

static int hex_digit(char c)
{
	return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}

static struct value bytes_of(const char *hex, size_t length, struct arena *mem)
{
	size_t n = length / 2 - 1;                                  /* after \x */
	char *to = arena_get(mem, n + 1);

	for (size_t i = 0; i < n; i++)
		to[i] = (char)(hex_digit(hex[2 * i + 2]) << 4 | hex_digit(hex[2 * i + 3]));
	return (struct value){.kind = VALUE_BYTES, .s = to, .n = n};
}

/* SUM of whole numbers is a numeric here: whole ones are numbers as on SQLite, others stay text. */
static struct value cell_of(const PGresult *r, int row, int column, Oid type, struct arena *mem)
{
	const char *s = PQgetvalue(r, row, column);
	size_t n = (size_t)PQgetlength(r, row, column);
	int64_t i;

	if (PQgetisnull(r, row, column))
		return (struct value){0};
	if (type == OID_BOOL)
		return value_int(*s == 't');
	if (type == OID_BYTEA)
		return bytes_of(s, n, mem);
	if (type == OID_INT8 || type == OID_INT4 || type == OID_INT2 || type == OID_NUMERIC)
		if (text_to_int(s, INT64_MIN, INT64_MAX, &i))
			return value_int(i);
	return (struct value){.kind = VALUE_TEXT, .s = arena_bytes(mem, s, n), .n = n};
}

static void take_rows(const PGresult *r, struct rows *to)
{
	int rows = PQntuples(r), columns = PQnfields(r);
	const char **names = arena_array(to->mem, (size_t)columns, sizeof *names);
	Oid *types = arena_array(to->mem, (size_t)columns, sizeof *types);

	for (int c = 0; c < columns; c++) {
		names[c] = arena_text(to->mem, PQfname(r, c));
		types[c] = PQftype(r, c);
	}
	*to = (struct rows){rows, columns, names, arena_array(to->mem, (size_t)rows * (size_t)columns, sizeof *to->cells), to->mem};
	for (int i = 0; i < rows; i++)
		for (int c = 0; c < columns; c++)
			to->cells[(size_t)i * (size_t)columns + (size_t)c] = cell_of(r, i, c, types[c], to->mem);
}

static int64_t changed_of(PGresult *r)
{
	int64_t n = 0;

	return text_starts(PQcmdStatus(r), "SELECT") || !text_to_int(PQcmdTuples(r), 0, INT64_MAX, &n) ? 0 : n;
}

static enum answer pg_run(struct db *db, const struct sql *sql, const struct value *values, int n, struct rows *to)
{
	struct parameters p;
	PGresult *r = pg_taken(link_of(db), sql, values, n);
	enum answer a = r ? answer_of(db, r) : ANSWER_BROKEN;

	if (a != ANSWER_OK) {
		PQclear(r);
		p = pg_parameters(db->scratch, values, n);
		a = run_once(db, sql, &p, n, &r);
	}

	if (a == ANSWER_BROKEN && !sql->writes && reconnected(db)) {
		PQclear(r);
		a = run_once(db, sql, &p, n, &r);
	}
	if (a == ANSWER_OK) {
		take_rows(r, to);
		db->changed = changed_of(r);
	}
	PQclear(r);
	return a;
}

/* ---- COPY, in its text form: tab between cells, line feed after a row, \N for NULL, backslash before what is special */

static bool copy_flush(struct pg *p)
{
	size_t n = p->copied;

	p->copied = 0;
	return !n || PQputCopyData(p->link, p->copy, (int)n) == 1;
}

static bool copy_put(struct pg *p, const char *at, size_t n)
{
	while (n > COPY_ROOM - p->copied) {
		size_t part = COPY_ROOM - p->copied;

		memcpy(p->copy + p->copied, at, part);
		p->copied += part;
		at += part;
		n -= part;
		if (!copy_flush(p))
			return false;
	}
	memcpy(p->copy + p->copied, at, n);
	p->copied += n;
	return true;
}

static bool copy_text(struct pg *p, const char *s, size_t n)
{
	static const char letter[256] = {['\\'] = '\\', ['\t'] = 't', ['\n'] = 'n', ['\r'] = 'r', ['\b'] = 'b', ['\f'] = 'f',
		['\v'] = 'v'};
	const char *end = s + n;

	for (const char *plain = s;; s++) {
		if (s < end && !letter[(unsigned char)*s])
			continue;
		if (!copy_put(p, plain, (size_t)(s - plain)))
			return false;
		if (s == end)
			return true;
		if (!copy_put(p, (const char[]){'\\', letter[(unsigned char)*s]}, 2))
			return false;
		plain = s + 1;
	}
}

static bool copy_bytes(struct pg *p, const char *s, size_t n)
{
	static const char digits[] = "0123456789abcdef";
	bool good = copy_put(p, "\\\\x", 3);

	for (size_t i = 0; good && i < n; i++)
		good = copy_put(p, (const char[]){digits[(unsigned char)s[i] >> 4], digits[s[i] & 15]}, 2);
	return good;
}

static bool copy_value(struct pg *p, const struct value *v)
{
	char number[DIGITS_ROOM];

	switch (v->kind) {
	case VALUE_INT:
		return copy_put(p, number, (size_t)snprintf(number, sizeof number, "%lld", (long long)v->i));
	case VALUE_TEXT:
		return copy_text(p, v->s, v->n);
	case VALUE_BYTES:
		return copy_bytes(p, v->s, v->n);
	case VALUE_NULL:
	case VALUE_DAY:                                             /* db.c made it text */
		break;
	}
	return copy_put(p, "\\N", 2);
}

static bool copy_row(struct pg *p, const struct value *row, int n)
{
	bool good = true;

	for (int i = 0; good && i < n; i++)
		good = copy_value(p, &row[i]) && copy_put(p, i + 1 < n ? "\t" : "\n", 1);
	return good;
}

/* After the data: how the server took it.  A result must be awaited until there is none, whatever came before. */
static enum answer copy_end(struct db *db)
{
	struct pg *p = link_of(db);
	enum answer a = ANSWER_OK;
	PGresult *r;

	if (PQputCopyEnd(p->link, NULL) != 1)
		a = answer_of(db, NULL);
	while ((r = PQgetResult(p->link))) {
		enum answer next = cleared(db, r);

		a = a == ANSWER_OK ? next : a;
	}
	return a;
}

static enum answer pg_load(struct db *db, const struct load *l, int64_t *count)
{
	struct pg *p = link_of(db);
	enum answer a = command(db, l->sql->copy);
	bool good = true;

	if (a != ANSWER_OK)
		return a;
	if (!p->copy)
		p->copy = arena_get(db->own, COPY_ROOM);
	p->copied = 0;
	while (good && load_next(l)) {
		good = copy_row(p, l->row, l->sql->values);
		*count += good;
	}
	if (!good || !copy_flush(p))
		return answer_of(db, NULL);
	return copy_end(db);
}

/* ---- reading by pieces: a cursor */

static enum answer fetch_pieces(struct db *db, const struct each *e, const char *fetch)
{
	for (;;) {
		PGresult *r = PQexec(link_of(db)->link, fetch);
		enum answer a = answer_of(db, r);
		struct rows rows = {.mem = e->mem};

		arena_reset(e->mem);
		if (a == ANSWER_OK)
			take_rows(r, &rows);
		PQclear(r);
		if (a != ANSWER_OK || !rows.n || !e->piece_done(e->with, &rows) || rows.n < e->piece)
			return a;
	}
}

static enum answer each_in_tx(struct db *db, const struct each *e)
{
	struct pg *p = link_of(db);
	struct parameters given = pg_parameters(db->scratch, e->values, e->n);
	int number = ++p->named;
	char *declare = arena_print(db->scratch, "DECLARE c%d NO SCROLL CURSOR FOR %s", number, e->sql->text);
	char fetch[64], end[NAME_ROOM];
	enum answer a = cleared(db, PQexecParams(p->link, declare, e->n, NULL, given.texts, given.lengths, given.formats, 0));

	if (a != ANSWER_OK)
		return a;
	snprintf(fetch, sizeof fetch, "FETCH FORWARD %d FROM c%d", e->piece, number);
	snprintf(end, sizeof end, "CLOSE c%d", number);
	a = fetch_pieces(db, e, fetch);
	if (a == ANSWER_OK && PQtransactionStatus(p->link) == PQTRANS_INTRANS)
		a = command(db, end);
	return a;
}

static enum answer begin_by(struct db *db, const char *text)
{
	enum answer a = command(db, text);

	if (a == ANSWER_BROKEN && reconnected(db))
		a = command(db, text);
	link_of(db)->open = a == ANSWER_OK;
	return a;
}

static enum answer pg_each(struct db *db, const struct each *e)
{
	if (link_of(db)->open)
		return each_in_tx(db, e);
	enum answer a = begin_by(db, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");

	if (a != ANSWER_OK)
		return a;
	a = each_in_tx(db, e);
	link_of(db)->open = false;
	command(db, "ROLLBACK");
	return a;
}

/* ---- transactions */

/* A load fills tables faster than kept plans follow: one made while they were empty would read them whole for every row.  So bulk
 * transactions plan anew, and by indexes. */
static enum answer pg_begin(struct db *db, enum isolation isolation)
{
	static const char *const orders[] = {
		[ISOLATION_STRICT] = "BEGIN ISOLATION LEVEL SERIALIZABLE",
		[ISOLATION_BULK] = ("BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL plan_cache_mode = force_custom_plan;"
			" SET LOCAL enable_seqscan = off"),
		[ISOLATION_CROWD] = "BEGIN ISOLATION LEVEL READ COMMITTED",
		[ISOLATION_LIGHT] = "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL synchronous_commit = off",
		[ISOLATION_READ] = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
	};

	return begin_by(db, orders[isolation]);
}

static enum answer pg_commit(struct db *db)
{
	enum answer a = command(db, "COMMIT");

	if (a == ANSWER_OK)
		link_of(db)->open = false;
	return a;
}

static void pg_rollback(struct db *db)
{
	struct pg *p = link_of(db);

	if (PQtransactionStatus(p->link) != PQTRANS_IDLE && command(db, "ROLLBACK") != ANSWER_OK)
		fail("rollback: %s", db->trouble);
	p->open = false;
}

static void soon(struct db *db, const struct sql *sql, const struct value *values, int n)
{
	void **kept = db_kept(db, sql);

	if (*kept)
		pg_soon(link_of(db), sql, *kept, values, n);
}

static void together(struct db *db, bool on)
{
	if (!on)
		pg_nothing_ahead(link_of(db));
}

static enum answer pg_check(struct db *db, const struct sql *sql)
{
	PGconn *link = link_of(db)->link;
	enum answer a = cleared(db, PQprepare(link, "", sql->text, 0, NULL));

	if (a != ANSWER_OK)
		return a;
	PGresult *r = PQdescribePrepared(link, "");
	int takes = PQnparams(r);

	a = cleared(db, r);
	if (a != ANSWER_OK || takes == sql->values)
		return a;
	db_trouble(db, "it takes %d values, not %d", takes, sql->values);
	return ANSWER_BROKEN;
}

static const struct engine engine = {
	.postgresql = true, .close = pg_close, .begin = pg_begin, .commit = pg_commit, .rollback = pg_rollback, .run = pg_run,
	.load = pg_load, .each = pg_each, .script = command, .check = pg_check, .soon = soon, .together = together,
};

void pg_open(struct db *db)
{
	struct pg *p = arena_get(db->own, sizeof *p);
	const char *names[] = {"connect_timeout", "fallback_application_name", "dbname", NULL};
	const char *values[] = {"10", "peixun", db->url, NULL};     /* the address may say otherwise: it comes last */

	db->engine = &engine;
	db->link = p;
	p->link = PQconnectdbParams(names, values, 1);
	if (PQstatus(p->link) != CONNECTION_OK || set_up(db) != ANSWER_OK)
		fail("the database can't be reached: %s", PQerrorMessage(p->link));
	check_collation(db);
}
