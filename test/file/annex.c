/* The annexes of the training plans, word by word: labels, ticks, values beside their labels.                            PLAN-138 */
#include "app/paper/paper.h"

#include "test/file/read.h"

#define COUNT(a) ((int)(sizeof(a) / sizeof *(a)))
#define EXAM .exam_year = 113, .exam_name = "公務人員特種考試身心障礙人員考試"
#define TITLE "113年公務人員特種考試身心障礙人員考試"

static struct pdf *pdf_new_sample(void)
{
	return pdf_new(mem, &(struct pdf_about){.title = "附件", .author = "培訓", .created = {1722441600}});
}

/* The text without blanks, line by line as it stands. */
static const char *printed(struct pdf *pdf)
{
	save(pdf);
	return without_blanks(output("pdftotext -layout %s -"));
}

static void has_all(const char *text, const char *const *words, int n)
{
	for (int i = 0; i < n; i++)
		has(text, words[i]);
}

static struct paper_person person(void)
{
	return (struct paper_person){.name = "王小明", .national_id = "A123456789", .birth_date = date_make(1991, 12, 31),
		.postal_code = "116205", .address = "臺北市文山區試院路1之3號", .phone = "0912-345-678", .level = "三等考試", .series = "綜合行政",
		.category = "一般行政"};
}

/* ---- applications ---- */

static void retain_app(void)                                   /* F-01 PLAN-034 PLAN-035 */
{
	static const char *const words[] = {
		"附件1", TITLE "正額錄取人員保留受訓資格申請書", "受文者：公務人員保障暨培訓委員會", "主旨：茲檢陳申請人" TITLE "正額錄取人員保留受訓",
		"資格申請書暨相關證明文件各1份，請審查核復。", "姓名", "統一編號", "出生年月日", "通訊地址", "電話", "錄取等級三等考試類科一般行政",
		"是否為現職公務人員：是(現職機關：內政部)", "申請事由", "證明文件",
		"□「服兵役」事由，請檢附「軍人身分證」或「替代役役男身分證」(正反面影印本)", "□「進修碩士」事由", "□「進修博士」事由",
		"■「疾病」事由，請檢附「全民健康保險特約醫院證明」(正本)", "□「懷孕」事由", "□「生產」事由", "□「父母病危」事由", "□「子女重症」事由",
		"□「養育三足歲以下子女」事由，請檢附「新式戶口名簿」(影印本)及「切結書」", "□「其他不可歸責事由」(事由：", "(以上請勾選)",
		"※現職公務人員請檢附現職機關服務證明書或留職停薪等證明文件(影印本)", "申請人：", "(簽章)113年8月1日", "80年12月31日", "116205",
	};
	struct paper_retain_app app = {.head = {EXAM, .attachment = "附件1"}, .person = person(), .servant = "是", .current_agency = "內政部", .cause = "疾病",
		.applied = date_make(2024, 8, 1)};
	struct pdf *pdf = pdf_new_sample();

	ok(!*paper_retain_app_draw(pdf, &app), "retain_app is whole");
	has_all(printed(pdf), words, COUNT(words));
}

static void retain_oaths(void)                                 /* F-01-1 F-01-2 PLAN-035 PLAN-036 */
{
	static const char *const both[] = {"切結書", "本人王小明以", "此致", "公務人員保障暨培訓委員會", "姓名：王小明", "統一編號：", "A123456789",
		"電話：0912-345-678", "中華民國年月日"};
	struct paper_retain_oath oath = {.head = {EXAM}, .person = person()};
	struct pdf *pdf = pdf_new_sample();

	paper_retain_oath_study_draw(pdf, &oath);
	const char *text = printed(pdf);

	has_all(text, both, COUNT(both));
	has(text, "以進修碩（博）士事由申請保留" TITLE);
	has(text, "例如辦理休學、已取得畢業證書、復應其他公務人員考試錄取並報到接受訓練等情事");
	has(text, "當於原因消滅後3個月內，向保訓會申請補訓或重新訓練，逾期未提出申請者，即喪失考試錄取資格。");
	pdf = pdf_new_sample();
	paper_retain_oath_child_draw(pdf, &oath);
	text = printed(pdf);
	has_all(text, both, COUNT(both));
	has(text, "以養育三足歲以下子女事由申請保留" TITLE);
	has(text, "配偶為公務人員且依法已申請育嬰留職停薪、該子女已滿三足歲、復應其他公務人員考試錄取並報到接受訓練等情事");
	has(text, "向保訓會申請補訓，逾期未提出申請者，即喪失考試錄取資格。");
}

