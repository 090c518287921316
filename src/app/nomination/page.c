/* page.c: the page of one roster: what it holds, what may be done with it by whom, how it came here.      PROMO-053 … 062 */
#include "app/may.h"
#include "app/nomination/nomination.sql.h"
#include "app/nomination/page.html.h"
#include "app/nomination/view.h"
#include "base/setting.h"
#include "base/text.h"

static const struct code return_kinds[] = {{"review", "審查後退回（標示有問題的資料）"}, {"on_request", "依遴選機關請求退回"}, {0}};
static const struct code step_words[] = {{"import", "匯入資料"}, {"delete", "刪除已上傳檔案"}, {"confirm", "確認上傳並通知保訓會"},
	{"return", "整批退回"},
	{"accept", "受理"}, {0}};

bool nomination_open(struct req *r, struct nomination_act *a)
{
	*a = (struct nomination_act){.r = r, .agency = r->id[2]};
	if (!promotion_place(r, &a->p) || !promotion_selects(r, &a->p, a->agency))
		return false;
	if (!nomination_find(r->db, r->mem, a->p.type->id, a->p.year, a->agency, &a->n)) {
		struct rows *s = selector_list(r->db, a->p.type->id, a->p.year);

		a->n = (struct nomination){.type = *a->p.type, .year = a->p.year, .agency = a->agency, .state = nomination_states[0],
			.agency_name = "",
			.return_reason = "", .file_name = ""};
		for (int i = 0; i < s->n; i++)
			if (row_int(s, i, "agency") == a->agency)
				a->n.agency_name = row_text(s, i, "name");
	}
	return true;
}

static struct url at(struct req *r, const struct nomination_act *a, const char *end)
{
	return (struct url){arena_print(r->mem, "%s/promotion/%s/%lld/rosters/%lld%s", r->app->base, a->p.type->id, (long long)a->p.year,
		(long long)a->agency, end)};
}

/* ---- parts ---- */

/* What the roster's own row does not say. */
static void add_numbers(struct req *r, struct nomination_act *a)
{
	struct rows *c = db_run(r->db, &nomination_counts, A(a->n.batch));
	struct statement s;

	a->n.rows = row_int(c, 0, "n");
	a->n.chosen = row_int(c, 0, "chosen");
	a->n.reserve = row_int(c, 0, "reserve");
	a->n.statement = quota_find(r->db, r->mem, a->p.type->id, a->p.year, a->agency, &s);
	a->n.deadline = a->p.call.deadline;
	a->n.days_left = date_set(a->n.deadline) ? days_between(r->today, a->n.deadline) : 0;
}

static void add_tallies(struct req *r, struct roster_view *v, const struct nomination_act *a)
{
	struct statement s;
	struct tallies t = nomination_tally(r, a, &s, &v->has_statement);

	v->needs_statement = a->p.set && a->p.set->quota;
	if (!v->needs_statement || !v->has_statement)
		return;
	v->tallies = (struct tally_lines){arena_array(r->mem, (size_t)t.n, sizeof *v->tallies.at), t.n};
	for (int i = 0; i < t.n; i++) {
		const struct tally *x = &t.at[i];
		bool wrong = x->exact ? x->n != x->most : x->n > x->most;

		v->tallies.at[i] = (struct tally_line){x->label, wrong ? x->exact ? "應相同" : "超過" : x->n < x->most ? "未足額" : "相符",
			wrong ? "late" : x->n < x->most ? "soon" : "done", x->n, x->most};
	}
}

/* Has a row that was sent back come again as it was?                                             PROMO-062 */
static const char *same_again(struct req *r, const struct nominees *was, const struct nominees *now, int64_t row)
{
	const struct nominee *old = NULL, *new = NULL;

	for (int i = 0; i < was->n; i++)
		if (was->at[i].row_number == row)
			old = &was->at[i];
	for (int i = 0; old && i < now->n; i++)
		if (text_is(now->at[i].national_id, old->national_id))
			new = &now->at[i];
	if (!old || !now->n)
		return "";
	if (!new)
		return "已移除";
	for (const struct field *f = nominee_fields; f->name; f++)
		if (!text_is(field_text(f, r->mem, old), field_text(f, r->mem, new)))
			return "已變更";
	return "未變更，請確認";
}

