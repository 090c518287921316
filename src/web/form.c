/* form.c: see form.h.  Bodies come from strangers: every length is checked, and nothing is trusted to end in NUL. */
#include "web/form.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/log.h"
#include "base/text.h"
#include "file/temp.h"

enum { PAIRS_MOST = 20000, FILE_NAME_MOST = 255, STEP = 4 << 20 };

static int hex_digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

char *form_decode(struct arena *mem, const char *s, size_t n, bool plus_is_blank)
{
	char *to = arena_get(mem, n + 1), *at = to;

	for (size_t i = 0; i < n; i++) {
		char c = s[i];

		if (c == '%') {
			int high = i + 2 < n ? hex_digit(s[i + 1]) : -1, low = i + 2 < n ? hex_digit(s[i + 2]) : -1;

			if (high < 0 || low < 0)
				return NULL;
			c = (char)(high << 4 | low);
			i += 2;
		} else if (c == '+' && plus_is_blank) {
			c = ' ';
		}
		if (!c)
			return NULL;
		*at++ = c;
	}
	return utf8_valid(to, (size_t)(at - to)) ? to : NULL;
}

bool form_urlencoded(struct arena *mem, const char *s, size_t n, struct pairs *p)
{
	const char *end = s + n;

	while (s < end) {
		const char *stop = memchr(s, '&', (size_t)(end - s));

		if (!stop)
			stop = end;
		const char *equals = memchr(s, '=', (size_t)(stop - s));
		const char *name_end = equals ? equals : stop;

		if (stop > s) {
			char *name = form_decode(mem, s, (size_t)(name_end - s), true);
			char *value = equals ? form_decode(mem, equals + 1, (size_t)(stop - equals - 1), true) : arena_text(mem, "");

			if (!name || !value || p->n >= PAIRS_MOST)
				return false;
			pair_add(mem, p, name, value);
		}
		s = stop + 1;
	}
	return true;
}

/* The body as bytes: in memory already, or its file mapped for the time of the request. */
struct mapping { void *at; size_t n; };

static void unmap(void *what)
{
	struct mapping *m = what;

	munmap(m->at, m->n);
}

static const char *body_bytes(struct req *r)
{
	if (r->wire->body || !r->wire->n_body)
		return r->wire->body ? r->wire->body : "";
	void *at = mmap(NULL, r->wire->n_body, PROT_READ, MAP_PRIVATE, r->wire->body_file, 0);

	if (at == MAP_FAILED)
		fail("a request's body can't be mapped: %m");
	struct mapping *m = arena_get(r->mem, sizeof *m);

	*m = (struct mapping){at, r->wire->n_body};
	arena_defer(r->mem, unmap, m);
	return at;
}

/* The value of a parameter of a header: boundary=x, name="y". */
static char *parameter(struct arena *mem, const char *header, size_t n, const char *name)
{
	size_t m = strlen(name);

	for (size_t i = 0; i + m + 1 < n; i++) {
		if (strncasecmp(header + i, name, m) || header[i + m] != '=' || (i && !strchr("; \t", header[i - 1])))
			continue;
		const char *at = header + i + m + 1, *end = header + n;
		bool quoted = *at == '"';

		at += quoted;
		const char *stop = at;

		while (stop < end && (quoted ? *stop != '"' : !strchr("; \t\r\n", *stop)))
			stop++;
		return arena_bytes(mem, at, (size_t)(stop - at));
	}
	return NULL;
}

/* Of a mapped body, what was read is let go, so that a large upload does not count as memory of this process. */
static void let_go(struct req *r, const char *from, const char *to)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), first = ((uintptr_t)from + page - 1) / page * page, last = (uintptr_t)to / page * page;

	if (!r->wire->body && last > first)
		madvise((void *)first, last - first, MADV_DONTNEED);
}

static const char *find(struct req *r, const char *at, const char *end, const char *mark, size_t n_mark)
{
	for (const char *step = at; step < end; step += STEP) {
		size_t left = (size_t)(end - step), n = left < STEP + n_mark ? left : STEP + n_mark;
		const char *found = memmem(step, n, mark, n_mark);

		if (found)
			return found;
		let_go(r, step, step + n);
	}
	return NULL;
}

/* A file's content as a file of its own, so that it can be handed on while the rest of the body is forgotten; a large one on disk. */
static int copy_to_file(struct req *r, const char *at, size_t n)
{
	int fd = n > STEP ? dup(temp_file(r->mem)) : memfd_create("upload", MFD_CLOEXEC);

	if (fd < 0)
		fail("an upload can't be kept: %m");
	for (size_t done = 0; done < n; done += STEP) {
		size_t step = n - done < STEP ? n - done : STEP;

		file_write(fd, at + done, step);
		let_go(r, at + done, at + done + step);
	}
	lseek(fd, 0, SEEK_SET);
	return fd;
}

