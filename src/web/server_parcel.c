/* server_parcel.c: a heavy request on its way to a helper and the reply on its way back, as bytes and open files.
 *
 * Both ends are the same program, so numbers go as they lie in memory.  A large body of a reply goes as a file in memory. */
#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/log.h"
#include "web/server_parts.h"

enum { REPLY_INLINE = 64 << 10 };

/* Touched only as far as messages are long. */
static char room[PARCEL_MOST];

static void put(struct text *t, const void *at, size_t n)
{
	text_add(t, at, n);
}

static void put_int(struct text *t, int64_t i)
{
	put(t, &i, sizeof i);
}

/* NULL is told from "". */
static void put_bytes(struct text *t, const char *at, size_t n)
{
	put_int(t, at ? (int64_t)n : -1);
	if (at)
		put(t, at, n);
}

static void put_text(struct text *t, const char *s)
{
	put_bytes(t, s, s ? strlen(s) : 0);
}

static int64_t get_int(struct parcel *p)
{
	int64_t i = 0;

	if (p->end - p->at < (ptrdiff_t)sizeof i)
		p->broken = true;
	else
		memcpy(&i, p->at, sizeof i);
	p->at += p->broken ? 0 : sizeof i;
	return i;
}

static char *get_bytes(struct parcel *p, size_t *n)
{
	int64_t m = get_int(p);

	*n = 0;
	if (m < 0 || p->broken || m > p->end - p->at) {
		p->broken |= m >= 0;
		return NULL;
	}
	*n = (size_t)m;
	p->at += m;
	return arena_bytes(p->mem, p->at - m, *n);
}

static char *get_text(struct parcel *p)
{
	size_t n;

	return get_bytes(p, &n);
}

static void put_headers(struct text *t, const struct wire_header *h, int n)
{
	put_int(t, n);
	for (int i = 0; i < n; i++) {
		put_text(t, h[i].name);
		put_text(t, h[i].value);
	}
}

static void get_header(struct parcel *p, struct wire_header *h)
{
	h->name = get_text(p);
	h->value = get_text(p);
}

bool parcel_send_request(int queue, const struct exchange *x, int answer)
{
	const struct wire_request *r = &x->request;
	struct text t = text_new(x->mem, PARCEL_MOST);
	int fds[2] = {answer, r->body_file};

	put_text(&t, r->method);
	put_text(&t, r->path);
	put_text(&t, r->query);
	put_headers(&t, r->headers, r->n_headers);
	put_text(&t, r->address);
	put_int(&t, r->tls);
	put_int(&t, r->on_certificate_port);
	put_text(&t, r->certificate.fingerprint);
	put_text(&t, r->certificate.subject);
	put_text(&t, r->certificate.serial_number);
	put_text(&t, r->certificate.problem);
	put_int(&t, (int64_t)r->n_body);
	put_bytes(&t, r->body, r->body ? r->n_body : 0);
	return server_give(queue, t.at, t.n, fds, r->body_file >= 0 ? 2 : 1, MSG_DONTWAIT);
}

static void get_request(struct parcel *p, struct wire_request *r)
{
	size_t n;

	r->method = get_text(p);
	r->path = get_text(p);
	r->query = get_text(p);
	r->n_headers = (int)get_int(p);
	struct wire_header *h = arena_array(p->mem, (size_t)r->n_headers, sizeof *h);

	for (int i = 0; i < r->n_headers; i++)
		get_header(p, &h[i]);
	r->headers = h;
	r->address = get_text(p);
	r->tls = get_int(p);
	r->on_certificate_port = get_int(p);
	r->certificate.fingerprint = get_text(p);
	r->certificate.subject = get_text(p);
	r->certificate.serial_number = get_text(p);
	r->certificate.problem = get_text(p);
	r->n_body = (uint64_t)get_int(p);
	r->body = get_bytes(p, &n);
}

bool parcel_take_request(int queue, struct arena *mem, struct wire_request *r, int *answer)
{
	int fds[2];

	errno = 0;
	ssize_t n = server_take(queue, room, sizeof room, fds, 2, 0);

	if (n <= 0)
		return false;
	struct parcel p = {mem, room, room + n, false};

	*answer = fds[0];
	get_request(&p, r);
	r->body_file = fds[1];
	if (p.broken)
		fail("a heavy request arrived broken");
	return true;
}

/* A body that is too large for a message.  -1 when the system has no room. */
static int body_as_file(const struct text *body)
{
	int fd = memfd_create("reply", MFD_CLOEXEC);

	for (size_t done = 0; fd >= 0 && done < body->n;) {
		ssize_t n = write(fd, body->at + done, body->n - done);

		if (n < 0 && errno != EINTR) {
			close(fd);
			return -1;
		}
		done += n < 0 ? 0 : (size_t)n;
	}
	return fd;
}

void parcel_send_reply(int answer, struct arena *mem, const struct wire_reply *r)
{
	struct text t = text_new(mem, PARCEL_MOST);
	int file = r->body_file;
	uint64_t n_file = r->n_body_file;

	if (file < 0 && r->body.n > REPLY_INLINE) {
		file = body_as_file(&r->body);
		n_file = r->body.n;
		if (file < 0)
			fail("no room for a reply of %zu bytes: %s", r->body.n, strerror(errno));
	}
	put_int(&t, r->status);
	put_headers(&t, r->headers, r->n_headers);
	put_int(&t, r->close);
	put_int(&t, (int64_t)n_file);
	put_bytes(&t, file < 0 ? r->body.at : NULL, r->body.n);
	if (!server_give(answer, t.at, t.n, &file, file >= 0, 0))
		log_line("a helper's reply found nobody: %s", strerror(errno));
	if (file >= 0)
		close(file);
}

bool parcel_take_reply(int answer, struct arena *mem, struct wire_reply *r)
{
	int file;
	ssize_t n = server_take(answer, room, sizeof room, &file, 1, MSG_DONTWAIT);

	if (n <= 0)
		return false;
	struct parcel p = {mem, room, room + n, false};

	*r = (struct wire_reply){.status = (int)get_int(&p), .body_file = file};
	r->n_headers = (int)get_int(&p);
	for (int i = 0; i < r->n_headers; i++)
		get_header(&p, &r->headers[i]);
	r->close = get_int(&p);
	r->n_body_file = (uint64_t)get_int(&p);
	r->body.at = get_bytes(&p, &r->body.n);
	return !p.broken;
}
