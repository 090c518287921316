/* home.c: see home.h.  The words of the areas are those of the official operation manual. */
#include "app/home/home.h"

#include <stdlib.h>
#include <string.h>

#include "app/deadline/deadline.h"
#include "app/home/home.html.h"
#include "app/home/home.sql.h"
#include "app/life/life.h"
#include "app/may.h"
#include "app/notice/notice.h"
#include "app/promotion/promotion.h"
#include "app/trainee/trainee.h"

enum { TASKS = 10, OWN_TASKS = 50, TOLD = 3, AREAS = 24, ENTRIES = 20 };

/* One line of an area: what it says, where it leads (NULL: not part of this installation yet), who may. */
struct entry { const char *text, *path; uint64_t may; };

static const struct area_table {
	const char *path, *title, *about, *topic;
	uint64_t may;
	struct entry main[4], order[6], menu[ENTRIES];
} area_tables[] = {
	{
		"/assignment", "分發人員管理", "查詢受訓人員並轉為機關人員、輸入報到日期、實務訓練計畫表", "錄取人員報到事宜", MAY_REPORT_SEE,
		{{"（一）輸入報到日期", "/trainees/report", MAY_REPORT_SEE}, {"（二）上傳實務訓練計畫表", "/plan-forms/upload", MAY_FORM_EDIT}},
		{{"（一）查詢受訓人員並轉為機關人員", "/trainees/find", MAY_TAKE_OVER}, {"（二）輸入報到日期", "/trainees/report",
			MAY_REPORT_SEE},
			{"（三）下載實務訓練計畫表", "/plan-forms", MAY_FORM_SEE}, {"（四）上傳實務訓練計畫表", "/plan-forms/upload",
				MAY_FORM_EDIT}},
		{{"分發人員報到資料維護／各項特考錄取人員分配資料登錄", "/trainees/find", MAY_TAKE_OVER},
			{"分發人員報到資料維護／分發人員報到日期維護", "/trainees/report", MAY_REPORT_SEE},
			{"實務訓練管理／實務訓練表單上傳與通報／範例檔案下載", "/plan-forms", MAY_FORM_SEE},
			{"實務訓練管理／實務訓練表單上傳與通報", "/plan-forms/upload", MAY_FORM_EDIT},
			{"實務訓練管理／實務訓練計畫表繳交情形", "/plan-forms/overview", MAY_FORM_SEE},
			{"實務訓練管理／分配資料維護", "/allocations", MAY_LIFE_EDIT | MAY_COMMISSION | MAY_COLLEGE},
			{"實務訓練管理／申請與紀錄", "/records", MAY_LIFE_SEE}, {"實務訓練管理／期限一覽", "/deadlines", MAY_REPORT_SEE},
			{"實務訓練管理／輔導紀錄應辦清單", "/guidance/due", MAY_LIFE_SEE}, {"實務訓練管理／差勤明細", "/attendance",
				MAY_LIFE_SEE},
			{"錄取人員名冊匯入", "/roster/import", MAY_ROSTER_IMPORT}, {"考試資料維護", "/exams", MAY_EXAM_SEE},
			{"聯絡電話維護", "/contacts", MAY_CONTACT_EDIT}, {"辦公日曆維護", "/calendar", MAY_CALENDAR_EDIT}},
	},
	{
		"/certification", "請證系統", "輸入實務訓練成績、產製申請序號、確認申請、請證進度查詢", "請證操作問題諮詢", MAY_CERTIFICATE_SEE,
		{{"（一）輸入實務訓練成績", "/certification/persons", MAY_CERTIFICATE_SEE},
			{"（二）列印「實務訓練成績清冊」", "/certification/serials", MAY_CERTIFICATE_SEE}},
		{{"（一）填寫實務訓練成績、實訓期間、身分別", "/certification/persons", MAY_CERTIFICATE_SEE},
			{"（二）產製申請序號", "/certification/serials/new", MAY_CERTIFICATE_SEE},
			{"（三）確認申請，列印清冊", "/certification/serials", MAY_CERTIFICATE_SEE},
			{"（四）請證進度查詢（視需要）", "/certification/progress", MAY_CERTIFICATE_SEE}},
		{{"請證人員資料管理／個人資料維護作業", "/certification/persons", MAY_CERTIFICATE_SEE},
			{"申請序號建立", "/certification/serials/new", MAY_CERTIFICATE_SEE},
			{"申請序號人員異動、確認申請作業", "/certification/serials", MAY_CERTIFICATE_SEE},
			{"請證進度查詢", "/certification/progress", MAY_CERTIFICATE_SEE}, {"通知受訓人員繳款", "/certification/payers",
				MAY_CERTIFICATE_SEE},
			{"請證資料匯入", "/certification/import", MAY_LIFE_EDIT}, {"教育訓練成績匯入", "/certification/education",
				MAY_COMMISSION | MAY_COLLEGE}, {"成績清冊收件", "/certification/received", MAY_COMMISSION | MAY_COLLEGE},
			{"登錄請證文號", "/certification/numbers",
				MAY_COMMISSION}, {"繳費對帳", "/payments", MAY_PAYMENT}, {"繳費對帳／代收款檔匯入", "/payments/import", MAY_PAYMENT}},
	},
	{
		"/promotion", "升官等訓練", "參訓資格調查、參訓名額、名冊線上報送、參訓人員", "升官等訓練", MAY_PROMOTION_SEE | MAY_CLASS,
		{{"（一）調查符合參訓資格人數", "/promotion/survey", MAY_PROMOTION_SEE},
			{"（二）計算參訓名額", "/promotion/quota", MAY_PROMOTION_SEE}, {"（三）線上報送名冊", "/promotion/rosters",
				MAY_PROMOTION_SEE}},
		{{"（一）調查符合參訓資格人數", "/promotion/survey", MAY_PROMOTION_SEE},
			{"（二）計算參訓名額", "/promotion/quota", MAY_PROMOTION_SEE}, {"（三）線上報送名冊", "/promotion/rosters",
				MAY_PROMOTION_SEE}},
		{{"參訓資格調查", "/promotion/survey", MAY_PROMOTION_SEE}, {"參訓人數統計表", "/promotion/quota", MAY_PROMOTION_SEE},
			{"升官等線上報送系統", "/promotion/rosters", MAY_PROMOTION_SEE},
			{"參訓人員", "/promotion/participants", MAY_PARTICIPANT_SEE}, {"申請與核處案件", "/promotion/requests", MAY_PARTICIPANT_SEE},
			{"進行中之期限", "/promotion/periods", MAY_PARTICIPANT_SEE},
			{"班別及課程時數", "/promotion/classes", MAY_CLASS | MAY_PROMOTION_CALL},
			{"成績", "/promotion/scores", MAY_PARTICIPANT_SEE}, {"複查成績", "/promotion/rechecks", MAY_PROMOTION_SEE},
			{"訓練合格證書", "/promotion/awards", MAY_PROMOTION_SEE},
			{"辦理遴選常見問題", "/promotion/faq", MAY_PROMOTION_SEE | MAY_CLASS}, {"參數表", "/promotion/parameters", MAY_PROMOTION_SEE},
			{"年度調訓", "/promotion/calls", MAY_PROMOTION_CALL}, {"前一年度保留至當年度名額（A 欄）", "/promotion/shares",
				MAY_PROMOTION_CALL},
			{"遴選機關", "/promotion/selectors", MAY_PROMOTION_CALL}, {"歷年參訓結果", "/promotion/results", MAY_PROMOTION_CALL}},
	},
	{0}
};

