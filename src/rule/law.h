/* law.h: numbers that stand in laws and not in a training plan, with the days from and until which they hold.          [法規]
 *
 * They are read from FOLDER/law/ beside the plans, and are never taken for a value of a plan: a rule that uses one says which article
 * it is from, and that it is to be compared with the official text (使用前請核對).  What a plan says itself comes first. */
#ifndef PEIXUN_LAW_H
#define PEIXUN_LAW_H

#include "rule/plan.h"

/* Name in C, key in the files, kind of value, what it is.  A key that plans have too has the same name here. */
#define LAW_KEYS(X) \
	X(BT_PASS_MARK, "bt.pass_mark", INT, "基礎訓練及格分數") \
	X(BT_WEIGHTS, "bt.weights", WEIGHTS, "基礎訓練成績配分") \
	X(BT_BATCH_CAUSES, "bt.batch_change.causes", TEXTS, "變更調訓梯次之事由") \
	X(BT_TEST_MOVE_WITHIN, "bt.test_move.apply_within", LENGTH, "申請另定測驗日期之期限") \
	X(PASS_MARK, "score.pass_mark", INT, "實務訓練及格分數") \
	X(SCORE_GROUPS, "score.groups", WEIGHTS, "實務訓練成績考核項目") \
	X(SCORE_WEIGHTS, "score.weights", WEIGHTS, "實務訓練成績考核細目") \
	X(CONDUCT_POINTS, "conduct.points", POINTS, "獎懲加減總分") \
	X(RERATE_WITHIN, "score.rerate_within", LENGTH, "退還後重新評定之期限") \
	X(RECHECK_WITHIN, "score.recheck.apply_within", LENGTH, "複查成績、閱覽試卷之申請期限") \
	X(RECHECK_TIMES, "score.recheck.times", INT, "複查成績、閱覽試卷次數上限（各）") \
	X(RECHECK_ANSWER, "score.recheck.answer_within", LENGTH, "複查結果之通知期限") \
	X(RECHECK_EXTEND, "score.recheck.extend_by", LENGTH, "複查結果通知期限之延長") \
	X(RECHECK_FEE, "score.recheck.fee", INT, "複查成績費（元）") \
	X(READING_FEE, "score.reading.fee", INT, "閱覽試卷費（元）") \
	X(RECUSAL_DEGREE, "score.recusal_degree", INT, "應迴避之親等（以內）") \
	X(ANNUAL_LEAVE, "leave.annual_days", LEAVES, "各假別每年日數") \
	X(LEAVE_PRORATE, "leave.prorate", BOOL, "各假別日數是否按訓練月數比例計算") \
	X(LEAVE_PRORATED, "leave.prorated_kinds", TEXTS, "按訓練月數比例計算之假別") \
	X(LEAVE_BT_KINDS, "leave.bt_kinds", TEXTS, "基礎訓練得請之假別") \
	X(LEAVE_BT_PERCENT, "leave.bt_pct", INT, "基礎訓練請假缺課比例上限（%）") \
	X(LEAVE_SICK_FRACTION, "leave.extended_sick_fraction", FRACTION, "延長病假上限（實務訓練期間之）") \
	X(LEAVE_DONATION_DAYS, "leave.donation_free_days", INT, "捐贈骨髓或器官假不延長訓練之日數") \
	X(PERIOD_LEAST, "period.least", LENGTH, "訓練期間下限") \
	X(PERIOD_MOST, "period.most", LENGTH, "訓練期間上限") \
	X(SHORTENED_LEAST, "period.shortened_least", LENGTH, "縮短後實務訓練期間下限") \
	X(POST_SERIES, "post.series", TEXTS, "職系") \
	X(RETAIN_MAX, "retain.max", RETENTIONS, "保留年限") \
	X(CERT_FEE_WAIVED, "cert.fee_waived_for", TEXTS, "證書費用得予減免之人員")

#define LAW_NAME(c, key, kind, label) LAW_##c,
enum law_key { LAW_KEYS(LAW_NAME) LAW_KEYS_N };
#undef LAW_NAME

struct law_value {
	enum law_key key;
	struct plan_value value;                                /* by law_key_kind, known; its source is `citation` */
	struct date from, until;                                /* the first and the last day; until {0}: still */
	const char *law, *article, *citation;                   /* "公務人員考試錄取人員訓練辦法", "第36條", "訓練辦法第36條" */
	const char *note;                                       /* NULL: none */
	struct date confirmed;                                  /* compared with the official text on; {0}: 使用前請核對 */
};

struct law_book { int n; size_t room; struct law_value *at; };

const char *law_key_name(enum law_key);
const char *law_key_label(enum law_key);
enum plan_kind law_key_kind(enum law_key);
/* The key of that name, such as one that a plan has; -1: none. */
int law_key_named(const char *name);

/* The value on a day.  NULL: no book, none known of that day. */
const struct law_value *law_value(const struct law_book *, enum law_key, struct date);

/* "[法規] 訓練辦法第36條（使用前請核對）": what stands beside an answer that rests on it. */
const char *law_words(struct arena *, const struct law_value *);

/* One file's bytes; what is wrong becomes a problem of the plans, and the file gives no value.  Before the plans of a folder. */
void law_add(struct plans *, const char *name, const char *bytes, size_t n);
#endif
