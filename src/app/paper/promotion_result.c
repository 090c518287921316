/* promotion_result.c: 成績清冊, 成績單 and the list on which people sign for it.                     PROMO-087, 088, 099 */
#include "app/paper/paper_form.h"

#define PLACE(S, whose) FACT(S, year, INT, "年度"), FACT(S, training, TEXT, "訓練類別"), FACT(S, agency, TEXT, whose), MARKS(S)

static const struct fact result_facts[] = {
	FACT(paper_result, name, TEXT, "姓名"), FACT(paper_result, national_id, TEXT, "身分證統一編號", OPTIONAL),
	FACT(paper_result, agency, TEXT, "服務機關", OPTIONAL), FACT(paper_result, class_name, TEXT, "班別", OPTIONAL),
	FACT(paper_result, training_score, TEXT, "訓練成績", OPTIONAL), FACT(paper_result, course_score, TEXT, "訓練課程成績", OPTIONAL),
	FACT(paper_result, total, TEXT, "總成績", OPTIONAL), FACT(paper_result, outcome, TEXT, "及格/不及格", OPTIONAL),
	FACT(paper_result, remark, TEXT, "備註", OPTIONAL), {0}
};

/* ---- 成績清冊 ---- */

static const struct fact promotion_register_facts[] = {
	PLACE(paper_promotion_register, "遴選機關"), FACT(paper_promotion_register, persons, ROWS, "受訓人員",
		ROWS_OF(paper_result, result_facts)), {0}
};

static const struct document_column register_columns[] = {{32, NULL}, {0, NULL}, {70, NULL}, {80, NULL}, {62, NULL}, {62, NULL}, {56, NULL},
	{52, NULL}, {90, NULL}};
static const struct document_row register_rows[] = {
	{{LABEL("序號"), LABEL("服務機關"), LABEL("姓名"), LABEL("身分證\n統一編號"), LABEL("訓練成績"), LABEL("訓練課程\n成績"), LABEL("總成績"),
		LABEL("及格\n不及格"), LABEL("備註")}, .head = true},
	{{CENTRE("{persons.number}"), FILL("{persons.agency}"), CENTRE("{persons.name}"), CENTRE("{persons.national_id}"),
		CENTRE("{persons.training_score}"), CENTRE("{persons.course_score}"), CENTRE("{persons.total}"), CENTRE("{persons.outcome}"),
		FILL("{persons.remark}")}, .height = 26, .each = "persons"},
};

#define REGISTER_TITLE "{agency}\n{year}年度{training}訓練成績清冊"
static const struct document_part promotion_register_parts[] = {ATTACHMENT, TITLE(REGISTER_TITLE), TABLE(register, .pad = 3), {0}};

PAPER(promotion_register, promotion_register, REGISTER_TITLE, .text_size = 10, .blank_rows = 8, .across = true)

/* ---- 簽收清冊 ---- */

static const struct fact promotion_signing_facts[] = {
	PLACE(paper_promotion_signing, "服務機關"), FACT(paper_promotion_signing, persons, ROWS, "受訓人員",
		ROWS_OF(paper_result, result_facts)), {0}
};

static const struct document_column signing_columns[] = {{40, NULL}, {90, NULL}, {0, NULL}, {0, NULL}, {0, NULL}};
static const struct document_row signing_rows[] = {
	{{LABEL("序號"), LABEL("姓名"), LABEL("班別"), LABEL("簽收人"), LABEL("簽收日期")}, .height = 26, .head = true},
	{{CENTRE("{persons.number}"), CENTRE("{persons.name}"), CENTRE("{persons.class_name}"), FILL(""), CENTRE("　　年　　月　　日")},
		.height = 36, .each = "persons"},
};

#define SIGNING_TITLE "{agency}\n{year}年度{training}訓練成績單簽收清冊"
static const struct document_part promotion_signing_parts[] = {TITLE(SIGNING_TITLE), TABLE(signing, .pad = 3), GAP(8),
	TEXT("成績單由服務機關轉交受訓人員簽收，簽收紀錄由服務機關自行保留；簽收日期請登錄於培訓業務系統。", .size = 11), {0}};

PAPER(promotion_signing, promotion_signing, SIGNING_TITLE, .blank_rows = 8)

/* ---- 成績單 ---- */

