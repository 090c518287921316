/* whole-life.mjs: one person from the roster of those admitted to the confirmed 實務訓練成績清冊, through everybody's hands: 保訓會 and the
 * agency's officer, 輔導員, 國家文官學院, 單位主管, the head.  Wide and on a phone, and on that without script.
 *          S-1   ACMS-006 ACMS-023 ACMS-024 ACMS-025 ACMS-030 ACMS-031 ACMS-032 ACMS-033 ACMS-034 ACMS-039 ACMS-040 ACMS-046 ACMS-047
 *          ACMS-053 ACMS-054 ACMS-056 ACMS-059 ACMS-062 ACMS-063 ACMS-067 ACMS-076 ACMS-078 ACMS-081 ACMS-105 LEARN-023 PLAN-012 PLAN-022 PLAN-030 PLAN-078 PLAN-081
 *          PLAN-087 PLAN-106 PLAN-107 PLAN-108 PLAN-109 PLAN-111 PLAN-128 PLAN-129 PLAN-130 PLAN-137 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { journey, startProgram } from "./harness.mjs";

const folder = mkdtempSync(join(tmpdir(), "peixun-journey-"));
const heading = "年度,考試代碼,身分證字號,姓名,性別,出生日期,考試等級,考試類科,機關代碼";
const exam = "exam_year=113&exam_code=201";

/* The first belongs to nobody yet, and is the one whose life it is. */
const persons = [
	{ name: "游嫺君", id: "N140000004", agency: "" }, { name: "游大文", id: "N140000013", agency: "323000000A" },
	{ name: "游𠮷堃", id: "N140000022", agency: "323000000A" },
];
const [person] = persons;

const roster = (all) => [heading, ...all.map((one) =>
	`113,201,${one.id},${one.name},${one.sex ?? "男"},080/01/31,四等考試,一般行政,${one.agency}`), ""].join("\r\n");

/* Big5 has no 𠮷堃, so the first file is of the two others; one has a sex that nobody has. */
const wrongRoster = () => execFileSync("iconv", ["-f", "UTF-8", "-t", "CP950"],
	{ input: roster([person, { ...persons[1], sex: "中" }]) });

/* The roster as LibreOffice writes it: every column is text. */
function makeWorkbook()
{
	const file = join(folder, "名冊.csv");
	const text = Array.from({ length: 9 }, (none, at) => `${at + 1}/2`).join("/");

	writeFileSync(file, roster(persons));
	execFileSync("soffice", [`-env:UserInstallation=file://${folder}/office`, "--headless", `--infilter=CSV:44,34,76,1,${text}`,
		"--convert-to", "xlsx", "--outdir", folder, file], { stdio: "ignore" });
	return join(folder, "名冊.xlsx");
}

const textOf = (file) => execFileSync("pdftotext", ["-layout", file, "-"]).toString().replace(/\s/g, "");

/* What every step needs: the page is held to the rules, pictured, and says what it must. */
class Way {
	constructor(it) {
		Object.assign(this, { it, page: it.page });
		this.mark = it.script ? "" : "-no-script";
	}
	async see(name, ...words) {
		await this.it.held();
		await this.it.shot(`life-${name}${this.mark}`);
		const text = await this.page.locator("main").innerText();

		for (const word of words)
			this.it.ok(text.includes(word), `${name} says 「${word}」`);
	}
	async as(who) {
		await this.page.context().clearCookies();
		await this.it.signIn(who);
	}
	async on(moment, who) {
		await this.it.house.at(moment);
		await this.as(who);
	}
	press(words) { return this.page.getByRole("button", { name: words }).first().click(); }
	async download(words) {
		const [file] = await Promise.all([this.page.waitForEvent("download"), this.press(words)]);

		return { path: await file.path(), name: file.suggestedFilename() };
	}
	async send(file, words) {
		await this.page.setInputFiles("#f-file", file);
		await this.press(words);
	}
	async uploads(path, text) {
		await this.it.visit(path);
		await this.send({ name: "成績.csv", mimeType: "text/csv", buffer: Buffer.from(text) }, "上傳");
	}
	/* From the trainee's page, by what it offers there. */
	async begins(words) {
		await this.it.visit(this.life);
		const link = this.page.getByRole("link", { name: words, exact: true });

		await this.page.locator("details", { has: this.page.locator(`a:text-is("${words}")`) }).locator("summary").click();
		await link.click();
		await this.it.held();
	}
	async records(words, values, button) {
		await this.begins(words);
		await this.it.fill(values);
		await this.press(button);
		await this.it.held();
		this.it.ok(/\/records\/\d+$/.test(this.page.url()), `${words} is stored: ${await this.page.locator(".err").allTextContents()}`);
		return new URL(this.page.url()).pathname;
	}
	async acts(record, words, values) {
		await this.it.visit(record);
		await this.page.getByRole("link", { name: words, exact: true }).click();
		await this.it.held();
		await this.it.fill(values);
		await this.press(words);
		await this.it.held();
	}
}

