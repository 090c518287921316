/* collate.c: see collate.h.  One collator a process, opened when it is first needed. */
#include "base/collate.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

#include "base/log.h"
#include "base/text.h"

enum { KEY_MOST = 4096 };

static UCollator *strokes(void)
{
	static UCollator *collator;
	UErrorCode error = U_ZERO_ERROR;

	if (!collator)
		collator = ucol_open("zh_Hant@collation=stroke", &error);
	if (U_FAILURE(error))
		fail("ICU has no stroke order: %s", u_errorName(error));
	return collator;
}

char *collate_key(struct arena *mem, const char *name)
{
	size_t n = strlen(name);
	UChar *wide = arena_array(mem, n + 1, sizeof *wide);
	unsigned char key[KEY_MOST];
	UErrorCode error = U_ZERO_ERROR;
	int32_t length;

	u_strFromUTF8WithSub(wide, (int32_t)n + 1, &length, name, (int32_t)n, 0xFFFD, NULL, &error);
	if (U_FAILURE(error))
		fail("a name of %zu bytes did not become UTF-16: %s", n, u_errorName(error));
	int32_t got = ucol_getSortKey(strokes(), wide, length, key, sizeof key);

	if (got > (int32_t)sizeof key)
		got = sizeof key;                               /* a very long name: its beginning orders it */
	return text_hex(mem, key, (size_t)(got ? got - 1 : 0));
}
