/* page.h: what is around every page: the layout, its menu and breadcrumb, and how a page ends.  Private to web. */
#ifndef PEIXUN_PAGE_H
#define PEIXUN_PAGE_H

#include "web/route.h"

struct menu_item { struct url at; const char *label, *here; };  /* here: of aria-current: the page, or one above it; or NULL */
struct menu_items { struct menu_item *at; int n; };
struct crumb { const char *label; struct url at; bool last; };
struct crumbs { struct crumb *at; int n; };

struct contact_line { const char *topic, *numbers; };
struct contact_list { struct contact_line *at; int n; };

struct layout {
	const struct req *r;
	const char *title;
	struct menu_items menu, group;                          /* group: the pages that belong together with this one */
	const char *group_name;
	struct crumbs crumbs;
	struct contact_list contacts;
	struct url css, js, htmx, icon, home, sign_out, site_map, manual, account, switch_agency, to_content, to_top, to_bottom;
	bool lost;                                              /* who is signed in may not act for the active agency any more */
	bool wrong;                                             /* the title begins with 錯誤： */
};

void page_close(struct req *);                                  /* ends an open page and adds the headers of every reply */
struct url page_url(struct req *, const char *path);            /* a fixed path of ours, after the base */
#endif
