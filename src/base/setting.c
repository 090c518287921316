/* setting.c: see setting.h. */
#include "base/setting.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/text.h"

enum { SETTINGS_MOST = 64, LINE_MOST = 4096 };

const struct setting settings[] = {
	{"db", "PEIXUN_DB", "data/peixun.db", "where data is kept: a file's path, or postgresql://user@host/database", true},
	{"data", "PEIXUN_DATA", "data", "folder for what is not in the database: the audit key, job board, temporary files", false},
	{"spool", "PEIXUN_SPOOL", "/var/tmp", "folder on disk for uploads on their way; its files have no name", false},
	{"plans", "PEIXUN_PLANS", "", "folder of the yearly training plans; empty: those that came with the program", false},
	{"address", "PEIXUN_ADDRESS", "127.0.0.1", "address to listen on", false},
	{"port", "PEIXUN_PORT", "8080", "port of the pages", false},
	{"base", "PEIXUN_BASE", "", "path before every address, such as /WebACMS", false},
	{"workers", "PEIXUN_WORKERS", "2", "worker processes", false},
	{"helpers", "PEIXUN_HELPERS", "2", "processes for work over 5 ms: passwords, documents, files", false},
	{"tls.certificate", "PEIXUN_TLS_CERTIFICATE", "", "PEM file of the server's certificate; with the key: pages over TLS", false},
	{"tls.key", "PEIXUN_TLS_KEY", "", "PEM file of its key", false},
	{"certificate.port", "PEIXUN_CERTIFICATE_PORT", "0", "port that asks for a 機關憑證; 0: 方式一 is not offered", false},
	{"certificate.url", "PEIXUN_CERTIFICATE_URL", "", "how a browser reaches that port, such as https://acms.example.gov.tw:8443", false},
	{"certificate.ca", "PEIXUN_CERTIFICATE_CA", "", "PEM file of the authorities whose 機關憑證 are believed", false},
	{"certificate.crl", "PEIXUN_CERTIFICATE_CRL", "", "lists of revoked certificates: files or folders, commas between", false},
	{"origin", "PEIXUN_ORIGIN", "", "how a browser reaches the pages, such as https://acms.example.gov.tw; empty: from address and port", false},
	{"proxy", "PEIXUN_PROXY", "", "addresses of proxies in front, commas between: who asked is whom they name in X-Forwarded-For", false},
	{"secure", "PEIXUN_SECURE", "0", "1: cookies only over TLS (also behind a TLS proxy)", false},
	{"idle.minutes", "PEIXUN_IDLE_MINUTES", "30", "a session ends after so many minutes without a request", false},
	{"login.max_failures", "PEIXUN_LOGIN_MAX_FAILURES", "5", "wrong passwords within 15 minutes that lock an account for 15 minutes", false},
	{"session.hours", "PEIXUN_SESSION_HOURS", "12", "a session ends so many hours after signing in, used or not", false},
	{"token.days", "PEIXUN_TOKEN_DAYS", "365", "an API token ends after so many days", false},
	{"password.passes", "PEIXUN_PASSWORD_PASSES", "2", "argon2id passes", false},
	{"password.mebibytes", "PEIXUN_PASSWORD_MEBIBYTES", "64", "argon2id memory", false},
	{"upload.mebibytes", "PEIXUN_UPLOAD_MEBIBYTES", "200", "largest file of many rows", false},
	{"upload.rows", "PEIXUN_UPLOAD_ROWS", "1000000", "most data rows of a file", false},
	{"form.mebibytes", "PEIXUN_FORM_MEBIBYTES", "10", "largest signed PDF", false},
	{"batch.mode", "PEIXUN_BATCH_MODE", "immediate", "immediate, or nightly: rows are stored in the window", false},
	{"batch.window", "PEIXUN_BATCH_WINDOW", "20:00-06:00", "the nightly window, Taiwan time", false},
	{"undo.days", "PEIXUN_UNDO_DAYS", "30", "a stored file can be taken back for so many days", false},
	{"upload.keep_days", "PEIXUN_UPLOAD_KEEP_DAYS", "730", "files uploaded in 終身學習 are kept for so many days", false},
	{"registration.late_days", "PEIXUN_REGISTRATION_LATE_DAYS", "30", "registrations may be decided for so many days after the course", false},
	{"zip.method", "PEIXUN_ZIP_METHOD", "aes256", "aes256, or legacy: password files open in Windows Explorer too, and can be broken", false},
	{"export.sync_rows", "PEIXUN_EXPORT_SYNC_ROWS", "5000", "exports of more rows are made in the background", false},
	{"report.page_persons", "PEIXUN_REPORT_PAGE_PERSONS", "2500", "reports judge so many persons on the spot; more wait for the counts", false},
	{"report.page_reads", "PEIXUN_REPORT_PAGE_READS", "20000", "reports that read more courses or postings are made in the background", false},
	{"file.keep_days", "PEIXUN_FILE_KEEP_DAYS", "7", "files that were asked for are kept for so many days", false},
	{"restore.days", "PEIXUN_RESTORE_DAYS", "180", "what was removed in 終身學習 can be restored for so many days", false},
	{"stats.min_cell", "PEIXUN_STATS_MIN_CELL", "0", "report accounts without person lists do not see counts of persons below it; 0: all", false},
	{"material.platform", "PEIXUN_MATERIAL_PLATFORM", "", "address of 「E等公務園+學習平臺」; empty: no button", false},
	{"mail.url", "PEIXUN_MAIL_URL", "", "the SMTP server, such as smtp://mail.example.gov.tw:587; empty: no mail is sent", false},
	{"mail.from", "PEIXUN_MAIL_FROM", "peixun@localhost", "the address that mails come from", false},
	{"mail.user", "PEIXUN_MAIL_USER", "", "name at the SMTP server; empty: none is given", false},
	{"mail.password", "PEIXUN_MAIL_PASSWORD", "", "password at the SMTP server", true},
	{"mail.tls", "PEIXUN_MAIL_TLS", "1", "1: mails are sent over TLS or not at all", false},
	{"serial.early", "PEIXUN_SERIAL_EARLY", "1", "1: 期滿 and 及格 are asked for when one enters a 申請序號; 0: at 確認申請 alone", false},
	{"fee.store_item", "PEIXUN_FEE_STORE_ITEM", "", "代收項目 of the contract with the stores, 3 characters; empty: no slips are made", false},
	{"fee.online.address", "PEIXUN_FEE_ONLINE_ADDRESS", "", "線上繳費: the service, such as https://payment.ecpay.com.tw; empty: off", false},
	{"fee.online.merchant", "PEIXUN_FEE_ONLINE_MERCHANT", "", "特店編號 there", false},
	{"fee.online.key", "PEIXUN_FEE_ONLINE_KEY", "", "HashKey of the contract", true},
	{"fee.online.iv", "PEIXUN_FEE_ONLINE_IV", "", "HashIV of the contract", true},
	{"fee.online.channels", "PEIXUN_FEE_ONLINE_CHANNELS", "Credit,WebATM", "ways to pay there: Credit, WebATM, ATM, TWQR, ApplePay", false},
	{"fee.online.late", "PEIXUN_FEE_ONLINE_LATE", "0", "1: 線上繳費 is also offered after 繳款期限", false},
	{"oidc.issuer", "PEIXUN_OIDC_ISSUER", "", "an OpenID Connect service (ECPA), such as https://ecpa.example.gov.tw; empty: off", false},
	{"oidc.client", "PEIXUN_OIDC_CLIENT", "", "client_id there", false},
	{"oidc.secret", "PEIXUN_OIDC_SECRET", "", "client_secret there; empty: a public client", true},
	{"oidc.name", "PEIXUN_OIDC_NAME", "ECPA人事服務網", "what the service is called on the sign-in page", false},
	{"oidc.person", "PEIXUN_OIDC_PERSON", "", "claim with the national ID, which finds an account at its first sign-in; empty: none", false},
	{"oidc.password", "PEIXUN_OIDC_PASSWORD", "", "address where its passwords are changed; empty: none is shown", false},
	{"clock", "PEIXUN_CLOCK", "", "a fixed moment for demonstrations and tests, 2024-08-01T09:00; empty: the clock", false},
	{0}
};

