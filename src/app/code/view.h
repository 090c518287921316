/* view.h: what the template of code/ shows. */
#ifndef PEIXUN_CODE_VIEW_H
#define PEIXUN_CODE_VIEW_H

#include "web/html.h"

struct code_link { struct url at; const char *title; };
struct code_links { struct code_link *at; int n; };
struct code_tables_view { struct code_links tables; struct url import, agencies; bool may_import; };
#endif
