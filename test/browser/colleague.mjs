/* colleague.mjs: an officer of 人事單位 looks at the colleagues' hours, opens one person, sees the full number with a reason, takes the list home
 * in a zip; and asks 多條件複選產製報表, keeps the conditions and finds them again.
 * LEARN-015 LEARN-043 LEARN-441 LEARN-443 LEARN-444 LEARN-461 LEARN-571 LEARN-631 LEARN-632 LEARN-634 */
import { journey, startProgram } from "./harness.mjs";

const fresh = () => startProgram({ PEIXUN_CLOCK: "2024-08-01T09:00" });

await journey("the colleagues' hours", { house: fresh, script: [true, false] }, async (it) => {
	const { page, says, press } = it;

	await it.signIn("officer");
	await it.visit("/colleagues");
	await says("請設定查詢條件");
	await page.fill("[name=year]", "113");
	await page.check("[name=below]");
	await press("查詢");
	await says("名冊基準日");
	await it.shot("colleague-status");
	const masked = await page.locator("td[data-label=身分證字號]").first().textContent();

	it.ok(masked.includes("****"), "the number is masked");
	await page.fill("[name=reason]", "核對名冊");
	await press("顯示完整");
	it.ok(!(await page.locator("td[data-label=身分證字號]").first().textContent()).includes("****"), "the number is shown in full");
	await press("恢復遮罩");
	it.ok((await page.locator("td[data-label=身分證字號]").first().textContent()).includes("****"), "and masked again");
	await page.locator("main a:text-is('檢視')").first().click();
	await it.held();
	await says("期間");
	await it.shot("colleague-person");
	await it.visit("/colleagues?year=113&below=1");
	await press("匯出");
	await says("檔案密碼");
	await it.visit("/colleagues/categories?year=113");
	await says("總計");
	await it.shot("colleague-categories");
	await it.visit("/colleagues/courses?year=113");
	await it.shot("colleague-courses");
	await it.visit("/colleagues/members?member=yes");
	await it.shot("colleague-members");
	await it.visit("/colleagues/offered?year=113");
	await it.shot("colleague-offered");

	await it.visit("/statistics/choice");
	await page.fill("[name=year]", "113");
	await page.check("[name=below]");
	await page.check("#f-use-sex");
	await page.selectOption("[name=sex]", "female");
	await press("查詢");
	await says("儲存條件組");
	await page.fill("[name=name]", "女性同仁");
	await press("儲存條件組");
	await says("女性同仁");
	await it.shot("colleague-choice");
	await it.visit("/statistics/choice?year=112");
	await press("女性同仁");
	it.ok(page.url().includes("sex=female"), "the conditions are back");
});
