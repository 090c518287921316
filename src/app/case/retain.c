/* retain.c: 保留受訓資格 (附件1): what is asked for, its stations, who may do what.
 * PLAN-031 … 041, 136   LAW: 公務人員考試法§4; 訓練辦法§15; 訓練計畫第8點 */
#include "app/case/retain.h"
#include "base/text.h"

const struct code retain_causes[] = {
	{"military", "服兵役"}, {"master", "進修碩士"}, {"doctor", "進修博士"}, {"illness", "疾病"}, {"pregnancy", "懷孕"}, {"birth", "生產"},
	{"parents", "父母病危"}, {"child_illness", "子女重症"}, {"child_care", "養育三足歲以下子女"}, {"other", "其他不可歸責事由"}, {0}
};
static const struct code laws[] = {{"new", "103年1月22日修正公布之考試法（新法）"}, {"old", "102年1月23日修正公布之考試法（舊法）"}, {0}};
static const struct code channels[] = {{"online", "網路線上申辦"}, {"post", "掛號郵寄"}, {"agency", "由訓練機關函送（訓練期間）"}, {0}};
const struct code retain_online = {"online", "網路線上申辦"};
static const struct code hospitals[] = {{"hospital", "全民健康保險特約醫院"}, {"clinic", "特約診所"}, {0}};

const struct code retain_ends[] = {
	{"graduated", "畢業（畢業證書日期）"}, {"left_school", "休學、退學"}, {"discharged", "役畢"}, {"recovered", "痊癒"},
	{"spouse_leave", "配偶依法申請育嬰留職停薪"}, {"child_three", "子女已滿三足歲"},
	{"other_exam", "復應其他公務人員考試錄取並報到接受訓練"}, {"other", "其他原因消滅"}, {0}
};

bool retain_study(struct code cause)
{
	return case_is(cause, "master") || case_is(cause, "doctor");
}

const struct field retain_fields[] = {
	FIELD(retain, cause, CODE, EDIT, "申請事由", .need = true, .list = retain_causes, .privacy = SENSITIVE),
	FIELD(retain, cause_text, TEXT, EDIT, "事由說明", .lines = true, .wide = true, .most = 500, .privacy = SENSITIVE,
		.hint = "事由為「其他不可歸責事由」時必填"),
	FIELD(retain, law, CODE, EDIT, "選擇適用之考試法", .list = laws, .hint = "未選擇時，採最長保留期間較長者"),
	FIELD(retain, years, INT, EDIT, "申請保留年數", .least = 0, .most = 5),
	FIELD(retain, service_months, INT, EDIT, "法定役期（月）", .least = 0, .most = 60, .hint = "事由為「服兵役」時必填"),
	FIELD(retain, spouse_servant, CODE, EDIT, "配偶是否為公務人員", .list = case_yes_no, .hint = "事由為「養育三足歲以下子女」時必填"),
	FIELD(retain, spouse_leave, CODE, EDIT, "配偶是否依法已申請育嬰留職停薪", .list = case_yes_no),
	FIELD(retain, child_birth, DATE, EDIT, "子女出生日期", .privacy = PERSONAL),
	FIELD(retain, hospital, CODE, EDIT, "證明文件之開立者", .list = hospitals, .hint = "疾病、懷孕、生產、父母病危、子女重症"),
	FIELD(retain, treatment, BOOL, EDIT, "證明文件載明病名及治療期程或方式"),
	FIELD(retain, notice_only, BOOL, EDIT, "尚無學生證，先附錄取通知單"),
	FIELD(retain, servant, BOOL, EDIT, "是否為現職公務人員"),
	FIELD(retain, current_agency, TEXT, EDIT, "現職機關", .most = 100),
	FIELD(retain, postal_code, TEXT, EDIT, "郵遞區號", .most = 6, .privacy = PERSONAL),
	FIELD(retain, address, TEXT, EDIT, "通訊地址", .wide = true, .privacy = PERSONAL),
	FIELD(retain, phone, TEXT, EDIT, "電話", .most = 40, .privacy = PERSONAL),
	FIELD(retain, channel, CODE, EDIT, "申請方式", .need = true, .list = channels),
	FIELD(retain, happened, DATE, EDIT, "事由發生日", .hint = "訓練期間申請者必填"),
	FIELD(retain, posted, DATE, EDIT, "郵戳日期", .hint = "掛號郵寄者；無郵戳時填收件日期"),
	FIELD(retain, received, DATE, EDIT, "收件（交付機關）日期"),
	FIELD(retain, filed, DATE, SHOW, "申請日期"),
	FIELD(retain, in_training, BOOL, SHOW, "訓練期間申請"),
	FIELD(retain, from, DATE, SHOW, "保留期間起"),
	FIELD(retain, until, DATE, SHOW, "保留期間迄"),
	FIELD(retain, ended, DATE, SHOW, "原因消滅日"),
	FIELD(retain, ended_by, CODE, SHOW, "原因消滅事由", .list = retain_ends),
	FIELD(retain, differs, CODE, SHOW, "標示", .list = case_marks),
	{0}
};

