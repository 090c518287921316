/* markup.h: where in the markup a template stands, one byte at a time, and what may stand there.
 *
 * Part of tplc.  It refuses what it can't vouch for rather than guess.  Knows no directive: tplc.c reads those.  Two dialects:
 * HTML, and XML (no special elements and attributes, names as they are written). */
#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum place {
	IN_TEXT,                                                /* content of elements */
	IN_OPEN,                                                /* behind '<' */
	IN_ELEMENT,                                             /* in the name of a tag */
	IN_TAG,                                                 /* behind a blank in a tag */
	IN_BREAK,                                               /* in a tag where a blank must come first */
	IN_SLASH,                                               /* behind '/' in a tag */
	IN_ATTRIBUTE,                                           /* in the name of an attribute */
	IN_EQUALS,                                              /* behind its '=' */
	IN_VALUE,                                               /* between its quotes */
	IN_DECLARATION,                                         /* <!doctype … >, <?xml … ?> */
	IN_COMMENT,
	IN_CODE,                                                /* <script>, <style> */
};

/* What a value holds so far; followed only where an address is wanted. */
enum filled { FILLED_NOT, FILLED_LITERAL, FILLED_FRAGMENT, FILLED_URL };

/* Compared as a whole where branches meet, so what does not matter at a place is zero there. */
struct markup {
	enum place place;
	enum filled filled;
	bool xml, closing, equiv, printed;
	char quote, code;                                       /* code: 's' in a script or its tag, 't' of a style */
	char element[40], attribute[40], last[3];
};

static bool name_in(const char *name, const char *const *list)
{
	while (*list && strcmp(name, *list))
		list++;
	return *list != NULL;
}

static bool takes_url(const struct markup *m)
{
	static const char *const list[] = {
		"href", "xlink:href", "src", "action", "formaction", "poster", "cite", "ping", "hx-get", "hx-post", "hx-put",
		"hx-patch", "hx-delete", "hx-action", "hx-push-url", "hx-replace-url", NULL};

	return !m->xml && name_in(m->attribute, list);
}

/* Attributes in which escaped text may do more than be text: only literals. */
static bool takes_no_value(const struct markup *m)
{
	static const char *const plain_hx[] = {
		"hx-target", "hx-include", "hx-select", "hx-select-oob", "hx-swap-oob", "hx-indicator", "hx-sync", NULL};
	static const char *const list[] = {"srcset", "imagesrcset", "sizes", "type", "rel", "target", "method", "enctype",
		"sandbox", "integrity", "nonce", "http-equiv", NULL};

	if (!strncmp(m->attribute, "hx-", 3))
		return !name_in(m->attribute, plain_hx);
	return name_in(m->attribute, list) && !(!strcmp(m->attribute, "type") && !strcmp(m->element, "input"));
}

static const char *refused_attribute(struct markup *m)
{
	static const char *const list[] = {"style", "srcdoc", "hx-vals", "hx-vars", "hx-headers", "hx-config", "hx-request",
		"hx-live", NULL};

	if (m->closing)
		return "a closing tag has no attributes";
	if (m->xml)
		return NULL;
	m->equiv |= !strcmp(m->attribute, "http-equiv");
	if (m->equiv && m->printed)
		return "http-equiv takes literals only";
	if (!strncmp(m->attribute, "on", 2) || !strncmp(m->attribute, "hx-on", 5))
		return "script in an attribute: the Content-Security-Policy forbids it; use static/";
	if (name_in(m->attribute, list) || !strncmp(m->attribute, "data-hx-", 8))
		return "this attribute is not used here: style belongs to static/*.css, values into data-*";
	return NULL;
}

static const char *refused_element(const struct markup *m)
{
	static const char *const list[] = {"base", "embed", "object", "iframe", "frame", "frameset", "applet", "xmp", "plaintext",
		"noembed", "noframes", NULL};

	if (m->code && (!m->closing || strcmp(m->element, m->code == 's' ? "script" : "style")))
		return "nothing may stand in <script> and <style>; put it into static/";
	return !m->xml && name_in(m->element, list) ? "this element is not used here" : NULL;
}

