/* server_fault.c: a request that hits fail() ends alone.  Knows no request.
 *
 * fail() must not return, and the frames between it and the server belong to the application alone: the HTTP library never
 * stands between server_guard and the act.  So the hook may jump over them.  What they had in memory lies in arenas, which the
 * request's end gives back; what else they held (a transaction) is struct wire_app's abandon.  The process answers what it
 * has and ends, so nothing is built on what was left half done. */
#include <setjmp.h>
#include <stdio.h>

#include "base/log.h"
#include "web/server_parts.h"

static sigjmp_buf guarded;
static char number[16];

static void come_back(const char *incident)
{
	snprintf(number, sizeof number, "%s", incident);
	siglongjmp(guarded, 1);
}

bool server_guard(void (*act)(void *), void *what, char incident[16])
{
	fail_hook = come_back;
	if (sigsetjmp(guarded, 0)) {                            /* fail() has taken the hook away */
		memcpy(incident, number, sizeof number);
		return false;
	}
	act(what);
	fail_hook = NULL;
	return true;
}
