/* Plan files: what the shipped ones hold, every refusal of a wrong one, and finding the right plan.
 * PLAN-001 PLAN-002 PLAN-003 PLAN-004 PLAN-005 PLAN-006 */
#include "rule/plan.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/text.h"
#include "rule/citation.h"
#include "rule/deadline.h"
#include "test/tap.h"

enum { MEMORY = 1 << 27, FILE_MOST = 1 << 16 };

static struct arena *mem;
static const char *disabled, *senior;                           /* the text of the shipped files */

static const char *slurp(const char *path)
{
	FILE *file = fopen(path, "r");
	char *to = arena_get(mem, FILE_MOST);
	size_t n = file ? fread(to, 1, FILE_MOST - 1, file) : 0;

	ok(n > 0, "%s is there", path);
	if (file)
		fclose(file);
	return to;
}

static struct date day(const char *iso)
{
	struct date d = {0};

	date_parse_iso(iso, &d);
	return d;
}

static struct plans *none(void)
{
	struct plans *p = arena_get(mem, sizeof(*p));

	p->mem = mem;
	return p;
}

static struct plans *load(const char *name, const char *text)
{
	struct plans *p = none();

	plans_add(p, name, text, strlen(text));
	plans_settle(p, NULL);
	return p;
}

/* The file with one text in place of another, at its first place; where it is not there the test fails. */
static const char *changed(const char *file, const char *what, const char *by)
{
	const char *at = strstr(file, what);

	if (!at) {
		ok(false, "the file holds %s", what);
		return file;
	}
	return arena_print(mem, "%.*s%s%s", (int)(at - file), file, by, at + strlen(what));
}

static const struct plan_problem *find(const struct plans *p, const char *code, const char *path)
{
	for (int i = 0; i < p->problems_n; i++)
		if (text_is(p->problems[i].code, code) && text_is(p->problems[i].path, path))
			return &p->problems[i];
	return NULL;
}

static void show(const struct plans *p)
{
	for (int i = 0; i < p->problems_n; i++)
		printf("#   %s %s %s: %s\n", p->problems[i].file, p->problems[i].code, p->problems[i].path, p->problems[i].text);
}

/* ---- what the shipped files hold ---- */

static void test_shipped(const struct plans *p)
{
	const struct plan *a = plans_find(p, "113-disabled"), *b = plans_find(p, "112-senior-ordinary"), *old = plans_find(p, "113-disabled@1");

	if (!ok(p->errors_n == 0 && p->n == 3 && a && b && old, "PLAN-001 a: both plans are loaded, without an error")) {
		show(p);
		return;
	}
	same(a->title, "113年公務人員特種考試身心障礙人員考試錄取人員訓練計畫", "PLAN-001 the title of 113身障");
	same(b->title, "112年公務人員高等暨普通考試錄取人員訓練計畫", "PLAN-001 the title of 112高普");
	same(old->document, "保訓會公訓字第1130006555號函訂定", "PLAN-002 version 1");
	same(a->document, "保訓會公訓字第1132160195號函修正第16點", "PLAN-002 version 2");
	same(b->document, "保訓會公訓字第1120008552號函訂定", "PLAN-001 the document of 112高普");
	same(date_iso(mem, old->from), "2024-04-30", "PLAN-002 in force from the day of issue");
	same(date_iso(mem, a->from), "2024-05-16", "PLAN-002 the amendment from its own day");
	same(date_iso(mem, b->from), "2023-08-11", "PLAN-002 112高普");
	ok(a->version == 2 && b->version == 1 && a->exam_year == 113 && b->exam_year == 112, "versions and years");
}

static void test_lengths(const struct plans *p)
{
	static const struct { const char *plan; enum plan_key key; const char *length, *point; } want[] = {
		{"113-disabled", PLAN_PERIOD_TOTAL, "4m", "四(一)"}, {"112-senior-ordinary", PLAN_PERIOD_TOTAL, "4m", "四(一)"},
		{"113-disabled", PLAN_PERIOD_EXEMPTED, "4m", "四(二)"}, {"112-senior-ordinary", PLAN_PERIOD_EXEMPTED, "4m", "四(二)"},
		{"113-disabled", PLAN_PERIOD_SHORTENED, "2m", "四(三)"}, {"112-senior-ordinary", PLAN_PERIOD_SHORTENED, "2m", "四(三)"},
		{"113-disabled", PLAN_BT_LENGTH, "4w", "四(一)"}, {"112-senior-ordinary", PLAN_BT_LENGTH, "4w", "四(一)"},
		{"113-disabled", PLAN_FORM_WITHIN, "7d", "附件5填表說明一"}, {"112-senior-ordinary", PLAN_FORM_WITHIN, "7d", "十六(二)2"},
		{"113-disabled", PLAN_SELF_FUNDED_WITHIN, NULL, NULL}, {"112-senior-ordinary", PLAN_SELF_FUNDED_WITHIN, "1m", "十九(一)2"},
	};

	for (size_t i = 0; i < sizeof(want) / sizeof(*want); i++) {
		const struct plan_value *v = plan_value(plans_find(p, want[i].plan), want[i].key);
		const char *got = v->known ? arena_print(mem, "%d%c", v->length.n, v->length.unit) : NULL;

		ok(text_is(got, want[i].length) && text_is(v->point, want[i].point), "%s %s: %s (%s)", want[i].plan,
			plan_key_name(want[i].key), got ? got : "null", v->point ? v->point : "-");
	}
}

/* One value of each kind in words, as it stands in the catalogue. */
static const char *words(const struct plan_value *v, enum plan_kind kind)
{
	if (!v->known)
		return NULL;
	switch (kind) {
	case PLAN_KIND_INT:
		return arena_print(mem, "%lld", (long long)v->n);
	case PLAN_KIND_FRACTION:
		return arena_print(mem, "%lld/%lld", (long long)v->n, (long long)v->of);
	case PLAN_KIND_BOOL:
		return v->yes ? "true" : "false";
	case PLAN_KIND_DATE:
		return date_iso(mem, v->date);
	case PLAN_KIND_LENGTH:
		return arena_print(mem, "%d%c", v->length.n, v->length.unit);
	case PLAN_KIND_COUNTING:
		return v->counting == COUNT_SAME_DAY ? "same_day" : "next_day";
	case PLAN_KIND_TEXT:
		return v->text;
	case PLAN_KIND_TEXTS:
		return v->texts.n ? arena_print(mem, "%d %s", v->texts.n, v->texts.at[v->texts.n - 1]) : "0";
	default:
		return arena_print(mem, "%d rows", v->rows.n);
	}
}

