/* retention.h: 保留受訓資格: who may ask, for how long, until when, and what the approval gives. */
#ifndef PEIXUN_RULE_RETENTION_H
#define PEIXUN_RULE_RETENTION_H

#include "rule/fact.h"
#include "rule/verdict.h"

enum retention_list { LIST_REGULAR, LIST_SUPPLEMENTARY };
enum retention_law { LAW_NEW, LAW_OLD };                        /* 考試法 of 103-01-22, of 102-01-23 */
enum retention_kind { ADMITTED_FIRST, ADMITTED_MAKEUP, ADMITTED_RETRAIN };

/* Choices are -1 when absent. */
struct retention_facts {
	int64_t exam_year;                                      /* 民國 */
	int list;
	const char *cause;
	int law;                                                /* which one is asked for */
	struct period requested;
	struct maybe_bool spouse_civil_servant, spouse_parental_leave;
	int kind;
	bool allocated;                                         /* 完成分配作業 */
	struct period statutory_service;                        /* 法定役期 */
	const char *cause_text;
};
struct retention_values { int law; struct period max; };

/* May it be asked for, under which law, and for how long?  Needs a plan.
 * PLAN-031 PLAN-032 PLAN-033 PLAN-036   LAW: 公務人員考試法§4; 公務人員考試法(102.1.23)§2III; 訓練辦法§15 */
void retention_judge(struct verdict *, const struct retention_facts *, struct retention_values *);

struct retention_window_facts { struct date announced, allocation, filed; };   /* 榜示日; 分配結果公告日, {0} while not known */
struct retention_window_values { struct date opens, closes; struct maybe_bool in_time; };

/* From 榜示日 to 14 days before 分配結果公告日.                    PLAN-034   LAW: 訓練計畫第8點第1款、第3款; 訓練辦法§15 */
void retention_window_judge(struct verdict *, const struct retention_window_facts *, struct retention_window_values *);

struct retention_period_facts { struct date served; struct period length; };    /* served: 送達日 */
struct retention_period_values { struct date start, end; };

/* From the day after the approval was served.                  PLAN-039   LAW: 行政程序法§48III; 訓練計畫附件2三(一) */
void retention_period_judge(struct verdict *, const struct retention_period_facts *, struct retention_period_values *);
#endif
