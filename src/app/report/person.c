/* person.c: the columns of a list of persons behind a number.                                                    LEARN-015, 041 */
#include "app/personal/personal.h"
#include "app/report/private.h"
#include "app/staff/staff.h"
#include "base/text.h"

const struct field report_person_fields[] = {
	REPORT_WHO(report_person),
	FIELD(report_person, courses, INT, SHOW, "課程數", .not_sorted = true),
	FIELD(report_person, hours, INT, SHOW, "總時數", .not_sorted = true),
	FIELD(report_person, digital, INT, SHOW, "數位時數", .not_sorted = true),
	FIELD(report_person, physical, INT, SHOW, "實體時數", .not_sorted = true),
	FIELD(report_person, business, INT, SHOW, "業務相關時數", .not_sorted = true),
	FIELD(report_person, class_code, TEXT, MARK, ""), FIELD(report_person, rank_grade, TEXT, MARK, ""),
	{0}
};

/* Rows of a file come piece by piece: the number goes on.  report_list_get begins anew. */
static int64_t numbered;

void report_number_from(int64_t n)
{
	numbered = n;
}

void report_person_complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct report_person *p = rows;
	bool full = personal_is_full(l->r);

	if (l->r->as == AS_PAGE || l->r->json)
		numbered = (int64_t)(l->page - 1) * l->per;
	for (int i = 0; i < n; i++) {
		p[i].number = ++numbered;
		p[i].national_id = personal_id(mem, p[i].national_id, full);
		const struct code *group = *p[i].class_code ? code_find(staff_groups, staff_group(p[i].class_code, p[i].rank_grade)) : NULL;

		if (!*p[i].group_name && group)
			p[i].group_name = group->label;
	}
}
