/* show.c: the page of a record, that of all records of a trainee, and what the trainee's own page shows of them. */
#include <string.h>
#include <unistd.h>

#include "app/audit/audit.h"
#include "app/life/life.sql.h"
#include "app/life/record.html.h"
#include "app/life/records.html.h"
#include "app/life/view.h"
#include "base/json.h"
#include "base/setting.h"
#include "base/text.h"

const char *life_look(const struct life_record *x)
{
	for (const struct life_act *a = x->kind->acts; a->name; a++)
		if (life_names(a->from, x->state.id) && !text_is(a->to, "void") && (a->to || a->leads || a->edits))
			return a->edits && !a->to ? "plain" : "soon";
	return "done";
}

/* A number that nobody has to give is said when there is one. */
static bool is_said(const struct field *f, const void *record)
{
	if (f->use == MARK || f->use == KEY || field_empty(f, record))
		return false;
	return f->kind != K_INT || f->use == SHOW || f->need || *(const int64_t *)((const char *)record + f->at);
}

struct terms life_terms(struct arena *mem, const struct field *fields, const void *record)
{
	struct terms all = {NULL, 0};

	for (const struct field *f = fields; f && f->name; f++)
		all.n += is_said(f, record);
	all.at = arena_array(mem, (size_t)all.n, sizeof *all.at);
	all.n = 0;
	for (const struct field *f = fields; f && f->name; f++)
		if (is_said(f, record))
			all.at[all.n++] = (struct term){f->label, field_text(f, mem, record)};
	return all;
}

static const struct { const char *words, *look; } results[] = {
	[RESULT_OK] = {"計算結果", "plain"}, [RESULT_MET] = {"符合", "done"}, [RESULT_NOT_MET] = {"不符合", "plain"},
	[RESULT_ALLOWED] = {"得辦理", "done"}, [RESULT_REFUSED] = {"不予受理", "late"}, [RESULT_REVIEW] = {"請人工認定", "soon"},
	[RESULT_PARAM_MISSING] = {"訓練計畫未定義，請人工認定", "soon"}, [RESULT_DATA_MISSING] = {"資料不足", "soon"},
	[RESULT_NOT_IN_PLAN] = {"本訓練計畫無此規定", "plain"},
};

struct findings life_findings(struct arena *mem, const struct life_case *c)
{
	struct findings all = {arena_array(mem, (size_t)c->findings.n, sizeof *all.at), c->findings.n};

	for (int i = 0; i < all.n; i++) {
		const struct verdict *v = &c->findings.at[i].verdict;
		struct finding_lines lines = {arena_array(mem, (size_t)v->reasons_n, sizeof *lines.at), v->reasons_n};

		for (int k = 0; k < lines.n; k++)
			lines.at[k] = (struct finding_line){v->reasons[k].text, v->reasons[k].citation ? v->reasons[k].citation : ""};
		all.at[i] = (struct finding){results[v->result].words, results[v->result].look, c->findings.at[i].rule, lines};
	}
	return all;
}

static struct table_cells cells_of(struct arena *mem, const char **texts, int n, bool named)
{
	struct table_cells all = {arena_array(mem, (size_t)n, sizeof *all.at), n};

	for (int i = 0; i < n; i++)
		all.at[i] = (struct table_cell){texts[i], named && !i};
	return all;
}

struct table_view life_table_of(struct arena *mem, const struct life_case *c)
{
	struct life_table t = c->kind->table && c->record->id ? c->kind->table(mem, c) : (struct life_table){0};
	struct table_view v = {.caption = t.caption, .heads = cells_of(mem, t.heads, t.columns, false),
		.rows = {arena_array(mem, (size_t)t.rows, sizeof *v.rows.at), t.columns ? t.rows : 0}};

	for (int i = 0; i < v.rows.n; i++)
		v.rows.at[i].cells = cells_of(mem, t.cells + i * t.columns, t.columns, true);
	return v;
}

const char *life_held(const struct life_case *c, const struct life_act *a)
{
	struct life_case asked = *c;

	asked.act = a;
	return a->held ? a->held(&asked) : NULL;
}

