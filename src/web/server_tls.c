/* server_tls.c: the server's own certificate, and whether a client's is believed.
 *
 * The library lets every client certificate through the handshake, one of a foreign authority too: all judging is done here.
 * A bad one is no error of the connection; the application tells the person what is wrong with it. */
#include <dirent.h>
#include <errno.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "web/server_parts.h"

enum { PEM_MOST = 4 << 20, LIST_MOST = 64 << 20, CHAIN_MOST = 8, LISTS_MOST = 64 };

struct server_tls {
	struct arena *mem;
	const char *key, *chain, *authorities;
	gnutls_x509_trust_list_t trusted;
	bool revocation;                                        /* lists are configured */
	gnutls_x509_crl_t lists[LISTS_MOST];                    /* of those signed by our authorities; the trust list owns them */
	unsigned n_lists;
};

/* -- files ---------------------------------------------------------------------------------------------------------------- */

/* The whole file, or .data NULL (logged). */
static gnutls_datum_t read_file(struct arena *mem, const char *name, size_t most)
{
	FILE *f = name ? fopen(name, "re") : NULL;
	gnutls_datum_t d = {NULL, 0};

	if (!f || fseek(f, 0, SEEK_END) < 0 || ftell(f) < 0 || (size_t)ftell(f) > most) {
		log_line("%s cannot be read: %s", name ? name : "a certificate file that is not set", strerror(errno));
	} else {
		size_t n = (size_t)ftell(f);
		unsigned char *at = arena_get(mem, n + 1);

		rewind(f);
		if (fread(at, 1, n, f) == n)
			d = (gnutls_datum_t){at, (unsigned)n};
		else
			log_line("%s cannot be read", name);
	}
	if (f)
		fclose(f);
	return d;
}

static void give_up_trust(void *list)
{
	gnutls_x509_trust_list_deinit(list, 1);
}

static bool read_authorities(struct server_tls *t, const char *name)
{
	gnutls_datum_t d = read_file(t->mem, name, PEM_MOST);

	if (!d.data || gnutls_x509_trust_list_init(&t->trusted, 0) < 0)
		return false;
	arena_defer(t->mem, give_up_trust, t->trusted);
	if (gnutls_x509_trust_list_add_trust_mem(t->trusted, &d, NULL, GNUTLS_X509_FMT_PEM, 0, 0) <= 0) {
		log_line("%s holds no certificate of an authority", name);
		return false;
	}
	t->authorities = (const char *)d.data;
	return true;
}

/* A list that none of our authorities has signed is not added, nor one out of date: it would vouch for nothing. */
static bool read_revocations(struct server_tls *t, const char *name)
{
	struct arena *mem = arena_new(LIST_MOST + (1 << 20));
	gnutls_datum_t d = read_file(mem, name, LIST_MOST);
	gnutls_x509_crl_t *lists = NULL;
	unsigned n = 0;
	gnutls_x509_crt_fmt_t form = d.data && strstr((const char *)d.data, "-----BEGIN") ? GNUTLS_X509_FMT_PEM : GNUTLS_X509_FMT_DER;
	bool good = d.data && gnutls_x509_crl_list_import2(&lists, &n, &d, form, 0) >= 0 && t->n_lists + n <= LISTS_MOST;

	if (!good)
		log_line("%s holds no revocation list that can be used", name);
	for (unsigned i = 0; i < n; i++) {
		if (good && gnutls_x509_trust_list_add_crls(t->trusted, &lists[i], 1, GNUTLS_TL_VERIFY_CRL, 0) == 1) {
			t->lists[t->n_lists++] = lists[i];
			continue;
		}
		gnutls_x509_crl_deinit(lists[i]);
		if (good)
			log_line("%s is out of date or signed by none of the authorities, and counts for nothing", name);
	}
	gnutls_free(lists);
	arena_free(mem);
	return good;
}

/* A file, or all files of a folder: who fetches lists may put new ones there.  An empty folder is no mistake: until there is a list
 * nobody is believed. */
