/* Lists over pages, the notes of a plan, and letters.                                                           PLAN-138 */
#include "app/paper/paper.h"

#include "test/file/read.h"

#define COUNT(a) ((int)(sizeof(a) / sizeof *(a)))
#define EXAM .exam_year = 113, .exam_name = "公務人員特種考試身心障礙人員考試"
#define TEXTS(...) texts((const char *const[]){__VA_ARGS__}, COUNT(((const char *const[]){__VA_ARGS__})))

static struct fact_texts texts(const char *const *at, int n)
{
	return (struct fact_texts){n, arena_copy(mem, at, (size_t)n * sizeof *at)};
}

static struct pdf *pdf_new_sample(void)
{
	return pdf_new(mem, &(struct pdf_about){.title = "清冊", .author = "培訓", .created = {1722441600}});
}

static const char *printed(struct pdf *pdf)
{
	save(pdf);
	return without_blanks(output("pdftotext -layout %s -"));
}

static int times(const char *text, const char *part)
{
	int n = 0;

	for (; (text = strstr(text, part)); text += strlen(part))
		n++;
	return n;
}

/* ---- lists ---- */

static void exempt_list(void)                                  /* F-03 PLAN-050 */
{
	struct paper_exempt_person persons[80];
	struct paper_exempt_list list = {.head = {EXAM, .agency = "臺北市政府民政局", .attachment = "附件3"}, .persons = {80, persons}};
	struct pdf *pdf = pdf_new_sample();
	int found = 0;

	for (int i = 0; i < 80; i++)
		persons[i] = (struct paper_exempt_person){arena_print(mem, "某%02d", i + 1), "A123456789", date_make(1981, 1, 1), "三等", "一般行政",
			"110年地方特考三等考試基礎訓練成績及格"};
	persons[3].remark = "";
	const char *const *missing = paper_exempt_list_draw(pdf, &list);

	same(missing[0], "備註", "a remark that a row has not is told");
	ok(!missing[1], "once");
	const char *text = printed(pdf);
	int pages = times(text, "頁，共");

	has(text, "臺北市政府民政局113年公務人員特種考試身心障礙人員考試錄取人員應免除基礎訓練人員清冊");
	has(text, "國民身分證");
	has(text, "等級，並檢附相關證明文件)");
	ok(pages > 3, "%d pages", pages);
	same_int(times(text, "編號姓名"), pages, "the headings stand on each page");
	for (int i = 1; i <= 80; i++)
		found += times(text, arena_print(mem, "某%02d", i)) == 1;
	same_int(found, 80, "each person once");
	has(text, "1某01A12345678970.01.01三等一般行政");
}

static void score_register(void)                               /* F-11 PLAN-129 */
{
	struct paper_scored persons[30];
	struct paper_score_register list = {.head = {EXAM, .attachment = "附件11"}, .persons = {30, persons}};
	struct pdf *pdf = pdf_new_sample();

	for (int i = 0; i < 30; i++)
		persons[i] = (struct paper_scored){arena_print(mem, "11300%02d", i + 1), "王小明", "三等考試", "一般行政", "A123456789", "男",
			date_make(1991, 12, 31), "民政局", "81.20", date_make(2024, 8, 1), date_make(2024, 11, 30), date_make(2024, 11, 30), NULL};
	ok(!*paper_score_register_draw(pdf, &list), "a register is whole without remarks");
	const char *text = printed(pdf), *size = output("pdfinfo %s");
	int pages = times(text, "頁，共");

	ok(strstr(size, "842 x 595") != NULL, "its pages lie on their side");
	has(text, "實務訓練及性質特殊訓練成績清冊");
	same_int(times(text, "總編號"), pages, "the headings stand on each page");
	ok(pages > 2, "%d pages", pages);
	has(text, "113003");
	has(text, "1130030王小明");
	has(text, "113.11.30");
	has(text, "至113年11月30日");
	has(text, "81.20");
}

/* A register in one file with forms that stand upright. */
static void both_ways(void)
{
	struct paper_withdraw_app app = {.head = {EXAM}};
	struct paper_score_register list = {.head = {EXAM}};
	struct pdf *pdf = pdf_new_sample();

	paper_withdraw_app_draw(pdf, &app);
	same(paper_score_register_draw(pdf, &list)[0], "受訓人員", "a list without rows is missing");
	paper_withdraw_app_draw(pdf, &app);
	const char *text = printed(pdf), *sizes = output("pdfinfo -l 3 %s");

	has(sizes, "Page    1 size:  595 x 842");
	has(sizes, "Page    2 size:  842 x 595");
	has(sizes, "Page    3 size:  595 x 842");
	same_int(times(text, "第1頁，共1頁"), 3, "each counts its own pages");
	same_int(times(text, "至年月日"), 5, "empty rows to be written by hand");
}

