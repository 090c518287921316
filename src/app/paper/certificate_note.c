/* certificate_note.c: 請證證明: that a certificate was applied for and issued, with a code by which anybody who holds it can check it. */
#include "app/paper/paper_form.h"

static const struct fact certificate_note_facts[] = {
	HEAD(paper_certificate_note), IN(paper_certificate_note, head, agency, TEXT, "訓練機關(構)學校"),
	FACT(paper_certificate_note, name, TEXT, "姓名"), FACT(paper_certificate_note, national_id, TEXT, "國民身分證統一編號"),
	FACT(paper_certificate_note, level, TEXT, "考試等級"), FACT(paper_certificate_note, category, TEXT, "考試類科"),
	FACT(paper_certificate_note, serial, TEXT, "申請序號"),
	FACT(paper_certificate_note, csptc_document, TEXT, "保訓會請證文號"), FACT(paper_certificate_note, csptc_day, DATE, "請證日期"),
	FACT(paper_certificate_note, exam_yuan_document, TEXT, "考試院發證文號"), FACT(paper_certificate_note, exam_yuan_day, DATE, "發證日期"),
	FACT(paper_certificate_note, check, TEXT, "查驗網址", OPTIONAL),
	FACT(paper_certificate_note, check_words, TEXT, "查驗編號及查驗碼", OPTIONAL),
	{0}
};

static const struct document_column note_columns[] = {{110, NULL}, {0, NULL}};
static const struct document_row note_rows[] = {
	{{LABEL("姓名"), FILL("{name}")}, .height = 28},
	{{LABEL("國民身分證統一編號"), FILL("{national_id}")}, .height = 28},
	{{LABEL("考試等級及類科"), FILL("{level}　{category}")}, .height = 28},
	{{LABEL("訓練機關(構)學校"), FILL("{agency}")}, .height = 28},
	{{LABEL("申請序號"), FILL("{serial}")}, .height = 28},
	{{LABEL("保訓會請證文號"), FILL("{csptc_document}（{csptc_day|" DAY "}）")}, .height = 28},
	{{LABEL("考試院發證文號"), FILL("{exam_yuan_document}（{exam_yuan_day|" DAY "}）")}, .height = 28},
	{{LABEL("查驗", .rows = 2), {.text = "{check}", .look = DOCUMENT_CENTRE, .code = PDF_QR, .module = 2}}, .when = "check"},
	{{CENTRE("{check_words}", .size = 10)}, .when = "check"},
};

#define NOTE_TITLE EXAM "\n考試及格證書請證證明"
static const struct document_part certificate_note_parts[] = {
	TITLE(NOTE_TITLE), TABLE(note, .pad = 3), GAP(8), TEXT("本證明供查驗請證情形，不代替考試及格證書。", .size = 12), {0}
};

PAPER(certificate_note, certificate_note, NOTE_TITLE)
