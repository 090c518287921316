/* roles.c: who may do what.  The table of ACMS 2 is what the permission test expects. */
#include "app/account/account.h"

#include <string.h>

#include "app/may.h"

/* The functions that are had only when they were given to the account.                                        LEARN 1.3, 333 */
#define LEARN_DELEGATED (MAY_LEARN_BATCH | MAY_COURSE | MAY_INSTRUCTOR | MAY_INSTRUCTOR_SEARCH | MAY_REGISTRATION | MAY_HOURS | MAY_MATERIAL)
/* What 人事人員 has besides, by the role. */
#define LEARN_HR (MAY_LEARN_TODO | MAY_HOURS_DOWNLOAD | MAY_LEARN_NOMINATION | MAY_HR_STATUS | MAY_HR_UNITS | MAY_HR_MEMBERS | \
	MAY_HR_CATEGORY | MAY_HR_REVIEW | MAY_HR_SNAPSHOT | MAY_HR_GENDER | MAY_HR_COURSES | MAY_RPT_REQUIRED | MAY_RPT_HR | \
	MAY_RPT_PERFORMANCE | MAY_RPT_ENTERPRISE | MAY_RPT_MEMBERS | MAY_STATISTICS)

const struct role roles[] = {
	{{"agency_officer", "機關人事人員"}, MAY_SIGNED_IN | MAY_TRAINEE_SEE | MAY_TAKE_OVER | MAY_TAKE_OVER_UNDO | MAY_REPORT_SEE |
		MAY_REPORT_EDIT | MAY_FORM_SEE | MAY_FORM_EDIT | MAY_EXAM_SEE | MAY_CERTIFICATE_SEE | MAY_PROMOTION_SEE | MAY_LIFE_SEE |
		MAY_LIFE_EDIT | MAY_SENSITIVE | MAY_PROMOTION_EDIT | MAY_PARTICIPANT_SEE | LEARN_HR, false, false,
		LEARN_DELEGATED},
	{{"csptc_officer", "保訓會承辦人"}, MAY_SIGNED_IN | MAY_TRAINEE_SEE | MAY_TAKE_OVER | MAY_TAKE_OVER_UNDO | MAY_REPORT_SEE |
		MAY_REPORT_EDIT | MAY_FORM_SEE | MAY_FORM_RETURN | MAY_ROSTER_IMPORT | MAY_EXAM_SEE | MAY_EXAM_EDIT | MAY_CONTACT_EDIT |
		MAY_CALENDAR_EDIT | MAY_CERTIFICATE_SEE | MAY_PROMOTION_SEE | MAY_LIFE_SEE | MAY_COMMISSION | MAY_SENSITIVE |
		MAY_FEE_EDIT | MAY_PAYMENT | MAY_PROMOTION_CALL | MAY_PARTICIPANT_SEE | MAY_SCORE_SEND, true, false, 0},
	{{"nacs_officer", "國家文官學院承辦人"}, MAY_SIGNED_IN | MAY_TRAINEE_SEE | MAY_REPORT_SEE | MAY_FORM_SEE | MAY_EXAM_SEE |
		MAY_CERTIFICATE_SEE | MAY_LIFE_SEE | MAY_COLLEGE | MAY_PARTICIPANT_SEE | MAY_CLASS, true, false, 0},
	{{"sysadmin", "系統管理者"}, MAY_SIGNED_IN | MAY_ACCOUNT_EDIT | MAY_AGENCY_EDIT | MAY_AUDIT_SEE, true, false, 0},
	{{"mentor", "輔導員"}, MAY_SIGNED_IN | MAY_TRAINEE_SEE | MAY_LIFE_SEE | MAY_GUIDE | MAY_SENSITIVE, false, true, 0},
	{{"unit_head", "單位主管"}, MAY_SIGNED_IN | MAY_TRAINEE_SEE | MAY_LIFE_SEE | MAY_UNIT_HEAD | MAY_SENSITIVE, false, true, 0},
	{{"hr_head", "人事主管"}, MAY_SIGNED_IN | MAY_TRAINEE_SEE | MAY_REPORT_SEE | MAY_FORM_SEE | MAY_EXAM_SEE | MAY_LIFE_SEE |
		MAY_SENSITIVE, false, false, 0},
	{{"agency_head", "機關首長"}, MAY_SIGNED_IN | MAY_TRAINEE_SEE | MAY_REPORT_SEE | MAY_FORM_SEE | MAY_EXAM_SEE | MAY_LIFE_SEE |
		MAY_SENSITIVE, false, false, 0},
	{{"dgpa", "人事總處承辦人"}, MAY_SIGNED_IN | MAY_DGPA | MAY_LEARN_ACCOUNT | MAY_MATERIAL, true, false, 0},
	{{"top_admin", "機關最高管理者"}, MAY_SIGNED_IN | MAY_LEARN_ACCOUNT, false, false, LEARN_DELEGATED | LEARN_HR},
	{{"officer", "承辦人"}, MAY_SIGNED_IN, false, false, LEARN_DELEGATED | MAY_HR_COURSES},
	{{"learner", "學員"}, MAY_SIGNED_IN | MAY_LEARNER, false, false, 0},
	{{"stats", "統計報表"}, MAY_SIGNED_IN | MAY_STATISTICS_VIEW, false, false, 0},
	{{"training_institute", "訓練機關（構）、學校承辦人"}, MAY_SIGNED_IN | MAY_PARTICIPANT_SEE | MAY_CLASS | MAY_SCORE_SEND, false,
		false, 0},
	{{0}, 0, false, false, 0}
};

