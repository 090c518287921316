/* person.c: the yardstick of bench/person: the rows of one trainee's page, written straight on libmicrohttpd and SQLite: the person, the
 * records with their acts, the deadlines, the audit log.  No rule is asked and nothing is put into words.
 *
 * usage: person DATABASE PORT ADMISSION */
#include "page.h"

enum { PAGE_MOST = 1 << 20, PARTS = 5 };

static const struct { const char *text; int columns; } parts[PARTS] = {
	{"SELECT name, national_id, sex, birth_date, exam_year, exam_name, exam_level, exam_category, report_date FROM trainee WHERE id = ?1", 9},
	{"SELECT day, kind, summary, state_label, data FROM life_record WHERE admission = ?1 AND voided IS NULL ORDER BY day, id", 5},
	{"SELECT s.made, s.act, s.changed, s.reason, a.full_name, g.name FROM life_record r JOIN life_step s ON s.record = r.id"
		" LEFT JOIN account a ON a.id = s.account LEFT JOIN agency g ON g.id = a.agency WHERE r.admission = ?1 ORDER BY s.record, s.id", 6},
	{"SELECT event_day, due, kind, state, ended, citation FROM deadline WHERE subject_kind = 'trainee' AND subject = ?1 ORDER BY due", 6},
	{"SELECT u.made, a.full_name, g.name, u.action, u.was, u.became, u.reason FROM audit u LEFT JOIN account a ON a.id = u.account"
		" LEFT JOIN agency g ON g.id = a.agency WHERE u.subject_kind = 'trainee' AND u.subject = ?1 ORDER BY u.id", 7},
};
static sqlite3_stmt *statements[PARTS];
static sqlite3_int64 admission;

static enum MHD_Result answer(void *with, struct MHD_Connection *c, const char *path, const char *method, const char *version,
	const char *data, size_t *n_data, void **state)
{
	static int begun;
	const char *cookie = MHD_lookup_connection_value(c, MHD_COOKIE_KIND, "peixun");
	char *page;
	size_t n = 0;

	(void)with, (void)path, (void)method, (void)version, (void)data, (void)n_data;
	if (!*state) {
		*state = &begun;
		return MHD_YES;
	}
	sqlite3_int64 agency = cookie ? agency_of(cookie) : 0;

	page = malloc(PAGE_MOST);
	n += (size_t)sprintf(page, "<!doctype html><html lang=\"zh-Hant-TW\"><title>person</title>\n");
	for (int i = 0; i < PARTS; i++) {
		n += (size_t)sprintf(page + n, "<table>\n");
		sqlite3_bind_int64(statements[i], 1, admission);
		while (sqlite3_step(statements[i]) == SQLITE_ROW) {
			n += (size_t)sprintf(page + n, "<tr>");
			n += put_cells(page + n, statements[i], 0, parts[i].columns);
			n += (size_t)sprintf(page + n, "</tr>\n");
		}
		sqlite3_reset(statements[i]);
		n += (size_t)sprintf(page + n, "</table>\n");
	}
	n += (size_t)sprintf(page + n, "</html>\n");
	return reply(c, page, n, agency != 0);
}

int main(int argc, char **argv)
{
	if (argc != 4 || !begin(argv[1]))
		return 1;
	admission = atoll(argv[3]);
	for (int i = 0; i < PARTS; i++)
		statements[i] = prepare(parts[i].text);
	return serve(argv[2], answer);
}
