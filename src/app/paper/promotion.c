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
