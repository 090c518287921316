/* quota.c: the statement of a 遴選機關: computed by the rule from the year's ratio and column A, kept with what it was computed from. */
#include "app/quota/quota.h"

#include <string.h>
#include <unistd.h>

#include "app/audit/audit.h"
#include "app/may.h"
#include "app/paper/paper.h"
#include "app/participant/participant.h"
#include "app/quota/page.html.h"
#include "app/quota/quota.sql.h"
#include "app/quota/view.h"
#include "app/survey/survey.h"
#include "base/text.h"
#include "file/temp.h"
#include "rule/promotion.h"
#include "rule/verdict.h"

enum { COLUMNS = 10, COUNT_MOST = 9999999, PDF_MEMORY = 32 << 20, WARNINGS = 6, VALUES = 14, YEAR_MOST = 999, SUMS = 6, PLACES = 3,
	NAMES_MOST = 1 << 16 };

static const struct field statement_fields[] = {
	FIELD(statement, id, INT, KEY, "編號"),
	FIELD(statement, version, INT, MARK, "版本"),
	FIELD(statement, agency, INT, MARK, ""),
	FIELD(statement, type, CODE, MARK, "訓練類別", .list = promotion_type_codes),
	FIELD(statement, year, INT, MARK, "年度"),
	FIELD(statement, agency_code, TEXT, SHOW, "遴選機關代碼"),
	FIELD(statement, agency_name, TEXT, SHOW, "遴選機關", .not_sorted = true),
	FIELD(statement, own_carried_in, TEXT, EDIT, "本機關列管之前一年度保留名額", .most = 13, .not_sorted = true,
		.hint = "三位小數；有前一年度統計表者自動帶入"),
	FIELD(statement, carried_in, TEXT, SHOW, "前一年度保留至當年度名額（A）", .not_sorted = true),
	FIELD(statement, ratio, TEXT, SHOW, "年度調訓比例（%）", .not_sorted = true),
	FIELD(statement, eligible, INT, EDIT, "當年度符合受訓資格人數（B）", .need = true, .least = 0, .most = COUNT_MOST, .not_sorted = true),
	FIELD(statement, c, TEXT, SHOW, "分配名額（C）", .not_sorted = true),
	FIELD(statement, whole, INT, SHOW, "C欄整數部分", .not_sorted = true),
	FIELD(statement, fraction_place, INT, SHOW, "小數以1人計（D）", .not_sorted = true),
	FIELD(statement, makeup_outside, INT, EDIT, "當年度補訓不占名額人數（E）", .need = true, .least = 0, .most = COUNT_MOST,
		.not_sorted = true),
	FIELD(statement, failed_reselected, INT, EDIT, "成績不及格自費重新訓練人數（F）", .need = true, .least = 0, .most = COUNT_MOST,
		.not_sorted = true),
	FIELD(statement, total, INT, SHOW, "年度參訓名額（G）", .not_sorted = true),
	FIELD(statement, reserve, INT, SHOW, "備選名額（H）", .not_sorted = true),
	FIELD(statement, carried_out, TEXT, SHOW, "保留至次年度名額（I）", .not_sorted = true),
	FIELD(statement, forecast, INT, EDIT, "預估次年度符合受訓資格人數（J）", .need = true, .least = 0, .most = COUNT_MOST,
		.not_sorted = true),
	FIELD(statement, saved, MOMENT, SHOW, "儲存時間", .not_sorted = true),
	{0}
};

bool quota_find(struct db *db, struct arena *mem, const char *type, int64_t year, int64_t agency, struct statement *to)
{
	*to = (struct statement){0};
	return record_load(mem, db_run(db, &quota_one, A(type), A(year), A(agency)), statement_fields, to);
}

struct called quota_called(struct db *db, struct arena *mem, const char *type, int64_t year, int64_t agency, int64_t batch)
{
	struct rows *r = db_run(db, &quota_called_rows, A(agency), A(type), A(year), A(batch));
	struct text t = text_new(mem, NAMES_MOST);

