/* course.c: see course.h. */
#include "app/course/private.h"

#include "app/course/course.sql.h"
#include "app/may.h"
#include "base/collate.h"
#include "base/text.h"

const struct code course_modes[] = {{"digital", "數位學習"}, {"physical", "實體學習"}, {"blended", "混成學習"}, {0}},
	course_units[] = {{"hour", "小時"}, {"day", "天"}, {"credit", "學分"}, {0}},
	course_methods[] = {{"nominate", "機關薦送"}, {"free", "自由報名"}, {"closed", "不開放線上報名"}, {0}},
	course_states[] = {[COURSE_WAITING] = {"waiting", "待上線"}, [COURSE_ONLINE] = {"online", "上線"}, [COURSE_OFFLINE] = {"offline", "下線"},
		[COURSE_CANCELLED] = {"cancelled", "停開"}, [COURSE_DELETED] = {"deleted", "已刪除"}, {0}};

/* The EDIT ones stand in the order of CSV-1. */
const struct field course_fields[] = {
	FIELD(course, id, INT, KEY, "編號"),
	FIELD(course, version, INT, KEY, "版本"),
	FIELD(course, agency, INT, MARK, "開課機關"),
	FIELD(course, category, INT, MARK, "課程類別"),
	FIELD(course, agency_code, TEXT, SHOW, "開課機關代碼", .not_sorted = true),
	FIELD(course, agency_name, TEXT, SHOW, "開課機關", .not_sorted = true),
	FIELD(course, course_code, TEXT, EDIT, "課程代碼", .need = true, .most = 20, .example = "A107003", .hint = "英文字母、數字、「-」及「_」"),
	FIELD(course, term_no, INT, EDIT, "期別", .need = true, .least = 1, .most = 9999, .example = "1"),
	FIELD(course, name, TEXT, EDIT, "課程名稱", .need = true, .most = 100, .wide = true, .example = "系統分析"),
	FIELD(course, roc_year, INT, EDIT, "年度", .least = 80, .most = 999, .example = "107", .hint = "與課程開始日期同一年；檔案可留白"),
	FIELD(course, category_code, TEXT, EDIT, "課程類別", .heading = "課程類別代碼", .need = true, .most = 20, .example = "301",
		.hint = "課程類別代碼表中的代碼"),
	FIELD(course, mode, CODE, EDIT, "課程性質", .need = true, .list = course_modes, .numbers = MODE_NUMBERS, .example = "混成學習"),
	FIELD(course, amount, INT, EDIT, "時數(學分)", .need = true, .least = 1, .most = 9999, .example = "1",
		.hint = "整數；1 天換算 6 小時，1 學分換算 18 小時"),
	FIELD(course, unit_of_amount, CODE, EDIT, "認證單位", .need = true, .list = course_units, .numbers = UNIT_NUMBERS, .example = "學分"),
	FIELD(course, digital_hours, INT, EDIT, "數位時數", .most = 179982, .example = "6", .not_sorted = true,
		.hint = "混成學習必填；其他由系統帶入"),
	FIELD(course, physical_hours, INT, EDIT, "實體時數", .most = 179982, .example = "12", .not_sorted = true,
		.hint = "混成學習必填；其他由系統帶入"),
	FIELD(course, start_at, MOMENT, EDIT, "課程開始", .heading = "課程開始日期", .need = true, .example = "107/10/01 09:00",
		.hint = "可加時間，例如 107/10/01 09:00"),
	FIELD(course, end_at, MOMENT, EDIT, "課程結束", .heading = "課程結束日期", .need = true, .until = true, .example = "107/10/30"),
	FIELD(course, time_note, TEXT, EDIT, "上課時間說明", .most = 200, .wide = true, .not_sorted = true),
	FIELD(course, place, TEXT, EDIT, "上課地點", .most = 100, .wide = true, .not_sorted = true, .example = "示範大樓101",
		.hint = "實體學習、混成學習必填"),
	FIELD(course, enroll_method, CODE, EDIT, "報名方式", .need = true, .list = course_methods, .numbers = "1|2|3", .example = "機關薦送"),
	FIELD(course, enroll_from, MOMENT, EDIT, "報名開始", .example = "107/09/01", .hint = "除不開放線上報名外必填", .not_sorted = true),
	FIELD(course, enroll_to, MOMENT, EDIT, "報名結束", .until = true, .example = "107/09/20", .not_sorted = true,
		.hint = "除不開放線上報名外必填"),
	FIELD(course, online_from, MOMENT, EDIT, "上線時間", .example = "107/08/20 09:00", .hint = "留白為立即上線", .not_sorted = true),
	FIELD(course, quota, INT, EDIT, "招收名額", .least = 1, .most = 99999, .example = "20", .not_sorted = true),
	FIELD(course, quota_hard, BOOL, EDIT, "是否限定額滿不再接受報名", .heading = "限定額滿不再接受報名", .example = "N", .not_sorted = true),
	FIELD(course, fee, INT, EDIT, "學習費用", .need = true, .most = 9999999, .example = "0", .hint = "新臺幣元；免費請填 0", .not_sorted = true),
	FIELD(course, agency_limit, TEXT, EDIT, "限某機關同仁報名", .most = 2000, .wide = true, .not_sorted = true, .example = "323000000A;323*",
		.hint = "機關代碼，或代碼的開頭加「*」，以半形「;」分隔；留白為不限"),
	FIELD(course, survey_lodging, BOOL, EDIT, "住宿", .heading = "住宿調查", .example = "N", .not_sorted = true),
	FIELD(course, survey_meal, BOOL, EDIT, "飲食", .heading = "飲食調查", .example = "Y", .not_sorted = true),
	FIELD(course, intro, TEXT, EDIT, "課程簡介", .most = 2000, .lines = true, .not_sorted = true),
	FIELD(course, contact_name, TEXT, EDIT, "聯絡人", .most = 50, .not_sorted = true),
	FIELD(course, contact_phone, TEXT, EDIT, "聯絡電話", .most = 30, .not_sorted = true),
	FIELD(course, contact_email, TEXT, EDIT, "聯絡電子郵件", .most = 100, .not_sorted = true),
	FIELD(course, note, TEXT, EDIT, "備註", .most = 500, .lines = true, .not_sorted = true),
	FIELD(course, category_name, TEXT, SHOW, "課程類別名稱", .not_sorted = true),
	FIELD(course, certified_hours, INT, SHOW, "認證時數"),
	FIELD(course, taken, INT, SHOW, "已報名", .not_sorted = true),
	FIELD(course, state, CODE, SHOW, "上下線狀態", .list = course_states, .not_sorted = true),
	FIELD(course, offline_at, MOMENT, SHOW, "下線時間", .not_sorted = true),
	FIELD(course, cancelled, MOMENT, SHOW, "停開時間", .not_sorted = true),
	FIELD(course, cancel_reason, TEXT, SHOW, "停開原因", .not_sorted = true),
	FIELD(course, transferred, MOMENT, SHOW, "轉出時間", .not_sorted = true),
	FIELD(course, created, MOMENT, SHOW, "建立時間"),
	FIELD(course, created_by, INT, MARK, ""),
	FIELD(course, deleted, MOMENT, MARK, "刪除時間"),
	FIELD(course, deleted_by, INT, MARK, ""),
	FIELD(course, delete_reason, TEXT, MARK, "刪除原因"),
	{0}
};

