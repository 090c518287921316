# make: builds build/release/peixun.  make help: the rest.
# One Makefile, no configure step.  MODE=asan builds the same under AddressSanitizer and UBSan, as the tests do.

MODE ?= release
OUT := build/$(MODE)
GEN := build/gen
CC ?= gcc

VERSION := 0.1.0
PACKAGES := sqlite3 libpq libmicrohttpd gnutls jansson libsodium icu-i18n icu-uc xlsxwriter libzip expat pangocairo cairo-pdf zlib libcurl libical
WARN := -Wall -Wextra -Wconversion -Wno-sign-conversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla -Werror
CFLAGS_release := -O2 -g
CFLAGS_asan := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
CFLAGS_fuzz := -O1 -g -fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=undefined
PKG_CFLAGS := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null | sed 's/-I/-isystem /g')
PKG_LIBS := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null)
CFLAGS := -std=gnu11 -D_GNU_SOURCE $(WARN) $(CFLAGS_$(MODE)) -DPEIXUN_VERSION=\"$(VERSION)\" -Isrc -I$(GEN) -I. $(PKG_CFLAGS)
CPPBAN := -include src/base/banned.h
LDFLAGS := $(CFLAGS_$(MODE)) -rdynamic
LIBS := $(PKG_LIBS) -lzint -lm

