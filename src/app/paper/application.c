/* application.c: 縮短實務訓練申請書, 自願中途離訓申請書 and 自費重新訓練申請書 (annexes 4, 10 and 9 of 112 高普).
 *                                                                                   PLAN-052 … 059, 103, 125, 126 */
#include "app/paper/paper_form.h"

/* ---- 縮短實務訓練申請書 ---- */

static const struct fact shorten_app_facts[] = {
	HEAD(paper_shorten_app),
	IN(paper_shorten_app, person, name, TEXT, "姓名"), IN(paper_shorten_app, person, national_id, TEXT, "國民身分證統一編號"),
	IN(paper_shorten_app, person, level, TEXT, "考試等級"), IN(paper_shorten_app, person, category, TEXT, "考試類科"),
	IN(paper_shorten_app, head, agency, TEXT, "實務訓練機關(構)學校"),
	FACT(paper_shorten_app, post_grade, TEXT, "實務訓練職務列等"), FACT(paper_shorten_app, reported, DATE, "報到日期"),
	FACT(paper_shorten_app, post_series, TEXT, "實務訓練職系"), FACT(paper_shorten_app, post_work, TEXT, "實務訓練職務內容"),
	FACT(paper_shorten_app, former_agency, TEXT, "原服務機關"), FACT(paper_shorten_app, former_title, TEXT, "職稱", OPTIONAL),
	FACT(paper_shorten_app, former_grade, TEXT, "職務列等", OPTIONAL), FACT(paper_shorten_app, former_series, TEXT, "職系", OPTIONAL),
	FACT(paper_shorten_app, former_rank, TEXT, "審定官職等", OPTIONAL), FACT(paper_shorten_app, former_work, TEXT, "工作內容"),
	FACT(paper_shorten_app, served_from, DATE, "曾任公職到職日期"), FACT(paper_shorten_app, served_until, DATE, "離職日期", OPTIONAL),
	FACT(paper_shorten_app, served, TEXT, "服務年資"), FACT(paper_shorten_app, applied, DATE, "申請日期", OPTIONAL),
	FACT(paper_shorten_app, reviewed, TEXT, "審核結果", OPTIONAL), FACT(paper_shorten_app, forwarded, DATE, "審核日期", OPTIONAL),
	{0}
};

#define SPEAKS(t) {{FILL(t, .columns = 8)}, .height = 20}
static const struct document_column shorten_columns[] = {
	{76, NULL}, {84, NULL}, {54, NULL}, {66, NULL}, {62, NULL}, {54, NULL}, {46, NULL}, {0, NULL}
};
static const struct document_row shorten_rows[] = {
	{{CENTRE("(以下由申請人填寫)", .columns = 8)}, .height = 20},
	{{LABEL("姓名"), CENTRE("{name}", .columns = 3), LABEL("國民身分證\n統一編號"), CENTRE("{national_id}", .columns = 3)}, .height = 24},
	{{LABEL("考試年別"), CENTRE("{exam_year}"), LABEL("考試等級"), CENTRE("{level}"), LABEL("考試類科"),
		CENTRE("{category}", .columns = 3)}, .height = 24},
	{{LABEL("實務訓練\n機關(構)學校"), FILL("{agency}", .columns = 3), LABEL("實務訓練", .rows = 2), LABEL("職務列等"),
		FILL("{post_grade}", .columns = 2)}, .height = 24},
	{{LABEL("報到日期"), CENTRE("{reported|" DAY "}", .columns = 3), LABEL("職系"), FILL("{post_series}", .columns = 2)}, .height = 24},
	{{LABEL("實務訓練\n職務內容"), FILL("{post_work}", .columns = 7)}, .height = 40, .flows = true},
	SPEAKS("以下資料除「職務列等」應依各機關(構)學校組織編制表填寫外，其他欄位請依銓敘部銓敘審定函填寫：(未送審人員請填原服務機關及工作內容)"),
	{{LABEL("原服務機關", .rows = 2), FILL("{former_agency}", .rows = 2), LABEL("職稱", .rows = 2), FILL("{former_title}", .rows = 2),
		LABEL("職務列等"), FILL("{former_grade}", .columns = 3)}, .height = 24},
	{{LABEL("職系"), FILL("{former_series}"), LABEL("審定\n官職等"), FILL("{former_rank}")}, .height = 24},
	{{LABEL("工作內容\n(請依實際工作\n內容填寫)"), FILL("{former_work}", .columns = 7)}, .height = 40, .flows = true},
	SPEAKS("以下資料請依在職或離職證明書填寫："),
	{{LABEL("曾任公職\n到職日期"), CENTRE("{served_from|" DAY "}", .columns = 2), LABEL("離職日期\n(在職者免填)", .columns = 2),
		CENTRE("{served_until|" DAY "}", .columns = 3)}, .height = 24},
	{{LABEL("服務年資"), FILL("{served|" DAY "}　(在職者請核計至分配報到前1日)", .columns = 7)}, .height = 24},
	{{FILL("申請人：　　　　　　　　　　　　　　　　(簽章)　　　　民國{applied|　　　年　　　月　　　日}", .columns = 8)}, .height = 36},
	SPEAKS("備註：現任或曾任公務人員請檢附「銓敘部銓敘審定函」(未送審人員檢具相關證件)及「在職或離職證明」(影印本)各1份。"),
	{{LABEL("實務訓練機關審核結果：", .columns = 8)}, .height = 20},
	{{LABEL("審核條件", .columns = 6), LABEL("審核結果\n(符合者請填「是」)", .columns = 2)}, .height = 24},
	{{FILL("現任或曾任公務人員，最近5年內具有與考試錄取類科擬任職務同職系之資格，其期間4個月以上者，並有下列情形之一：\n"
		"(一)低一職等以上之資格及工作經驗。\n(二)與低一職等職責程度相當以上之資格及工作經驗。\n(三)擔任高於或同於擬任職務列等之職務。",
		.columns = 6), CENTRE("{reviewed}", .columns = 2)}, .height = 24},
	SPEAKS("該員所填資料經審核無誤，並依公務人員考試錄取人員訓練辦法第20條規定，轉送貴會申請縮短實務訓練。"),
	{{FILL("人事單位：　　　　　　　　(簽章)　機關首長：　　　　　　　　(簽章)　民國{forwarded|　　年　　月　　日}",
		.columns = 8)}, .height = 40},
};

