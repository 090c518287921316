/* sample.h: invented data to look around with: agencies in a tree, an account for every role, examinations, admitted persons. */
#ifndef PEIXUN_SAMPLE_H
#define PEIXUN_SAMPLE_H

#include "db/db.h"

/* peixun sample [--persons N]: fills an empty database and prints the sign-ins.  A database with agencies is left alone: status 1. */
int sample_command(struct db *, int argc, char **argv);
#endif
