/* web.c: the pages of portal/. */
#include <string.h>
#include <unistd.h>

#include "app/audit/audit.h"
#include "app/may.h"
#include "app/portal/page.html.h"
#include "app/portal/portal.h"
#include "app/portal/portal.sql.h"
#include "app/portal/view.h"
#include "app/store/store.h"
#include "base/text.h"

enum { MANUAL_MOST = 50 << 20, GROUP_MOST = 40, JOB_SHOWN_SECONDS = 7 * 86400 };

static const char *const group_names[] = {"學習資訊維護", "人事單位", "統計報表"};

/* ---- 首頁 */

/* The pages of a group that this person may open. */
static struct portal_links links_of(struct req *r, const char *group)
{
	struct portal_links all = {arena_array(r->mem, GROUP_MOST, sizeof *all.at), 0};

	const struct route *rows[GROUP_MOST];
	int n = route_menu(r->app, group, rows, GROUP_MOST);

	for (int i = 0; i < n; i++)
		if (req_may(r, rows[i]->may))
			all.at[all.n++] = (struct portal_link){{arena_print(r->mem, "%s%s", r->app->base, rows[i]->path)}, rows[i]->menu};
	return all;
}

static struct correction_lines corrections_of(struct req *r)
{
	struct rows *c = db_run(r->db, &portal_corrections, A(r->who->agency));
	struct correction_lines all = {arena_array(r->mem, (size_t)c->n, sizeof *all.at), c->n};

	for (int i = 0; i < c->n; i++) {
		int64_t year = row_int(c, i, "roc_year");

		all.at[i] = (struct correction_line){year, row_int(c, i, "n"), req_may(r, MAY_HOURS_DOWNLOAD) ?
			req_url(r, "/hr/delivery?corrected=1&year=%lld", (long long)year) : (struct url){0}};
	}
	return all;
}

/* The work that runs by the clock, and what people wait for, by name.                              LEARN-018 */
static const struct code job_names[] = {{"hours.transfer", "學習時數轉出"}, {"hours.fold", "學習時數統計彙整"}, {"tally.fold", "統計報表更新"},
	{"hours.pack", "學習時數查詢資料更新"}, {"opening.blocks", "開課及課程執行統計更新"},
	{"import", "整批上傳"}, {"download", "下載檔案產製"}, {"download.sweep", "下載檔案逾期刪除"}, {"mail.send", "電子郵件寄送"}, {0}};

/* What failed and is tried again, and what was given up in the last days. */
static struct job_lines jobs_of(struct req *r)
{
	struct rows *j = db_run(r->db, &portal_jobs, A((int64_t)(r->now.seconds - JOB_SHOWN_SECONDS)));
	struct job_lines all = {arena_array(r->mem, (size_t)j->n, sizeof *all.at), 0};

	for (int i = 0; i < j->n; i++) {
		const struct code *name = code_find(job_names, row_text(j, i, "kind"));
		const char *reason = row_text(j, i, "reason");

		if (name)
			all.at[all.n++] = (struct job_line){name->label, row_int(j, i, "tries"), text_is(row_text(j, i, "state"), "failed"),
				row_moment(j, i, "next"), text_starts(reason, "incident ") ? reason + strlen("incident ") : ""};
	}
	return all;
}

static void survey_of(struct req *r, struct portal_view *v)
{
	struct rows *s = db_run(r->db, &portal_survey, A(r->who->agency), A(r->today));

	if (!s->n)
		return;
	v->survey_year = row_int(s, 0, "roc_year");
	v->survey_until = row_date(s, 0, "deadline");
	v->survey = req_url(r, "/hr/gender?year=%lld", (long long)v->survey_year);
}

