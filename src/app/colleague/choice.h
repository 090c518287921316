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
	uint8_t *asked_classes;                                 /* a bit each: those of what waits, then those that fit */
	size_t classes_room;
	struct choice_key *keys;
	size_t n_keys, keys_room;
};

/* ---- choice_ask.c */
/* In the order of the page; fields: those of choice_asks, or what is chosen several times. */
struct choice_condition { const char *name, *label, *fields[2]; bool several; };
enum { CHOICE_CONDITIONS = 17 };
extern const struct choice_condition choice_conditions[CHOICE_CONDITIONS];
extern const struct query_kind choice_kind;
/* False: something is wrong, with its issues, or out of reach. */
bool choice_asked(struct req *, struct query *, struct choice *);
/* The same for a file that was asked for. */
bool choice_again(const struct download_making *, struct query *, struct choice *);
/* Is this condition ticked? */
bool choice_uses(const struct choice *, const char *condition);
/* Is one of the words, separated by 、 or commas, part of the text? */
bool choice_words_match(struct arena *, const char *words, const char *text);

/* ---- choice.c */
void choice_prepare(struct choice *);
/* Everybody who answers, in no order. */
void choice_answer(struct choice *);

/* ---- choice_order.c */
/* sort: a field of choice_fields, '-' before it: the greatest first. */
void choice_order(const struct choice *, const char *sort);
void choice_name_agencies(const struct choice *);
/* Names, numbers and words of some of those found; the texts lie in the arena. */
void choice_fill_words(const struct query *, struct arena *, struct chosen *, int n);
/* For colleague_keyed. */
const char *choice_keys_json(struct arena *, const struct choice_key *, size_t n);

/* ---- choice_file.c */
/* The persons and, on a second sheet, their records, of a choice whose `keep` is set.  making: for which the file is made; NULL: it is given
 * at once.  False: nobody waits for it any more. */
bool choice_sheets(struct choice *, int fd, enum sheet_format, const char *sort, const char *const *head, const struct download_making *making);

/* ---- choice_form.c, choice_set.c */
struct condition_line choice_line(const struct choice *, const struct inputs *, const struct choice_condition *);
struct set_lines choice_set_lines(struct req *);
#endif
