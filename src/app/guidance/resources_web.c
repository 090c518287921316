/* resources_web.c: 輔導與諮商相關網路資源: the list of the plan, on a page and on paper.          PLAN-089 */
#include "app/guidance/private.h"
#include "app/guidance/resources.html.h"
#include "app/guidance/view.h"
#include "app/paper/paper.h"
#include "base/text.h"

/* The trainee, and the plan's list; NULL: a refusal was made. */
static const struct plan_value *list_of(struct req *r, struct life *l)
{
	const struct plan_value *v = NULL;

	if (!life_load(r->db, r->mem, r->id[0], r->today, l)) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return NULL;
	}
	v = life_plan_value(l, "guide.resources");
	if (!v)
		reply_refuse(r, 404, "ERR_TEXT_GIVEN", arena_print(r->mem,
			"本訓練計畫無此規定（NOT_IN_PLAN）：%s未列輔導與諮商相關網路資源一覽表。",
			l->plan ? l->plan->title : "本考試"));
	return v;
}

/* A D, an anomaly or a waiver: then the list is what helps. */
static bool is_needed(const struct life *l)
{
	if (l->training.bt == BT_WAIVED || life_last(l, &anomaly_kind, NULL, true))
		return true;
	for (struct life_record *x = NULL; (x = life_next(l, &guide_record_kind, NULL, true, x));)
		if (guide_has_d(x->data))
			return true;
	return false;
}

void guidance_resources_get(struct req *r)
{
	struct life l;
	const struct plan_value *v = list_of(r, &l);
	const struct plan_resource *rows = v ? v->rows.at : NULL;

	if (!v)
		return;
	struct guidance_resources_view view = {.r = r, .t = &l.t, .citation = life_cite(&l, "resources", ""), .needed = is_needed(&l),
		.person = req_url(r, "/trainees/%lld", (long long)l.t.id), .pdf = req_url(r, "/trainees/%lld/resources/pdf", (long long)l.t.id),
		.lines = {arena_array(r->mem, (size_t)v->rows.n, sizeof *view.lines.at), v->rows.n}};

	for (int i = 0; i < v->rows.n; i++)
		view.lines.at[i] = (struct resource_line){
			rows[i].number.known ? arena_print(r->mem, "%lld", (long long)rows[i].number.n) : "", rows[i].name,
			rows[i].body ? rows[i].body : "", rows[i].what ? rows[i].what : "", rows[i].url, url_outside(r->mem, rows[i].url)};
	guidance_resources_page(reply_page(r, 200, "輔導與諮商相關網路資源"), &view);
}

void guidance_resources_pdf_get(struct req *r)
{
	struct life l;
	const struct plan_value *v = list_of(r, &l);
	const struct plan_resource *rows = v ? v->rows.at : NULL;
	struct text bytes = text_new(r->mem, 8 << 20);

	if (!v)
		return;
	struct paper_resource *sites = arena_array(r->mem, (size_t)v->rows.n, sizeof *sites);
	struct paper_resources f = {.head = {.agency = l.t.agency_name, .exam_year = l.plan->exam_year, .exam_name = l.t.exam_name,
		.attachment = l.plan->forms[PLAN_FORM_RESOURCES], .citation = life_cite(&l, "resources", "")}, .sites = {0, sites}};

	for (int i = 0; i < v->rows.n; i++)
		if (rows[i].number.known)
			sites[f.sites.n++] = (struct paper_resource){rows[i].name, rows[i].url};
	struct pdf *pdf = pdf_new(r->mem, &(struct pdf_about){.title = "輔導與諮商相關網路資源一覽表", .created = day_begins(l.plan->from),
		.face = PDF_KAI});

	paper_resources_draw(pdf, &f);
	pdf_finish(pdf, &bytes);
	reply_header(r, "Content-Disposition", "inline; filename=\"resources.pdf\"");
	reply_bytes(r, 200, "application/pdf", bytes.at, bytes.n);
}