void life_read_trace(struct req *r, const struct life *l, const struct life_record *x)
{
	if (x->kind->sensitive)
		audit_refusal(r->db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
			.action = arena_print(r->mem, "life.%s.read", x->kind->name), .subject_kind = l->subject.kind->name,
				.subject = l->subject.id, .at = r->now,
			.after = arena_print(r->mem, "{\"record\":%lld}", (long long)x->id)});
}

/* ---- one record ---- */

/* Not what this record has no use for. */
static bool is_offered(const struct life_case *c, const struct life_act *a)
{
	const char *held = life_may_do(c->record, a, &c->who) ? life_held(c, a) : "";

	return !held || *held;
}

static struct act_links acts_of(struct req *r, const struct life_case *c)
{
	struct act_links all = {NULL, 0};
	const char *records = c->life->subject.kind->records;

	for (const struct life_act *a = c->kind->acts; a->name; a++)
		all.n += is_offered(c, a);
	all.at = arena_array(r->mem, (size_t)all.n, sizeof *all.at);
	all.n = 0;
	for (const struct life_act *a = c->kind->acts; a->name; a++)
		if (is_offered(c, a)) {
			all.at[all.n] = (struct act_link){a->label, life_held(c, a), a->note,
				life_url(r, records, "/%lld/acts/%s", (long long)c->record->id, a->name), !all.n};
			all.n++;
		}
	return all;
}

static struct step_lines steps_of(struct req *r, const struct life_record *x)
{
	struct step_lines all = {arena_array(r->mem, (size_t)x->steps.n, sizeof *all.at), x->steps.n};

	for (int i = 0; i < all.n; i++) {
		const struct life_step *s = &x->steps.at[i];

		all.at[i] = (struct step_line){s->at, s->by, s->act->label, s->reason, s->changed,
			s->answers ? life_terms(r->mem, s->act->fields, s->answers) : (struct terms){0}};
	}
	return all;
}

static bool has_file(const struct life_record *x, const char *slot)
{
	for (int i = 0; i < x->files.n; i++)
		if (text_is(x->files.at[i].slot, slot))
			return true;
	return false;
}

static struct life_papers papers_of(struct arena *mem, const struct life_case *c)
{
	struct life_papers p = c->kind->papers ? c->kind->papers(mem, c) : (struct life_papers){0};

	for (int i = 0; i < p.n; i++)
		p.at[i].here = has_file(c->record, p.at[i].slot);
	return p;
}

static struct paper_lines paper_lines(struct req *r, const struct life_papers *p)
{
	struct paper_lines all = {arena_array(r->mem, (size_t)p->n, sizeof *all.at), p->n};

	for (int i = 0; i < all.n; i++)
		all.at[i] = (struct paper_line){p->at[i].label, p->at[i].hint, p->at[i].here ? "已附" : p->at[i].need ? "缺" : "選附",
			p->at[i].here ? "done" : p->at[i].need ? "late" : "plain"};
	return all;
}

static struct file_lines files_of(struct req *r, const struct life_record *x, const struct life_papers *p)
{
	struct file_lines all = {arena_array(r->mem, (size_t)x->files.n, sizeof *all.at), x->files.n};

	for (int i = 0; i < all.n; i++) {
		const struct life_file *f = &x->files.at[i];
		const char *label = "其他";

		for (int k = 0; k < p->n; k++)
			if (text_is(p->at[k].slot, f->slot))
				label = p->at[k].label;
		all.at[i] = (struct file_line){label, f->name, arena_print(r->mem, "%lld KB", (long long)(f->size + 1023) >> 10), f->by, f->at,
			life_url(r, life_subject_of(x->kind)->records, "/%lld/files/%lld", (long long)x->id, (long long)f->number)};
	}
	return all;
}

static struct input slot_of(struct req *r, const struct life_papers *p)
{
	struct options o = {0};

	for (int i = 0; i < p->n; i++)
		options_add(r->mem, &o, p->at[i].slot, p->at[i].label);
	options_add(r->mem, &o, "other", "其他");
	return input_choice(r, "slot", "文件種類", "", true, o);
}

