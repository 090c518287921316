/* upload.c: the columns of the three files of hours, and what a row tells by itself.      CSV-4, CSV-5, CSV-6, LEARN-289 … 312 */
#include <stdlib.h>
#include <string.h>

#include "app/hours/private.h"
#include "app/may.h"
#include "base/text.h"

enum { YEAR_LEAST = 80, YEARS_AHEAD = 5, AMOUNT_MOST = 9999 };

const struct code hours_mode_codes[] = {{"1", "數位學習"}, {"2", "實體學習"}, {"3", "混成學習"}, {0}};
const struct code hours_unit_codes[] = {{"1", "小時"}, {"2", "天"}, {"6", "學分"}, {0}};
const struct code hours_cert_codes[] = {{"1", "通過"}, {"2", "不通過"}, {0}};
const struct code hours_yes_codes[] = {{"Y", "是"}, {"N", "否"}, {0}};
const struct code hours_institution_codes[] = {{"1", "政府機關"}, {"2", "學校"}, {"3", "民間機構"}, {0}};
const struct code hours_state_codes[] = {{"0", "未認證"}, {"1", "通過"}, {"2", "不通過"}, {0}};
const struct code hours_business_codes[] = {{"0", "否"}, {"1", "是"}, {0}};
const struct code hours_review_codes[] = {{"0", "免複核"}, {"1", "待複核"}, {"2", "複核通過"}, {"3", "退回"}, {0}};
const struct code hours_source_codes[] = {{"1", "報名轉出"}, {"2", "整批上傳"}, {"3", "人工登錄"}, {"4", "自動時數上傳"}, {"5", "學員申報"}, {0}};
const struct code hours_kind_codes[] = {{"1", "已開班"}, {"2", "未開班"}, {"3", "進修"}, {0}};
const char *const hours_institution_kinds[] = {"", "government", "school", "private", NULL};

#define PERSON \
	FIELD(hours_row, national_id, ID, EDIT, "身分證號", .need = true, .privacy = PERSONAL, .example = "A123456789", \
		.hint = "國民身分證統一編號或外來人口統一證號"), \
	FIELD(hours_row, name, TEXT, EDIT, "姓名", .most = 50, .privacy = PERSONAL, .example = "王小明", .hint = "填寫時與身分證號核對")
#define NATURE \
	FIELD(hours_row, mode, CODE, EDIT, "學習性質", .need = true, .list = hours_mode_codes, .example = "實體學習", \
		.hint = "1 數位學習、2 實體學習、3 混成學習"), \
	FIELD(hours_row, amount, INT, EDIT, "訓練總數", .need = true, .most = AMOUNT_MOST, .example = "6", \
		.hint = "整數，不接受小數；0 僅限不通過"), \
	FIELD(hours_row, unit, CODE, EDIT, "訓練總數單位", .need = true, .list = hours_unit_codes, .example = "小時", \
		.hint = "1 小時、2 天（6 小時）、6 學分（18 小時）"), \
	FIELD(hours_row, digital, INT, EDIT, "數位時數", .most = 999999, .example = "", .hint = "混成學習必填，換算後之小時數"), \
	FIELD(hours_row, physical, INT, EDIT, "實體時數", .most = 999999, .example = "", .hint = "混成學習必填，換算後之小時數"), \
	FIELD(hours_row, cert, CODE, EDIT, "認證結果", .list = hours_cert_codes, .example = "通過", .hint = "1 通過（預設）、2 不通過")
#define REST \
	FIELD(hours_row, certificate_no, TEXT, EDIT, "證件字號", .most = 50)
#define BUSINESS \
	FIELD(hours_row, business, CODE, EDIT, "與業務相關", .list = hours_yes_codes, .numbers = "1|0", .example = "是", \
		.hint = "是或否；空白時依學員所屬機關之類別維護"), \
	FIELD(hours_row, note, TEXT, EDIT, "備註", .most = 200), \
	{0}
#define DAYS \
	FIELD(hours_row, start, DATE, EDIT, "起始日期", .need = true, .example = "107/05/01"), \
	FIELD(hours_row, end, DATE, EDIT, "終迄日期", .need = true, .example = "107/05/02", \
		.hint = "不早於起始日期，且已結束")

