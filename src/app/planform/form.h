/* form.h: the 實務訓練計畫表 (annex 5 of the training plans) on paper.
 *
 * Knows the layout and the printed words of the annex; knows no database, and judges nothing: what is missing is left
 * empty, to be written by hand, and told.                                              ACMS-038…042, PLAN-078, PLAN-138 */
#ifndef PEIXUN_PLANFORM_FORM_H
#define PEIXUN_PLANFORM_FORM_H

#include "base/date.h"
#include "file/pdf.h"
#include "rule/fact.h"

/* What the annex has room for.  A text of NULL or "", a date of {0} and a year of 0 are missing. */
struct plan_form {
	const char *agency;                                     /* 機關全銜 */
	int exam_year;                                          /* 民國 */
	const char *exam_name, *exam_level;                     /* the name without year: 公務人員特種考試身心障礙人員考試 */
	const char *series, *category;                          /* 職系 (may be missing), 類科 */
	const char *name, *national_id;
	struct date birth_date;
	struct date allocation_date;                            /* 分配機關日期文號 */
	const char *allocation_agency, *allocation_no;          /* the agency may be missing */
	const char *unit;                                       /* 分配受訓單位 */
	const char *guide_title, *guide_name;                   /* 輔導員職稱及姓名 */
	struct date training_start, training_end;               /* 報到日期, 訓練期滿日期 */
	const char *work_items;                                 /* 工作項目; line ends are kept */
	const char *orientation, *observation, *cases, *talks;  /* 輔導方式: 職前講習, 工作觀摩, 專業課程訓練或輔導, 個別會談 */
	const char *contact_name, *contact_phone;               /* 人事單位承辦人 */
	bool has_training_supervisor;                           /* the sign-off column 「訓練主管」 is printed */
	const char *attachment;                                 /* "附件5", above the form; NULL: not printed */
	const char *citation;                                   /* what the form rests on, in the footer; NULL: not printed */
	struct fact_texts notes;                                /* 填表說明 of the plan; n 0: those of annex 5, with `due` */
	const char *due;                                        /* within which it is sent; NULL: 報到之日起7日內 */
};

/* Prints the form as a section of its own.  Gives the labels of what is missing, in the order of the form, each once;
 * NULL at the end.  The list lives in the arena of the PDF. */
const char *const *plan_form_draw(struct pdf *, const struct plan_form *);

/* The same labels without drawing. */
const char *const *plan_form_missing(struct arena *, const struct plan_form *);

/* "113年公務人員特種考試身心障礙人員考試錄取人員實務訓練計畫表": for the title of the file. */
char *plan_form_title(struct arena *, const struct plan_form *);
#endif
