/* shared.c: letters, who moves up, checks, citations and effects that the kinds of change/ have in common. */
#include <string.h>

#include "app/account/account.h"
#include "app/change/change.sql.h"
#include "app/change/private.h"
#include "app/fee/fee.h"
#include "app/notice/notice.h"
#include "base/text.h"
#include "rule/promotion.h"

/* ---- letters ---- */

const struct field change_letter_fields[] = {CHANGE_LETTER_FIELDS(change_letter), {0}};
const struct code change_backfills[] = {{"required", "須遞補"}, {"not_required", "無須遞補"}, {0}};
const struct field change_forward_fields[] = {CHANGE_LETTER_FIELDS(change_forward), CHANGE_SUBSTITUTE_FIELDS(change_forward), {0}};

void change_not_future(struct life_case *c, struct date day, const char *field)
{
	if (date_set(day) && date_before(c->today, day))
		issue(c->issues, -1, field, "ERR_DATE_FUTURE", date_text(c->mem, c->today));
}

void change_check_letter(struct life_case *c)
{
	change_not_future(c, ((const struct change_letter *)c->answers)->sent, "sent");
}

/* ---- who moves up ---- */

struct maybe_bool change_find_substitution(struct life_case *c)
{
	const struct participant *p = c->life->participant;
	struct promotion_substitution_values to = {0};

	promotion_substitution_judge(life_finding(c, "promotion-substitution"), &(struct promotion_substitution_facts){
		.first_time = change_is(p->origin, "first_time"), .failed_before = change_is(p->origin, "failed_reselected"),
		.quota_kind = participant_allotted(p) ? IN_QUOTA : NO_QUOTA}, &to);
	return to.substitute;
}

/* The next in order, by the roster; another one by name needs a reason.                                 PROMO-069 */
const struct participant *change_substitute(struct life_case *c, const struct change_forward *f)
{
	const struct participants *all = &change_person(c->life)->reserves;

	if (!change_is(f->backfill, "required"))
		return NULL;
	if (roc_year(c->today) > c->life->participant->year) {
		life_refuse(c, "backfill", change_cite(c->life, CHANGE_SELECTION), "備選人員至%lld年度終了失其效力，不得遞補；請選無須遞補並填理由",
			(long long)c->life->participant->year);
		return NULL;
	}
	for (int i = 0; i < all->n; i++) {
		if (f->substitute && all->at[i].place != f->substitute)
			continue;
		if (i && !*f->why)
			life_refuse(c, "why", change_cite(c->life, CHANGE_SELECTION),
				"備選應依受訓序列遞補（次一順位為第%lld序列%s），未依序者請填理由",
				(long long)all->at[0].place, all->at[0].name);
		return &all->at[i];
	}
	if (f->substitute)
		life_refuse(c, "substitute", change_cite(c->life, CHANGE_SELECTION), "本年度備選人員中無受訓序列%lld者", (long long)f->substitute);
	else
		life_warn(c, "reserve", change_cite(c->life, CHANGE_SELECTION), "本年度已無備選人員可遞補，本案不提報遞補人員");
	return NULL;
}

struct life_table change_reserves(struct arena *mem, const struct life_case *c)
{
	static const char *heads[] = {"受訓序列", "姓名", "服務機關"};
	const struct participants *all = &change_person(c->life)->reserves;
	bool deciding = c->act && c->act->fields == change_forward_fields;
	struct life_table t = {"備選人員（依受訓序列遞補）", heads, arena_array(mem, (size_t)all->n * 3, sizeof(char *)), 3, deciding ? all->n : 0};

	for (int i = 0; i < all->n; i++) {
		t.cells[i * 3] = arena_print(mem, "%lld", (long long)all->at[i].place);
		t.cells[i * 3 + 1] = all->at[i].name;
		t.cells[i * 3 + 2] = all->at[i].agency_name;
	}
	return t;
}

