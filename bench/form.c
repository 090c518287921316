/* Plan forms a second: plan_form_draw against bare Pango and cairo that print the same texts and boxes at places known
 * beforehand, in turns.  Each form is a PDF of its own, in memory, of two pages, and of another person.
 *
 * Then the annexes of paper.h, each alone.
 *
 * usage: form [forms a round [rounds [NAME]]]     NAME: of one annex, and nothing else */
#include <cairo-pdf.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app/paper/paper.h"
#include "app/planform/form.h"
#include "bench/measure.h"
#include "file/pdf_private.h"

struct bare_text { int page; double x, y, width, size; PangoAlignment align; const char *text; };
struct bare_box { double x, y, width, height; };

#define C PANGO_ALIGN_CENTER
#define L PANGO_ALIGN_LEFT
#define R PANGO_ALIGN_RIGHT

/* What the form prints, where it prints it. */
static const struct bare_text texts[] = {
	{0, 42, 42, 510, 12, R, "附件5"},
	{0, 42, 57, 510, 16, C, "臺北市政府民政局\n113年公務人員特種考試身心障礙人員考試錄取人員實務訓練計畫表"},
	{0, 46, 130, 54, 12, C, "受訓人員\n基本資料"}, {0, 108, 122, 108, 12, C, "姓名"}, {0, 434, 122, 48, 12, C, "考試等級"},
	{0, 490, 122, 56, 12, C, "三等考試"}, {0, 108, 160, 108, 12, C, "國民身分證統一編號"},
	{0, 300, 155, 48, 12, C, "出生\n年月日"}, {0, 356, 160, 72, 12, C, "80年12月31日"}, {0, 434, 155, 48, 12, C, "考試職系\n類科"},
	{0, 490, 155, 56, 12, C, "綜合行政\n一般行政"}, {0, 46, 230, 54, 12, C, "受訓人員\n分配訓練"},
	{0, 108, 200, 108, 12, C, "分配機關日期文號"}, {0, 224, 200, 324, 12, L, "行政院人事行政總處113年7月15日總處培字第1130012345號"},
	{0, 108, 230, 108, 12, C, "分配受訓單位"}, {0, 224, 230, 324, 12, L, "人口政策科"},
	{0, 108, 260, 108, 12, C, "輔導員職稱及姓名"}, {0, 224, 260, 324, 12, L, "專員　陳美玲"},
	{0, 46, 285, 54, 12, C, "受訓人員\n報到日期"}, {0, 108, 290, 184, 12, L, "中華民國113年8月1日"},
	{0, 300, 285, 48, 12, C, "訓練\n期滿日期"}, {0, 356, 290, 192, 12, L, "中華民國113年11月30日"},
	{0, 46, 380, 54, 12, C, "工作項目"},
	{0, 108, 330, 440, 12, L, "一、戶籍行政業務之規劃與督導。\n二、辦理新住民照顧輔導業務。\n三、公文收發、檔案管理及其他臨時交辦事項。"},
	{0, 46, 540, 54, 12, C, "輔導方式"},
	{0, 108, 480, 440, 12, L, "1、職前講習：113年8月1日至8月2日，介紹機關環境、單位簡介及實務訓練相關規定。\n"
		"2、工作觀摩：113年8月至9月，觀摩戶籍登記、國籍行政及殯葬管理等3項業務。\n"
		"3、專業課程訓練或輔導：113年9月至11月，就戶籍更正、歸化申請及門牌編釘等3種實際個案進行討論及演練。\n"
		"4、個別會談：期中及期末各進行1次個別會談。"},
	{0, 46, 680, 54, 12, C, "簽章"}, {0, 108, 620, 80, 12, C, "受訓人員"}, {0, 198, 620, 80, 12, C, "輔導員"},
	{0, 288, 620, 80, 12, C, "單位主管"}, {0, 377, 620, 80, 12, C, "人事主管"}, {0, 467, 620, 80, 12, C, "機關首長"},
	{0, 108, 715, 440, 12, C, "(以上各欄位如填載內容不齊，請勿簽章)"}, {0, 46, 740, 54, 12, C, "機關\n核定日期"},
	{0, 108, 745, 440, 12, C, "中華民國　　　　年　　　　月　　　　日"},
	{0, 42, 780, 510, 12, L, "人事單位承辦人姓名：林大同　　電話：02-27208889　　(請務必填寫)"},
	{0, 42, 810, 510, 9, R, "第1頁，共2頁"}, {1, 42, 810, 510, 9, R, "第2頁，共2頁"},
	{1, 42, 42, 510, 12, L, "填表說明："},
	{1, 42, 62, 510, 12, L, "一、本計畫表由人事單位會同受分配訓練單位依序詳填，經受訓人員簽名，循行政程序陳報機關（構）學校首長核章，"
		"於受訓人員報到之日起7日內傳送公務人員保障暨培訓委員會（以下簡稱保訓會）全球資訊網（https://www.csptc.gov.tw）/"
		"「便民服務/培訓業務系統/分發人員管理/實務訓練管理/實務訓練表單上傳與通報」列管，並將影印本送交受訓人員參考後，"
		"留存於實務訓練機關（構）學校。"},
	{1, 42, 160, 510, 12, L, "二、工作項目欄：應依受訓人員考試錄取類科、等級詳細載明實務訓練期間指派之工作項目。"},
	{1, 42, 180, 510, 12, L, "三、輔導方式欄：應填寫「職前講習」、「工作觀摩」、「專業課程訓練或輔導」及「個別會談」等4項，有關實施順序及時點，"
		"各實務訓練機關（構）學校得視實際狀況彈性調整。"},
	{1, 66, 220, 486, 12, L, "（一）職前講習：實務訓練機關（構）學校應辦理職前講習，內容包括：機關環境介紹、單位簡介、公文辦理流程、"
		"電腦操作流程及講解實務訓練相關規定。"},
	{1, 66, 260, 486, 12, L, "（二）工作觀摩：應安排受訓人員於實務訓練期間內，至少選擇3項業務，進行實務工作觀摩。"},
	{1, 66, 300, 486, 12, L, "（三）專業課程訓練或輔導：應安排受訓人員於實務訓練期間內，至少選擇3種實際個案，進行討論、操作或演練，"
		"於受訓人員實際執行業務過程予以適當輔導，並就受訓人員分配職務之專業需求，以研讀、討論方式提升受訓人員專業知能。"},
	{1, 66, 360, 486, 12, L, "（四）個別會談：應安排受訓人員於實務訓練之期中及期末期間，至少各進行1次個別會談，"
		"協助解決受訓人員工作適應問題及生涯發展。"},
	{1, 42, 400, 510, 12, L, "四、保訓會除適時至各實務訓練機關（構）學校查核，瞭解有無實務訓練成績不及格情事外，"
		"並將本表作為審查時之重要文件。"},
};

