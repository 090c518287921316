/* forms.c: see forms.h.  Made by the acts of the slice planform, at the days on which an officer would have done them. */
#include "app/sample/forms.h"

#include "app/account/account.h"
#include "app/planform/planform.h"
#include "app/sample/sample.sql.h"
#include "file/temp.h"

enum { PDF_MEMORY = 64 << 20, DAY = 86400, IN_TIME = 3, TOO_LATE = 9, ROUND = 5, SENT_BACK = 6 };

static const struct { const char *unit, *work, *observation, *cases; } contents[] = {
	{"人口政策科", "一、戶籍行政業務之規劃與督導。\n二、新住民照顧輔導業務。\n三、公文收發、檔案管理及其他臨時交辦事項。",
		"觀摩戶籍登記、國籍行政及殯葬管理等3項業務。", "就戶籍更正、歸化申請及門牌編釘等3種實際個案進行討論及演練。"},
	{"人事室", "一、任免遷調案件之擬辦。\n二、差勤管理及獎懲案件之彙辦。\n三、人事資料之建檔與報送。",
		"觀摩任免、考績及退休撫卹等3項業務。", "就商調、考績評定及退休案等3種實際個案進行演練。"},
	{"資訊科", "一、機關網站及共用系統之維運。\n二、資通安全通報與演練。\n三、資訊設備採購之規格研擬。",
		"觀摩系統維運、資安監控及採購驗收等3項業務。", "就網站改版、弱點修補及設備採購等3種實際個案進行討論。"},
};
enum { CONTENTS = sizeof contents / sizeof *contents };

struct making {
	struct db *db;
	struct arena *mem;
	struct who officer, commission;
	struct planform form;
	struct planform_upload upload;
	struct moment at;
	int i;
};

static struct planform_who by(const struct who *who, struct moment at)
{
	return (struct planform_who){who->account, who->agency, "192.0.2.1", at};
}

static void fill_in(struct db *db, void *with)
{
	struct making *m = with;
	struct planform_who who = by(&m->officer, m->at);
	struct planform f = m->form;
	int i = m->i % CONTENTS;

	f.allocation_agency = "行政院人事行政總處";
	f.unit = contents[i].unit;
	f.guide_title = "專員";
	f.guide_name = i ? "許志宏" : "林玉珍";
	f.work_items = contents[i].work;
	f.orientation = "報到後2日內，介紹機關環境、單位簡介、公文辦理流程、電腦操作流程及實務訓練相關規定。";
	f.observation = contents[i].observation;
	f.cases = contents[i].cases;
	f.talks = "期中及期末各進行1次個別會談。";
	planform_save(db, &who, &m->form, &f);
	planform_issue(db, &who, &m->form, 1);
}

static void upload(struct db *db, void *with)
{
	struct making *m = with;
	struct planform_who who = by(&m->officer, m->at);

	planform_store(db, &who, &m->upload);
}

static void send_back(struct db *db, void *with)
{
	struct making *m = with;
	struct planform_who who = by(&m->commission, m->at);

	planform_return(db, &who, &m->form, m->upload.number, "缺機關首長核章");
}

/* The form itself stands for the signed copy. */
static void make_copy(struct making *m)
{
	struct arena *own = arena_new(PDF_MEMORY);
	struct planform_contact contact = {m->form.agency, m->officer.full_name, ""};
	struct plan_form paper = planform_paper(m->mem, &m->form, &contact);
	struct pdf *pdf = pdf_new(own, &(struct pdf_about){.title = "實務訓練計畫表", .author = m->form.agency_name, .created = m->at});
	int fd = temp_file(m->mem);

	plan_form_draw(pdf, &paper);
	pdf_write(pdf, fd);
	arena_free(own);
	m->upload = (struct planform_upload){.form = &m->form, .name = arena_print(m->mem, "%s-實務訓練計畫表（已核章）.pdf", m->form.name),
		.fd = fd, .size = file_size(fd), .seal_declared = true};
}

/* Of five, three have sent their form, one of them late; one waits for signatures; one has not been downloaded. */
static void make_one(struct making *m, int64_t id, struct moment now)
{
	struct date today = moment_date(now);

	planform_load(m->db, m->mem, id, today, &m->form);
	int64_t reported = now.seconds - (int64_t)days_between(m->form.report_date, today) * DAY;

	m->at.seconds = reported;
	if (m->i % ROUND == 4)
		return;
	db_tx(m->db, fill_in, m);
	m->at.seconds = reported + (m->i % ROUND == 2 ? TOO_LATE : IN_TIME) * DAY;
	if (m->i % ROUND == 3 || m->at.seconds > now.seconds)
		return;
	planform_load(m->db, m->mem, id, today, &m->form);
	make_copy(m);
	db_tx(m->db, upload, m);
	if (m->i == SENT_BACK)
		db_tx(m->db, send_back, m);
}

void sample_forms(struct db *db, struct arena *mem, const char *officer, const char *commission, struct moment now)
{
	struct making m = {.db = db, .mem = mem};

	if (!account_named(db, mem, officer, &m.officer) || !account_named(db, mem, commission, &m.commission))
		return;
	struct rows *ids = db_run(db, &sample_reported, A(m.officer.agency));

	for (; m.i < ids->n; m.i++)
		make_one(&m, row_int(ids, m.i, "id"), now);
}
