/* guide.c: 輔導紀錄表, 特殊異常情事通報及輔導紀錄表 and 個別會談紀錄表 (annexes 6, 7 and 8).            PLAN-080 … 085 */
#include "app/paper/paper_form.h"

#define PERIOD "(紀錄期間：{from|　　年　　月　　日}至{until|　　年　　月　　日})"
#define PERIOD_LINE TEXT(PERIOD, .size = 12, .leading = 1.4, .align = PDF_CENTRE), GAP(6)

/* ---- 輔導紀錄表 ---- */

static const struct fact guide_record_facts[] = {
	HEAD(paper_guide_record),
	FACT(paper_guide_record, from, DATE, "紀錄期間"), FACT(paper_guide_record, until, DATE, "紀錄期間"),
	IN(paper_guide_record, head, agency, TEXT, "實務訓練機關(構)學校"),
	FACT(paper_guide_record, unit, TEXT, "分配受訓單位"),
	IN(paper_guide_record, person, name, TEXT, "受訓人員姓名"),
	FACT(paper_guide_record, work_items, TEXT, "受訓人員工作項目"),
	FACT(paper_guide_record, orientation, TEXT, "職前講習"), FACT(paper_guide_record, observation, TEXT, "工作觀摩"),
	FACT(paper_guide_record, cases, TEXT, "專業課程訓練或輔導"), FACT(paper_guide_record, talks, TEXT, "個別會談"),
	FACT(paper_guide_record, character, TEXT, "品德"), FACT(paper_guide_record, ability, TEXT, "才能"),
	FACT(paper_guide_record, conduct, TEXT, "生活表現"), FACT(paper_guide_record, attitude, TEXT, "學習態度"),
	FACT(paper_guide_record, performance, TEXT, "工作績效"),
	FACT(paper_guide_record, special, TEXT, "輔導員特殊輔導情形紀錄", OPTIONAL),
	FACT(paper_guide_record, deeds, TEXT, "受訓人員重大具體優劣事蹟", OPTIONAL),
	{0}
};

/* Twelve columns carry the four methods (three each) and the grades. */
static const struct document_column guide_columns[] = {
	{76, NULL}, {106, NULL}, {106, NULL}, {60, NULL}, {58, NULL}, {26, NULL}, {26, NULL}, {26, NULL}, {26, NULL}
};

#define STATES(f) "{?" f "=尚未實施}尚未實施\n{?" f "=實施中}實施中\n{?" f "=實施完成}實施完成"
#define GRADED(label, f, content) {{LABEL(label), FILL(content, .columns = 4), CENTRE("{?" f "=A}"), CENTRE("{?" f "=B}"), \
	CENTRE("{?" f "=C}"), CENTRE("{?" f "=D}")}, .height = 22}

static const struct document_row guide_rows[] = {
	{{LABEL("實務訓練\n機關(構)學校"), FILL("{agency}", .columns = 8)}, .height = 24},
	{{LABEL("分配受訓\n單位"), FILL("{unit}", .columns = 2), LABEL("受訓人員\n姓名"), FILL("{name}", .columns = 5)}, .height = 24},
	{{LABEL("受訓人員\n工作項目"), FILL("{work_items}", .columns = 8)}, .height = 60, .flows = true},
	{{LABEL("輔導方式\n實施情形", .rows = 2), LABEL("職前講習"), LABEL("工作觀摩"), LABEL("專業課程訓練\n或輔導", .columns = 2),
		LABEL("個別會談", .columns = 4)}, .height = 24},
	{{LONG("{?orientation=尚未實施}尚未實施\n{?orientation=實施完成}實施完成"), LONG(STATES("observation")),
		LONG(STATES("cases"), .columns = 2),
		LONG("{?talks=尚未實施}尚未實施\n{?talks=期中實施完成}期中實施完成\n"
			"{?talks=期中及期末實施完成}期中及期末實施完成", .columns = 4, .hang = 12)},
		.height = 56},
	{{LABEL("受訓人員\n表現情形", .rows = 2), LABEL("內容", .columns = 4, .rows = 2), LABEL("等級", .columns = 4)}, .height = 24},
	{{LABEL("A"), LABEL("B"), LABEL("C"), LABEL("D")}, .height = 24},
	GRADED("品德", "character", "包括廉正、忠誠、負責、涵養、榮譽及團隊精神等。"),
	GRADED("才能", "ability", "包括表達、學識、反應、創意、判斷、思維及見解等。"),
	GRADED("生活表現", "conduct", "包括規律、精神、整潔、儀表、談吐及關懷待人等。"),
	GRADED("學習態度", "attitude", "包括主動、積極、正面、和諧及互助等。"),
	GRADED("工作績效", "performance", "包括專業、效能及品質等。"),
	{{LABEL("輔導員\n特殊輔導\n情形紀錄"), LONG("{special}", .columns = 8)}, .height = 60, .flows = true, .stretches = true},
	{{LABEL("受訓人員\n重大具體\n優劣事蹟"), LONG("{deeds}", .columns = 8)}, .height = 60, .flows = true, .stretches = true},
};

