/* register.c: 實務訓練及性質特殊訓練成績清冊: what it says of each, kept when it is confirmed, on paper.       ACMS-078, 079, PLAN-129 … 132 */
#include <unistd.h>

#include "app/certificate/certificate.sql.h"
#include "app/certificate/private.h"
#include "app/paper/paper.h"
#include "app/plan/book.h"
#include "base/text.h"
#include "file/temp.h"

enum { PDF_MEMORY = 64 << 20, MEMBERS = 2000 };

const struct field register_fields[] = {
	FIELD(applicant, id, INT, KEY, "編號"),
	FIELD(applicant, place, INT, SHOW, "總編號", .not_sorted = true),
	FIELD(applicant, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(applicant, exam_level, TEXT, SHOW, "考試等級", .not_sorted = true),
	FIELD(applicant, exam_category, TEXT, SHOW, "考試類科", .not_sorted = true),
	FIELD(applicant, national_id, ID, SHOW, "國民身分證編號", .privacy = PERSONAL, .not_sorted = true),
	FIELD(applicant, sex, CODE, SHOW, "性別", .list = sex_codes, .not_sorted = true),
	FIELD(applicant, birth_date, DATE, SHOW, "出生日期", .privacy = PERSONAL, .not_sorted = true),
	FIELD(applicant, agency_name, TEXT, SHOW, "訓練機關(構)學校", .not_sorted = true),
	FIELD(applicant, score, TEXT, SHOW, "訓練成績"),
	FIELD(applicant, start_day, DATE, SHOW, "訓練期間起", .not_sorted = true),
	FIELD(applicant, until_day, DATE, SHOW, "訓練期間迄", .not_sorted = true),
	FIELD(applicant, end_day, DATE, SHOW, "訓練期滿日期", .not_sorted = true),
	FIELD(applicant, remark, TEXT, SHOW, "備註", .not_sorted = true),
	FIELD(applicant, fee, TEXT, SHOW, "證書費", .not_sorted = true),
	FIELD(applicant, marked, BOOL, MARK, ""),
	{0}
};

/* What `remark` of a live row is made of; a roster's own table knows no more than what is printed. */
static void load(struct arena *mem, const struct rows *r, bool live, struct applicants *to)
{
	to->n = r->n;
	to->at = records_load(mem, r, register_fields, sizeof *to->at);
	if (!live)
		return;
	const struct applicant *whole = records_load(mem, r, applicant_fields, sizeof *whole);

	for (int i = 0; i < r->n; i++) {
		struct applicant a = whole[i];

		a.place = to->at[i].place;
		a.start_day = to->at[i].start_day;
		a.until_day = to->at[i].until_day;
		a.end_day = to->at[i].end_day;
		a.marked = to->at[i].marked;
		a.entered_remark = a.remark;
		a.remark = applicant_remark(mem, &whole[i]);
		to->at[i] = a;
	}
}

struct applicants roster_live_of(struct db *db, struct arena *mem, const struct serial *s)
{
	struct applicants all;

	load(mem, db_run(db, &roster_live, A(s->id), A("name"), A(MEMBERS), A(0)), true, &all);
	return all;
}

struct applicants roster_kept_of(struct db *db, struct arena *mem, const struct serial *s)
{
	struct applicants all;

	load(mem, db_run(db, &roster_kept, A(s->id), A("place"), A(MEMBERS), A(0)), false, &all);
	return all;
}

static const struct applicant *find(const struct applicants *all, int64_t id)
{
	for (int i = 0; i < all->n; i++)
		if (all->at[i].id == id)
			return &all->at[i];
	return NULL;
}

/* A proof may come after the roster was made: that nothing is to be paid any more is no change of the roster.     ACMS-056 */
static const char *unproved_remark(struct arena *mem, const struct applicant *a)
{
	struct applicant x = *a;

	x.remark = a->entered_remark;
	x.identity_proof = false;
	return applicant_remark(mem, &x);
}

/* An agency that has another name since is the same agency; who moved to another one is not where the roster says. */
static bool is_renamed(const struct field *f, const struct applicant *now, const struct serial *s)
{
	return text_is(f->name, "agency_name") && now->agency == s->agency;
}

static void compare(struct arena *mem, struct text *t, const struct serial *s, const struct applicant *was, const struct applicant *now)
{
	for (const struct field *f = register_fields; f->name; f++) {
		const char *before = field_text(f, mem, was), *after = field_text(f, mem, now);

		if (f->use == MARK || text_is(f->name, "place") || text_is(f->name, "fee") || text_is(before, after) || is_renamed(f, now, s) ||
				(text_is(f->name, "remark") && text_is(before, unproved_remark(mem, now))))
			continue;
		if (f->kind == K_ID) {
			before = mask_id(mem, before);
			after = mask_id(mem, after);
		}
		text_print(t, "%s%s：%s由「%s」改為「%s」", t->n ? "；" : "", now->name, f->label, before, after);
	}
}

const char *roster_changed(struct db *db, struct arena *mem, const struct serial *s)
{
	struct applicants kept = roster_kept_of(db, mem, s), live = roster_live_of(db, mem, s);
	struct text t = text_new(mem, 1 << 18);

	for (int i = 0; i < kept.n; i++) {
		const struct applicant *now = find(&live, kept.at[i].id);

		if (now)
			compare(mem, &t, s, &kept.at[i], now);
	}
	return t.n ? t.at : "";
}

void roster_fees(struct db *db, struct arena *mem, int64_t serial, struct date today, struct applicant *to, int n)
{
	struct rows *r = db_run(db, &member_fee, A(serial));
	const struct applicant *all = records_load(mem, r, applicant_fields, sizeof *all);

	for (int i = 0; i < n; i++)
		for (int k = 0; k < r->n; k++)
			if (all[k].id == to[i].id)
				to[i].fee = applicant_fee(mem, &all[k], today);
}

const char *roster_marked(struct db *db, struct arena *mem, int64_t serial)
{
	struct rows *r = db_run(db, &member_marked, A(serial));
	struct text t = text_new(mem, 1 << 18);

	for (int i = 0; i < r->n; i++)
		text_print(&t, "%s%s", i ? "、" : "", row_text(r, i, "name"));
	return t.n ? t.at : "";
}

const char *roster_route(struct arena *mem, const struct serial *s, struct date today, const char **first)
{
	const struct plan *plan = plan_book_on(s->plan, today);
	const struct plan_value *route = plan ? plan_value(plan, PLAN_CERT_ROUTE) : NULL;
	struct text t = text_new(mem, 1 << 12);

	*first = s->roster_recipient;
	if (!route || !route->known || !route->texts.n)
		return arena_print(mem, "%s → 保訓會 → 考試院", s->roster_recipient);
	*first = route->texts.at[0];
	for (int i = 0; i < route->texts.n; i++)
		text_print(&t, "%s%s", i ? " → " : "", route->texts.at[i]);
	return t.at;
}

/* ---- on paper ---- */

static struct fact_rows persons_of(struct arena *mem, const struct applicants *all)
{
	struct paper_scored *at = arena_array(mem, (size_t)all->n, sizeof *at);

	for (int i = 0; i < all->n; i++) {
		const struct applicant *a = &all->at[i];

		at[i] = (struct paper_scored){
			.number = arena_print(mem, "%lld", (long long)a->place), .name = a->name, .level = a->exam_level,
			.category = a->exam_category,
			.national_id = a->national_id, .sex = a->sex.id ? a->sex.label : "", .birth_date = a->birth_date, .agency = a->agency_name,
			.score = a->score, .start = a->start_day, .until = a->until_day, .end = a->end_day, .remark = a->remark,
		};
	}
	return (struct fact_rows){all->n, at};
}

/* What stands above and below the persons: as it was when the roster was confirmed, so that it is the same whenever it is printed. */
static struct paper_head head_of(struct req *r, const struct serial *s)
{
	bool draft = serial_is_open(s);
	struct date day = draft ? r->today : moment_date(s->confirmed);
	const struct plan *plan = plan_book_on(s->plan, day);
	const char *first, *live = roster_route(r->mem, s, day, &first), *route = *s->kept_route ? s->kept_route : live;
	struct paper_head head = {.agency = *s->kept_agency ? s->kept_agency : s->agency_name, .exam_year = s->exam_year,
		.exam_name = *s->kept_exam ? s->kept_exam : s->exam_name, .attachment = draft ? "草稿（尚未確認申請）" : NULL,
		.printed = arena_print(r->mem, "申請序號 %s　函送：%s　%s", s->number, route,
			draft ? arena_print(r->mem, "草稿　%s列印", date_text(r->mem, r->today)) :
			arena_print(r->mem, "%s確認", moment_text(r->mem, s->confirmed)))};

	if (plan) {
		head.exam_name = plan->exam_name;
		head.exam_year = plan->exam_year;
		head.attachment = draft ? head.attachment : plan->forms[PLAN_FORM_SCORE_REGISTER];
		head.citation = plan->citations[PLAN_CITE_CERT];
		head.notes = *plan_notes(plan, PLAN_FORM_SCORE_REGISTER);
	}
	return head;
}

static bool draw(struct req *r, const struct serial *s, const struct applicants *all, int fd)
{
	bool draft = serial_is_open(s), whole;
	struct paper_score_register list = {.head = head_of(r, s), .persons = persons_of(r->mem, all)};
	struct check_paper check = draft ? (struct check_paper){0} : check_paper_of_serial(r, s);
	struct arena *own = arena_new(PDF_MEMORY);
	struct pdf *pdf = pdf_new(own, &(struct pdf_about){.title = "實務訓練及性質特殊訓練成績清冊", .author = list.head.agency,
		.created = draft ? r->now : s->confirmed});

	list.check = check.address;
	list.check_words = check.words;
	paper_score_register_draw(pdf, &list);
	whole = pdf_write(pdf, fd);
	arena_free(own);
	return whole;
}

struct printing { struct req *r; const struct serial *s; };

static void note_printed(struct db *db, void *with)
{
	struct printing *p = with;

	db_run(db, &serial_printed, A(p->s->id), A(p->r->now));
}

/* GET leaves a trace of the printing alone.  A roster whose data changed since is not printed.                  PLAN-129 d, PLAN-132 */
void roster_get(struct req *r)
{
	struct serial s;
	struct applicants all;
	const char *changed;
	int fd = temp_file(r->mem);

	if (!serial_load(r->db, r->id[0], &s))
		return reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
	all = serial_is_open(&s) ? roster_live_of(r->db, r->mem, &s) : roster_kept_of(r->db, r->mem, &s);
	changed = serial_is_filed(&s) ? roster_changed(r->db, r->mem, &s) : "";
	if (*changed)
		return reply_refuse(r, 409, "ERR_TEXT_GIVEN", arena_print(r->mem, "清冊失效：%s。請作廢本申請序號後，重新產製。", changed));
	if (!draw(r, &s, &all, fd))
		return reply_refuse(r, 422, "ERR_FORM_LONG", s.number);
	if (serial_is_filed(&s) && !r->who->all_agencies)
		db_tx(r->db, note_printed, &(struct printing){r, &s});
	reply_file(r, "application/pdf", arena_print(r->mem, "實務訓練成績清冊_%s.pdf", s.number), dup(fd), file_size(fd));
}