/* The manual's slide 「培訓業務系統操作重要時點」 */
static const char *const key_dates[] = {
	"報到當日：輸入「報到日期」，並下載實務訓練計畫表。",
	"報到7日內：上傳「實務訓練計畫表」。每人的最後一日由系統計算並顯示。",
	"訓練期滿、教育訓練及實務訓練成績均及格後7日內：辦理「請證作業」。",
};

/* True for an address that the route table has, so that no link leads nowhere. */
static bool served(struct req *r, const char *path)
{
	struct req probe = {.mem = r->mem, .app = r->app};
	bool other;

	return path && route_find(r->app, "GET", path, &probe, &other);
}

/* PROMO-048: 〈限遴選機關使用〉 */
static bool selects(struct req *r)
{
	return r->who->all_agencies || selector_any(r->db, r->who->agency);
}

static bool hidden(struct req *r, const char *path)
{
	return path && (!strcmp(path, "/promotion/quota") || !strcmp(path, "/promotion/rosters")) && !selects(r);
}

static struct works works_of(struct req *r, const struct entry *e, bool linked_only)
{
	struct works w = {arena_array(r->mem, ENTRIES, sizeof *w.at), 0};

	for (int i = 0; i < ENTRIES && e[i].text; i++) {
		if (hidden(r, e[i].path))
			continue;
		bool linked = req_may(r, e[i].may) && served(r, e[i].path);

		if (linked || !linked_only)
			w.at[w.n++] = (struct work){linked ? (struct url){arena_print(r->mem, "%s%s", r->app->base, e[i].path)}
				: (struct url){NULL}, e[i].text};
	}
	return w;
}

