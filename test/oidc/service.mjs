// service.mjs: a real OpenID Connect provider (npm oidc-provider) whose users sign in by themselves, and which can be told to lie.
//
// usage: node service.mjs PORT REDIRECT_URI          GET /become/NAME: who signs in next; GET /lie/HOW: what is wrong with the next tokens
import { createServer } from "node:http";
import { generateKeyPairSync, createSign, createHmac } from "node:crypto";

const [port, redirect] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const key = name => ({ ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }), kid: name, use: "sig", alg: "RS256" });
const keys = [key("first"), key("second")], stranger = key("first");
const people = { officer: "A200000209", nobody: "Z100000009" };
let who = "officer", lie = "";

const { Provider } = await import("oidc-provider");
const provider = new Provider(issuer, {
	clients: [{ client_id: "peixun", client_secret: "a secret of the test", redirect_uris: [redirect], id_token_signed_response_alg: "RS256" }],
	jwks: { keys }, pkce: { required: () => true }, cookies: { keys: ["of the test"] }, conformIdTokenClaims: false,
	claims: { openid: ["sub", "national_id"] }, features: { devInteractions: { enabled: false } },
	interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
	findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id, national_id: people[id] }) }),
});

const part = value => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

// The same token again with one thing wrong.
async function spoil(token) {
	const { createPrivateKey } = await import("node:crypto");
	const header = JSON.parse(Buffer.from(token.split(".")[0], "base64url")), claims = JSON.parse(Buffer.from(token.split(".")[1], "base64url"));
	let by = keys.find(k => k.kid === header.kid);

	if (lie === "key") by = { ...stranger, kid: header.kid };
	if (lie === "aud") claims.aud = "another";
	if (lie === "iss") claims.iss = "https://elsewhere.example";
	if (lie === "nonce") claims.nonce = "old";
	if (lie === "exp") claims.exp = 1;
	if (lie === "none") return `${part({ alg: "none" })}.${part(claims)}.`;
	if (lie === "hmac") {
		const text = `${part({ alg: "HS256", kid: header.kid })}.${part(claims)}`;
		return `${text}.${createHmac("sha256", "a secret of the test").update(text).digest("base64url")}`;
	}
	const text = `${part(header)}.${part(claims)}`;
	return `${text}.${createSign("sha256").update(text).sign(createPrivateKey({ key: by, format: "jwk" })).toString("base64url")}`;
}

provider.use(async (ctx, next) => {
	await next();
	if (lie && ctx.path === "/token" && ctx.body?.id_token)
		ctx.body = { ...ctx.body, id_token: await spoil(ctx.body.id_token) };
});

async function interact(request, response) {
	const details = await provider.interactionDetails(request, response);
	const grant = new provider.Grant({ accountId: who, clientId: details.params.client_id });

	grant.addOIDCScope("openid");
	await provider.interactionFinished(request, response, { login: { accountId: who }, consent: { grantId: await grant.save() } });
}

createServer(async (request, response) => {
	const [, act, word] = request.url.split("/");

	if (act === "become" || act === "lie") {
		who = act === "become" ? word : who;
		lie = act === "lie" ? word : "";
		response.end("so be it");
	} else if (act === "interaction") {
		await interact(request, response);
	} else {
		provider.callback()(request, response);
	}
}).listen(Number(port), "127.0.0.1", () => console.log("ready"));
