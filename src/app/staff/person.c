/* person.c: 人員基本資料 of somebody on 同仁名冊: a name, a sex or a day of birth that was entered wrongly is corrected with a reason by the
 * agency of the main posting.  A 身分證號 stays what it is: it is who the person is everywhere.           LEARN-008, 011, 014, 294 */
#include "app/staff/page.html.h"
#include "app/staff/private.h"

#include "app/audit/audit.h"
#include "app/staff/staff.sql.h"
#include "base/collate.h"
#include "base/text.h"

struct corrected { int64_t id, version, posting; const char *national_id, *name, *reason; struct code sex; struct date birth_date; };

#define SHARED_FIELDS \
	FIELD(corrected, name, TEXT, EDIT, "姓名", .need = true, .most = 60, .privacy = PERSONAL), \
	FIELD(corrected, sex, CODE, EDIT, "性別", .need = true, .list = sex_codes), \
	FIELD(corrected, birth_date, DATE, EDIT, "出生日期", .need = true, .privacy = PERSONAL)

static const struct field data_fields[] = {
	FIELD(corrected, id, INT, KEY, "編號"), FIELD(corrected, version, INT, KEY, "版本"),
	FIELD(corrected, national_id, TEXT, SHOW, "身分證號"), SHARED_FIELDS, {0}
};
const struct field staff_person_fields[] = {
	FIELD(corrected, version, INT, KEY, "版本"), SHARED_FIELDS,
	FIELD(corrected, reason, TEXT, EDIT, "更正理由", .need = true, .most = 200), {0}
};

bool staff_is_of(struct req *r, int64_t person)
{
	struct rows *main = db_run(r->db, &staff_main_agency, A(person), A(r->today));

	return r->who->all_agencies || !main->n || row_int(main, 0, "agency") == r->who->agency;
}

/* Who has the main posting elsewhere meanwhile is corrected there. */
static bool load(struct req *r, struct corrected *to)
{
	*to = (struct corrected){.reason = ""};
	if (record_load(r->mem, db_run(r->db, &staff_person_one, A(r->id[0])), data_fields, to) && staff_is_of(r, to->id)) {
		to->national_id = mask_id(r->mem, to->national_id);
		return true;
	}
	r->app->refused(r, "E-SCOPE-01");
	reply_refuse(r, 404, "E-SCOPE-01");
	return false;
}

static void show(struct req *r, int status, const struct corrected *c)
{
	static const struct corrected fresh = {.name = "", .national_id = "", .reason = "", .sex = {"", ""}};
	struct staff_person_view v = {.r = r, .wrong = issue_lines(r), .inputs = inputs_of(r, staff_person_fields, c),
		.national_id = c->national_id, .version = c->version, .action = req_url(r, "/postings/%lld/person", (long long)r->id[0]),
		.back = req_url(r, "/postings/%lld", (long long)r->id[0]),
		.changes = change_lines_of_events(r->mem, audit_told(r->db, r->mem, "colleague", c->id), data_fields, &fresh, sizeof fresh,
			audit_words)};

	staff_person_page(reply_page(r, status, "更正人員基本資料"), &v);
}

void staff_person_get(struct req *r)
{
	struct corrected c;

	if (!load(r, &c))
		return;
	if (r->json)
		reply_record(r, data_fields, &c);
	else
		show(r, 200, &c);
}

struct correcting { struct req *r; struct corrected *c; const struct corrected *before; };

static void store(struct db *db, void *with)
{
	struct correcting *x = with;
	struct req *r = x->r;
	const char *from, *to;

	issues_clear(&r->issues);
	r->done = req_url(r, "/postings/%lld/person", (long long)r->id[0]);
	if (!record_changes(data_fields, r->mem, x->before, x->c, &from, &to))
		return;
	if (!db_run(db, &staff_person_set, A(x->c->id), A(x->c->version), A(x->c->name), A(collate_key(r->mem, x->c->name)), A(x->c->sex.id),
			A(x->c->birth_date))->n) {
		audit_stale(db, &r->issues, -1, "", NULL, "colleague", x->c->id);
		db_undo(db);
		return;
	}
	db_run(db, &staff_mark, A(x->c->id));
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "colleague.change", .subject_kind = "colleague", .subject = x->c->id, .before = from, .after = to,
		.reason = x->c->reason, .at = r->now});
}

void staff_person_post(struct req *r)
{
	struct corrected before, c;

	if (!load(r, &before))
		return;
	c = before;
	r->issues.learning = true;
	r->issues.fields = staff_person_fields;
	record_merge(staff_person_fields, req_style(r), &r->form, true, &c, &r->issues, -1);
	text_to_int(req_form(r, "version"), 1, INT64_MAX, &c.version);
	if (date_set(c.birth_date) && date_before(r->today, c.birth_date))
		issue(&r->issues, -1, "birth_date", "E-DATE-03", req_form(r, "birth_date"));
	if (!r->issues.n && req_tx(r, store, &(struct correcting){r, &c, &before}) != REQ_UNDONE)
		reply_see(r, r->done, "人員基本資料已更正。");
	else if (!reply_issues_as(r, issue_has(&r->issues, "E-STALE-01") ? 409 : 422))
		show(r, issue_has(&r->issues, "E-STALE-01") ? 409 : 422, &c);
}