static void home_get(struct req *r)
{
	struct portal_view v = {.r = r, .messages = portal_messages_of(r, "back"), .has_todo = req_may(r, MAY_LEARN_TODO),
		.front = req_url(r, r->who->learner ? "/learn/registrations" : "/learn/courses"), .manual = {NULL},
		.announcements = req_url(r, "/learning/announcements"), .manuals = req_url(r, "/learning/manuals"),
		.turn = req_url(r, "/switch"), .password = req_url(r, "/account"),
		.keeps = req_may(r, MAY_LEARN_ACCOUNT), .keeps_manual = req_may(r, MAY_DGPA),
		.groups = {arena_array(r->mem, 3, sizeof(struct portal_group)), 0}};

	if (db_run(r->db, &manual_current, A(r->today))->n)
		v.manual = req_url(r, "/learning/manual");
	if (v.has_todo)
		v.waiting = row_int(db_run(r->db, &portal_waiting, A(r->who->agency), A(r->today)), 0, "n");
	if (v.has_todo)
		v.corrections = corrections_of(r);
	if (v.keeps_manual)
		v.jobs = jobs_of(r);
	if (v.has_todo && req_may(r, MAY_HR_GENDER))
		survey_of(r, &v);
	if (v.waiting && req_may(r, MAY_HR_REVIEW))
		v.review = req_url(r, "/hr/review?state=1");
	for (size_t i = 0; i < sizeof group_names / sizeof *group_names; i++) {
		struct portal_links links = links_of(r, group_names[i]);

		if (links.n)
			v.groups.at[v.groups.n++] = (struct portal_group){group_names[i], links};
	}
	portal_page(reply_page(r, 200, "終身學習管理後台"), &v);
}

/* ---- 使用手冊 */

static void give(struct req *r, const struct rows *m)
{
	struct stored file;
	int fd = m->n ? store_get_fd(r->db, r->mem, row_int(m, 0, "file")) : -1;

	if (fd < 0 || !store_look(r->db, r->mem, row_int(m, 0, "file"), &file)) {
		reply_refuse(r, 404, "ERR_TEXT_GIVEN", "目前尚無使用手冊");
		return;
	}
	reply_file(r, file.type, arena_print(r->mem, "使用手冊_%s_%s.%s", row_text(m, 0, "version_label"),
		date_iso(r->mem, row_date(m, 0, "valid_from")), text_is(file.type, "application/pdf") ? "pdf" : "odt"), dup(fd), (uint64_t)file.size);
}

static void manual_get(struct req *r)
{
	give(r, db_run(r->db, &manual_current, A(r->today)));
}

static void manual_one_get(struct req *r)
{
	give(r, db_run(r->db, &manual_one, A(r->id[0])));
}

static const struct field manual_takes[] = {
	{.name = "label", .label = "版本", .kind = K_TEXT, .use = EDIT, .need = true, .most = 20},
	{.name = "from", .label = "生效日", .kind = K_DATE, .use = EDIT, .need = true},
	{0}
};

static void show_manuals(struct req *r, int status)
{
	struct rows *m = db_run(r->db, &manual_all), *now = db_run(r->db, &manual_current, A(r->today));
	const struct issue *wrong = issue_at(&r->issues, -1, "file");
	struct manuals_view v = {.r = r, .wrong = issue_lines(r), .action = req_url(r, "/learning/manuals"), .back = req_url(r, "/learning"),
		.label = input_text(r, "label", "版本", "", true, "例如 1071001"), .from = input_text(r, "from", "生效日", "", true, NULL),
		.file_error = wrong ? wrong->text : NULL, .lines = {arena_array(r->mem, (size_t)m->n, sizeof *v.lines.at), m->n}};

	for (int i = 0; i < m->n; i++)
		v.lines.at[i] = (struct manual_line){row_text(m, i, "version_label"), row_date(m, i, "valid_from"), row_moment(m, i, "made"),
			req_url(r, "/learning/manuals/%lld", (long long)row_int(m, i, "id")), now->n && row_int(now, 0, "id") == row_int(m, i, "id")};
	manuals_page(reply_page(r, status, "維護使用手冊"), &v);
}

static void manuals_get(struct req *r)
{
	show_manuals(r, 200);
}

const char *portal_file_type(const struct upload *u, uint64_t most)
{
	static const struct { const char *begin, *end, *type; } kinds[] = {{"%PDF", "", "application/pdf"}, {"\xff\xd8\xff", "", "image/jpeg"},
		{"\x89PNG", "", "image/png"}, {"PK\3\4", ".odt", "application/vnd.oasis.opendocument.text"},
		{"PK\3\4", ".ods", "application/vnd.oasis.opendocument.spreadsheet"},
		{"PK\3\4", ".odp", "application/vnd.oasis.opendocument.presentation"}};
	char first[8] = "";

	if (u->fd < 0 || u->size > most || pread(u->fd, first, sizeof first - 1, 0) < 4)
		return NULL;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (text_starts(first, kinds[i].begin) && text_ends(u->name, kinds[i].end))
			return kinds[i].type;
	return NULL;
}

