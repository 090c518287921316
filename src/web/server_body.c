/* server_body.c: a request's body as it comes in: small ones in the request's arena, larger ones in an unlinked file. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "web/server_parts.h"

static int spool_file(const char *folder, struct arena *mem)
{
	int fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);

	if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT))
		return fd;
	char *name = arena_print(mem, "%s/upload-XXXXXX", folder);   /* a file system without O_TMPFILE */

	fd = mkostemp(name, O_CLOEXEC);
	if (fd >= 0)
		unlink(name);
	return fd;
}

static bool spool_write(int fd, const char *at, size_t n)
{
	while (n) {
		ssize_t m = write(fd, at, n);

		if (m < 0 && errno == EINTR)
			continue;
		if (m <= 0)
			return false;
		at += m;
		n -= (size_t)m;
	}
	return true;
}

/* From memory to a file: what came so far goes first. */
static bool move_to_file(struct exchange *x)
{
	const char *folder = x->connection->worker->settings->spool;
	int fd = spool_file(folder, x->mem);

	if (fd < 0 || !spool_write(fd, x->body, x->request.n_body)) {
		log_line("a body cannot be kept in %s: %s", folder, strerror(errno));
		if (fd >= 0)
			close(fd);
		return false;
	}
	x->request.body_file = fd;
	x->body = NULL;
	return true;
}

bool body_start(struct exchange *x, uint64_t announced)
{
	if (announced > BODY_IN_MEMORY)
		return move_to_file(x);
	x->room = (size_t)announced;
	x->body = arena_get(x->mem, x->room + 1);
	return true;
}

/* Room for a chunked body that is still small. */
static void grow(struct exchange *x, size_t need)
{
	size_t room = need * 2 < BODY_IN_MEMORY ? need * 2 : BODY_IN_MEMORY;
	char *at = arena_get(x->mem, room + 1);

	memcpy(at, x->body, x->request.n_body);
	x->body = at;
	x->room = room;
}

int body_add(struct exchange *x, const char *at, size_t n)
{
	uint64_t total = x->request.n_body + n;

	if (total > x->accept.most)
		return 413;
	if (x->body && total > BODY_IN_MEMORY && !move_to_file(x))
		return 500;
	if (x->body) {
		if (total > x->room)
			grow(x, total);
		memcpy(x->body + x->request.n_body, at, n);
	} else if (!spool_write(x->request.body_file, at, n)) {
		log_line("a body cannot be written: %s", strerror(errno));
		return 500;
	}
	x->request.n_body = total;
	return 0;
}

void body_finish(struct exchange *x)
{
	x->request.body = x->body ? x->body : x->request.body_file < 0 ? "" : NULL;
	if (x->body)
		x->body[x->request.n_body] = '\0';
	else if (x->request.body_file >= 0)
		lseek(x->request.body_file, 0, SEEK_SET);
}
