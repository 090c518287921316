/* Names sorted by their keys in SQL: the same order on both engines, upwards and downwards.     ACMS-099 */
#include "base/collate.h"

#include "test/db/engine.h"

SQL(make, 0, "CREATE TABLE who (id BIGINT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL)", .writes = true);
SQL(put, 3, "INSERT INTO who (id, name, name_key) VALUES ($1, $2, $3)", .writes = true);
SQL(upwards, 0, "SELECT name FROM who ORDER BY name_key, id", .scans = true);
SQL(downwards, 0, "SELECT name FROM who ORDER BY name_key DESC, id DESC", .scans = true);

/* In their order; a compatibility character behind its like, which was there first. */
static const char *const names[] = {
	"", "丁一", "王", "王 小", "王小明", "李大同", "林志強", "豈", "\xEF\xA4\x80", "陳美玲", "葉", "龘", "𠮷", "𪚥", "ㄅ", "a", "Aa", "あ"
};
enum { NAMES = sizeof names / sizeof *names };

static void collating(void)
{
	struct db *db = open_one();

	db_run(db, &make);
	for (int i = 0; i < NAMES; i++) {
		int at = (i * 7 + 3) % NAMES;                       /* NAMES and 7 have no common factor */

		db_run(db, &put, A(at), A(names[at]), A(collate_key(mem, names[at])));
	}
	struct rows *up = db_run(db, &upwards), *down = db_run(db, &downwards);

	for (int i = 0; i < NAMES; i++) {
		same(row_text(up, i, "name"), names[i], arena_print(mem, "ACMS-099: %s: place %d upwards", engine, i));
		same(row_text(down, NAMES - 1 - i, "name"), names[i], arena_print(mem, "ACMS-099: %s: place %d downwards", engine, i));
	}
	db_close(db);
}

int main(void)
{
	on_both(collating);
	return tap_end();
}
