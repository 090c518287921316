/* number_file.c: numbers of 訓練合格證書 by file, as 考試院 issued them.  What was recorded already is corrected on its page.     PROMO-094 */
#include <stdlib.h>
#include <string.h>

#include "app/audit/audit.h"
#include "app/award/award.sql.h"
#include "app/award/view.h"
#include "app/may.h"
#include "base/random.h"
#include "base/text.h"

enum { LIST_MOST = 8 << 20 };

struct number_row { int64_t year; struct code type; const char *national_id, *name, *number, *document; struct date issued; };

static const struct field row_fields[] = {
	FIELD(number_row, year, INT, EDIT, "年度", .need = true, .least = 2, .most = 999, .example = "105", .hint = "民國年；免訓者為核准之年度"),
	FIELD(number_row, type, CODE, EDIT, "訓練類別", .need = true, .list = promotion_type_codes, .example = "佐升正"),
	FIELD(number_row, national_id, ID, EDIT, "身分證統一編號", .need = true, .privacy = PERSONAL, .example = "A123456789",
		.aliases = "身分證字號|身分證號"),
	FIELD(number_row, name, TEXT, EDIT, "姓名", .most = 60, .privacy = PERSONAL, .example = "王小明", .hint = "有填寫時與名冊核對"),
	FIELD(number_row, number, TEXT, EDIT, "證書字號", .need = true, .most = AWARD_NUMBER_MOST, .example = "105訓佐字第000001號"),
	FIELD(number_row, issued, DATE, EDIT, "發證日期", .need = true, .example = "105/09/20"),
	FIELD(number_row, document, TEXT, EDIT, "考試院發證文號", .need = true, .most = 60, .example = "考臺組字第1050000002號"),
	{0}
};

/* What is stored of a row's participant, and whose the row's number is. */
struct known { int64_t id, version, holder; const char *name, *state, *number, *document; struct date issued; bool twice; };

static void check(struct import *im, struct import_row *row)
{
	struct number_row *n = row->record;

	n->number = text_fold(im->row_mem, n->number);
	if (date_set(n->issued) && date_before(im->today, n->issued))
		import_issue(im, row, "issued", "ERR_DATE_FUTURE", date_text(im->row_mem, im->today));
}

static void *known_of(struct import *im, const struct rows *r, int i)
{
	struct known *k = arena_get(im->piece, sizeof *k);

	*k = (struct known){.id = row_int(r, i, "id"), .version = row_int(r, i, "version"), .name = row_text(r, i, "name"),
		.state = row_text(r, i, "state"), .number = row_text(r, i, "number"), .document = row_text(r, i, "document"),
		.issued = row_date(r, i, "issued")};
	return k;
}

static struct participant_named named(const void *record)
{
	const struct number_row *n = record;

	return (struct participant_named){n->national_id, n->name, n->type.id, n->year};
}

static const char *number_of(const void *at)
{
	return ((const struct number_row *)(*(struct import_row *const *)at)->record)->number;
}

static int by_number(const void *a, const void *b)
{
	return strcmp(number_of(a), number_of(b));
}

/* The rows of known people, by number. */
static struct import_row **sorted(struct import *im, struct import_row *rows, int n, int *count)
{
	struct import_row **all = arena_array(im->piece, (size_t)n, sizeof(struct import_row *));

	*count = 0;
	for (int i = 0; i < n; i++)
		if (rows[i].found)
			all[(*count)++] = &rows[i];
	if (*count)
		qsort(all, (size_t)*count, sizeof(struct import_row *), by_number);
	return all;
}

const char *award_json(struct arena *mem, const char *number)
{
	struct text t = text_new(mem, 1024);
	struct json j = json_new(&t);

	json_list(&j);
	json_text(&j, number);
	json_end(&j);
	return t.at;
}

/* A number stands for one certificate, in the file and among those that are issued. */
static void find_holders(struct import *im, struct import_row *rows, int n)
{
	struct text list = text_new(im->piece, LIST_MOST);
	struct json j = json_new(&list);
	struct import_row **all = sorted(im, rows, n, &n);
	const struct rows *taken;

	json_list(&j);
	for (int i = 0; i < n; i++) {
		((struct known *)all[i]->found)->twice = *number_of(&all[i]) && i && !by_number(&all[i], &all[i - 1]);
		json_text(&j, number_of(&all[i]));
	}
	json_end(&j);
	taken = db_run(im->db, &award_taken, A(list.at));
	for (int i = 0; i < taken->n; i++)
		for (int low = 0, high = n; low < high;) {
			int middle = (low + high) / 2, order = strcmp(number_of(&all[middle]), row_text(taken, i, "number"));

			if (!order)
				((struct known *)all[middle]->found)->holder = row_int(taken, i, "participant");
			low = order < 0 ? middle + 1 : low;
			high = order < 0 ? high : order ? middle : low;
		}
}

