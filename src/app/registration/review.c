/* review.c: 報名准駁 of one course: the list in three orders, and what is chosen on it.           LEARN-262 … 267, 275 */
#include <string.h>

#include "app/account/account.h"
#include "app/may.h"
#include "app/registration/private.h"
#include "app/registration/review.html.h"
#include "app/registration/review.sql.h"
#include "base/setting.h"
#include "base/text.h"

enum { DAY = 86400, REASON_MOST = 200, REASON_SIZE = 16 };

static const struct code choices[] = {{"pending", "待審核"}, {"approved", "核可"}, {"rejected", "駁回"}, {0}},
	late_choices[] = {{"rejected", "駁回"}, {"approved", "核可"}, {0}}, all_choices[] = {{"approved", "全部核可"}, {"rejected", "全部駁回"}, {0}};

#define HIDDEN(m, K) FIELD(review, m, K, MARK, "")

const struct field review_fields[] = {
	FIELD(review, id, INT, KEY, "編號"),
	FIELD(review, seq_no, INT, SHOW, "報名先後順序"),
	FIELD(review, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(review, national_id, TEXT, SHOW, "身分證字號", .privacy = PERSONAL, .not_sorted = true),
	FIELD(review, agency_name, TEXT, SHOW, "服務機關(機關層級)"),
	FIELD(review, unit, TEXT, SHOW, "單位", .not_sorted = true),
	FIELD(review, title, TEXT, SHOW, "職稱", .not_sorted = true),
	FIELD(review, rank, TEXT, SHOW, "官職等", .not_sorted = true),
	FIELD(review, created, MOMENT, SHOW, "報名時間", .not_sorted = true),
	FIELD(review, source, CODE, SHOW, "報名來源", .list = registration_sources, .not_sorted = true),
	FIELD(review, survey, TEXT, SHOW, "特殊調查", .not_sorted = true),
	FIELD(review, state, CODE, SHOW, "審核", .list = registration_states, .not_sorted = true),
	FIELD(review, reject_reason, TEXT, SHOW, "駁回原因", .not_sorted = true),
	FIELD(review, lodging, CODE, MARK, "", .list = registration_lodgings), FIELD(review, meal, CODE, MARK, "", .list = registration_meals),
	HIDDEN(version, INT), HIDDEN(agency_level, INT), HIDDEN(agency_code, TEXT),
	{0}
};

const char *survey_words(struct arena *mem, struct code lodging, struct code meal)
{
	const char *both = lodging.id && *lodging.id && meal.id && *meal.id ? "；" : "";

	return arena_print(mem, "%s%s%s%s%s", lodging.id && *lodging.id ? "住宿：" : "", lodging.id && *lodging.id ? lodging.label : "", both,
		meal.id && *meal.id ? "飲食：" : "", meal.id && *meal.id ? meal.label : "");
}

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct review *x = rows;

	(void)l;
	for (int i = 0; i < n; i++) {
		x[i].national_id = mask_id(mem, x[i].national_id);
		x[i].survey = survey_words(mem, x[i].lodging, x[i].meal);
	}
}

/* Undecided ones can be decided for some days after the course; of a cancelled one nothing is.  NULL: it is open. */
static const char *over_words(struct req *r, const struct course *c)
{
	int64_t days = setting_int("registration.late_days");

	if (c->cancelled.seconds)
		return "課程已停開，報名均為課程停開，不再審核。";
	return r->now.seconds > c->end_at.seconds + days * DAY ? arena_print(r->mem, "課程結束已逾 %lld 日，不再審核。", (long long)days) : NULL;
}

/* ---- the page ---- */

static struct input decision_input(struct req *r, const struct review *x)
{
	bool rejected = text_is(x->state.id, "rejected");

	return input_choice(r, arena_print(r->mem, "decision.%lld", (long long)x->id), arena_print(r->mem, "%s 審核", x->name),
		x->state.id, false, options_of(r->mem, rejected ? late_choices : choices, NULL));
}

static struct review_lines lines_of(struct req *r, const struct list *l, const struct course *c, bool open)
{
	const struct review *rows = l->rows;
	struct review_lines lines = {arena_array(r->mem, (size_t)l->n, sizeof *lines.at), l->n};

	for (int i = 0; i < l->n; i++) {
		const struct review *x = &rows[i];
		struct review_line *line = &lines.at[i];
		long long id = (long long)x->id;

		*line = (struct review_line){.x = x, .decision = decision_input(r, x), .version_name = arena_print(r->mem, "v.%lld", id),
			.shown = registration_shown(x->state.id, c->end_at, c->cancelled.seconds, r->now),
			.open = open && !text_is(x->state.id, "approved"), .reason = input_text(r, arena_print(r->mem, "reason.%lld", id),
			arena_print(r->mem, "%s 駁回原因", x->name), x->reject_reason, false, NULL)};
		line->reason.size = REASON_SIZE;
		line->look = registration_look(line->shown);
		line->overdue = text_is(line->shown.id, "overdue");
	}
	return lines;
}

