/* member_file.c: 分班名冊 by file: who goes into which class, and who has reported.  Who is in a class already stays there. */
#include "app/class/class.sql.h"
#include "app/class/file.h"
#include "app/may.h"
#include "base/text.h"

static const struct field row_fields[] = {
	FIELD(class_row, year, INT, EDIT, "年度", .need = true, .least = 2, .most = 999, .example = "105", .hint = "民國年"),
	FIELD(class_row, type, CODE, EDIT, "訓練類別", .need = true, .list = promotion_type_codes, .example = "佐升正"),
	FIELD(class_row, class_name, TEXT, EDIT, "班別", .need = true, .most = 40, .example = "第1梯次甲班"),
	FIELD(class_row, national_id, ID, EDIT, "身分證統一編號", .need = true, .privacy = PERSONAL, .example = "A123456789",
		.aliases = "身分證字號|身分證號"),
	FIELD(class_row, name, TEXT, EDIT, "姓名", .most = 60, .privacy = PERSONAL, .example = "王小明", .hint = "有填寫時與名冊核對"),
	FIELD(class_row, day, DATE, EDIT, "報到日期", .example = "105/06/06", .hint = "已報到者填寫"),
	{0}
};

/* ---- for both uploads ---- */

struct classes *classes_all(struct import *im)
{
	struct rows *r = db_run(im->db, &class_named);
	struct classes *all = arena_get(im->mem, sizeof *all);

	*all = (struct classes){r->n, records_load(im->mem, r, class_fields, sizeof(struct class))};
	for (int i = 0; i < all->n; i++) {
		struct class *c = &all->at[i];

		c->name = arena_text(im->mem, c->name);
		c->institute_name = arena_text(im->mem, c->institute_name);
		c->type = *code_find(promotion_type_codes, c->type.id);
	}
	return all;
}

const struct class *classes_find(const struct classes *all, const char *type, int64_t year, const char *name)
{
	for (int i = 0; i < all->n; i++)
		if (all->at[i].year == year && text_is(all->at[i].type.id, type) && text_is(all->at[i].name, name))
			return &all->at[i];
	return NULL;
}

const struct class *classes_by_id(const struct classes *all, int64_t id)
{
	for (int i = 0; i < all->n; i++)
		if (all->at[i].id == id)
			return &all->at[i];
	return NULL;
}

static void *attendee_of(struct import *im, const struct rows *k, int i)
{
	struct attendee *a = arena_get(im->piece, sizeof *a);

	*a = (struct attendee){row_int(k, i, "id"), row_int(k, i, "version"), row_int(k, i, "year"), row_int(k, i, "class"), row_text(k, i, "type"),
		row_text(k, i, "national_id"), row_text(k, i, "name"), row_text(k, i, "state"), row_date(k, i, "reported")};
	return a;
}

static struct participant_named named(const void *record)
{
	const struct class_row *c = record;

	return (struct participant_named){c->national_id, c->name, c->type.id, c->year};
}

void attendees_find(struct import *im, struct import_row *rows, int n)
{
	participants_find(im, rows, n, &(struct participant_finder){&member_known, named, attendee_of});
}

/* ---- 分班 ---- */

static void *begin(struct import *im)
{
	return classes_all(im);
}

static void check(struct import *im, struct import_row *row)
{
	struct class_row *c = row->record;

	if (!im->references || !c->year || !*c->type.id || !*c->class_name)
		return;
	c->class_name = text_trim(im->row_mem, c->class_name);
	const struct class *class = classes_find(im->references, c->type.id, c->year, c->class_name);

	if (!class)
		import_issue(im, row, "class_name", "ERR_NOT_FOUND", c->class_name);
	else if (!im->all_agencies && class->institute != im->agency)
		import_issue(im, row, "class_name", "ERR_CLASS_OTHER", class->name, class->institute_name);
	else if (date_set(c->day) && (date_before(c->day, class->start_day) || date_before(class->end_day, c->day) ||
			date_before(im->today, c->day)))
		import_issue(im, row, "day", "ERR_CLASS_DAY", date_text(im->row_mem, c->day), class->name,
			arena_print(im->row_mem, "%s～%s", date_text(im->row_mem, class->start_day), date_text(im->row_mem, class->end_day)));
}

static void judge_one(struct import *im, struct import_row *row)
{
	struct class_row *c = row->record;
	const struct attendee *a = row->found;
	const struct class *class = classes_find(im->references, c->type.id, c->year, c->class_name);

	if (row->outcome == IMPORT_REJECT || !a || !class)
		return;
	row->outcome = IMPORT_UNCHANGED;
	if (a->class && a->class != class->id)
		import_issue(im, row, "class_name", "ERR_OTHER_CLASS", a->name);
	else if (!text_is(a->state, participant_states[PARTICIPANT_WAITING].id) &&
			!text_is(a->state, participant_states[PARTICIPANT_IN_TRAINING].id))
		import_issue(im, row, "national_id", "ERR_CLASS_STATE", a->name, code_find(participant_states, a->state)->label);
	else if (a->class && date_set(c->day) && date_set(a->reported) && !date_same(c->day, a->reported))
		import_issue(im, row, "day", "ERR_REPORTED", a->name, date_text(im->piece, a->reported));
	else if (!a->class || (date_set(c->day) && !date_set(a->reported)))
		row->outcome = IMPORT_UPDATE;
}

static void judge(struct import *im, struct import_row *rows, int n)
{
	attendees_find(im, rows, n);
	for (int i = 0; i < n; i++)
		judge_one(im, &rows[i]);
}

static void change_values(struct import *im, const struct import_row *row, const void *nothing, struct value *to)
{
	(void)nothing;
	const struct attendee *a = row->found;
	const struct class_row *c = row->record;

	to[0] = A(im->batch), to[1] = A(a->id), to[2] = A(a->version);
	to[3] = A(classes_find(im->references, c->type.id, c->year, c->class_name)->id);
	to[4] = value_id_or_null(a->class), to[5] = A(date_set(a->reported) ? (struct date){0} : c->day);
}

/* ---- shown, taken back ---- */

static bool put(struct import *im, struct arena *mem, const struct rows *r, int i, bool back)
{
	struct participant_news news = {.event = PARTICIPANT_BEGAN, .account = im->account, .now = im->now};
	struct date reported = row_date(r, i, "reported");
	bool entered = !row_int(r, i, "class_before");
	struct participant p;
	struct class c;

	if (!participant_load(im->db, mem, row_int(r, i, "participant"), &p) || p.version != row_int(r, i, "version") + (back && entered) ||
			!class_load(im->db, mem, row_int(r, i, "class"), &c))
		return false;
	if (!back)
		return member_enter(im->db, &p, &c, reported, &news);
	if (date_set(reported))
		db_run(im->db, &class_report_drop, A(p.id));
	return !entered || participant_assign(im->db, &p, 0, 0, (struct date){0}, (struct date){0}, &news);
}

static const struct import_staging changes = {
	.put = &member_change_put, .page = &member_change_page, .drop = &member_change_drop, .key = "participant", .values = change_values,
	.take = put,
};

const struct import_kind class_member_kind = {
	.name = "class-members", .title = "分班名冊", .path = "/promotion/classes/import", .may = MAY_CLASS,
	.note = "一列為一位參訓人員於一年度一訓練之班別，已報到者並填報到日期。須先新增班別；已在其他班別者請先移出。",
	.fields = row_fields, .size = sizeof(struct class_row), .key = (const char *const[]){"national_id", "year", "type", NULL},
	.form_codes = true, .begin = begin, .check = check, .judge = judge, .fills = &changes, .touched_by = &member_touched,
};
