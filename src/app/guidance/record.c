/* record.c: 實務訓練輔導紀錄表: one for each month of training at least; a D calls for an interview at once.
 * PLAN-079, PLAN-081, PLAN-082   LAW: 訓練辦法§32; 訓練計畫附件6 */
#include <string.h>

#include "app/guidance/private.h"
#include "app/paper/paper.h"
#include "base/decimal.h"
#include "base/text.h"

static const struct code done_codes[] = {{"not_yet", "尚未實施"}, {"done", "實施完成"}, {0}};
static const struct code progress_codes[] = {{"not_yet", "尚未實施"}, {"going_on", "實施中"}, {"done", "實施完成"}, {0}};
static const struct code talk_codes[] = {{"not_yet", "尚未實施"}, {"mid", "期中實施完成"}, {"both", "期中及期末實施完成"}, {0}};

#define BAND_HINT "A（80分以上）、B（70分以上，不滿80分）、C（60分以上，不滿70分）、D（不滿60分）；亦可輸入分數"
#define BAND(m, l, content) FIELD(guide_record, m, TEXT, EDIT, l, .need = true, .most = 10, .hint = content)
static const struct field record_fields[] = {
	FIELD(guide_record, from, DATE, EDIT, "紀錄期間起日", .need = true),
	FIELD(guide_record, until, DATE, EDIT, "紀錄期間迄日", .need = true),
	FIELD(guide_record, unit, TEXT, EDIT, "分配受訓單位", .most = 100),
	FIELD(guide_record, work_items, TEXT, EDIT, "受訓人員工作項目", .need = true, .lines = true, .most = 2000),
	FIELD(guide_record, orientation, CODE, EDIT, "職前講習", .need = true, .list = done_codes),
	FIELD(guide_record, observation, CODE, EDIT, "工作觀摩", .need = true, .list = progress_codes),
	FIELD(guide_record, observed, INT, EDIT, "已觀摩業務項數", .most = 99, .hint = "開始訓練以來之累計；至少選擇3項業務"),
	FIELD(guide_record, cases, CODE, EDIT, "專業課程訓練或輔導", .need = true, .list = progress_codes),
	FIELD(guide_record, case_count, INT, EDIT, "已辦理實際個案數", .most = 99, .hint = "開始訓練以來之累計；至少選擇3種實際個案"),
	FIELD(guide_record, talks, CODE, EDIT, "個別會談", .need = true, .list = talk_codes),
	BAND(character, "品德", "包括廉正、忠誠、負責、涵養、榮譽及團隊精神等。" BAND_HINT),
	BAND(ability, "才能", "包括表達、學識、反應、創意、判斷、思維及見解等。"),
	BAND(life, "生活表現", "包括規律、精神、整潔、儀表、談吐及關懷待人等。"),
	BAND(attitude, "學習態度", "包括主動、積極、正面、和諧及互助等。"),
	BAND(performance, "工作績效", "包括專業、效能及品質等。"),
	FIELD(guide_record, special, TEXT, EDIT, "輔導員特殊輔導情形紀錄", .lines = true, .most = 4000,
		.hint = "如有重大或特殊情事，應詳載辦理日期（時間）、次數及具體事由。"),
	FIELD(guide_record, deeds, TEXT, EDIT, "受訓人員重大具體優劣事蹟", .lines = true, .most = 4000,
	.hint = "應詳載日期（時間）、次數及具體事由。"),
	{0}
};

struct reading { struct date day; const char *supervisor, *unit_head; };
static const struct field reading_fields[] = {
	FIELD(reading, day, DATE, EDIT, "核閱日期", .need = true, .today = true),
	FIELD(reading, supervisor, TEXT, EDIT, "直屬主管", .need = true, .most = 60),
	FIELD(reading, unit_head, TEXT, EDIT, "單位主管", .need = true, .most = 60),
	{0}
};

static const struct code states[] = {{"recorded", "已填寫"}, {"read", "主管已核閱"}, {0}};

/* ---- bands ---- */

static const struct { const char *name, *label; size_t at; } items[] = {
	{"character", "品德", offsetof(struct guide_record, character)}, {"ability", "才能", offsetof(struct guide_record, ability)},
	{"life", "生活表現", offsetof(struct guide_record, life)}, {"attitude", "學習態度", offsetof(struct guide_record, attitude)},
	{"performance", "工作績效", offsetof(struct guide_record, performance)},
};
enum { ITEMS = sizeof items / sizeof *items };

static const char *band_at(const struct guide_record *g, int i)
{
	return *(const char *const *)((const char *)g + items[i].at);
}