#define SHORTEN_TITLE EXAM "錄取人員縮短實務訓練申請書"
static const struct document_part shorten_app_parts[] = {ATTACHMENT, TITLE(SHORTEN_TITLE), TABLE(shorten, .pad = 2.5), {0}};

PAPER(shorten_app, shorten_app, SHORTEN_TITLE, .text_size = 11, .note_size = 11)

/* ---- 自願中途離訓申請書 ---- */

static const struct fact withdraw_app_facts[] = {
	HEAD(paper_withdraw_app),
	IN(paper_withdraw_app, person, name, TEXT, "姓名"), IN(paper_withdraw_app, person, national_id, TEXT, "國民身分證統一編號"),
	IN(paper_withdraw_app, person, birth_date, DATE, "出生年月日"), IN(paper_withdraw_app, person, postal_code, TEXT, "郵遞區號", OPTIONAL),
	IN(paper_withdraw_app, person, address, TEXT, "通訊地址"), IN(paper_withdraw_app, person, phone, TEXT, "電話"),
	IN(paper_withdraw_app, person, level, TEXT, "錄取等級"), IN(paper_withdraw_app, person, category, TEXT, "類科"),
	IN(paper_withdraw_app, head, agency, TEXT, "實務訓練機關(構)學校"),
	FACT(paper_withdraw_app, cause, TEXT, "自願中途離訓事由"), FACT(paper_withdraw_app, other_exam, TEXT, "考試名稱", OPTIONAL),
	FACT(paper_withdraw_app, applied, DATE, "申請日期", OPTIONAL),
	{0}
};

static const struct document_column withdraw_columns[] = {{84, NULL}, {96, NULL}, {76, NULL}, {96, NULL}, {64, NULL}, {0, NULL}};
static const struct document_row withdraw_rows[] = {
	{{LABEL("姓名"), CENTRE("{name}"), LABEL("國民身分證\n統一編號"), CENTRE("{national_id}"), LABEL("出生\n年月日"),
		CENTRE("{birth_date|" DAY "}")}, .height = 24},
	{{LABEL("通訊地址"), FILL("{postal_code|□□□□□□}\n{address}", .columns = 3), LABEL("電話"), CENTRE("{phone}")}, .height = 44},
	{{LABEL("錄取等級"), CENTRE("{level}"), LABEL("類科"), CENTRE("{category}"), LABEL("實務訓練\n機關(構)\n學校"),
		FILL("{agency}")}, .height = 24},
	{{LABEL("自願中途離訓\n事由及聲明"), FILL(
		"一、本人{name|＿＿＿＿＿＿}因下列事由，自願於訓練期間中途離訓，並由實務訓練機關（構）學校函送公務人員保障暨培訓委員會"
			"（以下簡稱保訓會）廢止受訓資格。\n"
		"　　{?cause=復應其他考試錄取}復應其他考試錄取。考試名稱：{other_exam|＿＿＿＿＿＿＿＿＿＿＿＿}\n"
		"　　{?cause=另有生涯規劃}另有生涯規劃。\n　　{?cause=志趣不合}志趣不合。\n　　{?cause=家庭因素}家庭因素。\n"
		"　　{?cause=其他個人事由}其他個人事由。\n　　（以上請擇一勾選）\n"
		"二、本人經實務訓練機關（構）學校相關人員說明，已充分瞭解受訓人員於訓練期間中途離訓之要件、程序及法律效果，並決定申請中途離訓。",
		.columns = 5, .hang = 24)}, .height = 200},
	{{LABEL("申請人簽章"), FILL("", .columns = 2), LABEL("申請日期"), CENTRE("民國{applied|　　　年　　月　　日}", .columns = 2)}, .height = 40},
};

