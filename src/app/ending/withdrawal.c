/* withdrawal.c: 自願中途離訓: the trainee's own words, the signatures of the agency, then the report to 保訓會.   PLAN-125, 126 */
#include "app/ending/private.h"
#include "app/paper/paper.h"
#include "base/text.h"

static const struct code causes[] = {
	{"other_exam", "復應其他考試錄取"}, {"career", "另有生涯規劃"}, {"interest", "志趣不合"}, {"family", "家庭因素"}, {"other",
		"其他個人事由"}, {0}
};
static const struct code states[] = {{"declared", "已聲明離訓"}, {"complete", "離職手續已辦妥"}, {"sent", "已函送保訓會"}, {0}};

struct withdrawal { struct code cause; const char *exam, *postal_code, *address, *phone; struct date declared, left; };
struct procedure { struct date done; const char *note; };

static const struct field fields[] = {
	FIELD(withdrawal, cause, CODE, EDIT, "自願中途離訓事由", .list = causes, .need = true, .hint = "擇一"),
	FIELD(withdrawal, exam, TEXT, EDIT, "考試名稱", .hint = "復應其他考試錄取者必填"),
	FIELD(withdrawal, declared, DATE, EDIT, "申請日期", .need = true),
	FIELD(withdrawal, left, DATE, EDIT, "離訓日期", .need = true),
	FIELD(withdrawal, postal_code, TEXT, EDIT, "郵遞區號", .most = 6, .privacy = PERSONAL),
	FIELD(withdrawal, address, TEXT, EDIT, "通訊地址", .wide = true, .privacy = PERSONAL),
	FIELD(withdrawal, phone, TEXT, EDIT, "電話", .most = 40, .privacy = PERSONAL),
	{0}
};
static const struct field procedure_fields[] = {
	FIELD(procedure, done, DATE, EDIT, "手續辦妥日期", .need = true),
	FIELD(procedure, note, TEXT, EDIT, "說明", .most = 1000, .lines = true),
	{0}
};

static void check(struct life_case *c)
{
	const struct withdrawal *w = c->data;

	if (text_is(w->cause.id, "other_exam") && !*w->exam)
		issue(c->issues, -1, "exam", "ERR_REQUIRED");
	if (!text_is(w->cause.id, "other_exam") && *w->exam)
		issue(c->issues, -1, "cause", "ERR_TEXT_GIVEN", "離訓事由應擇一：填寫考試名稱者，事由應為「復應其他考試錄取」。");
	if (date_set(w->left) && date_before(w->left, c->life->training.report_date))
		issue(c->issues, -1, "left", "ERR_TEXT_GIVEN", arena_print(c->mem, "離訓日期%s早於報到日期%s。", date_text(c->mem, w->left),
			date_text(c->mem, c->life->training.report_date)));
	if (date_set(w->declared) && date_before(c->today, w->declared))
		issue(c->issues, -1, "declared", "ERR_DATE_FUTURE", date_text(c->mem, c->today));
}

static bool has_paper(const struct life_record *r, const char *slot)
{
	for (int i = 0; i < r->files.n; i++)
		if (text_is(r->files.at[i].slot, slot))
			return true;
	return false;
}

static const char *unsigned_yet(const struct life_case *c)
{
	return has_paper(c->record, "form") ? NULL : "請先附上受訓人員簽章、訓練單位主管、人事單位主管及首長核章之申請書。";
}

/* The report to 保訓會 is that of a revocation: cause 1 of both plans. */
static void send_effect(struct db *db, struct life_case *c)
{
	struct revocation r = {.cause = *code_find(revocation_causes, "waive_absent_quit"), .found = ((const struct withdrawal *)c->data)->left,
		.facts = arena_print(c->mem, "受訓人員自願中途離訓（%s）。", ((const struct withdrawal *)c->data)->cause.label),
			.evidence = "自願中途離訓申請書",
		.sender = *code_find(revocation_senders, "agency")};
	struct life_who who = c->who;
	int64_t id = life_begin(db, c->life, &revocation_kind, "find", &r, NULL, &who, c->issues);
	struct life now;

	if (!id || !life_load(db, c->mem, c->life->t.id, c->today, &now))
		return;
	life_act(db, &now, life_last(&now, &revocation_kind, "found", false), "send", arena_copy(c->mem, c->answers, sizeof(struct reported)), &who,
		c->issues);
}

static const struct life_act acts[] = {
	{.name = "declare", .label = "登錄自願中途離訓申請", .from = "", .to = "declared", .may = MAY_LIFE_EDIT, .check = check,
		.note = "受訓人員自願中途離訓，應填具申請書並辦妥離訓手續；經廢止受訓資格後，不得再申請補訓或重新訓練。"},
	{.name = "complete", .label = "離訓手續辦妥", .from = "declared", .to = "complete", .may = MAY_LIFE_EDIT, .fields = procedure_fields,
		.size = sizeof(struct procedure), .held = unsigned_yet},
	{.name = "send", .label = "函送保訓會廢止受訓資格", .from = "complete", .to = "sent", .may = MAY_LIFE_EDIT, .fields = reported_fields,
		.size = sizeof(struct reported), .effect = send_effect, .grave = true},
	{.name = "edit", .label = "更正", .from = "declared", .may = MAY_LIFE_EDIT, .edits = true, .reason = true, .check = check},
	{.name = "void", .label = "註銷（受訓人員撤回）", .from = "declared complete", .to = "void", .may = MAY_LIFE_EDIT, .reason = true},
	{0}
};

static const char *held(const struct life *l)
{
	if (!l->training.id || training_is_over(&l->training) || l->training.state == REVOKE_FILED)
		return "";
	return life_last(l, &withdrawal_kind, "declared complete", true) ? "已有離訓申請，請由該筆紀錄續辦。" : NULL;
}

static struct date day(const void *data)
{
	return ((const struct withdrawal *)data)->declared;
}

static const char *summary(struct arena *mem, const struct life_record *r)
{
	const struct withdrawal *w = r->data;

	return arena_print(mem, "%s%s%s", w->cause.label, *w->exam ? "：" : "", w->exam);
}

static struct life_papers papers(struct arena *mem, const struct life_case *c)
{
	struct life_paper *p = arena_array(mem, 1, sizeof *p);

	(void)c;
	*p = (struct life_paper){.slot = "form", .label = "自願中途離訓申請書（簽章、核章）", .need = true};
	return (struct life_papers){1, p};
}

static const char *const *draw(struct pdf *pdf, const struct life_case *c)
{
	const struct withdrawal *w = c->data;
	struct paper_withdraw_app f = {.head = life_paper_head(c, PLAN_FORM_WITHDRAW_APP), .person = life_paper_person(c->life),
		.cause = w->cause.label, .other_exam = *w->exam ? w->exam : NULL, .applied = w->declared};

	f.person.postal_code = w->postal_code;
	f.person.address = w->address;
	f.person.phone = w->phone;
	return paper_withdraw_app_draw(pdf, &f);
}

static const char *citation(const struct life *l)
{
	return training_cite(&l->training, PLAN_CITE_WITHDRAW);
}

const struct life_kind withdrawal_kind = {
	.name = "withdrawal", .title = "自願中途離訓", .group = LIFE_END, .requirements = "PLAN-125 PLAN-126", .fields = fields,
	.size = sizeof(struct withdrawal), .states = states, .acts = acts, .see = MAY_LIFE_EDIT | MAY_COMMISSION, .at_agency = "declared complete",
	.held = held, .day = day, .summary = summary, .papers = papers, .draw = draw, .form = "自願中途離訓申請書", .citation = citation,
};
