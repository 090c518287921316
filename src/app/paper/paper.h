/* paper.h: the annexes of the training plans, letters and payment slips on paper: forms that can be signed and sent.            PLAN-138
 *
 * One struct a form, one function that prints it as a section of a PDF.  Values are what stands on paper: words, not codes.  A text of
 * NULL or "", a date of {0}, a number of 0 and a list without rows are missing: their places are left empty, to be written by hand, and
 * their labels are given.  A tick box is chosen by its own words (cause "疾病"); words that no box has tick none.
 *
 * Knows the layout and the printed words of the annexes; knows no database, and judges nothing.  The notes below a form
 * (填表說明, 注意, 備註, 附註) are the plan's and are given with the record, a paragraph each: how far one is indented follows from
 * its number (一、 （一） 1、 A：), and paragraphs with tabs are the rows of a table. */
#ifndef PEIXUN_PAPER_PAPER_H
#define PEIXUN_PAPER_PAPER_H

#include "base/code.h"
#include "base/date.h"
#include "file/pdf.h"
#include "rule/plan.h"

/* What every form takes from the plan. */
struct paper_head {
	const char *agency;                                     /* 機關全銜; where the trainee is in training */
	int64_t exam_year;                                      /* 民國 */
	const char *exam_name;                                  /* without year: 公務人員特種考試身心障礙人員考試 */
	const char *attachment;                                 /* "附件6", above the form */
	const char *citation, *printed;                         /* in the footer: what it rests on; version, day and who printed it */
	struct fact_texts notes;
};

/* Whom it is about.  Each form takes what it has room for. */
struct paper_person {
	const char *name, *national_id;
	struct date birth_date;
	const char *postal_code, *address, *phone;
	const char *level, *series, *category;                  /* 三等考試, 職系, 類科 */
};

/* ---- applications of trainees ---- */

struct paper_retain_app {                                       /* 正額錄取人員保留受訓資格申請書                  PLAN-034 */
	struct paper_head head;
	struct paper_person person;
	const char *servant;                                    /* 是否為現職公務人員: 是, 否; may be missing */
	const char *current_agency;                             /* 現職機關 */
	const char *cause;                                      /* 服兵役 進修碩士 進修博士 疾病 懷孕 生產 父母病危 子女重症 … */
	const char *other;                                      /* of 其他不可歸責事由: what it is */
	struct date applied;
};

struct paper_retain_oath {                                      /* 切結書, of two kinds                            PLAN-035, 036 */
	struct paper_head head;
	struct paper_person person;
	struct date signed_on;
};

struct paper_makeup_app {                                       /* 正額錄取人員補訓／重新訓練申請書                PLAN-042, 043 */
	struct paper_head head;
	struct paper_person person;
	const char *kind;                                       /* 補訓 or 重新訓練 */
	int64_t admission_year;                                 /* 民國; of the examination that was passed */
	struct date retained;                                   /* the letter that let the qualification be kept */
	const char *retained_no;                                /* what follows 公訓字第 and stands before 號 */
	const char *cause, *other;
	struct date applied;
};

struct paper_shorten_app {                                      /* 縮短實務訓練申請書                              PLAN-052 … 058 */
	struct paper_head head;
	struct paper_person person;
	const char *post_grade, *post_series, *post_work;       /* 實務訓練: 職務列等, 職系, 職務內容 */
	struct date reported;
	const char *former_agency, *former_title, *former_grade, *former_series, *former_rank, *former_work;
	struct date served_from, served_until;                  /* until: {0} for who still serves */
	const char *served;                                     /* "2年3月4日" */
	struct date applied;
	const char *reviewed;                                   /* 是 where the agency finds the conditions met */
	struct date forwarded;
};

struct paper_withdraw_app {                                     /* 自願中途離訓申請書                              PLAN-125, 126 */
	struct paper_head head;
	struct paper_person person;
	const char *cause;                                      /* 復應其他考試錄取 另有生涯規劃 志趣不合 家庭因素 其他個人事由 */
	const char *other_exam;
	struct date applied;
};

struct paper_bt_self_funded_app {                               /* 自費重新訓練申請書: the layout is ours          PLAN-103 */
	struct paper_head head;
	struct paper_person person;
	struct date failed_on;                                  /* 基礎訓練成績不及格之通知 */
	const char *failed_no;
	struct date served_on, applied;
};

/* ---- forms of the agency ---- */

struct paper_exempt_person { const char *name, *national_id; struct date birth_date; const char *level, *category, *remark; };

struct paper_exempt_list {                                      /* 應免除基礎訓練人員清冊                          PLAN-050 */
	struct paper_head head;
	struct fact_rows persons;                               /* of struct paper_exempt_person */
};

