/* kind.c: payments as a kind of upload: how a row is checked and judged.                                ACMS-093 ACMS-095 */
#include <stdlib.h>
#include <string.h>

#include "app/collection/collection.sql.h"
#include "app/collection/private.h"
#include "app/may.h"
#include "app/plan/book.h"
#include "base/log.h"
#include "base/text.h"

enum { AMOUNT_MOST = 999999999, LIST_MOST = 8 << 20, CHANNELS_MOST = 16, REFERENCE_DAY = 16 };

const struct field collected_fields[] = {
	FIELD(collected, slip, TEXT, EDIT, "繳費單號", .need = true, .most = 30, .aliases = "銷帳編號|繳款單號", .example = "1110070000000001"),
	FIELD(collected, amount, INT, EDIT, "金額", .need = true, .least = 1, .most = AMOUNT_MOST, .aliases = "繳款金額|代收金額",
		.example = "500"),
	FIELD(collected, paid, DATE, EDIT, "繳款日期", .need = true, .aliases = "繳費日期|代收日期", .example = "112/02/20"),
	FIELD(collected, channel, CODE, EDIT, "繳費管道", .need = true, .list = fee_channels, .aliases = "代收管道", .example = "便利商店"),
	FIELD(collected, reference, TEXT, EDIT, "交易序號", .need = true, .most = 80, .aliases = "代收序號",
		.hint = "代收機構給每一筆款項之編號，同一管道內不重複", .example = "1120220-0012345"),
	{0}
};
static const char *const headings[] = {"*繳費單號", "*金額", "*繳款日期", "*繳費管道", "*交易序號"};

static void tell_layout(void *with, const char *file, const char *problem)
{
	(void)with;
	log_line("plans: payment/%s: %s", file, problem);
}

static bool unfold(struct import *im, int fd, uint64_t size, struct import_unfolded *to)
{
	struct layouts all = layouts_load(im->mem, plan_folder(), tell_layout, NULL);
	const struct file_layout *l = layout_of(&all, im->mem, fd, size);

	if (l)
		layout_unfold(l, im->mem, fd, size, headings, to);
	return l;
}

static void check(struct import *im, struct import_row *row)
{
	const struct collected *c = row->record;

	if (date_set(c->paid) && date_before(im->today, c->paid))
		import_issue(im, row, "paid", "ERR_DATE_FUTURE", date_text(im->row_mem, im->today));
}

/* ---- how a row stands to what is stored ---- */

/* The rows by their slips, those of one slip as they came. */
static int by_slip(const void *a, const void *b)
{
	const struct import_row *x = *(struct import_row *const *)a, *y = *(struct import_row *const *)b;
	int order = strcmp(((const struct collected *)x->record)->slip, ((const struct collected *)y->record)->slip);

	return order ? order : (x->number > y->number) - (x->number < y->number);
}

static struct import_row **in_order(struct import *im, struct import_row *rows, int n)
{
	struct import_row **order = arena_array(im->piece, (size_t)n, sizeof *order);

	for (int i = 0; i < n; i++)
		order[i] = &rows[i];
	qsort(order, (size_t)n, sizeof *order, by_slip);
	return order;
}

static struct rows *load_slips(struct import *im, struct import_row *const *order, int n)
{
	struct text list = text_new(im->piece, LIST_MOST);
	struct json j = json_new(&list);
	const char *last = "";

	json_list(&j);
	for (int i = 0; i < n; i++) {
		const struct collected *c = order[i]->record;

		if (strcmp(c->slip, last))
			json_text(&j, c->slip);
		last = c->slip;
	}
	json_end(&j);
	return db_run(im->db, &collected_slips, A(list.at));
}

/* What each channel of these rows has said before; NULL for the others. */
struct news { const struct rows *of[CHANNELS_MOST]; };

static int channel_index(const char *id)
{
	for (int i = 0; fee_channels[i].id; i++)
		if (text_is(fee_channels[i].id, id))
			return i;
	fail("a row is of the channel %s", id);
}

static const struct rows *load_channel(struct import *im, const struct import_row *rows, int n, int channel)
{
	struct text list = {0};
	struct json j;

	for (int i = 0; i < n; i++) {
		const struct collected *c = rows[i].record;

		if (channel_index(c->channel.id) != channel)
			continue;
		if (!list.at) {
			list = text_new(im->piece, LIST_MOST);
			j = json_new(&list);
			json_list(&j);
		}
		json_text(&j, c->reference);
	}
	if (!list.at)
		return NULL;
	json_end(&j);
	return db_run(im->db, &collected_known, A(list.at), A(fee_channels[channel].id), A(im->batch));
}

