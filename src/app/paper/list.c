/* list.c: 應免除基礎訓練人員清冊 (annex 3), 成績清冊 (annex 11) and 網路資源一覽表: many rows under headings that each page repeats.
 *                                                                                       PLAN-050, 089, 129 */
#include "app/paper/paper_form.h"

/* ---- 應免除基礎訓練人員清冊 ---- */

static const struct fact exempt_facts[] = {
	FACT(paper_exempt_person, name, TEXT, "姓名"), FACT(paper_exempt_person, national_id, TEXT, "國民身分證統一編號"),
	FACT(paper_exempt_person, birth_date, DATE, "出生年月日"), FACT(paper_exempt_person, level, TEXT, "錄取等級"),
	FACT(paper_exempt_person, category, TEXT, "類科"), FACT(paper_exempt_person, remark, TEXT, "備註"),
	{0}
};

static const struct fact exempt_list_facts[] = {
	IN(paper_exempt_list, head, agency, TEXT, "機關全銜"), HEAD(paper_exempt_list),
	FACT(paper_exempt_list, persons, ROWS, "應免除基礎訓練人員", ROWS_OF(paper_exempt_person, exempt_facts)),
	{0}
};

static const struct document_column exempt_columns[] = {{34, NULL}, {72, NULL}, {80, NULL}, {70, NULL}, {44, NULL}, {70, NULL}, {0, NULL}};
static const struct document_row exempt_rows[] = {
	{{LABEL("編號"), LABEL("姓名"), LABEL("國民身分證\n統一編號"), LABEL("出生年月日"), LABEL("錄取\n等級"), LABEL("類科"),
		LABEL("備註\n(請註明考試年度、種類、\n等級，並檢附相關證明文件)", .size = 10)}, .head = true},
	{{CENTRE("{persons.number}"), CENTRE("{persons.name}"), CENTRE("{persons.national_id}"), CENTRE("{persons.birth_date.short}"),
		CENTRE("{persons.level}"), CENTRE("{persons.category}"), FILL("{persons.remark}")}, .height = 30, .each = "persons"},
};

#define EXEMPT_TITLE "{agency|(機關全銜)}" EXAM "\n錄取人員應免除基礎訓練人員清冊"
static const struct document_part exempt_list_parts[] = {ATTACHMENT, TITLE(EXEMPT_TITLE), TABLE(exempt), {0}};

PAPER(exempt_list, exempt_list, EXEMPT_TITLE, .blank_rows = 6)

/* ---- 實務訓練及性質特殊訓練成績清冊 ---- */

static const struct fact scored_facts[] = {
	FACT(paper_scored, number, TEXT, "總編號"), FACT(paper_scored, name, TEXT, "姓名"), FACT(paper_scored, level, TEXT, "考試等級"),
	FACT(paper_scored, category, TEXT, "考試類科"), FACT(paper_scored, national_id, TEXT, "國民身分證編號"),
	FACT(paper_scored, sex, TEXT, "性別"), FACT(paper_scored, birth_date, DATE, "出生日期"),
	FACT(paper_scored, agency, TEXT, "訓練機關(構)學校"), FACT(paper_scored, score, TEXT, "訓練成績"),
	FACT(paper_scored, start, DATE, "訓練期間"), FACT(paper_scored, until, DATE, "訓練期間"),
	FACT(paper_scored, end, DATE, "訓練期滿日期"), FACT(paper_scored, remark, TEXT, "備註", OPTIONAL),
	{0}
};

static const struct fact score_register_facts[] = {
	HEAD(paper_score_register),
	FACT(paper_score_register, persons, ROWS, "受訓人員", ROWS_OF(paper_scored, scored_facts)),
	FACT(paper_score_register, check, TEXT, "查驗網址", OPTIONAL), FACT(paper_score_register, check_words, TEXT, "查驗編號及查驗碼", OPTIONAL),
	{0}
};

static const struct document_column register_columns[] = {
	{52, NULL}, {72, NULL}, {86, NULL}, {82, NULL}, {30, NULL}, {66, NULL}, {0, NULL}, {42, NULL}, {90, NULL}, {70, NULL}, {72, NULL}
};
static const struct document_row register_rows[] = {
	{{LABEL("總編號"), LABEL("姓名"), LABEL("考試等級\n考試類科"), LABEL("國民身分證\n編號"), LABEL("性別"), LABEL("出生日期"),
		LABEL("訓練機關\n(構)學校"), LABEL("訓練\n成績"), LABEL("訓練期間"), LABEL("訓練期滿\n日期"), LABEL("備註")}, .head = true},
	{{CENTRE("{persons.number}"), CENTRE("{persons.name}"), CENTRE("{persons.level}\n{persons.category}"), CENTRE("{persons.national_id}"),
		CENTRE("{persons.sex}"), CENTRE("{persons.birth_date.short}"), FILL("{persons.agency}"), CENTRE("{persons.score}"),
		CENTRE("{persons.start|　　年　　月　　日}\n至{persons.until|　　年　　月　　日}", .size = 10), CENTRE("{persons.end.short}"),
		FILL("{persons.remark}")}, .height = 40, .each = "persons"},
};

static const struct document_column register_check_columns[] = {{90, NULL}, {0, NULL}};
static const struct document_row register_check_rows[] = {
	{{{.text = "{check}", .look = DOCUMENT_CENTRE, .code = PDF_QR, .module = 1.5}, FILL("{check_words}", .size = 10)}, .when = "check"},
};

#define REGISTER_TITLE EXAM "錄取人員\n實務訓練及性質特殊訓練成績清冊"
static const struct document_part score_register_parts[] = {ATTACHMENT, TITLE(REGISTER_TITLE), TABLE(register), GAP(4), TABLE(register_check), {0}};

PAPER(score_register, score_register, REGISTER_TITLE, .blank_rows = 5, .across = true)

/* ---- 輔導與諮商相關網路資源一覽表 ---- */

static const struct fact resource_facts[] = {
	FACT(paper_resource, name, TEXT, "網站名稱"), FACT(paper_resource, address, TEXT, "網址"),
	{0}
};

static const struct fact resources_facts[] = {
	MARKS(paper_resources),
	FACT(paper_resources, sites, ROWS, "網路資源", ROWS_OF(paper_resource, resource_facts)),
	{0}
};

static const struct document_column resource_columns[] = {{40, NULL}, {200, NULL}, {0, NULL}};
static const struct document_row resource_rows[] = {
	{{LABEL("序號"), LABEL("網站名稱"), LABEL("網址")}, .height = 26, .head = true},
	{{CENTRE("{sites.number}"), FILL("{sites.name}"), FILL("{sites.address}")}, .height = 30, .each = "sites"},
};

#define RESOURCES_TITLE "輔導與諮商相關網路資源一覽表"
static const struct document_part resources_parts[] = {ATTACHMENT, TITLE(RESOURCES_TITLE), TABLE(resource), {0}};

static void take_sites(struct arena *mem, void *record, const struct plan *plan)
{
	struct paper_resources *list = record;
	const struct fact_rows *from = &plan_value(plan, PLAN_RESOURCES)->rows;
	const struct plan_resource *site = from->at;
	struct paper_resource *to = arena_array(mem, (size_t)from->n, sizeof *to);
	int n = 0;

	for (int i = 0; i < from->n; i++)
		if (site[i].number.known)                       /* others are spoken of elsewhere in the plan */
			to[n++] = (struct paper_resource){site[i].name, site[i].url};
	if (!list->sites.n)
		list->sites = (struct fact_rows){n, to};
}

PAPER(resources, resources, RESOURCES_TITLE, .blank_rows = 10, .take = take_sites)