static const struct fact promotion_report_facts[] = {
	PLACE(paper_promotion_report, "服務機關"), FACT(paper_promotion_report, name, TEXT, "姓名"),
	FACT(paper_promotion_report, national_id, TEXT, "身分證統一編號"), FACT(paper_promotion_report, class_name, TEXT, "班別"),
	FACT(paper_promotion_report, from, DATE, "開訓日期"), FACT(paper_promotion_report, until, DATE, "結訓日期"),
	FACT(paper_promotion_report, training_score, TEXT, "訓練成績"), FACT(paper_promotion_report, course_score, TEXT, "訓練課程成績"),
	FACT(paper_promotion_report, how, TEXT, "計算", OPTIONAL), FACT(paper_promotion_report, total, TEXT, "總成績"),
	FACT(paper_promotion_report, outcome, TEXT, "及格/不及格"), FACT(paper_promotion_report, determined, DATE, "核定日期"),
	FACT(paper_promotion_report, code, TEXT, "查驗碼"), FACT(paper_promotion_report, recheck, TEXTS, "複查成績", OPTIONAL),
	FACT(paper_promotion_report, fee, TEXTS, "繳納證書費", OPTIONAL), FACT(paper_promotion_report, address, TEXT, "繳費網址", OPTIONAL), {0}
};

static const struct document_column report_columns[] = {{84, NULL}, {0, NULL}, {84, NULL}, {0, NULL}};
static const struct document_row report_rows[] = {
	{{LABEL("姓名"), CENTRE("{name}"), LABEL("身分證\n統一編號"), CENTRE("{national_id}")}, .height = 30},
	{{LABEL("服務機關"), CENTRE("{agency}"), LABEL("班別"), CENTRE("{class_name}")}, .height = 30},
	{{LABEL("訓練期間"), CENTRE("{from|" DAY "}至{until|" DAY "}", .columns = 3)}, .height = 28},
	{{LABEL("訓練成績"), CENTRE("{training_score}"), LABEL("訓練課程\n成績"), CENTRE("{course_score}")}, .height = 30},
	{{LABEL("總成績"), CENTRE("{total}"), LABEL("結果"), CENTRE("{outcome}")}, .height = 32},
	{{LABEL("計算"), FILL("{how}", .columns = 3, .size = 10)}, .height = 28},
	{{LABEL("核定日期"), CENTRE("{determined|" DAY "}"), LABEL("成績單\n查驗碼"), CENTRE("{code}")}, .height = 30},
};
static const struct document_column advice_columns[] = {{84, NULL}, {0, NULL}};
static const struct document_row advice_rows[] = {
	{{LABEL("複查成績"), LONG("{recheck.points}", .size = 10)}, .flows = true},
	{{LABEL("繳納證書費"), LONG("{fee.points}", .size = 10)}, .flows = true, .when = "address"},
	{{LABEL("繳費網頁"), {.text = "{address}", .look = DOCUMENT_CENTRE, .code = PDF_QR, .module = 1.8}}, .when = "address"},
};

#define REPORT_TITLE "公務人員保障暨培訓委員會\n{year}年度{training}訓練成績單"
static const struct document_part promotion_report_parts[] = {TITLE(REPORT_TITLE), TABLE(report, .pad = 3), GAP(8), TABLE(advice, .pad = 4), {0}};

PAPER(promotion_report, promotion_report, REPORT_TITLE, .note_size = 10)

/* ---- 複查 ---- */

static const struct fact recheck_app_facts[] = {
	FACT(paper_recheck_app, training, TEXT, "訓練名稱"), FACT(paper_recheck_app, name, TEXT, "姓名"),
	FACT(paper_recheck_app, national_id, TEXT, "身分證統一編號"), FACT(paper_recheck_app, address, TEXT, "通訊地址"),
	FACT(paper_recheck_app, phone, TEXT, "聯絡電話"), FACT(paper_recheck_app, agency, TEXT, "服務機關"),
	FACT(paper_recheck_app, received, DATE, "接到成績單日期"), FACT(paper_recheck_app, content, TEXT, "申請複查項目"),
	FACT(paper_recheck_app, applied, DATE, "申請日期"), MARKS(paper_recheck_app), {0}
};

static const struct document_column recheck_columns[] = {{96, NULL}, {0, NULL}, {96, NULL}, {0, NULL}};
static const struct document_row recheck_rows[] = {
	{{LABEL("訓練名稱"), FILL("{training}", .columns = 3)}, .height = 36},
	{{LABEL("姓名"), CENTRE("{name}"), LABEL("身分證\n統一編號"), CENTRE("{national_id}")}, .height = 36},
	{{LABEL("服務機關"), CENTRE("{agency}"), LABEL("聯絡電話"), CENTRE("{phone}")}, .height = 36},
	{{LABEL("通訊地址"), FILL("{address}", .columns = 3)}, .height = 36},
	{{LABEL("接到成績單\n日期"), CENTRE("{received|" DAY "}", .columns = 3)}, .height = 36},
	{{LABEL("申請複查項目"), LONG("{content}", .columns = 3)}, .height = 160},
	{{LABEL("申請人簽章"), FILL(""), LABEL("申請日期"), CENTRE("{applied|" DAY "}")}, .height = 50},
};

