/* shorten.c: 縮短實務訓練 (附件4): earlier service, the application to the agency, its review, what 保訓會 decides.
 * PLAN-052 … 059   LAW: 訓練辦法§20 … §23; 訓練計畫第11點 */
#include "app/case/shorten.h"
#include "base/text.h"
#include "rule/shortening.h"

enum { MOST = 32, GRADE_MOST = 14 };

/* ---- a piece of service ---- */

static const struct code service_states[] = {{"kept", "已登錄"}, {0}};

static const struct field service_fields[] = {
	FIELD(service, agency, TEXT, EDIT, "原服務機關", .need = true, .wide = true, .most = 100),
	FIELD(service, title, TEXT, EDIT, "職稱", .most = 60),
	FIELD(service, from, DATE, EDIT, "到職日期", .need = true),
	FIELD(service, to, DATE, EDIT, "離職日期", .hint = "在職者免填，核計至分配報到前1日"),
	FIELD(service, series, TEXT, EDIT, "職系", .most = 40),
	FIELD(service, grade, INT, EDIT, "審定官職等（1至14）", .least = 0, .most = GRADE_MOST, .hint = "委任第五職等填5，薦任第六職等填6"),
	FIELD(service, range_min, INT, EDIT, "職務列等（最低）", .least = 0, .most = GRADE_MOST),
	FIELD(service, range_max, INT, EDIT, "職務列等（最高）", .least = 0, .most = GRADE_MOST),
	FIELD(service, work, TEXT, EDIT, "工作內容", .lines = true, .wide = true, .most = 1000),
	FIELD(service, certificate, BOOL, EDIT, "無職系之職務，已附原服務機關工作內容證明"),
	FIELD(service, equivalent, INT, EDIT, "職責程度相當之職等（1至14）", .least = 0, .most = GRADE_MOST,
		.hint = "依「各類人員與行政機關公務人員職等相當年資採計提敘俸級對照表」"),
	FIELD(service, recognised, TEXT, SHOW, "保訓會認定之職系"),
	FIELD(service, recognised_by, TEXT, SHOW, "認定文號"),
	FIELD(service, recognised_on, DATE, SHOW, "認定日期"),
	{0}
};

static const struct field recognise_fields[] = {
	FIELD(recognise, series, TEXT, EDIT, "認定之職系", .need = true, .most = 40),
	FIELD(recognise, document, TEXT, EDIT, "認定文號", .need = true, .most = 60),
	FIELD(recognise, decided, DATE, EDIT, "認定日期", .need = true, .today = true),
	{0}
};

static void check_service(struct life_case *c)
{
	const struct service *s = c->data;

	issue_range(c->issues, -1, "from", s->from, "to", s->to);
	if (s->range_max && s->range_min > s->range_max)
		case_wrong(c, "range_max", "職務列等之最高職等不可低於最低職等。");
	case_not_future(c, s->from, "from");
}

/* LAW: 訓練辦法§21 */
static void check_recognise(struct life_case *c)
{
	const struct recognise *a = c->answers;
	struct service *s = c->data;

	case_not_future(c, a->decided, "decided");
	if (*s->series)
		case_wrong(c, "series", "此職務已有職系「%s」，無須認定。", s->series);
	s->recognised = a->series;
	s->recognised_by = a->document;
	s->recognised_on = a->decided;
}

static struct date service_day(const void *data)
{
	return ((const struct service *)data)->from;
}

static const char *service_summary(struct arena *mem, const struct life_record *record)
{
	const struct service *s = record->data;

	return arena_print(mem, "%s%s，%s至%s", s->agency, s->title, date_text(mem, s->from), date_set(s->to) ? date_text(mem, s->to) : "今");
}

static struct life_papers service_papers(struct arena *mem, const struct life_case *c)
{
	const struct service *s = c->data;
	struct life_papers p = {0, arena_array(mem, 3, sizeof *p.at)};

	p.at[p.n++] = (struct life_paper){"review", "銓敘部銓敘審定函", "未送審人員免附", *s->series != 0, false};
	p.at[p.n++] = (struct life_paper){"employment", "在職或離職證明", "", true, false};
	if (!*s->series)
		p.at[p.n++] = (struct life_paper){"work", "原服務機關工作內容證明", "無職系之職務，由保訓會認定", true, false};
	return p;
}

static const struct life_act service_acts[] = {
	{.name = "add", .label = "登錄曾任公職年資", .from = "", .to = "kept", .may = CASE_AGENCY | MAY_APPLICANT, .check = check_service},
	{.name = "edit", .label = "更正", .from = "kept", .may = CASE_AGENCY, .edits = true, .reason = true, .check = check_service},
	{.name = "recognise", .label = "登錄職系認定", .from = "kept", .may = CASE_DECIDES, .fields = recognise_fields,
		.size = sizeof(struct recognise), .check = check_recognise},
	{.name = "void", .label = "作廢", .from = "kept", .to = "void", .may = CASE_AGENCY, .reason = true},
	{0}
};

