/* promotion.c: what a 遴選機關 sends with its letter: 參訓人數統計表 and 受訓（含備選）人員名冊.          PROMO-029, 047 */
#include "app/paper/paper_form.h"

#define PLACE(S) FACT(S, year, INT, "年度"), FACT(S, training, TEXT, "訓練類別"), FACT(S, agency, TEXT, "遴選機關"), \
	IN(S, head, citation, TEXT, "依據", OPTIONAL), IN(S, head, printed, TEXT, "列印資訊", OPTIONAL), \
	IN(S, head, attachment, TEXT, "附件編號", OPTIONAL), IN(S, head, notes, TEXTS, "說明事項", OPTIONAL)

/* ---- 參訓人數統計表 ---- */

static const struct fact promotion_statement_facts[] = {
	PLACE(paper_promotion_statement),
	FACT(paper_promotion_statement, carried_in, TEXT, "前一年度保留至當年度名額"),
	FACT(paper_promotion_statement, eligible, TEXT, "當年度符合受訓資格人數"), FACT(paper_promotion_statement, ratio, TEXT, "年度調訓比例"),
	FACT(paper_promotion_statement, c, TEXT, "分配名額"), FACT(paper_promotion_statement, fraction_place, TEXT, "以1人計"),
	FACT(paper_promotion_statement, makeup_outside, TEXT, "當年度補訓不占名額人數"),
	FACT(paper_promotion_statement, failed_reselected, TEXT, "歷年成績不及格經遴選重新訓練人數"),
	FACT(paper_promotion_statement, total, TEXT, "年度參訓名額"), FACT(paper_promotion_statement, reserve, TEXT, "備選名額"),
	FACT(paper_promotion_statement, carried_out, TEXT, "保留至次年度名額"), FACT(paper_promotion_statement, next_year, TEXT, "次年度"),
	FACT(paper_promotion_statement, forecast, TEXT, "預估次年度符合受訓資格人數"),
	{0}
};

static const struct document_column statement_columns[] = {{30, NULL}, {176, NULL}, {80, NULL}, {0, NULL}};
static const struct document_row statement_rows[] = {
	{{LABEL("欄別"), LABEL("項目"), LABEL("數額"), LABEL("說明")}, .height = 26, .head = true},
	{{CENTRE("A"), FILL("前一年度保留至當年度名額"), CENTRE("{carried_in}"),
		FILL("由保訓會於年度調訓函附件提供；遴選機關並應自行列管。")}, .height = 32},
	{{CENTRE("B"), FILL("當年度符合受訓資格人數"), CENTRE("{eligible}"), FILL("以當年度4月30日為準。")}, .height = 32},
	{{CENTRE("C"), FILL("分配名額"), CENTRE("{c}"), FILL("B × 年度調訓比例{ratio}% + A；取至小數第3位，不進位。")}, .height = 32},
	{{CENTRE("D"), FILL("C欄小數部分以1人計"), CENTRE("{fraction_place}"), FILL("C欄小數點後之數字達0.950者，以1人計。")}, .height = 32},
	{{CENTRE("E"), FILL("當年度補訓不占名額人數"), CENTRE("{makeup_outside}"),
		FILL("當年度業經保訓會核准補訓，且不占當年度分配名額者。")}, .height = 32},
	{{CENTRE("F"), FILL("成績不及格自費重新訓練人數"), CENTRE("{failed_reselected}"),
		FILL("符合受訓資格，並依規定重新遴選（正選）者。")}, .height = 32},
	{{CENTRE("G"), FILL("年度參訓名額"), CENTRE("{total}"), FILL("僅採計C欄整數部分，加D、E、F欄。")}, .height = 32},
	{{CENTRE("H"), FILL("備選名額"), CENTRE("{reserve}"), FILL("以C欄整數部分之10%計算，並取整數。")}, .height = 32},
	{{CENTRE("I"), FILL("保留至次年度名額"), CENTRE("{carried_out}"), FILL("C欄小數點後未達0.950之數字。")}, .height = 32},
	{{CENTRE("J"), FILL("預估{next_year}年度符合受訓資格人數"), CENTRE("{forecast}"), FILL("包含{year}年度符合受訓資格人數。")},
		.height = 32},
};

