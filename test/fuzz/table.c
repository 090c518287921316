/* Any bytes as an uploaded table.                                                        LEARN-019, LEARN-020 */
#include "file/sheet.h"

#include "test/fuzz/fuzz.h"
#include "test/fuzz/rows.h"

static void fuzz(struct arena *mem, const char *bytes, size_t n)
{
	int fd = temp_file(mem);

	file_write(fd, bytes, n);
	read_rows(mem, fd, n);
}

FUZZ_MAIN("table")