static const struct code states[] = {
	{"draft", "草稿"}, {"filed", "已送出"}, {"received", "已收件"}, {"returned", "補件中"}, {"approved", "已核准"}, {"refused", "不准"},
	{"withdrawn", "已撤回"}, {"ended", "原因消滅"}, {"cancelled", "廢止保留"}, {0}
};

static const struct field approval_fields[] = {
	CASE_DECISION_FIELDS(retain_approval),
	FIELD(retain_approval, years, INT, EDIT, "核准保留年數", .least = 0, .most = 5),
	FIELD(retain_approval, service_end, DATE, EDIT, "法定役期屆滿日", .hint = "事由為「服兵役」時必填，其他事由免填"),
	FIELD(retain_approval, card_by, DATE, EDIT, "補送學生證影本及切結書之末日", .hint = "先附錄取通知單者；計畫未定期限，由核定機關訂定"),
	{0}
};

static const struct field end_fields[] = {
	FIELD(retain_end, what, CODE, EDIT, "原因消滅事由", .need = true, .list = retain_ends),
	FIELD(retain_end, day, DATE, EDIT, "原因消滅日", .need = true),
	FIELD(retain_end, document, TEXT, EDIT, "證明文件", .wide = true),
	{0}
};

#define OPEN_STATES "filed received"

static const char *reopen_held(const struct life_case *c)
{
	return training_can(&c->life->training, EVENT_RETAIN_FILED) ? NULL : "";
}

static const struct life_act acts[] = {
	{.name = "draft", .label = "建立申請書", .from = "", .to = "draft", .may = CASE_APPLIES, .check = retain_check_draft,
		.effect = retain_noted},
	{.name = "edit", .label = "修改申請書", .from = "draft returned", .may = CASE_APPLIES, .edits = true, .check = retain_check_draft,
		.effect = retain_noted},
	{.name = "file", .label = "送出申請", .from = "draft", .to = "filed", .may = CASE_APPLIES, .grave = true,
		.note = "送出後不可修改，僅得撤回；申請日期為送出之日或郵戳日期。", .check = retain_check_file, .effect = retain_filed},
	{.name = "receive", .label = "收件", .from = "filed", .to = "received", .may = CASE_DECIDES},
	{.name = "return", .label = "退回補件", .from = OPEN_STATES, .to = "returned", .may = CASE_DECIDES, .reason = true,
		.effect = retain_returned},
	{.name = "supply", .label = "補件完成", .from = "returned", .to = "received", .may = CASE_APPLIES, .note = "申請日期不因補件而變更。"},
	{.name = "withdraw", .label = "撤回申請", .from = "filed received returned", .to = "withdrawn", .may = CASE_APPLIES, .reason = true,
		.grave = true, .effect = retain_withdrawn},
	{.name = "approve", .label = "登錄核准", .from = OPEN_STATES, .to = "approved", .may = CASE_DECIDES, .fields = approval_fields,
		.size = sizeof(struct retain_approval), .grave = true, .check = retain_check_approve, .effect = retain_approved},
	{.name = "refuse", .label = "登錄不准", .from = "filed received returned", .to = "refused", .may = CASE_DECIDES, CASE_DECISION,
		.reason = true, .grave = true, .check = retain_check_refuse, .effect = retain_refused},
	{.name = "forged", .label = "查明偽造變造", .from = "filed received returned approved ended", .to = "refused", .may = CASE_DECIDES,
		CASE_DECISION, .reason = true, .grave = true, .note = "經查明有偽造變造者，不予保留受訓資格，並移送檢察機關。",
		.check = retain_check_refuse, .effect = retain_forged},
	{.name = "reopen", .label = "重新審查", .from = "refused", .to = "received", .may = CASE_DECIDES, .reason = true,
		.note = "原決定之基礎變更者（例如分配結果公告日變更），得重新審查。", .held = reopen_held, .effect = retain_reopened},
	{.name = "card", .label = "學生證已補送", .from = "approved", .may = CASE_APPLIES, .effect = retain_card},
	{.name = "end", .label = "登錄原因消滅", .from = "approved ended", .to = "ended", .may = CASE_APPLIES, .fields = end_fields,
		.size = sizeof(struct retain_end), .check = retain_check_end, .effect = retain_ended},
	{.name = "cancel", .label = "登錄廢止保留受訓資格", .from = "approved ended", .to = "cancelled", .may = CASE_DECIDES, CASE_DECISION,
		.reason = true, .grave = true, .check = retain_check_refuse, .effect = retain_refused},
	{0}
};

