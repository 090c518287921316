/* stop.c: 停止訓練 of four sorts: the declarations.
 *
 * A cause is noted (its deadline begins), asked for, forwarded, decided; once the cause has ended 15 days run for 重新訓練.
 * PLAN-060 … 064   LAW: 訓練辦法§34, §34-1, §35; 訓練計畫第12點 */
#include "app/case/stop.h"
#include "base/text.h"

const struct code stop_states[] = {
	{"noted", "待申請"}, {"filed", "申請中"}, {"forwarded", "已函送保訓會"}, {"returned", "補正中"}, {"approved", "停止訓練"},
	{"refused", "不予停止"}, {"ended", "原因消滅"}, {0}
};
const struct code stop_scopes[] = {{"bt_only", "僅停止基礎訓練"}, {"all", "停止全部訓練"}, {0}};

static const struct code modes[] = {{"in_person", "實體課程基礎訓練"}, {"online", "線上學習基礎訓練"}, {0}};
static const struct code bt_causes[] = {
	{"funeral", "喪假"}, {"birth", "分娩"}, {"miscarriage", "流產"}, {"illness", "重大傷病"}, {"other", "其他不可歸責事由"}, {0}
};
static const struct code service_causes[] = {
	{"military", "服義務役"}, {"substitute", "替代役"}, {"leave", "比照公務人員請假規則第4條第5款請公假"}, {0}
};
static const struct code custody_causes[] = {
	{"prison", "有期徒刑、拘役以上刑之執行、易服勞役或易服社會勞動"}, {"drug", "毒品危害防制條例之觀察、勒戒或強制戒治"},
	{"custody", "拘留、拘提、羈押、留置或管收"}, {"suspended", "宣告緩刑"}, {"fine", "執行易科罰金"}, {0}
};

const struct field stop_filing_fields[] = {
	FIELD(stop_filing, filed, DATE, EDIT, "申請日期", .need = true, .today = true, .hint = "交付訓練機關（構）學校之日"), {0}
};
const struct field stop_approval_fields[] = {
	CASE_DECISION_FIELDS(stop_approval),
	FIELD(stop_approval, scope, CODE, EDIT, "停止範圍", .need = true, .list = stop_scopes, .hint = "依核准函；函未載明者為僅停止基礎訓練"),
	FIELD(stop_approval, from, DATE, EDIT, "停止訓練日", .need = true),
	{0}
};
const struct field stop_end_fields[] = {
	FIELD(stop_end, ended, DATE, EDIT, "停止訓練原因消滅日", .need = true),
	FIELD(stop_end, document, TEXT, EDIT, "證明文件", .wide = true),
	{0}
};

#define DECIDED FIELD(stop, filed, DATE, SHOW, "申請日期"), FIELD(stop, scope, CODE, SHOW, "停止範圍", .list = stop_scopes), \
	FIELD(stop, from, DATE, SHOW, "停止訓練日"), FIELD(stop, ended, DATE, SHOW, "原因消滅日"), \
	FIELD(stop, differs, CODE, SHOW, "標示", .list = case_marks), {0}
#define TELLS FIELD(stop, cause_text, TEXT, EDIT, "事由說明", .lines = true, .wide = true, .most = 1000, .privacy = SENSITIVE)

static const struct field bt_fields[] = {
	FIELD(stop, cause, CODE, EDIT, "事由", .need = true, .list = bt_causes, .privacy = SENSITIVE), TELLS,
	FIELD(stop, event, DATE, EDIT, "事由發生日", .need = true),
	FIELD(stop, mode, CODE, EDIT, "基礎訓練方式", .list = modes), DECIDED
};
static const struct field absent_fields[] = {
	FIELD(stop, absent_hours, INT, EDIT, "因停止訓練事由或公假缺課時數", .need = true, .least = 0, .most = 1000),
	FIELD(stop, course_hours, INT, EDIT, "課程時數", .need = true, .least = 1, .most = 1000), TELLS,
	FIELD(stop, event, DATE, EDIT, "計算截止日", .need = true), DECIDED
};
static const struct field service_fields[] = {
	FIELD(stop, cause, CODE, EDIT, "事由", .need = true, .list = service_causes), TELLS,
	FIELD(stop, event, DATE, EDIT, "事由發生日", .need = true), DECIDED
};
static const struct field custody_fields[] = {
	FIELD(stop, cause, CODE, EDIT, "情形", .need = true, .list = custody_causes, .privacy = SENSITIVE), TELLS,
	FIELD(stop, event, DATE, EDIT, "事由發生日", .need = true),
	FIELD(stop, known, DATE, EDIT, "知悉日", .need = true, .today = true), DECIDED
};

#define SENDS (MAY_LIFE_EDIT | MAY_COLLEGE)

#define DECIDE(from_states) \
	{.name = "approve", .label = "登錄核准停止訓練", .from = from_states, .to = "approved", .may = CASE_DECIDES, \
		.fields = stop_approval_fields, .size = sizeof(struct stop_approval), .grave = true, .check = stop_check_approve, \
		.effect = stop_approved}, \
	{.name = "refuse", .label = "登錄不予停止", .from = from_states, .to = "refused", .may = CASE_DECIDES, CASE_DECISION, .reason = true, \
		.grave = true, .check = stop_check_refuse, .effect = stop_refused}, \
	{.name = "end", .label = "登錄停止原因消滅", .from = "approved ended", .to = "ended", .may = SENDS | CASE_DECIDES, \
		.fields = stop_end_fields, .size = sizeof(struct stop_end), .check = stop_check_end, .effect = stop_ended}, \
	{.name = "void", .label = "登錄錯誤，作廢", .from = "noted", .to = "void", .may = SENDS, .reason = true}, {0}