	for (int i = 0; i < r->n; i++)
		text_print(&t, "%s%s", i ? "、" : "", row_text(r, i, "name"));
	return (struct called){r->n, r->n ? t.at : ""};
}

/* ---- one on its way ---- */

struct work {
	struct req *r;
	struct promotion_place p;
	int64_t agency;
	struct statement s, before;                             /* before.id 0: none yet */
	const char *share;                                      /* column A as 保訓會 published it; "": not known */
	const char *last;                                       /* what last year's statement carried over; "": there is none */
	struct survey_count counted;
	struct verdict v;
};

static bool work_open(struct req *r, struct work *w)
{
	struct statement last;

	*w = (struct work){.r = r, .agency = r->id[2]};
	if (!promotion_place(r, &w->p) || !promotion_selects(r, &w->p, w->agency))
		return false;
	if (!r->who->all_agencies && !w->p.call.released) {
		reply_refuse(r, 422, "ERR_NOT_CALLED", arena_print(r->mem, "%lld", (long long)w->p.year), w->p.type->label);
		return false;
	}
	w->share = callup_share(r->db, w->p.type->id, w->p.year, w->agency);
	w->last = quota_find(r->db, r->mem, w->p.type->id, w->p.year - 1, w->agency, &last) ? last.carried_out : "";
	w->counted = survey_counted(r->db, w->p.type->id, w->p.year, w->agency);
	quota_find(r->db, r->mem, w->p.type->id, w->p.year, w->agency, &w->before);
	w->s = w->before;
	if (!w->before.id) {
		w->s.own_carried_in = w->last;
		w->s.eligible = w->counted.eligible;
		w->s.forecast = w->counted.next;
	}
	return true;
}

/* Every value with which the rule computes; what the year does not give is named.                 PROMO-033, 036 */
static bool compute(struct work *w)
{
	struct req *r = w->r;
	struct statement *s = &w->s;
	const char *year = arena_print(r->mem, "%lld", (long long)w->p.year);
	struct promotion_quota_facts f = {.eligible = s->eligible, .makeup_outside = s->makeup_outside,
		.failed_reselected = s->failed_reselected};
	struct promotion_quota_values to = {0};

	w->v = promotion_verdict(NULL, r->mem);
	if (!w->p.set || !w->p.set->quota)
		issue(&r->issues, -1, "", "ERR_PARAM", year, "參訓名額計算方式");
	if (!*w->p.call.ratio || !decimal_parse(w->p.call.ratio, &f.ratio))
		issue(&r->issues, -1, "", "ERR_PARAM", year, "年度調訓比例");
	if (!*w->share || !decimal_parse(w->share, &f.carried_in))
		issue(&r->issues, -1, "", "ERR_PARAM", year, "前一年度保留至當年度名額（A 欄）");
	if (r->issues.n)
		return false;
	promotion_quota_judge(&w->v, &f, &to);
	s->ratio = w->p.call.ratio;
	s->carried_in = w->share;
	s->c = to.c;
	s->carried_out = to.carried_out;
	s->whole = to.whole.n;
	s->fraction_place = to.fraction_place.n;
	s->total = to.total.n;
	s->reserve = to.reserve.n;
	return true;
}

/* 當年度業經保訓會核准補訓不占名額者, with their names.                                             PROMO-038 */
static int64_t approved_makeups(const struct work *w, const char **names)
{
	struct participants all = participants_of(w->r->db, w->r->mem, w->p.type->id, w->p.year, w->agency, NULL);
	struct text t = text_new(w->r->mem, NAMES_MOST);
	int64_t n = 0;

	for (int i = 0; i < all.n; i++)
		if (all.at[i].makeup_of && !participant_allotted(&all.at[i]))
			text_print(&t, "%s%s", n++ ? "、" : "", all.at[i].name);
	*names = n ? t.at : "";
	return n;
}

