/* view.h: what the pages of certificate/ show. */
#ifndef PEIXUN_CERTIFICATE_VIEW_H
#define PEIXUN_CERTIFICATE_VIEW_H

#include "app/certificate/private.h"
#include "app/may.h"
#include "web/form_view.h"

/* sent: by a form that is posted, since 身分證字號 is asked for; NULL: by the address. */
struct search_view { struct url at; struct input year, exam; struct inputs more; const struct req *sent; };

/* A trainee with the inputs of 紅色字體欄位; locked: on an application. */
struct person_line {
	const struct applicant *a;
	struct url edit, serial;
	bool locked, ready, ticked;
	const char *id, *tick_id, *version_name, *version, *education, *result;
	struct input identity, proof, score, start, end, remark, change_note, change_proof;
	const char *why, *hint;
};
struct person_lines { struct person_line *at; int n, elsewhere; int64_t total; };   /* elsewhere: ticked on other pages */

struct persons_view {
	const struct req *r;
	const struct list *l;
	struct issue_lines wrong;
	struct url action, add, file;
	struct search_view search;
	struct person_lines lines;
	struct pairs filters, carried;                          /* carried: ticks on other pages */
	struct input reason;
	bool may_edit, needs_reason;
	const char *contact, *once;
};

struct proof_line { const char *what, *identity, *name, *by; struct moment made; struct url at, remove; };
struct proof_lines { struct proof_line *at; int n; };
struct person_view { const struct req *r; struct issue_lines wrong; struct url action, back; struct person_line line; struct input reason;
	bool may_edit, needs_reason, may_attach; struct pairs filters; const char *exam, *state, *file_error; struct proof_lines proofs;
	struct url attach, note; struct input what; };

struct low_view { const struct req *r; struct url action, back; struct pairs hidden; struct lows { const char **at; int n; } lows; };

struct serials_view { const struct req *r; struct list *l; struct issue_lines wrong; struct url action, add, persons; struct input number; };

struct serial_view {
	const struct req *r;
	const struct list *l;
	struct issue_lines wrong;
	const struct serial *s;
	struct url take_off, confirm, add, erase, send, annul, give_back, roster, persons, back;
	struct person_lines members, addable;
	bool open, filed, may_edit, may_return, ticks;          /* ticks: its rows are ticked, for taking off or to be marked */
	struct pairs carried;
	int ticked, elsewhere;
	const char *version, *route, *first, *changed, *exam, *locked, *marked;
	struct input reason, document, day;
};

struct numbers_line { const struct serial *s; struct url at; const char *tick_id, *label; bool ticked; };
struct numbers_lines { struct numbers_line *at; int n; };
struct numbers_view {
	const struct req *r;
	struct list *l;
	struct issue_lines wrong;
	struct url action;
	struct numbers_lines lines;
	struct pairs carried;
	int ticked, elsewhere;
	struct input what, document, day;
};

struct received_view {
	const struct req *r;
	struct list *l;
	struct issue_lines wrong;
	struct url action;
	struct numbers_lines lines;
	struct pairs carried;                                   /* ticks on other pages, and what was asked for */
	int ticked, elsewhere;
	struct input show, day;
};

struct progress_view { const struct req *r; struct list *l; struct issue_lines wrong; struct search_view search; };

struct verify_view { const struct req *r; struct issue_lines wrong; struct url action, again; struct input number, code;
	const struct verified *found; struct pairs facts; };

/* persons_web.c, proof_web.c */
void applicant_show(struct req *, int status, const struct applicant *);
struct proof_lines proof_lines_of(struct req *, int64_t admission);
extern const struct code proof_kinds[];

/* condition.c */
struct search_view search_view(struct req *, const char *path, const struct condition *);
struct pairs condition_hidden(struct req *, const struct condition *);
bool run_applicants(struct req *, struct list *, const struct condition *);
/* The rows of a list made ready to be shown: period, stage, why. */
void applicants_complete(const struct list *, struct arena *, void *rows, int n);
#endif
