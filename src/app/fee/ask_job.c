/* ask_job.c: asks the payment service for orders that nobody told of, each less and less often, for four days.           ACMS-094 */
#include "app/fee/trade.h"
#include "app/fee/trade.sql.h"
#include "base/log.h"

enum { MINUTE = 60, HOUR = 3600, PERIOD = 300, AT_ONCE = 20 };

/* Seconds until the next question, after so many answers; then no more. */
static const int pauses[] = {10 * MINUTE, 20 * MINUTE, HOUR, 4 * HOUR, 18 * HOUR, 24 * HOUR, 24 * HOUR, 24 * HOUR};

struct asking { struct job *job; const char *number; int asked; const char *problem; struct gateway_result result; };

static void note(struct db *db, void *with)
{
	struct asking *a = with;
	struct moment now = a->job->now;
	int n = a->asked + !a->problem;
	bool again = n <= (int)(sizeof pauses / sizeof *pauses);

	db_run(db, &trade_asked, A(a->number), A(n), again ? A((struct moment){now.seconds + (a->problem ? HOUR / 2 : pauses[n - 1])}) :
		value_moment((struct moment){0}));
	if (a->problem)
		return;
	if (!again && a->result.state == GATEWAY_OPEN)
		a->result.state = GATEWAY_FAILED, a->result.code = "silent";
	trade_settle(db, a->job->mem, &a->result, now);
}

static void ended(struct db *db, void *with)
{
	(void)db;
	job_done(with);
}

/* Each question is a transaction of its own: what was answered before a worker is killed is kept.  A service that is away is not asked
 * for the others. */
static void run(struct job *j)
{
	struct rows *due = gateway_on() ? db_run(j->db, &trade_to_ask, A(j->now), A(AT_ONCE)) : NULL;

	for (int i = 0; due && i < due->n; i++) {
		struct asking a = {.job = j, .number = row_text(due, i, "number"), .asked = (int)row_int(due, i, "asked")};

		if (job_cancelled(j))
			return;
		a.problem = gateway_ask(j->mem, a.number, j->now, &a.result);
		db_tx(j->db, note, &a);
		if (a.problem) {
			log_line("線上繳費 %s: %s", a.number, a.problem);
			break;
		}
	}
	db_tx(j->db, ended, j);
}

const struct job_kind fee_ask_job = {.name = "fee.ask", .run = run, .period_seconds = PERIOD};
