/* check.c: see check.h. */
#include "app/check/check.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "app/check/check.sql.h"
#include "app/deadline/deadline.h"
#include "app/hours/hours.h"
#include "app/opening/opening.h"
#include "app/store/store.h"
#include "app/tally/tally.h"
#include "app/training/training.h"
#include "base/collate.h"
#include "base/text.h"
#include "db/table.h"

enum { PIECE = 500, MEMORY = 512 << 20, WORDS_MEMORY = 1 << 20, SHOWN = 100, WRONG_CALL = 2 };

/* words: of %lld, the id, and %s, what was found. */
struct rule { const struct sql *sql; const char *words; };

static const struct rule rules[] = {
	{&check_report_deadline, "人員 %lld：報到日期與計畫表期限的起算日不同（%s）"},
	{&check_open_deadline, "期限 %lld：起算日與人員資料不同（%s）"},
	{&check_met_deadline, "期限 %lld：註記為已上傳（%s），但沒有有效的計畫表檔案"},
	{&check_end_ledger, "訓練 %lld：訓練期滿日與異動紀錄不同（%s）"},
	{&check_state_events, "人員 %lld：狀態與最近一次事件不同（%s）"},
	{&check_record_agency, "編號 %lld：所屬機關與人員資料不同（%s）"},
	{&check_attempt_day, "人員 %lld：報到日期與訓練資料不同（%s）"},
	{&check_entry_version, "人員 %lld：報到日期匯入紀錄的版次晚於人員資料（%s）"},
	{&check_versions, "編號 %lld：版次不正確（%s）"},
	{&check_form_file, "計畫表檔案 %lld：與儲存的檔案不符（%s）"},
	{&check_form_numbers, "人員 %lld：計畫表檔案的版次不連續（%s）"},
	{&check_content_sizes, "檔案內容 %lld：大小不符（%s）"},
	{&check_batch_rows, "匯入批次 %lld：新增筆數不符（%s）"},
	{&check_payment_booked, "款項 %lld：比對結果或處理情形與入帳不符（%s）"},
	{&check_booking_payment, "繳費單 %lld：入帳與所憑之款項不符（%s）"},
	{&check_fee_ledger, "收款月報與款項相差 %lld 筆（管道、收款／入帳／退費相差之金額：%s）"},
	{&check_course_places, "課程 %lld：已報名、核可或駁回人數與報名資料不符（%s）"},
	{&check_orphans, "編號 %lld：所指的資料不存在（%s）"},
	{&check_unused_files, "檔案 %lld：沒有任何資料使用（%s）"},
	{0}
};

struct checking {
	struct db *db;
	struct arena *words, *piece;                            /* words: of one finding; piece: of the files */
	void (*tell)(void *with, const char *finding);
	void *with;
	int64_t found;
	const char *rule;
	int64_t shown;                                          /* of this rule */
};

__attribute__((format(printf, 2, 3)))
static void find(struct checking *c, const char *format, ...)
{
	va_list args;

	c->found++;
	if (c->shown++ > SHOWN)
		return;
	va_start(args, format);
	const char *text = arena_vprint(c->words, format, args);

	va_end(args);
	c->tell(c->with, c->shown > SHOWN ? "（同類的其餘各項不再列出）" : text);
	arena_reset(c->words);
}

static void each(struct checking *c, int piece, const struct sql *sql, bool (*done)(void *, const struct rows *))
{
	struct arena *mem = arena_new(MEMORY);

	c->shown = 0;
	db_each(c->db, mem, piece, sql, NULL, 0, done, c);
	arena_free(mem);
}

/* The words are one of the rules', each with an id and a text. */
static bool rule_piece(void *with, const struct rows *r)
{
	struct checking *c = with;

	for (int i = 0; i < r->n; i++) {
		struct text t = text_new(c->words, WORDS_MEMORY / 2);
		const char *number = strstr(c->rule, "%lld"), *found = strstr(c->rule, "%s");

		text_add(&t, c->rule, (size_t)(number - c->rule));
		text_int(&t, row_int(r, i, "id"));
		text_add(&t, number + 4, (size_t)(found - number) - 4);
		text_puts(&t, row_text(r, i, "found"));
		text_puts(&t, found + 2);
		find(c, "%s", t.at);
	}
	return true;
}

static bool names_piece(void *with, const struct rows *r)
{
	struct checking *c = with;

	for (int i = 0; i < r->n; i++)
		if (!text_is(row_text(r, i, "name_key"), collate_key(r->mem, row_text(r, i, "name"))))
			find(c, "姓名 %lld：排序鍵與目前的筆畫順序不同（可執行 peixun check-data --mend-order）", (long long)row_int(r, i, "id"));
	return true;
}

