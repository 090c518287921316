/* web.c: beginning a record, acting on it, its papers and its form; the addresses of the slice. */
#include <string.h>

#include "app/life/act.html.h"
#include "app/life/view.h"
#include "base/text.h"

/* ---- the page of an act ---- */

static void sort_inputs(struct req *r, const struct field *fields, const void *record, struct act_view *v)
{
	struct inputs all = inputs_of(r, fields, record);

	v->inputs.at = arena_array(r->mem, (size_t)all.n, sizeof *all.at);
	v->lines.at = arena_array(r->mem, (size_t)all.n, sizeof *all.at);
	for (int i = 0; i < all.n; i++) {
		struct inputs *to = all.at[i].kind == INPUT_LINES || all.at[i].wide ? &v->lines : &v->inputs;

		to->at[to->n++] = all.at[i];
	}
}

static bool edits(const struct life_case *c)
{
	return c->act->edits || !*c->act->from;
}

/* What was typed, to be sent once more with the confirmation. */
static struct pairs typed(struct req *r)
{
	struct pairs p = {0};

	for (size_t i = 0; i < r->form.n; i++)
		if (*r->form.at[i].name != '_')
			pair_add(r->mem, &p, r->form.at[i].name, r->form.at[i].value);
	return p;
}

static struct terms both(struct req *r, const struct life_case *c)
{
	struct terms a = edits(c) ? life_terms(r->mem, c->kind->fields, c->data) : (struct terms){0};
	struct terms b = c->act->fields ? life_terms(r->mem, c->act->fields, c->answers) : (struct terms){0};
	struct terms all = {arena_array(r->mem, (size_t)(a.n + b.n + 1), sizeof *all.at), 0};

	for (int i = 0; i < a.n; i++)
		all.at[all.n++] = a.at[i];
	for (int i = 0; i < b.n; i++)
		all.at[all.n++] = b.at[i];
	if (c->who.reason && *c->who.reason)
		all.at[all.n++] = (struct term){"理由", c->who.reason};
	return all;
}

/* "": a kind that this subject has no use for is on no list, but its address can be typed: what is asked, what was found, what to do. */
static const char *no_use(const struct life_case *c)
{
	if (!c->record->id)
		return c->life->subject.kind->no_use(c);
	return arena_print(c->mem, "此筆「%s」（%s）無須辦理「%s」，請返回該筆紀錄，由可辦理之作業續辦。",
		c->kind->title, c->record->state.label, c->act->label);
}

/* Why it can't be done now, in words; NULL: it can. */
static const char *why_not(const struct life_case *c)
{
	const char *why = !c->record->id && c->kind->held ? c->kind->held(c->life) : NULL;

	if (!why)
		why = life_held(c, c->act);
	return why && !*why ? no_use(c) : why;
}

static void show(struct req *r, int status, struct life_case *c, bool confirm)
{
	bool fresh = !c->record->id;
	long long id = (long long)c->record->id;
	struct act_view v = {
		.r = r, .c = c, .citation = c->kind->citation ? c->kind->citation(c->life) : "",
		.held = why_not(c), .button = c->act->label,
		.note = c->act->note, .findings = life_findings(r->mem, c), .confirm = confirm,
		.action = fresh ? life_begin_url(r, c->life, c->kind) : life_url(r, c->life->subject.kind->records, "/%lld/acts/%s", id,
			c->act->name),
		.back = fresh ? life_home_url(r, c->life, true) : life_record_url(r, c->record),
	};

	v.wrong = issue_lines(r);
	v.table = life_table_of(r->mem, c);
	if (confirm) {
		v.terms = both(r, c);
		v.hidden = typed(r);
	} else {
		if (edits(c))
			sort_inputs(r, c->kind->fields, c->data, &v);
		if (c->act->fields)
			v.answers = inputs_of(r, c->act->fields, c->answers);
		if (c->act->reason)
			v.reason = input_text(r, "reason", "理由", "", true, NULL);
	}
	act_page(reply_page(r, status, arena_print(r->mem, "%s：%s", c->kind->title, c->act->label)), &v);
}

/* ---- doing it ---- */

struct doing { struct req *r; struct life_case *c; int64_t version; };

static void work(struct db *db, void *with)
{
	struct doing *d = with;
	int64_t id = life_do(db, d->c, d->version);

	if (id)
		d->r->done = life_url(d->r, d->c->life->subject.kind->records, "/%lld", (long long)id);
}

static void refuse(struct req *r, struct life_case *c)
{
	bool stale = issue_has(&r->issues, "ERR_STALE");

	if (!reply_issues_as(r, stale ? 409 : 422))
		show(r, stale ? 409 : 422, c, false);
}

static void read_form(struct req *r, struct life_case *c, int64_t *version)
{
	bool fresh = !c->record->id;

	c->who.reason = req_form(r, "reason");
	if (edits(c)) {
		c->data = arena_copy(r->mem, c->record->data, c->kind->size);
		r->issues.fields = c->kind->fields;
		record_merge(c->kind->fields, req_style(r), &r->form, fresh || !r->json, c->data, &r->issues, -1);
	}
	if (c->act->fields) {
		r->issues.fields = c->act->fields;
		record_merge(c->act->fields, req_style(r), &r->form, true, c->answers, &r->issues, -1);
		r->issues.fields = c->kind->fields;
	}
	if (c->act->reason && !*c->who.reason)
		issue(&r->issues, -1, "reason", "ERR_REASON");
	*version = fresh ? 0 : c->record->version;
	if (!fresh && *req_form(r, "version") && !text_to_int(req_form(r, "version"), 0, INT64_MAX, version))
		*version = -1;
}

