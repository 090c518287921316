/* calculator.mjs: somebody who is not signed in reckons the end of a training, with a mistake on the way.    DEC PLAN-012 PLAN-117 */
import { journey } from "./harness.mjs";

await journey("calculator: from the first page to an answer", { script: [true, false] }, async (it) => {
	const { page } = it;

	await it.visit("/sign-in");
	await page.click("text=期限、期間與資格試算");
	await it.held();
	await it.shot("calculator-list");
	await page.click("text=訓練期滿日");
	await it.held();
	await page.selectOption("[name=plan]", "113-disabled@2");
	await page.fill("[name=report_date]", "113/13/01");
	await page.click("button:has-text('試算')");
	await it.held();
	await it.shot("calculator-wrong");
	it.same(await page.getAttribute("[name=report_date]", "aria-invalid"), "true", "the input says that it is wrong");
	await page.fill("[name=report_date]", "113/08/01");
	await page.selectOption("[name='ledger.0.kind']", "extension");
	await page.click("text=增加一列");
	await it.held();
	it.same(await page.inputValue("[name=report_date]"), "113/08/01", "one more row loses nothing");
	await page.fill("[name='ledger.0.from']", "114/01/07");
	await page.fill("[name='ledger.0.length']", "2個月");
	await page.click("button:has-text('試算') >> nth=-1");
	await it.held();
	await it.shot("calculator-answer");
	it.ok((await page.textContent("#answer")).includes("114年3月6日"), "the last day with its extension");
});

await journey("calculator: every page, empty", { widths: [1280, 390] }, async (it) => {
	await it.visit("/calculator");
	const all = await it.page.$$eval("main .card a", (links) => links.map((a) => new URL(a.href).pathname));

	for (const path of all)
		await it.visit(path);
	it.ok(all.length > 35, `${all.length} pages`);
	await it.shot("calculator-last");
});

await journey("calculator: answers with tables", { widths: [1280, 390] }, async (it) => {
	await it.visit("/calculator/revocation?plan=113-disabled%402&facts.absence_hours=24&facts.violence.found=true&facts.violence.evidence=false");
	await it.shot("calculator-table");
	await it.visit("/calculator/pt-shortening?plan=113-disabled%402&level=%E4%B8%89%E7%AD%89%E8%80%83%E8%A9%A6&report_date=113/08/01&" +
		"filed_on=113/08/20&channel=agency&intended.grade=6&intended.series=%E7%B6%9C%E5%90%88%E8%A1%8C%E6%94%BF&" +
		"service.0.from=112/01/01&service.0.series=%E7%B6%9C%E5%90%88%E8%A1%8C%E6%94%BF&service.0.grade=5");
	await it.shot("calculator-shortening");
});