static bool read_revocations_at(struct server_tls *t, const char *name)
{
	DIR *folder = opendir(name);
	bool good = true;

	if (!folder)
		return read_revocations(t, name);
	for (struct dirent *entry; good && (entry = readdir(folder));)
		if (*entry->d_name != '.')
			good = read_revocations(t, arena_print(t->mem, "%s/%s", name, entry->d_name));
	closedir(folder);
	return good;
}

/* The key must fit the certificate: better to see that now than at the first connection. */
static bool key_fits(const struct server_tls *t, gnutls_datum_t chain, gnutls_datum_t key)
{
	gnutls_certificate_credentials_t both;

	(void)t;
	if (gnutls_certificate_allocate_credentials(&both) < 0)
		return false;
	int rc = gnutls_certificate_set_x509_key_mem(both, &chain, &key, GNUTLS_X509_FMT_PEM);

	gnutls_certificate_free_credentials(both);
	if (rc < 0)
		log_line("the server's key and certificate cannot be used: %s", gnutls_strerror(rc));
	return rc >= 0;
}

static bool read_all(struct server_tls *t, const struct server_settings *s)
{
	gnutls_datum_t chain = read_file(t->mem, s->certificate_file, PEM_MOST), key = read_file(t->mem, s->key_file, PEM_MOST);

	if (!chain.data || !key.data || !key_fits(t, chain, key))
		return false;
	t->chain = (const char *)chain.data;
	t->key = (const char *)key.data;
	if (!s->certificate.port)
		return true;
	if (!read_authorities(t, s->authorities_file))
		return false;
	for (const char *const *name = s->revocation_files; name && *name; name++) {
		t->revocation = true;
		if (!read_revocations_at(t, *name))
			return false;
	}
	return true;
}

struct server_tls *server_tls_read(const struct server_settings *s)
{
	struct arena *mem = arena_new(4 * PEM_MOST);
	struct server_tls *t = arena_get(mem, sizeof *t);

	t->mem = mem;
	if (read_all(t, s))
		return t;
	arena_free(mem);
	return NULL;
}

void server_tls_free(struct server_tls *t)
{
	if (t)
		arena_free(t->mem);
}

const char *server_tls_key(const struct server_tls *t) { return t->key; }
const char *server_tls_chain(const struct server_tls *t) { return t->chain; }
const char *server_tls_authorities(const struct server_tls *t) { return t->authorities; }

/* -- a client's certificate ----------------------------------------------------------------------------------------------- */

static gnutls_session_t session_of(struct MHD_Connection *at)
{
	return MHD_get_connection_info(at, MHD_CONNECTION_INFO_GNUTLS_SESSION)->tls_session;
}

void server_tls_send(struct MHD_Connection *at, const char *bytes, size_t n)
{
	/* The socket does not wait; should it be full, the peer gets no explanation. */
	(void)!gnutls_record_send(session_of(at), bytes, n);
}

static bool issued_by(gnutls_x509_crl_t list, gnutls_x509_crt_t one)
{
	gnutls_datum_t a = {NULL, 0}, b = {NULL, 0};
	bool same = gnutls_x509_crl_get_raw_issuer_dn(list, &a) >= 0 && gnutls_x509_crt_get_raw_issuer_dn(one, &b) >= 0
		&& a.size == b.size && !memcmp(a.data, b.data, a.size);

	gnutls_free(a.data);
	gnutls_free(b.data);
	return same;
}

/* A list of the certificate's issuer that is in force: without one nobody can say that it was not revoked. */
static bool checkable(const struct server_tls *t, gnutls_x509_crt_t one, time_t now)
{
	for (unsigned i = 0; i < t->n_lists; i++) {
		time_t until = gnutls_x509_crl_get_next_update(t->lists[i]);

		if (issued_by(t->lists[i], one) && until != (time_t)-1 && until > now
			&& gnutls_x509_crl_get_this_update(t->lists[i]) <= now)
			return true;
	}
	return false;
}

