/* command.c: `peixun import`: the same checks, the same storing and the same words as the pages, for a named account.   LEARN-042 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/account/account.h"
#include "app/import/import.sql.h"
#include "app/import/private.h"
#include "app/store/store.h"
#include "base/setting.h"
#include "base/text.h"
#include "file/temp.h"

enum { STORED = 0, REFUSED = 1, NOT_ALL = 1, WRONG_CALL = 2, LINES_MOST = 1000, BLOCK = 1 << 16, MEMORY = 512 << 20 };

struct command {
	struct db *db;
	struct arena *mem;
	struct who who;
	const char *what, *file, *as, *reason, *purpose;
	struct import_order order;
	bool json, partial;
	int64_t content, batch;
};

static int usage(void)
{
	fprintf(stderr, "usage: peixun import KIND FILE|- [--for WORDS] [--dry-run] [--only-correct] [--again] [--big5|--utf8] [--json]\n"
		"              --as AGENCY/ACCOUNT\n"
		"       peixun import undo BATCH --reason TEXT [--partial] --as AGENCY/ACCOUNT\n");
	return WRONG_CALL;
}

static bool read_options(struct command *c, int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		bool more = i + 1 < argc;

		if (text_is(argv[i], "--dry-run"))
			c->order.dry = true;
		else if (text_is(argv[i], "--only-correct"))
			c->order.only_correct = true;
		else if (text_is(argv[i], "--again"))
			c->order.again = true;
		else if (text_is(argv[i], "--partial"))
			c->partial = true;
		else if (text_is(argv[i], "--json"))
			c->json = true;
		else if (text_is(argv[i], "--big5"))
			c->order.charset = CHARSET_CP950;
		else if (text_is(argv[i], "--utf8"))
			c->order.charset = CHARSET_UTF8;
		else if (text_is(argv[i], "--as") && more)
			c->as = argv[++i];
		else if (text_is(argv[i], "--for") && more)
			c->purpose = argv[++i];
		else if (text_is(argv[i], "--reason") && more)
			c->reason = argv[++i];
		else if (!c->what && *argv[i] != '-')
			c->what = argv[i];
		else if (!c->file && (*argv[i] != '-' || !argv[i][1]))
			c->file = argv[i];
		else
			return false;
	}
	return c->what && c->file && c->as;
}

char *import_line(struct arena *mem, const struct import_kind *kind, const char *file, int64_t row, const char *field, const char *text,
	const char *code)
{
	const struct field *f = *field ? field_named(kind->fields, field) : NULL;
	const char *what = f ? arena_print(mem, "「%s」", field_heading(f)) : "";

	const char *shown = issue_shown(mem, code, text);

	if (!row)
		return arena_print(mem, "%s：%s", file, shown);
	return arena_print(mem, "%s 第 %lld 列%s：%s", file, (long long)row, what, shown);
}

/* ---- what came of it */

static void tell_lines(const struct command *c, const struct import_batch *b, const struct rows *r)
{
	if (*b->reason)
		printf("%s：%s\n", b->file_name, b->reason);
	for (int i = 0; i < r->n; i++)
		printf("%s\n", import_line(c->mem, c->order.kind, b->file_name, row_int(r, i, "row_number"), row_text(r, i, "field"),
			row_text(r, i, "text"), row_text(r, i, "code")));
	printf("批次 %lld：%s；共 %lld 列，新增 %lld、更新 %lld、相同 %lld、待複核 %lld、錯誤 %lld、提醒 %lld\n", (long long)b->id, b->state.label,
		(long long)b->rows_read, (long long)b->rows_created, (long long)b->rows_updated, (long long)b->rows_unchanged,
		(long long)b->rows_conflict, (long long)b->rows_wrong, (long long)b->warnings);
}

void import_json(struct json *j, const struct import_batch *b, const struct rows *r)
{
	json_begin(j);
	for (const struct field *f = import_batch_fields; f->name; f++) {
		if (f->use == MARK && !text_is(f->name, "reason"))
			continue;
		json_key(j, f->name);
		field_json(f, j, b);
	}
	json_key(j, "issues");
	json_list(j);
	for (int i = 0; i < r->n; i++) {
		static const char *const names[] = {"field", "code", "text", "severity"};

		json_begin(j);
		json_key(j, "row");
		json_int(j, row_int(r, i, "row_number"));
		for (int k = 0; k < 4; k++) {
			json_key(j, names[k]);
			json_text(j, row_text(r, i, names[k]));
		}
		json_end(j);
	}
	json_end(j);
	json_end(j);
}

static int outcome(struct command *c)
{
	struct import_batch b;
	struct rows *r = db_run(c->db, &import_issues, A(c->batch), A(LINES_MOST));

	batch_load(c->db, c->mem, c->batch, &b);
	if (c->json) {
		struct text t = text_new(c->mem, 16 << 20);
		struct json j = json_new(&t);

		import_json(&j, &b, r);
		printf("%s\n", t.at);
	} else {
		tell_lines(c, &b, r);
	}
	return (batch_state(&b) == BATCH_DONE || batch_state(&b) == BATCH_CHECKED) && !b.rows_conflict ? STORED : NOT_ALL;
}

