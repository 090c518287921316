/* application.mjs: 請證 as 國家文官學院 sees it; whoever holds a number and a code can check it; a citizen finds the slip on a telephone.
 * What an officer does for it: whole-life.mjs.                              ACMS-083 ACMS-084 ACMS-085 ACMS-105 */
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
