/* payers.c: 通知受訓人員繳款: who of an agency has to pay for the certificate, and a notice that tells them where and until when.   ACMS-084
 *
 * The agency sees the true state of its own trainees; the public page does not tell it (decision 25). */
#include <unistd.h>

#include "app/exam/exam.h"
#include "app/fee/payers.html.h"
#include "app/fee/payers.sql.h"
#include "app/fee/private.h"
#include "app/fee/payers.h"
#include "app/may.h"
#include "app/paper/paper.h"
#include "app/promotion/promotion.h"
#include "base/text.h"
#include "file/temp.h"
#include "web/list.h"

enum { NOTICE_MOST = 2000, PDF_MEMORY = 64 << 20 };

/* In the words of the catalogue; who can't pay yet is none of the four. */
static const struct code states[] = {
	{"due", "應繳"}, {"exempt", "免繳"}, {"paid", "已繳"}, {"overdue", "逾期未繳"}, {"early", "尚不符繳費條件"}, {0}
};

#define HIDDEN(m, K) FIELD(payer, m, K, MARK, "")

const struct field payer_fields[] = {
	FIELD(payer, id, INT, KEY, "編號"),
	FIELD(payer, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(payer, national_id, ID, SHOW, "身分證字號", .privacy = PERSONAL, .not_sorted = true),
	FIELD(payer, exam_year, INT, SHOW, "年度", .not_sorted = true),
	FIELD(payer, exam_name, TEXT, SHOW, "考試或訓練名稱"),
	FIELD(payer, state, CODE, SHOW, "繳款狀態", .list = states, .not_sorted = true),
	FIELD(payer, amount, INT, SHOW, "金額", .not_sorted = true),
	FIELD(payer, due, DATE, SHOW, "繳款期限"),
	FIELD(payer, paid_on, DATE, SHOW, "繳款日期", .not_sorted = true),
	HIDDEN(exam_code, TEXT), HIDDEN(plan, TEXT), HIDDEN(education_score, TEXT), HIDDEN(score, TEXT), HIDDEN(identity, TEXT),
	HIDDEN(identity_proof, BOOL), HIDDEN(fee_exempt_exam, BOOL), HIDDEN(pass_mark_education, TEXT), HIDDEN(pass_mark_practical, TEXT),
	HIDDEN(bt_state, TEXT), HIDDEN(bt_exempt, BOOL), HIDDEN(last_day, DATE), HIDDEN(has_slip, BOOL),
	HIDDEN(training, INT), HIDDEN(type, TEXT), HIDDEN(receipt, DATE),
	{0}
};

/* What a slip of a 升官等訓練 would say, where there is none yet: nothing is exempt, and without a day of receipt nothing is late. */
static void fill_training(struct req *r, struct payer *p)
{
	struct promotion_place place;

	if (!p->training || p->has_slip)
		return;
	promotion_place_of(r->db, r->mem, p->type, p->exam_year, &place);
	p->amount = place.set ? place.set->fee_amount : 0;
	if (date_set(p->receipt))
		p->due = fee_training_last(r->db, r->mem, p->receipt);
}

static const char *state_of(struct arena *mem, const struct payer *p, struct date today)
{
	if (p->training)
		return date_set(p->paid_on) ? "paid" : date_set(p->due) && date_before(p->due, today) ? "overdue" : "due";
	struct fee_conditions f = {.last_day = p->last_day, .education_score = p->education_score, .score = p->score,
		.education_mark = p->pass_mark_education, .practical_mark = p->pass_mark_practical,
		.bt_state = p->bt_state, .bt_exempt = p->bt_exempt};

	if (date_set(p->paid_on))
		return "paid";
	if (fee_is_exempt(mem, p->plan, p->exam_code, p->identity, p->identity_proof, p->fee_exempt_exam))
		return "exempt";
	if (!fee_conditions_met(mem, &f, today))
		return "early";
	return p->has_slip && date_before(p->due, today) ? "overdue" : "due";
}

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct payer *p = rows;

	for (int i = 0; i < n; i++) {
		fill_training(l->r, &p[i]);
		p[i].state = *code_find(states, state_of(mem, &p[i], l->r->today));
		if (text_is(p[i].state.id, "exempt"))
			p[i].amount = 0;
	}
}

static int64_t year_of(struct req *r)
{
	int64_t year = 0;

	if (*req_query(r, "exam_year"))
		text_to_int(text_fold(r->mem, req_query(r, "exam_year")), 1, 999, &year);
	return year;
}

