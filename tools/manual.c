/* manual: the pages of doc/manual (Markdown) as C strings of HTML, in build/gen/manual.c.
 *
 * usage: manual OUT PAGE...     The first line of a file is "# Title".  Raw HTML is not let through.
 *
 * A picture is ![words](pictures/name.png), a PNG of the folder beside the page.  It is served as a static file (tools/embed), so its
 * address gets the tag of the contents, and its size, so that the text does not jump.  One that is missing, has more than
 * PICTURE_MOST bytes or no words ends the build. */
#include <md4c-html.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static FILE *out;

enum { PICTURE_MOST = 60 << 10 };

static struct { char bytes[1 << 20]; size_t n; } html;          /* of one page */

static void wrong(const char *path, const char *what)
{
	fprintf(stderr, "manual: %s: %s\n", path, what);
	exit(1);
}

static void collect(const MD_CHAR *text, MD_SIZE n, void *with)
{
	if (html.n + n >= sizeof html.bytes)
		wrong(with, "too long");
	memcpy(html.bytes + html.n, text, n);
	html.n += n;
	html.bytes[html.n] = '\0';
}

static void put(const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)text[i];

		if (c == '\n')
			fputs("\\n\"\n\t\"", out);
		else if (c == '"' || c == '\\')
			fprintf(out, "\\%c", c);
		else
			fputc(c, out);
	}
}

/* Width and height stand in the first chunk of a PNG; the tag is that of tools/embed. */
static void put_picture(const char *page, const char *name, size_t n)
{
	static unsigned char bytes[PICTURE_MOST + 1];
	const char *slash = strrchr(page, '/');
	char path[1024], end[256];
	uint64_t tag = 1469598103934665603u;

	snprintf(path, sizeof path, "%.*s/pictures/%.*s", slash ? (int)(slash - page) : 1, slash ? page : ".", (int)n, name);
	FILE *in = fopen(path, "rb");
	size_t size = in ? fread(bytes, 1, sizeof bytes, in) : 0;

	if (size < 24 || size > PICTURE_MOST || memcmp(bytes, "\x89PNG\r\n\x1a\n", 8))
		wrong(path, "is no PNG of at most 60 KiB");
	fclose(in);
	for (size_t i = 0; i < size; i++)
		tag = (tag ^ bytes[i]) * 1099511628211u;
	snprintf(end, sizeof end, "?%016llx\" width=\"%d\" height=\"%d", (unsigned long long)tag,
		bytes[18] << 8 | bytes[19], bytes[22] << 8 | bytes[23]);
	put("../static/", 10);
	put(name, n);
	put(end, strlen(end));
}

static void put_page(const char *page)
{
	static const char picture[] = "<img src=\"pictures/";
	const char *at = html.bytes, *img;

	for (; (img = strstr(at, "<img ")); at = strchr(img + sizeof picture - 1, '"')) {
		const char *name = img + sizeof picture - 1;
		size_t n = strcspn(name, "\"/");

		if (strncmp(img, picture, sizeof picture - 1) || name[n] != '"' || !strncmp(name + n, "\" alt=\"\"", 8))
			wrong(page, "a picture is ![words](pictures/name.png)");
		put(at, (size_t)(img - at) + strlen("<img src=\""));
		put_picture(page, name, n);
	}
	put(at, strlen(at));
}

static char *read_whole(const char *path, size_t *n)
{
	static char bytes[1 << 20];
	FILE *in = fopen(path, "r");

	if (!in || !(*n = fread(bytes, 1, sizeof bytes - 1, in)) || strncmp(bytes, "# ", 2) || !strchr(bytes, '\n'))
		wrong(path, "can't be read, or does not begin with \"# Title\"");
	bytes[*n] = '\0';
	fclose(in);
	return bytes;
}

static void page(const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	size_t n;
	char *text = read_whole(path, &n), *body = strchr(text, '\n');

	fprintf(out, "\t{\"%.*s\", \"", (int)strcspn(name, "."), name);
	put(text + 2, (size_t)(body - text - 2));
	fputs("\",\n\t\"", out);
	html.n = 0;
	md_html(body, (MD_SIZE)(n - (size_t)(body - text)), collect, (void *)(uintptr_t)path, MD_FLAG_TABLES | MD_FLAG_NOHTML, 0);
	put_page(path);
	fputs("\"},\n", out);
}

int main(int argc, char **argv)
{
	if (argc < 3 || !(out = fopen(argv[1], "w"))) {
		fprintf(stderr, "usage: manual OUT PAGE...\n");
		return 1;
	}
	fputs("/* Made by tools/manual from doc/manual. */\n#include \"app/manual/manual.h\"\n\nconst struct manual_page manual_pages[] = {\n", out);
	for (int i = 2; i < argc; i++)
		page(argv[i]);
	fputs("\t{0}\n};\n", out);
	return fclose(out) != 0;
}