static const char *append(char *name, size_t room, const struct markup *m, char c)
{
	size_t n = strlen(name);

	if (n + 1 >= room)
		return "too long a name";
	name[n] = m->xml ? c : (char)tolower((unsigned char)c);
	return NULL;
}

static void go_text(struct markup *m)
{
	*m = (struct markup){.xml = m->xml};
}

static const char *end_tag(struct markup *m)
{
	char code = m->xml || m->closing ? 0 : !strcmp(m->element, "script") ? 's' : !strcmp(m->element, "style") ? 't' : 0;

	go_text(m);
	if (code) {
		m->place = IN_CODE;
		m->code = code;
	}
	return NULL;
}

static const char *end_attribute(struct markup *m, enum place next)
{
	const char *refused = refused_attribute(m);

	m->place = next;
	if (next != IN_EQUALS)
		memset(m->attribute, 0, sizeof m->attribute);
	return refused;
}

static const char *step_open(struct markup *m, char c)
{
	if (m->code && !m->closing && c != '/')
		return "nothing may stand in <script> and <style>; put it into static/";
	if (c == '/' && !m->closing)
		m->closing = true;
	else if ((c == '!' || c == '?') && !m->closing)
		m->place = IN_DECLARATION;
	else if (isalpha((unsigned char)c)) {
		m->place = IN_ELEMENT;
		append(m->element, sizeof m->element, m, c);
	} else
		return "write &lt; for a < in text";
	return NULL;
}

static const char *step_declaration(struct markup *m, char c)
{
	if (c == '[')
		return "CDATA and document types of one's own are not used here";
	if (c == '-' && m->last[0] == '-') {
		m->place = IN_COMMENT;
		m->last[0] = 0;
	} else
		m->last[0] = c == '-' && !m->last[0] ? '-' : 'x';
	if (c == '>')
		go_text(m);
	return NULL;
}

static const char *step_comment(struct markup *m, char c)
{
	if (c == '>' && m->last[0] == '-' && m->last[1] == '-')
		go_text(m);
	m->last[0] = m->last[1];
	m->last[1] = c == '-' ? c : 0;
	return NULL;
}

/* Between attributes, or at the end of a name: what may follow both. */
static const char *step_tag(struct markup *m, char c)
{
	if (isspace((unsigned char)c))
		m->place = IN_TAG;
	else if (c == '>')
		return end_tag(m);
	else if (c == '/')
		m->place = IN_SLASH;
	else if (m->place == IN_BREAK)
		return "a blank is missing between attributes";
	else if (!isalpha((unsigned char)c) && c != '_')
		return "this can't stand in a tag";
	else {
		m->place = IN_ATTRIBUTE;
		return append(m->attribute, sizeof m->attribute, m, c);
	}
	return NULL;
}

static bool name_byte(char c)
{
	return isalnum((unsigned char)c) || strchr("-_.:", c);
}

static const char *step_element(struct markup *m, char c)
{
	if (name_byte(c))
		return append(m->element, sizeof m->element, m, c);
	m->place = IN_BREAK;
	const char *refused = refused_element(m);

	return refused ? refused : step_tag(m, c);
}

static const char *step_attribute(struct markup *m, char c)
{
	if (name_byte(c))
		return append(m->attribute, sizeof m->attribute, m, c);
	const char *refused = end_attribute(m, c == '=' ? IN_EQUALS : IN_BREAK);

	return refused || c == '=' ? refused : step_tag(m, c);
}

static const char *step_equals(struct markup *m, char c)
{
	if (c != '"' && c != '\'')
		return "an attribute's value stands in quotes";
	m->place = IN_VALUE;
	m->quote = c;
	return NULL;
}

