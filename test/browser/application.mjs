/* application.mjs: an officer enters scores, makes an application and looks at who may be put on; the commission looks at the numbers.
 *                                                                   ACMS-053 ACMS-062 ACMS-067 ACMS-081 ACMS-105 */
import { journey } from "./harness.mjs";

await journey("請證 from scores to an application", async (it) => {
	const { page } = it;

	await it.signIn("officer");
	await it.visit("/certification");
	await it.visit("/certification/persons");
	await it.visit(await it.page.evaluate(() => {
		const exam = [...document.querySelectorAll("[name=exam_code] option")].map((o) => o.value).filter(Boolean)[0];

		return `/certification/persons?exam_year=${document.querySelector("[name=exam_year]").value}&exam_code=${exam}`;
	}));
	await it.shot("certificate-persons");
	const search = new URL(page.url()).search;

	await page.click("text=修改資料");
	await it.held();
	await it.shot("certificate-person");
	await it.visit(`/certification/serials/new${search}`);
	await it.shot("certificate-new");
	await it.visit("/certification/serials");
	await it.visit(`/certification/progress${search}`);
	await it.shot("certificate-progress");
});
