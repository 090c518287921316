/* form.c: the blank form and the sample as spreadsheets: a locked heading, lists to choose from,
	notes; and the files that were sent. PROMO-054, 058 */
#include <unistd.h>

#include "app/nomination/nomination.sql.h"
#include "app/nomination/private.h"
#include "app/paper/paper.h"
#include "app/store/store.h"
#include "base/text.h"
#include "file/sheet.h"
#include "file/temp.h"

enum { COLUMNS = 32, FORM_ROWS = 1000, SAMPLES = 2, CHOICES = 16, PDF_MEMORY = 256 << 20, PAGES = 2000 };

static const char *const grades[] = {"甲", "乙", "丙", "丁", NULL};

/* What a cell may hold, from the field's own list. */
static const char *const *choices_of(struct arena *mem, const struct field *f, int kind)
{
	const char **all = arena_array(mem, CHOICES, sizeof *all);

	if (text_starts(f->name, "grade_"))
		return grades;
	if (text_is(f->name, "route"))
		return kind == ZUO_TO_ZHENG ? promotion_route_words : NULL;
	for (int i = 0; f->kind == K_CODE && f->list[i].id && i < CHOICES - 1; i++)
		all[i] = f->list[i].label;
	return f->kind == K_CODE ? all : NULL;
}

static int columns_of(struct arena *mem, int kind, struct sheet_column *to, struct sheet_fill *fills)
{
	int n = 0;

	for (const struct field *f = nominee_fields; f->name; f++, n++) {
		to[n] = (struct sheet_column){.heading = nominee_heading(f, kind), .kind = SHEET_TEXT};
		fills[n] = (struct sheet_fill){choices_of(mem, f, kind), arena_print(mem, "%s%s%s", f->need ? "必填" : "選填", f->hint ?
			"；" : "",
			f->hint ? f->hint : "")};
	}
	return n;
}

/* Its numbers are nobody's, so that a sample sent by mistake is refused. */
static void write_samples(struct sheet_out *out)
{
	for (int i = 0; i < SAMPLES; i++) {
		for (const struct field *f = nominee_fields; f->name; f++)
			sheet_text(out, f->example ? f->example : "");
		sheet_end_row(out);
	}
}

void nomination_form_get(struct req *r)
{
	struct nomination_act a;
	struct sheet_column columns[COLUMNS];
	struct sheet_fill fills[COLUMNS];
	enum sheet_format format = r->as == AS_ODS || text_is(req_query(r, "as"), "ods") ? SHEET_ODS : SHEET_XLSX;
	bool sample = text_is(r->word[3], "sample");
	int fd = dup(temp_file(r->mem));

	if (!nomination_open(r, &a))
		return;
	if (!sample && !text_is(r->word[3], "blank")) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return;
	}
	const char *title = arena_print(r->mem, "%lld年度%s訓練名冊%s", (long long)a.p.year, a.p.type->label, sample ? "範本" : "空白表單");
	int n = columns_of(r->mem, a.p.kind, columns, fills);
	struct sheet_out *out = sheet_open_form(r->mem, fd, format, "名冊", columns, fills, n, FORM_ROWS);

	if (sample)
		write_samples(out);
	sheet_close(out);
	reply_file(r, sheet_mime(format), arena_print(r->mem, "%s%s", title, sheet_suffix(format)), fd, file_size(fd));
}

static struct fact_rows persons_of(struct arena *mem, const struct nominees *all)
{
	struct paper_nominee *at = arena_array(mem, (size_t)all->n, sizeof *at);

	for (int i = 0; i < all->n; i++) {
		const struct nominee *n = &all->at[i];

		at[i] = (struct paper_nominee){.place = arena_print(mem, "%lld", (long long)n->place), .outcome = n->outcome.label,
			.agency = n->agency_name, .name = n->name, .national_id = n->national_id, .sex = n->sex.label, .title = n->title,
				.pay = n->pay,
			.route = n->route, .grades = arena_print(mem, "%s%s%s", n->grade_3, n->grade_2, n->grade_1),
			.order = arena_print(mem, "%lld", (long long)n->promotion_order), .score = n->score, .origin = n->origin.label,
			.cost = n->cost.label, .remark = n->remark, .birth_date = n->birth_date, .since = n->since};
	}
	return (struct fact_rows){all->n, at};
}

/* 受訓（含備選）人員名冊 on paper, to go with the letter.                                          PROMO-029 */
void nomination_pdf_get(struct req *r)
{
	struct nomination_act a;

	if (!nomination_open(r, &a))
		return;
	if (!a.n.batch) {
		reply_refuse(r, 404, "ERR_BATCH_NONE");
		return;
	}
	struct nominees all = nominees_of(r->db, r->mem, a.n.batch);
	const char *title = arena_print(r->mem, "%lld年度%s受訓（含備選）人員名冊", (long long)a.p.year, a.p.type->label);
	bool sent = nomination_is(&a.n, "confirmed") || nomination_is(&a.n, "accepted");
	struct paper_promotion_roster f = {.head = {.printed = arena_print(r->mem, "%s　%s列印", sent ? arena_print(r->mem, "%s確認上傳",
		moment_text(r->mem, a.n.confirmed)) : "草稿（尚未確認上傳）", date_text(r->mem, r->today))}, .year = a.p.year,
			.training = a.p.type->label,
		.agency = a.n.agency_name, .persons = persons_of(r->mem, &all)};
	struct arena *own = arena_new(PDF_MEMORY);
	struct pdf *pdf = pdf_new(own, &(struct pdf_about){.title = title, .author = a.n.agency_name, .created = r->now, .most_pages = PAGES});
	int fd = dup(temp_file(r->mem));

	paper_promotion_roster_draw(pdf, &f);
	pdf_write(pdf, fd);
	arena_free(own);
	reply_file(r, "application/pdf", arena_print(r->mem, "%s.pdf", title), fd, file_size(fd));
}

/* The original of the roster now, or of an older version of it. */
void nomination_file_get(struct req *r)
{
	struct nomination_act a;
	struct stored file;
	struct rows *b;

	if (!nomination_open(r, &a))
		return;
	b = db_run(r->db, &nomination_batch, A(req_query_int(r, "batch", 1, INT64_MAX, a.n.batch)), A(a.n.id));
	if (!b->n || !store_look(r->db, r->mem, row_int(b, 0, "file"), &file)) {
		reply_refuse(r, 404, a.n.batch ? "ERR_PAGE_NOT_FOUND" : "ERR_BATCH_NONE");
		return;
	}
	reply_file(r, file.type, file.name, dup(store_get_fd(r->db, r->mem, file.id)), (uint64_t)file.size);
}
