/* award.c: who passed, for whom 考試院 was asked, and the certificates that it issued; and their public check.     PROMO-094 PROMO-095 */
#include "app/award/award.h"

#include <string.h>

#include "app/audit/audit.h"
#include "app/award/award.sql.h"
#include "app/award/page.html.h"
#include "app/award/view.h"
#include "app/may.h"
#include "app/notice/notice.h"
#include "base/random.h"
#include "base/text.h"

enum { TICKS_MOST = 500, YEAR_MOST = 999, CODE_LENGTH = 20, MONTHS = 2, HALF_MONTH = 14, ROC = 1911, TEN = 10 };

const struct field awarded_fields[] = {
	FIELD(awarded, id, INT, KEY, "編號"),
	FIELD(awarded, version, INT, MARK, ""),
	FIELD(awarded, seen, INT, MARK, ""),
	FIELD(awarded, code, TEXT, MARK, ""),
	FIELD(awarded, type, CODE, SHOW, "訓練類別", .list = promotion_type_codes, .not_sorted = true),
	FIELD(awarded, year, INT, SHOW, "年度", .not_sorted = true),
	FIELD(awarded, selector_name, TEXT, SHOW, "遴選機關"),
	FIELD(awarded, agency_name, TEXT, SHOW, "服務機關", .not_sorted = true),
	FIELD(awarded, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(awarded, national_id, ID, SHOW, "身分證統一編號", .privacy = PERSONAL, .not_sorted = true),
	FIELD(awarded, total_score, TEXT, SHOW, "總成績", .not_sorted = true),
	FIELD(awarded, state, CODE, SHOW, "狀態", .list = participant_states, .not_sorted = true),
	FIELD(awarded, request_day, DATE, SHOW, "請證日期", .not_sorted = true),
	FIELD(awarded, request_document, TEXT, SHOW, "保訓會請證文號", .not_sorted = true),
	FIELD(awarded, number, TEXT, SHOW, "證書字號"),
	FIELD(awarded, issued, DATE, SHOW, "發證日期", .not_sorted = true),
	FIELD(awarded, document, TEXT, SHOW, "考試院發證文號", .not_sorted = true),
	FIELD(awarded, cancelled, DATE, SHOW, "註銷日期", .not_sorted = true),
	FIELD(awarded, cancel_document, TEXT, SHOW, "撤銷文號", .not_sorted = true),
	FIELD(awarded, paid_on, DATE, SHOW, "證書費繳款日期", .not_sorted = true),
	{0}
};

const char *award_code(struct arena *mem)
{
	return random_digits(mem, CODE_LENGTH);
}

/* 結訓後約2個半月左右 */
const char *award_expected(struct arena *mem, struct date end)
{
	static const char *const thirds[] = {"上旬", "中旬", "下旬"};
	struct date d;
	int year, month, day;

	if (!date_set(end))
		return "";
	date_split(end, &year, &month, &day);
	d = date_plus(date_make(year + (month + MONTHS > 12), (month + MONTHS - 1) % 12 + 1, 1), day - 1 + HALF_MONTH);
	date_split(d, &year, &month, &day);
	return arena_print(mem, "約%d年%d月%s", year - ROC, month, thirds[day > 2 * TEN ? 2 : day > TEN]);
}

/* ---- the list ---- */

struct award_place award_place_of(struct req *r)
{
	const char *type = req_query(r, "type");

	return (struct award_place){promotion_index(promotion_type_codes, type) < 0 ? promotion_type_codes[0].id : type,
		req_query_int(r, "year", 2, YEAR_MOST, roc_year(r->today))};
}

static bool run(struct req *r, struct list *l, struct award_place *w)
{
	if (!list_open(l, r, "訓練合格證書", awarded_fields, sizeof(struct awarded), "selector_name"))
		return false;
	*w = award_place_of(r);
	return list_run(l, &award_list, A(w->type), A(w->year), A(req_agency(r)));
}

static bool is(const struct awarded *a, enum participant_state state)
{
	return text_is(a->state.id, participant_states[state].id);
}

static struct url at(struct req *r, const struct award_place *w, const char *what)
{
	return req_url(r, "/promotion/awards/%s?type=%s&year=%lld", what, w->type, (long long)w->year);
}

static void show(struct req *r, int status, struct list *l, const struct award_place *w)
{
	struct list_ticks ticks = list_ticks(l, TICKS_MOST);
	const struct awarded *a = l->rows;
	const char *year = arena_print(r->mem, "%lld", (long long)w->year);
	struct promotion_place p;
	struct awards_view v = {.r = r, .l = l, .wrong = issue_lines(r), .action = req_url(r, "/promotion/awards"),
		.type = input_choice(r, "type", "訓練類別", w->type, false, options_of(r->mem, promotion_type_codes, NULL)),
		.year = input_text(r, "year", "年度", year, false, NULL), .document = input_text(r, "document", "文號", "", true, NULL),
		.day = input_text(r, "day", "日期", date_text(r->mem, r->today), true, NULL), .list = at(r, w, "list"),
		.import = req_url(r, "/promotion/awards/import"),
		.exam = url_with(r->mem, at(r, w, "letters"), "to", "exam"),
		.selectors = url_with(r->mem, at(r, w, "letters"), "to", "selectors"),
		.ministry = url_with(r->mem, at(r, w, "letters"), "to", "ministry"),
		.lines = {arena_array(r->mem, (size_t)l->n, sizeof *v.lines.at), l->n}, .carried = ticks.hidden, .ticked = ticks.n,
		.elsewhere = ticks.elsewhere, .may = req_may(r, MAY_PROMOTION_CALL)};

	promotion_place_of(r->db, r->mem, w->type, w->year, &p);
	v.law = p.law;
	pair_add(r->mem, &v.carried, "type", w->type);
	pair_add(r->mem, &v.carried, "year", year);
	for (int i = 0; i < l->n; i++) {
		v.lines.at[i] = (struct award_line){&a[i], arena_print(r->mem, "t%lld", (long long)a[i].id),
			is(&a[i], PARTICIPANT_CERTIFIED) ? "done" : is(&a[i], PARTICIPANT_ANNULLED) ? "late" : "soon",
			input_text(r, arena_print(r->mem, "number.%lld", (long long)a[i].id), arena_print(r->mem, "%s 證書字號", a[i].name), "",
				false, NULL), req_url(r, "/promotion/awards/%lld", (long long)a[i].id),
				list_is_ticked(&ticks, a[i].id), is(&a[i], PARTICIPANT_CERTIFICATE_REQUESTED)};
		v.lines.at[i].number.size = 16;
	}
	issue_lines_without(&v.wrong, "tick");
	awards_page(reply_page(r, status, "訓練合格證書"), &v);
}

static void list_get(struct req *r)
{
	struct list l;
	struct award_place w;

	if (run(r, &l, &w))
		show(r, 200, &l, &w);
}

/* ---- what 保訓會 does ---- */

struct acting { struct req *r; int64_t *ids; int n; struct date day; const char *document; int64_t request; };

static bool load_one(struct db *db, struct acting *a, int64_t id, struct awarded *x, struct participant *p)
{
	struct rows *one = db_run(db, &award_one, A(id));

	*x = (struct awarded){0};
	return one->n && record_load(a->r->mem, one, awarded_fields, x) && participant_load(db, a->r->mem, id, p);
}

static bool happen(struct db *db, struct acting *a, struct participant *p, enum participant_event event)
{
	return participant_happen(db, p, &(struct participant_news){.event = event, .day = a->day, .account = a->r->who->account,
		.address = a->r->wire->address, .document = a->document, .now = a->r->now});
}

static void done(struct db *db, struct acting *a, const char *action)
{
	struct req *r = a->r;

	r->done = req_url(r, "/promotion/awards?type=%s&year=%s", req_form(r, "type"), req_form(r, "year"));
	if (r->issues.n)
		db_undo(db);
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address, .action = action,
		.subject_kind = "award", .reason = a->document, .at = r->now, .after = arena_print(r->mem, "{\"n\":%d}", a->n)});
}

