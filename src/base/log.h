/* log.h: one line an event on standard error, and the end of what can't go on.
 *
 * A log line never carries a person's data or a secret: national IDs are masked (text.h) before they come here. */
#ifndef PEIXUN_LOG_H
#define PEIXUN_LOG_H

/* "2026-11-21T09:30:12Z peixun[pid] text".  Lines are whole even when processes write at once. */
void log_line(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Something that nobody here can handle: database gone, disk full, our bug.  Logs the text with a new incident number and
 * ends the process with status 70, unless a hook is set: it gets the incident number and must not return
 * (a worker answers 500 with the number, then ends). */
_Noreturn void fail(const char *format, ...) __attribute__((format(printf, 1, 2)));
extern void (*fail_hook)(const char *incident);
#endif
