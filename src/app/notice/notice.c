/* notice.c: see notice.h. */
#include "app/notice/notice.h"
#include "app/notice/notice.sql.h"
#include "base/log.h"
#include "base/text.h"
#include "job/job.h"

static const struct notice_right *rights;

void notice_rights(const struct notice_right *all)
{
	rights = all;
}

/* An agency's notice that nobody could read would be lost without a trace. */
static void must_be_readable(const struct notice *n)
{
	const struct notice_right *x = rights;

	while (x && x->subject_kind && !text_is(n->subject_kind, x->subject_kind))
		x++;
	if (x && !x->subject_kind)
		fail("nobody may read a notice about \"%s\"", n->subject_kind ? n->subject_kind : "");
}

void notice_add(struct db *db, const struct notice *n)
{
	if (!n->account)
		must_be_readable(n);
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

/* " trainee serial ": the kinds of subjects that the agency as a whole is told of and this account may read. */
static const char *kinds_of(struct arena *mem, const struct who *w)
{
	const char *kinds = " ";

	for (const struct notice_right *x = w->own_trainees ? NULL : rights; x && x->subject_kind; x++)
		if (x->may & w->may)
			kinds = arena_print(mem, "%s%s ", kinds, x->subject_kind);
	return kinds;
}

struct notices notice_list(struct db *db, struct arena *mem, const struct who *w, bool seen, int most, int skip)
{
	struct rows *r = db_run(db, &notice_rows, A(w->agency), A(w->account), A(seen), A(most), A(skip), A(kinds_of(mem, w)));
	struct notices list = {.n = r->n, .at = arena_array(mem, (size_t)r->n, sizeof(*list.at))};

	for (int i = 0; i < r->n; i++)
		from_row(mem, r, i, &list.at[i]);
	list.total = r->n ? row_int(r, 0, "total") : 0;
	return list;
}

int64_t notice_count(struct db *db, struct arena *mem, const struct who *w)
{
	struct rows *r = db_run(db, &notice_new_n, A(w->agency), A(w->account), A(kinds_of(mem, w)));

	return r->n ? row_int(r, 0, "n") : 0;
}

bool notice_seen(struct db *db, struct arena *mem, const struct who *w, int64_t id)
{
	db_run(db, &notice_was_seen, A(id), A(w->agency), A(w->account), A(job_now()), A(kinds_of(mem, w)));
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
