/* guidance.mjs: a month's guidance record with a D, an anomaly told the same day, leave: as the officer of an agency does it.
 * PLAN-081 PLAN-082 PLAN-084 PLAN-087 PLAN-091 */
import { journey } from "./harness.mjs";

const today = (() => {
	const now = new Date(Date.now() + 8 * 3600 * 1000);

	return `${now.getUTCFullYear() - 1911}/${String(now.getUTCMonth() + 1).padStart(2, "0")}/${String(now.getUTCDate()).padStart(2, "0")}`;
})();

/* The next of the examination with a plan who has not reported reports today. */
async function someone(page, visit, held)
{
	await visit("/trainees/report?exam_year=113&exam_code=201&per=100&state=absent");
	await page.locator("tbody .tick input").first().check();
	const id = await page.locator("tbody .tick input").first().getAttribute("value");

	await page.fill("[name=day]", today);
	await page.getByRole("button", { name: "匯入資料" }).click();
	await held();
	return id;
}

await journey("a record of guidance, an anomaly, leave", {}, async ({ page, visit, held, signIn, shot, ok, same }) => {
	await signIn("officer");
	const id = await someone(page, visit, held);

	await visit(`/trainees/${id}/records`);
	await shot("records");
	await visit(`/trainees/${id}/records/guide-record`);
	await shot("guide-record-new");
	await page.fill("[name=until]", today);
	await page.fill("[name=work_items]", "公文收發與登記");
	for (const name of ["orientation", "observation", "cases", "talks"])
		await page.selectOption(`[name=${name}]`, { index: 1 });
	for (const name of ["character", "ability", "life", "attitude"])
		await page.fill(`[name=${name}]`, "B");
	await page.fill("[name=performance]", "55");
	await page.getByRole("button", { name: "填寫" }).click();
	await held();
	await shot("guide-record");
	ok(await page.getByText("不及格之虞").count(), "a D is an alert");
	await visit(`/trainees/${id}/records/anomaly`);
	await page.selectOption("[name=cause]", "conflict");
	await page.fill("[name=summary]", "與同仁爭執");
	await page.getByRole("button", { name: "登錄" }).click();
	await held();
	await shot("anomaly");
	await page.getByRole("link", { name: "登錄通報" }).click();
	await held();
	await shot("anomaly-notify");
	await page.fill("[name=day]", today);
	await page.fill("[name=time]", "16:00");
	await page.selectOption("[name=channel]", "phone");
	await page.fill("[name=person]", "周承辦");
	await page.getByRole("button", { name: "登錄通報" }).click();
	await held();
	await visit(`/trainees/${id}/records/leave`);
	await page.selectOption("[name=kind]", "sick");
	await page.fill("[name=hours]", "4");
	await page.getByRole("button", { name: "登錄" }).click();
	await held();
	await shot("leave");
	for (const [path, name] of [["/attendance", "attendance"], ["/guidance/due", "guidance-due"], [`/trainees/${id}/rights`, "rights"],
		[`/trainees/${id}/resources`, "resources"], [`/trainees/${id}/records/allowance`, "allowance-new"], [`/trainees/${id}`, "person"],
		["/", "home"]]) {
		await visit(path);
		await shot(name);
	}
	await visit("/deadlines?kind=anomaly-report");
	same(await page.getByText("特殊異常情事書面通報").count() > 0, true, "the written report is due");
});
