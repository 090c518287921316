/* pt_plan.c: 實務訓練計畫表 (annex 5), and its notes for examinations without a plan.      ACMS-038…042, PLAN-078, PLAN-079 */
#include <string.h>

#include "app/paper/paper_form.h"
#include "base/text.h"

static const struct fact pt_plan_facts[] = {
	IN(paper_pt_plan, head, agency, TEXT, "機關全銜"), HEAD(paper_pt_plan),
	IN(paper_pt_plan, person, name, TEXT, "姓名"), IN(paper_pt_plan, person, level, TEXT, "考試等級"),
	IN(paper_pt_plan, person, national_id, TEXT, "國民身分證統一編號"), IN(paper_pt_plan, person, birth_date, DATE, "出生年月日"),
	IN(paper_pt_plan, person, series, TEXT, "考試職系", OPTIONAL), IN(paper_pt_plan, person, category, TEXT, "考試職系類科"),
	FACT(paper_pt_plan, allocation_agency, TEXT, "分配機關", OPTIONAL),
	FACT(paper_pt_plan, allocation_date, DATE, "分配機關日期文號"), FACT(paper_pt_plan, allocation_no, TEXT, "分配機關日期文號"),
	FACT(paper_pt_plan, unit, TEXT, "分配受訓單位"),
	FACT(paper_pt_plan, guide_title, TEXT, "輔導員職稱及姓名"), FACT(paper_pt_plan, guide_name, TEXT, "輔導員職稱及姓名"),
	FACT(paper_pt_plan, start, DATE, "受訓人員報到日期"), FACT(paper_pt_plan, end, DATE, "訓練期滿日期"),
	FACT(paper_pt_plan, work_items, TEXT, "工作項目"),
	FACT(paper_pt_plan, orientation, TEXT, "輔導方式：職前講習"), FACT(paper_pt_plan, observation, TEXT, "輔導方式：工作觀摩"),
	FACT(paper_pt_plan, cases, TEXT, "輔導方式：專業課程訓練或輔導"), FACT(paper_pt_plan, talks, TEXT, "輔導方式：個別會談"),
	FACT(paper_pt_plan, supervisor, TEXT, "訓練主管簽章欄", OPTIONAL),
	FACT(paper_pt_plan, contact_name, TEXT, "人事單位承辦人姓名"), FACT(paper_pt_plan, contact_phone, TEXT, "電話"),
	FACT(paper_pt_plan, due, TEXT, "傳送期限", OPTIONAL),
	{0}
};

static const struct document_column plan_columns[] = {
	{62, NULL}, {116, NULL}, {76, NULL}, {56, NULL}, {80, NULL}, {56, NULL}, {64, NULL}
};
static const struct document_row plan_rows[] = {
	{{LABEL("受訓人員\n基本資料", .rows = 2), LABEL("姓名"), FILL("{name}", .columns = 3, .size = 14), LABEL("考試等級"), CENTRE("{level}")},
		.height = 36},
	{{LABEL("國民身分證統一編號"), CENTRE("{national_id}"), LABEL("出生\n年月日"), CENTRE("{birth_date}"), LABEL("考試職系\n類科"),
		CENTRE("{series} {category}")}, .height = 40},
	{{LABEL("受訓人員\n分配訓練", .rows = 3), LABEL("分配機關日期文號"),
		FILL("{allocation_agency}{allocation_date}{allocation_no}", .columns = 5)}, .height = 30},
	{{LABEL("分配受訓單位"), FILL("{unit}", .columns = 5)}, .height = 30},
	{{LABEL("輔導員職稱及姓名"), FILL("{guide_title}　{guide_name}", .columns = 5)}, .height = 30},
	{{LABEL("受訓人員\n報到日期"), FILL("中華民國{start|" DAY "}", .columns = 2), LABEL("訓練\n期滿日期"),
		FILL("中華民國{end|" DAY "}", .columns = 3)}, .height = 40},
	{{LABEL("工作項目"), LONG("{work_items}", .columns = 6)}, .height = 70, .flows = true, .stretches = true},
	{{LABEL("輔導方式"), LONG("1、職前講習：{orientation|\n}\n2、工作觀摩：{observation|\n}\n3、專業課程訓練或輔導：{cases|\n}\n"
		"4、個別會談：{talks|\n}", .columns = 6, .hang = 18)}, .height = 90, .flows = true, .stretches = true},
};