static const char *step_value(struct markup *m, char c)
{
	if (c == m->quote) {
		m->place = IN_BREAK;
		m->filled = FILLED_NOT;
		m->quote = 0;
		memset(m->attribute, 0, sizeof m->attribute);
	} else if (m->filled == FILLED_URL)
		return "an address is one whole struct url: nothing may follow it";
	else if (takes_url(m) && m->filled == FILLED_NOT)
		m->filled = c == '#' ? FILLED_FRAGMENT : FILLED_LITERAL;
	return NULL;
}

/* Takes one byte of the template's own markup; gives the complaint when it must not stand here. */
static const char *markup_step(struct markup *m, char c)
{
	switch (m->place) {
	case IN_TEXT:
		m->place = c == '<' ? IN_OPEN : IN_TEXT;
		return NULL;
	case IN_CODE:
		m->place = c == '<' ? IN_OPEN : IN_CODE;
		return c == '<' || isspace((unsigned char)c) ? NULL
			: "nothing may stand in <script> and <style>; put it into static/";
	case IN_OPEN: return step_open(m, c);
	case IN_ELEMENT: return step_element(m, c);
	case IN_TAG:
	case IN_BREAK: return step_tag(m, c);
	case IN_SLASH: return c == '>' ? end_tag(m) : "a / in a tag stands before its >";
	case IN_ATTRIBUTE: return step_attribute(m, c);
	case IN_EQUALS: return step_equals(m, c);
	case IN_VALUE: return step_value(m, c);
	case IN_DECLARATION: return step_declaration(m, c);
	case IN_COMMENT: return step_comment(m, c);
	}
	return "markup.h: a place without a rule";
}

/* May {% if %}, {% each %} … stand here?  Names end before a directive. */
static const char *markup_directive(struct markup *m)
{
	switch (m->place) {
	case IN_TEXT:
	case IN_TAG:
	case IN_BREAK:
	case IN_VALUE:
		return NULL;
	case IN_ELEMENT:
		m->place = IN_BREAK;
		return refused_element(m);
	case IN_ATTRIBUTE:
		return end_attribute(m, IN_BREAK);
	case IN_CODE:
		return "nothing may stand in <script> and <style>; put it into static/";
	default:
		return "no directive may stand here";
	}
}

/* May {{ x }} stand here?  *is_url says that it must be a struct url. */
static const char *markup_print(struct markup *m, bool *is_url)
{
	*is_url = false;
	if (m->place == IN_TEXT)
		return NULL;
	if (m->place == IN_CODE)
		return "nothing may stand in <script> and <style>; put it into static/";
	if (m->place != IN_VALUE)
		return "a value stands in text or between the quotes of an attribute";
	m->printed = !m->xml;
	if (m->equiv && m->printed)
		return "http-equiv takes literals only";
	if (takes_url(m)) {
		if (m->filled == FILLED_FRAGMENT)
			return NULL;
		if (m->filled != FILLED_NOT)
			return "an address is one whole struct url: nothing may stand before it";
		m->filled = FILLED_URL;
		*is_url = true;
		return NULL;
	}
	return !m->xml && takes_no_value(m) ? "this attribute takes literals only" : NULL;
}

/* Where two branches meet: false when they end at different places.  *m becomes what holds after both. */
static bool markup_join(struct markup *m, const struct markup *other)
{
	struct markup a = *m, b = *other;

	if ((a.place == IN_TAG && b.place == IN_BREAK) || (a.place == IN_BREAK && b.place == IN_TAG))
		a.place = b.place = IN_BREAK;
	if ((a.filled == FILLED_NOT && b.filled == FILLED_URL) || (a.filled == FILLED_URL && b.filled == FILLED_NOT))
		a.filled = b.filled = FILLED_URL;
	a.printed = b.printed = a.printed || b.printed;
	a.equiv = b.equiv = a.equiv || b.equiv;
	*m = a;
	return !memcmp(&a, &b, offsetof(struct markup, last) + sizeof a.last);
}
