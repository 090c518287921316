/* apply.mjs: 線上申辦: a trainee without an account asks for a code by mail, is let in by it, makes an application and finds it again; the
 * agency's officer has it on the list.                                                                       PLAN-136 PLAN-033 */
import { execFileSync } from "node:child_process";
import { journey, startProgram } from "./harness.mjs";

/* The mail waits for a server that is not there: what it says is read where it waits. */
const waiting = { PEIXUN_CLOCK: "2024-07-15T09:00", PEIXUN_MAIL_URL: "smtp://127.0.0.1:9" };
const sql = (house, text) => execFileSync("sqlite3", ["-cmd", ".timeout 20000", house.env.PEIXUN_DB, text]).toString().trim();
const who = `SELECT p.national_id, p.name, (substr(p.birth_date, 1, 4) - 1911) || '/' || substr(p.birth_date, 6, 2) || '/' || substr(p.birth_date, 9, 2)
	FROM trainee t JOIN person p ON p.id = t.person JOIN agency g ON g.id = t.agency
	WHERE t.exam_year = 113 AND g.code = '323000000A' AND t.report_date IS NULL ORDER BY t.id DESC LIMIT 1`;

await journey("線上申辦 from the code to the application", { house: () => startProgram(waiting), script: [true, false] }, async (it) => {
	const { page, house, visit, held, fill, shot, ok } = it, [id, name, born] = sql(house, who).split("|"), mark = it.script ? "" : "-plain";
	const says = async (...words) => {
		const text = await page.locator("main").innerText();

		for (const word of words)
			ok(text.includes(word), `no 「${word}」 at ${page.url()}: ${text.slice(0, 600)}`);
	};

	await visit("/apply");
	await fill({ national_id: id, birth_date: born, exam_year: "113", exam_code: "201", email: "trainee@example.com" });
	await page.getByRole("button", { name: "寄送驗證碼" }).click();
	await held();
	await shot(`apply-code${mark}`);
	await fill({ code: "000000" });
	await page.getByRole("button", { name: "確認" }).click();
	await held();
	await says("驗證碼不正確");
	await fill({ code: sql(house, "SELECT substr(body, 17, 6) FROM mail ORDER BY id DESC LIMIT 1") });
	await page.getByRole("button", { name: "確認" }).click();
	await held();
	await shot(`apply-home${mark}`);
	await says(name, "可以辦理的申請");
	await page.getByRole("link", { name: "保留受訓資格" }).first().click();
	await held();
	await shot(`apply-form${mark}`);
	await page.getByRole("button", { name: "建立申請書" }).click();
	await held();
	await shot(`apply-wrong${mark}`);
	await says("「法定役期（月）」為必填欄位");
	await page.getByLabel("法定役期（月）").fill("4");
	await page.getByRole("button", { name: "建立申請書" }).click();
	await held();
	await shot(`apply-record${mark}`);
	ok(/\/records\/\d+$/.test(page.url()), `it is stored: ${page.url()}`);
	await visit("/apply/home");
	await says("我的申請與進度", "保留受訓資格申請");
});
