/* layout.c: reading the declarations.  See layout.h. */
#include "app/collection/layout.h"

#include <dirent.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "app/fee/fee.h"
#include "base/text.h"

enum { FILES_MOST = 64, LENGTH_MOST = 4096, COLUMNS_MOST = 200 };

static const char *const forms[] = {[LAYOUT_FIXED] = "fixed", [LAYOUT_CSV] = "csv", NULL};
static const char *const days[] = {[DAYS_ROC7] = "roc7", [DAYS_ROC6] = "roc6", [DAYS_GREGORIAN8] = "gregorian8", NULL};

static const struct fact value_facts[] = {
	FACT(layout_value, code, TEXT, "檔案所載代碼"),
	FACT(layout_value, is, TEXT, "繳費管道"),
	{0}
}, field_facts[] = {
	FACT(layout_field, at, INT, "起始位置或欄次", .may_be_absent = true),
	FACT(layout_field, length, INT, "長度", .may_be_absent = true),
	FACT(layout_field, is, TEXT, "固定值", .may_be_absent = true),
	FACT(layout_field, days, CHOICE, "日期格式", .choices = days, .may_be_absent = true),
	FACT(layout_field, decimals, INT, "小數位數", .may_be_absent = true),
	FACT(layout_field, values, ROWS, "代碼", .row = value_facts, .row_size = sizeof(struct layout_value), .may_be_absent = true),
	{0}
}, header_facts[] = {
	FACT(layout_header, is, TEXT, "首筆之資料別"),
	FACT(layout_header, marks, ROWS, "辨識檔案之固定值", .row = field_facts, .row_size = sizeof(struct layout_field)),
	{0}
}, detail_facts[] = {
	FACT(layout_detail, is, TEXT, "明細之資料別"),
	FACT_OF(layout_detail, slip, layout_field, "銷帳編號", field_facts),
	FACT_OF(layout_detail, amount, layout_field, "金額", field_facts),
	FACT_OF(layout_detail, paid, layout_field, "繳款日期", field_facts),
	FACT_OF(layout_detail, channel, layout_field, "繳費管道", field_facts),
	FACT(layout_detail, reference, ROWS, "交易序號", .row = field_facts, .row_size = sizeof(struct layout_field)),
	{0}
}, trailer_facts[] = {
	FACT(layout_trailer, is, TEXT, "尾筆之資料別"),
	FACT_OF(layout_trailer, count, layout_field, "總筆數", field_facts),
	FACT_OF(layout_trailer, amount, layout_field, "總金額", field_facts),
	{0}
}, layout_facts[] = {
	FACT(file_layout, name, TEXT, "名稱"),
	FACT(file_layout, note, TEXT, "說明", .may_be_absent = true),
	FACT(file_layout, form, CHOICE, "檔案格式", .choices = forms),
	FACT(file_layout, length, INT, "每列長度", .may_be_absent = true),
	FACT_OF(file_layout, kind, layout_field, "資料別", field_facts),
	FACT_OF(file_layout, header, layout_header, "首筆", header_facts),
	FACT_OF(file_layout, detail, layout_detail, "明細", detail_facts),
	FACT_OF(file_layout, trailer, layout_trailer, "尾筆", trailer_facts),
	{0}
};

/* ---- what a table of facts can't tell ---- */

static const char *wrong_place(struct arena *mem, const struct file_layout *l, const char *path, const struct layout_field *f)
{
	bool fixed = l->form == LAYOUT_FIXED;

	if (f->at < 1 || (fixed ? f->length < 1 || f->at + f->length - 1 > l->length : f->at > COLUMNS_MOST || f->length))
		return arena_print(mem, fixed ? "%s：位置應在每列長度之內" : "%s：應為欄次（at），不用長度", path);
	return NULL;
}

static const char *wrong_channel(struct arena *mem, const struct file_layout *l, const struct layout_field *f)
{
	const struct layout_value *v = f->values.at;

	if (f->is)
		return f->at || f->values.n || !code_find(fee_channels, f->is) ? "/detail/channel：固定值應為繳費管道之代碼，且不另設位置" : NULL;
	if (!f->values.n)
		return "/detail/channel：應有固定值（is）或代碼（values）";
	for (int i = 0; i < f->values.n; i++)
		if (!code_find(fee_channels, v[i].is))
			return arena_print(mem, "/detail/channel/values/%d：沒有繳費管道「%s」", i, v[i].is);
	return wrong_place(mem, l, "/detail/channel", f);
}

