/* private.h: what the files of tally/ share. */
#ifndef PEIXUN_TALLY_PRIVATE_H
#define PEIXUN_TALLY_PRIVATE_H

#include "app/staff/staff.h"
#include "app/tally/tally.h"

/* ---- slot: 人員類別, sex and 主管 as one number from 1 on; 0 is everybody */
int slot_of(int group, int sex, bool supervisor);               /* group: index in staff_groups */
int slot_group(int slot);
int slot_sex(int slot);
bool slot_supervisor(int slot);
bool slot_meets(int slot, const struct tally_who *);

/* ---- pack.c: figures with their sums, ascending, without what is nothing */
struct tally_figure { int64_t figure; struct tally_sum sum; };
struct tally_set { struct tally_figure *at; size_t n, room; struct arena *mem; };
void set_put(struct tally_set *, int64_t figure, struct tally_sum);             /* behind all others */
void set_add(struct tally_set *, const struct tally_set *, int sign);
struct bytes set_pack(struct arena *, const struct tally_set *);
void set_unpack(struct bytes, struct tally_set *to);            /* into a fresh one; bytes that no set makes are a fault */
bool set_same(const struct tally_set *, const struct tally_set *);
struct tally_sum set_sum(const struct tally_set *, int64_t figure);
void sum_add(struct tally_sum *, const struct tally_sum *, int64_t times);
/* Adds to sum[i] what the set (its bytes) holds of figures[i], both ascending. */
void bytes_spread(struct bytes, const int64_t *figures, int n, struct tally_sum *sum);
void set_spread(const struct tally_set *, int sign, const int64_t *figures, int n, struct tally_sum *sum);

/* ---- rules.c */
/* 人員類別: index in staff_groups. */
struct tally_grouping { const char *class_code, *grade; int group; };
/* Where a category belongs: indexes, -1 none. */
struct category_place { int64_t id; int class, topic; };
struct tally_rules_more { struct tally_rules shown; const struct tally_grouping *groupings; int n_groupings; const struct category_place *places; };
const struct category_place *place_of_category(const struct tally_rules *, int64_t category);    /* NULL: not a category any more */
int group_of(const struct tally_rules *, const char *class_code, const char *grade);
void mark(struct db *, int roc_year, int64_t person);           /* inside a transaction */
enum { EVERYBODY = 0, TREE = -1 };

bool topic_has(const char *categories, const char *code);       /* is it among them, divided by blanks? */

/* ---- judge.c */
struct ids { int64_t *at; size_t n, room; struct arena *mem; };
void ids_add(struct ids *, int64_t);
void ids_settle(struct ids *);                                  /* ascending, each once */
bool ids_have(const struct ids *, int64_t);                     /* of settled ones */
const char *ids_json(struct arena *, const int64_t *, size_t n);

/* Where a person is counted; agency 0: nowhere. */
struct tally_card { int64_t person, agency, low; int slot; bool is_enterprise; struct tally_set set; bool is_member; };
/* What the records and postings say now, of each person in this order.  ids: settled. */
struct tally_card *cards_judge(struct db *, struct arena *, const struct tally_rules *, struct date day, const struct ids *);
/* What is kept of them, in the same order. */
struct tally_card *cards_kept(struct db *, struct arena *, int roc_year, const struct ids *);
struct date tally_day(int roc_year, struct date today);         /* of the roster */

/* ---- year.c: what is kept of a year, and what has to be added */
enum { MARKS_MOST = 400 };
struct tally_year { bool is_there, whole, tree; struct date judged; int64_t upto, last; };
struct tally_year year_of(struct db *, int roc_year);
/* Whose cards are not what they should be on that day: of at most `most` persons (then more); nobody of them is missing.  False: too many. */
bool year_dirty(struct db *, struct arena *, const struct tally_year *, int roc_year, struct date day, size_t most, struct ids *to);

/* ---- read.c */
struct tally_view {
	enum tally_state state;
	struct tally_year year;
	const struct tally_rules *rules;
	struct date day;
	bool direct;                                            /* fresh: all of the roster, nothing is kept */
	struct ids dirty;
	struct tally_card *fresh, *kept;
	size_t n;
};
void view_open(struct db *, struct arena *, const struct tally_ask *, struct tally_view *);
bool card_in(const struct tally_card *, const struct tally_ask *);
void in_reading(struct db *, void (*work)(struct db *, void *), void *with);

/* ---- tree.c: sums of agencies with all below them */
struct tree_node { int64_t agency, low, high, parent; };
struct tree { struct tree_node *at; int n; };                   /* by low */
struct tree tree_read(struct db *, struct arena *);
const struct tree_node *tree_at(const struct tree *, int64_t low);              /* NULL: there is none */
/* Each agency with others below it, of which this one is one, and 0 for all: gives the number. */
enum { TREE_DEPTH = 64 };
int tree_above(const struct tree *, int64_t low, int64_t to[TREE_DEPTH]);
/* Counts as they come out: of an agency alone by slot (kind 1), both of it and all below (2); the last is agency 0. */
struct roll;
struct roll *roll_new(struct arena *, const struct tree *, void (*out)(void *with, int kind, int64_t agency, int slot, const struct tally_set *),
	void *with);
void roll_add(struct roll *, int64_t low, int slot, const struct tally_set *);  /* ascending by low */
void roll_end(struct roll *);

/* ---- fold.c */
void year_open(struct db *, struct date today);                 /* inside a transaction: years that nothing is kept of yet */
#endif
