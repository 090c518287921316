/* makeup.c: 補訓／重新訓練 after a retention (附件2).
 * PLAN-042, 043, 045, 046, 136   LAW: 公務人員考試法§5II; 訓練辦法§16, §45I; 訓練計畫第9點 */
#include "app/case/retain.h"
#include "base/text.h"
#include "rule/makeup.h"

const struct deadline_kind case_forfeit_task = {
	.name = "forfeit-task", .title = "認定喪失考試錄取資格", .who = "保訓會", .consequence = "逾期未申請補訓或重新訓練者，喪失考試錄取資格",
	.citation = "公務人員考試法第5條第2項；訓練辦法第45條第1項", .link = "/trainees/",
};
const struct deadline_kind case_makeup_due = {
	.name = "makeup", .title = "申請補訓或重新訓練", .length = "3m", .counted = "next_day", .who = "申請人",
	.consequence = "逾期未申請者，喪失考試錄取資格（由保訓會認定）", .citation = "公務人員考試法第5條第2項；訓練辦法第45條第1項",
	.link = "/trainees/", .missed = &case_forfeit_task,
};

static const struct code wanted[] = {{"makeup", "補訓"}, {"retrain", "重新訓練"}, {0}};
static const struct code channels[] = {{"online", "網路線上申辦"}, {"post", "掛號郵寄"}, {0}};

static const struct field fields[] = {
	FIELD(makeup, wanted, CODE, EDIT, "申請種類", .need = true, .list = wanted),
	FIELD(makeup, cause, CODE, EDIT, "核准保留之事由", .need = true, .list = retain_causes, .privacy = SENSITIVE),
	FIELD(makeup, cause_text, TEXT, EDIT, "事由說明", .wide = true, .most = 500, .privacy = SENSITIVE),
	FIELD(makeup, retained, DATE, EDIT, "保留受訓資格核准函日期"),
	FIELD(makeup, retained_no, TEXT, EDIT, "保留受訓資格核准文號", .most = 60),
	FIELD(makeup, postal_code, TEXT, EDIT, "郵遞區號", .most = 6, .privacy = PERSONAL),
	FIELD(makeup, address, TEXT, EDIT, "通訊地址", .wide = true, .privacy = PERSONAL),
	FIELD(makeup, phone, TEXT, EDIT, "電話", .most = 40, .privacy = PERSONAL),
	FIELD(makeup, channel, CODE, EDIT, "申請方式", .need = true, .list = channels),
	FIELD(makeup, posted, DATE, EDIT, "郵戳日期", .hint = "掛號郵寄者；無郵戳時填收件日期"),
	FIELD(makeup, received, DATE, EDIT, "收件日期"),
	FIELD(makeup, filed, DATE, SHOW, "申請日期"),
	FIELD(makeup, differs, CODE, SHOW, "標示", .list = case_marks),
	{0}
};

static const struct code states[] = {
	{"draft", "草稿"}, {"filed", "已送出"}, {"received", "已收件"}, {"returned", "補件中"}, {"approved", "已核准"}, {"refused", "不准"},
	{"withdrawn", "已撤回"}, {0}
};

const struct retain *retained_of(const struct life *l)
{
	const struct life_record *r = life_last(l, &case_retain, "approved ended", false);

	return r ? r->data : NULL;
}

/* ---- what the rules say ---- */

/* 補訓 alone, or 重新訓練 too?                                 PLAN-042 */
static void judge_kind(struct life_case *c)
{
	const struct makeup *m = c->data;
	const struct retain *r = retained_of(c->life);
	const struct makeup_kind_facts facts = {.exam_year = c->life->t.exam_year,
		.in_training = {r != NULL, r && r->in_training}};
	struct makeup_kind_values values = {0};
	struct verdict *v = life_finding(c, "makeup-kind");
	bool offered = false;

	makeup_kind_judge(v, &facts, &values);
	for (int i = 0; i < values.kinds.n; i++)
		offered = offered || text_is(values.kinds.at[i], m->wanted.id);
	if (v->result == RESULT_OK && *m->wanted.id && !offered)
		verdict_refuse(v, NULL, c->kind->citation(c->life), "%lld年考試錄取人員不得申請%s", (long long)c->life->t.exam_year, m->wanted.label);
}