/* The letter; NULL: neither a letter nor a score that the plan's table turns into one.  Its rows stand from the best down. */
static const char *band_of(const struct life_case *c, const char *typed)
{
	const struct plan_value *bands = life_plan_value(c->life, "guide.bands");
	const char *given = text_upper(c->mem, typed);
	struct decimal score;

	if (strlen(given) == 1 && strchr("ABCD", *given))
		return given;
	if (!decimal_parse(given, &score) || decimal_order(score, decimal_of(0)) < 0 || decimal_order(score, decimal_of(100)) > 0)
		return NULL;
	for (int i = 0; bands && i < bands->rows.n; i++) {
		const struct plan_weight *band = (const struct plan_weight *)bands->rows.at + i;

		if (decimal_order(score, decimal_of(band->weight)) >= 0)
			return band->id;
	}
	return NULL;
}

static void letter_all(struct life_case *c, struct guide_record *g)
{
	bool scores = life_plan_value(c->life, "guide.bands");

	for (int i = 0; i < ITEMS; i++) {
		const char *typed = band_at(g, i), *band = typed && *typed ? band_of(c, typed) : NULL;

		if (band)
			*(const char **)((char *)g + items[i].at) = band;
		else if (typed && *typed)
			issue(c->issues, -1, items[i].name, "ERR_TEXT_GIVEN", arena_print(c->mem, "「%s」請填等級A、B、C、D%s，您填的是「%s」。",
				items[i].label, scores ? "，或0至100之分數" : "（本訓練計畫檔未定義分數與等級之對照）", typed));
	}
}

bool guide_has_d(const struct guide_record *g)
{
	for (int i = 0; i < ITEMS; i++)
		if (text_is(band_at(g, i), "D"))
			return true;
	return false;
}

/* ---- a record ---- */

static void begin(const struct life *l, void *data)
{
	struct guide_record *g = data;
	const struct life_record *last = life_last(l, &guide_record_kind, NULL, true);
	const struct guide_record *before = last ? last->data : NULL;
	const struct mentor *m = mentor_on(l, l->today);
	struct guide_month months[GUIDE_MONTHS];
	int n = guide_months(&l->training, months);

	if (before)
		*g = (struct guide_record){.unit = before->unit, .work_items = before->work_items, .orientation = before->orientation,
			.observation = before->observation, .cases = before->cases, .talks = before->talks, .observed = before->observed,
			.case_count = before->case_count, .character = "", .ability = "", .life = "", .attitude = "", .performance = "",
			.special = "", .deeds = ""};
	else if (m)
		g->unit = m->unit;
	for (int i = n - 1; i >= 0; i--)
		if (!before || date_before(before->until, months[i].end))
			g->from = months[i].start, g->until = months[i].end;
}

static struct date day(const void *data)
{
	return ((const struct guide_record *)data)->until;
}

static const char *summary(struct arena *mem, const struct life_record *r)
{
	const struct guide_record *g = r->data;

	return arena_print(mem, "%s至%s　品德%s 才能%s 生活表現%s 學習態度%s 工作績效%s", date_text(mem, g->from), date_text(mem, g->until),
		g->character, g->ability, g->life, g->attitude, g->performance);
}

static void warn_of_d(struct life_case *c, const struct guide_record *g)
{
	struct talk_windows w = talk_windows(&c->life->training);
	const char *duty = life_cite(c->life, "interview", "訓練辦法第32條"), *bands = life_cite(c->life, "guide_bands", "");
	bool near_talk = (!date_before(c->today, w.mid_start) && !date_before(w.final_end, c->today));

	for (int i = 0; i < ITEMS; i++)
		if (text_is(band_at(g, i), "D"))
			life_warn(c, "guidance-band", *bands ? arena_print(c->mem, "%s；%s", duty, bands) : duty,
				"「%s」考評為D，有實務訓練成績不及格之虞，應即進行個別會談，並作成個別會談紀錄表（附件8）%s", items[i].label,
				near_talk ? "；得併同期中或期末個別會談辦理" : "");
}

/* 工作觀摩 finished with fewer than three, and the like. */
static void warn_of_counts(struct life_case *c, const struct guide_record *g)
{
	const char *cited = life_cite(c->life, "guide_methods", "訓練辦法第32條");
	const struct plan_value *observe = life_plan_value(c->life, "guide.observe_min");
	const struct plan_value *cases = life_plan_value(c->life, "guide.case_min");

	if (observe && g->observed < observe->n && text_is(g->observation.id, "done"))
		life_warn(c, "guidance-methods", cited, "工作觀摩應至少選擇%lld項業務，目前%lld項", (long long)observe->n, (long long)g->observed);
	if (cases && g->case_count < cases->n && text_is(g->cases.id, "done"))
		life_warn(c, "guidance-methods", cited, "專業課程訓練或輔導應至少選擇%lld種實際個案，目前%lld種", (long long)cases->n,
			(long long)g->case_count);
}

