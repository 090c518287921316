/* manual: the pages of doc/manual (Markdown) as C strings of HTML, in build/gen/manual.c.
 *
 * usage: manual OUT PAGE...     The first line of a file is "# Title".  Raw HTML is not let through. */
#include <md4c-html.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static FILE *out;

static void put(const MD_CHAR *text, MD_SIZE n, void *with)
{
	(void)with;
	for (MD_SIZE i = 0; i < n; i++) {
		unsigned char c = (unsigned char)text[i];

		if (c == '\n')
			fputs("\\n\"\n\t\"", out);
		else if (c == '"' || c == '\\')
			fprintf(out, "\\%c", c);
		else
			fputc(c, out);
	}
}

static char *read_whole(const char *path, size_t *n)
{
	static char bytes[1 << 20];
	FILE *in = fopen(path, "r");

	if (!in || !(*n = fread(bytes, 1, sizeof bytes - 1, in)) || strncmp(bytes, "# ", 2) || !strchr(bytes, '\n')) {
		fprintf(stderr, "manual: %s: can't be read, or does not begin with \"# Title\"\n", path);
		exit(1);
	}
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
	put(text + 2, (MD_SIZE)(body - text - 2), NULL);
	fputs("\",\n\t\"", out);
	md_html(body, (MD_SIZE)(n - (size_t)(body - text)), put, NULL, MD_FLAG_TABLES | MD_FLAG_NOHTML, 0);
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
