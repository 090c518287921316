/* words.c: what the acts of the log and their subjects are called to people.  Acts that are declared as data elsewhere are asked of
 * who declares them.  Knows no slice. */
#include <string.h>

#include "app/audit/audit.h"
#include "base/code.h"
#include "base/text.h"
#include "field/field.h"

static const struct code acts[] = {
	{"refused", "拒絕（無權限）"}, {"backup", "備份"}, {"restore", "還原備份"},
	{"sign-in", "登入"}, {"sign-in.failed", "登入失敗"}, {"sign-in.locked", "登入遭鎖定"}, {"sign-in.certificate", "以機關憑證登入"},
	{"sign-in.certificate-refused", "機關憑證無法使用"}, {"sign-in.certificate-unknown", "機關憑證未登記"},
	{"account.password", "變更密碼"}, {"account.switch", "切換兼辦單位"}, {"sign-in.expired", "登入（帳號逾期）"},
	{"sign-in.outside", "經身分驗證服務登入"},
	{"sign-in.outside-refused", "經身分驗證服務登入遭拒"}, {"account.linked", "連結身分驗證服務之帳號"},
	{"account.token", "產生 API 權杖"}, {"account.token-revoked", "停用 API 權杖"},
	{"member.add", "新增維護人員"}, {"member.change", "編輯維護人員"}, {"member.give", "授權功能"}, {"member.take", "收回功能"},
	{"announcement.add", "新增重要訊息"}, {"announcement.change", "修改重要訊息"},
	{"announcement.file", "異動重要訊息附件"}, {"manual.add", "新增使用手冊版本"},
	{"posting.add", "新增任職紀錄"}, {"posting.change", "修改任職紀錄"}, {"posting.remove", "刪除任職紀錄"},
	{"colleague.change", "更正人員基本資料"},
	{"year_setting.add", "新增年度標準"}, {"year_setting.change", "修改年度標準"}, {"required_topic.add", "新增必須完成課程項目"},
	{"required_topic.change", "修改必須完成課程項目"}, {"required_topic.remove", "刪除必須完成課程項目"},
	{"staff_group.add", "新增人員類別"}, {"staff_group.change", "修改人員類別"},
	{"code.add", "新增代碼"}, {"code.change", "修改代碼"}, {"member.reset", "重設密碼"}, {"member.besides", "新增兼辦單位"},
	{"account.reminders", "變更提醒方式"}, {"account.calendar", "產生行事曆訂閱網址"}, {"account.calendar-closed", "停用行事曆訂閱網址"},
	{"apply.code", "寄送線上申辦驗證碼"}, {"apply.code-none", "索取線上申辦驗證碼（資料不符）"}, {"apply.enter", "進入線上申辦"},
	{"apply.mailbox", "更正線上申辦信箱"},
	{"hours.add", "新增學員時數"}, {"hours.set", "修改學習時數或認證"}, {"hours.delete", "刪除學習時數"}, {"hours.restore", "復原學習時數"},
	{"hours.key", "更正課程資料"}, {"hours.review", "複核學習時數"}, {"hours.return", "退回學習時數"}, {"hours.recall", "撤銷複核"},
	{"hours.proof-read", "讀取學習時數證明文件"}, {"hours.snapshot", "修改學習時數之職稱、官職等"},
	{"gender.save", "暫存性別主流化調查表"}, {"gender.send", "送出性別主流化調查表"}, {"gender.round", "設定性別主流化調查年度"},
	{"gender.reopen", "延長性別主流化填報期限"},
	{"category.set", "設定與業務相關類別"}, {"category.reset", "取消與業務相關類別設定"},
	{"trainee.take-over", "轉為本機關人員"}, {"trainee.give-back", "還原轉為本機關人員"}, {"trainee.report-date", "報到日期"},
	{"trainee.report-date-undone", "還原報到日期"}, {"trainee.find", "查詢"}, {"trainee.find-none", "查詢（查無資料）"},
	{"trainee.change", "分配資料"}, {"roster.take", "名冊匯入更新"},
	{"plan-form.save", "實務訓練計畫表內容"}, {"plan-form.issue", "下載實務訓練計畫表"}, {"plan-form.upload", "上傳實務訓練計畫表"},
	{"plan-form.read", "檢視上傳之計畫表"}, {"plan-form.return", "核章不全"}, {"plan-form.return-undone", "取消核章不全"},
	{"training.bt", "基礎訓練"}, {"training.bt_class", "基礎訓練班期"}, {"training.end", "訓練期滿日"}, {"training.plan", "適用計畫"},
	{"training.overlap", "訓期重疊"},
	{"certificate.data", "請證資料"}, {"certificate.education", "教育訓練成績"}, {"certificate.proof", "附上證明文件"},
	{"certificate.proof-read", "讀取證明文件"}, {"certificate.proof-removed", "移除證明文件"}, {"certificate.received", "成績清冊收件"},
	{"certificate.serial-made", "產製申請序號"}, {"certificate.serial-added", "申請序號加入人員"},
	{"certificate.serial-removed", "申請序號移除人員"}, {"certificate.serial-deleted", "刪除申請序號"},
	{"certificate.serial-confirmed", "確認申請"}, {"certificate.serial-sent", "函送成績清冊"}, {"certificate.serial-returned", "退回申請"},
	{"certificate.serial-void", "作廢申請序號"}, {"certificate.csptc-number", "登錄保訓會請證文號"},
	{"certificate.exam-yuan-number", "登錄考試院發證文號"},
	{"fee.query", "查詢請領證書繳費單"}, {"fee.slip", "下載請領證書繳費單"}, {"fee.receipt", "下載收據"},
	{"fee.payment", "款項通知"}, {"payment.settle", "處理款項"}, {"payment.reopen", "撤銷款項處理"},
	{"fee.online", "線上繳費"}, {"fee.online.cancel", "取消線上繳費"}, {"fee.online.failed", "線上繳費未完成"},
	{"fee.online.trial", "線上繳費模擬付款"}, {"fee.online.refused", "拒絕線上繳費通知"},
	{"import.upload", "上傳匯入檔"}, {"import.confirm", "確認匯入"}, {"import.confirm-correct", "僅匯入正確資料"}, {"import.cancel", "取消匯入"},
	{"import.abandon", "放棄匯入"}, {"import.undo", "還原匯入"}, {"import.store", "匯入完成"}, {"import.decide", "匯入衝突之決定"},
	{"course.lessons", "科目與講師"}, {"course.offline", "下線"}, {"course.online", "重新上線"}, {"course.stop", "停開"},
	{"candidate.decide", "人工審定參訓資格"}, {"survey.run", "重新審查參訓資格"},
	{"selection.save", "登錄積分及受訓序列"}, {"selection.meeting", "登錄甄審委員會會議"},
	{"nomination.delete", "刪除名冊檔案"}, {"nomination.confirm", "確認上傳名冊"}, {"nomination.return", "退回名冊"},
	{"nomination.accept", "受理名冊"}, {"nomination.remind", "提醒報送名冊"}, {"participant.assign", "編班"},
	{"award.file", "報請發給訓練合格證書"}, {"award.return", "退回請證"}, {"award.issue", "登錄證書字號"},
	{"award.correct", "更正證書字號"}, {"award.list", "列印請領名冊"},
	{"recheck.apply", "申請複查成績"}, {"recheck.extend", "延長複查答復"}, {"recheck.answer", "答復複查"},
	{"result.enter", "登錄成績"},
	{"result.determine", "核定成績"}, {"result.receipt", "登錄成績單簽收日期"},
	{"result.correct", "更正成績"}, {"result.register", "列印成績清冊"}, {"result.reports", "列印成績單"},
	{"class.add", "新增班別"}, {"class.change", "修改班別"},
	{"class.remove", "刪除班別"}, {"class.report", "登錄報到"}, {"class.leave", "登錄請假或曠課"}, {"class.leave_void", "作廢請假或曠課"},
	 {"quota.save", "計算參訓人數統計表"},
	{"office-calendar.load", "載入辦公日曆"},
	{"hours.report", "登錄民間機構學習時數"}, {"registration.make", "報名"}, {"registration.withdraw", "取消報名"},
	{"registration.approve", "核可報名"},
	{"registration.reject", "駁回報名"},
	{"registration.approve-all", "全部核可報名"}, {"registration.reject-all", "全部駁回報名"},
	{"personal.read", "完整顯示身分證字號"}, {"download.ask", "申請下載"}, {"download.fetch", "下載檔案"},
	{"report.open", "查看統計報表"}, {"report.list", "匯出報表名單"},
	{"load.agencies", "載入機關"}, {"load.examinations", "載入考試"}, {"load.accounts", "載入帳號"}, {0}
};

