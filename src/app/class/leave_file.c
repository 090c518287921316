/* leave_file.c: 請假及曠課 by file, one row a participant, day and cause; what is recorded already is left as it is. */
#include <string.h>

#include "app/class/class.sql.h"
#include "app/class/file.h"
#include "app/may.h"
#include "base/text.h"

enum { LIST_MOST = 8 << 20 };

static const struct field row_fields[] = {
	FIELD(class_row, year, INT, EDIT, "年度", .need = true, .least = 2, .most = 999, .example = "105", .hint = "民國年"),
	FIELD(class_row, type, CODE, EDIT, "訓練類別", .need = true, .list = promotion_type_codes, .example = "佐升正"),
	FIELD(class_row, national_id, ID, EDIT, "身分證統一編號", .need = true, .privacy = PERSONAL, .example = "A123456789",
		.aliases = "身分證字號|身分證號"),
	FIELD(class_row, name, TEXT, EDIT, "姓名", .most = 60, .privacy = PERSONAL, .example = "王小明", .hint = "有填寫時與名冊核對"),
	FIELD(class_row, day, DATE, EDIT, "日期", .need = true, .example = "105/06/10"),
	FIELD(class_row, cause, CODE, EDIT, "假別或曠課", .need = true, .list = leave_causes, .example = "事假"),
	FIELD(class_row, hours, TEXT, EDIT, "時數", .need = true, .most = 8, .example = "3.50", .hint = "小時，最多兩位小數"),
	FIELD(class_row, remark, TEXT, EDIT, "備註", .most = 100),
	{0}
};

static void *begin(struct import *im)
{
	return classes_all(im);
}

static void check(struct import *im, struct import_row *row)
{
	struct class_row *c = row->record;

	if (*c->hours && !hours_parse(im->row_mem, c->hours, &c->hundredths))
		import_issue(im, row, "hours", "ERR_HOURS", c->hours);
	if (date_set(c->day) && date_before(im->today, c->day))
		import_issue(im, row, "day", "ERR_DATE_FUTURE", date_text(im->row_mem, im->today));
}

/* ---- against what is recorded ---- */

static struct rows *load_recorded(struct import *im, const struct import_row *rows, int n)
{
	struct text list = text_new(im->piece, LIST_MOST);
	struct json j = json_new(&list);
	int64_t last = 0;

	json_list(&j);
	for (int i = 0; i < n; i++) {
		const struct attendee *a = rows[i].found;

		if (a && a->id != last)
			json_int(&j, last = a->id);
	}
	json_end(&j);
	return db_run(im->db, &leave_known, A(list.at), A(im->batch));
}

/* Hours of the participant that are recorded or stand in rows before this one, and whether this very entry is. */
static int64_t had_before(struct import *im, struct import_row *rows, int i, const struct rows *recorded)
{
	const struct class_row *c = rows[i].record;
	const struct attendee *a = rows[i].found;
	int64_t had = 0;

	for (int k = 0; k < recorded->n; k++) {
		if (row_int(recorded, k, "participant") != a->id)
			continue;
		had += row_int(recorded, k, "hours");
		if (!date_same(row_date(recorded, k, "day"), c->day) || !text_is(row_text(recorded, k, "cause"), c->cause.id))
			continue;
		if (row_bool(recorded, k, "busy"))
			import_issue(im, &rows[i], "national_id", "ERR_IMPORT_BUSY", a->name);
		else if (row_int(recorded, k, "hours") != c->hundredths)
			import_issue(im, &rows[i], "hours", "ERR_LEAVE_SAME", date_text(im->piece, c->day), c->cause.label,
				hours_text(im->piece, row_int(recorded, k, "hours")));
		else
			rows[i].outcome = IMPORT_UNCHANGED;
	}
	for (int k = i - 1; k >= 0 && rows[k].found && ((const struct attendee *)rows[k].found)->id == a->id; k--)
		if (rows[k].outcome == IMPORT_CREATE)
			had += ((const struct class_row *)rows[k].record)->hundredths;
	return had;
}

