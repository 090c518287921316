/* withdraw.c: 自願中途離訓 (附件10, 112高普附件11): the statement, the leaving procedure, the letter, what 保訓會 decides.
 * PLAN-125, 126   LAW: 訓練計畫第20點第5款 */
#include "app/case/draw.h"
#include "base/text.h"

struct withdraw {
	struct code cause;
	const char *other_exam, *why, *postal_code, *address, *phone;
	struct date declared, left;
	bool signed_by_all, procedure_done, with_rating;
};

const struct deadline_kind case_withdraw_due = {
	.name = "withdraw-send", .title = "函送自願中途離訓", .length = "7d", .counted = "next_day", .who = "用人機關",
	.consequence = "訓練計畫未定函送期限，以7日提醒", .citation = "訓練計畫第20點第5款", .link = "/trainees/",
};

static const struct code causes[] = {
	{"other_exam", "復應其他考試錄取"}, {"career", "另有生涯規劃"}, {"interest", "志趣不合"},
	{"family", "家庭因素"}, {"other", "其他個人事由"}, {0}
};
static const struct code states[] = {
	{"filed", "已申請"}, {"sent", "已函送保訓會"}, {"revoked", "廢止受訓資格"}, {"kept", "不予廢止"}, {"taken_back", "已撤回"}, {0}
};
static const struct field fields[] = {
	FIELD(withdraw, cause, CODE, EDIT, "離訓事由", .need = true, .list = causes, .hint = "擇一"),
	FIELD(withdraw, other_exam, TEXT, EDIT, "考試名稱", .wide = true, .most = 100, .hint = "事由為「復應其他考試錄取」時必填"),
	FIELD(withdraw, why, TEXT, EDIT, "說明", .lines = true, .wide = true, .most = 1000),
	FIELD(withdraw, declared, DATE, EDIT, "申請日期", .need = true, .today = true),
	FIELD(withdraw, left, DATE, EDIT, "離訓日期"),
	FIELD(withdraw, postal_code, TEXT, EDIT, "郵遞區號", .most = 6, .privacy = PERSONAL),
	FIELD(withdraw, address, TEXT, EDIT, "通訊地址", .wide = true, .privacy = PERSONAL),
	FIELD(withdraw, phone, TEXT, EDIT, "電話", .most = 40, .privacy = PERSONAL),
	FIELD(withdraw, signed_by_all, BOOL, EDIT, "申請書已由本人、單位主管、人事單位主管及首長簽章"),
	FIELD(withdraw, procedure_done, BOOL, EDIT, "離訓手續已辦理完竣"),
	FIELD(withdraw, with_rating, BOOL, EDIT, "離訓前已評定成績不及格，併送相關事證資料"),
	{0}
};

static const char *citation(const struct life *l)
{
	return case_cite(l, PLAN_CITE_WITHDRAW, "訓練辦法第44條");
}

static void check(struct life_case *c)
{
	const struct withdraw *w = c->data;

	case_not_future(c, w->declared, "declared");
	case_not_future(c, w->left, "left");
	if (w->with_rating && CASE_IN(c->life, PASSED))           /* PLAN-126 c */
		case_wrong(c, "with_rating", "成績已評定及格，不併送評定不及格之事證資料；僅函送廢止受訓資格（%s）。", citation(c->life));
	if (case_is(w->cause, "other_exam"))
		case_need(c, *w->other_exam, "other_exam");
	if (date_set(w->left) && date_set(c->life->training.report_date) && date_before(w->left, c->life->training.report_date))
		case_wrong(c, "left", "離訓日期早於報到日期%s；未報到者請依自願放棄受訓資格辦理。", date_text(c->mem, c->life->training.report_date));
	if (date_set(w->declared) && date_set(c->life->training.report_date) && date_before(w->declared, c->life->training.report_date))
		case_wrong(c, "declared", "申請日期%s早於報到日期%s；自願中途離訓限訓練期間，報到前放棄者請依自願放棄受訓資格辦理（%s）。",
			date_text(c->mem, w->declared), date_text(c->mem, c->life->training.report_date), citation(c->life));
}

/* Nothing goes on by word of mouth, nor unsigned. */
static void review(struct life_case *c)
{
	const struct withdraw *w = c->data;
	struct verdict *v = life_finding(c, "withdrawal");

	v->result = RESULT_OK;
	if (!w->signed_by_all)
		verdict_data_missing(v, citation(c->life), "signed_by_all", "申請書之簽章");
	if (!w->procedure_done || !date_set(w->left))
		verdict_data_missing(v, citation(c->life), "procedure_done", "離訓手續及離訓日期");
	if (v->result == RESULT_OK)
		verdict_say(v, citation(c->life), "自願中途離訓，符合廢止受訓資格事由，得函送保訓會廢止受訓資格%s",
			w->with_rating ? "，併送評定成績不及格之相關事證資料" : "");
	case_missing_papers(c);
}

static void check_send(struct life_case *c)
{
	const struct withdraw *w = c->data;

	case_check_forward(c);
	if (!w->signed_by_all)
		case_wrong(c, "", "申請書尚未簽章完成，不得函送（%s）。", citation(c->life));
	if (!w->procedure_done || !date_set(w->left))
		case_wrong(c, "", "請先辦理離訓手續並登錄離訓日期（%s）。", citation(c->life));
	review(c);
}

