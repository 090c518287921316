/* letter.c: letters (函) that go with the forms: the words of each kind, and how a letter stands on paper.
 *                                                                    PLAN-046, 050, 058, 061, 065, 113, 122, 129 */
#include <string.h>

#include "app/paper/paper_form.h"
#include "base/text.h"

#define COMMISSION "公務人員保障暨培訓委員會"
#define AUTHORITIES "行政院人事行政總處|銓敘部"                  /* who allocate */

const struct code paper_letter_kinds[] = {
	{"exemption", "免除基礎訓練"}, {"shortening", "縮短實務訓練"}, {"stop", "停止訓練"}, {"retraining", "重新訓練"},
	{"revocation", "廢止受訓資格"}, {"failing_score", "實務訓練成績不及格"}, {"certificate", "請領考試及格證書"},
	{"makeup", "補訓或重新訓練"}, {0}
};

/* The words of a kind, in the braces of document.h.  Enclosures are parted by |. */
static const struct words { const char *kind, *subject, *explanation, *enclosures; } all_words[] = {
	{"exemption", "檢送本機關" EXAM "錄取人員{who}應免除基礎訓練人員清冊及相關證明文件各1份，請核定免除基礎訓練。",
		"旨揭人員業依報到時所填載之資料造具清冊，並經本機關校核相關證明文件。", "應免除基礎訓練人員清冊|考試及格證書|基礎訓練成績通知單"},
	{"shortening", "檢送本機關" EXAM "錄取人員{who}縮短實務訓練申請書及相關證明文件各1份，請核准縮短實務訓練。",
		"旨揭人員所填資料業經本機關審核無誤。", "縮短實務訓練申請書|銓敘部銓敘審定函|在職或離職證明"},
	{"stop", "本機關" EXAM "錄取人員{who}{cause|　　　　　　　　}，請核定停止訓練。",
		"檢附旨揭人員相關證明文件。", "相關證明文件"},
	{"retraining", "檢送本機關" EXAM "錄取人員{who}重新訓練申請書及相關證明文件各1份，請核定重新訓練。",
		"旨揭人員停止訓練之原因業已消滅。", "重新訓練申請書|停止訓練原因消滅證明文件"},
	{"revocation", "本機關" EXAM "錄取人員{who}{cause|　　　　　　　　}，請廢止受訓資格。",
		"檢附旨揭人員相關事證資料。", "相關事證資料"},
	{"failing_score", "檢送本機關" EXAM "錄取人員{who}實務訓練成績評定不及格相關事證資料1份，請核處。",
		"旨揭人員業經本機關考績委員會審議，並給予其陳述意見之機會，作成紀錄後送首長評定。",
		"實務訓練成績考核表|實務訓練計畫表|實務訓練輔導紀錄表|個別會談紀錄表|實務訓練期間特殊異常情事通報及輔導紀錄表|考績委員會紀錄"},
	{"certificate", "檢送本機關" EXAM "錄取人員{who}實務訓練及性質特殊訓練成績清冊1份，請核轉報請考試院發給考試及格證書。",
		"旨揭人員訓練期滿，各階段訓練成績均為及格。", "實務訓練及性質特殊訓練成績清冊"},
	{"makeup", EXAM "正額錄取人員{who}申請{cause|補訓}一案，業經本會核准，請遇缺依序分配訓練。",
		"旨揭人員前經本會核准保留受訓資格，保留原因消滅或保留期限屆滿後，於規定期間內提出申請。", "申請書"},
};

static const struct words *words_of(const char *kind)
{
	for (int i = 0; kind && i < COUNT(all_words); i++)
		if (!strcmp(all_words[i].kind, kind))
			return &all_words[i];
	return NULL;
}

static const char *spoken(struct arena *mem, const struct paper_letter *l, const char *words)
{
	static const struct document_field fields[] = {{"exam_year", NULL}, {"exam_name", NULL}, {"who", NULL}, {"cause", NULL}, {NULL, NULL}};
	static const struct document letter = {.id = "letter", .fields = fields};
	const struct document_value values[] = {
		{"exam_year", l->head.exam_year ? arena_print(mem, "%lld", (long long)l->head.exam_year) : NULL},
		{"exam_name", l->head.exam_name}, {"who", l->who},
		{"cause", !l->cause || text_is(l->kind, "makeup") ? l->cause : arena_print(mem, "因%s", l->cause)}, {NULL, NULL}
	};

	return document_text(mem, &letter, words, &(struct document_data){.values = values});
}

static struct fact_texts cut(struct arena *mem, const char *list)
{
	struct fact_texts to = {0, arena_array(mem, strlen(list) + 1, sizeof *to.at)};

	for (size_t n; *list; list += n + (list[n] == '|')) {
		n = strcspn(list, "|");
		to.at[to.n++] = arena_bytes(mem, list, n);
	}
	return to;
}

static struct fact_texts points(struct arena *mem, const struct paper_letter *l, const struct words *w)
{
	struct fact_texts to = {0, arena_array(mem, 2, sizeof *to.at)};

