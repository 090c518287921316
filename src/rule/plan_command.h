/* plan_command.h: `peixun plan`: what the plan files hold, and what is wrong with them.        PLAN-001, PLAN-003 */
#ifndef PEIXUN_PLAN_COMMAND_H
#define PEIXUN_PLAN_COMMAND_H

/* peixun plan check [FOLDER].  Lists the plans and the problems on standard output; argv[0] is "plan".
 * Exit status 0: no error (warnings do no harm), 1: errors, 2: wrong call. */
int plan_command(const char *folder, int argc, char **argv);
#endif
