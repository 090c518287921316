/* kept.mjs: what a person has done on a page is not lost: ticks on other pages of a list; what was typed when the session ended.
 * ACMS-010 ACMS-028 ACMS-030 ACMS-040 */
import { execFileSync } from "node:child_process";
import { journey } from "./harness.mjs";

/* Ticks of both pages arrive together, and what was typed stays. */
await journey("ticks survive paging", { widths: [1280], script: [true, false] }, async ({ page, visit, held, signIn, same, ok, script }) => {
	const first = page.locator("tbody .tick input").first();

	await signIn("officer");
	for (const list of ["/trainees/report", "/plan-forms"]) {
		await visit(`${list}?exam_year=115&per=20`);
		const head = page.getByLabel("全選本頁");

		if (script)
			await head.check();
		else
			await page.getByRole("button", { name: "全選本頁" }).click();
		await page.getByRole("button", { name: "下一頁" }).click();
		await held();
		ok((await page.locator("caption").innerText()).includes("已勾選 20 人（其中 20 人在其他頁）"), `${list}: 20 of the first page`);
		await first.check();
		await page.getByRole("button", { name: "上一頁" }).click();
		ok((await page.locator("caption").innerText()).includes("已勾選 21 人（其中 1 人在其他頁）"), `${list}: and one of the second`);
		same(await page.locator("tbody .tick input:checked").count(), 20, `${list}: ticked on the first page`);
		await page.getByRole("button", { name: "全不選" }).click();
		same(await page.locator("tbody .tick input:checked").count(), 0, `${list}: ticked after 全不選`);
	}
});

/* The session has ended at the server while the form lay open. */
await journey("what was typed outlives the session", { script: [true, false] }, async (it) => {
	const { page, held, shot } = it, mark = it.script ? "" : "-no-script";

	await it.signIn("officer");
	await it.visit("/plan-forms?exam_year=115&sort=-report_date");
	await page.locator("tbody th a").first().click();
	await page.fill("[name=work_items]", "逾時前輸入的工作項目");
	execFileSync("sqlite3", [it.house.env.PEIXUN_DB, ".timeout 5000", "UPDATE session SET seen = seen - 31 * 60"]);
	await page.getByRole("button", { name: "儲存" }).first().click();
	await held();
	await shot(`kept-expired${mark}`);
	await page.fill("[name=agency_code]", "323000000A");
	await page.fill("[name=account]", "ag1user");
	await page.fill("[name=password]", "peixun-sample");
	await page.getByRole("button", { name: "登入" }).first().click();
	await held();
	await shot(`kept${mark}`);
	for (const word of ["逾時前輸入的工作項目", "尚未儲存"])
		it.ok((await page.locator("main").innerText()).includes(word), `it says 「${word}」`);
	await page.getByRole("button", { name: "重新送出" }).click();
	it.same(await page.inputValue("[name=work_items]"), "逾時前輸入的工作項目", "it is stored");
});
