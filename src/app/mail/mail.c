/* mail.c: the queue of mails, and what one looks like on the wire. */
#include "app/mail/mail.h"

#include <curl/curl.h>
#include <sodium.h>
#include <string.h>

#include "app/mail/mail.sql.h"
#include "base/log.h"
#include "base/random.h"
#include "base/setting.h"
#include "base/text.h"

enum { TRIES = 8, KEPT_DAYS = 90, SECONDS_MOST = 60, ADDRESS_MOST = 254, WORD_BYTES = 42 };

bool mail_on(void)
{
	return *setting("mail.url");
}

bool mail_address(const char *s)
{
	const char *at = strchr(s, '@');
	size_t n = strlen(s);

	if (!at || at == s || strchr(at + 1, '@') || n > ADDRESS_MOST || !strchr(at, '.') || at[1] == '.' || s[n - 1] == '.')
		return false;
	return strcspn(s, " \t\r\n<>,;:\"()[]\\") == n && utf8_length(s) == n;
}

int64_t mail_add(struct db *db, const struct mail *m)
{
	struct rows *put;

	if (!mail_on())
		return 0;
	put = db_run(db, &mail_put, A(m->to), A(m->subject), A(m->text), A(job_now()));
	if (!put->n)
		return 0;
	job_add(db, &mail_send_job, row_int(put, 0, "id"), NULL, 0, (struct moment){0});
	return row_int(put, 0, "id");
}

/* ---- one mail as RFC 5322 has it ---- */

static char *base64(struct arena *mem, const void *bytes, size_t n)
{
	size_t most = sodium_base64_encoded_len(n, sodium_base64_VARIANT_ORIGINAL);

	return sodium_bin2base64(arena_get(mem, most), most, bytes, n, sodium_base64_VARIANT_ORIGINAL);
}

/* RFC 2047: a header of words no longer than 75 bytes, cut between characters. */
static const char *header_words(struct arena *mem, const char *text)
{
	struct text t = text_new(mem, 4096);
	const char *end = text + strlen(text);

	while (text < end) {
		const char *stop = text;
		int n;

		for (const char *next = text; next < end && next - text <= WORD_BYTES; stop = next)
			utf8_next(next, end, &n), next += n;
		if (stop == text)
			stop = end;
		text_print(&t, "%s=?UTF-8?B?%s?=", t.n ? "\r\n " : "", base64(mem, text, (size_t)(stop - text)));
		text = stop;
	}
	return t.n ? t.at : "";
}

static const char *day_of_mail(struct arena *mem, struct moment m)
{
	static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	const char *iso = moment_iso(mem, m);
	int year, month, day;

	date_split(moment_date(m), &year, &month, &day);
	return arena_print(mem, "%d %s %d %.8s +0800", day, months[month - 1], year, iso + 11);
}

/* Base64 in lines of 76. */
static void put_body(struct text *t, const char *coded)
{
	for (size_t n; *coded; coded += n) {
		n = strnlen(coded, 76);
		text_add(t, coded, n);
		text_puts(t, "\r\n");
	}
}

static struct text written(struct arena *mem, const struct rows *m, int64_t id)
{
	struct text t = text_new(mem, 1 << 20);
	const char *from = setting("mail.from"), *body = row_text(m, 0, "body"), *host = strchr(from, '@');

	text_print(&t, "Date: %s\r\nFrom: %s <%s>\r\nTo: <%s>\r\nSubject: %s\r\n", day_of_mail(mem, row_moment(m, 0, "made")),
		header_words(mem, "公務人員考試錄取人員訓練系統"), from, row_text(m, 0, "receiver"), header_words(mem, row_text(m, 0, "subject")));
	text_print(&t, "Message-ID: <%lld.%s@%s>\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n", (long long)id,
		sha256_hex(mem, body, strlen(body)), host ? host + 1 : "localhost");
	text_puts(&t, "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n");
	put_body(&t, base64(mem, body, strlen(body)));
	return t;
}