async function loadsCalendar(way)
{
	await way.as("csptc");
	await way.it.visit("/calendar");
	await way.send("test/story/calendar-112-115.csv", "載入");
	await way.it.held();
}

async function imports(way, workbook)
{
	const { it, page } = way;

	await it.visit("/roster/import");
	await way.send({ name: "名冊.csv", mimeType: "text/csv", buffer: wrongRoster() }, "上傳");
	await page.waitForSelector("text=檢核未通過");
	await way.see("roster-wrong", "檢核訊息", "性別", "中", "男、女");
	await it.visit("/roster/import");
	await page.check("[name=dry]");
	await way.send(workbook, "上傳");
	await page.waitForSelector("text=確認匯入");
	await way.see("roster-checked", "檢核結果（尚未匯入）");
	await way.press("確認匯入");
	await page.waitForSelector("#batch .tag:text-is('完成')");
	await way.see("roster-done", "匯入結果", "復原整批");
}

async function takesOver(way)
{
	const { page, it } = way;

	await way.on("2024-07-22T10:00", "officer");
	await it.visit("/trainees/find");
	await page.fill("[name=national_id]", person.id);
	await page.fill("[name=exam_year]", "113");
	await way.press("更新考試清單");
	await page.selectOption("[name=exam_code]", "201");
	await way.press("查詢");
	await way.see("found", person.name, person.id);
	await way.press("轉為本機關人員");
	await way.see("take-over", "請確認：將此人轉為本機關人員");
	await way.press("確定轉為本機關人員");
	await way.see("taken-over", person.name);
	await it.visit("/plan-forms?exam_year=113");
	await page.click(`tbody a:text-is("${person.name}")`);
	way.form = new URL(page.url()).pathname;
	way.life = way.form.replace("/plan-forms", "/trainees");
}

async function allocates(way)
{
	const { page, it } = way, letter = { allocated_on: "113/07/22", report_by: "113/08/01", document: "總處培字第1130000001號",
		post_title: "科員", post_series: "綜合行政", post_grade_min: "5", post_grade_max: "7", intended_grade: "5" };

	await way.begins("分配資料");
	await it.fill({ ...letter, report_by: "113/02/30" });
	await way.press("儲存");
	await way.see("allocation-wrong", "的日期「113/02/30」不正確");
	it.same(await page.inputValue("[name=post_title]"), "科員", "what was typed stays");
	await it.fill(letter);
	await way.press("儲存");
	await way.see("allocated");
	await it.visit(way.life);
	await way.see("person-allocated", "已分配", "報到", "113/08/01");
}

async function enters(way, date, overwrite)
{
	await way.page.fill("[name=day]", date);
	await way.page.check(`[name=overwrite][value=${overwrite}]`);
	await way.press("匯入資料");
}

