/* slip.c: see slip.h. */
#include "rule/slip.h"

#include <string.h>

#include "base/text.h"
#include "rule/rule.h"

enum { ITEM = 3, NUMBER = 16, PREFIX = 4, AMOUNT_MOST = 999999999, CENTURY = 100, MODULUS = 11 };

static const char source[] = "超商代收三段條碼規格（代收合約）；保訓會培訓業務系統操作說明「下載繳費單」";

/* Digits as they are; A–I and J–R are 1–9, S–Z 2–9. */
static int worth(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'S' ? c - 'S' + 2 : (c - 'A') % 9 + 1;
}

/* Sums of the odd and the even places, counted from 1 in each part anew. */
static void add(const char *part, int sums[2])
{
	for (int i = 0; part[i]; i++)
		sums[i % 2] += worth(part[i]);
}

static char check_character(int sum, char zero, char ten)
{
	int rest = sum % MODULUS;

	return rest == 0 ? zero : rest == MODULUS - 1 ? ten : (char)('0' + rest);
}

static bool made_of(const char *text, const char *characters, size_t least, size_t most)
{
	size_t n = strlen(text);

	return n >= least && n <= most && strspn(text, characters) == n;
}

static bool good(struct verdict *v, const struct slip_facts *f)
{
	static const char digits[] = "0123456789", both[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

	if (!made_of(f->item_code, both, ITEM, ITEM))
		return verdict_refuse(v, "BAD_DATA", source, "資料錯誤：代收項目應為%d碼數字或大寫英文字母：%s", ITEM, f->item_code);
	if (!made_of(f->number, both, 1, NUMBER))
		return verdict_refuse(v, "BAD_DATA", source, "資料錯誤：銷帳編號應為1至%d碼數字或大寫英文字母：%s", NUMBER, f->number);
	if (f->prefix && !made_of(f->prefix, digits, PREFIX, PREFIX))
		return verdict_refuse(v, "BAD_DATA", source, "資料錯誤：第三段前置碼應為%d碼數字：%s", PREFIX, f->prefix);
	if (f->amount < 1 || f->amount > AMOUNT_MOST)
		return verdict_refuse(v, "BAD_DATA", source, "資料錯誤：金額應為1至%d元（實際為%lld）", AMOUNT_MOST, (long long)f->amount);
	return verdict_in_range(v, f->due);
}

void slip_judge(struct verdict *v, const struct slip_facts *f, struct slip_values *to)
{
	const char *first, *second, *prefix, *amount;
	int year, month, day, sums[2] = {0};
	char checks[2];

	if (!good(v, f))
		return;
	date_split(f->due, &year, &month, &day);
	first = arena_print(v->mem, "%02d%02d%02d%s", roc_year(f->due) % CENTURY, month, day, f->item_code);
	second = arena_print(v->mem, "%.*s%s", (int)(NUMBER - strlen(f->number)), "0000000000000000", f->number);
	prefix = f->prefix ? f->prefix : arena_bytes(v->mem, first, PREFIX);
	amount = arena_print(v->mem, "%09lld", (long long)f->amount);
	add(first, sums);
	add(second, sums);
	add(arena_print(v->mem, "%s%s", prefix, amount), sums);
	checks[0] = check_character(sums[0], 'A', 'B');
	checks[1] = check_character(sums[1], 'X', 'Y');
	fact_texts_add(v->mem, &to->segments, first);
	fact_texts_add(v->mem, &to->segments, second);
	fact_texts_add(v->mem, &to->segments, arena_print(v->mem, "%s%c%c%s", prefix, checks[0], checks[1], amount));
	verdict_say(v, source, "繳款期限%s，金額%lld元；奇數位合計%d，除以%d得檢碼%c；偶數位合計%d，除以%d得檢碼%c",
		date_long_text(v->mem, f->due), (long long)f->amount, sums[0], MODULUS, checks[0], sums[1], MODULUS, checks[1]);
}

/* ---- the table ---- */

static void slip_rule(struct verdict *v, const void *facts, void *values)
{
	slip_judge(v, facts, values);
}

static const struct fact slip_in[] = {
	FACT(slip_facts, due, DATE, "繳款期限"),
	FACT(slip_facts, item_code, TEXT, "代收項目（3碼）"),
	FACT(slip_facts, number, TEXT, "銷帳編號（至多16碼）"),
	FACT(slip_facts, amount, INT, "金額（元）"),
	FACT(slip_facts, prefix, TEXT, "第三段前置碼（4碼數字）", .may_be_absent = true),
	{0}
}, slip_out[] = {
	FACT(slip_values, segments, TEXTS, "三段條碼"),
	{0}
};

const struct rule slip_rules[] = {
	{"slip-barcode", "繳費單超商三段條碼", "ACMS-091", RULE_WITHOUT_PLAN, slip_in, slip_out, sizeof(struct slip_facts),
		sizeof(struct slip_values), slip_rule},
	{0}
};
