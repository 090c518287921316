/* hours.mjs: a Big5 file of hours with three wrong rows: the page and the file say which and why, the right ones are taken by choice, the others are
 * corrected and sent again; one learner is corrected by hand, and what nobody touched is taken back.
 * LEARN-016 LEARN-023 LEARN-024 LEARN-026 LEARN-028 LEARN-203 LEARN-204 LEARN-285 LEARN-286 LEARN-294 LEARN-315 */
import { execFileSync } from "node:child_process";
import { journey, startProgram } from "./harness.mjs";

const heads = "*身分證號,姓名,*訓練進修機構名稱,*課程名稱,*課程類別,*起始日期,*終迄日期,*學習性質,*訓練總數,*訓練總數單位,機構性質";
const rest = "示範大學,採購實務,302,113/05/01,113/05/02,實體學習";
const rows = ["A100000109,王一明", "A200000209,李二美", "B200000406,陳四娟", "C100000503,林五德", "C200000603,黃六珍"]
	.map((who) => `${who},${rest},6,小時,學校`);
const wrong = [`B100000306,張三禾,${rest},6,小時,學校`, `D200000800,周八雲,${rest},6.5,小時,學校`, `E100000907,鄭九安,${rest},6,小時,學校`
	.replace("113/05/02", "113/04/02")];
const big5 = (lines) => execFileSync("iconv", ["-f", "utf-8", "-t", "cp950"],
	{ input: [heads, ...lines, ""].join("\r\n"), maxBuffer: 64 << 20 });
const fresh = () => startProgram({ PEIXUN_CLOCK: "2024-08-01T09:00" });

function helpers(it)
{
	const { page } = it;

	return {
		async upload(name, buffer) {
			await it.visit("/hours");
			await it.press("整批上傳(未開班)");
			await page.setInputFiles("[name=file]", { name, mimeType: "text/csv", buffer });
			await page.click("main button:text-is('上傳')");
		},
		/* Nobody presses anything: the page follows by itself, with script and without. */
		async over(state) {
			await page.waitForSelector(`#batch:not([hx-get]) .tag:text-is('${state}')`);
			await it.held();
		},
	};
}

await journey("a file of hours with wrong rows", { house: fresh, script: [true, false] }, async (it) => {
	const { page } = it;
	const { says, press, saved } = it;
	const as = helpers(it), { over } = as;

	await it.signIn("officer");
	await as.upload("時數.csv", big5([...rows, ...wrong]));
	await over("檢核未通過");
	await says("檔案編碼：Big5", "E-HRS-05", "6.5", "E-INT-01", "E-DATE-02", "第 7 列", "第 8 列", "第 9 列");
	it.ok((await page.textContent(".crumbs")).includes("登錄/維護學習時數"), "where this is");
	await it.shot("hours-wrong");
	const complaints = await saved("下載錯誤資料");
	const told = new TextDecoder(complaints.bytes[0] === 0xEF ? "utf-8" : "big5").decode(complaints.bytes);

	it.same(told.trim().split("\r\n").length, 4, "a heading and three rows in the file of what is wrong");
	it.ok(told.includes("張三禾") && told.includes("E-HRS-05"), "each with its reason");

	/* Of the eight the five that are right, because the officer says so. */
	await press("僅匯入正確資料列");
	await over("部分完成");
	await says("匯入結果");
	it.same((await page.locator("[aria-label=筆數] tbody td").allTextContents()).join(" "), "8 5 0 0 0 3 0", "five are new, three wrong");
	const first = page.url();

	/* The three again, put right in the file of what was wrong. */
	const again = told.replace("張三禾", "張三和").replace("6.5", "6").replace("113/04/02", "113/05/02");

	await as.upload("時數更正.csv", Buffer.from(`\ufeff${again.replace(/^\ufeff/, "")}`));
	await over("完成");
	it.same((await page.locator("[aria-label=筆數] tbody td").allTextContents()).join(" "), "3 3 0 0 0 0 0", "all three are there");
	await it.shot("hours-done");

	/* Of the class: one by hand, everybody passed. */
	await it.visit("/hours?name=%E6%8E%A1%E8%B3%BC");
	await says("採購實務", "示範大學", "共 1 筆");
	await page.click("main a:text-is('登錄時數')");
	await it.held();
	await says("共 8 人", "通過 8 筆");
	const line = page.locator("tr", { hasText: "王一明" });

	await line.locator("input[name^='h.']").fill("4");
	await it.shot("hours-class");
	await press("送出");
	it.same(await line.locator("input[name^='h.']").inputValue(), "4", "four hours");
	await line.locator("a:text-is('歷程')").click();
	await it.held();
	await says("訓練時數：6", "訓練時數：4", "周淑芬");
	await it.shot("hours-history");

	/* What was touched since stays; the rest goes. */
	await page.goto(first);
	await it.fill({ reason: "上傳錯誤的班別" });
	await press("復原整批");
	await says("王一明", "已有異動");
	await it.fill({ reason: "上傳錯誤的班別" });
	await it.shot("hours-undo");
	await press("復原可復原的部分");
	await says("已復原", "上傳錯誤的班別", "1 筆已有異動，未復原");
	await it.visit("/hours?name=%E6%8E%A1%E8%B3%BC");
	await page.click("main a:text-is('登錄時數')");
	await it.held();
	await says("共 4 人");
	await it.visit("/learning/uploads");
	await says("時數.csv", "時數更正.csv", "共 2 批");
	await it.shot("hours-uploads");
	await page.click("main th a >> nth=-1");
	await it.held();
	await says("王一明", "A10****109");
	await it.shot("hours-upload-rows");
});

/* Long enough to be seen under way; left, and come back to. */
await journey("a large file of hours is left and come back to", { house: fresh, script: [true, false], widths: [390] }, async (it) => {
	const { page } = it;
	const as = helpers(it);
	const lines = Array.from({ length: 40000 }, (x, i) => rows[i % rows.length].replace("採購實務", `採購實務${Math.floor(i / rows.length)}`));

	await it.signIn("officer");
	await as.upload("全年時數.csv", big5(lines));
	await it.held();
	await it.shot("hours-progress");
	const batch = page.url();

	await it.visit("/learning");
	await it.visit("/learning/uploads");
	await it.says("全年時數.csv");
	await page.goto(batch);
	await as.over("完成");
	await it.says("40000");
	await it.fill({ reason: "年度錯誤" });
	await it.press("復原整批");
	await it.says("已復原");
	await it.visit("/hours?name=%E6%8E%A1%E8%B3%BC");
	await it.says("查無符合條件的資料");
});
