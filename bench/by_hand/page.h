/* page.h: what the pages written by hand have in common: one thread, one connection, prepared statements; no layout, no rights beyond
 * the session. */
#ifndef PEIXUN_BENCH_PAGE_H
#define PEIXUN_BENCH_PAGE_H

#include <microhttpd.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static sqlite3 *db;
static sqlite3_stmt *session;

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

/* Columns from `first` on as cells. */
static size_t put_cells(char *page, sqlite3_stmt *s, int first, int end)
{
	size_t n = 0;

	for (int i = first; i < end; i++) {
		n += (size_t)sprintf(page + n, "<td>");
		n += put_escaped(page + n, (const char *)sqlite3_column_text(s, i));
		n += (size_t)sprintf(page + n, "</td>");
	}
	return n;
}

/* A page of `n` bytes, given away; 401 for nobody. */
static enum MHD_Result reply(struct MHD_Connection *c, char *page, size_t n, int known)
{
	struct MHD_Response *r = MHD_create_response_from_buffer(n, page, MHD_RESPMEM_MUST_FREE);

	MHD_add_response_header(r, "Content-Type", "text/html; charset=utf-8");
	enum MHD_Result done = MHD_queue_response(c, known ? 200 : 401, r);

	MHD_destroy_response(r);
	return done;
}

/* Serves until it is ended. */
static int serve(const char *port, MHD_AccessHandlerCallback answer)
{
	if (!MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, (uint16_t)atoi(port), NULL, NULL, answer, NULL,
			MHD_OPTION_CONNECTION_LIMIT, 1000u, MHD_OPTION_END))
		return 1;
	pause();
	return 0;
}

static int begin(const char *path)
{
	if (sodium_init() < 0 || sqlite3_open(path, &db) != SQLITE_OK)
		return 0;
	session = prepare("SELECT a.agency FROM session s JOIN account a ON a.id = s.account JOIN agency g ON g.id = a.agency"
		" WHERE s.token_hash = ?1 AND a.active = 1 AND g.active = 1");
	return 1;
}

#endif
