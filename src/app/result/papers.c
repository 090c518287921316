/* papers.c: 成績清冊 for a 遴選機關, 成績單 for a 服務機關 with the list on which people sign for it.              PROMO-087 PROMO-088 PROMO-099 */
#include <unistd.h>

#include "app/audit/audit.h"
#include "app/may.h"
#include "app/paper/paper.h"
#include "app/result/result.sql.h"
#include "app/result/view.h"
#include "base/text.h"
#include "file/temp.h"

enum { PDF_MEMORY = 128 << 20, MOST = 2000, YEAR_MOST = 999, FEE_AMOUNT = 500 };

/* Determined results that a paper is about. */
struct batch { struct released *at; int n; struct promotion_place p; };

static void look_up(struct req *r, struct batch *b, bool own)
{
	const char *type = req_query(r, "type");
	struct rows *found;
	struct released *all;

	*b = (struct batch){0};
	promotion_place_of(r->db, r->mem, promotion_index(promotion_type_codes, type) < 0 ? promotion_type_codes[0].id : type,
		req_query_int(r, "year", 2, YEAR_MOST, roc_year(r->today)), &b->p);
	found = db_run(r->db, &result_released, A(b->p.type->id), A(b->p.year), A(req_agency(r)), A(""), A(0), A("agency_name"), A(MOST), A(0));
	all = records_load(r->mem, found, released_fields, sizeof *all);
	b->at = arena_array(r->mem, (size_t)found->n, sizeof *b->at);
	for (int i = 0; i < found->n; i++)
		if (r->who->all_agencies || (own ? all[i].agency : all[i].selector) == r->who->agency)
			b->at[b->n++] = all[i];
}

static struct fact_rows rows_of(struct req *r, const struct batch *b)
{
	struct paper_result *to = arena_array(r->mem, (size_t)b->n, sizeof *to);

	for (int i = 0; i < b->n; i++) {
		const struct released *x = &b->at[i];

		to[i] = (struct paper_result){x->name, x->national_id, x->agency_name, x->class_name, x->training_score, x->course_score,
			x->total_score, x->passed ? "及格" : "不及格", ""};
	}
	return (struct fact_rows){b->n, to};
}

static const char *printed(struct req *r, const struct promotion_place *p)
{
	return arena_print(r->mem, "%s　%s列印", p->law, date_text(r->mem, r->today));
}

static void send(struct req *r, struct arena *own, struct pdf *pdf, const char *title)
{
	int fd = dup(temp_file(r->mem));
	bool whole = pdf_write(pdf, fd);

	arena_free(own);
	if (whole)
		reply_file(r, "application/pdf", arena_print(r->mem, "%s.pdf", title), fd, file_size(fd));
	else
		reply_refuse(r, 422, "ERR_TEXT_GIVEN", "資料過多，無法產製。");
}

static bool none(struct req *r, const struct batch *b)
{
	if (b->n)
		return false;
	reply_refuse(r, 409, "ERR_NOT_DETERMINED");
	return true;
}

/* Full national IDs leave the house: that is noted. */
static void note(struct req *r, const char *action, const struct batch *b)
{
	audit_refusal(r->db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = action, .subject_kind = "result", .at = r->now,
		.reason = arena_print(r->mem, "%lld年度%s，%d 人", (long long)b->p.year, b->p.type->label, b->n)});
}

void register_pdf_get(struct req *r)
{
	struct batch b;

	look_up(r, &b, false);
	if (none(r, &b))
		return;
	const char *agency = r->who->all_agencies ? "公務人員保障暨培訓委員會" : r->who->agency_name,
		*title = arena_print(r->mem, "%lld年度%s訓練成績清冊", (long long)b.p.year, b.p.type->label);
	struct arena *own = arena_new(PDF_MEMORY);
	struct pdf *pdf = pdf_new(own, &(struct pdf_about){.title = title, .author = agency, .created = r->now});

	paper_promotion_register_draw(pdf, &(struct paper_promotion_register){.head = {.printed = printed(r, &b.p)}, .year = b.p.year,
		.training = b.p.type->label, .agency = agency, .persons = rows_of(r, &b)});
	note(r, "result.register", &b);
	send(r, own, pdf, title);
}

void signing_pdf_get(struct req *r)
{
	struct batch b;

	look_up(r, &b, true);
	if (none(r, &b))
		return;
	const char *title = arena_print(r->mem, "%lld年度%s訓練成績單簽收清冊", (long long)b.p.year, b.p.type->label);
	struct arena *own = arena_new(PDF_MEMORY);
	struct pdf *pdf = pdf_new(own, &(struct pdf_about){.title = title, .author = r->who->agency_name, .created = r->now});

	paper_promotion_signing_draw(pdf, &(struct paper_promotion_signing){.head = {.printed = printed(r, &b.p)}, .year = b.p.year,
		.training = b.p.type->label, .agency = r->who->agency_name, .persons = rows_of(r, &b)});
	send(r, own, pdf, title);
}

