/* harness.mjs: whole journeys through the real program with a real browser, told in TAP.
 *
 * journey(name, [options,] body)   options: widths (default [1280, 390]), script (default [true]), house (what has a url;
 *                                  or a function that gives one, asked anew for each run; default: the program with a fresh
 *                                  sample), context (more of playwright's options).  Runs once for each combination, each in a
 *                                  fresh browser context.
 * body gets   page                 playwright's page
 *             visit(path)          goes there and holds the page to the rules below; returns the reply
 *             held()               holds the page that is open now to the same rules
 *             signIn(who, here)    one of the sample's accounts: "officer", …; see `accounts`; here: on the page that is open
 *             says(...texts)       each stands in the main part of the page
 *             press(text)          the link or button of this text there, and held()
 *             saved(text)          the file behind the link of this text: { name, bytes }
 *             tabTo(selector)      presses Tab until that has the focus
 *             fill(values)         answers by name into the main part of the page: text, choice, tick
 *             shot(name)           build/shots/NAME-WIDTH.png
 *             same(got, want, what), ok(condition, what)
 *             url, width, script, house (what startProgram gave)
 * finish()                         prints the plan, stops the program; the last line of a file
 *
 * Rules of every page: no axe violation (WCAG 2.1 A and AA), nothing wider than the window, no script error, nothing that
 * the Content-Security-Policy refused, no failed request.  Knows nothing of training: that is in the journeys. */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import http from "node:http";
import https from "node:https";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const program = process.env.PEIXUN_PROGRAM ?? ["build/release/peixun", "build/asan/peixun"].find(existsSync);
const pattern = new RegExp(process.argv[2] ?? "");

/* What `peixun sample` makes. */
export const accounts = {
	officer: ["323000000A", "ag1user", "peixun-sample"],
	service: ["323010000B", "ag2user", "peixun-sample"],
	csptc: ["A58000000A", "csptc", "peixun-sample"],
	nacs: ["A58010000A", "nacs", "peixun-sample"],
	mentor: ["323000000A", "mentor", "peixun-sample"],
	unithead: ["323000000A", "unithead", "peixun-sample"],
	sysadmin: ["A58000000A", "sysadmin", "peixun-sample"],
	top: ["323000000A", "top", "peixun-sample"],
	learner: ["323000000A", "learner", "peixun-sample", "learner"],
	viewer: ["323000000A", "viewer", "peixun-sample", "stats"],
	dgpa: ["300000000Z", "dgpa", "peixun-sample"],
};

let count = 0, failed = 0;

function tell(good, what, ...lines)
{
	console.log(`${good ? "ok" : "not ok"} ${++count} - ${what}`);
	for (const line of lines.flatMap((text) => String(text).split("\n")))
		console.log(`#   ${line}`);
	failed += !good;
}

export function freePort()
{
	return new Promise((resolve) => {
		const probe = createServer().listen(0, "127.0.0.1", () => {
			const { port } = probe.address();

			probe.close(() => resolve(port));
		});
	});
}

function status(url)
{
	return new Promise((resolve, reject) => {
		const module = url.startsWith("https:") ? https : http;

		module.get(url, { rejectUnauthorized: false }, (reply) => resolve(reply.resume().statusCode)).on("error", reject);
	});
}

