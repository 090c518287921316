/* faq.c: 辦理遴選常見問題: nine questions in the order of the guide; 保訓會 keeps up the answers.                PROMO-032 */
#include "app/may.h"
#include "app/promotion/page.html.h"
#include "app/promotion/promotion.sql.h"
#include "app/promotion/view.h"
#include "app/upkeep/upkeep.h"
#include "base/text.h"

const struct field faq_fields[] = {
	FIELD(faq, id, INT, KEY, "題次"),
	FIELD(faq, version, INT, KEY, "版本"),
	FIELD(faq, question, TEXT, EDIT, "問題", .need = true, .most = 200, .wide = true),
	FIELD(faq, answer, TEXT, EDIT, "答覆", .need = true, .most = 4000, .lines = true, .wide = true),
	{0}
};

static bool load(struct db *db, struct arena *mem, int64_t id, void *record)
{
	return record_load(mem, db_run(db, &faq_one, A(id)), faq_fields, record);
}

static const char *title(struct arena *mem, const void *record)
{
	return arena_print(mem, "常見問題-%lld", (long long)((const struct faq *)record)->id);
}

static int64_t store(struct req *r, struct db *db, void *record, const void *before)
{
	const struct faq *f = record;

	(void)r, (void)before;
	return db_run(db, &faq_set, A(f->id), A(f->version), A(f->question), A(f->answer))->n ? f->id : 0;
}

static const struct faq fresh = {.question = "", .answer = ""};
static const struct upkeep questions = {"/promotion/faq", "promotion_faq", "常見問題", faq_fields, sizeof(struct faq), &fresh, load, title, NULL,
	store, NULL, NULL};

void faqs_get(struct req *r)
{
	struct rows *all = db_run(r->db, &faq_all);
	struct faqs_view v = {.r = r, .may_edit = req_may(r, MAY_PROMOTION_CALL), .lines = {arena_array(r->mem, (size_t)all->n,
		sizeof *v.lines.at), all->n}};
	const struct faq *f = records_load(r->mem, all, faq_fields, sizeof *f);

	for (int i = 0; i < all->n; i++)
		v.lines.at[i] = (struct faq_line){&f[i], req_url(r, "/promotion/faq/%lld", (long long)f[i].id)};
	faqs_page(reply_page(r, 200, "辦理遴選常見問題"), &v);
}

void faq_get(struct req *r) { upkeep_show(r, &questions); }
void faq_post(struct req *r) { upkeep_change(r, &questions); }

void promotion_deliver(struct db *db)
{
	db_run(db, &faq_deliver);
}
