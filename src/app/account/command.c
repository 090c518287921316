/* command.c: `peixun account`: an account and its password from the machine itself, by the rules of the page 帳號.   ACMS-101
 *
 * Whoever may run it may read the database anyway, so it asks for no account; what was done stands in the audit log. */
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "app/account/account.h"
#include "app/account/account.sql.h"
#include "app/account/sign_in.h"
#include "app/audit/audit.h"
#include "base/text.h"
#include "job/job.h"

enum { PASSWORD_ROOM = 1024, WRONG_CALL = 2 };

struct change { struct req *r; struct account_row *after; const struct account_row *before; };

static int tell_issues(const struct req *r)
{
	for (size_t i = 0; i < r->issues.n; i++)
		fprintf(stderr, "%s\n", r->issues.at[i].text);
	return 1;
}

/* One line, not shown while it is typed.  NULL: there is none. */
static const char *read_line(struct arena *mem, const char *prompt)
{
	char *line = arena_get(mem, PASSWORD_ROOM);
	struct termios shown, hidden;
	bool typed = !tcgetattr(STDIN_FILENO, &shown);

	if (typed) {
		hidden = shown;
		hidden.c_lflag &= ~(tcflag_t)ECHO;
		fputs(prompt, stderr);
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
	}
	bool got = fgets(line, PASSWORD_ROOM, stdin);

	if (typed) {
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
		fputc('\n', stderr);
	}
	line[strcspn(line, "\r\n")] = '\0';
	return got ? line : NULL;
}

/* Twice where somebody types it. */
static const char *read_password(struct req *r)
{
	const char *password = read_line(r->mem, "密碼："), *again = isatty(STDIN_FILENO) ? read_line(r->mem, "再輸入一次：") : password;

	if (password && *password && !text_is(password, again))
		issue(&r->issues, -1, "password", "ERR_PASSWORD_UNEQUAL");
	return password ? password : "";
}

static void store(struct db *db, void *with)
{
	struct change *c = with;
	struct req *r = c->r;
	const char *from, *to;

	issues_clear(&r->issues);
	int64_t id = account_store(r, db, c->after, c->before);

	if (!id && !r->issues.n)
		audit_stale(db, &r->issues, -1, "", NULL, "account", c->before ? c->before->id : 0);
	if (r->issues.n)
		db_undo(db);
	else if (record_changes(account_fields, r->mem, c->before, c->after, &from, &to))
		audit_add(db, &(struct audit_event){.action = c->before ? "account.change" : "account.add", .subject_kind = "account",
			.subject = id, .before = from, .after = to, .at = r->now});
}

/* typed: what was said of the account, as the page's form would bring it. */
static int change(struct req *r, const struct pairs *typed, const struct account_row *before)
{
	struct account_row *after = arena_copy(r->mem, before ? before : &fresh_account, sizeof *after);

	record_merge(account_fields, TYPED, typed, !before, after, &r->issues, -1);
	account_check(r, after, before);
	if (r->issues.n || db_tx(r->db, store, &(struct change){r, after, before}) != DB_OK)
		return tell_issues(r);
	printf("帳號 %s/%s（%s）%s。\n", after->agency_code, after->name, after->role.label, before ? "的密碼已變更" : "已新增");
	return 0;
}

static int add(struct req *r, int argc, char **argv)
{
	static const char *const names[] = {"agency_code", "name", "role", "full_name"};
	struct pairs typed = {0};

	for (int i = 0; i < 4; i++)
		pair_add(r->mem, &typed, names[i], i < argc ? argv[i] : argv[1]);
	pair_add(r->mem, &typed, "active", "1");
	pair_add(r->mem, &typed, "password", read_password(r));
	return r->issues.n ? tell_issues(r) : change(r, &typed, NULL);
}

static int renew(struct req *r, const char *name)
{
	const char *slash = strchr(name, '/');
	struct rows *found = slash ? db_run(r->db, &account_of_pair, A(text_upper(r->mem, arena_bytes(r->mem, name, (size_t)(slash - name)))),
		A(slash + 1)) : NULL;
	struct account_row before = {0};
	struct pairs typed = {0};

	if (!found || !found->n) {
		fprintf(stderr, "沒有帳號 %s（機關代碼/帳號）\n", name);
		return 1;
	}
	account_load(r->db, r->mem, row_int(found, 0, "id"), &before);
	pair_add(r->mem, &typed, "password", read_password(r));
	if (!r->issues.n && !*typed.at[0].value)
		issue(&r->issues, -1, "password", "ERR_REQUIRED");
	return r->issues.n ? tell_issues(r) : change(r, &typed, &before);
}

int account_command(struct db *db, int argc, char **argv)
{
	static const struct who machine;
	struct req r = {.db = db, .mem = db_arena(db), .who = &machine, .now = job_now(), .issues = issues_new(db_arena(db), account_fields)};

	if (argc >= 5 && argc <= 6 && text_is(argv[1], "add"))
		return add(&r, argc - 2, argv + 2);
	if (argc == 3 && text_is(argv[1], "password"))
		return renew(&r, argv[2]);
	fprintf(stderr, "usage: peixun account add AGENCY NAME ROLE [FULL NAME] < PASSWORD\n       peixun account password AGENCY/NAME < PASSWORD\n"
		"ROLE: agency_officer csptc_officer nacs_officer sysadmin mentor unit_head hr_head agency_head "
		"dgpa top_admin officer learner stats; an empty line: without a password\n");
	return WRONG_CALL;
}