async function answers(url, child)
{
	for (let tries = 0; tries < 300 && child.exitCode === null; tries++) {
		try {
			return await status(url);
		} catch {
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}
	throw new Error(`${program} does not answer at ${url}`);
}

/* The program with a fresh sample database, on a free port; over TLS when the settings name a certificate.
 * at(moment): it goes on with the clock standing at that moment, 2024-08-01T09:00. */
export async function startProgram(settings = {})
{
	const folder = mkdtempSync(join(tmpdir(), "peixun-browser-"));
	const port = await freePort();
	const url = `${settings.PEIXUN_TLS_CERTIFICATE ? "https" : "http"}://127.0.0.1:${port}`;
	const env = { ...process.env, PEIXUN_DB: join(folder, "peixun.db"), PEIXUN_DATA: folder, PEIXUN_PORT: String(port),
		PEIXUN_PASSWORD_PASSES: "1", PEIXUN_PASSWORD_MEBIBYTES: "1", ...settings };
	let child = null, over = null;

	async function end()
	{
		child?.kill("SIGTERM");
		await over;
	}
	async function begin()
	{
		child = spawn(program, ["serve"], { env, stdio: ["ignore", "ignore", "inherit"] });
		over = new Promise((resolve) => child.on("exit", resolve));
		await answers(url, child);
	}

	execFileSync(program, ["sample"], { env, stdio: ["ignore", "ignore", "inherit"] });
	await begin();
	return {
		url, env, folder,
		async at(moment) {
			await end();
			env.PEIXUN_CLOCK = moment;
			await begin();
		},
		async stop() {
			await end();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
	"--disable-component-update", "--disable-sync"];
export const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
let house = null;

async function axeFinds(page)
{
	await page.evaluate(axe);
	const found = await page.evaluate(() => globalThis.axe.run(document, {
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], resultTypes: ["violations"],
	}));

	return found.violations.flatMap((rule) => rule.nodes.map((node) =>
		`${rule.id}: ${rule.help}: ${node.html.slice(0, 160)} ${node.failureSummary.split("\n").slice(1).join(" ")}`));
}

export async function fill(page, values)
{
	for (const [name, value] of Object.entries(values)) {
		const input = page.locator(`main [name="${name}"]`).first();
		const kind = await input.evaluate((e) => e.tagName === "SELECT" ? "choice" : e.type);

		if (kind === "choice")
			await input.selectOption(value);
		else if (kind === "checkbox")
			await input.check();
		else
			await input.fill(value);
	}
}

/* Complaints about the page that is open; axe needs the page's scripts to be allowed. */
async function complaints(page, script)
{
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

	return [
		...(wide > 0 ? [`${wide} pixels wider than the window`] : []),
		...(script ? await axeFinds(page) : []),
	];
}

class Journey {
	constructor(page, house, width, script) {
		Object.assign(this, { page, house, url: house.url, width, script, wrong: [] });
		for (const name of ["visit", "held", "signIn", "fill", "says", "press", "saved", "tabTo", "shot", "ok", "same"])
			this[name] = this[name].bind(this);
		page.on("console", (line) => line.type() === "error" &&
			!/status of (409|413|422)/.test(line.text()) && !line.text().includes(`status of ${this.expects}`) &&
			this.wrong.push(`${page.url()}: ${line.text()}`));       /* a form shown again with complaints is an answer */
		page.on("pageerror", (error) => this.wrong.push(`${page.url()}: ${error.message}`));
	}
	ok(condition, what) {
		if (!condition)
			this.wrong.push(what);
	}
	same(got, want, what) {
		this.ok(Object.is(got, want), `${what}: got ${JSON.stringify(got)}, expected ${JSON.stringify(want)}`);
	}
	async held() {
		await this.page.waitForLoadState();
		const now = await this.page.content().catch(async () => {        /* it was on its way elsewhere */
			await this.page.waitForLoadState();
			return this.page.content();
		});

		if (now === this.looked)
			return;
		this.looked = now;                                      /* who goes somewhere and then looks holds the same page twice */
		for (const line of await complaints(this.page, this.script))
			this.wrong.push(`${this.page.url()}: ${line}`);
	}
	async visit(path, status = 200) {
		this.expects = status;
		const reply = await this.page.goto(this.url + path);

		this.expects = 200;
		this.same(reply.status(), status, `status of ${path}`);
		await this.held();
		return reply;
	}
	async signIn(who, here = false) {
		const [agency, account, password, identity] = accounts[who];

		if (!here)
			await this.page.goto(this.url + "/sign-in");
		await this.page.fill("[name=agency_code]", agency);
		await this.page.fill("[name=account]", account);
		await this.page.fill("[name=password]", password);
		if (identity)
			await this.page.selectOption("[name=identity]", identity);
		await this.page.click("form:has([name=password]) button");
		this.ok(!this.page.url().endsWith("/sign-in"), `${who} is not signed in`);
	}
	async says(...texts) {
		const all = await this.page.textContent("main");

		for (const text of texts)
			this.ok(all.includes(text), `「${text}」 is not on ${this.page.url()}`);
	}
	async press(text) {
		await this.page.click(`main :is(a, button):not(.sr):text-is('${text}')`);
		await this.held();
	}
	async saved(text) {
		const [file] = await Promise.all([this.page.waitForEvent("download"), this.page.click(`main a:text-is('${text}')`)]);

		return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
	}
	async tabTo(selector) {
		const wanted = this.page.locator(selector).first();

		for (let presses = 0; presses < 200; presses++) {
			if (await wanted.evaluate((e) => e === document.activeElement))
				return;
			await this.page.keyboard.press("Tab");
		}
		throw new Error(`Tab never comes to ${selector}`);
	}
	fill(values) { return fill(this.page, values); }
	async shot(name, width = this.width) {
		mkdirSync("build/shots", { recursive: true });
		await this.page.screenshot({ path: `build/shots/${name}-${width}.png`, fullPage: true });
	}
}

async function go(name, house, width, script, more, body)
{
	const context = await browser.newContext({ ...more, viewport: { width, height: 800 }, locale: "zh-TW",
		timezoneId: "Asia/Taipei", javaScriptEnabled: script, reducedMotion: "reduce" });
	const page = await context.newPage();
	const it = new Journey(page, house, width, script);

	page.setDefaultTimeout(20000);
	try {
		await body(it);
	} catch (error) {
		it.wrong.push(`${page.url()}: ${error.message}`);
		await page.screenshot({ path: "build/log/browser-failed.png" }).catch(() => {});
	}
	tell(!it.wrong.length, `${name} (${width} px${script ? "" : ", no script"})`, ...it.wrong.slice(0, 30));
	await context.close();
}

export async function journey(name, ...rest)
{
	const body = rest.pop();
	const { widths = [1280, 390], script = [true], house: other, context = {} } = rest[0] ?? {};

	if (!pattern.test(name))
		return;
	if (!other)
		house ??= await startProgram();
	for (const with_script of script)
		for (const width of widths) {
			const own = typeof other === "function" ? await other() : null;

			await go(name, own ?? other ?? house, width, with_script, context, body);
			await own?.stop();
		}
}

export async function finish()
{
	await browser.close();
	await house?.stop();
	console.log(`1..${count}`);
	process.exitCode = failed ? 1 : 0;
}
