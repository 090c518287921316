/* PDF documents and the plan form, read back with poppler's and qpdf's tools as a user's programs would.
 *                                              ACMS-039 ACMS-041 ACMS-042 PLAN-078 PLAN-138 */
#include "file/pdf.h"

#include <stdlib.h>

#include "app/planform/form.h"
#include "file/document.h"
#include "test/file/read.h"

static const char *joined(const char *const *labels)
{
	struct text t = text_new(mem, 1 << 16);

	for (; *labels; labels++)
		text_print(&t, "%s%s", t.n ? "，" : "", *labels);
	return t.at;
}

static struct plan_form sample(void)
{
	return (struct plan_form){
		.agency = "臺北市政府民政局", .exam_year = 113, .exam_name = "公務人員特種考試身心障礙人員考試",
		.exam_level = "三等考試", .series = "綜合行政", .category = "一般行政", .name = "王小明",
		.national_id = "A123456789", .birth_date = date_make(1991, 12, 31), .allocation_date = date_make(2024, 7, 15),
		.allocation_agency = "行政院人事行政總處", .allocation_no = "總處培字第1130012345號", .unit = "人口政策科",
		.guide_title = "專員", .guide_name = "陳美玲", .training_start = date_make(2022, 10, 3),
		.training_end = date_make(2023, 2, 2), .work_items = "一、戶籍行政。\n二、公文收發。",
		.orientation = "介紹機關環境", .observation = "觀摩3項業務", .cases = "討論3種實際個案", .talks = "期中及期末各1次",
		.contact_name = "林大同", .contact_phone = "02-27208889", .attachment = "附件5",
	};
}

static struct pdf *pdf_sample(enum pdf_face face)
{
	return pdf_new(mem, &(struct pdf_about){.title = "實務訓練計畫表", .author = "培訓", .created = {1722441600}, .face = face});
}

/* Draws the form, saves it and gives its text. */
static const char *drawn(const struct plan_form *f, const char *missing)
{
	struct pdf *pdf = pdf_sample(PDF_KAI);

	same(joined(plan_form_missing(mem, f)), missing, "labels that will be missing");
	same(joined(plan_form_draw(pdf, f)), missing, "labels that are missing");
	same(pdf_unknown(pdf), "", "no unknown character");
	save(pdf);
	return without_blanks(output("pdftotext -layout %s -"));
}

