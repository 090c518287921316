/* serial.c: 申請序號: made, changed, confirmed, returned, numbered, each act in one transaction.  Knows no page.   ACMS-063 … 082, PLAN-132, 133 */
#include "app/audit/audit.h"
#include "app/certificate/certificate.sql.h"
#include "app/certificate/private.h"
#include "app/notice/notice.h"
#include "app/score/score.h"
#include "base/text.h"

const struct code serial_states[] = {
	{"open", "已產製序號"}, {"confirmed", "已確認申請"}, {"sent", "已函送"}, {"csptc_numbered", "保訓會已請證"}, {"certified", "考試院已發證"},
	{"deleted", "已刪除"}, {"void", "已作廢"}, {0}
};

const struct field serial_fields[] = {
	FIELD(serial, id, INT, KEY, "編號"),
	FIELD(serial, number, TEXT, SHOW, "申請序號"),
	FIELD(serial, agency_name, TEXT, SHOW, "機關", .not_sorted = true),
	FIELD(serial, exam_year, INT, SHOW, "考試年度", .not_sorted = true),
	FIELD(serial, exam_name, TEXT, SHOW, "考試種類", .not_sorted = true),
	FIELD(serial, members, INT, SHOW, "人數", .not_sorted = true),
	FIELD(serial, stage, CODE, SHOW, "狀態", .list = serial_states),
	FIELD(serial, confirmed, MOMENT, SHOW, "確認時間", .not_sorted = true),
	FIELD(serial, csptc_document, TEXT, SHOW, "保訓會請證文號", .not_sorted = true),
	FIELD(serial, exam_yuan_document, TEXT, SHOW, "考試院發證文號", .not_sorted = true),
	FIELD(serial, version, INT, MARK, ""), FIELD(serial, agency, INT, MARK, ""), FIELD(serial, exam, INT, MARK, ""),
	FIELD(serial, exam_code, TEXT, MARK, ""), FIELD(serial, plan, TEXT, MARK, ""), FIELD(serial, roster_recipient, TEXT, MARK, ""),
	FIELD(serial, state, TEXT, MARK, ""), FIELD(serial, return_reason, TEXT, MARK, ""), FIELD(serial, sent_document, TEXT, MARK, ""),
	FIELD(serial, sent_day, DATE, MARK, ""), FIELD(serial, received, DATE, MARK, ""),
	FIELD(serial, csptc_day, DATE, MARK, ""), FIELD(serial, exam_yuan_day, DATE, MARK, ""),
	FIELD(serial, kept_agency, TEXT, MARK, ""), FIELD(serial, kept_exam, TEXT, MARK, ""), FIELD(serial, kept_route, TEXT, MARK, ""),
	FIELD(serial, made, MOMENT, MARK, ""), FIELD(serial, printed, MOMENT, MARK, ""), FIELD(serial, returned, MOMENT, MARK, ""),
	{0}
};

bool serial_load(struct db *db, int64_t id, struct serial *to)
{
	*to = (struct serial){0};
	return record_load(db_arena(db), db_run(db, &serial_one, A(id)), serial_fields, to);
}

char *serial_number(struct arena *mem, const char *typed)
{
	char *number = text_fold(mem, typed), *to = number;

	for (const char *at = number; *at; at++)
		if (*at != ' ' && *at != '\t')
			*to++ = *at;
	*to = '\0';
	return number;
}

bool serial_is_open(const struct serial *s)
{
	return text_is(s->state, "open");
}

bool serial_is_filed(const struct serial *s)
{
	return text_is(s->state, "confirmed") || text_is(s->state, "sent");
}

/* ---- what the acts have in common ---- */

static void keep(struct db *db, const struct serial_act *a, const char *action, int64_t serial, const char *before, const char *after)
{
	audit_add(db, &(struct audit_event){.account = a->r->who->account, .agency = a->r->who->agency, .address = a->r->wire->address,
		.action = action, .subject_kind = "serial", .subject = serial, .before = before, .after = after, .reason = a->reason,
		.at = a->r->now});
}

static struct training_news news_of(const struct serial_act *a, enum training_event event, struct date day, const char *document)
{
	return (struct training_news){.event = event, .day = day, .account = a->r->who->account, .address = a->r->wire->address, .now = a->r->now,
		.document = document, .remark = a->reason};
}