static void add_marks(struct req *r, struct roster_view *v, const struct nomination_act *a)
{
	bool again = a->n.return_batch && a->n.return_batch != a->n.batch;
	struct rows *m = db_run(r->db, &marks_of, A(a->n.return_batch ? a->n.return_batch : a->n.batch));
	struct nominees was = again ? nominees_of(r->db, r->mem, a->n.return_batch) : (struct nominees){0};
	struct nominees now = again && a->n.batch ? nominees_of(r->db, r->mem, a->n.batch) : (struct nominees){0};

	v->marks_shown = a->n.return_batch;
	if (!v->marks_shown && !v->may_call)
		return;
	v->marks = (struct mark_lines){arena_array(r->mem, (size_t)m->n, sizeof *v->marks.at), m->n};
	for (int i = 0; i < m->n; i++) {
		const struct field *f = field_named(nominee_fields, row_text(m, i, "field"));

		v->marks.at[i] = (struct mark_line){row_int(m, i, "id"), row_int(m, i, "row_number"), row_text(m, i, "name"), f ? f->label : "",
			row_text(m, i, "reason"), same_again(r, &was, &now, row_int(m, i, "row_number")),
			v->may_call ? at(r, a, "/unmark") : (struct url){NULL}};
	}
}

static void add_steps(struct req *r, struct roster_view *v, const struct nomination_act *a)
{
	struct rows *s = db_run(r->db, &steps_of, A(a->n.id));
	int64_t before = 0;

	v->steps = (struct step_lines){arena_array(r->mem, (size_t)s->n, sizeof *v->steps.at), s->n};
	for (int i = 0; i < s->n; i++) {
		struct step_line *line = &v->steps.at[i];
		int64_t batch = row_int(s, i, "batch");

		*line = (struct step_line){.act = code_find(step_words, row_text(s, i, "act"))->label, .who = row_text(s, i, "who"),
			.file = row_text(s, i, "file_name"), .reason = row_text(s, i, "reason"), .at = row_moment(s, i, "at")};
		if (!text_is(row_text(s, i, "act"), "import"))
			continue;
		line->original = at(r, a, arena_print(r->mem, "/file?batch=%lld", (long long)batch));
		if (before)
			line->compare = at(r, a, arena_print(r->mem, "/compare?from=%lld&to=%lld", (long long)before, (long long)batch));
		before = batch;
	}
}

static struct options columns(struct req *r)
{
	struct options o = {0};

	options_add(r->mem, &o, "", "（整列）");
	for (const struct field *f = nominee_fields; f->name; f++)
		options_add(r->mem, &o, f->name, f->label);
	return o;
}

static void add_inputs(struct req *r, struct roster_view *v)
{
	v->row = input_text(r, "row", "列", "", true, "試算表之列號");
	v->field = input_choice(r, "field", "欄位", "", false, columns(r));
	v->reason = input_text(r, "reason", "原因", "", true, NULL);
	v->return_kind = input_choice(r, "kind", "退回類別", "review", true, options_of(r->mem, return_kinds, NULL));
	v->return_reason = input_text(r, "return_reason", "說明", "", false, "遴選機關看得到；依請求退回者必填");
	v->until = input_text(r, "until", "補正期限", "", false, "退回後得重新報送之末日");
	v->sure = input_tick(r, "sure", "確認刪除已上傳檔案", false);
	v->right = input_tick(r, "right", "已核對名冊資料正確無誤", false);
}

static void add_rights(struct req *r, struct roster_view *v, const struct nomination_act *a)
{
	const struct nomination *n = &a->n;

	v->selects = req_may(r, MAY_PROMOTION_EDIT);
	v->locked = nomination_is(n, "confirmed") || nomination_is(n, "accepted");
	v->may_import = v->selects && nomination_is(n, "none");
	v->may_delete = v->selects && (nomination_is(n, "imported") || nomination_is(n, "returned"));
	v->may_confirm = v->selects && nomination_is(n, "imported");
	v->may_call = req_may(r, MAY_PROMOTION_CALL) && nomination_is(n, "confirmed");
}

