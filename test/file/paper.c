/* The annexes on paper: what holds for every form, read back with poppler's tools as a user's programs would.          PLAN-138 */
#include "app/paper/paper.h"

#include "test/file/read.h"

static struct pdf *pdf_sample(const char *title)
{
	return pdf_new(mem, &(struct pdf_about){.title = title, .author = "培訓", .created = {1722441600}});
}

static const char *joined(const char *const *labels)
{
	struct text t = text_new(mem, 1 << 16);

	for (; *labels; labels++)
		text_print(&t, "%s%s", t.n ? "，" : "", *labels);
	return t.n ? t.at : "";
}

/* Words that a tick box has, and what then stands on paper. */
static const struct { const char *form, *fact, *words, *seen; } ticks[] = {
	{"retain_app", "cause", "疾病", "■「疾病」"}, {"makeup_app", "cause", "懷孕", "■「懷孕」"},
	{"withdraw_app", "cause", "志趣不合", "■志趣不合"}, {"guide_record", "orientation", "實施完成", "■實施完成"},
	{"guide_record", "observation", "實施中", "■實施中"}, {"guide_record", "cases", "尚未實施", "■尚未實施"},
	{"guide_record", "talks", "期中實施完成", "■期中實施完成"},
};

/* Grades stand above their boxes, not in them; what a letter is made of, or only opens a column, is not printed itself; what is in a
 * code is read by test/file/barcode; what is no annex has no number of one. */
static const struct { const char *form, *facts; } unseen[] = {
	{"guide_record", "character ability conduct attitude performance"},
	{"letter", "kind who cause basis exam_year exam_name attachment"},
	{"pt_plan", "supervisor due"}, {"score_register", "check"}, {"certificate_note", "check attachment"}, {"fee_statement", "attachment"},
	{"promotion_register", "class_name"}, {"promotion_signing", "attachment national_id agency training_score course_score total outcome remark"},
	{"promotion_report", "attachment address"}, {"recheck_app", "attachment"},
	{"promotion_awards", "attachment training_score course_score outcome"}, {"promotion_note", "attachment check"},
};

static bool is_unseen(const struct paper *p, const char *fact)
{
	for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++)
		if (!strcmp(unseen[i].form, paper_name(p)))
			return strstr(arena_print(mem, " %s ", unseen[i].facts), arena_print(mem, " %s ", fact)) != NULL;
	return false;
}

/* Its place among the ticks, or -1. */
static int ticked(const struct paper *p, const char *fact)
{
	for (size_t i = 0; i < sizeof ticks / sizeof *ticks; i++)
		if (!strcmp(ticks[i].form, paper_name(p)) && !strcmp(ticks[i].fact, fact))
			return (int)i;
	return -1;
}

/* Values that are found again, one for each fact: V01, V02 …  wanted: what has to stand on paper, parted by blanks. */
struct filler { const struct paper *p; int next; struct text wanted; };

static void fill(struct filler *f, const struct fact *facts, void *record)
{
	for (; facts->name; facts++) {
		void *at = (char *)record + facts->at;
		int n = ++f->next, box = ticked(f->p, facts->name);
		const char *mark = arena_print(mem, "V%02d", n), *seen = box < 0 ? mark : ticks[box].seen;

		if (facts->kind == FACT_TEXT) {
			*(const char **)at = box < 0 ? mark : ticks[box].words;
		} else if (facts->kind == FACT_INT) {
			*(int64_t *)at = 500 + n;
			seen = arena_print(mem, "%d", 500 + n);
		} else if (facts->kind == FACT_DATE) {
			*(struct date *)at = date_make(2011 + n, 3, 4);
			seen = arena_print(mem, "%d", 100 + n);
		} else if (facts->kind == FACT_TEXTS) {
			*(struct fact_texts *)at = (struct fact_texts){2, arena_copy(mem, (const char *[]){mark, "末"}, sizeof(const char *[2]))};
		} else if (facts->kind == FACT_ROWS) {
			*(struct fact_rows *)at = (struct fact_rows){1, arena_get(mem, facts->row_size)};
			fill(f, facts->row, ((struct fact_rows *)at)->at);
			continue;
		}
		if (!is_unseen(f->p, facts->name))
			text_print(&f->wanted, "%s ", seen);
	}
}