static const char *from_file[SETTINGS_MOST];

static const struct setting *find(const char *name, size_t n)
{
	for (const struct setting *s = settings; s->name; s++)
		if (strlen(s->name) == n && !memcmp(s->name, name, n))
			return s;
	return NULL;
}

static void read_line(const char *path, int number, char *line)
{
	static struct arena *kept;
	char *at = line + strspn(line, " \t"), *equals = strchr(at, '=');

	if (!*at || *at == '#' || *at == '\n')
		return;
	size_t n = equals ? (size_t)(equals - at) : 0;

	while (n && (at[n - 1] == ' ' || at[n - 1] == '\t'))
		n--;
	const struct setting *s = find(at, n);

	if (!equals || !s)
		fail("%s, line %d: no such setting", path, number);
	if (!kept)
		kept = arena_new(1 << 20);
	from_file[s - settings] = text_trim(kept, equals + 1);
}

void settings_read(void)
{
	const char *path = getenv("PEIXUN_CONFIG");
	char line[LINE_MOST];
	FILE *file = path && *path ? fopen(path, "r") : NULL;

	if (!path || !*path)
		return;
	if (!file)
		fail("%s: %s", path, strerror(errno));
	for (int number = 1; fgets(line, sizeof line, file); number++)
		read_line(path, number, line);
	fclose(file);
}

const char *setting(const char *name)
{
	const struct setting *s = find(name, strlen(name));

	if (!s)
		fail("there is no setting %s", name);
	const char *value = getenv(s->environment);

	return value && *value ? value : from_file[s - settings] ? from_file[s - settings] : s->otherwise;
}

int64_t setting_int(const char *name)
{
	int64_t i;

	if (!text_to_int(setting(name), 0, INT64_MAX, &i))
		fail("the setting %s is no number: %s", name, setting(name));
	return i;
}

bool setting_on(const char *name)
{
	const char *value = setting(name);

	return !strcmp(value, "1") || !strcmp(value, "yes") || !strcmp(value, "on") || !strcmp(value, "true");
}
