/* openapi.h: what the program answers, described for other programs: OpenAPI 3.1, made of the route table and the field tables,
 * so that it can't fall behind them.  Knows no slice.
 *
 * A tag is the area that stands first in a route's crumb; an operation's name is its method and path (getTraineesByTrainee). */
#ifndef PEIXUN_OPENAPI_H
#define PEIXUN_OPENAPI_H

#include "web/route.h"

extern const struct route openapi_routes[];                     /* GET /api/openapi.json, for everybody */

#endif