SRC := $(wildcard src/*/*.c src/app/*/*.c)
PAGES := $(wildcard src/*/*.html src/*/*.xml src/app/*/*.html src/app/*/*.xml)
SQL := $(wildcard src/*/*.sql src/app/*/*.sql)
PICTURES := $(wildcard doc/manual/pictures/*.png)
STATIC := $(wildcard static/*) $(PICTURES) $(GEN)/static/htmx.js
GEN_H := $(PAGES:src/%=$(GEN)/%.h) $(SQL:src/%=$(GEN)/%.h)
GEN_C := $(PAGES:src/%=$(GEN)/%.c) $(SQL:src/%=$(GEN)/%.c) \
	$(GEN)/all_sql.c $(GEN)/migrations.c $(GEN)/tables.c $(GEN)/static.c $(GEN)/cp950_table.c $(GEN)/manual.c
OBJ := $(SRC:src/%.c=$(OUT)/%.o) $(GEN_C:$(GEN)/%.c=$(OUT)/gen/%.o)
LIB := $(OUT)/libpeixun.a
TESTS := $(patsubst %.c,$(OUT)/%,$(wildcard test/base/*.c test/db/*.c test/field/*.c test/rule/*.c test/file/*.c test/web/*.c test/wire/*.c test/kill/*.c \
	test/office/*.c test/fuzz/*.c))
TESTS += $(OUT)/test/story/story
FUZZERS := $(patsubst %.c,$(OUT)/%,$(wildcard test/fuzz/*.c))
BENCH := $(patsubst %.c,$(OUT)/%,$(wildcard bench/*.c))

all: $(OUT)/peixun

# The whole archive, so that a name which two slices give to the world is an error of the linker.
$(OUT)/peixun: $(OUT)/main.o $(LIB)
	$(CC) $(LDFLAGS) -o $@ $(OUT)/main.o -Wl,--whole-archive $(LIB) -Wl,--no-whole-archive $(LIBS)

$(LIB): $(OBJ)
	@rm -f $@
	@$(AR) rcs $@ $^

$(OUT)/%.o: src/%.c | $(GEN_H)
	@mkdir -p $(@D)
	$(CC) $(CPPBAN) $(CFLAGS) -MMD -MP -c -o $@ $<

# Its macros name what is banned, so it comes before the ban.
$(OUT)/file/sheet_write_xlsx.o: CPPBAN := -include xlsxwriter.h $(CPPBAN)

$(OUT)/gen/%.o: $(GEN)/%.c | $(GEN_H)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

# Generators: small C programs, built without sanitizers.
build/tools/tplc: tools/markup.h
build/tools/sqlc: tools/schema.h
build/tools/%: tools/%.c
	@mkdir -p $(@D)
	$(CC) -std=gnu11 -D_GNU_SOURCE -O1 -g $(WARN) -o $@ $< $(if $(findstring cp950,$*),$(shell pkg-config --libs icu-uc 2>/dev/null))$(if $(findstring manual,$*),-lmd4c-html -lmd4c)

$(GEN)/%.html.c $(GEN)/%.html.h &: src/%.html build/tools/tplc
	@mkdir -p $(@D)
	build/tools/tplc $< $(GEN)/$*.html.c $(GEN)/$*.html.h
$(GEN)/%.xml.c $(GEN)/%.xml.h &: src/%.xml build/tools/tplc
	@mkdir -p $(@D)
	build/tools/tplc $< $(GEN)/$*.xml.c $(GEN)/$*.xml.h
$(GEN)/%.sql.c $(GEN)/%.sql.h &: src/%.sql build/tools/sqlc
	@mkdir -p $(@D)
	build/tools/sqlc $< $(GEN)/$*.sql.c $(GEN)/$*.sql.h
$(GEN)/all_sql.c: $(SQL) build/tools/sqlc
	@mkdir -p $(@D)
	build/tools/sqlc --all $@ $(SQL)
$(GEN)/migrations.c: $(wildcard sql/*.sql) build/tools/sqlc
	@mkdir -p $(@D)
	build/tools/sqlc --migrations $@ $(sort $(wildcard sql/*.sql))
$(GEN)/tables.c: $(wildcard sql/*.sql) build/tools/sqlc
	@mkdir -p $(@D)
	build/tools/sqlc --tables $@ $(sort $(wildcard sql/*.sql))
$(GEN)/static.c: $(STATIC) build/tools/embed
	@mkdir -p $(@D)
	build/tools/embed $@ $(STATIC)
$(GEN)/static/htmx.js: package-lock.json
	@mkdir -p $(@D)
	npm ci --no-audit --no-fund --loglevel=error
	cp node_modules/htmx.org/dist/htmx.min.js $@
$(GEN)/manual.c: $(wildcard doc/manual/*.md) $(PICTURES) build/tools/manual
	@mkdir -p $(@D)
	build/tools/manual $@ $(sort $(wildcard doc/manual/*.md))
$(GEN)/cp950_table.c: build/tools/cp950
	@mkdir -p $(@D)
	build/tools/cp950 > $@

$(OUT)/test/%: test/%.c $(LIB)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -MMD -MP $(LDFLAGS) -o $@ $< $(LIB) $(LIBS)
# test/fuzz/run builds these with clang; elsewhere the same files replay their corpus.
build/fuzz/test/fuzz/%: CFLAGS += -DFUZZING -fsanitize=fuzzer
build/fuzz/test/fuzz/%: LDFLAGS += -fsanitize=fuzzer
$(OUT)/bench/%: bench/%.c $(LIB)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -MMD -MP $(LDFLAGS) -o $@ $< $(LIB) $(LIBS)

tests: $(TESTS) $(OUT)/peixun
benches: $(BENCH)
fuzzers: $(FUZZERS)

# The quick inner loop: everything but the browser, the wire and the kill loop.
check:
	$(MAKE) MODE=asan tests
	test/run quick

check-all:
	$(MAKE) MODE=asan tests
	test/run all

run: all
	./run

format:
	clang-format -i $(wildcard src/*.c) $(SRC) $(wildcard src/*/*.h src/app/*/*.h tools/*.c test/*/*.c)

# The longest functions, to be mended when they grow.
top:
	tools/top $(SRC)

graph:
	tools/check-includes --graph

help:
	@sed -n 's/^\([a-z-]*\):.*/\1/p' Makefile | sort -u | tr '\n' ' '; echo

clean:
	rm -rf build

.PHONY: all tests benches fuzzers check check-all run format top graph help clean
.SECONDARY:
-include $(shell find build/$(MODE) -name '*.d' 2>/dev/null)