/* The first of those with this reference; -1: none.  They come in its order. */
static int find_reference(const struct rows *known, int column, const char *reference)
{
	int from = 0, to = known->n;

	while (from < to) {
		int middle = from + (to - from) / 2;

		if (strcmp(row_cell(known, middle, column)->s, reference) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from < known->n && !strcmp(row_cell(known, from, column)->s, reference) ? from : -1;
}

static bool is_same(const struct rows *known, int i, const struct collected *c)
{
	return text_is(row_text(known, i, "slip_number"), c->slip) && row_int(known, i, "amount") == c->amount &&
		date_same(row_date(known, i, "paid_on"), c->paid);
}

/* Decides by what the channel has said before; false: it is news. */
static bool judge_again(struct import *im, struct import_row *row, const struct rows *known, struct collected_known *k)
{
	const struct collected *c = row->record;
	int column = known && known->n ? row_column(known, "reference") : 0, i = known ? find_reference(known, column, c->reference) : -1;

	for (; i >= 0 && i < known->n && !strcmp(row_cell(known, i, column)->s, c->reference); i++) {
		if (is_same(known, i, c)) {
			if (row_bool(known, i, "busy"))
				import_issue(im, row, "reference", "ERR_PAYMENT_BUSY", c->reference);
			else
				row->outcome = IMPORT_UNCHANGED;
			return true;
		}
		if (row_bool(known, i, "booked"))
			k->outcome = FEE_REUSED;
	}
	return false;
}

/* A person will have to look at it: said here, and found again in the list.   ACMS-095 */
static void doubt(struct import *im, struct import_row *row, const struct fee_slip *s, enum fee_outcome outcome)
{
	const struct collected *c = row->record;
	const char *owed = arena_print(im->piece, "%lld", (long long)s->amount), *given = arena_print(im->piece, "%lld", (long long)c->amount);

	switch (outcome) {
	case FEE_UNKNOWN_SLIP: import_doubt(im, row, "slip", "W-PAY-01", c->slip); break;
	case FEE_NOT_PAYABLE: import_doubt(im, row, "slip", "W-PAY-02", c->slip); break;
	case FEE_DOUBLE: import_doubt(im, row, "slip", "W-PAY-03", c->slip); break;
	case FEE_SHORT: import_doubt(im, row, "amount", "W-PAY-04", owed, given); break;
	case FEE_OVER: import_doubt(im, row, "amount", "W-PAY-05", owed, given); break;
	case FEE_LATE: import_doubt(im, row, "paid", "W-PAY-06", date_text(im->piece, s->due)); break;
	case FEE_REUSED: import_doubt(im, row, "reference", "W-PAY-07", c->reference); break;
	case FEE_BOOKED: case FEE_SAME_AGAIN: case FEE_OUTCOMES: break;
	}
}

static void judge_one(struct import *im, struct import_row *row, const struct fee_slip *slip, const struct rows *known)
{
	const struct collected *c = row->record;
	struct collected_known *k = row->found = arena_get(im->piece, sizeof *k);

	k->outcome = FEE_OUTCOMES;
	row->outcome = IMPORT_CREATE;
	if (judge_again(im, row, known, k))
		return;
	k->slip = slip->slip;
	if (k->outcome != FEE_REUSED)
		k->outcome = fee_payment_judge(im->piece, slip, c->channel.id, c->amount, c->paid);
	doubt(im, row, slip, k->outcome);
}

static void judge(struct import *im, struct import_row *rows, int n)
{
	struct import_row **order = in_order(im, rows, n);
	const struct rows *slips = load_slips(im, order, n);
	int column = slips->n ? row_column(slips, "number") : 0, at = 0;
	struct news news = {{NULL}};
	struct fee_slip slip = {0};
	const char *last = NULL;

	for (int i = 0; fee_channels[i].id; i++)
		news.of[i] = load_channel(im, rows, n, i);
	for (int i = 0; i < n; i++) {
		const struct collected *c = order[i]->record;

		if (!last || strcmp(last, c->slip)) {
			while (at < slips->n && strcmp(row_cell(slips, at, column)->s, c->slip) < 0)
				at++;
			slip = at < slips->n && !strcmp(row_cell(slips, at, column)->s, c->slip) ? fee_slip_of(slips, at) : (struct fee_slip){0};
		}
		last = c->slip;
		judge_one(im, order[i], &slip, news.of[channel_index(c->channel.id)]);
		slip.paid |= order[i]->outcome == IMPORT_CREATE && ((struct collected_known *)order[i]->found)->outcome == FEE_BOOKED;
	}
}

const struct import_kind collection_kind = {
	.name = "payment", .title = "代收款檔", .path = "/payments/import", .rows_at = "/payments?batch=", .may = MAY_PAYMENT,
	.note = "銀行、郵局及超商之代收檔（依代收合約設定之格式自動辨識，檢核首筆、明細、尾筆及總筆數、總金額），或依範本填寫之 CSV、xlsx、ods。"
		"每筆款項依繳費單號及金額入帳一次；查無繳費單、金額不符、重複繳費或逾期由超商代收者不入帳，列入「待處理款項」由承辦人處理。"
		"同一檔案再次匯入不會重複入帳。",
	.fields = collected_fields, .size = sizeof(struct collected),
	.key = (const char *const[]){"reference", "channel", "slip", "amount", "paid", NULL},
	.key_begins = REFERENCE_DAY, .form_codes = true, .unfold = unfold,
	.check = check, .judge = judge, .store = collected_store, .shown = collected_shown, .makes = &collected_target,
	.touched_by = &collected_touched, .take_back = collected_take_back,
};