static struct counters counters_of(struct req *r)
{
	struct rows *c = db_run(r->db, &work_counts, REQ_AGENCIES(r), A(date_iso(r->mem, r->today)), A(life_waits_for(r->who->may)));
	struct counters all = {arena_array(r->mem, 6, sizeof *all.at), 4};

	all.at[0] = (struct counter){req_url(r, "/trainees/report?state=absent"), "未輸入報到日期", row_int(c, 0, "absent"), 0};
	all.at[1] = (struct counter){req_url(r, "/plan-forms/overview?state=open"), "計畫表待上傳", row_int(c, 0, "waiting"),
		row_int(c, 0, "overdue")};
	all.at[2] = (struct counter){req_url(r, "/deadlines?kind=certificate-apply"), "可請證", row_int(c, 0, "ready"), row_int(c, 0,
		"ready_late")};
	all.at[3] = (struct counter){req_url(r, "/certification/serials?state=open"), "申請序號未確認", row_int(c, 0, "unconfirmed"), 0};
	if (row_int(c, 0, "empty"))
		all.at[3].label = arena_print(r->mem, "申請序號未確認（%lld 無人員）", (long long)row_int(c, 0, "empty"));
	if (life_waits_for(r->who->may))
		all.at[all.n++] = (struct counter){req_url(r, "/records?waits=mine"), "待本機關辦理之申請", row_int(c, 0, "at_station"), 0};
	if (req_may(r, MAY_PAYMENT))
		all.at[all.n++] = (struct counter){req_url(r, "/payments?standing=open"), "待處理款項", row_int(c, 0, "unsettled"), 0};
	return all;
}

static struct task task_of(struct req *r, const struct deadline *x)
{
	const char *path = deadline_link(r->mem, x);

	return (struct task){
		.at = {path ? arena_print(r->mem, "%s%s", r->app->base, path) : NULL}, .title = x->kind->title,
		.about = deadline_shown(r, x->kind, x->subject, x->about),
		.left = x->days_left < 0 ? arena_print(r->mem, "逾期 %d 日", -x->days_left)
			: x->days_left ? arena_print(r->mem, "剩 %d 日", x->days_left) : "今日截止",
		.look = x->days_left < 0 ? "late" : "soon", .cite = x->citation ? x->citation : x->kind->citation,
		.due = x->due, .provisional = x->provisional,
	};
}

/* What is due soonest, the overdue first, with the reason. */
static struct tasks tasks_of(struct req *r, int64_t *more)
{
	struct deadlines d = deadline_list(r->db, r->mem, &(struct deadline_query){.scope = {.agency = req_agency(r)}, .today = r->today,
		.most = TASKS});
	struct tasks t = {arena_array(r->mem, (size_t)d.n, sizeof *t.at), d.n};

