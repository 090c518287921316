/* member.c: 同仁登錄會員明細: who of the agency is a member of the learning portal.                              LEARN-511, 512 */
#include "app/colleague/colleague.sql.h"
#include "app/colleague/page.html.h"
#include "app/colleague/view.h"
#include "app/may.h"
#include "base/text.h"

struct member_row {
	int64_t id;
	const char *name, *national_id, *unit_name, *rank_name, *class_name, *title_name, *email;
	bool is_member;
	struct date member_since;
	struct moment last_sign_in;
};

const struct field colleague_member_asks[] = {
	FIELD(asked, name, TEXT, EDIT, "姓名", .most = 60),
	{.name = "class", .label = "人員區分", .kind = K_TEXT, .use = EDIT, .at = offsetof(struct asked, place), .most = 10},
	FIELD(asked, rank, TEXT, EDIT, "官職等", .most = 60),
	FIELD(asked, member, CODE, EDIT, "是否會員", .list = yes_no_codes),
	{.name = "units", .label = "單位", .kind = K_TEXT, .use = SHOW},
	{0}
};

const struct field colleague_member_fields[] = {
	FIELD(member_row, id, INT, KEY, "編號"),
	FIELD(member_row, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(member_row, national_id, TEXT, SHOW, "身份證字號", .privacy = PERSONAL),
	FIELD(member_row, unit_name, TEXT, SHOW, "單位"),
	FIELD(member_row, rank_name, TEXT, SHOW, "官職等"),
	FIELD(member_row, class_name, TEXT, SHOW, "人員區分"),
	FIELD(member_row, title_name, TEXT, SHOW, "職稱"),
	FIELD(member_row, is_member, BOOL, SHOW, "是否會員"),
	FIELD(member_row, member_since, DATE, SHOW, "加入日期"),
	FIELD(member_row, last_sign_in, MOMENT, SHOW, "最後登入"),
	FIELD(member_row, email, TEXT, SHOW, "電子郵件", .privacy = PERSONAL, .not_sorted = true),
	{0}
};

static const struct sql *bind(const struct query *q, struct value *to, int *n)
{
	const struct asked *a = &q->asked;
	const struct value values[] = {A(q->span.low), A(q->span.high), A(q->asof), A(q->units), A(text_like(q->mem, a->name)), A(q->national_id),
		A(q->class_code), A(text_like(q->mem, a->rank)), A(a->member.id)};

	*n = sizeof values / sizeof *values;
	for (int i = 0; i < *n; i++)
		to[i] = values[i];
	return &colleague_members;
}

const struct query_kind colleague_member_kind = {.path = "/colleagues/members", .title = "同仁登錄會員明細", .may = MAY_HR_MEMBERS,
	.reach = AGENCY_OWN,
	.basis = "今日在職之主要任職", .asks = colleague_member_asks, .fields = colleague_member_fields,
		.size = sizeof(struct member_row), .sort = "name", .personal = true,
	.bind = bind};

static void draw(struct query *q, struct req *r, struct html *h)
{
	struct plain_view v = {.form = query_form(q, r), .l = &q->l, .export = req_url(r, "/colleagues/members/export")};

	plain_page(h, &v);
}

void colleague_member_get(struct req *r)
{
	query_get(r, &colleague_member_kind, draw);
}

void colleague_member_post(struct req *r)
{
	struct query q;

	if (query_post(r, &colleague_member_kind, &q))
		query_ask(r, &q, &colleague_member_file);
}

static int64_t rows_of(const struct download_making *m)
{
	return query_rows(m, &colleague_member_kind);
}

static int64_t write_list(const struct download_making *m, int fd)
{
	return query_write(m, &colleague_member_kind, fd);
}

const struct download_kind colleague_member_file = {.name = "colleague.member", .label = "同仁登錄會員明細", .may = MAY_HR_MEMBERS | MAY_DGPA,
	.rows = rows_of, .write = write_list};
