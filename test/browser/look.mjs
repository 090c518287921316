/* look.mjs: static/peixun.css and static/peixun.js on a page that uses everything they offer, without the program.
 * The page is served under the policy of the real pages. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { journey } from "./harness.mjs";

const files = {
	"/": ["test/browser/look.html", "text/html; charset=utf-8"],
	"/peixun.css": ["static/peixun.css", "text/css"],
	"/peixun.js": ["static/peixun.js", "text/javascript"],
	"/favicon.svg": ["static/favicon.svg", "image/svg+xml"],
};
const posts = [];
const server = createServer((request, reply) => {
	if (request.method === "POST")
		posts.push(request.url);
	else if (files[request.url])
		reply.writeHead(200, { "Content-Type": files[request.url][1], "Content-Security-Policy":
			"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'" })
			.end(readFileSync(files[request.url][0]));
	else
		reply.writeHead(404).end();
});

await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
server.unref();
const house = { url: `http://127.0.0.1:${server.address().port}` };

/* 640 pixels is 1280 at 200 % zoom. */
await journey("every class of the stylesheet is readable and fits", { house, widths: [1280, 640, 390] },
	async ({ page, visit, shot, ok }) => {
		await visit("/");
		await shot("look");
		const outlined = await page.evaluate(() => getComputedStyle(document.activeElement).outlineWidth);

		ok(outlined === "3px", `the error summary has the focus and shows it (${outlined})`);
	});

await journey("the first stop of the keyboard is the skip link", { house, widths: [1280], script: [false] },
	async ({ page, visit, ok }) => {
		await visit("/");
		await page.keyboard.press("Tab");
		const skip = page.getByRole("link", { name: "跳到主要內容區塊" });

		ok(await skip.evaluate((link) => link === document.activeElement), "Tab reaches it first");
		ok((await skip.boundingBox()).y >= 0, "it is seen while it has the focus");
		await page.keyboard.press("Enter");
		ok(await page.evaluate(() => location.hash === "#main"), "it leads to the content");
	});

await journey("ticking: all, a range, the count", { house, widths: [1280] }, async ({ page, visit, same }) => {
	await visit("/");
	const all = page.getByLabel("全選");
	const boxes = page.locator("tbody .tick input");
	const told = page.locator("[data-ticked]");

	await all.check();
	same(await told.textContent(), "5", "all are counted");
	await all.uncheck();
	await boxes.nth(1).click();
	await boxes.nth(3).click({ modifiers: ["Shift"] });
	same(await told.textContent(), "3", "Shift ticks the range");
	same(await boxes.nth(2).isChecked(), true, "the one between is ticked");
	same(await all.evaluate((box) => box.indeterminate), true, "the head shows that some are ticked");
});

await journey("a form is sent once", { house, widths: [1280] }, async ({ page, visit, same }) => {
	await visit("/");
	posts.length = 0;
	await page.evaluate(() => {
		const button = document.querySelector("form[action='/import'] button[name=go]");

		button.click();
		button.click();
	});
	await page.waitForTimeout(300);
	same(posts.filter((path) => path === "/import").length, 1, "requests of two clicks");
});

await journey("printed, the frame is left out", { house, widths: [1280] }, async ({ page, visit, same }) => {
	await visit("/");
	await page.emulateMedia({ media: "print" });
	for (const frame of [".menu", ".crumbs", ".acts", ".bar", ".pager"])
		same(await page.locator(frame).first().isVisible(), false, `${frame} on paper`);
	same(await page.getByRole("link", { name: "王小明" }).first().isVisible(), true, "the rows on paper");
});