/* The catalogue of parameters, as far as the tests below don't say it already.  P-001 … P-136 */
static void test_catalogue(const struct plans *p)
{
	static const struct { enum plan_key key; const char *disabled, *point, *senior, *senior_point; } want[] = {
		{PLAN_ID, "113-disabled", NULL, "112-senior-ordinary", NULL}, {PLAN_EXAM_YEAR, "113", NULL, "112", NULL},
		{PLAN_EXAM_NAME, "公務人員特種考試身心障礙人員考試", NULL, "公務人員高等暨普通考試", NULL},
		{PLAN_ISSUED_ON, "2024-04-30", NULL, "2023-08-11", NULL}, {PLAN_AMENDMENTS, "1 rows", NULL, "0 rows", NULL},
		{PLAN_ISSUED_NO, "保訓會公訓字第1130006555號函訂定", NULL, "保訓會公訓字第1120008552號函訂定", NULL},
		{PLAN_LEGAL_BASIS, "公務人員考試法第21條、訓練辦法第3條、訓練辦法第8條、訓練辦法第10條、訓練辦法第11條之1", "一", "公務人員考試法第21條、訓練辦法第8條、訓練辦法第10條", "一"},
		{PLAN_LEVELS, "3 五等考試", "十四(一)1", "4 普通考試", "十四(一)1"},
		{PLAN_BT_MODES, "2 線上學習基礎訓練", "二(一)", "1 基礎訓練", "二(一)"}, {PLAN_BT_DEFAULT_MODE, "實體課程基礎訓練", "二(一)1", "基礎訓練", "七(一)"},
		{PLAN_BT_ENROL_METHOD, "agency_application", "二(一)1", "called_by_college", "七(一)"}, {PLAN_BT_DIRECT_REPORT, "false", NULL, "true", "七(一)"},
		{PLAN_BT_ONLINE_ALLOWED, "true", "二(一)2", "false", NULL}, {PLAN_BT_ONLINE_CHAIN, "3 保訓會同意", "二(一)2", NULL, NULL},
		{PLAN_BT_ONLINE_FINISH_BY, "實務訓練期滿日前", "四(一)", NULL, NULL}, {PLAN_BT_ONLINE_HOURS, NULL, "二(一)2", NULL, NULL},
		{PLAN_BT_DISABILITY_WAIVER, "true", "二(一)3", "false", NULL}, {PLAN_BT_SCORED, "false", "十九(一)1", "true", "十九(一)2"},
		{PLAN_BT_PASS_MARK, NULL, NULL, NULL, NULL}, {PLAN_BT_WEIGHTS, NULL, NULL, NULL, NULL}, {PLAN_BT_SANCTIONS, "3 扣考", "十九(一)2", "3 扣考", "十九(一)1"},
		{PLAN_SELF_FUNDED_EXTENDS, NULL, NULL, "true", "十九(一)2"}, {PLAN_BT_SCHEDULE_BY, "由保訓會另訂之", "五(一)2", "由保訓會另訂之", "五(一)1"},
		{PLAN_BT_OPERATION_RULES, "2 公務人員特種考試身心障礙人員考試錄取人員線上學習基礎訓練作業規定", "五(一)1", "0", NULL},
		{PLAN_BT_METHOD_BY, "由保訓會或文官學院另行公告", "五(一)3", "由保訓會或文官學院另行公告", "五(一)2"},
		{PLAN_BT_RULES_LIVING, "訓練辦法第11條之1，比照「公務人員考試錄取人員基礎訓練生活管理要點」", "十五(一)", "「公務人員考試錄取人員基礎訓練生活管理要點」", "十五(一)"},
		{PLAN_BT_RULES_GUIDANCE, "訓練辦法第11條之1，比照「公務人員考試錄取人員基礎訓練輔導要點」", "十六(一)1", "「公務人員考試錄取人員基礎訓練輔導要點」", "十六(一)1"},
		{PLAN_BT_COST_BY, "文官學院編列之預算", "十三(一)", "文官學院編列之預算", "十三(一)"}, {PLAN_BT_SUPPORT, "true", "十六(三)", "false", NULL},
		{PLAN_STAGE_INTERNSHIP, "1m", "五(二)1", "1m", "五(二)1"}, {PLAN_STAGE_NAMES, "2 試辦階段", "五(二)1", "2 試辦階段", "五(二)1"},
		{PLAN_STAGE_SKIP_FOR, "2 具擬任職務法定任用資格，經銓敘審定者", "五(二)1", "2 具擬任職務法定任用資格，經銓敘審定者", "五(二)1"},
		{PLAN_CONCENTRATED_LEAST, "1w", "五(二)2", "1w", "五(二)2"}, {PLAN_CONCENTRATED_MOST, "2w", "五(二)2", "2w", "五(二)2"},
		{PLAN_CONCENTRATED_LEAVE, "公假", "五(二)2", "公假", "五(二)2"}, {PLAN_CONCENTRATED_REFUSE, "false", "五(二)2", "false", "五(二)2"},
		{PLAN_STUDY_IN_PT, "false", "五(二)3", "false", "五(二)3"}, {PLAN_REPORT_REGISTER_ON, "報到當日", "七(二)", "報到當日", "七(二)"},
		{PLAN_PT_COST_BY, "各用人機關（構）學校原編列之預算", "十三(二)", "各用人機關（構）學校編列之預算", "十三(二)"},
		{PLAN_RETAIN_LIST, "正額錄取人員", "八(一)", "正額錄取人員", "八(一)"}, {PLAN_RETAIN_CAUSES, "10 其他不可歸責事由", "八(一)", "10 其他不可歸責事由", "八(一)"},
		{PLAN_RETAIN_SPOUSE_BAR, "true", "八(二)", "true", "八(二)"}, {PLAN_RETAIN_NEW_LAW_ONLY, "104", "附件1注意四(一)", "103", "九(一)1"},
		{PLAN_RETAIN_MAX_NEW, "10 rows", "附件1注意二", "10 rows", NULL}, {PLAN_RETAIN_MAX_OLD, "8 rows", "附件1注意一", "8 rows", NULL},
		{PLAN_RETAIN_IN_TRAINING_WITHIN, "10d", "附件1注意五(二)", NULL, NULL}, {PLAN_RETAIN_COUNTED, "next_day", "附件2注意三(一)", NULL, NULL},
		{PLAN_MAKEUP_WITHIN, "3m", "九(二)", "3m", "九(二)"}, {PLAN_MAKEUP_MISSED, "喪失考試錄取資格", "九(三)", "喪失考試錄取資格", "九(三)"},
		{PLAN_MAKEUP_PLAN_OF_YEAR, "true", "九(四)", "true", "九(四)"}, {PLAN_RETAIN_EVIDENCE, "8 rows", "附件1", NULL, NULL}, {PLAN_MAKEUP_EVIDENCE, "5 rows", "附件2", NULL, NULL},
		{PLAN_EXEMPT_LOOKBACK, "3y", "十(二)", "3y", "十"}, {PLAN_EXEMPT_WITHIN, "7d", "十(二)", "7d", "十"},
		{PLAN_EXEMPT_SAME_OR_HIGHER, "3 rows", "附件3備註一", "2 rows", NULL}, {PLAN_EXEMPT_LOWER, "3 rows", "附件3備註二", NULL, NULL},
		{PLAN_EXEMPT_OWN_BT, "實體課程基礎訓練成績及格", "十(一)", NULL, NULL}, {PLAN_EXEMPT_PROVIDER, "國家文官學院辦理或委託相關訓練機關（構）學校辦理者", "附件3備註三", NULL, NULL},
		{PLAN_SHORTEN_LOOKBACK, "5y", "十一(一)", "5y", "十一(一)"}, {PLAN_SHORTEN_LEAST, "4m", "十一(一)", "4m", "十一(一)"}, {PLAN_SHORTEN_WITHIN, "1m", "十一(一)", "1m", "十一(一)"},
		{PLAN_SHORTEN_CONDITIONS, "3 擔任高於或同於擬任職務列等之職務", "十一(一)", "3 擔任高於或同於擬任職務列等之職務", "十一(一)"},
		{PLAN_SHORTEN_GRADES, "3 rows", "十一(二)2", "4 rows", "十一(二)2"}, {PLAN_STOP_BT_CAUSES, "5 其他不可歸責事由", "十二(一)1", "5 其他不可歸責事由", "十二(一)1"},
		{PLAN_STOP_BT_WITHIN, "5d", "十二(一)1", "5d", "十二(一)1"}, {PLAN_STOP_BT_SCOPE, "實體課程基礎訓練", "十二(一)1", "基礎訓練", "十二(一)1"},
		{PLAN_STOP_BT_PERCENT, "20", "十二(一)2", "20", "十二(一)2"}, {PLAN_STOP_SERVICE_WITHIN, "15d", "十二(二)", "15d", "十二(二)"},
		{PLAN_STOP_SERVICE_CAUSES, "3 比照公務人員請假規則第4條第5款請公假", "十二(二)", "3 比照公務人員請假規則第4條第5款請公假", "十二(二)"},
		{PLAN_STOP_MANDATORY, "3 rows", "十二(三)", "3 rows", "十二(三)"}, {PLAN_RETRAIN_WITHIN, "15d", "十二(四)", "15d", "十二(四)"},
		{PLAN_RETRAIN_SAME_AGENCY, "true", "十二(四)", "true", "十二(四)"}, {PLAN_RETRAIN_RESTARTS, "true", "十二(四)", "true", "十二(四)"},
		{PLAN_RETRAIN_MISSED_EXCEPT, "因故停止實體課程基礎訓練者", "二十(四)", NULL, "二十(四)2"}, {PLAN_DEDUCT_HOURS, "8", "十四(六)", "8", "十四(六)"},
		{PLAN_ALLOWANCE_ENTERPRISE, "從其規定比照相當等級發給津貼", "十四(一)2", "從其規定比照相當等級發給津貼", "十四(一)2"},
		{PLAN_DEDUCT_KINDS, "3 事假超過規定日數", "十四(六)", "3 事假超過規定日數", "十四(六)"}, {PLAN_ANNUAL_LEAVE, NULL, "十七(二)", NULL, "十七(二)"},
		{PLAN_BENEFITS, "2 遺族撫慰金", "十四(二)", "2 遺族撫慰金", "十四(二)"}, {PLAN_INSURANCE, "3 rows", "十四(三)", "3 rows", "十四(三)"},
		{PLAN_INSURANCE_RULES, "2 112年7月1日修正施行之公教人員保險法第8條", "十四(三)4", "2 112年7月1日修正施行之公教人員保險法第8條", "十四(三)4"},
		{PLAN_PENSION_NONE_FROM, "103", "二十二(四)", "103", "二十二(五)"}, {PLAN_LEAVE_COUNTS_FROM, "2022-01-01", "二十二(三)", "2022-01-01", "二十二(四)"},
		{PLAN_LEAVE_COUNTS_AS, "公務人員休假日數", "二十二(三)", "公務人員休假年資", "二十二(四)"}, {PLAN_RECORDS_A_MONTH, "1", "十六(二)2", "1", "十六(二)2"},
		{PLAN_GUIDE_METHODS, "4 個別會談", "附件5填表說明三", NULL, NULL}, {PLAN_OBSERVE_LEAST, "3", "附件5填表說明三(二)", NULL, NULL}, {PLAN_CASES_LEAST, "3", "附件5填表說明三(三)", NULL, NULL},
		{PLAN_TALKS_MID_LEAST, "1", "附件5填表說明三(四)", NULL, NULL}, {PLAN_TALKS_FINAL_LEAST, "1", "附件5填表說明三(四)", NULL, NULL},
		{PLAN_ORIENTATION, "5 講解實務訓練相關規定", "附件5填表說明三(一)", NULL, NULL}, {PLAN_GUIDE_BANDS, "4 rows", "附件6填表說明三", NULL, NULL},
		{PLAN_ANOMALY_KINDS, "6 其他足以影響訓練實施等特殊異常之情事", "十六(二)3", "6 其他足以影響訓練實施等特殊異常之情事", "十六(二)3"},
		{PLAN_ANOMALY_NOTIFY, "事發或知悉當日立即", "附件7填表說明一", "即時", "十六(二)3"}, {PLAN_ANOMALY_WITHIN, "3d", "附件7填表說明二", NULL, NULL},
		{PLAN_ANOMALY_COUNTED, "same_day", "附件7填表說明二", NULL, NULL}, {PLAN_ANOMALY_WINDOW, "1 rows", "附件7", NULL, NULL}, {PLAN_RESOURCES, "12 rows", "附表", NULL, NULL},
		{PLAN_HARASSMENT_RULES, "「公務人員考試錄取人員訓練期間遭受性騷擾事件處理須知」", "十六(四)", "「公務人員考試錄取人員訓練期間遭受性騷擾事件處理須知」", "十六(三)"},
		{PLAN_SCORE_HANDLE, "訓練辦法第40條之1第1項、比照訓練辦法第39條第3項、第40條", "十九(二)2(2)", "訓練辦法第39條第3項", "十九(二)2(2)"},
		{PLAN_SCORE_PENDING, "訓練辦法第40條之1第2項", "十九(二)2(3)", "訓練辦法第39條第4項", "十九(二)2(3)"},
		{PLAN_SCORE_EFFECTIVE, "訓練辦法第40條之1第3項", "十九(二)2(4)", "訓練辦法第39條第5項", "十九(二)2(4)"},
		{PLAN_SCORE_WEIGHTS, "5 rows", "附件9", "5 rows", "十九(二)1"}, {PLAN_EXTEND_MOST, "原訓練期間", "十九(二)2(5)", "原訓練期間", "十九(二)2(5)"},
		{PLAN_EXTEND_FROM, "next_day", "十九(二)2(5)", "next_day", "十九(二)2(5)"}, {PLAN_REVOKE_ABSENCE_DAYS, "3", "二十(一)3", "3", "二十(一)4"},
		{PLAN_REVOKE_BT_TRUANCY, NULL, NULL, "5", "二十(一)4"}, {PLAN_REVOKE_BT_ABSENCE, NULL, NULL, "20", "二十(一)3"}, {PLAN_REVOKE_LEAVE_FRACTION, "1/2", "二十(一)7", "1/2", "二十(一)9"},
		{PLAN_REVOKE_LEAVE_EXCLUDED, "3 骨髓捐贈或器官捐贈假", "二十(一)7", "3 骨髓捐贈或器官捐贈假", "二十(一)9"}, {PLAN_REVOKE_EX_OFFICIO, "1 rows", "二十(四)", "2 rows", "二十(四)"},
		{PLAN_REVOKE_BEFORE_BY, "分發機關（人事總處或銓敘部）", "二十(三)", "分發機關（人事總處或銓敘部）", "二十(三)"},
		{PLAN_CERT_ROUTE, "2 考試院", "二十一(三)", "3 考試院", "二十一(三)"}, {PLAN_CERT_WITHIN, "7d", NULL, "7d", NULL}, {PLAN_FEE_EXEMPT, "true", NULL, "false", NULL},
		{PLAN_PROXY_LEAVE_LEAST, "1m", "二十二(一)", "1m", "二十二(二)"}, {PLAN_PROXY_STOP_LEAST, "1m", "二十二(二)", "1m", "二十二(三)"},
		{PLAN_PROXY_LEAVE_BASIS, "3 本計畫之規定", "二十二(一)", "2 訓練辦法第31條", "二十二(二)"},
		{PLAN_FALLBACK_LAW, "訓練辦法及其他有關訓練之規定", "二十二(七)", "訓練辦法及其他有關訓練之規定", "二十二(七)"},
		{PLAN_ENACTING, "本計畫經保訓會訂定後實施。", "二十三", "本計畫由保訓會訂定後實施。", "二十三"},
	};
	const struct plan *a = plans_find(p, "113-disabled"), *b = plans_find(p, "112-senior-ordinary");

	for (size_t i = 0; i < sizeof(want) / sizeof(*want); i++) {
		const struct plan_value *x = plan_value(a, want[i].key), *y = plan_value(b, want[i].key);
		enum plan_kind kind = plan_key_kind(want[i].key);

		ok(text_is(words(x, kind), want[i].disabled) && text_is(x->point, want[i].point) && text_is(words(y, kind), want[i].senior) &&
			text_is(y->point, want[i].senior_point), "PLAN-001 %s %s: %s (%s) / %s (%s)", plan_key_number(want[i].key),
			plan_key_name(want[i].key), words(x, kind), x->point, words(y, kind), y->point);
	}
}