/* ---- 成績單 ---- */

static struct fact_texts recheck_advice(struct req *r, const struct promotion_place *p)
{
	const struct promotion_recheck_rule *rule = p->set->recheck;
	struct fact_texts t = {0};

	fact_texts_add(r->mem, &t, arena_print(r->mem, "接到成績單之次日起15日內得申請複查成績，逾期不予受理，並以1次為限（%s%s）。",
		p->set->regulation, rule->article));
	fact_texts_add(r->mem, &t, arena_print(r->mem, "線上申辦：%s（輸入國民身分證統一編號及本成績單查驗碼）。",
		url_at(r->mem, r->app->public_origin, req_url(r, "/recheck")).text));
	fact_texts_add(r->mem, &t, "書面申請：填具「各項訓練測驗複查成績申請書」，寄送公務人員保障暨培訓委員會，以郵戳為憑。");
	return t;
}

/* LAW: 考試院各種證書暨證明書規費收費標準; 保訓會升官等訓練辦理作業綱要「請領訓練合格證書及繳交證書費」 */
static struct fact_texts fee_advice(struct req *r, const struct promotion_place *p, const char *address)
{
	struct fact_texts t = {0};

	fact_texts_add(r->mem, &t, arena_print(r->mem, "訓練合格證書證書費新臺幣%d元，請於收到成績單後7日內繳納（%s）。",
		FEE_AMOUNT, p->set->fee_source));
	fact_texts_add(r->mem, &t, arena_print(r->mem, "至培訓業務系統「受訓人員專區」之「請領證書繳款」（%s），"
		"輸入國民身分證統一編號查詢。", address));
	fact_texts_add(r->mem, &t, "列印繳款單，至便利商店、郵局或中國信託商業銀行臨櫃繳納；"
		"或以自動櫃員機（ATM）轉帳、網路信用卡、全國繳費網（WebATM）繳納。");
	fact_texts_add(r->mem, &t, "超過繳款期限，不可至超商繳費，需臨櫃繳費。");
	return t;
}

static void draw_report(struct req *r, struct pdf *pdf, const struct released *x)
{
	struct weights w = weights_of(r->db, r->mem, x->type.id, x->year);
	struct promotion_place p;
	const char *total, *how, *address = url_at(r->mem, r->app->public_origin, req_url(r, "/fee")).text;
	bool passed;

	promotion_place_of(r->db, r->mem, x->type.id, x->year, &p);
	decimal_parse(x->training_percent, &w.percent);
	total_of(r->mem, &w, x->training_score, x->course_score, &total, &passed, &how);
	paper_promotion_report_draw(pdf, &(struct paper_promotion_report){.head = {.printed = printed(r, &p)}, .year = x->year,
		.training = x->type.label, .agency = x->agency_name, .name = x->name, .national_id = x->national_id, .class_name = x->class_name,
		.training_score = x->training_score, .course_score = x->course_score, .how = how, .total = x->total_score,
		.outcome = x->passed ? "及格" : "不及格", .from = x->start_day, .until = x->end_day, .determined = x->determined, .code = x->code,
		.recheck = recheck_advice(r, &p), .fee = x->passed ? fee_advice(r, &p, address) : (struct fact_texts){0},
		.address = x->passed ? address : NULL});
}

/* Those of one person, or of all own people. */
static bool choose(struct req *r, struct batch *b)
{
	int64_t one = req_query_int(r, "participant", 1, INT64_MAX, 0);

	if (!one) {
		look_up(r, b, true);
		return !none(r, b);
	}
	if (r->app->scope(r, "participant", one) != SCOPE_OK) {
		reply_refuse(r, 403, "ERR_FORBIDDEN");
		return false;
	}
	b->at = arena_get(r->mem, sizeof *b->at);
	b->n = record_load(r->mem, db_run(r->db, &result_released_one, A(one)), released_fields, b->at);
	if (none(r, b))
		return false;
	promotion_place_of(r->db, r->mem, b->at->type.id, b->at->year, &b->p);
	return true;
}

void reports_pdf_get(struct req *r)
{
	struct batch b = {0};

	if (!choose(r, &b))
		return;
	const char *title = arena_print(r->mem, "%lld年度%s訓練成績單", (long long)b.p.year, b.p.type->label);
	struct arena *own = arena_new(PDF_MEMORY);
	struct pdf *pdf = pdf_new(own, &(struct pdf_about){.title = title, .author = "公務人員保障暨培訓委員會", .created = r->now});

	for (int i = 0; i < b.n; i++) {
		struct released x = b.at[i];

		record_load(r->mem, db_run(r->db, &result_released_one, A(x.id)), released_fields, &x);
		draw_report(r, pdf, &x);
	}
	note(r, "result.reports", &b);
	send(r, own, pdf, title);
}
