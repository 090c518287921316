/* may.h: what a role may do: one bit an act.  The table of roles is in account/roles.c. */
#ifndef PEIXUN_MAY_H
#define PEIXUN_MAY_H

#include <stdint.h>

#define MAY_SIGNED_IN ((uint64_t)1 << 0)                        /* everybody with an account */
#define MAY_TRAINEE_SEE ((uint64_t)1 << 1)
#define MAY_TAKE_OVER ((uint64_t)1 << 2)
#define MAY_TAKE_OVER_UNDO ((uint64_t)1 << 3)
#define MAY_REPORT_SEE ((uint64_t)1 << 4)
#define MAY_REPORT_EDIT ((uint64_t)1 << 5)
#define MAY_FORM_SEE ((uint64_t)1 << 6)
#define MAY_FORM_EDIT ((uint64_t)1 << 7)
#define MAY_FORM_RETURN ((uint64_t)1 << 8)
#define MAY_ROSTER_IMPORT ((uint64_t)1 << 9)
#define MAY_EXAM_EDIT ((uint64_t)1 << 10)
#define MAY_EXAM_SEE ((uint64_t)1 << 11)
#define MAY_CONTACT_EDIT ((uint64_t)1 << 12)
#define MAY_CALENDAR_EDIT ((uint64_t)1 << 13)
#define MAY_ACCOUNT_EDIT ((uint64_t)1 << 14)
#define MAY_AGENCY_EDIT ((uint64_t)1 << 15)
#define MAY_AUDIT_SEE ((uint64_t)1 << 16)
#define MAY_CERTIFICATE_SEE ((uint64_t)1 << 17)                 /* the area 請證系統 */
#define MAY_PROMOTION_SEE ((uint64_t)1 << 18)
#define MAY_LIFE_SEE ((uint64_t)1 << 19)                        /* what happens in a trainee's life */
#define MAY_LIFE_EDIT ((uint64_t)1 << 20)                       /* the agency's personnel office: records, applications, papers */
#define MAY_GUIDE ((uint64_t)1 << 21)                           /* 輔導員: guidance records and the first rating */
#define MAY_UNIT_HEAD ((uint64_t)1 << 22)                       /* 單位主管: the first review */
#define MAY_COLLEGE ((uint64_t)1 << 23)                         /* 國家文官學院: basic training, what it forwards */
#define MAY_COMMISSION ((uint64_t)1 << 24)                      /* 保訓會: decides */
#define MAY_SENSITIVE ((uint64_t)1 << 25)                       /* anomalies, medical and criminal matters: each reading leaves a trace */
#define MAY_APPLICANT ((uint64_t)1 << 26)                       /* a trainee without an account: the own applications */
#define MAY_FEE_EDIT ((uint64_t)1 << 27)                        /* what a certificate costs */
#define MAY_PAYMENT ((uint64_t)1 << 28)                         /* 對帳: the money that came in */
#define MAY_PROMOTION_EDIT ((uint64_t)1 << 29)                  /* 遴選: 參訓資格, 名額, 名冊 */
#define MAY_PROMOTION_CALL ((uint64_t)1 << 30)                  /* 保訓會: calls, 遴選機關, returns rosters */
#define MAY_PARTICIPANT_SEE ((uint64_t)1 << 31)                 /* 參訓人員 and their requests */
#define MAY_CLASS ((uint64_t)1 << 32)                           /* 訓練機關（構）、學校 and 國家文官學院: runs a class of 升官等訓練 */
/* Of no role: where an agency stands towards one participant.  See participant_may. */
#define MAY_AT_SERVICE ((uint64_t)1 << 33)                      /* 服務機關 */
#define MAY_AT_SELECTING ((uint64_t)1 << 62)                    /* 遴選機關 */

/* 終身學習: the functions of its permission matrix.  A page that only shows takes MAY_DGPA as well: 總處 reads everything and writes
 * nothing but settings.                                                                                    LEARN-004, 331 … 337 */