static const struct field opened_fields[] = {
	PERSON,
	FIELD(hours_row, course_code, TEXT, EDIT, "課程代碼", .need = true, .most = 20, .example = "A107002", .hint = "與建置課程時相同"),
	FIELD(hours_row, term_no, INT, EDIT, "期別", .need = true, .least = 1, .most = 9999, .example = "1", .hint = "與建置課程時相同"),
	NATURE,
	FIELD(hours_row, score, TEXT, EDIT, "訓練成績", .most = 20),
	REST, BUSINESS
}, unopened_fields[] = {
	PERSON,
	FIELD(hours_row, institution, TEXT, EDIT, "訓練進修機構名稱", .need = true, .most = 100, .example = "示範大學"),
	FIELD(hours_row, institution_kind, CODE, EDIT, "機構性質", .list = hours_institution_codes, .example = "學校",
		.hint = "1 政府機關、2 學校、3 民間機構；空白時依機構名稱判斷，查無者為民間機構，須經複核"),
	FIELD(hours_row, title, TEXT, EDIT, "課程名稱", .need = true, .most = 100, .example = "採購實務"),
	FIELD(hours_row, category, TEXT, EDIT, "課程類別", .need = true, .most = 60, .example = "302",
		.hint = "課程類別代碼，或完整名稱"),
	DAYS, NATURE,
	FIELD(hours_row, term, TEXT, EDIT, "期別", .most = 10),
	FIELD(hours_row, score, TEXT, EDIT, "訓練成績", .most = 20),
	REST,
	FIELD(hours_row, county, TEXT, EDIT, "上課縣市", .most = 20, .hint = "縣市代碼或名稱"),
	FIELD(hours_row, birth, DATE, MARK, "生日", .privacy = PERSONAL),
	BUSINESS
}, study_fields[] = {
	PERSON,
	FIELD(hours_row, institution, TEXT, EDIT, "進修機構名稱", .need = true, .most = 100, .example = "示範大學"),
	FIELD(hours_row, title, TEXT, EDIT, "課程名稱", .need = true, .most = 100, .example = "資訊管理碩士班"),
	DAYS,
	FIELD(hours_row, study_kind, TEXT, EDIT, "進修類別", .need = true, .most = 60, .example = "1",
		.hint = "1 入學進修、2 選修學分、3 專題研究、4 其他"),
	NATURE,
	FIELD(hours_row, degree, TEXT, EDIT, "學位", .most = 20, .example = "碩士"),
	FIELD(hours_row, semester, TEXT, EDIT, "學年學期", .most = 10, .example = "106-2"),
	FIELD(hours_row, score, TEXT, EDIT, "進修成績", .most = 20),
	REST, BUSINESS
};

/* ---- the hours                                                                                     LEARN-290, 291 */

static bool given(const struct import *im, const struct import_row *row, size_t at)
{
	for (int i = 0; im->kind->fields[i].name; i++)
		if (im->kind->fields[i].at == at)
			return row->given >> i & 1;
	return false;
}

static const char *number(const struct import *im, int64_t n)
{
	return arena_print(im->row_mem, "%lld", (long long)n);
}

static void check_blended(struct import *im, struct import_row *row, struct hours_row *r, int64_t total)
{
	if (r->digital < 1 || r->physical < 1)
		import_issue(im, row, r->digital < 1 ? "digital" : "physical", "E-HRS-01", r->digital < 1 ? "數位時數" : "實體時數");
	else if (r->digital + r->physical != total)
		import_issue(im, row, "digital", "E-HRS-02", number(im, r->digital), number(im, r->physical), number(im, r->digital + r->physical),
			number(im, total));
}

/* Of one side only; the other one is empty or 0.  Leaves both filled in. */
static void check_one_side(struct import *im, struct import_row *row, struct hours_row *r, int64_t total)
{
	bool is_digital = *r->mode.id == '1';
	int64_t *own = is_digital ? &r->digital : &r->physical, *other = is_digital ? &r->physical : &r->digital;
	size_t at = is_digital ? offsetof(struct hours_row, digital) : offsetof(struct hours_row, physical);

	if (*other)
		import_issue(im, row, is_digital ? "physical" : "digital", "E-HRS-03", r->mode.label, is_digital ? "實體時數" : "數位時數");
	else if (*own != total && (*own || given(im, row, at)))
		import_issue(im, row, is_digital ? "digital" : "physical", "E-HRS-02", number(im, r->digital), number(im, r->physical),
			number(im, *own), number(im, total));
	*own = total;
	*other = 0;
}