/* Each number of the catalogue has a key; what is null in a plan or not in its text says why, but one.  P-001 … P-136 */
static void test_complete(const struct plans *p)
{
	enum { NUMBERS = 136 };
	bool seen[NUMBERS + 1] = {false};
	int numbers = 0, silent = 0;

	for (int k = 0; k < PLAN_KEYS_N; k++) {
		int64_t n = 0;

		text_to_int(plan_key_number((enum plan_key)k) + 2 + strspn(plan_key_number((enum plan_key)k) + 2, "0"), 1, NUMBERS, &n);
		numbers += !seen[n];
		seen[n] = true;
		for (int i = 0; i < p->n; i++)
			if (k != PLAN_ANNUAL_LEAVE && !p->at[i]->values[k].source && (!p->at[i]->values[k].known || !p->at[i]->values[k].point)) {
				silent++;
				printf("#   %s %s\n", p->at[i]->id, plan_key_name((enum plan_key)k));
			}
	}
	same_int(numbers, NUMBERS, "PLAN-001 each of P-001 to P-136 is a key");
	same_int(silent, 0, "PLAN-003 what has no point or no value says why");
}

/* LAW: 113身障附件1, 附件3, 第11點; 112高普第11點 */
static void test_new_tables(const struct plans *p)
{
	const struct plan *a = plans_find(p, "113-disabled"), *b = plans_find(p, "112-senior-ordinary");
	const struct plan_retention *new = a->values[PLAN_RETAIN_MAX_NEW].rows.at, *old = a->values[PLAN_RETAIN_MAX_OLD].rows.at;
	const struct plan_levels *same_row = a->values[PLAN_EXEMPT_SAME_OR_HIGHER].rows.at, *lower = a->values[PLAN_EXEMPT_LOWER].rows.at;
	const struct plan_grade *g = a->values[PLAN_SHORTEN_GRADES].rows.at, *h = b->values[PLAN_SHORTEN_GRADES].rows.at;
	const struct plan_evidence *e = a->values[PLAN_RETAIN_EVIDENCE].rows.at;
	const struct plan_resource *r = a->values[PLAN_RESOURCES].rows.at;
	const struct plan_contact *window = a->values[PLAN_ANOMALY_WINDOW].rows.at;

	ok(text_is(new[0].cause, "服兵役") && !new[0].most.n && text_is(new[1].cause, "進修碩士") && new[1].most.n == 2, "PLAN-033 new law");
	ok(text_is(old[2].cause, "進修博士") && old[2].most.n == 5 && old[2].most.unit == 'y' && new[2].most.n == 3, "PLAN-033 old law, 博士");
	ok(same_row[0].earlier.n == 6 && same_row[1].earlier.n == 8 && same_row[2].earlier.n == 10, "PLAN-047 附件3備註一");
	ok(lower[0].earlier.n == 4 && lower[1].earlier.n == 2 && lower[2].earlier.n == 0, "PLAN-048 附件3備註二");
	ok(g[0].grade == 5 && g[0].post.n == 5 && g[0].with_post.n == 4 && g[1].grade == 2 && !g[1].post.known, "PLAN-055 113身障");
	ok(h[0].grade == 8 && h[0].with_post.n == 7 && h[1].grade == 6 && h[1].with_post.n == 5 && h[3].grade == 2, "PLAN-055 112高普");
	ok(e[0].any_of.n == 4 && e[7].in_office && e[7].causes.n == 10 && !e[6].in_office, "PLAN-035 evidence");
	ok(r[0].number.n == 1 && r[9].number.n == 10 && !r[10].number.known && text_is(r[10].url, "https://jobacmd.wda.gov.tw/DJOB_WEB/"), "PLAN-089");
	same(window->mail, "training@csptc.gov.tw", "PLAN-084 受理通報窗口");
}

