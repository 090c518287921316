/* registration.mjs: a learner finds a class and registers on a telephone; the opening agency approves, prints a sign-in sheet and downloads the
 * roster with its password.                                                   LEARN-233 LEARN-234 LEARN-263 LEARN-268 LEARN-273 LEARN-043 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCourse } from "./courses.mjs";
import { journey, startProgram } from "./harness.mjs";

const fresh = () => startProgram({ PEIXUN_CLOCK: "2024-08-01T09:00" });

await journey("a learner registers, the agency approves and prints", { house: fresh, script: [true, false] }, async (it) => {
	const { page } = it;
	const main = () => page.textContent("main");

	await it.signIn("officer");
	await openCourse(it, { name: "資通安全概論", course_code: "A113001" });
	await page.click("main button.btn:text-is('新增')");
	await page.context().clearCookies();

	await it.visit("/learn/courses");
	await it.shot("learn-courses");
	await page.click("text=資通安全概論");
	await it.held();
	await page.click("text=登入後報名");
	await it.signIn("learner", true);
	await it.held();
	it.same(await page.textContent("h1"), "資通安全概論", "who has signed in is back at the class");
	await page.click("button:has-text(\"送出報名\")");
	await it.held();
	it.ok((await main()).includes("請填寫特殊調查「飲食」"), "what is asked has to be answered");
	await it.fill({ meal: "2", phone: "0912-345678" });
	await it.shot("learn-class");
	await it.tabTo("button:text-is('送出報名')");
	await page.keyboard.press("Enter");
	await page.waitForURL(/registrations/);
	await it.held();
	it.ok((await main()).includes("報名已送出，待開課單位核可"), "it is sent with the keyboard");
	await it.shot("learn-own");
	await it.visit("/");
	it.ok((await main()).includes("課程查詢") && (await main()).includes("我的報名"), "the first page of a learner leads there");

	await page.context().clearCookies();
	await it.signIn("top");
	await it.visit("/registrations");
	await it.shot("registrations");
	await page.click("tr:has-text(\"資通安全概論\") a:text-is(\"報名准駁\")");
	await it.held();
	await page.selectOption("[name=all]", "approved");
	await it.shot("registration-review");
	await page.click("main button.btn:has-text(\"送出\")");
	await it.held();
	it.ok((await main()).includes("一經核可的報名無法取消"), "it asks once more");
	await it.shot("registration-confirm");
	await page.click("button:has-text(\"確認送出\")");
	await it.held();
	it.ok((await main()).includes("核可 1 筆，駁回 0 筆"), "it is approved");
	await page.click("a:text-is(\"下載名冊\")");
	await it.held();
	await it.shot("registration-sheet");
	const [sheet] = await Promise.all([page.waitForEvent("download"), page.click("button:has-text(\"列印簽到表\")")]);

	it.ok((await sheet.suggestedFilename()).startsWith("簽到表_A113001"), "a sign-in sheet comes");
	await page.click("button:has-text(\"下載學員名冊\")");
	await it.held();
	const password = await page.textContent("#password");
	const [roster] = await Promise.all([page.waitForEvent("download"), page.click("a:text-is(\"下載\")")]);
	const folder = mkdtempSync(join(tmpdir(), "peixun-roster-"));

	await it.shot("download");
	await roster.saveAs(join(folder, "roster.zip"));
	it.ok(execFileSync("7z", ["t", `-p${password}`, join(folder, "roster.zip")]).includes("Everything is Ok"), "the password opens it");
	rmSync(folder, { recursive: true });
	await it.visit("/downloads");
	await it.shot("downloads");
});