/* Only who passed: anybody else is named, and nobody is asked for.                                 PROMO-094 */
static void file(struct db *db, void *with)
{
	struct acting *a = with;
	struct req *r = a->r;

	issues_clear(&r->issues);
	a->request = row_int(db_run(db, &award_request_put, A(a->document), A(a->day), A(r->who->account), A(r->now)), 0, "id");
	for (int i = 0; i < a->n && !db_undone(db); i++) {
		struct awarded x;
		struct participant p;

		if (!load_one(db, a, a->ids[i], &x, &p))
			continue;
		if (!happen(db, a, &p, PARTICIPANT_CERTIFICATE_FILED)) {
			issue(&r->issues, -1, "tick", "ERR_AWARD_PASSED", x.name, x.state.label);
			continue;
		}
		if (!db_run(db, &award_member_put, A(a->request), A(p.id))->n)
			issue(&r->issues, -1, "tick", "ERR_AWARD_STATE", x.name, x.state.label, "報請考試院發給證書");
		notice_add(db, &(struct notice){.agency = p.selector, .kind = "award", .subject_kind = "participant", .subject = p.id, .made = r->now,
			.text = arena_print(r->mem, "%s 之訓練合格證書，保訓會已報請考試院發給（%s）。", p.name, a->document),
			.link = arena_print(r->mem, "/promotion/awards?type=%s&year=%lld", p.type.id, (long long)p.year)});
	}
	done(db, a, "award.file");
}

