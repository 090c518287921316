/* permission.h: who may ask what: each address of the product asked as each role and as nobody.                     ACMS-011 */
#ifndef TEST_STORY_PERMISSION_H
#define TEST_STORY_PERMISSION_H

#include "test/story/look.h"

static struct pairs told;                                       /* the routes a story has spoken of */

/* A :parameter becomes what was kept under its name: a record of another agency. */
static char *address_of(const char *path, bool *foreign)
{
	struct text t = text_new(kept, 4096);

	for (*foreign = false; *path; path++) {
		size_t n = strchr(":*", *path) ? strcspn(path, "/") : 0;
		const char *value = n ? pair_value(&names, arena_bytes(kept, path + 1, n - 1)) : NULL;

		if (!n)
			text_char(&t, *path);
		else
			text_puts(&t, value ? value : "999999");
		*foreign |= value != NULL;
		path += n ? n - 1 : 0;
	}
	return t.at;
}

static void ask_as(const struct route *route, const char *address, const char *account)
{
	sit_down("permissions");
	me->cookies.n = 0;
	if (account && !sign_in_at_once(account, false))
		fail("no account %s", account);
	more[n_more++] = (struct wire_header){"Accept", "application/json"};
	more[n_more++] = (struct wire_header){"X-Form-Token", account ? form_token() : ""};
	visit(route->method == POST ? (struct request){"POST", address, "application/json", "{}", 2}
		: (struct request){.method = "GET", .address = address});
}

/* Before a large body comes the server refuses in words of its own: there is no page then. */
static void try_role(const struct route *route, const struct role *role, bool may)
{
	static const char first[] = "SELECT g.code || '/' || a.name AS one FROM account a JOIN agency g ON g.id = a.agency "
		"WHERE a.role = $1 ORDER BY a.id LIMIT 1";
	struct rows *account = ad_hoc(first, false, (const struct value[]){A(role->code.id)}, 1);
	bool foreign;

	ask_as(route, address_of(route->path, &foreign), row_text(account, 0, "one"));
	bool refused = last.reply.status == 403 && (!last.n || text_is(json_at("error.code"), "ERR_NO_RIGHT") ||
		text_is(json_at("error.code"), "E-AUTH-01"));

	if (refused == may)
		problem("%s %s %s", role->code.id, may ? "is refused" : "is let in to", asked.address);
	else if (may && foreign && !role->all_agencies && last.reply.status != 403 && last.reply.status != 404)
		problem("%s may reach another agency's %s: %d", role->code.id, asked.address, last.reply.status);
}

/* route METHOD PATH = ROLE … | public | everyone */
static bool act_route(int n, char **words)
{
	bool public = !strcmp(words[4], "public"), other, foreign;
	struct req probe = {.mem = kept, .app = app_web()};
	const struct route *route = route_find(probe.app, words[1], address_of(words[2], &foreign), &probe, &other);

	if (!route || strcmp(route->path, words[2]))
		return problem("there is no %s %s", words[1], words[2]);
	pair_add(kept, &told, arena_print(kept, "%s %s", words[1], words[2]), "");
	for (const struct role *r = roles; r->code.id; r++) {
		bool may = public || !strcmp(words[4], "everyone");

		for (int i = 4; i < n; i++)
			may |= !strcmp(words[i], r->code.id);
		try_role(route, r, may);
	}
	ask_as(route, address_of(route->path, &foreign), NULL);
	return (last.reply.status == 401) != public || problem("nobody got %d of %s", last.reply.status, asked.address);
}

/* A new route without an expectation is a problem. */
static bool act_routes(int n, char **words)
{
	bool all = true;

	(void)n, (void)words;
	for (const struct route *const *table = app_routes; *table; table++)
		for (const struct route *r = *table; r->path; r++)
			if (!pair_value(&told, arena_print(kept, "%s %s", r->method == POST ? "POST" : "GET", r->path)))
				all = problem("nothing says who may %s %s", r->method == POST ? "POST" : "GET", r->path);
	return all;
}
#endif
