/* talk.c: 個別會談: the two of the training period, and the one that a performance below the basic requirement calls for (附件8).
 * PLAN-080, PLAN-083, PLAN-087   LAW: 訓練計畫第16點第2款第4目, 附件5填表說明三(四), 附件8 */
#include "app/guidance/private.h"
#include "base/text.h"

static const struct code talk_codes[] = {{"mid", "期中"}, {"final", "期末"}, {0}};

#define SEE (MAY_LIFE_SEE | MAY_GUIDE | MAY_UNIT_HEAD)
#define WRITE (MAY_LIFE_EDIT | MAY_GUIDE)

/* ---- 期中, 期末 ---- */

static const struct field talk_fields[] = {
	FIELD(talk, kind, CODE, EDIT, "會談時期", .need = true, .list = talk_codes),
	FIELD(talk, day, DATE, EDIT, "會談日期", .need = true),
	FIELD(talk, from, TEXT, EDIT, "開始時間", .most = 5, .example = "09:30"),
	FIELD(talk, until, TEXT, EDIT, "結束時間", .most = 5, .example = "10:30"),
	FIELD(talk, persons, TEXT, EDIT, "會談人員", .need = true, .most = 200),
	FIELD(talk, minutes, TEXT, EDIT, "會談紀錄", .need = true, .lines = true, .most = 4000,
		.hint = "協助解決受訓人員工作適應問題及生涯發展。"),
	{0}
};
static const struct code talk_states[] = {{"held", "已會談"}, {0}};

static void talk_begin(const struct life *l, void *data)
{
	struct talk_windows w = talk_windows(&l->training);
	struct talk *t = data;

	t->kind = talk_codes[date_set(w.final_start) && !date_before(l->today, w.final_start)];
	t->day = l->today;
}

static struct date talk_day(const void *data)
{
	return ((const struct talk *)data)->day;
}

static const char *talk_summary(struct arena *mem, const struct life_record *r)
{
	const struct talk *t = r->data;

	return arena_print(mem, "%s個別會談（%s）", t->kind.label, t->persons);
}

/* From before until, both times of day. */
static void check_times(struct life_case *c, const char **from, const char **until)
{
	bool good = guide_time(c, "from", from);

	if (guide_time(c, "until", until) && good && **from && **until && minutes_of(*until) <= minutes_of(*from))
		issue(c->issues, -1, "until", "ERR_TEXT_GIVEN", arena_print(c->mem, "結束時間%s不晚於開始時間%s，請確認。", *until, *from));
}

static void talk_check(struct life_case *c)
{
	struct talk *t = c->data;
	struct talk_windows w = talk_windows(&c->life->training);
	bool mid = text_is(t->kind.id, "mid");
	struct date start = mid ? w.mid_start : w.final_start, end = mid ? w.mid_end : w.final_end;

	check_times(c, &t->from, &t->until);
	if (!date_set(t->day) || !guide_not_future(c, "day", t->day) || !guide_in_training(c, "day", t->day))
		return;
	if (date_set(start) && (date_before(t->day, start) || date_before(end, t->day)))
		life_warn(c, "talk-window", life_cite(c->life, "guide_methods", "訓練辦法第32條"),
			"%s不在%s期間%s至%s內（訓練期間分為四等分，第二、三等分為期中，第四等分為期末；計畫未定義，此為本系統之劃分）",
			date_text(c->mem, t->day), t->kind.label, date_text(c->mem, start), date_text(c->mem, end));
	guidance_gaps(c);
}

static const struct life_act talk_acts[] = {
	{"record", "登錄會談", "", "held", WRITE, .check = talk_check, .effect = guidance_stored},
	{"correct", "更正", "held", NULL, WRITE | MAY_COMMISSION, .edits = true, .reason = true, .check = talk_check, .effect = guidance_stored},
	{"void", "作廢", "held", "void", WRITE | MAY_COMMISSION, .reason = true, .effect = guidance_stored},
	{0}
};

static const char *methods_cite(const struct life *l)
{
	return life_cite(l, "guide_methods", guide_cite_law(l));
}

const struct life_kind talk_kind = {
	.name = "talk", .title = "個別會談", .group = LIFE_GUIDANCE, .requirements = "PLAN-080", .fields = talk_fields,
	.size = sizeof(struct talk), .states = talk_states, .acts = talk_acts, .see = SEE, .held = guide_held, .begin = talk_begin,
	.day = talk_day, .summary = talk_summary, .review = guidance_gaps, .citation = methods_cite,
};

/* ---- 附件8 ---- */

static const struct code combined_codes[] = {{"none", "另行辦理"}, {"mid", "併同期中個別會談"}, {"final", "併同期末個別會談"}, {0}};
static const struct code signed_codes[] = {{"signed", "受訓人員已簽名"}, {"refused", "受訓人員拒絕簽名"}, {"absent", "受訓人員拒絕實施個別會談"},
	{0}};