static void check_hours(struct import *im, struct import_row *row, struct hours_row *r)
{
	int64_t total = r->amount * (*r->unit.id == '1' ? 1 : *r->unit.id == '2' ? 6 : 18);

	if (!*r->mode.id || !*r->unit.id || row->outcome == IMPORT_REJECT)
		return;
	if (!r->amount && (!r->cert.id || *r->cert.id != '2'))
		import_issue(im, row, "amount", "E-RANGE-01", "1", "9999", "0");
	else if (*r->mode.id == '3' && total)
		check_blended(im, row, r, total);
	else
		check_one_side(im, row, r, total);
}

/* ---- the days */

static void check_year(struct import *im, struct import_row *row, const char *field, struct date day)
{
	if (date_set(day) && (roc_year(day) < YEAR_LEAST || roc_year(day) > roc_year(im->today) + YEARS_AHEAD))
		import_issue(im, row, field, "E-DATE-03", date_text(im->row_mem, day));
}

static void check_days(struct import *im, struct import_row *row, const struct hours_row *r)
{
	check_year(im, row, "start", r->start);
	check_year(im, row, "end", r->end);
	if (date_set(r->start) && date_set(r->end) && date_before(r->end, r->start))
		import_issue(im, row, "end", "E-DATE-02", "起始日期", "終迄日期");
	else if (date_before(im->today, r->end))
		import_issue(im, row, "end", "E-HRS-09", date_text(im->row_mem, r->end));
}

/* ---- references that are held */

/* A code or a whole name becomes its code. */
static void check_code(struct import *im, struct import_row *row, const char *field, const char *table, struct date day, const char **typed)
{
	const struct hours_book *b = im->references;
	const struct code_item *c = NULL;
	const char *wrong = **typed ? code_look_up(b->codes, table, *typed, day, &c) : NULL;

	if (!wrong)
		return;
	if (!*wrong)
		*typed = c->code;
	else if (text_is(wrong, "E-CODE-01"))
		import_issue(im, row, field, "E-CODE-01", *typed);
	else
		import_issue(im, row, field, "E-CODE-02", *typed, date_text(im->row_mem, day));
}

/* 1.07E+08 is what a spreadsheet makes of 107000001. */
static bool is_damaged(const char *code)
{
	const char *e = strpbrk(code, "Ee");

	return e && e > code && e[1] == '+' && strspn(code, "0123456789.") == (size_t)(e - code);
}

static void no_course(struct import *im, struct import_row *row, const struct hours_row *r)
{
	const struct hours_book *b = im->references;
	const char *term = number(im, r->term_no);

	if (is_damaged(r->course_code)) {
		import_issue(im, row, "course_code", "E-HRS-04", r->course_code);
		return;
	}
	for (int i = 0; i < b->n_courses; i++)
		if (text_is(b->courses[i].code, r->course_code)) {
			import_issue(im, row, "term_no", "E-HRS-04", r->course_code, term,
				arena_print(im->row_mem, "%s、期別 %lld", b->courses[i].code, (long long)b->courses[i].term_no));
			return;
		}
	import_issue(im, row, "course_code", "E-HRS-04", r->course_code, term);
}

static void check_course(struct import *im, struct import_row *row, struct hours_row *r)
{
	if (!*r->course_code || !r->term_no)
		return;
	r->course_code = text_upper(im->row_mem, r->course_code);
	const struct hours_course *c = hours_course_of(im->references, r->course_code, r->term_no);

	if (!c)
		no_course(im, row, r);
	else if (!date_before(c->end, im->today))
		import_issue(im, row, "course_code", "E-HRS-09", date_text(im->row_mem, c->end));
	else if (*r->mode.id && c->mode != *r->mode.id - '0')
		import_doubt(im, row, "mode", "W-HRS-01", r->mode.label, hours_code_label(hours_mode_codes, c->mode));
}