/* ---- sending ---- */

struct reading { const char *at; size_t left; };

static size_t give(char *to, size_t size, size_t n, void *with)
{
	struct reading *r = with;
	size_t most = size * n < r->left ? size * n : r->left;

	memcpy(to, r->at, most);
	r->at += most;
	r->left -= most;
	return most;
}

/* NULL: the server has it.  *for_good: asking again will not help. */
static const char *send_text(struct arena *mem, const char *to, const struct text *t, bool *for_good)
{
	struct reading reading = {t->at, t->n};
	struct curl_slist *receivers = curl_slist_append(NULL, arena_print(mem, "<%s>", to));
	CURL *c = curl_easy_init();
	char words[CURL_ERROR_SIZE] = "";
	long answer = 0;
	CURLcode code;

	if (!c)
		fail("curl does not start");
	curl_easy_setopt(c, CURLOPT_URL, setting("mail.url"));
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(c, CURLOPT_USE_SSL, setting_on("mail.tls") ? CURLUSESSL_ALL : CURLUSESSL_TRY);
	curl_easy_setopt(c, CURLOPT_TIMEOUT, (long)SECONDS_MOST);
	curl_easy_setopt(c, CURLOPT_ERRORBUFFER, words);
	curl_easy_setopt(c, CURLOPT_MAIL_FROM, arena_print(mem, "<%s>", setting("mail.from")));
	curl_easy_setopt(c, CURLOPT_MAIL_RCPT, receivers);
	curl_easy_setopt(c, CURLOPT_READFUNCTION, give);
	curl_easy_setopt(c, CURLOPT_READDATA, &reading);
	curl_easy_setopt(c, CURLOPT_UPLOAD, 1L);
	if (*setting("mail.user")) {
		curl_easy_setopt(c, CURLOPT_USERNAME, setting("mail.user"));
		curl_easy_setopt(c, CURLOPT_PASSWORD, setting("mail.password"));
	}
	code = curl_easy_perform(c);
	curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &answer);
	curl_slist_free_all(receivers);
	curl_easy_cleanup(c);
	*for_good = code != CURLE_OK && answer >= 500 && answer < 600;
	return code == CURLE_OK ? NULL : arena_print(mem, "%s（%ld）", *words ? words : curl_easy_strerror(code), answer);
}

struct sent { struct job *job; const char *problem; bool for_good; };

static void settle(struct db *db, void *with)
{
	struct sent *s = with;

	if (!s->problem)
		db_run(db, &mail_gone, A(s->job->subject), A(s->job->now));
	else
		db_run(db, &mail_failed, A(s->job->subject), A(s->problem));
	if (!s->problem)
		job_done(s->job);
	else if (s->for_good || s->job->try_number >= TRIES)
		job_give_up(s->job, s->problem);
}

/* At least once: a worker that is killed between the server's answer and its own note sends it again. */
static void send_run(struct job *j)
{
	struct rows *m = db_run(j->db, &mail_one, A(j->subject));
	struct sent s = {j, NULL, false};

	if (m->n && mail_on()) {
		struct text t = written(j->mem, m, j->subject);

		s.problem = send_text(j->mem, row_text(m, 0, "receiver"), &t, &s.for_good);
	}
	db_tx(j->db, settle, &s);
	if (s.problem)
		log_line("mail %lld: %s", (long long)j->subject, s.problem);
}

const struct job_kind mail_send_job = {.name = "mail.send", .run = send_run, .tries = TRIES};

static void sweep(struct db *db, void *with)
{
	struct job *j = with;

	db_run(db, &mail_old, A((struct moment){j->now.seconds - (int64_t)KEPT_DAYS * 86400}));
	job_done(j);
}

static void sweep_run(struct job *j)
{
	db_tx(j->db, sweep, j);
}

const struct job_kind mail_sweep_job = {.name = "mail.sweep", .run = sweep_run, .period_seconds = 86400, .at_seconds = 3 * 3600};
