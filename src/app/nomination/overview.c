/* overview.c: the way into 升官等線上報送系統: an agency's trainings, or for 保訓會 every 遴選機關 with its numbers.      PROMO-052, 053, 065 */
#include "app/audit/audit.h"
#include "app/may.h"
#include "app/nomination/nomination.sql.h"
#include "app/nomination/page.html.h"
#include "app/nomination/view.h"
#include "app/notice/notice.h"
#include "base/text.h"

enum { YEAR_MOST = 999 };

static const char *left_of(struct req *r, struct date deadline)
{
	int days = days_between(r->today, deadline);

	if (!date_set(deadline))
		return "未設定";
	return days < 0 ? "已逾期" : days ? arena_print(r->mem, "剩 %d 日", days) : "今日截止";
}

static const char *look_of(const char *state)
{
	return text_is(state, "accepted") || text_is(state, "confirmed") ? "done" : text_is(state, "returned") ? "late" : "soon";
}

static struct item_lines items_of(struct req *r)
{
	struct rows *i = db_run(r->db, &nomination_items, A(r->who->agency));
	struct item_lines l = {arena_array(r->mem, (size_t)i->n, sizeof *l.at), i->n};

	for (int k = 0; k < i->n; k++) {
		const char *type = row_text(i, k, "type"), *state = row_text(i, k, "state");
		struct date deadline = row_date(i, k, "deadline");

		l.at[k] = (struct item_line){arena_print(r->mem, "%lld年度%s", (long long)row_int(i, k, "year"),
			code_find(promotion_type_codes, type)->label), code_find(nomination_states, state)->label, left_of(r, deadline),
				look_of(state), deadline,
			req_url(r, "/promotion/%s/%lld/rosters/%lld", type, (long long)row_int(i, k, "year"), (long long)r->who->agency)};
	}
	return l;
}

static struct twice_lines twice_of(struct req *r, const char *type, int64_t year)
{
	struct rows *t = db_run(r->db, &nomination_twice, A(type), A(year));
	struct twice_lines l = {arena_array(r->mem, (size_t)t->n, sizeof *l.at), t->n};

	for (int i = 0; i < t->n; i++)
		l.at[i] = (struct twice_line){row_text(t, i, "name"), mask_id(r->mem, row_text(t, i, "national_id")), row_text(t, i,
			"agency_name"),
			row_text(t, i, "other_name")};
	return l;
}

static void fill_days(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct nomination *all = rows;

	(void)mem;
	for (int i = 0; i < n; i++)
		all[i].days_left = date_set(all[i].deadline) ? days_between(l->r->today, all[i].deadline) : 0;
}

static void fill_view(struct req *r, struct rosters_view *v, const char *type, int64_t year)
{
	v->r = r;
	v->wrong = issue_lines(r);
	v->action = req_url(r, "/promotion/rosters");
	v->type = input_choice(r, "type", "訓練類別", type, true, options_of(r->mem, promotion_type_codes, "（請選擇）"));
	v->year = input_text(r, "year", "年度", arena_print(r->mem, "%lld", (long long)year), true, NULL);
}

/* 保訓會: every 遴選機關; as a file or JSON, a 遴選機關 its own. */
static void overview(struct req *r, const char *type, int64_t year)
{
	struct list l;
	struct rosters_view v = {.l = &l};

	if (!list_open(&l, r, "各遴選機關名冊", nomination_fields, sizeof(struct nomination), "agency_code"))
		return;
	type = promotion_index(promotion_type_codes, req_query(r, "type")) < 0 ? promotion_type_codes[0].id : req_query(r, "type");
	year = req_query_int(r, "year", 2, YEAR_MOST, year);
	l.complete = fill_days;
	if (!list_run(&l, &nomination_overview, A(type), A(year), REQ_AGENCIES(r)))
		return;
	const struct nomination *rows = l.rows;

	fill_view(r, &v, type, year);
	v.lines = (struct overview_lines){arena_array(r->mem, (size_t)l.n, sizeof *v.lines.at), l.n};
	for (int i = 0; i < l.n; i++)
		v.lines.at[i] = (struct overview_line){&rows[i], req_url(r, "/promotion/%s/%lld/rosters/%lld", type, (long long)year,
			(long long)rows[i].id), look_of(rows[i].state.id), nomination_is(&rows[i], "confirmed") ||
				nomination_is(&rows[i], "accepted") ? ""
			: left_of(r, rows[i].deadline)};
	v.type_id = type;
	v.may_remind = req_may(r, MAY_PROMOTION_CALL) && l.n && *v.lines.at[0].left;
	v.remind = req_url(r, "/promotion/rosters/remind");
	v.twice = twice_of(r, type, year);
	nominations_page(reply_page(r, 200, "升官等線上報送系統"), &v);
}