static const char *held(const struct life *l)
{
	const struct plan_value *new_only = case_value(l, PLAN_RETAIN_NEW_LAW_ONLY);

	if (l->training.supplementary)
		return "僅正額錄取人員得申請保留受訓資格（公務人員考試法第4條、訓練辦法第15條）；"
			"增額錄取人員得依公務人員考試法第5條申請延後分配訓練。";
	if (CASE_IN(l, RETAIN_REQUESTED, RETAINED))
		return "已申請或已核准保留受訓資格，請於原申請辦理。";
	if (!CASE_IN(l, ADMITTED, ALLOCATED, IN_TRAINING))
		return "";
	if (CASE_IN(l, IN_TRAINING) && new_only && l->t.exam_year >= new_only->n)
		return arena_print(l->mem, "僅適用103年1月22日修正公布之考試法，訓練期間不得申請保留受訓資格（%s）；得申請停止訓練。",
			case_cite(l, PLAN_CITE_RETAIN_IN_TRAINING, "訓練辦法第15條"));
	return case_no_plan(l);
}

static void begin(const struct life *l, void *data)
{
	struct retain *r = data;

	r->years = 2;
	r->channel = retain_online;
	r->in_training = CASE_IN(l, IN_TRAINING);
	if (r->in_training)
		r->channel = (struct code){"agency", "由訓練機關函送（訓練期間）"};
}

static struct date day(const void *data)
{
	return ((const struct retain *)data)->filed;
}

static const char *summary(struct arena *mem, const struct life_record *record)
{
	const struct retain *r = record->data;
	const char *when = date_set(r->until) ? arena_print(mem, "，%s至%s", date_text(mem, r->from), date_text(mem, r->until)) : "";

	return arena_print(mem, "%s%s%s", r->cause.label ? r->cause.label : "", when, case_marked(r->differs));
}

static const char *citation(const struct life *l)
{
	return l->plan && l->plan->citations[PLAN_CITE_RETAIN_WINDOW] ? l->plan->citations[PLAN_CITE_RETAIN_WINDOW] : "訓練辦法第15條";
}

const struct life_kind case_retain = {
	.name = "retain", .title = "保留受訓資格申請", .group = LIFE_APPLICATION, .requirements = "PLAN-031 … 041, 136",
	.fields = retain_fields, .size = sizeof(struct retain), .states = states, .acts = acts, .see = CASE_SEES, .sensitive = true,
	.held = held, .begin = begin, .day = day, .summary = summary, .review = retain_review, .papers = retain_papers, .draw = retain_draw,
	.form = "正額錄取人員保留受訓資格申請書", .commission = "filed received", .citation = citation,
};
