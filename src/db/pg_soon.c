/* pg_soon.c: statements that are sent before they are asked for, so that the server works on them while we work on others' rows, and nobody
 * waits for a journey to it and back.  By libpq's pipeline; each statement is a transaction of its own, as without it. */
#include <string.h>

#include "base/text.h"
#include "db/pg.h"

enum { AHEAD_MEMORY = 1 << 18 };

static const struct value *copies(struct arena *mem, const struct value *v, int n)
{
	struct value *to = arena_array(mem, (size_t)n, sizeof *to);

	for (int i = 0; i < n; i++) {
		to[i] = v[i];
		if (v[i].kind == VALUE_TEXT || v[i].kind == VALUE_BYTES)
			to[i].s = arena_bytes(mem, v[i].s, v[i].n);
	}
	return to;
}

static bool same(const struct value *a, const struct value *b, int n)
{
	for (int i = 0; i < n; i++) {
		bool texts = a[i].kind == VALUE_TEXT || a[i].kind == VALUE_BYTES;

		if (a[i].kind != b[i].kind || (texts ? a[i].n != b[i].n || memcmp(a[i].s, b[i].s, a[i].n) : a[i].i != b[i].i))
			return false;
	}
	return true;
}

void pg_soon(struct pg *p, const struct sql *sql, const char *name, const struct value *values, int n)
{
	if (p->open || p->ahead_n == AHEAD_MOST)
		return;
	if (!p->ahead_mem)
		p->ahead_mem = arena_new(AHEAD_MEMORY);
	if (PQpipelineStatus(p->link) == PQ_PIPELINE_OFF && !PQenterPipelineMode(p->link))
		return;
	struct ahead *a = &p->ahead[p->ahead_n];

	*a = (struct ahead){.sql = sql, .values = copies(p->ahead_mem, values, n), .n = n};
	struct parameters given = pg_parameters(p->ahead_mem, a->values, n);

	if (PQsendQueryPrepared(p->link, name, n, given.texts, given.lengths, given.formats, 0) && PQpipelineSync(p->link))
		p->ahead_n++;
}

/* Its answer, the end of its answers, and the end of its transaction. */
static void receive(struct pg *p)
{
	struct ahead *a = &p->ahead[p->ahead_received++];

	a->result = PQgetResult(p->link);
	for (int ends = 0; a->result && ends < 2; ends++)
		PQclear(PQgetResult(p->link));
}

void pg_received(struct pg *p)
{
	while (p->ahead_received < p->ahead_n)
		receive(p);
	if (PQpipelineStatus(p->link) != PQ_PIPELINE_OFF)
		PQexitPipelineMode(p->link);
}

PGresult *pg_taken(struct pg *p, const struct sql *sql, const struct value *values, int n)
{
	for (int i = 0; i < p->ahead_n; i++) {
		struct ahead *a = &p->ahead[i];

		if (a->sql->text != sql->text || a->taken || a->n != n || !same(a->values, values, n))
			continue;
		while (p->ahead_received <= i)
			receive(p);
		a->taken = true;
		return a->result;
	}
	return NULL;
}

void pg_nothing_ahead(struct pg *p)
{
	pg_received(p);
	for (int i = 0; i < p->ahead_n; i++)
		if (!p->ahead[i].taken)
			PQclear(p->ahead[i].result);
	p->ahead_n = p->ahead_received = 0;
	if (p->ahead_mem)
		arena_reset(p->ahead_mem);
}
