/* exempt.c: 免除基礎訓練: the earlier basic trainings of a person, and the agency's request that rests on them (附件3).
 * PLAN-047 … 051   LAW: 訓練辦法§18; 訓練計畫第10點 */
#include "app/case/exempt.h"
#include "app/case/bt.h"
#include "base/text.h"
#include "rule/exemption.h"

/* ---- an earlier basic training ---- */

static const struct code levels[] = {
	{"senior1", "高考一級"}, {"senior2", "高考二級"}, {"senior3", "高考三級"}, {"ordinary", "普通考試"}, {"junior", "初等考試"},
	{"special1", "特考一等"}, {"special2", "特考二等"}, {"special3", "特考三等"}, {"special4", "特考四等"}, {"special5", "特考五等"}, {0}
};
static const struct code providers[] = {
	{"college", "國家文官學院"}, {"commissioned", "受國家文官學院委託之訓練機關（構）學校"}, {"other", "其他機關自辦"}, {0}
};
static const struct code modes[] = {{"in_person", "實體課程"}, {"online", "線上學習"}, {0}};
static const struct code earlier_states[] = {{"kept", "已登錄"}, {0}};

static const struct field earlier_fields[] = {
	FIELD(earlier, year, INT, EDIT, "考試年度", .need = true, .least = 50, .most = 200),
	FIELD(earlier, exam, TEXT, EDIT, "考試種類", .need = true, .wide = true, .example = "地方特考"),
	FIELD(earlier, level, CODE, EDIT, "考試等級", .need = true, .list = levels),
	FIELD(earlier, passed_on, DATE, EDIT, "基礎訓練成績通知單日期"),
	FIELD(earlier, provider, CODE, EDIT, "辦理基礎訓練者", .need = true, .list = providers),
	FIELD(earlier, mode, CODE, EDIT, "訓練方式", .need = true, .list = modes),
	FIELD(earlier, passed, BOOL, EDIT, "基礎訓練成績及格"),
	{0}
};

static void check_earlier(struct life_case *c)
{
	case_not_future(c, ((const struct earlier *)c->data)->passed_on, "passed_on");
}

static struct date earlier_day(const void *data)
{
	return ((const struct earlier *)data)->passed_on;
}

/* 「110年地方特考三等考試基礎訓練成績及格」 */
static const char *earlier_words(struct arena *mem, const struct earlier *e)
{
	const char *level = e->level.label ? e->level.label : "";

	if (text_starts(level, "特考"))
		level = arena_print(mem, "%s考試", level + sizeof "特考" - 1);
	if (text_is(level, e->exam))
		level = "";
	return arena_print(mem, "%lld年%s%s基礎訓練成績%s", (long long)e->year, e->exam, level, e->passed ? "及格" : "不及格");
}

static const char *earlier_summary(struct arena *mem, const struct life_record *record)
{
	return earlier_words(mem, record->data);
}

static struct life_papers earlier_papers(struct arena *mem, const struct life_case *c)
{
	struct life_papers p = {2, arena_array(mem, 2, sizeof *p.at)};

	(void)c;
	p.at[0] = (struct life_paper){"certificate", "考試及格證書", "", true, false};
	p.at[1] = (struct life_paper){"result", "基礎訓練成績通知單", "", true, false};
	return p;
}

static const struct life_act earlier_acts[] = {
	{.name = "add", .label = "登錄曾受基礎訓練", .from = "", .to = "kept", .may = CASE_AGENCY | MAY_APPLICANT, .check = check_earlier},
	{.name = "edit", .label = "更正", .from = "kept", .may = CASE_AGENCY, .edits = true, .reason = true, .check = check_earlier},
	{.name = "void", .label = "作廢", .from = "kept", .to = "void", .may = CASE_AGENCY, .reason = true},
	{0}
};

static const char *citation(const struct life *l)
{
	return case_cite(l, PLAN_CITE_EXEMPT, "訓練辦法第18條");
}

static const char *earlier_held(const struct life *l)
{
	return CASE_IN(l, ALLOCATED, IN_TRAINING) ? NULL : "";
}

const struct life_kind case_earlier = {
	.name = "earlier-bt", .title = "曾受基礎訓練紀錄", .group = LIFE_APPLICATION, .requirements = "PLAN-047 … 049", .fields = earlier_fields,
	.size = sizeof(struct earlier), .states = earlier_states, .acts = earlier_acts, .see = CASE_SEES, .held = earlier_held,
	.day = earlier_day, .summary = earlier_summary, .papers = earlier_papers, .citation = citation,
};

