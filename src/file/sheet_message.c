/* sheet_message.c: why a table can't be read, in the words of the catalogue. */
#include "field/issue.h"
#include "file/sheet.h"

const char *table_code(const struct table_problem *p)
{
	static const char *const codes[] = {
		[TABLE_FINE] = "", [TABLE_ENCODING] = "E-CSV-01", [TABLE_QUOTE] = "E-CSV-05",
		[TABLE_SEPARATOR] = "E-CSV-12", [TABLE_ROWS] = "E-CSV-07", [TABLE_CELLS] = "E-CSV-07",
		[TABLE_TEXT] = "E-CSV-07", [TABLE_KIND] = "E-CSV-11", [TABLE_DAMAGED] = "E-CSV-13",
		[TABLE_LOCKED] = "E-CSV-14", [TABLE_BOMB] = "E-CSV-15", [TABLE_SHEET] = "E-CSV-16",
	};

	return codes[p->error];
}

/* 1000000 as 1,000,000 */
static const char *grouped(struct arena *mem, int64_t n)
{
	return n < 1000 ? arena_print(mem, "%lld", (long long)n) :
		arena_print(mem, "%s,%03lld", grouped(mem, n / 1000), (long long)(n % 1000));
}

static const char *ceiling(struct arena *mem, const struct table_problem *p, const struct table_limits *limits)
{
	if (p->error == TABLE_ROWS)
		return arena_print(mem, "%s 筆資料列", grouped(mem, limits->rows - 1));
	if (p->error == TABLE_CELLS)
		return arena_print(mem, "每列 %s 欄", grouped(mem, limits->cells));
	return arena_print(mem, "第 %lld 列：每格 %s 字，每列 1 MB", (long long)p->row, grouped(mem, limits->text));
}

const char *table_message(struct arena *mem, const struct table_problem *p, const struct table_limits *limits)
{
	const char *code = table_code(p), *row = arena_print(mem, "%lld", (long long)p->row);

	switch (p->error) {
	case TABLE_FINE:
		return "";
	case TABLE_ENCODING:
		return message(mem, code, row, arena_print(mem, "%llu", (unsigned long long)p->byte));
	case TABLE_QUOTE:
		return message(mem, code, row);
	case TABLE_ROWS:
	case TABLE_CELLS:
	case TABLE_TEXT:
		return message(mem, code, ceiling(mem, p, limits));
	case TABLE_KIND:
		return message(mem, code, p->found);
	case TABLE_SHEET:
		return message(mem, code, limits->sheet ? arena_print(mem, "「%s」工作表", limits->sheet) : "工作表");
	case TABLE_SEPARATOR:
	case TABLE_DAMAGED:
	case TABLE_LOCKED:
	case TABLE_BOMB:
		break;
	}
	return message(mem, code);
}