/* By pieces, since a file may be large. */
static void check_content(struct checking *c, int64_t id, int64_t size, const char *sha256)
{
	unsigned char sha[crypto_hash_sha256_BYTES];
	crypto_hash_sha256_state hash;

	crypto_hash_sha256_init(&hash);
	for (int64_t at = 0; at < size; at += STORE_CHUNK) {
		arena_reset(c->piece);
		struct rows *r = db_run(c->db, &check_chunk, A(id), A(at / STORE_CHUNK));

		if (r->n)
			crypto_hash_sha256_update(&hash, row_bytes(r, 0, "bytes").at, row_bytes(r, 0, "bytes").n);
	}
	crypto_hash_sha256_final(&hash, sha);
	if (!text_is(sha256, text_hex(c->piece, sha, sizeof sha)))
		find(c, "檔案內容 %lld：SHA-256 不符", (long long)id);
}

static bool contents_piece(void *with, const struct rows *r)
{
	for (int i = 0; i < r->n; i++)
		check_content(with, row_int(r, i, "id"), row_int(r, i, "size"), row_text(r, i, "sha256"));
	return true;
}

static void wrong_day(void *with, const struct deadline *d, struct date should)
{
	struct checking *c = with;

	find(c, "期限 %lld：登記為 %s，依辦公日曆應為 %s", (long long)d->id, date_iso(c->words, d->due), date_iso(c->words, should));
}

static void wrong_end(void *with, const struct training *t, struct date should)
{
	struct checking *c = with;

	find(c, "訓練 %lld：訓練期滿日登記為 %s，依訓練計畫應為 %s", (long long)t->id, date_iso(c->words, t->end), date_iso(c->words, should));
}

static void wrong_hours(void *with, const char *finding)
{
	find(with, "%s", finding);
}

static void engine_findings(struct checking *c, const struct rows *r, const char *words)
{
	c->shown = 0;
	for (int i = 0; i < r->n; i++)
		find(c, "%s：%s", words, row_text(r, i, "finding"));
}

/* May run again. */
static void check_all(struct db *db, void *with)
{
	struct checking *c = with;

	c->found = 0;
	tables_begin(db);
	engine_findings(c, tables_damage(db), "資料庫檔案損壞");
	engine_findings(c, tables_astray(db), "所指的資料不存在");
	for (const struct rule *r = rules; r->sql; r++) {
		c->rule = r->words;
		each(c, PIECE, r->sql, rule_piece);
	}
	c->shown = 0;
	deadline_check(db, wrong_day, c);
	c->shown = 0;
	training_check(db, wrong_end, c);
	c->shown = 0;
	hours_check(db, wrong_hours, c);
	c->shown = 0;
	tally_check(db, wrong_hours, c);
	c->shown = 0;
	opening_blocks_check(db, wrong_hours, c);
	each(c, PIECE, &check_names, names_piece);
	each(c, PIECE, &check_contents, contents_piece);
}

int64_t check_data(struct db *db, void (*tell)(void *, const char *), void *with)
{
	struct arena *before = db_arena(db);
	struct checking c = {.db = db, .words = arena_new(WORDS_MEMORY), .piece = arena_new(MEMORY), .tell = tell, .with = with};

	db_use_arena(db, c.piece);
	db_tx_read(db, check_all, &c);
	db_use_arena(db, before);
	arena_free(c.words);
	arena_free(c.piece);
	return c.found;
}

/* ---- mending the order */

struct mending { struct db *db; int64_t n; };

static bool mend_piece(void *with, const struct rows *r)
{
	struct mending *m = with;

	for (int i = 0; i < r->n; i++) {
		const char *key = collate_key(r->mem, row_text(r, i, "name"));

		if (text_is(row_text(r, i, "name_key"), key))
			continue;
		db_run(m->db, &check_name_key_set, A(row_int(r, i, "id")), A(key));
		m->n++;
	}
	return !db_undone(m->db);
}

static void mend(struct db *db, void *with)
{
	struct mending *m = with;
	struct arena *mem = arena_new(MEMORY);

	*m = (struct mending){db, 0};
	tables_begin(db);
	db_each(db, mem, PIECE, &check_names, NULL, 0, mend_piece, m);
	arena_free(mem);
}

int64_t check_mend_order(struct db *db)
{
	struct mending m = {0};

	db_tx_bulk(db, mend, &m);
	return m.n;
}

/* ---- the command */

static void print_finding(void *with, const char *finding)
{
	(void)with;
	printf("%s\n", finding);
}

int check_data_command(struct db *db, int argc, char **argv)
{
	bool mends = argc == 2 && text_is(argv[1], "--mend-order");

	if (argc > 2 || (argc == 2 && !mends)) {
		fprintf(stderr, "usage: peixun check-data [--mend-order]\n");
		return WRONG_CALL;
	}
	if (mends)
		printf("已更新 %lld 個姓名的排序鍵。\n", (long long)check_mend_order(db));
	int64_t found = check_data(db, print_finding, NULL);

	if (found)
		printf("資料有 %lld 項不符。\n", (long long)found);
	else
		printf("資料相符。\n");
	return found != 0;
}
