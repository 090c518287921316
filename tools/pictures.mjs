/* pictures.mjs: the pictures of the manual, doc/manual/pictures/NAME.png, made anew from the program as it is.
 *
 * usage: node tools/pictures.mjs [PATTERN]       after `make`; PATTERN: the names of those to be written
 *
 * A fresh sample lives through a training of 113: the program is started again for each day on which something happens, with the clock
 * standing still, so that the same program gives the same pictures, but for numbers that nobody may guess.  They are 1000 pixels
 * wide and have 16 colours, which keeps each below what tools/manual takes.  Everything is done on the pages; no row is written behind them. */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { deflateSync } from "node:zlib";

const pattern = new RegExp(process.argv.splice(2, 1)[0] ?? "");
const { accounts, browser, fill: fillIn, program, startProgram } = await import("../test/browser/harness.mjs");
const house = await startProgram({ PEIXUN_CLOCK: "2024-07-15T09:00", PEIXUN_FEE_STORE_ITEM: "6AB", PEIXUN_MAIL_URL: "smtp://127.0.0.1:9" });
const { url, env } = house;
const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, locale: "zh-TW", timezoneId: "Asia/Taipei",
	reducedMotion: "reduce" });
const page = await context.newPage();
const painter = await context.newPage();

page.setDefaultTimeout(8000);

/* ---- a PNG of 16 colours ---- */

/* In the browser: the pixels as numbers of a palette of the most frequent colours that are not alike. */
async function fewColours(bytes)
{
	return painter.evaluate(async (base64) => {
		const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
		const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
		canvas.drawImage(image, 0, 0);
		const { data, width, height } = canvas.getImageData(0, 0, image.width, image.height);
		const often = new Map(), palette = [], nearest = new Map(), numbers = new Array(width * height);
		const parts = (c) => [c >> 16, (c >> 8) & 255, c & 255];
		const apart = (a, b) => parts(a).reduce((sum, v, i) => sum + (v - parts(b)[i]) ** 2, 0);
		const at = (i) => (data[4 * i] << 16) | (data[4 * i + 1] << 8) | data[4 * i + 2];
		for (let i = 0; i < numbers.length; i++)
			often.set(at(i), (often.get(at(i)) ?? 0) + 1);
		/* A small coloured tag counts for more than a shade of grey. */
		const weight = ([c, n]) => n * (1 + (Math.max(...parts(c)) - Math.min(...parts(c))) / 8);
		for (const least of [900, 300, 100, 0])
			for (const [c] of [...often].sort((a, b) => weight(b) - weight(a)))
				if (palette.length < 16 && palette.every((other) => apart(c, other) > (palette.length < 5 ? 40 : least)))
					palette.push(c);
		for (const c of often.keys())
			nearest.set(c, palette.reduce((best, other, i) => apart(c, other) < apart(c, palette[best]) ? i : best, 0));
		for (let i = 0; i < numbers.length; i++)
			numbers[i] = nearest.get(at(i));
		return { width, height, palette: palette.flatMap(parts), numbers };
	}, bytes.toString("base64"));
}

function crc(bytes)
{
	let c = ~0;

	for (const byte of bytes) {
		c ^= byte;
		for (let i = 0; i < 8; i++)
			c = (c >>> 1) ^ (c & 1 ? 0xedb88320 : 0);
	}
	return ~c >>> 0;
}

