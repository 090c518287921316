/* retain.c: 保留受訓資格申請書 with its two 切結書, and 補訓／重新訓練申請書 (annexes 1, 1-1, 1-2 and 2).       PLAN-034 … 036, 043 */
#include "app/paper/paper_form.h"

/* The person's two rows: four columns of the same widths in both applications. */
#define PERSON_COLUMNS {62, NULL}, {26, NULL}, {80, NULL}, {86, NULL}, {0, NULL}, {92, NULL}
#define PERSON_ROWS \
	{{LABEL("姓名", .columns = 2), LABEL("國民身分證\n統一編號"), LABEL("出生年月日"), LABEL("通訊地址"), LABEL("電話")}, .head = false}, \
	{{CENTRE("{name}", .columns = 2), CENTRE("{national_id}"), CENTRE("{birth_date}"), \
		FILL("{postal_code|□□□□□□}\n{address}"), CENTRE("{phone}")}, .height = 44}
#define PERSON_FACTS(S) IN(S, person, name, TEXT, "姓名"), IN(S, person, national_id, TEXT, "國民身分證統一編號"), \
	IN(S, person, birth_date, DATE, "出生年月日"), IN(S, person, postal_code, TEXT, "郵遞區號", OPTIONAL), \
	IN(S, person, address, TEXT, "通訊地址"), IN(S, person, phone, TEXT, "電話"), \
	IN(S, person, level, TEXT, "錄取等級"), IN(S, person, category, TEXT, "類科")
#define SIGNATURE TEXT("申請人：　　　　　　　　　　　(簽章)　　{applied|　　　年　　　月　　　日}", .size = 13, .align = PDF_RIGHT)

/* ---- 保留受訓資格申請書 ---- */

static const struct fact retain_app_facts[] = {
	HEAD(paper_retain_app), PERSON_FACTS(paper_retain_app),
	FACT(paper_retain_app, servant, TEXT, "是否為現職公務人員", OPTIONAL), FACT(paper_retain_app, current_agency, TEXT, "現職機關", OPTIONAL),
	FACT(paper_retain_app, cause, TEXT, "申請事由及證明文件"),
	FACT(paper_retain_app, other, TEXT, "其他不可歸責事由", OPTIONAL),
	FACT(paper_retain_app, applied, DATE, "申請日期", OPTIONAL),
	{0}
};

#define HOSPITAL "「全民健康保險特約醫院證明」(正本)"
#define STUDENT "「學生證」(正反面影印本，含註冊章或繳費證明)或「其他相關證明文件」及「切結書」(如附件1-1)"

static const struct document_column retain_columns[] = {PERSON_COLUMNS};
static const struct document_row retain_rows[] = {
	PERSON_ROWS,
	{{LABEL("錄取等級"), CENTRE("{level}", .columns = 2), LABEL("類科"), CENTRE("{category}", .columns = 2)}, .height = 26},
	{{LABEL("是否為現職公務人員：", .columns = 3),
		FILL("{servant|　　　}　　(現職機關：{current_agency|　　　　　　　　　　　})",
		.columns = 3)}, .height = 26},
	{{LABEL("申請事由\n及\n證明文件"), LONG(
		"{?cause=服兵役}「服兵役」事由，請檢附「軍人身分證」或「替代役役男身分證」(正反面影印本)或「預備軍(士)官適任證書(影印本)"
			"及服務證明(正本)」或「其他相關證明文件」\n"
		"{?cause=進修碩士}「進修碩士」事由，請檢附" STUDENT "\n"
		"{?cause=進修博士}「進修博士」事由，請檢附" STUDENT "\n"
		"{?cause=疾病}「疾病」事由，請檢附" HOSPITAL "\n"
		"{?cause=懷孕}「懷孕」事由，請檢附" HOSPITAL "\n"
		"{?cause=生產}「生產」事由，請檢附" HOSPITAL "\n"
		"{?cause=父母病危}「父母病危」事由，請檢附" HOSPITAL "\n"
		"{?cause=子女重症}「子女重症」事由，請檢附「新式戶口名簿」(影印本)及" HOSPITAL "\n"
		"{?cause=養育三足歲以下子女}「養育三足歲以下子女」事由，請檢附「新式戶口名簿」(影印本)及「切結書」(如附件1-2)\n"
		"{?cause=其他不可歸責事由}「其他不可歸責事由」(事由：{other|　　　　　　　　　})，請依實際事由檢附相關證明文件\n"
		"(以上請勾選)\n"
		"※現職公務人員請檢附現職機關服務證明書或留職停薪等證明文件(影印本)\n"
		"※檢附之證明文件公務人員保障暨培訓委員會(以下簡稱保訓會)將一律抽存，如所繳之證件，經查明有偽造變造者，"
			"除不予保留受訓資格外，涉及刑法刑責部分，依法移送法辦。",
		.columns = 5, .hang = 12)}, .flows = true},
};

