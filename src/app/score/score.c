/* score.c: the kind 實務訓練成績考核 as a declaration: its fields, states, acts and deadlines. */
#include "app/score/private.h"

#include <string.h>

#include "app/attendance/attendance.h"
#include "base/text.h"
#include "rule/leave.h"

static const struct code relations[] = {
	{"none", "無應迴避之親屬關係"}, {"spouse", "配偶或前配偶"}, {"blood", "三親等內血親"}, {"marriage", "三親等內姻親"}, {0}
};
static const struct code statements[] = {
	{"spoke", "到場陳述意見"}, {"wrote", "以書面陳述意見"}, {"absent", "經通知未到場陳述"}, {"none", "未給予陳述意見之機會"}, {0}
};
static const struct code results[] = {{"passed", "及格"}, {"failed", "不及格"}, {0}};
static const struct code rulings[] = {
	{"confirm_fail", "核定不及格"}, {"return", "退還重新評定"}, {"extend", "准予延長實務訓練"}, {"pass", "逕予核定及格"}, {0}
};

static const struct code states[] = {
	{"drafted", "待單位主管初核"}, {"at_head", "待首長評定"}, {"at_committee", "待考績委員會審議"}, {"at_reconsider", "退回考績委員會復議"},
	{"passed", "評定及格"}, {"failed", "評定不及格，待函送保訓會"}, {"sent", "保訓會審理中"}, {"returned", "退還重新評定"},
	{"extended", "准予延長實務訓練"}, {"confirmed", "核定不及格"}, {"ruled_pass", "逕予核定及格"}, {0}
};

static const struct field fields[] = {
	FIELD(rating, round, INT, SHOW, "次別", .least = 1, .most = 99),
	FIELD(rating, leave, TEXT, EDIT, "請假紀錄", .most = 1000, .lines = true),
	FIELD(rating, conduct, TEXT, EDIT, "獎懲紀錄", .most = 1000, .lines = true),
	FIELD(rating, points, TEXT, EDIT, "獎懲紀錄總分（C）", .most = 8, .hint = "系統依獎懲紀錄建議，可更正；可為負數。"),
	FIELD(rating, points_reason, TEXT, EDIT, "獎懲紀錄總分與建議不同之理由", .wide = true),
	FIELD(rating, mandatory_fail, BOOL, EDIT, "考試規則或訓練計畫定有應予不及格之情形"),
	FIELD(rating, mandatory_reason, TEXT, EDIT, "應予不及格之情形", .wide = true),
	FIELD(rating, deeds, TEXT, EDIT, "具體優劣事蹟", .most = 2000, .lines = true),
	FIELD(rating, gap_reason, TEXT, EDIT, "附件不齊之說明", .wide = true),
	{0}
};

#define ITEM(S, m, label) FIELD(S, m, TEXT, EDIT, label, .most = 8)
#define SCORING \
	FIELD(scoring, scorer, TEXT, EDIT, "評分者姓名", .need = true), \
	FIELD(scoring, relation, CODE, EDIT, "迴避聲明", .list = relations, .need = true), \
	ITEM(scoring, character, "品德"), ITEM(scoring, ability, "才能"), ITEM(scoring, life, "生活表現"), \
	ITEM(scoring, attitude, "學習態度"), ITEM(scoring, performance, "工作績效"), \
	FIELD(scoring, comment, TEXT, EDIT, "評語", .most = 1000, .lines = true), \
	FIELD(scoring, signed_on, DATE, EDIT, "評定日期", .need = true, .today = true)

const struct field scoring_fields[] = {SCORING, {0}};
const struct field head_fields[] = {SCORING, {0}};

const struct field meeting_fields[] = {
	FIELD(meeting_held, met, DATE, EDIT, "開會日期", .need = true),
	FIELD(meeting_held, invited, DATE, EDIT, "通知受訓人員陳述意見之日期"),
	FIELD(meeting_held, statement, CODE, EDIT, "受訓人員陳述意見", .list = statements, .need = true),
	FIELD(meeting_held, words, TEXT, EDIT, "陳述要旨", .most = 2000, .lines = true),
	ITEM(meeting_held, character, "品德"), ITEM(meeting_held, ability, "才能"), ITEM(meeting_held, life, "生活表現"),
	ITEM(meeting_held, attitude, "學習態度"), ITEM(meeting_held, performance, "工作績效"),
	FIELD(meeting_held, result, CODE, EDIT, "審議結果", .list = results, .need = true),
	FIELD(meeting_held, comment, TEXT, EDIT, "評語", .most = 1000, .lines = true),
	FIELD(meeting_held, excluded, TEXT, EDIT, "迴避之委員", .wide = true),
	{0}
};

