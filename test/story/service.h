/* service.h: the payment service behind 線上繳費, as far as it speaks to us. */
#ifndef TEST_STORY_SERVICE_H
#define TEST_STORY_SERVICE_H

#include "app/gateway/gateway.h"
#include "base/setting.h"
#include "test/story/act.h"

static bool act_told(int n, char **words)
{
	struct pairs p = {0};
	int i = 1;

	for (; i < n && !text_is(words[i], "but"); i++)
		pair_add(kept, &p, name_of(words[i]), strchr(words[i], '=') + 1);
	pair_add(kept, &p, "CheckMacValue", check_value(kept, &p, setting("fee.online.key"), setting("fee.online.iv")));
	for (i++; i < n; i++) {
		drop(&p, name_of(words[i]));
		pair_add(kept, &p, name_of(words[i]), strchr(words[i], '=') + 1);
	}
	char *body = encoded(&p);

	visit((struct request){"POST", "/fee/online/told", "application/x-www-form-urlencoded", body, strlen(body)});
	return true;
}
#endif
