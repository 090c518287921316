/* The reader of flat objects gives what jansson gives, and takes nothing that is none.                    PLAN-137, ACMS-100 */
#include "base/json_flat.h"

#include <jansson.h>
#include <stdlib.h>

#include "base/json.h"
#include "test/tap.h"

enum { MEMORY = 1 << 26, ROUNDS = 20000 };

static struct arena *mem;

/* Its pairs are those of jansson, in the same order. */
static bool as_jansson(const char *text)
{
	json_t *o = json_loads(text, 0, NULL);
	struct json_pairs p;
	bool good = json_is_object(o) && json_flat(mem, text, &p) && (size_t)p.n == json_object_size(o);
	const char *key;
	json_t *v;
	int i = 0, hint = 0;

	json_object_foreach(o, key, v) {
		const struct json_pair *x = good ? &p.at[i++] : NULL;

		good = good && text_is(x->key, key) && json_flat_find(&p, key, &hint) == x && (json_is_string(v) ? x->kind == JSON_TEXT &&
			text_is(x->text, json_string_value(v)) : json_is_integer(v) ? x->kind == JSON_NUMBER &&
			text_is(x->text, arena_print(mem, "%lld", (long long)json_integer_value(v))) : json_is_true(v) ? x->kind == JSON_YES :
			json_is_false(v) ? x->kind == JSON_NO : x->kind == JSON_NONE);
	}
	json_decref(o);
	return good;
}

static const char *any_text(void)
{
	static const char *const parts[] = {"王小明", "\"", "\\", "\n", "\t", "/", "𡋁", "a", "\x01", "é", "}", ",", "{"};
	struct text t = text_new(mem, 1 << 10);

	for (int n = rand() % 6; n > 0; n--)
		text_puts(&t, parts[(size_t)rand() % (sizeof parts / sizeof *parts)]);
	return t.n ? t.at : "";
}

static void test_written(void)
{
	int wrong = 0;

	srand(1);
	for (int round = 0; round < ROUNDS; round++, arena_reset(mem)) {
		struct text t = text_new(mem, 1 << 16);
		struct json j = json_new(&t);

		json_begin(&j);
		for (int i = rand() % 5; i > 0; i--) {
			json_key(&j, arena_print(mem, "%d%s", i, any_text()));
			switch (rand() % 4) {
			case 0: json_int(&j, rand() - RAND_MAX / 2); break;
			case 1: json_bool(&j, rand() % 2); break;
			case 2: json_none(&j); break;
			default: json_text(&j, any_text());
			}
		}
		json_end(&j);
		wrong += !as_jansson(t.at);
	}
	same_int(wrong, 0, "what the program writes is read as jansson reads it");
}

static void test_by_hand(void)
{
	static const char *const good[] = {"{}", " { } ", "{\"a\":\"\\u738b\\u5c0f\\ud842\\udfb7\\n\"}", "{ \"a\" : 1 , \"b\" : null }"};
	static const char *const bad[] = {"", "[]", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\":{}}", "{\"a\":[1]}", "{\"a\":\"x}", "{\"a\":1.5}",
		"{\"a\":\"\\ud842\"}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u00zz\"}", "{} x", "{\"a\":1 \"b\":2}", "{\"a\":\"\\"};
	struct json_pairs p;
	int wrong = 0;

	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		wrong += !as_jansson(good[i]);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		wrong += json_flat(mem, bad[i], &p);
	same_int(wrong, 0, "written by hand, and what is no such object");
}

int main(void)
{
	mem = arena_new(MEMORY);
	test_written();
	test_by_hand();
	arena_free(mem);
	return tap_end();
}