static void show(struct req *r, int status, struct life_case *c)
{
	const struct issue *wrong = issue_at(&r->issues, -1, "file");
	struct life_papers papers = papers_of(r->mem, c);
	const char *records = c->life->subject.kind->records;
	long long id = (long long)c->record->id;
	struct record_view v = {
		.r = r, .record = c->record, .s = &c->life->subject, .look = life_look(c->record),
		.citation = c->kind->citation ? c->kind->citation(c->life) : "", .wrong = issue_lines(r),
		.terms = life_terms(r->mem, c->kind->fields, c->data), .acts = acts_of(r, c), .steps = steps_of(r, c->record),
		.files = files_of(r, c->record, &papers), .papers = paper_lines(r, &papers), .slot = slot_of(r, &papers),
		.person = life_home_url(r, c->life, false), .form = life_url(r, records, "/%lld/form", id),
		.all = r->who->person || c->life->participant ? (struct url){NULL} : life_home_url(r, c->life, true), .upload = life_url(r, records,
			"/%lld/files", id),
		.may_upload = life_beginning(c->kind, &c->who) != NULL || v.acts.n, .has_form = c->kind->draw != NULL, .form_name = c->kind->form,
		.borrowed = c->kind->form && c->life->plan && plan_borrows(c->life->plan, c->kind->form),
		.file_error = wrong ? wrong->text : NULL, .most = arena_print(r->mem, "%lld MB", (long long)setting_int("form.mebibytes")),
	};

	v.findings = life_findings(r->mem, c);
	v.table = life_table_of(r->mem, c);
	record_page(reply_page(r, status, arena_print(r->mem, "%s：%s", c->life->subject.name, c->kind->title)), &v);
}

static void put_findings(struct json *j, const struct findings *all)
{
	json_key(j, "findings");
	json_list(j);
	for (int i = 0; i < all->n; i++) {
		json_begin(j);
		json_key(j, "rule");
		json_text(j, all->at[i].rule);
		json_key(j, "result");
		json_text(j, all->at[i].result);
		json_key(j, "reasons");
		json_list(j);
		for (int k = 0; k < all->at[i].lines.n; k++) {
			json_begin(j);
			json_key(j, "text");
			json_text(j, all->at[i].lines.at[k].text);
			json_key(j, "citation");
			json_text(j, all->at[i].lines.at[k].cite);
			json_end(j);
		}
		json_end(j);
		json_end(j);
	}
	json_end(j);
}

static void put_acts(struct json *j, const struct life_case *c)
{
	json_key(j, "acts");
	json_list(j);
	for (const struct life_act *a = c->kind->acts; a->name; a++) {
		if (!is_offered(c, a))
			continue;
		json_begin(j);
		json_key(j, "name");
		json_text(j, a->name);
		json_key(j, "label");
		json_text(j, a->label);
		json_key(j, "held");
		json_text(j, life_held(c, a));
		json_end(j);
	}
	json_end(j);
}

void life_put_record(struct json *j, struct arena *mem, const struct life_record *x)
{
	json_key(j, "id");
	json_int(j, x->id);
	json_key(j, "version");
	json_int(j, x->version);
	json_key(j, "kind");
	json_text(j, x->kind->name);
	json_key(j, "title");
	json_text(j, x->kind->title);
	json_key(j, "state");
	json_text(j, x->state.id);
	json_key(j, "day");
	json_text(j, date_iso(mem, x->day));
	json_key(j, "data");
	record_json(x->kind->fields, j, x->data);
	json_key(j, "files");
	json_list(j);
	for (int i = 0; i < x->files.n; i++) {
		json_begin(j);
		json_key(j, "number");
		json_int(j, x->files.at[i].number);
		json_key(j, "slot");
		json_text(j, x->files.at[i].slot);
		json_key(j, "name");
		json_text(j, x->files.at[i].name);
		json_key(j, "sha256");
		json_text(j, x->files.at[i].sha256);
		json_end(j);
	}
	json_end(j);
}

