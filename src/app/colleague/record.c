/* record.c: a record of hours as people are told of it; 「檢視」: what one person did in a time, with what does not count.   LEARN-443, 445 */
#include "app/colleague/colleague.sql.h"
#include "app/colleague/page.html.h"
#include "app/colleague/view.h"
#include "app/hours/hours.h"
#include "app/staff/staff.h"
#include "base/text.h"

#define COURSE_PART \
	FIELD(told, course_name, TEXT, SHOW, "課程名稱", .not_sorted = true), FIELD(told, course_code, TEXT, SHOW, "課程代碼", \
		.not_sorted = true), FIELD(told, term_no, INT, \
		SHOW, "期別"), \
	FIELD(told, institution, TEXT, SHOW, "開課機關(構)", .not_sorted = true), FIELD(told, category_name, TEXT, SHOW, "課程類別", \
		.not_sorted = true), \
	FIELD(told, start_day, DATE, SHOW, "起日", .not_sorted = true), FIELD(told, end_day, DATE, SHOW, "迄日", .not_sorted = true), \
		FIELD(told, mode_name, TEXT, SHOW, "學習性質", .not_sorted = true), \
	FIELD(told, hours, INT, SHOW, "認證時數", .not_sorted = true), FIELD(told, digital, INT, SHOW, "數位時數", .not_sorted = true), \
		FIELD(told, physical, INT, SHOW, "實體時數", .not_sorted = true), \
	FIELD(told, business_name, TEXT, SHOW, "與業務相關", .not_sorted = true), FIELD(told, state, TEXT, SHOW, "狀態", .not_sorted = true)
#define INNER_PART \
	FIELD(told, id, INT, KEY, ""), FIELD(told, person, INT, MARK, ""), FIELD(told, agency, INT, MARK, ""), FIELD(told, mode, INT, MARK, ""), \
	FIELD(told, cert, INT, MARK, ""), FIELD(told, review, INT, MARK, ""), FIELD(told, business, INT, MARK, "")

const struct field told_fields[] = {INNER_PART, COURSE_PART, {0}};
const struct field told_person_fields[] = {
	INNER_PART,
	FIELD(told, agency_name, TEXT, SHOW, "機關", .not_sorted = true), FIELD(told, unit_name, TEXT, SHOW, "單位", .not_sorted = true),
	FIELD(told, national_id, TEXT, SHOW, "身分證字號", .privacy = PERSONAL, .not_sorted = true), FIELD(told, name, TEXT, SHOW,
		"姓名", .privacy = PERSONAL, .not_sorted = true),
	FIELD(told, title_name, TEXT, SHOW, "職稱", .not_sorted = true), FIELD(told, rank_name, TEXT, SHOW, "官職等",
		.not_sorted = true), FIELD(told, class_name, TEXT, SHOW, "人員區分", .not_sorted = true),
	COURSE_PART, {0}
};

static const char *state_of(const struct told *t, bool ended)
{
	if (t->review == REVIEW_PENDING)
		return "待複核，不計";
	if (t->review == REVIEW_RETURNED)
		return "退回，不計";
	if (t->cert == CERT_FAILED)
		return "不通過，不計";
	return t->cert == CERT_PENDING ? "未認證，不計" : ended ? "通過" : "尚未結束，不計";
}

void told_complete(struct arena *mem, struct date today, struct told *t, int n)
{
	static const char *const modes[] = {"", "數位學習", "實體學習", "混成學習"};

	(void)mem;
	for (int i = 0; i < n; i++) {
		bool ended = !date_before(today, t[i].end_day);

		t[i].mode_name = t[i].mode >= 1 && t[i].mode <= 3 ? modes[t[i].mode] : "";
		t[i].business_name = t[i].business ? "是" : "否";
		t[i].state = state_of(&t[i], ended);
		t[i].counts = ended && hours_counts(t[i].cert, t[i].review);
	}
}

int told_first(const struct told *t, int n, int64_t person)
{
	int low = 0, high = n;

	while (low < high) {
		int middle = (low + high) / 2;

		if (t[middle].person < person)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* ---- the page of one person ---- */

struct time_asked { struct date from, to; };
static const struct field time_fields[] = {FIELD(time_asked, from, DATE, EDIT, "結束日期起"), FIELD(time_asked, to, DATE, EDIT, "結束日期迄"), {0}};

static void sum_up(struct records_view *v)
{
	for (int i = 0; i < v->records.n; i++) {
		const struct told *t = &v->records.at[i];

		if (t->counts)
			v->courses++, v->hours += t->hours, v->digital += t->digital, v->physical += t->physical,
				v->business += t->business ? t->hours : 0;
	}
}

void told_show(struct req *r, struct records_view *v)
{
	struct told_lines all = v->records;
	struct list l;

	if (!list_open(&l, r, v->name, told_fields, sizeof(struct told), "end_day") || !list_given(&l, all.at, all.n))
		return;
	v->l = &l;
	v->records = (struct told_lines){l.rows, l.n};
	told_page(reply_page(r, 200, v->name), v);
}

/* Where the person serves at the end of the time, in the main posting or another one, says who may see the courses.       LEARN 1.2 (6) */
static bool may_see(struct req *r, int64_t person, struct date asof)
{
	struct agency_span reach = agency_subtree(r->db, r->mem, r->who);

	if (staff_serves(r->db, person, &reach, asof))
		return true;
	r->app->refused(r, "E-SCOPE-01");
	reply_refuse(r, 404, "E-SCOPE-01");
	return false;
}

static void head_of(struct records_view *v, const struct rows *p)
{
	v->name = row_text(p, 0, "name"), v->national_id = row_text(p, 0, "national_id"), v->agency_name = row_text(p, 0, "agency_name");
	v->unit_name = row_text(p, 0, "unit_name"), v->title_name = row_text(p, 0, "title_name"), v->rank_name = row_text(p, 0, "rank_name");
}

void told_get(struct req *r)
{
	struct time_asked t = {date_make(date_year(r->today), 1, 1), date_make(date_year(r->today), 12, 31)};

	r->issues.fields = time_fields;
	r->issues.learning = true;
	record_merge(time_fields, TYPED, &r->query, false, &t, &r->issues, -1);
	if (!date_set(t.from) || !date_set(t.to) || date_before(t.to, t.from))
		t.from = date_make(date_year(r->today), 1, 1), t.to = date_make(date_year(r->today), 12, 31);
	struct date asof = date_before(r->today, t.to) ? r->today : t.to;

	if (!may_see(r, r->id[0], asof))
		return;
	struct ids one = {&r->id[0], 1};
	struct rows *p = db_run(r->db, &colleague_person, A(r->id[0]), A(asof));
	struct rows *rows = db_run(r->db, &colleague_records, A(query_ids_json(r->mem, &one)), A((int64_t)(date_year(t.from) - 1911)),
		A((int64_t)(date_year(t.to) - 1911)), A("[]"), A(0), A(t.from), A(t.to), A(false), A(r->today));
	struct records_view v = {.r = r, .records = {records_load(r->mem, rows, told_fields, sizeof(struct told)), rows->n},
		.period = arena_print(r->mem, "%s 至 %s", date_text(r->mem, t.from), date_text(r->mem, t.to)), .note = "",
			.back = list_back(r, "/colleagues")};

	told_complete(r->mem, r->today, v.records.at, v.records.n);
	sum_up(&v);
	head_of(&v, p);
	bool full = personal_full(r);

	v.personal = personal_bar(r, full, false);
	v.national_id = personal_id(r->mem, v.national_id, full);
	told_show(r, &v);
}
