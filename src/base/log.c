/* log.c: see log.h. */
#include "base/log.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

enum { LINE_MOST = 2048 };

void (*fail_hook)(const char *incident);

static void write_line(const char *before, const char *format, va_list args)
{
	char line[LINE_MOST], stamp[32];
	struct timespec now;
	struct tm utc;

	clock_gettime(CLOCK_REALTIME, &now);
	gmtime_r(&now.tv_sec, &utc);
	strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%SZ", &utc);
	int n = snprintf(line, sizeof line - 1, "%s peixun[%d] %s", stamp, (int)getpid(), before);
	int m = vsnprintf(line + n, sizeof line - 1 - (size_t)n, format, args);

	n = m < (int)sizeof line - 1 - n ? n + m : (int)sizeof line - 2;
	for (int i = 0; i < n; i++)                                 /* no forged second line */
		if ((unsigned char)line[i] < 0x20)
			line[i] = ' ';
	line[n++] = '\n';
	if (write(STDERR_FILENO, line, (size_t)n) < 0)
		return;                                             /* nowhere left to say so */
}

void log_line(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	write_line("", format, args);
	va_end(args);
}

void fail(const char *format, ...)
{
	char incident[16], before[40];
	uint32_t bits = 0;
	va_list args;

	if (getrandom(&bits, sizeof bits, 0) < 0)
		bits = (uint32_t)getpid();
	snprintf(incident, sizeof incident, "E%08X", bits);
	snprintf(before, sizeof before, "fault %s: ", incident);
	va_start(args, format);
	write_line(before, format, args);
	va_end(args);
	if (fail_hook) {
		void (*hook)(const char *) = fail_hook;

		fail_hook = NULL;                                   /* a fault in the hook ends for good */
		hook(incident);
	}
	exit(70);
}
