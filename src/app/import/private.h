/* private.h: what the files of this slice share: one pass over a file, from its heading row to its last verdict. */
#ifndef PEIXUN_IMPORT_PRIVATE_H
#define PEIXUN_IMPORT_PRIVATE_H

#include "app/import/import.h"
#include "app/import/pile.h"
#include "file/sheet.h"

enum {
	ISSUES_KEPT = 1000,             /* for the page; the result file has all */
	CELLS_MOST = 1000, FIELDS_MOST = 64, KINDS_MOST = 64,
	PIECE_ROWS = 10000, JUDGE_ROWS = 5000,
	PASS_MEMORY = 256 << 20, PIECE_MEMORY = 128 << 20
};

enum severity { SEVERE, DIFFERS, WARNS };

enum { INDEX_BITS = 24, ROWS_MOST = 1 << INDEX_BITS, NUMBER_MOST = (1 << 29) - 1 };
/* What became of the row `number`; reason: the place + 1 of its last complaint in the pile, 0: none.  There are a million of these. */
struct row_verdict { uint32_t number : 29, outcome : 3; uint32_t reason; };
/* A complaint in the pile, before its three texts; next: the one before it. */
struct complaint_head { uint32_t next; uint16_t severity, field, code, text; };

/* A column of the file and what it means; NULL: nothing to us. */
struct heading {
	const struct field *field;
	int index;
	const char *name;
	bool ours, kept, append;                                /* kept: known, and not used; append: behind what the field has */
	const struct field *also;                               /* that has the value `value` then; NULL: none */
	int also_index;
	const char *value;
};

struct import_run {
	struct import im;
	struct import_batch batch;
	int fd;
	uint64_t size;
	struct table_limits limits;
	struct heading headings[CELLS_MOST];
	int n_headings;
	struct charset_found { const char *label; enum table_kind kind; enum charset charset; } found;
	const char *columns_found, *form;                       /* form: whose it was before it was unfolded; NULL: a table as it is */
	/* order: the rows as they came; sorted: the places in records of those that passed, by their keys. */
	struct pile records, order, sorted, complaints;
	struct row_verdict *verdicts;
	uint32_t n_entries, n;          /* rows that passed; all rows */
	int64_t count[IMPORT_OUTCOMES], warnings;
	bool collect;                   /* complaints are kept, not only counted */
	bool tell_conflicts;            /* those about conflicts are, in any case */
	const char *note;               /* a warning about the whole file; NULL: none */
	struct arena *words, *sentence; /* for one row while it is read; for one complaint */
	enum sheet_format format;       /* of the result file */
	int64_t result, errors;         /* contents in the store; 0: none */
	/* A complaint about the whole file; NULL: none. */
	const char *refusal, *refusal_code;
	/* How it goes, and whether to go on. */
	void (*progress)(struct import_run *, int64_t done, int64_t total, const char *text);
	bool (*cancelled)(struct import_run *);
	void *with;
	struct job *job;
	bool lost, changed;
	int64_t staged;                 /* UPDATE rows so far */
	int64_t pieces;                 /* ranges recorded so far */
};

/* Of 終身學習: listed under 學習資訊上傳進度查詢.                                                    LEARN-202 */
static inline bool import_is_learning(const struct import_kind *kind)
{
	return !kind->form_codes;
}

/* The program's kinds as a list of codes: their names and titles. */
extern struct code import_kind_codes[];

/* heading.c.  False: the heading row is refused (refusal says why). */
bool heading_read(struct import_run *, const struct table_row *);
bool heading_is_ours(const char *name);                         /* a column that a result file has of ours */
char *heading_fold(struct arena *, const char *name);           /* as headings are compared */

/* cell.c: one row's cells into its record, its complaints noted. */
void cells_parse(struct import_run *, const struct table_row *, struct import_row *);
void import_warn(struct import_run *, struct import_row *, const char *field, const char *const *code_and_values);

/* read.c.  Everything that the rows tell by themselves; then run->sorted is in key order, duplicates complained of. */
bool read_rows(struct import_run *);                            /* false: refused as a whole, or cancelled */
/* Of those sorted, rows from `from` on into the arena, in the order of their keys: as many as *n says and there are; less where the last
 * of them stand together with what comes behind.  *n: how many. */
struct import_row *rows_load(struct import_run *, struct arena *, uint32_t from, uint32_t *n);
/* A row's first complaint's words; in the order they were made. */
struct complaint { enum severity severity; const char *field, *code, *text; };
/* put.c: a kind's own function, or what its declaration says. */
void kind_store(struct import *, struct import_row *, int n);
int64_t kind_apply(struct import *);
void kind_sweep(struct import *, const char *what, int64_t first, int64_t last);
bool kind_is_undone(const struct import_kind *);
struct rows *kind_touched(struct import *, int most);
void kind_take_back(struct import *);
int complaints_of(struct import_run *, struct arena *, const struct row_verdict *, struct complaint *to, int most);

/* check.c, keep.c, result.c, run.c */
bool check_rows(struct import_run *);
/* The result file and the rows to mend, into the store.  refused: nothing of the file is. */
void result_write(struct import_run *, bool refused);
bool store_rows(struct import_run *);
void sweep_batch(struct import_run *);
void run_new(struct import_run *, struct db *, struct arena *, const struct import_batch *, struct moment now);

/* command.c: one complaint as people read it, 「h.csv 第 5 列「訓練總數」：…（E-INT-01）」; and a batch as JSON.   LEARN-016 */
char *import_line(struct arena *, const struct import_kind *, const char *file, int64_t row, const char *field, const char *text,
	const char *code);
void import_json(struct json *, const struct import_batch *, const struct rows *issues);

/* old.c: files of 終身學習 that were kept long enough. */
void import_drop_old(struct db *, struct arena *, struct moment now);

/* batch.c */
const char *batch_same(struct db *, struct arena *, const struct import_batch *);       /* W-CSV-04's words, "" when there is none */
void batch_night(struct db *, struct import_run *);             /* waits for the window: a new job */
struct moment batch_window(struct moment now);                  /* when storing may begin; {0}: now */
#endif