static const struct document_column guide_sign_columns[] = {{76, NULL}, {0, NULL}, {0, NULL}, {0, NULL}};
static const struct document_row guide_sign_rows[] = {
	{{LABEL("簽章", .rows = 2), LABEL("輔導員"), LABEL("直屬主管"), LABEL("單位主管")}, .height = 24},
	{{EMPTY, EMPTY, EMPTY}, .height = 56},
};

#define GUIDE_TITLE EXAM "錄取人員實務訓練輔導紀錄表"
static const struct document_part guide_record_parts[] = {
	ATTACHMENT, TITLE(GUIDE_TITLE), PERIOD_LINE, TABLE(guide, .reserve = 84), TABLE(guide_sign), {0}
};

PAPER(guide_record, guide_record, GUIDE_TITLE)

/* ---- 特殊異常情事通報及輔導紀錄表 ---- */

static const struct fact anomaly_report_facts[] = {
	HEAD(paper_anomaly_report),
	FACT(paper_anomaly_report, from, DATE, "紀錄期間"), FACT(paper_anomaly_report, until, DATE, "紀錄期間"),
	IN(paper_anomaly_report, head, agency, TEXT, "實務訓練機關(構)學校"),
	FACT(paper_anomaly_report, unit, TEXT, "分配受訓單位"),
	IN(paper_anomaly_report, person, name, TEXT, "姓名"), IN(paper_anomaly_report, person, level, TEXT, "考試等級"),
	IN(paper_anomaly_report, person, national_id, TEXT, "國民身分證統一編號"),
	IN(paper_anomaly_report, person, birth_date, DATE, "出生年月日"),
	IN(paper_anomaly_report, person, series, TEXT, "考試職系", OPTIONAL), IN(paper_anomaly_report, person, category, TEXT, "考試職系類科"),
	FACT(paper_anomaly_report, work_items, TEXT, "受訓人員工作項目"),
	FACT(paper_anomaly_report, happened, DATE, "特殊異常情事發生日期"),
	FACT(paper_anomaly_report, summary, TEXT, "特殊異常情事摘要"), FACT(paper_anomaly_report, course, TEXT, "特殊異常情事原因及經過"),
	FACT(paper_anomaly_report, evidence, TEXT, "佐證資料", OPTIONAL), FACT(paper_anomaly_report, handling, TEXT, "輔導(處理)情形"),
	FACT(paper_anomaly_report, window, TEXT, "受理通報窗口", OPTIONAL),
	FACT(paper_anomaly_report, contact_name, TEXT, "人事單位承辦人姓名"), FACT(paper_anomaly_report, contact_phone, TEXT, "電話"),
	{0}
};

static const struct document_column anomaly_columns[] = {{84, NULL}, {76, NULL}, {100, NULL}, {44, NULL}, {84, NULL}, {58, NULL}, {64, NULL}};
static const struct document_row anomaly_rows[] = {
	{{LABEL("實務訓練\n機關(構)學校"), FILL("{agency}", .columns = 3), LABEL("分配受訓\n單位"), FILL("{unit}", .columns = 2)}, .height = 24},
	{{LABEL("受訓人員\n基本資料", .rows = 2), LABEL("姓名"), FILL("{name}", .columns = 3), LABEL("考試等級"), CENTRE("{level}")}, .height = 28},
	{{LABEL("國民身分證\n統一編號"), CENTRE("{national_id}"), LABEL("出生\n年月日"), CENTRE("{birth_date|" DAY "}"), LABEL("考試職系\n類科"),
		CENTRE("{series} {category}")}, .height = 24},
	{{LABEL("受訓人員\n工作項目"), FILL("{work_items}", .columns = 6)}, .height = 40, .flows = true},
	{{LABEL("特殊異常情\n事發生日期"), FILL("{happened|" DAY "}", .columns = 6)}, .height = 24},
	{{LABEL("特殊異常情\n事摘要"), LONG("{summary}", .columns = 6)}, .height = 44, .flows = true, .stretches = true},
	{{LABEL("特殊異常情事\n原因及經過\n(按時間先後\n條列，並含具\n體之人、事、\n時、地、物)"), LONG("{course}", .columns = 6)}, .height = 120,
		.flows = true, .stretches = true},
	{{LABEL("佐證資料"), LONG("{evidence}", .columns = 6)}, .height = 36, .flows = true, .stretches = true},
	{{LABEL("輔導(處理)\n情形"), LONG("{handling}", .columns = 6)}, .height = 60, .flows = true, .stretches = true},
};

