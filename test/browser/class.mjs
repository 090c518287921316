/* class.mjs: 升官等訓練 from the class to the fee: leave, scores, 核定, 成績單, receipt, and the citizen who pays on a telephone.
 * PROMO-077 PROMO-086 PROMO-087 PROMO-088 PROMO-089 PROMO-098 ACMS-104 */
import { journey, startProgram } from "./harness.mjs";

for (const script of [true, false]) {
	const house = await startProgram({ PEIXUN_CLOCK: "2024-09-10T09:00", PEIXUN_FEE_STORE_ITEM: "6C8" });

	await journey("from the class to the fee", { widths: [script ? 1280 : 390], script: [script], house }, async (it) => {
		const { page, says, press } = it;

		/* 國家文官學院: the class, leave by the hour */
		await it.signIn("nacs");
		await it.visit("/promotion/classes?type=zuo_to_zheng&year=113");
		await it.shot("classes");
		await press("第1梯次甲班");
		await says("吳念慈", "許文瑞", "距上限 24.00");
		await page.selectOption("[name=participant]", { label: "許文瑞" });
		await it.fill({ day: "113/07/15", cause: "illness", hours: "3.5" });
		await press("登錄");
		await says("已登錄請假或曠課 1 人", "3.50 小時（2.92%）", "距上限 20.50");
		await it.shot("class-people");
		await press("成績");
		await it.shot("class-scores");

		/* 保訓會: 核定 */
		await it.signIn("csptc");
		await it.visit("/promotion/classes?type=zuo_to_zheng&year=113");
		await press("第1梯次甲班");
		await press("成績");
		await says("79.15", "尚未核定");
		await it.fill({ day: "113/09/09", document: "公訓字第1130012345號" });
		await press("核定");
		await says("已核定 3 人之成績", "不及格");

		/* 服務機關: 成績單, receipt */
		await it.signIn("service");
		await it.visit("/promotion/scores?type=zuo_to_zheng&year=113");
		await it.shot("results");
		const [report] = await Promise.all([page.waitForEvent("download"), page.click("text=列印成績單")]);

		it.ok(report.suggestedFilename().includes("成績單"), "the 成績單 comes as a file");
		await page.check("[aria-label='勾選 吳念慈']");
		await it.fill({ receipt: "113/09/10" });
		await press("登錄簽收日期");
		await says("已登錄 1 人之成績單簽收日期", "113/09/25", "113/09/17");
		await press("吳念慈");
		await says("異動紀錄");
		await it.shot("result-one");
	});

	await journey("訓練合格證書證書費 on a telephone", { widths: [390], script: [script], house }, async (it) => {
		const { page } = it;

		await it.visit("/result");
		await it.fill({ national_id: "A234567893", birth_date: "070/01/31" });
		await page.click("text=送出查詢");
		await it.held();
		it.ok((await page.textContent("main")).includes("合格"), "passed");
		await it.shot("result-public");
		await it.visit("/fee");
		await it.fill({ national_id: "A234567893" });
		await page.click("text=送出查詢");
		await it.held();
		const found = await page.textContent("main");

		it.ok(found.includes("113年 佐升正訓練") && found.includes("500元") && found.includes("113/09/17"), "the fee, until when");
		await page.check("[name=tick]");
		const [slip] = await Promise.all([page.waitForEvent("download"), page.click("button:text-is('下載繳費單')")]);

		it.ok(slip.suggestedFilename().startsWith("繳費單113901"), "the slip");
		await it.shot("training-fee");
		await it.visit("/recheck");
		await it.shot("recheck");
	});
	await house.stop();
}