static const struct life_act applied[] = {
	{.name = "note", .label = "登錄事由", .from = "", .to = "noted", .may = SENDS, .check = stop_check_note, .effect = stop_noted},
	{.name = "edit", .label = "修改", .from = "noted returned", .may = SENDS, .edits = true, .check = stop_check_note, .effect = stop_noted},
	{.name = "file", .label = "登錄申請", .from = "noted", .to = "filed", .may = SENDS, .fields = stop_filing_fields,
		.size = sizeof(struct stop_filing), .note = "逾期提出者仍予收件，由保訓會決定。", .check = stop_check_file, .effect = stop_filed},
	{.name = "forward", .label = "函送保訓會", .from = "filed returned", .to = "forwarded", .may = SENDS, CASE_FORWARD,
		.check = case_check_forward},
	{.name = "return", .label = "退回補正", .from = "forwarded", .to = "returned", .may = CASE_DECIDES, .reason = true,
		.effect = stop_returned},
	DECIDE("forwarded")
};

/* What authority or court orders needs no application. */
static const struct life_act ordered[] = {
	{.name = "note", .label = "登錄應予停止訓練", .from = "", .to = "noted", .may = SENDS, .check = stop_check_note, .effect = stop_noted},
	{.name = "edit", .label = "修改", .from = "noted returned", .may = SENDS, .edits = true, .check = stop_check_note, .effect = stop_noted},
	{.name = "forward", .label = "函送保訓會", .from = "noted returned", .to = "forwarded", .may = SENDS, CASE_FORWARD,
		.check = case_check_forward, .effect = stop_filed},
	{.name = "return", .label = "退回補正", .from = "forwarded", .to = "returned", .may = CASE_DECIDES, .reason = true,
		.effect = stop_returned},
	DECIDE("forwarded")
};

static struct date day(const void *data)
{
	return ((const struct stop *)data)->event;
}

static const char *summary(struct arena *mem, const struct life_record *record)
{
	const struct stop *s = record->data;
	const char *what = s->absent_hours ? arena_print(mem, "缺課%lld／%lld小時", (long long)s->absent_hours, (long long)s->course_hours) :
		s->cause.label ? s->cause.label : "";

	return arena_print(mem, "%s%s%s", what, s->scope.label && *s->scope.label ? arena_print(mem, "，%s自%s", s->scope.label,
		date_text(mem, s->from)) : "", case_marked(s->differs));
}

static struct life_papers papers(struct arena *mem, const struct life_case *c)
{
	struct life_papers p = {1, arena_array(mem, 1, sizeof *p.at)};

	p.at[0] = (struct life_paper){"proof", "證明文件", c->kind == &case_stop_absent ? "缺課紀錄" : "", true, false};
	return p;
}

static bool in_class(const struct life *l)
{
	return l->training.bt == BT_RUNNING || l->training.bt == BT_SELF_RUNNING || l->training.bt == BT_ONLINE;
}

static const char *bt_held(const struct life *l)
{
	if (!case_training(l))
		return "";
	if (!in_class(l) && l->training.bt != BT_ENROLLED)
		return "非基礎訓練期間；服役或公假請依「停止訓練（服役、公假）」辦理，其他事由請依規定請假。";
	return case_no_plan(l);
}

static const char *service_held(const struct life *l)
{
	if (CASE_IN(l, ADMITTED))
		return "尚未分配訓練，不得申請停止訓練；得依規定申請保留受訓資格。";
	if (!case_training(l) && !CASE_IN(l, ALLOCATED))
		return "";
	return case_no_plan(l);
}

static const char *custody_held(const struct life *l)
{
	if (!case_training(l) && !CASE_IN(l, ALLOCATED, REVOKE_FILED))
		return "";
	return case_no_plan(l);
}

static const char *bt_citation(const struct life *l) { return case_cite(l, PLAN_CITE_STOP_BT, "訓練辦法第34條"); }
static const char *absent_citation(const struct life *l) { return case_cite(l, PLAN_CITE_STOP_BT_MANDATORY, "訓練辦法第34條"); }
static const char *service_citation(const struct life *l) { return case_cite(l, PLAN_CITE_STOP_SERVICE, "訓練辦法第34條之1"); }
static const char *custody_citation(const struct life *l) { return case_cite(l, PLAN_CITE_STOP_MANDATORY, "訓練辦法第35條"); }

#define KIND(n, t, r, f, a) .name = n, .title = t, .group = LIFE_APPLICATION, .requirements = r, .fields = f, .size = sizeof(struct stop), \
	.states = stop_states, .acts = a, .see = CASE_SEES, .commission = "forwarded", .day = day, .summary = summary, \
	.review = stop_review, .papers = papers, \
	.draw = stop_draw, .form = "停止訓練函"

const struct life_kind case_stop_bt = {KIND("stop-bt", "停止訓練（基礎訓練期間）", "PLAN-060 PLAN-064", bt_fields, applied),
	.sensitive = true, .held = bt_held, .citation = bt_citation};
const struct life_kind case_stop_absent = {KIND("stop-absent", "應予停止基礎訓練（缺課超過規定時數）", "PLAN-061 PLAN-064", absent_fields, ordered),
	.held = bt_held, .citation = absent_citation};
const struct life_kind case_stop_service = {KIND("stop-service", "停止訓練（服役、公假）", "PLAN-062 PLAN-064", service_fields, applied),
	.held = service_held, .citation = service_citation};
const struct life_kind case_stop_custody = {KIND("stop-custody", "應予停止訓練（刑之執行、戒治、羈押等）", "PLAN-063 PLAN-064", custody_fields,
	ordered), .sensitive = true, .held = custody_held, .citation = custody_citation};
