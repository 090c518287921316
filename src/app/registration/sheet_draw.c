/* sheet_draw.c: 列印簽到表: on A4, the course and the titles of the columns on every page, rows of a centimetre to sign in.    LEARN-271 */
#include "app/registration/private.h"
#include "base/text.h"
#include "file/pdf.h"

enum { PAGES = 500, MEMORY = 256 << 20 };

static const double row_height = 28.4, title_height = 20, head_size = 15, size = 10.5;      /* 10 mm */

static const char *head_words(struct arena *mem, const struct course *c, struct date day)
{
	return arena_print(mem, "課程代碼：%s　期別：%lld　日期：%s%s%s", c->course_code, (long long)c->term_no, date_text(mem, day),
		*c->place ? "　地點：" : "", c->place);
}

/* Three head rows over all columns, which each further page has again. */
static void add_heads(struct arena *mem, const struct course *c, const struct sheet_plan *s, struct date day, struct pdf_row *rows)
{
	struct pdf_cell *name = arena_array(mem, 3, sizeof *name), *titles = arena_array(mem, (size_t)s->n_columns, sizeof *titles);

	name[0] = (struct pdf_cell){.text = c->agency_name, .columns = s->n_columns, .style = {.size = 12, .align = PDF_CENTRE}, .bare = true,
		.upright = PDF_MIDDLE};
	name[1] = (struct pdf_cell){.text = arena_print(mem, "%s　簽到表", c->name), .columns = s->n_columns,
		.style = {.size = head_size, .align = PDF_CENTRE}, .bare = true, .upright = PDF_MIDDLE};
	name[2] = (struct pdf_cell){.text = head_words(mem, c, day), .columns = s->n_columns, .style = {.size = size}, .bare = true,
		.upright = PDF_MIDDLE};
	for (int i = 0; i < 3; i++)
		rows[i] = (struct pdf_row){.cells = &name[i], .n = 1, .head = true, .least_height = title_height};
	for (int i = 0; i < s->n_columns; i++)
		titles[i] = (struct pdf_cell){.text = s->columns[i]->label, .style = {.size = size, .align = PDF_CENTRE, .fixed = true},
			.upright = PDF_MIDDLE};
	rows[3] = (struct pdf_row){.cells = titles, .n = s->n_columns, .head = true, .least_height = title_height};
}

static void draw_day(struct pdf *pdf, struct arena *mem, const struct course *c, const struct sheet_plan *s, struct date day)
{
	enum { HEADS = 4 };
	struct pdf_row *rows = arena_array(mem, (size_t)(HEADS + s->n_rows), sizeof *rows);
	double widths[SHEET_COLUMNS];

	add_heads(mem, c, s, day, rows);
	for (int i = 0; i < s->n_columns; i++)
		widths[i] = s->columns[i]->width;
	for (int i = 0; i < s->n_rows; i++) {
		struct pdf_cell *cells = arena_array(mem, (size_t)s->n_columns, sizeof *cells);

		for (int k = 0; k < s->n_columns; k++)
			cells[k] = (struct pdf_cell){.text = s->cells[i * s->n_columns + k], .style = {.size = size,
				.align = k ? PDF_LEFT : PDF_CENTRE}, .upright = PDF_MIDDLE};
		rows[HEADS + i] = (struct pdf_row){.cells = cells, .n = s->n_columns, .least_height = row_height};
	}
	pdf_section(pdf, c->agency_name);
	pdf_table(pdf, &(struct pdf_table){.widths = widths, .n_columns = s->n_columns, .rows = rows, .n_rows = HEADS + s->n_rows, .pad = 3,
		.bare = true});
}

void sheet_draw(struct req *r, const struct course *c, const struct sheet_plan *s, int fd)
{
	struct arena *own = arena_new(MEMORY);
	struct pdf *pdf = pdf_new(own, &(struct pdf_about){.title = arena_print(own, "%s簽到表", c->name), .author = c->agency_name,
		.created = r->now, .face = PDF_SUNG, .most_pages = PAGES});

	for (int i = 0; i < s->n_days; i++)
		draw_day(pdf, own, c, s, s->days[i]);
	if (!pdf_write(pdf, fd))
		issue(&r->issues, -1, "", "ERR_TEXT_GIVEN", "簽到表超過 500 頁，請減少日數或人數後再列印。");
	arena_free(own);
}