static const struct bare_box boxes[] = {
	{42, 110, 62, 76}, {104, 110, 116, 36}, {220, 110, 212, 36}, {432, 110, 56, 36}, {488, 110, 64, 36}, {104, 146, 116, 40},
	{220, 146, 76, 40}, {296, 146, 56, 40}, {352, 146, 80, 40}, {432, 146, 56, 40}, {488, 146, 64, 40}, {42, 186, 62, 90},
	{104, 186, 116, 30}, {220, 186, 332, 30}, {104, 216, 116, 30}, {220, 216, 332, 30}, {104, 246, 116, 30}, {220, 246, 332, 30},
	{42, 276, 62, 40}, {104, 276, 192, 40}, {296, 276, 56, 40}, {352, 276, 200, 40}, {42, 316, 62, 150}, {104, 316, 448, 150},
	{42, 466, 62, 150}, {104, 466, 448, 150}, {42, 616, 62, 120}, {104, 616, 90, 24}, {194, 616, 90, 24}, {284, 616, 90, 24},
	{374, 616, 90, 24}, {464, 616, 88, 24}, {104, 640, 90, 72}, {194, 640, 90, 72}, {284, 640, 90, 72}, {374, 640, 90, 72},
	{464, 640, 88, 72}, {104, 712, 448, 24}, {42, 736, 62, 40}, {104, 736, 448, 40},
};

static struct arena *mem;
static PangoLayout *layout;

static const char *name_of(int person)
{
	static const char *const family[] = {"王", "陳", "林", "黃", "張", "李", "吳", "劉", "蔡", "楊"};
	static const char *const given[] = {"小明", "美玲", "志偉", "淑芬", "俊傑", "雅婷", "堃喆", "㐂犇"};

	return arena_print(mem, "%s%s", family[person % 10], given[person / 10 % 8]);
}

static const char *id_of(int person)
{
	return arena_print(mem, "A1%08d", person);
}

static void bare_show(cairo_t *cr, const struct bare_text *t)
{
	PangoFontDescription *font = pango_font_description_from_string("TW-Kai,TW-Kai-Ext-B,TW-Kai-Plus");

	pango_font_description_set_absolute_size(font, t->size * PANGO_SCALE);
	pango_layout_set_font_description(layout, font);
	pango_font_description_free(font);
	pango_layout_set_width(layout, (int)(t->width * PANGO_SCALE));
	pango_layout_set_alignment(layout, t->align);
	pango_layout_set_text(layout, t->text, -1);
	cairo_move_to(cr, t->x, t->y);
	pango_cairo_show_layout(cr, layout);
}

