/* Any bytes as the body of a request.  The first byte says what it claims to be. */
#include "web/form.h"

#include <string.h>

#include "base/text.h"
#include "test/fuzz/fuzz.h"

static void fuzz(struct arena *mem, const char *bytes, size_t n)
{
	static const char *const types[] = {
		"application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "multipart/form-data; boundary=\"a b\"",
		"application/json",
	};

	if (!n)
		return;
	struct wire_header header = {"Content-Type", types[(unsigned char)*bytes % 4]};
	struct wire_request wire = {.method = "POST", .path = "/", .query = "", .headers = &header, .n_headers = 1,
		.address = "", .body = bytes + 1, .body_file = -1, .n_body = n - 1};
	struct req *r = arena_get(mem, sizeof *r);

	*r = (struct req){.mem = mem, .wire = &wire, .file = {"", -1, 0}};
	int status = form_read(r);

	PROMISE(status == 0 || (status >= 400 && status < 500));
	for (size_t i = 0; !status && i < r->form.n; i++)
		PROMISE(utf8_valid(r->form.at[i].name, strlen(r->form.at[i].name)) &&
			utf8_valid(r->form.at[i].value, strlen(r->form.at[i].value)));
}

FUZZ_MAIN("form")
