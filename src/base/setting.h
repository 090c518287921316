/* setting.h: the installation's settings: one row each, from which come the configuration file's keys, the environment's names and the help.
 *
 * A value is taken from the environment, else from the file (PEIXUN_CONFIG, lines of "name = value"), else from the row. */
#ifndef PEIXUN_SETTING_H
#define PEIXUN_SETTING_H

#include <stdbool.h>
#include <stdint.h>

struct setting { const char *name, *environment, *otherwise, *help; bool secret; };
extern const struct setting settings[];                         /* ends with a name of NULL */

/* Reads the file, once, at start.  Fails on an unknown key, with file and line. */
void settings_read(void);
const char *setting(const char *name);                          /* an unknown name is a fault */
int64_t setting_int(const char *name);                          /* a value that is no number is a fault that names it */
bool setting_on(const char *name);                              /* 1, yes, on, true */
#endif
