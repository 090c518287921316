/* certificate.mjs: 方式一 through the whole program: pages over TLS, a second port that asks for a certificate, a folder of revocation
 * lists; certificates made by certtool at test time.
 *          ACMS-001 ACMS-002 ACMS-003 ACMS-004 ACMS-005 ACMS-006 ACMS-008 ACMS-010 ACMS-104 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accounts, freePort, journey, startProgram } from "./harness.mjs";

const folder = mkdtempSync(join(tmpdir(), "peixun-cards-"));
const file = (name) => join(folder, name);
const serial = "0000000112345678";                               /* of all cards that test/wire/certificates makes */

execFileSync("test/wire/certificates", [folder]);
mkdirSync(file("lists"));
copyFileSync(file("root.crl"), file("lists/root.crl"));

const port = await freePort();
const house = await startProgram({ PEIXUN_TLS_CERTIFICATE: file("host.pem"), PEIXUN_TLS_KEY: file("host.key"),
	PEIXUN_CERTIFICATE_PORT: String(port), PEIXUN_CERTIFICATE_URL: `https://127.0.0.1:${port}`,
	PEIXUN_CERTIFICATE_CA: file("trust.pem"), PEIXUN_CERTIFICATE_CRL: file("lists") });

/* Cards in the reader of a browser. */
const card = (name) => ({ house, context: { ignoreHTTPSErrors: true, clientCertificates: name ? [
	{ origin: `https://127.0.0.1:${port}`, certPath: file(`${name}.pem`), keyPath: file(`${name}.key`) }] : [] } });
const once = { widths: [1280] };
const fingerprint = (name) => execFileSync("openssl", ["x509", "-in", file(`${name}.pem`), "-noout", "-fingerprint", "-sha256"])
	.toString().trim().split("=")[1];

async function useCard(it)
{
	await it.visit("/sign-in");
	await it.page.click("text=使用機關憑證登入 >> nth=-1");
	await it.held();
}

async function refused(it, ...words)
{
	await useCard(it);
	const said = await it.page.textContent("main");

	await it.shot(`certificate-${words[0]}`);
	for (const word of [...words, "02-82366932"])
		it.ok(said.includes(word), `no 「${word}」 in: ${said}`);
	await it.page.goto(`${it.url}/`);
	it.ok(it.page.url().includes("/sign-in"), "nobody is signed in");
	it.wrong = it.wrong.filter((line) => !/status of 403/.test(line));      /* the browser's own remark on a refusal */
}

const refusals = [
	["a revoked certificate", "revoked", "已被廢止", "請改用"],
	["one of a foreign authority", "foreign", "不是本系統信任的憑證管理中心所簽發", "請選擇"],
	["an expired one", "expired", "已逾有效期限", "換發"],
	["one for servers", "server_only", "不是供用戶端驗證使用", "請選擇"],
	["one whose authority publishes no list", "unlisted", "無法查驗憑證是否已被廢止", "稍後再試"],
	["no certificate", null, "沒有送出憑證", "請插入卡片"],
	["a good one that is not registered", "good", "未登記為任何機關", serial, "系統管理者"],
];

for (const [what, name, ...words] of refusals)
	await journey(`certificate: ${what} is refused, and why`, card(name), (it) => refused(it, ...words));

async function register(it, agency, identity)
{
	await it.visit("/agency-certificates/new");
	await it.page.fill("[name=agency_code]", agency);
	await it.page.fill("[name=identity]", identity);
	await it.page.click("main form button");
	await it.held();
	return it.page.textContent("main");
}

await journey("certificate: the operator registers it, for one agency alone", { ...card(null), ...once }, async (it) => {
	await it.signIn("sysadmin");
	it.ok((await register(it, "323000000A", serial)).includes(serial), "it is registered");
	const said = await register(it, "323010000B", fingerprint("good"));

	it.ok(said.includes("同一張憑證已以憑證識別") && said.includes(serial), `by its fingerprint for another agency: ${said}`);
});

await journey("certificate: signs in, and a forgotten password is replaced", { ...card("good"), ...once }, async (it) => {
	const { page } = it, [agency, account, old] = accounts.officer, fresh = "a password found again";

	await useCard(it);
	it.same(page.url(), `${it.url}/`, "the card leads to 系統選單");
	it.ok((await page.textContent("body")).includes(agency), "as its agency");
	await it.visit("/account");
	it.ok((await page.textContent("main")).includes("您以機關憑證登入，不必輸入舊密碼"), "without the old password");
	await page.fill("[name=fresh]", fresh);
	await page.fill("[name=again]", fresh);
	await page.click("button:text('變更密碼')");
	await page.click("text=登出");
	for (const password of [old, fresh]) {
		await page.goto(`${it.url}/sign-in`);
		await page.fill("[name=agency_code]", agency);
		await page.fill("[name=account]", account);
		await page.fill("[name=password]", password);
		await page.click("form:has([name=password]) button");
		it.same(page.url().endsWith("/sign-in"), password === old, `signed in with 「${password}」`);
	}
});

await journey("certificate: where one was going, and what one had typed, is there after it", { ...card("good"), ...once }, async (it) => {
	const { page } = it;

	await it.visit("/notices");
	it.ok(page.url().includes("/sign-in"), "first to the sign-in page");
	await page.click("text=使用機關憑證登入 >> nth=-1");
	it.same(page.url(), `${it.url}/notices`, "then to the page asked for");
	await it.visit("/account");
	await page.fill("[name=label]", "人事系統介接");
	await page.context().clearCookies({ name: "peixun" });
	await page.click("text=新增權杖");
	await page.click("text=使用機關憑證登入 >> nth=-1");
	it.ok(page.url().includes("/parked/") && (await page.textContent("main")).includes("人事系統介接"), "what was typed is kept");
	await it.held();
});

await house.stop();
rmSync(folder, { recursive: true, force: true });