/* ---- the test ---- */

enum { MOST = 32 };

static int choice(const struct code *list, struct code code)
{
	for (int i = 0; list[i].id; i++)
		if (text_is(list[i].id, code.id))
			return i;
	return -1;
}

static struct fact_rows rows_of(struct arena *mem, const struct life *l, const struct earlier **records)
{
	struct earlier_bt *at = arena_array(mem, MOST, sizeof *at);
	int n = 0;

	for (struct life_record *r = NULL; n < MOST && (r = life_next(l, &case_earlier, NULL, false, r)); n++) {
		const struct earlier *e = r->data;

		records[n] = e;
		at[n] = (struct earlier_bt){.exam = e->exam, .level = e->level.label, .passed_on = e->passed_on,
			.provider = choice(providers, e->provider), .mode = choice(modes, e->mode), .passed = e->passed};
	}
	return (struct fact_rows){n, at};
}

bool exempt_test(const struct life *l, struct verdict *v, const char **words)
{
	const struct earlier *records[MOST];
	const struct exemption_facts facts = {l->t.exam_level, l->training.report_date, rows_of(v->mem, l, records)};
	struct exemption_values values = {0};

	exemption_judge(v, &facts, &values);
	*words = values.which.known ? earlier_words(v->mem, records[values.which.n]) : "";
	return v->result == RESULT_MET;
}

/* ---- the request ---- */

static const struct code states[] = {
	{"ready", "待列入清冊"}, {"sent", "已函送清冊"}, {"returned", "退回補正"}, {"approved", "免除基礎訓練"}, {"refused", "不予免除"}, {0}
};

static const struct field fields[] = {
	FIELD(exempt, remark, TEXT, EDIT, "備註（考試年度、種類、等級）", .wide = true, .most = 200, .hint = "未填時依曾受基礎訓練紀錄帶入"),
	FIELD(exempt, sent, DATE, SHOW, "清冊函送日期"),
	FIELD(exempt, differs, CODE, SHOW, "標示", .list = case_marks),
	{0}
};

static bool judge(struct life_case *c)
{
	struct exempt *e = c->data;
	const char *words;
	bool met = exempt_test(c->life, life_finding(c, "bt-exemption"), &words);

	if (!*e->remark)
		e->remark = words;
	return met;
}

/* The list is late, and taken all the same.                    PLAN-050 */
static void judge_list(struct life_case *c)
{
	const struct exempt *e = c->data;
	const struct plan_value *within = case_value(c->life, PLAN_EXEMPT_WITHIN);
	struct act_deadline due;
	struct verdict *v;

	if (!within || !date_set(c->life->training.report_date))
		return;
	v = life_finding(c, "exempt-list");
	v->result = RESULT_OK;
	if (verdict_deadline(v, case_cite(c->life, PLAN_CITE_EXEMPT, NULL), c->life->training.report_date, within->length, COUNT_NEXT_DAY, &due) &&
		date_set(e->sent) && date_before(due.due, e->sent))
		verdict_say(v, citation(c->life), "清冊逾期%d日函送，仍予受理並註記", days_between(due.due, e->sent));
}

static void review(struct life_case *c)
{
	judge(c);
	judge_list(c);
}

static void check_ready(struct life_case *c)
{
	judge(c);
	if (c->findings.at[0].verdict.result == RESULT_NOT_IN_PLAN)
		life_refused(c, &c->findings.at[0].verdict, "");
}

static void check_send(struct life_case *c)
{
	const struct case_forward *f = c->answers;

	case_check_forward(c);
	((struct exempt *)c->data)->sent = f->sent;
	review(c);
}

static void check_decision(struct life_case *c)
{
	struct exempt *e = c->data;

	case_check_decision(c, c->answers, e->sent);
	judge(c);
	e->differs = case_mark(case_differs(&c->findings.at[c->findings.n - 1].verdict, text_is(c->act->name, "approve")));
}

/* Found after the last day, it is overdue at once.                                                PLAN-050 */
static void ready(struct db *db, struct life_case *c)
{
	const struct plan_value *within = case_value(c->life, PLAN_EXEMPT_WITHIN);

	life_deadline(db, c, case_training_deadline("exempt-list"), c->life->training.report_date,
		within ? case_length(c->mem, within->length, NULL) : NULL, "next_day", case_cite(c->life, PLAN_CITE_EXEMPT, NULL));
}