static const struct document_column plan_sign_columns[] = {
	{62, NULL}, {0, NULL}, {0, NULL}, {0, NULL}, {0, "supervisor"}, {0, NULL}, {0, NULL}
};
static const struct document_row plan_sign_rows[] = {
	{{LABEL("簽章", .rows = 3), LABEL("受訓人員"), LABEL("輔導員"), LABEL("單位主管"), LABEL("訓練主管"), LABEL("人事主管"), LABEL("機關首長")},
		.height = 24},
	{{EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY}, .height = 72},
	{{CENTRE("(以上各欄位如填載內容不齊，請勿簽章)", .columns = 6)}, .height = 22},
	{{LABEL("機關\n核定日期"), CENTRE("中華民國　　　　年　　　　月　　　　日", .columns = 6)}, .height = 38},
};

#define PLAN_TITLE EXAM "錄取人員實務訓練計畫表"
static const struct document_part pt_plan_parts[] = {
	ATTACHMENT, TITLE("{agency|(機關全銜)}\n" PLAN_TITLE),
	TABLE(plan, .reserve = 184),                            /* the sign-off table and the line below it */
	TABLE(plan_sign), GAP(6),
	TEXT("人事單位承辦人姓名：{contact_name|　　　　　　　　}　　電話：{contact_phone|　　　　　　　　　}　　(請務必填寫)", .size = 12), {0}
};

static const char within[] = "報到之日起7日內";

/* The notes of annex 5, in which `within` is what an examination without a plan says itself. */
static const char *const usual_notes[] = {
	"填表說明：",
	"一、本計畫表由人事單位會同受分配訓練單位依序詳填，經受訓人員簽名，循行政程序陳報機關（構）學校首長核章，"
		"於受訓人員報到之日起7日內傳送公務人員保障暨培訓委員會（以下簡稱保訓會）全球資訊網（https://www.csptc.gov.tw）/"
		"「便民服務/培訓業務系統/分發人員管理/實務訓練管理/實務訓練表單上傳與通報」列管，並將影印本送交受訓人員參考後，"
		"留存於實務訓練機關（構）學校。",
	"二、工作項目欄：應依受訓人員考試錄取類科、等級詳細載明實務訓練期間指派之工作項目。",
	"三、輔導方式欄：應填寫「職前講習」、「工作觀摩」、「專業課程訓練或輔導」及「個別會談」等4項，有關實施順序及時點，"
		"各實務訓練機關（構）學校得視實際狀況彈性調整。",
	"（一）職前講習：實務訓練機關（構）學校應辦理職前講習，內容包括：機關環境介紹、單位簡介、公文辦理流程、"
		"電腦操作流程及講解實務訓練相關規定。",
	"（二）工作觀摩：應安排受訓人員於實務訓練期間內，至少選擇3項業務，進行實務工作觀摩。",
	"（三）專業課程訓練或輔導：應安排受訓人員於實務訓練期間內，至少選擇3種實際個案，進行討論、操作或演練，"
		"於受訓人員實際執行業務過程予以適當輔導，並就受訓人員分配職務之專業需求，以研讀、討論方式提升受訓人員專業知能。",
	"（四）個別會談：應安排受訓人員於實務訓練之期中及期末期間，至少各進行1次個別會談，協助解決受訓人員工作適應問題及生涯發展。",
	"四、保訓會除適時至各實務訓練機關（構）學校查核，瞭解有無實務訓練成績不及格情事外，並將本表作為審查時之重要文件。",
};

static const char *with_due(struct arena *mem, const char *note, const char *due)
{
	const char *at = strstr(note, within);

	return due && at ? arena_print(mem, "%.*s%s%s", (int)(at - note), note, due, at + strlen(within)) : note;
}

static void complete(struct arena *mem, void *record)
{
	struct paper_pt_plan *f = record;
	struct fact_texts notes = {COUNT(usual_notes), arena_copy(mem, usual_notes, sizeof usual_notes)};

	for (int i = 0; i < notes.n; i++)
		notes.at[i] = with_due(mem, notes.at[i], f->due);
	if (!f->head.notes.n)
		f->head.notes = notes;
}

PAPER(pt_plan, pt_plan, PLAN_TITLE, .complete = complete)