/* About the person who moved up, not about the one whose case it is. */
static void tell_moved(struct db *db, const struct life_case *c, const struct participant *p, int64_t agency, const char *document)
{
	notice_add(db, &(struct notice){.agency = agency, .kind = "change.moved-up", .subject_kind = c->life->subject.kind->name, .subject = p->id,
		.text = arena_print(c->mem, "%s：由備選遞補為正選（受訓序列%lld，%s）", p->name, (long long)p->place, document),
		.link = arena_print(c->mem, "%s/%lld", c->life->subject.kind->page, (long long)p->id)});
}

void change_move_up(struct db *db, struct life_case *c, const struct change_forward *f, const char *document)
{
	const struct participant *next = f ? change_substitute(c, f) : NULL;
	struct participant p;

	if (!next || !participant_load(db, c->mem, next->id, &p))
		return;
	p.substitute_of = c->life->subject.id;
	if (!participant_happen(db, &p, &(struct participant_news){.event = PARTICIPANT_MOVED_UP, .account = c->who.account, .record = c->record->id,
			.address = c->who.address, .document = document, .remark = c->life->subject.name, .now = c->who.now}))
		life_refuse(c, "", change_cite(c->life, CHANGE_SELECTION), "遞補人員%s目前為「%s」，無法遞補；請退回遴選機關另行提報", p.name,
			p.state.label);
	tell_moved(db, c, &p, p.agency, document);
	if (p.selector != p.agency)
		tell_moved(db, c, &p, p.selector, document);
}

/* ---- checks and findings ---- */

bool change_is(struct code code, const char *id)
{
	return text_is(code.id, id);
}

bool change_has_paper(const struct life_record *r, const char *slot)
{
	for (int i = 0; i < r->files.n; i++)
		if (text_is(r->files.at[i].slot, slot))
			return true;
	return false;
}

void change_need(struct life_case *c, struct code code, const char *field)
{
	if (!code.id || !*code.id)
		issue(c->issues, -1, field, "ERR_REQUIRED");
}

void change_need_paper(struct life_case *c, const char *slot)
{
	if (!change_has_paper(c->record, slot))
		issue(c->issues, -1, "", "ERR_EVIDENCE");
}

struct life_papers change_papers(struct arena *mem, const char *label, bool need)
{
	struct life_papers p = {1, arena_array(mem, 1, sizeof *p.at)};

	p.at[0] = (struct life_paper){"evidence", label, "", need, false};
	return p;
}

int change_type(const struct life *l)
{
	return promotion_index(promotion_type_codes, l->participant->type.id);
}

static const char *article_of(const struct promotion_set *s, enum change_article article)
{
	switch (article) {
	case CHANGE_DEFERRAL: return s->deferral->article;
	case CHANGE_STOP: return s->stop->article;
	case CHANGE_REVOCATION: return s->revocation->article;
	case CHANGE_MAKEUP: return s->makeup->article;
	case CHANGE_INELIGIBLE: return s->exempt->article;
	case CHANGE_SELECTION: return s->quota ? s->quota->article : "";
	}
	return "";
}

const char *change_cite(const struct life *l, enum change_article article)
{
	struct verdict v = verdict_new(l->mem, NULL, NULL);
	const struct promotion_set *s;

	v.promotions = l->promotions;
	s = promotion_set(&v, change_type(l), l->participant->year);
	return s ? arena_print(l->mem, "%s%s", s->regulation, article_of(s, article)) : "升官等訓練辦法（本年度參數未設定）";
}

void change_say_days(struct life_case *c)
{
	const struct life_steps *s = &c->record->steps;
	const struct participant *p = c->life->participant;
	struct verdict *v;
	struct date since;

	if (!s->n)
		return;
	since = moment_date(s->at[s->n - 1].at);
	v = life_finding(c, "days");
	v->result = RESULT_OK;
	verdict_say(v, NULL, "自%s起已%d日%s；為保障待訓人員權益，請掌握函報保訓會之工作期程", date_text(c->mem, since),
		days_between(since, c->today), !date_set(p->class_from) ? "，尚未排定開訓日" : date_before(c->today, p->class_from) ?
		arena_print(c->mem, "，距開訓日%s尚有%d日", date_text(c->mem, p->class_from), days_between(c->today, p->class_from)) : "，已開訓");
}

