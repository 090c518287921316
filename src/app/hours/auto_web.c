/* auto_web.c: 自動時數上傳: files of an outside learning platform, each under a request number of its own, which acts once.   LEARN-205 */
#include <string.h>

#include "app/hours/hours.sql.h"
#include "app/hours/page.html.h"
#include "app/hours/view.h"
#include "app/may.h"
#include "app/store/store.h"
#include "base/setting.h"
#include "base/text.h"

enum { NUMBER_MOST = 60, A_MINUTE = 60, UPLOADS_A_MINUTE = 30 };

static const struct code auto_kinds[] = {{"opened", "已開班"}, {"unopened", "未開班"}, {"study", "進修成績"}, {0}};

static const struct import_kind *kind_of(const char *typed)
{
	const struct code *c = code_find(auto_kinds, typed);

	return !c ? NULL : text_is(c->id, "opened") ? &hours_auto_opened_kind : text_is(c->id, "unopened") ? &hours_auto_unopened_kind
		: &hours_auto_study_kind;
}

static void show(struct req *r, int status)
{
	struct auto_view v = {.r = r, .wrong = issue_lines(r), .action = req_url(r, "/hours/auto"), .may_send = req_may(r, MAY_HOURS),
		.request = input_text(r, "request", "申請編號", req_query(r, "request"), true, "由上傳系統自訂，同一編號僅處理一次"),
		.kind = input_choice(r, "kind", "種類", "opened", true, options_of(r->mem, auto_kinds, NULL))};

	hours_auto_page(reply_page(r, status, "自動時數上傳"), &v);
}

/* How a request stands: at its batch. */
void hours_auto_get(struct req *r)
{
	const char *number = req_query(r, "request");
	struct rows *x = *number ? db_run(r->db, &hours_request_one, A(r->who->account), A(number)) : NULL;

	if (x && x->n)
		reply_see(r, req_url(r, "/imports/%lld", (long long)row_int(x, 0, "batch")), NULL);
	else if (x)
		reply_refuse(r, 404, "E-SCOPE-01");
	else
		show(r, 200);
}

struct sending { struct req *r; struct import_order order; int64_t content; const char *number; };

static void take_in(struct db *db, void *with)
{
	struct sending *s = with;
	int64_t id = batch_new(db, &s->order, s->content, true);

	db_run(db, &hours_request_put, A(s->r->who->account), A(s->number), A(id), A(s->r->now));
	s->r->done = req_url(s->r, "/imports/%lld", (long long)id);
}

static bool too_many(struct req *r)
{
	return row_int(db_run(r->db, &hours_request_recent, A(r->who->account), A((int64_t)(r->now.seconds - A_MINUTE))), 0, "n") >= UPLOADS_A_MINUTE;
}

static void check(struct req *r, const char *number, const struct import_kind *kind)
{
	if (!*number || utf8_length(number) > NUMBER_MOST)
		issue(&r->issues, -1, "request", "ERR_TEXT_GIVEN", "「申請編號」為必填，最多 60 個字。（E-REQ-01）");
	if (!kind)
		issue(&r->issues, -1, "kind", "ERR_TEXT_GIVEN", "「種類」須為 opened、unopened 或 study。（E-CHOICE-01）");
	if (r->file.fd < 0 || !r->file.size || r->file.size > (uint64_t)setting_int("upload.mebibytes") << 20)
		issue(&r->issues, -1, "file", "ERR_FILE_REQUIRED");
}

void hours_auto_post(struct req *r)
{
	const char *number = req_form(r, "request");
	const struct import_kind *kind = kind_of(req_form(r, "kind"));
	struct rows *before = db_run(r->db, &hours_request_one, A(r->who->account), A(number));
	struct sending s = {.r = r, .number = number, .order = {.kind = kind, .who = r->who, .address = r->wire->address, .file_name = r->file.name,
		.again = true, .now = r->now}};

	if (before->n) {                                        /* sent again after a fault of the network: the first answer */
		reply_see(r, req_url(r, "/imports/%lld", (long long)row_int(before, 0, "batch")), "此申請編號已受理");
		return;
	}
	check(r, number, kind);
	if (!r->issues.n && too_many(r)) {
		reply_header(r, "Retry-After", "60");
		reply_refuse(r, 429, "E-BAT-02");
		return;
	}
	if (r->issues.n) {
		if (!reply_issues(r))
			show(r, 422);
		return;
	}
	s.content = store_content(r->db, r->file.fd);
	if (req_tx(r, take_in, &s) != REQ_UNDONE) {
		reply_see(r, r->done, "已受理");
		return;
	}
	before = db_run(r->db, &hours_request_one, A(r->who->account), A(number));
	if (before->n)
		reply_see(r, req_url(r, "/imports/%lld", (long long)row_int(before, 0, "batch")), "此申請編號已受理");
	else
		reply_refuse(r, 503, "E-BAT-02");
}
