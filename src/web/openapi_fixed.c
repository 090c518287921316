/* openapi_fixed.c: what is the same for all operations: who may ask, how pages are turned, how refusals look.  Must say what
 * route.c and reply.c do. */
#include "web/openapi_private.h"

static const char securities[] =
	"{\"session\":{"
	"\"type\":\"apiKey\",\"in\":\"cookie\",\"name\":\"peixun\",\"description\":\"登入後的工作階段。以 POST 送出時須另附表單權杖。\"},"
	"\"token\":{\"type\":\"http\",\"scheme\":\"bearer\",\"description\":\"在「我的帳號」新增的 API 權杖，權限與其帳號相同。\"}}";

static const char parameters[] =
	"{\"FormToken\":{\"name\":\"X-Form-Token\",\"in\":\"header\",\"required\":false,\"description\":\"表單權杖，也可以用欄位 _token 送出；"
	"以工作階段登入時必須有，使用 API 權杖時不需要。\",\"schema\":{\"type\":\"string\"}},"
	"\"Page\":{\"name\":\"page\",\"in\":\"query\",\"required\":false,\"description\":\"頁次\","
	"\"schema\":{\"type\":\"integer\",\"minimum\":1,\"maximum\":1000000,\"default\":1}},"
	"\"Per\":{\"name\":\"per\",\"in\":\"query\",\"required\":false,\"description\":\"每頁筆數\","
	"\"schema\":{\"type\":\"integer\",\"enum\":[20,50,100],\"default\":50}},"
	"\"Format\":{\"name\":\"format\",\"in\":\"path\",\"required\":true,\"description\":\"檔案格式\","
	"\"schema\":{\"type\":\"string\",\"enum\":[\"csv\",\"xlsx\",\"ods\"]}}}";

static const char fixed_schemas[] =
	"\"Error\":{\"type\":\"object\",\"required\":[\"error\"],\"properties\":{\"error\":{\"type\":\"object\",\"required\":[\"code\",\"text\"],"
	"\"properties\":{\"code\":{\"$ref\":\"#/components/schemas/Code\"},\"text\":{\"type\":\"string\"}}}}},"
	"\"Issues\":{\"type\":\"object\",\"required\":[\"issues\"],\"properties\":{\"issues\":{\"type\":\"array\",\"items\":{\"type\":\"object\","
	"\"required\":[\"row\",\"field\",\"code\",\"text\"],\"properties\":{"
	"\"row\":{\"type\":\"integer\",\"minimum\":-1,\"description\":\"由 0 起算；-1 為整份資料\"},"
	"\"field\":{\"type\":\"string\",\"description\":\"欄位；空白為整列\"},"
	"\"code\":{\"$ref\":\"#/components/schemas/Code\"},\"text\":{\"type\":\"string\"}}}}}},"
	"\"Done\":{\"type\":\"object\",\"required\":[\"location\",\"note\"],\"properties\":{"
	"\"location\":{\"type\":\"string\",\"description\":\"結果所在的網址\"},\"note\":{\"type\":\"string\",\"description\":\"完成的作業\"}}}";

static bool is_first(const struct message *m)
{
	return m == messages || strcmp(m->code, m[-1].code);
}

static void put_codes(struct json *j)
{
	json_key(j, "Code");
	json_begin(j);
	openapi_put(j, "type", "string");
	openapi_put(j, "description", "訊息代碼，不會改變；文字見 x-texts");
	json_key(j, "enum");
	json_list(j);
	for (const struct message *m = messages; m->code; m++)
		if (is_first(m))
			json_text(j, m->code);
	json_end(j);
	json_key(j, "x-texts");
	json_begin(j);
	for (const struct message *m = messages; m->code; m++)
		if (is_first(m))
			openapi_put(j, m->code, m->text);
	json_end(j);
	json_end(j);
}

static void put_response(struct json *j, struct arena *mem, const char *name, const char *description, const char *schema)
{
	json_key(j, name);
	json_begin(j);
	openapi_put(j, "description", description);
	json_key(j, "content");
	json_raw(j, arena_print(mem, "{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/%s\"}},\"text/html\":{}}", schema));
	json_end(j);
}

void openapi_components(struct json *j, struct arena *mem)
{
	json_key(j, "components");
	json_begin(j);
	json_key(j, "securitySchemes");
	json_raw(j, securities);
	json_key(j, "parameters");
	json_raw(j, parameters);
	json_key(j, "schemas");
	json_begin(j);
	json_raw(j, fixed_schemas);
	put_codes(j);
	json_end(j);
	json_key(j, "responses");
	json_begin(j);
	put_response(j, mem, "Broken", "要求的內容無法解讀", "Error");
	put_response(j, mem, "SignIn", "請先登入，或權杖已失效", "Error");
	put_response(j, mem, "Forbidden", "沒有這項權限、資料不屬於貴機關，或表單權杖不符", "Error");
	put_response(j, mem, "NotFound", "沒有這筆資料", "Error");
	put_response(j, mem, "Issues", "輸入的資料有誤，未儲存任何資料", "Issues");
	put_response(j, mem, "Done", "已完成（以 JSON 要求時）", "Done");
	json_key(j, "SeeOther");
	json_raw(j, "{\"description\":\"已完成，請前往 Location 的網址\",\"headers\":{\"Location\":{\"schema\":{\"type\":\"string\"}}}}");
	json_end(j);
	json_end(j);
}

