/* web.c: 提醒與行事曆: how an account wants to be reminded. */
#include <string.h>

#include "app/account/account.h"
#include "app/audit/audit.h"
#include "app/mail/mail.h"
#include "app/may.h"
#include "app/reminder/page.html.h"
#include "app/reminder/private.h"
#include "app/reminder/reminder.h"
#include "app/reminder/reminder.sql.h"
#include "base/random.h"
#include "base/setting.h"
#include "base/text.h"

struct wish { const char *email, *ahead; bool by_mail, overdue; };

static const struct field wish_fields[] = {
	FIELD(wish, email, TEXT, EDIT, "電子郵件", .most = 254, .hint = "期限提醒寄到這個信箱。"),
	FIELD(wish, by_mail, BOOL, EDIT, "每個辦公日上午寄送提醒"),
	FIELD(wish, ahead, TEXT, EDIT, "到期前幾日提醒", .most = 40, .hint = "以頓號分開，例如「7、3、1」；0為到期當日，空白為到期前不提醒。"
		"適逢例假日者，於前一辦公日寄送。"),
	FIELD(wish, overdue, BOOL, EDIT, "逾期後每個辦公日提醒"),
	{0}
};

bool reminder_for(const struct role *role)
{
	return role && (role->may & MAY_REPORT_SEE);
}

const char *reminder_masked(struct arena *mem, const char *about)
{
	const char *rest = strstr(about, "（");
	size_t n = rest ? (size_t)(rest - about) : strlen(about);

	return arena_print(mem, "%s%s", mask_name(mem, arena_bytes(mem, about, n)), rest ? rest : "");
}

const char *reminder_origin(struct arena *mem)
{
	const char *origin = setting("origin");

	if (!*origin)
		origin = arena_print(mem, "%s://%s:%s", *setting("tls.certificate") ? "https" : "http", setting("address"), setting("port"));
	return arena_print(mem, "%s%s", origin, setting("base"));
}

static void show(struct req *r, int status, const struct wish *w, const char *token)
{
	struct rows *now = db_run(r->db, &reminder_one, A(r->who->account));
	struct reminder_view v = {.r = r, .wrong = issue_lines(r), .save = req_url(r, "/account/reminders"),
		.feed = req_url(r, "/account/calendar"), .close = req_url(r, "/account/calendar/close"), .mail_on = mail_on(),
		.feed_made = row_moment(now, 0, "feed_made")};
	struct inputs in = inputs_of(r, wish_fields, w);

	v.email = in.at[0];
	v.by_mail = in.at[1];
	v.ahead = in.at[2];
	v.overdue = in.at[3];
	if (token)
		v.address = arena_print(r->mem, "%s/calendar-feed/%s", reminder_origin(r->mem), token);
	reminder_page(reply_page(r, status, "提醒與行事曆"), &v);
}

static struct wish stored(struct req *r)
{
	struct rows *now = db_run(r->db, &reminder_one, A(r->who->account));

	return (struct wish){row_text(now, 0, "email"), row_text(now, 0, "ahead"), row_bool(now, 0, "by_mail"), row_bool(now, 0, "overdue")};
}

static void page_get(struct req *r)
{
	struct wish w = stored(r);

	if (r->json)
		reply_record(r, wish_fields, &w);
	else
		show(r, 200, &w, NULL);
}

struct saving { struct req *r; const struct wish *was, *is; };

static void audit_act(struct req *r, struct db *db, const char *action, const char *before, const char *after)
{
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = action, .subject_kind = "account", .subject = r->who->account, .before = before, .after = after, .at = r->now});
}

static void save(struct db *db, void *with)
{
	struct saving *s = with;
	const char *from, *to;

	db_run(db, &reminder_set, A(s->r->who->account), A(s->is->by_mail), A(s->is->ahead), A(s->is->overdue));
	if (strcmp(s->was->email, s->is->email))
		db_run(db, &reminder_email, A(s->r->who->account), A(s->is->email));
	if (record_changes(wish_fields, s->r->mem, s->was, s->is, &from, &to))
		audit_act(s->r, db, "account.reminders", from, to);
	s->r->done = req_url(s->r, "/account/reminders");
}

static void page_post(struct req *r)
{
	struct wish was = stored(r), is = was;
	struct reminder_ahead ahead;

	r->issues.fields = wish_fields;
	record_merge(wish_fields, req_style(r), &r->form, true, &is, &r->issues, -1);
	if (*is.email && !mail_address(is.email))
		issue(&r->issues, -1, "email", "ERR_MAIL_ADDRESS", is.email);
	if (reminder_ahead_read(r->mem, is.ahead, &ahead))
		is.ahead = reminder_ahead_text(r->mem, &ahead);
	else
		issue(&r->issues, -1, "ahead", "ERR_DAYS_AHEAD", is.ahead);
	if (r->issues.n) {
		if (!reply_issues(r))
			show(r, 422, &is, NULL);
		return;
	}
	req_tx(r, save, &(struct saving){r, &was, &is});
	reply_see(r, r->done, "提醒方式已儲存。");
}

struct feeding { struct req *r; const char *token; };

static void put_feed(struct db *db, void *with)
{
	struct feeding *f = with;
	struct req *r = f->r;

	db_run(db, &reminder_feed, A(r->who->account), A(f->token ? token_hash(r->mem, f->token) : NULL),
		A(f->token ? r->now : (struct moment){0}));
	audit_act(r, db, f->token ? "account.calendar" : "account.calendar-closed", NULL, NULL);
	r->done = req_url(r, "/account/reminders");
}

static void feed_post(struct req *r)
{
	struct feeding f = {r, random_token(r->mem)};
	struct wish w = stored(r);

	if (req_tx(r, put_feed, &f) == REQ_OK && !r->json)
		show(r, 200, &w, f.token);
	else
		reply_see(r, r->done, r->json ? f.token : NULL);
}

static void close_post(struct req *r)
{
	req_tx(r, put_feed, &(struct feeding){r, NULL});
	reply_see(r, r->done, "訂閱網址已停用。");
}

const struct route reminder_routes[] = {
	{GET, "/account/reminders", page_get, MAY_SIGNED_IN, .gives = wish_fields, .crumb = "帳號/提醒與行事曆", .help = "提醒與行事曆"},
	{POST, "/account/reminders", page_post, MAY_SIGNED_IN, .takes = wish_fields, .crumb = "帳號/提醒與行事曆", .help = "變更提醒方式"},
	{POST, "/account/calendar", feed_post, MAY_SIGNED_IN, .crumb = "帳號/提醒與行事曆", .help = "產生行事曆訂閱網址"},
	{POST, "/account/calendar/close", close_post, MAY_SIGNED_IN, .help = "停用行事曆訂閱網址"},
	{GET, "/calendar-feed/*token", feed_get, 0, .type = "text/calendar", .hidden = true, .help = "訂閱的行事曆"},
	{0}
};