static const char *citation(const struct life *l)
{
	return case_cite(l, PLAN_CITE_SHORTEN, "訓練辦法第20條");
}

static const char *service_held(const struct life *l)
{
	return CASE_IN(l, ALLOCATED, IN_TRAINING) ? NULL : "";
}

const struct life_kind case_service = {
	.name = "service", .title = "曾任公職年資", .group = LIFE_APPLICATION, .requirements = "PLAN-053 … 057", .fields = service_fields,
	.size = sizeof(struct service), .states = service_states, .acts = service_acts, .see = CASE_SEES, .held = service_held,
	.day = service_day, .summary = service_summary, .papers = service_papers, .citation = citation,
};

/* ---- the application ---- */

const struct deadline_kind case_shorten_forward = {
	.name = "shorten-forward", .title = "審核並函送縮短實務訓練申請", .length = "7d", .counted = "next_day", .who = "用人機關",
	.consequence = "訓練計畫未定函送期限，以7日提醒", .citation = "訓練計畫第11點第1款", .link = "/trainees/",
};

static const struct code channels[] = {{"agency", "向實務訓練機關提出"}, {"direct", "逕向保訓會提出"}, {0}};
static const struct code states[] = {
	{"filed", "已提出"}, {"reviewed", "機關已審核"}, {"forwarded", "已函送保訓會"}, {"returned", "退回補正"}, {"approved", "縮短實務訓練"},
	{"refused", "不予縮短"}, {"revoked", "撤銷縮短"}, {"withdrawn", "已撤回"}, {0}
};

static const struct field fields[] = {
	FIELD(shorten, filed, DATE, EDIT, "申請日期", .need = true, .today = true, .hint = "受訓人員交付機關之日"),
	FIELD(shorten, channel, CODE, EDIT, "提出方式", .need = true, .list = channels),
	FIELD(shorten, work, TEXT, EDIT, "實務訓練職務內容", .lines = true, .wide = true, .most = 1000),
	FIELD(shorten, meets, CODE, SHOW, "機關審核結果", .list = case_yes_no),
	FIELD(shorten, arrived, DATE, SHOW, "核准函文到日"),
	FIELD(shorten, differs, CODE, SHOW, "標示", .list = case_marks),
	{0}
};
static const struct field review_fields[] = {
	FIELD(shorten_review, meets, CODE, EDIT, "審核結果（符合者請填「是」）", .need = true, .list = case_yes_no),
	FIELD(shorten_review, confirmed, BOOL, EDIT, "審核結果與系統計算不同時，確認無誤"),
	FIELD(shorten_review, note, TEXT, EDIT, "審核說明", .lines = true, .wide = true, .most = 1000),
	{0}
};

static struct maybe_int grade(int64_t n)
{
	return (struct maybe_int){n > 0, n};
}

static struct service_row row_of(const struct service *s)
{
	const char *series = *s->series ? s->series : *s->recognised ? s->recognised : NULL;

	return (struct service_row){.from = s->from, .to = s->to, .series = series, .grade = grade(s->grade),
		.equivalent_grade = grade(s->equivalent), .range = {s->range_min > 0 && s->range_max > 0, s->range_min, s->range_max},
		.certificate = s->certificate};
}

static struct fact_rows rows_of(struct arena *mem, const struct life *l)
{
	struct service_row *at = arena_array(mem, MOST, sizeof *at);
	int n = 0;

	for (struct life_record *r = NULL; n < MOST && (r = life_next(l, &case_service, NULL, false, r)); n++)
		at[n] = row_of(r->data);
	return (struct fact_rows){n, at};
}

static struct verdict *judge(struct life_case *c)
{
	const struct shorten *s = c->data;
	const struct training *t = &c->life->training;
	const struct intended_post post = {.grade = t->intended_grade, .series = *t->post_series ? t->post_series : NULL,
		.range = {t->post_grade_min > 0 && t->post_grade_max > 0, t->post_grade_min, t->post_grade_max}};
	const struct shortening_facts facts = {.level = c->life->t.exam_level,
		.report_date = date_set(t->report_date) ? t->report_date : t->report_by, .filed_on = s->filed,
		.channel = case_is(s->channel, "direct") ? CHANNEL_DIRECT : CHANNEL_AGENCY, .intended = &post,
		.service = rows_of(c->mem, c->life)};
	struct shortening_values values = {.branch = -1};
	struct verdict *v = life_finding(c, "pt-shortening");

