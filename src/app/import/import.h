/* import.h: uploads of many rows, the same way for every kind of file: read, checked, stored all or nothing, taken back.
 *
 * A slice declares a kind: its columns (a field table), what makes two rows the same, how a row is judged against what is
 * stored, and how rows are made, filled in, and removed.  Everything else is done here: the encoding and the heading row, all
 * complaints at once, the result file, the preview, progress, cancelling, going on after a crash, the history, the command.
 *
 * Rows go in by pieces under a batch that is hidden, and one small transaction shows them to every reader; what fills in rows
 * that are there already waits in a side table of the kind until that same transaction.  So a crash leaves all or nothing.
 * That transaction takes about 12 microseconds for each row filled in, during which nobody else writes on SQLite (bench/README.md).
 *                                                              LEARN-016, 019 … 029, 042; decisions 4, 9, 15 */
#ifndef PEIXUN_IMPORT_H
#define PEIXUN_IMPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/charset.h"
#include "field/field.h"
#include "job/job.h"
#include "web/route.h"

enum import_outcome { IMPORT_CREATE, IMPORT_UPDATE, IMPORT_UNCHANGED, IMPORT_CONFLICT, IMPORT_REJECT, IMPORT_OUTCOMES };

/* A row of the file as its kind sees it.  given: bit i is set when the i-th field of the table has a value in the file (what
 * an absent or empty cell leaves is not said, and never clears what is stored). */
struct import_row {
	int64_t number;                 /* as the spreadsheet shows it */
	const char *key;                /* its key fields as stored, in the order of the kind's key, '\x1F' between */
	void *record;                   /* the kind's struct */
	uint64_t given;
	uint64_t group;                 /* of a kind whose rows stand `together`: the same for all that do; else 0 */
	enum import_outcome outcome;
	void *found;                    /* the kind's own, from judge to store */
	uint32_t index, reason;         /* the engine's own */
};

struct import_kind;
struct import_run;

/* What unfold() made of an upload that is another institution's form of our rows: a CSV file (UTF-8) with our headings, in a nameless
 * temporary file, whose line k says what line k of the upload says; or why it can't be made (refusal, of the whole file). */
struct import_unfolded { int fd; const char *form, *refusal_code, *refusal; };

/* One pass over a file.  mem lasts for the pass, piece for the rows that are judged or stored together (rows of statements go
 * there), row_mem, in check(), for the one row. */
struct import {
	struct db *db;
	struct arena *mem, *piece, *row_mem;
	const struct import_kind *kind;
	int64_t batch, account, agency;                         /* agency: the uploader's */
	int64_t subject;                                        /* what the file is for, where its kind says so; 0: nothing single */
	bool all_agencies;
	struct moment now;
	struct date today;
	void *references;               /* what begin() gave */
	bool exchanged;                 /* the file has headings of files in circulation (import_alias) */
	int64_t rows;                   /* how many passed the check, from the first judge() on */
	struct import_run *run;
};

/* Fills in what a row gives to a statement; makes no db call. */
typedef void import_values(struct import *, const struct import_row *, const void *with, struct value *to);

/* What the rows of a file become: one table.  newest gives its greatest id as `id`; sweep removes those of a batch from one id to another
 * (batch, first, last); release lets them go from the batch when it is undone (batch; NULL: nothing is to be done). */
struct import_target { const char *what; const struct sql *newest, *put, *sweep, *release; import_values *values; };

/* What fills in rows that are there already waits in a side table.  page gives some of it (batch, the key behind which to begin, how many,
 * and with two sides the side: 1 what the file says, 0 what was there before); its rows have the column `key`.  drop empties it (batch).
 * With two sides values() comes twice a row, with a `with` of NULL for what was there.  take() puts one in, or puts it back: false: somebody
 * has touched it. */
struct import_staging { const struct sql *put, *page, *drop; const char *key; bool two_sides; import_values *values;
	bool (*take)(struct import *, struct arena *, const struct rows *, int row, bool back); };