/* No plan says where a month begins; ours begin with the training, and a sheet is that of the month in which it ends.       A-31 */
static void say_month(struct life_case *c, const struct guide_record *g)
{
	struct guide_month months[GUIDE_MONTHS];
	int n = guide_months(&c->life->training, months);

	for (int i = 1; i < n; i++)
		if (date_before(g->from, months[i].start) && !date_before(g->until, months[i].start) && !date_before(months[i].end, g->until))
			life_warn(c, "guidance-month", life_cite(c->life, "guide_record", "訓練辦法第32條"),
				"訓練計畫未定「每月」自何日起算，本系統自報到日起算；本紀錄跨2個訓練月，計入第%d個月（%s至%s），"
				"第%d個月（至%s）應另有1份", i + 1, date_text(c->mem, months[i].start), date_text(c->mem, months[i].end), i,
				date_text(c->mem, months[i - 1].end));
}

static void review(struct life_case *c)
{
	warn_of_d(c, c->data);
	warn_of_counts(c, c->data);
	say_month(c, c->data);
	guidance_gaps(c);
}

/* A sheet for more than a month leaves a month without one.  LAW: 訓練計畫第16點第2款第2目, 113身障附件6填表說明一     PLAN-081 */
static bool month_at_most(struct life_case *c, const struct guide_record *g)
{
	struct date last = period_end(g->from, (struct period){1, 'm'});

	if (date_before(last, g->until))
		life_refuse(c, "until", life_cite(c->life, "guide_record", "訓練辦法第32條"),
			"每月應至少填寫1份，1份紀錄不得逾1個月；自%s起至遲填至%s，其後期間請另填1份，現為%s", date_text(c->mem, g->from),
			date_text(c->mem, last), date_text(c->mem, g->until));
	return !date_before(last, g->until);
}

static void check(struct life_case *c)
{
	struct guide_record *g = c->data;
	bool given = date_set(g->from) && date_set(g->until);

	letter_all(c, g);
	if (!issue_range(c->issues, -1, "from", g->from, "until", g->until) && given && guide_in_training(c, "from", g->from) &&
		guide_in_training(c, "until", g->until) && month_at_most(c, g))
		guide_not_future(c, "from", g->from);
	review(c);
}

static void check_reading(struct life_case *c)
{
	const struct reading *r = c->answers;

	if (date_set(r->day))
		guide_not_future(c, "day", r->day);
}

static struct life_papers papers(struct arena *mem, const struct life_case *c)
{
	const struct life_paper wanted[] = {
		{"signed", "核閱簽章之紀錄表", "掃描檔；輔導員、直屬主管及單位主管簽章", false, true},
		{"own", "機關另行訂定之輔導紀錄表", guide_own_hint(mem, c, "guide_record_own"), false, false},
	};

	return (struct life_papers){2, arena_copy(mem, wanted, sizeof wanted)};
}

#define WRITE (MAY_LIFE_EDIT | MAY_GUIDE)
static const struct life_act acts[] = {
	{"record", "填寫", "", "recorded", WRITE, .check = check, .effect = guidance_stored},
	{"correct", "更正", "recorded read", "recorded", WRITE | MAY_COMMISSION, .edits = true, .reason = true, .check = check,
		.effect = guidance_stored,
		.note = "更正後請主管重新核閱。"},
	{"read", "主管核閱", "recorded", "read", MAY_LIFE_EDIT | MAY_UNIT_HEAD, reading_fields, sizeof(struct reading), .check = check_reading},
	{"void", "作廢", "recorded read", "void", WRITE | MAY_COMMISSION, .reason = true, .effect = guidance_stored},
	{0}
};

const struct life_kind guide_record_kind = {
	.name = "guide-record", .title = "實務訓練輔導紀錄表", .group = LIFE_GUIDANCE, .requirements = "PLAN-079 PLAN-081 PLAN-082",
	.fields = record_fields, .size = sizeof(struct guide_record), .states = states, .acts = acts, .unit_head = "recorded",
	.see = MAY_LIFE_SEE | MAY_GUIDE | MAY_UNIT_HEAD, .held = guide_held, .begin = begin, .day = day, .summary = summary,
	.review = review, .papers = papers, .draw = guide_record_draw, .form = "實務訓練輔導紀錄表", .citation = guide_cite_law,
};
