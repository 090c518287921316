/* private.h: what the files of member/ share. */
#ifndef PEIXUN_MEMBER_PRIVATE_H
#define PEIXUN_MEMBER_PRIVATE_H

#include "app/agency/agency.h"
#include "app/member/member.h"
#include "web/form_view.h"
#include "web/list.h"

/* An account at one of the agencies that it acts for.  home: its own; place: the one meant. */
struct member {
	int64_t id, version, place, home, person;
	const char *agency_code, *agency_name, *national_id, *person_name, *name, *full_name, *unit, *phone, *email;
	struct code role;
	struct date valid_to;
	bool active, outside;
};

struct member_row { int64_t id, place, functions; const char *agency_name, *unit, *full_name, *name; struct code role, state;
	struct moment last_sign_in; bool besides; };

struct member_line { const struct member_row *m; struct url at; };
struct member_lines { struct member_line *at; int n; };
struct member_list { const struct req *r; struct list *l; struct url search, add, clear; struct inputs inputs; struct member_lines lines;
	struct issue_lines wrong; };

/* A function on the page of a member: its box, who gave it and when. */
struct member_box { const char *code, *title, *by; struct moment at; bool on, offered; };
struct member_boxes { struct member_box *at; int n; };
struct member_loss { const char *agency_name, *account_name, *title; };
struct member_losses { struct member_loss *at; int n, accounts; };
struct member_view {
	const struct req *r;
	const struct member *m;                                 /* NULL: a new one */
	struct issue_lines wrong;
	struct inputs inputs;
	struct member_boxes boxes;
	struct member_losses losses;                            /* what ends with what is taken back */
	struct input sure, besides_agency, besides_role, besides_until;
	struct url action, reset, besides, back;
	const char *password;                                   /* just made, shown once */
};
#endif
