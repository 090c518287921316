/* survey.c: the list of all candidates, the run that checks everybody, one candidate's elements, and the decision of a person. */
#include "app/audit/audit.h"
#include "app/may.h"
#include "app/survey/page.html.h"
#include "app/survey/survey.sql.h"
#include "app/survey/view.h"
#include "base/text.h"

enum { PIECE = 2000, PIECE_MEMORY = 64 << 20, YEAR_MOST = 999 };

struct where { const char *type; int64_t year; };

/* year 0: not said */
static struct where where_of(struct req *r, const char *type, int64_t year)
{
	struct where w = {promotion_index(promotion_type_codes, type) < 0 ? promotion_type_codes[0].id : type, year};

	w.year = year ? year : callup_year(r->db, w.type, r->today);
	return w;
}

static const char *look_of(const struct candidate *c)
{
	return text_is(c->standing.id, "eligible") ? "done" : text_is(c->standing.id, "not_eligible") ? "late" : "soon";
}

/* ---- the list ---- */

static void add_totals(struct req *r, struct survey_view *v, const struct where *w)
{
	struct rows *t = db_run(r->db, &survey_totals, A(w->type), A(w->year), A(req_agency(r)));

	v->totals = (struct total_lines){arena_array(r->mem, (size_t)t->n, sizeof *v->totals.at), t->n};
	for (int i = 0; i < t->n; i++) {
		const struct code *c = code_find(standing_codes, row_text(t, i, "standing"));

		v->totals.at[i] = (struct total_line){c ? c->label : "", row_int(t, i, "n"), req_url(r,
			"/promotion/survey?type=%s&year=%s&standing=%s", w->type, v->year_text, row_text(t, i, "standing"))};
		v->n_changed += row_int(t, i, "changed");
	}
}

static void show(struct req *r, struct list *l, const struct where *w)
{
	const struct candidate *rows = l->rows;
	struct promotion_place p;
	struct survey_view v = {.r = r, .l = l, .wrong = issue_lines(r), .action = req_url(r, "/promotion/survey"),
		.run = req_url(r, "/promotion/survey/run"), .import = req_url(r, "/promotion/survey/import"), .add = req_url(r,
			"/promotion/survey/new"),
		.type_id = w->type, .year_text = arena_print(r->mem, "%lld", (long long)w->year),
		.standing = input_choice(r, "standing", "審查結果", "", false, options_of(r->mem, standing_codes, "（全部）")),
		.q = input_text(r, "q", "身分證統一編號或姓名", "", false, NULL), .may_edit = req_may(r, MAY_PROMOTION_EDIT),
		.lines = {arena_array(r->mem, (size_t)l->n, sizeof *v.lines.at), l->n}};

	promotion_place_of(r->db, r->mem, w->type, w->year, &p);
	v.law = p.law;
	v.type = input_choice(r, "type", "訓練類別", w->type, false, options_of(r->mem, promotion_type_codes, NULL));
	v.year = input_text(r, "year", "年度", v.year_text, false, NULL);
	v.changed = req_url(r, "/promotion/survey?type=%s&year=%s&changed=1", w->type, v.year_text);
	add_totals(r, &v, w);
	for (int i = 0; i < l->n; i++)
		v.lines.at[i] = (struct candidate_line){&rows[i], req_url(r, "/promotion/survey/%lld/check", (long long)rows[i].id),
			look_of(&rows[i])};
	survey_page(reply_page(r, 200, "參訓資格調查"), &v);
}

void survey_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "參訓資格調查", candidate_fields, sizeof(struct candidate), "agency_code"))
		return;
	struct where w = where_of(r, req_query(r, "type"), req_query_int(r, "year", 2, YEAR_MOST, 0));
	const char *q = req_query(r, "q");

	if (list_run(&l, &survey_list, A(w.type), A(w.year), A(req_agency(r)), A(req_query(r, "standing")),
			A(text_upper(r->mem, q)), A(req_query_int(r, "changed", 0, 1, 0))))
		show(r, &l, &w);
}

/* ---- the run ---- */

struct running { struct req *r; struct where w; struct arena *mem; int64_t after, looked, changed; bool more; };

static void forget(struct db *db, void *with)
{
	const struct running *run = with;
	const struct req *r = run->r;

	db_run(db, &survey_forget, A(run->w.type), A(run->w.year), A(req_agency(r)));
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "survey.run", .subject_kind = "survey", .reason = arena_print(r->mem, "%lld年度%s", (long long)run->w.year,
		code_find(promotion_type_codes, run->w.type)->label), .at = r->now});
}

