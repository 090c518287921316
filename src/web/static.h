/* static.h: the files of static/ and the one script of npm, built into the program. */
#ifndef PEIXUN_STATIC_H
#define PEIXUN_STATIC_H
#include <stddef.h>
struct static_file { const char *name, *type, *tag; const unsigned char *at; size_t n; };
extern const struct static_file static_files[];                 /* ends with a name of NULL */
#endif
