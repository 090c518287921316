/* view.h: private to the slice. */
#ifndef PEIXUN_MANUAL_VIEW_H
#define PEIXUN_MANUAL_VIEW_H

#include "web/req.h"

struct message_line { const char *code, *text; };
struct message_lines { struct message_line *at; int n; };
struct manual_view { struct markup body; struct message_lines messages; struct url contents; };
#endif
