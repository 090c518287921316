/* sheet_xlsx.c: the book of an xlsx file: its sheets, its shared texts and the looks of its styles.  The rows are in
 * sheet_xlsx_rows.c. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "file/sheet_xlsx.h"

enum { PATH_MOST = 500, ID_MOST = 50, STYLES_MOST = 65536, FORMATS_MOST = 4096, SHARED_KEPT = 4 << 20 };

/* One file of relations: what each points to, by its number and by its type. */
struct relation { const char *id, *type, *target; };
struct relations { struct arena *mem; const char *folder; struct relation *at; size_t n, room; };

static const char *attribute(const char **attributes, const char *name)
{
	const char *value = xml_attribute(attributes, name);

	return value ? value : "";
}

static void no_end(void *with, struct xml *x, const char *name)
{
	(void)with, (void)x, (void)name;
}

static const char *resolved(struct arena *mem, const char *folder, const char *target)
{
	if (*target == '/')
		return arena_text(mem, target + 1);
	for (; text_starts(target, "./"); target += 2)
		;
	return arena_print(mem, "%s%s", folder, target);
}

static void on_relation(void *with, struct xml *x, const char *name, const char **attributes)
{
	struct relations *r = with;
	const char *target = attribute(attributes, "Target"), *type = attribute(attributes, "Type");
	const char *slash = strrchr(type, '/'), *id = attribute(attributes, "Id");

	(void)x;
	type = slash ? slash + 1 : type;
	if (strcmp(name, "Relationship") || r->n >= SHEETS_MOST * 2 || strlen(target) > PATH_MOST || strlen(id) > ID_MOST ||
		strlen(type) > ID_MOST || text_is(xml_attribute(attributes, "TargetMode"), "External"))
		return;
	r->at = arena_grow(r->mem, r->at, r->n, &r->room, sizeof *r->at);
	r->at[r->n++] = (struct relation){arena_text(r->mem, id), arena_text(r->mem, type), resolved(r->mem, r->folder, target)};
}

static void read_part(struct table_reader *t, struct archive *a, const char *path, const struct xml_handler *h, void *with)
{
	struct archive_part *part = archive_part(a, path);

	if (part)
		xml_run(xml_open(t->mem, part, t->problem, h, with));
}

/* The relations of a part: of xl/workbook.xml they are in xl/_rels/workbook.xml.rels. */
static struct relations relations_of(struct table_reader *t, struct archive *a, const char *path)
{
	static const struct xml_handler handler = {on_relation, no_end, NULL};
	const char *slash = strrchr(path, '/');
	int folder = slash ? (int)(slash - path) + 1 : 0;
	struct relations r = {.mem = t->mem, .folder = arena_bytes(t->mem, path, (size_t)folder)};

	read_part(t, a, arena_print(t->mem, "%s_rels/%s.rels", r.folder, path + folder), &handler, &r);
	return r;
}

static const char *target_of(const struct relations *r, const char *id, const char *type)
{
	for (size_t i = 0; i < r->n; i++)
		if ((!id || text_is(r->at[i].id, id)) && text_is(r->at[i].type, type))
			return r->at[i].target;
	return NULL;
}

/* The workbook: the first sheet that is not hidden, or the one that was asked for. */
struct workbook { struct table_reader *table; struct xlsx_book *book; const struct relations *relations; const char *sheet; };

static void on_workbook(void *with, struct xml *x, const char *name, const char **attributes)
{
	struct workbook *w = with;

	(void)x;
	if (!strcmp(name, "workbookPr")) {
		const char *value = attribute(attributes, "date1904");

		w->book->from_1904 = text_is(value, "1") || text_is(value, "true");
	}
	if (strcmp(name, "sheet"))
		return;
	const char *title = attribute(attributes, "name"), *wanted = w->table->limits.sheet;
	bool hidden = text_starts(attribute(attributes, "state"), "h") || text_starts(attribute(attributes, "state"), "veryH");

	const char *path = target_of(w->relations, attribute(attributes, "id"), "worksheet");

	if (!path)
		return;                                         /* a sheet of its own for a chart */
	table_add_sheet(w->table, title);
	if (!w->sheet && (wanted ? text_is(title, wanted) : !hidden))
		w->sheet = path;
}

