/* planform.h: the 實務訓練計畫表 of each person: filled in, downloaded to be signed, and its signed copy brought back.
 *
 * The acts below stand between a page, JSON or a command and the database: each is one transaction with its audit rows, its deadline
 * and its notices.  Knows the layout only through form.h; the deadline itself belongs to the slice trainee.     ACMS-038 … 052, PLAN-078 */
#ifndef PEIXUN_PLANFORM_H
#define PEIXUN_PLANFORM_H

#include "app/planform/form.h"
#include "app/store/store.h"
#include "web/req.h"
#include "web/route.h"

/* A person with the form: what the roster and the examination give, what the agency fills in, how far it is. */
struct planform {
	int64_t id, version, exam_year, plan_due_days, agency, number;          /* id: of the person; number: of the newest file, 0: none */
	int64_t outdated;                                       /* the number of the newest file when the 輔導員 changed; 0: did not */
	const char *name, *national_id, *exam_code, *exam_name, *exam_level, *exam_category, *plan, *agency_code, *agency_name, *citation;
	struct code sex, form_state;
	struct date birth_date, report_date, due;
	bool training_supervisor, provisional;
	struct moment issued, uploaded, returned;                       /* issued: last downloaded; the others: of the newest file */
	const char *return_reason;
	/* filled in */
	const char *allocation_agency, *allocation_no, *unit, *series, *guide_title, *guide_name, *work_items, *orientation, *observation,
		*cases, *talks, *contact_name, *contact_phone;
	struct date allocation_date, training_end, guide_from;  /* guide_from: since when the 輔導員 serves; {0}: not told */
};

extern const struct field planform_fields[];                    /* all of them; EDIT: what the agency fills in */
extern const struct route planform_routes[];

int planform_command(struct db *, int argc, char **argv);        /* peixun plan-form list … */

/* False: there is no such person.  Scope was checked before. */
bool planform_load(struct db *, struct arena *, int64_t id, struct date today, struct planform *);

/* As it is printed.  人事單位承辦人 is whoever asks, for persons of the own agency, where the form names nobody else. */
struct planform_contact { int64_t agency; const char *name, *phone; };
struct planform_contact planform_contact(struct db *, const struct who *);
/* 訓練期滿日期: what was filled in, else what the plan gives for a training that is neither shortened nor exempted; {0}: not known. */
struct date planform_training_end(struct arena *, const struct planform *);
struct plan_form planform_paper(struct arena *, const struct planform *, const struct planform_contact *);

/* What the words filled in seem to lack of the least that the annex asks for (ends with NULL), and where it does.  A plan whose annex is not
 * at hand borrows it, as the printed form does, and says so.  Never a reason to refuse.                                   PLAN-079 */
struct planform_advice { const char *const *lacks, *citation; };
struct planform_advice planform_advice(struct arena *, const struct planform *);

/* Inside a transaction: what was filled in.  False: somebody was first.  Where the 輔導員 becomes another and a signed form is there
 * already, a new version of it is asked for, and the agency is told.   PLAN-078 */
struct planform_who { int64_t account, agency; const char *address; struct moment now; };
struct planform_who planform_by(const struct req *);
bool planform_save(struct db *, const struct planform_who *, const struct planform *before, const struct planform *after);
/* The same for the 輔導員 who was appointed, from a day on. */
struct planform_guide { const char *title, *name; struct date from; };
bool planform_guide(struct db *, const struct planform_who *, int64_t id, const struct planform_guide *);
/* And where that was a mistake: a form that names this one names the former again; it is left alone when it names somebody else. */
bool planform_guide_undone(struct db *, const struct planform_who *, int64_t id, const struct planform_guide *, const struct planform_guide *former);
bool planform_is_outdated(const struct planform *);             /* the newest signed form names a former 輔導員 */

/* Forms of some persons made ready to be sent: one as PDF, several as a zip of PDFs with names of their own. */
struct planform_download {
	const char *name, *type;
	int fd;                                                 /* stays with the arena */
	uint64_t size;
};
/* Outside a transaction (10 ms a form).  False, with an issue that names the person: a form can't be made. */
bool planform_make(struct req *, const struct planform *, int n, bool archive, struct planform_download *);
/* Inside a transaction: they were downloaded, all together.   ACMS-039, 040 */
void planform_issue(struct db *, const struct planform_who *, const struct planform *, int n);

/* A signed form that was sent.  check: may be called outside a transaction; notes all that is wrong.   ACMS-043, 046, 047 */
struct planform_upload {
	const struct planform *form;
	const char *name;                                       /* the sender's, kept as it is */
	int fd;
	uint64_t size;
	bool seal_declared;
	int64_t number;                                         /* given by planform_store: its version */
};
void planform_check(const struct planform_upload *, struct issues *);
/* Inside a transaction.  False: not issued (any more), or another file came first.   ACMS-048, 050 */
bool planform_store(struct db *, const struct planform_who *, struct planform_upload *);

/* Inside a transaction: the newest file is 核章不全, the agency is told why and the deadline is open again; or that is taken back.
 * False: it is not the newest, or stands so already.   ACMS-047 */
bool planform_return(struct db *, const struct planform_who *, const struct planform *, int64_t number, const char *reason);
bool planform_return_undo(struct db *, const struct planform_who *, const struct planform *, int64_t number, const char *reason);
#endif
