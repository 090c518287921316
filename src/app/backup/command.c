/* command.c: `peixun backup` and `peixun restore`. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/backup/private.h"
#include "base/setting.h"

enum { WRONG_CALL = 2 };

static int refuse(const char *file, const char *what)
{
	fprintf(stderr, "%s：%s\n", file, what);
	return 1;
}

/* `peixun audit list` shows it: who held all personal data in a file, or put it here. */
static void note(struct db *db, void *with)
{
	audit_add(db, with);
}

static void note_act(struct db *db, const char *action, const char *file, const struct backup *b)
{
	struct text after = text_new(db_arena(db), 1 << 12);

	text_print(&after, "{\"rows\":%lld,\"made\":\"%s\",\"engine\":\"%s\"}", (long long)b->rows, b->made, b->engine);
	db_tx(db, note, &(struct audit_event){.action = action, .subject_kind = "database", .after = after.at, .reason = file});
}

/* ---- backup */

/* The file's folder too: else the name may be gone after a power cut. */
static bool settle(struct arena *mem, int fd, const char *beside, const char *file)
{
	const char *slash = strrchr(file, '/');
	int folder = open(slash ? arena_bytes(mem, file, (size_t)(slash - file) + 1) : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool good = !fsync(fd) && !rename(beside, file) && folder >= 0 && !fsync(folder);
	int why = errno;

	if (folder >= 0)
		close(folder);
	errno = why;
	return good;
}

static int make(struct db *db, const char *file, bool with_key)
{
	struct arena *mem = db_arena(db);
	char *beside = arena_print(mem, "%s.XXXXXX", file);
	int fd = access(file, F_OK) ? mkostemp(beside, O_CLOEXEC) : -1;
	struct backup b;

	if (fd < 0)
		return refuse(file, access(file, F_OK) ? strerror(errno) : "檔案已存在，不予覆寫。");
	const char *wrong = backup_write(db, mem, fd, with_key, &b);

	if (!wrong && !settle(mem, fd, beside, file))
		wrong = strerror(errno);
	if (wrong)
		unlink(beside);
	close(fd);
	if (wrong)
		return refuse(file, wrong);
	note_act(db, "backup", file, &b);
	printf("已備份 %d 個資料表、%lld 筆資料至 %s。\n", n_tables, (long long)b.rows, file);
	if (with_key && b.has_key)
		printf("檔案內含稽核金鑰，請妥善保管，勿與資料庫置於同處。\n");
	else if (*b.key_sha256)
		printf("檔案不含稽核金鑰：請另行保存 %s/audit.key，還原後須有此檔才能驗證稽核紀錄。\n", setting("data"));
	return 0;
}

static int check(struct arena *mem, const char *file)
{
	int fd = open(file, O_RDONLY | O_CLOEXEC);
	struct backup b;

	if (fd < 0)
		return refuse(file, strerror(errno));
	const char *wrong = backup_verify(mem, fd, &b);

	close(fd);
	if (wrong)
		return refuse(file, wrong);
	for (int i = 0; i < n_tables; i++)
		printf("%s\t%lld\t%s\n", all_tables[i].name, (long long)b.sums[i].rows, b.sums[i].sha256);
	printf("備份檔完整：%s 由 peixun %s（%s）產生，共 %lld 筆資料，%s稽核金鑰。\n", b.made, b.version, b.engine, (long long)b.rows,
		b.has_key ? "含" : "不含");
	return 0;
}

/* Opening a path makes a database there; a backup is of one that is there. */
static bool is_there(const char *url)
{
	return text_starts(url, "postgres") || !access(url, F_OK);
}

int backup_command(struct db *db, int argc, char **argv)
{
	struct arena *mem = arena_new((size_t)1 << 30);
	const char *file = NULL;
	bool with_key = false, only_check = false;
	int status = WRONG_CALL;

	(void)db;
	for (int i = 1; i < argc; i++) {
		if (text_is(argv[i], "--with-key"))
			with_key = true;
		else if (text_is(argv[i], "--check"))
			only_check = true;
		else if (*argv[i] == '-' || file)
			argc = 0;
		else
			file = argv[i];
	}
	if (!argc || !file || (with_key && only_check))
		fprintf(stderr, "usage: peixun backup FILE [--with-key]\n       peixun backup --check FILE\n");
	else if (only_check)
		status = check(mem, file);
	else if (!is_there(setting("db")))
		status = refuse(setting("db"), strerror(errno));
	else {
		db = db_open(setting("db"));
		db_use_arena(db, mem);
		status = make(db, file, with_key);
		db_close(db);
	}
	arena_free(mem);
	return status;
}

/* ---- restore */

/* The key that seals were made with must be where the program looks for it, or what was sealed can't be verified. */
static const char *place_key(struct arena *mem, const struct backup *b, bool without)
{
	unsigned char here[AUDIT_KEY];
	crypto_hash_sha256_state hash;
	char sha[65] = "";

	if (!*b->key_sha256 || without)
		return NULL;
	if (b->has_key && !audit_key_put(b->key))
		return arena_print(mem, "%s/audit.key 是另一個系統的稽核金鑰，請先移開該檔。", setting("data"));
	if (audit_key_look(here)) {
		crypto_hash_sha256_init(&hash);
		crypto_hash_sha256_update(&hash, here, sizeof here);
		sha_text(&hash, sha);
	}
	if (text_is(sha, b->key_sha256))
		return NULL;
	return arena_print(mem, "%s/audit.key %s。請先將原系統的 audit.key 放在該處；"
		"若已遺失，請加上 --without-key（稽核紀錄將無法驗證，也無法再封存）。",
		setting("data"), *sha ? "與備份檔所用之稽核金鑰不同" : "不存在，而備份檔不含稽核金鑰");
}

static int restore(struct db *db, const char *file, bool without_key)
{
	struct arena *mem = db_arena(db);
	int fd = open(file, O_RDONLY | O_CLOEXEC);
	struct backup b;

	if (fd < 0)
		return refuse(file, strerror(errno));
	const char *wrong = backup_verify(mem, fd, &b);

	if (!wrong)
		wrong = place_key(mem, &b, without_key);
	if (!wrong) {
		db_migrate(db, migrations, n_migrations);
		wrong = backup_restore(db, mem, fd, &b);
	}
	close(fd);
	if (wrong)
		return refuse(file, wrong);
	note_act(db, "restore", file, &b);
	printf("已還原 %d 個資料表、%lld 筆資料，並逐筆核對無誤。\n請執行 peixun audit verify 及 peixun check-data。\n", n_tables, (long long)b.rows);
	return 0;
}

int restore_command(struct db *db, int argc, char **argv)
{
	const char *file = NULL;
	bool without_key = false, wrong = false;

	for (int i = 1; i < argc; i++) {
		if (text_is(argv[i], "--without-key"))
			without_key = true;
		else if (*argv[i] == '-' || file)
			wrong = true;
		else
			file = argv[i];
	}
	if (wrong || !file) {
		fprintf(stderr, "usage: peixun restore FILE [--without-key]\n");
		return WRONG_CALL;
	}
	return restore(db, file, without_key);
}