struct paper_pt_plan {                                          /* 實務訓練計畫表                                  PLAN-078, 079 */
	struct paper_head head;                                 /* without notes those of annex 5 are printed, with `due` */
	struct paper_person person;
	const char *allocation_agency;                          /* may be missing */
	struct date allocation_date;
	const char *allocation_no;
	const char *unit, *guide_title, *guide_name;
	struct date start, end;
	const char *work_items;                                 /* line ends are kept */
	const char *orientation, *observation, *cases, *talks;  /* 輔導方式 */
	const char *supervisor;                                 /* not NULL: there is a column for the seal of 訓練主管 */
	const char *contact_name, *contact_phone;
	const char *due;                                        /* within which it is sent; NULL: 報到之日起7日內 */
};

/* 尚未實施, 實施中, 實施完成; of talks: 尚未實施, 期中實施完成, 期中及期末實施完成.  Grades: A B C D. */
struct paper_guide_record {                                     /* 實務訓練輔導紀錄表                              PLAN-081 */
	struct paper_head head;
	struct paper_person person;
	struct date from, until;
	const char *unit, *work_items;
	const char *orientation, *observation, *cases, *talks;
	const char *character, *ability, *conduct, *attitude, *performance;
	const char *special, *deeds;                            /* 輔導員特殊輔導情形紀錄, 受訓人員重大具體優劣事蹟; may be missing */
};

struct paper_anomaly_report {                                   /* 實務訓練期間特殊異常情事通報及輔導紀錄表        PLAN-084, 085 */
	struct paper_head head;
	struct paper_person person;
	struct date from, until;
	const char *unit, *work_items;
	struct date happened;
	const char *summary, *course, *evidence, *handling;     /* evidence may be missing */
	const char *window;                                     /* 受理通報窗口 of the plan; NULL: that of annex 7 */
	const char *contact_name, *contact_phone;
};

struct paper_interview_record {                                 /* 實務訓練表現未達基本要求個別會談紀錄表          PLAN-083 */
	struct paper_head head;
	struct paper_person person;
	int64_t admission_year;                                 /* 民國 */
	const char *post;                                       /* 擬任職務 */
	struct date day;
	const char *from, *until;                               /* 上午9時30分 */
	const char *to_improve, *advice, *talk;
};

struct paper_rating { const char *character, *ability, *conduct, *attitude, *performance, *comment, *total; };

struct paper_pt_score {                                         /* 實務訓練成績考核表                              PLAN-106 … 112 */
	struct paper_head head;
	struct paper_person person;
	struct date start, end;
	const char *work_items;
	struct paper_rating guide, unit, committee, chief;      /* the committee's is missing where it did not sit */
	const char *leave, *record, *record_points;             /* 請假紀錄, 獎懲紀錄, 獎懲紀錄總分 (C) */
	const char *deeds;                                      /* 具體優劣事蹟 */
	struct date rated;
	const char *remark;
};

struct paper_scored {
	const char *number, *name, *level, *category, *national_id, *sex;
	struct date birth_date;
	const char *agency, *score;
	struct date start, until, end;                          /* 訓練期間 from start to until; 訓練期滿日期 */
	const char *remark;
};

struct paper_score_register {                                   /* 實務訓練及性質特殊訓練成績清冊                  PLAN-129 */
	struct paper_head head;
	struct fact_rows persons;                               /* of struct paper_scored */
	const char *check, *check_words;                        /* the address where it can be checked, as a QR code too; may be missing */
};

struct paper_certificate_note {                                 /* 請證證明 */
	struct paper_head head;
	const char *name, *national_id, *level, *category, *serial;     /* national_id: masked */
	const char *csptc_document, *exam_yuan_document;
	struct date csptc_day, exam_yuan_day;
	const char *check, *check_words;                        /* as above */
};

struct paper_resource { const char *name, *address; };

struct paper_resources {                                        /* 輔導與諮商相關網路資源一覽表                    PLAN-089 */
	struct paper_head head;
	struct fact_rows sites;                                 /* of struct paper_resource */
};