static void give_back(struct db *db, void *with)
{
	struct acting *a = with;
	struct req *r = a->r;

	issues_clear(&r->issues);
	for (int i = 0; i < a->n && !db_undone(db); i++) {
		struct awarded x;
		struct participant p;

		if (load_one(db, a, a->ids[i], &x, &p) && (!db_run(db, &award_member_back, A(p.id))->n ||
				!happen(db, a, &p, PARTICIPANT_CERTIFICATE_RETURNED)))
			issue(&r->issues, -1, "tick", "ERR_AWARD_STATE", x.name, x.state.label, "請證退回");
	}
	done(db, a, "award.return");
}

/* The numbers that were typed, each of who was asked for. */
static void give_out(struct db *db, void *with)
{
	struct acting *a = with;
	struct req *r = a->r;

	issues_clear(&r->issues);
	for (int i = 0; i < a->n && !db_undone(db); i++) {
		const char *field = arena_print(r->mem, "number.%lld", (long long)a->ids[i]), *number = text_fold(r->mem, req_form(r, field));
		struct awarded x;
		struct participant p;

		if (!load_one(db, a, a->ids[i], &x, &p))
			continue;
		if (utf8_length(number) > AWARD_NUMBER_MOST)
			issue(&r->issues, -1, field, "ERR_LONG", arena_print(r->mem, "%d", AWARD_NUMBER_MOST),
				arena_print(r->mem, "%zu", utf8_length(number)));
		else if (!participant_can(&p, PARTICIPANT_CERTIFIES))
			issue(&r->issues, -1, field, "ERR_AWARD_STATE", x.name, x.state.label, "登錄證書字號");
		else if (!db_run(db, &award_member_issue, A(p.id), A(number), A(a->day), A(a->document), A(award_code(r->mem)))->n)
			issue(&r->issues, -1, field, "ERR_EXISTS", number);
		else
			happen(db, a, &p, PARTICIPANT_CERTIFIES);
	}
	done(db, a, "award.issue");
}

static void read_numbers(struct acting *a)
{
	struct req *r = a->r;

	a->ids = arena_array(r->mem, r->form.n + 1, sizeof *a->ids);
	for (size_t i = 0; i < r->form.n; i++) {
		const struct pair *f = &r->form.at[i];
		int64_t id;

		if (text_starts(f->name, "number.") && *text_trim(r->mem, f->value) && text_to_int(f->name + strlen("number."), 1, INT64_MAX, &id))
			a->ids[a->n++] = id;
	}
	if (!a->n)
		issue(&r->issues, -1, "", "ERR_TEXT_GIVEN", "尚未填寫任何證書字號。");
}

