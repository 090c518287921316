/* openapi_operation.c: one route as an operation: what it asks, what it answers, who may. */
#include <ctype.h>
#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "web/openapi_private.h"

enum { BODY_MOST = 1 << 20 };

static void put_ref(struct openapi *w, const char *key, const char *response)
{
	json_key(w->j, key);
	json_raw(w->j, arena_print(w->mem, "{\"$ref\":\"#/components/responses/%s\"}", response));
}

/* "/trainees/:trainee/give-back" as postTraineesByTraineeGiveBack. */
static const char *name_of(struct openapi *w, const struct route *r, const char *end)
{
	struct text t = text_new(w->mem, 4096);
	bool capital = true;

	text_puts(&t, r->method == GET ? "get" : "post");
	for (const char *s = r->path; *s; s++) {
		if (*s == ':' || *s == '*')
			text_puts(&t, "By");
		if (isalnum((unsigned char)*s))
			text_char(&t, capital ? (char)toupper((unsigned char)*s) : *s);
		capital = !isalnum((unsigned char)*s);
	}
	text_puts(&t, !strcmp(r->path, "/") ? "Home" : end);
	return t.at;
}

const char *openapi_tag(struct openapi *w, const struct route *table, const struct route *r)
{
	const char *crumb = r->crumb;

	for (const struct route *other = table; !crumb && other->path; other++)
		crumb = other->crumb;
	return crumb ? arena_bytes(w->mem, crumb, strcspn(crumb, "/")) : "其他";
}

/* ---- what is asked ---- */

static void parameter(struct json *j, const char *name, const char *in, bool need, const char *title)
{
	openapi_put(j, "name", name);
	openapi_put(j, "in", in);
	json_key(j, "required");
	json_bool(j, need);
	openapi_put(j, "description", title);
	json_key(j, "schema");
}

static void path_parameters(struct openapi *w, const struct route *r)
{
	for (const char *s = r->path; (s = strpbrk(s, ":*")); s++) {
		json_begin(w->j);
		parameter(w->j, arena_bytes(w->mem, s + 1, strcspn(s, "/") - 1), "path", true, *s == ':' ? "編號" : "代號");
		json_raw(w->j, *s == ':' ? "{\"type\":\"integer\",\"format\":\"int64\",\"minimum\":1}" : "{\"type\":\"string\",\"maxLength\":200}");
		json_end(w->j);
	}
}

static void sort_parameter(struct openapi *w, const struct route *r)
{
	struct json *j = w->j;

	json_begin(j);
	parameter(j, "sort", "query", false, "排序的欄位；欄位前加「-」為遞減");
	json_begin(j);
	openapi_put(j, "type", "string");
	json_key(j, "enum");
	json_list(j);
	for (const struct field *f = r->gives; f->name; f++)
		if (f->use != MARK && f->use != KEY && !f->not_sorted) {
			json_text(j, f->name);
			json_text(j, arena_print(w->mem, "-%s", f->name));
		}
	json_end(j);
	json_end(j);
	json_end(j);
}

static void query_parameters(struct openapi *w, const struct route *r)
{
	static const char *const paging[] = {"Page", "Per", NULL};

	for (const struct field *f = r->takes; f && f->name; f++) {
		json_begin(w->j);
		parameter(w->j, f->name, "query", false, f->label);
		openapi_value(w->j, f, OPENAPI_TAKEN);
		json_end(w->j);
	}
	if (!r->list)
		return;
	if (!r->gives)
		fail("the list %s does not say what it gives", r->path);
	sort_parameter(w, r);
	for (const char *const *name = paging; *name; name++)
		json_raw(w->j, arena_print(w->mem, "{\"$ref\":\"#/components/parameters/%s\"}", *name));
}

static void put_parameters(struct openapi *w, const struct route *r, bool file)
{
	json_key(w->j, "parameters");
	json_list(w->j);
	path_parameters(w, r);
	if (file)
		json_raw(w->j, "{\"$ref\":\"#/components/parameters/Format\"}");
	if (r->method == GET)
		query_parameters(w, r);
	else if (r->may)
		json_raw(w->j, "{\"$ref\":\"#/components/parameters/FormToken\"}");
	json_end(w->j);
}

