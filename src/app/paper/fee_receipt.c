/* fee_receipt.c: 證書費繳款收據: what was paid, when and where; and 證書費收款月報: what came in during a month.                ACMS-095 */
#include "app/paper/paper_form.h"

static const struct fact fee_receipt_facts[] = {
	IN(paper_fee_receipt, head, exam_year, INT, "考試年度"), IN(paper_fee_receipt, head, exam_name, TEXT, "考試名稱"),
	FACT(paper_fee_receipt, number, TEXT, "收據編號"), FACT(paper_fee_receipt, slip, TEXT, "繳費單編號"),
	FACT(paper_fee_receipt, name, TEXT, "繳款人"), FACT(paper_fee_receipt, item, TEXT, "繳費項目"),
	FACT(paper_fee_receipt, amount, INT, "繳款金額"), FACT(paper_fee_receipt, capitals, TEXT, "金額大寫"),
	FACT(paper_fee_receipt, paid, DATE, "繳款日期"), FACT(paper_fee_receipt, channel, TEXT, "繳費管道"),
	FACT(paper_fee_receipt, reference, TEXT, "交易序號"),
	IN(paper_fee_receipt, head, citation, TEXT, "依據", OPTIONAL), IN(paper_fee_receipt, head, printed, TEXT, "列印資訊", OPTIONAL),
	IN(paper_fee_receipt, head, notes, TEXTS, "說明事項", OPTIONAL),
	{0}
};

static const struct document_column fee_receipt_columns[] = {{84, NULL}, {0, NULL}, {84, NULL}, {0, NULL}};
static const struct document_row fee_receipt_rows[] = {
	{{LABEL("收據編號"), CENTRE("{number}"), LABEL("繳費單編號"), CENTRE("{slip}")}, .height = 30},
	{{LABEL("繳款人"), CENTRE("{name}"), LABEL("繳款日期"), CENTRE("{paid|" DAY "}")}, .height = 30},
	{{LABEL("考試"), FILL(EXAM, .columns = 3)}, .height = 30},
	{{LABEL("繳費項目"), CENTRE("{item}"), LABEL("繳費管道"), CENTRE("{channel}")}, .height = 30},
	{{LABEL("金額"), FILL("新臺幣{capitals|　　　　}元整（{amount}元）", .columns = 3)}, .height = 34},
	{{LABEL("交易序號"), FILL("{reference}", .columns = 3)}, .height = 30},
};

#define FEE_RECEIPT_TITLE "公務人員保障暨培訓委員會\n證書費繳款收據"
static const struct document_part fee_receipt_parts[] = {TITLE(FEE_RECEIPT_TITLE), TABLE(fee_receipt, .pad = 4), GAP(8),
	TEXT("本收據由系統依入帳紀錄產製，款項已收訖。", .size = 12), {0}};

PAPER(fee_receipt, fee_receipt, FEE_RECEIPT_TITLE, .note_size = 10)

/* ---- a month ---- */

static const struct fact statement_line_facts[] = {
	FACT(paper_statement_line, exam, TEXT, "考試", OPTIONAL), FACT(paper_statement_line, channel, TEXT, "繳費管道", OPTIONAL),
	FACT(paper_statement_line, item, TEXT, "項目"), FACT(paper_statement_line, reference, TEXT, "交易序號", OPTIONAL),
	FACT(paper_statement_line, count, INT, "筆數"), FACT(paper_statement_line, received, INT, "收款金額"),
	FACT(paper_statement_line, booked, INT, "入帳金額"), FACT(paper_statement_line, refunded, INT, "退費金額"),
	{0}
}, fee_statement_facts[] = {
	FACT(paper_fee_statement, month, TEXT, "月份"),
	FACT(paper_fee_statement, lines, ROWS, "明細", ROWS_OF(paper_statement_line, statement_line_facts)),
	MARKS(paper_fee_statement),
	{0}
};

static const struct document_column fee_statement_columns[] = {{0, NULL}, {96, NULL}, {78, NULL}, {110, NULL}, {40, NULL}, {66, NULL}, {66, NULL},
	{66, NULL}};
static const struct document_row fee_statement_rows[] = {
	{{LABEL("考試"), LABEL("繳費管道"), LABEL("項目"), LABEL("交易序號"), LABEL("筆數"), LABEL("收款金額"), LABEL("入帳金額"), LABEL("退費金額")},
		.height = 24, .head = true},
	{{FILL("{lines.exam}"), FILL("{lines.channel}"), FILL("{lines.item}"), FILL("{lines.reference}"), CENTRE("{lines.count}"),
		CENTRE("{lines.received}"), CENTRE("{lines.booked}"), CENTRE("{lines.refunded}")}, .height = 22, .each = "lines"},
};

#define FEE_STATEMENT_TITLE "公務人員保障暨培訓委員會\n{month|　　　　}證書費收款月報"
static const struct document_part fee_statement_parts[] = {TITLE(FEE_STATEMENT_TITLE), TABLE(fee_statement, .pad = 3), {0}};

PAPER(fee_statement, fee_statement, FEE_STATEMENT_TITLE, .blank_rows = 5, .across = true, .text_size = 10)
