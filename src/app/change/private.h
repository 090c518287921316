/* private.h: what the kinds of change/ share. */
#ifndef PEIXUN_CHANGE_PRIVATE_H
#define PEIXUN_CHANGE_PRIVATE_H

#include "app/change/change.h"
#include "app/may.h"

/* A participant with what the kinds ask of it; life.participant is its first member. */
struct change_person {
	struct participant p;
	struct participants reserves;                           /* 備選 of the same 遴選機關, training and year, by 受訓序列 */
	bool filled;                                            /* somebody moved up in this person's place */
	bool hours_known;
	struct change_hours hours;
	struct participants others;                             /* all participations of the person */
	/* Numbers of letters of its cases that their sender has used for other cases too: how many. */
	struct change_letters { int n; struct change_letter_used { int64_t record, others; const char *number, *sender; } *at; } letters;
	const char *at_fault;                                   /* of a 撤銷: yes, no; "" */
	struct date delivered;
};
const struct change_person *change_person(const struct life *);
extern const struct life_subject_kind change_subject;

/* ---- what acts ask for: the letter of each step ---- */

#define CHANGE_LETTER_MEMBERS const char *number; struct date sent
struct change_letter { CHANGE_LETTER_MEMBERS; };
extern const struct field change_letter_fields[];               /* 文號, 發文日期 */
#define CHANGE_LETTER .fields = change_letter_fields, .size = sizeof(struct change_letter)
#define CHANGE_LETTER_FIELDS(S) \
	FIELD(S, number, TEXT, EDIT, "文號", .need = true, .most = 60, .wide = true, .example = "公訓字第1050001234號"), \
	FIELD(S, sent, DATE, EDIT, "發文日期", .need = true, .today = true)

/* Inside an act's transaction: the number that it gave, with who sent it.  Then what is said of it on the record's page.   PROMO-124 */
void change_letter_keep(struct db *, struct life_case *);
void change_letters_load(struct db *, struct arena *, int64_t participant, struct change_letters *);
void change_letters_say(struct life_case *);

/* A decision whether somebody moves up, and who. */
#define CHANGE_SUBSTITUTE_MEMBERS struct code backfill; int64_t substitute; const char *why
struct change_forward { CHANGE_LETTER_MEMBERS; CHANGE_SUBSTITUTE_MEMBERS; };
extern const struct field change_forward_fields[];
extern const struct code change_backfills[];                    /* "required" 須遞補, "not_required" 無須遞補 */
#define CHANGE_FORWARD .fields = change_forward_fields, .size = sizeof(struct change_forward)
#define CHANGE_SUBSTITUTE_FIELDS(S) \
	FIELD(S, backfill, CODE, EDIT, "遞補", .list = change_backfills), \
	FIELD(S, substitute, INT, EDIT, "遞補人員之受訓序列", .least = 1, .most = 99999, .hint = "須遞補時留白即依序遞補；不依序者請填理由"), \
	FIELD(S, why, TEXT, EDIT, "理由", .lines = true, .wide = true, .most = 1000)

/* The letter's day is not ahead, nor before the last step. */
void change_check_letter(struct life_case *);
/* Who would move up by what was answered; NULL: nobody.  Notes issues: no such reserve, not in order without a reason.      PROMO-069 */
const struct participant *change_substitute(struct life_case *, const struct change_forward *);
/* The finding of promotion-substitution for this participant.                                            PROMO-068 */
struct maybe_bool change_find_substitution(struct life_case *);
struct life_table change_reserves(struct arena *, const struct life_case *);    /* 備選 in their order */
/* Inside the transaction of the reply: who was named moves up, the link is kept.  NULL: nothing was said of it. */
void change_move_up(struct db *, struct life_case *, const struct change_forward *, const char *document);

/* ---- checks and findings ---- */

bool change_is(struct code, const char *id);
/* A choice that nobody makes by leaving it as it stands: ERR_REQUIRED without one. */
void change_need(struct life_case *, struct code, const char *field);
void change_not_future(struct life_case *, struct date, const char *field);
bool change_has_paper(const struct life_record *, const char *slot);
/* ERR_EVIDENCE unless the paper is there. */
void change_need_paper(struct life_case *, const char *slot);
struct life_papers change_papers(struct arena *, const char *label, bool need);         /* one paper, slot "evidence" */
/* The article of the year's parameter set, or where there is no set the regulation of 佐升正. */
enum change_article { CHANGE_DEFERRAL, CHANGE_STOP, CHANGE_REVOCATION, CHANGE_MAKEUP, CHANGE_INELIGIBLE, CHANGE_SELECTION };
const char *change_cite(const struct life *, enum change_article);
int change_type(const struct life *);                           /* enum promotion_type */
/* How long the case has been where it is, and how long until 開訓.                                          PROMO-071 */
void change_say_days(struct life_case *);

