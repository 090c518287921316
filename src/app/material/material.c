/* material.c: what a digital material is, and what must hold for one; the same for the form and for a file.       LEARN-324, CSV-7 */
#include <string.h>

#include "app/material/material.sql.h"
#include "app/material/private.h"
#include "base/text.h"

const struct code material_forms[] = {{"video", "影音"}, {"interactive", "互動網頁"}, {"scorm", "SCORM"}, {"document", "文件"}, {"other", "其他"},
	{0}};
static const struct code developments[] = {{"own", "自行開發"}, {"contracted", "委外開發"}, {"joint", "合作開發"}, {"bought", "採購"}, {0}};
static const struct code licences[] = {{"all", "全國公務人員"}, {"subtree", "所屬機關"}, {"own", "本機關"}, {0}};

/* The EDIT ones stand in the order of CSV-7. */
const struct field material_fields[] = {
	FIELD(material, id, INT, KEY, "編號"),
	FIELD(material, version, INT, KEY, "版本"),
	FIELD(material, agency, INT, MARK, "通報機關"),
	FIELD(material, category, INT, MARK, "教材類別"),
	FIELD(material, agency_code, TEXT, SHOW, "通報機關代碼", .not_sorted = true),
	FIELD(material, agency_name, TEXT, SHOW, "通報機關"),
	FIELD(material, name, TEXT, EDIT, "教材名稱", .need = true, .most = 100, .wide = true, .example = "資安入門"),
	FIELD(material, category_code, TEXT, EDIT, "教材類別", .need = true, .most = 20, .example = "301", .hint = "課程類別代碼表中的代碼"),
	FIELD(material, hours, INT, EDIT, "教材時數", .need = true, .least = 1, .most = 9999, .example = "2"),
	FIELD(material, finished_on, DATE, EDIT, "完成日期", .need = true, .example = "107/10/01"),
	FIELD(material, form, CODE, EDIT, "教材格式", .need = true, .list = material_forms, .numbers = "1|2|3|4|9", .example = "影音"),
	FIELD(material, development, CODE, EDIT, "開發方式", .need = true, .list = developments, .numbers = "1|2|3|4", .example = "自行開發",
		.not_sorted = true),
	FIELD(material, licence, CODE, EDIT, "授權範圍", .need = true, .list = licences, .numbers = "1|2|3", .example = "全國公務人員",
		.not_sorted = true),
	FIELD(material, audience, TEXT, EDIT, "適用對象", .most = 100, .not_sorted = true),
	FIELD(material, language, TEXT, EDIT, "教材語言", .most = 20, .not_sorted = true, .hint = "留白為中文"),
	FIELD(material, outline, TEXT, EDIT, "教材大綱", .most = 2000, .lines = true, .not_sorted = true),
	FIELD(material, address, TEXT, EDIT, "教材網址", .most = 300, .wide = true, .not_sorted = true, .hint = "以 http:// 或 https:// 開頭",
		.example = "https://example.gov.tw/security"),
	FIELD(material, cost, INT, EDIT, "建置經費", .most = 2000000000, .not_sorted = true, .hint = "新臺幣元"),
	FIELD(material, contact_name, TEXT, EDIT, "聯絡人", .need = true, .most = 50, .not_sorted = true, .example = "周淑芬"),
	FIELD(material, contact_phone, TEXT, EDIT, "聯絡電話", .need = true, .most = 30, .not_sorted = true, .example = "02-12345678"),
	FIELD(material, contact_email, TEXT, EDIT, "電子郵件", .most = 100, .not_sorted = true),
	FIELD(material, keywords, TEXT, EDIT, "關鍵字", .most = 200, .wide = true, .not_sorted = true, .hint = "以「、」或「;」分隔"),
	FIELD(material, note, TEXT, EDIT, "備註", .most = 200, .wide = true, .not_sorted = true),
	FIELD(material, category_name, TEXT, SHOW, "教材類別名稱", .not_sorted = true),
	FIELD(material, created, MOMENT, SHOW, "通報時間", .not_sorted = true),
	{0}
};

bool material_load(struct db *db, struct arena *mem, int64_t id, struct material *to)
{
	*to = (struct material){0};
	return record_load(mem, db_run(db, &material_one, A(id)), material_fields, to);
}

void material_values(struct arena *mem, const struct material *m, struct value to[MATERIAL_VALUES])
{
	int n = 0;

	to[n++] = A(m->name), to[n++] = A(text_upper(mem, m->name)), to[n++] = A(m->category), to[n++] = A(m->hours), to[n++] = A(m->finished_on);
	to[n++] = A(m->form.id), to[n++] = A(m->development.id), to[n++] = A(m->licence.id), to[n++] = A(m->audience), to[n++] = A(m->language);
	to[n++] = A(m->outline), to[n++] = A(m->address), to[n++] = value_id_or_null(m->cost), to[n++] = A(m->contact_name);
	to[n++] = A(m->contact_phone), to[n++] = A(m->contact_email), to[n++] = A(m->keywords), to[n++] = A(text_upper(mem, m->keywords));
	to[n++] = A(m->note);
}

struct material_categories material_categories(struct db *db, struct arena *mem)
{
	struct rows *c = db_run(db, &material_categories_all);
	struct material_categories all = {arena_array(mem, (size_t)c->n, sizeof *all.at), 0};

	for (; all.n < c->n; all.n++)
		all.at[all.n] = (struct material_category){row_int(c, all.n, "id"), arena_text(mem, row_text(c, all.n, "code")),
			arena_text(mem, row_text(c, all.n, "name")), row_date(c, all.n, "valid_from"), row_date(c, all.n, "valid_to")};
	return all;
}

static void check_category(struct arena *mem, struct material *m, const struct material_categories *all,
	void (*wrong)(void *, const char *, const char *const *), void *with)
{
	m->category = 0;
	for (int i = 0; i < all->n && !m->category; i++)
		if (text_is(all->at[i].code, m->category_code)) {
			m->category = all->at[i].id;
			if (date_set(m->finished_on) && ((date_set(all->at[i].from) && date_before(m->finished_on, all->at[i].from)) ||
					(date_set(all->at[i].to) && date_before(all->at[i].to, m->finished_on))))
				wrong(with, "category_code", (const char *const[]){"E-CODE-02", m->category_code, date_text(mem,
					m->finished_on), NULL});
		}
	if (*m->category_code && !m->category)
		wrong(with, "category_code", (const char *const[]){"E-CODE-01", m->category_code, NULL});
}

void material_check(struct arena *mem, struct material *m, const struct material_categories *all,
	void (*wrong)(void *with, const char *field, const char *const *code_and_values), void *with)
{
	const char *at = strchr(m->contact_email, '@');

	check_category(mem, m, all, wrong, with);
	if (*m->address && !text_starts(m->address, "http://") && !text_starts(m->address, "https://"))
		wrong(with, "address", (const char *const[]){"E-URL-01", NULL});
	if (*m->contact_email && (!at || strchr(at + 1, '@')))
		wrong(with, "contact_email", (const char *const[]){"ERR_MAIL_ADDRESS", m->contact_email, NULL});
	if (!*m->language)
		m->language = "中文";
}