static const struct document_column anomaly_sign_columns[] = {{84, NULL}, {0, NULL}, {0, NULL}, {0, NULL}, {0, NULL}};
static const struct document_row anomaly_sign_rows[] = {
	{{LABEL("簽章", .rows = 2), LABEL("輔導員"), LABEL("直屬主管"), LABEL("單位主管"), LABEL("人事主管")}, .height = 24},
	{{EMPTY, EMPTY, EMPTY, EMPTY}, .height = 52},
	{{LABEL("公務人員保障\n暨培訓委員會\n受理通報窗口"), FILL("{window|培訓發展處\n電話：02-82367116　　傳真：02-82367129\n"
		"電子郵件信箱：training@csptc.gov.tw}", .columns = 4)}, .height = 24},
};

#define ANOMALY_TITLE EXAM "錄取人員\n實務訓練期間特殊異常情事通報及輔導紀錄表"
static const struct document_part anomaly_report_parts[] = {
	ATTACHMENT, TEXT(ANOMALY_TITLE, .size = 16, .leading = 1.4, .align = PDF_CENTRE), PERIOD_LINE,
	TABLE(anomaly, .reserve = 160), TABLE(anomaly_sign), GAP(6),
	TEXT("人事單位承辦人姓名：{contact_name|　　　　　　　　}　　電話：{contact_phone|　　　　　　　　　}　　(請務必填寫)", .size = 12), {0}
};

static void take_window(struct arena *mem, void *record, const struct plan *plan)
{
	struct paper_anomaly_report *report = record;
	const struct fact_rows *rows = &plan_value(plan, PLAN_ANOMALY_WINDOW)->rows;
	const struct plan_contact *to = rows->at;

	if (!report->window && rows->n)
		report->window = arena_print(mem, "%s\n電話：%s　　傳真：%s\n電子郵件信箱：%s", to->unit, to->phone, to->fax, to->mail);
}

PAPER(anomaly_report, anomaly_report, ANOMALY_TITLE, .take = take_window)

/* ---- 個別會談紀錄表 ---- */

static const struct fact interview_record_facts[] = {
	HEAD(paper_interview_record),
	FACT(paper_interview_record, admission_year, INT, "考試錄取年度"),
	IN(paper_interview_record, person, level, TEXT, "考試等級"), IN(paper_interview_record, person, name, TEXT, "姓名"),
	FACT(paper_interview_record, post, TEXT, "擬任職務"),
	FACT(paper_interview_record, day, DATE, "會談日期時間"), FACT(paper_interview_record, from, TEXT, "會談日期時間"),
	FACT(paper_interview_record, until, TEXT, "會談日期時間"),
	FACT(paper_interview_record, to_improve, TEXT, "亟待受訓人員改進事項"),
	FACT(paper_interview_record, advice, TEXT, "具體建議作法"), FACT(paper_interview_record, talk, TEXT, "會談紀錄"),
	{0}
};

static const struct document_column interview_columns[] = {{70, NULL}, {0, NULL}, {0, NULL}, {0, NULL}, {0, NULL}};
static const struct document_row interview_rows[] = {
	{{LABEL("受訓人員\n基本資料", .rows = 2), LABEL("考試錄取\n年度"), LABEL("考試等級"), LABEL("姓名"), LABEL("擬任職務")}, .height = 24},
	{{CENTRE("{admission_year}"), CENTRE("{level}"), CENTRE("{name}"), CENTRE("{post}")}, .height = 30},
	{{LABEL("會談日期\n時間"), CENTRE("{day|" DAY "}　{from|上午　　時　　分}　至　{until|下午　　時　　分}", .columns = 4)}, .height = 24},
	{{LABEL("亟待受訓\n人員改進\n事項"), LONG("{to_improve}", .columns = 4)}, .height = 120, .flows = true, .stretches = true},
	{{LABEL("具體建議\n作法"), LONG("{advice}", .columns = 4)}, .height = 120, .flows = true, .stretches = true},
	{{LABEL("會談紀錄"), LONG("{talk}", .columns = 4)}, .height = 150, .flows = true, .stretches = true},
};

static const struct document_column interview_sign_columns[] = {{70, NULL}, {0, NULL}, {0, NULL}, {0, NULL}, {0, NULL}, {0, NULL}};
static const struct document_row interview_sign_rows[] = {
	{{LABEL("簽名", .rows = 3), LABEL("受訓人員", .rows = 2), LABEL("會談人員", .columns = 4)}, .height = 24},
	{{LABEL("輔導員"), LABEL("直屬主管"), LABEL("單位主管"), LABEL("人事主管")}, .height = 24},
	{{EMPTY, EMPTY, EMPTY, EMPTY, EMPTY}, .height = 60},
};

#define INTERVIEW_TITLE EXAM "錄取人員\n實務訓練表現未達基本要求個別會談紀錄表"
static const struct document_part interview_record_parts[] = {
	ATTACHMENT, TITLE(INTERVIEW_TITLE), TABLE(interview, .reserve = 112), TABLE(interview_sign), {0}
};

PAPER(interview_record, interview_record, INTERVIEW_TITLE)
