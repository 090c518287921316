/* receipt.c: 證書費繳款收據: for the payer, who knows 身分證字號 and the slip's number, and for 保訓會.            ACMS-098, decision 25 */
#include <unistd.h>

#include "app/audit/audit.h"
#include "app/fee/fee.sql.h"
#include "app/fee/view.h"
#include "app/may.h"
#include "app/paper/paper.h"
#include "base/log.h"
#include "base/random.h"
#include "base/text.h"
#include "file/temp.h"

enum { SLIP_MOST = 30 };

bool receipt_find(struct db *db, struct arena *mem, int64_t person, const char *slip, struct receipt *to)
{
	struct rows *a = *slip && person ? db_run(db, &fee_receipt_of_slip, A(person), A(slip)) : NULL;

	return receipt_of(mem, a, to);
}

bool receipt_of(struct arena *mem, const struct rows *a, struct receipt *to)
{
	const struct code *channel;

	*to = (struct receipt){.slip = "", .name = "", .exam_name = ""};
	if (!a || !a->n)
		return false;
	channel = code_find(fee_channels, row_text(a, 0, "channel"));
	*to = (struct receipt){row_int(a, 0, "admission"), row_int(a, 0, "amount"), row_int(a, 0, "exam_year"), row_text(a, 0, "exam_name"),
		row_text(a, 0, "name"), row_text(a, 0, "number"), arena_print(mem, "%03d%08lld", roc_year(moment_date(row_moment(a, 0, "booked"))),
		(long long)row_int(a, 0, "payment")), channel ? channel->label : "", row_text(a, 0, "reference"), row_date(a, 0, "paid_on")};
	return true;
}

static void send_receipt(struct req *r, const struct receipt *p, const char *name)
{
	struct pdf *pdf = pdf_new(r->mem, &(struct pdf_about){.title = "證書費繳款收據", .author = "公務人員保障暨培訓委員會", .created = r->now});
	struct paper_fee_receipt paper = {.head = {.exam_year = p->exam_year, .exam_name = p->exam_name,
			.printed = paper_printed(r->mem, 0, r->today, NULL)}, .number = p->number, .slip = p->slip, .name = name,
		.item = due_item(p->admission), .amount = p->amount, .capitals = text_capitals(r->mem, p->amount), .paid = p->paid,
		.channel = p->channel, .reference = p->reference};
	int fd = temp_file(r->mem);

	paper_fee_receipt_draw(pdf, &paper);
	if (!pdf_write(pdf, fd))
		fail("a receipt is too many pages");
	reply_file(r, "application/pdf", arena_print(r->mem, "收據%s.pdf", p->number), dup(fd), file_size(fd));
}

struct asking { struct req *r; struct receipt receipt; bool found; };

static void find(struct db *db, void *with)
{
	struct asking *a = with;
	struct req *r = a->r;

	a->found = receipt_find(db, r->mem, query_person(db, r), text_fold(r->mem, req_form(r, "slip")), &a->receipt);
	if (a->found)
		audit_add(db, &(struct audit_event){.address = r->wire->address, .action = "fee.receipt",
			.subject_kind = due_subject_kind(a->receipt.admission), .subject = due_subject(a->receipt.admission),
			.at = r->now, .after = arena_print(r->mem, "{\"number\":\"%s\"}", a->receipt.number)});
}

static void receipt_post(struct req *r)
{
	struct asking a = {.r = r};

	db_tx(r->db, find, &a);
	if (a.found)
		send_receipt(r, &a.receipt, mask_name(r->mem, a.receipt.name));
	else
		ask_again(r, "ERR_PAY_TOKEN");
}

static void payment_receipt_get(struct req *r)
{
	struct receipt p;

	if (receipt_of(r->mem, db_run(r->db, &fee_receipt_of_payment, A(r->id[0])), &p))
		send_receipt(r, &p, p.name);
	else
		reply_refuse(r, 404, "ERR_PAY_NO_RECEIPT");
}

static const struct field receipt_fields[] = {
	{.name = "token", .label = "查詢", .kind = K_TEXT, .use = EDIT, .need = true},
	{.name = "slip", .label = "繳費單編號", .kind = K_TEXT, .use = EDIT, .need = true, .most = SLIP_MOST}, {0}
};

const struct route fee_receipt_routes[] = {
	{POST, "/fee/receipt", receipt_post, 0, .takes = receipt_fields, .type = "application/pdf", .public_post = true, .heavy = true,
		.crumb = "請領證書繳款", .help = "下載收據"},
	{GET, "/payments/:payment/receipt", payment_receipt_get, MAY_PAYMENT, .type = "application/pdf", .heavy = true, .help = "列印收據"},
	{0}
};