	if (!date_set(facts.report_date))
		verdict_data_missing(v, citation(c->life), "report_date", "報到日期或報到期限");
	if (!t->intended_grade)
		verdict_data_missing(v, citation(c->life), "intended/grade", "擬任職等");
	if (!post.series)
		verdict_data_missing(v, citation(c->life), "intended/series", "擬任職務之職系");
	if (v->result != RESULT_DATA_MISSING)
		shortening_judge(v, &facts, &values);
	return v;
}

static void review(struct life_case *c)
{
	judge(c);
}

static void check_file(struct life_case *c)
{
	const struct shorten *s = c->data;

	case_not_future(c, s->filed, "filed");
	if (date_set(s->filed) && date_before(s->filed, c->life->training.report_date))
		case_remark(c, "filing", citation(c->life), "申請日期早於報到日期%s", date_long_text(c->mem, c->life->training.report_date));
	judge(c);
}

static void check_review(struct life_case *c)
{
	const struct shorten_review *a = c->answers;
	struct shorten *s = c->data;

	s->meets = a->meets;
	s->differs = case_mark(*a->meets.id && case_differs(judge(c), case_is(a->meets, "yes")));
	if (case_is(s->differs, "differs") && !a->confirmed)
		case_wrong(c, "confirmed", "審核結果與系統計算不同，請核對後勾選確認，或更正審核結果。");
}

/* LAW: 訓練辦法§20: 縮短者為2個月, from the day of reporting, whenever the approval comes.                          PLAN-013 */
static void warn_of_late_approval(struct life_case *c, struct date arrived)
{
	const struct plan_value *period = case_value(c->life, PLAN_PERIOD_SHORTENED);
	struct date report = c->life->training.report_date;
	struct date end = period && date_set(report) ? period_end(report, period->length) : (struct date){0};

	if (date_set(end) && date_before(end, arrived))
		case_remark(c, "shortening-late", citation(c->life), "核准日晚於縮短後期滿日：核准函於%s到達，縮短後訓練期滿日為%s",
			date_long_text(c->mem, arrived), date_long_text(c->mem, end));
}

static void check_approve(struct life_case *c)
{
	const struct case_decision *d = c->answers;
	struct shorten *s = c->data;

	case_check_decision(c, d, s->filed);
	case_need(c, date_set(d->served), "served");
	s->arrived = d->served;
	s->differs = case_mark(case_differs(judge(c), true));
	if (date_set(d->served))
		warn_of_late_approval(c, d->served);
}

static void check_refuse(struct life_case *c)
{
	struct shorten *s = c->data;

	case_check_decision(c, c->answers, s->filed);
	s->differs = case_mark(case_differs(judge(c), false));
}

static void filed(struct db *db, struct life_case *c)
{
	const struct shorten *s = c->data;

	life_deadline_met(db, c, case_training_deadline("shortening"), s->filed);
	if (case_is(s->channel, "agency"))
		life_deadline(db, c, &case_shorten_forward, s->filed, NULL, NULL, citation(c->life));
}

static void forwarded(struct db *db, struct life_case *c)
{
	life_deadline_met(db, c, &case_shorten_forward, ((const struct case_forward *)c->answers)->sent);
}

static void withdrawn(struct db *db, struct life_case *c)
{
	deadline_cancel(db, &case_shorten_forward, "trainee", c->life->t.id, c->today, c->act->label);
}

static void returned(struct db *db, struct life_case *c)
{
	life_tell(db, c, "縮短實務訓練申請退回補正：%s", c->who.reason);
}

static void move_end(struct db *db, struct life_case *c, enum end_cause cause, struct date arrived, struct date day, const char *document)
{
	struct training_news news = life_news(c, TRAINING_EVENTS, day, document);

	training_end_moves(db, case_now(db, c), &(struct end_row){.cause = cause, .document = document, .arrived = arrived, .remark = c->kind->title,
		.made = c->who.now}, &news, c->issues);
}

static void approved(struct db *db, struct life_case *c)
{
	const struct case_decision *d = c->answers;
	bool reported = c->life->training.attempt;

	if (reported)
		move_end(db, c, END_SHORTENED, d->served, d->decided, d->document);
	life_tell(db, c, "經保訓會核准縮短實務訓練（%s，%s文到），%s", d->document, date_long_text(c->mem, d->served),
		reported ? "自文到日起為試辦階段" : "報到之日起為試辦階段，訓練期間自報到之日起算");
}

