/* makeup.c: 補訓 after 延後訓練 or 停止訓練: within three months of the end of the cause, checked by 服務機關 and 遴選機關, placed by 保訓會 in
 * this or the next year; who does not ask has given it up, which a person confirms.      PROMO-101 … 106   LAW: 佐升正訓練辦法§18 */
#include "app/change/private.h"
#include "base/text.h"
#include "rule/promotion.h"

struct makeup { struct date ended; const char *note; struct date applied; };
struct checked { CHANGE_LETTER_MEMBERS; bool papers, period; };
struct placed { CHANGE_LETTER_MEMBERS; int64_t year; };
struct asked { struct date applied; };

const struct deadline_kind change_lapse_task = {
	.name = "promotion-lapse", .title = "確認逾期未申請補訓", .who = "保訓會", .consequence = "逾期未提出申請者，視同放棄補訓及保留之受訓資格",
	.citation = "升官等訓練辦法補訓之規定", .link = "/promotion/participants/",
};
const struct deadline_kind change_makeup_due = {
	.name = "promotion-makeup", .title = "申請補訓", .length = "3m", .counted = "next_day", .who = "當事人、服務機關",
	.consequence = "逾期未提出申請者，視同放棄補訓及保留之受訓資格", .citation = "升官等訓練辦法補訓之規定", .link = "/promotion/participants/",
	.missed = &change_lapse_task,
};

static const struct code states[] = {
	{"open", "原因消滅，待申請"}, {"applied", "已申請"}, {"reported", "已函報遴選機關"}, {"returned", "退回服務機關補正"},
	{"forwarded", "已函報保訓會"}, {"sent_back", "退回遴選機關補正"}, {"approved", "核准補訓"}, {"refused", "不准補訓"},
	{"lapsed", "視同放棄"}, {0}
};
static const struct field fields[] = {
	FIELD(makeup, ended, DATE, EDIT, "原因消滅日", .need = true),
	FIELD(makeup, applied, DATE, SHOW, "申請日"),
	FIELD(makeup, note, TEXT, EDIT, "原因消滅情形", .lines = true, .wide = true, .most = 1000),
	{0}
};
static const struct field asked_fields[] = {FIELD(asked, applied, DATE, EDIT, "申請日", .need = true, .today = true), {0}};
static const struct field checked_fields[] = {
	CHANGE_LETTER_FIELDS(checked),
	FIELD(checked, papers, BOOL, EDIT, "已審核相關證明文件"),
	FIELD(checked, period, BOOL, EDIT, "已審核申請期間"),
	{0}
};
static const struct field placed_fields[] = {
	CHANGE_LETTER_FIELDS(placed),
	FIELD(placed, year, INT, EDIT, "補訓年度", .need = true, .least = 1, .most = 999, .hint = "當年度或次年度"),
	{0}
};
#define CHECKED .fields = checked_fields, .size = sizeof(struct checked)

static const char *citation(const struct life *l)
{
	return change_cite(l, CHANGE_MAKEUP);
}

static void check(struct life_case *c)
{
	change_not_future(c, ((const struct makeup *)c->data)->ended, "ended");
}

/* filed {0}: nothing is filed yet. */
static struct promotion_makeup_values judge(struct life_case *c, struct date filed)
{
	struct promotion_makeup_values to = {0};

	promotion_makeup_judge(life_finding(c, "promotion-makeup"), &(struct promotion_makeup_facts){((const struct makeup *)c->data)->ended,
		date_set(filed) ? filed : c->today}, &to);
	return to;
}

static void review(struct life_case *c)
{
	const struct makeup *m = c->data;

	if (!date_set(m->ended))
		return;
	judge(c, m->applied);
	change_say_days(c);
	if (change_is(c->record->state, "forwarded") || change_is(c->record->state, "approved")) {
		bool filled = change_person(c->life)->filled;
		struct verdict *v = life_finding(c, "makeup-place");

		v->result = RESULT_OK;
		verdict_say(v, citation(c->life), filled ? "缺額已遞補，補訓計入補訓年度之分配名額" : "缺額未經遞補，不計入補訓年度之分配名額");
	}
}

static void check_asked(struct life_case *c)
{
	const struct makeup *m = c->data;
	const struct asked *a = c->answers;
	struct promotion_makeup_values found;

	change_not_future(c, a->applied, "applied");
	if (date_set(a->applied) && date_before(a->applied, m->ended))
		issue(c->issues, -1, "applied", "ERR_DATE_RANGE", "申請日", date_text(c->mem, a->applied), "原因消滅日", date_text(c->mem, m->ended));
	change_need_paper(c, "evidence");
	if (c->issues->n)
		return;
	found = judge(c, a->applied);
	if (found.in_time.known && !found.in_time.yes)
		issue(c->issues, -1, "applied", "ERR_MAKEUP_LATE", date_text(c->mem, m->ended), date_text(c->mem, found.due));
	else
		((struct makeup *)c->data)->applied = a->applied;
}

