/* papers.c: the list for 考試院, the letters, and a proof that can be checked.                          PROMO-094 PROMO-124 */
#include <unistd.h>

#include "app/audit/audit.h"
#include "app/award/award.sql.h"
#include "app/award/view.h"
#include "app/paper/paper.h"
#include "base/text.h"
#include "file/temp.h"

enum { PDF_MEMORY = 128 << 20, MOST = 5000, GROUP = 5 };

#define COMMISSION "公務人員保障暨培訓委員會"

struct batch { struct awarded *at; int n; struct promotion_place p; };

/* Those who passed and have no certificate yet. */
static bool look_up(struct req *r, struct batch *b)
{
	struct award_place w = award_place_of(r);
	struct rows *found = db_run(r->db, &award_list, A(w.type), A(w.year), A(0), A("selector_name"), A(MOST), A(0));
	struct awarded *all = records_load(r->mem, found, awarded_fields, sizeof *all);

	*b = (struct batch){arena_array(r->mem, (size_t)found->n, sizeof *b->at), 0, {0}};
	promotion_place_of(r->db, r->mem, w.type, w.year, &b->p);
	for (int i = 0; i < found->n; i++)
		if (!text_is(all[i].state.id, participant_states[PARTICIPANT_CERTIFIED].id) &&
				!text_is(all[i].state.id, participant_states[PARTICIPANT_ANNULLED].id))
			b->at[b->n++] = all[i];
	if (b->n)
		return true;
	reply_refuse(r, 409, "ERR_NOT_FOUND", "成績及格而尚未發給證書之人員");
	return false;
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

static struct fact_rows rows_of(struct req *r, const struct batch *b)
{
	struct paper_result *to = arena_array(r->mem, (size_t)b->n, sizeof *to);

	for (int i = 0; i < b->n; i++)
		to[i] = (struct paper_result){.name = b->at[i].name, .national_id = b->at[i].national_id, .agency = b->at[i].agency_name,
			.class_name = b->at[i].selector_name, .total = b->at[i].total_score, .remark = ""};
	return (struct fact_rows){b->n, to};
}

void award_list_get(struct req *r)
{
	struct batch b;

	if (!look_up(r, &b))
		return;
	const char *title = arena_print(r->mem, "%lld年度%s訓練請領訓練合格證書名冊", (long long)b.p.year, b.p.type->label);
	struct arena *own = arena_new(PDF_MEMORY);
	struct pdf *pdf = pdf_new(own, &(struct pdf_about){.title = title, .author = COMMISSION, .created = r->now});

	paper_promotion_awards_draw(pdf, &(struct paper_promotion_awards){
		.head = {.citation = b.p.set ? arena_print(r->mem, "%s第20條第1項", b.p.set->regulation) : NULL,
		.printed = date_text(r->mem, r->today)}, .year = b.p.year, .training = b.p.type->label, .persons = rows_of(r, &b)});
	audit_refusal(r->db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "award.list", .subject_kind = "award", .at = r->now, .reason = arena_print(r->mem, "%d 人", b.n)});
	send(r, own, pdf, title);
}

/* ---- letters ---- */

static const char *training_of(struct req *r, const struct batch *b)
{
	return arena_print(r->mem, "%lld年度%s訓練", (long long)b->p.year, b->p.type->label);
}

static void letter(struct req *r, struct pdf *pdf, const struct batch *b, const char *to, const char *subject)
{
	struct fact_texts explanation = {0}, recipients = {0}, enclosures = {0};
	const char *training = training_of(r, b);

	fact_texts_add(r->mem, &recipients, to);
	fact_texts_add(r->mem, &enclosures, arena_print(r->mem, "%s請領訓練合格證書名冊", training));
	if (b->p.set)
		fact_texts_add(r->mem, &explanation, arena_print(r->mem, "依據%s第20條第1項辦理。", b->p.set->regulation));
	fact_texts_add(r->mem, &explanation, "旨揭人員訓練期滿，成績業經本會核定及格。");
	paper_letter_draw(pdf, &(struct paper_letter){.head = {.agency = COMMISSION, .printed = date_text(r->mem, r->today)}, .to = to,
		.contact_name = *r->who->full_name ? r->who->full_name : r->who->account_name, .recipients = recipients, .enclosures = enclosures,
		.explanation = explanation, .subject = subject});
}

static void to_selectors(struct req *r, struct pdf *pdf, const struct batch *b)
{
	for (int from = 0, n; from < b->n; from += n) {
		for (n = 1; from + n < b->n && text_is(b->at[from + n].selector_name, b->at[from].selector_name); n++)
			;
		letter(r, pdf, b, b->at[from].selector_name, arena_print(r->mem,
			"貴機關遴選之%s成績及格人員%d人，業報請考試院發給訓練合格證書，請查照。", training_of(r, b), n));
	}
}

void award_letters_get(struct req *r)
{
	const char *to = req_query(r, "to");
	struct batch b;

	if (!look_up(r, &b))
		return;
	struct arena *own = arena_new(PDF_MEMORY);
	struct pdf *pdf = pdf_new(own, &(struct pdf_about){.title = "請領訓練合格證書函稿", .author = COMMISSION, .created = r->now});

	if (text_is(to, "selectors"))
		to_selectors(r, pdf, &b);
	else if (text_is(to, "ministry"))
		letter(r, pdf, &b, "銓敘部", arena_print(r->mem, "%s成績及格人員%d人，業報請考試院發給訓練合格證書，請查照。",
			training_of(r, &b), b.n));
	else
		letter(r, pdf, &b, "考試院", arena_print(r->mem, "檢送%s成績及格人員%d人名冊1份，請發給訓練合格證書。",
			training_of(r, &b), b.n));
	send(r, own, pdf, "請領訓練合格證書函稿");
}

/* ---- a proof ---- */

static const char *in_groups(struct arena *mem, const char *code)
{
	struct text t = text_new(mem, 64);

	for (int i = 0; code[i]; i++)
		text_print(&t, "%s%c", i && i % GROUP == 0 ? "-" : "", code[i]);
	return t.n ? t.at : "";
}

void award_note_get(struct req *r)
{
	struct awarded a = {0};
	struct rows *one = db_run(r->db, &award_one, A(r->id[0]));

	if (!one->n || !record_load(r->mem, one, awarded_fields, &a) || !text_is(a.state.id, participant_states[PARTICIPANT_CERTIFIED].id)) {
		reply_refuse(r, 409, "ERR_TEXT_GIVEN", "尚未發給訓練合格證書，無法列印訓練合格證明。");
		return;
	}
	struct arena *own = arena_new(PDF_MEMORY);
	struct pdf *pdf = pdf_new(own, &(struct pdf_about){.title = "訓練合格證明", .author = a.agency_name, .created = r->now});

	paper_promotion_note_draw(pdf, &(struct paper_promotion_note){.head = {.printed = date_text(r->mem, r->today)}, .year = a.year,
		.training = a.type.label, .name = a.name, .national_id = mask_id(r->mem, a.national_id), .agency = a.agency_name, .number = a.number,
		.document = a.document, .issued = a.issued,
		.check = url_at(r->mem, r->app->public_origin, req_url(r, "/verify?number=%s&code=%s", a.number, a.code)).text,
		.check_words = arena_print(r->mem, "請證查驗 編號 %s　查驗碼 %s", a.number, in_groups(r->mem, a.code))});
	send(r, own, pdf, arena_print(r->mem, "訓練合格證明_%s", a.number));
}