bool shorten_follows(struct db *db, int64_t admission, const struct training_news *news)
{
	struct arena *mem = db_arena(db);
	struct issues issues = issues_new(mem, NULL);
	struct life l;

	if (!life_load(db, mem, admission, moment_date(news->now), &l))
		return false;
	const struct life_record *r = life_last(&l, &case_shorten, "approved", false);
	const struct case_decision *d = r && l.training.attempt == 1 && !l.training.shortened ? life_answers(r, "approve") : NULL;

	if (!d)
		return false;
	training_end_moves(db, &l.training, &(struct end_row){.cause = END_SHORTENED, .document = d->document, .arrived = d->served,
		.remark = case_shorten.title, .made = news->now}, news, &issues);
	deadline_meet(db, case_training_deadline("shortening"), "trainee", admission, ((const struct shorten *)r->data)->filed);
	return true;
}

static void refused(struct db *db, struct life_case *c)
{
	const struct case_decision *d = c->answers;

	withdrawn(db, c);
	life_tell(db, c, "縮短實務訓練申請：保訓會不予縮短（%s）", d->document);
}

/* The period is again the full one.                            PLAN-015 */
static void revoked(struct db *db, struct life_case *c)
{
	const struct case_decision *d = c->answers;

	if (c->life->training.attempt)
		move_end(db, c, END_SHORTENING_WITHDRAWN, d->served, d->decided, d->document);
	life_tell(db, c, "縮短實務訓練之核准經撤銷（%s），訓練期間回復", d->document);
}

static const struct life_act acts[] = {
	{.name = "file", .label = "登錄申請", .from = "", .to = "filed", .may = CASE_AGENCY | MAY_COMMISSION, .check = check_file, .effect = filed},
	{.name = "edit", .label = "修改", .from = "filed returned", .may = CASE_AGENCY, .edits = true, .reason = true, .check = check_file},
	{.name = "review", .label = "登錄機關審核結果", .from = "filed returned reviewed", .to = "reviewed", .may = CASE_AGENCY,
		.fields = review_fields, .size = sizeof(struct shorten_review), .check = check_review},
	{.name = "forward", .label = "函送保訓會", .from = "reviewed", .to = "forwarded", .may = CASE_AGENCY, CASE_FORWARD,
		.check = case_check_forward, .effect = forwarded},
	{.name = "return", .label = "退回補正", .from = "forwarded", .to = "returned", .may = CASE_DECIDES, .reason = true, .effect = returned},
	{.name = "approve", .label = "登錄核准", .from = "forwarded", .to = "approved", .may = CASE_DECIDES, CASE_DECISION, .grave = true,
		.note = "訓練期間改為自報到日起2個月。", .check = check_approve, .effect = approved},
	{.name = "refuse", .label = "登錄不准", .from = "filed forwarded returned", .to = "refused", .may = CASE_DECIDES, CASE_DECISION,
		.reason = true, .grave = true, .check = check_refuse, .effect = refused},
	{.name = "revoke", .label = "登錄撤銷縮短", .from = "approved", .to = "revoked", .may = CASE_DECIDES, CASE_DECISION, .reason = true,
		.grave = true, .check = check_refuse, .effect = revoked},
	{.name = "withdraw", .label = "撤回申請", .from = "filed reviewed", .to = "withdrawn", .may = CASE_AGENCY, .reason = true,
		.effect = withdrawn},
	{0}
};

/* In one of the states, of this attempt or from before it. */
static bool there_is(const struct life *l, const char *in)
{
	const struct life_record *r = NULL;

	while ((r = life_next(l, &case_shorten, in, false, r)))
		if (!r->training || r->training == l->training.id)
			return true;
	return false;
}

/* Service and post are known with the allocation; most ask after reporting. */
static const char *held(const struct life *l)
{
	if (!CASE_IN(l, ALLOCATED, IN_TRAINING))
		return "";
	if (l->training.shortened || (!l->training.attempt && there_is(l, "approved")))
		return "已核准縮短實務訓練。";
	if (there_is(l, "filed reviewed forwarded returned"))
		return "縮短實務訓練申請尚在處理中。";
	return case_no_plan(l);
}

static void begin(const struct life *l, void *data)
{
	(void)l;
	((struct shorten *)data)->channel = channels[0];
}

static struct date day(const void *data)
{
	return ((const struct shorten *)data)->filed;
}

static const char *summary(struct arena *mem, const struct life_record *record)
{
	const struct shorten *s = record->data;

	return arena_print(mem, "%s申請%s%s", date_text(mem, s->filed),
		date_set(s->arrived) ? arena_print(mem, "，%s文到", date_text(mem, s->arrived)) : "", case_marked(s->differs));
}

const struct life_kind case_shorten = {
	.name = "shorten", .title = "縮短實務訓練申請", .group = LIFE_APPLICATION, .requirements = "PLAN-052 … 059", .fields = fields,
	.size = sizeof(struct shorten), .states = states, .acts = acts, .see = CASE_SEES, .held = held, .begin = begin, .day = day,
	.summary = summary, .review = review, .draw = shorten_draw, .form = "縮短實務訓練申請書", .commission = "forwarded", .citation = citation,
};
