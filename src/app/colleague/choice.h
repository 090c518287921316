/* choice.h: what 多條件複選產製報表 finds, and for whom.  Private to colleague/. */
#ifndef PEIXUN_COLLEAGUE_CHOICE_H
#define PEIXUN_COLLEAGUE_CHOICE_H

#include "app/colleague/view.h"
#include "app/hours/hours.h"

struct choice_key { uint32_t person, class; };
struct choice_waiting { struct hours_fact fact; int64_t agency; };

/* Set by who asks: q, spans (which don't overlap), uses; keep: the records found too; person: of this one alone (0: all). */
struct choice {
	const struct query *q;
	const struct agency_span *spans;
	int n_spans;
	bool keep;
	uint32_t person;
	/* The conditions. */
	int64_t top;
	bool *categories, *ranks, *titles, *classes;
	uint8_t *grades, *class_digits;
	uint32_t *units;
	int n_units, first_day, last_day;
	size_t units_room;
	bool modes[4], groups[10][4], by_group, by_course, of_records, roster;
	uint8_t must, none;
	struct date asof;
	/* What was found. */
	struct chosen *found;
	int n_found;
	size_t found_room;
	uint32_t *slots;
	size_t slots_room;
	struct choice_waiting *waiting;
	size_t n_waiting, waiting_room;
	struct choice_key *keys;
	size_t n_keys, keys_room;
};

/* Is this condition ticked? */
bool choice_uses(const struct choice *, const char *condition);
/* Is one of the words, separated by 、 or commas, part of the text? */
bool choice_words_match(struct arena *, const char *words, const char *text);
void choice_prepare(struct choice *);
/* Everybody who answers, in no order. */
void choice_answer(struct choice *);
#endif