static void payers_get(struct req *r)
{
	int64_t year = year_of(r);
	struct list l;

	if (!list_open(&l, r, "通知受訓人員繳款", payer_fields, sizeof(struct payer), "name"))
		return;
	l.complete = complete;
	if (!list_run(&l, &payer_list, REQ_AGENCIES(r), A(year), A(req_query(r, "exam_code")), A(req_query(r, "name")), A(r->today)))
		return;
	struct payers_view v = {.r = r, .l = &l, .at = req_url(r, "/certification/payers"),
		.notice = req_url(r, "/certification/payers/notice?exam_year=%s&exam_code=%s", req_query(r, "exam_year"), req_query(r, "exam_code")),
		.fee = arena_print(r->mem, "%s%s/fee", r->app->public_origin, r->app->base),
		.year = input_text(r, "exam_year", "考試年度", "", false, NULL),
		.exam = input_choice(r, "exam_code", "考試種類", "", false, exam_options(r, year ? year : exam_newest_year(r->db), "（全部）")),
		.name = input_text(r, "name", "姓名", "", false, NULL), .agency = !r->who->all_agencies};

	const struct payer *p = l.rows;
	bool any = false;

	for (int i = 0; i < l.n; i++)
		any |= text_is(p[i].state.id, "due") || text_is(p[i].state.id, "overdue");
	v.agency = v.agency && any;                             /* else there is nobody to tell */
	v.year.size = 5;
	l.rows_at = "/certification/persons";
	payers_page(reply_page(r, 200, "通知受訓人員繳款"), &v);
}

/* ---- the notice ---- */

static struct fact_rows to_tell(struct req *r, struct rows *found)
{
	struct payer *p = records_load(r->mem, found, payer_fields, sizeof *p);
	struct paper_fee_payer *to = arena_array(r->mem, (size_t)found->n, sizeof *to);
	int n = 0;

	for (int i = 0; i < found->n; i++) {
		fill_training(r, &p[i]);
		const char *state = state_of(r->mem, &p[i], r->today);

		if (text_is(state, "due") || text_is(state, "overdue"))
			to[n++] = (struct paper_fee_payer){p[i].name, arena_print(r->mem, "%lld年%s", (long long)p[i].exam_year, p[i].exam_name),
				p[i].amount ? arena_print(r->mem, "%lld元", (long long)p[i].amount) : "",
				date_set(p[i].due) ? date_text(r->mem, p[i].due) : "下載繳費單後依單上所載",
				text_is(state, "overdue") ? "逾期未繳，請臨櫃繳費" : ""};
	}
	return (struct fact_rows){n, to};
}

static void notice_get(struct req *r)
{
	struct rows *found = db_run(r->db, &payer_list, REQ_AGENCIES(r), A(year_of(r)), A(req_query(r, "exam_code")), A(""),
		A(r->today), A("name"), A(NOTICE_MOST), A(0));
	struct paper_fee_notice notice = {.head = {.agency = r->who->agency_name, .printed = paper_printed(r->mem, 0, r->today, NULL)},
		.persons = to_tell(r, found), .address = arena_print(r->mem, "%s%s/fee", r->app->public_origin, r->app->base)};
	struct arena *own = arena_new(PDF_MEMORY);
	struct pdf *pdf = pdf_new(own, &(struct pdf_about){.title = "請領證書繳款通知", .author = r->who->agency_name, .created = r->now});
	int fd = temp_file(r->mem);

	if (notice.persons.n) {
		paper_fee_notice_draw(pdf, &notice);
		pdf_write(pdf, fd);
	}
	arena_free(own);
	if (!notice.persons.n)
		reply_refuse(r, 409, "ERR_TEXT_GIVEN", "目前沒有應繳證書費之人員，無須列印繳款通知。");
	else
		reply_file(r, "application/pdf", "請領證書繳款通知.pdf", dup(fd), file_size(fd));
}

static const struct field payer_takes[] = {
	{.name = "exam_year", .label = "考試年度", .kind = K_INT, .least = 1, .most = 999},
	{.name = "exam_code", .label = "考試種類", .kind = K_TEXT, .most = 3},
	{.name = "name", .label = "姓名", .kind = K_TEXT}, {0}
};

const struct route fee_payer_routes[] = {
	{GET, "/certification/payers", payers_get, MAY_CERTIFICATE_SEE, .takes = payer_takes, .gives = payer_fields, .list = true,
		.crumb = "請證系統/通知受訓人員繳款", .help = "應繳、免繳、已繳、逾期未繳證書費之人員"},
	{GET, "/certification/payers/notice", notice_get, MAY_LIFE_EDIT, .takes = payer_takes, .type = "application/pdf", .heavy = true,
		.hidden = true,
		.help = "列印請領證書繳款通知"},
	{0}
};
