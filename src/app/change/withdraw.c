/* withdraw.c: 訓前自願放棄: the 服務機關 confirms, the 遴選機關 decides whether somebody moves up, 保訓會 replies.   PROMO-066 … 071 */
#include "app/change/private.h"

struct withdraw { struct date declared; const char *why; };

static const struct field fields[] = {
	FIELD(withdraw, declared, DATE, EDIT, "放棄日期", .need = true, .today = true),
	FIELD(withdraw, why, TEXT, EDIT, "放棄意思之說明", .lines = true, .wide = true, .most = 1000,
		.hint = "未檢附放棄參訓資格切結書時必填。切結書形式不拘，例如：「本人自願放棄○○年度佐升正訓練參訓資格，絕無異議。具結人簽章」"),
	{0}
};

static const char *citation(const struct life *l)
{
	(void)l;
	return "保訓會升官等訓練辦理作業綱要「開訓前放棄參訓資格」";
}

static void check(struct life_case *c)
{
	change_not_future(c, ((const struct withdraw *)c->data)->declared, "declared");
}

static void review(struct life_case *c)
{
	change_say_days(c);
	change_find_substitution(c);
	if (!change_has_paper(c->record, "evidence"))
		life_warn(c, "evidence", citation(c->life), "建議請當事人填具放棄參訓資格切結書，以避免爭議；未檢附者應說明放棄之意思");
}

static void check_report(struct life_case *c)
{
	change_check_letter(c);
	if (!change_has_paper(c->record, "evidence") && !*((const struct withdraw *)c->data)->why)
		life_refuse(c, "", citation(c->life), "未檢附放棄參訓資格切結書，請先以「修改」填寫放棄意思之說明");
}

/* A decision other than the 態樣 is flagged, not refused: README decision 24. */
static void check_forward(struct life_case *c)
{
	const struct change_forward *f = c->answers;
	struct maybe_bool substitute = change_find_substitution(c);

	change_check_letter(c);
	change_need(c, f->backfill, "backfill");
	if (c->issues->n)
		return;
	if (!substitute.known && !*f->why)
		life_refuse(c, "why", citation(c->life), "參訓身分「%s」無對應之態樣，請填遞補與否之理由", c->life->participant->origin.label);
	if (substitute.known && substitute.yes != change_is(f->backfill, "required"))
		life_warn(c, "substitution", citation(c->life), "遴選機關之決定（%s）與態樣不同，請保訓會確認", f->backfill.label);
	change_substitute(c, f);
}

static void approved(struct db *db, struct life_case *c)
{
	change_chain_approved(db, c, PARTICIPANT_WITHDREW, NULL);
}

static const struct life_act acts[] = {CHANGE_CHAIN_ACTS(check, check_report, check_forward, approved), {0}};

static const char *held(const struct life *l)
{
	return change_held(l, &change_withdraw, PARTICIPANT_WAITING, "draft reported returned forwarded sent_back",
		"訓中請由訓練機關（構）、學校辦理停止訓練或函報廢止受訓資格");
}

static struct life_papers papers(struct arena *mem, const struct life_case *c)
{
	(void)c;
	return change_papers(mem, "放棄參訓資格切結書", false);
}

static struct date day(const void *data) { return ((const struct withdraw *)data)->declared; }

static const char *summary(struct arena *mem, const struct life_record *r)
{
	const struct change_forward *f = life_answers(r, "forward");

	return f ? arena_print(mem, "%s", f->backfill.label) : "";
}

const struct life_kind change_withdraw = {
	.name = "promotion-withdraw", .title = "訓前自願放棄", .group = LIFE_APPLICATION, .requirements = "PROMO-066 PROMO-067 PROMO-068 PROMO-070",
	.subject = &change_subject, .fields = fields, .size = sizeof(struct withdraw), .states = change_chain_states, .acts = acts,
	.see = CHANGE_ALL, .sees = change_sees_chain, .held = held, .day = day, .summary = summary, .review = review, .papers = papers,
	.table = change_reserves, .draw = change_draw, .form = "訓前自願放棄函稿", .citation = citation, CHANGE_CHAIN_STATIONS,
};
