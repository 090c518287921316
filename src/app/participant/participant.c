/* participant.c: a participant as stored: read, begun with the acceptance of a roster, put into a class; and who may see one. */
#include "app/participant/private.h"

#include "app/audit/audit.h"
#include "app/may.h"
#include "app/participant/participant.sql.h"
#include "base/text.h"

const struct field participant_fields[] = {
	FIELD(participant, id, INT, KEY, "編號"),
	FIELD(participant, version, INT, KEY, "版本"),
	FIELD(participant, selector, INT, MARK, ""),
	FIELD(participant, agency, INT, MARK, ""),
	FIELD(participant, institute, INT, MARK, ""),
	FIELD(participant, class, INT, MARK, ""),
	FIELD(participant, nominee, INT, MARK, ""),
	FIELD(participant, substitute_of, INT, MARK, ""),
	FIELD(participant, makeup_of, INT, MARK, ""),
	FIELD(participant, year, INT, SHOW, "年度"),
	FIELD(participant, type, CODE, SHOW, "訓練類別", .list = promotion_type_codes),
	FIELD(participant, place, INT, SHOW, "受訓序列"),
	FIELD(participant, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(participant, national_id, ID, SHOW, "身分證統一編號", .privacy = PERSONAL, .not_sorted = true),
	FIELD(participant, sex, CODE, SHOW, "性別", .list = sex_codes, .not_sorted = true),
	FIELD(participant, birth_date, DATE, SHOW, "出生日期", .privacy = PERSONAL, .not_sorted = true),
	FIELD(participant, agency_code, TEXT, SHOW, "服務機關代碼", .not_sorted = true),
	FIELD(participant, agency_name, TEXT, SHOW, "服務機關", .not_sorted = true),
	FIELD(participant, title, TEXT, SHOW, "職稱", .not_sorted = true),
	FIELD(participant, selector_code, TEXT, SHOW, "遴選機關代碼", .not_sorted = true),
	FIELD(participant, selector_name, TEXT, SHOW, "遴選機關", .not_sorted = true),
	FIELD(participant, outcome, CODE, SHOW, "正選/備選", .list = outcome_codes, .not_sorted = true),
	FIELD(participant, origin, CODE, SHOW, "參訓身分", .list = origin_codes, .not_sorted = true),
	FIELD(participant, cost, CODE, SHOW, "公費/自費", .list = cost_codes, .not_sorted = true),
	FIELD(participant, state, CODE, SHOW, "狀態", .list = participant_states),
	FIELD(participant, institute_name, TEXT, SHOW, "訓練機關（構）、學校", .not_sorted = true),
	FIELD(participant, class_from, DATE, SHOW, "開訓日", .not_sorted = true),
	FIELD(participant, class_until, DATE, SHOW, "結訓日", .not_sorted = true),
	{0}
};

bool participant_load(struct db *db, struct arena *mem, int64_t id, struct participant *to)
{
	return record_load(mem, db_run(db, &participant_by_id, A(id)), participant_fields, to);
}

bool participant_find(struct db *db, struct arena *mem, const char *type, int64_t year, const char *national_id, struct participant *to)
{
	return record_load(mem, db_run(db, &participant_by_person, A(national_id), A(type), A(year)), participant_fields, to);
}

static struct participants all_of(struct arena *mem, const struct rows *r)
{
	return (struct participants){r->n, records_load(mem, r, participant_fields, sizeof(struct participant))};
}

struct participants participants_of(struct db *db, struct arena *mem, const char *type, int64_t year, int64_t selector, const char *state)
{
	return all_of(mem, db_run(db, &participants_by_selector, A(selector), A(selector ? selector : INT64_MAX), A(type), A(year),
		A(state ? state : "")));
}

struct participants participants_of_person(struct db *db, struct arena *mem, const char *national_id)
{
	return all_of(mem, db_run(db, &participants_by_person, A(national_id)));
}

struct rows *participant_history(struct db *db, int64_t id)
{
	return db_run(db, &participant_events_of, A(id));
}

const char *participant_about(struct arena *mem, const struct participant *p)
{
	return arena_print(mem, "%s（%lld年度%s）", p->name, (long long)p->year, p->type.label);
}

/* LAW: 佐升正訓練辦法§19, §20; the statement counts the other two apart from the places */
bool participant_allotted(const struct participant *p)
{
	return !text_is(p->origin.id, "makeup_no_quota") && !text_is(p->origin.id, "failed_reselected");
}

/* ---- begun ---- */

int64_t participant_add(struct db *db, const struct participant *p, const struct participant_news *news)
{
	struct participant begun = *p;
	struct rows *put;

	begun.state = participant_states[news->event == PARTICIPANT_PROPOSED ? PARTICIPANT_OMITTED :
		text_is(p->outcome.id, "reserve") ? PARTICIPANT_RESERVE : PARTICIPANT_WAITING];
	put = db_run(db, &participant_put, A(p->type.id), A(p->year), A(p->national_id), A(p->name), A(p->sex.id ? p->sex.id : ""),
		A(p->birth_date), A(p->title ? p->title : ""), A(p->selector), A(p->agency_code), A(p->agency_name),
		value_id_or_null(p->nominee), A(p->outcome.id), A(p->origin.id),
		A(p->cost.id), A(p->place), value_id_or_null(p->makeup_of), A(begun.state.id));
	if (!put->n)
		return 0;
	begun.id = row_int(put, 0, "id");
	begun.agency = row_int(put, 0, "agency");
	participant_event_keep(db, &begun, "", news);
	return begun.id;
}

void participants_accept(struct db *db, const struct participants *all, const struct participant_news *news)
{
	for (int i = 0; i < all->n; i++)
		if (!participant_add(db, &all->at[i], news))
			db_run(db, &participant_on_roster, A(all->at[i].national_id), A(all->at[i].type.id), A(all->at[i].year),
				A(all->at[i].nominee), A(all->at[i].place), A(all->at[i].title));
}

bool participant_assign(struct db *db, struct participant *p, int64_t class, int64_t institute, struct date from, struct date until,
	const struct participant_news *news)
{
	if (!db_run(db, &participant_class_set, A(p->id), A(p->version), value_id_or_null(class), value_id_or_null(institute), A(from),
			A(until))->n)
		return false;
	p->version++;
	p->class = class;
	p->institute = institute;
	p->class_from = from;
	p->class_until = until;
	audit_add(db, &(struct audit_event){.account = news->account, .agency = p->agency, .address = news->address,
		.action = "participant.assign",
		.subject_kind = "participant", .subject = p->id, .after = arena_print(db_arena(db), "{\"class\":%lld}", (long long)class),
		.at = news->now});
	return true;
}

/* ---- who ---- */

uint64_t participant_may(const struct participant *p, uint64_t may, int64_t agency, bool all_agencies)
{
	if (may & MAY_PROMOTION_EDIT && p->agency == agency)
		may |= MAY_AT_SERVICE;
	if (may & MAY_PROMOTION_EDIT && p->selector == agency)
		may |= MAY_AT_SELECTING;
	if (!all_agencies && p->institute != agency)
		may &= ~MAY_CLASS;
	return may;
}

enum scope participant_scope(struct req *r, const char *parameter, int64_t id)
{
	struct rows *whose = db_run(r->db, &participant_whose, A(id));
	int64_t own = r->who->agency;

	(void)parameter;
	if (!whose->n)
		return SCOPE_NONE;
	return r->who->all_agencies || row_int(whose, 0, "agency") == own || row_int(whose, 0, "selector") == own ||
		row_int(whose, 0, "institute") == own ? SCOPE_OK : SCOPE_FOREIGN;
}

struct url participant_url(const struct req *r, int64_t id)
{
	return req_url(r, "/promotion/participants/%lld", (long long)id);
}
