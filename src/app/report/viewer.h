/* viewer.h: 伍、查看特定統計報表: accounts of 身份「統計報表」 that see some reports of some agencies, and nothing else.  Private to report/. */
#ifndef PEIXUN_REPORT_VIEWER_H
#define PEIXUN_REPORT_VIEWER_H

#include "app/report/report.h"

bool viewer_is(const struct who *);                             /* signed in as 統計報表 */
/* Was the account given this report, for whatever agency, today?  False: refused (E-AUTH-01), and the reply is made. */
bool viewer_may(struct req *, const struct report *);
/* The agencies that a viewer asked for, within those given; "": the first of these.  Sets span, lists and least of the run, or notes
 * E-SCOPE-01 at "agency". */
void viewer_asked(struct req *, struct report_run *, const char *code);
/* A report was opened: audited.                                                                                 LEARN-705 */
void viewer_opened(struct req *, const struct report_run *);
/* The codes and names of the agencies given for a report, for the form: "323000000A 示範部（含所屬機關）、…" */
const char *viewer_agencies(struct req *, const struct report *);

extern const struct route viewer_routes[];

#endif