static void say_state(const struct serial_act *a, const struct serial *s, const char *act)
{
	struct issues *to = &a->r->issues;

	if (serial_is_filed(s) || text_is(s->state, "csptc_numbered") || text_is(s->state, "certified"))
		issue(to, -1, "", "ERR_SERIAL_CONFIRMED", s->number, moment_text(to->mem, s->confirmed));
	else
		issue(to, -1, "", "ERR_SERIAL_STATE", s->number, s->stage.label, act);
}

/* Loads the application and takes its next version, so that of two who press at once the second is told.        ACMS-073 */
static bool take(struct db *db, struct serial_act *a)
{
	struct issues *to = &a->r->issues;

	issues_clear(to);
	if (!serial_load(db, a->id, &a->s))
		issue(to, -1, "", "ERR_SERIAL_NOT_FOUND", "");
	else if ((a->seen && a->seen != a->s.version) || !db_run(db, &serial_next, A(a->id), A(a->s.version))->n)
		audit_stale(db, to, -1, "", NULL, "serial", a->id);
	a->r->done = req_url(a->r, "/certification/serials/%lld", (long long)a->id);
	return !to->n;
}

static bool take_open(struct db *db, struct serial_act *a, const char *act)
{
	if (take(db, a) && !serial_is_open(&a->s))
		say_state(a, &a->s, act);
	return !a->r->issues.n;
}

static void end(struct db *db, struct serial_act *a)
{
	if (a->r->issues.n)
		db_undo(db);
}

static const char *count_json(struct arena *mem, const struct serial_act *a)
{
	struct text t = text_new(mem, 1 << 20);

	text_puts(&t, "{\"members\":[");
	for (int i = 0; i < a->n; i++)
		text_print(&t, "%s%lld", i ? "," : "", (long long)a->ids[i]);
	text_puts(&t, "]}");
	return t.at;
}

/* ---- who is on it ---- */

static void put_members(struct db *db, struct serial_act *a, int64_t serial, int64_t exam, const char *number)
{
	struct req *r = a->r;

	for (int i = 0; i < a->n; i++) {
		struct applicant x;

		if (!applicant_load(db, r->mem, a->ids[i], r->who->agency, &x)) {
			issue(&r->issues, i, "tick", "ERR_FORBIDDEN");
			continue;
		}
		struct lacks all = applicant_lacks(r->mem, &x, r->today, 0), l = lacks_at_entry(&all);

		if (x.exam != exam)
			issue(&r->issues, i, "tick", "ERR_SERIAL_MIXED", x.name, number);
		else if (l.n)
			lacks_say(&r->issues, &x, &l, i);
		else if (!db_run(db, &data_held, A(x.id), A(x.version))->n)
			audit_stale(db, &r->issues, i, "tick", x.name, "trainee", x.id);
		else
			db_run(db, &member_put, A(serial), A(x.id), A(r->now), A(r->who->account));
	}
	if (!a->n)
		issue(&r->issues, -1, "tick", "ERR_NONE_TICKED");
}

void serial_make(struct db *db, void *act)
{
	struct serial_act *a = act;
	struct req *r = a->r;
	struct applicant first;

	issues_clear(&r->issues);
	if (!a->n || !applicant_load(db, r->mem, a->ids[0], r->who->agency, &first)) {
		issue(&r->issues, a->n ? 0 : -1, "tick", a->n ? "ERR_FORBIDDEN" : "ERR_NONE_TICKED");
		end(db, a);
		return;
	}
	struct rows *next = db_run(db, &counter_next, A(first.exam));
	const char *number = arena_print(r->mem, "%03lld%s%05lld", (long long)first.exam_year, first.exam_code,
		(long long)(next->n ? row_int(next, 0, "last") : 0));
	struct rows *put = db_run(db, &serial_put, A(number), A(r->who->agency), A(first.exam), A(r->now), A(r->who->account));

	a->id = put->n ? row_int(put, 0, "id") : 0;
	put_members(db, a, a->id, first.exam, number);
	keep(db, a, "certificate.serial-made", a->id, NULL, count_json(r->mem, a));
	r->done = req_url(r, "/certification/serials/%lld", (long long)a->id);
	end(db, a);
}

void serial_add(struct db *db, void *act)
{
	struct serial_act *a = act;

	if (take_open(db, a, "加入人員")) {
		put_members(db, a, a->id, a->s.exam, a->s.number);
		keep(db, a, "certificate.serial-added", a->id, NULL, count_json(a->r->mem, a));
	}
	end(db, a);
}

static bool take_off(struct db *db, struct serial_act *a, int64_t admission)
{
	return db_run(db, &member_off, A(a->id), A(admission), A(a->r->now), A(a->r->who->account))->n;
}