static const char *wrong_list(struct arena *mem, const struct file_layout *l, const char *path, const struct fact_rows *rows, bool constant)
{
	const struct layout_field *f = rows->at;

	if (!rows->n)
		return arena_print(mem, "%s：至少應有一項", path);
	for (int i = 0; i < rows->n; i++) {
		const char *here = arena_print(mem, "%s/%d", path, i), *wrong = wrong_place(mem, l, here, &f[i]);

		if (wrong || constant != (f[i].is != NULL))
			return wrong ? wrong : arena_print(mem, "%s：%s固定值（is）", here, constant ? "應有" : "不應有");
	}
	return NULL;
}

static const char *wrong_in(struct arena *mem, const struct file_layout *l)
{
	const struct layout_detail *d = l->detail;
	const struct { const char *path; const struct layout_field *field; } places[] = {{"/kind", l->kind}, {"/detail/slip", d->slip},
		{"/detail/amount", d->amount}, {"/detail/paid", d->paid}, {"/trailer/count", l->trailer->count},
		{"/trailer/amount", l->trailer->amount}};
	const char *wrong = NULL;

	if (l->form == LAYOUT_FIXED ? l->length < 1 || l->length > LENGTH_MOST : l->length != 0)
		return arena_print(mem, "/length：固定長度之檔案應為1至%d，其他不填", LENGTH_MOST);
	for (size_t i = 0; i < sizeof places / sizeof *places && !wrong; i++)
		wrong = wrong_place(mem, l, places[i].path, places[i].field);
	if (!wrong && d->paid->days < 0)
		wrong = "/detail/paid：應有日期格式（days）";
	if (!wrong && (text_is(l->header->is, d->is) || text_is(d->is, l->trailer->is) || text_is(l->header->is, l->trailer->is)))
		wrong = "首筆、明細、尾筆之資料別（is）應各不相同";
	if (!wrong)
		wrong = wrong_channel(mem, l, d->channel);
	if (!wrong)
		wrong = wrong_list(mem, l, "/detail/reference", &d->reference, false);
	return wrong ? wrong : wrong_list(mem, l, "/header/marks", &l->header->marks, true);
}

/* ---- the files ---- */

static const struct file_layout *load_one(struct arena *mem, const char *path, const char *file, const char **problem)
{
	struct file_layout *l = arena_get(mem, sizeof *l);
	struct fact_reader reader = {.mem = mem};
	json_error_t error;
	json_t *json = json_load_file(path, JSON_REJECT_DUPLICATES, &error);

	if (!json) {
		*problem = fact_syntax(mem, &error);
		return NULL;
	}
	bool read = facts_read(&reader, json, layout_facts, l);

	json_decref(json);
	*problem = read ? wrong_in(mem, l) : arena_print(mem, "%s：%s", reader.error.path, reader.error.text);
	l->file = file;
	return *problem ? NULL : l;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct layouts layouts_load(struct arena *mem, const char *folder, void (*tell)(void *, const char *, const char *), void *with)
{
	const char *path = arena_print(mem, "%s/payment", folder), **names = arena_array(mem, FILES_MOST, sizeof *names), *problem;
	struct layouts all = {0, arena_array(mem, FILES_MOST, sizeof *all.at)};
	DIR *dir = opendir(path);
	int n = 0;

	for (const struct dirent *d; dir && n < FILES_MOST && (d = readdir(dir));)
		if (text_ends(d->d_name, ".json"))
			names[n++] = arena_text(mem, d->d_name);
	if (dir)
		closedir(dir);
	qsort(names, (size_t)n, sizeof *names, by_name);
	for (int i = 0; i < n; i++) {
		const struct file_layout *l = load_one(mem, arena_print(mem, "%s/%s", path, names[i]), names[i], &problem);

		if (l)
			all.at[all.n++] = l;
		else
			tell(with, names[i], problem);
	}
	return all;
}
