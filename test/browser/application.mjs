/* application.mjs: 請證 as 國家文官學院 sees it; whoever holds a number and a code can check it; a citizen finds the slip on a telephone.
 * What an officer does for it: whole-life.mjs; here what goes wrong and comes back.   ACMS-053 ACMS-077 ACMS-083 ACMS-084 ACMS-085 ACMS-105 */
import { journey } from "./harness.mjs";

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

await journey("請證 is looked for, sent back and put right", { script: [false, true] }, async (it) => {
	const { page } = it;
	const press = (name) => page.getByRole("button", { name, exact: true }).click();
	const see = async (words) => it.ok((await page.textContent("main")).includes(words), `${page.url()}: ${words}`);

	await it.signIn("officer");
	await it.visit("/certification/persons?exam_year=114&exam_code=301");
	await page.fill("[name=national_id]", "H200000083");
	await press("查詢");
	await it.held();
	await see("檢查碼不正確");
	await page.fill("[name=national_id]", "H200000082");
	await press("查詢");
	await it.held();
	await see("余佩玲");
	it.ok(!page.url().includes("H200000082"), "the number is in no address");
	await it.visit("/certification/serials?number=11430100001");
	await page.locator("[name=tick]").first().check();
	await press("訓練成績");
	await it.held();
	it.same(await page.locator("main form:has(button:text('刪除勾選之人員')) [name=tick]:checked").count(), 1, "another order keeps the tick");
	await it.signIn("csptc");
	await it.visit("/certification/serials?number=11430100002");
	await page.locator("[name=tick]").first().check();
	await press("退回");
	await it.held();
	await it.shot("serial-return-wrong");
	await page.fill("[name=reason]", "訓練期間與派令不符");
	await press("退回");
	await it.held();
	await it.signIn("officer");
	await it.visit("/certification/serials?number=11430100002");
	await see("應更正：余佩玲");
	await it.shot("serial-returned");
	await press("確認申請");
	await it.held();
	await see("無法異動");
	await it.shot("serial-confirmed-again");
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
