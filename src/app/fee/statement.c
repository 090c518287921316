/* statement.c: 證書費收款月報: what came in and was booked in a month, by examination and channel, each decision of a person as a line of its
 * own.  What is changed later, a decision or an upload taken back, stands in the month in which that was done, so that a month which is
 * over never changes.                                                                           ACMS-095 ACMS-096 */
#include <unistd.h>

#include "app/fee/fee.h"
#include "app/fee/statement.html.h"
#include "app/fee/statement.sql.h"
#include "app/fee/view.h"
#include "app/may.h"
#include "app/paper/paper.h"
#include "base/log.h"
#include "base/text.h"
#include "file/temp.h"

enum { YEAR_LEAST = 1, YEAR_MOST = 999, LINES_MOST = 2000 };

static const struct code items[] = {
	{"booked", "繳費入帳"}, {"open", "與繳費單不符"}, {"undo_booked", "復原匯入：繳費入帳"}, {"undo_open", "復原匯入：與繳費單不符"},
	{"accept", "更正：准予入帳"}, {"assign", "更正：改入其他繳費單"}, {"refund", "更正：退費"}, {"close", "更正：結案"},
	{"undo_accept", "撤銷更正：准予入帳"}, {"undo_assign", "撤銷更正：改入其他繳費單"}, {"undo_refund", "撤銷更正：退費"},
	{"undo_close", "撤銷更正：結案"}, {"sum", "管道小計"}, {"total", "合計"}, {0}
};

struct line { int64_t line, n, received, booked, refunded; const char *exam, *reference; struct code channel, item; };

static const struct field line_fields[] = {
	FIELD(line, line, INT, SHOW, "序"),
	FIELD(line, exam, TEXT, SHOW, "考試", .not_sorted = true),
	FIELD(line, channel, CODE, SHOW, "繳費管道", .list = fee_channels, .not_sorted = true),
	FIELD(line, item, CODE, SHOW, "項目", .list = items, .not_sorted = true),
	FIELD(line, reference, TEXT, SHOW, "交易序號", .not_sorted = true),
	FIELD(line, n, INT, SHOW, "筆數", .not_sorted = true),
	FIELD(line, received, INT, SHOW, "收款金額", .not_sorted = true),
	FIELD(line, booked, INT, SHOW, "入帳金額", .not_sorted = true),
	FIELD(line, refunded, INT, SHOW, "退費金額", .not_sorted = true),
	{0}
}, query_fields[] = {
	{.name = "year", .label = "年", .kind = K_INT, .least = YEAR_LEAST, .most = YEAR_MOST},
	{.name = "month", .label = "月", .kind = K_INT, .least = 1, .most = 12}, {0}
};

/* The month asked for, otherwise this one. */
struct month { int year, month; struct moment from, to; const char *words; };

static struct month month_of(struct req *r)
{
	int year, month, day;
	struct month m;

	date_split(r->today, &year, &month, &day);
	m.year = (int)req_query_int(r, "year", YEAR_LEAST, YEAR_MOST, roc_year(r->today));
	m.month = (int)req_query_int(r, "month", 1, 12, month);
	m.from = day_begins(date_make(m.year + 1911, m.month, 1));
	m.to = day_begins(date_make(m.year + 1911 + m.month / 12, m.month % 12 + 1, 1));
	m.words = arena_print(r->mem, "%d年%d月", m.year, m.month);
	return m;
}

static void statement_get(struct req *r)
{
	struct list l;
	struct month m;
	struct statement_view v = {.l = &l, .search = req_url(r, "/payments/statement")};

	if (!list_open(&l, r, "證書費收款月報", line_fields, sizeof(struct line), "line"))
		return;
	m = month_of(r);
	l.title = arena_print(r->mem, "證書費收款月報%s", m.words);
	if (!list_run(&l, &statement_list, A(m.from), A(m.to)))
		return;
	v.year = input_text(r, "year", "年", arena_print(r->mem, "%d", m.year), false, NULL);
	v.month = input_text(r, "month", "月", arena_print(r->mem, "%d", m.month), false, NULL);
	v.year.size = v.month.size = 3;
	v.paper = req_url(r, "/payments/statement/paper?year=%d&month=%d", m.year, m.month);
	statement_page(reply_page(r, 200, arena_print(r->mem, "%s證書費收款月報", m.words)), &v);
}

static const char *label(const struct code *list, const char *id)
{
	const struct code *c = code_find(list, id);

	return c ? c->label : "";
}

static void paper_get(struct req *r)
{
	struct month m = month_of(r);
	struct rows *a = db_run(r->db, &statement_list, A(m.from), A(m.to), A("line"), A(LINES_MOST), A(0));
	struct paper_statement_line *lines = arena_array(r->mem, (size_t)a->n, sizeof *lines);
	struct pdf *pdf = pdf_new(r->mem, &(struct pdf_about){.title = "證書費收款月報", .author = "公務人員保障暨培訓委員會", .created = r->now});
	int fd = temp_file(r->mem);

	for (int i = 0; i < a->n; i++)
		lines[i] = (struct paper_statement_line){row_text(a, i, "exam"), label(fee_channels, row_text(a, i, "channel")),
			label(items, row_text(a, i, "item")), row_text(a, i, "reference"), row_int(a, i, "n"), row_int(a, i, "received"),
			row_int(a, i, "booked"), row_int(a, i, "refunded")};
	paper_fee_statement_draw(pdf, &(struct paper_fee_statement){.month = m.words, .lines = {a->n, lines},
		.head = {.printed = paper_printed(r->mem, 0, r->today, NULL)}});
	if (!pdf_write(pdf, fd))
		fail("a month's statement of %d lines is too many pages", a->n);
	reply_file(r, "application/pdf", arena_print(r->mem, "證書費收款月報%s.pdf", m.words), dup(fd), file_size(fd));
}

const struct route fee_statement_routes[] = {
	{GET, "/payments/statement", statement_get, MAY_PAYMENT, .takes = query_fields, .gives = line_fields, .list = true,
		.crumb = "請證系統/繳費對帳/收款月報", .help = "證書費收款月報"},
	{GET, "/payments/statement/paper", paper_get, MAY_PAYMENT, .takes = query_fields, .type = "application/pdf", .heavy = true,
		.help = "列印證書費收款月報"},
	{0}
};
