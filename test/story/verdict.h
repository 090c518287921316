/* verdict.h: what is wrong in the story so far. */
#ifndef TEST_STORY_VERDICT_H
#define TEST_STORY_VERDICT_H

#include "test/story/browser.h"

enum { TEXT_SHOWN = 900 };

static struct { const char *file, *title, *program; int line, tests, failed, problems; struct text complaints; bool sqlite; } story;
static char folder[] = "/tmp/peixun-story-XXXXXX";
static struct pairs names;                                      /* what was kept */

static bool problem(const char *format, ...) __attribute__((format(printf, 1, 2)));
static bool problem(const char *format, ...)
{
	char line[4 * TEXT_SHOWN];
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof line, format, args);
	va_end(args);
	text_print(&story.complaints, "# %s:%d: ", story.file, story.line);
	for (const char *s = line; *s; s++)
		text_puts(&story.complaints, *s == '\n' ? "\n#   " : (char[]){*s, 0});
	text_char(&story.complaints, '\n');
	story.problems++;
	return false;
}

static bool expect_text(bool good, const char *what, const char *text)
{
	return good || problem("%s: %s\n%d %s: %.*s", what, text, last.reply.status, asked.address, TEXT_SHOWN, last.text);
}
#endif
