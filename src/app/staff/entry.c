/* entry.c: a posting as it is written, in a form or in a row of a file: its fields and what they tell by themselves. */
#include <string.h>

#include "app/staff/private.h"
#include "app/staff/staff.sql.h"
#include "base/text.h"

const struct field posting_entry_fields[] = {
	FIELD(posting_entry, id, INT, KEY, "編號"),
	FIELD(posting_entry, version, INT, KEY, "版本"),
	FIELD(posting_entry, national_id, ID, EDIT, "身分證號", .need = true, .privacy = PERSONAL, .example = "A123456789",
		.aliases = "身分證字號|身份證字號|國民身分證統一編號|統一證號", .hint = "國民身分證統一編號或外來人口統一證號"),
	FIELD(posting_entry, name, TEXT, EDIT, "姓名", .need = true, .most = 60, .privacy = PERSONAL, .example = "王小明"),
	FIELD(posting_entry, sex, CODE, EDIT, "性別", .list = sex_codes, .example = "男", .hint = "系統尚無此人時須填寫"),
	FIELD(posting_entry, birth_date, DATE, EDIT, "出生日期", .privacy = PERSONAL, .aliases = "出生年月日|生日", .example = "080/01/31",
		.hint = "系統尚無此人時須填寫"),
	FIELD(posting_entry, agency_code, TEXT, EDIT, "機關代碼", .most = 10, .aliases = "服務機關代碼", .example = "323000000A",
		.hint = "留白：目前單位"),
	FIELD(posting_entry, unit, TEXT, EDIT, "單位", .most = 60, .aliases = "內部單位|服務單位|部門", .example = "人事處",
		.hint = "機關內部單位之名稱"),
	FIELD(posting_entry, title, TEXT, EDIT, "職稱", .need = true, .most = 100, .example = "科員", .hint = "代碼表「職稱」之代碼或名稱"),
	FIELD(posting_entry, rank, TEXT, EDIT, "官職等", .need = true, .most = 100, .aliases = "職等", .example = "薦任第7職等",
		.hint = "代碼表「官職等」之代碼或名稱"),
	FIELD(posting_entry, person_class, TEXT, EDIT, "人員區分", .need = true, .most = 100, .example = "2",
		.hint = "代碼表「人員區分」之代碼或名稱"),
	FIELD(posting_entry, is_supervisor, BOOL, EDIT, "主管", .example = "否"),
	FIELD(posting_entry, is_beside, BOOL, EDIT, "兼任", .example = "否", .hint = "是：主要職務以外另兼之職務，不計入名冊人數"),
	FIELD(posting_entry, status, CODE, EDIT, "任職狀態", .list = posting_states, .aliases = "狀態", .example = "在職",
		.hint = "在職、留職停薪或離職；留白為在職。留職停薪或離職者，自起日起不計入名冊人數"),
	FIELD(posting_entry, from_day, DATE, EDIT, "起日", .need = true, .aliases = "任職起日|到職日期", .example = "113/08/01",
		.hint = "前一筆任職紀錄於其前一日終止"),
	FIELD(posting_entry, to_day, DATE, EDIT, "迄日", .aliases = "任職迄日", .hint = "留白：持續中。留職停薪填迄日者，次日起回復原職"),
	FIELD(posting_entry, line, TEXT, MARK, ""),
	FIELD(posting_entry, place, TEXT, MARK, ""),
	{0}
};

struct staff_words *staff_words(struct db *db, struct arena *mem, int64_t own, bool all)
{
	struct staff_words *w = arena_get(mem, sizeof *w);

	*w = (struct staff_words){code_book(db, mem), db_run(db, &staff_agencies), own, all};
	return w;
}

static void find_agency(struct arena *mem, struct posting_entry *e, const struct staff_words *w, staff_wrong *wrong, void *with)
{
	int n = w->agencies->n, low = 0, high = n;

	e->agency_code = text_upper(mem, e->agency_code);
	while (low < high) {
		int middle = (low + high) / 2;

		if (strcmp(row_text(w->agencies, middle, "code"), e->agency_code) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < n && text_is(row_text(w->agencies, low, "code"), e->agency_code))
		e->agency = row_int(w->agencies, low, "id");
	if (!e->agency || (e->agency != w->own && !w->all)) {
		e->agency = 0;
		wrong(with, "agency_code", (const char *const[]){"E-SCOPE-01", NULL});
	}
}

static int64_t find_code(struct arena *mem, const char *table, const char *field, const char *typed, const struct posting_entry *e,
	const struct staff_words *w, staff_wrong *wrong, void *with)
{
	const struct code_item *item = NULL;
	const char *problem = *typed ? code_look_up(w->codes, table, typed, e->from_day, &item) : "";

	if (text_is(problem, "E-CODE-01"))
		wrong(with, field, (const char *const[]){problem, typed, NULL});
	else if (*problem)
		wrong(with, field, (const char *const[]){problem, typed, date_text(mem, e->from_day), NULL});
	return item ? item->id : 0;
}

void staff_check(struct arena *mem, struct posting_entry *e, const struct staff_words *w, staff_wrong *wrong, void *with)
{
	e->agency = w->own;
	if (!e->status.id || !*e->status.id)
		e->status = posting_states[0];
	if (*e->agency_code)
		find_agency(mem, e, w, wrong, with);
	e->title_id = find_code(mem, "title", "title", e->title, e, w, wrong, with);
	e->rank_id = find_code(mem, "rank", "rank", e->rank, e, w, wrong, with);
	e->class_id = find_code(mem, "person_class", "person_class", e->person_class, e, w, wrong, with);
	if (date_set(e->to_day) && date_before(e->to_day, e->from_day))
		wrong(with, "to_day", (const char *const[]){"E-DATE-02", "起日", "迄日", NULL});
	e->line = e->is_beside ? arena_print(mem, "%lld", (long long)e->agency) : "";
	e->place = arena_print(mem, "%s %s", e->line, date_iso(mem, e->from_day));
}

void staff_misfit(struct arena *mem, const char *field, enum staff_fit fit, const struct staff_span *by, staff_wrong *wrong, void *with)
{
	const char *from = date_text(mem, by->from), *until = date_set(by->until) ? date_text(mem, by->until) : "今";

	if (fit == STAFF_OVERLAP)
		wrong(with, field, (const char *const[]){"E-POS-01", by->agency_name, from, until, NULL});
	else
		wrong(with, field, (const char *const[]){"E-POS-02", by->agency_name, until, NULL});
}
