/* form.c: annex 5 as a description, and the record that fills it.  See form.h; the words are those of the annex.  Where the plan
 * gives its own notes, they stand in place of those of this file. */
#include "app/planform/form.h"

#include "app/paper/paper.h"
#include "file/document.h"

#define LABEL(t, ...) {.text = t, .look = DOCUMENT_LABEL, __VA_ARGS__}
#define FILL(t, ...) {.text = t, __VA_ARGS__}
#define CENTRE(t, ...) {.text = t, .look = DOCUMENT_CENTRE, __VA_ARGS__}
#define LONG(t, ...) {.text = t, .look = DOCUMENT_LONG, __VA_ARGS__}
#define COUNT(a) ((int)(sizeof(a) / sizeof *(a)))

enum { NOTE_SIZE = 12 };

static const struct document_field fields[] = {
	{"agency", "機關全銜"},
	{"exam.year", "考試年度"},
	{"exam.name", "考試名稱"},
	{"name", "姓名"},
	{"exam.level", "考試等級"},
	{"national_id", "國民身分證統一編號"},
	{"birth_date", "出生年月日"},
	{"series", NULL},
	{"category", "考試職系類科"},
	{"allocation.agency", NULL},
	{"allocation.date", "分配機關日期文號"},
	{"allocation.no", "分配機關日期文號"},
	{"unit", "分配受訓單位"},
	{"guide.title", "輔導員職稱及姓名"},
	{"guide.name", "輔導員職稱及姓名"},
	{"training.start", "受訓人員報到日期"},
	{"training.end", "訓練期滿日期"},
	{"work_items", "工作項目"},
	{"guidance.orientation", "輔導方式：職前講習"},
	{"guidance.observation", "輔導方式：工作觀摩"},
	{"guidance.cases", "輔導方式：專業課程訓練或輔導"},
	{"guidance.talks", "輔導方式：個別會談"},
	{"training_supervisor", NULL},
	{"contact.name", "人事單位承辦人姓名"},
	{"contact.phone", "電話"},
	{"attachment", NULL},
	{"citation", NULL},
	{"due", NULL},
	{NULL, NULL}
};

static const struct document_column columns[] = {
	{62, NULL}, {116, NULL}, {76, NULL}, {56, NULL}, {80, NULL}, {56, NULL}, {64, NULL}
};

static const struct document_row rows[] = {
	{{LABEL("受訓人員\n基本資料", .rows = 2), LABEL("姓名"), FILL("{name}", .columns = 3, .size = 14), LABEL("考試等級"),
		CENTRE("{exam.level}")}, .height = 36},
	{{LABEL("國民身分證統一編號"), CENTRE("{national_id}"), LABEL("出生\n年月日"), CENTRE("{birth_date}"),
		LABEL("考試職系\n類科"), CENTRE("{series}{category}")}, .height = 40},
	{{LABEL("受訓人員\n分配訓練", .rows = 3), LABEL("分配機關日期文號"),
		FILL("{allocation.agency}{allocation.date}{allocation.no}", .columns = 5)}, .height = 30},
	{{LABEL("分配受訓單位"), FILL("{unit}", .columns = 5)}, .height = 30},
	{{LABEL("輔導員職稱及姓名"), FILL("{guide.title}　{guide.name}", .columns = 5)}, .height = 30},
	{{LABEL("受訓人員\n報到日期"), FILL("中華民國{training.start|　　年　　月　　日}", .columns = 2),
		LABEL("訓練\n期滿日期"), FILL("中華民國{training.end|　　年　　月　　日}", .columns = 3)}, .height = 40},
	{{LABEL("工作項目"), LONG("{work_items}", .columns = 6)}, .height = 70, .flows = true, .stretches = true},
	{{LABEL("輔導方式"), LONG("1、職前講習：{guidance.orientation|\n}\n2、工作觀摩：{guidance.observation|\n}\n"
		"3、專業課程訓練或輔導：{guidance.cases|\n}\n4、個別會談：{guidance.talks|\n}", .columns = 6, .hang = 18)},
		.height = 90, .flows = true, .stretches = true},
};