#define RETAIN_TITLE EXAM "\n正額錄取人員保留受訓資格申請書"
static const struct document_part retain_app_parts[] = {
	ATTACHMENT, TITLE(RETAIN_TITLE),
	TEXT("受文者：公務人員保障暨培訓委員會", .size = 13, .leading = 1.6),
	TEXT("主　旨：茲檢陳申請人" EXAM "正額錄取人員保留受訓資格申請書暨相關證明文件各1份，請審查核復。", .size = 13, .leading = 1.6, .hang = 52),
	GAP(6), TABLE(retain), GAP(14), SIGNATURE,
	{0}
};

PAPER(retain_app, retain_app, RETAIN_TITLE, .note_size = 10.5)

/* ---- 切結書 ---- */

static const struct fact retain_oath_facts[] = {
	HEAD(paper_retain_oath),
	IN(paper_retain_oath, person, name, TEXT, "姓名"), IN(paper_retain_oath, person, national_id, TEXT, "國民身分證統一編號"),
	IN(paper_retain_oath, person, postal_code, TEXT, "郵遞區號", OPTIONAL),
	IN(paper_retain_oath, person, address, TEXT, "地址"), IN(paper_retain_oath, person, phone, TEXT, "電話"),
	FACT(paper_retain_oath, signed_on, DATE, "日期", OPTIONAL),
	{0}
};

static const struct document_column oath_columns[] = {{110, NULL}, {0, NULL}};
static const struct document_row oath_rows[] = {
	{{FILL("姓　　　　名：", .size = 14), FILL("{name}", .size = 14)}, .height = 40},
	{{FILL("國民身分證\n統一編號：", .size = 14), FILL("{national_id}", .size = 14)}, .height = 40},
	{{FILL("地　　　　址：", .size = 14), FILL("{postal_code} {address}", .size = 14)}, .height = 40},
	{{FILL("電　　　　話：", .size = 14), FILL("{phone}", .size = 14)}, .height = 40},
};

#define OATH(text) ATTACHMENT, TEXT("切　　結　　書", .size = 24, .leading = 2.2, .align = PDF_CENTRE), GAP(12), \
	TEXT("　　本人{name|＿＿＿＿＿＿}以" text, .size = 16, .leading = 2), \
	GAP(16), TEXT("　　此致", .size = 16, .leading = 2), TEXT("公務人員保障暨培訓委員會", .size = 16, .leading = 2), GAP(20), \
	TABLE(oath, .bare = true), GAP(40), \
	TEXT("中　華　民　國　{signed_on|　　　　年　　　　月　　　　日}", .size = 16, .align = PDF_CENTRE), {0}
#define ENDS "等情事），即屬原因消滅，當於原因消滅後3個月內，向保訓會申請"
#define LOST "，逾期未提出申請者，即喪失考試錄取資格。"

static const struct document_part retain_oath_study_parts[] = {OATH("進修碩（博）士事由申請保留" EXAM "之受訓資格在案，倘獲核准，"
	"本人切結於保留受訓資格期間如有保留事由原因消滅情事，致申請保留之事由與無法立即接受分配訓練二者間之因果關係已不復存續"
	"（例如辦理休學、已取得畢業證書、復應其他公務人員考試錄取並報到接受訓練" ENDS "補訓或重新訓練" LOST)};

static const struct document_part retain_oath_child_parts[] = {OATH("養育三足歲以下子女事由申請保留" EXAM "之受訓資格在案，倘獲核准，"
	"本人切結於保留受訓資格期間未有配偶為公務人員依法已申請育嬰留職停薪情事。又如嗣後有申請保留之事由與無法立即接受分配訓練"
	"二者間之因果關係已不復存續（例如配偶為公務人員且依法已申請育嬰留職停薪、該子女已滿三足歲、"
	"復應其他公務人員考試錄取並報到接受訓練" ENDS "補訓" LOST)};

