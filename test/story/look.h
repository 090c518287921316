/* look.h: what a story expects to be there, and what it keeps of it. */
#ifndef TEST_STORY_LOOK_H
#define TEST_STORY_LOOK_H

#include <jansson.h>

#include "app/report/report.h"
#include "test/story/act.h"

/* "rows.0.name" of the answer; NULL when it is not there. */
static const char *json_at(const char *path)
{
	json_t *root = json_loads(last.body, 0, NULL), *at = root;
	int64_t index;

	for (const char *s = path; at && *s; s += strcspn(s, "."), s += *s == '.') {
		char *step = arena_bytes(kept, s, strcspn(s, "."));

		at = json_is_array(at) && text_to_int(step, 0, 100000, &index) ? json_array_get(at, (size_t)index) :
			json_is_array(at) && !strcmp(step, "n") ? at : json_object_get(at, step);
	}
	char *dumped = at && !json_is_string(at) ? json_dumps(at, JSON_ENCODE_ANY | JSON_COMPACT) : NULL;
	const char *found = !at ? NULL : arena_text(kept, dumped ? dumped : json_string_value(at));

	json_decref(root);
	free(dumped);
	return found;
}

static void add_cell(struct text *t, const char *before, const struct value *v)
{
	text_puts(t, before);
	if (v->kind == VALUE_INT)
		text_int(t, v->i);
	else if (v->kind == VALUE_TEXT)
		text_puts(t, v->s);
}

static char *rows_joined(const char *sql)
{
	struct rows *r = ad_hoc(sql, false, NULL, 0);
	struct text t = text_new(kept, 1 << 20);

	for (int row = 0; row < r->n; row++)
		for (int i = 0; i < r->columns; i++)
			add_cell(&t, !row && !i ? "" : i ? "|" : ",", row_cell(r, row, i));
	return t.n ? t.at : arena_text(kept, "");
}

static bool act_keep(int n, char **words)
{
	const char *found = NULL;

	if (!strcmp(words[2], "location"))
		found = answered_header("Location");
	else if (n > 3 && !strcmp(words[2], "rows"))
		found = rows_joined(words[3]);
	else if (n > 3 && !strcmp(words[2], "json"))
		found = json_at(words[3]);
	else if (n > 3 && !strcmp(words[2], "raw") && (found = strstr(last.body, words[3])))
		found = arena_bytes(kept, found + strlen(words[3]), strcspn(found + strlen(words[3]), "\""));
	else if (n > 3 && !strcmp(words[2], "after") && (found = strstr(last.text, words[3]))) {
		found += strlen(words[3]);
		found += strspn(found, " ");
		found = arena_bytes(kept, found, strcspn(found, " "));
	}
	if (!found || !*found)
		return expect_text(false, "nothing to keep as", words[1]);
	drop(&names, words[1]);
	pair_add(kept, &names, words[1], arena_text(kept, found));
	return true;
}

static bool act_json(int n, char **words)
{
	bool post = !strcmp(words[1], "post");

	if (n > 3 && !strcmp(words[2], "=")) {
		const char *found = json_at(words[1]);

		return text_is(found, words[3]) || problem("%s is %s, not %s: %.*s", words[1], found ? found : "not there", words[3],
			TEXT_SHOWN, last.body);
	}
	more[n_more++] = (struct wire_header){"Accept", "application/json"};
	if (post && *form_token())
		more[n_more++] = (struct wire_header){"X-Form-Token", form_token()};
	visit((struct request){post ? "POST" : "GET", words[2], post ? "application/json" : NULL, post ? words[3] : NULL,
		post ? strlen(words[3]) : 0});
	return true;
}

static bool is_status(int n, char **words)
{
	(void)n;
	return expect_text(strtol(words[1], NULL, 10) == last.reply.status, "status is not", words[1]);
}

static bool is_location(int n, char **words)
{
	const char *to = answered_header("Location");
	bool open = text_ends(words[1], "…");

	(void)n;
	return (open ? !strncmp(to, words[1], strlen(words[1]) - strlen("…")) : !strcmp(to, words[1])) ||
		problem("%s answered %d and leads to \"%s\", not to %s", asked.address, last.reply.status, to, words[1]);
}

static bool is_header(int n, char **words)
{
	(void)n;
	return strstr(answered_header(words[1]), words[2]) || problem("%s: %s", words[1], answered_header(words[1]));
}

static bool is_statements(int n, char **words)
{
	(void)n;
	return last.statements <= strtol(words[2], NULL, 10) || problem("%s took %d statements", asked.address, last.statements);
}

/* see, no, raw, no-raw */
static bool is_seen(int n, char **words)
{
	const char *where = strstr(words[0], "raw") ? last.body : last.text;
	bool wanted = text_starts(words[0], "see") || text_starts(words[0], "raw"), good = true;

	for (int i = 1; i < n; i++)
		good &= expect_text(wanted == !!strstr(where, words[i]), wanted ? "not seen" : "seen", words[i]);
	return good;
}

/* What a tool prints of the file that came, without blanks but for line ends. */
static const char *printed(const char *command)
{
	struct text t = text_new(kept, 8 << 20);
	int c;

	write_file("body", last.body, last.n);
	FILE *f = popen(arena_print(kept, command, folder), "r");

	while ((c = fgetc(f)) != EOF)
		if (c != ' ' && c != '\f')
			text_char(&t, (char)c);
	return pclose(f) ? "" : t.n ? t.at : "";
}

