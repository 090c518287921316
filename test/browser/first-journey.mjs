/* first-journey.mjs: the product's whole way once, with and without script: a roster comes in, an officer takes a person over,
 * enters the day of reporting, fills in and hands in the plan form; the commission sends it back.
 *          ACMS-006 ACMS-023 ACMS-024 ACMS-025 ACMS-030 ACMS-031 ACMS-032 ACMS-033 ACMS-034 ACMS-039 ACMS-040 ACMS-046
 *          ACMS-047 ACMS-105 LEARN-023; the session that ended: ACMS-010 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { journey } from "./harness.mjs";

const folder = mkdtempSync(join(tmpdir(), "peixun-journey-"));
const heading = "年度,考試代碼,身分證字號,姓名,性別,出生日期,考試等級,考試類科,機關代碼";
const surnames = ["游", "莊", "溫", "塗"];

/* Letter N (22) and a digit that makes the sum of the ten a multiple of ten. */
function nationalId(serial)
{
	const digits = `1${String(serial).padStart(7, "0")}`;
	const sum = 2 + 2 * 9 + [...digits].reduce((all, digit, at) => all + Number(digit) * (8 - at), 0);

	return `N${digits}${(10 - sum % 10) % 10}`;
}

/* The persons of one run: the first belongs to nobody yet. */
const people = surnames.map((surname, run) => ["嫺君", "大文", "𠮷堃"].map((given, at) => ({
	name: surname + given, id: nationalId(4000000 + 10 * run + at), agency: at ? "323000000A" : "" })));

const roster = (persons) => [heading, ...persons.map((one) =>
	`111,007,${one.id},${one.name},${one.sex ?? "男"},080/01/31,三等考試,行政警察人員,${one.agency}`), ""].join("\r\n");

/* Big5 has no 𠮷堃, so the first file is of the two others; one has a sex that nobody has. */
const wrongRoster = (persons) => execFileSync("iconv", ["-f", "UTF-8", "-t", "CP950"],
	{ input: roster([persons[0], { ...persons[1], sex: "中" }]) });

/* Every roster as LibreOffice writes it: every column is text. */
function makeWorkbooks()
{
	const files = people.map((persons, run) => {
		const file = join(folder, `名冊${run}.csv`);

		writeFileSync(file, roster(persons));
		return file;
	});
	const text = Array.from({ length: 9 }, (none, at) => `${at + 1}/2`).join("/");

	execFileSync("soffice", [`-env:UserInstallation=file://${folder}/office`, "--headless", `--infilter=CSV:44,34,76,1,${text}`,
		"--convert-to", "xlsx", "--outdir", folder, ...files], { stdio: "ignore" });
}

/* 民國 date of so many days ago, in Taiwan. */
function day(ago)
{
	const then = new Date(Date.now() + 8 * 3600e3 - ago * 86400e3);
	const two = (n) => String(n).padStart(2, "0");

	return `${then.getUTCFullYear() - 1911}/${two(then.getUTCMonth() + 1)}/${two(then.getUTCDate())}`;
}

const textOf = (file) => execFileSync("pdftotext", ["-layout", file, "-"]).toString().replace(/\s/g, "");

/* What every step needs: the page is held to the rules, pictured, and says what it must. */
class Way {
	constructor(it, persons) {
		Object.assign(this, { it, page: it.page, persons });
		this.mark = it.script ? "" : "-no-script";
	}
	async see(name, ...words) {
		await this.it.held();
		await this.it.shot(`first-${name}${this.mark}`);
		const text = await this.page.locator("main").innerText();

		for (const word of words)
			this.it.ok(text.includes(word), `${name} says 「${word}」`);
	}
	async as(who) {
		await this.page.context().clearCookies();
		await this.it.signIn(who);
	}
	press(words) { return this.page.getByRole("button", { name: words }).first().click(); }
	async download(words) {
		const [file] = await Promise.all([this.page.waitForEvent("download"), this.press(words)]);

		return file.path();
	}
	async send(file, words) {
		await this.page.setInputFiles("#f-file", file);
		await this.press(words);
	}
}

