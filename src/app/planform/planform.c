/* planform.c: the record of a form and the acts on it.  Knows no page. */
#include "app/planform/planform.h"

#include <string.h>

#include "app/audit/audit.h"
#include "app/notice/notice.h"
#include "app/planform/planform.sql.h"
#include "app/trainee/trainee.h"
#include "base/setting.h"
#include "base/text.h"
#include "file/pdf_check.h"

enum { LONG_TEXT = 2000, NAME_MOST = 255 };

const struct field planform_fields[] = {
	FIELD(planform, id, INT, KEY, "編號"),
	FIELD(planform, version, INT, KEY, "版本"),
	FIELD(planform, agency, INT, MARK, ""),
	FIELD(planform, plan, TEXT, MARK, ""),
	FIELD(planform, plan_due_days, INT, MARK, ""),
	FIELD(planform, outdated, INT, MARK, ""),
	FIELD(planform, training_supervisor, BOOL, MARK, ""),
	FIELD(planform, provisional, BOOL, MARK, ""),
	FIELD(planform, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(planform, national_id, ID, SHOW, "身分證字號", .privacy = PERSONAL),
	FIELD(planform, sex, CODE, SHOW, "性別", .list = sex_codes),
	FIELD(planform, birth_date, DATE, SHOW, "出生年月日", .privacy = PERSONAL),
	FIELD(planform, exam_year, INT, SHOW, "年度"),
	FIELD(planform, exam_code, TEXT, SHOW, "考試代碼"),
	FIELD(planform, exam_name, TEXT, SHOW, "考試名稱"),
	FIELD(planform, exam_level, TEXT, SHOW, "考試等級"),
	FIELD(planform, exam_category, TEXT, SHOW, "考試類科"),
	FIELD(planform, agency_code, TEXT, SHOW, "機關代碼"),
	FIELD(planform, agency_name, TEXT, SHOW, "機關名稱"),
	FIELD(planform, report_date, DATE, SHOW, "報到日期"),
	FIELD(planform, due, DATE, SHOW, "上傳期限"),
	FIELD(planform, citation, TEXT, SHOW, "期限依據"),
	FIELD(planform, form_state, CODE, SHOW, "狀態", .list = form_state_codes),
	FIELD(planform, issued, MOMENT, SHOW, "下載時間"),
	FIELD(planform, number, INT, SHOW, "版次"),
	FIELD(planform, uploaded, MOMENT, SHOW, "上傳時間"),
	FIELD(planform, returned, MOMENT, SHOW, "退回時間"),
	FIELD(planform, return_reason, TEXT, SHOW, "核章不全之理由"),
	FIELD(planform, allocation_agency, TEXT, EDIT, "分配機關", .hint = "例如 行政院人事行政總處", .wide = true),
	FIELD(planform, allocation_date, DATE, EDIT, "分配日期", .hint = "例如 113/07/15"),
	FIELD(planform, allocation_no, TEXT, EDIT, "分配文號", .wide = true),
	FIELD(planform, unit, TEXT, EDIT, "分配受訓單位", .wide = true),
	FIELD(planform, series, TEXT, EDIT, "職系"),
	FIELD(planform, guide_title, TEXT, EDIT, "輔導員職稱"),
	FIELD(planform, guide_name, TEXT, EDIT, "輔導員姓名"),
	FIELD(planform, guide_from, DATE, SHOW, "輔導員起日"),
	FIELD(planform, training_end, DATE, EDIT, "訓練期滿日期", .hint = "例如 113/11/30"),
	FIELD(planform, work_items, TEXT, EDIT, "工作項目", .lines = true, .most = LONG_TEXT,
		.hint = "依考試錄取類科、等級，詳細載明實務訓練期間指派之工作項目"),
	FIELD(planform, orientation, TEXT, EDIT, "輔導方式：職前講習", .lines = true, .most = LONG_TEXT,
		.hint = "機關環境介紹、單位簡介、公文辦理流程、電腦操作流程及講解實務訓練相關規定"),
	FIELD(planform, observation, TEXT, EDIT, "輔導方式：工作觀摩", .lines = true, .most = LONG_TEXT, .hint = "至少選擇3項業務"),
	FIELD(planform, cases, TEXT, EDIT, "輔導方式：專業課程訓練或輔導", .lines = true, .most = LONG_TEXT,
		.hint = "至少選擇3種實際個案，進行討論、操作或演練"),
	FIELD(planform, talks, TEXT, EDIT, "輔導方式：個別會談", .lines = true, .most = LONG_TEXT, .hint = "期中及期末至少各進行1次"),
	FIELD(planform, contact_name, TEXT, EDIT, "人事單位承辦人姓名", .hint = "未填時列印下載者的姓名"),
	FIELD(planform, contact_phone, TEXT, EDIT, "人事單位承辦人電話", .hint = "未填時列印下載者帳號的電話"),
	{0}
};

bool planform_load(struct db *db, struct arena *mem, int64_t id, struct date today, struct planform *f)
{
	*f = (struct planform){0};
	return record_load(mem, db_run(db, &planform_one, A(id), A(date_iso(mem, today))), planform_fields, f);
}

struct planform_who planform_by(const struct req *r)
{
	return (struct planform_who){r->who->account, r->who->agency, r->wire->address, r->now};
}

static void note(struct db *db, const struct planform_who *by, const char *action, int64_t id, const char *before, const char *after,
	const char *reason)
{
	audit_add(db, &(struct audit_event){.account = by->account, .agency = by->agency, .address = by->address, .action = action,
		.subject_kind = "trainee", .subject = id, .before = before, .after = after, .reason = reason, .at = by->now});
}

static void tell(struct db *db, const struct planform_who *by, const struct planform *f, const char *kind, const char *text)
{
	if (f->agency)
		notice_add(db, &(struct notice){.agency = f->agency, .kind = kind, .subject_kind = "trainee", .subject = f->id,
			.text = text, .link = arena_print(db_arena(db), "/plan-forms/%lld", (long long)f->id), .made = by->now});
}

static const char renewal[] = "plan-form.renew";

bool planform_is_outdated(const struct planform *f)
{
	return f->number && f->outdated >= f->number;
}

/* Does the newest signed form name the one that stands on the form now? */
static bool is_signed_for(struct db *db, const struct planform *f)
{
	struct rows *r = db_run(db, &file_guide, A(f->id), A(f->number));

	return r->n && text_is(row_text(r, 0, "guide"), arena_print(db_arena(db), "%s%s", f->guide_title, f->guide_name));
}

/* Another 輔導員 stands on the form: the signed one stays, and the next version is asked for. */
static void guide_changes(struct db *db, const struct planform_who *by, const struct planform *before, struct planform *f)
{
	struct arena *mem = db_arena(db);

	if (text_is(before->guide_title, f->guide_title) && text_is(before->guide_name, f->guide_name))
		return;
	if (date_same(before->guide_from, f->guide_from))
		f->guide_from = moment_date(by->now);
	if (!f->number)
		return;
	notice_over(db, f->agency, renewal, "trainee", f->id);
	f->outdated = is_signed_for(db, f) ? 0 : f->number;
	if (!f->outdated)
		return;
	if (*f->guide_name)
		tell(db, by, f, renewal, arena_print(mem,
			"%s之輔導員自%s起更換為%s%s，實務訓練計畫表請重新下載、核章後上傳第 %lld 版；原版本保留。",
			f->name, date_long_text(mem, f->guide_from), f->guide_title, f->guide_name, (long long)f->number + 1));
	else
		tell(db, by, f, renewal, arena_print(mem, "%s之輔導員「%s%s」之指派已作廢，請指派輔導員後，重新下載實務訓練計畫表，"
			"核章後上傳第 %lld 版；原版本保留。", f->name, before->guide_title, before->guide_name, (long long)f->number + 1));
}

static bool put_guide(struct db *db, const struct planform_who *by, const struct planform *before, const struct planform_guide *guide)
{
	struct planform f = *before;

	f.guide_title = guide->title;
	f.guide_name = guide->name;
	f.guide_from = guide->from;
	return planform_save(db, by, before, &f);
}

bool planform_guide(struct db *db, const struct planform_who *by, int64_t id, const struct planform_guide *guide)
{
	struct planform before;

	return planform_load(db, db_arena(db), id, moment_date(by->now), &before) && put_guide(db, by, &before, guide);
}

bool planform_guide_undone(struct db *db, const struct planform_who *by, int64_t id, const struct planform_guide *guide,
	const struct planform_guide *former)
{
	struct planform before;

	if (!planform_load(db, db_arena(db), id, moment_date(by->now), &before))
		return false;
	return !text_is(before.guide_title, guide->title) || !text_is(before.guide_name, guide->name) || put_guide(db, by, &before, former);
}

bool planform_save(struct db *db, const struct planform_who *by, const struct planform *before, const struct planform *after)
{
	struct planform now = *after, *f = &now;
	const char *from, *to;

	if (!record_changes(planform_fields, db_arena(db), before, f, &from, &to))
		return true;
	guide_changes(db, by, before, f);
	if (!db_run(db, &planform_put, A(f->id), A(f->version), A(f->allocation_agency), A(f->allocation_date), A(f->allocation_no), A(f->unit),
			A(f->series), A(f->guide_title), A(f->guide_name), A(f->training_end), A(f->work_items), A(f->orientation),
			A(f->observation), A(f->cases), A(f->talks), A(f->contact_name), A(f->contact_phone), A(f->guide_from),
			A(f->outdated))->n)
		return false;
	note(db, by, "plan-form.save", f->id, from, to, NULL);
	return true;
}

void planform_issue(struct db *db, const struct planform_who *by, const struct planform *f, int n)
{
	for (int i = 0; i < n; i++) {
		db_run(db, &planform_mark, A(f[i].id), A(by->now), A(by->account));
		note(db, by, "plan-form.issue", f[i].id, NULL, NULL, NULL);
	}
}

static const char *size_text(struct arena *mem, uint64_t bytes)
{
	if (bytes < 1 << 20)
		return arena_print(mem, "%llu KB", (unsigned long long)(bytes + 1023) >> 10);
	return arena_print(mem, "%.1f MB", (double)bytes / (1 << 20));
}

static void check_content(const struct planform_upload *u, struct issues *s)
{
	uint64_t most = (uint64_t)setting_int("form.mebibytes") << 20;

	if (!u->size || u->size > most) {
		issue(s, -1, "file", "ERR_FILE_SIZE", u->name, size_text(s->mem, u->size), size_text(s->mem, most));
		return;
	}
	switch (pdf_check_file(u->fd, u->size)) {
	case PDF_WHOLE: break;
	case PDF_NOT_PDF: issue(s, -1, "file", "ERR_NOT_PDF", u->name); break;
	case PDF_DAMAGED: issue(s, -1, "file", "ERR_PDF_DAMAGED", u->name); break;
	case PDF_LOCKED: issue(s, -1, "file", "ERR_PDF_LOCKED", u->name); break;
	}
}

void planform_check(const struct planform_upload *u, struct issues *s)
{
	const struct planform *f = u->form;

	if (!date_set(f->report_date))
		issue(s, -1, "", "ERR_NOT_REPORTED", f->name);
	if (!f->issued.seconds)
		issue(s, -1, "", "ERR_FORM_NOT_ISSUED", f->name);
	if (u->fd < 0)
		issue(s, -1, "file", "ERR_FILE_REQUIRED");
	else
		check_content(u, s);
	if (!u->seal_declared)
		issue(s, -1, "seal", "ERR_SEAL");
}

/* The day that counts is that of the first file, however often it is sent anew. */
static struct date first_day(struct db *db, int64_t id, int64_t *newest)
{
	struct rows *r = db_run(db, &file_first, A(id));

	if (newest)
		*newest = r->n ? row_int(r, 0, "number") : 0;
	return r->n && row_moment(r, 0, "first_uploaded").seconds ? moment_date(row_moment(r, 0, "first_uploaded")) : (struct date){0};
}

static const char *file_json(struct arena *mem, int64_t number, const char *name, const char *sha256)
{
	struct text t = text_new(mem, 1 << 14);
	struct json j = json_new(&t);

	json_begin(&j);
	json_key(&j, "number");
	json_int(&j, number);
	if (name) {
		json_key(&j, "name");
		json_text(&j, name);
		json_key(&j, "sha256");
		json_text(&j, sha256);
	}
	json_end(&j);
	return t.at;
}

bool planform_store(struct db *db, const struct planform_who *by, struct planform_upload *u)
{
	int64_t id = u->form->id, newest;
	struct stored file;

	if (!db_run(db, &planform_hold, A(id))->n)
		return false;
	struct date first = first_day(db, id, &newest);

	store_put(db, u->fd, u->name, "application/pdf", &file);
	u->number = newest + 1;
	db_run(db, &file_put, A(id), A(u->number), A(file.id), A(u->name), A(file.size), A(file.sha256), A(by->now), A(by->account));
	deadline_meet(db, &plan_form_deadline, "trainee", id, date_set(first) ? first : moment_date(by->now));
	note(db, by, "plan-form.upload", id, newest ? file_json(db_arena(db), newest, NULL, NULL) : NULL,
		file_json(db_arena(db), u->number, u->name, file.sha256), NULL);
	return true;
}

bool planform_return(struct db *db, const struct planform_who *by, const struct planform *f, int64_t number, const char *reason)
{
	struct arena *mem = db_arena(db);

	if (!db_run(db, &file_return, A(f->id), A(number), A(by->now), A(by->account), A(reason))->n)
		return false;
	deadline_reopen(db, &plan_form_deadline, "trainee", f->id);
	tell(db, by, f, "plan-form.returned", arena_print(mem, "%s 之實務訓練計畫表（第 %lld 版）核章不全：%s。請補正後重新上傳。",
		f->name, (long long)number, reason));
	note(db, by, "plan-form.return", f->id, NULL, file_json(mem, number, NULL, NULL), reason);
	return true;
}

bool planform_return_undo(struct db *db, const struct planform_who *by, const struct planform *f, int64_t number, const char *reason)
{
	struct arena *mem = db_arena(db);

	if (!db_run(db, &file_return_undo, A(f->id), A(number))->n)
		return false;
	deadline_meet(db, &plan_form_deadline, "trainee", f->id, first_day(db, f->id, NULL));
	tell(db, by, f, "plan-form.returned", arena_print(mem, "%s 之實務訓練計畫表（第 %lld 版）已取消核章不全，無須重新上傳。",
		f->name, (long long)number));
	note(db, by, "plan-form.return-undone", f->id, file_json(mem, number, NULL, NULL), NULL, reason);
	return true;
}
