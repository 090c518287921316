/* round.c: the round of a year, which 總處 opens: its days, what counts, who need not report, who may report later.      LEARN-564 … 566 */
#include <string.h>

#include "app/agency/agency.h"
#include "app/audit/audit.h"
#include "app/code/code.h"
#include "app/gender/gender.sql.h"
#include "app/gender/page.html.h"
#include "app/gender/private.h"
#include "base/json.h"
#include "base/text.h"

enum { LIST_MOST = 500 };

struct round { int64_t year, least; struct date open, deadline; const char *categories, *excused; };
const struct field gender_round_fields[] = {
	FIELD(round, year, INT, EDIT, "年度", .need = true, .least = GENDER_FIRST_YEAR, .most = GENDER_LAST_YEAR),
	FIELD(round, open, DATE, EDIT, "開放日期", .need = true),
	FIELD(round, deadline, DATE, EDIT, "填報期限", .need = true),
	FIELD(round, least, INT, EDIT, "最低時數", .need = true, .least = 1, .most = 999),
	FIELD(round, categories, TEXT, EDIT, "計入的課程類別", .need = true, .most = 500, .hint = "課程類別代碼，以逗號分隔"),
	FIELD(round, excused, TEXT, EDIT, "不須填報的機關", .most = 5000, .lines = true, .hint = "機關代碼，以逗號或換行分隔；名冊無人的機關不必列"),
	{0}
};
struct reopened { const char *code; struct date until; };
const struct field gender_reopen_fields[] = {
	FIELD(reopened, code, TEXT, EDIT, "機關代碼", .need = true, .most = 20),
	FIELD(reopened, until, DATE, EDIT, "新的填報期限", .need = true),
	{0}
};

static const char *joined(struct req *r, struct rows *x)
{
	struct text t = text_new(r->mem, 1 << 16);

	for (int i = 0; i < x->n; i++)
		text_print(&t, "%s%s", i ? "," : "", row_text(x, i, "code"));
	return t.n ? t.at : "";
}

static struct round round_load(struct req *r, int64_t year, int64_t *version)
{
	struct rows *x = db_run(r->db, &gender_round_one, A(year));
	struct round o = {.year = year, .least = 1, .categories = "103", .excused = ""};

	*version = 0;
	if (!x->n)
		return o;
	*version = row_int(x, 0, "version");
	return (struct round){year, row_int(x, 0, "min_hours"), row_date(x, 0, "open_day"), row_date(x, 0, "deadline"),
		joined(r, db_run(r->db, &gender_categories, A(year))), joined(r, db_run(r->db, &gender_excused_codes, A(year)))};
}

static void show_round(struct req *r, int status, const struct round *o, int64_t version)
{
	static const struct reopened none = {.code = ""};
	struct gender_round_view v = {.r = r, .wrong = issue_lines(r), .action = req_url(r, "/hr/gender/round"),
		.reopen = req_url(r, "/hr/gender/reopen"), .back = req_url(r, "/hr/gender?year=%lld", (long long)o->year),
		.inputs = inputs_of(r, gender_round_fields, o), .again = inputs_of(r, gender_reopen_fields, &none), .version = version};

	if (!version) {                                             /* there is nothing to open again */
		issue_lines_without(&v.wrong, "code");
		issue_lines_without(&v.wrong, "until");
	}
	gender_round_page(reply_page(r, status, "性別主流化訓練情形調查：調查年度"), &v);
}

void gender_round_get(struct req *r)
{
	int64_t version;
	struct round o = round_load(r, gender_year(r), &version);

	show_round(r, 200, &o, version);
}

struct opening { struct req *r; const struct round *o; int64_t version, categories[LIST_MOST], agencies[LIST_MOST]; int n_categories, n_agencies; };

static void read_lists(struct req *r, struct opening *x)
{
	const struct code_book *book = code_book(r->db, r->mem);
	const char *code, *at = x->o->categories;
	struct agency g;

	while (*(code = text_word(r->mem, &at)) && x->n_categories < LIST_MOST) {
		const struct code_item *c = NULL;

		if (code_check(&r->issues, -1, "categories", book, "course_category", code, (struct date){0}, &c))
			x->categories[x->n_categories++] = c->id;
	}
	at = x->o->excused;
	while (*(code = text_word(r->mem, &at)) && x->n_agencies < LIST_MOST)
		if (agency_find(r->db, r->mem, code, &g))
			x->agencies[x->n_agencies++] = g.id;
		else
			issue(&r->issues, -1, "excused", "E-CODE-01", code);
}