static void makeup_app(void)                                   /* F-02 PLAN-042 PLAN-043 PLAN-045 */
{
	static const char *const words[] = {
		TITLE "正額錄取人員補訓申請書", "主旨：茲檢陳申請人111年公務人員特種考試身心障礙人員考試錄取人員補訓申請書暨", "審查核復。",
		"說明：依據貴會民國111年10月3日公訓字第1110001234號函辦理。", "核准事由", "證明文件",
		"□「服兵役」事由，請檢附「退伍（除役）令」（正反面影印本）", "■「進修碩士」事由，請檢附「學位證書、休學證明或其他證明文件」（影印本）",
		"□「其他不可歸責事由」（事由：", "，請依實際事由檢附原因消滅", "（以上請勾選）", "除不予補訓或重新訓練外", "申請人：",
	};
	struct paper_makeup_app app = {.head = {EXAM}, .person = person(), .kind = "補訓", .admission_year = 111,
		.retained = date_make(2022, 10, 3), .retained_no = "1110001234", .cause = "進修碩士"};
	struct pdf *pdf = pdf_new_sample();

	ok(!*paper_makeup_app_draw(pdf, &app), "makeup_app is whole");
	has_all(printed(pdf), words, COUNT(words));
	pdf = pdf_new_sample();
	app.kind = NULL;
	paper_makeup_app_draw(pdf, &app);
	has(printed(pdf), "正額錄取人員補訓／重新訓練申請書");
}

static void shorten_app(void)                                  /* F-04 PLAN-052 PLAN-058 */
{
	static const char *const words[] = {
		TITLE "錄取人員縮短實務訓練申請書", "(以下由申請人填寫)", "考試年別113考試等級三等考試考試類科一般行政", "機關(構)學校",
		"實務訓練", "職務列等", "報到日期113年8月1日", "職系綜合行政", "職務內容", "以下資料除「職務列等」應依各機關(構)學校組織編制表填寫外",
		"(未送審人員請填原服務機關及工作內容)", "原服務機關", "職稱", "審定", "官職等", "工作內容", "(請依實際工作", "內容填寫)",
		"以下資料請依在職或離職證明書填寫：", "曾任公職", "到職日期", "離職日期", "(在職者免填)", "服務年資3年5月(在職者請核計至分配報到前1日)",
		"申請人：(簽章)民國113年8月10日", "備註：現任或曾任公務人員請檢附「銓敘部銓敘審定函」(未送審人員檢具相關證件)",
		"實務訓練機關審核結果：", "審核條件", "(符合者請填「是」)", "(一)低一職等以上之資格及工作經驗。",
		"(二)與低一職等職責程度相當以上之資格及工作經驗。", "(三)擔任高於或同於擬任職務列等之職務。",
		"該員所填資料經審核無誤，並依公務人員考試錄取人員訓練辦法第20條規定", "人事單位：(簽章)機關首長：(簽章)民國年月日",
	};
	struct paper_shorten_app app = {.head = {EXAM, .agency = "民政局"}, .person = person(), .post_grade = "委任第五職等",
		.post_series = "綜合行政", .post_work = "戶籍行政", .reported = date_make(2024, 8, 1), .former_agency = "新北市政府",
		.former_work = "戶籍登記", .served_from = date_make(2021, 3, 1), .served = "3年5月", .applied = date_make(2024, 8, 10)};
	struct pdf *pdf = pdf_new_sample();

	ok(!*paper_shorten_app_draw(pdf, &app), "shorten_app is whole for who still serves");
	same_int(pdf_pages(pdf), 1, "on one page");
	has_all(printed(pdf), words, COUNT(words));
}

