/* Any bytes as a file of collected money: it is refused in words, or becomes a table of ours whose line k says what its line k says.
 *                                                                                                      ACMS-095 */
#include <string.h>
#include <unistd.h>

#include "app/collection/layout.h"
#include "base/text.h"

#include "test/fuzz/fuzz.h"

static void tell(void *with, const char *file, const char *problem)
{
	(void)with, (void)file, (void)problem;
	abort();
}

static int lines_of(const char *at, size_t n)
{
	int lines = 0;

	for (size_t i = 0; i < n; i++)
		lines += at[i] == '\n' || (at[i] == '\r' && (i + 1 == n || at[i + 1] != '\n'));
	return lines + (n && at[n - 1] != '\n' && at[n - 1] != '\r');
}

static void fuzz(struct arena *mem, const char *bytes, size_t n)
{
	static const char *const headings[] = {"*繳費單號", "*金額", "*繳款日期", "*繳費管道", "*交易序號"};
	struct layouts all = layouts_load(mem, "plans", tell, NULL);
	int fd = temp_file(mem);

	PROMISE(all.n == 3);
	file_write(fd, bytes, n);
	layout_of(&all, mem, fd, n);
	for (int i = 0; i < all.n; i++) {
		struct import_unfolded to = {.fd = -1};

		if (!layout_unfold(all.at[i], mem, fd, n, headings, &to)) {
			PROMISE(to.refusal && *to.refusal && utf8_valid(to.refusal, strlen(to.refusal)));
			continue;
		}
		size_t size = (size_t)file_size(to.fd);
		char *table = arena_get(mem, size + 1);

		file_read_at(to.fd, table, size, 0);
		PROMISE(utf8_valid(table, size) && lines_of(table, size) <= lines_of(bytes, n));
	}
}

FUZZ_MAIN("payment")