static void judge_one(struct import *im, struct import_row *row)
{
	const struct number_row *n = row->record;
	const struct known *k = row->found;
	bool issued = text_is(k->state, participant_states[PARTICIPANT_CERTIFIED].id);

	row->outcome = row->outcome == IMPORT_REJECT ? IMPORT_REJECT : IMPORT_UNCHANGED;
	if (!issued && !text_is(k->state, participant_states[PARTICIPANT_CERTIFICATE_REQUESTED].id))
		import_issue(im, row, "national_id", "ERR_AWARD_STATE", k->name, code_find(participant_states, k->state)->label, "登錄證書字號");
	else if (k->twice || (k->holder && k->holder != k->id))
		import_issue(im, row, "number", "ERR_EXISTS", n->number);
	else if (issued && (!text_is(k->number, n->number) || !text_is(k->document, n->document) || !date_same(k->issued, n->issued)))
		import_issue(im, row, "number", "ERR_AWARD_NUMBERED", k->name, k->number);
	else if (row->outcome != IMPORT_REJECT && !issued)
		row->outcome = IMPORT_UPDATE;
}

static void judge(struct import *im, struct import_row *rows, int n)
{
	participants_find(im, rows, n, &(struct participant_finder){&award_known, named, known_of});
	find_holders(im, rows, n);
	for (int i = 0; i < n; i++)
		if (rows[i].found)
			judge_one(im, &rows[i]);
}

static void change_values(struct import *im, const struct import_row *row, const void *nothing, struct value *to)
{
	(void)nothing;
	const struct known *k = row->found;
	const struct number_row *n = row->record;

	to[0] = A(im->batch), to[1] = A(k->id), to[2] = A(k->version), to[3] = A(n->number), to[4] = A(n->issued), to[5] = A(n->document);
}

static bool put(struct import *im, struct arena *mem, const struct rows *r, int i, bool back)
{
	int64_t id = row_int(r, i, "participant"), version = row_int(r, i, "version");
	struct participant_news news = {.event = back ? PARTICIPANT_ENTRY_WITHDRAWN : PARTICIPANT_CERTIFIES, .account = im->account, .now = im->now,
		.day = back ? im->today : row_date(r, i, "issued"), .document = row_text(r, i, "document"),
		.remark = arena_print(mem, "%s匯入批次 %lld", back ? "復原" : "", (long long)im->batch)};
	struct participant p;

	if (!participant_load(im->db, mem, id, &p) || !participant_can(&p, news.event))
		return false;
	if (!(back ? db_run(im->db, &award_blank, A(id), A(version + 1)) : db_run(im->db, &award_member_issue, A(id), A(row_text(r, i, "number")),
			A(news.day), A(news.document), A(award_code(mem))))->n)
		return false;
	return participant_happen(im->db, &p, &news);
}

static const struct import_staging changes = {
	.put = &award_import_put, .page = &award_import_page, .drop = &award_import_drop, .key = "participant", .values = change_values,
	.take = put,
};

const struct import_kind award_number_kind = {
	.name = "award-numbers", .title = "訓練合格證書字號", .path = "/promotion/awards/import", .may = MAY_PROMOTION_CALL,
	.note = "一列為一位請證中之人員由考試院發給之證書字號。已登錄之字號請於該員之證書頁更正並填寫理由。",
	.fields = row_fields, .size = sizeof(struct number_row), .key = (const char *const[]){"national_id", "year", "type", NULL},
	.form_codes = true, .check = check, .judge = judge, .fills = &changes, .touched_by = &award_import_touched,
};

void award_import_get(struct req *r) { import_upload_page(r, &award_number_kind); }
void award_import_post(struct req *r) { import_upload_post(r, &award_number_kind); }
void award_template_get(struct req *r) { import_template(r, &award_number_kind); }