const struct code role_codes[] = {
	{"agency_officer", "機關人事人員"}, {"csptc_officer", "保訓會承辦人"},
	{"nacs_officer", "國家文官學院承辦人"}, {"sysadmin", "系統管理者"}, {"mentor", "輔導員"}, {"unit_head", "單位主管"},
	{"hr_head", "人事主管"}, {"agency_head", "機關首長"}, {"dgpa", "人事總處承辦人"}, {"top_admin", "機關最高管理者"}, {"officer", "承辦人"},
	{"learner", "學員"}, {"stats", "統計報表"}, {"training_institute", "訓練機關（構）、學校承辦人"}, {0}
};

const struct permission permissions[] = {
	{"home.todo", MAY_LEARN_TODO}, {"batch.query", MAY_LEARN_BATCH}, {"course.maintain", MAY_COURSE}, {"instructor.maintain", MAY_INSTRUCTOR},
	{"instructor.search", MAY_INSTRUCTOR_SEARCH}, {"registration.review", MAY_REGISTRATION}, {"hours.maintain", MAY_HOURS},
	{"material.maintain", MAY_MATERIAL}, {"hours.download", MAY_HOURS_DOWNLOAD}, {"nomination", MAY_LEARN_NOMINATION},
	{"hr.status", MAY_HR_STATUS}, {"hr.units", MAY_HR_UNITS}, {"rpt.required", MAY_RPT_REQUIRED}, {"rpt.hr", MAY_RPT_HR},
	{"rpt.performance", MAY_RPT_PERFORMANCE}, {"rpt.enterprise", MAY_RPT_ENTERPRISE}, {"hr.members", MAY_HR_MEMBERS},
	{"rpt.members", MAY_RPT_MEMBERS}, {"hr.bizcategory", MAY_HR_CATEGORY}, {"hr.review", MAY_HR_REVIEW},
	{"hr.snapshot", MAY_HR_SNAPSHOT}, {"hr.gender", MAY_HR_GENDER}, {"hr.courses", MAY_HR_COURSES}, {"stat", MAY_STATISTICS}, {0}
};

const struct permission *permission_named(const char *code)
{
	for (const struct permission *p = permissions; p->code; p++)
		if (!strcmp(p->code, code))
			return p;
	return NULL;
}

