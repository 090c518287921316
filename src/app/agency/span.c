/* span.c: which agencies a page, a statement or a job may speak of.  Knows no right: how far a function reaches its caller says. */
#include "app/agency/agency.h"

#include "app/agency/agency.sql.h"
#include "base/text.h"

void agency_renumber(struct db *db)
{
	db_run(db, &agency_number);
	if (!db_undone(db) && db_changed(db))
		db_run(db, &agency_tree_mark);
}

static struct agency_span span_of(const struct rows *r, bool with_below)
{
	int64_t low = row_int(r, 0, "tree_low");

	return (struct agency_span){row_int(r, 0, "id"), low, with_below ? row_int(r, 0, "tree_high") : low, row_text(r, 0, "code"),
		row_text(r, 0, "name")};
}

bool agency_span_of(struct db *db, struct arena *mem, int64_t agency, struct agency_span *to)
{
	struct rows *r = db_run(db, &agency_span_by_id, A(agency));

	(void)mem;
	if (r->n)
		*to = span_of(r, true);
	return r->n;
}

static const struct agency_span everywhere = {0, 0, INT64_MAX, "", ""};

struct agency_span agency_subtree(struct db *db, struct arena *mem, const struct who *who)
{
	struct agency_span own = {0, 1, 0, "", ""};

	if (who->all_agencies)
		return everywhere;
	agency_span_of(db, mem, who->agency, &own);
	return own;
}

enum agency_reach agency_reach_for(const struct who *who, enum agency_reach reach)
{
	return text_is(who->role, "officer") ? AGENCY_OWN : reach;
}

/* What who asks may reach at all. */
static struct agency_span reach_of(struct req *r, enum agency_reach reach)
{
	struct agency_span own = agency_subtree(r->db, r->mem, r->who);

	if (!r->who->all_agencies && agency_reach_for(r->who, reach) == AGENCY_OWN)
		own.high = own.low;
	return own;
}

bool agency_asked(struct req *r, const char *code, enum agency_reach reach, bool with_below, struct agency_span *to)
{
	struct agency_span most = reach_of(r, reach);

	with_below &= agency_reach_for(r->who, reach) == AGENCY_SUBTREE;
	if (!*code && r->who->all_agencies && with_below) {
		*to = most;
		return true;
	}
	code = *code ? text_upper(r->mem, text_fold(r->mem, code)) : r->who->agency_code;
	struct rows *found = db_run(r->db, &agency_span, A(code), AGENCIES(&most));

	if (found->n) {
		*to = span_of(found, with_below);
		return true;
	}
	r->app->refused(r, "E-SCOPE-01");
	issue(&r->issues, -1, "agency", "E-SCOPE-01");
	return false;
}

enum scope agency_scope(struct req *r, int64_t agency, enum agency_reach reach)
{
	struct agency_span most = reach_of(r, reach), it;

	if (agency_span_of(r->db, r->mem, agency, &it) && it.low >= most.low && it.low <= most.high)
		return SCOPE_OK;
	return SCOPE_HIDDEN;
}
