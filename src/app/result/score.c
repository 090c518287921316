/* score.c: what a class sends of each member, the total by proportion, and 核定.                        PROMO-085 PROMO-086 */
#include <string.h>

#include "app/account/account.h"
#include "app/audit/audit.h"
#include "app/may.h"
#include "app/notice/notice.h"
#include "app/result/page.html.h"
#include "app/result/result.sql.h"
#include "app/result/view.h"
#include "base/collate.h"
#include "base/random.h"
#include "base/text.h"
#include "rule/promotion.h"
#include "rule/verdict.h"

enum { WINDOW_FROM = 43, WINDOW_TO = 56, CODE_LENGTH = 12, SCORE_MOST = 100, PLACES = 2, DOCUMENT_MOST = 60 };

const struct field scored_fields[] = {
	FIELD(scored, id, INT, KEY, "編號"),
	FIELD(scored, version, INT, MARK, "版本"),
	FIELD(scored, passed, BOOL, MARK, ""),
	FIELD(scored, how, TEXT, MARK, ""),
	FIELD(scored, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(scored, national_id, ID, SHOW, "身分證統一編號", .privacy = PERSONAL),
	FIELD(scored, agency_name, TEXT, SHOW, "服務機關"),
	FIELD(scored, state, CODE, SHOW, "狀態", .list = participant_states, .not_sorted = true),
	FIELD(scored, training_score, TEXT, SHOW, "訓練成績", .not_sorted = true),
	FIELD(scored, course_score, TEXT, SHOW, "訓練課程成績", .not_sorted = true),
	FIELD(scored, total_score, TEXT, SHOW, "總成績", .not_sorted = true),
	FIELD(scored, outcome, TEXT, SHOW, "及格/不及格", .not_sorted = true),
	{0}
};

bool result_score_parse(struct arena *mem, const char *typed, const char **score)
{
	struct decimal d;

	if (!decimal_parse(text_fold(mem, typed), &d) || decimal_order(d, decimal_of(0)) < 0 || decimal_order(d, decimal_of(SCORE_MOST)) > 0 ||
			decimal_order(d, decimal_round(d, PLACES)))
		return false;
	*score = decimal_text(mem, d, PLACES);
	return true;
}

/* ---- the total ---- */

struct weights weights_of(struct db *db, struct arena *mem, const char *type, int64_t year)
{
	struct weights w = {.kind = promotion_index(promotion_type_codes, type), .year = year, .why = ""};
	struct promotion_place p;

	promotion_place_of(db, mem, type, year, &p);
	if (p.call.id && *p.call.training_percent)
		decimal_parse(p.call.training_percent, &w.percent);
	else if (p.set && p.set->score)
		w.percent = p.set->score->training_percent;
	w.known = w.percent.known && p.set && p.set->score;
	if (!w.known)
		w.why = p.set && p.set->score ? "訓練成績占總成績之比例" : "成績計算方式";
	return w;
}

bool total_of(struct arena *mem, const struct weights *w, const char *training_score, const char *course_score, const char **total, bool *passed,
	const char **how)
{
	struct verdict v = promotion_verdict(NULL, mem);
	struct promotion_score_facts f = {.type = w->kind, .year = w->year, .training_percent = w->percent};
	struct promotion_score_values to = {0};

	*total = *how = "";
	*passed = false;
	if (!w->known || !decimal_parse(training_score, &f.training) || !decimal_parse(course_score, &f.course))
		return false;
	promotion_score_judge(&v, &f, &to);
	if (!to.total.known)
		return false;
	*total = decimal_text(mem, to.total, PLACES);
	*passed = to.passed.yes;
	for (int i = 0; i < v.reasons_n; i++)
		if (strchr(v.reasons[i].text, '='))
			*how = v.reasons[i].text;
	return true;
}

/* ---- showing ---- */

struct work { struct req *r; struct class c; struct weights w; struct date determined; const char *determined_text; };

static bool work_open(struct req *r, struct work *w)
{
	struct rows *d;

	*w = (struct work){.r = r, .determined_text = ""};
	if (!class_load(r->db, r->mem, r->id[0], &w->c)) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return false;
	}
	w->w = weights_of(r->db, r->mem, w->c.type.id, w->c.year);
	d = db_run(r->db, &determination_one, A(w->c.id));
	if (d->n) {
		w->determined = row_date(d, 0, "day");
		w->determined_text = arena_print(r->mem, "%s %s，%s", date_text(r->mem, w->determined), row_text(d, 0, "document"),
			row_text(d, 0, "who"));
	}
	return true;
}

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct scored *s = rows;
	struct work w;

	if (!work_open(l->r, &w))
		return;
	for (int i = 0; i < n; i++)
		s[i].outcome = total_of(mem, &w.w, s[i].training_score, s[i].course_score, &s[i].total_score, &s[i].passed, &s[i].how) ?
			s[i].passed ? "及格" : "不及格" : "";
}