static const struct field labels[] = {{.name = "type", .label = "訓練類別"}, {.name = "year", .label = "年度"}, {0}};

void nominations_get(struct req *r)
{
	const char *type = req_query(r, "type");
	int64_t year = req_query_int(r, "year", 2, YEAR_MOST, callup_year(r->db, type, r->today));
	struct rosters_view v = {0};

	if (!r->who->all_agencies && !selector_any(r->db, r->who->agency)) {
		reply_refuse(r, 403, "ERR_SELECTING_ONLY");
		return;
	}
	r->issues.fields = labels;
	if (*req_query(r, "go") && promotion_index(promotion_type_codes, type) < 0)
		issue(&r->issues, -1, "type", "ERR_TYPE");
	if (r->issues.n && reply_issues(r))
		return;
	if ((r->who->all_agencies || r->as != AS_PAGE) && !r->issues.n) {
		overview(r, type, year);
		return;
	}
	if (*req_query(r, "go") && !r->issues.n) {
		reply_see(r, req_url(r, "/promotion/%s/%lld/rosters/%lld", type, (long long)year, (long long)r->who->agency), NULL);
		return;
	}
	fill_view(r, &v, type, year);
	if (!r->who->all_agencies)
		v.items = items_of(r);
	nominations_page(reply_page(r, r->issues.n ? 422 : 200, "升官等線上報送系統"), &v);
}

/* ---- those that have not confirmed are told                                                     PROMO-065 */

struct reminding { struct req *r; const char *type; int64_t year; int told; };

static void remind(struct db *db, void *with)
{
	struct reminding *m = with;
	struct req *r = m->r;
	struct rows *late = db_run(db, &nomination_unsent, A(m->type), A(m->year));

	for (int i = 0; i < late->n; i++) {
		struct date deadline = row_date(late, i, "deadline");
		int64_t agency = row_int(late, i, "agency");

		notice_add(db, &(struct notice){.agency = agency, .kind = "nomination.remind", .subject_kind = "nomination", .made = r->now,
			.text = arena_print(r->mem, "%lld年度%s名冊尚未確認上傳，報送期限 %s（%s），請儘速辦理，逾期不予受理。", (long long)m->year,
				promotion_type_codes[promotion_index(promotion_type_codes, m->type)].label, date_text(r->mem, deadline),
				left_of(r, deadline)),
			.link = arena_print(r->mem, "/promotion/%s/%lld/rosters/%lld", m->type, (long long)m->year, (long long)agency)});
	}
	m->told = late->n;
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "nomination.remind", .subject_kind = "nomination", .at = r->now,
		.after = arena_print(r->mem, "{\"type\":\"%s\",\"year\":%lld,\"agencies\":%d}", m->type, (long long)m->year, m->told)});
}

void nominations_remind(struct req *r)
{
	struct reminding m = {r, req_form(r, "type"), 0, 0};

	r->issues.fields = labels;
	if (promotion_index(promotion_type_codes, m.type) < 0)
		issue(&r->issues, -1, "type", "ERR_TYPE");
	if (!text_to_int(req_form(r, "year"), 2, YEAR_MOST, &m.year))
		issue(&r->issues, -1, "year", "ERR_REQUIRED");
	if (r->issues.n) {                                      /* nothing of it is typed on the page */
		if (!reply_issues_as(r, 422))
			reply_refuse(r, 422, "ERR_TYPE");
		return;
	}
	r->done = req_url(r, "/promotion/rosters?type=%s&year=%lld", m.type, (long long)m.year);
	if (req_tx(r, remind, &m) != REQ_OK)
		reply_see(r, r->done, NULL);
	else
		reply_see(r, r->done, m.told ? arena_print(r->mem, "已提醒 %d 個尚未確認上傳之遴選機關。", m.told) :
			"各遴選機關均已確認上傳，無須提醒。");
}