async function reports(way)
{
	const { page, it } = way;
	const box = (one) => page.getByLabel(`勾選 ${one.name}`);
	const list = `/trainees/report?${exam}`;

	await way.on("2024-08-01T10:00", "officer");
	await it.visit(list);
	for (const one of persons)
		await box(one).check();
	await enters(way, "113/13/01", "no");
	await way.see("report-wrong", "的日期「113/13/01」不正確");
	it.same(await page.inputValue("[name=day]"), "113/13/01", "the day that was typed stays");
	it.ok(await box(persons[2]).isChecked(), "the ticks stay");
	await enters(way, "113/08/01", "no");
	await way.see("reported", "寫入 3 人");
	await it.visit(list);
	for (const one of persons)
		await box(one).check();
	await enters(way, "113/07/31", "no");
	await way.see("report-kept", "略過 3 人");
	await it.visit(list);
	await box(persons[1]).check();
	await enters(way, "113/07/31", "yes");
	await way.see("report-confirm", "確認後將改為", persons[1].name);
	await way.press("確定覆蓋");
	await way.see("report-replaced", "覆蓋 1 人");
}

/* 輔導員 and 單位主管 with accounts; the first stands on the plan form at once. */
async function names(way)
{
	await way.records("輔導員", { from: "113/08/01", title: "專員", name: "林輔導", unit: "人事室", account: "mentor" }, "指派");
	await way.records("單位主管", { from: "113/08/01", title: "主任", name: "黃主管", unit: "人事室", account: "unithead" }, "指派");
	await way.it.visit(way.life);
	await way.see("person-reported", "受訓中", "113/08/01 至 113/11/30", "第4點第1款");
	way.it.same(await way.page.getByRole("link", { name: /^期限（\d+ 項）$/ }).isVisible(), way.it.width < 832,
		"where the columns are one, what is due is a link away");
}

async function fills(way)
{
	const { page, it } = way;

	await it.visit("/plan-forms?exam_year=113");
	await way.see("plan-forms", person.name);
	await page.click(`tbody a:text-is("${person.name}")`);
	await way.see("form-empty", "下列欄位尚無資料");
	it.same(await page.inputValue("[name=guide_name]"), "林輔導", "the 輔導員 stands there");
	await it.fill({ work_items: "一、勤務規劃。\n二、公文收發與檔案管理。", allocation_date: "113/13/01" });
	await way.press("儲存");
	await way.see("form-wrong", "的日期「113/13/01」不正確");
	it.ok((await page.inputValue("[name=work_items]")).includes("勤務規劃"), "what was typed stays");
	await it.fill({ allocation_date: "113/07/22" });
	await way.press("儲存");
	await way.see("form-saved", "已儲存");
	const one = await way.download("下載（PDF）");

	it.same(one.name, `113-201-${person.name}-實務訓練計畫表.pdf`, "the name of the file");
	for (const word of [person.name, person.id, "林輔導", "勤務規劃"])
		it.ok(textOf(one.path).includes(word), `the PDF has ${word}`);
	way.pdf = readFileSync(one.path);
	await it.visit("/plan-forms?exam_year=113");
	for (const other of persons)
		await page.getByLabel(`勾選 ${other.name}`).check();
	const zip = await way.download("下載多人"), unpacked = `${zip.path}-files`;

	it.ok(zip.name.endsWith("-3人.zip"), `the name of the archive: ${zip.name}`);
	execFileSync("unzip", ["-qo", zip.path, "-d", unpacked]);
	for (const other of persons) {
		const own = execFileSync("sh", ["-c", 'ls "$1"/*', "sh", unpacked]).toString().trim().split("\n")
			.filter((file) => textOf(file).includes(other.id));

		it.same(own.length, 1, `one file of its own for ${other.name}`);
	}
}

async function handsIn(way, workbook, large)
{
	const { page, it } = way;
	const uploads = async (file) => {
		await it.visit(way.form);
		await page.check("#f-seal");
		await way.send(file, "儲存送出");
	};

	await it.visit("/plan-forms/upload?exam_year=113");
	await way.press("儲存送出");
	await way.see("upload-nothing");
	await uploads({ name: "核章.pdf", mimeType: "application/pdf", buffer: readFileSync(workbook) });
	await way.see("upload-no-pdf", "不是 PDF 檔");
	await uploads(large);
	await way.see("upload-large", "MB");
	await uploads({ name: "已核章.pdf", mimeType: "application/pdf", buffer: way.pdf });
	await way.see("uploaded", "已收到「已核章.pdf」", "目前的檔案");
	const [back] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "已核章.pdf" }).last().click()]);

	it.ok(readFileSync(await back.path()).equals(way.pdf), "it comes back byte by byte");
	it.same(back.suggestedFilename(), "已核章.pdf", "under its own name");
	await it.visit("/plan-forms/overview?exam_year=113");
	await way.see("overview", person.name, "已上傳");
	await page.click(`tbody a:text-is("${person.name}")`);
	await page.click("text=此人的訓練歷程與異動紀錄");
	await way.see("person-history", "異動紀錄", "周淑芬");
}