static void test_numbers(const struct plans *p)
{
	static const struct { const char *plan; enum plan_key key; int64_t n; const char *point; } want[] = {
		{"113-disabled", PLAN_MAKEUP_FROM, 104, "九(一)1"}, {"112-senior-ordinary", PLAN_MAKEUP_FROM, 103, "九(一)1"},
		{"113-disabled", PLAN_MAKEUP_UNTIL, 103, "九(一)2"}, {"112-senior-ordinary", PLAN_MAKEUP_UNTIL, 102, "九(一)2"},
		{"113-disabled", PLAN_STOP_UNLESS, 10, "十二(三)"}, {"112-senior-ordinary", PLAN_STOP_UNLESS, 12, "十二(三)"},
		{"113-disabled", PLAN_RETAIN_CLOSE_DAYS, 14, "八(三)"}, {"112-senior-ordinary", PLAN_RETAIN_CLOSE_DAYS, 14, "八(三)"},
		{"113-disabled", PLAN_PASS_MARK, 60, "附件9附註二"}, {"112-senior-ordinary", PLAN_SELF_FUNDED_TIMES, 1, "十九(一)2"},
		{"113-disabled", PLAN_EXTEND_TIMES, 1, "十九(二)2(5)"}, {"112-senior-ordinary", PLAN_EXTEND_TIMES, 1, "十九(二)2(5)"},
	};

	for (size_t i = 0; i < sizeof(want) / sizeof(*want); i++) {
		const struct plan_value *v = plan_value(plans_find(p, want[i].plan), want[i].key);

		ok(v->known && v->n == want[i].n && text_is(v->point, want[i].point), "%s %s: %lld (%s)", want[i].plan,
			plan_key_name(want[i].key), (long long)v->n, v->point ? v->point : "-");
	}
}

static void test_tables(const struct plans *p)
{
	const struct plan *a = plans_find(p, "113-disabled"), *b = plans_find(p, "112-senior-ordinary");
	const struct plan_allowance *pay = a->values[PLAN_ALLOWANCE].rows.at;
	const struct plan_cause *fourth = (const struct plan_cause *)b->values[PLAN_REVOKE_CAUSES].rows.at + 3;

	same_int(a->values[PLAN_REVOKE_CAUSES].rows.n, 10, "113身障 has ten causes");
	same_int(b->values[PLAN_REVOKE_CAUSES].rows.n, 12, "112高普 has twelve");
	ok(fourth->ids.n == 2 && text_is(fourth->ids.at[0], "bt_truancy_5") && text_is(fourth->ids.at[1], "pt_absent_3d"),
		"two of them in its item 4");
	same(pay[0].grade, "委任第五職等本俸五級", "三等 of 113身障");
	same_int(b->values[PLAN_ALLOWANCE].rows.n, 4, "112高普 has four levels");
	ok(a->values[PLAN_FORM_COUNTED].counting == COUNT_SAME_DAY && b->values[PLAN_FORM_COUNTED].counting == COUNT_SAME_DAY,
		"報到之日起 in both");
	ok(!a->values[PLAN_FORM_WITHIN].source && b->values[PLAN_FORM_WITHIN].source, "112高普 says that its annex is not at hand");
	ok(a->values[PLAN_BY_ANALOGY].yes && !b->values[PLAN_BY_ANALOGY].yes, "比照 in 113身障 alone");
	ok(!a->values[PLAN_SELF_FUNDED].yes && b->values[PLAN_SELF_FUNDED].yes, "self-funded re-training in 112高普 alone");
	same(a->forms[PLAN_FORM_PT_SCORE], "附件9", "the score form of 113身障");
	same(b->forms[PLAN_FORM_PT_SCORE], "附件10", "the score form of 112高普");
	ok(!b->forms[PLAN_FORM_RESOURCES] && !a->forms[PLAN_FORM_BT_SELF_FUNDED_APP], "forms that a plan does not have");
}

/* ---- citations ---- */