async function imports(way, run)
{
	const { it, page } = way;

	await way.as("csptc");
	await it.visit("/roster/import");
	await way.send({ name: "名冊.csv", mimeType: "text/csv", buffer: wrongRoster(way.persons) }, "上傳");
	await page.waitForSelector("text=檢核未通過");
	await way.see("roster-wrong", "檢核訊息", "性別", "中", "男、女");
	await it.visit("/roster/import");
	await page.check("[name=dry]");
	await way.send(join(folder, `名冊${run}.xlsx`), "上傳");
	await page.waitForSelector("text=確認匯入");
	await way.see("roster-checked", "檢核結果（尚未匯入）");
	await way.press("確認匯入");
	await page.waitForSelector("#batch .tag:text-is('完成')");
	await way.see("roster-done", "匯入結果", "復原整批");
}

async function takesOver(way)
{
	const { page, it, persons: [person] } = way;

	await way.as("officer");
	await it.visit("/trainees/find");
	await page.fill("[name=national_id]", person.id);
	await page.fill("[name=exam_year]", "111");
	await way.press("更新考試清單");
	await page.selectOption("[name=exam_code]", "007");
	await way.press("查詢");
	await way.see("found", person.name, person.id);
	await way.press("轉為本機關人員");
	await way.see("take-over", "請確認：將此人轉為本機關人員");
	await way.press("確定轉為本機關人員");
	await way.see("taken-over", person.name);
}

async function enters(way, date, overwrite)
{
	await way.page.fill("[name=day]", date);
	await way.page.check(`[name=overwrite][value=${overwrite}]`);
	await way.press("匯入資料");
}

async function reports(way)
{
	const { page, it, persons } = way;
	const box = (person) => page.getByLabel(`勾選 ${person.name}`);
	const list = "/trainees/report?exam_year=111&exam_code=007";

	await it.visit(list);
	for (const person of persons)
		await box(person).check();
	await enters(way, "115/13/01", "no");
	await way.see("report-wrong", "的日期「115/13/01」不正確");
	it.same(await page.inputValue("[name=day]"), "115/13/01", "the day that was typed stays");
	it.ok(await box(persons[2]).isChecked(), "the ticks stay");
	await enters(way, day(1), "no");
	await way.see("reported", "寫入 3 人");
	await it.visit(list);
	for (const person of persons)
		await box(person).check();
	await enters(way, day(0), "no");
	await way.see("report-kept", "略過 3 人");
	await it.visit(list);
	await box(persons[1]).check();
	await enters(way, day(0), "yes");
	await way.see("report-confirm", "確認後將改為", persons[1].name);
	await way.press("確定覆蓋");
	await way.see("report-replaced", "覆蓋 1 人");
}

async function fills(way)
{
	const { page, it, persons } = way;

	await it.visit("/plan-forms?exam_year=111");
	await way.see("plan-forms", persons[0].name);
	await page.click(`tbody a:text-is("${persons[0].name}")`);
	way.form = new URL(page.url()).pathname;
	await way.see("form-empty", "下列欄位尚無資料");
	await page.fill("[name=work_items]", "一、勤務規劃。\n二、公文收發與檔案管理。");
	await page.fill("[name=guide_name]", "歐陽大文");
	await way.press("儲存");
	await way.see("form-saved", "已儲存");
	const one = await way.download("下載（PDF）");

	for (const word of [persons[0].name, persons[0].id, "歐陽大文"])
		it.ok(textOf(one).includes(word), `the PDF has ${word}`);
	way.pdf = readFileSync(one);
	await it.visit("/plan-forms?exam_year=111");
	for (const person of persons)
		await page.getByLabel(`勾選 ${person.name}`).check();
	const zip = await way.download("下載多人");
	const names = execFileSync("unzip", ["-Z1", zip]).toString().trim().split("\n");

	it.same(names.length, 3, "files in the archive");
	execFileSync("unzip", ["-qo", zip, "-d", `${zip}-files`]);
	for (const person of persons) {
		const own = execFileSync("sh", ["-c", 'ls "$1"/*', "sh", `${zip}-files`]).toString().trim().split("\n")
			.filter((file) => textOf(file).includes(person.id));

		it.same(own.length, 1, `one file of its own for ${person.name}`);
	}
}