/* And is handed in again. */
async function sendsBack(way)
{
	const { page, it } = way;

	await way.on("2024-08-06T09:00", "csptc");
	await it.visit(way.form);
	await page.fill("[name=reason]", "缺機關首長核章");
	await way.press(/註記第/);
	await way.see("sent-back", "已註記核章不全");
	await way.as("officer");
	await way.see("home-sent-back", "核章不全", "期限");
	it.ok(await page.locator(".tasks .cite").count() > 0, "what is due cites its article");
	await it.visit(way.form);
	await way.see("form-sent-back", "缺機關首長核章", "請補正核章後重新上傳");
	await page.check("#f-seal");
	await way.send({ name: "補正.pdf", mimeType: "application/pdf", buffer: way.pdf }, "儲存送出");
	await way.see("form-again", "已收到「補正.pdf」", "第 2 版");
}

/* 113身障: the agency enrols, 國家文官學院 calls. */
async function enrols(way)
{
	way.class = await way.records("實體課程基礎訓練報名", { enrolled: "113/08/06" }, "報名實體課程基礎訓練");
	await way.on("2024-09-02T09:00", "nacs");
	await way.acts(way.class, "登錄調訓通知", { name: "第1梯次", start: "113/09/16", end: "113/10/11", place: "國家文官學院" });
}

/* No score of it counts, but 國家文官學院 has one and sends it as a file. */
async function basicTraining(way)
{
	const scores = (score) => `年度,考試代碼,身分證字號,姓名,教育訓練成績\r\n113,201,${person.id},${person.name},${score}\r\n`;

	await way.on("2024-10-14T09:00", "nacs");
	await way.acts(way.class, "登錄開訓", {});
	await way.acts(way.class, "登錄完成", {});
	await way.see("basic-training", "完成");
	await way.uploads("/certification/education", scores("101"));
	await way.page.waitForSelector("text=檢核未通過");
	await way.see("education-wrong", "的成績「101」不正確");
	await way.uploads("/certification/education", scores("85.5"));
	await way.page.waitForSelector("#batch .tag:text-is('完成')");
	await way.see("education", "匯入結果");
}

const month = { work_items: "公文收發與登記", orientation: "done", observation: "going_on", cases: "going_on", talks: "not_yet",
	character: "B", ability: "B", life: "B", attitude: "B", performance: "B" };

/* What is due stands on the 輔導員's first page and leads to where it is done. */
async function guides(way, day, number, until)
{
	const { it, page } = way, due = page.getByRole("link", { name: `填寫第${number}個月實務訓練輔導紀錄表` });

	await way.on(`${day}T10:00`, "mentor");
	await way.see(`mentor-home-${number}`, person.name);
	await due.click();
	it.same(new URL(page.url()).pathname, way.life, "what is due leads to the trainee");
	await way.records("實務訓練輔導紀錄表", month, "填寫");
	await way.see(`month-${number}`, until);
	await it.visit("/");
	it.same(await due.count(), 0, `month ${number} is due no more`);
}

const good = { relation: "none", character: "18", ability: "13", life: "8", attitude: "26", performance: "21" };