static void test_points(void)
{
	static const struct { const char *point, *words; } want[] = {
		{"四(一)", "第4點第1款"}, {"二十一(二)", "第21點第2款"}, {"十九(二)2(5)", "第19點第2款第2目之5"}, {"十", "第10點"},
		{"二十", "第20點"}, {"十一(一)1", "第11點第1款第1目"}, {"十九(二)2(2)A", "第19點第2款第2目之2之A"}, {"二十二(七)", "第22點第7款"},
		{"二十(一)12", "第20點第1款第12目"}, {"附件5填表說明一", "附件5填表說明一"}, {"附表", "附表"},
		{"", NULL}, {"4(1)", NULL}, {"四（一）", NULL}, {"四(", NULL}, {"四()", NULL}, {"四(一", NULL}, {"四(一)x", NULL}, {"第四點", NULL},
		{"四(一)2(", NULL}, {"四(一)2()", NULL}, {"四(一)2(5)AB", NULL}, {"四 (一)", NULL},
	};

	for (size_t i = 0; i < sizeof(want) / sizeof(*want); i++)
		same(point_words(mem, want[i].point), want[i].words, arena_print(mem, "PLAN-006 the point \"%s\"", want[i].point));
}

static void test_citations(const struct plans *p)
{
	const struct plan *a = plans_find(p, "113-disabled"), *b = plans_find(p, "112-senior-ordinary");

	same(a->citations[PLAN_CITE_PERIOD], "113年公務人員特種考試身心障礙人員考試錄取人員訓練計畫第4點第1款、第21點第2款；訓練辦法第25條第1項",
		"PLAN-006 a: in words");
	same(b->citations[PLAN_CITE_PERIOD], "112年公務人員高等暨普通考試錄取人員訓練計畫第4點第1款、第21點第2款；訓練辦法第25條第1項",
		"PLAN-006 b: the 112 plan names itself");
	same(b->citations[PLAN_CITE_SELF_FUNDED], "112年公務人員高等暨普通考試錄取人員訓練計畫第19點第1款第2目；訓練辦法第38條、訓練辦法第25條第3項",
		"two laws");
	ok(!a->citations[PLAN_CITE_SELF_FUNDED], "none where the plan has no such rule");
}

/* ---- choosing ---- */

static void test_versions(const struct plans *p)
{
	static const struct { const char *day, *want; } cases[] = {
		{"2024-05-20", "113-disabled@2"}, {"2024-05-16", "113-disabled@2"}, {"2024-05-15", "113-disabled@1"}, {"2024-05-02", "113-disabled@1"},
		{"2024-04-30", "113-disabled@1"}, {"2024-04-29", NULL}, {"2024-04-01", NULL},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct plan *got = plans_on(p, "113-disabled", day(cases[i].day));

		same(got ? plan_name(mem, got) : NULL, cases[i].want, arena_print(mem, "PLAN-002 in force on %s", cases[i].day));
	}
	ok(!plans_on(p, "114-disabled", day("2025-05-20")), "PLAN-002 an unknown plan");
}

static void test_choice(const struct plans *p)
{
	static const struct { const char *exam; int admitted; const char *report; bool first; const char *want, *why; } cases[] = {
		{"disabled", 113, "2024-08-01", true, "113-disabled@2", "a"}, {"disabled", 105, "2024-08-01", false, "113-disabled@2", "b"},
		{"senior-ordinary", 110, "2023-11-01", false, "112-senior-ordinary@1", "c"},
		{"disabled", 105, "2024-02-05", false, NULL, "d: not issued yet, none earlier"},
		{"disabled", 105, "2024-05-02", false, "113-disabled@2", "issued, before the amendment"},
		{"disabled", 113, "2026-01-05", false, "113-disabled@2", "S-5: the latest earlier plan"},
		{"disabled", 105, "2024-08-01", true, NULL, "no plan of the admission year"},
		{"police", 113, "2024-08-01", true, NULL, "no plan of that exam"},
		{"disabled", 113, "2024-01-02", true, "113-disabled@2", "a first training follows the admission year"},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct plan *got = plans_for(p, cases[i].exam, cases[i].admitted, day(cases[i].report), cases[i].first);

		same(got ? plan_name(mem, got) : NULL, cases[i].want, arena_print(mem, "PLAN-004 %s", cases[i].why));
	}
}

static void test_covered(const struct plans *p)
{
	const struct plan *a = plans_find(p, "113-disabled"), *b = plans_find(p, "112-senior-ordinary");

	ok(!plan_excludes(b, "一般行政"), "PLAN-005 a: covered");
	ok(plan_excludes(b, "法律廉政") && plan_excludes(b, "財經廉政"), "PLAN-005 b: a plan of their own");
	ok(strstr(b->citations[PLAN_CITE_EXCLUDED], "第22點第1款"), "PLAN-005 b: cites it");
	ok(!plan_excludes(a, "法律廉政"), "PLAN-005 113身障 leaves nobody out");
}

/* ---- refusals ---- */