static void resources(void)                                    /* F-13 PLAN-089 */
{
	struct paper_resource sites[] = {{"衛生福利部心理及口腔健康司", "https://dep.mohw.gov.tw/DOMHAOH"}, {"台灣心理諮商資訊網", "http://www.heart.net.tw/"}};
	struct paper_resources list = {.head = {.attachment = "附表"}, .sites = {2, sites}};
	struct pdf *pdf = pdf_new_sample();

	ok(!*paper_resources_draw(pdf, &list), "resources is whole");
	const char *text = printed(pdf);

	has(text, "附表");
	has(text, "輔導與諮商相關網路資源一覽表");
	has(text, "序號網站名稱網址");
	has(text, "1衛生福利部心理及口腔健康司https://dep.mohw.gov.tw/DOMHAOH");
	has(text, "2台灣心理諮商資訊網http://www.heart.net.tw/");
}

/* ---- notes ---- */

/* How far in a line begins, in points; -1: it is not there. */
static double left_of(const char *boxes, const char *word)
{
	const char *at = strstr(boxes, word), *box = at;
	double left = -1;

	while (box && box > boxes && strncmp(box, "xMin=\"", 6))
		box--;
	if (box)
		sscanf(box, "xMin=\"%lf", &left);
	return left;
}

static void notes(void)
{
	struct paper_exempt_list list = {.head = {EXAM, .notes = TEXTS("※注意：請詳閱", "一、甲項", "（一）乙項", "1、丙項", "(二)丁項", "A：戊項", "十二、己項",
		"錄取等級\t應免除之資格", "三等考試\t最近3年內")}};
	struct pdf *pdf = pdf_new_sample();

	paper_exempt_list_draw(pdf, &list);
	save(pdf);
	const char *boxes = output("pdftotext -bbox %s -");
	double edge = left_of(boxes, "※注意");

	ok(edge > 40 && edge < 46, "a heading begins at the margin: %g", edge);
	ok(left_of(boxes, "一、甲項") - edge < 2, "一、 does too");
	ok(left_of(boxes, "十二、己項") - edge < 2, "and 十二、");
	ok(left_of(boxes, "（一）乙項") - edge > 22, "（一） stands in by two characters");
	ok(left_of(boxes, "(二)丁項") - edge > 22, "so does (二)");
	ok(left_of(boxes, "1、丙項") - edge > 34, "1、 by three");
	ok(left_of(boxes, "A：戊項") - edge > 22, "A： by two");
	ok(left_of(boxes, "應免除之資格") - edge > 130, "what has tabs is a table");
	has(without_blanks(output("pdftotext -layout %s -")), "三等考試最近3年內");
}

/* Numbers stand in by what numbers came before; what has none goes on beside the text before it, a heading begins anew. */
static void notes_beside(void)
{
	struct paper_shorten_app app = {.head = {EXAM, .notes = TEXTS("註：", "1、首項", "※注意：", "一、次項", "(一)三項：", "接續文字", "2、四項", "備註：", "另起")}};
	struct pdf *pdf = pdf_new_sample();

	paper_shorten_app_draw(pdf, &app);
	save(pdf);
	const char *boxes = output("pdftotext -bbox %s -");
	double edge = left_of(boxes, "註："), second = left_of(boxes, "(一)三項");

	ok(left_of(boxes, "1、首項") - edge < 2, "1、 alone begins at the margin");
	ok(left_of(boxes, "接續文字") - second > 20, "what has no number stands beside the text before it");
	ok(left_of(boxes, "2、四項") - second > 20, "2、 below (一) stands in further");
	ok(left_of(boxes, "另起") - edge < 2, "after a heading it begins anew");
}