function chunk(name, bytes)
{
	const body = Buffer.concat([Buffer.from(name), bytes]);
	const ends = Buffer.alloc(8);

	ends.writeUInt32BE(bytes.length, 0);
	ends.writeUInt32BE(crc(body), 4);
	return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

function png({ width, height, palette, numbers })
{
	const across = Math.ceil(width / 2) + 1, rows = Buffer.alloc(across * height), head = Buffer.alloc(13);

	for (let i = 0; i < numbers.length; i++) {
		const x = i % width;

		rows[Math.floor(i / width) * across + 1 + (x >> 1)] |= numbers[i] << (x & 1 ? 0 : 4);
	}
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([4, 3, 0, 0, 0], 8);
	return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", head), chunk("PLTE", Buffer.from(palette)),
		chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

/* ---- the program on a day ---- */

/* The day, and who is signed in. */
async function on(moment, who)
{
	await house.at(moment);
	await as(who);
}

async function as(who)
{
	const [agency, account, password, identity] = accounts[who];

	await context.clearCookies();
	await page.goto(`${url}/sign-in`);
	await page.fill("[name=agency_code]", agency);
	await page.fill("[name=account]", account);
	await page.fill("[name=password]", password);
	if (identity)
		await page.selectOption("[name=identity]", identity);
	await page.click("form:has([name=password]) button");
}

const fill = (values) => fillIn(page, values);

/* Fills in the form at an address, sends it, checks the answers where that is asked; ends at the record. */
async function send(path, values)
{
	await page.goto(url + path);
	await fill(values);
	for (let pages = 0; pages < 2; pages++) {
		await page.locator("main form:has(.acts) .btn:not(.quiet)").first().click();
		if (!await page.locator("main [name=_confirmed]").count())
			break;
	}
	if (await page.locator("main .err").count())
		throw new Error(`${path}: ${await page.locator("main .err").innerText()}`);
	return new URL(page.url()).pathname;
}

const act = (record, name, values = {}) => send(`${record}/acts/${name}`, values);

/* The main part of the page that is open, at most so many pixels high. */
async function shot(name, most = 900)
{
	if (!pattern.test(name))
		return;
	await page.mouse.move(0, 0);
	await page.evaluate(() => scrollTo(0, 0));
	const box = await page.locator("main").boundingBox();
	const clip = { x: 0, y: Math.max(0, box.y - 8), width: 1000, height: Math.min(box.height + 16, most) };
	const bytes = png(await fewColours(await page.screenshot({ fullPage: true, clip })));

	mkdirSync("doc/manual/pictures", { recursive: true });
	writeFileSync(`doc/manual/pictures/${name}.png`, bytes);
	console.log(`${name}.png ${bytes.length} bytes, ${Math.round(clip.height)} high`);
}

async function look(name, path, most)
{
	await page.goto(url + path);
	await shot(name, most);
}

/* ---- what happens ---- */

async function beginning()
{
	execFileSync(program, ["calendar", "load", "test/story/calendar-112-115.csv", "--as", "A58000000A/csptc"], { env, stdio: "ignore" });
	await on("2024-08-01T10:00", "officer");
	await page.goto(`${url}/trainees/report?exam_year=113&exam_code=201&state=absent`);
	const ids = await page.locator("tbody .tick [type=checkbox]").evaluateAll((all) => all.slice(0, 5).map((e) => e.value));

	for (const id of ids)
		await page.check(`tbody [name=tick][value="${id}"]`);
	await page.fill("[name=day]", "113/08/01");
	await page.getByRole("button", { name: "匯入資料" }).click();
	for (const id of ids.slice(0, 2))
		await send(`/allocations/${id}`, { post_title: "科員", post_series: "綜合行政", post_grade_min: "5", post_grade_max: "7",
			intended_grade: "5" });
	await send(`/trainees/${ids[0]}/records/mentor`, { from: "113/08/01", title: "專員", name: "林輔導", unit: "人事室", account: "mentor" });
	return ids;
}

const month = { work_items: "公文收發與登記\n會議紀錄之撰擬", orientation: "done", observation: "going_on", cases: "going_on", talks: "not_yet",
	character: "A", ability: "B", life: "B", attitude: "A", performance: "B" };

async function guidance(id)
{
	await on("2024-09-02T10:00", "mentor");
	await send(`/trainees/${id}/records/guide-record`, month);
	await on("2024-10-01T10:00", "officer");
	await send(`/trainees/${id}/records/guide-record`, { ...month, attitude: "C", performance: "55" });
	await shot("guide-record");
	await send(`/trainees/${id}/records/leave`, { kind: "sick", from: "113/09/18", until: "113/09/18", hours: "4" });
	await send(`/trainees/${id}/records/talk`, { kind: "mid", day: "113/10/01", persons: "林輔導", minutes: "已說明待改進事項。" });
	await send(`/trainees/${id}/records/conduct`, { kind: "reprimand", times: "1", day: "113/10/01", reason: "遲誤公文" });
}

/* Earlier service, and the application for 縮短 that rests on it. */
async function shortening(id)
{
	await on("2024-08-20T10:00", "officer");
	await send(`/trainees/${id}/records/service`, { agency: "臺北市政府", title: "科員", from: "111/01/03", to: "111/12/30",
		series: "綜合行政", grade: "5" });
	const record = await send(`/trainees/${id}/records/shorten`, { filed: "113/08/20", channel: "agency", work: "綜合行政業務" });

	await shot("shorten");
	await act(record, "review", { meets: "yes" });
	await act(record, "forward", { document: "示人字第1130000001號", sent: "113/08/20" });
	await as("csptc");
	await look("approve", `${record}/acts/approve`);
}

async function rating(id)
{
	const scored = { scorer: "林輔導", relation: "none", signed_on: "113/12/02" };

	await on("2024-12-05T10:00", "officer");
	const record = await send(`/trainees/${id}/records/rating`, { ...scored, character: "14", ability: "10", life: "6", attitude: "17",
		performance: "12", gap_reason: "紙本另送" });

	await act(record, "review", { ...scored, scorer: "王主管", signed_on: "113/12/03", character: "12", ability: "9", life: "6",
		attitude: "16", performance: "13", comment: "公文處理多次逾期，經輔導未見改善。" });
	await act(record, "deliberate", { met: "113/12/05", invited: "113/12/02", statement: "spoke", words: "已說明", result: "failed" });
	await act(record, "decide", { ...scored, scorer: "陳首長", signed_on: "113/12/05", character: "12", ability: "9", life: "6",
		attitude: "16", performance: "13", comment: "同考績委員會審議結果。" });
	await page.goto(url + record);
	await shot("rating", 1100);
	await act(record, "send", { document: "示人字第1130000009號", sent: "113/12/05" });
	await as("csptc");
	await look("ruling", `${record}/acts/rule`);
}

/* A trainee without an account; the code is read where the mail waits to be sent. */
async function applicant(id)
{
	await as("officer");
	await page.goto(`${url}/trainees/${id}`);
	const facts = await page.locator("main").innerText();

	await context.clearCookies();
	await page.goto(`${url}/apply`);
	await fill({ national_id: facts.match(/[A-Z][12]\d{8}/)[0], birth_date: facts.match(/出生日期\s+(\S+)/)[1],
		exam_year: "113", exam_code: "201", email: "trainee@example.com" });
	await shot("apply-enter");
	await page.click("text=寄送驗證碼");
	const code = execFileSync("sqlite3", [env.PEIXUN_DB, "SELECT substr(body, 17, 6) FROM mail"]).toString().trim();

	await fill({ code });
	await page.click("main button");
	await shot("apply-home");
}

const row = (sql) => execFileSync("sqlite3", [env.PEIXUN_DB, sql]).toString().trim();

/* 請證 of the sample's trainees of 114-301. */
async function certificate()
{
	await on("2024-07-16T10:00", "officer");
	await look("certificate-persons", "/certification/persons?exam_year=114&exam_code=301", 640);
	await look("certificate-new", "/certification/serials/new?exam_year=114&exam_code=301", 640);
	await look("certificate-serial", "/certification/serials?number=11430100001", 900);
	await look("certificate-payers", "/certification/payers", 640);
	await context.clearCookies();
	await page.goto(`${url}/verify`);
	await fill({ number: "11430100003", code: row("SELECT code FROM certificate_check WHERE number = '11430100003' AND ended IS NULL") });
	await page.getByRole("button", { name: "查驗" }).click();
	await shot("verify");
}

async function ask(answers)
{
	await context.clearCookies();
	await page.goto(`${url}/fee`);
	await fill(answers);
	await page.click("text=送出查詢");
}

/* A citizen takes the slip and pays; the bank's file comes in, with one payment that fits nothing. */
async function fee()
{
	await ask({ national_id: "H200000082" });
	await page.locator("[name=tick]").first().check();
	await shot("fee-dues");
	await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "下載繳費單" }).click()]);
	const slip = row("SELECT number FROM fee_slip ORDER BY id DESC LIMIT 1");

	await on("2024-07-18T10:00", "csptc");
	await page.goto(`${url}/payments/import`);
	await page.setInputFiles("[name=file]", { name: "代收款.csv", mimeType: "text/csv", buffer: Buffer.from(
		`繳費單號,金額,繳款日期,繳費管道,交易序號\r\n${slip},500,113/07/17,郵局臨櫃,P0717-1\r\n` +
		`${slip},500,113/07/17,便利商店,S0717-9\r\n`) });
	await page.locator("main form .btn:not(.quiet)").first().click();
	for (let tries = 0; tries < 60 && row("SELECT count(*) FROM fee_payment_seen") !== "2"; tries++)
		await page.waitForTimeout(500);
	await look("payments", "/payments?standing=all", 700);
	await look("payment-settle", `/payments/${row("SELECT id FROM fee_payment WHERE outcome = 'double'")}`, 900);
	await fill({ settlement: "refund", document: "公訓字第1130000123號", reason: "重複繳費，退還繳款人" });
	await page.locator("main form:has([name=settlement]) .btn:not(.quiet)").first().click();
	await look("payment-statement", "/payments/statement?year=113&month=7", 700);
	await ask({ national_id: "H200000082", slip });
	await shot("fee-receipt");
}