static const struct document_column sign_columns[] = {
	{62, NULL}, {0, NULL}, {0, NULL}, {0, NULL}, {0, "training_supervisor"}, {0, NULL}, {0, NULL}
};

static const struct document_row sign_rows[] = {
	{{LABEL("簽章", .rows = 3), LABEL("受訓人員"), LABEL("輔導員"), LABEL("單位主管"), LABEL("訓練主管"), LABEL("人事主管"),
		LABEL("機關首長")}, .height = 24},
	{{FILL(""), FILL(""), FILL(""), FILL(""), FILL(""), FILL("")}, .height = 72},
	{{CENTRE("(以上各欄位如填載內容不齊，請勿簽章)", .columns = 6)}, .height = 22},
	{{LABEL("機關\n核定日期"), CENTRE("中華民國　　　　年　　　　月　　　　日", .columns = 6)}, .height = 38},
};

#define PARAGRAPH(t, left, hanging) {.kind = DOCUMENT_TEXT, .text = t, \
	.style = {.size = 12, .leading = 1.6, .indent = left, .hang = hanging}}

#define FORM_PARTS \
	{.kind = DOCUMENT_TEXT, .text = "{attachment}", .style = {.size = 12, .leading = 1.2, .align = PDF_RIGHT}}, \
	{.kind = DOCUMENT_TEXT, .text = "{agency|(機關全銜)}\n{exam.year|　　　}年{exam.name|　　　　　　　　　　　　　　}錄取人員實務訓練計畫表", \
		.style = {.size = 16, .leading = 1.4, .align = PDF_CENTRE}}, \
	{.kind = DOCUMENT_GAP, .height = 8}, \
	{.kind = DOCUMENT_TABLE, .columns = columns, .n_columns = COUNT(columns), .rows = rows, .n_rows = COUNT(rows), \
		.reserve = 184},                                /* the sign-off table and the line below it */ \
	{.kind = DOCUMENT_TABLE, .columns = sign_columns, .n_columns = COUNT(sign_columns), \
		.rows = sign_rows, .n_rows = COUNT(sign_rows)}, \
	{.kind = DOCUMENT_GAP, .height = 6}, \
	{.kind = DOCUMENT_TEXT, .text = "人事單位承辦人姓名：{contact.name|　　　　　　　　}　　電話：{contact.phone|　　　　　　　　　}" \
		"　　(請務必填寫)"}

static const struct document_part parts[] = {
	FORM_PARTS,
	{.kind = DOCUMENT_GAP, .height = 12},
	{.kind = DOCUMENT_TEXT, .text = "填表說明：", .style = {.size = 12, .leading = 1.6}, .height = 120},
	PARAGRAPH("一、本計畫表由人事單位會同受分配訓練單位依序詳填，經受訓人員簽名，循行政程序陳報機關（構）學校首長核章，"
		"於受訓人員{due|報到之日起7日內}傳送公務人員保障暨培訓委員會（以下簡稱保訓會）全球資訊網（https://www.csptc.gov.tw）/"
		"「便民服務/培訓業務系統/分發人員管理/實務訓練管理/實務訓練表單上傳與通報」列管，並將影印本送交受訓人員參考後，"
		"留存於實務訓練機關（構）學校。", 0, 24),
	PARAGRAPH("二、工作項目欄：應依受訓人員考試錄取類科、等級詳細載明實務訓練期間指派之工作項目。", 0, 24),
	PARAGRAPH("三、輔導方式欄：應填寫「職前講習」、「工作觀摩」、「專業課程訓練或輔導」及「個別會談」等4項，有關實施順序及時點，"
		"各實務訓練機關（構）學校得視實際狀況彈性調整。", 0, 24),
	PARAGRAPH("（一）職前講習：實務訓練機關（構）學校應辦理職前講習，內容包括：機關環境介紹、單位簡介、公文辦理流程、"
		"電腦操作流程及講解實務訓練相關規定。", 24, 36),
	PARAGRAPH("（二）工作觀摩：應安排受訓人員於實務訓練期間內，至少選擇3項業務，進行實務工作觀摩。", 24, 36),
	PARAGRAPH("（三）專業課程訓練或輔導：應安排受訓人員於實務訓練期間內，至少選擇3種實際個案，進行討論、操作或演練，"
		"於受訓人員實際執行業務過程予以適當輔導，並就受訓人員分配職務之專業需求，以研讀、討論方式提升受訓人員專業知能。", 24, 36),
	PARAGRAPH("（四）個別會談：應安排受訓人員於實務訓練之期中及期末期間，至少各進行1次個別會談，"
		"協助解決受訓人員工作適應問題及生涯發展。", 24, 36),
	PARAGRAPH("四、保訓會除適時至各實務訓練機關（構）學校查核，瞭解有無實務訓練成績不及格情事外，"
		"並將本表作為審查時之重要文件。", 0, 24),
	{.kind = DOCUMENT_END}
};

