/* check.c: 請證查驗: who holds the roster or the proof of one can see on a public page whether it is still good.  Nobody can guess a code;
 * a number without its code, a wrong code and an unknown number get the same answer, and few of them a minute. */
#include <string.h>
#include <unistd.h>

#include "app/certificate/certificate.sql.h"
#include "app/certificate/check.html.h"
#include "app/certificate/view.h"
#include "app/paper/paper.h"
#include "app/plan/book.h"
#include "base/random.h"
#include "base/text.h"
#include "file/temp.h"

enum { CODE_LENGTH = 20, GROUP = 5, WRONG_MOST = 10, MINUTE = 60, DAY_SECONDS = 86400, PDF_MEMORY = 64 << 20 };

/* ---- handed out and called back ---- */

/* 80 bits, in figures and the letters A to F. */
static const char *new_code(struct arena *mem)
{
	const char *token = random_token(mem);

	return text_upper(mem, arena_bytes(mem, sha256_hex(mem, token, strlen(token)), CODE_LENGTH));
}

void checks_hand_out(struct db *db, struct arena *mem, const struct serial *s, const struct applicants *all, struct moment now)
{
	db_run(db, &check_put, A(s->number), A(new_code(mem)), A(s->id), value_id_or_null(0), A(now));
	for (int i = 0; i < all->n; i++)
		db_run(db, &check_put, A(arena_print(mem, "%s-%lld", s->number, (long long)all->at[i].place)), A(new_code(mem)), A(s->id),
			A(all->at[i].id), A(now));
}

void checks_call_back(struct db *db, const struct serial *s, const char *why, struct moment now)
{
	db_run(db, &check_end, A(s->id), A(now), A(why));
}

static const char *in_groups(struct arena *mem, const char *code)
{
	struct text t = text_new(mem, 64);

	for (int i = 0; code[i]; i++)
		text_print(&t, "%s%c", i && i % GROUP == 0 ? "-" : "", code[i]);
	return t.at;
}

static struct check_paper check_paper_of(struct req *r, const struct rows *c)
{
	if (!c->n)
		return (struct check_paper){0};
	const char *number = row_text(c, 0, "number"), *code = row_text(c, 0, "code");

	return (struct check_paper){arena_print(r->mem, "%s%s", r->app->public_origin, req_url(r, "/verify?number=%s&code=%s", number, code).text),
		arena_print(r->mem, "請證查驗 編號 %s　查驗碼 %s", number, in_groups(r->mem, code))};
}

struct check_paper check_paper_of_serial(struct req *r, const struct serial *s)
{
	return check_paper_of(r, db_run(r->db, &check_of_serial, A(s->id)));
}

/* ---- the public page ---- */

const struct field verify_takes[] = {
	{.name = "number", .label = "編號", .kind = K_TEXT, .use = EDIT, .need = true, .most = 40},
	{.name = "code", .label = "查驗碼", .kind = K_TEXT, .use = EDIT, .need = true, .most = 40},
	{0}
};

const struct field verified_fields[] = {
	FIELD(verified, number, TEXT, KEY, "編號"),
	FIELD(verified, good, BOOL, SHOW, "有效"),
	FIELD(verified, state, TEXT, SHOW, "查驗結果"),
	FIELD(verified, what, TEXT, SHOW, "文件"),
	FIELD(verified, exam, TEXT, SHOW, "考試"),
	FIELD(verified, name, TEXT, SHOW, "姓名"),
	FIELD(verified, category, TEXT, SHOW, "等級及類科"),
	FIELD(verified, agency, TEXT, SHOW, "訓練機關(構)學校"),
	FIELD(verified, members, INT, SHOW, "人數"),
	FIELD(verified, stage, TEXT, SHOW, "請證進度"),
	FIELD(verified, confirmed, MOMENT, SHOW, "確認申請時間"),
	FIELD(verified, csptc_document, TEXT, SHOW, "保訓會請證文號"),
	FIELD(verified, csptc_day, DATE, SHOW, "請證日期"),
	FIELD(verified, exam_yuan_document, TEXT, SHOW, "考試院發證文號"),
	FIELD(verified, exam_yuan_day, DATE, SHOW, "發證日期"),
	{0}
};