#define SIGNS(who) {{FILL(who "：", .size = 13), FILL("(簽章)", .size = 13), FILL("　　年　　月　　日", .size = 13)}, .height = 44}
static const struct document_column withdraw_sign_columns[] = {{330, NULL}, {54, NULL}, {0, NULL}};
static const struct document_row withdraw_sign_rows[] = {SIGNS("訓練單位主管"), SIGNS("人事單位主管"), SIGNS("實務訓練機關（構）學校首長")};

#define WITHDRAW_TITLE EXAM "錄取人員\n自願中途離訓申請書"
static const struct document_part withdraw_app_parts[] = {
	ATTACHMENT, TITLE(WITHDRAW_TITLE), TABLE(withdraw), GAP(12), TABLE(withdraw_sign, .bare = true), {0}
};

PAPER(withdraw_app, withdraw_app, WITHDRAW_TITLE)

/* ---- 自費重新訓練申請書 ---- */

static const struct fact bt_self_funded_app_facts[] = {
	HEAD(paper_bt_self_funded_app),
	IN(paper_bt_self_funded_app, person, name, TEXT, "姓名"),
	IN(paper_bt_self_funded_app, person, national_id, TEXT, "國民身分證統一編號"),
	IN(paper_bt_self_funded_app, person, birth_date, DATE, "出生年月日"),
	IN(paper_bt_self_funded_app, person, postal_code, TEXT, "郵遞區號", OPTIONAL),
	IN(paper_bt_self_funded_app, person, address, TEXT, "通訊地址"), IN(paper_bt_self_funded_app, person, phone, TEXT, "電話"),
	IN(paper_bt_self_funded_app, person, level, TEXT, "錄取等級"), IN(paper_bt_self_funded_app, person, category, TEXT, "類科"),
	IN(paper_bt_self_funded_app, head, agency, TEXT, "實務訓練機關(構)學校"),
	FACT(paper_bt_self_funded_app, failed_on, DATE, "基礎訓練成績不及格通知日期"),
	FACT(paper_bt_self_funded_app, failed_no, TEXT, "基礎訓練成績不及格通知文號"),
	FACT(paper_bt_self_funded_app, served_on, DATE, "送達日期"),
	FACT(paper_bt_self_funded_app, applied, DATE, "申請日期", OPTIONAL),
	{0}
};

static const struct document_column self_funded_columns[] = {{84, NULL}, {96, NULL}, {76, NULL}, {96, NULL}, {64, NULL}, {0, NULL}};
static const struct document_row self_funded_rows[] = {
	{{LABEL("姓名"), CENTRE("{name}"), LABEL("國民身分證\n統一編號"), CENTRE("{national_id}"), LABEL("出生\n年月日"),
		CENTRE("{birth_date|" DAY "}")}, .height = 24},
	{{LABEL("通訊地址"), FILL("{postal_code|□□□□□□}\n{address}", .columns = 3), LABEL("電話"), CENTRE("{phone}")}, .height = 44},
	{{LABEL("錄取等級"), CENTRE("{level}"), LABEL("類科"), CENTRE("{category}"), LABEL("實務訓練\n機關(構)\n學校"),
		FILL("{agency}")}, .height = 24},
	{{LABEL("基礎訓練成績\n不及格通知"), FILL("{failed_on|　　　年　　月　　日}{failed_no|　　　　　字第　　　　　　　　　號}函", .columns = 3),
		LABEL("送達日期"), CENTRE("{served_on|" DAY "}")}, .height = 34},
	{{LABEL("申請事由"), FILL("本人基礎訓練成績經評定為不及格，申請自費重新參加基礎訓練。", .columns = 5)}, .height = 60},
	{{LABEL("申請人簽章"), FILL("", .columns = 2), LABEL("申請日期"), CENTRE("民國{applied|　　　年　　月　　日}", .columns = 2)}, .height = 50},
};

#define SELF_FUNDED_TITLE EXAM "錄取人員\n自費重新訓練申請書"
static const struct document_part bt_self_funded_app_parts[] = {
	ATTACHMENT, TITLE(SELF_FUNDED_TITLE), TEXT("受文者：公務人員保障暨培訓委員會", .size = 13, .leading = 1.6), GAP(6),
	TABLE(self_funded), {0}
};

PAPER(bt_self_funded_app, bt_self_funded_app, SELF_FUNDED_TITLE)