/* pdf, no-pdf */
static bool is_pdf(int n, char **words)
{
	const char *found = printed("pdftotext -layout %s/body - 2>&1 | tr -d '\\n'");
	bool wanted = text_is(words[0], "pdf"), good = true;

	for (int i = 1; i < n; i++)
		good &= wanted == !!strstr(found, words[i]) || problem("%sin the PDF: %s: %.*s", wanted ? "not " : "", words[i], TEXT_SHOWN, found);
	return good;
}

/* What a reader of QR codes reads from the pages; kept under a name as well when one is given. */
static bool is_scanned(int n, char **words)
{
	const char *found = printed("d=$(mktemp -d) && pdftoppm -r 200 -gray %s/body $d/p && zbarimg -q --raw -Sdisable -Sqrcode.enable $d/*.pgm"
		" | tr -d '\\n'; rm -rf $d");

	if (n > 2)
		pair_add(kept, &names, words[2], found);
	return strstr(found, words[1]) || problem("no QR code has %s: %s", words[1], found);
}

static bool is_zip(int n, char **words)
{
	struct text wanted = text_new(kept, 1 << 16);
	const char *found = printed("LC_ALL=C.UTF-8 7z l -ba -slt %s/body | sed -n 's/^Path = //p' | LC_ALL=C sort");

	for (int i = 1; i < n; i++)
		text_print(&wanted, "%s\n", words[i]);
	return text_is(found, wanted.at) || problem("the archive holds %s", found);
}

/* opens PASSWORD WORD …: the zip that came opens with it, and the sheet inside has the words, those behind a - not.  locked PASSWORD: it does not. */
static bool is_opened(int n, char **words)
{
	bool wanted = text_is(words[0], "opens"), good = true;
	const char *found = printed(arena_print(kept, "d=%%s; 7z x -so -p'%s' $d/body >$d/inner 2>/dev/null && unzip -p $d/inner 'xl/*.xml'",
		words[1]));

	for (int i = 2; i < n; i++)
		good &= !!strstr(found, words[i] + (*words[i] == '-')) == (*words[i] != '-') || problem("the sheet: %s", words[i]);
	return good && (wanted == !!*found || problem("the password %s %s", words[1], wanted ? "does not open it" : "opens it"));
}

/* sheets WORD …: the workbook (xlsx, ods) that came has these words, written without blanks; no-sheets: it has none of them. */
static bool is_in_sheets(int n, char **words)
{
	const char *found = printed("unzip -p %s/body 'xl/*.xml' content.xml 2>/dev/null; true");
	bool wanted = text_is(words[0], "sheets"), good = *found || problem("that is no workbook");

	for (int i = 1; i < n; i++)
		good &= !!strstr(found, words[i]) == wanted || problem("%s the workbook: %s", wanted ? "not in" : "in", words[i]);
	return good;
}

/* all-reports QUERY FILE: each report that the program declares, asked so and taken home as CSV, stands in the file under its name, cell by
 * cell; one that is not there, or is more, is a difference. */
static bool is_all_reports(int n, char **words)
{
	struct text all = text_new(kept, 8 << 20), wanted = chosen_file(words[2]);
	bool good = true;
	size_t same = 0;

	(void)n;
	for (const struct report *const *r = report_all(); *r; r++) {
		visit((struct request){.method = "GET", .address = arena_print(kept, "/reports/%s.csv?%s", (*r)->name, words[1])});
		good &= last.reply.status == 200 || problem("%s answers %d", (*r)->name, last.reply.status);
		text_print(&all, "[%s]\n", (*r)->name);
		for (const char *c = text_starts(last.body, "\xEF\xBB\xBF") ? last.body + 3 : last.body; *c; c++)
			if (*c != '\r')
				text_char(&all, *c);
	}
	while (same < all.n && same < wanted.n && all.at[same] == wanted.at[same])
		same++;
	return same == all.n && same == wanted.n ? good : problem("the reports differ from %s at: %.80s", words[2], all.at + same);
}

static bool is_order(int n, char **words)
{
	const char *at = last.text;

	for (int i = 1; i < n; i++)
		if (!(at = strstr(at, words[i])))
			return expect_text(false, "not seen in this order", words[i]);
	return true;
}

static bool is_times(int n, char **words)
{
	int times = 0;

	(void)n;
	for (const char *at = last.text; (at = strstr(at, words[2])); at += strlen(words[2]))
		times++;
	return expect_text(times == strtol(words[1], NULL, 10), arena_print(kept, "seen %d times", times), words[2]);
}

/* Byte for byte what `save` or `write` made. */
static bool is_same(int n, char **words)
{
	struct text was = chosen_file(words[1]);

	(void)n;
	return expect_text(was.n == last.n && !memcmp(was.at, last.body, last.n), "the answer is not the same as", words[1]);
}

static bool is_rows(int n, char **words)
{
	const char *found = rows_joined(words[1]), *wanted = n > 3 ? words[3] : "";

	return !strcmp(found, wanted) || problem("rows are \"%s\", not \"%s\"", found, wanted);
}
#endif