static void log_act(struct req *r, struct db *db, const char *action, const char *kind, int64_t subject, const char *after)
{
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address, .action = action,
		.subject_kind = kind, .subject = subject, .after = after, .at = r->now});
}

static const char *round_json(struct arena *mem, const struct round *o)
{
	struct text t = text_new(mem, 1 << 16);
	struct json j = json_new(&t);

	json_begin(&j);
	for (const struct field *f = gender_round_fields; f->name; f++)
		json_key(&j, f->name), json_text(&j, field_text(f, mem, o));
	json_end(&j);
	return t.at;
}

static void store_round(struct db *db, void *with)
{
	const struct opening *x = with;
	struct req *r = x->r;
	const struct round *o = x->o;

	issues_clear(&r->issues);
	r->done = req_url(r, "/hr/gender?year=%lld", (long long)o->year);
	if (!db_run(db, &gender_round_put, A(o->year), A(o->open), A(o->deadline), A(o->least), A(x->version))->n) {
		if (!db_undone(db))
			audit_stale(db, &r->issues, -1, "", NULL, "gender_round", o->year);
		db_undo(db);
		return;
	}
	db_run(db, &gender_category_clear, A(o->year));
	for (int i = 0; i < x->n_categories; i++)
		db_run(db, &gender_category_put, A(o->year), A(x->categories[i]));
	db_run(db, &gender_excused_clear, A(o->year));
	for (int i = 0; i < x->n_agencies; i++)
		db_run(db, &gender_excused_put, A(o->year), A(x->agencies[i]));
	log_act(r, db, "gender.round", "gender_round", o->year, round_json(r->mem, o));
}

void gender_round_post(struct req *r)
{
	struct round o = {.categories = "", .excused = ""};
	struct opening *x = arena_get(r->mem, sizeof *x);

	*x = (struct opening){.r = r, .o = &o};
	r->issues.fields = gender_round_fields;
	r->issues.learning = true;
	record_merge(gender_round_fields, req_style(r), &r->form, true, &o, &r->issues, -1);
	text_to_int(req_form(r, "version"), 0, INT64_MAX, &x->version);
	if (date_set(o.open) && date_set(o.deadline) && date_before(o.deadline, o.open))
		issue(&r->issues, -1, "deadline", "E-DATE-02", "開放日期", "填報期限");
	read_lists(r, x);
	if (!r->issues.n && req_tx(r, store_round, x) != REQ_UNDONE)
		reply_see(r, r->done, arena_print(r->mem, "已儲存 %lld 年度", (long long)o.year));
	else if (!reply_issues_as(r, issue_has(&r->issues, "E-STALE-01") ? 409 : 422))
		show_round(r, issue_has(&r->issues, "E-STALE-01") ? 409 : 422, &o, x->version);
}

struct reopening { struct req *r; struct agency agency; int64_t year; struct date until; };

static void reopen(struct db *db, void *with)
{
	const struct reopening *x = with;

	x->r->done = req_url(x->r, "/hr/gender/round?year=%lld", (long long)x->year);
	struct rows *put = db_run(db, &gender_reopen, A(x->year), A(x->agency.id), A(x->until));

	if (put->n)
		log_act(x->r, db, "gender.reopen", "gender_survey", row_int(put, 0, "id"), arena_print(x->r->mem, "{\"deadline\":\"%s\"}",
			date_iso(x->r->mem, x->until)));
}

void gender_reopen_post(struct req *r)
{
	struct reopened typed = {.code = ""};
	struct reopening x = {.r = r};
	int64_t version;

	r->issues.fields = gender_reopen_fields;
	r->issues.learning = true;
	text_to_int(req_form(r, "year"), GENDER_FIRST_YEAR, GENDER_LAST_YEAR, &x.year);
	record_merge(gender_reopen_fields, req_style(r), &r->form, true, &typed, &r->issues, -1);
	x.until = typed.until;
	if (*typed.code && !agency_find(r->db, r->mem, typed.code, &x.agency))
		issue(&r->issues, -1, "code", "E-CODE-01", typed.code);
	struct round o = round_load(r, x.year, &version);

	if (!version)
		issue(&r->issues, -1, "year", "ERR_TEXT_GIVEN", "此年度尚未開放調查。");
	else if (date_set(x.until) && date_before(x.until, o.deadline))
		issue(&r->issues, -1, "until", "E-DATE-02", "填報期限", "新的填報期限");
	if (!r->issues.n && req_tx(r, reopen, &x) != REQ_UNDONE)
		reply_see(r, r->done, arena_print(r->mem, "%s可填報至 %s", x.agency.name, date_text(r->mem, x.until)));
	else if (!reply_issues(r))
		show_round(r, 422, &o, version);
}
