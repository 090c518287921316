/* Zip files with a password, read by the programs that people have: the right password opens them, another does not.      LEARN-032 */
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/text.h"
#include "file/archive_write.h"
#include "file/temp.h"
#include "test/tap.h"

enum { EXTRA_AES = 0x9901, AES_256 = 3 };

static struct arena *mem;
static char folder[] = "/tmp/peixun-locked-XXXXXX";
static const char content[] = "序號,姓名\r\n1,王一明\r\n2,李二美\r\n3,林五德\r\n";

static const char *make(const char *name, enum archive_lock lock, bool from_file)
{
	const char *path = arena_print(mem, "%s/%s", folder, name);
	int fd = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	struct archive_out *a = archive_create(mem, fd);

	archive_lock(a, lock, "kT7mWq2xYb9R");
	if (from_file) {
		int inner = temp_file(mem);

		file_write(inner, content, sizeof content - 1);
		archive_add_file(a, "學員名冊.csv", inner, sizeof content - 1, false);
	} else {
		archive_add(a, "學員名冊.csv", content, sizeof content - 1, true);
	}
	archive_finish(a);
	close(fd);
	return path;
}

/* What a program says on its output; *status: how it ended. */
static struct text said(const char *order, int *status)
{
	struct text t = text_new(mem, 1 << 20);
	FILE *from = popen(order, "r");
	char piece[1 << 12];

	for (size_t n; from && (n = fread(piece, 1, sizeof piece, from)) > 0;)
		text_add(&t, piece, n);
	*status = from ? pclose(from) : -1;
	return t;
}

static void opens(const char *reader, const char *path)
{
	int status;
	struct text right = said(arena_print(mem, "%s'kT7mWq2xYb9R' %s 2>/dev/null", reader, path), &status);

	ok(!status && right.n == sizeof content - 1 && !memcmp(right.at, content, right.n), "LEARN-032 %.5s opens it with the password", reader);
	struct text wrong = said(arena_print(mem, "%s'kT7mWq2xYb9r' %s 2>/dev/null", reader, path), &status);

	ok(status && !strstr(wrong.n ? wrong.at : "", "王一明"), "and with another one it does not");
}

/* The extra field of AES in the directory: 2 bytes of version, "AE", the strength. */
static void is_aes(const char *path)
{
	unsigned char all[4096];
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = read(fd, all, sizeof all);
	bool found = false;

	close(fd);
	for (ssize_t i = 0; i + 9 < n; i++)
		found |= all[i] + all[i + 1] * 256 == EXTRA_AES && all[i + 4] == 2 && all[i + 6] == 'A' && all[i + 7] == 'E' && all[i + 8] == AES_256;
	ok(found, "LEARN-032 AE-2 with 256 bits");
	ok(!memmem(all, (size_t)n, "kT7mWq2xYb9R", 12), "the password is not in it");
}

int main(void)
{
	mem = arena_new(64 << 20);
	if (!mkdtemp(folder))
		fail("no folder for the test");
	const char *aes = make("aes.zip", ARCHIVE_AES256, false), *old = make("legacy.zip", ARCHIVE_LEGACY, false);
	const char *aes_file = make("aes-file.zip", ARCHIVE_AES256, true), *old_file = make("legacy-file.zip", ARCHIVE_LEGACY, true);
	int status;

	is_aes(aes);
	opens("7z x -so -p", aes);
	opens("7z x -so -p", old);
	opens("unzip -p -P ", old);
	opens("7z x -so -p", aes_file);
	opens("7z x -so -p", old_file);
	opens("unzip -p -P ", old_file);
	ok(strstr(said(arena_print(mem, "7z l -slt -p %s", aes), &status).at, "AES-256") != NULL, "7-Zip calls it AES-256");
	ok(strstr(said(arena_print(mem, "7z l -slt -p %s", old), &status).at, "ZipCrypto") != NULL, "and the other one ZipCrypto");
	unlink(aes);
	unlink(old);
	unlink(aes_file);
	unlink(old_file);
	rmdir(folder);
	arena_free(mem);
	return tap_end();
}