const struct field sending_fields[] = {
	FIELD(sending, document, TEXT, EDIT, "發文文號", .need = true),
	FIELD(sending, sent, DATE, EDIT, "發文日期", .need = true, .today = true),
	{0}
};

const struct field ruling_fields[] = {
	FIELD(ruling_given, ruling, CODE, EDIT, "審理結果", .list = rulings, .need = true),
	FIELD(ruling_given, document, TEXT, EDIT, "文號", .need = true),
	FIELD(ruling_given, decided, DATE, EDIT, "核定日期", .need = true, .today = true),
	FIELD(ruling_given, arrived, DATE, EDIT, "文到日"),
	FIELD(ruling_given, length, TEXT, EDIT, "延長期間", .most = 8, .hint = "例如 2m（2個月）、8w（8週）。僅准予延長時填寫。"),
	FIELD(ruling_given, visited, DATE, EDIT, "訪查日期", .hint = "派員前往訪查、調閱資料並與相關人員晤談之日期。"),
	FIELD(ruling_given, visitors, TEXT, EDIT, "訪查人員"),
	FIELD(ruling_given, reason, TEXT, EDIT, "理由", .most = 2000, .lines = true),
	{0}
};

const struct field passing_fields[] = {
	FIELD(passing, document, TEXT, EDIT, "文號", .need = true),
	FIELD(passing, decided, DATE, EDIT, "核定日期", .need = true, .today = true),
	FIELD(passing, reason, TEXT, EDIT, "理由", .need = true, .most = 2000, .lines = true),
	{0}
};

enum { GUIDES = MAY_GUIDE | MAY_LIFE_EDIT, UNIT = MAY_UNIT_HEAD | MAY_LIFE_EDIT };

static const struct life_act acts[] = {
	{.name = "draft", .label = "輔導員評擬", .from = "", .to = "drafted", .may = GUIDES, .fields = scoring_fields, .size = sizeof(struct scoring),
		.check = score_check_draft, .effect = score_drafted},
	{.name = "review", .label = "單位主管初核", .from = "drafted", .leads = score_leads, .may = UNIT, .fields = scoring_fields,
		.size = sizeof(struct scoring), .check = score_check_review},
	{.name = "decide", .label = "首長評定", .from = "at_head", .leads = score_leads, .may = MAY_LIFE_EDIT, .fields = head_fields,
		.size = sizeof(struct scoring), .check = score_check_head, .effect = score_decided,
		.note = "改變考績委員會之結果者，應於評語欄註明理由。"},
	{.name = "deliberate", .label = "考績委員會審議", .from = "at_committee", .leads = score_leads, .may = MAY_LIFE_EDIT,
		.fields = meeting_fields, .size = sizeof(struct meeting_held), .check = score_check_meeting,
		.note = "審議時應給予受訓人員陳述意見之機會，並作成紀錄。"},
	{.name = "reconsider", .label = "考績委員會復議", .from = "at_reconsider", .leads = score_leads, .may = MAY_LIFE_EDIT,
		.fields = meeting_fields, .size = sizeof(struct meeting_held), .check = score_check_meeting},
	{.name = "send", .label = "函送保訓會", .from = "failed", .to = "sent", .may = MAY_LIFE_EDIT, .fields = sending_fields,
		.size = sizeof(struct sending), .check = score_check_send, .effect = score_sent,
		.note = "檢附成績考核表、實務訓練計畫表、輔導紀錄表、個別會談紀錄表、特殊異常情事通報及輔導紀錄表、考績委員會紀錄及相關事證。"},
	{.name = "rule", .label = "登錄保訓會審理結果", .from = "sent", .leads = score_ruled, .may = MAY_COMMISSION, .fields = ruling_fields,
		.size = sizeof(struct ruling_given), .check = score_check_ruling, .effect = score_ruling_effect, .grave = true},
	{.name = "pass", .label = "逾期未重新評定，逕予核定及格", .from = "returned", .to = "ruled_pass", .may = MAY_COMMISSION,
		.fields = passing_fields, .size = sizeof(struct passing), .held = score_pass_held, .check = score_check_pass,
		.effect = score_passed, .grave = true},
	{.name = "edit", .label = "更正考核表", .from = "drafted", .may = GUIDES, .edits = true, .reason = true},
	{0}
};

/* ---- what the declaration asks ---- */

