/* banned.h: what must not be used, made not to compile.  Included before every file by the Makefile (-include).
 *
 * Standard headers that the names come from are included first, so that their own declarations stay whole. */
#ifndef PEIXUN_BANNED_H
#define PEIXUN_BANNED_H

#include <alloca.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#pragma GCC poison strcpy strcat strncpy strncat sprintf vsprintf strtok gets gmtime localtime ctime asctime atoi atol atof
#pragma GCC poison system mktemp tmpnam
#endif