	*more = d.n ? d.total - d.n : 0;
	for (int i = 0; i < d.n; i++)
		t.at[i] = task_of(r, &d.at[i]);
	return t;
}

static bool is_mentors(const struct deadline *d)
{
	return d->state == DEADLINE_OPEN && d->kind->who && strstr(d->kind->who, "輔導員");
}

static int by_due(const void *a, const void *b)
{
	return days_between(((const struct task *)b)->due, ((const struct task *)a)->due);
}

static void add_deadlines(struct req *r, int64_t admission, struct tasks *t)
{
	struct deadlines d = deadline_of(r->db, r->mem, "trainee", admission, r->today);

	for (int i = 0; i < d.n && t->n < OWN_TASKS; i++)
		if (is_mentors(&d.at[i]))
			t->at[t->n++] = task_of(r, &d.at[i]);
}

/* No plan gives a 單位主管 a last day, so what waits is shown with the day since when. */
static void add_duties(struct req *r, int64_t admission, struct tasks *t)
{
	struct life_who who = life_who_of(r);
	struct life_duties d = {0};
	struct life l;

	if (life_load(r->db, r->mem, admission, r->today, &l))
		d = life_duties(&l, &who);
	for (int i = 0; i < d.n && t->n < OWN_TASKS; i++) {
		const struct life_record *x = d.at[i].record;

		t->at[t->n++] = (struct task){.at = req_url(r, "/records/%lld", (long long)x->id), .left = "待辦", .look = "soon",
			.title = arena_print(r->mem, "%s：%s", x->kind->title, d.at[i].act->label), .due = d.at[i].since, .since = true,
			.about = arena_print(r->mem, "%s（%lld年%s）　%s", l.t.name, (long long)l.t.exam_year, l.t.exam_name,
				x->kind->summary ? x->kind->summary(r->mem, x) : ""), .cite = x->kind->citation(&l)};
	}
}

/* What a 輔導員 or 單位主管 has to do for those for whom they are named.                               PLAN-137 */
static struct tasks own_tasks_of(struct req *r)
{
	int64_t *ids;
	int persons = grant_admissions(r->db, r->mem, r->who, r->today, &ids);
	struct tasks t = {arena_array(r->mem, OWN_TASKS, sizeof *t.at), 0};

	for (int i = 0; i < persons; i++) {
		if (req_may(r, MAY_GUIDE))
			add_deadlines(r, ids[i], &t);
		if (req_may(r, MAY_UNIT_HEAD))
			add_duties(r, ids[i], &t);
	}
	if (t.n)
		qsort(t.at, (size_t)t.n, sizeof *t.at, by_due);
	return t;
}

static struct tolds told(struct req *r)
{
	struct notices n = notice_list(r->db, r->mem, r->who, false, TOLD, 0);
	struct tolds t = {arena_array(r->mem, (size_t)n.n, sizeof *t.at), n.n, n.total, req_url(r, "/notices")};

	for (int i = 0; i < n.n; i++)
		t.at[i] = (struct told){n.at[i].made, n.at[i].text,
			{n.at[i].link ? arena_print(r->mem, "%s%s", r->app->base, n.at[i].link) : NULL},
			req_url(r, "/notices/%lld/seen", (long long)n.at[i].id)};
	return t;
}

static void see(struct db *db, void *with)
{
	struct req *r = with;

	notice_seen(db, r->mem, r->who, r->id[0]);
	r->done = req_url(r, "/");
}

static void seen_post(struct req *r)
{
	req_tx(r, see, r);
	reply_see(r, r->done, NULL);
}

