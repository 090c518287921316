/* view.h: private to the slice: what its pages show. */
#ifndef PEIXUN_HOME_VIEW_H
#define PEIXUN_HOME_VIEW_H

#include "web/req.h"

struct counter { struct url at; const char *label; int64_t number, late; };
struct counters { struct counter *at; int n; };
struct area { struct url at; const char *title, *about; };
struct areas { struct area *at; int n; };
struct line { const char *text; };
struct lines { struct line *at; int n; };
struct task { struct url at; const char *title, *about, *left, *look, *cite; struct date due; bool provisional, since; };
struct tasks { struct task *at; int n; };
struct told { struct moment at; const char *text; struct url link, seen; };
struct tolds { struct told *at; int n; int64_t total; struct url all; };
struct menu_view { const struct req *r; struct tolds told; struct tasks tasks; int64_t more; struct url all_due; struct counters counters;
	struct areas areas; struct lines keys; };

struct work { struct url at; const char *text; };
struct works { struct work *at; int n; };
struct area_view { struct works main, order, menu; const char *contact; };

struct help_view { struct lines paragraphs; struct url back; bool signed_in; };
struct site_map_view { struct works pages; };
#endif
