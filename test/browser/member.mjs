/* member.mjs: 會員管理: a 機關最高管理者 makes an account, gives functions and takes one back; who has them signs in with the start password, has to set
 * another one, and finds what was given and nothing else.           LEARN-103 LEARN-331 LEARN-332 LEARN-333 LEARN-334 LEARN-335 */
import { journey, startProgram } from "./harness.mjs";

const fresh = () => startProgram({ PEIXUN_CLOCK: "2024-08-01T09:00" });
const own = "鐵馬 在 山上 唱歌 十九";

await journey("functions are given and taken back", { house: fresh, script: [true, false] }, async (it) => {
	const { page, says, press } = it;
	const open = async (who) => {
		await page.context().clearCookies();
		await it.signIn("top");
		await it.visit("/members");
		await page.click(`main a[aria-label='編輯 ${who}']`);
		await it.held();
	};
	/* With the password that the page showed. */
	const enter = async (password) => {
		await page.context().clearCookies();
		await page.goto(`${it.url}/sign-in`);
		await page.fill("[name=agency_code]", "323000000A");
		await page.fill("[name=account]", "hr5");
		await page.fill("[name=password]", password);
		await page.keyboard.press("Enter");
		await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
	};

	await it.signIn("top");
	await it.visit("/members");
	await says("周淑芬", "待啟用");
	await it.shot("members");
	await press("新增維護人員");
	await it.fill({ national_id: "B200000406", name: "top", full_name: "陳四娟" });
	await page.check("main [name='course.maintain']");
	await press("儲存");
	await says("帳號「top」已被使用");
	it.ok(await page.isChecked("main [name='course.maintain']"), "what was ticked stays so");
	await it.fill({ name: "hr5" });
	await page.check("main [name='registration.review']");
	await it.shot("member-new");
	await press("儲存");
	await says("起始密碼", "只顯示這一次", "陳四娟", "由 江最高");
	it.ok(await page.isChecked("main [name=active]"), "the account is in use");
	await it.shot("member-made");
	const start = (await page.textContent("main code")).trim();

	/* The start password is good for setting another one. */
	await enter(start);
	await it.visit("/learning");
	await says("您的密碼是由他人設定的");
	await it.fill({ old: start, fresh: own, again: own });
	await page.click("main form:has([name=fresh]) button");
	await it.visit("/learning");
	await says("新增/維護課程", "報名准駁/下載名冊");
	it.ok(!(await page.textContent("main")).includes("登錄/維護學習時數"), "nothing else");
	await it.visit("/courses/new");
	await it.visit("/hours", 403);
	await says("您沒有使用此功能的權限");

	/* Taken back: the next thing that is done is refused. */
	await open("陳四娟");
	await page.uncheck("main [name='course.maintain']");
	await press("儲存");
	await enter(own);
	await it.visit("/courses/new", 403);
	await says("您沒有使用此功能的權限");
	await it.visit("/registrations");

	/* 兼辦 of another agency, chosen by who has it. */
	await open("陳四娟");
	await it.fill({ besides_agency: "323010000B" });
	await press("新增兼辦單位");
	await says("（兼辦）", "請勾選其功能權限");
	await page.check("main [name='hours.maintain']");
	await press("儲存");
	await it.shot("member-besides");
	await enter(own);
	await it.visit("/switch");
	await it.shot("switch");
	await page.click("main button:has-text('示範部北區示範局')");
	await it.held();
	it.ok((await page.textContent("header")).includes("示範部北區示範局"), "acts for the other agency");
	await it.visit("/hours");

	/* Help with a password: the old one is of no use any more. */
	await open("陳四娟");
	await press("重設密碼");
	const second = (await page.textContent("main code")).trim();

	it.ok(second !== start, "another start password");
	it.ok(await page.isChecked("main [name=active]"), "and the account still in use");
	await enter(second);
	await it.visit("/learning");
	await says("您的密碼是由他人設定的");
});
