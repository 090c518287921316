/* temp.c: see temp.h. */
#include "file/temp.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"

static void close_file(void *what)
{
	close((int)(intptr_t)what);
}

int temp_file(struct arena *mem)
{
	const char *folder = getenv("TMPDIR");

	folder = folder && *folder ? folder : "/var/tmp";
	int fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

	if (fd < 0 && errno == EOPNOTSUPP) {                    /* some file systems know no nameless files */
		char *path = arena_print(mem, "%s/peixun-XXXXXX", folder);

		fd = mkostemp(path, O_CLOEXEC);
		if (fd >= 0)
			unlink(path);
	}
	if (fd < 0)
		fail("no temporary file in %s: %s", folder, strerror(errno));
	arena_defer(mem, close_file, (void *)(intptr_t)fd);
	return fd;
}

void file_write(int fd, const void *bytes, size_t n)
{
	for (const char *at = bytes; n; ) {
		ssize_t done = write(fd, at, n);

		if (done < 0 && errno != EINTR)
			fail("writing a file: %s", strerror(errno));
		at += done > 0 ? done : 0;
		n -= done > 0 ? (size_t)done : 0;
	}
}

void file_write_at(int fd, const void *bytes, size_t n, uint64_t at)
{
	for (const char *from = bytes; n; ) {
		ssize_t done = pwrite(fd, from, n, (off_t)at);

		if (done < 0 && errno != EINTR)
			fail("writing a file: %s", strerror(errno));
		size_t step = done > 0 ? (size_t)done : 0;

		from += step;
		at += step;
		n -= step;
	}
}

size_t file_read_at(int fd, void *to, size_t n, uint64_t at)
{
	size_t had = 0;

	while (had < n) {
		ssize_t done = pread(fd, (char *)to + had, n - had, (off_t)(at + had));

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			fail("reading a file: %s", strerror(errno));
		if (!done)
			break;
		had += (size_t)done;
	}
	return had;
}

uint64_t file_size(int fd)
{
	struct stat st;

	if (fstat(fd, &st))
		fail("the size of a file: %s", strerror(errno));
	return (uint64_t)st.st_size;
}
