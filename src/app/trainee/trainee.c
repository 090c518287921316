/* trainee.c: the record of an admitted person, whose it is, and moving it between agencies. */
#include "app/notice/notice.h"
#include "app/trainee/trainee.h"

#include <string.h>

#include "app/audit/audit.h"
#include "app/trainee/trainee.sql.h"
#include "app/training/training.h"
#include "base/text.h"

const struct code form_state_codes[] = {
	{"absent", "未報到"}, {"not_issued", "未下載"}, {"waiting", "待上傳"}, {"uploaded", "已上傳"},
	{"overdue", "逾期未上傳"}, {"uploaded_late", "逾期上傳"}, {"returned", "核章不全"}, {0}
};

const char *form_state_class(struct code state)
{
	static const char *const looks[][2] = {{"waiting", "soon"}, {"not_issued", "soon"}, {"uploaded", "done"},
		{"overdue", "late"}, {"uploaded_late", "late"}, {"returned", "late"}};

	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
		if (text_is(state.id, looks[i][0]))
			return looks[i][1];
	return "plain";
}

static const struct code due_state_codes[] = {{"open", "進行中"}, {"met", "已完成"}, {"cancelled", "已取消"}, {0}};

const struct field trainee_fields[] = {
	FIELD(trainee, id, INT, KEY, "編號"),
	FIELD(trainee, version, INT, KEY, "版本"),
	FIELD(trainee, person, INT, MARK, ""),
	FIELD(trainee, exam, INT, MARK, ""),
	FIELD(trainee, agency, INT, MARK, ""),
	FIELD(trainee, former_agency, INT, MARK, ""),
	FIELD(trainee, plan, TEXT, MARK, ""),
	FIELD(trainee, plan_due_days, INT, MARK, ""),
	FIELD(trainee, file_number, INT, MARK, ""),
	FIELD(trainee, training_supervisor, BOOL, MARK, ""),
	FIELD(trainee, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(trainee, national_id, ID, SHOW, "身分證字號", .privacy = PERSONAL),
	FIELD(trainee, sex, CODE, SHOW, "性別", .list = sex_codes),
	FIELD(trainee, birth_date, DATE, SHOW, "出生日期", .privacy = PERSONAL),
	FIELD(trainee, exam_year, INT, SHOW, "年度"),
	FIELD(trainee, exam_code, TEXT, SHOW, "考試代碼"),
	FIELD(trainee, exam_name, TEXT, SHOW, "考試名稱"),
	FIELD(trainee, exam_level, TEXT, SHOW, "考試等級"),
	FIELD(trainee, exam_category, TEXT, SHOW, "考試類科"),
	FIELD(trainee, agency_code, TEXT, SHOW, "機關代碼"),
	FIELD(trainee, agency_name, TEXT, SHOW, "機關名稱"),
	FIELD(trainee, taken_over, MOMENT, SHOW, "轉入時間"),
	FIELD(trainee, report_date, DATE, SHOW, "報到日期"),
	FIELD(trainee, report_entered, MOMENT, SHOW, "登錄時間"),
	FIELD(trainee, due, DATE, SHOW, "上傳期限"),
	FIELD(trainee, provisional, BOOL, MARK, ""),
	FIELD(trainee, due_state, CODE, MARK, "", .list = due_state_codes),
	FIELD(trainee, met, DATE, SHOW, "首次上傳日"),
	FIELD(trainee, issued, MOMENT, SHOW, "下載時間"),
	FIELD(trainee, file_returned, MOMENT, MARK, ""),
	{0}
};

const struct field trainee_list_fields[] = {
	FIELD(trainee, id, INT, KEY, "編號"),
	FIELD(trainee, version, INT, KEY, "版本"),
	FIELD(trainee, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(trainee, national_id, ID, SHOW, "身分證字號", .privacy = PERSONAL),
	FIELD(trainee, sex, CODE, SHOW, "性別", .list = sex_codes),
	FIELD(trainee, exam_year, INT, MARK, "年度"),
	FIELD(trainee, exam_code, TEXT, MARK, "考試代碼"),
	FIELD(trainee, exam_name, TEXT, SHOW, "考試名稱"),
	FIELD(trainee, exam_level, TEXT, SHOW, "考試等級"),
	FIELD(trainee, exam_category, TEXT, SHOW, "考試類科"),
	FIELD(trainee, report_date, DATE, SHOW, "報到日期"),
	FIELD(trainee, report_entered, MOMENT, MARK, "登錄時間"),
	FIELD(trainee, due, DATE, SHOW, "上傳期限"),
	FIELD(trainee, provisional, BOOL, MARK, "暫算"),
	FIELD(trainee, form_state, CODE, SHOW, "狀態", .list = form_state_codes, .not_sorted = true),
	{0}
};

bool trainee_load(struct db *db, struct arena *mem, int64_t id, struct trainee *t)
{
	struct rows *r = db_run(db, &trainee_one, A(id));

	return record_load(mem, r, trainee_fields, t);
}

void trainee_soon(struct db *db, int64_t id)
{
	db_soon(db, &trainee_one, A(id));
}

/* Nothing tells a foreign person from one that does not exist.   ACMS-011, PLAN-087 */
enum scope trainee_scope(struct req *r, const char *parameter, int64_t id)
{
	struct rows *t = db_run(r->db, &trainee_agency, A(id));

	(void)parameter;
	if (r->who->person)
		return t->n && row_int(t, 0, "person") == r->who->person ? SCOPE_OK : SCOPE_FOREIGN;
	if (r->who->all_agencies)
		return t->n ? SCOPE_OK : SCOPE_NONE;
	if (!t->n || row_int(t, 0, "agency") != r->who->agency)
		return r->who->own_trainees ? SCOPE_UNASSIGNED : SCOPE_FOREIGN;
	return !r->who->own_trainees || grant_holds(r->db, r->who, id, r->today) ? SCOPE_OK : SCOPE_UNASSIGNED;
}

const char *trainee_exam(struct arena *mem, const struct trainee *t)
{
	return arena_print(mem, "%lld年 %s", (long long)t->exam_year, exam_label(mem, t->exam_code, t->exam_name));
}

/* Another agency's person may be taken while that agency has entered nothing; who waits to be allocated once more, in any case; who is
 * stopped stays where the allocation was.  The state itself is nothing that a stranger is told.        LAW: 訓練計畫第12點第4款 */
void trainee_check_take_over(struct db *db, struct issues *issues, const struct trainee *t, int64_t agency, const char *contact)
{
	struct training now;
	bool known = training_load(db, issues->mem, t->id, &now);

	if (agency && t->agency == agency)
		issue(issues, -1, "", "ERR_ALREADY_OWN", t->name);
	else if (t->agency && date_set(t->report_date) && !(known && now.state == WAIT_ALLOCATION))
		issue(issues, -1, "", "ERR_OWNED", t->name, t->agency_name, contact);
	else if (known && !training_takeable(&now))
		issue(issues, -1, "", "ERR_NOT_TAKEABLE", t->name);
}

static void (*const *along)(struct db *, int64_t, int64_t);

void trainee_goes_along(void (*const *those)(struct db *, int64_t admission, int64_t agency))
{
	along = those;
}

/* Who loses somebody must hear of it: the person is on none of that agency's lists any more. */
static void tell_loser(struct db *db, const struct trainee_move *m)
{
	struct rows *t = db_run(db, &trainee_about, A(m->admission));

	notice_add(db, &(struct notice){.agency = m->from, .kind = "trainee.moved", .subject_kind = "trainee", .subject = m->admission,
		.made = m->now, .text = arena_print(db_arena(db), "%s（%lld年 %s）%s，已不在貴機關人員之列；如有疑義請洽保訓會。",
		row_text(t, 0, "name"), (long long)row_int(t, 0, "exam_year"), row_text(t, 0, "exam_code"), m->how)});
}

void trainee_moved(struct db *db, const struct trainee_move *m)
{
	const struct training_news news = {.account = m->account, .address = m->address, .now = m->now, .remark = m->reason};

	deadline_hand_over(db, "trainee", m->admission, m->to);
	notice_hand_over(db, "trainee", m->admission, m->from, m->to);
	for (int i = 0; along && along[i]; i++)
		along[i](db, m->admission, m->to);
	if (m->back)
		training_given_back(db, m->admission, m->taken_over, &news);
	else
		training_taken(db, m->admission, &news);
	if (m->from)
		tell_loser(db, m);
}

bool trainee_take_over(struct db *db, const struct trainee *t, int64_t agency, const struct who *who, const char *address,
	struct moment now, const char *reason)
{
	struct arena *mem = db_arena(db);

	if (!db_run(db, &trainee_take, A(t->id), A(t->version), A(agency), A(now))->n)
		return false;
	trainee_moved(db, &(struct trainee_move){.admission = t->id, .from = t->agency, .to = agency, .how = "已轉為其他機關人員",
		.account = who->account, .address = address, .reason = reason, .now = now});
	audit_add(db, &(struct audit_event){.account = who->account, .agency = who->agency, .address = address,
		.action = "trainee.take-over", .subject_kind = "trainee", .subject = t->id, .reason = reason, .at = now,
		.before = arena_print(mem, "{\"agency\":%lld}", (long long)t->agency),
		.after = arena_print(mem, "{\"agency\":%lld}", (long long)agency)});
	return true;
}