static void check_decision(struct life_case *c)
{
	case_check_decision(c, c->answers, ((const struct withdraw *)c->data)->declared);
}

/* From the day of leaving, once it is known.                                                               D-41 */
static void noted(struct db *db, struct life_case *c)
{
	life_deadline(db, c, &case_withdraw_due, ((const struct withdraw *)c->data)->left, NULL, NULL, citation(c->life));
}

static void taken_back(struct db *db, struct life_case *c)
{
	deadline_cancel(db, &case_withdraw_due, "trainee", c->life->t.id, c->today, c->act->label);
}

static void sent(struct db *db, struct life_case *c)
{
	const struct case_forward *f = c->answers;

	life_deadline_met(db, c, &case_withdraw_due, f->sent);

	case_happen(db, c, EVENT_REVOKE_FILED, f->sent, f->document);
}

static void revoked(struct db *db, struct life_case *c)
{
	const struct case_decision *d = c->answers;

	case_happen(db, c, EVENT_REVOKED, d->decided, d->document);
	life_tell(db, c, "因自願中途離訓，經保訓會廢止受訓資格（%s）", d->document);
}

static void kept(struct db *db, struct life_case *c)
{
	const struct case_decision *d = c->answers;

	case_happen(db, c, EVENT_NOT_REVOKED, d->decided, d->document);
	life_tell(db, c, "自願中途離訓一案，保訓會不予廢止受訓資格（%s）", d->document);
}

static struct life_papers papers(struct arena *mem, const struct life_case *c)
{
	const struct withdraw *w = c->data;
	struct life_papers p = {1, arena_array(mem, 2, sizeof *p.at)};

	p.at[0] = (struct life_paper){"form", "已簽章之自願中途離訓申請書", "", true, false};
	if (w->with_rating)
		p.at[p.n++] = (struct life_paper){"rating", "評定成績不及格之相關事證資料", "", true, false};
	return p;
}

static const struct life_act acts[] = {
	{.name = "file", .label = "登錄離訓申請", .from = "", .to = "filed", .may = CASE_AGENCY, .check = check, .effect = noted},
	{.name = "edit", .label = "修改", .from = "filed", .may = CASE_AGENCY, .edits = true, .check = check, .effect = noted},
	{.name = "send", .label = "函送保訓會廢止", .from = "filed", .to = "sent", .may = CASE_AGENCY, CASE_FORWARD, .grave = true,
		.check = check_send, .effect = sent},
	{.name = "revoke", .label = "登錄廢止受訓資格", .from = "sent", .to = "revoked", .may = CASE_DECIDES, CASE_DECISION, .grave = true,
		.check = check_decision, .effect = revoked},
	{.name = "keep", .label = "登錄不予廢止", .from = "sent", .to = "kept", .may = CASE_DECIDES, CASE_DECISION, .reason = true, .grave = true,
		.check = check_decision, .effect = kept},
	{.name = "take_back", .label = "撤回申請", .from = "filed", .to = "taken_back", .may = CASE_AGENCY, .reason = true,
		.effect = taken_back},
	{0}
};

static const char *held(const struct life *l)
{
	if (!case_training(l) && !CASE_IN(l, PASSED))              /* who leaves after a passing rating: PLAN-126 c */
		return "";
	if (life_last(l, &case_withdraw, "filed sent", true))
		return "已登錄自願中途離訓申請。";
	return case_no_plan(l);
}

static struct date day(const void *data)
{
	return ((const struct withdraw *)data)->declared;
}

static const char *summary(struct arena *mem, const struct life_record *record)
{
	const struct withdraw *w = record->data;

	return arena_print(mem, "%s%s%s", w->cause.label ? w->cause.label : "", *w->other_exam ? "：" : "", w->other_exam);
}

static const char *const *draw(struct pdf *pdf, const struct life_case *c)
{
	const struct withdraw *w = c->data;
	const struct case_forward *f = life_answers(c->record, "send");
	struct paper_withdraw_app p = {
		.head = life_paper_head(c, PLAN_FORM_WITHDRAW_APP), .person = case_person(c, w->postal_code, w->address, w->phone),
			.cause = w->cause.label,
		.other_exam = *w->other_exam ? w->other_exam : NULL, .applied = w->declared,
	};
	const char *const *missing = paper_withdraw_app_draw(pdf, &p);

	case_letter(pdf, c, "revocation", "自願中途離訓", f ? f->sent : (struct date){0}, f ? f->document : NULL);
	return missing;
}

const struct life_kind case_withdraw = {
	.name = "withdraw", .title = "自願中途離訓", .group = LIFE_END, .requirements = "PLAN-125 PLAN-126", .fields = fields,
	.size = sizeof(struct withdraw), .states = states, .acts = acts, .see = MAY_LIFE_SEE, .held = held, .day = day, .summary = summary,
	.review = review, .papers = papers, .draw = draw, .form = "自願中途離訓申請書", .commission = "sent", .citation = citation,
};
