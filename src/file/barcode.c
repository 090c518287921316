/* barcode.c: see barcode.h.  The symbols are libzint's; margins and runs of dark modules are ours. */
#include "file/barcode.h"

#include <stdbool.h>
#include <string.h>
#include <zint.h>

#include "base/log.h"

enum { MARGIN_39 = 10, MARGIN_QR = 4, QR_MEDIUM = 2, BITS = 8 };

static struct zint_symbol *encoded(struct arena *mem, enum barcode_kind kind, const char *text)
{
	struct zint_symbol *symbol = ZBarcode_Create();

	if (!symbol)
		fail("no memory for a bar code");
	arena_defer(mem, (void (*)(void *))ZBarcode_Delete, symbol);
	symbol->symbology = kind == BARCODE_QR ? BARCODE_QRCODE : BARCODE_CODE39;
	symbol->input_mode = UNICODE_MODE;
	if (kind == BARCODE_QR)
		symbol->option_1 = QR_MEDIUM;
	return ZBarcode_Encode(symbol, (const unsigned char *)text, (int)strlen(text)) < ZINT_ERROR ? symbol : NULL;
}

static bool dark(const struct zint_symbol *symbol, int x, int y)
{
	return x < symbol->width && symbol->encoded_data[y][x / BITS] >> x % BITS & 1;
}

static void add_runs(struct arena *mem, struct barcode *code, const struct zint_symbol *symbol, int y, int margin, int above, size_t *room)
{
	for (int x = 0; x < symbol->width; x++) {
		int from = x;

		while (dark(symbol, x, y))
			x++;
		if (x == from)
			continue;
		code->bars = arena_grow(mem, code->bars, code->n, room, sizeof *code->bars);
		code->bars[code->n++] = (struct bar){margin + from, above + y, x - from};
	}
}

const struct barcode *barcode_make(struct arena *mem, enum barcode_kind kind, const char *text)
{
	static const char can_say[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ -.$/+%";
	bool square = kind == BARCODE_QR;
	int margin = square ? MARGIN_QR : MARGIN_39, above = square ? margin : 0;

	if (!*text || (!square && text[strspn(text, can_say)]))
		return NULL;
	const struct zint_symbol *symbol = encoded(mem, kind, text);

	if (!symbol)
		return NULL;
	struct barcode *code = arena_get(mem, sizeof *code);
	size_t room = 0;

	*code = (struct barcode){.width = symbol->width + 2 * margin, .height = symbol->rows + 2 * above};
	for (int y = 0; y < symbol->rows; y++)
		add_runs(mem, code, symbol, y, margin, above, &room);
	return code;
}