/* What is kept up by the operator and by 保訓會; 終身學習, for who works there and for who learns. */
static const struct area_entry { const char *path, *title, *about; uint64_t may; } others[] = {
	{"/accounts", "帳號", "新增帳號、指定角色、重設密碼、停用", MAY_ACCOUNT_EDIT},
	{"/agency-certificates", "機關憑證", "登記憑證所屬的機關", MAY_ACCOUNT_EDIT},
	{"/agencies", "機關", "機關代碼、名稱與上級機關", MAY_AGENCY_EDIT},
	{"/audit", "稽核紀錄", "何人於何時、自何處做了什麼", MAY_AUDIT_SEE},
	{"/fees", "證書費", "各考試之證書費金額與繳款日數", MAY_FEE_EDIT},
	{"/payments", "繳費對帳", "代收款檔匯入、與繳費單比對、待處理款項", MAY_PAYMENT},
	{"/learning", "終身學習", "課程、報名准駁、學習時數、會員管理", MAY_BACK_OFFICE},
	{"/learn/courses", "課程查詢", "查詢上線中的課程並線上報名", MAY_LEARNER},
	{"/learn/records", "我的學習時數", "本人一年度的學習時數，及近日新增或異動者", MAY_LEARNER},
	{"/learn/registrations", "我的報名", "本人的報名、審核結果及取消報名", MAY_LEARNER},
	{"/learn/hours", "民間機構學習時數", "登錄至民間機構學習的時數及證明", MAY_LEARNER},
	{"/statistics", "查看特定統計報表", "授權查看的統計報表", MAY_STATISTICS_VIEW},
	{0}
};

static void menu_get(struct req *r)
{
	struct menu_view v = {.r = r, .told = told(r), .all_due = req_url(r, "/deadlines"),
		.areas = {arena_array(r->mem, AREAS, sizeof(struct area)), 0}};

	for (const struct area_table *a = area_tables; a->path; a++)
		if (req_may(r, a->may))
			v.areas.at[v.areas.n++] = (struct area){{arena_print(r->mem, "%s%s", r->app->base, a->path)}, a->title, a->about};
	if (req_may(r, MAY_PROMOTION_SEE) && selects(r))
		v.areas.at[v.areas.n++] = (struct area){req_url(r, "/promotion/rosters"), "升官等線上報送系統",
			"名冊匯入、確認上傳並通知保訓會、退回補正"};
	for (const struct area_entry *e = others; e->path; e++)
		if (req_may(r, e->may))
			v.areas.at[v.areas.n++] = (struct area){{arena_print(r->mem, "%s%s", r->app->base, e->path)}, e->title, e->about};
	if (req_may(r, MAY_GUIDE | MAY_UNIT_HEAD))
		v.areas.at[v.areas.n++] = (struct area){req_url(r, "/trainees/mine"), "我的受訓人員", "輔導紀錄、成績考核"};
	if (req_may(r, MAY_REPORT_SEE)) {
		v.counters = counters_of(r);
		v.tasks = tasks_of(r, &v.more);
		v.keys = (struct lines){arena_array(r->mem, 3, sizeof(struct line)), 3};
		for (int i = 0; i < 3; i++)
			v.keys.at[i].text = key_dates[i];
	}
	if (req_may(r, MAY_GUIDE | MAY_UNIT_HEAD) && !v.tasks.n)
		v.tasks = own_tasks_of(r);
	menu_page(reply_page(r, 200, "系統選單"), &v);
}

static void area_get(struct req *r)
{
	const struct area_table *a = area_tables;

	while (strcmp(a->path, r->path))
		a++;
	struct area_view v = {works_of(r, a->main, false), works_of(r, a->order, false), works_of(r, a->menu, true),
		r->app->contact(r, a->topic)};

	area_page(reply_page(r, 200, a->title), &v);
}

