/* Signed forms that come from outside: which are whole PDFs that open.                                            ACMS-047 PLAN-078 */
#include "file/pdf_check.h"

#include "test/file/read.h"

static struct text bytes_of(const char *command)
{
	struct text to = text_new(mem, 8 << 20);
	FILE *f = popen(command, "r");
	char piece[4096];

	for (size_t n; (n = fread(piece, 1, sizeof piece, f)) > 0;)
		text_add(&to, piece, n);
	pclose(f);
	return to;
}

static void judged(const char *bytes, size_t n, enum pdf_verdict verdict, const char *what)
{
	same_int(pdf_check(bytes, n), verdict, what);
}

static void judged_text(const char *text, enum pdf_verdict verdict, const char *what)
{
	judged(text, strlen(text), verdict, what);
}

/* The same document as different programs write it. */
static void kinds(void)
{
	static const struct { const char *options, *what; enum pdf_verdict verdict; } ways[] = {
		{"", "as cairo writes it", PDF_WHOLE},
		{"--object-streams=generate", "with a cross-reference stream", PDF_WHOLE},
		{"--linearize", "linearized", PDF_WHOLE},
		{"--linearize --object-streams=generate", "linearized, with streams", PDF_WHOLE},
		{"--encrypt secret owner 256 --", "with a password", PDF_LOCKED},
		{"--encrypt '' owner 128 --use-aes=y --", "with a password for changes only", PDF_LOCKED},
		{"--object-streams=generate --encrypt secret owner 256 --", "with a password, with streams", PDF_LOCKED},
	};

	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		struct text t = bytes_of(arena_print(mem, "qpdf %s %s -", ways[i].options, path));

		judged(t.at, t.n, ways[i].verdict, ways[i].what);
	}
}

/* Cut anywhere, it is not whole. */
static void cuts(const char *options)
{
	struct text t = bytes_of(arena_print(mem, "qpdf %s %s -", options, path));
	size_t end = t.n, wrong = 0;

	while (end && (t.at[end - 1] == '\n' || t.at[end - 1] == '\r'))
		end--;
	for (size_t n = 0; n < end; n += n < 2000 || n + 2000 > end ? 1 : 97) {
		char *exact = arena_copy(mem, t.at, n ? n : 1);         /* so that reading on is seen by the sanitizer */

		wrong += pdf_check(exact, n) == PDF_WHOLE;
	}
	same_int((int)wrong, 0, arena_print(mem, "cut anywhere, %s, it is not taken", options));
}

/* Whatever is changed in it, the check ends and stays within the bytes. */
static void changes(const char *options)
{
	struct text t = bytes_of(arena_print(mem, "qpdf %s %s -", options, path));
	uint32_t chance = 12345;
	int seen[4] = {0};

	for (int i = 0; i < 20000; i++) {
		chance = chance * 1664525 + 1013904223;
		size_t at = t.n > 1500 && i % 2 ? t.n - 1 - (chance >> 8) % 1500 : (chance >> 8) % t.n;
		char was = t.at[at];

		t.at[at] = (char)(chance & 0xff);
		seen[pdf_check(t.at, t.n)]++;
		t.at[at] = was;
	}
	ok(seen[PDF_WHOLE] > 0 && seen[PDF_DAMAGED] > 0, "20,000 changes of a byte, %s: %d taken, %d damaged, %d locked, %d none", options,
		seen[PDF_WHOLE], seen[PDF_DAMAGED], seen[PDF_LOCKED], seen[PDF_NOT_PDF]);
}

#define BODY "%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n"
#define TABLE "xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n"

static void oddities(void)
{
	judged_text("", PDF_NOT_PDF, "nothing");
	judged_text("PK\003\004 a document of Word, renamed", PDF_NOT_PDF, "another format under its name");
	judged_text("\xff\xd8\xff\xe0 a picture", PDF_NOT_PDF, "a picture");
	judged_text("%PDF-1.4\n", PDF_DAMAGED, "a header alone");
	judged_text(BODY TABLE "trailer <</Root 1 0 R /Size 2>>\nstartxref\n42\n%%EOF", PDF_WHOLE, "the smallest that opens");
	judged_text(BODY TABLE "trailer <</Root 1 0 R /Info (\\)>>/Encrypt) /Size 2>>\nstartxref\n42\n%%EOF", PDF_WHOLE,
		"words in a text mean nothing");
	judged_text(BODY TABLE "trailer <</Root 1 0 R /Info <</Encrypt 1>> /Size 2>>\nstartxref\n42\n%%EOF", PDF_WHOLE,
		"nor do those of a dictionary inside");
	judged_text(BODY TABLE "trailer <</Root 1 0 R /Encr#79pt 5 0 R>>\nstartxref\n42\n%%EOF", PDF_LOCKED, "a name written otherwise does");
	judged_text(BODY TABLE "trailer <</Root 1 0 R /Prev 42>>\nstartxref\n42\n%%EOF", PDF_DAMAGED, "sections that lead in a circle");
	judged_text(BODY "xref\n0 999999999999\ntrailer <</Root 1 0 R>>\nstartxref\n42\n%%EOF", PDF_DAMAGED, "a table longer than the file");
	judged_text(BODY TABLE "trailer <</Root 1 0 R\nstartxref\n42\n%%EOF", PDF_DAMAGED, "a trailer without an end");
	judged_text(BODY TABLE "trailer <</Size 2>>\nstartxref\n42\n%%EOF", PDF_DAMAGED, "nothing to begin at");
	judged_text(BODY TABLE "trailer <</Root 1 0 R>>\nstartxref\n99999999999999999999\n%%EOF", PDF_DAMAGED, "an offset beyond everything");
	judged_text("%PDF-1.4\nx 1 0 obj\n<<>>\nendobj\n        " TABLE "trailer <</Root 1 0 R>>\nstartxref\n42\n%%EOF", PDF_DAMAGED,
		"a table that leads elsewhere");
}

int main(void)
{
	read_open();
	struct pdf *pdf = pdf_new(mem, &(struct pdf_about){.title = "計畫表", .author = "培訓", .created = {1722441600}});

	pdf_paragraph(pdf, "實務訓練計畫表", &(struct pdf_style){0});
	save(pdf);
	kinds();
	cuts("--object-streams=disable");
	cuts("--object-streams=generate");
	changes("--object-streams=disable");
	changes("--object-streams=generate");
	oddities();
	return read_close();
}