static void run_piece(struct db *db, void *with)
{
	struct running *run = with;
	struct rows *rows;
	struct candidate *c;

	arena_reset(run->mem);
	rows = db_run(db, &survey_piece, A(run->w.type), A(run->w.year), A(req_agency(run->r)), A(run->after), A(PIECE));
	c = records_load(run->mem, rows, candidate_fields, sizeof *c);
	run->more = rows->n == PIECE;
	for (int i = 0; i < rows->n; i++) {
		struct candidate was = c[i];
		struct verdict v = promotion_verdict(NULL, run->mem);

		candidate_judge(&c[i], &v);
		run->looked++;
		if (text_is(was.result.id, c[i].result.id) && text_is(was.elements, c[i].elements) && was.preview == c[i].preview)
			continue;
		run->changed += !text_is(was.result.id, c[i].result.id);
		db_run(db, &survey_found, A(was.id), A(was.version), A(text_is(was.result.id, c[i].result.id) ? "" : was.result.id),
			A(c[i].result.id),
			A(c[i].elements), value_id_or_null(c[i].preview));
	}
	run->after = rows->n ? c[rows->n - 1].id : run->after;
}

/* Piece by piece, so that others can write in between; what a crash leaves out, the next run finds. */
void survey_run_post(struct req *r)
{
	int64_t year = 0;
	struct running run = {.r = r, .mem = arena_new(PIECE_MEMORY), .more = true};
	struct arena *before = db_arena(r->db);

	arena_defer(r->mem, (void (*)(void *))arena_free, run.mem);
	text_to_int(req_form(r, "year"), 2, YEAR_MOST, &year);
	run.w = where_of(r, req_form(r, "type"), year);
	db_tx(r->db, forget, &run);
	db_use_arena(r->db, run.mem);
	while (run.more) {
		struct running start = run;

		if (db_tx_bulk(r->db, run_piece, &run) != DB_OK)
			run = start;
	}
	db_use_arena(r->db, before);
	reply_see(r, req_url(r, "/promotion/survey?type=%s&year=%s", run.w.type, arena_print(r->mem, "%lld", (long long)run.w.year)),
		arena_print(r->mem, "已審查 %lld 人，%lld 人結果變動。", (long long)run.looked, (long long)run.changed));
}

/* ---- one candidate ---- */

static const struct field decide_labels[] = {{.name = "decided", .label = "審定結果"}, {.name = "letter", .label = "函釋文號"},
	{.name = "day", .label = "函釋日期"}, {.name = "why", .label = "理由"}, {0}};

static const char *grades_of(struct req *r, const struct candidate *c)
{
	return arena_print(r->mem, "%lld年 %s、%lld年 %s、%lld年 %s", (long long)c->year - 3, *c->grade_3.id ? c->grade_3.label : "（未填）",
		(long long)c->year - 2, *c->grade_2.id ? c->grade_2.label : "（未填）", (long long)c->year - 1, *c->grade_1.id ?
			c->grade_1.label : "（未填）");
}

static struct reason_lines reasons_of(struct req *r, const struct verdict *v)
{
	struct reason_lines l = {arena_array(r->mem, (size_t)v->reasons_n, sizeof *l.at), v->reasons_n};

	for (int i = 0; i < v->reasons_n; i++)
		l.at[i] = (struct reason_line){v->reasons[i].text, v->reasons[i].citation ? v->reasons[i].citation : ""};
	return l;
}

static struct options decisions(struct req *r)
{
	struct options o = {0};

	options_add(r->mem, &o, "", "（不作人工審定，依系統審查）");
	options_add(r->mem, &o, standing_codes[0].id, standing_codes[0].label);
	options_add(r->mem, &o, standing_codes[1].id, standing_codes[1].label);
	return o;
}

static void check_show(struct req *r, int status, const struct candidate *c)
{
	struct promotion_place p;
	struct verdict v = promotion_verdict(NULL, r->mem);
	struct candidate scratch = *c;
	struct check_view view = {.r = r, .c = c, .wrong = issue_lines(r), .look = look_of(c), .grades = grades_of(r, c),
		.version = arena_print(r->mem, "%lld", (long long)c->version), .may_edit = req_may(r, MAY_PROMOTION_EDIT),
		.decided = input_choice(r, "decided", "審定結果", c->decided.id, false, decisions(r)),
		.letter = input_text(r, "letter", "函釋文號", c->decided_letter, true, NULL),
		.day = input_text(r, "day", "函釋日期", date_text(r->mem, c->decided_day), true, NULL),
		.why = input_text(r, "why", "理由", c->decided_why, true, NULL),
		.action = req_url(r, "/promotion/survey/%lld/decide", (long long)c->id), .edit = req_url(r, "/promotion/survey/%lld",
			(long long)c->id),
		.back = list_back(r, "/promotion/survey")};

	promotion_place_of(r->db, r->mem, c->type.id, c->year, &p);
	candidate_judge(&scratch, &v);
	view.law = p.law;
	view.reasons = reasons_of(r, &v);
	survey_check_page(reply_page(r, status, arena_print(r->mem, "%s 參訓資格", c->name)), &view);
}

