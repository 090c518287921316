/* change.mjs: 延後訓練 of a participant through its stations: 服務機關, 遴選機關, 保訓會, and what each sees of it.
 * PROMO-003 PROMO-006 PROMO-069 PROMO-072 … 075 PROMO-124 ACMS-104 */
import { readFileSync } from "node:fs";
import { journey, startProgram } from "./harness.mjs";

for (const script of [true, false]) {
	const house = await startProgram({ PEIXUN_CLOCK: "2024-04-10T09:00" });

	await journey("a deferral through its stations", { widths: [script ? 1280 : 390], script: [script], house }, async (it) => {
		const { page, says, press } = it;

		/* 服務機關 */
		await it.signIn("service");
		await it.visit("/promotion/participants");
		await it.shot("change-people");
		await press("錢佑安");
		await says("待訓", "訓前", "相關機關");
		await it.shot("change-person");
		await press("延後訓練");
		await press("登錄");
		await says("請選擇事由");
		await it.fill({ cause: "分娩", event: "113/04/05" });
		await press("登錄");
		await says("草稿", "請檢附相關證明文件");
		const record = new URL(page.url()).pathname;

		const [letter] = await Promise.all([page.waitForEvent("download"), page.click("text=下載「延後訓練函稿」（PDF）")]);

		await page.setInputFiles("#f-file", { name: "證明.pdf", mimeType: "application/pdf", buffer: readFileSync(await letter.path()) });
		await press("附上文件");
		await press("函報遴選機關");
		await it.fill({ number: "示北人字第1130000001號" });
		await press("函報遴選機關");
		await says("已函報遴選機關");
		await it.shot("change-reported");

		/* 遴選機關 */
		await it.signIn("officer");
		await it.visit("/promotion/requests?waits=mine");
		await it.shot("change-cases");
		await it.visit(record);
		await press("函報保訓會");
		await says("備選人員（依受訓序列遞補）", "衛怡君", "蔣承翰");
		await it.fill({ number: "示人字第1130000002號", backfill: "required" });
		await it.shot("change-forward");
		await press("函報保訓會");
		await says("已函報保訓會");

		/* 保訓會: the answers are shown once more, since they can't be taken back */
		await it.signIn("csptc");
		await it.visit(record);
		await press("函復同意");
		await it.fill({ number: "公訓字第1130000003號" });
		await press("函復同意");
		await says("送出後不能復原");
		await it.shot("change-confirm");
		await press("確認函復同意");
		await says("已函復同意");
		await press("回錢佑安");
		await says("延後訓練", "缺額", "已由備選遞補", "原因消滅後3個月內");
		await it.shot("change-deferred");

		/* Who moved up waits now; the service agency was told, the copy is 國家文官學院's. */
		await it.signIn("service");
		await it.visit("/notices");
		await says("由備選遞補為正選");
		await it.visit("/promotion/participants?state=waiting");
		await says("衛怡君");
		await it.signIn("nacs");
		await it.visit("/notices");
		await says("（副知）「延後訓練」保訓會函復同意");
		await it.visit(record);
		await says("公訓字第1130000003號");
		await it.visit("/promotion/periods");
		await it.shot("change-periods");
	});
	await house.stop();
}
