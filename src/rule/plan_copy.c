/* plan_copy.c: the file of a plan for another year, to be gone through by a person.  See plan_table.h.             PLAN-007 */
#include <jansson.h>
#include <string.h>

#include "base/text.h"
#include "rule/plan_private.h"
#include "rule/plan_table.h"

enum { FILE_MOST = 1 << 20 };

/* JSON on one line, as in the files. */
static void put(struct text *t, const json_t *value)
{
	size_t n = json_dumpb(value, NULL, 0, JSON_ENCODE_ANY);
	char *room = text_room(t, n);

	json_dumpb(value, room, n, JSON_ENCODE_ANY);
	t->n += n;
	t->at[t->n] = '\0';
}

static bool is_table(const json_t *value)
{
	return json_is_object(json_array_get(value, 0));
}

/* {"value": [rows], "point": …} with a row on each line. */
static void put_entry(struct text *t, const json_t *entry)
{
	const json_t *rows = json_object_get(entry, "value");
	const char *key;
	json_t *value;

	if (!is_table(rows)) {
		put(t, entry);
		return;
	}
	text_puts(t, "{\"value\": [");
	for (size_t i = 0; i < json_array_size(rows); i++) {
		text_puts(t, i ? ",\n      " : "\n      ");
		put(t, json_array_get(rows, i));
	}
	text_puts(t, "\n    ]");
	json_object_foreach((json_t *)entry, key, value)
		if (strcmp(key, "value") != 0) {
			text_print(t, ", \"%s\": ", key);
			put(t, value);
		}
	text_char(t, '}');
}

static void put_section(struct text *t, const json_t *section)
{
	const char *key, *between = "\n";
	json_t *value;

	text_char(t, '{');
	json_object_foreach((json_t *)section, key, value) {
		text_print(t, "%s    \"%s\": ", between, key);
		put_entry(t, value);
		between = ",\n";
	}
	text_puts(t, "\n  }");
}

/* Texts that speak of the plan's year speak of the new one: title and 訓練對象. */
static const char *moved(struct arena *mem, const char *text, int from, int year)
{
	const char *old = arena_print(mem, "%d年", from);

	return text_starts(text, old) ? arena_print(mem, "%d年%s", year, text + strlen(old)) : text;
}

static void move_targets(struct arena *mem, json_t *parameters, int from, int year)
{
	json_t *texts = json_object_get(json_object_get(parameters, "plan.targets"), "value");

	for (size_t i = 0; i < json_array_size(texts); i++)
		json_array_set_new(texts, i, json_string(moved(mem, json_string_value(json_array_get(texts, i)), from, year)));
}

static json_t *parsed(const struct plans *plans, const char *name)
{
	size_t n;
	const char *bytes = plan_file_bytes(plans, name, &n);

	return bytes ? json_loadb(bytes, n, 0, NULL) : NULL;
}

const char *plan_copy(struct arena *mem, const struct plans *plans, const struct plan *p, int year)
{
	static const char *const sections[] = {"parameters", "citations", "forms"};
	json_t *root = parsed(plans, p->file);
	struct text t = text_new(mem, FILE_MOST);

	if (!root)
		return NULL;
	move_targets(mem, json_object_get(root, "parameters"), p->exam_year, year);
	text_print(&t, "{\n  \"id\": \"%d-%s\",\n  \"exam\": \"%s\",\n  \"exam_name\": ", year, p->exam, p->exam);
	put(&t, json_object_get(root, "exam_name"));
	text_print(&t, ",\n  \"exam_year\": %d,\n  \"title\": \"%s\",\n  \"versions\": [\n"
		"    {\"version\": 1, \"from\": null, \"document\": null}\n  ]", year, moved(mem, p->title, p->exam_year, year));
	for (size_t i = 0; i < sizeof(sections) / sizeof(*sections); i++) {
		text_print(&t, ",\n  \"%s\": ", sections[i]);
		put_section(&t, json_object_get(root, sections[i]));
	}
	text_puts(&t, "\n}\n");
	json_decref(root);
	return t.at;
}

const char *plan_copy_notes(struct arena *mem, const struct plans *plans, const struct plan *p, int year)
{
	json_t *root = parsed(plans, arena_print(mem, "forms/%s.json", p->id));
	struct text t = text_new(mem, FILE_MOST);
	const char *name, *between = "\n";
	json_t *notes;

	if (!root)
		return NULL;
	text_print(&t, "{\n  \"plan\": \"%d-%s\",\n  \"notes\": {", year, p->exam);
	json_object_foreach(json_object_get(root, "notes"), name, notes) {
		text_print(&t, "%s    \"%s\": ", between, name);
		between = ",\n";
		if (json_array_size(notes))
			text_puts(&t, "[");
		else
			put(&t, notes);
		for (size_t i = 0; i < json_array_size(notes); i++) {
			text_puts(&t, i ? ",\n      " : "\n      ");
			put(&t, json_array_get(notes, i));
		}
		text_puts(&t, json_array_size(notes) ? "\n    ]" : "");
	}
	text_puts(&t, "\n  }\n}\n");
	json_decref(root);
	return t.at;
}
