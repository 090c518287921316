/* list.c: the yardstick of bench/list: a page of the same rows as /trainees/report, written straight on libmicrohttpd and SQLite.
 *
 * usage: list DATABASE PORT      One thread, one connection, prepared statements; no layout, no rights beyond the session. */
#include "page.h"

enum { PAGE_MOST = 1 << 16 };

static sqlite3_stmt *list;

static size_t put_row(char *page)
{
	size_t n = (size_t)sprintf(page, "<tr><td class=\"tick\"><input type=\"checkbox\" name=\"tick\" value=\"%lld\"></td>",
		(long long)sqlite3_column_int64(list, 0));

	n += put_cells(page + n, list, 1, 11);
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
	return reply(c, page, n, agency != 0);
}

int main(int argc, char **argv)
{
	if (argc != 3 || !begin(argv[1]))
		return 1;
	list = prepare("SELECT a.id, p.name, p.national_id, p.sex, e.exam_code || '-' || e.exam_name, a.exam_level, a.exam_category,"
		" a.report_date, d.due, d.state, f.issued, count(*) OVER () FROM admission a JOIN person p ON p.id = a.person"
		" JOIN exam e ON e.id = a.exam LEFT JOIN deadline d ON d.subject_kind = 'trainee' AND d.subject = a.id"
		" AND d.kind = 'plan-form' AND d.state <> 'cancelled' LEFT JOIN plan_form f ON f.admission = a.id"
		" WHERE a.agency = ?1 AND e.exam_year = ?2 AND e.exam_code = ?3 ORDER BY p.name_key, a.id LIMIT 50");
	return serve(argv[2], answer);
}
