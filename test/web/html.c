/* Values in pages: escaped by type, addresses encoded.                 ACMS-104 LEARN-010 */
#include "web/html.h"

#include "test/tap.h"

static struct arena *mem;

#define IS(x, want, what) do { \
		struct text t_ = text_new(mem, 65536); \
		html_put(html_new(&t_), x); \
		same(t_.at, want, what); \
	} while (0)

static void texts(void)
{
	char changing[] = "a&b";
	const char *none = NULL;

	IS("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "a script is text");
	IS("O'Hara & \"Sons\"", "O&#39;Hara &amp; &#34;Sons&#34;", "both quotes and the ampersand");
	IS("&amp;", "&amp;amp;", "an entity is not taken for one");
	IS("王小明 𠮷", "王小明 𠮷", "other characters stay");
	IS(changing, "a&amp;b", "char *");
	IS(none, "", "NULL prints nothing");
	IS("", "", "the empty text");
	IS("a\tb\nc\r\n", "a\tb\nc\r\n", "blanks stay");
	IS("a\x01" "b\x0b\x1f\x7f", "a\xEF\xBF\xBD" "b\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", "control characters do not pass");
	IS("'", "&#39;", "one special character alone");
}

static void numbers(void)
{
	int64_t least = INT64_MIN;
	size_t most = SIZE_MAX;
	unsigned u = 4000000000u;
	short s = -3;

	IS(-5, "-5", "int");
	IS(7L, "7", "long");
	IS(8LL, "8", "long long");
	IS(least, "-9223372036854775808", "int64_t");
	IS(most, "18446744073709551615", "size_t");
	IS(u, "4000000000", "unsigned");
	IS(s + 0, "-3", "a short, promoted");
}

static void days(void)
{
	struct date d = date_make(2024, 8, 1);

	IS(d, "113/08/01", "a date is short");
	IS(date_long(d), "113年8月1日", "a long date");
	IS((struct date){0}, "", "no date prints nothing");
	IS(date_long((struct date){0}), "", "no long date prints nothing");
	IS((struct moment){1722475800}, "113/08/01 09:30", "a moment in Taiwan time");
	IS((struct moment){0}, "", "never prints nothing");
}

static void others(void)
{
	IS(((struct code){"A", "甲 <一>"}), "甲 &lt;一&gt;", "a code prints its label, escaped");
	IS(((struct code){0}), "", "no code prints nothing");
	IS(url(mem, "/a?b=%s&c=%d", "x", 1), "/a?b=x&amp;c=1", "an address is escaped too");
	IS((struct url){NULL}, "", "no address prints nothing");
	struct text t = text_new(mem, 1000);
	struct html *h = html_new(&t);

	html_raw(h, "<b>", 3);
	html_put(h, "&");
	html_raw(h, "</b>", 4);
	struct markup inner = html_done(h);

	IS(inner, "<b>&amp;</b>", "what a page wrote goes into another as it is");
}

static void addresses(void)
{
	same(url(mem, "/trainees/%lld/%ld/%d", 12LL, 3L, -4).text, "/trainees/12/3/-4", "numbers");
	same(url(mem, "/q?name=%s", "王 a&b=c/d?e#f%").text,
		"/q?name=%E7%8E%8B%20a%26b%3Dc%2Fd%3Fe%23f%25", "an argument can't leave its place");
	same(url(mem, "/%s", "AZaz09-._~").text, "/AZaz09-._~", "unreserved characters stay");
	same(url(mem, "/%s", "javascript:alert(1)").text, "/javascript%3Aalert%281%29", "no scheme comes in");
	same(url(mem, "/100%%").text, "/100%25", "a literal percent is encoded");
	same(url_with(mem, url(mem, "/a"), "頁", "2").text, "/a?%E9%A0%81=2", "the first of a query");
	same(url_with(mem, url(mem, "/a?b=1#c"), "d", "&").text, "/a?b=1&d=%26#c", "one more, before the fragment");
	same(url_at(mem, "https://train.example", url(mem, "/a")).text, "https://train.example/a", "the whole address");
	same(url_outside(mem, "https://example.org/a b\"").text, "https://example.org/a%20b\"", "someone else's address");
	same(url_outside(mem, "HTTP://example.org/").text, "HTTP://example.org/", "its scheme in any letters");
	same(url_outside(mem, "javascript:alert(1)").text, NULL, "javascript: is no address");
	same(url_outside(mem, " https://example.org").text, NULL, "nor is one with a blank before it");
	same(url_outside(mem, "//example.org").text, NULL, "nor one without a scheme");
	same(url_outside(mem, NULL).text, NULL, "nor nothing");
}

int main(void)
{
	mem = arena_new(1 << 22);
	texts();
	numbers();
	days();
	others();
	addresses();
	arena_free(mem);
	return tap_end();
}
