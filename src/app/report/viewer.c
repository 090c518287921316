/* viewer.c: what a report account may see: see viewer.h.                                                        LEARN-701 … 704 */
#include "app/report/viewer.h"

#include "app/audit/audit.h"
#include "app/report/page.html.h"
#include "app/report/report.sql.h"
#include "app/report/view.h"
#include "base/setting.h"

bool viewer_is(const struct who *who)
{
	return who && (who->may & MAY_STATISTICS_VIEW);
}

static struct rows *grants(struct req *r, const char *report)
{
	return db_run(r->db, &viewer_grants, A(r->who->account), A(report));
}

bool viewer_may(struct req *r, const struct report *report)
{
	if (grants(r, report->name)->n)
		return true;
	r->app->refused(r, "E-AUTH-01");
	reply_refuse(r, 403, "E-AUTH-01");
	return false;
}

/* Does the grant hold for this agency, and those below it where they are asked for? */
static bool covers(const struct rows *g, int i, const struct agency_span *one, bool below)
{
	int64_t low = row_int(g, i, "tree_low"), high = row_bool(g, i, "below") ? row_int(g, i, "tree_high") : low;

	return one->low >= low && one->low <= high && (!below || row_bool(g, i, "below"));
}

void viewer_asked(struct req *r, struct report_run *run, const char *code)
{
	struct rows *g = grants(r, run->report->name);
	struct agency a;

	if (!*code && g->n)
		code = row_text(g, 0, "code");
	if (*code && agency_find(r->db, r->mem, code, &a) && agency_span_of(r->db, r->mem, a.id, &run->span))
		for (int i = 0; i < g->n; i++) {
			if (!covers(g, i, &run->span, run->below))
				continue;
			if (!run->below)
				run->span.high = run->span.low;
			run->lists = row_bool(g, i, "person_lists");
			run->least = run->lists ? 0 : setting_int("stats.min_cell");
			return;
		}
	r->app->refused(r, "E-SCOPE-01");
	issue(&r->issues, -1, "agency", "E-SCOPE-01");
}

struct opened { struct req *r; const char *words; };

static void note(struct db *db, void *with)
{
	const struct opened *o = with;
	const struct req *r = o->r;

	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "report.open", .subject_kind = "address", .reason = r->path, .after = o->words, .at = r->now});
}

void viewer_opened(struct req *r, const struct report_run *run)
{
	struct report_run of = *run;

	db_tx(r->db, note, &(struct opened){r, report_words(&of)});
}

static const char *agencies_of(struct arena *mem, const struct rows *g, const char *report)
{
	struct text t = text_new(mem, 1 << 16);

	for (int i = 0; i < g->n; i++)
		if (text_is(row_text(g, i, "report"), report))
			text_print(&t, "%s%s %s%s", t.n ? "、" : "", row_text(g, i, "code"), row_text(g, i, "name"),
				row_bool(g, i, "below") ? "（含所屬機關）" : "");
	return t.n ? t.at : "";
}

const char *viewer_agencies(struct req *r, const struct report *report)
{
	return agencies_of(r->mem, grants(r, report->name), report->name);
}

/* 「請選擇您要查看的報表」                                                                                          LEARN-703 */
static void reports_get(struct req *r)
{
	struct rows *g = grants(r, "");
	struct viewer_reports v = {0};

	for (const struct report *const *x = report_all(); *x; x++)
		v.n++;
	v.at = arena_array(r->mem, (size_t)v.n, sizeof *v.at);
	v.n = 0;
	for (const struct report *const *x = report_all(); *x; x++) {
		const char *agencies = agencies_of(r->mem, g, (*x)->name);

		if (*agencies)
			v.at[v.n++] = (struct viewer_report){(*x)->title, agencies, req_url(r, "/statistics/%s", (*x)->name)};
	}
	viewer_reports_page(reply_page(r, 200, "查看特定統計報表"), &v);
}

#define HERE "統計報表/查看特定統計報表"

const struct route viewer_routes[] = {
	{GET, "/statistics", reports_get, MAY_STATISTICS_VIEW, .crumb = HERE, .menu = "查看特定統計報表", .help = "授權查看的統計報表"},
	{GET, "/statistics/*report", report_page_get, MAY_STATISTICS_VIEW, .gives = report_reply, .also = REPORT_ALSO, .files = true, .heavy = true,
		.crumb = HERE "/報表", .help = "查看一種統計報表"},
	{GET, "/statistics/*report/*list", report_list_get, MAY_STATISTICS_VIEW, .files = true, .heavy = true, .hidden = true,
		.crumb = HERE "/名單", .help = "報表數字背後的名單"},
	{POST, "/statistics/*report/export", report_export_post, MAY_STATISTICS_VIEW, .heavy = true, .help = "匯出報表"},
	{0}
};