static void check_makeups(const struct work *w)
{
	const char *names;
	int64_t approved = approved_makeups(w, &names);
	struct arena *mem = w->r->mem;

	if (w->s.makeup_outside > approved)
		issue(&w->r->issues, -1, "makeup_outside", "ERR_MAKEUP_COUNT", arena_print(mem, "%lld", (long long)w->s.makeup_outside),
			arena_print(mem, "%lld", (long long)approved), arena_print(mem, "%lld", (long long)(w->s.makeup_outside - approved)));
}

static void warn(struct quota_texts *t, const char *text)
{
	t->at[t->n++] = (struct quota_text){text, ""};
}

/* What does not agree, and is for people to settle.                                              PROMO-034, 035, 043 */
static struct quota_texts warnings_of(const struct work *w)
{
	struct arena *mem = w->r->mem;
	struct quota_texts t = {arena_array(mem, WARNINGS, sizeof *t.at), 0};
	struct decimal ours, theirs;
	const char *names;
	struct called called = quota_called(w->r->db, mem, w->p.type->id, w->p.year, w->agency, 0);

	if (decimal_parse(w->s.own_carried_in ? w->s.own_carried_in : "", &ours) && decimal_parse(w->share, &theirs) &&
		decimal_order(ours, theirs))
		warn(&t, arena_print(mem, "保訓會所列保留名額為 %s，本機關列管為 %s，二者不同；釐清前以保訓會所列計算。", w->share,
			w->s.own_carried_in));
	if (w->s.id && w->counted.all && w->s.eligible != w->counted.eligible)
		warn(&t, arena_print(mem, "符合受訓資格人數填 %lld 人，參訓資格調查清單為 %lld 人，二者不同。", (long long)w->s.eligible,
			(long long)w->counted.eligible));
	if (w->s.id && w->s.forecast < w->s.eligible)
		warn(&t, arena_print(mem, "預估%lld年度符合受訓資格人數 %lld 人低於%lld年度之 %lld 人；預估人數應包含%lld年符合受訓資格人數。",
			(long long)w->p.year + 1, (long long)w->s.forecast, (long long)w->p.year, (long long)w->s.eligible,
				(long long)w->p.year));
	if (approved_makeups(w, &names))
		warn(&t, arena_print(mem, "保訓會核准補訓不占當年度分配名額者：%s。", names));
	if (called.n)
		warn(&t, arena_print(mem, "不經遴選而計入當年度分配名額者（直接調訓、補訓）%d 人：%s。", called.n, called.names));
	if (w->s.id && (!text_is(w->s.ratio, w->p.call.ratio) || !text_is(w->s.carried_in, w->share)))
		warn(&t, "年度調訓比例或保訓會所列保留名額於儲存後已變更，請重新計算。");
	return t;
}

/* ---- showing ---- */

static const char *number(struct req *r, int64_t n)
{
	return arena_print(r->mem, "%lld", (long long)n);
}

static struct quota_columns columns_of(const struct work *w)
{
	const struct statement *s = &w->s;
	struct req *r = w->r;
	const struct quota_column all[COLUMNS] = {
		{"A", "前一年度保留至當年度名額", s->carried_in, "由保訓會於年度調訓函附件提供；遴選機關並應自行列管"},
		{"B", "當年度符合受訓資格人數", number(r, s->eligible), "以採計截止日為準"},
		{"C", "分配名額", s->c, arena_print(r->mem, "B × %s%% + A，取至小數第3位，不進位", s->ratio)},
		{"D", "C欄小數部分以1人計", number(r, s->fraction_place), "C欄小數點後之數字達0.950者，以1人計"},
		{"E", "當年度補訓不占名額人數", number(r, s->makeup_outside), "當年度業經保訓會核准補訓，不占當年度分配名額"},
		{"F", "成績不及格自費重新訓練人數", number(r, s->failed_reselected), "符合受訓資格並依規定重新遴選（正選）"},
		{"G", "年度參訓名額", number(r, s->total), "僅採計C欄整數部分，加D、E、F欄"},
		{"H", "備選名額", number(r, s->reserve), "以C欄整數部分計算，並取整數"},
		{"I", "保留至次年度名額", s->carried_out, "C欄小數點後未達0.950之數字"},
		{"J", arena_print(r->mem, "預估%lld年度符合受訓資格人數", (long long)s->year + 1), number(r, s->forecast),
			arena_print(r->mem, "包含%lld年符合受訓資格人數", (long long)s->year)},
	};