static void check_checked(struct life_case *c)
{
	const struct checked *k = c->answers;

	change_check_letter(c);
	if (!k->papers)
		issue(c->issues, -1, "papers", "ERR_REQUIRED");
	if (!k->period)
		issue(c->issues, -1, "period", "ERR_REQUIRED");
}

static void check_placed(struct life_case *c)
{
	const struct placed *a = c->answers;
	int now = roc_year(c->today);

	change_check_letter(c);
	if (a->year && a->year != now && a->year != now + 1)
		life_refuse(c, "year", citation(c->life), "補訓年度限當年度（%d）或次年度（%d）", now, now + 1);
	else if (a->year && a->year < c->life->participant->year)
		life_refuse(c, "year", citation(c->life), "補訓年度不得早於參訓年度（%lld）", (long long)c->life->participant->year);
}

/* ---- effects ---- */

static void ended(struct db *db, struct life_case *c)
{
	const struct makeup *m = c->data;

	if (participant_can(c->life->participant, PARTICIPANT_CAUSE_ENDED))
		change_happen(db, c, PARTICIPANT_CAUSE_ENDED, m->ended, NULL, NULL);
	life_deadline(db, c, &change_makeup_due, m->ended, NULL, NULL, citation(c->life));
}

static void asked(struct db *db, struct life_case *c)
{
	life_deadline_met(db, c, &change_makeup_due, ((const struct asked *)c->answers)->applied);
	deadline_cancel(db, &change_lapse_task, c->life->subject.kind->name, c->life->subject.id, c->today, c->act->label);
}

static struct participant_news news_of(const struct life_case *c, enum participant_event event)
{
	return (struct participant_news){.event = event, .day = c->today, .account = c->who.account, .record = c->record->id,
		.address = c->who.address, .remark = c->kind->title, .now = c->who.now};
}

/* The participation of the next year by an approval that was withdrawn before. */
static bool taken_up_again(struct db *db, struct life_case *c, const struct placed *a)
{
	const struct participant *now = c->life->participant;
	struct participant_news news = news_of(c, PARTICIPANT_ENTRY_WITHDRAWN);
	struct participant p;

	news.document = a->number;
	return participant_find(db, c->mem, now->type.id, a->year, now->national_id, &p) && p.makeup_of == now->id &&
		participant_state(&p) == PARTICIPANT_REMOVED && participant_happen(db, &p, &news);
}

/* A participation of the next year, that makes up for this one.                                          PROMO-105, 106 */
static void take_part_again(struct db *db, struct life_case *c, const struct placed *a)
{
	struct participant next = *c->life->participant;

	next.year = a->year;
	next.makeup_of = next.id;
	next.nominee = next.place = 0;
	next.outcome = outcome_codes[0];
	next.origin = *code_find(origin_codes, change_person(c->life)->filled ? "makeup_in_quota" : "makeup_no_quota");
	if (taken_up_again(db, c, a))
		return;
	if (!participant_add(db, &next, &(struct participant_news){.event = PARTICIPANT_ACCEPTED, .day = a->sent, .account = c->who.account,
			.record = c->record->id, .address = c->who.address, .document = a->number, .remark = "核准補訓", .now = c->who.now}))
		life_refuse(c, "year", citation(c->life), "%s已為%lld年度參訓人員", next.name, (long long)a->year);
}

static void approved(struct db *db, struct life_case *c)
{
	const struct placed *a = c->answers;
	bool later = a->year != c->life->participant->year;

	change_happen(db, c, later ? PARTICIPANT_MAKEUP_NEXT_YEAR : PARTICIPANT_MAKEUP_THIS_YEAR, a->sent, a->number, NULL);
	if (later)
		take_part_again(db, c, a);
	change_tell(db, c, arena_print(c->mem, "保訓會核准於%lld年度補訓（%s）", (long long)a->year, a->number));
}

/* What an approval for the next year began is taken back too, while nothing has come of it.                PROMO-127 */
static void mistaken(struct db *db, struct life_case *c)
{
	const struct placed *a = life_answers(c->record, "approve");
	const struct participant *now = c->life->participant;
	struct participant_news news = news_of(c, PARTICIPANT_REMOVES);
	struct participant p;

	if (a && a->year != now->year && participant_find(db, c->mem, now->type.id, a->year, now->national_id, &p) && p.makeup_of == now->id) {
		if (participant_state(&p) != PARTICIPANT_WAITING)
			life_refuse(c, "", citation(c->life), "%s於%lld年度之補訓目前為「%s」，無法更正核准；請先更正該年度之紀錄",
				p.name, (long long)a->year,
				p.state.label);
		else {
			change_leave_class(db, c, &p);
			participant_happen(db, &p, &news);
		}
	}
	change_mistaken(db, c);
}

static void lapsed(struct db *db, struct life_case *c)
{
	change_happen(db, c, PARTICIPANT_LAPSES, c->today, NULL, NULL);
	deadline_cancel(db, &change_makeup_due, c->life->subject.kind->name, c->life->subject.id, c->today, c->act->label);
	deadline_meet(db, &change_lapse_task, c->life->subject.kind->name, c->life->subject.id, c->today);
	change_tell(db, c, "逾期未提出申請，視同放棄補訓及保留之受訓資格");
}