static void put_content(struct openapi *w, const char *type, const struct route *r, bool file)
{
	json_key(w->j, type);
	json_begin(w->j);
	json_key(w->j, "schema");
	openapi_input(w->j, r, file);
	json_end(w->j);
}

static void put_body(struct openapi *w, const struct route *r)
{
	struct json *j = w->j;
	bool file = r->body > BODY_MOST;

	if (r->method != POST || (!r->takes && !r->ticks && !file))
		return;
	json_key(j, "requestBody");
	json_begin(j);
	json_key(j, "required");
	json_bool(j, true);
	json_key(j, "content");
	json_begin(j);
	if (file) {
		put_content(w, "multipart/form-data", r, true);
	} else {
		put_content(w, "application/json", r, false);
		put_content(w, "application/x-www-form-urlencoded", r, false);
	}
	json_end(j);
	json_end(j);
}

/* ---- what is answered ---- */

static void list_schema(struct json *j, const struct field *fields)
{
	json_begin(j);
	json_raw(j, "\"type\":\"object\",\"required\":[\"total\",\"page\",\"rows\"]");
	json_key(j, "properties");
	json_begin(j);
	json_key(j, "total");
	json_raw(j, "{\"type\":\"integer\",\"title\":\"總筆數\"}");
	json_key(j, "page");
	json_raw(j, "{\"type\":\"integer\",\"title\":\"頁次\"}");
	json_key(j, "rows");
	json_begin(j);
	openapi_put(j, "type", "array");
	json_key(j, "items");
	openapi_record(j, fields, NULL);
	json_end(j);
	json_end(j);
	json_end(j);
}

static void json_content(struct json *j, const struct route *r)
{
	json_key(j, "application/json");
	json_begin(j);
	json_key(j, "schema");
	if (r->list)
		list_schema(j, r->gives);
	else
		openapi_record(j, r->gives, r->also);
	json_end(j);
}

static void put_success(struct openapi *w, const struct route *r, bool file)
{
	struct json *j = w->j;

	if (r->method == POST && !r->gives && !r->type) {
		put_ref(w, "200", "Done");
		put_ref(w, "303", "SeeOther");
		return;
	}
	json_key(j, "200");
	json_begin(j);
	openapi_put(j, "description", r->help ? r->help : r->path);
	json_key(j, "content");
	json_begin(j);
	if (file) {
		json_raw(j, "\"text/csv\":{},\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\":{},"
			"\"application/vnd.oasis.opendocument.spreadsheet\":{}");
	} else {
		if (r->gives)
			json_content(j, r);
		json_key(j, r->type ? r->type : "text/html");
		json_raw(j, "{}");
	}
	json_end(j);
	json_end(j);
}

static void put_responses(struct openapi *w, const struct route *r, bool file)
{
	struct json *j = w->j;

	json_key(j, "responses");
	json_begin(j);
	put_success(w, r, file);
	put_ref(w, "400", "Broken");
	if (r->may)
		put_ref(w, "401", "SignIn");
	if (r->may || r->method == POST)
		put_ref(w, "403", "Forbidden");
	if (strpbrk(r->path, ":*"))
		put_ref(w, "404", "NotFound");
	if (r->method == POST)
		put_ref(w, "422", "Issues");
	json_end(j);
}

/* ---- operations ---- */

void openapi_operation(struct openapi *w, const struct route *table, const struct route *r, bool file)
{
	struct json *j = w->j;

	json_key(j, r->method == GET ? "get" : "post");
	json_begin(j);
	openapi_put(j, "operationId", name_of(w, r, file ? "File" : ""));
	openapi_put(j, "summary", arena_print(w->mem, "%s%s", r->help ? r->help : r->path, file ? "（檔案）" : ""));
	if (r->may)
		openapi_put(j, "description", arena_print(w->mem, "權限：%s", w->app->may_name(r->may)));
	json_key(j, "tags");
	json_list(j);
	json_text(j, openapi_tag(w, table, r));
	json_end(j);
	json_key(j, "security");
	json_raw(j, r->may ? "[{\"session\":[]},{\"token\":[]}]" : "[]");
	put_parameters(w, r, file);
	put_body(w, r);
	put_responses(w, r, file);
	json_end(j);
}
