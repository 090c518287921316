/* bt_class.c: how a trainee comes into a class of basic training: enrolled by the agency (113身障), called by 文官學院, moved to
 * another batch.      PLAN-025, 026, 030, 141   LAW: 訓練辦法§6, §11-1, §17; 訓練計畫第2點第1款, 第7點第1款, 第16點第3款 */
#include "app/case/bt.h"
#include "base/text.h"

bool bt_by_agency(const struct life *l)
{
	const struct plan_value *v = case_value(l, PLAN_BT_ENROL_METHOD);

	return v && text_is(v->text, "agency_application");
}

bool bt_scored(const struct life *l)
{
	return case_plan_has(l, PLAN_BT_SCORED);
}

const struct field bt_class_fields[] = {
	FIELD(bt_class, name, TEXT, EDIT, "班別（梯次）", .need = true, .most = 80),
	FIELD(bt_class, start, DATE, EDIT, "開訓日期", .need = true),
	FIELD(bt_class, end, DATE, EDIT, "結訓日期", .need = true),
	FIELD(bt_class, place, TEXT, EDIT, "訓練機關（構）學校", .need = true, .wide = true, .most = 100),
	FIELD(bt_class, document, TEXT, EDIT, "調訓文號", .most = 60),
	{0}
};

void bt_check_class(struct life_case *c, const struct bt_class *b)
{
	struct date reported = c->life->training.report_date;

	issue_range(c->issues, -1, "start", b->start, "end", b->end);
	if (date_set(b->start) && date_set(reported) && date_before(b->start, reported))
		case_wrong(c, "start", "開訓日期早於報到日期%s；受訓人員應先向實務訓練機關報到。", date_text(c->mem, reported));
	if (date_set(b->end) && date_set(c->life->training.end) && date_before(c->life->training.end, b->end))
		case_remark(c, "bt-class", c->kind->citation(c->life), "結訓日期晚於訓練期滿日%s；期滿日不變，請證俟基礎訓練完成後辦理",
			date_long_text(c->mem, c->life->training.end));
}

void bt_put_class(struct db *db, struct life_case *c, struct date start, struct date end, const char *document)
{
	struct training_news news = life_news(c, TRAINING_EVENTS, case_day(c), document);

	training_bt_class(db, case_now(db, c), start, end, &news);
}

/* ---- 113身障: the agency enrols ---- */

struct enrol { const char *needs, *name, *place; struct date enrolled, start, end; };
struct postponed { struct code reason; const char *note; };

static const struct code states[] = {
	{"enrolled", "已報名"}, {"postponed", "延期"}, {"called", "已通知"}, {"running", "受訓中"}, {"done", "完成"}, {"unfinished", "未完成"},
	{"closed", "已結案"}, {0}
};
static const struct code reasons[] = {
	{"hospital", "住院"}, {"illness", "重大傷病"}, {"birth", "分娩、流產"}, {"family", "婚、喪"}, {"busy", "業務繁忙"},
	{"other", "其他重大事由"}, {0}
};
#define CLASS(S) FIELD(S, name, TEXT, SHOW, "班別（梯次）"), FIELD(S, start, DATE, SHOW, "開訓日期"), \
	FIELD(S, end, DATE, SHOW, "結訓日期"), FIELD(S, place, TEXT, SHOW, "訓練機關（構）學校"), {0}
static const struct field enrol_fields[] = {
	FIELD(enrol, enrolled, DATE, EDIT, "報名日期", .need = true, .today = true),
	FIELD(enrol, needs, TEXT, EDIT, "訓練所需協助", .lines = true, .wide = true, .most = 1000, .privacy = SENSITIVE),
	CLASS(enrol)
};
static const struct field postponed_fields[] = {
	FIELD(postponed, reason, CODE, EDIT, "延期事由", .need = true, .list = reasons),
	FIELD(postponed, note, TEXT, EDIT, "說明", .need = true, .lines = true, .wide = true, .most = 500), {0}
};

static void check_enrol(struct life_case *c)
{
	const struct enrol *e = c->data;

	case_not_future(c, e->enrolled, "enrolled");
	if (c->life->training.bt_exempt)
		case_wrong(c, "", "已核准免除基礎訓練，無須報名（%s）。", c->kind->citation(c->life));
}

