/* book.c: see book.h. */
#include "app/plan/book.h"

#include "base/setting.h"

enum { PLANS_MEMORY = 8 << 20 };

const struct plans *plan_book(void)
{
	static const struct plans *all;

	if (!all)
		all = plans_load(arena_new(PLANS_MEMORY), setting("plans"));
	return all;
}

const struct plan *plan_book_on(const char *id, struct date day)
{
	const struct plan *plan = *id ? plans_on(plan_book(), id, day) : NULL;

	return plan || !*id ? plan : plans_find(plan_book(), id);
}