static bool candidate_of(struct req *r, struct candidate *c)
{
	if (candidate_load(r->db, r->mem, r->id[0], c))
		return true;
	reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
	return false;
}

static void reply_check_json(struct req *r, const struct candidate *c)
{
	struct verdict v = promotion_verdict(NULL, r->mem);
	struct candidate scratch = *c;
	struct text t = text_new(r->mem, 1 << 20);
	struct json j = json_new(&t);

	candidate_judge(&scratch, &v);
	json_begin(&j);
	json_key(&j, "candidate");
	record_json(candidate_fields, &j, c);
	json_key(&j, "reasons");
	json_list(&j);
	for (int i = 0; i < v.reasons_n; i++) {
		json_begin(&j);
		json_key(&j, "text");
		json_text(&j, v.reasons[i].text);
		json_key(&j, "citation");
		json_text(&j, v.reasons[i].citation ? v.reasons[i].citation : "");
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	reply_json(r, 200, t);
}

void survey_check_get(struct req *r)
{
	struct candidate c;

	if (!candidate_of(r, &c))
		return;
	if (r->json)
		reply_check_json(r, &c);
	else
		check_show(r, 200, &c);
}

struct deciding { struct req *r; struct candidate c; const char *decided, *letter, *why; struct date day; int64_t seen; };

static void decide(struct db *db, void *with)
{
	struct deciding *d = with;
	struct req *r = d->r;
	struct candidate after = d->c;
	const char *from, *to;

	r->done = req_url(r, "/promotion/survey/%lld/check", (long long)d->c.id);
	if (!db_run(db, &candidate_decide, A(d->c.id), A(d->seen), A(d->decided), A(d->letter), A(d->day), A(d->why))->n) {
		db_undo(db);
		return;
	}
	after.decided = (struct code){d->decided, d->decided};
	after.decided_letter = d->letter;
	after.decided_day = d->day;
	after.decided_why = d->why;
	if (record_changes(candidate_fields, r->mem, &d->c, &after, &from, &to))
		audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
			.action = "candidate.decide", .subject_kind = "candidate", .subject = d->c.id, .before = from, .after = to,
				.reason = d->why,
			.at = r->now});
}

/* A decision needs the letter that it cites.                                                     PROMO-017 */
static void decision_read(struct req *r, struct deciding *d)
{
	d->decided = req_form(r, "decided");
	d->letter = *d->decided ? req_form(r, "letter") : "";
	d->why = *d->decided ? req_form(r, "why") : "";
	if (*d->decided && !text_is(d->decided, "eligible") && !text_is(d->decided, "not_eligible"))
		issue(&r->issues, -1, "decided", "ERR_CODE", d->decided, "符合、不符");
	if (*d->decided && !*d->letter)
		issue(&r->issues, -1, "letter", "ERR_REQUIRED");
	if (*d->decided && !*d->why)
		issue(&r->issues, -1, "why", "ERR_REQUIRED");
	if (*d->decided && req_date(r, "day", "函釋日期", true, &d->day) && date_before(r->today, d->day))
		issue(&r->issues, -1, "day", "ERR_DATE_FUTURE", date_text(r->mem, r->today));
	d->seen = d->c.version;
	text_to_int(req_form(r, "version"), 1, INT64_MAX, &d->seen);
}

void survey_decide_post(struct req *r)
{
	struct deciding d = {.r = r};

	if (!candidate_of(r, &d.c))
		return;
	r->issues.fields = decide_labels;
	decision_read(r, &d);
	if (!r->issues.n && req_tx(r, decide, &d) != REQ_UNDONE) {
		reply_see(r, r->done, *d.decided ? "已儲存人工審定。" : "已取消人工審定。");
		return;
	}
	int status = r->issues.n ? 422 : 409;

	if (!r->issues.n)
		audit_stale(r->db, &r->issues, -1, "", NULL, "candidate", d.c.id);
	if (!reply_issues_as(r, status))
		check_show(r, status, &d.c);
}
