/* The commands themselves: what goes to which stream, and with which exit status.     DEC PLAN-001 */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "rule/decide.h"
#include "rule/plan_command.h"
#include "test/rule/office.h"
#include "test/tap.h"

enum { OUTPUT_MOST = 1 << 22 };

static struct arena *mem;
static char folder[] = "/tmp/peixun-rule-XXXXXX";

struct ran { int status; const char *out, *err; };

static const char *file(const char *name)
{
	return arena_print(mem, "%s/%s", folder, name);
}

static void write_file(const char *name, const char *bytes, size_t n)
{
	FILE *f = fopen(file(name), "w");

	fwrite(bytes, 1, n, f);
	fclose(f);
}

static const char *read_file(const char *name)
{
	FILE *f = fopen(file(name), "r");
	char *to = arena_get(mem, OUTPUT_MOST);
	size_t n = fread(to, 1, OUTPUT_MOST - 1, f);

	to[n] = '\0';
	fclose(f);
	return to;
}

static void redirect(int fd, const char *name, int flags)
{
	int to = open(file(name), flags, 0600);

	dup2(to, fd);
	close(to);
}

/* One command in a process of its own. */
static struct ran run(const char *const *args, const char *in, size_t n)
{
	int argc = 0, status;
	pid_t child;

	while (args[argc])
		argc++;
	write_file("in", in, n);
	fflush(stdout);
	child = fork();
	if (!child) {
		redirect(0, "in", O_RDONLY);
		redirect(1, "out", O_WRONLY | O_CREAT | O_TRUNC);
		redirect(2, "err", O_WRONLY | O_CREAT | O_TRUNC);
		exit(text_is(args[0], "plan") ? plan_command("plans", argc, (char **)args) :
			decide_command(office(mem), "plans", argc, (char **)args));
	}
	waitpid(child, &status, 0);
	return (struct ran){WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file("out"), read_file("err")};
}

#define RUN(in, ...) run((const char *const[]){__VA_ARGS__, NULL}, in, strlen(in))

static int lines_of(const char *text)
{
	int n = 0;

	for (; *text; text++)
		n += *text == '\n';
	return n;
}

static void test_one(void)
{
	struct ran good = RUN("{\"report_date\":\"2024-02-02\"}", "decide", "plan-form-due", "--plan", "113-disabled");
	struct ran refused = RUN("{\"start\":\"2911-12-31\",\"length\":\"2d\"}\n", "decide", "period-end");
	struct ran bad = RUN("{\"report_date\":\"2024-02-30\"}", "decide", "plan-form-due");

	ok(good.status == 0 && lines_of(good.out) == 1 && strstr(good.out, "\"due\":\"2024-02-15\"") && !*good.err, "DEC one object, one line, status 0");
	ok(refused.status == 0 && strstr(refused.out, "REFUSED") && !*refused.err, "DEC status 0 whatever the result");
	ok(bad.status == 2 && !*bad.out && lines_of(bad.err) == 1, "DEC an input error: status 2, nothing on standard output");
	same(bad.err, "{\"error\":{\"code\":\"BAD_INPUT\",\"path\":\"/report_date\",\"text\":\"「報到日期」無此日期：2024-02-30\"}}\n",
		"DEC and the error on standard error");
	ok(RUN("{\"id\":\"A123456789\"}{}", "decide", "national-id").status == 2, "DEC two objects are not one");
}

static void test_lines(void)
{
	static const char in[] = "{\"id\":\"A123456789\"}\n\n{\"id\":1}\r\n[]\n{\"id\":\"A123456788\"}";
	struct ran r = RUN(in, "decide", "national-id", "--lines"), none = RUN("", "decide", "national-id", "--lines");
	struct ran good = RUN("{\"id\":\"A123456789\"}\r\n{\"id\":\"A123456788\"}\n", "decide", "--lines", "national-id");
	const char *second = strchr(r.out, '\n') + 1;

	ok(r.status == 2 && lines_of(r.out) == 5 && !*r.err, "DEC --lines: an answer a line, the run goes on, status 2 at the end");
	ok(text_starts(r.out, "{\"rule\":\"national-id\",\"result\":\"MET\"") && text_starts(second, "{\"error\":"), "DEC in the same order");
	ok(good.status == 0 && lines_of(good.out) == 2, "DEC an end of line at the end is no line of its own");
	ok(none.status == 0 && !*none.out, "DEC no line, no answer");
}

static void test_sizes(void)
{
	size_t n = (size_t)3 << 20;
	char *big = arena_get(mem, n + 1);
	struct ran one, many;

	memset(big, ' ', n);
	memcpy(big, "{\"id\":\"A123456789\"}", 19);
	one = RUN(big, "decide", "national-id");
	memcpy(big + n - 20, "\n{\"id\":\"A123456789\"}", 20);
	many = RUN(big, "decide", "national-id", "--lines");
	ok(one.status == 2 && strstr(one.err, "1 MiB"), "DEC an object of 3 MiB is refused");
	ok(many.status == 2 && lines_of(many.out) == 2 && strstr(many.out, "MET"), "DEC a line of 3 MiB too, and the next is answered");
}

static void test_calls(void)
{
	ok(RUN("", "decide").status == 2 && RUN("", "decide", "--lines").status == 2 && RUN("", "decide", "a", "b").status == 2 &&
		RUN("", "decide", "national-id", "--plan").status == 2 && RUN("", "decide", "--list", "x").status == 2, "DEC wrong calls");
	ok(strstr(RUN("{}", "decide", "nothing").err, "RULE_UNKNOWN"), "DEC an unknown rule");
	ok(RUN("", "decide", "--list").status == 0, "DEC --list");
	ok(RUN("", "plan").status == 2 && RUN("", "plan", "chekc").status == 2, "wrong calls of plan");
}

static void test_plan_check(void)
{
	struct ran shipped = RUN("", "plan", "check"), wrong;

	ok(shipped.status == 0 && strstr(shipped.out, "113年公務人員特種考試身心障礙人員考試錄取人員訓練計畫（保訓會公訓字第1130006555號函訂定）") &&
		strstr(shipped.out, "112-senior-ordinary@1"), "PLAN-001 a: the list of both plans, status 0");
	write_file("broken.json", "{\n\"id\": 1,\n}", 12);
	wrong = RUN("", "plan", "check", folder);
	ok(wrong.status == 1 && strstr(wrong.out, "broken.json:3: error PLAN_SYNTAX"), "PLAN-001 a broken file: its line, status 1");
	ok(RUN("", "plan", "check", "/nowhere/at/all").status == 1, "PLAN-001 no such folder");
	unlink(file("broken.json"));
}

int main(void)
{
	mem = arena_new((size_t)1 << 28);
	if (!mkdtemp(folder))
		return 1;
	test_one();
	test_lines();
	test_sizes();
	test_calls();
	test_plan_check();
	unlink(file("in"));
	unlink(file("out"));
	unlink(file("err"));
	rmdir(folder);
	arena_free(mem);
	return tap_end();
}