/* Styles: the looks of the formats that are spelled out, then one for each style of a cell. */
struct styles {
	struct table_reader *table;
	struct xlsx_book *book;
	bool in_cells;
	struct format { int id, look; } *formats;
	size_t n, room, looks_room;
};

static void add_look(struct styles *s, int id)
{
	struct xlsx_book *b = s->book;
	int look = look_of_builtin(id);

	if (b->n_looks >= STYLES_MOST)
		return;
	for (size_t i = 0; i < s->n; i++)
		if (s->formats[i].id == id)
			look = s->formats[i].look;
	b->looks = arena_grow(s->table->mem, b->looks, b->n_looks, &s->looks_room, sizeof *b->looks);
	b->looks[b->n_looks++] = look;
}

static void on_style(void *with, struct xml *x, const char *name, const char **attributes)
{
	struct styles *s = with;
	int id = (int)strtol(attribute(attributes, "numFmtId"), NULL, 10);

	(void)x;
	if (!strcmp(name, "cellXfs")) {
		s->in_cells = true;
	} else if (!strcmp(name, "xf") && s->in_cells) {
		add_look(s, id);
	} else if (!strcmp(name, "numFmt") && s->n < FORMATS_MOST) {
		s->formats = arena_grow(s->table->mem, s->formats, s->n, &s->room, sizeof *s->formats);
		s->formats[s->n++] = (struct format){id, look_of_format(attribute(attributes, "formatCode"))};
	}
}

static void end_style(void *with, struct xml *x, const char *name)
{
	struct styles *s = with;

	(void)x;
	if (!strcmp(name, "cellXfs"))
		s->in_cells = false;
}

/* Shared texts: <si> holds <t>, or <r> with <t> in it; <rPh> is the reading above the characters, which is left out. */
struct shared { struct table_reader *table; struct xlsx_book *book; struct xlsx_text text; };

static void on_shared(void *with, struct xml *x, const char *name, const char **attributes)
{
	struct shared *s = with;

	(void)x, (void)attributes;
	xlsx_text_start(&s->text, name);
	if (!strcmp(name, "si"))
		s->text.n = 0;
}

static void end_shared(void *with, struct xml *x, const char *name)
{
	struct shared *s = with;

	(void)x;
	xlsx_text_end(&s->text, name);
	if (!strcmp(name, "si"))
		spool_add(s->book->shared, s->text.at, xlsx_unescape(s->text.at, s->text.n));
}

static void on_shared_text(void *with, const char *at, size_t n)
{
	struct shared *s = with;

	xlsx_text_add(&s->text, at, n);
}

static bool read_shared(struct table_reader *t, struct archive *a, struct xlsx_book *b, const char *path)
{
	static const struct xml_handler handler = {on_shared, end_shared, on_shared_text};
	struct shared s = {t, b, xlsx_text_new(t)};

	b->shared = spool_new(t->mem, SHARED_KEPT);
	if (path)
		read_part(t, a, path, &handler, &s);
	return t->problem->error == TABLE_FINE;
}

static bool read_styles(struct table_reader *t, struct archive *a, struct xlsx_book *b, const char *path)
{
	static const struct xml_handler handler = {on_style, end_style, NULL};
	struct styles s = {.table = t, .book = b};

	if (path)
		read_part(t, a, path, &handler, &s);
	return t->problem->error == TABLE_FINE;
}

bool xlsx_table_open(struct table_reader *t, struct archive *a)
{
	static const struct xml_handler handler = {on_workbook, no_end, NULL};
	struct xlsx_book *b = arena_get(t->mem, sizeof *b);
	struct relations package = relations_of(t, a, "");
	const char *path = target_of(&package, NULL, "officeDocument");

	path = path ? path : "xl/workbook.xml";
	struct relations r = relations_of(t, a, path);
	struct workbook w = {t, b, &r, NULL};

	t->encoding = "xlsx";
	t->kind = TABLE_XLSX;
	read_part(t, a, path, &handler, &w);
	if (t->problem->error != TABLE_FINE)
		return false;
	if (!w.sheet)
		return table_refuse(t, archive_has(a, path) ? TABLE_SHEET : TABLE_DAMAGED, 0);
	return read_styles(t, a, b, target_of(&r, NULL, "styles")) &&
		read_shared(t, a, b, target_of(&r, NULL, "sharedStrings")) && xlsx_rows_open(t, a, b, w.sheet);
}