/* A manual is a document.                                                                          LEARN-108 */
static const char *manual_type(const struct upload *u)
{
	const char *type = portal_file_type(u, MANUAL_MOST);

	return type && (text_is(type, "application/pdf") || text_ends(type, ".text")) ? type : NULL;
}

struct manual { struct req *r; const char *type; struct date from; int64_t content; };

static void put_manual(struct db *db, void *with)
{
	const struct manual *m = with;
	struct req *r = m->r;
	struct stored file;

	store_refer(db, m->content, r->file.name, m->type, &file);
	db_run(db, &manual_put, A(req_form(r, "label")), A(m->from), A(file.id), A(r->now), A(r->who->account));
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "manual.add", .subject_kind = "file", .subject = file.id, .after = req_form(r, "label"), .at = r->now});
	r->done = req_url(r, "/learning/manuals");
}

static void manuals_post(struct req *r)
{
	struct manual m = {.r = r, .type = manual_type(&r->file)};

	r->issues.fields = manual_takes;
	if (!*req_form(r, "label"))
		issue(&r->issues, -1, "label", "ERR_REQUIRED");
	req_date(r, "from", "生效日", true, &m.from);
	if (!m.type)
		issue(&r->issues, -1, "file", "E-FILE-01", "使用手冊須為 PDF 或 ODT，50 MB 以內");
	if (r->issues.n) {
		if (!reply_issues(r))
			show_manuals(r, 422);
		return;
	}
	m.content = store_content(r->db, r->file.fd);
	req_tx(r, put_manual, &m);
	reply_see(r, r->done, "使用手冊已新增。");
}

static const struct field attachment_takes[] = {
	{.name = "version", .label = "版本", .kind = K_INT, .use = KEY},
	{.name = "drop", .label = "移除附件", .kind = K_BOOL, .use = EDIT},
	{0}
};

#define HERE "終身學習/"

const struct route portal_routes[] = {
	{GET, "/learning", home_get, MAY_BACK_OFFICE, .crumb = "終身學習", .menu = "終身學習", .help = "終身學習管理後台首頁"},
	{GET, "/learning/manual", manual_get, MAY_BACK_OFFICE, .type = "application/pdf", .help = "使用手冊"},
	{GET, "/learning/announcements", announcements_get, MAY_LEARN_ACCOUNT, .gives = announcement_fields, .list = true,
		.crumb = HERE "重要訊息", .help = "重要訊息"},
	{GET, "/learning/announcements/new", announcement_new_get, MAY_LEARN_ACCOUNT, .crumb = HERE "重要訊息/新增", .help = "新增重要訊息"},
	{POST, "/learning/announcements/new", announcement_new_post, MAY_LEARN_ACCOUNT, .takes = announcement_fields, .help = "新增重要訊息"},
	{GET, "/learning/announcements/:announcement", announcement_get, MAY_LEARN_ACCOUNT, .gives = announcement_fields,
		.crumb = HERE "重要訊息/修改", .help = "修改重要訊息"},
	{POST, "/learning/announcements/:announcement", announcement_post, MAY_LEARN_ACCOUNT, .takes = announcement_fields,
		.help = "修改重要訊息"},
	{POST, "/learning/announcements/:announcement/file", announcement_file_post, MAY_LEARN_ACCOUNT, .takes = attachment_takes,
		.body = 11 << 20, .help = "附上或移除重要訊息的附件"},
	{GET, "/announcements/:message_file", announcement_file_get, 0, .type = "application/octet-stream", .hidden = true,
		.help = "重要訊息的附件"},
	{GET, "/learning/manuals", manuals_get, MAY_DGPA, .crumb = HERE "維護使用手冊", .help = "使用手冊各版本"},
	{POST, "/learning/manuals", manuals_post, MAY_DGPA, .takes = manual_takes, .body = MANUAL_MOST + (1 << 20), .help = "新增使用手冊版本"},
	{GET, "/learning/manuals/:manual_file", manual_one_get, MAY_DGPA, .type = "application/pdf", .help = "使用手冊的一個版本"},
	{0}
};