/* One line for each answer that can be given, given or not. */
static void add_answers(struct req *r, struct answer_lines *to, const char *column, const char *question, const struct code *list)
{
	struct rows *a = db_run(r->db, &review_answers, A(r->id[0]));

	for (; list->id; list++) {
		struct answer_line *line = &to->at[to->n++];

		*line = (struct answer_line){.question = question, .answer = list->label};
		for (int i = 0; i < a->n; i++)
			if (text_is(row_text(a, i, column), list->id))
				*(text_is(row_text(a, i, "state"), "pending") ? &line->pending : &line->approved) += row_int(a, i, "n");
	}
}

/* Of those who hold a place: how many beds, how many meals.                                     LEARN-224 */
static struct answer_lines answers_of(struct req *r, const struct course *c)
{
	struct answer_lines all = {arena_array(r->mem, 8, sizeof *all.at), 0};

	if (c->survey_lodging)
		add_answers(r, &all, "lodging", "住宿", registration_lodgings);
	if (c->survey_meal)
		add_answers(r, &all, "meal", "飲食", registration_meals);
	return all;
}

static void show(struct req *r, int status, const struct course *c)
{
	struct rows *now = db_run(r->db, &review_course, A(c->id));
	const char *over = over_words(r, c);
	struct options all = options_of(r->mem, all_choices, "（個別審核）");
	struct list l;

	if (!list_open(&l, r, "報名准駁", review_fields, sizeof(struct review), "seq_no"))
		return;
	l.complete = complete;
	if (!list_run(&l, &review_list, A(c->id)))
		return;
	struct review_view v = {.r = r, .l = &l, .c = c, .wrong = issue_lines(r), .action = req_url(r, "/registrations/%lld", (long long)c->id),
		.sheet = req_url(r, "/registrations/%lld/sheet", (long long)c->id), .back = list_back(r, "/registrations"), .over = over,
		.may_edit = !over && req_may(r, MAY_REGISTRATION), .answers = answers_of(r, c),
		.all = input_choice(r, "all", "全部核可\\全部駁回", "", false, all),
		.reason = input_text(r, "reason", "共同駁回原因", "", false, "全部駁回時必填，可於個別列另填"),
		.approved = row_int(now, 0, "approved"), .pending = row_int(now, 0, "taken") - row_int(now, 0, "approved")};

	v.lines = lines_of(r, &l, c, v.may_edit);
	v.typed = list_ticks(&l, 1);
	v.places = c->quota ? arena_print(r->mem, "名額 %lld 人%s", (long long)c->quota, c->quota_hard ? "，額滿不再接受報名" : "") : "未設名額";
	review_page(reply_page(r, status, arena_print(r->mem, "報名准駁：%s", c->name)), &v);
}

static bool course_of(struct req *r, struct course *c)
{
	static const struct field reason[] = {{.name = "reason", .label = "駁回原因", .kind = K_TEXT, .use = EDIT}, {0}};

	r->issues.fields = reason;
	r->issues.learning = true;
	if (course_load(r->db, r->mem, r->id[0], c))
		return true;
	reply_refuse(r, 404, "E-SCOPE-01");
	return false;
}

void review_get(struct req *r)
{
	struct course c;

	if (course_of(r, &c))
		show(r, 200, &c);
}

/* ---- what was chosen ---- */

static bool check_reason(struct req *r, const char *field, const char *name, const char *reason)
{
	size_t n = utf8_length(reason);

	if (!n)
		issue(&r->issues, -1, field, "E-REG-07", name);
	else if (n > REASON_MOST)
		issue(&r->issues, -1, "reason", "E-LEN-01", arena_print(r->mem, "%d", REASON_MOST), arena_print(r->mem, "%zu", n));
	return n && n <= REASON_MOST;
}

/* Somebody decided between the page and its form. */
static void stale(struct req *r, const struct rows *x)
{
	issue(&r->issues, -1, "", "E-STALE-01", account_label(r->db, r->mem, row_int(x, 0, "decided_by")),
		moment_text(r->mem, row_moment(x, 0, "decided")));
}