/* 終身學習: a class is opened, registered for and approved; hours come as a file; functions are given. */
async function learning()
{
	await on("2024-07-15T10:00", "officer");
	await look("courses", "/courses", 640);
	await page.goto(`${url}/courses/new`);
	await page.selectOption("[name=category_code]", { index: 2 });
	await page.selectOption("[name=mode]", { label: "實體學習" });
	await page.selectOption("[name=unit_of_amount]", { label: "天" });
	await page.selectOption("[name=enroll_method]", { label: "自由報名" });
	await fill({ name: "採購實務與案例", amount: "1", start_at: "113/09/20 09:00", end_at: "113/09/20 17:00",
		place: "示範大樓 101 會議室", enroll_from: "113/07/15", enroll_to: "113/09/10", quota: "40" });
	await page.getByRole("button", { name: "檢查" }).click();
	await shot("course-new", 1000);
	await as("learner");
	await page.goto(`${url}/learn/courses?keyword=${encodeURIComponent("性別")}`);
	await page.click("main h2 a");
	await shot("learn-class", 900);
	await as("officer");
	const course = row("SELECT id FROM course WHERE course_code = 'A002'");

	await look("registration-review", `/registrations/${course}`, 760);
	await page.selectOption("[name=all]", "approved");
	await page.click("main form .acts button");
	await page.click("button:has-text('確認送出')");
	await look("registration-sheet", `/registrations/${course}/sheet`, 900);
	await page.goto(`${url}/hours/import/unopened`);
	await page.setInputFiles("[name=file]", { name: "時數.csv", mimeType: "text/csv", buffer: Buffer.from(
		"*身分證號,姓名,*訓練進修機構名稱,*課程名稱,*課程類別,*起始日期,*終迄日期,*學習性質,*訓練總數,*訓練總數單位,機構性質\r\n" +
		"A100000109,王一明,示範大學,採購實務,302,113/05/01,113/05/02,實體學習,6,小時,學校\r\n" +
		"B100000306,張三禾,示範大學,採購實務,302,113/05/01,113/05/02,實體學習,6,小時,學校\r\n" +
		"C100000503,林五德,示範大學,採購實務,302,113/05/01,113/05/02,實體學習,6.5,小時,學校\r\n") });
	await page.click("main button:text-is('上傳')");
	await page.waitForSelector("#batch:not([hx-get])");
	await shot("hours-wrong", 800);
	await look("hours-class", `/hours/classes/${row("SELECT id FROM hours_class ORDER BY id LIMIT 1")}`, 900);
	await as("top");
	await look("members", "/members", 640);
	await page.click("main a[aria-label='編輯 周淑芬']");
	await shot("member", 900);
}

