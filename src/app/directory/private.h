/* private.h: what the files of directory/ share. */
#ifndef PEIXUN_DIRECTORY_PRIVATE_H
#define PEIXUN_DIRECTORY_PRIVATE_H

#include "app/agency/agency.h"
#include "app/directory/directory.h"
#include "web/form_view.h"
#include "web/list.h"

struct unit { int64_t id, version, agency, sort_no; const char *agency_code, *agency_name, *code, *name; bool active; };
extern const struct field directory_unit_fields[];                        /* as a row of a list and on its page */

struct directory_view { const struct req *r; const struct list *l; struct url import, add; };
#endif