/* One row of the form whose choice differs from what is stored; approved ones are final.        LEARN-263 … 265 */
static void read_row(struct req *r, int64_t id, struct reviewing *w)
{
	struct rows *x = db_run(r->db, &review_of, A(id), A(r->id[0]));
	const char *field = arena_print(r->mem, "decision.%lld", (long long)id), *wanted = req_form(r, field), *reason, *state;
	struct decision *d = &w->at[w->n];
	int64_t version = 0;

	if (!x->n) {
		issue(&r->issues, -1, "", "E-SCOPE-01");
		return;
	}
	state = row_text(x, 0, "state");
	text_to_int(req_form(r, arena_print(r->mem, "v.%lld", (long long)id)), 1, INT64_MAX, &version);
	if (version != row_int(x, 0, "version")) {
		if (!text_is(wanted, state))
			stale(r, x);
		return;
	}
	if (!*wanted || text_is(wanted, state) || !code_find(choices, wanted))
		return;
	if (text_is(state, "approved") || text_is(wanted, "pending")) {
		issue(&r->issues, -1, "", text_is(state, "approved") ? "E-REG-06" : "E-SCOPE-01");
		return;
	}
	reason = req_form(r, arena_print(r->mem, "reason.%lld", (long long)id));
	if (!*reason && text_is(w->all, "rejected"))
		reason = w->reason;
	*d = (struct decision){id, version, text_is(wanted, "approved"), text_is(state, "rejected"), text_is(wanted, "approved") ? "" : reason};
	if (d->approve || check_reason(r, arena_print(r->mem, "reason.%lld", (long long)id), row_text(x, 0, "name"), reason))
		w->n++;
}

static void read_form(struct req *r, struct reviewing *w)
{
	const struct code *all = code_find(all_choices, req_form(r, "all"));
	struct rows *waiting = db_run(r->db, &review_pending, A(r->id[0]));

	w->all = all ? all->id : "";
	w->reason = req_form(r, "reason");
	w->upto = row_int(waiting, 0, "upto");
	if (*req_form(r, "upto"))
		text_to_int(req_form(r, "upto"), 0, w->upto, &w->upto);
	if (text_is(w->all, "rejected"))
		check_reason(r, "reason", "全部駁回", w->reason);
	for (size_t i = 0; i < r->form.n; i++) {
		int64_t id;

		if (text_starts(r->form.at[i].name, "decision.") && text_to_int(r->form.at[i].name + strlen("decision."), 1, INT64_MAX, &id))
			read_row(r, id, w);
	}
	for (int i = 0; i < w->n; i++) {
		w->approve += w->at[i].approve;
		w->waiting += !w->at[i].was_rejected;
	}
	w->reject = w->n - w->approve;
	if (*w->all) {
		int64_t rest = row_int(waiting, 0, "n") - w->waiting;

		*(text_is(w->all, "approved") ? &w->approve : &w->reject) += rest;
	}
}

/* ---- the form ---- */

static void refuse(struct req *r, const struct course *c)
{
	int status = issue_has(&r->issues, "E-STALE-01") ? 409 : 422;

	if (!reply_issues_as(r, status))
		show(r, status, c);
}

/* The form once more, hidden, with the numbers: what is approved stays so.                      LEARN-264, 267 */
static void confirm(struct req *r, const struct course *c, const struct reviewing *w)
{
	struct rows *now = db_run(r->db, &review_course, A(c->id));
	int64_t all = row_int(now, 0, "approved") + w->approve;
	struct confirm_view v = {.r = r, .c = c, .action = req_url(r, "/registrations/%lld", (long long)c->id), .approve = w->approve,
		.reject = w->reject};

	for (size_t i = 0; i < r->form.n; i++)
		if (*r->form.at[i].name != '_' && strcmp(r->form.at[i].name, "upto"))
			pair_add(r->mem, &v.carried, r->form.at[i].name, r->form.at[i].value);
	pair_add(r->mem, &v.carried, "upto", arena_print(r->mem, "%lld", (long long)w->upto));
	if (c->quota && all > c->quota)
		v.quota = arena_print(r->mem, "核可後將達 %lld 人，超過名額 %lld 人", (long long)all, (long long)c->quota);
	review_confirm_page(reply_page(r, 200, "確認審核結果"), &v);
}

void review_post(struct req *r)
{
	static const char *const conditions[] = {NULL};
	struct course c;
	struct reviewing w = {.r = r, .at = arena_array(r->mem, r->form.n, sizeof *w.at)};

	if (!course_of(r, &c))
		return;
	if (list_shown_again(r, conditions)) {
		show(r, 200, &c);
		return;
	}
	if (over_words(r, &c))
		issue(&r->issues, -1, "", "E-REG-01");
	else
		read_form(r, &w);
	if (!r->issues.n && !w.approve && !w.reject)
		issue(&r->issues, -1, "", "ERR_TEXT_GIVEN", "尚未變更任何審核結果。");
	if (r->issues.n) {
		refuse(r, &c);
		return;
	}
	if (!r->json && !text_is(req_form(r, "confirmed"), "1")) {
		if (review_fits(r, &c, &w))
			confirm(r, &c, &w);
		else
			refuse(r, &c);
		return;
	}
	if (req_tx(r, review_save, &w) == REQ_UNDONE)
		refuse(r, &c);
	else
		reply_see(r, r->done, arena_print(r->mem, "核可 %lld 筆，駁回 %lld 筆。", (long long)w.approve, (long long)w.reject));
}
