/* pdf_text.c: texts become lines of glyphs.  Knows no pages.
 *
 * One Pango context a face lives as long as the process; so do the layouts of texts marked fixed, up to KEEP of them. */
#include <string.h>

#include "base/log.h"
#include "file/pdf_private.h"

#if defined(__SANITIZE_ADDRESS__)
/* Pango's threads leave patterns of fontconfig behind, once a typeface and not once a document. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\n";
}
#endif

enum { KEEP = 2048, KEEP_BYTES = 16 << 20, SHORT = 120, PAGE_BYTES = 32 << 10, FACES = 2 };

struct kept {
	struct kept *next;
	const char *text;
	struct pdf_style style;
	enum pdf_face face;
	double width;
	struct shaped *shaped;
};

static const double USUAL_MODULE = 0.8;

/* This process's typefaces and kept texts. */
static struct {
	struct arena *mem;
	PangoContext *context[FACES];
	struct kept *kept[KEEP];
	int n_kept;
} warm;

static const char *families[FACES] = {
	[PDF_KAI] = "TW-Kai,TW-Kai-Ext-B,TW-Kai-Plus",
	[PDF_SUNG] = "TW-Sung,TW-Sung-Ext-B,TW-Sung-Plus",
};

static PangoContext *context_of(enum pdf_face face)
{
	if (warm.context[face])
		return warm.context[face];
	PangoFontMap *map = pango_cairo_font_map_get_default();
	PangoContext *context = pango_font_map_create_context(map);
	PangoFontDescription *font = pango_font_description_from_string(families[face]);
	cairo_font_options_t *options = cairo_font_options_create();

	/* Paper has no pixels: no hinting, no rounding, and a point is a unit. */
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	pango_cairo_context_set_font_options(context, options);
	pango_cairo_context_set_resolution(context, 72);
	pango_context_set_round_glyph_positions(context, FALSE);
	pango_context_set_language(context, pango_language_from_string("zh-TW"));
	pango_context_set_font_description(context, font);
	cairo_font_options_destroy(options);
	pango_font_description_free(font);
	return warm.context[face] = context;
}

/* Whether Pango finds the family itself and not a stand-in. */
static bool family_present(PangoContext *context, const char *family)
{
	PangoFontDescription *wanted = pango_font_description_from_string(family);
	PangoFont *font = pango_context_load_font(context, wanted);
	PangoFontDescription *found = font ? pango_font_describe(font) : NULL;
	bool present = found && !strcmp(pango_font_description_get_family(found), family);

	if (found)
		pango_font_description_free(found);
	if (font)
		g_object_unref(font);
	pango_font_description_free(wanted);
	return present;
}

bool pdf_warm(enum pdf_face face)
{
	static const char *const parts[FACES][3] = {
		[PDF_KAI] = {"TW-Kai", "TW-Kai-Ext-B", "TW-Kai-Plus"},
		[PDF_SUNG] = {"TW-Sung", "TW-Sung-Ext-B", "TW-Sung-Plus"},
	};
	PangoContext *context = context_of(face);
	bool present = true;

	for (int i = 0; i < 3; i++)
		present &= family_present(context, parts[face][i]);
	return present;
}

double shaped_height(const struct shaped *s, int from)
{
	return s ? (s->n - from) * s->line_height : 0;
}

/* What a printer can do with: line ends are \n, other control characters blanks, and bytes that are no UTF-8 U+FFFD. */
static const char *cleaned(struct arena *mem, const char *text)
{
	const char *end = text + strlen(text);
	struct text clean = text_new(mem, 4 * (size_t)(end - text) + 256);
	int n;

	for (uint32_t c; (c = utf8_next(text, end, &n)), n; text += n) {
		if (c == '\r') {
			if (text[1] != '\n')
				text_char(&clean, '\n');
		} else if ((c < ' ' && c != '\n') || c == 0x7F || (c >= 0x80 && c < 0xA0))
			text_char(&clean, ' ');
		else if (c == 0xFFFD)
			text_puts(&clean, "\xEF\xBF\xBD");
		else
			text_add(&clean, text, (size_t)n);
	}
	return clean.at;
}

static void note_unknown(struct pdf *pdf, uint32_t character)
{
	char utf8[5] = {0};

	utf8_put(utf8, character);
	/* A ceiling on what is told, not on what is looked at: a text in a foreign script would list its whole alphabet. */
	if (!strstr(pdf->unknown.at, utf8) && pdf->unknown.n < 4096)
		text_puts(&pdf->unknown, utf8);
}

static void find_unknown(struct pdf *pdf, PangoLayout *layout)
{
	if (!pango_layout_get_unknown_glyphs_count(layout))
		return;
	for (GSList *l = pango_layout_get_lines_readonly(layout); l; l = l->next)
		for (GSList *r = ((PangoLayoutLine *)l->data)->runs; r; r = r->next) {
			PangoGlyphString *glyphs = ((PangoLayoutRun *)r->data)->glyphs;

			for (int i = 0; i < glyphs->num_glyphs; i++) {
				PangoGlyph glyph = glyphs->glyphs[i].glyph;

				if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG))
					note_unknown(pdf, glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
			}
		}
}

static PangoLayout *layout_make(enum pdf_face face, const char *text, const struct pdf_style *style, double width)
{
	static const PangoAlignment align[] = {PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT};
	PangoLayout *layout = pango_layout_new(context_of(face));
	PangoFontDescription *font = pango_font_description_from_string(families[face]);

	pango_font_description_set_absolute_size(font, style->size * PANGO_SCALE);
	pango_layout_set_font_description(layout, font);
	pango_font_description_free(font);
	pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_alignment(layout, align[style->align]);
	pango_layout_set_indent(layout, (int)(-style->hang * PANGO_SCALE));
	/* Each paragraph starts at the left, whatever script its first letter is of. */
	pango_layout_set_auto_dir(layout, FALSE);
	pango_layout_set_text(layout, text, -1);
	return layout;
}

