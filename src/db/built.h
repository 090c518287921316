/* built.h: what tools/sqlc makes of all .sql files, for the program as a whole: db_check_sql(), db_migrate() and backups get it. */
#ifndef PEIXUN_BUILT_H
#define PEIXUN_BUILT_H

#include "db/db.h"
#include "db/table.h"

extern const struct sql *const all_sql[];                       /* every statement; ends with NULL */
extern const struct migration migrations[];                     /* sql/NNNN-*.sql in their order, the name without .sql */
extern const int n_migrations;
extern const struct table all_tables[];                         /* what the migrations make: those referred to first; ends with a name of NULL */
extern const int n_tables;

#endif
