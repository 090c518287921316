/* fact_texts.c: lists of texts among facts and values.  See fact.h. */
#include "rule/fact.h"

#include <string.h>

#include "base/text.h"

enum { LINE_MOST = 1 << 16 };

void fact_texts_none(struct arena *mem, struct fact_texts *texts)
{
	if (!texts->at)
		texts->at = arena_get(mem, sizeof(*texts->at));
}

void fact_texts_add(struct arena *mem, struct fact_texts *texts, const char *text)
{
	const char **more = arena_array(mem, (size_t)texts->n + 1, sizeof(*more));

	if (texts->n)
		memcpy(more, texts->at, (size_t)texts->n * sizeof(*more));
	more[texts->n++] = text;
	texts->at = more;
}

bool fact_texts_has(const struct fact_texts *texts, const char *text)
{
	for (int i = 0; i < texts->n; i++)
		if (text_is(texts->at[i], text))
			return true;
	return false;
}

const char *fact_texts_line(struct arena *mem, const struct fact_texts *texts)
{
	struct text t = text_new(mem, LINE_MOST);

	for (int i = 0; i < texts->n; i++)
		text_print(&t, "%s%s", i ? "、" : "", texts->at[i]);
	return t.at ? t.at : "";
}