#define STATEMENT_TITLE "{agency}\n{year}年度{training}訓練參訓人數統計表"
static const struct document_part promotion_statement_parts[] = {
	ATTACHMENT, TITLE(STATEMENT_TITLE), TABLE(statement, .pad = 3), GAP(14),
		TEXT("承辦人：　　　　　　　　人事主管：　　　　　　　　機關首長："), {0}
};

PAPER(promotion_statement, promotion_statement, STATEMENT_TITLE, .text_size = 11)

/* ---- 受訓（含備選）人員名冊 ---- */

static const struct fact nominee_facts[] = {
	FACT(paper_nominee, place, TEXT, "受訓序列"), FACT(paper_nominee, outcome, TEXT, "正選/備選"), FACT(paper_nominee, agency, TEXT,
		"服務機關"),
	FACT(paper_nominee, name, TEXT, "姓名"), FACT(paper_nominee, national_id, TEXT, "身分證統一編號"), FACT(paper_nominee, sex, TEXT,
		"性別"),
	FACT(paper_nominee, birth_date, DATE, "出生日期"), FACT(paper_nominee, title, TEXT, "職稱"), FACT(paper_nominee, pay, TEXT, "官等俸級"),
	FACT(paper_nominee, route, TEXT, "參訓資格"), FACT(paper_nominee, since, DATE, "現職等階到職日"), FACT(paper_nominee, grades,
		TEXT, "考績"),
	FACT(paper_nominee, order, TEXT, "陞遷序列"), FACT(paper_nominee, score, TEXT, "積分"), FACT(paper_nominee, origin, TEXT, "參訓身分"),
	FACT(paper_nominee, cost, TEXT, "公費/自費"), FACT(paper_nominee, remark, TEXT, "備註", OPTIONAL),
	{0}
};

static const struct fact promotion_roster_facts[] = {
	PLACE(paper_promotion_roster),
	FACT(paper_promotion_roster, persons, ROWS, "受訓人員", ROWS_OF(paper_nominee, nominee_facts)),
	{0}
};

static const struct document_column nominees_columns[] = {
	{30, NULL}, {30, NULL}, {0, NULL}, {52, NULL}, {66, NULL}, {24, NULL}, {50, NULL}, {80, NULL}, {80, NULL}, {50, NULL}, {36, NULL}, {44, NULL},
	{66, NULL}, {44, NULL}
};
static const struct document_row nominees_rows[] = {
	{{LABEL("受訓\n序列"), LABEL("正選\n備選"), LABEL("服務機關"), LABEL("姓名"), LABEL("身分證\n統一編號"), LABEL("性別"),
		LABEL("出生日期"),
		LABEL("職稱\n官等俸級"), LABEL("參訓資格"), LABEL("現職等階\n到職日"), LABEL("最近3年\n考績"), LABEL("陞遷序列\n積分"),
			LABEL("參訓身分\n費用"),
		LABEL("備註")}, .head = true},
	{{CENTRE("{persons.place}"), CENTRE("{persons.outcome}"), FILL("{persons.agency}"), CENTRE("{persons.name}"),
		CENTRE("{persons.national_id}"),
		CENTRE("{persons.sex}"), CENTRE("{persons.birth_date.short}"), CENTRE("{persons.title}\n{persons.pay}"), FILL("{persons.route}"),
		CENTRE("{persons.since.short}"), CENTRE("{persons.grades}"), CENTRE("{persons.order}\n{persons.score}"),
		CENTRE("{persons.origin}\n{persons.cost}"), FILL("{persons.remark}")}, .height = 34, .each = "persons"},
};

#define ROSTER_TITLE "{agency}\n{year}年度{training}訓練受訓（含備選）人員名冊"
static const struct document_part promotion_roster_parts[] = {
	ATTACHMENT, TITLE(ROSTER_TITLE), TABLE(nominees, .pad = 2), GAP(12),
		TEXT("承辦人：　　　　　　　　人事主管：　　　　　　　　機關首長："), {0}
};

PAPER(promotion_roster, promotion_roster, ROSTER_TITLE, .text_size = 9, .blank_rows = 8, .across = true)
