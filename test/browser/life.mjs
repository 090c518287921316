/* life.mjs: a trainee's life in the browser: the day of reporting, the talks and monthly records, the rating through every hand, to the
 * head's word.   S-1   PLAN-012 PLAN-022 PLAN-081 PLAN-106 PLAN-109 PLAN-111 PLAN-129 */
import { journey } from "./harness.mjs";

async function someone({ page, visit, held })
{
	await visit("/trainees/report?exam_year=113&exam_code=201&per=100&state=absent");
	await page.locator("tbody .tick input[type=checkbox]").last().check();
	const id = await page.locator("tbody .tick input[type=checkbox]").last().getAttribute("value");

	await page.fill("[name=day]", "113/08/01");
	await page.getByRole("button", { name: "匯入資料" }).click();
	await held();
	await page.getByRole("button", { name: "確定匯入" }).click(); /* a day long past has to be confirmed */
	await held();
	return id;
}

const good = { character: "18", ability: "13", life: "8", attitude: "26", performance: "21" };

/* One hand's scores on the page that is open. */
async function score({ page, held }, scorer, day, items, button)
{
	await page.fill("[name=scorer]", scorer);
	await page.selectOption("[name=relation]", "none");
	for (const [name, value] of Object.entries(items))
		await page.fill(`[name=${name}]`, value);
	await page.fill("[name=signed_on]", day);
	await page.getByRole("button", { name: button }).click();
	await held();
}

await journey("life: from the day of reporting to a passed rating", { script: [true, false] }, async (it) => {
	const { page, visit, held, signIn, shot, ok } = it;

	await signIn("officer");
	const id = await someone(it);

	await visit(`/trainees/${id}`);
	await shot("life-person");
	ok((await page.textContent("main")).includes("113/08/01 至 113/11/30"), "the training period is on the page");
	for (const [from, until] of [["113/08/01", "113/08/30"], ["113/09/01", "113/09/27"], ["113/10/01", "113/10/30"], ["113/11/01", "113/11/29"]]) {
		await visit(`/trainees/${id}/records/guide-record`);
		await page.fill("[name=from]", from);
		await page.fill("[name=until]", until);
		await page.fill("[name=work_items]", "公文收發與登記");
		for (const name of ["character", "ability", "life", "attitude", "performance"])
			await page.fill(`[name=${name}]`, "B");
		await page.getByRole("button", { name: "填寫" }).click();
		await held();
		ok(/\/records\/\d+$/.test(page.url()), `the record to ${until} is stored: ${await page.locator(".err").allTextContents()}`);
	}
	await visit(`/trainees/${id}/records/rating`);
	await shot("life-rating-new");
	await score(it, "林輔導", "113/12/02", { ...good, attitude: "31" }, "輔導員評擬");
	ok(await page.locator("[name=attitude][aria-invalid=true]").count(), "31 of 30 points is refused beside its item");
	await shot("life-rating-wrong");
	await page.fill("[name=gap_reason]", "紙本另送");
	await score(it, "林輔導", "113/12/02", good, "輔導員評擬");
	await page.getByRole("link", { name: "單位主管初核" }).click();
	await held();
	await score(it, "王主管", "113/12/04", good, "單位主管初核");
	await page.getByRole("link", { name: "首長評定" }).click();
	await held();
	await score(it, "陳首長", "113/12/05", { character: "16", ability: "11", life: "7", attitude: "24", performance: "18" }, "首長評定");
	await shot("life-rating");
	ok((await page.textContent("main")).includes("評定及格"), "the head's word is the end of it");
	await visit(`/trainees/${id}`);
	await shot("life-person-rated");
	await visit(`/trainees/${id}/records`);
	await shot("life-records");
	await visit("/records");
	await shot("life-list");
	await visit("/deadlines");
	await shot("life-deadlines");
	await visit("/account/reminders");
	await shot("life-reminders");
});

await journey("life: a trainee without an account", {}, async ({ page, visit, held, shot, ok }) => {
	await visit("/apply");
	await shot("apply");
	ok((await page.textContent("main")).includes("線上申辦"), "the page says what it is");
});