static void withdraw_app(void)                                 /* F-10 PLAN-125 PLAN-126 */
{
	static const char *const words[] = {
		TITLE "錄取人員自願中途離訓申請書", "自願中途離訓", "事由及聲明", "一、本人王小明因下列事由，自願於訓練期間中途離訓",
		"■復應其他考試錄取。考試名稱：高等考試", "□另有生涯規劃。", "□志趣不合。", "□家庭因素。", "□其他個人事由。", "（以上請擇一勾選）",
		"二、本人經實務訓練機關（構）學校相關人員說明", "申請人簽章申請日期民國年月日", "訓練單位主管：(簽章)年月日", "人事單位主管：(簽章)年月日",
		"實務訓練機關（構）學校首長：(簽章)年月日", "出生", "80年12月31日", "通訊地址", "臺北市文山區試院路1之3號",
	};
	struct paper_withdraw_app app = {.head = {EXAM, .agency = "民政局"}, .person = person(), .cause = "復應其他考試錄取",
		.other_exam = "高等考試"};
	struct pdf *pdf = pdf_new_sample();

	ok(!*paper_withdraw_app_draw(pdf, &app), "withdraw_app is whole");
	has_all(printed(pdf), words, COUNT(words));
}

/* ---- forms of the agency ---- */

static void guide_record(void)                                 /* F-06 PLAN-081 PLAN-082 */
{
	static const char *const words[] = {
		TITLE "錄取人員實務訓練輔導紀錄表", "(紀錄期間：113年8月1日至113年8月31日)", "機關(構)學校", "分配受訓", "受訓人員", "工作項目",
		"輔導方式", "實施情形", "職前講習", "工作觀摩", "專業課程訓練", "個別會談", "■實施完成", "表現情形", "內容", "等級", "ABCD",
		"品德包括廉正、忠誠、負責、涵養、榮譽及團隊精神等。■□□□", "才能包括表達、學識、反應、創意、判斷、思維及見解等。□■□□",
		"生活表現包括規律、精神、整潔、儀表、談吐及關懷待人等。□□■□", "學習態度包括主動、積極、正面、和諧及互助等。□□□■",
		"工作績效包括專業、效能及品質等。□□□□", "特殊輔導", "重大具體", "簽章", "輔導員直屬主管單位主管",
	};
	struct paper_guide_record record = {.head = {EXAM, .agency = "民政局"}, .person = person(), .from = date_make(2024, 8, 1),
		.until = date_make(2024, 8, 31), .unit = "人口政策科", .work_items = "戶籍", .orientation = "實施完成", .observation = "實施中",
		.cases = "實施中", .talks = "尚未實施", .character = "A", .ability = "B", .conduct = "C", .attitude = "D"};
	struct pdf *pdf = pdf_new_sample();
	const char *const *missing = paper_guide_record_draw(pdf, &record);

	same(missing[0], "工作績效", "an item without grade is told");
	has_all(printed(pdf), words, COUNT(words));
}

static void anomaly_report(void)                               /* F-07 PLAN-084 PLAN-085 */
{
	static const char *const words[] = {
		"附件7", "實務訓練期間特殊異常情事通報及輔導紀錄表", "國民身分證", "統一編號", "考試職系", "綜合行政", "特殊異常情113年8月20日事發生日期", "事摘要",
		"原因及經過", "(按時間先後", "條列，並含具", "體之人、事、", "時、地、物)", "佐證資料", "輔導(處理)", "輔導員直屬主管單位主管人事主管",
		"公務人員保障培訓發展處", "受理通報窗口", "電話：02-82367116傳真：02-82367129", "training@csptc.gov.tw",
		"人事單位承辦人姓名：林大同電話：02-27208889(請務必填寫)",
	};
	struct paper_anomaly_report report = {.head = {EXAM, .attachment = "附件7", .agency = "民政局"}, .person = person(),
		.from = date_make(2024, 8, 1), .until = date_make(2024, 8, 31), .unit = "科", .work_items = "戶籍", .happened = date_make(2024, 8, 20),
		.summary = "曠職", .course = "未到班", .handling = "會談", .contact_name = "林大同", .contact_phone = "02-27208889"};
	struct pdf *pdf = pdf_new_sample();

	ok(!*paper_anomaly_report_draw(pdf, &report), "anomaly_report is whole");
	has_all(printed(pdf), words, COUNT(words));
}

