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
/* Any of the rights to upload a file of many rows: who has one sees the history of uploads.  A new kind of upload adds its own. */
#define MAY_UPLOAD (MAY_ROSTER_IMPORT | MAY_PAYMENT | MAY_LIFE_EDIT | MAY_COMMISSION | MAY_COLLEGE | MAY_PROMOTION_EDIT)
#endif