/* Notes that do not fit go on; their heading does not stand alone at the end of a page. */
static void many_notes(void)
{
	const char **long_notes = arena_array(mem, 60, sizeof *long_notes);
	struct paper_guide_record record = {.head = {EXAM, .notes = {60, long_notes}}};
	struct pdf *pdf = pdf_new_sample();

	for (int i = 0; i < 60; i++)
		long_notes[i] = arena_print(mem, "第%02d條：實務訓練機關（構）學校應辦理職前講習，內容包括：機關環境介紹、單位簡介、公文辦理流程。", i);
	paper_guide_record_draw(pdf, &record);
	const char *text = printed(pdf);

	for (int i = 0; i < 60; i += 59)
		has(text, arena_print(mem, "第%02d條：", i));
	lacks(without_blanks(output("pdftotext -l 1 -layout %s -")), "第00條");
}

/* ---- letters ---- */

static const char *letter_of(const char *kind, int enclosures, const char *to)
{
	struct paper_letter l = {.head = {EXAM, .agency = "臺北市政府民政局"}, .kind = kind, .who = "王小明", .cause = "曠職累計達3日",
		.basis = "訓練辦法第44條", .address = "臺北市信義區市府路1號", .contact_name = "林大同", .contact_phone = "02-27208889",
		.date = date_make(2024, 12, 5), .number = "北市民人字第1130001234號", .copies = TEXTS("國家文官學院", "人事處"), .signer = "局長陳大文"};
	struct pdf *pdf = pdf_new_sample();

	ok(!*paper_letter_draw(pdf, &l), "%s: a letter is whole", kind);
	const char *text = printed(pdf);

	has(text, "臺北市政府民政局函");
	has(text, arena_print(mem, "受文者：%s", to));
	has(text, "發文日期：中華民國113年12月5日");
	has(text, "發文字號：北市民人字第1130001234號");
	has(text, "速別：普通件");
	has(text, "主旨：");
	has(text, "王小明");
	has(text, "一、依據訓練辦法第44條辦理。");
	has(text, "二、");
	has(text, arena_print(mem, "正本：%s", to));
	has(text, "副本：國家文官學院、人事處");
	has(text, "局長陳大文");
	paper_letter_fill(mem, &l);
	same_int(l.enclosures.n, enclosures, "its enclosures");
	return text;
}

static void letters(void)                                      /* PLAN-046 PLAN-050 PLAN-058 PLAN-061 PLAN-065 PLAN-113 PLAN-122 PLAN-129 */
{
	static const char commission[] = "公務人員保障暨培訓委員會", authorities[] = "行政院人事行政總處、銓敘部";
	static const struct { const char *kind; int enclosures; const char *word; } kinds[] = {
		{"exemption", 3, "請核定免除基礎訓練。"}, {"shortening", 3, "請核准縮短實務訓練。"}, {"stop", 1, "王小明因曠職累計達3日，請核定停止訓練。"},
		{"retraining", 2, "請核定重新訓練。"}, {"revocation", 1, "王小明因曠職累計達3日，請廢止受訓資格。"},
		{"failing_score", 6, "實務訓練成績考核表、實務訓練計畫表"}, {"certificate", 1, "請核轉報請考試院發給考試及格證書。"},
		{"makeup", 1, "業經本會核准，請遇缺依序分配訓練。"},
	};

	for (int i = 0; i < COUNT(kinds); i++)
		has(letter_of(kinds[i].kind, kinds[i].enclosures, !strcmp(kinds[i].kind, "makeup") ? authorities : commission), kinds[i].word);
	for (const struct code *c = paper_letter_kinds; c->id; c++)
		ok(c - paper_letter_kinds < COUNT(kinds) && !strcmp(c->id, kinds[c - paper_letter_kinds].kind), "%s is looked at", c->id);
}

/* What an officer has written stays. */
static void own_words(void)
{
	struct paper_letter l = {.head = {.agency = "民政局"}, .kind = "stop", .to = "國家文官學院", .subject = "另行核處", .explanation = TEXTS("唯一一點")};
	struct pdf *pdf = pdf_new_sample();

	paper_letter_draw(pdf, &l);
	const char *text = printed(pdf);

	has(text, "受文者：國家文官學院");
	has(text, "主旨：另行核處");
	has(text, "唯一一點");
	lacks(text, "一、唯一一點");
	has(text, "正本：國家文官學院");
	l = (struct paper_letter){.head = {.agency = "民政局"}};
	pdf = pdf_new_sample();
	same(paper_letter_draw(pdf, &l)[0], "地址", "without a kind the words are missing too");
}

int main(void)
{
	read_open();
	exempt_list();
	score_register();
	both_ways();
	resources();
	notes();
	notes_beside();
	many_notes();
	letters();
	own_words();
	return read_close();
}