static const char *held(const struct life *l)
{
	const struct life_record *last = life_last(l, &rating_kind, NULL, true);
	bool left = l->training.state == REVOKE_FILED;

	if (!l->training.id)
		return "";
	if (last && !life_names("returned extended", last->state.id))
		return "本次訓練之成績考核已開始，請由該筆紀錄續辦。";
	if (!left && !date_before(l->training.end, l->today))
		return arena_print(l->mem, "訓練尚未期滿，不得考核（訓練期滿日%s，自%s起辦理；%s）。", date_long_text(l->mem, l->training.end),
			date_long_text(l->mem, date_plus(l->training.end, 1)), training_cite(&l->training, PLAN_CITE_SCORE));
	return l->training.state >= PASSED && !left ? "" : NULL;
}

static void begin(const struct life *l, void *data)
{
	struct rating *r = data;
	const struct life_record *x = NULL;
	struct conduct_facts facts = {.records = {0, arena_array(l->mem, (size_t)l->n, sizeof(struct conduct_row))}};
	struct verdict v = verdict_new(l->mem, l->plan, l->calendar);
	struct conduct_values found = {0};

	for (r->round = 1; (x = life_next(l, &rating_kind, NULL, true, x));)
		r->round++;
	for (x = NULL; (x = life_next(l, &conduct_kind, NULL, true, x));) {
		const struct conduct *c = x->data;

		((struct conduct_row *)facts.records.at)[facts.records.n++] = (struct conduct_row){c->kind.label, c->times};
	}
	if (l->plan)
		conduct_judge(&v, &facts, &found);
	r->leave = leave_words(l);
	r->conduct = conduct_words(l);
	r->points = found.points.known ? decimal_text(l->mem, found.points, 2) : "";
}

static const char *summary(struct arena *mem, const struct life_record *x)
{
	const char *total = rating_total(mem, x);

	return total ? arena_print(mem, "第%lld次，%s分", (long long)((const struct rating *)x->data)->round, total) :
		arena_print(mem, "第%lld次", (long long)((const struct rating *)x->data)->round);
}

static const char *citation(const struct life *l)
{
	return training_cite(&l->training, PLAN_CITE_SCORE);
}

static struct life_papers papers(struct arena *mem, const struct life_case *c)
{
	struct life_paper *p = arena_array(mem, 3, sizeof *p);
	bool sat = life_answers(c->record, "deliberate") != NULL;

	p[0] = (struct life_paper){.slot = "form", .label = "成績考核表（核章）", .need = life_names("passed failed sent", c->record->state.id)};
	p[1] = (struct life_paper){.slot = "minutes", .label = "考績委員會紀錄", .need = sat};
	p[2] = (struct life_paper){.slot = "evidence", .label = "相關事證"};
	return (struct life_papers){3, p};
}

const struct life_kind rating_kind = {
	.name = "rating", .title = "實務訓練成績考核", .group = LIFE_SCORE, .requirements = "PLAN-106 PLAN-107 PLAN-108 PLAN-109 PLAN-110 PLAN-111",
	.fields = fields, .size = sizeof(struct rating), .states = states, .acts = acts,
	.see = MAY_LIFE_EDIT | MAY_GUIDE | MAY_UNIT_HEAD | MAY_COMMISSION, .at_agency = "drafted at_head at_committee at_reconsider failed",
	.held = held, .begin = begin, .summary = summary, .review = score_review, .table = score_hands, .papers = papers, .draw = score_draw,
	.form = "實務訓練成績考核表", .commission = "sent", .unit_head = "drafted", .citation = citation,
};

const struct deadline_kind score_send_deadline = {
	.name = "score-send", .title = "函送不及格成績至保訓會", .length = "7d", .counted = "next_day", .who = "用人機關人事單位",
	.consequence = "計畫未定期限；系統自評定之日起提醒", .citation = "訓練辦法第39條", .link = "/trainees/",
};
const struct deadline_kind score_again_deadline = {
	.name = "score-again", .title = "退還後重新評定成績", .length = "15d", .counted = "next_day", .who = "用人機關",
	.consequence = "逾期者，保訓會得逕予核定及格", .citation = "訓練辦法第41條", .link = "/trainees/",
};
const struct deadline_kind score_certificate_deadline = {
	.name = "certificate-apply", .title = "請領考試及格證書（函送成績清冊）", .length = "7d", .counted = "next_day", .who = "用人機關人事單位",
	.consequence = "計畫未定效果；逾期者列為逾期事項", .citation = "訓練辦法第43條", .link = "/trainees/",
};
const struct deadline_kind *const score_deadlines[] = {
	&score_send_deadline, &score_again_deadline, &score_certificate_deadline, NULL
};