/* F-05, line by line.  A word that it spaces out or breaks is compared without blanks.            ACMS-041, PLAN-138 */
static void annex(void)
{
	struct plan_form f = sample();
	const char *text = drawn(&f, "");
	static const char *const words[] = {
		"附件5", "臺北市政府民政局", "113年公務人員特種考試身心障礙人員考試錄取人員實務訓練計畫表", "姓名", "王小明", "考試等級", "三等考試",
		"國民身分證統一編號", "A123456789", "80年12月31日", "綜合行政", "一般行政", "受訓人員", "基本資料", "分配訓練",
		"分配機關日期文號行政院人事行政總處113年7月15日總處培字第1130012345號", "分配受訓單位", "人口政策科", "輔導員職稱及姓名", "專員陳美玲",
		"報到日期", "中華民國111年10月3日", "期滿日期", "中華民國112年2月2日", "工作項目", "一、戶籍行政。", "二、公文收發。", "輔導方式",
		"1、職前講習：介紹機關環境", "2、工作觀摩：觀摩3項業務", "3、專業課程訓練或輔導：討論3種實際個案", "4、個別會談：期中及期末各1次",
		"受訓人員輔導員單位主管人事主管機關首長", "簽章", "(以上各欄位如填載內容不齊，請勿簽章)", "核定日期", "人事單位承辦人姓名：林大同",
		"電話：02-27208889", "(請務必填寫)", "填表說明：", "於受訓人員報到之日起7日內傳送",
		"一、本計畫表由人事單位會同受分配訓練單位依序詳填，經受訓人員簽名，循行政程序陳報機關（構）學校首長核章，",
		"全球資訊網（https://www.csptc.gov.tw）/「便民服務/培訓業務系統/分發人員管理/實務訓練管理/實務訓練表單上傳與通報」列管，",
		"二、工作項目欄：應依受訓人員考試錄取類科、等級詳細載明實務訓練期間指派之工作項目。",
		"公文辦理流程、電腦操作流程及講解實務訓練相關規定。", "（四）個別會談：應安排受訓人員於實務訓練之期中及期末期間，至少各進行1次個別會談，",
		"四、保訓會除適時至各實務訓練機關（構）學校查核，", "第1頁，共2頁", "第2頁，共2頁",
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		has(text, words[i]);
	lacks(text, "訓練主管");
	has(output("qpdf --check %s"), "No syntax or stream encoding errors");
	has(output("pdfinfo %s"), "Title:           實務訓練計畫表");
	has(output("pdfinfo %s"), "Author:          培訓");
	has(output("TZ=UTC pdfinfo %s"), "CreationDate:    Wed Jul 31 16:00:00 2024");
	has(output("qpdf --qdf --object-streams=disable %s -"), "/Lang (zh-TW)");
	same_int(atoi(output("pdffonts %s | tail -n +3 | grep -vc 'yes yes yes'; true")), 0, "all fonts embedded, subset, unicode");
	has(output("pdffonts %s"), "TW-Kai");
}

static void supervisor(void)
{
	struct plan_form f = sample();

	f.has_training_supervisor = true;
	f.due = "報到後7日內";
	const char *text = drawn(&f, "");

	has(text, "受訓人員輔導員單位主管訓練主管人事主管機關首長");  /* ACMS-042 */
	has(text, "於受訓人員報到後7日內傳送");
}

/* PLAN-078 e, PLAN-138 c: what is missing stays an empty box and is told. */
static void empty(void)
{
	struct plan_form f = sample();

	f.talks = "";
	f.guide_name = NULL;
	drawn(&f, "輔導員職稱及姓名，輔導方式：個別會談");
	f = (struct plan_form){0};
	const char *text = drawn(&f, "機關全銜，考試年度，考試名稱，姓名，考試等級，國民身分證統一編號，出生年月日，考試職系類科，"
		"分配機關日期文號，分配受訓單位，輔導員職稱及姓名，受訓人員報到日期，訓練期滿日期，工作項目，輔導方式：職前講習，"
		"輔導方式：工作觀摩，輔導方式：專業課程訓練或輔導，輔導方式：個別會談，人事單位承辦人姓名，電話");

	has(text, "(機關全銜)");
	has(text, "中華民國年月日");
	has(text, "4、個別會談：");
}

/* Names beyond the common set, and beyond the Basic Multilingual Plane.                              ACMS-041 */
static void rare(void)
{
	struct plan_form f = sample();

	f.name = "𠮷㐂堃喆犇𪚥\U000F0000\U000F0149";
	const char *text = drawn(&f, "");

	has(text, f.name);
	lacks(output("pdffonts %s"), "Noto");
	has(output("qpdf --check %s"), "No syntax or stream encoding errors");
}

static void unknown(void)
{
	struct plan_form f = sample();
	struct pdf *pdf = pdf_sample(PDF_KAI);

	f.name = "王\U0010FFFD明\U0010FFFC\U0010FFFD";
	f.unit = "壞\xFF位元組\t科";
	plan_form_draw(pdf, &f);
	same(pdf_unknown(pdf), "\U0010FFFD\U0010FFFC", "characters that no typeface has are told, each once");
	save(pdf);
	has(output("qpdf --check %s"), "No syntax or stream encoding errors");
	has(without_blanks(output("pdftotext -layout %s -")), "位元組科");
}

static const char *repeated(const char *format, int n)
{
	struct text t = text_new(mem, 1 << 20);

	for (int i = 0; i < n; i++)
		text_print(&t, format, i);
	return t.at;
}

/* Text flows on in its cell and over the pages: read back from the cell's column alone, it is whole. */
static void long_texts(void)
{
	struct plan_form f = sample();

	f.name = repeated("長名%02d字", 12);                              /* 60 characters */
	f.work_items = repeated("第%03d項工作，", 500);                    /* 4,000 characters */
	f.talks = repeated("會談%04d。", 300);
	drawn(&f, "");
	const char *cell = without_blanks(output("pdftotext -x 106 -y 42 -W 446 -H 758 %s -"));

	ok(strstr(cell, f.work_items) != NULL, "4,000 characters of work items, all and in order");
	has(cell, arena_print(mem, "4、個別會談：%s", f.talks));
	has(without_blanks(output("pdftotext -x 221 -y 42 -W 210 -H 200 %s -")), f.name);
	has(output("pdfinfo %s"), "Pages:           5");
	has(output("qpdf --check %s"), "No syntax or stream encoding errors");
}

/* The plan's own notes in place of ours.                                                              PLAN-138 */
static void plan_notes_printed(void)
{
	const char *notes[] = {"填表說明：", "一、本計畫之說明。"};
	struct plan_form f = sample();

	f.notes = (struct fact_texts){2, notes};
	const char *text = drawn(&f, "");

	has(text, "填表說明：一、本計畫之說明。");
	lacks(text, "三、輔導方式欄");
	has(text, "(請務必填寫)");
}

int main(void)
{
	read_open();
	ok(pdf_warm(PDF_KAI) && pdf_warm(PDF_SUNG), "the typefaces are installed");
	annex();
	plan_notes_printed();
	supervisor();
	empty();
	rare();
	unknown();
	long_texts();
	return read_close();
}
