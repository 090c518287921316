/* board.c: the shared page of running jobs: mapping it, its slots and their locks.  Knows no database. */
#include "job/board.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"

struct board {
	char magic[16];                                         /* changes with the layout */
	char id[40];
	struct slot slots[BOARD_SLOTS];
};

static const char MAGIC[16] = "peixun board 1";

static struct board *board;
static int board_file = -1, mine = -1;

/* command: F_OFD_SETLK, F_OFD_SETLKW or F_OFD_GETLK.  Locks of an open file, not of a process: closing another one by
 * chance does not lose them. */
static bool lock(int command, short kind, size_t at, size_t n, struct flock *found)
{
	struct flock want = {.l_type = kind, .l_whence = SEEK_SET, .l_start = (off_t)at, .l_len = (off_t)n};
	int r;

	do
		r = fcntl(board_file, command, &want);
	while (r && errno == EINTR);
	if (r && errno != EAGAIN && errno != EACCES)
		fail("job board: lock: %s", strerror(errno));
	if (found)
		*found = want;
	return !r;
}

static size_t slot_at(int slot)
{
	return offsetof(struct board, slots) + (size_t)slot * sizeof(struct slot);
}

/* A board of another layout is of an older program: begun anew, under another id. */
static void prepare(void)
{
	unsigned char random[16];
	struct board *b = board;

	if (!memcmp(b->magic, MAGIC, sizeof(MAGIC)))
		return;
	memset(b, 0, sizeof(*b));
	if (sodium_init() < 0)
		fail("libsodium does not start");
	randombytes_buf(random, sizeof(random));
	sodium_bin2hex(b->id, sizeof(b->id), random, sizeof(random));
	memcpy(b->magic, MAGIC, sizeof(MAGIC));
}

void board_open(const char *path)
{
	void *at;

	if (board)
		munmap(board, sizeof(*board));
	if (board_file >= 0)
		close(board_file);
	mine = -1;
	board_file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (board_file < 0)
		fail("job board %s: %s", path, strerror(errno));
	lock(F_OFD_SETLKW, F_WRLCK, 0, sizeof(MAGIC), NULL);
	if (ftruncate(board_file, sizeof(struct board)))
		fail("job board %s: %s", path, strerror(errno));
	at = mmap(NULL, sizeof(struct board), PROT_READ | PROT_WRITE, MAP_SHARED, board_file, 0);
	if (at == MAP_FAILED)
		fail("job board %s: %s", path, strerror(errno));
	board = at;
	prepare();
	lock(F_OFD_SETLK, F_UNLCK, 0, sizeof(MAGIC), NULL);
}

bool board_is_open(void)
{
	return board != NULL;
}

const char *board_id(void)
{
	return board ? board->id : "";
}

int board_take(void)
{
	for (int i = 0; i < BOARD_SLOTS; i++)
		if (lock(F_OFD_SETLK, F_WRLCK, slot_at(i), sizeof(struct slot), NULL)) {
			mine = i;
			return i;
		}
	fail("job board: all %d slots are taken", BOARD_SLOTS);
}

int board_mine(void)
{
	return mine;
}

bool board_alive(int slot)
{
	struct flock found;

	if (slot < 0 || slot >= BOARD_SLOTS)
		return false;
	if (slot == mine)
		return true;
	lock(F_OFD_GETLK, F_WRLCK, slot_at(slot), sizeof(struct slot), &found);
	return found.l_type != F_UNLCK;
}

struct slot *board_slot(int slot)
{
	return &board->slots[slot];
}

struct slot *board_find(int64_t job)
{
	for (int i = 0; board && i < BOARD_SLOTS; i++)
		if (atomic_load(&board->slots[i].job) == job && board_alive(i))
			return &board->slots[i];
	return NULL;
}

void slot_begin(struct slot *s, int64_t job, int64_t lease, bool cancel)
{
	atomic_store(&s->done, 0);
	atomic_store(&s->total, 0);
	atomic_store(&s->cancel, cancel);
	slot_say(s, "");
	s->incident[0] = '\0';
	atomic_store(&s->lease, lease);
	atomic_store(&s->job, job);
}

void slot_end(struct slot *s)
{
	atomic_store(&s->job, 0);
	s->incident[0] = '\0';
}

void slot_say(struct slot *s, const char *text)
{
	char line[BOARD_TEXT] = "";
	size_t n = strlen(text);
	uint32_t turn;

	if (n >= sizeof(line))
		for (n = sizeof(line) - 1; n && (text[n] & 0xC0) == 0x80; n--)
			;                                       /* never half a character */
	memcpy(line, text, n);
	turn = atomic_load(&s->turn) | 1;                       /* odd already when the last writer died here */
	atomic_store(&s->turn, turn);
	memcpy(s->text, line, sizeof(line));
	atomic_store(&s->turn, turn + 1);
}

/* A text that is being written over is read again; a writer that died in the middle leaves the turn odd. */
void slot_read(struct slot *s, char text[BOARD_TEXT])
{
	for (int i = 0; i < 100; i++) {
		uint32_t turn = atomic_load(&s->turn);

		memcpy(text, s->text, BOARD_TEXT);
		text[BOARD_TEXT - 1] = '\0';
		if (turn % 2 == 0 && atomic_load(&s->turn) == turn)
			return;
	}
	text[0] = '\0';
}
