import { expect, it } from 'vitest';
import { unzip } from '#test/unzip.ts';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';
import { testApp } from '#test/ask.ts';
import { given } from '#test/uptake.ts';
import type { User } from '../../accounts/user.ts';
import { checkTable } from '../import.ts';
import { confirmUptake, reportUptake, type Written } from '../write.ts';
import { utcToday } from '../state.ts';

const { services, db, demo, person, goLive } = await contributeLibrary();
const app = await testApp(services);
const [focal, secretariat, itu] = [await demo('fao-focal-point'), await demo('secretariat'), await demo('itu-publisher')];
const get = (url: string, user: User | null = null) => app.inject({ url, headers: user ? { 'x-person': user.id } : {} });
const today = utcToday();

// Demonstration accounts report apart from real data: these two are real people of FAO.
const [reporter, second] = [await person('Reporter', 'FOCAL_POINT', 'fao'), await person('Second', 'PUBLISHER', 'fao')];
const report = async (recommendation: string, change: object, confirmed: boolean) => {
  const written = (await reportUptake(db, reporter, {
    cell: { recommendation, organization: 'fao' },
    given: given(change),
    idempotencyKey: `audience-${recommendation}`,
  })) as Written;
  if (confirmed) await confirmUptake(db, second, written.entryId);
};
await report(
  '1',
  {
    comment: 'zqinternal comment',
    commentAudience: 'OWNERS',
    officer: 'zqinternal officer',
    decisionSymbol: 'zqpublic decision',
    evidence: [{ kind: 'ADDRESS', address: 'https://zqinternal.example/', audience: 'OWNERS' }],
  },
  true,
);
await report('2', { impactSeen: 'zqinternal: nobody has confirmed it', targetDate: '2025-05-01' }, false);
await goLive({
  key: 'contacts',
  content: lessonOf('Audience zqpublic lesson', {
    contacts: [{ name: 'zqinternal contact', email: 'zqinternal@example.org' }],
    audiences: { contacts: 'UN_SYSTEM' },
  }),
});

const files = [
  '/uptake.docx',
  '/uptake.xlsx',
  '/uptake.atom',
  '/uptake.ics',
  ...['docx', 'xlsx', 'atom', 'ics'].map((format) => `/uptake/organizations/fao.${format}`),
  ...['atom', 'ics'].map((format) => `/uptake/recommendations/2.${format}`),
  ...['csv', 'xlsx', 'json'].map((format) => `/lessons.${format}?q=`),
];
/** What a file says, without what its form does to lines: a calendar folds and escapes them. */
const textOf = (url: string, body: Buffer) =>
  /\.(docx|xlsx)/.test(url) ? Object.values(unzip(body)).join('\n') : body.toString('utf8').replace(/\r\n /g, '').replaceAll('\\,', ',');

it('gives everybody the same public file, whoever is signed in', async () => {
  for (const url of files) {
    const open = await get(url);
    expect(open.statusCode, url).toBe(200);
    for (const user of [secretariat, reporter]) {
      const file = await get(url, user);
      const text = textOf(url, file.rawPayload);
      expect(text, url).not.toMatch(/zqinternal|unconfirmed\)|INTERNAL/);
      expect(file.headers['content-disposition'], url).toBe(open.headers['content-disposition']);
      expect(String(file.headers['content-disposition']), url).not.toContain('internal');
      if (!/\.(docx|xlsx|ics)/.test(url)) expect(file.body, url).toBe(open.body);
    }
  }
  expect(textOf('.docx', (await get('/uptake/organizations/fao.docx')).rawPayload)).toContain('zqpublic decision');
  expect((await get('/lessons.csv', focal)).body).toContain('zqpublic');
});

