/* courses.mjs: an officer opens a class: what is wrong is told beside its field, what is right is looked at before it is stored; the next 期別 is
 * a copy, and one that does not take place is stopped.          LEARN-211 LEARN-212 LEARN-213 LEARN-215 LEARN-220 LEARN-227 LEARN-229 LEARN-231 */
import { journey, startProgram } from "./harness.mjs";

const fresh = () => startProgram({ PEIXUN_CLOCK: "2024-08-01T09:00" });

/* One day in September with room for one, for whoever is signed in. */
export async function openCourse(it, values = {})
{
	const { page } = it;

	await it.visit("/courses/new");
	await page.selectOption("[name=category_code]", { index: 1 });
	await page.selectOption("[name=mode]", { label: "實體學習" });
	await page.selectOption("[name=unit_of_amount]", { label: "天" });
	await page.selectOption("[name=enroll_method]", { label: "自由報名" });
	await it.fill({ name: "採購實務與案例", amount: "1", start_at: "113/09/20 09:00", end_at: "113/09/20 17:00", place: "示範大樓 101 會議室",
		enroll_from: "113/07/20", enroll_to: "113/09/10", quota: "1", intro: "政府採購的基本觀念與案例。", contact_name: "陳小姐",
		contact_phone: "02-23979298", ...values });
	await page.check("[name=quota_hard]");
	await page.check("[name=survey_meal]");
}

await journey("an officer opens a class", { house: fresh, script: [true, false] }, async (it) => {
	const { page, says, press } = it;

	await it.signIn("officer");
	await it.visit("/learning");
	await page.click("main a:text-is('新增/維護課程')");
	await it.held();
	await says("資安實務", "4 / 20", "上線");
	await it.shot("courses");
	await press("新增課程");
	it.same((await page.locator(".crumbs li").allTextContents()).join(" › "), "學習資訊維護 › 新增/維護課程 › 新增課程", "where this is");

	/* Nothing is filled in: each complaint leads to its field. */
	await press("新增");
	await says("「課程名稱」", "「課程開始」", "「課程結束」");
	await it.shot("course-wrong");
	await page.click(".err a >> nth=0");
	it.ok(await page.evaluate(() => location.hash.startsWith("#f-")), "a complaint leads to its field");

	/* Looked at before it is stored. */
	await openCourse(it, { subject_1: "採購法規", teacher_1: "林講師" });
	await press("檢查");
	await says("檢查無誤，尚未儲存", "1 天 = 6 小時");
	await press("新增");
	await says("採購實務與案例", "0 / 1");
	await page.click("main tbody th a >> nth=0");
	await it.held();
	await it.shot("course");
	it.same(await page.inputValue("[name=subject_1]"), "採購法規", "the subject");
	it.same(await page.inputValue("[name=teacher_1]"), "林講師", "who teaches it");

	/* The next 期別, and it does not take place. */
	await press("複製");
	it.same(await page.inputValue("[name=term_no]"), "2", "the next 期別");
	it.same(await page.inputValue("[name=start_at]"), "", "its day is not known");
	await it.fill({ start_at: "113/10/18 09:00", end_at: "113/10/18 17:00", enroll_from: "113/09/01", enroll_to: "113/10/10" });
	await press("新增");
	await page.click("main tbody th a >> nth=0");
	await it.fill({ stop_reason: "講師未能出席" });
	await press("停開");
	await says("停開", "講師未能出席");
	await it.shot("course-stopped");
	await it.visit("/courses?name=%E6%8E%A1%E8%B3%BC");
	await says("共 2 筆", "停開");

	/* From the crumbs back to the list; and whoever looks for a class finds it. */
	await page.click("main td a:text-is('編輯') >> nth=0");
	await it.held();
	await page.click(".crumbs a:text-is('新增/維護課程')");
	it.same(await page.textContent("h1"), "新增/維護課程", "the crumbs lead back");
	await page.context().clearCookies();
	await it.visit("/learn/courses");
	await says("採購實務與案例");
});