/* Each value that a form takes stands on it, and nothing is missed then. */
static void every_value(const struct paper *p)
{
	struct filler f = {p, 0, text_new(mem, 1 << 16)};
	void *record = arena_get(mem, paper_size(p));
	struct pdf *pdf = pdf_sample(paper_name(p));

	fill(&f, paper_facts(p), record);
	same(joined(paper_draw(pdf, p, record)), "", arena_print(mem, "%s: nothing is missing", paper_name(p)));
	same(pdf_unknown(pdf), "", "no unknown character");
	save(pdf);
	const char *text = without_blanks(output("pdftotext -layout %s -")), *absent = "";

	for (char *word = strtok_r(f.wanted.at, " ", &f.wanted.at); word; word = strtok_r(NULL, " ", &f.wanted.at))
		if (!strstr(text, word))
			absent = arena_print(mem, "%s %s", absent, word);
	same(absent, "", arena_print(mem, "%s: every value stands on it", paper_name(p)));
	has(output("qpdf --check %s"), "No syntax or stream encoding errors");
}

static bool is_among(const char *const *list, const char *label)
{
	for (; *list; list++)
		if (!strcmp(*list, label))
			return true;
	return false;
}

/* A form to be written by hand: every label that is needed is told, once, and nothing but labels stands on it. */
static void blank(const struct paper *p)
{
	struct pdf *pdf = pdf_sample(paper_name(p));
	const char *const *missing = paper_draw(pdf, p, arena_get(mem, paper_size(p)));
	int told = 0;

	for (const struct fact *f = paper_facts(p); f->name; f++)
		if (!ok(f->may_be_absent || is_among(missing, f->label), "%s: %s is told", paper_name(p), f->label))
			printf("# told: %s\n", joined(missing));
	for (const char *const *l = missing; *l; l++)
		told += is_among(l + 1, *l);
	same_int(told, 0, "each once");
	same(joined(paper_missing(mem, p, arena_get(mem, paper_size(p)))), joined(missing), "and the same without drawing");
	/* Annex 5 has notes of its own. */
	same_int(pdf_pages(pdf), strcmp(paper_name(p), "pt_plan") ? 1 : 2, arena_print(mem, "%s: its pages", paper_name(p)));
}

/* Long words flow on, and a name of rare characters is printed or told. */
static void hard(const struct paper *p)
{
	struct pdf *pdf = pdf_sample(paper_name(p));
	void *record = arena_get(mem, paper_size(p));
	struct text longest = text_new(mem, 1 << 16);

	for (int i = 0; i < 40; i++)
		text_puts(&longest, "𠮷野家股份有限公司");
	for (const struct fact *f = paper_facts(p); f->name; f++)
		if (f->kind == FACT_TEXT && strcmp(f->name, "stores"))  /* the program's own words */
			*(const char **)((char *)record + f->at) = longest.at;
	paper_draw(pdf, p, record);
	same(pdf_unknown(pdf), "", arena_print(mem, "%s: rare characters have glyphs", paper_name(p)));
	save(pdf);
	has(output("pdftotext -raw %s -"), "𠮷");
}

static void unknown_glyph(void)
{
	struct paper_withdraw_app app = {.person = {.name = "王\U0010FFFD明"}};
	struct pdf *pdf = pdf_sample("離訓");

	paper_withdraw_app_draw(pdf, &app);
	same(pdf_unknown(pdf), "\U0010FFFD", "a character without glyph is told");
}

/* ---- JSON ---- */

static const struct paper_guide_record *read_guide(struct fact_reader *r, const char *json)
{
	return paper_read(r, paper_named("guide_record"), json, strlen(json));
}

static void from_json(void)
{
	struct fact_reader r = {.mem = mem};
	const struct paper_guide_record *g = read_guide(&r, "{\"exam_year\": 113, \"name\": \"王小明\", \"from\": \"2024-08-01\","
		"\"character\": \"A\", \"notes\": [\"填表說明：\"], \"until\": null}");

	if (!ok(g != NULL, "a record is read from JSON"))
		return;
	same_int(g->head.exam_year, 113, "a member of the head by its own name");
	same(g->person.name, "王小明", "one of the person");
	same_int(date_year(g->from), 2024, "a day");
	ok(!date_set(g->until) && !g->unit, "what is absent or null is missing");
	same_int(g->head.notes.n, 1, "a list");
	ok(!read_guide(&r, "{\"nmae\": \"x\"}"), "a key that is none is refused");
	same(r.error.path, "/nmae", "and named");
	ok(!read_guide(&r, "{\"from\": \"113/08/01\"}"), "days are ISO");
	ok(!read_guide(&r, "{"), "what is no JSON is refused");
	ok(!paper_named("guide"), "there is no form of another name");
}

static void titles(void)
{
	struct paper_interview_record i = {.head = {.exam_year = 113, .exam_name = "公務人員特種考試身心障礙人員考試"}};

	same(paper_title(mem, paper_named("interview_record"), &i),
		"113年公務人員特種考試身心障礙人員考試錄取人員實務訓練表現未達基本要求個別會談紀錄表", "a title of two lines is one for the file");
}

