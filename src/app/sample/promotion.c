/* promotion.c: 升官等訓練 in the sample: two 遴選機關, the call of the next April, and who was surveyed. */
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "app/account/account.h"
#include "app/agency/agency.h"
#include "app/participant/participant.h"
#include "app/sample/forms.h"
#include "app/sample/sample.sql.h"
#include "app/store/store.h"
#include "app/survey/survey.h"
#include "base/log.h"
#include "base/text.h"

enum { APRIL = 4, ROC = 1911, FILE_MOST = 1 << 16, SURVEYED = 8, CLASS_BEGAN = 60, CLASS_DAYS = 25 };
#define SERVICE "323010000B"
#define SCHOOL_CODE "323030000D"

/* Name, ID, post, day of the top step, three grades, school or examination, since when (years before). */
static const struct { const char *name, *id, *post, *grades[3], *exam, *school; int top, since; } surveyed[SURVEYED] = {
	{"王小明", "A123456789", "警佐一階", {"甲", "甲", "乙"}, "普通考試或警察特考四等考試", "", 2, 5},
	{"陳美玲", "A223456781", "警佐一階", {"乙", "甲", "甲"}, "普通考試或警察特考四等考試", "", 1, 4},
	{"林志強", "B123456780", "警佐二階", {"甲", "甲", "甲"}, "普通考試或警察特考四等考試", "", 2, 6},
	{"李大同", "F123456784", "警佐一階", {"甲", "乙", "乙"}, "", "警員班", 2, 11},
	{"張文同", "D123456782", "警佐一階", {"甲", "", "甲"}, "", "四年學制以上", 2, 7},
	{"孫有方", "E123456783", "警佐一階", {"甲", "甲", "甲"}, "", "專科警員班或專修科", 3, 9},
	{"錢多聞", "H123456786", "警佐一階", {"甲", "甲", "甲"}, "普通考試或警察特考四等考試", "", 1, 2},
	{"周知白", "K123456788", "警佐一階", {"甲", "甲", "乙"}, "普通考試或警察特考四等考試", "", 0, 4},
};

struct calling { int year; int64_t ministry, county; };

static void call(struct db *db, void *with)
{
	const struct calling *c = with;

	db_run(db, &sample_selector_put, A(c->ministry));
	db_run(db, &sample_selector_put, A(c->county));
	db_run(db, &sample_call_put, A(c->year), A(date_make(c->year + ROC, APRIL, 30)));
	db_run(db, &sample_share_put, A(c->year), A(c->ministry), A("0.345"));
	db_run(db, &sample_share_put, A(c->year), A(c->county), A("0.200"));
}

/* ---- a class that has ended, with its scores, to be determined ---- */

static const struct { const char *name, *id, *training, *course; } trained[] = {
	{"吳念慈", "A234567893", "85.00", "78.50"}, {"許文瑞", "F131104093", "80.00", "62.25"}, {"蔡宜芳", "A223456781", "72.00", "58.00"}};

struct training_class { const struct calling *c; struct arena *mem; struct moment now; };

static void train(struct db *db, void *with)
{
	const struct training_class *t = with;
	struct date today = moment_date(t->now), from = date_plus(today, -CLASS_BEGAN), until = date_plus(from, CLASS_DAYS);
	struct participant_news news = {.event = PARTICIPANT_ACCEPTED, .day = date_plus(from, -CLASS_BEGAN), .now = t->now};
	struct agency g = {.code = SERVICE, .name = ""}, school = {.id = t->c->ministry};

	agency_find(db, t->mem, SERVICE, &g);
	agency_find(db, t->mem, SCHOOL_CODE, &school);
	int64_t class = row_int(db_run(db, &sample_class_put, A(roc_year(from)), A(school.id), A(from), A(until), A("第1梯次甲班")), 0, "id");

	for (size_t i = 0; i < sizeof trained / sizeof *trained; i++) {
		struct participant p = {.type = promotion_type_codes[0], .year = roc_year(from), .place = (int64_t)i + 1, .selector = t->c->ministry,
			.agency_code = g.code, .agency_name = g.name, .outcome = outcome_codes[0], .origin = origin_codes[0], .cost = cost_codes[0],
			.sex = sex_codes[1], .national_id = trained[i].id, .name = trained[i].name, .title = "警員",
			.birth_date = date_make(1981, 1, 31)};

		news.event = PARTICIPANT_ACCEPTED;
		if (!participant_load(db, t->mem, participant_add(db, &p, &news), &p))
			continue;
		participant_assign(db, &p, class, school.id, from, until, &news);
		for (int k = 0; k < 2; k++) {
			news.event = k ? PARTICIPANT_COMPLETES : PARTICIPANT_BEGAN;
			news.day = k ? until : from;
			participant_happen(db, &p, &news);
		}
		db_run(db, &sample_class_member, A(p.id), A(class), A(from));
		db_run(db, &sample_class_score, A(p.id), A(trained[i].training), A(trained[i].course));
	}
}

static int survey_file(struct arena *mem, int year)
{
	struct text t = text_new(mem, FILE_MOST);
	int fd = memfd_create("survey", MFD_CLOEXEC);

	text_puts(&t, "年度,訓練類別,服務機關代碼,身分證統一編號,姓名,現任職務,經銓敘審定合格實授,晉敘至本俸最高級日,考績（前3年）,考績（前2年）,"
		"考績（前1年）,考試資格,學歷資格,任合格實授職務起日\n");
	for (int i = 0; i < SURVEYED; i++)
		text_print(&t, "%d,佐升正,323010000B,%s,%s,%s,是,%s,%s,%s,%s,%s,%s,%03d/01/01\n", year, surveyed[i].id, surveyed[i].name,
			surveyed[i].post, surveyed[i].top ? arena_print(mem, "%03d/01/01", year - surveyed[i].top) : "", surveyed[i].grades[0],
			surveyed[i].grades[1], surveyed[i].grades[2], surveyed[i].exam, surveyed[i].school, year - surveyed[i].since);
	if (fd < 0 || write(fd, t.at, t.n) != (ssize_t)t.n)
		fail("the sample's survey can't be written: %m");
	return fd;
}

struct sending { struct import_order order; int64_t content, batch; };

static void take_in(struct db *db, void *with)
{
	struct sending *s = with;

	s->batch = batch_new(db, &s->order, s->content, false);
}

void sample_promotion(struct db *db, struct arena *mem, int64_t ministry, int64_t county, const char *officer, struct moment now)
{
	struct date today = moment_date(now);
	int year = roc_year(today);
	struct who who;
	struct sending s = {.order = {.kind = &survey_kind, .file_name = "參訓資格調查表.csv", .now = now}};

	if (date_before(date_make(year + ROC, APRIL, 30), today))
		year++;
	if (!account_named(db, mem, officer, &who))
		return;
	struct calling c = {year, ministry, county};

	db_tx(db, call, &c);
	db_tx(db, train, &(struct training_class){&c, mem, now});
	s.order.who = &who;
	int fd = survey_file(mem, year);

	s.content = store_content(db, fd);
	close(fd);
	db_tx(db, take_in, &s);
	import_work(db, mem, s.batch, now, NULL);
}
