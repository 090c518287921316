/* promotion.mjs: 升官等訓練 as a 遴選機關 does it: who is eligible, the places, and the fourteen steps of 線上報送名冊 with files that
 * LibreOffice wrote, to 保訓會 and back again.        PROMO-019 PROMO-029 PROMO-047 PROMO-049 … 062 PROMO-065 PROMO-105 ACMS-104 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { journey, startProgram } from "./harness.mjs";

const folder = mkdtempSync(join(tmpdir(), "peixun-roster-"));
const roster = "/promotion/zuo_to_zheng/113/rosters/2";

/* The rows of a roster as LibreOffice writes them: days and IDs as it likes, numbers as numbers. */
function written(name, heading, rows, format)
{
	writeFileSync(join(folder, `${name}.csv`), [heading, ...rows].map((row) => row.join(",")).join("\n"));
	execFileSync("soffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--infilter=Text - txt - csv (StarCalc):44,34,76,1",
		"--convert-to", format, "--outdir", folder, join(folder, `${name}.csv`)], { stdio: "ignore", env: { ...process.env, HOME: folder } });
	return join(folder, `${name}.${format}`);
}

const person = (n, name, id, sex, score, outcome = "正選") => [n, "323010000B", "示範部北區示範局", name, id, sex, "070/01/31", "警員", "警佐一階本俸一級",
	"普通考試或警察特考四等考試", "108/01/01", "甲", "甲", "乙", 1, score, n, outcome, "第1次參訓", "公費", ""];

async function saved(page, selector)
{
	const [download] = await Promise.all([page.waitForEvent("download"), page.click(selector)]);

	return await download.path();
}

/* The heading of the blank form, as a spreadsheet program reads it. */
function headings(file)
{
	writeFileSync(join(folder, "blank.xlsx"), readFileSync(file));
	execFileSync("soffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76",
		"--outdir", folder, join(folder, "blank.xlsx")], { stdio: "ignore", env: { ...process.env, HOME: folder } });
	return readFileSync(join(folder, "blank.csv"), "utf8").split("\n")[0].split(",");
}

async function places(it)
{
	await it.visit("/promotion/zuo_to_zheng/113/quota/2");
	await it.page.fill("[name=makeup_outside]", "0");
	await it.page.fill("[name=failed_reselected]", "0");
	await it.page.click("text=計算並儲存");
	await it.held();
	await it.shot("promotion-quota");
	it.ok((await it.page.textContent("main")).includes("年度參訓名額"), "the places are computed");
}

async function send(it, file)
{
	await it.page.setInputFiles("#f-file", file);
	await it.page.click("button:text-is('匯入資料')");
	await it.held();
}

async function remove(it)
{
	await it.page.check("[name=sure]");
	await it.page.click("button:text-is('刪除已上傳檔案')");
	await it.held();
}

async function confirm(it)
{
	await it.page.check("[name=right]");
	await it.page.click("button:text-is('確認上傳並通知保訓會')");
	await it.held();
}

for (const script of [true, false]) {
	const house = await startProgram({ PEIXUN_CLOCK: "2024-04-10T09:00" });

	await journey("the fourteen steps of a roster", { widths: [script ? 1280 : 390], script: [script], house }, async (it) => {
		const { page } = it, says = async (words) => it.ok((await page.textContent("main")).includes(words), `no 「${words}」 at ${page.url()}`);

		await it.signIn("officer");
		await it.visit("/promotion/survey?type=zuo_to_zheng&year=113");
		await it.shot("promotion-survey");
		await says("符合");
		await page.click("th a >> nth=1");
		await it.held();
		await it.shot("promotion-check");
		await places(it);

		await it.visit("/promotion/zuo_to_zheng/113/selection/2");
		await page.fill("[name=held_on]", "113/04/01");
		await page.fill("[name=record]", "第1次甄審委員會會議紀錄");
		await page.click("button:text-is('登錄會議')");
		await it.held();
		await it.shot("promotion-selection");

		/* 三 to 五 */
		await it.visit("/");
		await page.click("text=升官等線上報送系統");
		await it.held();
		await it.shot("promotion-entry");
		await page.click("button:text-is('送出查詢')");
		await it.held();
		await says("請選擇擬作業之訓練類別。");
		await page.selectOption("[name=type]", "zuo_to_zheng");
		await page.click("button:text-is('送出查詢')");
		await it.held();
		await says("未匯入");
		it.same(new URL(page.url()).pathname, roster, "the work page");

		/* 六, 七 */
		const heading = headings(await saved(page, "a:text-is('Excel') >> nth=0"));

		it.same(heading.length, 21, "columns of the blank form");
		const wrong = written("wrong", heading, [person(1, "王小明", "A123456788", "男", 88.5)], "xlsx");
		const first = written("first", heading, [person(1, "王小明", "A123456789", "男", 88.5)], "xlsx");
		const mended = written("mended", heading, [person(1, "王小明", "A123456789", "男", 87)], "ods");

		/* 八, 九 */
		await send(it, wrong);
		await it.shot("promotion-wrong");
		await says("第 2 列 王小明「身分證統一編號」");
		await send(it, first);
		await says("匯入完成：first.xlsx，共 1 筆，正選 1 人、備選 0 人。");
		await it.shot("promotion-imported");

		/* 十 */
		it.same(readFileSync(await saved(page, "text=下載上傳資料")).equals(readFileSync(first)), true, "the file comes back as it was");
		await remove(it);
		await says("未匯入");
		await send(it, first);

		/* 十一, 十二 */
		await confirm(it);
		await says("僅能下載先前上傳的檔案");
		await it.shot("promotion-locked");

		/* 十三 */
		await it.signIn("csptc");
		await it.visit("/promotion/rosters?type=zuo_to_zheng&year=113");
		await it.shot("promotion-overview");
		await it.visit(roster);
		await page.fill("[name=row]", "2");
		await page.selectOption("[name=field]", "score");
		await page.fill("[name=reason]", "積分不符");
		await page.click("text=標示問題資料");
		await it.held();
		await it.shot("promotion-review");
		await page.click("button:text-is('整批退回')");
		await it.held();

		/* 十四 */
		await it.signIn("officer");
		await it.visit(roster);
		await says("積分不符");
		await it.shot("promotion-returned");
		await remove(it);
		await send(it, mended);
		await says("已變更");
		await confirm(it);
		await says("第 2 次報送");
	});
	await house.stop();
}
rmSync(folder, { recursive: true, force: true });
