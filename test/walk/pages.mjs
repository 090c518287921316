/* pages.mjs: every page that links lead to, for everybody who signs in: valid HTML, no axe violation, nothing wider than
 * the window at 1280, 640 (200 % zoom) and 390 pixels, nothing refused by the security policy, no dead link.
 * One page of each kind: /trainees/7 and /trainees/8 are the same kind. */
import { execFileSync } from "node:child_process";
import { accounts, finish, journey } from "../browser/harness.mjs";

/* Unless all is asked for, a kind of page that an earlier walk held is not held again for the next who signs in, and not at 640. */
const all = process.env.PEIXUN_TEST_LEVEL === "all";
const most = all ? 1000 : 250, sizes = all ? [1280, 640, 390] : [1280, 390];
const held_before = new Set();

const kindOf = (url) => url.pathname.replace(/\d+/g, "N") + " " + [...url.searchParams.keys()].sort().join(",");

/* The kinds of pages reached so far, and the addresses still to go to. */
class Walk {
	constructor(it, who) {
		Object.assign(this, { it, who, seen: new Set(), ahead: [], pages: 0, from: new Map() });
	}
	add(href, from) {
		const url = new URL(href, this.it.url);
		const kind = kindOf(url);

		if (url.origin !== this.it.url || this.seen.has(kind) || (this.from.size && !all && held_before.has(kind)))
			return;
		this.seen.add(kind);
		this.ahead.push(url.href);
		this.from.set(url.href, from);
	}
	async step(href) {
		const { page, wrong } = this.it;
		const reply = await page.request.get(href);
		const type = reply.headers()["content-type"] ?? "";

		if (!reply.ok())
			wrong.push(`${href}: ${reply.status()}, linked from ${this.from.get(href)}`);
		else if (type.startsWith("text/html"))
			await this.look(href, await reply.body());
	}
	async look(href, html) {
		const { page, wrong, held, shot } = this.it;

		this.pages++;
		try {
			execFileSync("tools/check-html", { input: html });
		} catch (error) {
			wrong.push(...String(error.stdout).trim().split("\n").map((line) => `${href}: ${line}`));
		}
		await page.goto(href);
		for (const width of sizes) {
			await page.setViewportSize({ width, height: 800 });
			await held();
			if (width !== 640)
				await shot(`${this.who}${new URL(href).pathname.replace(/\//g, "-")}`, width);
		}
		for (const link of await page.$$eval("a[href]", (links) => links.map((a) => a.href)))
			this.add(link, href);
	}
}

async function walk(it, start, who)
{
	const walk = new Walk(it, who);

	walk.add(start, "the start");
	while (walk.ahead.length && walk.pages < most)
		await walk.step(walk.ahead.shift());
	for (const kind of walk.seen)
		held_before.add(kind);
	it.ok(walk.pages > (all || who === "public" ? 2 : 0), `only ${walk.pages} pages found`);
	console.log(`# ${walk.pages} pages, ${walk.seen.size} kinds of links`);
}

await journey("every page before signing in", { widths: [1280] }, (it) => walk(it, "/", "public"));
for (const who of Object.keys(accounts))
	await journey(`every page of ${who}`, { widths: [1280] }, async (it) => {
		await it.signIn(who);
		await walk(it, "/", who);
	});
await finish();
