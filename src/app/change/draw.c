/* draw.c: the letter of the step that is due, as a draft with the facts of the case.                        PROMO-124 */
#include "app/change/private.h"
#include "app/paper/paper.h"
#include "base/text.h"

#define COMMISSION "公務人員保障暨培訓委員會"

/* From whom to whom the letter of the next step goes, by who has it now. */
struct way { const char *from, *to, *verb; bool reply; };

static struct way way_of(const struct life_case *c)
{
	const struct participant *p = c->life->participant;
	const char *state = c->record->state.id;

	if (c->kind->service && life_names(c->kind->service, state))
		return (struct way){p->agency_name, p->selector_name, "函報", false};
	if (c->kind->institute && life_names(c->kind->institute, state))
		return (struct way){*p->institute_name ? p->institute_name : "國家文官學院", COMMISSION, "函報", false};
	if (c->kind->selecting && life_names(c->kind->selecting, state))
		return (struct way){p->selector_name, COMMISSION, "函報", false};
	return (struct way){COMMISSION, c->kind->institute ? *p->institute_name ? p->institute_name : "國家文官學院" : p->selector_name, "函復",
		true};
}

static void add_line(struct arena *mem, struct fact_texts *to, const char *line)
{
	const char **more = arena_array(mem, (size_t)to->n + 1, sizeof *more);

	for (int i = 0; i < to->n; i++)
		more[i] = to->at[i];
	more[to->n++] = line;
	to->at = more;
}

static struct fact_texts facts_of(const struct life_case *c)
{
	struct fact_texts to = {0, NULL};
	const struct participant *p = c->life->participant;

	add_line(c->mem, &to, arena_print(c->mem, "依據%s辦理。", c->kind->citation(c->life)));
	add_line(c->mem, &to, arena_print(c->mem, "當事人：%s（%s，%s%s，參訓身分：%s）。", p->name, p->national_id, p->agency_name, p->title,
		p->origin.label));
	for (const struct field *f = c->kind->fields; f->name; f++)
		if (f->use != MARK && !field_empty(f, c->data))
			add_line(c->mem, &to, arena_print(c->mem, "%s：%s。", f->label, field_text(f, c->mem, c->data)));
	return to;
}

static struct fact_texts one(struct arena *mem, const char *text)
{
	struct fact_texts to = {0, NULL};

	add_line(mem, &to, text);
	return to;
}

const char *const *change_draw(struct pdf *pdf, const struct life_case *c)
{
	const struct participant *p = c->life->participant;
	struct way way = way_of(c);
	struct paper_letter l = {
		.head = {.agency = way.from, .printed = arena_print(c->mem, "%s列印　%s", date_long_text(c->mem, c->today), c->who.name ?
			c->who.name : "")},
		.to = way.to, .recipients = one(c->mem, way.to), .explanation = facts_of(c), .who = p->name,
		.subject = arena_print(c->mem, "%s本年度%s訓練參訓人員%s「%s」一案，%s。", way.verb, p->type.label, p->name, c->kind->title,
			way.reply ? "復請查照" : "請鑒核"),
	};

	if (c->record->files.n)
		l.enclosures = one(c->mem, "相關證明文件");
	if (way.reply) {
		l.copies = one(c->mem, "國家文官學院");
		add_line(c->mem, &l.copies, p->agency_name);
	}
	paper_letter_fill(c->mem, &l);
	return paper_letter_draw(pdf, &l);
}