	if (l->basis && *l->basis)
		to.at[to.n++] = arena_print(mem, "依據%s辦理。", l->basis);
	to.at[to.n++] = w->explanation;
	return to;
}

void paper_letter_fill(struct arena *mem, struct paper_letter *l)
{
	const struct words *w = words_of(l->kind);

	if (!w)
		return;
	if (!l->subject || !*l->subject)
		l->subject = spoken(mem, l, w->subject);
	if (!l->explanation.n)
		l->explanation = points(mem, l, w);
	if (!l->enclosures.n)
		l->enclosures = cut(mem, w->enclosures);
	if (!l->recipients.n)
		l->recipients = cut(mem, l->to && *l->to ? l->to : text_is(l->kind, "makeup") ? AUTHORITIES : COMMISSION);
	if (!l->to || !*l->to)
		l->to = fact_texts_line(mem, &l->recipients);
}

static void complete(struct arena *mem, void *record)
{
	paper_letter_fill(mem, record);
}

static const char *full_name(const char *name)
{
	return text_is(name, "保訓會") ? COMMISSION : text_is(name, "文官學院") ? "國家文官學院" : name;
}

/* A register of scores goes where the plan sends it.                                                    PLAN-130 */
static void take_recipient(struct arena *mem, void *record, const struct plan *plan)
{
	struct paper_letter *l = record;
	const struct fact_texts *route = &plan_value(plan, PLAN_CERT_ROUTE)->texts;

	(void)mem;
	if (text_is(l->kind, "certificate") && route->n && (!l->to || !*l->to))
		l->to = full_name(route->at[0]);
}

static const struct fact letter_facts[] = {
	IN(paper_letter, head, agency, TEXT, "機關全銜"), MARKS(paper_letter),
	IN(paper_letter, head, exam_year, INT, "考試年度", OPTIONAL), IN(paper_letter, head, exam_name, TEXT, "考試名稱", OPTIONAL),
	FACT(paper_letter, kind, TEXT, "函之種類", OPTIONAL), FACT(paper_letter, who, TEXT, "受訓人員", OPTIONAL),
	FACT(paper_letter, cause, TEXT, "事由", OPTIONAL), FACT(paper_letter, basis, TEXT, "法令依據", OPTIONAL),
	FACT(paper_letter, address, TEXT, "地址"), FACT(paper_letter, contact_name, TEXT, "承辦人"),
	FACT(paper_letter, contact_phone, TEXT, "電話"), FACT(paper_letter, contact_mail, TEXT, "電子信箱", OPTIONAL),
	FACT(paper_letter, to, TEXT, "受文者"), FACT(paper_letter, date, DATE, "發文日期"), FACT(paper_letter, number, TEXT, "發文字號"),
	FACT(paper_letter, speed, TEXT, "速別", OPTIONAL), FACT(paper_letter, secrecy, TEXT, "密等及解密條件或保密期限", OPTIONAL),
	FACT(paper_letter, enclosures, TEXTS, "附件", OPTIONAL),
	FACT(paper_letter, subject, TEXT, "主旨"), FACT(paper_letter, explanation, TEXTS, "說明"),
	FACT(paper_letter, recipients, TEXTS, "正本"), FACT(paper_letter, copies, TEXTS, "副本", OPTIONAL),
	FACT(paper_letter, signer, TEXT, "首長", OPTIONAL),
	{0}
};

#define SMALL(t) TEXT(t, .size = 11, .leading = 1.35, .indent = 250)
#define LINE(t, h) TEXT(t, .size = 12, .leading = 1.45, .hang = h)
#define BODY(t, in, h) TEXT(t, .size = 15, .leading = 1.7, .indent = in, .hang = h)

static const struct document_part letter_parts[] = {
	TEXT("{agency|(機關全銜)}　函", .size = 20, .leading = 1.8, .align = PDF_CENTRE), GAP(6),
	SMALL("地址：{address}"), SMALL("承辦人：{contact_name}"), SMALL("電話：{contact_phone}"), SMALL("電子信箱：{contact_mail}"), GAP(10),
	TEXT("受文者：{to}", .size = 15, .leading = 1.8, .hang = 60), GAP(6),
	LINE("發文日期：中華民國{date|　　　年　　月　　日}", 60), LINE("發文字號：{number}", 60), LINE("速別：{speed|普通件}", 36),
	LINE("密等及解密條件或保密期限：{secrecy}", 156), LINE("附件：{enclosures.inline}", 36), GAP(14),
	BODY("主旨：{subject}", 0, 45), BODY("說明：", 0, 45), BODY("{explanation.points}", 15, 30), GAP(20),
	LINE("正本：{recipients.inline}", 36), LINE("副本：{copies.inline}", 36), GAP(24),
	TEXT("{signer}", .size = 18, .leading = 2),
	{0}
};

PAPER(letter, letter, "{agency}函{number}", .complete = complete, .take = take_recipient)