PAPER(retain_oath_study, retain_oath, EXAM "保留受訓資格切結書（進修碩（博）士）")
PAPER(retain_oath_child, retain_oath, EXAM "保留受訓資格切結書（養育三足歲以下子女）")

/* ---- 補訓／重新訓練申請書 ---- */

static const struct fact makeup_app_facts[] = {
	HEAD(paper_makeup_app),
	FACT(paper_makeup_app, kind, TEXT, "補訓或重新訓練"),
	FACT(paper_makeup_app, admission_year, INT, "錄取年度"),
	FACT(paper_makeup_app, retained, DATE, "核准保留受訓資格日期"), FACT(paper_makeup_app, retained_no, TEXT, "核准保留受訓資格文號"),
	PERSON_FACTS(paper_makeup_app),
	FACT(paper_makeup_app, cause, TEXT, "核准事由及證明文件"),
	FACT(paper_makeup_app, other, TEXT, "其他不可歸責事由", OPTIONAL),
	FACT(paper_makeup_app, applied, DATE, "申請日期", OPTIONAL),
	{0}
};

#define DEGREE "「學位證書、休學證明或其他證明文件」（影印本）"
#define CLINIC "「全民健康保險特約醫院證明」（正本）"

static const struct document_column makeup_columns[] = {PERSON_COLUMNS};
static const struct document_row makeup_rows[] = {
	PERSON_ROWS,
	{{LABEL("錄取等級"), CENTRE("{level}", .columns = 2), LABEL("類科"), CENTRE("{category}", .columns = 2)}, .height = 26},
	{{LABEL("核准事由\n及\n證明文件"), LONG(
		"{?cause=服兵役}「服兵役」事由，請檢附「退伍（除役）令」（正反面影印本）或「退役證明書」（正反面影印本）"
			"或「國防部服務期滿解除管制公文」（影印本）\n"
		"{?cause=進修碩士}「進修碩士」事由，請檢附" DEGREE "\n"
		"{?cause=進修博士}「進修博士」事由，請檢附" DEGREE "\n"
		"{?cause=疾病}「疾病」事由，請檢附" CLINIC "\n"
		"{?cause=懷孕}「懷孕」事由，請檢附" CLINIC "\n"
		"{?cause=生產}「生產」事由，請檢附" CLINIC "\n"
		"{?cause=父母病危}「父母病危」事由，請檢附" CLINIC "\n"
		"{?cause=子女重症}「子女重症」事由，請檢附「新式戶口名簿」（影印本）及" CLINIC "\n"
		"{?cause=養育三足歲以下子女}「養育三足歲以下子女」事由，請檢附「新式戶口名簿」（影印本）\n"
		"{?cause=其他不可歸責事由}「其他不可歸責事由」（事由：{other|＿＿＿＿＿＿＿}），請依實際事由檢附原因消滅文件\n"
		"（以上請勾選）\n"
		"※檢附之證明文件公務人員保障暨培訓委員會（以下簡稱保訓會）將一律抽存，如所繳之證件，經查明有偽造變造者，"
			"除不予補訓或重新訓練外，涉及刑法刑責部分，依法移送法辦。",
		.columns = 5, .hang = 12)}, .flows = true},
};

#define MAKEUP_TITLE EXAM "\n正額錄取人員{kind|補訓／重新訓練}申請書"
static const struct document_part makeup_app_parts[] = {
	ATTACHMENT, TITLE(MAKEUP_TITLE),
	TEXT("受文者：公務人員保障暨培訓委員會", .size = 13, .leading = 1.6),
	TEXT("主　旨：茲檢陳申請人{admission_year|＿＿＿}年{exam_name|　　　　　　　　　　　　　　　}錄取人員{kind|補訓／重新訓練}"
		"申請書暨足資證明之文件各1份，請　審查核復。", .size = 13, .leading = 1.6, .hang = 52),
	TEXT("說　明：依據　貴會民國{retained|＿＿年＿＿月＿＿日}公訓字第{retained_no|＿＿＿＿＿＿＿}號函辦理。",
		.size = 13, .leading = 1.6, .hang = 52),
	GAP(6), TABLE(makeup), GAP(14), SIGNATURE,
	{0}
};

PAPER(makeup_app, makeup_app, MAKEUP_TITLE, .note_size = 11)
