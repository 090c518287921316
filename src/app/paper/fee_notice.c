/* fee_notice.c: 請領證書繳款通知: an agency tells its trainees who has to pay, where and how.                       ACMS-084 */
#include "app/paper/paper_form.h"

static const struct fact payer_facts[] = {
	FACT(paper_fee_payer, name, TEXT, "姓名"), FACT(paper_fee_payer, exam, TEXT, "考試"), FACT(paper_fee_payer, amount, TEXT, "金額", OPTIONAL),
	FACT(paper_fee_payer, due, TEXT, "繳款期限"), FACT(paper_fee_payer, remark, TEXT, "備註", OPTIONAL),
	{0}
};

static const struct fact fee_notice_facts[] = {
	IN(paper_fee_notice, head, agency, TEXT, "機關全銜"),
	FACT(paper_fee_notice, persons, ROWS, "應繳人員", ROWS_OF(paper_fee_payer, payer_facts)),
	FACT(paper_fee_notice, address, TEXT, "繳款網址"),
	IN(paper_fee_notice, head, citation, TEXT, "依據", OPTIONAL), IN(paper_fee_notice, head, printed, TEXT, "列印資訊", OPTIONAL),
	IN(paper_fee_notice, head, notes, TEXTS, "說明事項", OPTIONAL),
	{0}
};

static const struct document_column payers_columns[] = {{70, NULL}, {0, NULL}, {60, NULL}, {90, NULL}, {90, NULL}};
static const struct document_row payers_rows[] = {
	{{LABEL("姓名"), LABEL("考試"), LABEL("金額"), LABEL("繳款期限"), LABEL("備註")}, .head = true},
	{{CENTRE("{persons.name}"), FILL("{persons.exam}"), CENTRE("{persons.amount}"), CENTRE("{persons.due}", .size = 10),
		FILL("{persons.remark}", .size = 10)}, .height = 26, .each = "persons"},
};
static const struct document_column where_columns[] = {{110, NULL}, {0, NULL}};
static const struct document_row where_rows[] = {
	{{LABEL("繳款網頁", .rows = 2), {.text = "{address}", .look = DOCUMENT_CENTRE, .code = PDF_QR, .module = 2}}, .height = 60},
	{{CENTRE("{address}", .size = 10)}, .height = 20},
};

#define NOTICE_TITLE "{agency|(機關全銜)}\n請領證書繳款通知"
static const struct document_part fee_notice_parts[] = {
	TITLE(NOTICE_TITLE),
	TEXT("下列人員請於繳款網頁輸入身分證字號，下載繳費單或線上繳費；不必登入。", .size = 12), GAP(4), TABLE(payers), GAP(8),
	TABLE(where, .pad = 3), GAP(8),
	TEXT("請領證書繳費條件：一、實務訓練已期滿（實務訓練迄日小於今日）。二、教育訓練及實務訓練成績均及格。", .size = 12),
	TEXT("繳款處所：便利商店、美廉社；全省郵局臨櫃；中國信託商業銀行全省各分行臨櫃。超過繳款期限，不可至超商繳費，需臨櫃繳費。", .size = 12),
	TEXT("身心障礙人員、原住民族、低收入戶、中低收入戶、特殊境遇家庭，已檢附相關證明文件者，免徵證書費（升官等訓練除外）。"
		"身障特考、原住民特考不需繳費。", .size = 12), {0}
};

PAPER(fee_notice, fee_notice, NOTICE_TITLE, .blank_rows = 6)
