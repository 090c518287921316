/* unit.mjs: an officer of 人事單位 reviews what a learner has reported, says which categories belong to the business, corrects the 職稱 of a record,
 * asks 多條件複選 and keeps the conditions, fetches the year's hours, takes a nomination back, and answers the survey.
 * LEARN-401 LEARN-403 LEARN-431 LEARN-531 LEARN-541 LEARN-551 LEARN-552 LEARN-561 LEARN-563 LEARN-631 LEARN-634 */
import { journey, startProgram } from "./harness.mjs";

const fresh = () => startProgram({ PEIXUN_CLOCK: "2024-08-01T09:00" });

async function review(it)
{
	const { page, press, says } = it;

	await it.visit("/learning");
	await it.page.click("main p:has-text('學習時數未複核') a");
	await it.held();
	await says("日語初階", "示範語文補習班", "張三和", "共 1 筆");
	await it.shot("unit-review");
	await page.check("main tbody [name=tick]");
	await press("送出");
	await says("查無符合條件的資料");
	await it.visit("/learning");
	await says("學習時數未複核：0 筆");
}

async function categories(it)
{
	const { page, press, says } = it;

	await it.visit("/hr/categories");
	await says("承自 總處");
	await it.shot("unit-categories");
	await page.check("#category-402");
	await press("送出");
	await says("自訂（周淑芬");
	it.ok(await page.isChecked("#category-402"), "語文 belongs to the business now");
	await press("取消自訂，沿用上級設定");
	await says("承自 總處");
	it.ok(!await page.isChecked("#category-402"), "and no longer");
}

async function title(it)
{
	const { page, press, says } = it;

	await it.visit("/hr/snapshots");
	await says("請至少設定一項查詢條件");
	await it.fill({ year: "113", name: "王一明" });
	await press("查詢");
	await says("政府重大政策導讀", "科長");
	await page.click("main [aria-label^='選擇 王一明'][aria-label$='的職稱']");
	await it.held();
	await it.fill({ word: "專門" });
	await press("查詢");
	await it.shot("unit-titles");
	await page.click("main button.link:has-text('專門委員')");
	await it.held();
	await says("更改", "專門委員");
	await it.shot("unit-snapshot");
	if (!await page.isChecked("main tbody [name=tick]"))
		await page.check("main tbody [name=tick]");
	await press("送出");
	await says("已更新 1 筆", "專門委員");
}

async function choice(it)
{
	const { page, press, says } = it;

	await it.visit("/statistics/choice");
	await it.fill({ year: "112", below: "1" });
	await page.check("#f-use-hours");
	await it.fill({ hours_least: "20" });
	await press("查詢");
	await says("共 ", "示範部北區示範局");
	const hours = await page.locator("td[data-label=總時數]").allTextContents();

	it.ok(hours.length > 5 && hours.every((n) => +n >= 20), `20 hours or more: ${hours.join(" ")}`);
	await it.fill({ name: "二十小時以上" });
	await press("儲存條件組");
	await it.shot("unit-choice");
	await it.visit("/statistics/choice");
	await press("二十小時以上");
	it.same(await page.inputValue("[name=hours_least]"), "20", "the condition is back");
}

async function delivery(it)
{
	const { page, press, says } = it;

	await it.visit("/hr/delivery");
	await it.fill({ year: "112" });
	await it.shot("unit-delivery");
	await press("成績下載");
	await page.waitForSelector("main #password");
	await says("檔案密碼", "課程結束年份：112");
	await it.shot("unit-delivered");
	const file = await it.saved("下載");

	it.ok(file.name.endsWith(".zip") && file.bytes.subarray(0, 2).toString() === "PK", `a zip: ${file.name}`);
}

async function nomination(it)
{
	const { page, press, says } = it;

	await it.visit("/hr/nominations");
	await says("系統分析", "林五德", "待審核");
	await it.shot("unit-nominations");
	await page.locator("main a:text-is('取消薦送')").first().click();
	await it.held();
	await it.fill({ reason: "業務繁忙" });
	await press("取消薦送");
	await says("取消");
}

async function survey(it)
{
	const { page, press, says } = it;

	await it.visit("/hr/gender");
	await says("112", "已送出", "示範部北區示範局", "未填報");
	await it.shot("unit-gender");
	await page.locator("main a:text-is('編輯')").first().click();
	await it.held();
	await it.fill({ "trained_m.2": "1", "note.2": "外訓 1 人" });
	await it.shot("unit-gender-form");
	await press("送出");
	await says("已送出");
}

for (const part of [review, categories, title, choice, delivery, nomination, survey])
	await journey(`人事單位: ${part.name}`, { house: fresh }, async (it) => {
		await it.signIn("officer");
		await part(it);
	});
