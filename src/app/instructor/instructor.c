/* instructor.c: see instructor.h. */
#include <string.h>

#include "app/instructor/instructor.sql.h"
#include "app/instructor/private.h"
#include "base/collate.h"
#include "base/text.h"

/* The EDIT ones stand in the order of CSV-3. */
const struct field instructor_fields[] = {
	FIELD(instructor, id, INT, KEY, "編號"),
	FIELD(instructor, version, INT, KEY, "版本"),
	FIELD(instructor, agency, INT, MARK, "機關"),
	FIELD(instructor, agency_code, TEXT, SHOW, "建檔機關代碼", .not_sorted = true),
	FIELD(instructor, agency_name, TEXT, SHOW, "建檔機關", .not_sorted = true),
	FIELD(instructor, name, TEXT, EDIT, "講師姓名", .need = true, .most = 50, .example = "王大同"),
	FIELD(instructor, subject_1, TEXT, EDIT, "可授科目 1", .heading = "可授科目1", .need = true, .most = 100, .example = "雲端服務",
		.not_sorted = true),
	FIELD(instructor, subject_2, TEXT, EDIT, "可授科目 2", .heading = "可授科目2", .most = 100, .not_sorted = true),
	FIELD(instructor, subject_3, TEXT, EDIT, "可授科目 3", .heading = "可授科目3", .most = 100, .not_sorted = true),
	FIELD(instructor, subject_4, TEXT, EDIT, "可授科目 4", .heading = "可授科目4", .most = 100, .not_sorted = true),
	FIELD(instructor, subject_5, TEXT, EDIT, "可授科目 5", .heading = "可授科目5", .most = 100, .not_sorted = true),
	FIELD(instructor, national_id, ID, EDIT, "身分證字號", .privacy = PERSONAL, .example = "A123456789", .not_sorted = true),
	FIELD(instructor, sex, CODE, EDIT, "性別", .list = sex_codes, .numbers = "1|2", .example = "男", .not_sorted = true),
	FIELD(instructor, org_name, TEXT, EDIT, "服務機關(構)", .most = 100, .example = "示範大學"),
	FIELD(instructor, title, TEXT, EDIT, "職稱", .most = 50, .example = "教授", .not_sorted = true),
	FIELD(instructor, education, TEXT, EDIT, "最高學歷", .most = 100, .not_sorted = true),
	FIELD(instructor, experience, TEXT, EDIT, "經歷", .most = 500, .lines = true, .not_sorted = true),
	FIELD(instructor, expertise_1, TEXT, EDIT, "專長代碼1", .most = 20, .example = "301", .not_sorted = true,
		.hint = "人事行政總處類別代碼表中的代碼"),
	FIELD(instructor, expertise_2, TEXT, EDIT, "專長代碼2", .most = 20, .not_sorted = true),
	FIELD(instructor, expertise_3, TEXT, EDIT, "專長代碼3", .most = 20, .not_sorted = true),
	FIELD(instructor, phone, TEXT, EDIT, "聯絡電話", .most = 30, .not_sorted = true),
	FIELD(instructor, mobile, TEXT, EDIT, "行動電話", .most = 30, .privacy = PERSONAL, .not_sorted = true),
	FIELD(instructor, email, TEXT, EDIT, "電子郵件", .most = 100, .not_sorted = true),
	FIELD(instructor, address, TEXT, EDIT, "通訊地址", .most = 200, .wide = true, .privacy = PERSONAL, .not_sorted = true),
	FIELD(instructor, is_public, BOOL, EDIT, "是否公開", .example = "N", .not_sorted = true),
	FIELD(instructor, contact_public, BOOL, EDIT, "公開聯絡方式", .example = "N", .not_sorted = true),
	FIELD(instructor, note, TEXT, EDIT, "備註", .most = 200, .wide = true, .not_sorted = true),
	FIELD(instructor, to_be_completed, BOOL, SHOW, "資料待補", .not_sorted = true),
	FIELD(instructor, updated, MOMENT, SHOW, "最後更新"),
	{0}
};

bool instructor_load(struct db *db, struct arena *mem, int64_t id, struct instructor *to)
{
	*to = (struct instructor){0};
	return record_load(mem, db_run(db, &instructor_one, A(id)), instructor_fields, to);
}

/* ---- choosing one ---- */

struct rows *instructors_named(struct db *db, int64_t agency, const char *name)
{
	return db_run(db, &instructor_named, A(agency), A(name));
}

struct rows *instructors_like(struct db *db, struct arena *mem, int64_t agency, const char *part, int most)
{
	return db_run(db, &instructor_like, A(agency), A(text_like(mem, part)), A(most));
}

const char *instructor_name(struct db *db, int64_t agency, int64_t id)
{
	struct instructor i;

	return instructor_load(db, db_arena(db), id, &i) && (i.agency == agency || i.is_public) ? i.name : NULL;
}

