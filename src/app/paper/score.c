/* score.c: 實務訓練成績考核表 (annex 9; annex 10 of 112 高普).                                 PLAN-106 … 112 */
#include "app/paper/paper_form.h"

/* A rater's seven values under the rater's name: "guide.total".  absent: may be missing. */
#define OF(rater, m, L, absent) FACT(paper_pt_score, rater.m, TEXT, L, .may_be_absent = absent)
#define RATING(rater, who, absent) OF(rater, character, who "評分：品德", absent), OF(rater, ability, who "評分：才能", absent), \
	OF(rater, conduct, who "評分：生活表現", absent), OF(rater, attitude, who "評分：學習態度", absent), \
	OF(rater, performance, who "評分：工作績效", absent), OF(rater, comment, who "評語", absent), OF(rater, total, who "考評總分", absent)

static const struct fact pt_score_facts[] = {
	HEAD(paper_pt_score),
	IN(paper_pt_score, head, agency, TEXT, "實務訓練機關(構)學校"),
	IN(paper_pt_score, person, name, TEXT, "姓名"), IN(paper_pt_score, person, national_id, TEXT, "國民身分證統一編號"),
	IN(paper_pt_score, person, birth_date, DATE, "出生年月日"), IN(paper_pt_score, person, level, TEXT, "考試等級"),
	IN(paper_pt_score, person, series, TEXT, "考試職系", OPTIONAL), IN(paper_pt_score, person, category, TEXT, "考試職系類科"),
	FACT(paper_pt_score, start, DATE, "報到日期"), FACT(paper_pt_score, end, DATE, "訓練期滿日期"),
	FACT(paper_pt_score, work_items, TEXT, "工作項目"),
	RATING(guide, "輔導員", false), RATING(unit, "單位主管", false), RATING(committee, "考績委員會", true), RATING(chief, "機關首長", false),
	FACT(paper_pt_score, leave, TEXT, "請假紀錄", OPTIONAL), FACT(paper_pt_score, record, TEXT, "獎懲紀錄", OPTIONAL),
	FACT(paper_pt_score, record_points, TEXT, "獎懲紀錄總分", OPTIONAL), FACT(paper_pt_score, deeds, TEXT, "具體優劣事蹟", OPTIONAL),
	FACT(paper_pt_score, rated, DATE, "評定日期", OPTIONAL), FACT(paper_pt_score, remark, TEXT, "備註", OPTIONAL),
	{0}
};

static const struct document_column score_person_columns[] = {{66, NULL}, {120, NULL}, {64, NULL}, {96, NULL}, {50, NULL}, {0, NULL}};
static const struct document_row score_person_rows[] = {
	{{LABEL("實務訓練機關\n(構)學校", .size = 10), FILL("{agency}", .columns = 5)}, .height = 24},
	{{LABEL("姓名"), FILL("{name}"), LABEL("國民身分證\n統一編號"), CENTRE("{national_id}"), LABEL("出生\n年月日"),
		CENTRE("{birth_date|" DAY "}")}, .height = 24},
	{{LABEL("考試\n等級"), FILL("{level}"), LABEL("考試\n職系類科"), FILL("{series} {category}", .columns = 3)}, .height = 24},
	{{LABEL("報到\n日期"), FILL("中華民國{start|\n　　年　月　日}"), LABEL("訓練\n期滿日期"),
		FILL("中華民國{end|" DAY "}", .columns = 3)}, .height = 24},
	{{LABEL("工作\n項目"), FILL("{work_items}", .columns = 5)}, .height = 44, .flows = true},
};

#define SCORED(f) CENTRE("{guide." f "}"), CENTRE("{unit." f "}"), CENTRE("{committee." f "}"), CENTRE("{chief." f "}")
static const struct document_column score_columns[] = {
	{66, NULL}, {56, NULL}, {0, NULL}, {44, NULL}, {44, NULL}, {44, NULL}, {44, NULL}
};
static const struct document_row score_rows[] = {
	{{LABEL("考核\n項目", .rows = 2), LABEL("細目", .rows = 2), LABEL("內容", .rows = 2), LABEL("評分", .columns = 4)}, .height = 24},
	{{LABEL("輔導員"), LABEL("單位\n主管"), LABEL("考績\n委員會"), LABEL("機關\n首長")}, .height = 24},
	{{LABEL("本質特性\n(45分)\n(A)", .rows = 3), LABEL("品德"),
		FILL("包括廉正、忠誠、負責、涵養、榮譽及團隊精神等。(占20分)"), SCORED("character")}, .height = 24},
	{{LABEL("才能"), FILL("包括表達、學識、反應、創意、判斷、思維及見解等。(占15分)"), SCORED("ability")}, .height = 24},
	{{LABEL("生活表現"), FILL("包括規律、精神、整潔、儀表、談吐及關懷待人等。(占10分)"), SCORED("conduct")}, .height = 24},
	{{LABEL("服務成績\n(55分)\n(B)", .rows = 2), LABEL("學習態度"),
		FILL("包括主動、積極、正面、和諧及互助等。(占30分)"), SCORED("attitude")}, .height = 24},
	{{LABEL("工作績效"), FILL("包括專業、效能及品質等。(占25分)"), SCORED("performance")}, .height = 24},
};

static const struct document_column score_record_columns[] = {{66, NULL}, {0, NULL}, {62, NULL}, {0, NULL}, {56, NULL}, {70, NULL}};
static const struct document_row score_record_rows[] = {
	{{LABEL("請假紀錄"), FILL("{leave}"), LABEL("獎懲紀錄"), FILL("{record}"), LABEL("獎懲紀錄\n總分"),
		FILL("{record_points|　　　}　(C)")}, .height = 36},
	{{LABEL("具體優劣\n事蹟"), LONG("{deeds}", .columns = 5)}, .height = 44, .flows = true, .stretches = true},
};

#define JUDGED(label, rater) {{LABEL(label), FILL("{" rater ".comment}"), CENTRE("{" rater ".total}"), EMPTY}, .height = 36}
static const struct document_column score_total_columns[] = {{66, NULL}, {90, NULL}, {0, NULL}, {80, NULL}, {100, NULL}};
static const struct document_row score_total_rows[] = {
	{{LABEL("總評", .rows = 5), LABEL("單位與人員"), LABEL("評語"), LABEL("考評總分\n(A+B+C)"), LABEL("簽章")}, .height = 24},
	JUDGED("輔導員", "guide"), JUDGED("單位主管", "unit"), JUDGED("考績委員會", "committee"), JUDGED("機關(構)學校\n首長", "chief"),
	{{LABEL("評定日期", .columns = 2), CENTRE("中華民國{rated|　　　　年　　　　月　　　　日}", .columns = 3)}, .height = 24},
	{{LABEL("備註", .columns = 2), FILL("{remark}", .columns = 3)}, .height = 26},
};

#define SCORE_TITLE EXAM "錄取人員實務訓練成績考核表"
static const struct document_part pt_score_parts[] = {
	ATTACHMENT, TITLE(SCORE_TITLE), TABLE(score_person, .pad = 2), TABLE(score, .pad = 2),
	TABLE(score_record, .pad = 2, .reserve = 240), TABLE(score_total, .pad = 2), {0}
};

PAPER(pt_score, pt_score, SCORE_TITLE, .text_size = 11)