static void reversed(struct db *db, struct life_case *c)
{
	change_happen(db, c, PARTICIPANT_LAPSE_REVERSED, c->today, NULL, NULL);
	change_tell(db, c, arena_print(c->mem, "撤銷視同放棄補訓：%s", c->who.reason));
}

/* The end of a cause may have been reported wrongly: not before the day has passed, and by a person.        PROMO-102 */
static const char *lapse_held(const struct life_case *c)
{
	struct verdict v = verdict_new(c->mem, NULL, c->life->calendar);
	struct promotion_makeup_values to = {0};

	v.promotions = c->life->promotions;
	promotion_makeup_judge(&v, &(struct promotion_makeup_facts){((const struct makeup *)c->record->data)->ended, c->today}, &to);
	return to.in_time.known && !to.in_time.yes ? NULL :
		arena_print(c->mem, "補訓申請期限為%s，尚未屆滿。", date_set(to.due) ? date_text(c->mem, to.due) : "未定");
}

static const struct life_act acts[] = {
	{.name = "file", .label = "登錄原因消滅", .from = "", .to = "open", .may = MAY_AT_SERVICE, .check = check, .effect = ended},
	{.name = "edit", .label = "修改", .from = "open", .may = MAY_AT_SERVICE, .edits = true, .check = check, .effect = ended},
	{.name = "apply", .label = "登錄當事人申請", .from = "open", .to = "applied", .may = MAY_AT_SERVICE, .fields = asked_fields,
		.size = sizeof(struct asked), .check = check_asked, .effect = asked},
	{.name = "report", .label = "函報遴選機關", .from = "applied returned", .to = "reported", .may = MAY_AT_SERVICE, CHECKED,
		.check = check_checked},
	{.name = "forward", .label = "函報保訓會", .from = "reported sent_back", .to = "forwarded", .may = MAY_AT_SELECTING, CHECKED,
		.check = check_checked},
	{.name = "back", .label = "退回服務機關", .from = "reported sent_back", .to = "returned", .may = MAY_AT_SELECTING, .reason = true},
	{.name = "approve", .label = "核准補訓", .from = "forwarded", .to = "approved", .may = MAY_PROMOTION_CALL, .fields = placed_fields,
		.size = sizeof(struct placed), .grave = true, .check = check_placed, .effect = approved},
	{.name = "refuse", .label = "不准補訓", .from = "forwarded", .to = "refused", .may = MAY_PROMOTION_CALL, CHANGE_LETTER, .reason = true,
		.grave = true, .check = change_check_letter, .effect = change_refused},
	{.name = "send_back", .label = "退回遴選機關", .from = "forwarded", .to = "sent_back", .may = MAY_PROMOTION_CALL, .reason = true},
	CHANGE_MISTAKE("approved", mistaken),
	{.name = "lapse", .label = "確認視同放棄", .from = "open", .to = "lapsed", .may = MAY_PROMOTION_CALL, .grave = true, .held = lapse_held,
		.effect = lapsed},
	{.name = "reverse", .label = "撤銷視同放棄", .from = "lapsed", .to = "open", .may = MAY_PROMOTION_CALL, .reason = true, .effect = reversed},
	{0}
};

static uint64_t sees(const char *state)
{
	return state && text_is(state, "open") ? MAY_AT_SERVICE | MAY_AT_SELECTING | MAY_PROMOTION_CALL : change_sees_chain(state);
}

static const char *held(const struct life *l)
{
	enum participant_state s = participant_state(l->participant);

	if (life_last(l, &change_makeup, "open applied reported returned forwarded sent_back", false))
		return "已有辦理中之「補訓」，請由該筆續辦。";
	return s == PARTICIPANT_DEFERRED || s == PARTICIPANT_SUSPENDED || s == PARTICIPANT_MAKEUP_OPEN ? NULL : "";
}

static struct life_papers papers(struct arena *mem, const struct life_case *c)
{
	(void)c;
	return change_papers(mem, "原因消滅之相關證明文件", true);
}

static struct date day(const void *data) { return ((const struct makeup *)data)->ended; }

static const char *summary(struct arena *mem, const struct life_record *r)
{
	const struct makeup *m = r->data;

	return arena_print(mem, "原因消滅日%s", date_text(mem, m->ended));
}

const struct life_kind change_makeup = {
	.name = "promotion-makeup", .title = "補訓", .group = LIFE_APPLICATION,
	.requirements = "PROMO-101 PROMO-102 PROMO-103 PROMO-104 PROMO-105 PROMO-106", .subject = &change_subject, .fields = fields,
	.size = sizeof(struct makeup), .states = states, .acts = acts, .see = CHANGE_ALL, .sees = sees, .sensitive = true, .held = held,
	.day = day, .summary = summary, .review = review, .papers = papers, .draw = change_draw, .form = "補訓函稿", .citation = citation,
	.service = "open applied returned", .selecting = "reported sent_back", .commission = "forwarded",
};
