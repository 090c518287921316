/* download.c: 「匯出」 of a report that is large or goes into a zip with 檔案密碼: one kind of download for each report.  LEARN-032, 035 */
#include "app/report/private.h"
#include "app/report/viewer.h"
#include "base/json_flat.h"
#include "base/log.h"
#include "base/setting.h"
#include "web/form.h"

enum { FORMATS = 3 };

/* What a request says: the conditions as an address has them, the agency that was meant, and who may not see what. */
struct kept { const struct report *report; const char *query, *who; int64_t agency, least; };

static struct kept kept_of(const struct download_making *m)
{
	struct json_pairs pairs;
	int hint = 0;

	if (!json_flat(m->mem, m->conditions, &pairs))
		fail("a request for a report can't be read: %s", m->conditions);
	struct kept k = {report_named(json_flat_find(&pairs, "report", &hint)->text), json_flat_find(&pairs, "query", &hint)->text,
		json_flat_find(&pairs, "who", &hint)->text, 0, 0};

	text_to_int(json_flat_find(&pairs, "agency", &hint)->text, 0, INT64_MAX, &k.agency);
	text_to_int(json_flat_find(&pairs, "least", &hint)->text, 0, INT64_MAX, &k.least);
	if (!k.report)
		fail("a request for a report that is no more: %s", m->conditions);
	return k;
}

/* As it was asked for; false: it can't be any more. */
static bool ask_again(const struct download_making *m, struct report_run *run, struct issues *issues)
{
	struct kept k = kept_of(m);
	struct pairs query = {0};

	*issues = issues_new(m->mem, k.report->asks);
	*run = report_run_kept(k.report, m->db, m->mem, m->now, issues);
	run->who = k.who;
	run->least = k.least;
	form_urlencoded(m->mem, k.query, strlen(k.query), &query);
	report_asked_again(run, &query, k.agency);
	return !issues->n;
}

/* False: there is nothing any more, or the counts are being made anew. */
static bool fill_again(struct report_run *run)
{
	if (!run->issues->n)
		run->report->fill(run);
	report_hide_small(run);
	return !run->issues->n;
}

static bool is_counting(const struct issues *issues)
{
	return issue_has(issues, "E-RPT-03");
}

/* What is too large for a page is not made to learn how many rows it has: it goes to the background, where what is being counted waits, too. */
static int64_t rows_of(const struct download_making *m)
{
	struct report_run run;
	struct issues issues;

	if (ask_again(m, &run, &issues) && run.report->large && run.report->large(&run))
		return INT64_MAX;
	return fill_again(&run) ? report_rows(&run) : is_counting(&issues) ? INT64_MAX : 0;
}

static int64_t write_file(const struct download_making *m, int fd)
{
	struct report_run run;
	struct issues issues;

	ask_again(m, &run, &issues);
	if (!fill_again(&run))
		return is_counting(&issues) ? -1 : 0;
	report_sheets(&run, m->format, fd, "");
	return report_rows(&run);
}

/* Behind those of other slices, one for each report. */
static const struct download_kind **kinds;
static size_t n_others;

const struct download_kind *const *report_downloads(struct arena *mem, const struct download_kind *const *others)
{
	size_t n = 0, reports = 0;

	while (others[n])
		n++;
	while (report_all()[reports])
		reports++;
	kinds = arena_array(mem, n + reports + 1, sizeof *kinds);
	for (size_t i = 0; i < n; i++)
		kinds[i] = others[i];
	n_others = n;
	for (size_t i = 0; i < reports; i++) {
		const struct report *r = report_all()[i];
		struct download_kind *k = arena_get(mem, sizeof *k);

		*k = (struct download_kind){.name = arena_print(mem, "report.%s", r->name), .label = r->title,
			.may = r->may | MAY_DGPA | MAY_STATISTICS_VIEW, .rows = rows_of, .write = write_file};
		kinds[n++] = k;
	}
	return kinds;
}

static const struct download_kind *kind_of(const struct report *report)
{
	for (size_t i = 0; report_all()[i]; i++)
		if (report_all()[i] == report)
			return kinds[n_others + i];
	fail("the report %s is not among those of the program", report->name);
}

void report_ask_file(struct req *r, struct report_run *run, enum sheet_format format)
{
	struct text t = text_new(r->mem, 1 << 16);
	struct json j = json_new(&t);

	json_begin(&j);
	json_key(&j, "report");
	json_text(&j, run->report->name);
	json_key(&j, "query");
	json_text(&j, report_query(run));
	json_key(&j, "who");
	json_text(&j, run->who);
	json_key(&j, "agency");
	json_int(&j, run->span.agency);
	json_key(&j, "least");
	json_int(&j, run->least);
	json_end(&j);
	download_ask(r, kind_of(run->report), t.at, report_words(run), format);
}
