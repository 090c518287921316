/* openapi_schema.c: fields as JSON schemas.  Knows no route's path and no reply. */
#include "web/openapi_private.h"

#include <string.h>

enum { TEXT_MOST = 200, ROWS_MOST = 2000 };

void openapi_put(struct json *j, const char *key, const char *value)
{
	json_key(j, key);
	json_text(j, value);
}

static void put_int(struct json *j, const char *key, int64_t i)
{
	json_key(j, key);
	json_int(j, i);
}

static const char *type_of(const struct field *f)
{
	return f->kind == K_INT ? "integer" : f->kind == K_BOOL ? "boolean" : "string";
}

/* Numbers and yes/no are never empty; everything else is null when it is. */
static void put_type(struct json *j, const struct field *f, enum openapi_way way)
{
	json_key(j, "type");
	if (way == OPENAPI_TAKEN || f->kind == K_INT || f->kind == K_BOOL) {
		json_text(j, type_of(f));
		return;
	}
	json_list(j);
	json_text(j, type_of(f));
	json_text(j, "null");
	json_end(j);
}

static void put_codes(struct json *j, const struct field *f, enum openapi_way way)
{
	json_key(j, "enum");
	json_list(j);
	for (const struct code *c = f->list; c->id; c++)
		json_text(j, c->id);
	if (way == OPENAPI_GIVEN)
		json_none(j);
	else if (!f->need)
		json_text(j, "");
	json_end(j);
	json_key(j, "x-labels");
	json_begin(j);
	for (const struct code *c = f->list; c->id; c++)
		openapi_put(j, c->id, c->label);
	json_end(j);
}

static void put_limits(struct json *j, const struct field *f)
{
	if (f->kind == K_TEXT) {
		if (f->need)
			put_int(j, "minLength", 1);
		put_int(j, "maxLength", f->most ? f->most : TEXT_MOST);
	} else if (f->kind == K_INT) {
		put_int(j, "minimum", f->least);
		if (f->most && f->most != INT64_MAX)
			put_int(j, "maximum", f->most);
	}
}

static const char *format_of(const struct field *f, enum openapi_way way)
{
	switch (f->kind) {
	case K_INT: return "int64";
	case K_DATE: return "date";
	case K_MOMENT: return "date-time";
	default: return way == OPENAPI_TAKEN && f->privacy == SENSITIVE ? "password" : NULL;
	}
}

void openapi_value(struct json *j, const struct field *f, enum openapi_way way)
{
	static const char *const privacy[] = {NULL, "personal", "sensitive"};

	json_begin(j);
	put_type(j, f, way);
	openapi_put(j, "title", f->label);
	if (f->hint)
		openapi_put(j, "description", f->hint);
	if (format_of(f, way))
		openapi_put(j, "format", format_of(f, way));
	if (f->list)
		put_codes(j, f, way);
	if (way == OPENAPI_TAKEN)
		put_limits(j, f);
	if (privacy[f->privacy])
		openapi_put(j, "x-privacy", privacy[f->privacy]);
	json_end(j);
}

static void put_value(struct json *j, const struct field *f, enum openapi_way way)
{
	json_key(j, f->name);
	openapi_value(j, f, way);
}

void openapi_record(struct json *j, const struct field *fields, const char *also)
{
	json_begin(j);
	openapi_put(j, "type", "object");
	json_key(j, "properties");
	json_begin(j);
	for (const struct field *f = fields; f->name; f++)
		if (f->use != MARK)
			put_value(j, f, OPENAPI_GIVEN);
	if (also)
		json_raw(j, also);
	json_end(j);
	json_key(j, "required");
	json_list(j);
	for (const struct field *f = fields; f->name; f++)
		if (f->use != MARK)
			json_text(j, f->name);
	json_end(j);
	json_end(j);
}

static void put_ticks(struct json *j, const struct route *r)
{
	for (const char *const *name = r->ticks; name && *name; name++) {
		json_key(j, *name);
		json_raw(j, "{\"type\":\"array\",\"items\":{\"type\":\"integer\",\"format\":\"int64\",\"minimum\":1},\"title\":\"勾選的編號\"");
		text_print(j->to, ",\"minItems\":1,\"maxItems\":%d}", r->most ? r->most : ROWS_MOST);
	}
}

static const struct field *version_of(const struct field *fields)
{
	const struct field *f = fields ? field_named(fields, "version") : NULL;

	return f && f->use == KEY ? f : NULL;
}

/* A change of one record (its number in the address, its version among the fields) may leave fields out. */
static bool is_part(const struct route *r)
{
	return strchr(r->path, ':') && version_of(r->takes);
}

static void put_required(struct json *j, const struct route *r, bool file)
{
	json_key(j, "required");
	json_list(j);
	for (const struct field *f = r->takes; f && f->name && !is_part(r); f++)
		if (f->use == EDIT && f->need)
			json_text(j, f->name);
	for (const char *const *name = r->ticks; name && *name; name++)
		json_text(j, *name);
	if (file)
		json_text(j, "file");
	json_end(j);
}

void openapi_input(struct json *j, const struct route *r, bool file)
{
	json_begin(j);
	openapi_put(j, "type", "object");
	json_key(j, "properties");
	json_begin(j);
	for (const struct field *f = r->takes; f && f->name; f++)
		if (f->use == EDIT || (f == version_of(r->takes) && is_part(r)))
			put_value(j, f, OPENAPI_TAKEN);
	put_ticks(j, r);
	if (file) {
		json_key(j, "file");
		json_raw(j, "{\"type\":\"string\",\"format\":\"binary\",\"title\":\"檔案\"}");
	}
	json_end(j);
	put_required(j, r, file);
	json_end(j);
}