/* ---- a file */

static int open_file(struct command *c)
{
	char block[BLOCK];
	int fd;
	ssize_t n;

	if (!text_is(c->file, "-"))
		return open(c->file, O_RDONLY | O_CLOEXEC);
	fd = temp_file(c->mem);
	while ((n = read(STDIN_FILENO, block, sizeof block)) > 0)
		file_write(fd, block, (size_t)n);
	return fd;
}

static void take_in(struct db *db, void *with)
{
	struct command *c = with;

	c->batch = batch_new(db, &c->order, c->content, false);
}

static void show_progress(int64_t done, int64_t total, const char *text)
{
	if (isatty(STDERR_FILENO))
		fprintf(stderr, "\r%s %lld / %lld\033[K", text, (long long)done, (long long)total);
}

static int import_file(struct command *c)
{
	int fd = open_file(c);
	const char *slash = strrchr(c->file, '/');
	struct import_batch b;

	if (fd < 0) {
		fprintf(stderr, "%s: %s\n", c->file, strerror(errno));
		return WRONG_CALL;
	}
	if (file_size(fd) > (uint64_t)setting_int("upload.mebibytes") << 20) {
		printf("%s：%s（E-CSV-07）\n", c->file, message(c->mem, "E-CSV-07", arena_print(c->mem, "%s MB", setting("upload.mebibytes"))));
		return REFUSED;
	}
	c->order.who = &c->who;
	c->order.file_name = text_is(c->file, "-") ? "stdin" : slash ? slash + 1 : c->file;
	c->order.now = job_now();
	c->content = store_content(c->db, fd);
	db_tx(c->db, take_in, c);
	batch_load(c->db, c->mem, c->batch, &b);
	if (batch_state(&b) == BATCH_HELD) {
		printf("%s：%s（W-CSV-04）\n", b.file_name, batch_same(c->db, c->mem, &b));
		return REFUSED;
	}
	import_work(c->db, c->mem, c->batch, job_now(), show_progress);
	if (isatty(STDERR_FILENO))
		fprintf(stderr, "\r\033[K");
	return outcome(c);
}

/* ---- taking back */

static int undo_batch(struct command *c)
{
	struct import_batch b;
	struct import_undo u = {.batch = &b, .who = &c->who, .reason = c->reason, .partial = c->partial, .now = job_now()};
	int64_t id;

	if (!text_to_int(c->file, 1, INT64_MAX, &id) || !batch_load(c->db, c->mem, id, &b) || !c->reason)
		return usage();
	c->order.kind = import_kind_named(b.kind.id);
	if (!(c->who.may & c->order.kind->may) || (!c->who.all_agencies && b.agency != c->who.agency)) {
		fprintf(stderr, "%s\n", message(c->mem, "ERR_NO_RIGHT", c->order.kind->title));
		return REFUSED;
	}
	db_tx(c->db, batch_undo, &u);
	if (u.done) {
		printf("批次 %lld 已復原\n", (long long)id);
		return STORED;
	}
	for (int i = 0; u.touched && i < u.touched->n; i++)
		printf("%s：%s\n", row_text(u.touched, i, "about"), row_text(u.touched, i, "reason"));
	if (u.touched && u.touched->n)
		puts(issue_shown(c->mem, "E-BAT-01", message(c->mem, "E-BAT-01", arena_print(c->mem, "%lld",
			(long long)row_int(u.touched, 0, "total")))));
	else
		puts(message(c->mem, "ERR_UNDO", "狀態或期限不符"));
	return REFUSED;
}

static int run(struct command *c, int argc, char **argv)
{
	if (!read_options(c, argc, argv))
		return usage();
	if (!account_named(c->db, c->mem, c->as, &c->who)) {
		fprintf(stderr, "peixun import: there is no active account %s\n", c->as);
		return WRONG_CALL;
	}
	if (text_is(c->what, "undo"))
		return undo_batch(c);
	c->order.kind = import_kind_named(c->what);
	if (!c->order.kind) {
		fprintf(stderr, "peixun import: there is no kind %s\n", c->what);
		return WRONG_CALL;
	}
	if (!(c->who.may & c->order.kind->may)) {
		fprintf(stderr, "%s\n", message(c->mem, "ERR_NO_RIGHT", may_name(c->order.kind->may)));
		return REFUSED;
	}
	if (c->order.kind->subject && !(c->order.subject = c->order.kind->subject(c->db, &c->who, c->purpose ? c->purpose : ""))) {
		fprintf(stderr, "peixun import: --for names nothing that %s is for\n", c->order.kind->name);
		return WRONG_CALL;
	}
	return import_file(c);
}

int import_command(struct db *db, int argc, char **argv)
{
	struct command c = {.db = db, .mem = arena_new(MEMORY)};
	struct arena *before = db_arena(db);

	db_use_arena(db, c.mem);
	int status = run(&c, argc, argv);

	db_use_arena(db, before);
	arena_free(c.mem);
	return status;
}
