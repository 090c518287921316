/* hands.c: what each hand has given, side by side: an item a row, a hand a column.                                    PLAN-108 */
#include <string.h>

#include "app/score/private.h"
#include "base/text.h"

enum { ROWS = 8, HANDS = 5 };

static const struct { const char *act, *who; bool meeting; } hands[HANDS] = {
	{"draft", "輔導員", false}, {"review", "單位主管", false}, {"deliberate", "考績委員會", true}, {"reconsider", "復議", true},
	{"decide", "機關首長", false},
};
static const char *const rows[ROWS] = {"品德", "才能", "生活表現", "學習態度", "工作績效", "總分", "評分者", "日期"};

/* A sitting as a hand: it has no single scorer. */
static const struct scoring *scoring_of(const struct life_case *c, int hand)
{
	const void *given = life_answers(c->record, hands[hand].act);
	const struct meeting_held *m = given;

	if (!given || !hands[hand].meeting)
		return given;
	return arena_copy(c->mem, &(struct scoring){.scorer = m->result.label, .character = m->character, .ability = m->ability, .life = m->life,
		.attitude = m->attitude, .performance = m->performance, .signed_on = m->met}, sizeof(struct scoring));
}

static const char *shown(const char *text)
{
	return text && *text ? text : "－";
}

/* The cells of one column, top down. */
static void fill(const struct life_case *c, const struct scoring *s, const char *cells[ROWS])
{
	struct decimal total = score_stored(c->mem, c->life, c->record, s);
	const char *const all[ROWS] = {s->character, s->ability, s->life, s->attitude, s->performance,
		total.known ? decimal_text(c->mem, total, 2) : "", s->scorer, date_text(c->mem, s->signed_on)};

	for (int i = 0; i < ROWS; i++)
		cells[i] = shown(all[i]);
}

struct life_table score_hands(struct arena *mem, const struct life_case *c)
{
	const char *columns[HANDS][ROWS];
	struct life_table t = {.caption = "各階段評分", .heads = arena_array(mem, HANDS + 1, sizeof(const char *)), .columns = 1, .rows = ROWS};

	t.heads[0] = "項目";
	for (int i = 0; i < HANDS; i++) {
		const struct scoring *s = scoring_of(c, i);

		if (!s)
			continue;
		fill(c, s, columns[t.columns - 1]);
		t.heads[t.columns++] = hands[i].who;
	}
	if (t.columns == 1)
		return (struct life_table){0};
	t.cells = arena_array(mem, (size_t)(ROWS * t.columns), sizeof(const char *));
	for (int row = 0; row < ROWS; row++)
		for (int column = 0; column < t.columns; column++)
			t.cells[row * t.columns + column] = column ? columns[column - 1][row] : rows[row];
	return t;
}
