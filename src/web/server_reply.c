/* server_reply.c: the way of a reply to the library, and the plain pages that the server answers by itself. */
#include <dlfcn.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/json.h"
#include "base/log.h"
#include "field/issue.h"
#include "web/server_parts.h"

static const struct { int status; const char *reason, *says; } errors[] = {
	{400, "Bad Request", "請求的格式不正確。"},
	{401, "Unauthorized", "請先登入。"},
	{403, "Forbidden", "您沒有使用這項功能的權限。"},
	{404, "Not Found", "查無此網頁。"},
	{405, "Method Not Allowed", "這個網址不接受這種請求方法。"},
	{408, "Request Timeout", "資料太久沒有傳完，連線已中斷。"},
	{411, "Length Required", "請求未載明資料長度。"},
	{413, "Content Too Large", "上傳的資料超過容許的大小。"},
	{414, "URI Too Long", "網址過長。"},
	{415, "Unsupported Media Type", "上傳資料的格式不受支援。"},
	{417, "Expectation Failed", "請求的條件無法滿足。"},
	{429, "Too Many Requests", "請求次數過多，請稍後再試。"},
	{431, "Request Header Fields Too Large", "請求的標頭過大。"},
	{500, "Internal Server Error", "系統發生錯誤。"},
	{501, "Not Implemented", "不支援這種請求。"},
	{503, "Service Unavailable", "系統忙碌中，請稍後再試。"},
	{505, "HTTP Version Not Supported", "不支援這個版本的 HTTP。"},
};

static const char *says(int status)
{
	for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
		if (errors[i].status == status)
			return errors[i].says;
	return "請求無法處理。";
}

static void add(struct wire_reply *r, const char *name, const char *value)
{
	r->headers[r->n_headers++] = (struct wire_header){name, value};
}

/* In the form of every refusal: {"error":{"code":…,"text":…}}. */
static void put_json(struct wire_reply *r, struct arena *mem, int status, const char *sentence)
{
	struct json j = json_new(&r->body);

	json_begin(&j);
	json_key(&j, "error");
	json_begin(&j);
	json_key(&j, "code");
	json_text(&j, arena_print(mem, "HTTP_%d", status));
	json_key(&j, "text");
	json_text(&j, sentence);
	json_end(&j);
	json_end(&j);
	add(r, "Content-Type", "application/json; charset=utf-8");
}

void reply_error(struct wire_reply *r, struct arena *mem, bool json, int status, const char *incident)
{
	const char *sentence = incident ? issue_shown(mem, "E-SYS-01", message(mem, "E-SYS-01", incident)) : says(status);

	*r = (struct wire_reply){.status = status, .body_file = -1, .body = text_new(mem, 4096)};
	if (json) {
		put_json(r, mem, status, sentence);
	} else {
		text_print(&r->body, "<!doctype html>\n<html lang=\"zh-Hant-TW\"><meta charset=\"utf-8\"><title>%s</title>"
			"<h1>%s</h1></html>\n", sentence, sentence);
		add(r, "Content-Type", "text/html; charset=utf-8");
	}
	add(r, "Content-Security-Policy", "default-src 'none'");
	add(r, "X-Content-Type-Options", "nosniff");
	add(r, "Cache-Control", "no-store");
	if (status == 503)
		add(r, "Retry-After", "1");
	if (status == 405)
		add(r, "Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
}

/* The library makes these itself, or they would lie. */
static bool ours(const char *name)
{
	return !strcasecmp(name, "Content-Length") || !strcasecmp(name, "Transfer-Encoding")
		|| !strcasecmp(name, "Connection") || !strcasecmp(name, "Date");
}

static struct MHD_Response *response(struct wire_reply *r)
{
	/* The arena outlives the response, so the library need not copy the body. */
	struct MHD_Response *to = r->body_file >= 0 ? MHD_create_response_from_fd64(r->n_body_file, r->body_file)
		: MHD_create_response_from_buffer(r->body.n, r->body.at, MHD_RESPMEM_PERSISTENT);

	if (!to)
		return NULL;
	for (int i = 0; i < r->n_headers; i++)
		if (ours(r->headers[i].name) || !MHD_add_response_header(to, r->headers[i].name, r->headers[i].value))
			log_line("a reply's header %s was left out", r->headers[i].name);
	if (r->close)
		MHD_add_response_header(to, "Connection", "close");
	return to;
}

static __typeof__(MHD_queue_response) *library_queue(void)
{
	static __typeof__(MHD_queue_response) *its;

	if (!its)
		*(void **)&its = dlsym(RTLD_NEXT, "MHD_queue_response");
	return its;
}

enum MHD_Result reply_queue(struct exchange *x)
{
	struct connection *c = x->connection;
	struct wire_reply *r = &x->reply;
	uint64_t n = r->body_file >= 0 ? r->n_body_file : r->body.n;

	r->close |= c->worker->leaving;
	struct MHD_Response *from = response(r);

	if (!from)
		return MHD_NO;
	x->stage = STAGE_SENT;
	c->used = true;
	connection_phase(c, PHASE_SEND, n);
	enum MHD_Result done = library_queue()(c->at, (unsigned)r->status, from);

	MHD_destroy_response(from);
	return done;
}

static const char *reason(int status)
{
	for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
		if (errors[i].status == status)
			return errors[i].reason;
	return "Error";
}

/* Straight to the socket.  The library closes the connection after it. */
static void send_page(struct connection *c, struct arena *mem, bool json, int status)
{
	struct text t = text_new(mem, 8192);
	struct wire_reply r;

	reply_error(&r, mem, json, status, NULL);
	text_print(&t, "HTTP/1.1 %d %s\r\nConnection: close\r\nContent-Length: %zu\r\n", status, reason(status), r.body.n);
	for (int i = 0; i < r.n_headers; i++)
		text_print(&t, "%s: %s\r\n", r.headers[i].name, r.headers[i].value);
	text_puts(&t, "\r\n");
	text_add(&t, r.body.at, r.body.n);
	if (c->listener == PLAIN)
		(void)!send(c->fd, t.at, t.n, MSG_NOSIGNAL | MSG_DONTWAIT);
	else
		server_tls_send(c->at, t.at, t.n);
	c->linger = true;
}

/* The library takes no reply while a body comes in.  Nothing was sent on this connection for this request but perhaps the
 * 100, so the bytes may go past it. */
void reply_cut(struct exchange *x, int status)
{
	send_page(x->connection, x->mem, wire_wants_json(&x->request), status);
}

/* The library refuses some requests by itself: a head that its memory does not hold, a chunk without length.  Its pages are in
 * English, and after some heads it sends the reply's head twice.  It queues them through this public function, of which the
 * linker finds ours first; told that its page cannot be queued it closes the connection.  Were ours not found, the English
 * page would go out, and test/wire would say so. */
enum MHD_Result MHD_queue_response(struct MHD_Connection *at, unsigned status, struct MHD_Response *its)
{
	struct arena *mem = arena_new(1 << 16);

	(void)its;
	send_page(MHD_get_connection_info(at, MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context, mem, false, (int)status);
	arena_free(mem);
	return MHD_NO;
}