static void bare_page(cairo_t *cr, int page, int person)
{
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (texts[i].page == page)
			bare_show(cr, &texts[i]);
	if (page == 0) {
		bare_show(cr, &(struct bare_text){0, 224, 122, 200, 14, L, name_of(person)});
		bare_show(cr, &(struct bare_text){0, 224, 160, 68, 12, C, id_of(person)});
		cairo_set_line_width(cr, 0.5);
		for (size_t i = 0; i < sizeof boxes / sizeof *boxes; i++) {
			cairo_rectangle(cr, boxes[i].x, boxes[i].y, boxes[i].width, boxes[i].height);
			cairo_stroke(cr);
		}
	}
	cairo_show_page(cr);
}

static cairo_status_t keep(void *to, const unsigned char *bytes, unsigned int n)
{
	text_add(to, (const char *)bytes, n);
	return CAIRO_STATUS_SUCCESS;
}

static bool as_ours;                                            /* our compression */

static size_t bare_form(int person)
{
	struct text file = text_new(mem, 16 << 20);
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(keep, &file, 595, 842);
	cairo_t *cr = cairo_create(surface);

	pdf_deflate(as_ours ? PDF_DEFLATE_PAGES : PDF_DEFLATE_AS_ASKED);
	bare_page(cr, 0, person);
	bare_page(cr, 1, person);
	cairo_destroy(cr);
	pdf_deflate(as_ours ? PDF_DEFLATE_OUTLINES : PDF_DEFLATE_AS_ASKED);
	cairo_surface_finish(surface);
	pdf_deflate(PDF_DEFLATE_AS_ASKED);
	cairo_surface_destroy(surface);
	return file.n;
}

static size_t our_form(int person)
{
	const struct plan_form f = {
		.agency = "臺北市政府民政局", .exam_year = 113, .exam_name = "公務人員特種考試身心障礙人員考試",
		.exam_level = "三等考試", .series = "綜合行政", .category = "一般行政", .name = name_of(person),
		.national_id = id_of(person), .birth_date = date_make(1991, 12, 31), .allocation_date = date_make(2024, 7, 15),
		.allocation_agency = "行政院人事行政總處", .allocation_no = "總處培字第1130012345號", .unit = "人口政策科",
		.guide_title = "專員", .guide_name = "陳美玲", .training_start = date_make(2024, 8, 1),
		.training_end = date_make(2024, 11, 30),
		.work_items = "一、戶籍行政業務之規劃與督導。\n二、辦理新住民照顧輔導業務。\n三、公文收發、檔案管理及其他臨時交辦事項。",
		.orientation = "113年8月1日至8月2日，介紹機關環境、單位簡介及實務訓練相關規定。",
		.observation = "113年8月至9月，觀摩戶籍登記、國籍行政及殯葬管理等3項業務。",
		.cases = "113年9月至11月，就戶籍更正、歸化申請及門牌編釘等3種實際個案進行討論及演練。",
		.talks = "期中及期末各進行1次個別會談。", .contact_name = "林大同", .contact_phone = "02-27208889", .attachment = "附件5",
	};
	struct pdf *pdf = pdf_new(mem, &(struct pdf_about){.title = plan_form_title(mem, &f), .author = "培訓", .created = {1722441600}});
	struct text file;

	plan_form_draw(pdf, &f);
	return pdf_finish(pdf, &file) ? file.n : 0;
}

/* Bare, with our compression: what the description and the layout of tables cost by themselves. */
static size_t bare_quick(int person)
{
	as_ours = true;
	size_t n = bare_form(person);

	as_ours = false;
	return n;
}

/* ---- the other annexes: what each costs with every fact given, a register of 30, and ten notes ---- */

/* What stands as bars. */
static bool is_code(const char *name)
{
	return text_starts(name, "store_") || text_starts(name, "post_") || text_is(name, "bank");
}