/* No agency may refuse for want of hands.                      PLAN-030   LAW: 113身障第16點第3款 */
static void check_postpone(struct life_case *c)
{
	const struct postponed *p = c->answers;

	if (case_is(p->reason, "busy"))
		case_wrong(c, "reason", "實務訓練機關（構）學校不得以業務繁忙為由拒絕指派受訓人員參訓（%s）。",
			case_cite(c->life, PLAN_CITE_BT_SUPPORT, NULL));
}

static void check_call(struct life_case *c)
{
	const struct bt_class *b = c->answers;
	struct enrol *e = c->data;

	bt_check_class(c, b);
	*e = (struct enrol){e->needs, b->name, b->place, e->enrolled, b->start, b->end};
}

static void enrolled(struct db *db, struct life_case *c)
{
	case_bt(db, c, BT_ENROLLED, case_day(c), "");
}

static void called(struct db *db, struct life_case *c)
{
	const struct bt_class *b = c->answers;

	bt_put_class(db, c, b->start, b->end, b->document);
	life_tell(db, c, "國家文官學院通知參加%s，%s開訓", b->name, date_long_text(c->mem, b->start));
}

static void running(struct db *db, struct life_case *c)
{
	case_bt(db, c, BT_RUNNING, case_day(c), "");
}

static void done(struct db *db, struct life_case *c)
{
	case_bt(db, c, BT_DONE, case_day(c), "");
}

static void unfinished(struct db *db, struct life_case *c)
{
	case_bt(db, c, BT_NONE, case_day(c), "");
	life_tell(db, c, "實體課程基礎訓練未完成：%s", c->who.reason);
}

static const struct life_act enrol_acts[] = {
	{.name = "enrol", .label = "報名實體課程基礎訓練", .from = "", .to = "enrolled", .may = CASE_AGENCY,
		.check = check_enrol, .effect = enrolled},
	{.name = "edit", .label = "修改", .from = "enrolled postponed", .may = CASE_AGENCY, .edits = true, .check = check_enrol},
	{.name = "postpone", .label = "申請延期", .from = "enrolled called", .to = "postponed", .may = CASE_AGENCY, .fields = postponed_fields,
		.size = sizeof(struct postponed), .note = "不得以業務繁忙為由；保訓會得查核。", .check = check_postpone},
	{.name = "resume", .label = "延期事由消滅", .from = "postponed", .to = "enrolled", .may = CASE_AGENCY, .effect = enrolled},
	{.name = "call", .label = "登錄調訓通知", .from = "enrolled called", .to = "called", .may = CASE_COLLEGE, .fields = bt_class_fields,
		.size = sizeof(struct bt_class), .check = check_call, .effect = called},
	{.name = "start", .label = "登錄開訓", .from = "called", .to = "running", .may = CASE_COLLEGE, .effect = running},
	{.name = "finish", .label = "登錄完成", .from = "running", .to = "done", .may = CASE_COLLEGE, .effect = done},
	{.name = "drop", .label = "登錄未完成", .from = "called running", .to = "unfinished", .may = CASE_COLLEGE, .reason = true,
		.effect = unfinished},
	{.name = "void", .label = "取消報名", .from = "enrolled", .to = "void", .may = CASE_AGENCY, .reason = true, .effect = unfinished},
	{.name = "stop", .label = "核准停止基礎訓練", .from = "called running", .to = "unfinished"},     /* by the program, and so is this: */
	{.name = "close", .label = "免除基礎訓練，報名結案", .from = "enrolled postponed called", .to = "closed"},
	{0}
};

static const char *enrol_held(const struct life *l)
{
	if (!l->plan || !case_training(l))
		return "";
	if (!bt_by_agency(l))
		return case_not_in_plan(l, "由實務訓練機關報名實體課程基礎訓練；由國家文官學院調訓");
	if (l->training.bt_exempt)
		return "已核准免除基礎訓練。";
	if (l->training.bt == BT_ONLINE || l->training.bt == BT_ONLINE_DONE)
		return "已同意參加線上學習基礎訓練。";
	if (life_last(l, &case_enrol, "enrolled postponed called running done", true))
		return "已報名實體課程基礎訓練。";
	return NULL;
}

