/* parameters.c: the numbers and lists by which a training of a year is judged, each with its article.          PROMO-005, PROMO-121 */
#include "app/promotion/page.html.h"
#include "app/promotion/view.h"
#include "base/text.h"
#include "rule/verdict.h"

enum { LINES_MOST = 64, YEAR_MOST = 999 };

__attribute__((format(printf, 5, 6)))
static void add(struct req *r, struct parameters_view *v, const char *label, const char *article, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	v->lines.at[v->lines.n++] = (struct parameter_line){label, arena_vprint(r->mem, format, args), article};
	va_end(args);
}

static void add_eligibility(struct req *r, struct parameters_view *v, const struct promotion_place *p)
{
	const struct promotion_eligibility_rule *e = p->set->eligibility;
	const struct promotion_route *route = e ? e->routes.at : NULL;

	if (!e) {
		add(r, v, "參訓資格", "", "參數尚未設定，無法計算");
		return;
	}
	add(r, v, "採計截止日", e->cutoff_article, "%s", date_long_text(r->mem, p->cutoff));
	add(r, v, "現職人員", e->article, "經銓敘部銓敘審定合格實授現任%s職務人員", e->post);
	add(r, v, "官等俸級", e->article, "已晉敘至%s", e->salary);
	add(r, v, "考績", e->article, "最近%lld年年終考績%lld年列甲等，其餘列乙等以上", (long long)e->appraisal_years,
		(long long)e->best_grades);
	for (int i = 0; i < e->routes.n; i++)
		add(r, v, "年資（擇一）", e->article, "%s", route[i].text);
}

static void add_rest(struct req *r, struct parameters_view *v, const struct promotion_set *s)
{
	const struct promotion_cause *cause = s->revocation->causes.at;

	if (s->quota)
		add(r, v, "參訓名額", s->quota->article, "小數部分達%s者以1人計；備選名額%lld%%", decimal_text(r->mem, s->quota->threshold, 3),
			(long long)s->quota->reserve_percent);
	else
		add(r, v, "參訓名額", "", "參數尚未設定，無法計算");
	add(r, v, "延後訓練事由", s->deferral->article, "%s", fact_texts_line(r->mem, &s->deferral->causes));
	add(r, v, "停止訓練事由", s->stop->article, "%s", fact_texts_line(r->mem, &s->stop->causes));
	add(r, v, "停止訓練申請期限", s->stop->article, "事由發生後%s內", period_text(r->mem, s->stop->within));
	add(r, v, "應予停止訓練", s->stop->article, "缺課時數超過課程時數%lld%%", (long long)s->stop->percent);
	for (int i = 0; i < s->revocation->causes.n; i++)
		add(r, v, "廢止受訓資格", arena_print(r->mem, "%s、%s", s->revocation->article, s->revocation->interval_article),
			"%s：應間隔%lld年度", cause[i].text, (long long)cause[i].interval);
	if (s->score && s->score->training_percent.known)
		add(r, v, "總成績", s->score->source, "訓練成績%s%%，其餘為訓練課程成績；%s分為及格",
			decimal_text(r->mem, s->score->training_percent, 0),
			decimal_text(r->mem, s->score->pass_mark, 0));
	else if (s->score)
		add(r, v, "總成績", s->score->source, "訓練成績及訓練課程成績按比例計算，比例由保訓會於年度調訓設定；%s分為及格",
			decimal_text(r->mem, s->score->pass_mark, 0));
	add(r, v, "複查成績", s->recheck->article, "接到成績單之次日起%s內，以1次為限；%s內答復，得延長%s", period_text(r->mem,
		s->recheck->within),
		period_text(r->mem, s->recheck->answer_within), period_text(r->mem, s->recheck->extension));
	add(r, v, "證書費", s->fee_source, s->fee_amount ? "新臺幣%lld元，收到成績單後%s內繳納，不適用免徵" : "尚未設定（%lld）；收到成績單後%s內",
		(long long)s->fee_amount, period_text(r->mem, s->fee_within));
	add(r, v, "補訓申請期限", s->makeup->article, "原因消滅後%s內", period_text(r->mem, s->makeup->within));
	add(r, v, "免訓申請期限", s->exempt->article, "撤銷函送達之次日起%s內", period_text(r->mem, s->exempt->within));
}

void parameters_get(struct req *r)
{
	const char *type = req_query(r, "type");
	int64_t year = req_query_int(r, "year", 2, YEAR_MOST, callup_year(r->db, type, r->today));
	struct parameters_view v = {.action = req_url(r, "/promotion/parameters"), .lines = {arena_array(r->mem, LINES_MOST,
		sizeof *v.lines.at), 0}};
	struct promotion_place p;

	if (promotion_index(promotion_type_codes, type) < 0)
		type = promotion_type_codes[0].id;
	promotion_place_of(r->db, r->mem, type, year, &p);
	v.law = p.law;
	v.type = input_choice(r, "type", "訓練類別", type, true, options_of(r->mem, promotion_type_codes, NULL));
	v.year = input_text(r, "year", "年度", arena_print(r->mem, "%lld", (long long)year), true, NULL);
	if (p.set) {
		add_eligibility(r, &v, &p);
		add_rest(r, &v, p.set);
	}
	parameters_page(reply_page(r, 200, "升官等訓練參數表"), &v);
}