/* Signing in signs: a certificate that says what it is for must say that it is for this. */
static bool for_signing(gnutls_x509_crt_t one)
{
	unsigned usage, critical;
	int rc = gnutls_x509_crt_get_key_usage(one, &usage, &critical);

	return rc == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE || (rc >= 0 && usage & GNUTLS_KEY_DIGITAL_SIGNATURE);
}

static const char *problem_of(const struct server_tls *t, gnutls_x509_crt_t *chain, unsigned n)
{
	gnutls_typed_vdata_st purpose = {GNUTLS_DT_KEY_PURPOSE_OID, (unsigned char *)GNUTLS_KP_TLS_WWW_CLIENT, 0};
	time_t now = time(NULL);
	unsigned status;

	if (gnutls_x509_trust_list_verify_crt2(t->trusted, chain, n, &purpose, 1, GNUTLS_PROFILE_TO_VFLAGS(GNUTLS_PROFILE_LOW),
		&status, NULL) < 0)
		return "untrusted";
	if (status & GNUTLS_CERT_REVOKED)
		return "revoked";
	if (status & (GNUTLS_CERT_EXPIRED | GNUTLS_CERT_NOT_ACTIVATED))
		return "expired";
	if (status & GNUTLS_CERT_PURPOSE_MISMATCH)
		return "purpose";
	if (status)
		return "untrusted";
	if (!for_signing(chain[0]))
		return "purpose";
	return t->revocation && !checkable(t, chain[0], now) ? "unchecked" : NULL;
}

static char *fingerprint(gnutls_x509_crt_t one, struct arena *mem)
{
	unsigned char digest[32];
	size_t n = sizeof digest;

	if (gnutls_x509_crt_get_fingerprint(one, GNUTLS_DIG_SHA256, digest, &n) < 0)
		fail("a certificate has no fingerprint");
	return text_hex(mem, digest, n);
}

static char *serial_number(gnutls_x509_crt_t one, struct arena *mem)
{
	char value[256];
	size_t n = sizeof value;

	if (gnutls_x509_crt_get_dn_by_oid(one, "2.5.4.5", 0, 0, value, &n) < 0)
		return NULL;
	return memchr(value, '\0', n) ? NULL : arena_bytes(mem, value, n);
}

static char *subject(gnutls_x509_crt_t one, struct arena *mem)
{
	gnutls_datum_t d = {NULL, 0};

	if (gnutls_x509_crt_get_dn3(one, &d, 0) < 0)
		return arena_text(mem, "");
	char *to = arena_bytes(mem, (const char *)d.data, d.size);

	gnutls_free(d.data);
	return to;
}

static struct wire_certificate judge(const struct server_tls *t, gnutls_x509_crt_t *chain, unsigned n, struct arena *mem)
{
	struct wire_certificate c = {.subject = subject(chain[0], mem), .problem = problem_of(t, chain, n)};

	if (!c.problem) {
		c.fingerprint = fingerprint(chain[0], mem);
		c.serial_number = serial_number(chain[0], mem);
	}
	return c;
}

struct wire_certificate server_tls_peer(const struct server_tls *t, struct MHD_Connection *at, struct arena *mem)
{
	gnutls_session_t session = session_of(at);
	unsigned n = 0, done = 0;
	const gnutls_datum_t *raw = gnutls_certificate_type_get(session) == GNUTLS_CRT_X509
		? gnutls_certificate_get_peers(session, &n) : NULL;
	gnutls_x509_crt_t chain[CHAIN_MOST];
	struct wire_certificate c = {.problem = raw && n ? "untrusted" : "none"};

	for (; raw && done < n && done < CHAIN_MOST && gnutls_x509_crt_init(&chain[done]) >= 0; done++)
		if (gnutls_x509_crt_import(chain[done], &raw[done], GNUTLS_X509_FMT_DER) < 0) {
			gnutls_x509_crt_deinit(chain[done]);
			break;
		}
	if (done && (done == n || done == CHAIN_MOST))
		c = judge(t, chain, done, mem);
	while (done)
		gnutls_x509_crt_deinit(chain[--done]);
	return c;
}