static const struct help { const char *path, *title; const char *paragraphs[6]; } helps[] = {
	{"/help/forgotten", "忘記帳號密碼", {
		"請使用機關憑證登入（方式一）。登入後，畫面會列出貴機關的帳號。",
		"選擇帳號後，點選右上方的姓名，即可在「變更密碼」設定新密碼，不必輸入舊密碼；舊密碼隨即失效。",
		"密碼至少 12 個字，且不可包含帳號或機關代碼。",
		"無法使用機關憑證時，請電洽登入頁所列「無法登入」專線。"}},
	{"/help/certificate", "使用機關憑證如有問題，請參閱說明", {
		"請先確認讀卡機已連接、卡片已插入，並已安裝憑證管理中心提供的卡片元件，再重新開啟瀏覽器。",
		"按「使用機關憑證登入」後，瀏覽器會詢問要使用哪一張憑證，請選擇機關憑證，並在卡片元件的視窗輸入 PIN 碼。"
		"PIN 碼只在您的電腦使用，本系統不會收到。",
		"憑證已逾期、已廢止，或不是本系統信任的憑證管理中心所簽發時，畫面會說明原因，請洽憑證管理中心。",
		"憑證有效但未登記為任何機關時，請電洽登入頁所列「無法登入」專線。"}},
	{"/help/popup", "快顯視窗說明", {
		"本系統的網頁不使用快顯視窗。",
		"使用機關憑證登入時，只有瀏覽器選擇憑證與卡片元件輸入 PIN 碼的步驟，可能由您的電腦開啟另一個視窗；請勿封鎖該視窗。"}},
	{0}
};

static void help_get(struct req *r)
{
	const struct help *x = helps;
	struct help_view v = {{arena_array(r->mem, 6, sizeof(struct line)), 0}, r->who ? req_url(r, "/") : req_url(r, "/sign-in"), r->who};

	while (strcmp(x->path, r->path))
		x++;
	for (; v.paragraphs.n < 6 && x->paragraphs[v.paragraphs.n]; v.paragraphs.n++)
		v.paragraphs.at[v.paragraphs.n].text = x->paragraphs[v.paragraphs.n];
	help_page(reply_page(r, 200, x->title), &v);
}

/* Every page of the route table that this person may open and that needs no number; what is printed stands on its own page. */
static void site_map_get(struct req *r)
{
	struct site_map_view v = {{arena_array(r->mem, 200, sizeof(struct work)), 0}};

	for (const struct route *const *table = r->app->routes; *table; table++)
		for (const struct route *route = *table; route->path; route++)
			if (route->method == GET && !route->hidden && !route->type && !strpbrk(route->path, ":*") && v.pages.n < 200 &&
					(!route->may || (req_may(r, route->may) && !hidden(r, route->path))))
				v.pages.at[v.pages.n++] = (struct work){{arena_print(r->mem, "%s%s", r->app->base, route->path)}, route->help};
	site_map_page(reply_page(r, 200, "網站導覽"), &v);
}

/* For the service that watches this one. */
static void health_get(struct req *r)
{
	bool well = row_int(db_run(r->db, &health), 0, "one") == 1;

	reply_bytes(r, well ? 200 : 503, "text/plain; charset=utf-8", well ? "ok\n" : "no\n", 3);
}

const struct route home_routes[] = {
	{GET, "/", menu_get, MAY_SIGNED_IN, .crumb = "系統選單", .help = "系統選單"},
	{POST, "/notices/:notice/seen", seen_post, MAY_SIGNED_IN, .help = "已看過一則通知"},
	{GET, "/assignment", area_get, MAY_REPORT_SEE, .crumb = "分發人員管理", .menu = "分發人員管理", .help = "分發人員管理的主要作業"},
	{GET, "/certification", area_get, MAY_CERTIFICATE_SEE, .crumb = "請證系統", .menu = "請證系統", .help = "請證系統的主要作業"},
	{GET, "/promotion", area_get, MAY_PROMOTION_SEE | MAY_CLASS, .crumb = "升官等訓練", .menu = "升官等訓練", .help = "升官等訓練的主要作業"},
	{GET, "/help/forgotten", help_get, 0, .crumb = "說明/忘記帳號密碼", .help = "忘記帳號密碼"},
	{GET, "/help/certificate", help_get, 0, .crumb = "說明/使用機關憑證", .help = "使用機關憑證如有問題，請參閱說明"},
	{GET, "/help/popup", help_get, 0, .crumb = "說明/快顯視窗說明", .help = "快顯視窗說明"},
	{GET, "/site-map", site_map_get, 0, .crumb = "網站導覽", .help = "網站導覽"},
	{GET, "/health", health_get, 0, .hidden = true, .type = "text/plain", .help = "資料庫是否回應"},
	{0}
};