/* 人事單位 and 統計報表: a report with who lacks what, lists, corrections, the survey, a file behind a password; and a report account. */
async function unit()
{
	await on("2024-07-16T10:00", "officer");
	await look("report-required", "/reports/required?year=113&below=1", 1250);
	await page.locator("tr.total a.framed[aria-label*=未全部完成人數]").last().click();
	await shot("report-lacking", 620);
	await look("report-performance", "/reports/performance?year=113&below=1", 1150);
	await look("report-execution", "/reports/execution?kind=category&year=113&below=1", 1000);
	await look("colleagues", "/colleagues?year=113&below=1", 900);
	await page.goto(`${url}/statistics/choice`);
	await page.check("#f-use-hours");
	await fill({ year: "112", below: "1", hours_least: "20" });
	await page.click("main button:text-is('查詢')");
	await fill({ name: "二十小時以上" });
	await shot("choice", 1000);
	await look("unit-review", "/hr/review", 600);
	await look("unit-categories", "/hr/categories", 700);
	await page.goto(`${url}/hr/snapshots`);
	await fill({ year: "113", name: "王一明" });
	await page.click("main button:text-is('查詢')");
	await page.click("main [aria-label^='選擇 王一明'][aria-label$='的職稱']");
	await page.click("main button.link:has-text('專門委員')");
	await shot("unit-snapshot", 600);
	await look("unit-gender", "/hr/gender/form?year=112", 700);
	await look("unit-nominate", "/hr/nominations/new", 700);
	await page.goto(`${url}/hr/delivery`);
	await fill({ year: "112" });
	await page.click("main button:text-is('成績下載')");
	await page.waitForSelector("main #password");
	await shot("unit-delivered", 600);
	await as("viewer");
	await look("viewer", "/statistics", 400);
}