/* db, where it is said to be inside a transaction, may be retried: nothing else is changed by these functions. */
struct import_kind {
	const char *name, *title;       /* "roster", 「錄取人員名冊」 */
	const char *path;               /* its upload page, "/roster/import" */
	const char *rows_at;            /* the list of what a batch brought, "/payments?batch="; NULL: none */
	uint64_t may;
	const char *note;               /* a paragraph for the upload page */
	const struct field *fields;     /* the EDIT ones are the columns, in the template's order; at most 64 fields */
	size_t size;
	const char *const *key;         /* names of the fields that make two rows the same; ends with NULL.  Pieces are sorted by it. */
	size_t key_begins;              /* so many bytes of it most rows share: pieces follow each other by the eight behind them */
	bool together;                  /* rows that differ in the last field of the key alone stand together, whatever the order of those */
	bool form_codes;                /* ERR_REQUIRED … as on forms; else E-REQ-01 … (LEARN) */
	/* A form that is sent in whole: its heading row stands as in the template, column by column, and none of its rows is taken without
	 * the others.  What can't be read at all is told in ERR_FILE_ words. */
	bool whole;
	/* A needed column that a file in circulation (one with headings of import_alias) may leave out, since check() knows better.  NULL: none. */
	bool (*supplies)(const struct field *);
	/* What a file is for, in words of a command, "zuo_to_zheng/105"; 0: there is no such thing.  NULL: its files are for nothing single. */
	int64_t (*subject)(struct db *, const struct who *, const char *words);
	/* Why no file is taken now, as a code with its values; NULL: it is.  Asked before anything is read. */
	const char *const *(*refuses)(struct import *);
	/* False: the upload is a table as it is.  The file is read only.  NULL: always. */
	bool (*unfold)(struct import *, int fd, uint64_t size, struct import_unfolded *to);
	/* What is looked up for every row and small enough to hold: examinations, agencies.  NULL: nothing. */
	void *(*begin)(struct import *);
	/* What a row tells by itself, and with the references; makes no db call.  Fields with a complaint are empty.  NULL: nothing. */
	void (*check)(struct import *, struct import_row *);
	/* Sets the outcomes of up to 10,000 rows, looking up all of their keys at once (json_each in SQL, json_list here).
	 * It comes twice: when the file is checked, and, inside the transaction, when the piece is stored. */
	void (*judge)(struct import *, struct import_row *, int n);
	/* What is done with the rows, where it is the usual; a function below that is given comes instead. */
	const struct import_target *makes;
	const struct import_staging *fills;
	const struct sql *touched_by;   /* touched() as a statement: batch, how many at most */
	/* Inside a transaction: makes the rows to CREATE, under im->batch, and stages those to UPDATE.  Others are passed by. */
	void (*store)(struct import *, struct import_row *, int n);
	/* Inside the transaction that makes the batch visible: what was staged; how many rows still were as they had been. */
	int64_t (*apply)(struct import *);
	/* Inside that transaction too: what begins when the batch is visible.  NULL: nothing. */
	void (*shown)(struct import *);
	/* Removes the rows of `what` of the batch with ids from first to last (at most 10,000 of them); `what` NULL: what is staged. */
	void (*sweep)(struct import *, const char *what, int64_t first, int64_t last);
	/* Inside that transaction, before it is visible: may it still be?  False: things have changed since they were checked, and nothing
	 * is shown.  NULL: always. */
	bool (*settle)(struct import *);
	/* Of what the batch made or filled in, the rows that somebody has touched since: columns about, reason.  NULL: a batch is not undone
	 * here, but on the kind's own page. */
	struct rows *(*touched)(struct import *, int most);
	/* Inside the transaction that hides the batch again: lets those rows go from the batch, and puts back what was filled in. */
	void (*take_back)(struct import *);
	/* Inside a transaction: a person decided about a row that differed: the file's data are taken, or the stored ones kept. */
	bool (*decide)(struct import *, struct import_row *, bool take);
};

/* For the kinds.  A row with an issue is a REJECT: import_issue(im, row, "exam_code", "ERR_EXAM_NOT_FOUND", value). */
#define import_issue(im, row, field, ...) import_complain((im), (row), (field), (const char *const[]){__VA_ARGS__, NULL})
void import_complain(struct import *, struct import_row *, const char *field, const char *const *code_and_values);
/* The row is taken all the same; a person should know. */
#define import_doubt(im, row, field, ...) import_warn_of((im), (row), (field), (const char *const[]){__VA_ARGS__, NULL})
void import_warn_of(struct import *, struct import_row *, const char *field, const char *const *code_and_values);
/* The row is a CONFLICT; what differs, for people: 「姓名：原為「王小明」，檔案為「王曉明」」. */
void import_differs(struct import *, struct import_row *, const char *field, const char *stored, const char *in_file);
/* In store(): one statement for every row of an outcome.  How many. */
int64_t import_load(struct import *, const struct sql *put, struct import_row *, int n, enum import_outcome, import_values *, const void *with);
/* In store(): the rows to CREATE become rows of the table. */
void import_create(struct import *, const struct import_target *, struct import_row *, int n, const void *with);
/* In store(): rows of `what` with ids after `after` up to `last` were made, among which are all of ours. */
void import_made(struct import *, const char *what, int64_t after, int64_t last);
bool import_given(const struct import *, const struct import_row *, const char *field);
/* What stands in a TEXT or ID column of some rows, as JSON for a statement that looks them up; neighbours of the same text once. */
const char *import_texts(struct import *, const struct import_row *, int n, const char *field);
/* In check(): has this field been complained of, so that it is empty for want of a value that can be read? */
bool import_complained(const struct import *, const struct import_row *, const char *field);

