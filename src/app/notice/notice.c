/* notice.c: see notice.h. */
#include "app/notice/notice.h"
#include "app/notice/notice.sql.h"
#include "job/job.h"

void notice_add(struct db *db, const struct notice *n)
{
	db_run(db, &notice_put, A(n->agency), A(n->account), A(n->kind), A(n->subject_kind ? n->subject_kind : ""), A(n->subject),
		A(n->text), A(n->link ? n->link : ""), A(job_now()));
}

static void from_row(struct arena *mem, const struct rows *r, int i, struct notice *to)
{
	*to = (struct notice){
		.id = row_int(r, i, "id"), .agency = row_int(r, i, "agency"), .account = row_int(r, i, "account"),
		.kind = arena_text(mem, row_text(r, i, "kind")), .subject_kind = arena_text(mem, row_text(r, i, "subject_kind")),
		.subject = row_int(r, i, "subject"), .text = arena_text(mem, row_text(r, i, "text")),
		.link = *row_text(r, i, "link") ? arena_text(mem, row_text(r, i, "link")) : NULL,
		.made = row_moment(r, i, "made"), .seen = row_moment(r, i, "seen"),
	};
}

/* Whom the agency's notices are for: 0 stands for all of it. */
static int64_t everyone(int64_t reader)
{
	return reader < 0 ? -reader : 0;
}

static int64_t account_of(int64_t reader)
{
	return reader < 0 ? -reader : reader;
}

struct notices notice_list(struct db *db, struct arena *mem, int64_t agency, int64_t reader, bool seen, int most, int skip)
{
	struct rows *r = db_run(db, &notice_rows, A(agency), A(account_of(reader)), A(seen), A(most), A(skip), A(everyone(reader)));
	struct notices list = {.n = r->n, .at = arena_array(mem, (size_t)r->n, sizeof(*list.at))};

	for (int i = 0; i < r->n; i++)
		from_row(mem, r, i, &list.at[i]);
	list.total = r->n ? row_int(r, 0, "total") : 0;
	return list;
}

int64_t notice_count(struct db *db, int64_t agency, int64_t reader)
{
	struct rows *r = db_run(db, &notice_new_n, A(agency), A(account_of(reader)), A(everyone(reader)));

	return r->n ? row_int(r, 0, "n") : 0;
}

bool notice_seen(struct db *db, int64_t agency, int64_t reader, int64_t id)
{
	db_run(db, &notice_was_seen, A(id), A(agency), A(account_of(reader)), A(job_now()), A(everyone(reader)));
	return db_changed(db) > 0;
}

void notice_hand_over(struct db *db, const char *subject_kind, int64_t subject, int64_t from, int64_t to)
{
	db_run(db, &notice_given_over, A(from), A(subject_kind), A(subject), A(to));
}

void notice_over(struct db *db, int64_t agency, const char *kind, const char *subject_kind, int64_t subject)
{
	db_run(db, &notice_is_over, A(agency), A(kind), A(subject_kind), A(subject), A(job_now()));
}