static bool run(struct req *r, struct list *l)
{
	if (!list_open(l, r, "班級成績", scored_fields, sizeof(struct scored), "national_id"))
		return false;
	l->complete = complete;
	return list_run(l, &result_scores, A(r->id[0]));
}

static bool counts(const struct code *state)
{
	return text_is(state->id, participant_states[PARTICIPANT_IN_TRAINING].id) ||
		text_is(state->id, participant_states[PARTICIPANT_COMPLETED].id);
}

static struct input cell(struct req *r, const char *name, const struct scored *s, const char *label, const char *value)
{
	struct input i = input_text(r, arena_print(r->mem, "%s.%lld", name, (long long)s->id), arena_print(r->mem, "%s %s", s->name, label), value,
		false, NULL);

	i.size = 6;
	return i;
}

static void show(struct work *w, int status, struct list *l)
{
	struct req *r = w->r;
	const struct scored *s = l->rows;
	struct promotion_place p;
	struct scores_view v = {.r = r, .l = l, .c = &w->c, .wrong = issue_lines(r), .determined = w->determined_text,
		.why = w->w.known ? "" : message(r->mem, "ERR_PARAM", arena_print(r->mem, "%lld", (long long)w->c.year), w->w.why),
		.window = arena_print(r->mem, "%s～%s（結訓後第7週至第8週，供參考）", date_text(r->mem, date_plus(w->c.end_day, WINDOW_FROM)),
			date_text(r->mem, date_plus(w->c.end_day, WINDOW_TO))),
		.action = req_url(r, "/promotion/classes/%lld/scores", (long long)w->c.id),
		.determine = req_url(r, "/promotion/classes/%lld/scores/determine", (long long)w->c.id),
		.import = req_url(r, "/promotion/scores/import"), .people = req_url(r, "/promotion/classes/%lld/people", (long long)w->c.id),
		.lines = {arena_array(r->mem, (size_t)l->n, sizeof *v.lines.at), l->n},
		.may_enter = req_may(r, MAY_SCORE_SEND) && !*w->determined_text,
		.may_determine = req_may(r, MAY_PROMOTION_CALL) && !*w->determined_text && l->n,
		.day = input_text(r, "day", "核定日期", date_text(r->mem, r->today), true, NULL),
		.document = input_text(r, "document", "核定文號", "", false, "例如 公訓字第1050012345號")};

	promotion_place_of(r->db, r->mem, w->c.type.id, w->c.year, &p);
	v.law = p.law;
	for (int i = 0; i < l->n; i++)
		v.lines.at[i] = (struct score_line){&s[i], cell(r, "training", &s[i], "訓練成績", s[i].training_score),
			cell(r, "course", &s[i], "訓練課程成績", s[i].course_score), s[i].version, arena_print(r->mem, "v.%lld", (long long)s[i].id),
			s[i].passed ? "done" : "late", v.may_enter && counts(&s[i].state)};
	scores_page(reply_page(r, status, arena_print(r->mem, "%lld年度%s %s 成績", (long long)w->c.year, w->c.type.label, w->c.name)), &v);
}

void scores_get(struct req *r)
{
	struct work w;
	struct list l;

	if (work_open(r, &w) && run(r, &l))
		show(&w, 200, &l);
}

static void refuse(struct work *w)
{
	struct req *r = w->r;
	int status = issue_has(&r->issues, "ERR_STALE") || issue_has(&r->issues, "ERR_DETERMINED") ? 409 : 422;
	struct list l;

	if (!reply_issues_as(r, status) && run(r, &l))
		show(w, status, &l);
}

/* ---- entering ---- */

struct entry { int64_t id, seen; const char *training_score, *course_score; };
struct saving { struct work *w; struct entry *at; int n; };

