/* member.h: 會員管理: who maintains what for which agency, and the functions given to each, down the tree of agencies.
 *
 * 總處 gives functions to the 最高管理者 of agencies, these give of what they have to officers below them; what is taken back is taken
 * back all the way down.  It acts on the next request of whoever it is about.                      LEARN-331 … 337, SM-8 */
#ifndef PEIXUN_MEMBER_H
#define PEIXUN_MEMBER_H

#include "web/route.h"

extern const struct route member_routes[];
#endif