/* PLAN-043 */
static void judge_window(struct life_case *c, struct date filed)
{
	const struct retain *r = retained_of(c->life);
	const struct makeup_window_facts facts = {.retention_end = r ? r->until : (struct date){0},
		.cause_ended = r ? retain_cause_end(r) : (struct date){0}, .study = r && retain_study(r->cause), .filed = filed};
	struct makeup_window_values values = {0};

	makeup_window_judge(life_finding(c, "makeup-window"), &facts, &values);
}

static void review(struct life_case *c)
{
	judge_kind(c);
	judge_window(c, ((const struct makeup *)c->data)->filed);
	case_missing_papers(c);
}

/* ---- checks ---- */

static void check_draft(struct life_case *c)
{
	struct makeup *m = c->data;

	if (c->who.applicant)
		m->channel = channels[0];
	case_not_future(c, m->posted, "posted");
	case_not_future(c, m->received, "received");
	case_not_future(c, m->retained, "retained");
	judge_kind(c);
	life_refused(c, &c->findings.at[c->findings.n - 1].verdict, "wanted");
}

static void check_file(struct life_case *c)
{
	struct makeup *m = c->data;

	check_draft(c);
	if (case_is(m->channel, "post"))
		case_need(c, date_set(m->posted) || date_set(m->received), "posted");
	m->filed = !case_is(m->channel, "post") ? case_day(c) : date_set(m->posted) ? m->posted : m->received;
	judge_window(c, m->filed);
	case_missing_papers(c);
}

static bool flag(struct life_case *c, bool approved)
{
	for (int i = c->findings.n; i-- > 0;)
		if (text_is(c->findings.at[i].rule, "makeup-window"))
			return case_differs(&c->findings.at[i].verdict, approved);
	return false;
}

static void check_decision(struct life_case *c)
{
	struct makeup *m = c->data;

	case_check_decision(c, c->answers, m->filed);
	review(c);
	m->differs = case_mark(flag(c, text_is(c->act->name, "approve")));
}

/* ---- what follows ---- */

static void filed(struct db *db, struct life_case *c)
{
	const struct makeup *m = c->data;

	case_happen(db, c, EVENT_MAKEUP_FILED, m->filed, "");
	life_deadline_met(db, c, &case_makeup_due, m->filed);
	deadline_cancel(db, &case_forfeit_task, "trainee", c->life->t.id, c->today, "已申請補訓或重新訓練");
	life_deadline_met(db, c, &case_retain_end, m->filed);
	life_deadline_met(db, c, &case_child_three, m->filed);
}

static void returned(struct db *db, struct life_case *c)
{
	life_tell(db, c, "補訓／重新訓練申請退回補件：%s", c->who.reason);
}

static void approved(struct db *db, struct life_case *c)
{
	const struct case_decision *d = c->answers;

	case_happen(db, c, EVENT_MAKEUP_APPROVED, d->decided, d->document);
	life_tell(db, c, "%s經保訓會核准（%s），並函知行政院人事行政總處及銓敘部依序分配", ((const struct makeup *)c->data)->wanted.label,
		d->document);
}

/* The retention goes on, and with it the three months. */
static void back(struct db *db, struct life_case *c, struct date day, const char *document)
{
	case_happen(db, c, EVENT_MAKEUP_REFUSED, day, document);
	deadline_reopen(db, &case_makeup_due, "trainee", c->life->t.id);
	life_tell(db, c, "補訓／重新訓練申請：%s", c->act->label);
}