	return (struct quota_columns){arena_copy(r->mem, all, sizeof all), COLUMNS};
}

static struct quota_texts reasons_of(struct work *w)
{
	struct work again = *w;
	struct quota_texts t = {0};

	if (!w->s.id || !compute(&again))
		return t;
	t = (struct quota_texts){arena_array(w->r->mem, (size_t)again.v.reasons_n, sizeof *t.at), again.v.reasons_n};
	for (int i = 0; i < t.n; i++)
		t.at[i] = (struct quota_text){again.v.reasons[i].text, again.v.reasons[i].citation};
	return t;
}

static void show(struct work *w, int status)
{
	struct req *r = w->r;
	struct quota_view v = {.r = r, .s = &w->s, .wrong = issue_lines(r), .law = w->p.law, .version = number(r, w->before.version),
		.ratio = *w->p.call.ratio ? arena_print(r->mem, "%s%%", w->p.call.ratio) : "尚未公布", .carried_in = *w->share ?
			w->share : "尚未公布",
		.counted = arena_print(r->mem, "%lld 人（調查 %lld 人）", (long long)w->counted.eligible, (long long)w->counted.all),
		.warnings = warnings_of(w), .inputs = inputs_of(r, statement_fields, &w->s), .saved = w->before.id,
		.action = req_url(r, "/promotion/%s/%lld/quota/%lld", w->p.type->id, (long long)w->p.year, (long long)w->agency),
		.pdf = req_url(r, "/promotion/%s/%lld/quota/%lld/pdf", w->p.type->id, (long long)w->p.year, (long long)w->agency),
		.selection = req_url(r, "/promotion/%s/%lld/selection/%lld", w->p.type->id, (long long)w->p.year, (long long)w->agency),
		.survey = req_url(r, "/promotion/survey?type=%s&year=%lld&standing=eligible", w->p.type->id, (long long)w->p.year),
		.back = req_url(r, "/promotion/quota?type=%s&year=%lld", w->p.type->id, (long long)w->p.year), .may_edit = req_may(r,
			MAY_PROMOTION_EDIT) && !quota_sent(r->db, w->p.type->id, w->p.year, w->agency).seconds};

	if (w->before.id && status == 200) {
		v.columns = columns_of(w);
		v.reasons = reasons_of(w);
	}
	v.saved = v.columns.n;
	quota_page(reply_page(r, status, arena_print(r->mem, "%lld年度%s參訓人數統計表", (long long)w->p.year, w->p.type->label)), &v);
}

static void one_get(struct req *r)
{
	struct work w;

	if (!work_open(r, &w))
		return;
	if (r->json)
		reply_record(r, statement_fields, &w.s);
	else
		show(&w, 200);
}

/* ---- saving ---- */

static void save(struct db *db, void *with)
{
	struct work *w = with;
	struct req *r = w->r;
	const struct statement *s = &w->s;
	const char *from, *to;
	struct rows *put;

	r->done = req_url(r, "/promotion/%s/%lld/quota/%lld", w->p.type->id, (long long)w->p.year, (long long)w->agency);
	if (s->id)
		put = db_run(db, &quota_set, A(s->id), A(s->version), A(s->own_carried_in), A(s->carried_in), A(s->ratio), A(s->eligible),
			A(s->makeup_outside), A(s->failed_reselected), A(s->forecast), A(s->c), A(s->whole), A(s->fraction_place), A(s->total),
			A(s->reserve), A(s->carried_out), A(r->now));
	else
		put = db_run(db, &quota_put, A(w->p.type->id), A(w->p.year), A(w->agency), A(s->own_carried_in), A(s->carried_in), A(s->ratio),
			A(s->eligible), A(s->makeup_outside), A(s->failed_reselected), A(s->forecast), A(s->c), A(s->whole),
				A(s->fraction_place),
			A(s->total), A(s->reserve), A(s->carried_out), A(r->now));
	if (!put->n) {
		db_undo(db);
		return;
	}
	if (record_changes(statement_fields, r->mem, w->before.id ? &w->before : NULL, s, &from, &to))
		audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
			.action = "quota.save", .subject_kind = "quota", .subject = row_int(put, 0, "id"), .before = from, .after = to,
				.at = r->now});
}