static void reply_record_json(struct req *r, const struct life_case *c)
{
	struct text body = text_new(r->mem, 1 << 20);
	struct json j = json_new(&body);
	struct findings found = life_findings(r->mem, c);

	json_begin(&j);
	life_put_record(&j, r->mem, c->record);
	put_acts(&j, c);
	put_findings(&j, &found);
	json_end(&j);
	reply_json(r, 200, body);
}

void life_record_show(struct req *r, int status, struct life_case *c)
{
	struct issues heard = r->issues, scratch = issues_new(r->mem, NULL);

	c->act = NULL;
	c->issues = &scratch;
	life_review(c);
	c->issues = &r->issues;
	r->issues = heard;
	if (r->json)
		reply_record_json(r, c);
	else
		show(r, status, c);
}

void life_record_get(struct req *r)
{
	struct life_record *x = NULL;
	struct life *l = life_of_record(r, &x);

	if (!l)
		return;
	struct life_who who = life_who_for(r, l);
	struct life_case c = life_case_of(l, x->kind, x, &who, &r->issues);

	life_read_trace(r, l, x);
	life_record_show(r, 200, &c);
}

/* ---- all of a trainee ---- */

static struct kind_lines kinds_of(struct req *r, const struct life *l, int group, const struct life_who *who)
{
	struct kind_lines all = {NULL, 0};
	int n = 0;

	for (const struct life_kind *const *k = life_all(); *k; k++)
		n++;
	all.at = arena_array(r->mem, (size_t)n, sizeof *all.at);
	for (const struct life_kind *const *k = life_all(); *k; k++) {
		const char *held = life_subject_of(*k) == l->subject.kind && (*k)->held ? (*k)->held(l) : NULL;

		if (life_subject_of(*k) == l->subject.kind && (int)(*k)->group == group && life_beginning(*k,
			who) && !(held && !*held) && life_lets_in(*k, who))
			all.at[all.n++] = (struct kind_line){(*k)->title, held, life_begin_url(r, l, *k), true};
	}
	return all;
}

static struct record_lines records_of(struct req *r, const struct life *l, int group, const struct life_who *who)
{
	struct record_lines all = {arena_array(r->mem, (size_t)l->n, sizeof *all.at), 0};

	for (int i = l->n; i-- > 0;) {
		const struct life_record *x = &l->at[i];

		if ((int)x->kind->group == group && life_may_see_record(x, who))
			all.at[all.n++] = (struct record_line){x->kind->title, x->state.label, life_look(x),
				x->kind->summary && !x->kind->sensitive ? x->kind->summary(r->mem, x) : "", x->day, life_record_url(r, x)};
	}
	return all;
}

static void put_records(struct req *r, const struct life *l, const struct life_who *who)
{
	struct text body = text_new(r->mem, 1 << 22);
	struct json j = json_new(&body);

	json_list(&j);
	for (int i = 0; i < l->n; i++) {
		if (!life_may_see_record(&l->at[i], who) || l->at[i].kind->sensitive)
			continue;
		json_begin(&j);
		life_put_record(&j, r->mem, &l->at[i]);
		json_end(&j);
	}
	json_end(&j);
	reply_json(r, 200, body);
}

void life_records_get(struct req *r)
{
	struct life *l = life_of_subject(r, &life_trainee, r->id[0]);
	struct life_who who = life_who_of(r);

	if (!l)
		return;
	if (r->json) {
		put_records(r, l, &who);
		return;
	}
	struct records_view v = {.r = r, .s = &l->subject, .person = req_url(r, "/trainees/%lld", (long long)l->t.id),
		.groups = {arena_array(r->mem, LIFE_GROUPS, sizeof *v.groups.at), 0}};

	for (int g = 0; g < LIFE_GROUPS; g++) {
		struct group_block b = {life_groups[g], kinds_of(r, l, g, &who), records_of(r, l, g, &who)};

		if (b.kinds.n || b.records.n)
			v.groups.at[v.groups.n++] = b;
	}
	records_page(reply_page(r, 200, arena_print(r->mem, "%s：全部紀錄", l->t.name)), &v);
}