static void refused(struct db *db, struct life_case *c)
{
	const struct case_decision *d = c->answers;

	back(db, c, d->decided, d->document);
}

static void withdrawn(struct db *db, struct life_case *c)
{
	back(db, c, case_day(c), "");
}

#define OPEN_STATES "filed received returned"

static const struct life_act acts[] = {
	{.name = "draft", .label = "建立申請書", .from = "", .to = "draft", .may = CASE_APPLIES, .check = check_draft},
	{.name = "edit", .label = "修改申請書", .from = "draft returned", .may = CASE_APPLIES, .edits = true, .check = check_draft},
	{.name = "file", .label = "送出申請", .from = "draft", .to = "filed", .may = CASE_APPLIES, .grave = true,
		.note = "送出後不可修改，僅得撤回；逾期送出者仍予收件，由保訓會決定。", .check = check_file, .effect = filed},
	{.name = "receive", .label = "收件", .from = "filed", .to = "received", .may = CASE_DECIDES},
	{.name = "return", .label = "退回補件", .from = "filed received", .to = "returned", .may = CASE_DECIDES, .reason = true, .effect = returned},
	{.name = "supply", .label = "補件完成", .from = "returned", .to = "received", .may = CASE_APPLIES, .note = "申請日期不因補件而變更。"},
	{.name = "withdraw", .label = "撤回申請", .from = OPEN_STATES, .to = "withdrawn", .may = CASE_APPLIES, .reason = true, .grave = true,
		.effect = withdrawn},
	{.name = "approve", .label = "登錄核准", .from = "filed received", .to = "approved", .may = CASE_DECIDES, CASE_DECISION, .grave = true,
		.check = check_decision, .effect = approved},
	{.name = "refuse", .label = "登錄不准", .from = OPEN_STATES, .to = "refused", .may = CASE_DECIDES, CASE_DECISION, .reason = true,
		.grave = true, .note = "經查明證明文件有偽造變造者，不予補訓或重新訓練。", .check = check_decision, .effect = refused},
	{0}
};

static const char *held(const struct life *l)
{
	if (CASE_IN(l, RETAINED, MAKEUP_REQUESTED))
		return case_no_plan(l);
	return "";
}

static void begin(const struct life *l, void *data)
{
	struct makeup *m = data;
	const struct life_record *record = life_last(l, &case_retain, "approved ended", false);
	const struct retain *r = record ? record->data : NULL;
	const struct case_decision *d = record ? life_answers(record, "approve") : NULL;

	m->wanted = r && r->in_training ? wanted[1] : wanted[0];
	m->channel = channels[0];
	if (!r)
		return;
	m->cause = r->cause;
	m->cause_text = r->cause_text;
	m->postal_code = r->postal_code;
	m->address = r->address;
	m->phone = r->phone;
	if (d) {
		m->retained = d->decided;
		m->retained_no = d->document;
	}
}

static struct date day(const void *data)
{
	return ((const struct makeup *)data)->filed;
}

static const char *summary(struct arena *mem, const struct life_record *record)
{
	const struct makeup *m = record->data;

	return arena_print(mem, "%s%s", m->wanted.label ? m->wanted.label : "", case_marked(m->differs));
}

static const char *citation(const struct life *l)
{
	return case_cite(l, PLAN_CITE_MAKEUP_WINDOW, "公務人員考試法第5條第2項、訓練辦法第16條");
}

const struct life_kind case_makeup = {
	.name = "makeup", .title = "補訓／重新訓練申請", .group = LIFE_APPLICATION, .requirements = "PLAN-042 … 046, 136", .fields = fields,
	.size = sizeof(struct makeup), .states = states, .acts = acts, .see = CASE_SEES, .sensitive = true, .held = held, .begin = begin,
	.day = day, .summary = summary, .review = review, .papers = makeup_papers, .draw = makeup_draw,
	.form = "正額錄取人員補訓／重新訓練申請書",
	.commission = "filed received", .citation = citation,
};
