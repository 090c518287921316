/* keyboard.mjs: a class from registration to hours with Tab, Enter, Space and the arrows alone: a learner registers, the agency approves, prints the
 * sign-in sheet, uploads hours, corrects one and takes the rest back.  Whatever has the focus is seen to have it.
 * LEARN-043 LEARN-234 LEARN-263 LEARN-268 LEARN-271 LEARN-285 LEARN-289 LEARN-027 */
import { accounts, journey, startProgram } from "./harness.mjs";

const fresh = () => startProgram({ PEIXUN_CLOCK: "2024-08-01T09:00" });
const hours = ["*身分證號,*課程代碼,*期別,*學習性質,*訓練總數,*訓練總數單位", "B100000306,A004,1,數位學習,2,小時", "A100000109,A004,1,數位學習,2,小時", ""];

/* The pages are gone to by their addresses, as somebody does who types them; on a page only keys are pressed. */
function keys(it)
{
	const { page, tabTo, held } = it;
	const press = (key) => page.keyboard.press(key);
	const as = {
		async to(selector) {
			await tabTo(selector);
			const seen = await page.evaluate(() => {
				const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();

				return e.matches(":focus-visible") && (style.outlineStyle !== "none" || style.boxShadow !== "none") && box.width > 0 &&
					box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
			});

			it.ok(seen, `the focus is not seen on ${selector}`);
		},
		async write(name, text) {
			await as.to(`main [name="${name}"]`);
			await press("Control+a");
			await page.keyboard.insertText(text);
		},
		/* Down to the choice of this value. */
		async choose(name, value) {
			await as.to(`main [name="${name}"]`);
			for (let steps = 0; steps < 30 && await page.evaluate(() => document.activeElement.value) !== value; steps++)
				await press("ArrowDown");
			it.same(await page.evaluate(() => document.activeElement.value), value, `what is chosen for ${name}`);
		},
		async go(selector, key = "Enter") {
			await as.to(selector);
			await Promise.all([page.waitForNavigation(), press(key)]);
			await held();
		},
		async file(selector) {
			await as.to(selector);
			const [file] = await Promise.all([page.waitForEvent("download"), press("Enter")]);

			return file.suggestedFilename();
		},
		async signIn(who) {
			const [agency, account, password, identity] = accounts[who];

			await page.context().clearCookies();
			await it.visit("/sign-in");
			await as.write("agency_code", agency);
			await as.write("account", account);
			await as.write("password", password);
			if (identity)
				await as.choose("identity", identity);
			await as.go("form:has([name=password]) button:not(.sr)");
			it.ok(!page.url().endsWith("/sign-in"), `${who} is not signed in`);
		},
	};

	return as;
}

await journey("a class by the keyboard alone", { house: fresh, widths: [1280] }, async (it) => {
	const { page, says } = it;
	const { to, write, choose, go, file, signIn } = keys(it);

	/* 報名 */
	await signIn("learner");
	await it.visit("/learn/courses");
	await write("keyword", "性別主流化");
	await go("main button:text-is('查詢')");
	await go("main article a:text-is('性別主流化')");
	await go("button:text-is('送出報名')", "Space");
	await says("報名已送出，待開課單位核可", "待審核");

	/* 核可 */
	await signIn("officer");
	await it.visit("/registrations");
	await go("a[aria-label='報名准駁 性別主流化']");
	const decision = await page.locator("main [name^='decision.']").first().getAttribute("name");

	await choose(decision, "approved");
	await it.shot("keyboard-review");
	await go("main button:not(.sr):text-is('送出')");
	await says("將核可 1 筆", "一經核可的報名無法取消");
	await go("button:text-is('確認送出')", "Space");
	await says("核可 1 筆，駁回 0 筆");

	/* 簽到表 */
	await go("main a:text-is('下載名冊')");
	await to("input[name=column][value=national_id]");
	await page.keyboard.press("Space");
	it.ok(await page.isChecked("input[name=column][value=national_id]"), "a column is ticked with the space bar");
	it.ok((await file("button:text-is('列印簽到表')")).startsWith("簽到表_A004"), "the sign-in sheet comes");

	/* 整批上傳, when the class is over */
	await it.house.at("2024-08-20T09:00");
	await signIn("officer");
	await it.visit("/hours");
	await go("main a:text-is('整批上傳(已開班)')");
	await to("main [name=file]");
	const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);

	await chooser.setFiles({ name: "時數.csv", mimeType: "text/csv", buffer: Buffer.from(`\ufeff${hours.join("\r\n")}`) });
	await go("main button:text-is('上傳')");
	await page.waitForSelector("#batch:not([hx-get]) .tag:text-is('完成')");
	await it.held();
	const batch = page.url();

	/* 更正 */
	await it.visit("/hours?code=A004");
	await go("a[aria-label='登錄時數 性別主流化']");
	await says("共 2 人", "通過 2 筆");
	const line = page.locator("tr", { hasText: "王一明" });

	await write(await line.locator("input[name^='h.']").getAttribute("name"), "1");
	await it.shot("keyboard-hours");
	await go("main button:not(.sr):text-is('送出')");
	it.same(await page.locator("tr", { hasText: "王一明" }).locator("input[name^='h.']").inputValue(), "1", "one hour");

	/* 復原: what was corrected stays */
	await page.goto(batch);
	await write("reason", "班別有誤");
	await go("button:text-is('復原整批')", "Space");
	await says("王一明", "已有異動");
	await write("reason", "班別有誤");
	await go("button:text-is('復原可復原的部分')");
	await says("已復原", "班別有誤", "1 筆已有異動，未復原");
});
