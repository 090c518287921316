/* application.mjs: an officer enters scores, makes an application, confirms it and prints the roster; whoever holds that can check it; then
 * a citizen finds the slip on a telephone.
 *              ACMS-053 ACMS-054 ACMS-056 ACMS-062 ACMS-063 ACMS-067 ACMS-076 ACMS-078 ACMS-081 ACMS-083 ACMS-084 ACMS-085 ACMS-105 */
import { journey } from "./harness.mjs";

const exam = "exam_year=114&exam_code=301";

/* The id of a row's input, of one whose name stands in the row. */
const person = (page, name) => page.evaluate((who) =>
	[...document.querySelectorAll("tbody tr")].find((row) => row.textContent.includes(who)).querySelector("[name=row]").value, name);

await journey("請證 from scores to a confirmed roster", { widths: [1280] }, async (it) => {
	const { page } = it;

	await it.signIn("officer");
	await it.visit("/certification");
	await it.visit(`/certification/persons?${exam}`);
	await it.shot("certificate-persons");
	const id = await person(page, "丁一心");
	const start = await page.inputValue(`[name="practical_start.${await person(page, "田雨青")}"]`);
	const end = await page.inputValue(`[name="practical_end.${await person(page, "田雨青")}"]`);

	await page.selectOption(`[name="identity.${id}"]`, "一般");
	await page.fill(`[name="score.${id}"]`, "８２");
	await page.fill(`[name="practical_start.${id}"]`, start);
	await page.click("button:has-text(\"儲存\")");
	it.ok((await page.textContent("main")).includes("實訓期間迄」為必填欄位"), "what is missing is named");
	await it.held();
	await it.shot("certificate-persons-wrong");
	await page.fill(`[name="practical_end.${id}"]`, end);
	await page.click("button:has-text(\"儲存\")");
	it.ok((await page.textContent("body")).includes("已儲存 1 人"), "one is saved");
	await it.visit(`/certification/persons/${id}`);
	await it.shot("certificate-person");
	await it.visit("/certification/import");
	await it.visit(`/certification/serials/new?${exam}`);
	await it.shot("certificate-new");
	await page.check('[aria-label="勾選 丁一心"]');
	await page.check('[aria-label="勾選 田雨青"]');
	await page.click("button:has-text(\"產製申請序號\")");
	await it.held();
	it.ok((await page.textContent("body")).includes("已產製完成，共 2 人"), "the number is shown");
	await it.shot("certificate-serial");
	await page.click("button:has-text(\"確認申請\")");
	await it.held();
	it.ok((await page.textContent("body")).includes("已確認申請"), "it is confirmed");
	await it.shot("certificate-confirmed");
	const roster = await page.request.get(await page.getAttribute("a:has-text(\"列印實務訓練\")", "href").then((at) => new URL(at, page.url()).href));

	it.same(roster.headers()["content-type"], "application/pdf", "the roster");
	await it.visit(`/certification/progress?${exam}`);
	await it.shot("certificate-progress");
	await it.visit("/certification/payers?exam_year=114");
	await it.shot("certificate-payers");
});

await journey("請證 as 國家文官學院 and as anybody sees it", async (it) => {
	const { page } = it;

	await it.visit("/verify");
	await it.shot("verify");
	await page.fill("[name=number]", "11430100002");
	await page.fill("[name=code]", "00000-00000-00000-00000");
	await page.click("button:has-text(\"查驗\")");
	await it.held();
	it.ok((await page.textContent("main")).includes("查無此文件"), "a guess tells nothing");
	await it.signIn("nacs");
	await it.visit("/certification/received");
	await it.shot("certificate-received");
	await it.visit("/certification/education");
});

await journey("請領證書繳款 on a telephone", { widths: [390] }, async (it) => {
	const { page } = it;

	await it.visit("/fee");
	await page.fill("[name=national_id]", "H200000082");
	await page.click("text=送出查詢");
	await it.held();
	it.ok((await page.textContent("main")).includes("公務人員初等考試"), "the slip is found");
	it.ok((await page.textContent("main")).includes("余○玲"), "the name is masked");
	await it.shot("fee-found");
});