static struct date enrol_day(const void *data)
{
	return ((const struct enrol *)data)->enrolled;
}

static const char *enrol_summary(struct arena *mem, const struct life_record *record)
{
	const struct enrol *e = record->data;

	return date_set(e->start) ? arena_print(mem, "%s，%s至%s", e->name, date_text(mem, e->start), date_text(mem, e->end)) : "";
}

static const char *enrol_citation(const struct life *l)
{
	return case_cite(l, PLAN_CITE_BT_ENROL, "訓練辦法第11條之1");
}

const struct life_kind case_enrol = {
	.name = "bt-enrol", .title = "實體課程基礎訓練報名", .group = LIFE_APPLICATION, .requirements = "PLAN-026 PLAN-030",
	.fields = enrol_fields, .size = sizeof(struct enrol), .states = states, .acts = enrol_acts, .see = CASE_SEES, .held = enrol_held,
	.day = enrol_day, .summary = enrol_summary, .college = "enrolled", .citation = enrol_citation,
};

/* ---- 文官學院 calls ---- */

struct call { const char *name, *place, *document; struct date start, end; bool direct; };

static const struct field call_fields[] = {
	FIELD(call, name, TEXT, EDIT, "班別（梯次）", .need = true, .most = 80),
	FIELD(call, start, DATE, EDIT, "開訓日期", .need = true),
	FIELD(call, end, DATE, EDIT, "結訓日期", .need = true),
	FIELD(call, place, TEXT, EDIT, "訓練機關（構）學校", .need = true, .wide = true, .most = 100),
	FIELD(call, document, TEXT, EDIT, "調訓（分配）文號", .most = 60),
	FIELD(call, direct, BOOL, EDIT, "依分配函於報到後逕向訓練機關（構）學校報到"),
	{0}
};

static void check_called(struct life_case *c)
{
	const struct call *b = c->data;

	bt_check_class(c, &(struct bt_class){b->name, b->place, b->document, b->start, b->end});
	if (b->direct && !case_plan_has(c->life, PLAN_BT_DIRECT_REPORT))
		case_wrong(c, "direct", "%s", case_not_in_plan(c->life, "依分配函逕向訓練機關（構）學校報到"));
}

static void was_called(struct db *db, struct life_case *c)
{
	const struct call *b = c->data;

	bt_put_class(db, c, b->start, b->end, b->document);
	case_bt(db, c, BT_ENROLLED, case_day(c), b->document);
	life_tell(db, c, "國家文官學院調訓%s，%s開訓", b->name, date_long_text(c->mem, b->start));
}

static const struct life_act call_acts[] = {
	{.name = "call", .label = "登錄調訓", .from = "", .to = "called", .may = CASE_COLLEGE, .check = check_called, .effect = was_called},
	{.name = "edit", .label = "更正", .from = "called", .may = CASE_COLLEGE, .edits = true, .reason = true, .check = check_called,
		.effect = was_called},
	{.name = "start", .label = "登錄開訓", .from = "called", .to = "running", .may = CASE_COLLEGE, .effect = running},
	{.name = "finish", .label = "登錄結訓", .from = "running", .to = "done", .may = CASE_COLLEGE, .note = "成績另於「基礎訓練成績」登錄。"},
	{.name = "drop", .label = "登錄未完成", .from = "called running", .to = "unfinished", .may = CASE_COLLEGE, .reason = true,
		.effect = unfinished},
	{.name = "stop", .label = "核准停止基礎訓練", .from = "called running", .to = "unfinished"},     /* by the program */
	{0}
};

static const char *call_held(const struct life *l)
{
	if (!l->plan || !case_training(l))
		return "";
	if (bt_by_agency(l))
		return case_not_in_plan(l, "逕行調訓；由實務訓練機關報名實體課程基礎訓練");
	if (l->training.bt_exempt)
		return "已核准免除基礎訓練。";
	return life_last(l, &case_call, "called running done", true) ? "已調訓；變更梯次請辦理「變更調訓梯次」。" : NULL;
}

static struct date call_day(const void *data)
{
	return ((const struct call *)data)->start;
}