/* A letter (函).  With a kind, what is empty of its words and recipients is that of the kind: paper_letter_fill. */
struct paper_letter {
	struct paper_head head;                                 /* agency: who writes */
	const char *kind;                                       /* of paper_letter_kinds; NULL: the words are given */
	const char *who;                                        /* 王小明, 王小明等3人 */
	const char *cause;                                      /* of a stop or a revocation: a clause that follows 因; 補訓 or 重新訓練 */
	const char *basis;                                      /* 依據: the points and articles */
	const char *address, *contact_name, *contact_phone, *contact_mail;
	const char *to;                                         /* 受文者 */
	struct date date;
	const char *number;                                     /* 發文字號, whole */
	const char *speed, *secrecy;                            /* 速別 (NULL: 普通件), 密等及解密條件或保密期限 */
	struct fact_texts enclosures;                           /* 附件 */
	const char *subject;                                    /* 主旨 */
	struct fact_texts explanation;                          /* 說明, its points without numbers */
	struct fact_texts recipients, copies;                   /* 正本, 副本 */
	const char *signer;                                     /* title and name of the head of the agency; may be missing */
};

/* 請領證書繳費單.  Codes are what a till reads, each printed below its bars; the places that are closed have none.   ACMS-091 … 093 */
struct paper_fee_slip {
	struct paper_head head;
	const char *number;                                     /* 繳費單編號, the 銷帳編號 that all of the places book by */
	const char *name;                                       /* masked: who finds a slip learns nothing */
	const char *item;                                       /* 考試及格證書證書費 */
	int64_t amount;                                         /* 元 */
	struct date issued, due;
	struct fact_texts places;                               /* 得繳款處所, in the words of the official pages */
	const char *store_first, *store_second, *store_third;   /* 超商三段條碼; NULL: it is after the last day */
	const char *post_first, *post_second, *post_third;      /* 郵局, by its contract; may be missing */
	const char *bank;                                       /* 中國信託商業銀行臨櫃: what its counter reads */
	const char *online;                                     /* the address of the page, as a QR code too; may be missing */
	const char *stores;                                     /* which stores take it; NULL: 便利商店、美廉社 */
};

struct paper_fee_receipt {                                      /* 證書費繳款收據 */
	struct paper_head head;
	const char *number, *slip;                              /* 收據編號, 繳費單編號 */
	const char *name;                                       /* masked where anybody may have asked */
	const char *item;
	int64_t amount;                                         /* 元 */
	const char *capitals;                                   /* the same as 伍佰 */
	struct date paid;
	const char *channel, *reference;
};

struct paper_statement_line { const char *exam, *channel, *item, *reference; int64_t count, received, booked, refunded; };
struct paper_fee_statement {                                    /* 證書費收款月報 */
	struct paper_head head;
	const char *month;                                      /* 112年2月 */
	struct fact_rows lines;                                 /* of struct paper_statement_line */
};

struct paper_fee_payer { const char *name, *exam, *amount, *due, *remark; };

struct paper_fee_notice {                                       /* 請領證書繳款通知                                ACMS-084 */
	struct paper_head head;
	struct fact_rows persons;                               /* of struct paper_fee_payer */
	const char *address;                                    /* of the public page, as a QR code too */
};

extern const struct code paper_letter_kinds[];                  /* exemption, shortening, stop … */
/* Fills in what is empty from the kind, so that it can be shown and changed before it is printed. */
void paper_letter_fill(struct arena *, struct paper_letter *);

/* ---- what is done with them ---- */

/* ---- 升官等訓練 ---- */

struct paper_promotion_statement {                              /* 參訓人數統計表                                  PROMO-047 */
	struct paper_head head;                                 /* citation and printed alone */
	int64_t year;
	const char *training, *agency;                          /* 佐升正 */
	const char *carried_in, *eligible, *ratio, *c, *fraction_place, *makeup_outside, *failed_reselected, *total, *reserve, *carried_out,
		*next_year, *forecast;
};

struct paper_nominee {
	const char *place, *outcome, *agency, *name, *national_id, *sex, *title, *pay, *route, *grades, *order, *score, *origin, *cost, *remark;
	struct date birth_date, since;
};
struct paper_promotion_roster {                                 /* 受訓（含備選）人員名冊                          PROMO-029 */
	struct paper_head head;                                 /* citation and printed alone */
	int64_t year;
	const char *training, *agency;
	struct fact_rows persons;                               /* struct paper_nominee */
};

/* One who came to the end of a 升官等訓練; what a form has no room for is not given. */
struct paper_result {
	const char *name, *national_id, *agency, *class_name, *training_score, *course_score, *total, *outcome, *remark;
};
struct paper_promotion_register {                               /* 成績清冊                                        PROMO-087 */
	struct paper_head head;                                 /* citation and printed alone */
	int64_t year;
	const char *training, *agency;                          /* 佐升正; 遴選機關 */
	struct fact_rows persons;                               /* struct paper_result */
};
struct paper_promotion_signing {                                /* 成績單簽收清冊                                  PROMO-088 */
	struct paper_head head;
	int64_t year;
	const char *training, *agency;                          /* 服務機關 */
	struct fact_rows persons;                               /* struct paper_result */
};
struct paper_promotion_report {                                 /* 成績單, one a page                              PROMO-087, 099 */
	struct paper_head head;
	int64_t year;
	const char *training, *agency, *name, *national_id, *class_name, *training_score, *course_score, *how, *total, *outcome;
	struct date from, until, determined;
	const char *code;                                       /* with which its holder asks for a 複查 online */
	struct fact_texts recheck, fee;                         /* what can be done, and how the fee is paid; fee.n 0: not passed */
	const char *address;                                    /* of the page where it is paid, as a QR code too; NULL: not passed */
};

