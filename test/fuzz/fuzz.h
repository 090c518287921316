/* fuzz.h: one body for two programs.  Built as the other tests are, it replays its corpus and speaks TAP; built by
 * test/fuzz/run with clang's fuzzer, it is fed with what that invents.  What it finds is kept in test/fuzz/corpus. */
#ifndef PEIXUN_FUZZ_H
#define PEIXUN_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "file/temp.h"

/* To be written by each: takes any bytes, and aborts when a promise is broken. */
static void fuzz(struct arena *, const char *bytes, size_t n);

#define PROMISE(what) do { if (!(what)) abort(); } while (0)

/* A new arena for each input: a ceiling that is too low shows as a crash too. */
static void fuzz_once(const char *bytes, size_t n)
{
	struct arena *mem = arena_new((size_t)256 << 20);

	fuzz(mem, bytes, n);
	arena_free(mem);
}

#ifdef FUZZING
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	fuzz_once((const char *)bytes, n);
	return 0;
}
#define FUZZ_MAIN(name)
#else
#include <glob.h>

#include "test/tap.h"

static int fuzz_replay(const char *pattern)
{
	glob_t files;
	struct arena *mem = arena_new((size_t)64 << 20);

	ok(!glob(pattern, 0, NULL, &files), "there is a corpus in %s", pattern);
	for (size_t i = 0; i < files.gl_pathc; i++) {
		FILE *file = fopen(files.gl_pathv[i], "rb");
		size_t n = file ? file_size(fileno(file)) : 0;
		char *bytes = arena_get(mem, n);

		if (file)
			file_read_at(fileno(file), bytes, n, 0), fclose(file);
		fuzz_once(bytes, n);
		ok(file, "%s", files.gl_pathv[i]);
	}
	globfree(&files);
	arena_free(mem);
	return tap_end();
}
#define FUZZ_MAIN(name) int main(void) { return fuzz_replay("test/fuzz/corpus/" name "/*"); }
#endif
#endif
