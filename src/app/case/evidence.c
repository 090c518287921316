/* evidence.c: the papers that a plan asks for by cause, as the evidence list of a record.       PLAN-035, 045 */
#include "app/case/private.h"
#include "base/text.h"

static bool has(const struct fact_texts *texts, const char *text)
{
	for (int i = 0; i < texts->n; i++)
		if (text_is(texts->at[i], text))
			return true;
	return false;
}

static const char *any_of(struct arena *mem, const struct fact_texts *texts)
{
	struct text t = text_new(mem, 1 << 12);

	for (int i = 0; i < texts->n; i++)
		text_print(&t, "%s%s", i ? "或" : "", texts->at[i]);
	return t.n ? t.at : "";
}

struct life_papers case_evidence(struct arena *mem, const struct life *l, enum plan_key key, const char *cause, bool servant, bool need)
{
	const struct plan_value *list = case_value(l, key);
	const struct plan_evidence *rows = list ? list->rows.at : NULL;
	struct life_papers p = {0, arena_array(mem, list ? (size_t)list->rows.n + 2 : 2, sizeof *p.at)};

	for (int i = 0; list && i < list->rows.n; i++)
		if (has(&rows[i].causes, cause) && (servant || !rows[i].in_office))
			p.at[p.n++] = (struct life_paper){arena_print(mem, "proof%d", i + 1), any_of(mem, &rows[i].any_of), "",
				need || rows[i].in_office, false};
	if (!list && *cause)
		p.at[p.n++] = (struct life_paper){"proof", arena_print(mem, "「%s」之相關證明文件", cause),
			"訓練計畫未附證明文件一覽，請人工認定", need, false};
	return p;
}