/* Of the same length for every wrong code, wherever it differs. */
static bool same_code(const char *a, const char *b)
{
	unsigned differs = strlen(a) != strlen(b);

	for (size_t i = 0; a[i] && b[i]; i++)
		differs |= (unsigned)(a[i] ^ b[i]);
	return !differs;
}

/* What is not good any more tells its state, and nothing of a person. */
static struct verified called_back(struct arena *mem, const struct rows *c, int i, struct verified v)
{
	v.state = arena_print(mem, "本文件已於 %s 失效：%s", moment_text(mem, row_moment(c, i, "ended")), row_text(c, i, "why"));
	return v;
}

static struct verified changed(struct verified v, const char *state)
{
	v.state = state;
	return v;
}

static struct verified judge(struct req *r, const struct rows *c, int i)
{
	bool one = row_int(c, i, "admission");
	const char *training = row_text(c, i, "training_state");
	const struct code *stage = code_find(serial_states, row_text(c, i, "state"));
	struct verified v = {.number = row_text(c, i, "number"), .what = one ? "請證證明" : "實務訓練及性質特殊訓練成績清冊",
		.exam = arena_print(r->mem, "%lld年%s", (long long)row_int(c, i, "exam_year"), row_text(c, i, "exam_name")),
		.name = "", .category = "", .agency = "", .stage = "", .csptc_document = "", .exam_yuan_document = ""};
	struct serial s;

	if (row_moment(c, i, "ended").seconds)
		return called_back(r->mem, c, i, v);
	if (text_is(training, training_states[REVOKED].id) || text_is(training, training_states[LOST].id))
		return changed(v, "本文件已失效：受訓資格或考試及格資格已廢止或喪失");
	if (!one && serial_load(r->db, row_int(c, i, "serial"), &s) && serial_is_filed(&s) && *roster_changed(r->db, r->mem, &s))
		return changed(v, "本清冊已失效：確認申請後資料已有變更");
	v.good = true;
	v.state = "與系統紀錄相符";
	v.stage = stage ? stage->label : "";
	v.confirmed = row_moment(c, i, "confirmed");
	v.csptc_document = row_text(c, i, "csptc_document");
	v.csptc_day = row_date(c, i, "csptc_day");
	v.exam_yuan_document = row_text(c, i, "exam_yuan_document");
	v.exam_yuan_day = row_date(c, i, "exam_yuan_day");
	if (one) {
		v.name = mask_name(r->mem, row_text(c, i, "name"));
		v.category = arena_print(r->mem, "%s %s", row_text(c, i, "exam_level"), row_text(c, i, "exam_category"));
	} else {
		v.agency = row_text(c, i, "agency_name");
		v.members = row_int(c, i, "members");
	}
	return v;
}

static const char *typed_code(struct arena *mem, const char *typed)
{
	struct text t = text_new(mem, 1 << 12);

	for (const char *s = text_upper(mem, text_fold(mem, typed)); *s; s++)
		if (*s != '-' && *s != ' ')
			text_char(&t, *s);
	return t.n ? t.at : "";
}

struct looking { struct req *r; const char *number, *code; bool too_often, found; struct verified v; };

static bool (*look_elsewhere)(struct db *, struct arena *, const char *, const char *, struct verified *);

void certificate_verify_more(bool (*look_there)(struct db *, struct arena *, const char *number, const char *code, struct verified *))
{
	look_elsewhere = look_there;
}

static void look(struct db *db, void *with)
{
	struct looking *x = with;
	struct req *r = x->r;
	struct rows *wrong = db_run(db, &guess_count, A(wire_asker(r->mem, r->wire)), A((struct moment){r->now.seconds - MINUTE})), *c;

	x->found = false;
	x->too_often = row_int(wrong, 0, "n") >= WRONG_MOST;
	if (x->too_often)
		return;
	c = db_run(db, &check_numbered, A(x->number));
	for (int i = 0; i < c->n && !x->found; i++)
		if (same_code(row_text(c, i, "code"), x->code)) {
			x->v = judge(r, c, i);
			x->found = true;
		}
	if (!x->found && look_elsewhere)
		x->found = look_elsewhere(db, r->mem, x->number, x->code, &x->v);
	if (!x->found) {
		db_run(db, &guess_sweep, A((struct moment){r->now.seconds - DAY_SECONDS}));
		db_run(db, &guess_put, A(wire_asker(r->mem, r->wire)), A(r->now));
	}
}

