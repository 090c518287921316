/* report.mjs: an officer of 人事單位 asks for a report, looks at its picture, opens the people behind a number and takes files home; looks at every
 * other report; does it once with the keyboard alone.  Somebody with a report account sees what was given to it, and nothing else.
 * LEARN-030 LEARN-034 LEARN-036 LEARN-041 LEARN-471 LEARN-473 LEARN-481 LEARN-491 LEARN-501 LEARN-521 LEARN-601 LEARN-611 LEARN-621 LEARN-701 LEARN-703 */
import { journey, startProgram } from "./harness.mjs";

const house = () => startProgram({ PEIXUN_CLOCK: "2024-08-01T09:00" });
const required = "必須完成課程參與情形統計表";

/* The picture says what the table says, in letters of the page's size, within its width.  Gives the sum of its numbers. */
async function pictureHolds(it)
{
	const { page, ok } = it;
	const told = await page.locator("svg.chart").first().evaluate((svg) => {
		const box = svg.getBoundingClientRect();

		return {
			high: Math.min(...[...svg.querySelectorAll("text")].map((t) => t.getBoundingClientRect().height)),
			inside: [...svg.querySelectorAll("text, rect")].every((e) => e.getBoundingClientRect().right <= box.right + 1),
			bars: [...svg.querySelectorAll("rect")].filter((e) => e.getBoundingClientRect().width > 20).length,
			sum: [...svg.querySelectorAll("text")].map((t) => t.textContent).filter((t) => /^\d+$/.test(t)).reduce((a, b) => a + +b, 0),
			named: svg.getAttribute("aria-label"),
		};
	});

	ok(told.high >= 12, `letters of ${told.high} pixels in the picture of ${page.url()}`);
	ok(told.inside, `something of the picture lies outside it on ${page.url()}`);
	ok(told.bars > 0, `no bars on ${page.url()}`);
	ok(told.named.includes("表"), "the picture names the table that says the same");
	return told.sum;
}

const total = (page, words) => page.locator(`tr.total a.framed[aria-label*="${words}"]`).last();

await journey("a report, its picture, and who is behind a number", { house }, async (it) => {
	const { page, visit, says, press, saved, shot, same, ok } = it;

	await it.signIn("officer");
	await visit("/learning");
	await press(required);
	await it.fill({ year: "113", below: "1" });
	await press("查詢");
	await says("年度：113", "基準日：113/08/01", "統計基礎：", "製表人：周淑芬", "環境教育");
	same(await pictureHolds(it), Number(await total(page, "應完成人數").textContent()), "the bars together are everybody");
	await shot("report-required");
	const book = await saved("Excel");

	ok(book.name.endsWith(".xlsx") && book.bytes.subarray(0, 2).toString() === "PK", `a workbook: ${book.name}`);
	const missing = total(page, "未全部完成人數"), n = Number(await missing.textContent());

	ok(n > 0, "some lack something");
	await missing.click();
	await it.held();
	await says(`共 ${n} 筆`, "尚缺", "****", "環境教育");
	await shot("report-lacking");
	same((await saved("CSV")).bytes.toString().trim().split("\r\n").filter((line) => /^\d+,/.test(line)).length, n, "the people of the file");
	await page.locator("tr", { hasText: "李二美" }).locator("a:text-is('檢視')").click();
	await it.held();
	await says("共 1 筆", "政府重大政策導讀");
	await shot("report-person");
});

await journey("every report, filled", { house }, async (it) => {
	await it.signIn("officer");
	for (const [name, query] of Object.entries({
		required: "year=113&below=1&by=agency", human: "year=113&below=1", performance: "year=113&below=1", enterprise: "year=113&below=1",
		members: "day=113/08/01&below=1", offering: "from=112/01/01&to=113/12/31&group=mode&below=1",
		execution: "kind=category&year=113&below=1", decision: "year=113&level=all",
	})) {
		await it.visit(`/reports/${name}?${query}`);
		await pictureHolds(it);
		it.ok(await it.page.locator("tbody tr").count() > 1, `${name} has rows`);
		await it.shot(`report-${name}-all`);
	}
});

await journey("a report by the keyboard alone", { house, widths: [1280] }, async (it) => {
	const { page, tabTo, says } = it;

	await it.signIn("officer");
	await it.visit("/reports/human");
	await tabTo("main [name=year]");
	await page.keyboard.press("Control+a");
	await page.keyboard.type("112");
	await tabTo("main [name=below]");
	if (!await page.locator("main [name=below]").isChecked())
		await page.keyboard.press("Space");
	await tabTo("main button:text-is('查詢')");
	await page.keyboard.press("Enter");
	await page.waitForURL(/year=112/);
	await it.held();
	await says("年度：112", "基準日：112/12/31");
	const n = await total(page, "現有人數").textContent();

	await tabTo("tr.total a.framed");
	await page.keyboard.press("Enter");
	await page.waitForURL(/persons/);
	await it.held();
	await says(`共 ${n} 筆`);
	await tabTo("main a:text-is('回報表')");
	await page.keyboard.press("Enter");
	await page.waitForURL(/human\?/);
	await says("年度：112");
});

await journey("a report account", { house }, async (it) => {
	const { page, visit, says, press } = it;

	await it.signIn("viewer");
	await press("查看特定統計報表");
	await says("請選擇您要查看的報表", "人資報告學習時數統計表", "323000000A 示範部（含所屬機關）");
	await it.held();
	await it.shot("viewer");
	await press(required);
	await it.fill({ year: "112", below: "1" });
	await press("查詢");
	await says("年度：112", "製表人：統計檢視");
	await pictureHolds(it);
	await it.shot("viewer-report");
	await total(page, "未全部完成人數").click();
	await it.held();
	await says("尚缺", "****");
	await visit("/statistics/execution", 403);
	await visit("/reports/required", 403);
	await visit("/colleagues", 403);
});
