/* snapshot_pick.c: 「…」 behind 職稱 and 官職等: a page to choose from, which leads back with everything else kept.         LEARN-552 */
#include <string.h>

#include "app/code/code.h"
#include "app/review/page.html.h"
#include "app/review/private.h"
#include "base/text.h"

enum { PICKED_MOST = 200 };

void snapshot_pick_post(struct req *r)
{
	const char *field = *req_form(r, "pick") ? req_form(r, "pick") : req_form(r, "picking"), *word = text_fold(r->mem, req_form(r, "word"));
	bool title = *field == 't';
	struct code_items all = code_items(code_book(r->db, r->mem), r->mem, title ? "title" : "rank", (struct date){0});
	struct pick_view v = {.r = r, .action = req_url(r, "/hr/snapshots/pick"), .back = req_url(r, "/hr/snapshots"),
		.about = title ? "職稱" : "官職等", .word = input_text(r, "word", "部份關鍵字", word, false, NULL),
		.lines = {arena_array(r->mem, PICKED_MOST, sizeof *v.lines.at), 0}};

	if (!snapshot_row_named(field)) {
		reply_refuse(r, 404, "E-SCOPE-01");
		return;
	}
	for (size_t i = 0; i < r->form.n; i++)
		if (*r->form.at[i].name != '_' && !text_is(r->form.at[i].name, "word") && !text_is(r->form.at[i].name, "pick") &&
			!text_is(r->form.at[i].name, "picking") && *r->form.at[i].value)
			pair_add(r->mem, &v.carried, r->form.at[i].name, r->form.at[i].value);
	pair_add(r->mem, &v.carried, "picking", field);
	for (int i = 0; i < all.n && v.lines.n < PICKED_MOST; i++)
		if (strstr(text_fold(r->mem, all.at[i]->name), word) || text_starts(all.at[i]->code, word))
			v.lines.at[v.lines.n++] = (struct pick_line){arena_print(r->mem, "%s=%s", field, all.at[i]->code),
				arena_print(r->mem, "%s %s", all.at[i]->code, all.at[i]->name)};
	snapshot_pick_page(reply_page(r, 200, arena_print(r->mem, "選擇%s", v.about)), &v);
}

void snapshot_take_choice(struct req *r)
{
	const char *came = req_form(r, "choose"), *is = strchr(came, '=');
	const char *name = is ? arena_bytes(r->mem, came, (size_t)(is - came)) : "";

	if (!snapshot_row_named(name))
		return;
	for (size_t i = 0; i < r->form.n; i++)
		if (text_is(r->form.at[i].name, name))
			r->form.at[i].value = is + 1;
	if (!pair_value(&r->form, name))
		pair_add(r->mem, &r->form, name, is + 1);
}
