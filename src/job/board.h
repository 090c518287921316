/* board.h: the shared page on which running jobs show how far they are (private to job/).
 *
 * A file with one slot a worker, mapped by all.  The worker holds a lock on its slot's bytes for as long as it lives; the
 * lock ends with the process, however it ends.  Knows no database. */
#ifndef PEIXUN_JOB_BOARD_H
#define PEIXUN_JOB_BOARD_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

enum { BOARD_SLOTS = 64, BOARD_TEXT = 160 };

struct slot {
	_Atomic int64_t job, lease;                             /* 0: between jobs */
	_Atomic int64_t done, total;
	_Atomic uint32_t cancel;
	_Atomic uint32_t turn;                                  /* odd while text is being written */
	char text[BOARD_TEXT];
	char incident[64];                                      /* of the fault that ended the worker */
};

void board_open(const char *path);                              /* again in a forked child: locks of its own */
bool board_is_open(void);
const char *board_id(void);                                     /* tells this machine's board from another's; "" without one */

int board_take(void);                                           /* a slot for the life of this process; a fault when all are taken */
int board_mine(void);                                           /* -1: none taken */
bool board_alive(int slot);                                     /* its worker lives: this process or another */
struct slot *board_slot(int slot);
struct slot *board_find(int64_t job);                           /* the slot of a living worker in that job, or NULL */

void slot_begin(struct slot *, int64_t job, int64_t lease, bool cancel);
void slot_end(struct slot *);
void slot_say(struct slot *, const char *text);
void slot_read(struct slot *, char text[BOARD_TEXT]);

#endif
