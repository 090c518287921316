/* fee_slip.c: 請領證書繳費單: what is to be paid, until when, and a code for each place that takes the money.     ACMS-091 … 093 */
#include "app/paper/paper_form.h"

static const struct fact fee_slip_facts[] = {
	IN(paper_fee_slip, head, exam_year, INT, "考試年度"), IN(paper_fee_slip, head, exam_name, TEXT, "考試名稱"),
	FACT(paper_fee_slip, number, TEXT, "繳費單編號"), FACT(paper_fee_slip, name, TEXT, "繳款人"), FACT(paper_fee_slip, item, TEXT, "繳費項目"),
	FACT(paper_fee_slip, amount, INT, "繳款金額"), FACT(paper_fee_slip, issued, DATE, "製單日期"), FACT(paper_fee_slip, due, DATE, "繳款期限"),
	FACT(paper_fee_slip, places, TEXTS, "得繳款處所"), FACT(paper_fee_slip, stores, TEXT, "代收之超商", OPTIONAL),
	FACT(paper_fee_slip, store_first, TEXT, "超商條碼第一段", OPTIONAL), FACT(paper_fee_slip, store_second, TEXT, "超商條碼第二段", OPTIONAL),
	FACT(paper_fee_slip, store_third, TEXT, "超商條碼第三段", OPTIONAL),
	FACT(paper_fee_slip, post_first, TEXT, "郵局條碼第一段", OPTIONAL), FACT(paper_fee_slip, post_second, TEXT, "郵局條碼第二段", OPTIONAL),
	FACT(paper_fee_slip, post_third, TEXT, "郵局條碼第三段", OPTIONAL), FACT(paper_fee_slip, bank, TEXT, "銀行臨櫃條碼", OPTIONAL),
	FACT(paper_fee_slip, online, TEXT, "線上繳費網址", OPTIONAL),
	IN(paper_fee_slip, head, citation, TEXT, "依據", OPTIONAL), IN(paper_fee_slip, head, printed, TEXT, "列印資訊", OPTIONAL),
	IN(paper_fee_slip, head, notes, TEXTS, "說明事項", OPTIONAL),
	{0}
};

static const struct document_column fee_slip_columns[] = {{84, NULL}, {0, NULL}, {84, NULL}, {0, NULL}};
static const struct document_row fee_slip_rows[] = {
	{{LABEL("繳費單編號"), CENTRE("{number}"), LABEL("製單日期"), CENTRE("{issued|" DAY "}")}, .height = 26},
	{{LABEL("繳款人"), CENTRE("{name}"), LABEL("繳款期限"), CENTRE("{due|" DAY "}")}, .height = 26},
	{{LABEL("繳費項目"), CENTRE("{item}"), LABEL("繳款金額"), CENTRE("新臺幣{amount|　　　　}元整")}, .height = 26},
	{{LABEL("得繳款處所"), FILL("{places}", .columns = 3)}, .height = 26},
	{{LABEL("收款單位\n收訖章"), FILL("", .columns = 3)}, .height = 72},
};

/* The widest code has 24 characters: 286 points at 0.8 a module. */
#define BARS(t) {.text = t, .look = DOCUMENT_CENTRE, .code = PDF_CODE39, .size = 24}
#define READ(t) CENTRE(t, .size = 9)
#define FIRST(place, t) {{LABEL(place, .rows = 3), BARS("{" t "}"), READ("{" t "}")}, .when = t}
#define NEXT(t, first) {{BARS("{" t "}"), READ("{" t "}")}, .when = first}
static const struct document_column fee_codes_columns[] = {{84, NULL}, {302, NULL}, {0, NULL}};
static const struct document_row fee_codes_rows[] = {
	{{LABEL("繳款處所"), LABEL("條碼"), LABEL("條碼內容")}, .height = 20},
	FIRST("{stores|便利商店、\n美廉社}", "store_first"), NEXT("store_second", "store_first"), NEXT("store_third", "store_first"),
	FIRST("全省郵局臨櫃", "post_first"), NEXT("post_second", "post_first"), NEXT("post_third", "post_first"),
	{{LABEL("中國信託商業\n銀行全省各分\n行臨櫃"), BARS("{bank}"), READ("{bank}")}, .height = 44, .when = "bank"},
	{{LABEL("線上繳費"), {.text = "{online}", .look = DOCUMENT_CENTRE, .code = PDF_QR, .module = 1.8}, READ("{online}")}, .when = "online"},
};

#define FEE_SLIP_TITLE EXAM "\n請領證書繳費單"
static const struct document_part fee_slip_parts[] = {
	TITLE(FEE_SLIP_TITLE), TABLE(fee_slip, .pad = 3), GAP(8),
	TEXT("超過繳款期限，不可至超商繳費，需臨櫃繳費。", .size = 12), GAP(4),
	TABLE(fee_codes, .pad = 3), {0}
};

PAPER(fee_slip, fee_slip, FEE_SLIP_TITLE, .note_size = 10)
