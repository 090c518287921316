/* subject.c: the trainee as a subject of records, and where a request says which subject it is about. */
#include <stdarg.h>
#include <string.h>

#include "app/life/life.sql.h"
#include "app/life/view.h"
#include "base/text.h"
#include "web/route.h"

static bool load_trainee(struct db *db, struct arena *mem, int64_t id, struct life *l)
{
	if (!trainee_load(db, mem, id, &l->t) || !training_load(db, mem, id, &l->training))
		return false;
	l->plan = l->training.plan;
	l->subject.agency = l->t.agency;
	l->subject.name = l->t.name;
	l->subject.national_id = l->t.national_id;
	l->subject.agency_name = l->t.agency_name;
	l->subject.what = trainee_exam(mem, &l->t);
	l->subject.about = arena_print(mem, "%s（%lld年%s）", l->t.name, (long long)l->t.exam_year, l->t.exam_name);
	return true;
}

static const char *no_use(const struct life_case *c)
{
	const struct training *t = &c->life->training;
	const char *cited = c->kind->citation ? c->kind->citation(c->life) : "";

	if (*cited)
		cited = arena_print(c->mem, "（%s）", cited);
	return arena_print(c->mem, "%s目前不符辦理「%s」之要件%s：受訓狀態為「%s」，基礎訓練為「%s」。"
		"請由該員之訓練紀錄頁選擇目前可辦理之事項；狀態有誤時，請先更正造成該狀態之紀錄。",
		c->life->t.name, c->kind->title, cited, training_states[t->state].label, bt_states[t->bt].label);
}

static const struct life_station stations[] = {
	{LIFE_COMMISSION, 1, MAY_COMMISSION, "保訓會", "life.at-commission", NULL},
	{LIFE_COLLEGE, 2, MAY_COLLEGE, "國家文官學院", "life.at-college", NULL}, {0}
};

const struct life_subject_kind life_trainee = {.name = "trainee", .page = "/trainees", .records = "/records", .load = load_trainee,
	.scope = trainee_scope, .no_use = no_use, .stations = stations};

/* ---- of a request ---- */

struct life_who life_who_of(const struct req *r)
{
	return (struct life_who){.account = r->who->account, .agency = r->who->agency, .name = r->who->full_name, .address = r->wire->address,
		.now = r->now, .may = r->who->may, .all_agencies = r->who->all_agencies, .applicant = r->who->person != 0};
}

struct life_who life_who_for(const struct req *r, const struct life *l)
{
	struct life_who who = life_who_of(r);

	if (l->subject.kind->may)
		who.may = l->subject.kind->may(l, &who);
	return who;
}

bool life_is_at(const struct req *r, const char *address)
{
	return text_starts(r->route->path, address) && r->route->path[strlen(address)] == '/';
}

struct life *life_of_subject(struct req *r, const struct life_subject_kind *kind, int64_t id)
{
	struct life *l = arena_get(r->mem, sizeof *l);

	if (life_load_of(r->db, r->mem, kind, id, r->today, l))
		return l;
	reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
	return NULL;
}

struct life *life_of_record(struct req *r, struct life_record **record)
{
	struct rows *where = db_run(r->db, &life_where, A(r->id[0]));
	const struct life_kind *k = where->n ? life_kind_named(row_text(where, 0, "kind")) : NULL;
	struct life *l = NULL;

	if (!k || !life_is_at(r, life_subject_of(k)->records))
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
	else
		l = life_of_subject(r, life_subject_of(k), row_int(where, 0, "subject"));
	if (!l)
		return NULL;
	struct life_who who = life_who_for(r, l);

	*record = life_find(l, r->id[0]);
	if (!*record) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return NULL;
	}
	if (!life_may_see_record(*record, &who)) {
		reply_refuse(r, 403, "ERR_NO_RIGHT", (*record)->kind->title);
		return NULL;
	}
	return l;
}

enum scope life_record_scope(struct req *r, const char *parameter, int64_t record)
{
	struct rows *where = db_run(r->db, &life_where, A(record));
	const struct life_kind *k = where->n ? life_kind_named(row_text(where, 0, "kind")) : NULL;

	return k ? life_subject_of(k)->scope(r, parameter, row_int(where, 0, "subject")) : SCOPE_NONE;
}

/* ---- addresses ---- */

struct url life_url(const struct req *r, const char *below, const char *format, ...)
{
	va_list args;
	struct url u;

	va_start(args, format);
	u = url_under(r->mem, arena_print(r->mem, "%s%s", r->app->base, below), format, args);
	va_end(args);
	return u;
}

struct url life_record_url(const struct req *r, const struct life_record *x)
{
	return life_url(r, life_subject_of(x->kind)->records, "/%lld", (long long)x->id);
}

struct url life_home_url(const struct req *r, const struct life *l, bool all)
{
	long long id = (long long)l->subject.id;

	if (r->who->person)
		return req_url(r, "/apply/home");
	return all && !l->participant ? life_url(r, l->subject.kind->page, "/%lld/records", id) : life_url(r, l->subject.kind->page, "/%lld", id);
}

struct url life_begin_url(const struct req *r, const struct life *l, const struct life_kind *k)
{
	return life_url(r, l->subject.kind->page, "/%lld/records/%s", (long long)l->subject.id, k->name);
}