void serial_remove(struct db *db, void *act)
{
	struct serial_act *a = act;

	if (take_open(db, a, "刪除人員")) {
		for (int i = 0; i < a->n; i++)
			if (!take_off(db, a, a->ids[i]))
				issue(&a->r->issues, i, "tick", "ERR_TEXT_GIVEN", "所勾選之人員已不在此申請序號內。");
		if (!a->n)
			issue(&a->r->issues, -1, "tick", "ERR_NONE_TICKED");
		keep(db, a, "certificate.serial-removed", a->id, count_json(a->r->mem, a), NULL);
	}
	end(db, a);
}

static void free_all(struct db *db, struct serial_act *a)
{
	struct applicants all = roster_live_of(db, a->r->mem, &a->s);

	for (int i = 0; i < all.n; i++)
		take_off(db, a, all.at[i].id);
	a->n = all.n;
}

void serial_delete(struct db *db, void *act)
{
	struct serial_act *a = act;

	if (take_open(db, a, "刪除申請序號")) {
		free_all(db, a);
		db_run(db, &serial_state, A(a->id), A("deleted"), A(a->r->now));
		keep(db, a, "certificate.serial-deleted", a->id, arena_print(a->r->mem, "{\"members\":%d}", a->n), NULL);
		a->r->done = req_url(a->r, "/certification/serials?state=");    /* not what was looked for last */
	}
	end(db, a);
}

/* ---- confirmed ---- */

static void say_training(struct serial_act *a, const struct applicant *x, const struct training *t, enum training_event event)
{
	issue(&a->r->issues, -1, "", "ERR_TEXT_GIVEN", arena_print(a->r->mem, "%s 目前為「%s」，無法登錄「%s」。", x->name,
		training_states[t->state].label, training_events[event].label));
}

/* A score that the head gave on paper stands for the rating that nobody entered here.  An examination without a plan has no last day
 * that could be computed, so its trainees have no state to follow. */
static void file_one(struct db *db, struct serial_act *a, const struct applicant *x)
{
	static const enum training_event way[] = {EVENT_PERIOD_ENDED, EVENT_RATED, EVENT_RATED_PASS, EVENT_CERTIFICATE_FILED};
	struct training t;

	if (!training_load(db, a->r->mem, x->id, &t))
		return;
	for (size_t i = 0; i < sizeof way / sizeof *way && t.plan; i++) {
		struct training_news news = news_of(a, way[i], a->r->today, a->s.number);

		if (training_can(&t, way[i]) && !training_happen(db, &t, &news) && !db_undone(db))
			audit_stale(db, &a->r->issues, -1, "", x->name, "trainee", x->id);
	}
	if (t.plan && t.state != CERTIFICATE_FILED)
		say_training(a, x, &t, EVENT_CERTIFICATE_FILED);
	deadline_meet(db, &score_certificate_deadline, "trainee", x->id, a->r->today);
}

static void keep_row(struct db *db, struct serial_act *a, const struct applicant *x)
{
	db_run(db, &member_keep, A(a->id), A(x->id), A(x->place), A(x->name), A(x->national_id), A(x->sex.id ? x->sex.id : ""), A(x->birth_date),
		A(x->exam_level), A(x->exam_category), A(x->agency_name), A(x->score), A(x->start_day), A(x->until_day), A(x->end_day), A(x->remark));
}

void serial_confirm(struct db *db, void *act)
{
	struct serial_act *a = act;
	struct req *r = a->r;
	struct applicants all;

	if (take_open(db, a, "確認申請")) {
		all = roster_live_of(db, r->mem, &a->s);
		if (!all.n)
			issue(&r->issues, -1, "", "ERR_SERIAL_EMPTY", a->s.number);
		for (int i = 0; i < all.n; i++) {
			struct lacks l = applicant_lacks(r->mem, &all.at[i], r->today, a->id);

			lacks_say(&r->issues, &all.at[i], &l, i);
			keep_row(db, a, &all.at[i]);
		}
		for (int i = 0; i < all.n && !r->issues.n; i++)
			file_one(db, a, &all.at[i]);
		const char *first;

		db_run(db, &serial_confirmed, A(a->id), A(r->now), A(r->who->account), A(a->s.agency_name), A(a->s.exam_name),
			A(roster_route(r->mem, &a->s, r->today, &first)));
		db_run(db, &member_unmark, A(a->id));
		checks_hand_out(db, r->mem, &a->s, &all, r->now);
		keep(db, a, "certificate.serial-confirmed", a->id, NULL, arena_print(r->mem, "{\"members\":%d}", all.n));
	}
	end(db, a);
}