static void check_opened(struct import *im, struct import_row *row)
{
	struct hours_row *r = row->record;

	check_hours(im, row, r);
	if (im->references)
		check_course(im, row, r);
}

/* What a training centre's own system leaves out: whose class it was.   CSV-5A */
static bool supplies(const struct field *f)
{
	return text_is(f->name, "institution");
}

static void be_the_institution(const struct import *im, struct hours_row *r)
{
	const struct hours_owner *own = hours_agency_of(im->references, im->agency);

	r->institution = own ? own->name : "";
	if (!hours_code_number(&r->institution_kind) && !hours_institution_of(im->references, r->institution))
		r->institution_kind = hours_institution_codes[0];
}

static void check_unopened(struct import *im, struct import_row *row)
{
	struct hours_row *r = row->record;

	if (im->exchanged && im->references && !*r->institution)
		be_the_institution(im, r);
	check_hours(im, row, r);
	check_days(im, row, r);
	if (!im->references)
		return;
	check_code(im, row, "category", "course_category", r->end, &r->category);
	check_code(im, row, "county", "county", r->end, &r->county);
}

static void check_study(struct import *im, struct import_row *row)
{
	struct hours_row *r = row->record;

	check_hours(im, row, r);
	check_days(im, row, r);
	if (im->references)
		check_code(im, row, "study_kind", "study_kind", r->end, &r->study_kind);
}

/* ---- the kinds */

static const char *const opened_key[] = {"course_code", "term_no", "national_id", NULL},
	*const unopened_key[] = {"institution", "title", "start", "end", "category", "national_id", NULL},
	*const study_key[] = {"institution", "title", "start", "end", "study_kind", "national_id", NULL};

#define HOURS_KIND(NAME, TITLE, PATH, NOTE, WHICH, ...) { \
	.name = NAME, .title = TITLE, .path = PATH, .may = MAY_HOURS, .note = NOTE, .fields = WHICH##_fields, .size = sizeof(struct hours_row), \
	.key = WHICH##_key, .together = true, .begin = hours_##WHICH##_begin, .check = check_##WHICH, .judge = hours_judge, .store = hours_store, \
	.apply = hours_apply, .shown = hours_shown, .sweep = hours_sweep, .touched = hours_touched, .take_back = hours_take_back, ##__VA_ARGS__}

const struct import_kind hours_opened_kind = HOURS_KIND("hours_opened", "整批新增學員時數(已開班)", "/hours/import/opened",
	"課程結束後上傳；課程代碼與期別必須與當時所建置的課程資料相同。已有紀錄者以檔案內容更新。", opened);
const struct import_kind hours_unopened_kind = HOURS_KIND("hours_unopened", "整批新增學員時數(未開班)", "/hours/import/unopened",
	"身分證號、訓練進修機構名稱、課程名稱、起始日期、終迄日期、課程類別六項相同者，以檔案內容更新；有一項不同，即為另一筆紀錄。"
	"民間機構之時數須經人事人員複核。訓練機構既有系統所產生之檔案可直接上傳。", unopened, .supplies = supplies);
const struct import_kind hours_study_kind = HOURS_KIND("hours_study", "整批新增學員時數(進修成績)", "/hours/import/study",
	"身分證號、進修機構名稱、課程名稱、起始日期、終迄日期、進修類別六項相同者，以檔案內容更新；有一項不同，即為另一筆紀錄。", study);

int hours_code_number(const struct code *code)
{
	return code->id && *code->id ? *code->id - '0' : 0;
}

/* The same files, sent by another system.   LEARN-205 */
const struct import_kind hours_auto_opened_kind = HOURS_KIND("hours_auto_opened", "自動時數上傳", "/hours/auto", NULL, opened);
const struct import_kind hours_auto_unopened_kind = HOURS_KIND("hours_auto_unopened", "自動時數上傳(未開班)", "/hours/auto", NULL, unopened,
	.supplies = supplies);
const struct import_kind hours_auto_study_kind = HOURS_KIND("hours_auto_study", "自動時數上傳(進修成績)", "/hours/auto", NULL, study);

const char *hours_code_label(const struct code *list, int64_t stored)
{
	for (; list->id; list++)
		if (hours_code_number(list) == stored)
			return list->label;
	return "";
}
