/* embed: static files as C arrays, in build/gen/static.c.
 *
 * usage: embed OUT FILE...      struct static_file { name, type, sha256-free etag, bytes, n }: see web/static.h */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *type_of(const char *name)
{
	static const char *const types[][2] = {
		{".css", "text/css; charset=utf-8"}, {".js", "text/javascript; charset=utf-8"},
		{".svg", "image/svg+xml"}, {".png", "image/png"}, {".ico", "image/x-icon"}, {".txt", "text/plain; charset=utf-8"},
	};
	const char *dot = strrchr(name, '.');

	for (size_t i = 0; dot && i < sizeof types / sizeof *types; i++)
		if (!strcmp(dot, types[i][0]))
			return types[i][1];
	fprintf(stderr, "embed: %s: a kind of file that is not served\n", name);
	exit(1);
}

static uint64_t put_bytes(FILE *out, FILE *in, size_t *n)
{
	uint64_t hash = 1469598103934665603u;
	int c;

	for (*n = 0; (c = getc(in)) != EOF; ++*n) {
		fprintf(out, *n % 24 ? "%d," : "\n%d,", c);
		hash = (hash ^ (uint64_t)c) * 1099511628211u;
	}
	return hash;
}

int main(int argc, char **argv)
{
	FILE *out = argc > 1 ? fopen(argv[1], "w") : NULL;
	uint64_t *hashes = calloc((size_t)argc, sizeof *hashes);
	size_t *sizes = calloc((size_t)argc, sizeof *sizes);

	if (!out || !hashes || !sizes)
		return 1;
	fprintf(out, "#include \"web/static.h\"\n");
	for (int i = 2; i < argc; i++) {
		FILE *in = fopen(argv[i], "rb");

		if (!in)
			return perror(argv[i]), 1;
		fprintf(out, "static const unsigned char file_%d[] = {", i);
		hashes[i] = put_bytes(out, in, &sizes[i]);
		fprintf(out, "0};\n");
		fclose(in);
	}
	fprintf(out, "const struct static_file static_files[] = {\n");
	for (int i = 2; i < argc; i++) {
		const char *slash = strrchr(argv[i], '/');
		const char *name = slash ? slash + 1 : argv[i];

		fprintf(out, "\t{\"%s\", \"%s\", \"%016llx\", file_%d, %zu},\n", name, type_of(name),
			(unsigned long long)hashes[i], i, sizes[i]);
	}
	fprintf(out, "\t{0}\n};\n");
	return fclose(out) != 0;
}