/* ---- storing one ---- */

void instructor_values(struct arena *mem, const struct instructor *i, struct value to[INSTRUCTOR_VALUES])
{
	const char *const subjects[] = {i->subject_1, i->subject_2, i->subject_3, i->subject_4, i->subject_5};
	int n = 0;

	to[n++] = A(i->name), to[n++] = A(collate_key(mem, i->name)), to[n++] = A(text_upper(mem, i->name));
	for (int k = 0; k < 5; k++)
		to[n++] = A(subjects[k]);
	to[n++] = A(text_upper(mem, arena_print(mem, "%s\n%s\n%s\n%s\n%s", subjects[0], subjects[1], subjects[2], subjects[3], subjects[4])));
	to[n++] = A(i->national_id), to[n++] = A(i->sex.id ? i->sex.id : ""), to[n++] = A(i->org_name), to[n++] = A(i->title);
	to[n++] = A(i->education), to[n++] = A(i->experience), to[n++] = A(i->expertise_1), to[n++] = A(i->expertise_2);
	to[n++] = A(i->expertise_3), to[n++] = A(i->phone), to[n++] = A(i->mobile), to[n++] = A(i->email), to[n++] = A(i->address);
	to[n++] = A(i->is_public), to[n++] = A(i->contact_public), to[n++] = A(i->note), to[n++] = A(i->to_be_completed);
}

int64_t instructor_add_named(struct db *db, int64_t agency, const char *name, const char *org_name, const char *subject, struct moment now,
	int64_t batch)
{
	struct instructor i = {.to_be_completed = true};
	struct value values[INSTRUCTOR_VALUES + 3] = {A(agency)};

	for (const struct field *f = instructor_fields; f->name; f++)
		if (f->kind == K_TEXT || f->kind == K_ID)
			*(const char **)((char *)&i + f->at) = "";
	i.name = name, i.org_name = org_name, i.subject_1 = subject;
	instructor_values(db_arena(db), &i, values + 1);
	values[INSTRUCTOR_VALUES + 1] = A(now), values[INSTRUCTOR_VALUES + 2] = value_id_or_null(batch);
	db_run_values(db, &instructor_put, values, INSTRUCTOR_VALUES + 3);
	return db_undone(db) ? 0 : row_int(db_run(db, &instructor_own_newest, A(agency), A(name)), 0, "id");
}

int64_t instructor_newest_id(struct db *db)
{
	return row_int(db_run(db, &instructor_newest), 0, "id");
}

void instructor_sweep_named(struct db *db, int64_t batch, int64_t first, int64_t last)
{
	db_run(db, &instructor_sweep_rows, A(batch), A(first), A(last));
}

/* ---- what no single field can tell ---- */

struct expertises expertises_load(struct db *db, struct arena *mem)
{
	struct rows *r = db_run(db, &instructor_expertises);
	struct expertises e = {arena_array(mem, (size_t)r->n, sizeof *e.codes), arena_array(mem, (size_t)r->n, sizeof *e.names), r->n};

	for (int i = 0; i < r->n; i++)
		e.codes[i] = arena_text(mem, row_text(r, i, "code")), e.names[i] = arena_text(mem, row_text(r, i, "name"));
	return e;
}

bool expertise_known(const struct expertises *e, const char *code)
{
	for (int i = 0; i < e->n; i++)
		if (text_is(e->codes[i], code))
			return true;
	return false;
}

void instructor_check(struct arena *mem, struct instructor *i, const struct expertises *e,
	void (*wrong)(void *with, const char *field, const char *const *code_and_values), void *with)
{
	const struct { const char *field; const char **code; } expertise[] = {{"expertise_1", &i->expertise_1},
		{"expertise_2", &i->expertise_2}, {"expertise_3", &i->expertise_3}};
	const char *at = strchr(i->email, '@');

	for (size_t k = 0; k < 3; k++) {
		*expertise[k].code = text_upper(mem, *expertise[k].code);
		if (**expertise[k].code && !expertise_known(e, *expertise[k].code))
			wrong(with, expertise[k].field, (const char *const[]){"E-CODE-01", *expertise[k].code, NULL});
	}
	if (*i->email && (!at || strchr(at + 1, '@')))
		wrong(with, "email", (const char *const[]){"ERR_MAIL_ADDRESS", i->email, NULL});
	i->contact_public = i->contact_public && i->is_public;
}

enum scope instructor_scope(struct req *r, const char *parameter, int64_t id)
{
	struct instructor i;

	(void)parameter;
	if (!instructor_load(r->db, r->mem, id, &i))
		return SCOPE_HIDDEN;
	return r->who->all_agencies || i.agency == r->who->agency ? SCOPE_OK : SCOPE_HIDDEN;
}
