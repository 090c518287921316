/* Amounts as papers about money write them. */
#include "base/text.h"
#include "test/tap.h"

int main(void)
{
	static const struct { int64_t n; const char *words; } cases[] = {
		{0, "零"}, {7, "柒"}, {10, "壹拾"}, {15, "壹拾伍"}, {101, "壹佰零壹"}, {110, "壹佰壹拾"}, {500, "伍佰"}, {1005, "壹仟零伍"}, {1010, "壹仟零壹拾"},
		{1400, "壹仟肆佰"}, {10000, "壹萬"}, {10050, "壹萬零伍拾"}, {12345, "壹萬貳仟參佰肆拾伍"}, {20000, "貳萬"}, {100500, "壹拾萬零伍佰"},
		{1000050, "壹佰萬零伍拾"}, {10203040, "壹仟零貳拾萬參仟零肆拾"}, {100000001, "壹億零壹"}, {900000000000, "玖仟億"},
		{9999999999999999, "玖仟玖佰玖拾玖兆玖仟玖佰玖拾玖億玖仟玖佰玖拾玖萬玖仟玖佰玖拾玖"},
	};
	struct arena *mem = arena_new(1 << 16);

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		same(text_capitals(mem, cases[i].n), cases[i].words, "ACMS-095 an amount in capitals");
	arena_free(mem);
	return tap_end();
}