#define MAY_LEARN_TODO ((uint64_t)1 << 34)                      /* 待辦事項 */
#define MAY_LEARN_BATCH ((uint64_t)1 << 35)                     /* 學習資訊上傳進度查詢 */
#define MAY_COURSE ((uint64_t)1 << 36)                          /* 新增/維護課程 */
#define MAY_INSTRUCTOR ((uint64_t)1 << 37)                      /* 維護講師 */
#define MAY_INSTRUCTOR_SEARCH ((uint64_t)1 << 38)               /* 查詢講師資料庫 */
#define MAY_REGISTRATION ((uint64_t)1 << 39)                    /* 報名准駁/下載名冊 */
#define MAY_HOURS ((uint64_t)1 << 40)                           /* 登錄/維護學習時數 */
#define MAY_MATERIAL ((uint64_t)1 << 41)                        /* 數位教材資訊通報 */
#define MAY_LEARN_ACCOUNT ((uint64_t)1 << 42)                   /* 會員管理 */
#define MAY_HOURS_DOWNLOAD ((uint64_t)1 << 43)                  /* 成績下載, 下載申請進度查詢 */
#define MAY_LEARN_NOMINATION ((uint64_t)1 << 44)                /* 薦送報名 */
#define MAY_HR_STATUS ((uint64_t)1 << 45)                       /* 同仁學習狀況明細 */
#define MAY_HR_UNITS ((uint64_t)1 << 46)                        /* 同仁課程資料查詢, 同仁學習類別時數一覽 */
#define MAY_HR_MEMBERS ((uint64_t)1 << 47)                      /* 同仁登錄會員明細 */
#define MAY_HR_CATEGORY ((uint64_t)1 << 48)                     /* 類別維護(與業務相關) */
#define MAY_HR_REVIEW ((uint64_t)1 << 49)                       /* 學習時數(複核及修改) */
#define MAY_HR_SNAPSHOT ((uint64_t)1 << 50)                     /* 學習時數修改(職稱、官職等) */
#define MAY_HR_GENDER ((uint64_t)1 << 51)                       /* 性別主流化訓練情形調查 */
#define MAY_HR_COURSES ((uint64_t)1 << 52)                      /* 機關課程查詢 */
#define MAY_RPT_REQUIRED ((uint64_t)1 << 53)                    /* 必須完成課程參與情形統計表 */
#define MAY_RPT_HR ((uint64_t)1 << 54)                          /* 人資報告學習時數統計表 */
#define MAY_RPT_PERFORMANCE ((uint64_t)1 << 55)                 /* 施政績效管理資訊 */
#define MAY_RPT_ENTERPRISE ((uint64_t)1 << 56)                  /* 施政績效管理資訊(事業機構) */
#define MAY_RPT_MEMBERS ((uint64_t)1 << 57)                     /* 同仁登錄會員統計(含所屬機關) */
#define MAY_STATISTICS ((uint64_t)1 << 58)                      /* 統計報表 */
#define MAY_STATISTICS_VIEW ((uint64_t)1 << 59)                 /* 查看特定統計報表 */
#define MAY_LEARNER ((uint64_t)1 << 60)                         /* 學員: the own courses and hours */
#define MAY_DGPA ((uint64_t)1 << 61)                            /* 總處: reads everything; code tables, settings, report accounts */
#define MAY_SCORE_SEND ((uint64_t)1 << 63)                      /* 升官等訓練: scores, before 核定 */
/* Any function of the back office of 終身學習. */
#define MAY_BACK_OFFICE (((MAY_DGPA << 1) - MAY_LEARN_TODO) & ~(MAY_LEARNER | MAY_STATISTICS_VIEW))
/* Any of the rights to upload a file of many rows: who has one sees the history of uploads.  A new kind of upload adds its own. */
#define MAY_UPLOAD (MAY_ROSTER_IMPORT | MAY_PAYMENT | MAY_LIFE_EDIT | MAY_COMMISSION | MAY_COLLEGE | MAY_PROMOTION_EDIT | MAY_CLASS | \
	MAY_COURSE | MAY_INSTRUCTOR | MAY_MATERIAL | MAY_HOURS | MAY_HR_SNAPSHOT | MAY_DGPA | \
	MAY_LEARN_NOMINATION)
#endif
