/* code.h: one entry of a closed list (levels, causes, kinds of identity …): what is stored, and what people read. */
#ifndef PEIXUN_CODE_H
#define PEIXUN_CODE_H

struct code { const char *id, *label; };

#endif