static void check_own(struct req *r, struct statement *s)
{
	struct decimal d;
	const char *typed = text_fold(r->mem, s->own_carried_in), *point = strchr(typed, '.');

	if (!*typed)
		return;
	if (*typed == '-' || !decimal_parse(typed, &d) || (point && strlen(point + 1) > PLACES))
		issue(&r->issues, -1, "own_carried_in", "ERR_DECIMAL", "3", s->own_carried_in);
	else
		s->own_carried_in = decimal_text(r->mem, d, PLACES);
}

struct moment quota_sent(struct db *db, const char *type, int64_t year, int64_t agency)
{
	struct rows *n = db_run(db, &quota_locked, A(type), A(year), A(agency));

	return n->n ? row_moment(n, 0, "confirmed") : (struct moment){0};
}

bool quota_open(struct req *r, const char *type, int64_t year, int64_t agency)
{
	struct moment sent = quota_sent(r->db, type, year, agency);

	if (sent.seconds)
		issue(&r->issues, -1, "", "ERR_BATCH_LOCKED", moment_text(r->mem, sent));
	return !sent.seconds;
}

static void one_post(struct req *r)
{
	struct work w;

	if (!work_open(r, &w))
		return;
	r->issues.fields = statement_fields;
	record_merge(statement_fields, req_style(r), &r->form, !w.before.id || !r->json, &w.s, &r->issues, -1);
	check_own(r, &w.s);
	text_to_int(req_form(r, "version"), 1, INT64_MAX, &w.s.version);
	quota_open(r, w.p.type->id, w.p.year, w.agency);
	check_makeups(&w);
	if (!r->issues.n && compute(&w) && req_tx(r, save, &w) != REQ_UNDONE) {
		reply_see(r, r->done, arena_print(r->mem, "已計算並儲存：年度參訓名額 %lld 人，備選名額 %lld 人，保留至次年度 %s。",
			(long long)w.s.total,
			(long long)w.s.reserve, w.s.carried_out));
		return;
	}
	int status = r->issues.n && !issue_has(&r->issues, "ERR_BATCH_LOCKED") ? 422 : 409;

	if (!r->issues.n)
		audit_stale(r->db, &r->issues, -1, "", NULL, "quota", w.before.id);
	if (!reply_issues_as(r, status))
		show(&w, status);
}

/* ---- on paper ---- */

static void pdf_get(struct req *r)
{
	struct work w;
	const struct statement *s = &w.s;

	if (!work_open(r, &w))
		return;
	if (!w.before.id) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return;
	}
	struct paper_promotion_statement f = {.head = {.printed = arena_print(r->mem, "%s　%s列印", w.p.law, date_text(r->mem, r->today))},
		.year = w.p.year, .training = w.p.type->label, .agency = s->agency_name, .carried_in = s->carried_in,
			.eligible = number(r, s->eligible),
		.ratio = s->ratio, .c = s->c, .fraction_place = number(r, s->fraction_place), .makeup_outside = number(r, s->makeup_outside),
		.failed_reselected = number(r, s->failed_reselected), .total = number(r, s->total), .reserve = number(r, s->reserve),
		.carried_out = s->carried_out, .next_year = number(r, w.p.year + 1), .forecast = number(r, s->forecast)};
	const char *title = arena_print(r->mem, "%lld年度%s參訓人數統計表", (long long)w.p.year, w.p.type->label);
	struct arena *own = arena_new(PDF_MEMORY);
	struct pdf *pdf = pdf_new(own, &(struct pdf_about){.title = title, .author = s->agency_name, .created = r->now});
	int fd = dup(temp_file(r->mem));

	paper_promotion_statement_draw(pdf, &f);
	pdf_write(pdf, fd);
	arena_free(own);
	reply_file(r, "application/pdf", arena_print(r->mem, "%s.pdf", title), fd, file_size(fd));
}