static void show(struct req *r, int status, const struct verified *found)
{
	struct verify_view v = {.r = r, .wrong = issue_lines(r), .action = req_url(r, "/verify"), .again = req_url(r, "/verify"), .found = found,
		.number = input_text(r, "number", "編號", "", true, "文件上之編號，例如 11100700001-1"),
		.code = input_text(r, "code", "查驗碼", "", true, "文件上 20 個字之查驗碼，可不填「-」")};

	for (const struct field *f = verified_fields; found && f->name; f++) {
		const char *text = field_text(f, r->mem, found);

		if (*text && f->kind != K_BOOL && !text_is(f->name, "state") && !(f->kind == K_INT && text_is(text, "0")))
			pair_add(r->mem, &v.facts, f->label, text);
	}
	verify_page(reply_page(r, status, "請證查驗"), &v);
}

void verify_get(struct req *r)
{
	struct looking x = {.r = r, .number = typed_code(r->mem, ""), .code = typed_code(r->mem, req_query(r, "code"))};

	r->issues.fields = verify_takes;
	x.number = text_trim(r->mem, text_fold(r->mem, req_query(r, "number")));
	if (!r->query.n && !r->json) {
		show(r, 200, NULL);
		return;
	}
	if (!*x.number)
		issue(&r->issues, -1, "number", "ERR_REQUIRED");
	if (!*x.code)
		issue(&r->issues, -1, "code", "ERR_REQUIRED");
	if (!r->issues.n) {
		db_tx(r->db, look, &x);
		if (x.too_often)
			return reply_refuse(r, 429, "ERR_PAY_OFTEN");
		if (!x.found)
			issue(&r->issues, -1, "number", "ERR_VERIFY_NONE");
	}
	if (r->issues.n) {
		if (!reply_issues_as(r, 422))
			show(r, 422, NULL);
	} else if (r->json)
		reply_record(r, verified_fields, &x.v);
	else
		show(r, 200, &x.v);
}

/* ---- the proof of one, on paper ---- */

void note_get(struct req *r)
{
	struct applicant a;
	struct serial s;
	struct rows *c = db_run(r->db, &check_of_person, A(r->id[0]));
	struct arena *own;
	int fd = temp_file(r->mem);

	if (!applicant_load(r->db, r->mem, r->id[0], req_agency(r), &a))
		return reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
	if (!c->n || !serial_load(r->db, row_int(c, 0, "serial"), &s) || !text_is(s.state, "certified"))
		return reply_refuse(r, 409, "ERR_TEXT_GIVEN", arena_print(r->mem, "%s 尚未由考試院發證，無法列印請證證明。", a.name));
	const struct plan *plan = plan_book_on(s.plan, r->today);
	struct check_paper check = check_paper_of(r, c);
	struct paper_certificate_note note = {.head = {.exam_year = plan ? plan->exam_year : s.exam_year,
		.exam_name = plan ? plan->exam_name : s.exam_name, .agency = s.agency_name, .printed = paper_printed(r->mem, 0, r->today, NULL)},
		.name = a.name, .national_id = mask_id(r->mem, a.national_id), .level = a.exam_level, .category = a.exam_category, .serial = s.number,
		.csptc_document = s.csptc_document, .csptc_day = s.csptc_day, .exam_yuan_document = s.exam_yuan_document,
		.exam_yuan_day = s.exam_yuan_day, .check = check.address, .check_words = check.words};
	struct pdf *pdf;
	bool whole;

	own = arena_new(PDF_MEMORY);
	pdf = pdf_new(own, &(struct pdf_about){.title = "請證證明", .author = s.agency_name, .created = r->now});
	paper_certificate_note_draw(pdf, &note);
	whole = pdf_write(pdf, fd);
	arena_free(own);
	if (!whole)
		return reply_refuse(r, 422, "ERR_FORM_LONG", a.name);
	reply_file(r, "application/pdf", arena_print(r->mem, "請證證明_%s.pdf", row_text(c, 0, "number")), dup(fd), file_size(fd));
}