static const struct { bool senior; const char *what, *by, *path, *says; } refused[] = {
	/* PLAN-003, the examples */
	{false, "\"品德\", \"group\": \"A\", \"weight\": 20", "\"品德\", \"group\": \"A\", \"weight\": 25", "/parameters/score.weights", "A = 50, expected 45"},
	{false, "\"makeup.or_retrain_until_year\": {\"value\": 103", "\"makeup.or_retrain_until_year\": {\"value\": 102", "/parameters/makeup.only_from_year", "103年"},
	{true, "\"item\": 12, ", "\"item\": 10, ", "/parameters/revoke.causes", "不得跳號或重複"},
	/* scores */
	{false, "\"label\": \"本質特性\", \"weight\": 45", "\"label\": \"本質特性\", \"weight\": 44", "/parameters/score.groups", "A + B = 99"},
	{false, "\"工作績效\", \"group\": \"B\"", "\"工作績效\", \"group\": \"C\"", "/parameters/score.weights", "工作績效"},
	{false, "\"才能\", \"group\": \"A\", \"weight\": 15", "\"才能\", \"group\": \"A\", \"weight\": -15", "/parameters/score.weights", "不是正整數"},
	/* levels and years */
	{false, "\"五等考試\", \"grade\": \"", "\"六等考試\", \"grade\": \"", "/parameters/allowance.level", "六等考試"},
	{false, "\"五等考試\", \"grade\": \"", "\"四等考試\", \"grade\": \"", "/parameters/allowance.level", "現有2列"},
	{false, "\"四等考試\", \"五等考試\"]", "\"四等考試\", \"四等考試\"]", "/parameters/plan.levels", "重複"},
	{false, "[\"三等考試\", \"四等考試\", \"五等考試\"]", "[]", "/parameters/plan.levels", "至少"},
	{false, "\"makeup.only_from_year\": {\"value\": 104", "\"makeup.only_from_year\": {\"value\": 103", "/parameters/makeup.only_from_year", "重複規定"},
	{false, "\"from\": 103, \"until\": 105", "\"from\": 104, \"until\": 105", "/parameters/insurance.by_year", "103年應恰屬一列，現屬0列"},
	{false, "\"from\": 106, \"until\": null", "\"from\": 105, \"until\": null", "/parameters/insurance.by_year", "105年應恰屬一列，現屬2列"},
	{false, "\"from\": 106, \"until\": null", "\"from\": 106, \"until\": 200", "/parameters/insurance.by_year", "201年"},
	{false, "\"五等考試\", \"earlier\"", "\"六等考試\", \"earlier\"", "/parameters/exempt.table.same_or_higher", "不在plan.levels"},
	{false, "\"特考五等\"]}", "\"特考六等\"]}", "/parameters/exempt.table.same_or_higher", "不明的考試等級：特考六等"},
	{false, "\"五等考試\", \"grade\": 1,", "\"四等考試\", \"grade\": 1,", "/parameters/shorten.lower_grade", "「五等考試」應恰有一列，現有0列"},
	{false, "\"五等考試\", \"grade\": 1,", "\"五等考試\", \"grade\": 15,", "/parameters/shorten.lower_grade", "1至14"},
	{false, "\"post\": 5, \"with_post\": 4", "\"post\": 5, \"with_post\": null", "/parameters/shorten.lower_grade", "同時列明"},
	{false, "\"post\": 5, \"with_post\": 4", "\"post\": 5, \"with_post\": 5", "/parameters/shorten.lower_grade", "低於grade"},
	/* retention, evidence, bands, shares */
	{false, "{\"cause\": \"子女重症\", \"most\": \"2y\"}", "{\"cause\": \"疾病\", \"most\": \"2y\"}", "/parameters/retain.max.new", "「疾病」重複"},
	{false, "{\"cause\": \"子女重症\", \"most\": \"2y\"}", "{\"cause\": \"天災\", \"most\": \"2y\"}", "/parameters/retain.max.new", "「子女重症」無保留年限"},
	{false, "{\"cause\": \"服兵役\", \"most\": null}", "{\"cause\": \"服兵役\"}", "/parameters/retain.max.new/value/0/most", "保留年限"},
	{false, "{\"causes\": [\"服兵役\"]", "{\"causes\": [\"當兵\"]", "/parameters/retain.evidence", "「當兵」不在retain.causes"},
	{false, "\"any_of\": [\"依實際事由檢附原因消滅文件\"]", "\"any_of\": []", "/parameters/makeup.evidence", "第5列"},
	{false, "\"weight\": 80}", "\"weight\": 70}", "/parameters/guide.bands", "「B」之分數應低於前一等級"},
	{false, "經輔導仍未改進\", \"weight\": 0", "經輔導仍未改進\", \"weight\": 10", "/parameters/guide.bands", "自0分起"},
	{true, "\"revoke.bt_truancy_pct\": {\"value\": 5", "\"revoke.bt_truancy_pct\": {\"value\": 500", "/parameters/revoke.bt_truancy_pct", "1至100"},
	{false, "\"value\": \"1/2\"", "\"value\": \"2/1\"", "/parameters/revoke.leave_fraction", "不是分數"},
	{false, "\"value\": \"1/2\"", "\"value\": \"half\"", "/parameters/revoke.leave_fraction", "不是分數"},
	{false, "\"annual_leave.count_from\": {\"value\": \"2022-01-01\"", "\"annual_leave.count_from\": {\"value\": \"2022-02-30\"", "/parameters/annual_leave.count_from/value", "無此日期"},
	{false, "\"anomaly.written_counted\": {\"value\": \"same_day\"", "\"anomaly.written_counted\": {\"value\": null", "/parameters/anomaly.written_counted", "同時列明"},
	{false, "\"parameters\": {", "\"parameters\": {\n\"plan.title\": {\"value\": \"甲\"},", "/parameters/plan.title", "不明的欄位"},
	{false, "\"agency_application\"", "\"by_lot\"", "/parameters/bt.enrol_method", "by_lot"},
	/* causes */
	{false, "[\"bad_conduct\"]", "[\"bad_behaviour\"]", "/parameters/revoke.causes", "不明的事由代號：bad_behaviour"},
	{false, "[\"bad_conduct\"]", "[\"violence\"]", "/parameters/revoke.causes", "重複：violence"},
	{false, "[\"bad_conduct\"]", "[]", "/parameters/revoke.causes", "沒有事由代號"},
	{false, "\"stop.mandatory.unless_revoked_by\": {\"value\": 10", "\"stop.mandatory.unless_revoked_by\": {\"value\": 12", "/parameters/stop.mandatory.unless_revoked_by", "第10目"},
	/* keys, types, points */
	{false, "\"period.total\": {\"value\": \"4m\", \"point\": \"四(一)\"},", "", "/parameters/period.total", "缺少「period.total」"},
	{false, "\"period.total\":", "\"period.totl\":", "/parameters/period.totl", "不明的欄位：period.totl"},
	{false, "\"period.total\": {\"value\": \"4m\"", "\"period.total\": {\"value\": 4", "/parameters/period.total/value", "實際為4"},
	{false, "\"period.total\": {\"value\": \"4m\"", "\"period.total\": {\"value\": \"04m\"", "/parameters/period.total/value", "04m"},
	{false, "\"period.total\": {\"value\": \"4m\"", "\"period.total\": {\"valeu\": \"4m\"", "/parameters/period.total/valeu", "不明的欄位"},
	{false, "\"period.total\": {\"value\": \"4m\", ", "\"period.total\": {", "/parameters/period.total", "缺少value"},
	{false, "\"period.total\": {\"value\": \"4m\", \"point\": \"四(一)\"}", "\"period.total\": {\"value\": \"4m\"}", "/parameters/period.total", "未註明點次"},
	{false, "\"period.total\": {\"value\": \"4m\", \"point\": \"四(一)\"}", "\"period.total\": {\"value\": \"4m\", \"point\": \"第4點\"}", "/parameters/period.total/point", "不是點次：第4點"},
	{false, "\"period.total\": {\"value\": \"4m\", \"point\": \"四(一)\"}", "\"period.total\": \"4m\"", "/parameters/period.total", "JSON物件"},
	{false, "\"extend.times_max\": {\"value\": 1", "\"extend.times_max\": {\"value\": \"1\"", "/parameters/extend.times_max/value", "應為整數（實際為\"1\"）"},
	{false, "\"plan.by_analogy\": {\"value\": true", "\"plan.by_analogy\": {\"value\": \"true\"", "/parameters/plan.by_analogy/value", "應為true或false"},
	{false, "\"period.counted_from\": {\"value\": \"same_day\"", "\"period.counted_from\": {\"value\": \"report_day\"", "/parameters/period.counted_from/value", "無此選項：report_day"},
	{false, "\"四等考試\", \"五等考試\"]", "\"四等考試\", 5]", "/parameters/plan.levels/value/2", "應為文字（實際為5）"},
	{false, "\"schemes\": [\"全民健康保險\", \"一般保險\"]", "\"schemes\": \"全民健康保險\"", "/parameters/insurance.by_year/value/1/schemes", "應為文字之陣列"},
	{false, "\"life\", \"label\": \"生活表現\"", "\"life\", \"lable\": \"生活表現\"", "/parameters/score.weights/value/2/lable", "不明的欄位"},
	/* what belongs together */
	{false, "\"guide.plan_form_counted\": {\"value\": \"same_day\"", "\"guide.plan_form_counted\": {\"value\": null", "/parameters/guide.plan_form_counted", "同時列明"},
	{false, "\"period.shortened\": {\"value\": \"2m\"", "\"period.shortened\": {\"value\": null", "/parameters/period.shortened", "同時列明"},
	{true, "\"bt.self_funded_retrain.times\": {\"value\": 1", "\"bt.self_funded_retrain.times\": {\"value\": null", "/parameters/bt.self_funded_retrain.allowed", "times"},
	{false, "\"score.pass_mark\": {\"value\": 60, \"point\": \"附件9附註二\"}", "\"score.pass_mark\": {\"value\": 60, \"source\": 60}", "/parameters/score.pass_mark/source", "應為文字"},
	/* citations and forms */
	{false, "\"extend\": {\"points\": [\"十九(二)2(5)\"], \"laws\": [\"訓練辦法第42條\"]}", "\"extend\": null", "/citations/extend", "缺少依據"},
	{false, "\"stage\": {\"points\": [\"五(二)1\"], \"laws\": [\"訓練辦法第32條\"]}", "\"stage\": null", "/citations/stage", "缺少依據"},
	{false, "\"resources\": {\"points\": [\"十六(五)\", \"十六(六)\", \"附表\"]}", "\"resources\": null", "/citations/resources", "缺少依據"},
	{true, "\"excluded\": {\"points\": [\"二十二(一)\"]}", "\"excluded\": null", "/citations/excluded", "缺少依據"},
	{false, "\"targets\": {\"points\": [\"三\"]}", "\"targets\": {}", "/citations/targets", "未列點次或法規"},
	{false, "\"targets\": {\"points\": [\"三\"]}", "\"targets\": {\"points\": [\"三點\"]}", "/citations/targets/points/0", "不是點次"},
	{false, "\"targets\": {\"points\": [\"三\"]},", "", "/citations/targets", "缺少「targets」"},
	{false, "\"targets\": {\"points\": [\"三\"]}", "\"target\": null", "/citations/target", "不明的欄位"},
	{false, "\"pt_plan\": {\"attachment\": \"附件5\", \"point\": \"十六(二)2\"},", "", "/forms/pt_plan", "缺少"},
	{false, "\"pt_plan\": {\"attachment\": \"附件5\"", "\"pt_plan\": {\"attachment\": 5", "/forms/pt_plan/attachment", "應為文字"},
	{false, "\"resources\": {\"attachment\": \"附表\", \"point\": \"十六(六)\"}", "\"resources\": {\"attachment\": \"附表\", \"point\": \"16(6)\"}", "/forms/resources/point", "不是點次"},
	/* the head */
	{false, "\"id\": \"113-disabled\"", "\"id\": \"113-disable\"", "/id", "應為「113-disabled」"},
	{false, "\"exam_year\": 113", "\"exam_year\": 0", "/exam_year", "1至999"},
	{false, "\"exam_year\": 113", "\"exam_year\": \"113\"", "/exam_year", "應為整數"},
	{false, "\"exam\": \"disabled\",", "", "/exam", "缺少必要欄位"},
	{false, "\"exam\": \"disabled\",", "\"exam\": \"disabled\", \"extra\": 1,", "/extra", "不明的欄位：extra"},
	{false, "\"version\": 2,", "\"version\": 1,", "/versions/1", "應大於前一版次"},
	{false, "\"version\": 1,", "\"version\": 0,", "/versions/0", "1至9999"},
	{false, "\"2024-05-16\"", "\"2024-04-30\"", "/versions/1", "應晚於"},
	{false, "\"2024-05-16\"", "\"2024-02-30\"", "/versions/1/from", "無此日期：2024-02-30"},
	{false, "\"2024-05-16\"", "\"113-05-16\"", "/versions/1/from", "113-05-16"},
	{false, "\"parameters\": {", "\"parametres\": {", "/parameters", "缺少「parameters」"},
	{false, "\"forms\": {", "\"forms\": [], \"form\": {", "/forms", "缺少「forms」"},
};