/* What the plan says is taken where the record says nothing.                                           PLAN-138 */
static void from_plan(void)
{
	struct plan plan = {.exam_year = 112, .exam_name = "公務人員高等考試三級考試暨普通考試", .forms = {[PLAN_FORM_PT_SCORE] = "附件10"}};
	struct paper_head head = {0}, own = {.exam_year = 111, .attachment = "附件X"};

	paper_head_fill(&head, &plan, paper_named("pt_score"));
	same(head.attachment, "附件10", "the annex by the plan's own numbering");
	same(head.exam_name, plan.exam_name, "its examination");
	paper_head_fill(&own, &plan, paper_named("pt_score"));
	same(own.attachment, "附件X", "what is given stays");
	same_int(own.exam_year, 111, "the year too");
	same(paper_printed(mem, 2, date_make(2024, 8, 1), "林大同"), "第2版　113年8月1日　林大同列印", "who printed which version, and when");
	same(paper_printed(mem, 0, date_make(2024, 8, 1), NULL), "113年8月1日", "or the day alone");
}

/* §2.10 of the catalogue: each plan numbers its annexes itself. */
static void numbering(void)
{
	static const struct { const char *form, *disabled, *senior; } annexes[] = {
		{"retain_app", "附件1", "附件1"}, {"retain_oath_study", "附件1-1", NULL}, {"retain_oath_child", "附件1-2", NULL},
		{"makeup_app", "附件2", "附件2"}, {"exempt_list", "附件3", "附件3"}, {"shorten_app", "附件4", "附件4"},
		{"guide_record", "附件6", "附件6"}, {"anomaly_report", "附件7", "附件7"}, {"interview_record", "附件8", "附件8"},
		{"bt_self_funded_app", NULL, "附件9"}, {"pt_score", "附件9", "附件10"}, {"withdraw_app", "附件10", "附件11"},
		{"score_register", "附件11", "附件12"}, {"resources", "附表", NULL}, {"pt_plan", "附件5", "附件5"}, {"letter", NULL, NULL},
	};
	const struct plans *plans = plans_load(mem, "plans");

	for (size_t i = 0; i < sizeof annexes / sizeof *annexes; i++) {
		struct paper_head disabled = {0}, senior = {0};

		paper_head_fill(&disabled, plans_find(plans, "113-disabled"), paper_named(annexes[i].form));
		paper_head_fill(&senior, plans_find(plans, "112-senior-ordinary"), paper_named(annexes[i].form));
		same(disabled.attachment, annexes[i].disabled, arena_print(mem, "%s of 113 身障", annexes[i].form));
		same(senior.attachment, annexes[i].senior, arena_print(mem, "%s of 112 高普", annexes[i].form));
		ok(!senior.notes.n, "its notes are not at hand");
	}
}

/* The notes of 113 身障, letter for letter, beneath an empty form. */
static void printed_notes(const struct plan *plan, const struct paper *p)
{
	struct paper_head *head = arena_get(mem, paper_size(p));
	struct pdf *pdf = pdf_sample(paper_name(p));
	int lost = 0;

	paper_head_fill(head, plan, p);
	if (!head->notes.n)
		return;
	paper_draw(pdf, p, head);
	same(pdf_unknown(pdf), "", "no unknown character");
	save(pdf);
	const char *text = without_blanks(output("pdftotext -raw %s - | grep -v '^第.頁，共.頁'"));

	for (int i = 0; i < head->notes.n; i++) {
		char *rest = arena_text(mem, head->notes.at[i]);

		for (char *cell; (cell = strsep(&rest, "\t"));)
			lost += !ok(strstr(text, without_blanks(cell)) != NULL, "%s: %.60s", paper_name(p), cell);
	}
	if (lost)
		printf("# in: %s\n", text);
	ok(pdf_pages(pdf) <= 2, "%s: not more than two pages with its notes", paper_name(p));
}

static void all_notes(void)
{
	const struct plan *plan = plans_find(plans_load(mem, "plans"), "113-disabled");
	const struct paper *p;
	int with = 0;

	for (int i = 0; plan && (p = paper_at(i)); i++) {
		struct paper_head head = {0};

		paper_head_fill(&head, plan, p);
		with += head.notes.n > 0;
		printed_notes(plan, p);
	}
	same_int(with, 11, "eleven of its annexes have notes");
}

int main(void)
{
	const struct paper *p;

	read_open();
	for (int i = 0; (p = paper_at(i)); i++) {
		every_value(p);
		blank(p);
		hard(p);
	}
	unknown_glyph();
	from_json();
	titles();
	from_plan();
	numbering();
	all_notes();
	return read_close();
}
