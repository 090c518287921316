/* xml.c: see xml.h. */
#include "file/xml.h"

#include <expat.h>
#include <string.h>

#include "base/log.h"

enum { BLOCK = 64 << 10, DEEPEST = 100, TOKEN_MOST = 1 << 20 };

struct xml {
	XML_Parser parser;
	struct archive_part *part;
	struct table_problem *problem;
	const struct xml_handler *handler;
	void *with;
	int depth;
	bool paused, ended;
	uint64_t fed;
};

static void damaged(struct xml *x)
{
	if (x->problem->error == TABLE_FINE)
		x->problem->error = TABLE_DAMAGED;
}

static void abandon(struct xml *x)
{
	damaged(x);
	XML_StopParser(x->parser, XML_FALSE);
}

static const char *bare(const char *name)
{
	const char *colon = strchr(name, ':');

	return colon ? colon + 1 : name;
}

static void on_start(void *with, const char *name, const char **attributes)
{
	struct xml *x = with;

	if (++x->depth > DEEPEST)
		abandon(x);
	else
		x->handler->start(x->with, x, bare(name), attributes);
}

static void on_end(void *with, const char *name)
{
	struct xml *x = with;

	x->depth--;
	if (x->problem->error == TABLE_FINE)
		x->handler->end(x->with, x, bare(name));
}

static void on_text(void *with, const char *at, int n)
{
	struct xml *x = with;

	x->handler->text(x->with, at, (size_t)n);
}

static void on_doctype(void *with, const char *name, const char *system_id, const char *public_id,
	int internal)
{
	(void)name, (void)system_id, (void)public_id, (void)internal;
	abandon(with);
}

static void free_parser(void *parser)
{
	XML_ParserFree(parser);
}

struct xml *xml_open(struct arena *mem, struct archive_part *part, struct table_problem *problem,
	const struct xml_handler *handler, void *with)
{
	struct xml *x = arena_get(mem, sizeof *x);

	*x = (struct xml){.part = part, .problem = problem, .handler = handler, .with = with};
	x->parser = XML_ParserCreate(NULL);
	if (!x->parser)
		fail("XML: out of memory");
	arena_defer(mem, free_parser, x->parser);
	XML_SetUserData(x->parser, x);
	XML_SetElementHandler(x->parser, on_start, on_end);
	if (handler->text)
		XML_SetCharacterDataHandler(x->parser, on_text);
	XML_SetStartDoctypeDeclHandler(x->parser, on_doctype);
	return x;
}

static enum XML_Status feed(struct xml *x)
{
	void *block = XML_GetBuffer(x->parser, BLOCK);

	if (!block)
		fail("XML: out of memory");
	size_t n = archive_read(x->part, block, BLOCK);

	if (x->problem->error != TABLE_FINE)
		return XML_STATUS_ERROR;
	x->fed += n;
	x->ended = n == 0;
	return XML_ParseBuffer(x->parser, (int)n, n == 0);
}

/* What has been fed and has not become an event yet is one unfinished tag, name or comment. */
static bool token_too_long(const struct xml *x)
{
	XML_Index at = XML_GetCurrentByteIndex(x->parser);

	return at >= 0 && x->fed - (uint64_t)at > TOKEN_MOST + BLOCK;
}

bool xml_run(struct xml *x)
{
	while (x->problem->error == TABLE_FINE && !(x->ended && !x->paused)) {
		bool resumed = x->paused;

		x->paused = false;
		enum XML_Status status = resumed ? XML_ResumeParser(x->parser) : feed(x);

		if (status == XML_STATUS_ERROR || (!resumed && token_too_long(x)))
			damaged(x);
		else if (x->paused)
			return true;
	}
	return false;
}

void xml_pause(struct xml *x)
{
	x->paused = XML_StopParser(x->parser, XML_TRUE) == XML_STATUS_OK;
}

const char *xml_attribute(const char **attributes, const char *name)
{
	for (; *attributes; attributes += 2)
		if (!strcmp(bare(*attributes), name) && strncmp(*attributes, "calcext:", 8))
			return attributes[1];
	return NULL;
}