/* Why a kind can't begin: another phase, naming the present one and what belongs to it; a record of it that is open.
 * NULL: it can.  "": it has no use now.                                                                  PROMO-002 */
const char *change_held(const struct life *, const struct life_kind *, enum participant_state need, const char *open, const char *instead);

/* ---- effects, inside the transaction; what can't be is an issue that undoes it ---- */

/* Gives the participant as it is then. */
struct participant change_happen(struct db *, struct life_case *, enum participant_event, struct date, const char *document, const struct past *);
/* 副知: 遴選機關, 服務機關, 國家文官學院 and the 訓練機關 are told of the answer. */
void change_tell(struct db *, const struct life_case *, const char *text);

/* ---- who sees it: a draft its maker alone, a case where it has been, an answer all who are concerned ---- */

uint64_t change_sees_chain(const char *state);                   /* 服務機關 → 遴選機關 → 保訓會 */
uint64_t change_sees_selecting(const char *state);              /* 遴選機關 → 保訓會 */
uint64_t change_sees_class(const char *state);                  /* 訓練機關 → 保訓會 */
#define CHANGE_ALL (MAY_AT_SERVICE | MAY_AT_SELECTING | MAY_PROMOTION_CALL | MAY_CLASS)

/* The letter of the step that is due, as a draft.                                                       PROMO-124 */
const char *const *change_draw(struct pdf *, const struct life_case *);

/* The acts of a case that goes 服務機關 → 遴選機關 → 保訓會, in the states of change_chain_states. */
extern const struct code change_chain_states[];
#define CHANGE_CHAIN_ACTS(CHECK, REPORT, FORWARD, APPROVED) \
	{.name = "file", .label = "登錄", .from = "", .to = "draft", .may = MAY_AT_SERVICE, .check = CHECK}, \
	{.name = "edit", .label = "修改", .from = "draft returned", .may = MAY_AT_SERVICE, .edits = true, .check = CHECK}, \
	{.name = "report", .label = "函報遴選機關", .from = "draft returned", .to = "reported", .may = MAY_AT_SERVICE, CHANGE_LETTER, \
		.check = REPORT}, \
	{.name = "forward", .label = "函報保訓會", .from = "reported sent_back", .to = "forwarded", .may = MAY_AT_SELECTING, CHANGE_FORWARD, \
		.check = FORWARD}, \
	{.name = "back", .label = "退回服務機關", .from = "reported sent_back", .to = "returned", .may = MAY_AT_SELECTING, .reason = true}, \
	{.name = "approve", .label = "函復同意", .from = "forwarded", .to = "approved", .may = MAY_PROMOTION_CALL, CHANGE_LETTER, .grave = true, \
		.check = change_check_letter, .effect = APPROVED}, \
	{.name = "refuse", .label = "函復不同意", .from = "forwarded", .to = "refused", .may = MAY_PROMOTION_CALL, CHANGE_LETTER, .reason = true, \
		.grave = true, .check = change_check_letter, .effect = change_refused}, \
	{.name = "send_back", .label = "退回遴選機關", .from = "forwarded", .to = "sent_back", .may = MAY_PROMOTION_CALL, .reason = true}, \
	{.name = "take_back", .label = "撤回", .from = "draft returned", .to = "taken_back", .may = MAY_AT_SERVICE, .reason = true}, \
	CHANGE_MISTAKE("approved", change_mistaken)
/* An answer that was entered by mistake: the participant is where it was, and the case waits for the answer again.          PROMO-127 */
#define CHANGE_MISTAKE(FROM, EFFECT) \
	{.name = "mistake", .label = "更正誤登", .from = FROM, .to = "forwarded", .may = MAY_PROMOTION_CALL, .reason = true, .grave = true, \
		.note = "函復登錄錯誤時使用；原紀錄保留。", .effect = EFFECT}
#define CHANGE_CHAIN_STATIONS .service = "draft returned", .selecting = "reported sent_back", .commission = "forwarded"
void change_refused(struct db *, struct life_case *);
void change_mistaken(struct db *, struct life_case *);          /* who moved up by it is 備選 again, unless 開訓 was first */
void change_leave_class(struct db *, struct life_case *, struct participant *);         /* no class any more */
void change_chain_approved(struct db *, struct life_case *, enum participant_event, const struct past *);

/* 服務機關, 遴選機關, 訓練機關 their own; 保訓會 and 國家文官學院 all. */
bool change_may_know(const struct req *, const struct participant *);

void change_person_get(struct req *);
void change_find_post(struct req *);
void change_people_get(struct req *);
void change_list_get(struct req *);
void change_periods_get(struct req *);
void change_omitted_get(struct req *);
void change_omitted_post(struct req *);
#endif
