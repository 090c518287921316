/* kind.c: a roster's file through the import engine: all rows or none, and only while the roster is empty.     PROMO-056, 058, 060 */
#include <string.h>

#include "app/may.h"
#include "app/nomination/nomination.sql.h"
#include "app/nomination/private.h"
#include "base/text.h"

enum { LIST_MOST = 8 << 20 };

struct references { struct nomination n; struct promotion_place p; struct known known; };

static int64_t subject(struct db *db, const struct who *who, const char *words)
{
	const char *slash = strchr(words, '/');
	struct arena *mem = db_arena(db);
	int64_t year = 0;
	struct nomination n;
	const char *type = slash ? arena_bytes(mem, words, (size_t)(slash - words)) : "";

	if (promotion_index(promotion_type_codes, type) < 0 || !text_to_int(slash + 1, 2, 999, &year) || !selector_is(db, type, year,
		who->agency))
		return 0;
	if (!nomination_find(db, mem, type, year, who->agency, &n))
		db_run(db, &nomination_begin, A(type), A(year), A(who->agency));
	return nomination_find(db, mem, type, year, who->agency, &n) ? n.id : 0;
}

static const char *const *refusal(struct arena *mem, const char *code, const char *value)
{
	const char **words = arena_array(mem, 3, sizeof *words);

	words[0] = code;
	words[1] = value;
	return words;
}

static const char *const *refuses(struct import *im)
{
	struct nomination n;

	if (!nomination_load(im->db, im->mem, im->subject, &n))
		return refusal(im->mem, "ERR_SELECTING_ONLY", NULL);
	if (nomination_is(&n, "none"))
		return NULL;
	if (nomination_is(&n, "imported") || nomination_is(&n, "returned"))
		return refusal(im->mem, "ERR_BATCH_EXISTS", n.type.label);
	return refusal(im->mem, "ERR_BATCH_LOCKED", moment_text(im->mem, n.confirmed));
}

static void *begin(struct import *im)
{
	struct references *r = arena_get(im->mem, sizeof *r);

	nomination_load(im->db, im->mem, im->subject, &r->n);
	promotion_place_of(im->db, im->mem, r->n.type.id, r->n.year, &r->p);
	r->known = (struct known){.p = r->p, .agency = r->n.agency, .nomination = r->n.id, .tree = selector_tree(im->db, im->mem),
		.today = im->today};
	return r;
}

struct complaining { struct import *im; struct import_row *row; };

static void complain(void *with, const char *field, const char *const *code_and_values)
{
	struct complaining *c = with;

	import_complain(c->im, c->row, field, code_and_values);
}

static void check(struct import *im, struct import_row *row)
{
	const struct references *r = im->references;

	if (r)
		nominee_check(im->row_mem, row->record, r->p.kind, complain, &(struct complaining){im, row});
}

static void judge(struct import *im, struct import_row *rows, int n)
{
	struct references *r = im->references;
	struct text list = text_new(im->piece, LIST_MOST);
	struct json j = json_new(&list);
	struct known known = r->known;

	json_list(&j);
	for (int i = 0; i < n; i++)
		json_text(&j, ((const struct nominee *)rows[i].record)->national_id);
	json_end(&j);
	known_load(im->db, im->piece, &known, list.at);
	for (int i = 0; i < n; i++) {
		rows[i].outcome = rows[i].outcome == IMPORT_REJECT ? IMPORT_REJECT : IMPORT_CREATE;
		nominee_examine(im->piece, rows[i].record, &known, complain, &(struct complaining){im, &rows[i]});
	}
}

static void nominee_row(struct import *im, const struct import_row *row, const void *nothing, struct value *to)
{
	(void)nothing;
	const struct nominee *n = row->record;

	to[0] = A(im->batch), to[1] = A(im->subject), to[2] = A(row->number), to[3] = A(n->serial), to[4] = A(n->agency_code);
	to[5] = A(n->agency_name), to[6] = A(n->name), to[7] = A(n->national_id), to[8] = A(n->sex.id), to[9] = A(n->birth_date);
	to[10] = A(n->title), to[11] = A(n->pay), to[12] = A(n->route), to[13] = A(n->since), to[14] = A(n->grade_3), to[15] = A(n->grade_2);
	to[16] = A(n->grade_1), to[17] = A(n->promotion_order), to[18] = A(n->score), to[19] = A(n->place), to[20] = A(n->outcome.id);
	to[21] = A(n->origin.id), to[22] = A(n->cost.id), to[23] = A(n->remark), to[24] = A(n->checked);
}

static bool settle(struct import *im)
{
	if (!db_run(im->db, &nomination_imported, A(im->subject), A(im->batch), A(im->now))->n)
		return false;
	db_run(im->db, &step_put, A(im->subject), A("import"), A(im->batch), A(im->account), A(""), A(im->now));
	return true;
}

static const struct import_target target = {
	.what = "nominee", .newest = &nominee_last, .put = &nominee_put, .sweep = &nominee_sweep, .values = nominee_row,
};

const struct import_kind nomination_kind = {
	.name = "nomination", .title = "升官等訓練名冊", .path = "/promotion/rosters", .may = MAY_PROMOTION_EDIT,
	.note = "名冊請由「升官等線上報送系統」之訓練類別網頁匯入。", .fields = nominee_fields, .size = sizeof(struct nominee),
	.key = (const char *const[]){"national_id", NULL}, .form_codes = true, .whole = true, .subject = subject, .refuses = refuses,
		.begin = begin,
	.check = check, .judge = judge, .makes = &target, .settle = settle,
};