static void close_file(void *what)
{
	close((int)(intptr_t)what);
}

static bool take_part(struct req *r, const char *head, size_t n_head, const char *body, size_t n_body)
{
	char *name = parameter(r->mem, head, n_head, "name"), *file = parameter(r->mem, head, n_head, "filename");

	if (!name || !utf8_valid(name, strlen(name)) || r->form.n >= PAIRS_MOST)
		return false;
	if (file) {
		const char *slash = strrchr(file, '/'), *backslash = strrchr(file, '\\');
		const char *base = slash > backslash ? slash : backslash;

		if (!utf8_valid(file, strlen(file)) || strlen(file) > FILE_NAME_MOST * 4)
			return false;
		if (!*file || r->file.fd >= 0)
			return !*file;                          /* no file chosen is well; a second one is not */
		r->file = (struct upload){base ? base + 1 : file, copy_to_file(r, body, n_body), n_body};
		arena_defer(r->mem, close_file, (void *)(intptr_t)r->file.fd);      /* r may end before its memory */
		return true;
	}
	if (!utf8_valid(body, n_body) || memchr(body, 0, n_body))
		return false;
	pair_add(r->mem, &r->form, name, arena_bytes(r->mem, body, n_body));
	return true;
}

static bool read_multipart(struct req *r, const char *type)
{
	char *boundary = parameter(r->mem, type, strlen(type), "boundary");
	const char *at = body_bytes(r), *end = at + r->wire->n_body;

	if (!boundary || !*boundary || strlen(boundary) > 70)
		return false;
	char *mark = arena_print(r->mem, "\r\n--%s", boundary);
	size_t n_mark = strlen(mark);

	if ((size_t)(end - at) < n_mark || memcmp(at, mark + 2, n_mark - 2))
		return false;
	for (at += n_mark - 2;;) {
		if (end - at >= 2 && !memcmp(at, "--", 2))
			return true;
		if (end - at < 2 || memcmp(at, "\r\n", 2))
			return false;
		at += 2;
		const char *blank = memmem(at, (size_t)(end - at), "\r\n\r\n", 4);

		if (!blank || blank - at > 4096)
			return false;
		const char *body = blank + 4, *stop = find(r, body, end, mark, n_mark);

		if (!stop || !take_part(r, at, (size_t)(blank - at), body, (size_t)(stop - body)))
			return false;
		at = stop + n_mark;
	}
}

/* A scalar of JSON as the text that a form would have sent; NULL for arrays and objects. */
static const char *json_scalar(struct arena *mem, const json_t *v)
{
	switch (json_typeof(v)) {
	case JSON_STRING: return arena_text(mem, json_string_value(v));
	case JSON_INTEGER: return arena_print(mem, "%lld", (long long)json_integer_value(v));
	case JSON_TRUE: return "1";
	case JSON_FALSE: return "0";
	case JSON_NULL: return "";
	default: return NULL;
	}
}

/* {"tick":[1,2],"day":"2024-08-01"}: an array repeats its name, as a form does. */
static bool json_pairs(struct req *r, json_t *object)
{
	const char *key;
	json_t *value;

	json_object_foreach(object, key, value) {
		const char *name = arena_text(r->mem, key), *scalar = json_scalar(r->mem, value);
		size_t n = json_is_array(value) ? json_array_size(value) : 0;

		if (r->form.n + n >= PAIRS_MOST || (!scalar && !json_is_array(value)))
			return false;
		if (scalar)
			pair_add(r->mem, &r->form, name, scalar);
		for (size_t i = 0; i < n; i++) {
			const char *one = json_scalar(r->mem, json_array_get(value, i));

			if (!one)
				return false;
			pair_add(r->mem, &r->form, name, one);
		}
	}
	return true;
}

static int read_json(struct req *r)
{
	json_error_t error;
	json_t *root = json_loadb(body_bytes(r), r->wire->n_body, JSON_REJECT_DUPLICATES, &error);
	bool good = json_is_object(root) && json_pairs(r, root);

	json_decref(root);
	r->json_in = true;
	return good ? 0 : 400;
}

int form_read(struct req *r)
{
	const char *type = wire_header(r->wire, "Content-Type");

	if (!r->wire->n_body)
		return 0;
	if (!type)
		return 415;
	if (!strncasecmp(type, "application/x-www-form-urlencoded", 33))
		return form_urlencoded(r->mem, body_bytes(r), r->wire->n_body, &r->form) ? 0 : 400;
	if (!strncasecmp(type, "multipart/form-data", 19))
		return read_multipart(r, type) ? 0 : 400;
	if (!strncasecmp(type, "application/json", 16))
		return read_json(r);
	return 415;
}