static const struct button { const char *act, *said; void (*run)(struct db *, void *); bool numbers; } buttons[] = {
	{"file", "報請考試院發給證書", file, false}, {"return", "退回請證", give_back, false}, {"issue", "登錄證書字號", give_out, true}, {0}
};

static const struct field act_labels[] = {{.name = "document", .label = "文號"}, {.name = "day", .label = "日期"}, {.name = "tick", .label = "勾選"},
	{0}};

static void read_act(struct acting *a, bool numbers)
{
	struct req *r = a->r;

	if (numbers)
		read_numbers(a);
	else if (!(a->n = req_ticks(r, "tick", TICKS_MOST, &a->ids)))
		issue(&r->issues, -1, "tick", "ERR_NONE_TICKED");
	if (!*a->document)
		issue(&r->issues, -1, "document", "ERR_REQUIRED");
	if (req_date(r, "day", "日期", true, &a->day) && date_before(r->today, a->day))
		issue(&r->issues, -1, "day", "ERR_DATE_FUTURE", date_text(r->mem, r->today));
}

static void list_post(struct req *r)
{
	struct acting a = {.r = r, .document = req_form(r, "document")};
	const struct button *b = buttons;
	struct list l;
	struct award_place w;

	r->issues.fields = act_labels;
	if (list_shown_again(r, (const char *const[]){"type", "year", NULL})) {
		if (run(r, &l, &w))
			show(r, 200, &l, &w);
		return;
	}
	while (b->act && !text_is(b->act, req_form(r, "act")))
		b++;
	if (!b->act)
		issue(&r->issues, -1, "", "ERR_TEXT_GIVEN", "沒有這項作業，act 須為 file、return 或 issue。");
	else
		read_act(&a, b->numbers);
	if (!r->issues.n && req_tx(r, b->run, &a) != REQ_UNDONE)
		return reply_see(r, r->done, arena_print(r->mem, "已%s %d 人。", b->said, a.n));
	if (!reply_issues_as(r, 422) && run(r, &l, &w))
		show(r, 422, &l, &w);
}

/* ---- the public check ---- */

/* Of the same length for every wrong code, wherever it differs. */
static bool same_code(const char *a, const char *b)
{
	unsigned differs = strlen(a) != strlen(b);

	for (size_t i = 0; a[i] && b[i]; i++)
		differs |= (unsigned)(a[i] ^ b[i]);
	return *a && !differs;
}

/* A number that was wrong is no certificate's; who holds a paper with it learns so. */
static bool renumbered(struct db *db, struct arena *mem, const char *number, const char *code, struct verified *v)
{
	struct rows *c = db_run(db, &award_renumbered, A(number));

	if (!c->n || !same_code(row_text(c, 0, "code"), code))
		return false;
	*v = (struct verified){.number = arena_text(mem, number), .what = "訓練合格證書", .exam = "", .name = "", .category = "", .agency = "",
		.stage = "", .csptc_document = "", .exam_yuan_document = "", .state = "本證書字號業經更正，所載字號不再有效；請向服務機關查詢"};
	return true;
}

