/* fetch.c: asking the identity service: what it is, its keys, a token for a code.  Over the net by TLS alone. */
#include <curl/curl.h>
#include <string.h>

#include "app/oidc/private.h"
#include "base/setting.h"
#include "base/text.h"

enum { SECONDS_MOST = 10, ANSWER_MOST = 1 << 18, KEPT_SECONDS = 3600, KEPT_BYTES = 1 << 20 };

static void let_go(void *json)
{
	json_decref(json);
}

/* Within this machine a trial may do without TLS. */
static bool address_is_safe(const char *s)
{
	return text_starts(s, "https://") || text_starts(s, "http://127.0.0.1:");
}

static size_t keep(char *bytes, size_t size, size_t n, void *with)
{
	struct text *answer = with;

	if (answer->n + size * n >= ANSWER_MOST)
		return 0;
	text_add(answer, bytes, size * n);
	return size * n;
}

json_t *oidc_fetch(struct arena *mem, const char *address, const char *body, const char *user, const char **why)
{
	struct text answer = text_new(mem, ANSWER_MOST);
	CURL *c = address_is_safe(address) ? curl_easy_init() : NULL;
	json_t *json = NULL;
	long status = 0;

	*why = "address";
	if (!c)
		return NULL;
	curl_easy_setopt(c, CURLOPT_URL, address);
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "https,http");
	curl_easy_setopt(c, CURLOPT_TIMEOUT, (long)SECONDS_MOST);
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, keep);
	curl_easy_setopt(c, CURLOPT_WRITEDATA, &answer);
	if (body)
		curl_easy_setopt(c, CURLOPT_POSTFIELDS, body);
	if (user)
		curl_easy_setopt(c, CURLOPT_USERPWD, user);
	CURLcode code = curl_easy_perform(c);

	curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &status);
	curl_easy_cleanup(c);
	*why = code ? curl_easy_strerror(code) : arena_print(mem, "status %ld", status);
	if (!code && status == 200 && (json = json_loadb(answer.at ? answer.at : "", answer.n, 0, NULL)))
		arena_defer(mem, let_go, json);
	return json_is_object(json) ? json : NULL;
}

static const char *member(struct arena *mem, json_t *of, const char *name)
{
	const char *value = json_string_value(json_object_get(of, name));

	return value && address_is_safe(value) ? arena_text(mem, value) : NULL;
}

const struct oidc_service *oidc_service(struct arena *mem, struct moment now, const char **why)
{
	static struct oidc_service known;
	static struct arena *kept;
	static int64_t asked;
	const char *issuer = setting("oidc.issuer");

	*why = "";
	if (known.token && now.seconds - asked < KEPT_SECONDS && now.seconds >= asked)
		return &known;
	size_t n = strlen(issuer);
	json_t *said = oidc_fetch(mem, arena_print(mem, "%.*s/.well-known/openid-configuration", (int)(n && issuer[n - 1] == '/' ? n - 1 : n),
		issuer), NULL, NULL, why);

	if (!kept)
		kept = arena_new(KEPT_BYTES);
	if (!said)
		return NULL;
	arena_reset(kept);
	known = (struct oidc_service){member(kept, said, "issuer"), member(kept, said, "authorization_endpoint"),
		member(kept, said, "token_endpoint"), member(kept, said, "jwks_uri")};
	*why = "discovery";
	if (!known.issuer || strcmp(known.issuer, issuer) || !known.authorization || !known.token || !known.keys) {
		known = (struct oidc_service){0};
		return NULL;
	}
	asked = now.seconds;
	return &known;
}
