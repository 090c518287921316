/* search.c: the conditions that the pages of plan forms have in common.   ACMS-038, 045, 051 */
#include <ctype.h>

#include "app/planform/view.h"
#include "base/text.h"

static const struct field search_fields[] = {
	{.name = "exam_year", .label = "年度", .kind = K_INT, .use = EDIT, .need = true, .least = 1, .most = 999},
	{.name = "exam_code", .label = "考試名稱", .kind = K_TEXT},
	{.name = "sex", .label = "性別", .kind = K_CODE, .list = sex_codes},
	{.name = "letter", .label = "身分證字號英文字母", .kind = K_TEXT},
	{.name = "tick", .label = "勾選", .kind = K_TEXT},
	{.name = "trainee", .label = "受訓人員", .kind = K_INT},
	{.name = "file", .label = "檔案", .kind = K_TEXT},
	{.name = "seal", .label = "本檔案已完成核章", .kind = K_BOOL},
	{0}
};

/* The same, for the description of the API. */
const struct field search_query[] = {
	{.name = "exam_year", .label = "年度；沒有 state 時必填", .kind = K_INT, .least = 1, .most = 999},
	{.name = "exam_code", .label = "考試代碼", .kind = K_TEXT, .most = 3},
	{.name = "sex", .label = "性別", .kind = K_CODE, .list = sex_codes},
	{.name = "letter", .label = "身分證字號英文字母", .kind = K_TEXT, .most = 1},
	{.name = "agency", .label = "機關代碼", .kind = K_TEXT, .most = 10},
	{.name = "state", .label = "實務訓練計畫表的狀態", .kind = K_CODE, .list = form_state_codes},
	{0}
};

/* A form that is shown again brings the conditions that its page was searched with. */
const char *const search_names[] = {"exam_year", "exam_code", "sex", "letter", NULL};

static const char *read_letter(struct req *r)
{
	char *letter = text_upper(r->mem, req_query(r, "letter"));

	if (!*letter || (letter[0] >= 'A' && letter[0] <= 'Z' && !letter[1]))
		return letter;
	issue(&r->issues, -1, "letter", "ERR_LETTER", req_query(r, "letter"));
	return "";
}

static const char *read_sex(struct req *r)
{
	const char *typed = req_query(r, "sex");
	const struct code *sex = code_find(sex_codes, typed);

	if (*typed && !sex)
		issue(&r->issues, -1, "sex", "ERR_CODE", typed, code_labels(r->mem, sex_codes));
	return sex ? sex->id : "";
}

void search_read(struct req *r, struct search *s)
{
	r->issues.fields = search_fields;
	if (r->route->method == POST)
		list_shown_again(r, search_names);
	*s = (struct search){.exam = req_query(r, "exam_code"), .agency = text_upper(r->mem, req_query(r, "agency")),
		.state = req_query(r, "state"), .wanted = r->query.n || r->as != AS_PAGE || r->json, .sex = "", .letter = ""};
	if (!s->wanted)
		return;
	const char *year = req_query(r, "exam_year");

	if (!*year && !*s->state)
		issue(&r->issues, -1, "exam_year", "ERR_REQUIRED");
	else if (*year && !text_to_int(text_fold(r->mem, year), 1, 999, &s->year))
		issue(&r->issues, -1, "exam_year", "ERR_INT", "1", "999", year);
	s->sex = read_sex(r);
	s->letter = read_letter(r);
}

static void hide(struct req *r, struct pairs *to, const char *name, const char *value)
{
	if (*value)
		pair_add(r->mem, to, name, value);
}

struct pairs search_hidden(struct req *r, const struct search *s)
{
	struct pairs h = {0};

	hide(r, &h, "exam_year", s->year ? arena_print(r->mem, "%lld", (long long)s->year) : "");
	hide(r, &h, "exam_code", s->exam);
	hide(r, &h, "sex", s->sex);
	hide(r, &h, "letter", s->letter);
	return h;
}

const char *search_words(struct req *r, const struct search *s)
{
	struct text t = text_new(r->mem, 1 << 20);
	const struct code *sex = code_find(sex_codes, s->sex);
	struct exam e;

	if (s->year)
		text_print(&t, "年度 %lld", (long long)s->year);
	if (*s->exam)
		text_print(&t, "、考試名稱 %s", exam_find(r->db, r->mem, s->year, s->exam, &e)
			? exam_label(r->mem, e.exam_code, e.exam_name) : s->exam);
	if (sex && *s->sex)
		text_print(&t, "、性別 %s", sex->label);
	if (*s->letter)
		text_print(&t, "、身分證字號英文字母 %s", s->letter);
	if (*s->agency)
		text_print(&t, "、機關代碼 %s", s->agency);
	return t.at ? t.at : "";
}

struct input search_year(struct req *r, const struct search *s)
{
	int64_t year = s->year || s->wanted ? s->year : exam_newest_year(r->db);
	struct input i = input_text(r, "exam_year", "年度", year ? arena_print(r->mem, "%lld", (long long)year) : "", true, NULL);

	i.size = 5;
	return i;
}

struct input search_exam(struct req *r, const struct search *s)
{
	return input_choice(r, "exam_code", "考試名稱", "", false,
		exam_options(r, s->year || s->wanted ? s->year : exam_newest_year(r->db), "（全部）"));
}

struct input search_sex(struct req *r)
{
	return input_choice(r, "sex", "性別", "", false, options_of(r->mem, sex_codes, "（全部）"));
}

struct input search_letter(struct req *r)
{
	struct input i = input_text(r, "letter", "身分證字號英文字母", "", false, NULL);

	i.size = 2;
	return i;
}
