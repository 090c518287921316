/* form.c: an upload's file comes out as it went in, wherever its end lies to the steps in which a large body is searched.   ACMS-046 */
#include "web/form.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "test/tap.h"

enum { STEP = 4 << 20 };

static const char head[] = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n";
static const char tail[] = "\r\n--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nend\r\n--b--\r\n";

/* Bytes that hold the beginning of a mark again and again, but never a whole one. */
static char byte_of(size_t at)
{
	return "\r\n--\r\n-x"[at * 7 % 8];
}

static int body_of(size_t n)
{
	int fd = memfd_create("body", 0);
	char *file = malloc(n);

	for (size_t i = 0; i < n; i++)
		file[i] = byte_of(i);
	bool good = write(fd, head, sizeof head - 1) > 0 && write(fd, file, n) == (ssize_t)n && write(fd, tail, sizeof tail - 1) > 0;

	free(file);
	return good ? fd : -1;
}

static bool same_bytes(int fd, size_t n)
{
	char *at = mmap(NULL, n, PROT_READ, MAP_PRIVATE, fd, 0);
	bool good = at != MAP_FAILED;

	for (size_t i = 0; good && i < n; i++)
		good = at[i] == byte_of(i);
	munmap(at, n);
	return good;
}

static void upload(size_t n)
{
	struct arena *mem = arena_new(32 << 20);
	struct wire_header type = {"Content-Type", "multipart/form-data; boundary=b"};
	struct wire_request wire = {.method = "POST", .path = "/", .query = "", .headers = &type, .n_headers = 1, .address = "",
		.body_file = body_of(n), .n_body = n + sizeof head + sizeof tail - 2};
	struct req r = {.mem = mem, .wire = &wire, .file = {"", -1, 0}};

	ok(form_read(&r) == 0 && r.file.size == n && same_bytes(r.file.fd, n), "ACMS-046: a file of %zu bytes comes out as it went in", n);
	same(pair_value(&r.form, "note"), "end", "… and what comes behind it is read");
	arena_free(mem);
	close(wire.body_file);
}

int main(void)
{
	for (int off = -8; off <= 8; off += 2)
		upload((size_t)(STEP + off));
	upload(2 * STEP);
	upload(2 * STEP + 1);
	upload(1);
	return tap_end();
}
