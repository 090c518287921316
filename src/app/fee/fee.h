/* fee.h: 證書費: what the certificate of an examination costs and how long one has to pay, as 保訓會 keeps it; and the public page
 * 「請領證書繳款」, where a trainee without an account gets the slip.     ACMS-083 … 093, 097, 098
 *
 * Who is exempt is the law's (rule/fee.h) and the examination's own (exam/exam.h); here stands what others pay. */
#ifndef PEIXUN_FEE_H
#define PEIXUN_FEE_H

#include "web/route.h"

extern const struct route fee_routes[], fee_public_routes[];
#endif