static const char *read_one(struct req *r, const char *name, int64_t id)
{
	const char *field = arena_print(r->mem, "%s.%lld", name, (long long)id), *typed = req_form(r, field), *score = "";

	if (*typed && !result_score_parse(r->mem, typed, &score))
		issue(&r->issues, -1, field, "ERR_TEXT_GIVEN", arena_print(r->mem, "成績「%s」不正確，請輸入 0 至 100、最多兩位小數之數字。", typed));
	return score;
}

static void read_entry(struct saving *s, int64_t id)
{
	struct req *r = s->w->r;
	struct rows *was = db_run(r->db, &result_member, A(id), A(s->w->c.id));
	struct entry e = {.id = id};

	if (!was->n || !counts(code_find(participant_states, row_text(was, 0, "state"))))
		return;
	e.training_score = read_one(r, "training", id);
	e.course_score = read_one(r, "course", id);
	text_to_int(req_form(r, arena_print(r->mem, "v.%lld", (long long)id)), 0, INT64_MAX, &e.seen);
	if (text_is(e.training_score, row_text(was, 0, "training_score")) && text_is(e.course_score, row_text(was, 0, "course_score")))
		return;
	s->at[s->n++] = e;
}

static void save(struct db *db, void *with)
{
	struct saving *s = with;
	struct req *r = s->w->r;

	issues_clear(&r->issues);
	r->done = req_url(r, "/promotion/classes/%lld/scores", (long long)s->w->c.id);
	for (int i = 0; i < s->n && !db_undone(db); i++) {
		const struct entry *e = &s->at[i];
		struct rows *put = e->seen ? db_run(db, &result_set, A(e->id), A(e->seen), A(e->training_score), A(e->course_score)) :
			db_run(db, &result_put, A(e->id), A(e->training_score), A(e->course_score));

		if (!put->n) {
			issue(&r->issues, -1, "", "ERR_STALE", "他人", "您開啟頁面之後");
			break;
		}
		audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
			.action = "result.enter", .subject_kind = "participant", .subject = e->id, .at = r->now,
			.after = arena_print(r->mem, "{\"training_score\":\"%s\",\"course_score\":\"%s\"}", e->training_score, e->course_score)});
	}
	if (r->issues.n)
		db_undo(db);
}

void scores_post(struct req *r)
{
	struct work w;
	struct saving s = {.w = &w, .at = arena_array(r->mem, r->form.n + 1, sizeof *s.at)};

	if (!work_open(r, &w))
		return;
	if (*w.determined_text)
		issue(&r->issues, -1, "", "ERR_DETERMINED", w.c.name, w.determined_text);
	for (size_t i = 0; i < r->form.n && !r->issues.n; i++) {
		int64_t id;

		if (text_starts(r->form.at[i].name, "v.") && text_to_int(r->form.at[i].name + 2, 1, INT64_MAX, &id))
			read_entry(&s, id);
	}
	if (r->issues.n || req_tx(r, save, &s) == REQ_UNDONE)
		refuse(&w);
	else
		reply_see(r, r->done, arena_print(r->mem, "已儲存 %d 人之成績。", s.n));
}

/* ---- 核定 ---- */

struct determining { struct work *w; struct date day; const char *document; int n; };

static void determine_one(struct db *db, struct determining *d, int64_t id, int64_t version, const char *total, bool passed)
{
	struct req *r = d->w->r;
	struct participant_news news = {.event = PARTICIPANT_COMPLETES, .day = d->w->c.end_day, .account = r->who->account,
		.address = r->wire->address, .now = r->now};
	struct participant p;

	participant_load(db, r->mem, id, &p);
	if (participant_can(&p, news.event))
		participant_happen(db, &p, &news);
	if (date_set(p.birth_date))                             /* one person in all subsystems */
		db_run(db, &result_person, A(p.national_id), A(p.name), A(collate_key(r->mem, p.name)), A(p.sex.id ? p.sex.id : ""),
			A(p.birth_date));
	news.event = passed ? PARTICIPANT_PASSES : PARTICIPANT_FAILS;
	news.day = d->day;
	news.document = d->document;
	if (!db_run(db, &result_determine, A(id), A(version), A(total), A(passed), A(decimal_text(r->mem, d->w->w.percent, 4)), A(d->day),
			A(random_digits(r->mem, CODE_LENGTH)))->n || !participant_happen(db, &p, &news))
		issue(&r->issues, -1, "", "ERR_STALE", p.name, "他人", "剛才");
	d->n++;
}

