/* xml.h: XML parts of archives, read as a stream of elements and text that may be stopped and taken up again.
 *
 * Names come without their prefixes.  A DOCTYPE is refused, and with it every entity of a file's own; so is what is nested deeper
 * than 100 elements, or has a name, tag or comment of more than 1 MiB. */
#ifndef PEIXUN_XML_H
#define PEIXUN_XML_H

#include "file/archive.h"

struct xml;

struct xml_handler {
	void (*start)(void *with, struct xml *, const char *name, const char **attributes);
	void (*end)(void *with, struct xml *, const char *name);
	void (*text)(void *with, const char *, size_t n);       /* in pieces; NULL: not wanted */
};

/* A damaged part is told in *problem. */
struct xml *xml_open(struct arena *, struct archive_part *, struct table_problem *, const struct xml_handler *, void *with);

/* Reads on until a handler calls xml_pause() (true), or to the end or a problem (false). */
bool xml_run(struct xml *);
void xml_pause(struct xml *);

/* The value of an attribute by its name without prefix; NULL: there is none.  LibreOffice's own calcext: ones are left out. */
const char *xml_attribute(const char **attributes, const char *name);
#endif
