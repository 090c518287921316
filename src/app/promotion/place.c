/* place.c: the training and year that a page is about, and who may act there. */
#include "app/calendar/calendar.h"
#include "app/plan/book.h"
#include "app/promotion/private.h"
#include "base/text.h"
#include "rule/verdict.h"

enum { ROC = 1911, YEAR_MOST = 999 };

const struct code promotion_type_codes[] = {[ZUO_TO_ZHENG] = {"zuo_to_zheng", "佐升正"}, [WEI_TO_JIAN] = {"wei_to_jian", "委升薦"},
	[JIAN_TO_JIANREN] = {"jian_to_jianren", "薦升簡"}, [ZHENG_TO_JIAN] = {"zheng_to_jian", "正升監"}, {0}};
const struct code promotion_cause_codes[] = {[CAUSE_NOT_REPORTED] = {"not_reported", "未於規定之時間內報到"},
	[CAUSE_LEFT_APPROVED] = {"left_approved", "經核准中途離訓"}, [CAUSE_ABSENCE_20] = {"absence_20", "請假缺課時數超過規定"},
	[CAUSE_LEFT_UNAPPROVED] = {"left_unapproved", "未經核准中途離訓"}, [CAUSE_TRUANCY] = {"truancy", "曠課"},
	[CAUSE_IMPERSONATION] = {"impersonation", "冒名頂替"}, [CAUSE_VIOLENCE] = {"violence", "強暴脅迫"},
	[CAUSE_TEST_EXCLUSION] = {"test_exclusion", "違反測驗試務規定經扣考處分"}, [CAUSE_BAD_CONDUCT] = {"bad_conduct", "品德操守不良"}, {0}};

const struct code outcome_codes[] = {{"primary", "正選"}, {"reserve", "備選"}, {0}};
const struct code cost_codes[] = {{"public", "公費"}, {"self", "自費"}, {0}};
const struct code origin_codes[] = {{"first_time", "第1次參訓"}, {"makeup_no_quota", "補訓（不占名額）"}, {"makeup_in_quota", "補訓（占名額）"},
	{"failed_reselected", "成績不及格重新訓練"}, {"omitted_direct", "漏未薦送直接調訓"}, {"after_revocation", "廢止後再次參訓"},
	{"after_expulsion", "退訓後重新訓練"}, {"after_annulment", "撤銷後重新訓練"}, {0}};

int promotion_index(const struct code *list, const char *id)
{
	for (int i = 0; list[i].id; i++)
		if (text_is(list[i].id, id))
			return i;
	return -1;
}

struct verdict promotion_verdict(struct db *db, struct arena *mem)
{
	struct verdict v = verdict_new(mem, NULL, db ? office_calendar(db, mem) : NULL);

	v.promotions = plan_book()->promotions;
	return v;
}

static const char *law_of(struct arena *mem, const struct promotion_place *p, const struct verdict *v)
{
	const char *law;

	if (!p->set)
		return v->reasons_n ? v->reasons[0].text : "";
	law = arena_print(mem, "%lld年度依「%s」自%lld年度起之參數辦理", (long long)p->year, p->set->regulation, (long long)p->set->from_year);
	return v->reasons_n ? arena_print(mem, "%s。%s", law, v->reasons[0].text) : law;
}

void promotion_place_of(struct db *db, struct arena *mem, const char *type, int64_t year, struct promotion_place *p)
{
	int kind = promotion_index(promotion_type_codes, type);
	struct verdict v = verdict_new(mem, NULL, NULL);

	*p = (struct promotion_place){.type = &promotion_type_codes[kind], .kind = kind, .year = year};
	v.promotions = plan_book()->promotions;
	p->set = promotion_set(&v, kind, year);
	p->law = law_of(mem, p, &v);
	p->scores_until = p->employed_on = date_make((int)year - 1 + ROC, 12, 31);
	if (p->set && p->set->eligibility)
		date_parse_iso(arena_print(mem, "%04d-%s", (int)year + ROC, p->set->eligibility->cutoff), &p->cutoff);
	callup_find(db, mem, type, year, &p->call);
}

bool promotion_place(struct req *r, struct promotion_place *p)
{
	if (promotion_index(promotion_type_codes, r->word[0]) < 0 || r->id[1] < 2 || r->id[1] > YEAR_MOST) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return false;
	}
	promotion_place_of(r->db, r->mem, r->word[0], r->id[1], p);
	return true;
}

bool promotion_selects(struct req *r, const struct promotion_place *p, int64_t agency)
{
	if (selector_is(r->db, p->type->id, p->year, agency))
		return true;
	reply_refuse(r, 403, "ERR_SELECTING_ONLY");
	return false;
}

enum scope promotion_scope(struct req *r, const char *parameter, int64_t agency)
{
	(void)parameter;
	return r->who->all_agencies || r->who->agency == agency ? SCOPE_OK : SCOPE_FOREIGN;
}