/* What is annulled tells that, and nothing of a person.                                            PROMO-114 */
bool award_verify(struct db *db, struct arena *mem, const char *number, const char *code, struct verified *v)
{
	struct rows *m = *number ? db_run(db, &award_numbered, A(number)) : NULL;

	if (!m || !m->n)
		return *number && renumbered(db, mem, number, code, v);
	if (!same_code(row_text(m, 0, "code"), code))
		return false;
	*v = (struct verified){.number = row_text(m, 0, "number"), .what = "訓練合格證書", .exam = arena_print(mem, "%lld年度%s訓練",
		(long long)row_int(m, 0, "year"), code_find(promotion_type_codes, row_text(m, 0, "type"))->label), .name = "", .category = "",
		.agency = "", .stage = "", .csptc_document = "", .exam_yuan_document = ""};
	v->good = text_is(row_text(m, 0, "state"), participant_states[PARTICIPANT_CERTIFIED].id) && row_bool(m, 0, "live");
	v->state = v->good ? "與系統紀錄相符" : row_null(m, 0, "cancelled") ? "本證書已註銷：訓練及格資格業經撤銷" :
		arena_print(mem, "本證書已於 %s 註銷：訓練及格資格業經撤銷", date_text(mem, row_date(m, 0, "cancelled")));
	if (!v->good)
		return true;
	v->name = mask_name(mem, row_text(m, 0, "name"));
	v->stage = participant_states[PARTICIPANT_CERTIFIED].label;
	v->csptc_document = row_text(m, 0, "request_document");
	v->csptc_day = row_date(m, 0, "request_day");
	v->exam_yuan_document = row_text(m, 0, "document");
	v->exam_yuan_day = row_date(m, 0, "issued");
	return true;
}

#define AREA "升官等訓練/訓練合格證書"
static const struct field place_query[] = {{.name = "type", .label = "訓練類別", .kind = K_CODE, .list = promotion_type_codes},
	{.name = "year", .label = "年度", .kind = K_INT, .least = 2, .most = YEAR_MOST}, {0}},
letter_query[] = {{.name = "type", .label = "訓練類別", .kind = K_CODE, .list = promotion_type_codes},
	{.name = "year", .label = "年度", .kind = K_INT, .least = 2, .most = YEAR_MOST}, {.name = "to", .label = "exam、selectors、ministry",
		.kind = K_TEXT}, {0}},
act_takes[] = {{.name = "act", .label = "file、return、issue", .kind = K_TEXT, .use = EDIT}, {.name = "document", .label = "文號", .kind = K_TEXT,
	.use = EDIT, .need = true}, {.name = "day", .label = "日期", .kind = K_DATE, .use = EDIT, .need = true}, {0}};
static const char *const ticks[] = {"tick", "number", NULL};

const struct route award_routes[] = {
	{GET, "/promotion/awards", list_get, MAY_PROMOTION_SEE, .takes = place_query, .gives = awarded_fields, .list = true, .crumb = AREA,
		.help = "訓練合格證書之請領及發給"},
	{POST, "/promotion/awards", list_post, MAY_PROMOTION_CALL, .takes = act_takes, .ticks = ticks, .crumb = AREA,
		.help = "報請考試院發給證書、退回、登錄證書字號"},
	{GET, "/promotion/awards/list", award_list_get, MAY_PROMOTION_CALL, .takes = place_query, .type = "application/pdf", .heavy = true,
		.help = "列印請領訓練合格證書名冊"},
	{GET, "/promotion/awards/letters", award_letters_get, MAY_PROMOTION_CALL, .takes = letter_query, .type = "application/pdf", .heavy = true,
		.help = "列印致考試院、遴選機關、銓敘部之函稿"},
	{GET, "/promotion/awards/import", award_import_get, MAY_PROMOTION_CALL, .crumb = AREA "/匯入證書字號", .help = "匯入證書字號"},
	{POST, "/promotion/awards/import", award_import_post, MAY_PROMOTION_CALL, .body = (uint64_t)512 << 20, .heavy = true,
		.crumb = AREA "/匯入證書字號", .help = "上傳證書字號"},
	{GET, "/promotion/awards/import/template", award_template_get, MAY_PROMOTION_CALL, .help = "證書字號的範本"},
	{GET, "/promotion/awards/:participant", award_get, MAY_PROMOTION_SEE, .gives = awarded_fields, .crumb = AREA "/一張證書",
		.help = "一人之訓練合格證書及更正紀錄"},
	{POST, "/promotion/awards/:participant", award_post, MAY_PROMOTION_CALL, .takes = award_amend_fields, .crumb = AREA "/一張證書",
		.help = "更正證書字號"},
	{GET, "/promotion/awards/:participant/note", award_note_get, MAY_PROMOTION_SEE, .type = "application/pdf", .heavy = true,
		.help = "列印訓練合格證明"},
	{0}
};
