/* advice.c: what the annex asks of the four ways of guidance, held against the words that were filled in.   PLAN-079
 *
 * Words can't be counted surely, so this warns and refuses nothing. */
#include <string.h>

#include "app/planform/planform.h"
#include "base/text.h"

enum { LEAST_ITEMS = 3, ADVICE_MOST = 4 };

static int numeral(uint32_t c)
{
	static const char digits[] = "一二三四五六七八九十";
	int n;

	if (c >= '0' && c <= '9')
		return (int)c - '0';
	for (const char *at = digits, *end = digits + sizeof digits - 1; at < end; at += n)
		if (utf8_next(at, end, &n) == c)
			return (int)((at - digits) / 3) + 1;
	return 0;
}

/* Things listed one after the other (、；and lines, the last one behind 及), or as many as the words say: 「等3項業務」. */
static int items(const char *s)
{
	int listed = 0, said = 0, before = 0, n;
	bool open = false;

	for (const char *end = s + strlen(s); s < end; s += n) {
		uint32_t c = utf8_next(s, end, &n);
		bool separates = c == 0x3001 || c == 0xff1b || c == ';' || c == '\n' || c == 0x53ca;    /* 、；及 */

		if (!separates && c > ' ' && c != 0x3000) {
			listed += !open;
			open = true;
		} else if (separates) {
			open = false;
		}
		if ((c == 0x9805 || c == 0x7a2e || c == 0x4ef6 || c == 0x500b) && before > said)        /* 項種件個 */
			said = before;
		before = numeral(c);
	}
	return said > listed ? said : listed;
}

/* LAW: 訓練計畫附件5填表說明三 */
const char *const *planform_advice(struct arena *mem, const struct planform *f)
{
	const char **advice = arena_array(mem, ADVICE_MOST, sizeof *advice);
	int n = 0;

	if (*f->observation && items(f->observation) < LEAST_ITEMS)
		advice[n++] = "工作觀摩應至少選擇3項業務";
	if (*f->cases && items(f->cases) < LEAST_ITEMS)
		advice[n++] = "專業課程訓練或輔導應至少選擇3種實際個案";
	if (*f->talks && !(strstr(f->talks, "期中") && strstr(f->talks, "期末")))
		advice[n++] = "個別會談應於期中及期末期間至少各進行1次";
	return advice;
}
