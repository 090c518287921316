/* form.h: what a body brings: urlencoded and multipart forms and JSON objects, all as name and value pairs. */
#ifndef PEIXUN_FORM_H
#define PEIXUN_FORM_H

#include "web/req.h"

/* The pairs of "a=1&b=%E7%8E%8B".  False: broken encoding, not UTF-8, or a NUL. */
bool form_urlencoded(struct arena *, const char *, size_t n, struct pairs *);
/* One path segment or value decoded; NULL when the encoding is broken. */
char *form_decode(struct arena *, const char *, size_t n, bool plus_is_blank);

/* The body of r->wire into r->form and r->file by its Content-Type.  A refusal's status, 0 when all is well. */
int form_read(struct req *);
#endif
