/* api.mjs: /api/openapi.json against OpenAPI 3.1, against the route table, and against what the program really answers:
 * invented data, each address asked in JSON by somebody who may, each reply held against its schema.
 *
 * The lint rules are Redocly's strictest set; what is left out stands at RULES with its reason. */
import Ajv from '@redocly/ajv/dist/2020.js';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const RULES = {
	'info-license': 'off',                  /* an installation's own interface, no published one */
	'info-license-strict': 'off',
	'no-ambiguous-paths': 'off',            /* /exams/{exam} and /exams/new: {exam} is a number */
};
const program = `build/${process.env.MODE ?? 'asan'}/peixun`;
const folder = mkdtempSync(join(tmpdir(), 'peixun-api-'));
const environment = { ...process.env, PEIXUN_DB: join(folder, 'test.db'), PEIXUN_DATA: join(folder, 'data'),
	PEIXUN_PASSWORD_PASSES: '1', PEIXUN_PASSWORD_MEBIBYTES: '1', PEIXUN_CLOCK: '2024-08-01T09:00' };
let count = 0, failed = 0;

process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

function ok(good, what, ...seen) {
	console.log(`${good ? '' : 'not '}ok ${++count} - ${what}`);
	failed += !good;
	if (!good)
		console.log(seen.flatMap(s => (typeof s === 'string' ? s : JSON.stringify(s, null, 1)).split('\n')).slice(0, 40).map(s => `# ${s}`).join('\n'));
	return good;
}

function peixun(words, input = '') {
	const run = spawnSync(program, words, { input, env: environment, encoding: 'utf8', maxBuffer: 1 << 28 });

	if (run.error || run.signal)
		throw new Error(`${program} ${words.join(' ')}: ${run.error ?? run.signal}\n${run.stderr}`);
	return run.stdout;
}

function ask(account, method, path, body) {
	const out = peixun(['http', ...(account ? ['--as', account] : [])], `${method} ${path}\n${body ? JSON.stringify(body) : ''}`);
	const blank = out.indexOf('\n\n'), type = /^content-type: (.*)$/im.exec(out.slice(0, blank))?.[1] ?? '';

	return { status: Number(out.split(' ', 2)[1].slice(0, 3)), type, text: out.slice(blank + 2),
		json: type.startsWith('application/json') ? JSON.parse(out.slice(blank + 2)) : undefined };
}

/* The document with every object closed: a reply must not have what is not described. */
function closed(node) {
	if (Array.isArray(node))
		return node.map(closed);
	if (node === null || typeof node !== 'object')
		return node;
	const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));

	return node.type === 'object' && node.properties ? { ...copy, additionalProperties: false } : copy;
}

const accounts = [...peixun(['sample', '--persons', '60']).matchAll(/^ +(\S{10}) +(\S+) /gm)].map(m => `${m[1]}/${m[2]}`);
const description = ask(null, 'GET', '/api/openapi.json');
const api = description.json;

/* ---- the document itself ---- */

ok(accounts.length > 4 && description.status === 200 && api, 'the description is there for everybody, as JSON', description.type);
const config = await createConfig({ extends: ['recommended-strict'], rules: RULES });
const problems = await lintFromString({ source: description.text, absoluteRef: join(folder, 'openapi.json'), config });

ok(problems.length === 0, 'the description is valid OpenAPI 3.1',
	...problems.map(p => `${p.ruleId}: ${p.message} ${p.location?.[0]?.pointer ?? ''}`));
const broken = await lintFromString({ source: description.text.replace('"operationId":"getHome"', '"operationId":"getExams"'),
	absoluteRef: join(folder, 'broken.json'), config });

ok(broken.length > 0, 'a name given twice would be found');

/* ---- against the route table ---- */

const operations = Object.entries(api.paths).flatMap(([path, item]) =>
	Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })));
const named = new Set(operations.map(o => `${o.method} ${o.path}`));
const routes = peixun(['routes']).trim().split('\n').map(line => line.split(/ +/))
	.map(([method, path]) => `${method} ${path.replace(/[:*](\w+)/g, '{$1}')}`.replace(/(\/api\/openapi)$/, '$1.json'));
const missing = routes.filter(route => !named.has(route));

ok(routes.length > 40 && missing.length === 0, 'every address is described', missing);
ok(operations.every(o => o.summary && /[\u4e00-\u9fff]/.test(o.summary)), 'every operation has a summary in Chinese',
	operations.filter(o => !/[\u4e00-\u9fff]/.test(o.summary ?? '')).map(o => o.operationId));

/* ---- against replies ---- */