/* 輔導員, 單位主管 and the head, each on the day of their hand. */
async function rates(way)
{
	const { it, page } = way;

	await way.begins("實務訓練成績考核");
	await it.fill({ ...good, scorer: "林輔導", signed_on: "113/12/02", attitude: "31" });
	await way.press("輔導員評擬");
	await way.see("rating-wrong");
	it.ok(await page.locator("[name=attitude][aria-invalid=true]").count(), "31 of 30 points is refused beside its item");
	await it.fill({ attitude: "26" });
	await way.press("輔導員評擬");
	await way.see("rating-drafted", "待單位主管初核");
	way.rating = new URL(page.url()).pathname;
	await way.on("2024-12-04T10:00", "unithead");
	await way.see("unit-head-home", "待辦", person.name, "113/12/02 起");
	await page.getByRole("link", { name: "實務訓練成績考核：單位主管初核" }).click();
	await way.acts(new URL(page.url()).pathname, "單位主管初核", { ...good, scorer: "黃主管", signed_on: "113/12/04" });
	await way.see("rating-reviewed", "待首長評定", "86.00");
	await way.on("2024-12-05T10:00", "officer");
	await way.acts(way.rating, "首長評定", { ...good, scorer: "陳首長", signed_on: "113/12/05", attitude: "24", performance: "18" });
	await way.see("rating", "評定及格", "81.00");
}

/* 請證: what is known stands there already; what is missing is named; the number, the confirmation, the 清冊 on paper. */
async function certifies(way)
{
	const { it, page } = way;

	await it.visit("/");
	await way.see("home-passed", "可請證", "請領考試及格證書");
	await it.visit(`/certification/persons?${exam}`);
	const row = page.locator("tbody tr", { hasText: person.name });
	const input = (name) => row.locator(`[name^="${name}."]`);

	it.same(await input("score").inputValue(), "81.00", "the score of the rating stands there");
	it.same(await input("practical_end").inputValue(), "113/11/30", "and the last day");
	await input("identity").selectOption("一般");
	await input("practical_end").fill("");
	await way.press("儲存");
	await way.see("certificate-persons-wrong", "實訓期間迄」為必填欄位");
	await input("practical_end").fill("１１３／１１／３０");
	await way.press("儲存");
	await way.see("certificate-persons", "已儲存 1 人");
	await it.visit(`/certification/serials/new?${exam}`);
	await way.see("serial-new", person.name, "可列入");
	await page.check(`[aria-label="勾選 ${person.name}"]`);
	await way.press("產製申請序號");
	await way.see("serial", "已產製完成，共 1 人");
	await way.press("確認申請");
	await way.see("serial-confirmed", "已確認申請", "保訓會 → 考試院");
	const roster = await page.request.get(await page.getByRole("link", { name: /列印實務訓練/ }).first().evaluate((a) => a.href));
	const paper = join(folder, "清冊.pdf");

	it.same(roster.headers()["content-type"], "application/pdf", "the roster");
	writeFileSync(paper, await roster.body());
	for (const word of ["實務訓練及性質特殊訓練成績清冊", person.name, person.id, "81.00", "無須繳納證書費用", "保訓會"])
		it.ok(textOf(paper).includes(word), `the 清冊 has ${word}`);
	await it.visit(`/certification/progress?${exam}`);
	await way.see("progress", person.name);
	await it.visit(way.life);
	await way.see("person-end", "請證中", "評定及格", "113/08/01 至 113/11/30");
}

/* Made when the journey is taken at all. */
let made = null;

function files()
{
	if (!made) {
		made = { workbook: makeWorkbook(), large: join(folder, "太大.pdf") };
		writeFileSync(made.large, "%PDF-1.7\n");
		truncateSync(made.large, 40 << 20);
	}
	return made;
}

async function live(it)
{
	const way = new Way(it), { workbook, large } = files();

	await loadsCalendar(way);
	await imports(way, workbook);
	await takesOver(way);
	await allocates(way);
	await reports(way);
	await names(way);
	await fills(way);
	await handsIn(way, workbook, large);
	await sendsBack(way);
	await enrols(way);
	await guides(way, "2024-09-02", 1, "113/08/31");
	await guides(way, "2024-10-01", 2, "113/09/30");
	await basicTraining(way);
	await guides(way, "2024-11-01", 3, "113/10/31");
	await guides(way, "2024-12-02", 4, "113/11/30");
	await rates(way);
	await certifies(way);
}

const runs = [{}, { widths: [390], script: [false] }];          /* both widths with script; without it the narrow one, which axe does not hold */

for (const run of runs)
	await journey("a whole life, from the roster of those admitted to the confirmed 成績清冊",
		{ ...run, house: () => startProgram({ PEIXUN_CLOCK: "2024-07-15T09:00" }) }, live);
rmSync(folder, { recursive: true, force: true });