/* ---- how it stands ---- */

struct moment course_offline(const struct course *c)
{
	return text_is(c->enroll_method.id, "closed") || !c->enroll_to.seconds ? c->end_at : c->enroll_to;
}

enum course_state course_state(const struct course *c, struct moment now)
{
	if (c->deleted.seconds)
		return COURSE_DELETED;
	if (c->cancelled.seconds)
		return COURSE_CANCELLED;
	if (now.seconds < c->online_from.seconds)
		return COURSE_WAITING;
	return c->offline_at.seconds || now.seconds > course_offline(c).seconds ? COURSE_OFFLINE : COURSE_ONLINE;
}

bool course_ended(const struct course *c, struct moment now)
{
	return !c->cancelled.seconds && now.seconds > c->end_at.seconds;
}

bool course_takes(const struct course *c, struct moment now)
{
	return course_state(c, now) == COURSE_ONLINE && !text_is(c->enroll_method.id, "closed") && now.seconds >= c->enroll_from.seconds;
}

/* ---- finding and making one ---- */

bool course_load(struct db *db, struct arena *mem, int64_t id, struct course *to)
{
	*to = (struct course){0};
	return record_load(mem, db_run(db, &course_one, A(id)), course_fields, to);
}

bool course_find(struct db *db, struct arena *mem, int64_t agency, const char *code, int64_t term, struct course *to)
{
	*to = (struct course){0};
	return record_load(mem, db_run(db, &course_by_key, A(agency), A(code), A(term)), course_fields, to);
}