void serial_send(struct db *db, void *act)
{
	struct serial_act *a = act;

	if (take(db, a)) {
		if (!text_is(a->s.state, "confirmed"))
			issue(&a->r->issues, -1, "", "ERR_SERIAL_STATE", a->s.number, a->s.stage.label, "登錄函送");
		db_run(db, &serial_sent, A(a->id), A(a->day), A(a->document));
		keep(db, a, "certificate.serial-sent", a->id, NULL, arena_print(a->r->mem, "{\"day\":\"%s\"}", date_iso(a->r->mem, a->day)));
	}
	end(db, a);
}

/* ---- taken back ---- */

static void unfile(struct db *db, struct serial_act *a, bool reopen)
{
	struct applicants all = roster_kept_of(db, a->r->mem, &a->s);
	struct training_news news = news_of(a, EVENT_CERTIFICATE_RETURNED, a->r->today, a->s.number);
	struct training t;

	for (int i = 0; i < all.n; i++) {
		if (training_load(db, a->r->mem, all.at[i].id, &t) && training_can(&t, EVENT_CERTIFICATE_RETURNED))
			training_happen(db, &t, &news);
		if (reopen)
			deadline_reopen(db, &score_certificate_deadline, "trainee", all.at[i].id);
	}
}

static void mark(struct db *db, struct serial_act *a)
{
	for (int i = 0; i < a->n; i++)
		if (!db_run(db, &member_mark, A(a->id), A(a->ids[i]))->n && !db_undone(db))
			issue(&a->r->issues, i, "tick", "ERR_TEXT_GIVEN", "所勾選之人員不在此申請序號內。");
}

void serial_return(struct db *db, void *act)
{
	struct serial_act *a = act;
	struct req *r = a->r;

	if (take(db, a)) {
		if (!serial_is_filed(&a->s))
			issue(&r->issues, -1, "", "ERR_SERIAL_STATE", a->s.number, *a->s.csptc_document ?
				arena_print(r->mem, "%s（%s）", a->s.stage.label, a->s.csptc_document) : a->s.stage.label, "退回");
		else
			unfile(db, a, true);
		mark(db, a);
		const char *who = roster_marked(db, r->mem, a->id);

		checks_call_back(db, &a->s, "申請已退回", r->now);
		db_run(db, &serial_returned, A(a->id), A(r->now), A(a->reason));
		notice_add(db, &(struct notice){.agency = a->s.agency, .kind = "certificate.returned", .subject_kind = "serial", .subject = a->id,
			.text = arena_print(r->mem, "申請序號%s已退回，請更正後重新確認申請：%s%s", a->s.number, a->reason,
				*who ? arena_print(r->mem, "（應更正：%s）", who) : ""),
			.link = arena_print(r->mem, "/certification/serials/%lld", (long long)a->id), .made = r->now});
		keep(db, a, "certificate.serial-returned", a->id, NULL, a->n ? count_json(r->mem, a) : NULL);
	}
	end(db, a);
}

/* Whose data changed after the roster was made go onto a new one, under a new number.                            PLAN-129 d */
void serial_void(struct db *db, void *act)
{
	struct serial_act *a = act;

	if (take(db, a)) {
		if (!serial_is_filed(&a->s) || !*roster_changed(db, a->r->mem, &a->s))
			issue(&a->r->issues, -1, "", "ERR_SERIAL_STATE", a->s.number, a->s.stage.label, "作廢（資料未變更）");
		unfile(db, a, true);
		checks_call_back(db, &a->s, "申請序號已作廢", a->r->now);
		free_all(db, a);
		db_run(db, &serial_state, A(a->id), A("void"), A(a->r->now));
		keep(db, a, "certificate.serial-void", a->id, NULL, NULL);
	}
	end(db, a);
}

/* ---- the numbers of the two documents ---- */

static bool is_one_of(const struct serial_act *a, int64_t id)
{
	for (int i = 0; i < a->n; i++)
		if (a->ids[i] == id)
			return true;
	return false;
}

/* A number is that of one letter: those that go under it are recorded together.                                     PLAN-133 */
static void check_unused(struct serial_act *a, const struct rows *used)
{
	for (int i = 0; i < used->n; i++)
		if (!is_one_of(a, row_int(used, i, "id"))) {
			issue(&a->r->issues, -1, "document", "DUPLICATE", a->document, row_text(used, i, "number"));
			return;
		}
}