static const struct { uint64_t may; const char *name; } names[] = {
	{MAY_SIGNED_IN, "登入"}, {MAY_TRAINEE_SEE, "查看受訓人員"}, {MAY_TAKE_OVER, "轉為本機關人員"},
	{MAY_TAKE_OVER_UNDO, "還原轉為本機關人員"}, {MAY_REPORT_SEE, "查看報到日期"}, {MAY_REPORT_EDIT, "維護報到日期"},
	{MAY_FORM_SEE, "查看實務訓練計畫表"}, {MAY_FORM_EDIT, "維護實務訓練計畫表"}, {MAY_FORM_RETURN, "退回實務訓練計畫表"},
	{MAY_ROSTER_IMPORT, "匯入錄取人員名冊"}, {MAY_EXAM_EDIT, "維護考試資料"}, {MAY_EXAM_SEE, "查看考試資料"},
	{MAY_CONTACT_EDIT, "維護聯絡電話"}, {MAY_CALENDAR_EDIT, "維護辦公日曆"}, {MAY_ACCOUNT_EDIT, "維護帳號"},
	{MAY_AGENCY_EDIT, "維護機關"}, {MAY_AUDIT_SEE, "查看稽核紀錄"}, {MAY_CERTIFICATE_SEE, "請證系統"},
	{MAY_PROMOTION_SEE, "升官等線上報送系統"}, {MAY_LIFE_SEE, "查看受訓紀錄"}, {MAY_LIFE_EDIT, "維護受訓紀錄"},
	{MAY_GUIDE, "輔導受訓人員"}, {MAY_UNIT_HEAD, "單位主管初核"}, {MAY_COLLEGE, "國家文官學院辦理事項"}, {MAY_COMMISSION, "保訓會核定"},
	{MAY_SENSITIVE, "查看特殊異常等機敏資料"}, {MAY_FEE_EDIT, "維護證書費"}, {MAY_PAYMENT, "繳費對帳"},
	{MAY_PROMOTION_EDIT, "升官等訓練遴選"}, {MAY_PROMOTION_CALL, "升官等訓練調訓"},
	{MAY_LEARN_TODO, "待辦事項"}, {MAY_LEARN_BATCH, "學習資訊上傳進度查詢"}, {MAY_COURSE, "新增/維護課程"}, {MAY_INSTRUCTOR, "維護講師"},
	{MAY_INSTRUCTOR_SEARCH, "查詢講師資料庫"}, {MAY_REGISTRATION, "報名准駁/下載名冊"}, {MAY_HOURS, "登錄/維護學習時數"},
	{MAY_MATERIAL, "數位教材資訊通報"}, {MAY_LEARN_ACCOUNT, "會員管理"}, {MAY_HOURS_DOWNLOAD, "成績下載"}, {MAY_LEARN_NOMINATION, "薦送報名"},
	{MAY_HR_STATUS, "同仁學習狀況明細"}, {MAY_HR_UNITS, "同仁課程資料查詢"}, {MAY_HR_MEMBERS, "同仁登錄會員明細"},
	{MAY_HR_CATEGORY, "類別維護(與業務相關)"}, {MAY_HR_REVIEW, "學習時數(複核及修改)"}, {MAY_HR_SNAPSHOT, "學習時數修改(職稱、官職等)"},
	{MAY_HR_GENDER, "性別主流化訓練情形調查"}, {MAY_HR_COURSES, "機關課程查詢"}, {MAY_RPT_REQUIRED, "必須完成課程參與情形統計表"},
	{MAY_RPT_HR, "人資報告學習時數統計表"}, {MAY_RPT_PERFORMANCE, "施政績效管理資訊"}, {MAY_RPT_ENTERPRISE, "施政績效管理資訊(事業機構)"},
	{MAY_RPT_MEMBERS, "同仁登錄會員統計(含所屬機關)"}, {MAY_STATISTICS, "統計報表"}, {MAY_STATISTICS_VIEW, "查看特定統計報表"},
	{MAY_LEARNER, "學員"}, {MAY_DGPA, "人事總處辦理事項"},
	{MAY_PARTICIPANT_SEE, "查看升官等訓練參訓人員"}, {MAY_CLASS, "辦理升官等訓練班務"}, {MAY_SCORE_SEND, "登錄升官等訓練成績"},
};

const char *may_name(uint64_t may)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i].may & may)
			return names[i].name;
	return "";
}

/* The functions of its permission matrix are the bits from the first of them on. */
const char *may_refusal(uint64_t may)
{
	return may >= MAY_LEARN_TODO && may < (MAY_DGPA << 1) ? "E-AUTH-01" : "ERR_NO_RIGHT";
}

const struct role *role_find(const char *id)
{
	for (const struct role *r = roles; r->code.id; r++)
		if (!strcmp(r->code.id, id))
			return r;
	return NULL;
}