const char *course_label(struct arena *mem, const struct course *c)
{
	return arena_print(mem, "%s（%s 第 %lld 期）", c->name, c->course_code, (long long)c->term_no);
}

static bool is_timed(struct moment m, bool until)
{
	return m.seconds != day_begins(moment_date(m)).seconds + (until ? DAY_SECONDS - 1 : 0);
}

void course_values(struct arena *mem, const struct course *c, struct value to[COURSE_VALUES])
{
	int n = 0;

	to[n++] = A(c->course_code), to[n++] = A(c->term_no), to[n++] = A(c->name), to[n++] = A(collate_key(mem, c->name));
	to[n++] = A(text_upper(mem, c->name)), to[n++] = A(c->roc_year), to[n++] = A(c->category), to[n++] = A(c->mode.id);
	to[n++] = A(c->amount), to[n++] = A(c->unit_of_amount.id), to[n++] = A(c->certified_hours), to[n++] = A(c->digital_hours);
	to[n++] = A(c->physical_hours), to[n++] = A(c->start_at), to[n++] = A(c->end_at), to[n++] = A(is_timed(c->start_at, false));
	to[n++] = A(is_timed(c->end_at, true)), to[n++] = A(c->time_note), to[n++] = A(c->place), to[n++] = A(c->enroll_method.id);
	to[n++] = A(c->enroll_from), to[n++] = A(c->enroll_to), to[n++] = A(c->online_from), to[n++] = value_id_or_null(c->quota);
	to[n++] = A(c->quota_hard), to[n++] = A(c->fee), to[n++] = A(c->agency_limit), to[n++] = A(c->survey_lodging);
	to[n++] = A(c->survey_meal), to[n++] = A(c->intro), to[n++] = A(c->contact_name), to[n++] = A(c->contact_phone);
	to[n++] = A(c->contact_email), to[n++] = A(c->note);
}

int64_t course_put(struct db *db, const struct course *c)
{
	struct value values[COURSE_VALUES + 4] = {A(c->agency)};

	if (db_run(db, &course_id_of, A(c->agency), A(c->course_code), A(c->term_no))->n)
		return 0;
	course_values(db_arena(db), c, values + 1);
	values[COURSE_VALUES + 1] = A(c->created), values[COURSE_VALUES + 2] = A(c->created_by);
	db_run_values(db, &course_put_row, values, COURSE_VALUES + 4);
	if (db_undone(db))
		return 0;
	int64_t id = row_int(db_run(db, &course_id_of, A(c->agency), A(c->course_code), A(c->term_no)), 0, "id");

	course_changed(db, id);
	return id;
}

void course_changed(struct db *db, int64_t course)
{
	db_run(db, &course_mark, A(course));
}

void courses_changed(struct db *db, int64_t agency)
{
	db_run(db, &course_mark_all, A(agency));
}

enum scope course_scope(struct req *r, const char *parameter, int64_t id)
{
	struct course c;

	(void)parameter;
	if (!course_load(r->db, r->mem, id, &c))
		return SCOPE_HIDDEN;
	return r->who->all_agencies || c.agency == r->who->agency ? SCOPE_OK : SCOPE_HIDDEN;
}

/* ---- what hangs on it ---- */

static const struct course_follower *const *followers;

void course_followers(const struct course_follower *const *all)
{
	followers = all;
}

struct course_use course_use(struct db *db, int64_t course)
{
	struct course_use use = {0};

	for (const struct course_follower *const *f = followers; f && *f; f++)
		if ((*f)->count)
			(*f)->count(db, course, &use);
	return use;
}

void course_tell_cancelled(struct db *db, const struct course *c, int64_t account, struct moment now)
{
	for (const struct course_follower *const *f = followers; f && *f; f++)
		if ((*f)->cancelled)
			(*f)->cancelled(db, c, account, now);
}

void course_tell_changed(struct db *db, const struct course *before, const struct course *after, int64_t account, struct moment now)
{
	for (const struct course_follower *const *f = followers; f && *f; f++)
		if ((*f)->changed)
			(*f)->changed(db, before, after, account, now);
}