static void judge_one(struct import *im, struct import_row *rows, int i, const struct rows *recorded)
{
	struct import_row *row = &rows[i];
	const struct class_row *c = row->record;
	const struct attendee *a = row->found;
	const struct class *class = a ? classes_by_id(im->references, a->class) : NULL;
	const char *const *refusal;
	int64_t had;

	if (row->outcome == IMPORT_REJECT || !a)
		return;
	row->outcome = IMPORT_CREATE;
	if (!class)
		import_issue(im, row, "national_id", "ERR_NO_CLASS", a->name);
	else if (!im->all_agencies && class->institute != im->agency)
		import_issue(im, row, "national_id", "ERR_CLASS_OTHER", class->name, class->institute_name);
	if (row->outcome == IMPORT_REJECT)
		return;
	had = had_before(im, rows, i, recorded);
	if (row->outcome == IMPORT_CREATE && (refusal = leave_refusal(im->piece, class, c->day, c->hundredths, had)))
		import_complain(im, row, text_is(refusal[0], "ERR_CLASS_DAY") ? "day" : "hours", refusal);
}

static void judge(struct import *im, struct import_row *rows, int n)
{
	const struct rows *recorded;

	attendees_find(im, rows, n);
	recorded = load_recorded(im, rows, n);
	for (int i = 0; i < n; i++)
		judge_one(im, rows, i, recorded);
}

/* ---- storing ---- */

static void leave_values(struct import *im, const struct import_row *row, const void *of_place, struct value *to)
{
	const struct promotion_place *p = of_place;
	const struct attendee *a = row->found;
	const struct class_row *c = row->record;

	to[0] = A(a->id), to[1] = A(a->class), to[2] = A(c->day), to[3] = A(c->cause.id), to[4] = A(leave_counts(p->set, c->cause.id));
	to[5] = A(c->hundredths), to[6] = A(c->remark), to[7] = A(im->account), to[8] = A(im->now), to[9] = A(im->batch);
}

/* Rows of one training and year at a time: its parameter set says which causes are listed. */
static bool store_some(struct import *im, struct import_row *rows, int n, int *from)
{
	const struct class_row *first = rows[*from].record;
	struct promotion_place p = {0};
	int to = *from, begin = *from;

	while (to < n) {
		const struct class_row *c = rows[to].record;

		if (c->year != first->year || !text_is(c->type.id, first->type.id))
			break;
		to++;
	}
	if (*first->type.id)
		promotion_place_of(im->db, im->piece, first->type.id, first->year, &p);
	*from = to;
	return import_load(im, &leave_load, rows + begin, to - begin, IMPORT_CREATE, leave_values, &p);
}

static const struct import_target target = {
	.what = "leave", .newest = &leave_last, .sweep = &leave_sweep, .release = &leave_release,
};

static void store(struct import *im, struct import_row *rows, int n)
{
	int64_t before = row_int(db_run(im->db, target.newest), 0, "id");
	bool any = false;

	for (int from = 0; from < n;)
		any |= store_some(im, rows, n, &from);
	if (any)
		import_made(im, target.what, before, row_int(db_run(im->db, target.newest), 0, "id"));
}

const struct import_kind class_leave_kind = {
	.name = "class-leave", .title = "請假及曠課", .path = "/promotion/classes/leave-import", .may = MAY_CLASS,
	.note = "一列為一位參訓人員於一日因一假別（或曠課）缺課之時數。同日同假別已登錄者不重複登錄；時數不同者請先作廢原紀錄。",
	.fields = row_fields, .size = sizeof(struct class_row), .key = (const char *const[]){"national_id", "year", "type", "day", "cause", NULL},
	.form_codes = true, .begin = begin, .check = check, .judge = judge, .makes = &target, .touched_by = &leave_touched, .store = store,

};