static void submit(struct req *r, struct life_case *c)
{
	int64_t version;

	c->issues = &r->issues;
	read_form(r, c, &version);
	life_review(c);
	if (r->issues.n) {
		refuse(r, c);
		return;
	}
	if (c->act->grave && !r->json && !*req_form(r, "_confirmed")) {
		show(r, 200, c, true);
		return;
	}
	if (req_tx(r, work, &(struct doing){r, c, version}) == REQ_UNDONE)
		refuse(r, c);
	else
		reply_see(r, r->done, arena_print(r->mem, "「%s」已%s。", c->kind->title, c->act->label));
}

/* The kind of *kind, where this person may begin one for the subject of the address.  False: a refusal was made. */
static bool begin_case(struct req *r, struct life_case *c)
{
	const struct life_kind *k = life_kind_named(r->word[1]);
	struct life *l;

	if (!k || !life_is_at(r, life_subject_of(k)->page)) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return false;
	}
	l = life_of_subject(r, life_subject_of(k), r->id[0]);
	if (!l)
		return false;
	struct life_who who = life_who_for(r, l);
	const struct life_act *a = life_beginning(k, &who);

	if (!a || !life_lets_in(k, &who)) {
		reply_refuse(r, 403, "ERR_NO_RIGHT", k->title);
		return false;
	}
	*c = life_case_of(l, k, NULL, &who, &r->issues);
	c->act = a;
	c->answers = a->fields ? life_read(r->mem, "{}", a->fields, a->size) : NULL;
	return true;
}

/* The same for *act of :record. */
static bool act_case(struct req *r, struct life_case *c)
{
	struct life_record *x = NULL;
	struct life *l = life_of_record(r, &x);
	const struct life_act *a = l ? life_act_named(x->kind, r->word[1]) : NULL;

	if (!l)
		return false;
	struct life_who who = life_who_for(r, l);

	if (!a || !*a->from) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return false;
	}
	*c = life_case_of(l, x->kind, x, &who, &r->issues);
	c->act = a;
	c->answers = a->fields ? life_read(r->mem, "{}", a->fields, a->size) : NULL;
	if (life_may_do(x, a, &who))
		return true;
	if (life_names(a->from, x->state.id))
		reply_refuse(r, 403, "ERR_NO_RIGHT", a->label);
	else
		reply_refuse(r, 409, "ERR_LIFE_STATE", x->kind->title, x->state.label, a->label);
	return false;
}

static bool held(struct req *r, struct life_case *c)
{
	const char *why = why_not(c);

	if (!why)
		return false;
	issue(&r->issues, -1, "", "ERR_TEXT_GIVEN", why);
	refuse(r, c);
	return true;
}

void life_new_get(struct req *r)
{
	struct life_case c;

	if (!begin_case(r, &c))
		return;
	record_propose(c.kind->fields, c.data, r->today);
	record_propose(c.act->fields, c.answers, r->today);
	show(r, 200, &c, false);
}

void life_new_post(struct req *r)
{
	struct life_case c;

	if (begin_case(r, &c) && !held(r, &c))
		submit(r, &c);
}

void life_act_get(struct req *r)
{
	struct life_case c;

	if (!act_case(r, &c))
		return;
	const struct life_act *act = c.act;
	struct issues scratch = issues_new(r->mem, NULL);

	c.act = NULL;
	c.issues = &scratch;
	life_review(&c);
	c.act = act;
	c.issues = &r->issues;
	record_propose(act->fields, c.answers, r->today);
	show(r, 200, &c, false);
}

void life_act_post(struct req *r)
{
	struct life_case c;

	if (act_case(r, &c) && !held(r, &c))
		submit(r, &c);
}

#define AREA "分發人員管理/受訓人員/"

const struct route life_routes[] = {
	{GET, "/records", life_list_get, MAY_LIFE_SEE, .takes = life_list_query, .gives = life_list_fields, .list = true,
		.crumb = "分發人員管理/申請與紀錄", .help = "申請、輔導、差勤、成績等紀錄"},
	{GET, "/trainees/:trainee/records", life_records_get, MAY_LIFE_SEE, .crumb = AREA "全部紀錄", .help = "一位受訓人員的全部紀錄"},
	{GET, "/trainees/:trainee/records/*kind", life_new_get, MAY_LIFE_SEE | MAY_APPLICANT, .crumb = AREA "新增紀錄", .help = "新增一種紀錄或申請"},
	{POST, "/trainees/:trainee/records/*kind", life_new_post, MAY_LIFE_SEE | MAY_APPLICANT, .crumb = AREA "新增紀錄",
		.help = "新增一種紀錄或申請"},
	{GET, "/records/:record", life_record_get, MAY_LIFE_SEE | MAY_APPLICANT, .crumb = AREA "紀錄", .help = "一筆紀錄或申請"},
	{GET, "/records/:record/acts/*act", life_act_get, MAY_LIFE_SEE | MAY_APPLICANT, .crumb = AREA "辦理", .help = "辦理一筆紀錄或申請"},
	{POST, "/records/:record/acts/*act", life_act_post, MAY_LIFE_SEE | MAY_APPLICANT, .crumb = AREA "辦理", .help = "辦理一筆紀錄或申請"},
	{POST, "/records/:record/files", life_file_post, MAY_LIFE_SEE | MAY_APPLICANT, .body = 25 << 20,
		.crumb = AREA "紀錄", .help = "附上證明文件"},
	{GET, "/records/:record/files/:number", life_file_get, MAY_LIFE_SEE | MAY_APPLICANT, .type = "application/pdf", .help = "讀取所附文件"},
	{GET, "/records/:record/form", life_form_get, MAY_LIFE_SEE | MAY_APPLICANT, .type = "application/pdf", .heavy = true, .help = "下載表單"},
	{0}
};