static void test_refusals(void)
{
	for (size_t i = 0; i < sizeof(refused) / sizeof(*refused); i++) {
		const char *text = changed(refused[i].senior ? senior : disabled, refused[i].what, refused[i].by);
		const struct plans *p = load("x.json", text);
		const struct plan_problem *problem = NULL;

		for (int k = 0; k < p->problems_n && !problem; k++)
			if (!p->problems[k].warning && text_is(p->problems[k].path, refused[i].path) && strstr(p->problems[k].text, refused[i].says))
				problem = &p->problems[k];
		if (!ok(problem && p->n == 0 && text_is(problem->code, "PLAN_INVALID") && text_is(problem->file, "x.json"),
				"PLAN-003 refused: %s (%s)", refused[i].path, refused[i].says))
			show(p);
	}
}

/* ---- notes of forms ---- */

static void test_notes(const struct plans *p)
{
	const struct plan *a = plans_find(p, "113-disabled"), *b = plans_find(p, "112-senior-ordinary");
	const struct fact_texts *plan_form = plan_notes(a, PLAN_FORM_PT_PLAN), *list = plan_notes(a, PLAN_FORM_EXEMPT_LIST);
	static const enum plan_annex noted[] = {PLAN_FORM_RETAIN_APP, PLAN_FORM_MAKEUP_APP, PLAN_FORM_EXEMPT_LIST, PLAN_FORM_SHORTEN_APP,
		PLAN_FORM_PT_PLAN, PLAN_FORM_GUIDE_RECORD, PLAN_FORM_ANOMALY_REPORT, PLAN_FORM_INTERVIEW_RECORD, PLAN_FORM_PT_SCORE,
		PLAN_FORM_WITHDRAW_APP, PLAN_FORM_SCORE_REGISTER};

	for (size_t i = 0; i < sizeof(noted) / sizeof(*noted); i++)
		ok(plan_notes(a, noted[i])->n > 1, "PLAN-138 113身障 %s has its notes", plan_form_name(noted[i]));
	same_int(plan_form->n, 9, "PLAN-138 附件5");
	ok(strstr(plan_form->at[1], "於受訓人員報到之日起7日內傳送") && strstr(plan_form->at[4], "公文辦理流程"), "PLAN-138 letter for letter");
	same(list->at[4], "公務人員考試錄取等級\t應免除基礎訓練之資格", "PLAN-138 a table's row has tabs");
	same_int(plan_notes(b, PLAN_FORM_PT_PLAN)->n, 0, "PLAN-138 the annexes of 112高普 are not at hand");
	ok(plan_form_named("pt_plan") == PLAN_FORM_PT_PLAN && plan_form_named("pt_plans") == -1, "forms by name");
}

static void test_bad_notes(void)
{
	static const struct { const char *text, *code, *path, *says; bool no_plan; } cases[] = {
		{"{\"plan\": \"113-disabled\", \"notes\": {\"pt_paln\": []}}", "PLAN_INVALID", "/notes/pt_paln", "不明的表單", false},
		{"{\"plan\": \"113-disabled\", \"notes\": {\"pt_plan\": [\"甲\", \"\"]}}", "PLAN_INVALID", "/notes/pt_plan/1", "不得空白", false},
		{"{\"plan\": \"113-disabled\", \"notes\": {\"pt_plan\": \"甲\"}}", "PLAN_INVALID", "/notes/pt_plan", "陣列", false},
		{"{\"plan\": \"113-disabled\", \"notes\": {\"bt_self_funded_app\": [\"甲\"]}}", "PLAN_INVALID", "/notes/bt_self_funded_app", "無此表單", true},
		{"{\"plan\": \"113-disabled\"}", "PLAN_INVALID", "", "notes", false},
		{"{\"plan\": ", "PLAN_SYNTAX", "", "JSON", false},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct plans *p = none();

		plans_add_notes(p, "forms/x.json", cases[i].text, strlen(cases[i].text));
		plans_add(p, "x.json", disabled, strlen(disabled));
		ok(find(p, cases[i].code, cases[i].path) && strstr(find(p, cases[i].code, cases[i].path)->text, cases[i].says) &&
			(p->n == 0) == cases[i].no_plan, "PLAN-138 notes refused: %s %s", cases[i].path, cases[i].says);
	}
}

static void test_bad_files(void)
{
	const struct plans *broken = load("b.json", changed(disabled, "\"exam\": \"disabled\",", "\"exam\": \"disabled\" \"x\","));
	const struct plans *twice = load("b.json", changed(disabled, "\"exam\": \"disabled\",", "\"exam\": \"disabled\",\n\"exam\": \"disabled\","));
	const struct plans *list = load("b.json", "[]"), *empty = load("b.json", "");
	struct plans *big5 = none();

	plans_add(big5, "b.json", "{\n\"id\":\"\xA4\xA4\"\n}", 13);
	ok(broken->n == 0 && find(broken, "PLAN_SYNTAX", "") && find(broken, "PLAN_SYNTAX", "")->line == 3, "PLAN_SYNTAX with its line");
	ok(find(twice, "PLAN_SYNTAX", "") && find(twice, "PLAN_SYNTAX", "")->line == 4, "a key twice, with its line");
	ok(find(list, "PLAN_INVALID", "") && find(empty, "PLAN_SYNTAX", ""), "an array; an empty file");
	ok(find(big5, "PLAN_ENCODING", "") && find(big5, "PLAN_ENCODING", "")->line == 2 && big5->n == 0, "PLAN_ENCODING with its line");
	ok(plans_load(mem, "plans/nothing")->errors_n == 1, "a folder that is not there");
}