static struct shaped *lines_of(struct arena *mem, PangoLayout *layout, const struct pdf_style *style)
{
	struct shaped *s = arena_get(mem, sizeof *s);
	PangoLayoutIter *at = pango_layout_get_iter(layout);
	int i = 0;

	s->n = pango_layout_get_line_count(layout);
	s->lines = arena_array(mem, (size_t)s->n, sizeof *s->lines);
	s->line_height = style->size * style->leading;
	/* 0.86: how far an ideograph of these typefaces reaches above its baseline, as a share of its size. */
	s->baseline = (s->line_height - style->size) / 2 + 0.86 * style->size;
	do {
		PangoRectangle box;

		pango_layout_iter_get_line_extents(at, NULL, &box);
		s->lines[i].line = pango_layout_iter_get_line_readonly(at);
		s->lines[i++].x = style->indent + (double)box.x / PANGO_SCALE;
	} while (i < s->n && pango_layout_iter_next_line(at));
	pango_layout_iter_free(at);
	return s;
}

static bool kept_is(const struct kept *k, const char *text, const struct pdf_style *style, enum pdf_face face, double width)
{
	return k->face == face && k->width == width && k->style.size == style->size && k->style.leading == style->leading
		&& k->style.align == style->align && k->style.indent == style->indent && k->style.hang == style->hang
		&& !strcmp(k->text, text);
}

static uint32_t hash_of(const char *text)
{
	uint32_t hash = 2166136261u;

	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 16777619u;
	return hash;
}

static struct kept *kept_find(struct kept *k, const char *text, const struct pdf_style *style, enum pdf_face face, double width)
{
	while (k && !kept_is(k, text, style, face, width))
		k = k->next;
	return k;
}

static struct shaped *shape(struct pdf *pdf, struct arena *mem, const char *text, const struct pdf_style *style, double width)
{
	PangoLayout *layout = layout_make(pdf->about.face, text, style, width);

	arena_defer(mem, g_object_unref, layout);
	find_unknown(pdf, layout);
	return lines_of(mem, layout, style);
}

/* Shapes a text and keeps it in that place. */
static struct shaped *shape_into(struct pdf *pdf, struct arena *mem, struct kept **place, const char *text, const struct pdf_style *style,
	double width)
{
	struct kept *k = arena_get(mem, sizeof *k);

	*k = (struct kept){*place, arena_text(mem, text), *style, pdf->about.face, width, shape(pdf, mem, text, style, width)};
	*place = k;
	return k->shaped;
}

/* A fixed text is the program's own, so an unknown character in it is told only the first time. */
static struct shaped *shape_once(struct pdf *pdf, const char *text, const struct pdf_style *style, double width)
{
	struct kept **place = &warm.kept[hash_of(text) % KEEP], *found = kept_find(*place, text, style, pdf->about.face, width);

	if (found)
		return found->shaped;
	if (warm.n_kept == KEEP)
		return shape(pdf, pdf->mem, text, style, width);
	if (!warm.mem)
		warm.mem = arena_new(KEEP_BYTES);
	warm.n_kept++;
	return shape_into(pdf, warm.mem, place, text, style, width);
}

/* Rows of a register say the same again and again: agency, level, dates. */
static struct shaped *shape_again(struct pdf *pdf, const char *text, const struct pdf_style *style, double width)
{
	struct kept **place = &pdf->kept[hash_of(text) % PDF_KEPT], *found = kept_find(*place, text, style, pdf->about.face, width);

	return found ? found->shaped : shape_into(pdf, pdf->mem, place, text, style, width);
}

static struct shaped *shape_code(struct pdf *pdf, const char *text, const struct pdf_style *style, double width)
{
	static const double share[] = {[PDF_LEFT] = 0, [PDF_CENTRE] = 0.5, [PDF_RIGHT] = 1};
	const struct barcode *code = barcode_make(pdf->mem, style->code == PDF_QR ? BARCODE_QR : BARCODE_39, text);
	double module = style->module > 0 ? style->module : USUAL_MODULE, wide = code ? code->width * module : 0;
	struct shaped *s;

	if (!code || wide > width + 0.01) {
		pdf->codes_lost++;
		return NULL;
	}
	s = arena_get(pdf->mem, sizeof *s);
	s->n = 1;
	s->line_height = style->code == PDF_QR ? code->height * module : style->size;
	s->lines = arena_get(pdf->mem, sizeof *s->lines);
	*s->lines = (struct shaped_line){NULL, style->indent + (width - wide) * share[style->align], code, module};
	return s;
}

struct shaped *pdf_shape(struct pdf *pdf, const char *text, const struct pdf_style *given, double width)
{
	struct pdf_style style = *given;

	if (!text || !*text || pdf->too_long)
		return NULL;
	/* No page holds so much: a text that would pass the ceiling of pages is not broken into lines first. */
	if (strlen(text) / PAGE_BYTES >= (size_t)pdf->about.most_pages) {
		pdf->too_long = true;
		return NULL;
	}
	if (style.size == 0)
		style.size = 12;
	if (style.leading == 0)
		style.leading = 1.35;
	width -= style.indent;
	if (width < style.size)
		width = style.size;
	if (style.code)
		return shape_code(pdf, text, &style, width);
	if (style.fixed)
		return shape_once(pdf, text, &style, width);
	text = cleaned(pdf->mem, text);
	return strlen(text) <= SHORT ? shape_again(pdf, text, &style, width) : shape(pdf, pdf->mem, text, &style, width);
}