static const struct document_part form_alone[] = {FORM_PARTS, {.kind = DOCUMENT_END}};

static const struct document plan_document = {.id = "pt_plan", .note = "{citation}", .size = 12, .fields = fields, .parts = parts};
static const struct document plan_document_alone = {
	.id = "pt_plan", .note = "{citation}", .size = 12, .fields = fields, .parts = form_alone
};

static const char *year_text(struct arena *mem, int year)
{
	return year ? arena_print(mem, "%d", year) : NULL;
}

/* The document's values live on in the arena. */
static const struct document_value *values_of(struct arena *mem, const struct plan_form *f)
{
	bool series = f->series && *f->series;
	const struct document_value values[] = {
		{"agency", f->agency},
		{"exam.year", year_text(mem, f->exam_year)},
		{"exam.name", f->exam_name},
		{"name", f->name},
		{"exam.level", f->exam_level},
		{"national_id", f->national_id},
		{"birth_date", date_long_text(mem, f->birth_date)},
		{"series", series ? arena_print(mem, "%s\n", f->series) : NULL},
		{"category", f->category},
		{"allocation.agency", f->allocation_agency},
		{"allocation.date", date_long_text(mem, f->allocation_date)},
		{"allocation.no", f->allocation_no},
		{"unit", f->unit},
		{"guide.title", f->guide_title},
		{"guide.name", f->guide_name},
		{"training.start", date_long_text(mem, f->training_start)},
		{"training.end", date_long_text(mem, f->training_end)},
		{"work_items", f->work_items},
		{"guidance.orientation", f->orientation},
		{"guidance.observation", f->observation},
		{"guidance.cases", f->cases},
		{"guidance.talks", f->talks},
		{"training_supervisor", f->has_training_supervisor ? "有" : NULL},
		{"contact.name", f->contact_name},
		{"contact.phone", f->contact_phone},
		{"attachment", f->attachment},
		{"citation", f->citation},
		{"due", f->due},
		{NULL, NULL}
	};

	return arena_copy(mem, values, sizeof values);
}

const char *const *plan_form_draw(struct pdf *pdf, const struct plan_form *f)
{
	struct arena *mem = pdf_arena(pdf);
	struct document_data data = {.values = values_of(mem, f)};

	const char *const *missing = document_draw(pdf, f->notes.n ? &plan_document_alone : &plan_document, &data);

	paper_notes(pdf, &f->notes, NOTE_SIZE);
	return missing;
}

static bool is_among(const char *const *list, int n, const char *label)
{
	for (int i = 0; i < n; i++)
		if (!strcmp(list[i], label))
			return true;
	return false;
}

const char *const *plan_form_missing(struct arena *mem, const struct plan_form *f)
{
	const struct document_value *values = values_of(mem, f);
	const char **missing = arena_array(mem, COUNT(fields), sizeof *missing);
	int n = 0;

	for (int i = 0; fields[i].source; i++) {                /* in the order of values_of */
		const char *label = fields[i].label;

		if (label && (!values[i].text || !*values[i].text) && !is_among(missing, n, label))
			missing[n++] = label;
	}
	return missing;
}

char *plan_form_title(struct arena *mem, const struct plan_form *f)
{
	struct document_data data = {.values = values_of(mem, f)};

	return document_text(mem, &plan_document, "{exam.year}年{exam.name}錄取人員實務訓練計畫表", &data);
}