static void fill(const struct fact *f, void *record, int person)
{
	static const char *const notes[] = {
		"填表說明：", "一、本表於考試錄取人員實務訓練期間，每月應至少填寫1張，亦得依實際需要每週或每日填寫。",
		"（一）職前講習：實務訓練機關（構）學校應辦理職前講習，內容包括：機關環境介紹、單位簡介、公文辦理流程、電腦操作流程及講解實務訓練相關規定。",
		"（二）工作觀摩：應安排受訓人員於實務訓練期間內，至少選擇3項業務，進行實務工作觀摩。",
		"二、受訓人員實務訓練期間如有發生重大或特殊情事，應詳載辦理日期（時間）、次數及具體事由。",
	};

	for (; f->name; f++) {
		void *at = (char *)record + f->at;

		if (f->kind == FACT_TEXT)
			*(const char **)at = text_is(f->name, "name") ? name_of(person) : text_is(f->name, "national_id") ? id_of(person) :
				text_is(f->name, "online") ? "https://peixun.example.gov.tw/fee" : is_code(f->name) ? "0012345678901234" :
				text_is(f->name, "exam_name") ? "公務人員特種考試身心障礙人員考試" : "戶籍行政業務之規劃";
		else if (f->kind == FACT_INT)
			*(int64_t *)at = 113;
		else if (f->kind == FACT_DATE)
			*(struct date *)at = date_make(2024, 8, 1 + person % 28);
		else if (f->kind == FACT_TEXTS)
			*(struct fact_texts *)at = (struct fact_texts){sizeof notes / sizeof *notes, arena_copy(mem, notes, sizeof notes)};
		else if (f->kind == FACT_ROWS) {
			struct fact_rows *rows = at;

			*rows = (struct fact_rows){30, arena_array(mem, 30, f->row_size)};
			for (int i = 0; i < rows->n; i++)
				fill(f->row, (char *)rows->at + (size_t)i * f->row_size, person + i);
		}
	}
}

static const struct paper *paper;

static size_t one_paper(int person)
{
	void *record = arena_get(mem, paper_size(paper));

	fill(paper_facts(paper), record, person);
	struct pdf *pdf = pdf_new(mem, &(struct pdf_about){.title = paper_title(mem, paper, record), .author = "培訓", .created = {1722441600}});
	struct text file;

	paper_draw(pdf, paper, record);
	return pdf_finish(pdf, &file) ? file.n : 0;
}

static double round_of(size_t (*form)(int), int from, int n, size_t *bytes)
{
	double start = seconds_of(CLOCK_PROCESS_CPUTIME_ID);

	for (int i = 0; i < n; i++) {
		*bytes = form(from + i);
		arena_reset(mem);
	}
	return seconds_of(CLOCK_PROCESS_CPUTIME_ID) - start;
}

/* name: that one alone. */
static void all_papers(int n, int rounds, const char *name)
{
	for (int k = 0; (paper = paper_at(k)); k++) {
		if (name && strcmp(name, paper_name(paper)))
			continue;
		double best = 1e9;
		size_t bytes = 0;

		one_paper(0);
		for (int i = 0; i < rounds; i++) {
			double took = round_of(one_paper, i * n, n, &bytes);

			best = took < best ? took : best;
		}
		printf("%-20s %6.1f PDFs/s  %zu bytes\n", paper_name(paper), n / best, bytes);
	}
}

int main(int argc, char **argv)
{
	int n = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 100, rounds = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 7;
	double bare = 0, quick = 0, ours = 0, start = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
	size_t bare_bytes = 0, quick_bytes = 0, our_bytes = 0;

	/* As in the program: what one form frees the next one needs. */
	mallopt(M_TRIM_THRESHOLD, 4 << 20);
	mallopt(M_MMAP_THRESHOLD, 4 << 20);
	mem = arena_new(64 << 20);
	if (argc > 3) {
		all_papers(n, rounds, argv[3]);
		arena_free(mem);
		return 0;
	}
	our_form(0);
	printf("first form: %.1f ms\n", (seconds_of(CLOCK_PROCESS_CPUTIME_ID) - start) * 1e3);
	PangoContext *context = pango_font_map_create_context(pango_cairo_font_map_get_default());

	pango_cairo_context_set_resolution(context, 72);
	layout = pango_layout_new(context);
	bare_form(0);
	for (int i = 0; i < rounds; i++) {
		bare += round_of(bare_form, i * n, n, &bare_bytes);
		quick += round_of(bare_quick, i * n, n, &quick_bytes);
		ours += round_of(our_form, i * n, n, &our_bytes);
	}
	printf("bare       %6.1f PDFs/s  %zu bytes\n", n * rounds / bare, bare_bytes);
	printf("bare quick %6.1f PDFs/s  %zu bytes\n", n * rounds / quick, quick_bytes);
	printf("plan_form  %6.1f PDFs/s  %zu bytes: %.2f of bare, %.2f of bare quick\n", n * rounds / ours, our_bytes, bare / ours,
		quick / ours);
	all_papers(n, rounds, NULL);
	g_object_unref(layout);
	g_object_unref(context);
	arena_free(mem);
	return 0;
}