const ajv = new Ajv.default({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema({ $id: 'api', ...closed(api) });

function resolved(node) {
	return node?.$ref ? node.$ref.slice(2).split('/').reduce((at, key) => at[key], api) : node;
}

function pointer(...keys) {
	return 'api#/' + keys.map(k => String(k).replaceAll('~', '~0').replaceAll('/', '~1')).map(encodeURIComponent).join('/');
}

function conforms(operation, reply) {
	const at = operation.responses[reply.status], content = resolved(at)?.content?.['application/json'];

	if (!content || reply.json === undefined)
		return [`${reply.status} ${reply.type} is not described: ${reply.text.slice(0, 200)}`];
	const keys = at.$ref ? at.$ref.slice(2).split('/') : ['paths', operation.path, operation.method.toLowerCase(), 'responses', reply.status];
	const check = ajv.getSchema(pointer(...keys, 'content', 'application/json', 'schema'));

	return check(reply.json) ? [] : check.errors.map(e => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`);
}

/* Who may, by trying: the first account that is not refused, whose record it is, and whose list has something in it where another's has. */
function ask_as_anybody(method, path, body) {
	let reply;

	for (const account of [...accounts, null]) {
		const next = ask(account, method, path, body);

		if (reply && reply.status !== 404 && (next.status !== 200 || !next.json?.rows?.length))
			continue;
		if (next.status !== 403 && next.status !== 401)
			reply = next;
		if (reply && reply.status !== 404 && !(reply.json?.rows?.length === 0))
			break;
	}
	return reply ?? ask(null, method, path, body);
}

/* A record of each kind: the lists that have the numbers which addresses with {…} want. */
const lists = { trainee: '/trainees/report.json?exam_year=111', entry: '/trainees/report/entries.json', exam: '/exams.json',
	agency: '/agencies.json', contact: '/contacts.json', account: '/accounts.json', certificate: '/agency-certificates.json',
	import: '/imports.json', fee: '/fees.json', serial: '/certification/serials.json',
	candidate: '/promotion/survey.json?type=zuo_to_zheng&year=114', callup: '/promotion/calls.json', participant: '/promotion/participants.json', share: '/promotion/shares.json',
	class: '/promotion/classes.json?type=zuo_to_zheng&year=113', course: '/registrations.json', instructor: '/instructors.json', posting: '/postings.json', unit: '/units.json',
	shared: '/instructors/shared.json', material: '/materials.json', announcement: '/learning/announcements.json', offering: '/learn/courses.json',
	colleague: '/colleagues.json', hours_class: '/hours.json', choice: '/promotion/selectors.json', recheck: '/promotion/rechecks.json',
	scored: '/promotion/scores.json?type=zuo_to_zheng&year=113', selector: '/promotion/rosters.json?type=zuo_to_zheng&year=114',
	year_setting: '/year-settings.json', topic: '/required-topics.json', staff_group: '/staff-groups.json',
	past: '/promotion/results.json?type=zuo_to_zheng&year=113', waiting: '/promotion/participants.json?type=zuo_to_zheng&year=113&state=waiting' };
/* Whose records take an application and its approval, a bank's file, or the work of an agency: the stories fill them. */
const may_be_empty = ['/makeup-queue', '/payments', '/hours/classes/{hours_class}/deleted', '/downloads', '/learning/uploads', '/learn/hours', '/learn/records', '/colleagues/{colleague}',
	'/statistics/choice/{colleague}', '/hr/gender', '/hr/review', '/hr/nominations', '/hr/nominations/uploads',
	'/report-accounts'];
const without_record = ['/fee/online/{order}', '/verify', '/payments/{payment}', '/downloads/{download}',
	'/statistics/{report}', '/report-accounts/{account}', '/hr/review/{private}', '/reports/enterprise'];
const after_training = ['/promotion/awards', '/promotion/scores', '/promotion/results', '/promotion/participants', '/promotion/classes'];
const records = {}, places = { question: 1, type: 'zuo_to_zheng', year: '114', table: 'course_category', code: 1, member: 1, place: 2, shown: 1 };

/* A 遴選機關 that has computed its places and imported its roster, a request on its way, an hour of leave. */
function prepare_promotion() {
	const roster = ['序號,服務機關代碼,服務機關,姓名,身分證統一編號,性別,出生日期,職稱,官等俸級,參訓資格,警佐一階到職日,考績（前3年）,考績（前2年）,考績（前1年）,陞遷序列,積分,受訓序列,正選/備選,參訓身分,公費/自費,備註',
		'1,323010000B,示範部北區示範局,王小明,A123456789,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,1,正選,第1次參訓,公費,'];
	const member = ask('323030000D/school', 'GET', `/promotion/classes/${records.class}/people.json`).json.rows[0];

	ask('323000000A/ag1user', 'POST', `/promotion/zuo_to_zheng/114/quota/${records.selector}`,
		{ eligible: 5, makeup_outside: 0, failed_reselected: 0, forecast: 6 });
	peixun(['import', 'nomination', '-', '--for', 'zuo_to_zheng/114', '--as', '323000000A/ag1user'], roster.join('\n'));
	ask('323010000B/ag2user', 'POST', `/promotion/participants/${records.waiting}/records/promotion-withdraw`, { declared: '2024-07-31', why: '自願放棄' });
	ask('323030000D/school', 'POST', `/promotion/classes/${records.class}/people`,
		{ act: 'leave', participant: member.id, day: member.reported, cause: 'illness', hours: '1' });
}

function prepare() {
	const before = ask('323000000A/ag1user', 'GET', lists.trainee).json;
	const free = before.rows.filter(row => !row.report_date).map(row => row.id);

	ask('323000000A/ag1user', 'POST', '/trainees/report', { tick: free.length ? free : [before.rows[0].id], day: '2024-08-01', overwrite: true, exam_year: 111 });
	ask('A58000000A/sysadmin', 'POST', '/agency-certificates/new', { agency_code: '323000000A', identity: 'api-test', active: true });
	ask('A58000000A/csptc', 'POST', '/fees/new', { exam_year: 111, exam_code: '007', amount: 500, pay_days: 15, valid_from: '2024-01-01' });
	ask('323000000A/ag1user', 'POST', '/instructors/new', { name: '王大同', subject_1: '採購法', is_public: true });
	ask('323000000A/ag1user', 'POST', '/units/new', { name: '資訊室', active: true });
	ask('323000000A/ag1user', 'POST', '/materials/new', { name: '資安入門', category_code: '301', hours: 2, finished_on: '2024-07-01', form: 'video',
		development: 'own', licence: 'all', contact_name: '周淑芬', contact_phone: '02-1234-5678' });
	ask('323000000A/top', 'POST', '/learning/announcements/new', { title: '停機公告', content: '今晚停機。', place: 'back', valid_from: '2024-08-01' });
	peixun(['import', 'roster', '-', '--as', 'A58000000A/csptc'], '年度,考試代碼,身分證字號,姓名,性別,出生日期,考試等級,考試類科\n');
	for (const [name, list] of Object.entries(lists))
		records[name] = ask_as_anybody('GET', list).json?.rows[0]?.id;
	ask('323000000A/ag1user', 'POST', `/trainees/${records.trainee}/grants/new`, { account: 'mentor', from_day: '2024-08-01' });
	prepare_promotion();
	records.grant = ask('323000000A/ag1user', 'GET', `/trainees/${records.trainee}/grants.json`).json?.rows[0]?.id;
}

prepare();
ok(Object.values(records).every(id => id > 0), 'there is a record of every kind', records);
for (const operation of operations.filter(o => o.method === 'GET' && !without_record.includes(o.path) && o.responses[200].content?.['application/json'] && !o.path.startsWith('/api'))) {
	const own = { '/promotion/rechecks/{number}': records.recheck, '/promotion/scores/{participant}': records.scored }[operation.path];
	const path = operation.path.replace(/\{(\w+)\}/g, (_, name) => own ?? records[name] ?? places[name] ?? 'unknown');
	const takes = name => (operation.parameters ?? []).some(p => p.name === name);
	const certification = operation.path.startsWith('/certification');
	const query = takes('exam_year') ? `?exam_year=${certification ? '114&exam_code=301' : '111'}`
		: operation.path === '/hr/snapshots' ? '?year=113'
		: takes('type') && takes('year') ? `?type=${places.type}&year=${after_training.includes(operation.path) ? 113 : places.year}` : '';
	const reply = ask_as_anybody('GET', `${path}.json${query}`);
	const wrong = conforms(operation, reply);

	ok(reply.status === 200 && wrong.length === 0, `GET ${operation.path} answers as described`, wrong);
	if (Array.isArray(reply.json?.rows) && !may_be_empty.includes(operation.path))
		ok(reply.json.rows.length > 0 && reply.json.rows.length <= reply.json.total, `GET ${operation.path} has rows`, reply.json);
}

for (const format of ['csv', 'xlsx', 'ods']) {
	const { type } = ask_as_anybody('GET', `/contacts.${format}`), described = api.paths['/contacts.{format}'].get.responses[200].content;

	ok(type.split(';')[0] in described && api.components.parameters.Format.schema.enum.includes(format), `lists as .${format} are as described`, type);
}

/* What is required must be given: an empty body is refused, and as described.  (With no record in the address.) */
for (const operation of operations.filter(o => o.method === 'POST' && !o.path.includes('{'))) {
	const required = operation.requestBody?.content['application/json']?.schema.required ?? [];

	if (!required.length)
		continue;
	const reply = ask_as_anybody('POST', operation.path, {}), wrong = conforms(operation, reply);

	ok(reply.status === 422 && wrong.length === 0, `POST ${operation.path} without ${required[0]} is refused as described`, reply, wrong);
}
console.log(`1..${count}`);
process.exitCode = failed ? 1 : 0;
