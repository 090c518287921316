/* letter.c: the numbers of letters that steps give: kept for each record, and those that its sender has used for another case too.   PROMO-124 */

#include "app/change/change.sql.h"
#include "app/change/private.h"
#include "base/text.h"

static const void *member(const struct field *fields, const void *record, const char *name)
{
	for (const struct field *f = fields; f && record && f->name; f++)
		if (text_is(f->name, name))
			return (const char *)record + f->at;
	return NULL;
}

/* By the act's own fields, else by the record's, where 保訓會 begins and decides in one. */
void change_letter_keep(struct db *db, struct life_case *c)
{
	bool own = member(c->act->fields, c->answers, "number") != NULL;
	const struct field *fields = own ? c->act->fields : c->kind->fields;
	const void *record = own ? c->answers : c->data;
	const char *const *number = member(fields, record, "number");
	const struct date *sent = member(fields, record, "sent");

	if (number && sent && **number && c->who.agency)
		db_run(db, &change_letter_put, A(c->record->id), A(c->life->subject.id), A(c->who.agency), A(text_fold(c->mem, *number)), A(*sent));
}

void change_letters_load(struct db *db, struct arena *mem, int64_t participant, struct change_letters *to)
{
	struct rows *r = db_run(db, &change_letters_shared, A(participant));

	*to = (struct change_letters){r->n, arena_array(mem, (size_t)r->n, sizeof *to->at)};
	for (int i = 0; i < r->n; i++)
		to->at[i] = (struct change_letter_used){row_int(r, i, "record"), row_int(r, i, "others"), arena_text(mem, row_text(r, i, "number")),
			arena_text(mem, row_text(r, i, "sender"))};
}

/* One letter may cover several cases, so it is said and nothing more. */
void change_letters_say(struct life_case *c)
{
	const struct change_letters *all = &change_person(c->life)->letters;

	for (int i = 0; i < all->n; i++)
		if (all->at[i].record == c->record->id)
			life_warn(c, "letter", "升官等訓練函報、函復作業",
				"文號「%s」%s另用於%lld件案件；一函數案者無須更正，誤登者請更正",
				all->at[i].number,
				all->at[i].sender, (long long)all->at[i].others);
}
