/* staff.c: questions about postings.  Knows no page and no file. */
#include "app/staff/staff.h"

#include <string.h>

#include "app/staff/staff.sql.h"
#include "base/text.h"

const struct code posting_states[] = {{"active", "在職"}, {"on_leave", "留職停薪"}, {"left", "離職"}, {0}};
const struct code staff_groups[] = {{"political", "政務人員"}, {"senior", "簡任(派)"}, {"junior", "薦任(派)"}, {"elementary", "委任(派)"},
	{"contract", "聘用約僱"}, {"education", "教育人員"}, {"enterprise", "事業人員"}, {"other", "其他"}, {0}};

int64_t staff_person(struct db *db, const char *national_id)
{
	struct rows *r = db_run(db, &staff_person_of, A(national_id));

	return r->n ? row_int(r, 0, "id") : 0;
}

bool staff_serves(struct db *db, int64_t person, const struct agency_span *where, struct date day)
{
	return db_run(db, &staff_in, A(person), AGENCIES(where), A(day))->n;
}

int64_t staff_count(struct db *db, const struct agency_span *where, struct date day)
{
	return row_int(db_run(db, &staff_roster_count, AGENCIES(where), A(day)), 0, "n");
}

const char *staff_group(const char *class_code, const char *rank_grade)
{
	static const struct { const char *grade, *group; } grades[] = {{"簡任", "senior"}, {"薦任", "junior"}, {"委任", "elementary"}};

	switch (*class_code) {
	case '1': return "political";
	case '3': case '4': return "contract";
	case '6': return "education";
	case '7': return "enterprise";
	case '2': case '5':
		for (size_t i = 0; i < sizeof grades / sizeof *grades; i++)
			if (text_is(rank_grade, grades[i].grade))
				return grades[i].group;
	}
	return "other";
}
