/* list.c: the yardstick of bench/list: a page of the same rows as /trainees/report, written straight on libmicrohttpd and SQLite.
 *
 * usage: list DATABASE PORT      One thread, one connection, prepared statements; no layout, no rights beyond the session. */
#include <microhttpd.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PAGE_MOST = 1 << 16 };

static sqlite3 *db;
static sqlite3_stmt *session, *list;

static sqlite3_stmt *prepare(const char *text)
{
	sqlite3_stmt *s;

	if (sqlite3_prepare_v3(db, text, -1, SQLITE_PREPARE_PERSISTENT, &s, NULL) != SQLITE_OK) {
		fprintf(stderr, "%s\n", sqlite3_errmsg(db));
		exit(1);
	}
	return s;
}

/* The agency that the cookie's session belongs to; 0: nobody. */
static sqlite3_int64 agency_of(const char *cookie)
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	char hex[2 * crypto_hash_sha256_BYTES + 1];
	sqlite3_int64 agency = 0;

	crypto_hash_sha256(hash, (const unsigned char *)cookie, strlen(cookie));
	sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
	sqlite3_bind_text(session, 1, hex, -1, SQLITE_STATIC);
	if (sqlite3_step(session) == SQLITE_ROW)
		agency = sqlite3_column_int64(session, 0);
	sqlite3_reset(session);
	return agency;
}

static size_t put_escaped(char *to, const char *from)
{
	char *at = to;

	for (; from && *from; from++)
		switch (*from) {
		case '&': at = stpcpy(at, "&amp;"); break;
		case '<': at = stpcpy(at, "&lt;"); break;
		case '>': at = stpcpy(at, "&gt;"); break;
		case '"': at = stpcpy(at, "&quot;"); break;
		default: *at++ = *from;
		}
	return (size_t)(at - to);
}

static size_t put_row(char *page)
{
	size_t n = (size_t)sprintf(page, "<tr><td class=\"tick\"><input type=\"checkbox\" name=\"tick\" value=\"%lld\"></td>",
		(long long)sqlite3_column_int64(list, 0));

	for (int i = 1; i < 11; i++) {
		n += (size_t)sprintf(page + n, "<td>");
		n += put_escaped(page + n, (const char *)sqlite3_column_text(list, i));
		n += (size_t)sprintf(page + n, "</td>");
	}
	return n + (size_t)sprintf(page + n, "</tr>\n");
}

static enum MHD_Result answer(void *with, struct MHD_Connection *c, const char *path, const char *method, const char *version,
	const char *data, size_t *n_data, void **state)
{
	static int begun;
	const char *cookie = MHD_lookup_connection_value(c, MHD_COOKIE_KIND, "peixun");
	const char *year = MHD_lookup_connection_value(c, MHD_GET_ARGUMENT_KIND, "exam_year");
	const char *exam = MHD_lookup_connection_value(c, MHD_GET_ARGUMENT_KIND, "exam_code");
	char *page;
	size_t n = 0;

	(void)with, (void)path, (void)method, (void)version, (void)data, (void)n_data;
	if (!*state) {
		*state = &begun;
		return MHD_YES;
	}
	sqlite3_int64 agency = cookie ? agency_of(cookie) : 0;

	page = malloc(PAGE_MOST);
	n += (size_t)sprintf(page, "<!doctype html><html lang=\"zh-Hant-TW\"><title>list</title><table>\n");
	sqlite3_bind_int64(list, 1, agency);
	sqlite3_bind_int(list, 2, year ? atoi(year) : 0);
	sqlite3_bind_text(list, 3, exam ? exam : "", -1, SQLITE_TRANSIENT);
	while (sqlite3_step(list) == SQLITE_ROW)
		n += put_row(page + n);
	sqlite3_reset(list);
	n += (size_t)sprintf(page + n, "</table></html>\n");

	struct MHD_Response *r = MHD_create_response_from_buffer(n, page, MHD_RESPMEM_MUST_FREE);

	MHD_add_response_header(r, "Content-Type", "text/html; charset=utf-8");
	enum MHD_Result done = MHD_queue_response(c, agency ? 200 : 401, r);

	MHD_destroy_response(r);
	return done;
}

int main(int argc, char **argv)
{
	if (argc != 3 || sodium_init() < 0 || sqlite3_open(argv[1], &db) != SQLITE_OK)
		return 1;
	session = prepare("SELECT a.agency FROM session s JOIN account a ON a.id = s.account JOIN agency g ON g.id = a.agency"
		" WHERE s.token_hash = ?1 AND a.active = 1 AND g.active = 1");
	list = prepare("SELECT a.id, p.name, p.national_id, p.sex, e.exam_code || '-' || e.exam_name, a.exam_level, a.exam_category,"
		" a.report_date, d.due, d.state, f.issued, count(*) OVER () FROM admission a JOIN person p ON p.id = a.person"
		" JOIN exam e ON e.id = a.exam LEFT JOIN deadline d ON d.subject_kind = 'trainee' AND d.subject = a.id"
		" AND d.kind = 'plan-form' AND d.state <> 'cancelled' LEFT JOIN plan_form f ON f.admission = a.id"
		" WHERE a.agency = ?1 AND e.exam_year = ?2 AND e.exam_code = ?3 ORDER BY p.name_key, a.id LIMIT 50");
	if (!MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, (uint16_t)atoi(argv[2]), NULL, NULL, answer, NULL,
			MHD_OPTION_CONNECTION_LIMIT, 1000u, MHD_OPTION_END))
		return 1;
	pause();
	return 0;
}
