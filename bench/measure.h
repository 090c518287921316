/* measure.h: how long something took, and the middle of several turns. */
#ifndef PEIXUN_BENCH_MEASURE_H
#define PEIXUN_BENCH_MEASURE_H

#include <stdint.h>
#include <stdlib.h>
#include <time.h>

/* Seconds; cpu: this process's own time, so that neighbours count less. */
struct times { double wall, cpu; };

static inline double seconds_of(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static inline struct times now(void)
{
	return (struct times){seconds_of(CLOCK_MONOTONIC), seconds_of(CLOCK_PROCESS_CPUTIME_ID)};
}

static inline struct times since(struct times t)
{
	struct times n = now();

	return (struct times){n.wall - t.wall, n.cpu - t.cpu};
}

static inline int by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Puts them in order too: at[0] is the least.  n is 1 or more. */
static inline double median(double *at, int64_t n)
{
	qsort(at, (size_t)n, sizeof *at, by_size);
	return at[n / 2];
}
#endif