static void test_lines(void)
{
	static const struct { const char *what, *by, *path; int line; } cases[] = {
		{"\"exam_year\": 113", "\"exam_year\": 0", "/exam_year", 5}, {"\"version\": 2,", "\"version\": 1,", "/versions/1", 9},
		{"\"document\": \"保訓會公訓字第1132160195號函修正第16點\"", "\"document\": 5", "/versions/1/document", 9},
		{"\"plan.by_analogy\": {\"value\": true", "\"plan.by_analogy\": {\"value\": 1", "/parameters/plan.by_analogy/value", 15},
		{"\"plan.by_analogy\": {", "\"plan.by_analogies\": {", "/parameters/plan.by_analogy", 11},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct plans *p = load("x.json", changed(disabled, cases[i].what, cases[i].by));
		const struct plan_problem *problem = find(p, "PLAN_INVALID", cases[i].path);

		same_int(problem ? problem->line : -1, cases[i].line, arena_print(mem, "PLAN-003 the line of %s", cases[i].path));
	}
}

static void put(const char *folder, const char *name, const char *text)
{
	FILE *file = fopen(arena_print(mem, "%s/%s", folder, name), "w");

	ok(file && fputs(text, file) >= 0 && !fclose(file), "%s is written", name);
}

/* What was good before a file became faulty stays in force; what is gone is gone. */
static void test_again(void)
{
	char folder[] = "/tmp/peixun-plan-XXXXXX";
	struct plans *first, *second, *third;
	struct arena *own = arena_new(MEMORY);

	ok(mkdtemp(folder) != NULL, "a folder");
	put(folder, "a.json", disabled);
	put(folder, "b.json", senior);
	first = plans_load(own, folder);
	put(folder, "a.json", changed(disabled, "\"period.total\": {\"value\": \"4m\"", "\"period.total\": {\"value\": 4"));
	second = plans_load_again(mem, folder, first);
	arena_free(own);
	ok(find(second, "PLAN_INVALID", "/parameters/period.total/value") && find(second, "PLAN_KEPT", ""), "PLAN-001 the fault is said");
	ok(plans_find(second, "113-disabled") && plans_find(second, "113-disabled")->values[PLAN_PERIOD_TOTAL].length.n == 4 &&
		second->n == 3, "PLAN-001 and the former plan stays in force");
	put(folder, "a.json", changed(disabled, "\"period.total\": {\"value\": \"4m\"", "\"period.total\": {\"value\": \"5m\""));
	unlink(arena_print(mem, "%s/b.json", folder));
	third = plans_load_again(mem, folder, second);
	ok(third->errors_n == 0 && plans_find(third, "113-disabled")->values[PLAN_PERIOD_TOTAL].length.n == 5, "until the file is mended");
	ok(!plans_find(third, "112-senior-ordinary"), "a file that is gone is no plan");
	ok(plans_load(mem, folder)->n == 2 && plans_load_again(mem, "plans/nothing", third)->errors_n == 1, "read for the first time; no folder");
	unlink(arena_print(mem, "%s/a.json", folder));
	rmdir(folder);
}

static void test_duplicates(void)
{
	struct plans *p = none();

	plans_add(p, "a.json", disabled, strlen(disabled));
	plans_add(p, "b.json", disabled, strlen(disabled));
	plans_add(p, "c.json", senior, strlen(senior));
	plans_settle(p, NULL);
	ok(p->n == 1 && !plans_find(p, "113-disabled") && plans_find(p, "112-senior-ordinary"), "PLAN-001 b: neither of the two is used");
	ok(p->errors_n == 4 && find(p, "PLAN_DUPLICATE", "/versions"), "PLAN-001 b: PLAN_DUPLICATE, for each version and file");
}

static void test_new_year(void)
{
	struct plans *p = none();
	const char *next = changed(changed(disabled, "\"113-disabled\"", "\"114-disabled\""), "\"exam_year\": 113", "\"exam_year\": 114");

	plans_add(p, "a.json", disabled, strlen(disabled));
	plans_add(p, "b.json", next, strlen(next));
	plans_settle(p, NULL);
	ok(p->n == 4 && plans_find(p, "114-disabled@2"), "PLAN-001 c: a new year is a new file, nothing else");
}

/* An amendment that changes a value is a file of its own: both are the same plan.                 PLAN-002 */
static void test_amended(void)
{
	struct plans *p = none();
	const char *first = changed(disabled, ",\n    {\"version\": 2, \"from\": \"2024-05-16\", \"document\": \"保訓會公訓字第1132160195號函修正第16點\"}", "");
	const char *second = changed(changed(disabled, "{\"version\": 1, \"from\": \"2024-04-30\", \"document\": \"保訓會公訓字第1130006555號函訂定\"},\n", ""),
		"\"retain.window_close\": {\"value\": 14", "\"retain.window_close\": {\"value\": 21");
	const struct plan *a, *b;

	plans_add(p, "b.json", second, strlen(second));
	plans_add(p, "a.json", first, strlen(first));
	plans_settle(p, NULL);
	a = plans_on(p, "113-disabled", day("2024-05-15"));
	b = plans_on(p, "113-disabled", day("2024-05-16"));
	if (!ok(a && b && p->errors_n == 0, "PLAN-002 two files, two versions"))
		return;
	ok(a->values[PLAN_RETAIN_CLOSE_DAYS].n == 14 && b->values[PLAN_RETAIN_CLOSE_DAYS].n == 21, "PLAN-002 each with its values");
	same(date_iso(mem, b->values[PLAN_ISSUED_ON].date), "2024-04-30", "PLAN-002 issued when the first was");
	same(b->values[PLAN_ISSUED_NO].text, "保訓會公訓字第1130006555號函訂定", "PLAN-002 by its letter");
	ok(b->values[PLAN_AMENDMENTS].rows.n == 1 && a->values[PLAN_AMENDMENTS].rows.n == 0, "PLAN-002 amended once");
}

static void test_warning(const struct plans *p)
{
	const struct plan_problem *w = find(p, "PARAM_MISSING", "/parameters/leave.annual_days");

	ok(w && w->warning && p->errors_n == 0, "PLAN-003 d: leave.annual_days null is a warning only");
	ok(!find(p, "PARAM_MISSING", "/parameters/bt.self_funded_retrain.times"), "none where the file says why it is null");
}

/* Any byte of a file changed, and any beginning of it: problems or plans, never a crash. */
static void test_mutations(void)
{
	struct arena *scratch = arena_new(MEMORY);
	size_t n = strlen(disabled);
	char *copy = arena_get(mem, n + 1);
	unsigned seed = 113;
	int judged = 0;

	for (int i = 0; i < 1500; i++) {
		struct plans p = {.mem = scratch};
		size_t length = i % 3 ? n : (size_t)(seed % n);

		memcpy(copy, disabled, n);
		for (int k = 0; k < 1 + i % 4; k++) {
			seed = seed * 1103515245 + 12345;
			copy[(seed >> 8) % n] = (char)(seed >> 20);
		}
		plans_add(&p, "m.json", copy, length);
		plans_settle(&p, NULL);
		judged += p.n > 0 || p.errors_n > 0;
		arena_reset(scratch);
	}
	same_int(judged, 1500, "PLAN-003 each changed file is taken or refused with a problem");
	arena_free(scratch);
}

int main(void)
{
	const struct plans *p;

	mem = arena_new((size_t)MEMORY);
	disabled = slurp("plans/113-disabled.json");
	senior = slurp("plans/112-senior-ordinary.json");
	p = plans_load(mem, "plans");
	test_shipped(p);
	test_lengths(p);
	test_catalogue(p);
	test_complete(p);
	test_new_tables(p);
	test_numbers(p);
	test_tables(p);
	test_points();
	test_citations(p);
	test_versions(p);
	test_choice(p);
	test_covered(p);
	test_warning(p);
	test_notes(p);
	test_bad_notes();
	test_refusals();
	test_bad_files();
	test_lines();
	test_again();
	test_duplicates();
	test_new_year();
	test_amended();
	test_mutations();
	arena_free(mem);
	return tap_end();
}