void nomination_show(struct req *r, int status, const struct nomination_act *act)
{
	struct nomination_act a = *act;
	const struct issue *wrong = issue_at(&r->issues, -1, "file");
	struct date last;
	bool late;
	struct roster_view v = {.r = r, .a = &a, .n = &a.n, .wrong = issue_lines(r), .law = a.p.law, .cutoff = a.p.cutoff,
		.scores_until = a.p.scores_until, .employed_on = a.p.employed_on, .version = arena_print(r->mem, "%lld", (long long)a.n.version),
		.file_error = wrong ? wrong->text : NULL, .most = setting("upload.mebibytes"),
		.rows_most = arena_print(r->mem, "%d", ROWS_MOST), .tag = nomination_is(&a.n, "accepted") || nomination_is(&a.n,
			"confirmed") ? "done"
		: nomination_is(&a.n, "returned") ? "late" : "soon",
		.blank_xlsx = at(r, &a, "/form/blank"), .blank_ods = at(r, &a, "/form/blank?as=ods"), .sample_xlsx = at(r, &a, "/form/sample"),
		.sample_ods = at(r, &a, "/form/sample?as=ods"), .pdf = at(r, &a, "/pdf"),
		.import = at(r, &a, "/import"), .rows = at(r, &a, "/rows"), .file = at(r,
			&a, "/file"),
		.drop = at(r, &a, "/delete"), .confirm = at(r, &a, "/confirm"), .mark = at(r, &a, "/mark"), .give_back = at(r, &a, "/return"),
		.accept = at(r, &a, "/accept"), .selection = req_url(r, "/promotion/%s/%lld/selection/%lld", a.p.type->id, (long long)a.p.year,
		(long long)a.agency), .quota = req_url(r, "/promotion/%s/%lld/quota/%lld", a.p.type->id, (long long)a.p.year,
		(long long)a.agency), .back = req_url(r, "/promotion/rosters")};

	v.letter = *a.p.call.letter ? arena_print(r->mem, "%s　%s", a.p.call.letter, date_text(r->mem, a.p.call.letter_day)) : "";
	v.contact = r->app->contact(r, arena_print(r->mem, "%s法規疑義", a.p.type->label));
	bool in_time = nomination_in_time(r, &a, &last, &late);

	v.deadline = !date_set(last) ? "未設定" : arena_print(r->mem, "%s（%s）", date_text(r->mem, last), !in_time ? "已逾期" :
		late ? "末日為例假日" : arena_print(r->mem, "剩 %d 日", days_between(r->today, last)));
	add_rights(r, &v, &a);
	add_inputs(r, &v);
	if (a.n.batch) {
		add_numbers(r, &a);
		add_tallies(r, &v, &a);
	}
	add_marks(r, &v, &a);
	if (a.n.id)
		add_steps(r, &v, &a);
	if (!v.may_import)
		issue_lines_without(&v.wrong, "file");
	if (a.row && v.may_import)
		v.result = req_url(r, "/imports/%lld/file/result", (long long)a.row);
	nomination_page(reply_page(r, status, arena_print(r->mem, "%lld年度%s名冊", (long long)a.p.year, a.p.type->label)), &v);
}

void nomination_get(struct req *r)
{
	struct nomination_act a;

	if (!nomination_open(r, &a))
		return;
	if (r->json) {
		add_numbers(r, &a);
		reply_record(r, nomination_fields, &a.n);
	} else {
		nomination_show(r, 200, &a);
	}
}

void nomination_rows_get(struct req *r)
{
	struct nomination_act a;
	struct list l;

	if (!list_open(&l, r, "升官等訓練名冊", nominee_list_fields, sizeof(struct nominee), "row_number"))
		return;
	if (!nomination_open(r, &a) || !list_run(&l, &nominee_list, A(a.n.batch), A(a.n.return_batch == a.n.batch && a.n.batch ? 1 : 0)))
		return;
	struct rows_view v = {r, &l, at(r, &a, "")};

	nomination_rows_page(reply_page(r, 200, arena_print(r->mem, "%lld年度%s受訓（含備選）人員名冊", (long long)a.p.year,
		a.p.type->label)), &v);
}