const char *change_held(const struct life *l, const struct life_kind *k, enum participant_state need, const char *open, const char *instead)
{
	const struct participant *p = l->participant;
	bool begun = need == PARTICIPANT_WAITING && date_set(p->class_from) && !date_before(l->today, p->class_from);
	enum participant_phase now = participant_phase(p);

	if (participant_state(p) == need && !begun)
		return life_last(l, k, open, false) ? arena_print(l->mem, "已有辦理中之「%s」，請由該筆續辦。", k->title) : NULL;
	if (!instead || (participant_state(p) != PARTICIPANT_WAITING && participant_state(p) != PARTICIPANT_IN_TRAINING))
		return "";
	return arena_print(l->mem, "%s目前為「%s」，屬%s階段；「%s」屬%s階段。%s。", p->name, begun ? "已開訓" : p->state.label,
		participant_phases[begun ? PHASE_IN_TRAINING : now].label, k->title,
		participant_phases[need == PARTICIPANT_WAITING ? PHASE_BEFORE_TRAINING : PHASE_IN_TRAINING].label, instead);
}

/* ---- effects ---- */

struct participant change_happen(struct db *db, struct life_case *c, enum participant_event event, struct date day, const char *document,
	const struct past *past)
{
	struct participant p = {0};

	if (!participant_load(db, c->mem, c->life->subject.id, &p) || !participant_happen(db, &p, &(struct participant_news){.event = event,
			.day = day, .account = c->who.account, .record = c->record->id, .address = c->who.address, .document = document,
			.remark = c->kind->title, .past = past, .now = c->who.now}))
		issue(c->issues, -1, "", "ERR_TEXT_GIVEN", arena_print(c->mem, "%s目前為「%s」，無法登錄「%s」；請重新整理後再試。", p.name,
			p.state.label, participant_events[event].label));
	fee_training_days(db, p.id);
	return p;
}

void change_tell(struct db *db, const struct life_case *c, const char *text)
{
	const struct participant *p = c->life->participant;
	struct account_agencies college = account_agencies_with(db, c->mem, MAY_CLASS | MAY_COLLEGE);

	life_tell_agency(db, c, p->agency, text);
	if (p->selector != p->agency)
		life_tell_agency(db, c, p->selector, text);
	if (p->institute)
		life_tell_agency(db, c, p->institute, text);
	for (int i = 0; i < college.n; i++)
		if (college.at[i] != p->institute)
			life_tell_agency(db, c, college.at[i], arena_print(c->mem, "（副知）%s", text));
}

static const char *answered(const struct life_case *c)
{
	const struct change_letter *l = c->answers;

	return arena_print(c->mem, "「%s」保訓會%s（%s）", c->kind->title, c->act->label, l->number);
}

void change_refused(struct db *db, struct life_case *c)
{
	change_tell(db, c, answered(c));
}

void change_chain_approved(struct db *db, struct life_case *c, enum participant_event event, const struct past *past)
{
	const struct change_letter *l = c->answers;

	change_happen(db, c, event, l->sent, l->number, past);
	change_move_up(db, c, life_answers(c->record, "forward"), l->number);
	change_tell(db, c, answered(c));
}

/* Another event would be undone than the one that this record was entered for. */
static bool is_newest(struct db *db, struct life_case *c)
{
	struct rows *h = participant_history(db, c->life->subject.id);
	const struct code *event;

	if (!h->n || row_int(h, h->n - 1, "record") == c->record->id)
		return true;
	event = code_find(participant_events, row_text(h, h->n - 1, "event"));
	life_refuse(c, "", c->kind->citation ? c->kind->citation(c->life) : "",
		"其後已登錄「%s」，請先更正該筆，再更正本案", event ? event->label : "");
	return false;
}

