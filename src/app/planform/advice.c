/* advice.c: what the annex asks of the four ways of guidance, held against the words that were filled in.   PLAN-079
 *
 * Words can't be counted surely, so this warns and refuses nothing. */
#include <string.h>

#include "app/plan/book.h"
#include "app/planform/planform.h"
#include "base/text.h"

enum { ADVICE_MOST = 4 };

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

/* The plan that has the numbers: its own, or else any that has its annex at hand.  NULL: none is loaded. */
static const struct plan *with_annex(const struct plan *own)
{
	const struct plans *all = plan_book();

	if (own && plan_value(own, PLAN_OBSERVE_LEAST)->known)
		return own;
	for (int i = 0; i < all->n; i++)
		if (plan_value(all->at[i], PLAN_OBSERVE_LEAST)->known)
			return all->at[i];
	return NULL;
}

static const char *talks_wanted(struct arena *mem, const struct plan *p)
{
	long long mid = plan_value(p, PLAN_TALKS_MID_LEAST)->n, final = plan_value(p, PLAN_TALKS_FINAL_LEAST)->n;

	return mid == final ? arena_print(mem, "個別會談應於期中及期末期間至少各進行%lld次", mid)
		: arena_print(mem, "個別會談應於期中至少進行%lld次，期末至少進行%lld次", mid, final);
}

static void lacks(struct arena *mem, const struct planform *f, const struct plan *p, const char **to)
{
	long long observe = plan_value(p, PLAN_OBSERVE_LEAST)->n, cases = plan_value(p, PLAN_CASES_LEAST)->n;

	if (*f->observation && items(f->observation) < observe)
		*to++ = arena_print(mem, "工作觀摩應至少選擇%lld項業務", observe);
	if (*f->cases && items(f->cases) < cases)
		*to++ = arena_print(mem, "專業課程訓練或輔導應至少選擇%lld種實際個案", cases);
	if (*f->talks && !(strstr(f->talks, "期中") && strstr(f->talks, "期末")))
		*to = talks_wanted(mem, p);
}

/* LAW: 113身障附件5填表說明三 */
struct planform_advice planform_advice(struct arena *mem, const struct planform *f)
{
	const char **to = arena_array(mem, ADVICE_MOST, sizeof *to);
	const struct plan *own = plan_book_on(f->plan, f->report_date), *p = with_annex(own);

	if (!p)
		return (struct planform_advice){to, ""};
	lacks(mem, f, p, to);
	return (struct planform_advice){to, p == own ? own->citations[PLAN_CITE_GUIDE_METHODS] : arena_print(mem, "%s，暫依%s",
		own ? "本訓練計畫未附附件5" : "本考試尚無訓練計畫檔", p->citations[PLAN_CITE_GUIDE_METHODS])};
}