struct paper_promotion_awards {                                 /* 請領訓練合格證書名冊                            PROMO-094 */
	struct paper_head head;
	int64_t year;
	const char *training;
	struct fact_rows persons;                               /* struct paper_result; class_name: 遴選機關 */
};
struct paper_promotion_note {                                   /* 訓練合格證明 */
	struct paper_head head;
	int64_t year;
	const char *training, *name, *national_id, *agency, *number, *document;         /* national_id: masked */
	struct date issued;
	const char *check, *check_words;                        /* where and by what it can be checked */
};
struct paper_recheck_app {                                      /* 各項訓練測驗複查成績申請書                      PROMO-091 */
	struct paper_head head;
	const char *training, *name, *national_id, *address, *phone, *agency, *content;
	struct date received, applied;                          /* 接到成績單日 */
};

/* Prints the form.  Gives the labels of what is missing, in the order of the form, each once; NULL at the end. */
#define PAPER_DRAW(name, record) const char *const *paper_##name##_draw(struct pdf *, const struct paper_##record *);
#define PAPER_FORMS(X) \
	X(retain_app, retain_app) X(retain_oath_study, retain_oath) X(retain_oath_child, retain_oath) X(makeup_app, makeup_app) \
	X(exempt_list, exempt_list) X(shorten_app, shorten_app) X(pt_plan, pt_plan) X(guide_record, guide_record) \
	X(anomaly_report, anomaly_report) X(interview_record, interview_record) X(bt_self_funded_app, bt_self_funded_app) X(pt_score, pt_score) \
	X(withdraw_app, withdraw_app) X(score_register, score_register) X(resources, resources) X(letter, letter) \
	X(fee_slip, fee_slip) X(promotion_statement, promotion_statement) \
	X(promotion_roster, promotion_roster) X(promotion_register, promotion_register) \
	X(promotion_signing, promotion_signing) X(promotion_report, promotion_report) X(recheck_app, recheck_app) \
	X(promotion_awards, promotion_awards) X(promotion_note, promotion_note) \
	X(certificate_note, certificate_note) \
	X(fee_notice, fee_notice) X(fee_receipt, fee_receipt) X(fee_statement, fee_statement)
PAPER_FORMS(PAPER_DRAW)

/* The same for who has the form's name only, as plan files write it (retain_app).  record: the struct of that form. */
struct paper;
const struct paper *paper_named(const char *name);              /* NULL: none */
const struct paper *paper_at(int i);                            /* all of them; NULL after the last */
const char *paper_name(const struct paper *);
const struct fact *paper_facts(const struct paper *);           /* the record's members, with labels */
size_t paper_size(const struct paper *);                        /* of the record */
const char *const *paper_draw(struct pdf *, const struct paper *, const void *record);
const char *const *paper_missing(struct arena *, const struct paper *, const void *record);

/* Fills in what the plan says and the head has not: year and name of the examination, annex, notes. */
void paper_head_fill(struct paper_head *, const struct plan *, const struct paper *);
/* The same for a record, and what else of the form stands in the plan: 網路資源, 受理通報窗口, who gets 成績清冊. */
void paper_take(struct arena *, const struct paper *, void *record, const struct plan *);
/* "第2版　113年8月1日　林大同列印", for the footer; a version of 0 and NULL are left out. */
char *paper_printed(struct arena *, int version, struct date, const char *who);

/* "113年公務人員特種考試身心障礙人員考試錄取人員實務訓練輔導紀錄表": the title of the file, and its name. */
char *paper_title(struct arena *, const struct paper *, const void *record);

/* A letter with the words of its kind; other records as they are. */
const void *paper_completed(struct arena *, const struct paper *, const void *record);

/* A record from JSON: the keys are the members' names, days are ISO, nothing need be there.  NULL: the reader says what is wrong. */
void *paper_read(struct fact_reader *, const struct paper *, const char *json, size_t n);

/* `peixun paper`.  folder: of the plan files. */
int paper_command(const char *folder, int argc, char **argv);
#endif