static bool has_begun(const struct life_case *c, const struct participant *p)
{
	return participant_state(p) != PARTICIPANT_WAITING || (date_set(p->class_from) && !date_before(c->today, p->class_from));
}

static struct participant_news news_of(const struct life_case *c, enum participant_event event)
{
	return (struct participant_news){.event = event, .account = c->who.account, .record = c->record->id, .address = c->who.address,
		.remark = c->life->subject.name, .now = c->who.now};
}

void change_leave_class(struct db *db, struct life_case *c, struct participant *p)
{
	struct participant_news news = news_of(c, PARTICIPANT_ENTRY_WITHDRAWN);

	if (p->class)
		participant_assign(db, p, 0, 0, (struct date){0}, (struct date){0}, &news);
}

/* Whether somebody goes on whose training has begun is no rule's: a person decides. */
static void move_back(struct db *db, struct life_case *c, int64_t id)
{
	struct participant_news news = news_of(c, PARTICIPANT_MOVED_BACK);
	struct participant p;

	if (!participant_load(db, c->mem, id, &p) || participant_state(&p) == PARTICIPANT_RESERVE)
		return;
	if (has_begun(c, &p)) {
		change_tell(db, c, arena_print(c->mem, "遞補人員%s目前為「%s」，仍為正選；是否續訓由保訓會決定", p.name, p.state.label));
		return;
	}
	p.substitute_of = 0;
	change_leave_class(db, c, &p);
	if (participant_happen(db, &p, &news))
		change_tell(db, c, arena_print(c->mem, "%s之遞補因「%s」更正誤登而撤銷，仍為備選（受訓序列%lld）", p.name, c->kind->title,
			(long long)p.place));
}

void change_mistaken(struct db *db, struct life_case *c)
{
	struct rows *moved = db_run(db, &change_substitutes, A(c->life->subject.id), A(c->record->id));
	struct participant p;

	if (!is_newest(db, c))
		return;
	p = change_happen(db, c, PARTICIPANT_ENTRY_WITHDRAWN, c->today, NULL, NULL);
	if (participant_state(&p) != PARTICIPANT_WAITING)
		change_leave_class(db, c, &p);
	change_tell(db, c, arena_print(c->mem, "「%s」之函復登錄有誤，已更正：%s", c->kind->title, c->who.reason));
	for (int i = 0; i < moved->n; i++)
		move_back(db, c, row_int(moved, i, "id"));
}

const struct code change_chain_states[] = {
	{"draft", "草稿"}, {"reported", "已函報遴選機關"}, {"returned", "退回服務機關補正"}, {"forwarded", "已函報保訓會"},
	{"sent_back", "退回遴選機關補正"}, {"approved", "已函復同意"}, {"refused", "已函復不同意"}, {"taken_back", "已撤回"}, {0}
};

/* ---- who sees it ---- */

uint64_t change_sees_chain(const char *state)
{
	if (!state || life_names("approved refused lapsed", state))
		return CHANGE_ALL;
	return MAY_AT_SERVICE | (life_names("draft open applied taken_back", state) ? 0 : MAY_AT_SELECTING) |
		(life_names("forwarded sent_back", state) ? MAY_PROMOTION_CALL : 0);
}

uint64_t change_sees_selecting(const char *state)
{
	if (!state || life_names("approved refused", state))
		return CHANGE_ALL;
	return MAY_AT_SELECTING | (life_names("forwarded sent_back", state) ? MAY_PROMOTION_CALL : 0);
}

uint64_t change_sees_class(const char *state)
{
	if (!state || life_names("approved refused withdrawn", state))
		return CHANGE_ALL;
	return MAY_CLASS | (text_is(state, "draft") ? 0 : MAY_PROMOTION_CALL);
}