/* The program's kinds, once a process; ends with NULL. */
void import_kinds(const struct import_kind *const *);
const struct import_kind *import_kind_named(const char *name);  /* NULL: there is none */

/* ---- batches */

/* SM-4; the words for people are in import_states. */
enum import_state {
	BATCH_HELD, BATCH_QUEUED, BATCH_CHECKING, BATCH_CHECKED, BATCH_REFUSED, BATCH_NIGHT, BATCH_STORING, BATCH_DONE, BATCH_PARTIAL,
	BATCH_ABANDONED, BATCH_CANCELLED, BATCH_FAILED, BATCH_UNDONE, BATCH_STATES
};
extern const struct code import_states[];                       /* in the order of the enum; ends with an id of NULL */

struct import_batch {
	int64_t id, account, agency, file, result, errors, job, lease, beat, version, subject;
	const char *account_name, *file_name, *encoding, *format, *columns_found, *reason, *charset, *sha256, *undo_reason;
	struct code kind, state;
	bool hidden, only_correct, dry, nightly;
	int64_t rows_ok, rows_read, rows_wrong, rows_created, rows_updated, rows_unchanged, rows_conflict, warnings, undo_left;
	struct moment created, finished, undone;
};
extern const struct field import_batch_fields[];
enum import_state batch_state(const struct import_batch *);
bool batch_load(struct db *, struct arena *, int64_t id, struct import_batch *);

/* How a file is to be taken.  charset: as a person said, CHARSET_UNKNOWN to find out. */
struct import_order {
	const struct import_kind *kind;
	const struct who *who;
	const char *address, *file_name;
	enum charset charset;
	bool dry, only_correct, nightly;
	int64_t subject;                /* 0, or what the kind says */
	bool again;                     /* the same content was taken before, and shall be once more (LEARN-028) */
	struct moment now;
};

/* Inside a transaction, after store_content(): a new batch; it waits for a person when the same was taken before, else its job is
 * queued.  `by_job` false: the caller runs it (import_work).  Gives its id. */
int64_t batch_new(struct db *, const struct import_order *, int64_t content, bool by_job);

/* What a person may do with a batch; each in the caller's transaction, false when its state does not allow it (any more). */
bool batch_confirm(struct db *, const struct who *, const struct import_batch *, bool only_correct, struct moment now);
bool batch_give_up(struct db *, const struct who *, const struct import_batch *, struct moment now);     /* 「放棄」, 「取消」 */
bool batch_retry(struct db *, const struct import_batch *, struct moment now);

/* 「復原整批」: in the caller's transaction; afterwards import_settle or the job sweeps.  False with r->n = 0: not in a state or at an
 * age to be undone; with rows: what somebody has touched since (partial false). */
struct import_undo { const struct import_batch *batch; const struct who *who; const char *address, *reason; bool partial; struct moment now;
	struct rows *touched; bool done; };
void batch_undo(struct db *, void *import_undo);

/* Conflicts decided by a person, in a transaction of the caller; stops at the first that somebody else has decided or touched
 * meanwhile.  Gives the number decided. */
int conflicts_decide(struct db *, const struct import_batch *, const int64_t *conflicts, int n, bool take,
	const struct who *, const char *address, struct moment now);

/* Checks and stores a batch here and now, outside a transaction, on behalf of the command. */
void import_work(struct db *, struct arena *, int64_t batch, struct moment now, void (*progress)(int64_t done, int64_t total, const char *text));

/* The job of a batch (subject), and the one that clears up behind what was interrupted or taken back. */
extern const struct job_kind import_job, import_sweep_job;

/* ---- pages */
extern const struct route import_routes[];
enum scope import_scope(struct req *, const char *parameter, int64_t batch);
/* Handlers of a kind's own routes: its upload page, what the page sends, its template. */
void import_upload_page(struct req *, const struct import_kind *);
void import_upload_post(struct req *, const struct import_kind *);
void import_template(struct req *, const struct import_kind *);
/* 學習資訊上傳進度查詢 for one kind alone, at an address of its own. */
void import_uploads_of(struct req *, const struct import_kind *, const char *path, const char *title);

/* argv[0] is "import": peixun import KIND FILE [--for WORDS] [--dry-run] [--only-correct] [--json] --as AGENCY/ACCOUNT
 *                      peixun import undo BATCH --reason TEXT --as AGENCY/ACCOUNT
 * Exit status: 0 all stored; 1 refused by checks, or not all rows stored: some wait for a decision, or are wrong and --only-correct
 * left them out; 2 a wrong call (ACMS-101, LEARN-042). */
int import_command(struct db *, int argc, char **argv);
#endif