static const char *document_json(struct arena *mem, const char *document, struct date day)
{
	struct text t = text_new(mem, 1 << 12);
	struct json j = json_new(&t);

	json_begin(&j);
	json_key(&j, "document");
	json_text(&j, document);
	json_key(&j, "day");
	json_text(&j, date_iso(mem, day));
	json_end(&j);
	return t.at;
}

/* Each of the ticked, in one of two states: before its number, or to correct it. */
static bool take_each(struct db *db, struct serial_act *a, int i, const char *before, const char *also, const char *again, const char *act)
{
	struct issues kept = a->r->issues;
	bool fits;

	a->id = a->ids[i];
	if (!serial_load(db, a->id, &a->s) || !db_run(db, &serial_next, A(a->id), A(a->s.version))->n) {
		audit_stale(db, &a->r->issues, i, "tick", a->s.number, "serial", a->id);
		return false;
	}
	fits = text_is(a->s.state, before) || text_is(a->s.state, also) || text_is(a->s.state, again);
	if (!fits)
		issue(&a->r->issues, i, "tick", "ERR_SERIAL_STATE", a->s.number, a->s.stage.label, act);
	return kept.n == a->r->issues.n;
}

void serial_csptc(struct db *db, void *act)
{
	struct serial_act *a = act;
	struct arena *mem = a->r->mem;

	issues_clear(&a->r->issues);
	check_unused(a, db_run(db, &csptc_used, A(a->document)));
	for (int i = 0; i < a->n; i++) {
		if (!take_each(db, a, i, "confirmed", "sent", "csptc_numbered", "登錄保訓會請證文號"))
			continue;
		db_run(db, &serial_csptc_put, A(a->id), A(a->document), A(a->day));
		keep(db, a, "certificate.csptc-number", a->id, *a->s.csptc_document ? document_json(mem, a->s.csptc_document, a->s.csptc_day) : NULL,
			document_json(mem, a->document, a->day));
	}
	a->r->done = req_url(a->r, "/certification/numbers");
	end(db, a);
}

static void certify(struct db *db, struct serial_act *a)
{
	struct applicants all = roster_kept_of(db, a->r->mem, &a->s);
	struct training_news news = news_of(a, EVENT_CERTIFIED, a->day, a->document);
	struct training t;

	for (int i = 0; i < all.n; i++)
		if (training_load(db, a->r->mem, all.at[i].id, &t) && t.plan && !training_happen(db, &t, &news) && !db_undone(db))
			say_training(a, &all.at[i], &t, EVENT_CERTIFIED);
	notice_add(db, &(struct notice){.agency = a->s.agency, .kind = "certificate.issued", .subject_kind = "serial", .subject = a->id,
		.text = arena_print(a->r->mem, "申請序號%s，考試院已發證（%s）。", a->s.number, a->document),
		.link = arena_print(a->r->mem, "/certification/serials/%lld", (long long)a->id), .made = a->r->now});
}

void serial_exam_yuan(struct db *db, void *act)
{
	struct serial_act *a = act;
	struct arena *mem = a->r->mem;

	issues_clear(&a->r->issues);
	check_unused(a, db_run(db, &exam_yuan_used, A(a->document)));
	for (int i = 0; i < a->n; i++) {
		if (!take_each(db, a, i, "csptc_numbered", "csptc_numbered", "certified", "登錄考試院發證文號"))
			continue;
		if (!text_is(a->s.state, "certified"))
			certify(db, a);
		db_run(db, &serial_exam_yuan_put, A(a->id), A(a->document), A(a->day), A(a->r->now));
		keep(db, a, "certificate.exam-yuan-number", a->id,
			*a->s.exam_yuan_document ? document_json(mem, a->s.exam_yuan_document, a->s.exam_yuan_day) : NULL,
			document_json(mem, a->document, a->day));
	}
	a->r->done = req_url(a->r, "/certification/numbers");
	end(db, a);
}

enum scope serial_scope(struct req *r, const char *parameter, int64_t id)
{
	struct rows *x = db_run(r->db, &serial_whose, A(id));

	(void)parameter;
	if (!x->n || text_is(row_text(x, 0, "state"), "deleted"))
		return SCOPE_NONE;
	return r->who->all_agencies || row_int(x, 0, "agency") == r->who->agency ? SCOPE_OK : SCOPE_FOREIGN;
}
