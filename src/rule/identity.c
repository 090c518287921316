/* identity.c: see identity.h. */
#include "rule/identity.h"

#include <string.h>

#include "base/national_id.h"
#include "base/text.h"
#include "rule/rule.h"

static const char law_citizen[] = "國民身分證及戶口名簿格式內容製發相片影像檔建置管理辦法第3條；國民身分證統一編號檢查碼規則",
	law_resident[] = "外來人口統一證號編碼及檢查碼規則",
	law_both[] = "國民身分證統一編號及外來人口統一證號編碼規則";

char *identity_normal(struct arena *mem, const char *typed)
{
	char *text = text_upper(mem, typed), *to = text;

	for (const char *from = text; *from; from++)
		if (!strchr(" \t-", *from))
			*to++ = *from;
	*to = '\0';
	return text;
}

void identity_judge(struct verdict *v, const struct identity_facts *f, struct identity_values *to)
{
	const char *id = identity_normal(v->mem, f->id);

	v->result = RESULT_NOT_MET;
	if (!national_id_formed(id)) {
		v->code = "E-ID-01";
		verdict_say(v, law_both, "格式不符：應為1個英文字母及9位數字，第2碼為1、2、8或9；或2個英文字母（第2碼A至D）及8位數字");
		return;
	}
	if (!national_id_valid(id)) {
		v->code = "E-ID-02";
		verdict_say(v, national_id_resident(id) ? law_resident : law_citizen, "%s檢查碼不符，請核對各碼", mask_id(v->mem, id));
		return;
	}
	v->result = RESULT_MET;
	to->kind = national_id_resident(id) ? "resident" : "citizen";
	to->sex = national_id_female(id) ? "女" : "男";
	verdict_say(v, national_id_resident(id) ? law_resident : law_citizen, "%s格式及檢查碼均符合：%s，%s性", mask_id(v->mem, id),
		national_id_resident(id) ? "外來人口統一證號" : "國民身分證統一編號", to->sex);
}

static void identity_rule(struct verdict *v, const void *facts, void *values)
{
	identity_judge(v, facts, values);
}

static const char *const kinds[] = {"citizen", "resident", NULL}, *const kinds_shown[] = {"國民", "外來人口", NULL};

static const struct fact in[] = {
	FACT(identity_facts, id, TEXT, "身分證統一編號", .personal = true),
	{0}
}, out[] = {
	FACT(identity_values, kind, TEXT, "種類", .choices = kinds, .shown = kinds_shown),
	FACT(identity_values, sex, TEXT, "性別"),
	{0}
};

const struct rule identity_rules[] = {
	{"national-id", "身分證統一編號及統一證號之格式與檢查碼", "LEARN-008 ACMS-1.4", RULE_WITHOUT_PLAN, in, out,
		sizeof(struct identity_facts), sizeof(struct identity_values), identity_rule},
	{0}
};