#define RECHECK_TITLE "各項訓練測驗複查成績申請書"
static const struct document_part recheck_app_parts[] = {TITLE(RECHECK_TITLE), TABLE(recheck, .pad = 4), GAP(8),
	TEXT("一、申請複查成績，應於接到訓練成績單之次日起15日內提出，逾期不予受理，並以1次為限。", .size = 11),
	TEXT("二、本申請書寄送公務人員保障暨培訓委員會，以郵戳為憑。", .size = 11), {0}};

PAPER(recheck_app, recheck_app, RECHECK_TITLE, .note_size = 10)

/* ---- 訓練合格證書 ---- */

static const struct fact promotion_awards_facts[] = {
	FACT(paper_promotion_awards, year, INT, "年度"), FACT(paper_promotion_awards, training, TEXT, "訓練類別"), MARKS(paper_promotion_awards),
	FACT(paper_promotion_awards, persons, ROWS, "及格人員", ROWS_OF(paper_result, result_facts)), {0}
};

static const struct document_column awards_columns[] = {{36, NULL}, {0, NULL}, {0, NULL}, {76, NULL}, {86, NULL}, {56, NULL}, {70, NULL}};
static const struct document_row awards_rows[] = {
	{{LABEL("序號"), LABEL("遴選機關"), LABEL("服務機關"), LABEL("姓名"), LABEL("身分證\n統一編號"), LABEL("總成績"), LABEL("備註")},
		.head = true},
	{{CENTRE("{persons.number}"), FILL("{persons.class_name}"), FILL("{persons.agency}"), CENTRE("{persons.name}"),
		CENTRE("{persons.national_id}"), CENTRE("{persons.total}"), FILL("{persons.remark}")}, .height = 26, .each = "persons"},
};

#define AWARDS_TITLE "公務人員保障暨培訓委員會\n{year}年度{training}訓練請領訓練合格證書名冊"
static const struct document_part promotion_awards_parts[] = {TITLE(AWARDS_TITLE), TABLE(awards, .pad = 3), {0}};

PAPER(promotion_awards, promotion_awards, AWARDS_TITLE, .text_size = 10, .blank_rows = 8, .across = true)

static const struct fact promotion_note_facts[] = {
	FACT(paper_promotion_note, year, INT, "年度"), FACT(paper_promotion_note, training, TEXT, "訓練類別"), MARKS(paper_promotion_note),
	FACT(paper_promotion_note, name, TEXT, "姓名"), FACT(paper_promotion_note, national_id, TEXT, "身分證統一編號"),
	FACT(paper_promotion_note, agency, TEXT, "服務機關"), FACT(paper_promotion_note, number, TEXT, "證書字號"),
	FACT(paper_promotion_note, document, TEXT, "考試院發證文號"), FACT(paper_promotion_note, issued, DATE, "發證日期"),
	FACT(paper_promotion_note, check, TEXT, "查驗網址", OPTIONAL), FACT(paper_promotion_note, check_words, TEXT, "查驗編號及查驗碼", OPTIONAL),
	{0}
};

static const struct document_column award_note_columns[] = {{110, NULL}, {0, NULL}};
static const struct document_row award_note_rows[] = {
	{{LABEL("姓名"), FILL("{name}")}, .height = 28}, {{LABEL("身分證統一編號"), FILL("{national_id}")}, .height = 28},
	{{LABEL("服務機關"), FILL("{agency}")}, .height = 28}, {{LABEL("證書字號"), FILL("{number}")}, .height = 28},
	{{LABEL("考試院發證文號"), FILL("{document}（{issued|" DAY "}）")}, .height = 28},
	{{LABEL("查驗", .rows = 2), {.text = "{check}", .look = DOCUMENT_CENTRE, .code = PDF_QR, .module = 2}}, .when = "check"},
	{{CENTRE("{check_words}", .size = 10)}, .when = "check"},
};

#define AWARD_NOTE_TITLE "{year}年度{training}訓練\n訓練合格證明"
static const struct document_part promotion_note_parts[] = {TITLE(AWARD_NOTE_TITLE), TABLE(award_note, .pad = 3), GAP(8),
	TEXT("本證明供查驗訓練合格情形，不代替訓練合格證書。", .size = 12), {0}};

PAPER(promotion_note, promotion_note, AWARD_NOTE_TITLE)