static const struct code subjects[] = {
	{"course", "課程"}, {"instructor", "講師"}, {"material", "數位教材"}, {"posting", "任職紀錄"},
	{"colleague", "人員基本資料"},
	{"account", "帳號"}, {"address", "網址"}, {"agency", "機關"}, {"unit", "內部單位"}, {"announcement", "重要訊息"}, {"code", "代碼"},
	{"certificate", "機關憑證"}, {"contact", "聯絡電話"}, {"database", "資料庫"},
	{"course", "課程"}, {"registration", "報名"}, {"download", "下載申請"}, {"hours_record", "學習時數"},
	{"gender_round", "性別主流化調查年度"}, {"gender_survey", "性別主流化調查表"}, {"hours_class", "學習時數班別"},
	{"promotion_selector", "遴選機關"}, {"promotion_call", "年度調訓"}, {"promotion_share", "A 欄名額"}, {"promotion_result", "歷年參訓結果"},
		{"promotion_faq", "常見問題"},
	{"candidate", "參訓資格"}, {"exam", "考試"}, {"fee", "證書費"}, {"file", "檔案"}, {"grant", "授權"},
	{"import", "匯入批次"}, {"office-calendar", "辦公日曆"}, {"person", "人員"}, {"survey", "參訓資格調查"},
	{"selection", "遴選"}, {"quota", "參訓人數統計表"}, {"nomination", "升官等訓練名冊"}, {"participant", "參訓人員"},
	{"class", "班別"}, {"award", "訓練合格證書"}, {"result", "升官等訓練成績"},
	{"payment", "款項"}, {"serial", "申請序號"}, {"trade", "線上繳費交易"}, {"trainee", "受訓人員"}, {0}
};

/* What is kept up: "exam.add". */
static const struct code keeping[] = {{"add", "新增"}, {"change", "變更"}, {"remove", "刪除"}, {"restore", "復原"}, {0}};

static const char *(*more)(struct arena *, const char *action);

void audit_more_words(const char *(*words)(struct arena *, const char *))
{
	more = words;
}

const char *audit_subject_words(const char *subject_kind)
{
	const struct code *c = code_find(subjects, subject_kind);

	return c ? c->label : subject_kind;
}

static const char *kept_words(struct arena *mem, const char *action)
{
	const char *point = strchr(action, '.');
	const struct code *noun = point ? code_find(subjects, arena_bytes(mem, action, (size_t)(point - action))) : NULL;
	const struct code *verb = noun ? code_find(keeping, point + 1) : NULL;

	return verb ? arena_print(mem, "%s%s", verb->label, noun->label) : NULL;
}

const char *audit_words(struct arena *mem, const char *action)
{
	const struct code *c = code_find(acts, action);
	const char *words = c ? c->label : more ? more(mem, action) : NULL;

	if (!words)
		words = kept_words(mem, action);
	return words ? words : action;
}