/* 升官等訓練 after the roster: who takes part, a class and its scores, certificates. */
async function promotion()
{
	const classes = "/promotion/classes?type=zuo_to_zheng&year=113";

	await as("service");
	await look("participants", "/promotion/participants", 700);
	await page.locator("main tbody a").first().click();
	await shot("participant", 950);
	await as("nacs");
	await page.goto(url + classes);
	await page.click("main a:text-is('第1梯次甲班')");
	await shot("class-people", 800);
	await page.click("main a:text-is('成績')");
	await shot("class-scores", 800);
	await as("csptc");
	await look("awards", "/promotion/awards?type=zuo_to_zheng&year=113", 800);
	await look("rechecks", "/promotion/rechecks", 600);
}

try {
	await learning();
	await unit();
	await promotion();
	await certificate();
	await fee();
	const [one, two] = await beginning();

	await shortening(two);
	await guidance(one);
	await on("2024-10-14T10:00", "officer");
	await look("deadlines", "/deadlines?per=20", 760);
	await look("person", `/trainees/${one}`, 950);
	await applicant(two);
	await rating(one);
	await look("compare", "/plans/compare?a=112-senior-ordinary&b=113-disabled", 700);
	await page.goto(`${url}/calculator/retrain-window`);
	await page.selectOption("[name=plan]", { index: await page.locator("[name=plan] option", { hasText: /113年.*身心障礙/ })
		.first().evaluate((e) => e.index) });
	await fill({ cause_ended: "113/09/02" });
	await page.getByRole("button", { name: "試算" }).click();
	await shot("calculator");
} catch (error) {
	console.error(`${page.url()}\n${await page.locator("main").innerText().catch(() => "")}`);
	throw error;
} finally {
	await house.stop();
	await browser.close();
}
