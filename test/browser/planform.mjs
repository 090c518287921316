/* planform.mjs: an officer fills in a plan form, downloads it, uploads the signed copy; the commission sends it back.
 *                                                                   ACMS-039 ACMS-040 ACMS-046 ACMS-047 ACMS-105 PLAN-078 */
import { readFileSync, writeFileSync } from "node:fs";
import { journey } from "./harness.mjs";

async function saved(it, act)
{
	const [download] = await Promise.all([it.page.waitForEvent("download"), act()]);

	return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/* A person of the sample who has reported; each run takes the next one. */
let next = 0;

async function open(it)
{
	await it.visit("/plan-forms?exam_year=115&sort=-report_date");
	await it.shot("planform-download");
	await it.page.locator("tbody th a").nth(next++).click();
	await it.held();
	return new URL(it.page.url()).pathname;
}

async function send(it, file)
{
	await it.page.setInputFiles("#f-file", file);
	await it.page.check("#f-seal");
	await it.page.click("text=儲存送出");
	await it.held();
}

await journey("a plan form from entry to signed copy", { script: [true, false] }, async (it) => {
	const { page } = it;

	await it.signIn("officer");
	const path = await open(it);

	await page.fill("[name=work_items]", "一、戶籍行政業務之規劃。\n二、公文收發。");
	await page.fill("[name=guide_name]", "陳大文");
	await page.fill("[name=allocation_date]", "115/13/01");
	await page.click("text=儲存 >> nth=0");
	await it.held();
	await it.shot("planform-wrong");
	it.ok(await page.locator("text=的日期「115/13/01」不正確").first().isVisible(), "the wrong day is told");
	it.same(await page.inputValue("[name=guide_name]"), "陳大文", "what was typed stays");
	await page.fill("[name=allocation_date]", "");
	await page.click("form:has([name=work_items]) button");
	it.ok(await page.locator("text=已儲存").isVisible(), "saved");
	const form = await saved(it, () => page.click("text=下載（PDF）"));

	it.ok(/^115-101-.+-實務訓練計畫表\.pdf$/.test(form.name), `the name of the file: ${form.name}`);
	it.same(form.bytes.subarray(0, 5).toString(), "%PDF-", "a PDF");
	await it.visit(path);
	await send(it, { name: "renamed.pdf", mimeType: "application/pdf", buffer: Buffer.from("PK a document") });
	it.ok(await page.locator("text=不是 PDF 檔").first().isVisible(), "no PDF is refused");
	await send(it, { name: "已核章.pdf", mimeType: "application/pdf", buffer: form.bytes });
	it.ok(await page.locator("text=已收到「已核章.pdf」").isVisible(), "received");
	await it.shot("planform-form");
	const back = await saved(it, () => page.click("text=已核章.pdf >> nth=-1"));

	it.ok(back.bytes.equals(form.bytes), "it comes back byte by byte");
	it.same(back.name, "已核章.pdf", "under its own name");
});

await journey("many plan forms at once", { widths: [1280] }, async (it) => {
	await it.signIn("officer");
	await it.visit("/plan-forms?exam_year=115");
	for (const box of (await it.page.locator("td.tick input").all()).slice(0, 3))
		await box.check();
	const zip = await saved(it, () => it.page.click("text=下載多人"));

	it.ok(zip.name.endsWith("-3人.zip"), `the name of the archive: ${zip.name}`);
	it.same(zip.bytes.subarray(0, 2).toString(), "PK", "an archive");
});

await journey("the commission sends a form back", { widths: [1280] }, async (it) => {
	await it.signIn("csptc");
	await it.visit("/plan-forms/overview?exam_year=115");
	await it.shot("planform-overview");
	await it.visit("/plan-forms/overview?exam_year=115&state=uploaded");
	await it.page.locator("tbody th a").first().click();
	await it.held();
	await it.page.fill("[name=reason]", "缺機關首長核章");
	await it.page.click("text=註記第");
	await it.held();
	it.ok(await it.page.locator("text=已註記核章不全").isVisible(), "noted");
	await it.shot("planform-returned");
});

await journey("the page for uploading", {}, async (it) => {
	await it.signIn("officer");
	await it.visit("/plan-forms/upload?exam_year=115");
	await it.page.click("text=儲存送出");
	await it.held();
	await it.shot("planform-upload");
});