it('gives the internal one to those who ask for it, and it says so in its name and on every page', async () => {
  for (const url of files) {
    const file = await get(`${url}${url.includes('?') ? '&' : '?'}audience=internal`, reporter);
    expect([url, file.statusCode, file.headers['cache-control']]).toEqual([url, 200, 'private, no-store']);
    expect(String(file.headers['content-disposition']), url).toMatch(/filename="(atrium|uptake)-[\w-]*-internal-\d{4}-\d\d-\d\d\.\w+"/);
    expect(textOf(url, file.rawPayload), url).toContain('INTERNAL, not for publication');
  }
  const docx = unzip((await get('/uptake/organizations/fao.docx?audience=internal', reporter)).rawPayload);
  expect(docx['word/document.xml']).toMatch(/zqinternal comment/);
  expect(docx['word/document.xml']).toContain(`INTERNAL, not for publication. Made for Reporter on ${today}`);
  for (const part of ['word/header1.xml', 'word/footer1.xml', 'docProps/core.xml']) expect(docx[part], part).toContain('INTERNAL, not for publication');
  expect(docx['word/document.xml']).toMatch(/<w:headerReference w:type="default"/);
  for (const [url, heads] of [
    ['/uptake/organizations/fao.xlsx', 5],
    ['/uptake.xlsx', 7],
    ['/lessons.xlsx', 3],
  ] as const) {
    const parts = unzip((await get(`${url}?audience=internal`, reporter)).rawPayload);
    const sheets = Object.entries(parts).filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets, url).toHaveLength(heads);
    const shared = parts['xl/sharedStrings.xml'] ?? '';
    for (const [name, sheet] of sheets) {
      expect(sheet, `${url} ${name}`).toContain('<oddHeader>&amp;C&amp;BINTERNAL, not for publication</oddHeader>');
      const first = /<row r="1"[^>]*>(.*?)<\/row>/s.exec(sheet)?.[1] ?? '';
      const index = /t="s"[^>]*><v>(\d+)<\/v>/.exec(first)?.[1];
      const cell = index === undefined ? first : (shared.match(/<si>.*?<\/si>/gs)?.[Number(index)] ?? '');
      expect(cell, `${url} ${name}`).toContain('INTERNAL, not for publication. Made for Reporter');
    }
  }
  const csv = (await get('/lessons.csv?audience=internal', reporter)).body.split('\r\n');
  expect(csv[0]).toMatch(/^\uFEFF?Marking,Title,/);
  expect(
    csv
      .slice(1)
      .filter((line) => line !== '' && !line.startsWith('#') && !/^"?INTERNAL, not/.test(line))
      .filter((line) => /^[A-Z]/.test(line)),
  ).toEqual([]);
  expect((await get('/lessons.json?audience=internal', reporter)).json().about.audience).toContain('INTERNAL');
  expect((await get('/lessons.json', reporter)).json().about.audience).toBe('Public');
  expect((await get('/lessons.json?audience=internal', itu)).body).toContain('zqinternal contact');
  const feed = (await get('/uptake/organizations/fao.atom?audience=internal', itu)).body;
  expect(feed.match(/<title[^>]*>.*?<\/title>/gs)?.every((title) => title.includes('INTERNAL'))).toBe(true);
  expect(feed).not.toContain('zqinternal comment');
});

it('gives the internal one to nobody else, and audits each', async () => {
  const stranger = { ...(await person('Stranger', 'MEMBER', 'wfp')) };
  await db.deleteFrom('membership').where('personId', '=', stranger.id).execute();
  await db.deleteFrom('auditEvent').execute();
  for (const url of files) {
    const asked = `${url}${url.includes('?') ? '&' : '?'}audience=internal`;
    for (const [user, status] of [
      [null, 401],
      [stranger, 403],
    ] as const) {
      const refused = await get(asked, user);
      expect([url, refused.statusCode]).toEqual([url, status]);
      expect(refused.body).not.toContain('zq');
    }
    expect((await get(asked.replace('internal', 'everything'), focal)).statusCode).toBe(400);
  }
  // Only that they were refused.
  const exported = () => db.selectFrom('auditEvent').select(['kind', 'actor', 'subject', 'detail']).where('kind', '<>', 'ACCESS_REFUSED').execute();
  expect(await exported()).toEqual([]);
  await get('/lessons.csv?audience=internal&theme=GOVERNANCE', focal);
  expect(await exported()).toEqual([{ kind: 'EXPORT', actor: focal.pseudonym, subject: 'GET /lessons.csv', detail: 'audience internal' }]);
});

it('refuses to load the public table back, which lacks what is not public, and takes the internal one as it is', async () => {
  const table = (xlsx: Buffer) => ({ report: null, text: null, rows: null, xlsx: xlsx.toString('base64') });
  const open = await checkTable(db, reporter, table((await get('/uptake/organizations/fao.xlsx', reporter)).rawPayload));
  expect(open.rows).toEqual([]);
  expect(open.faults.map(({ column, code }) => `${column}: ${code}`)).toEqual([
    'Management comment (public): COLUMN_PUBLIC',
    'Evidence (public): COLUMN_PUBLIC',
  ]);
  const own = await checkTable(db, reporter, table((await get('/uptake/organizations/fao.xlsx?audience=internal', reporter)).rawPayload));
  expect([own.faults, own.rows.filter((row) => row.action === 'ADD')]).toEqual([[], []]);
});