/* ---- all 遴選機關 ---- */

static struct quota_texts sums_of(struct req *r, const char *type, int64_t year)
{
	static const char *const names[SUMS][2] = {{"n", "個遴選機關"}, {"eligible", "人符合受訓資格"}, {"total", "名年度參訓名額"},
		{"reserve", "名備選名額"}, {"makeup_outside", "人補訓不占名額"}, {"failed_reselected", "人不及格重新訓練"}};
	struct rows *sum = db_run(r->db, &quota_sum, A(type), A(year));
	struct quota_texts t = {arena_array(r->mem, SUMS, sizeof *t.at), SUMS};

	for (int i = 0; i < SUMS; i++)
		t.at[i] = (struct quota_text){number(r, row_int(sum, 0, names[i][0])), names[i][1]};
	return t;
}

static void list_get(struct req *r)
{
	const char *type = req_query(r, "type");
	struct promotion_place p;
	struct list l;

	if (!list_open(&l, r, "參訓人數統計表", statement_fields, sizeof(struct statement), "agency_code"))
		return;
	type = promotion_index(promotion_type_codes, type = req_query(r, "type")) < 0 ? promotion_type_codes[0].id : type;
	promotion_place_of(r->db, r->mem, type, req_query_int(r, "year", 2, YEAR_MOST, callup_year(r->db, type, r->today)), &p);
	l.rows_at = NULL;
	if (!list_run(&l, &quota_list, A(p.type->id), A(p.year), A(req_agency(r))))
		return;
	struct quotas_view v = {.r = r, .l = &l, .action = req_url(r, "/promotion/quota"), .law = p.law,
		.type = input_choice(r, "type", "訓練類別", p.type->id, false, options_of(r->mem, promotion_type_codes, NULL)),
		.year = input_text(r, "year", "年度", number(r, p.year), false, NULL)};

	if (r->who->all_agencies)
		v.sums = sums_of(r, p.type->id, p.year);
	else if (!p.call.released)
		v.uncalled = true;
	else if (selector_is(r->db, p.type->id, p.year, r->who->agency))
		v.own = req_url(r, "/promotion/%s/%lld/quota/%lld", p.type->id, (long long)p.year, (long long)r->who->agency);
	quotas_page(reply_page(r, 200, "參訓人數統計表"), &v);
}

static const struct field place_query[] = {{.name = "type", .label = "訓練類別", .kind = K_CODE, .list = promotion_type_codes},
	{.name = "year", .label = "年度", .kind = K_INT, .least = 2, .most = 999}, {0}};

#define AREA "升官等訓練/參訓人數統計表"

const struct route quota_routes[] = {
	{GET, "/promotion/quota", list_get, MAY_PROMOTION_SEE, .takes = place_query, .gives = statement_fields, .list = true, .crumb = AREA,
		.help = "參訓人數統計表：本機關，或各遴選機關及合計"},
	{GET, "/promotion/*type/:year/quota/:selector", one_get, MAY_PROMOTION_SEE, .gives = statement_fields, .crumb = AREA "/計算",
		.help = "一個遴選機關的參訓人數統計表"},
	{POST, "/promotion/*type/:year/quota/:selector", one_post, MAY_PROMOTION_EDIT, .takes = statement_fields, .crumb = AREA "/計算",
		.help = "計算並儲存參訓名額"},
	{GET, "/promotion/*type/:year/quota/:selector/pdf", pdf_get, MAY_PROMOTION_SEE, .type = "application/pdf", .heavy = true,
		.help = "列印參訓人數統計表"},
	{0}
};
