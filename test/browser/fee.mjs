/* fee.mjs: a citizen pays the certificate's fee: from the public page to the payment service and back to 已繳費; then the receipt; and
 * 保訓會 looks at the month's statement.                                              ACMS-085 ACMS-094 ACMS-105 */
import { execFileSync, spawn } from "node:child_process";
import { freePort, journey, startProgram } from "./harness.mjs";

const key = "pwFHCqoQZGmho4w6", iv = "EkRm7iFT261dpevs", wanted = new RegExp(process.argv[2] ?? "");
const name = "線上繳費 from the public page to the service and back";

function sql(house, text)
{
	return execFileSync("sqlite3", ["-cmd", ".timeout 20000", house.env.PEIXUN_DB, text]).toString().trim();
}

async function paidHouse()
{
	const port = await freePort();
	const service = spawn("/usr/bin/python3", ["test/gateway/service.py", String(port), key, iv], { stdio: ["ignore", "pipe", "inherit"] });

	await new Promise((resolve) => service.stdout.once("data", resolve));
	const house = await startProgram({ PEIXUN_FEE_STORE_ITEM: "6AB", PEIXUN_FEE_ONLINE_ADDRESS: `http://127.0.0.1:${port}`,
		PEIXUN_FEE_ONLINE_MERCHANT: "3002607", PEIXUN_FEE_ONLINE_KEY: key, PEIXUN_FEE_ONLINE_IV: iv });

	sql(house, `UPDATE exam SET fee_exempt_exam = 0, plan = ''; UPDATE admission SET education_score = '80.00'; DELETE FROM certificate_data;
		INSERT INTO certificate_data (admission, identity, score, practical_end) SELECT id, '一般', '82.00', '2023-02-02' FROM admission;
		DELETE FROM fee_rule; INSERT INTO fee_rule (exam, amount, pay_days, valid_from) SELECT id, 500, 17, '2023-01-01' FROM exam`);
	return { ...house, people: sql(house, "SELECT p.national_id FROM admission a JOIN person p ON p.id = a.person ORDER BY a.id").split("\n"),
		async stop() { service.kill(); await house.stop(); } };
}

if (wanted.test(name)) {
	const house = await paidHouse();

	await journey(name, { house, script: [false, true], widths: [390, 1280] }, async (it) => {
		const { page, house, shot, held } = it, person = house.people.shift(), kind = it.script ? "" : "-plain";

		await it.visit("/fee");
		await shot(`fee-ask${kind}`);
		await page.fill("[name=national_id]", person);
		await page.click("text=送出查詢");
		await held();
		await page.locator("[name=tick]").first().check();
		await shot(`fee-dues${kind}`);
		await page.getByRole("button", { name: "線上繳費" }).click();
		await held();
		await shot(`fee-go${kind}`);
		await page.getByRole("button", { name: "前往付款" }).click();
		await page.getByRole("button", { name: "付款", exact: true }).waitFor();
		it.ok((await page.title()) === "付款服務", `at the service: ${page.url()}`);
		await page.getByRole("button", { name: "付款" }).click();
		await page.getByRole("button", { name: "返回商店" }).click();
		await held();
		const words = await page.locator("main").innerText();

		it.ok(words.includes("已繳費") && page.url().startsWith(it.url), `paid, and back: ${page.url()} ${words}`);
		await shot(`fee-paid${kind}`);
		const slip = /繳費單編號 (\w+)/.exec(words)?.[1];

		await it.visit("/fee");
		await page.fill("[name=national_id]", person);
		await page.fill("[name=slip]", slip);
		await page.click("text=送出查詢");
		await held();
		await shot(`fee-receipt${kind}`);
		const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "下載收據" }).click()]);

		it.ok(file.suggestedFilename().endsWith(".pdf"), `a receipt: ${file.suggestedFilename()}`);
		if (it.script) {
			await it.signIn("csptc");
			await it.visit("/payments/statement");
			await shot("fee-statement");
		}
	});
	await house.stop();
}