static void tell_agencies(struct db *db, const struct determining *d, const struct rows *members)
{
	struct req *r = d->w->r;

	for (int i = 0; i < members->n; i++)
		for (int k = 0; k < 2; k++)
			notice_add(db, &(struct notice){.agency = row_int(members, i, k ? "selector" : "agency"), .kind = "result",
				.subject_kind = "class", .subject = d->w->c.id, .made = r->now,
				.text = arena_print(r->mem, "%lld年度%s %s 成績已核定，請下載列印%s。", (long long)d->w->c.year, d->w->c.type.label,
					d->w->c.name, k ? "成績清冊" : "成績單，交予受訓人員簽收"),
				.link = arena_print(r->mem, "/promotion/scores?type=%s&year=%lld", d->w->c.type.id, (long long)d->w->c.year)});
}

/* Everybody who came to the end of this class needs a total. */
static void determine(struct db *db, void *with)
{
	struct determining *d = with;
	struct work *w = d->w;
	struct req *r = w->r;
	struct rows *all = db_run(db, &result_members, A(w->c.id));

	issues_clear(&r->issues);
	d->n = 0;
	r->done = req_url(r, "/promotion/classes/%lld/scores", (long long)w->c.id);
	if (!db_run(db, &determination_put, A(w->c.id), A(d->day), A(d->document), A(r->who->account), A(r->now))->n)
		issue(&r->issues, -1, "", "ERR_DETERMINED", w->c.name, "剛才");
	for (int i = 0; i < all->n && !db_undone(db); i++) {
		const char *total, *how;
		bool passed;

		if (!counts(code_find(participant_states, row_text(all, i, "state"))))
			continue;
		if (total_of(r->mem, &w->w, row_text(all, i, "training_score"), row_text(all, i, "course_score"), &total, &passed, &how))
			determine_one(db, d, row_int(all, i, "id"), row_int(all, i, "version"), total, passed);
		else
			issue(&r->issues, -1, "", "ERR_NO_SCORE", row_text(all, i, "name"), w->c.name);
	}
	if (!d->n && !r->issues.n)
		issue(&r->issues, -1, "", "ERR_NOT_FOUND", "訓練期滿之人員");
	if (r->issues.n) {
		db_undo(db);
		return;
	}
	tell_agencies(db, d, all);
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "result.determine", .subject_kind = "class", .subject = w->c.id, .reason = d->document, .at = r->now});
}

static const struct field determine_labels[] = {{.name = "day", .label = "核定日期"}, {.name = "document", .label = "核定文號"}, {0}};

void determine_post(struct req *r)
{
	struct work w;
	struct determining d = {.w = &w, .document = req_form(r, "document")};

	if (!work_open(r, &w))
		return;
	r->issues.fields = determine_labels;
	if (*w.determined_text)
		issue(&r->issues, -1, "", "ERR_DETERMINED", w.c.name, w.determined_text);
	else if (!w.w.known)
		issue(&r->issues, -1, "", "ERR_PARAM", arena_print(r->mem, "%lld", (long long)w.c.year), w.w.why);
	if (req_date(r, "day", "核定日期", true, &d.day) && date_before(r->today, d.day))
		issue(&r->issues, -1, "day", "ERR_DATE_FUTURE", date_text(r->mem, r->today));
	else if (date_set(d.day) && !date_before(w.c.end_day, d.day))
		issue(&r->issues, -1, "day", "ERR_DATE_RANGE", date_text(r->mem, d.day), "結訓日期", date_text(r->mem, w.c.end_day));
	if (utf8_length(d.document) > DOCUMENT_MOST)
		issue(&r->issues, -1, "document", "ERR_LONG", arena_print(r->mem, "%d", DOCUMENT_MOST),
			arena_print(r->mem, "%zu", utf8_length(d.document)));
	if (r->issues.n || req_tx(r, determine, &d) == REQ_UNDONE)
		refuse(&w);
	else
		reply_see(r, r->done, arena_print(r->mem, "已核定 %d 人之成績，並通知遴選機關及服務機關。", d.n));
}
