/* plan_command.h: `peixun plan`: what the plan files hold, what is wrong with them, and what differs.       PLAN-001, 003, 007 */
#ifndef PEIXUN_PLAN_COMMAND_H
#define PEIXUN_PLAN_COMMAND_H

/* peixun plan check [FOLDER] | show ID | compare ID ID | copy ID YEAR, on standard output; argv[0] is "plan".  An ID is "113-disabled" or
 * "113-disabled@1"; copy writes a new file beside the others and never over one.
 * Exit status 0: no error (warnings do no harm), 1: errors or no such plan, 2: wrong call. */
int plan_command(const char *folder, int argc, char **argv);
#endif
