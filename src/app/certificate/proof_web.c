/* proof_web.c: proofs of 身分別 and of changed data: attached at any time, also on an application; who reads one leaves a trace.
 *                                                                                       ACMS-056, PLAN-132, decision 22 */
#include <unistd.h>

#include "app/audit/audit.h"
#include "app/certificate/certificate.sql.h"
#include "app/certificate/view.h"
#include "app/life/life.h"
#include "app/store/store.h"
#include "base/text.h"

const struct code proof_kinds[] = {{"identity", "身分別證明文件"}, {"change", "資料變更證明文件"}, {0}};

static const struct field labels[] = {
	{.name = "file", .label = "檔案"}, {.name = "what", .label = "文件種類"}, {.name = "remove_reason", .label = "移除理由"}, {0}
};

struct proof_lines proof_lines_of(struct req *r, int64_t admission)
{
	struct rows *p = db_run(r->db, &proof_list, A(admission));
	struct proof_lines v = {arena_array(r->mem, (size_t)p->n, sizeof *v.at), p->n};

	for (int i = 0; i < p->n; i++) {
		const struct code *what = code_find(proof_kinds, row_text(p, i, "what"));

		v.at[i] = (struct proof_line){.what = what ? what->label : "", .identity = row_text(p, i, "identity"), .name = row_text(p, i, "name"),
			.by = row_text(p, i, "account_name"), .made = row_moment(p, i, "made"),
			.at = req_url(r, "/certification/persons/%lld/proofs/%lld", (long long)admission, (long long)row_int(p, i, "id")),
			.remove = req_url(r, "/certification/persons/%lld/proofs/%lld/remove", (long long)admission, (long long)row_int(p, i, "id"))};
	}
	return v;
}

static void keep(struct db *db, struct req *r, const char *action, int64_t admission, const char *reason, const char *name, const char *sha256)
{
	struct text t = text_new(r->mem, 4096);
	struct json j = json_new(&t);

	json_begin(&j);
	json_key(&j, "file"), json_text(&j, name);
	json_key(&j, "sha256"), json_text(&j, sha256);
	json_end(&j);
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address, .action = action,
		.subject_kind = "trainee", .subject = admission, .after = t.at, .reason = reason, .at = r->now});
}

struct attaching { struct req *r; struct applicant a; const char *what, *type; };

static void attach(struct db *db, void *with)
{
	struct attaching *x = with;
	struct req *r = x->r;
	struct stored file;

	store_put(db, r->file.fd, r->file.name, x->type, &file);
	db_run(db, &data_begin, A(x->a.id));
	db_run(db, &proof_put, A(x->a.id), A(x->what), A(x->a.identity), A(file.id), A(r->file.name), A(file.size), A(file.sha256),
		A(r->who->account), A(r->now));
	if (text_is(x->what, "identity"))
		db_run(db, &proof_mark, A(x->a.id), A(true));
	keep(db, r, "certificate.proof", x->a.id, NULL, r->file.name, file.sha256);
	r->done = req_url(r, "/certification/persons/%lld", (long long)x->a.id);
}

static void refuse(struct req *r, int status, const struct applicant *a)
{
	if (!reply_issues_as(r, status))
		applicant_show(r, status, a);
}

void proof_post(struct req *r)
{
	struct attaching x = {.r = r, .what = req_form(r, "what")};

	if (!applicant_load(r->db, r->mem, r->id[0], req_agency(r), &x.a)) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return;
	}
	r->issues.fields = labels;
	x.type = life_paper_type(r);
	if (!code_find(proof_kinds, x.what))
		issue(&r->issues, -1, "what", "ERR_REQUIRED");
	if (!r->issues.n && req_tx(r, attach, &x) != REQ_UNDONE)
		reply_see(r, r->done, "證明文件已附上。");
	else
		refuse(r, 422, &x.a);
}

void proof_get(struct req *r)
{
	struct rows *p = db_run(r->db, &proof_one, A(r->id[1]), A(r->id[0]));
	int64_t id = p->n ? row_int(p, 0, "file") : 0;
	int fd = id ? store_get_fd(r->db, r->mem, id) : -1;
	struct stored file;

	if (fd < 0 || !store_look(r->db, r->mem, id, &file)) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return;
	}
	audit_refusal(r->db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "certificate.proof-read", .subject_kind = "trainee", .subject = r->id[0], .at = r->now,
		.after = arena_print(r->mem, "{\"proof\":%lld}", (long long)r->id[1])});
	reply_file(r, file.type, row_text(p, 0, "name"), dup(fd), (uint64_t)file.size);
}

/* ---- one that came to the wrong person ---- */

struct removing { struct req *r; struct applicant a; int64_t proof; };

static void take_away(struct db *db, void *with)
{
	struct removing *x = with;
	struct req *r = x->r;
	struct rows *p = db_run(db, &proof_one, A(x->proof), A(x->a.id)), *left;
	bool proved = false;

	issues_clear(&r->issues);
	if (!p->n || !db_run(db, &proof_remove, A(x->proof), A(r->now), A(r->who->account), A(req_form(r, "remove_reason")))->n) {
		audit_stale(db, &r->issues, -1, "", NULL, "trainee", x->a.id);
		db_undo(db);
		return;
	}
	store_drop(db, row_int(p, 0, "file"));
	left = db_run(db, &proof_list, A(x->a.id));
	for (int i = 0; i < left->n; i++)
		proved |= text_is(row_text(left, i, "what"), "identity");
	if (text_is(row_text(p, 0, "what"), "identity") && !proved)
		db_run(db, &proof_mark, A(x->a.id), A(false));
	keep(db, r, "certificate.proof-removed", x->a.id, req_form(r, "remove_reason"), row_text(p, 0, "name"), row_text(p, 0, "sha256"));
	r->done = req_url(r, "/certification/persons/%lld", (long long)x->a.id);
}

/* What an application rests on stays as long as the person is on it. */
void proof_remove_post(struct req *r)
{
	struct removing x = {.r = r, .proof = r->id[1]};

	if (!applicant_load(r->db, r->mem, r->id[0], req_agency(r), &x.a) || !db_run(r->db, &proof_one, A(x.proof), A(x.a.id))->n) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return;
	}
	r->issues.fields = labels;
	if (!*req_form(r, "remove_reason"))
		issue(&r->issues, -1, "remove_reason", "ERR_REQUIRED");
	if (x.a.serial)
		issue(&r->issues, -1, "", "ERR_IN_SERIAL", x.a.name, x.a.number);
	if (!r->issues.n && req_tx(r, take_away, &x) != REQ_UNDONE)
		reply_see(r, r->done, "證明文件已移除；請確認「已檢附」是否正確。");
	else
		refuse(r, issue_has(&r->issues, "ERR_STALE") || issue_has(&r->issues, "ERR_IN_SERIAL") ? 409 : 422, &x.a);
}