static void interview_record(void)                             /* F-08 PLAN-080 PLAN-083 */
{
	static const char *const words[] = {
		"實務訓練表現未達基本要求個別會談紀錄表", "考試等級姓名擬任職務", "113三等考試王小明科員", "113年9月30日上午9時30分至上午10時",
		"亟待受訓", "人員改進", "具體建議", "會談紀錄", "簽名", "會談人員", "輔導員直屬主管單位主管人事主管",
	};
	struct paper_interview_record record = {.head = {EXAM}, .person = person(), .admission_year = 113, .post = "科員",
		.day = date_make(2024, 9, 30), .from = "上午9時30分", .until = "上午10時", .advice = "檢視待辦", .talk = "願意改善"};
	struct pdf *pdf = pdf_new_sample();
	const char *const *missing = paper_interview_record_draw(pdf, &record);

	same(missing[0], "亟待受訓人員改進事項", "what is to be improved is missed");
	ok(!missing[1], "and nothing else");
	has_all(printed(pdf), words, COUNT(words));
}

static void pt_score(void)                                     /* F-09 PLAN-106 PLAN-110 */
{
	static const char *const words[] = {
		TITLE "錄取人員實務訓練成績考核表", "中華民國113年8月1日中華民國113年11月30日", "期滿日期", "評分", "本質特性", "(45分)", "服務成績", "(55分)",
		"品德", "(占20分)", "(占15分)", "(占10分)", "(占30分)", "(占25分)", "請假紀錄事假1日獎懲紀錄嘉獎1次", "0.2(C)", "具體優劣",
		"單位與人員評語", "(A+B+C)", "簽章", "輔導員認真80.2", "單位主管穩健81.2", "考績委員會", "評定日期中華民國113年12月3日", "備註",
	};
	struct paper_rating guide = {"17", "12", "8", "24", "19", "認真", "80.2"}, unit = {"18", "12", "8", "24", "19", "穩健", "81.2"};
	struct paper_pt_score score = {.head = {EXAM, .agency = "民政局"}, .person = person(), .start = date_make(2024, 8, 1),
		.end = date_make(2024, 11, 30), .work_items = "戶籍", .guide = guide, .unit = unit, .chief = unit, .leave = "事假1日",
		.record = "嘉獎1次", .record_points = "0.2", .rated = date_make(2024, 12, 3)};
	struct pdf *pdf = pdf_new_sample();

	ok(!*paper_pt_score_draw(pdf, &score), "the committee's column may be empty");
	same_int(pdf_pages(pdf), 1, "on one page");
	has_all(printed(pdf), words, COUNT(words));
}

static void bt_self_funded_app(void)                           /* F-12 PLAN-103 */
{
	struct paper_bt_self_funded_app app = {.head = {EXAM, .agency = "民政局"}, .person = person(), .failed_on = date_make(2024, 3, 1),
		.failed_no = "公訓字第1130001234號"};
	struct pdf *pdf = pdf_new_sample();
	const char *const *missing = paper_bt_self_funded_app_draw(pdf, &app);

	same(missing[0], "送達日期", "the day of service is missed");
	const char *text = printed(pdf);

	has(text, TITLE "錄取人員自費重新訓練申請書");
	has(text, "受文者：公務人員保障暨培訓委員會");
	has(text, "113年3月1日公訓字第1130001234號函");
	has(text, "申請人簽章");
}

int main(void)
{
	read_open();
	retain_app();
	retain_oaths();
	makeup_app();
	shorten_app();
	withdraw_app();
	guide_record();
	anomaly_report();
	interview_record();
	pt_score();
	bt_self_funded_app();
	return read_close();
}