static const struct field interview_fields[] = {
	FIELD(interview, planned, DATE, EDIT, "預定會談日期", .need = true),
	FIELD(interview, combined, CODE, EDIT, "辦理方式", .need = true, .list = combined_codes),
	FIELD(interview, to_improve, TEXT, EDIT, "亟待受訓人員改進事項", .need = true, .lines = true, .most = 4000,
		.hint = "實施個別會談前詳列。"),
	FIELD(interview, advice, TEXT, EDIT, "具體建議作法", .need = true, .lines = true, .most = 4000, .hint = "實施個別會談前詳列。",
		),
	{0}
};

static const struct field meeting_fields[] = {
	FIELD(meeting, day, DATE, EDIT, "會談日期", .need = true),
	FIELD(meeting, from, TEXT, EDIT, "開始時間", .need = true, .most = 5, .example = "09:30"),
	FIELD(meeting, until, TEXT, EDIT, "結束時間", .need = true, .most = 5, .example = "10:30"),
	FIELD(meeting, persons, TEXT, EDIT, "會談人員", .need = true, .most = 200, .hint = "輔導員、直屬主管、單位主管、人事主管"),
	FIELD(meeting, minutes, TEXT, EDIT, "會談紀錄", .need = true, .lines = true, .most = 4000,
		.hint = "拒絕實施個別會談或拒絕簽名時，應於會談紀錄內敘明。"),
	FIELD(meeting, signing, CODE, EDIT, "簽名情形", .need = true, .list = signed_codes),
	{0}
};
static const struct code interview_states[] = {{"listed", "待會談"}, {"held", "已會談"}, {0}};

static void interview_begin(const struct life *l, void *data)
{
	struct interview *i = data;

	i->planned = l->today;
	i->combined = combined_codes[0];
}

static struct date interview_day(const void *data)
{
	return ((const struct interview *)data)->planned;
}

static const char *interview_summary(struct arena *mem, const struct life_record *r)
{
	const struct meeting *m = life_answers(r, "hold");

	return m ? arena_print(mem, "%s會談，%s", date_text(mem, m->day), m->signing.label) : "已列改進事項，待會談";
}

static void interview_check(struct life_case *c)
{
	const struct interview *i = c->data;

	if (date_set(i->planned))
		guide_in_training(c, "planned", i->planned);
	if (date_set(i->planned) && date_before(c->today, i->planned) && text_is(i->combined.id, "none"))
		life_warn(c, "interview-at-once", life_cite(c->life, "interview", "訓練辦法第32條"),
			"應即進行個別會談；預定日期%s晚於今日。距期中或期末個別會談不遠時，得併同辦理", date_text(c->mem, i->planned));
}

static void hold_check(struct life_case *c)
{
	struct meeting *m = c->answers;

	check_times(c, &m->from, &m->until);
	if (date_set(m->day) && guide_not_future(c, "day", m->day))
		guide_in_training(c, "day", m->day);
}

static struct life_papers interview_papers(struct arena *mem, const struct life_case *c)
{
	const struct life_paper wanted[] = {
		{"signed", "簽名之個別會談紀錄表", "掃描檔；受訓人員及會談人員共同確認後簽名", false, true},
		{"own", "機關另行訂定之個別會談紀錄表", guide_own_hint(mem, c, "interview_own"), false, false},
		{"proof", "相關佐證資料", "", false, false},
	};

	return (struct life_papers){3, arena_copy(mem, wanted, sizeof wanted)};
}

static const struct life_act interview_acts[] = {
	{"list", "列改進事項", "", "listed", WRITE, .check = interview_check, .effect = guidance_stored},
	{"correct", "更正", "listed", NULL, WRITE, .edits = true, .check = interview_check, .effect = guidance_stored},
	{"hold", "登錄會談結果", "listed", "held", WRITE | MAY_UNIT_HEAD, meeting_fields, sizeof(struct meeting), .check = hold_check,
		.effect = guidance_stored},
	{"void", "作廢", "listed held", "void", WRITE | MAY_COMMISSION, .reason = true, .effect = guidance_stored},
	{0}
};

static const char *interview_cite(const struct life *l)
{
	return life_cite(l, "interview", "訓練辦法第32條");
}

const struct life_kind interview_kind = {
	.name = "interview", .title = "個別會談（表現未達基本要求）", .group = LIFE_GUIDANCE, .requirements = "PLAN-083 PLAN-087",
	.fields = interview_fields, .size = sizeof(struct interview), .states = interview_states, .acts = interview_acts, .see = SEE,
	.sensitive = true, .held = guide_held, .begin = interview_begin, .day = interview_day, .summary = interview_summary,
	.papers = interview_papers, .draw = interview_draw, .form = "實務訓練表現未達基本要求個別會談紀錄表", .citation = interview_cite,
};

/* ---- what both count for ---- */

int talks_held(const struct life *l, const struct life_case *c, const char *which)
{
	struct life_now talks = {l, c, &talk_kind, NULL, false}, interviews = {l, c, &interview_kind, NULL, false};
	const struct interview *i;
	const struct talk *t;
	int n = 0;

	while ((t = life_now_next(&talks)))
		n += text_is(t->kind.id, which);
	while ((i = life_now_next(&interviews)))
		n += text_is(i->combined.id, which) && text_is(interviews.at->state.id, "held");
	return n;
}