async function handsIn(way, large)
{
	const { page, it } = way;

	await it.visit(way.form);
	await page.check("#f-seal");
	await way.send({ name: "核章.pdf", mimeType: "application/pdf", buffer: readFileSync(join(folder, "名冊0.xlsx")) }, "儲存送出");
	await way.see("upload-no-pdf", "不是 PDF 檔");
	await it.visit(way.form);
	await page.check("#f-seal");
	await way.send(large, "儲存送出");
	await way.see("upload-large", "MB");
	await it.visit(way.form);
	await page.check("#f-seal");
	await way.send({ name: "已核章.pdf", mimeType: "application/pdf", buffer: way.pdf }, "儲存送出");
	await way.see("uploaded", "已收到「已核章.pdf」", "目前的檔案");
}

async function looksAround(way)
{
	const { page, it, persons } = way;

	await it.visit("/");
	await way.see("home", "逾期");
	it.ok(await page.locator(".tasks .cite").count() > 0, "what is due cites its article");
	await it.visit("/plan-forms/overview?exam_year=111");
	await way.see("overview", persons[0].name, "已上傳");
	await page.click(`tbody a:text-is("${persons[0].name}")`);
	await page.click("text=此人的訓練歷程與異動紀錄");
	await way.see("person", "異動紀錄", "周淑芬");
}

async function sendsBack(way)
{
	const { page, it } = way;

	await way.as("csptc");
	await it.visit(way.form);
	await page.fill("[name=reason]", "缺機關首長核章");
	await way.press(/註記第/);
	await way.see("sent-back", "已註記核章不全");
	await way.as("officer");
	await it.visit("/");
	await way.see("home-sent-back", "核章不全");
	await it.visit(way.form);
	await way.see("form-sent-back", "缺機關首長核章", "請補正核章後重新上傳");
}

makeWorkbooks();
const large = join(folder, "太大.pdf");

writeFileSync(large, "%PDF-1.7\n");
truncateSync(large, 40 << 20);
let run = 0;

await journey("the first journey", { script: [true, false] }, async (it) => {
	const way = new Way(it, people[run]);

	await imports(way, run++);
	await takesOver(way);
	await reports(way);
	await fills(way);
	await handsIn(way, large);
	await looksAround(way);
	await sendsBack(way);
});

/* ACMS-028 ACMS-030 ACMS-040: ticks of both pages arrive together, and what was typed stays. */
await journey("ticks survive paging", { widths: [1280], script: [true, false] }, async ({ page, visit, held, signIn, same, ok, script }) => {
	const first = page.locator("tbody .tick input").first();

	await signIn("officer");
	for (const list of ["/trainees/report", "/plan-forms"]) {
		await visit(`${list}?exam_year=115&per=20`);
		const head = page.getByLabel("全選本頁");

		if (script)
			await head.check();
		else
			await page.getByRole("button", { name: "全選本頁" }).click();
		await page.getByRole("button", { name: "下一頁" }).click();
		await held();
		ok((await page.locator("caption").innerText()).includes("已勾選 20 人（其中 20 人在其他頁）"), `${list}: 20 of the first page`);
		await first.check();
		await page.getByRole("button", { name: "上一頁" }).click();
		ok((await page.locator("caption").innerText()).includes("已勾選 21 人（其中 1 人在其他頁）"), `${list}: and one of the second`);
		same(await page.locator("tbody .tick input:checked").count(), 20, `${list}: ticked on the first page`);
		await page.getByRole("button", { name: "全不選" }).click();
		same(await page.locator("tbody .tick input:checked").count(), 0, `${list}: ticked after 全不選`);
	}
});

/* The session has ended at the server while the form lay open. */
await journey("what was typed outlives the session", { script: [true, false] }, async (it) => {
	const { page } = it;
	const way = new Way(it, people[0]);

	await way.as("officer");
	await it.visit("/plan-forms?exam_year=115&sort=-report_date");
	await page.locator("tbody th a").first().click();
	await page.fill("[name=work_items]", "逾時前輸入的工作項目");
	execFileSync("sqlite3", [it.house.env.PEIXUN_DB, ".timeout 5000", "UPDATE session SET seen = seen - 31 * 60"]);
	await way.press("儲存");
	await way.see("expired");
	await page.fill("[name=agency_code]", "323000000A");
	await page.fill("[name=account]", "ag1user");
	await page.fill("[name=password]", "peixun-sample");
	await way.press("登入");
	await way.see("kept", "逾時前輸入的工作項目", "尚未儲存");
	await way.press("重新送出");
	it.same(await page.inputValue("[name=work_items]"), "逾時前輸入的工作項目", "it is stored");
});
rmSync(folder, { recursive: true, force: true });