static const char *call_summary(struct arena *mem, const struct life_record *record)
{
	const struct call *b = record->data;

	return arena_print(mem, "%s，%s至%s", b->name, date_text(mem, b->start), date_text(mem, b->end));
}

static const char *call_citation(const struct life *l)
{
	return case_cite(l, PLAN_CITE_CALL, "訓練辦法第6條");
}

const struct life_kind case_call = {
	.name = "bt-call", .title = "基礎訓練調訓", .group = LIFE_APPLICATION, .requirements = "PLAN-025", .fields = call_fields,
	.size = sizeof(struct call), .states = states, .acts = call_acts, .see = CASE_SEES, .held = call_held, .day = call_day,
	.summary = call_summary, .citation = call_citation,
};

/* ---- another batch ---- */

struct batch { struct code cause; const char *why; struct date filed; };

static const struct code batch_states[] = {
	{"filed", "已申請"}, {"forwarded", "已函送文官學院"}, {"approved", "同意變更"}, {"refused", "不同意"}, {0}
};
static const struct code batch_causes[] = {
	{"marriage", "婚"}, {"funeral", "喪"}, {"birth", "分娩"}, {"miscarriage", "流產"}, {"illness", "重病"}, {"other", "其他重大事由"}, {0}
};
static const struct field batch_fields[] = {
	FIELD(batch, cause, CODE, EDIT, "事由", .need = true, .list = batch_causes, .privacy = SENSITIVE),
	FIELD(batch, why, TEXT, EDIT, "說明", .lines = true, .wide = true, .most = 1000, .privacy = SENSITIVE),
	FIELD(batch, filed, DATE, EDIT, "申請日期", .need = true, .today = true),
	{0}
};

/* Once the class has begun there is 停止訓練 instead.                PLAN-141   LAW: 訓練辦法§17 */
static void check_batch(struct life_case *c)
{
	const struct batch *b = c->data;
	struct date start = c->life->training.bt_start;

	case_not_future(c, b->filed, "filed");
	if (case_is(b->cause, "other"))
		case_need(c, *b->why, "why");
	if (date_set(start) && date_set(b->filed) && !date_before(b->filed, start))
		case_wrong(c, "filed", "基礎訓練已於%s開訓，請改申請「停止訓練（基礎訓練期間）」。", date_text(c->mem, start));
}

static void check_new_class(struct life_case *c)
{
	bt_check_class(c, c->answers);
}

static const struct life_act batch_acts[] = {
	{.name = "file", .label = "登錄申請", .from = "", .to = "filed", .may = CASE_AGENCY, .check = check_batch},
	{.name = "forward", .label = "函轉國家文官學院", .from = "filed", .to = "forwarded", .may = CASE_AGENCY, CASE_FORWARD,
		.check = case_check_forward},
	{.name = "approve", .label = "同意變更梯次", .from = "forwarded", .to = "approved", .may = CASE_COLLEGE, .fields = bt_class_fields,
		.size = sizeof(struct bt_class), .note = "訓練期滿日不因變更梯次而改變。", .check = check_new_class, .effect = called},
	{.name = "refuse", .label = "不同意", .from = "forwarded", .to = "refused", .may = CASE_COLLEGE, .reason = true},
	{0}
};

static const char *batch_held(const struct life *l)
{
	if (!l->plan || !case_training(l) || l->training.bt != BT_ENROLLED)
		return l->plan && l->training.bt == BT_RUNNING ? "基礎訓練已開訓，請改申請「停止訓練（基礎訓練期間）」。" : "";
	return NULL;
}

static struct date batch_day(const void *data)
{
	return ((const struct batch *)data)->filed;
}

static const char *law17(const struct life *l)
{
	return case_cite_law(l, "訓練辦法第17條");
}

const struct life_kind case_batch = {
	.name = "bt-batch", .title = "變更調訓梯次申請", .group = LIFE_APPLICATION, .requirements = "PLAN-141", .fields = batch_fields,
	.size = sizeof(struct batch), .states = batch_states, .acts = batch_acts, .see = CASE_SEES, .held = batch_held, .day = batch_day,
	.college = "forwarded", .citation = law17,
};