static void sent(struct db *db, struct life_case *c)
{
	life_deadline_met(db, c, case_training_deadline("exempt-list"), ((const struct exempt *)c->data)->sent);
}

static void returned(struct db *db, struct life_case *c)
{
	life_tell(db, c, "應免除基礎訓練人員清冊退回補正：%s", c->who.reason);
}

static void approved(struct db *db, struct life_case *c)
{
	const struct case_decision *d = c->answers;
	struct training_news news = life_news(c, TRAINING_EVENTS, d->decided, d->document);
	struct life_record *enrolled = life_last(c->life, &case_enrol, "enrolled postponed called", true);
	struct issues own = issues_new(c->mem, NULL);

	if (enrolled && !life_act(db, c->life, enrolled, "close", NULL, &c->who, &own))
		case_wrong(c, "", "實體課程基礎訓練報名無法結案，請重新整理後再試。");
	training_exempt(db, case_now(db, c), true, &news);
	deadline_cancel(db, &case_online_due, "trainee", c->life->t.id, c->today, "免除基礎訓練");
	life_tell(db, c, "經保訓會核定免除基礎訓練（%s），訓練期間仍為4個月實務訓練", d->document);
}

static void refused(struct db *db, struct life_case *c)
{
	const struct case_decision *d = c->answers;

	life_tell(db, c, "經保訓會核定不予免除基礎訓練（%s）%s", d->document, bt_by_agency(c->life) ? "，請辦理實體課程基礎訓練報名" :
		"，請待國家文官學院調訓");
}

static const struct life_act acts[] = {
	{.name = "ready", .label = "列入應免除基礎訓練人員", .from = "", .to = "ready", .may = CASE_AGENCY, .check = check_ready,
		.effect = ready},
	{.name = "edit", .label = "修改", .from = "ready returned", .may = CASE_AGENCY, .edits = true, .check = check_ready},
	{.name = "send", .label = "函送清冊", .from = "ready returned", .to = "sent", .may = CASE_AGENCY, CASE_FORWARD, .check = check_send,
		.effect = sent, .note = "多人請由「應免除基礎訓練人員清冊」一次函送。"},
	{.name = "return", .label = "退回補正", .from = "sent", .to = "returned", .may = CASE_DECIDES, .reason = true, .effect = returned},
	{.name = "approve", .label = "登錄免除", .from = "sent", .to = "approved", .may = CASE_DECIDES, CASE_DECISION, .grave = true,
		.check = check_decision, .effect = approved},
	{.name = "refuse", .label = "登錄不予免除", .from = "sent returned", .to = "refused", .may = CASE_DECIDES, CASE_DECISION, .reason = true,
		.grave = true, .check = check_decision, .effect = refused},
	{.name = "void", .label = "自清冊移除", .from = "ready", .to = "void", .may = CASE_AGENCY, .reason = true},
	{0}
};

static const char *held(const struct life *l)
{
	if (!CASE_IN(l, IN_TRAINING))
		return "";
	if (l->training.bt == BT_EXEMPT)
		return "已核准免除基礎訓練。";
	if (life_last(l, &case_exempt, "ready sent returned", true))
		return "已列入應免除基礎訓練人員清冊，尚未核定。";
	if (!life_last(l, &case_earlier, NULL, false))
		return "請先登錄「曾受基礎訓練紀錄」。";
	return case_no_plan(l);
}

static struct date day(const void *data)
{
	return ((const struct exempt *)data)->sent;
}

static const char *summary(struct arena *mem, const struct life_record *record)
{
	const struct exempt *e = record->data;

	return arena_print(mem, "%s%s", e->remark, case_marked(e->differs));
}

const struct life_kind case_exempt = {
	.name = "exempt", .title = "免除基礎訓練", .group = LIFE_APPLICATION, .requirements = "PLAN-047 … 051", .fields = fields,
	.size = sizeof(struct exempt), .states = states, .acts = acts, .see = CASE_SEES, .held = held, .day = day, .summary = summary,
	.review = review, .draw = exempt_draw, .form = "應免除基礎訓練人員清冊", .commission = "sent", .citation = citation,
};
