import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { findUser } from '#api/accounts/memberships.ts';
import { makeDemoAccount } from '#api/accounts/demo.ts';
import type { User } from '#api/accounts/user.ts';
import { testSite } from '#test/visit.ts';
import routes from '../routes.ts';

const { app, db, services } = await testSite();
const { settings } = services.accounts;
settings.filesDir = await mkdtemp(join(tmpdir(), 'atrium-kept-'));
afterAll(() => rm(settings.filesDir, { recursive: true, force: true }));
// Who is signed in is said by a cookie of the test's own; a session that ended still has its cookie.
const session = 'atrium.session_token=signed';
services.accounts.authenticate = async (headers: Headers) => {
  const id = /person=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1];
  return id ? findUser(db, id) : null;
};
const [focal, publisher, secretariat, administrator] = (await Promise.all(
  ['fao-focal-point', 'fao-publisher', 'secretariat', 'administrator'].map(async (id) => findUser(db, await makeDemoAccount(db, id))),
)) as [User, User, User, User];

type Fields = [string, string][];
let sent = 0;
const decoded = (html: string) =>
  html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const mainOf = (html: string) => /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '';

/** Sends a form as a browser without script does; `who` is a person, an ended session, or a stranger. */
async function post(url: string, fields: Fields, who: User | 'ended' | null, files: [string, Buffer][] = [], field = 'upload') {
  let payload: string | Buffer = new URLSearchParams(fields).toString();
  let type = 'application/x-www-form-urlencoded';
  if (files.length > 0) {
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    for (const [name, bytes] of files) form.append(field, new File([new Uint8Array(bytes)], name));
    const request = new Request('http://localhost:3000/', { method: 'POST', body: form });
    type = request.headers.get('content-type') ?? '';
    payload = Buffer.from(await request.arrayBuffer());
  }
  const cookie = who === null ? '' : who === 'ended' ? session : `${session}; person=${who.id}`;
  // Strangers at one address may send only so many forms a minute.
  const response = await app.inject({
    method: 'POST',
    remoteAddress: `203.0.113.${sent++ % 200}`,
    url,
    headers: { host: 'localhost:3000', origin: 'http://localhost:3000', 'content-type': type, ...(cookie ? { cookie } : {}) },
    payload,
  });
  const kept = /<section[^>]*class="notice kept".*?<\/section>/s.exec(response.body)?.[0] ?? '';
  return {
    status: response.statusCode,
    location: response.headers.location,
    cache: response.headers['cache-control'],
    html: mainOf(response.body),
    kept,
    action: decoded(/<form[^>]* action="([^"]*)"/.exec(kept)?.[1] ?? ''),
    fields: [...kept.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"\/>/g)].map(([, name, value]): [string, string] => [
      decoded(name ?? ''),
      decoded(value ?? ''),
    ]),
  };
}

const text = 'Typed for an hour: "quotes", <tags> & ümläuts\nand a second line';
const draftOf = async (title: string) =>
  (
    await db
      .insertInto('draft')
      .values({
        kind: 'LESSON',
        content: JSON.stringify({ title, organizations: ['FAO'] }),
        authorId: focal.id,
        organizationId: focal.memberships[0]?.organizationId ?? null,
        editors: [focal.id],
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id;
const draft = await draftOf('Of the kept forms');
const unknown = '00000000-0000-7000-8000-000000000000';
const sampleOf = (path: string) =>
  `/${path}`
    .replace(/^\/drafts\/:id/, `/drafts/${draft}`)
    .replace(':recommendation/:organization', '1/fao')
    .replace(/^\/projects\/:slug/, '/projects/papua-new-guinea-livestock')
    .replace(':id', unknown)
    .replace(':number', '1')
    .replace(/:slug/, 'none');

describe('a form of which the session has ended', () => {
  const withActions = (routes as RouteConfigEntry[]).filter(({ file }) =>
    /export (async function|const) action/.test(readFileSync(join('web/app', file), 'utf8')),
  );
  // Data for the browser script, which keeps what was typed itself.
  const forPages = withActions.filter(({ path }) => path && path !== '*' && !/^(drafts|uptake\/organizations)\/:\w+(\/report)?\/save$/.test(path));

  it('is found in the site map', () => expect(forPages.length).toBeGreaterThan(15));

  it.each(forPages.map(({ path }) => path as string))('comes back with everything that was typed: %s', async (path) => {
    for (const who of ['ended', null] as const) {
      const url = `${sampleOf(path)}?a=1&b=2`;
      const page = await post(
        url,
        [
          ['comment', text],
          ['password', 'hunter2hunter2'],
          ['newPassword', 'hunter3hunter3'],
          ['empty', ''],
          ['comment', 'again and again'],
        ],
        who,
      );
      // What anybody may send, such as "still correct", answers for itself; it keeps the text all the same.
      if (page.status < 400) throw new Error(`${url} answered ${page.status} ${page.location}`);
      expect(page.kept, url).toContain('Send it again');
      expect(page.html).toContain('You are signed out');
      expect(page.action).toBe(url);
      expect(page.fields).toEqual([
        ['comment', text],
        ['empty', ''],
        ['comment', 'again and again'],
      ]);
      expect(page.html).not.toContain('hunter');
      expect(page.cache).toBe('private, no-store');
      expect(page.html).toContain('href="/sign-in?next=%2Fsigned-in"');
    }
  });

  const report: Fields = [
    ['intent', 'report'],
    ['key', 'kept-form-report-1'],
    ['basedOn', ''],
    ['acceptance', 'ACCEPTED'],
    ['implementation', 'IN_PROGRESS'],
    ['effectiveDate', '2024-05-01'],
    ['comment', text],
    ['source', 'DIRECT'],
  ];
  it.each<[string, string, Fields, () => User]>([
    ['a report', '/uptake/1/fao', report, () => focal],
    [
      'a remark',
      '/uptake/1/fao',
      [
        ['intent', 'comment'],
        ['key', 'kept-form-remark'],
        ['text', text],
        ['audience', 'OWNERS'],
      ],
      () => focal,
    ],
    [
      'a table',
      '/uptake/load',
      [
        ['intent', 'check'],
        ['text', 'Recommendation\tOrganization\tEffective date\tAcceptance\tImplementation\n4\tFAO\t2024-06-12\tAccepted\tIn progress'],
      ],
      () => focal,
    ],
    [
      'a new entry',
      '/lessons/new',
      [
        ['title', 'What we learned in the field'],
        ['key', 'kept-form-new'],
        ['organization', 'fao'],
        ['organizationName', 'FAO'],
      ],
      () => focal,
    ],
    [
      'an invitation',
      '/members',
      [
        ['do', 'invite'],
        ['email', 'new.person@fao.org'],
        ['role', 'MEMBER'],
        ['organization', 'FAO'],
      ],
      () => administrator,
    ],
    [
      'a campaign',
      '/campaigns/new',
      [
        ['key', 'kept-form-campaign'],
        ['title', 'Spring round'],
        ['message', text],
        ['closesOn', '2099-01-01'],
        ['organization', 'fao'],
        ['contact.fao', 'focal@fao.org'],
      ],
      () => secretariat,
    ],
    [
      'a draft',
      `/drafts/${draft}`,
      [
        ['edits', '1'],
        ['writer', 'kept-form'],
        ['do', 'save'],
        ['title', 'Of the kept forms'],
        ['subject', 'keys'],
        ['whatHappened.text', text],
      ],
      () => focal,
    ],
    [
      'a remark on a draft',
      `/drafts/${draft}/review`,
      [
        ['do', 'comment'],
        ['text', text],
        ['key', 'kept-form-talk'],
      ],
      () => focal,
    ],
  ])('%s does nothing until it is sent again from there, signed in', async (_name, url, fields, who) => {
    const count = async () =>
      (
        await sql<{
          n: number;
        }>`SELECT (SELECT count(*) FROM uptake_entry) + (SELECT count(*) FROM uptake_comment) + (SELECT count(*) FROM draft) + (SELECT count(*) FROM draft_comment)
          + (SELECT count(*) FROM invitation) + (SELECT count(*) FROM campaign) + (SELECT sum(edits) FROM draft) AS n`.execute(db)
      ).rows[0]?.n;
    const before = await count();
    const page = await post(url, fields, 'ended');
    expect(page.status).toBe(401);
    expect(page.fields).toEqual(fields);
    expect(await count()).toBe(before);
    const again = await post(page.action, page.fields, who());
    expect([200, 303], again.html).toContain(again.status);
    if (url !== '/uptake/load') expect(await count()).not.toBe(before);
  });

  it('names the files that are to be chosen again, and takes them from there', async () => {
    const fields = report.map(([name, value]): [string, string] => [name, name === 'key' ? 'kept-form-report-2' : name === 'basedOn' ? '' : value]);
    const pdf = (title: string) => Buffer.from(`%PDF-1.4\n1 0 obj << /Title (${title}) >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`);
    const page = await post('/uptake/2/fao', fields, 'ended', [
      ['Decision.pdf', pdf('a')],
      ['Annex.pdf', pdf('b')],
    ]);
    expect(page.status).toBe(401);
    expect(page.kept).toContain('Choose these files again: Decision.pdf, Annex.pdf');
    expect(page.kept).toContain('encType="multipart/form-data"');
    expect(page.fields.map(([name]) => name)).toEqual(fields.map(([name]) => name));
    const again = await post(page.action, page.fields, focal, [
      ['Decision.pdf', pdf('a')],
      ['Annex.pdf', pdf('b')],
    ]);
    expect(again.status, again.html).toBe(303);
    const { rows } = await sql<{
      labels: string[];
    }>`SELECT array(SELECT e->>'label' FROM jsonb_array_elements(evidence) e) AS labels FROM uptake_entry WHERE idempotency_key = 'kept-form-report-2'`.execute(
      db,
    );
    expect(rows[0]?.labels).toEqual(['Decision', 'Annex']);
  });

  it('names the file of any form, whatever its field is called', async () => {
    const table: [string, Buffer][] = [['Uptake.csv', Buffer.from('Recommendation,Organization,Acceptance\n1,FAO,Accepted\n')]];
    const page = await post(
      '/uptake/load',
      [
        ['intent', 'check'],
        ['text', ''],
      ],
      'ended',
      table,
      'file',
    );
    expect(page.status).toBe(401);
    expect(page.kept).toContain('Choose these files again: Uptake.csv');
    expect(page.kept).toMatch(/<input[^>]* type="file" name="file"/);
    expect(page.html).not.toContain('There is a problem');
    const again = await post(page.action, page.fields, focal, table, 'file');
    expect(again.html).toContain('What the check found');
  });
});

describe('a form that is not open to its sender any more', () => {
  it('keeps what was typed when the organization of the draft was left', async () => {
    const id = await draftOf('Left behind');
    const { id: leaver } = await db
      .insertInto('person')
      .values({ name: 'Leaver', email: 'leaver@example.org', emailVerified: true })
      .returning('id')
      .executeTakeFirstOrThrow();
    const page = await post(
      `/drafts/${id}`,
      [
        ['edits', '1'],
        ['do', 'save'],
        ['whatHappened.text', text],
      ],
      (await findUser(db, leaver)) as User,
    );
    expect([403, 404]).toContain(page.status);
    expect(page.html).not.toContain('You are signed out');
    expect(page.fields).toContainEqual(['whatHappened.text', text]);
  });

  it('keeps what was typed when a colleague submitted the draft meanwhile, and when the writer may not report any more', async () => {
    const id = await draftOf('Submitted meanwhile');
    await db.updateTable('draft').set({ state: 'SUBMITTED' }).where('id', '=', id).execute();
    const page = await post(
      `/drafts/${id}`,
      [
        ['edits', '1'],
        ['do', 'save'],
        ['title', 'Submitted meanwhile'],
        ['whatHappened.text', text],
      ],
      focal,
    );
    expect(page.status).toBe(400);
    expect(page.html).toContain('The draft is with its reviewers.');
    expect(page.fields).toContainEqual(['whatHappened.text', text]);
    const report = await post(
      '/uptake/1/itu',
      [
        ['intent', 'report'],
        ['key', 'not-mine-any-more'],
        ['comment', text],
        ['effectiveDate', 'never'],
      ],
      publisher,
    );
    expect(report.status).toBe(400);
    expect(report.fields).toContainEqual(['comment', text]);
  });

  it('shows a refused form as it is, without keeping it twice', async () => {
    const page = await post(
      '/uptake/3/fao',
      [
        ['intent', 'report'],
        ['key', 'refused-form-1'],
        ['comment', text],
        ['effectiveDate', 'never'],
      ],
      focal,
    );
    expect(page.status).toBe(400);
    expect(page.kept).toBe('');
    expect(decoded(page.html)).toContain(text);
  });
});

describe('what was typed, shown again', () => {
  const shownBy = (page: { kept: string }) =>
    Object.fromEntries(
      [...page.kept.matchAll(/<dt>(.*?)<\/dt> <dd[^>]*>(.*?)<\/dd>/gs)].map(([, label, value]) => [decoded(label ?? ''), decoded(value ?? '')]),
    );

  it('has the labels and choices of its form, and nothing that only machines write', async () => {
    const report = shownBy(
      await post(
        '/uptake/1/fao',
        [
          ['intent', 'report'],
          ['report', 'jiu-rep-2020-7'],
          ['key', 'some-key'],
          ['acceptance', 'ACCEPTED'],
          ['implementation', 'IN_PROGRESS'],
          ['comment', text],
          ['evidence.0.place', 'https://example.org/a'],
          ['evidence.0.record', 'PROJECT some-slug'],
          ['commentAudience', 'UN_SYSTEM'],
        ],
        'ended',
      ),
    );
    expect(report).toMatchObject({ 'What was decided?': 'Accepted', 'How far is it carried out?': 'In progress', 'Management comment': text });
    expect(report['Evidence 1, Where is it?']).toBe('https://example.org/a');
    expect(Object.keys(report)).toHaveLength(5);

    const entry = shownBy(
      await post(
        `/drafts/${draft}`,
        [
          ['edits', '1'],
          ['writer', 'a-writer'],
          ['turn', '17'],
          ['answers', 'another'],
          ['summary.text', 'A summary.'],
          ['summary.cite', 'para 50'],
          ['stages.0.stage', 'PILOT'],
          ['stages.0.text', 'It began.'],
          ['attachments.0.file', 'a'.repeat(64)],
        ],
        'ended',
      ),
    );
    expect(Object.values(entry)).toEqual(['A summary.', 'para 50', 'Pilot', 'It began.']);
    expect(Object.keys(entry).join(' | ')).toMatch(/^Summary.* \| Summary, .+ \| Stage 1, .+ \| Stage 1, What happened$/);
    expect(Object.keys(entry).join()).not.toMatch(/cite|\.|\[/);

    const review = shownBy(
      await post(
        `/drafts/${draft}/review`,
        [
          ['do', 'return'],
          ['round', '1'],
          ['organization', 'fao'],
          ['fields.1.field', 'stages[0].text'],
          ['fields.1.decision', 'RETURNED'],
          ['fields.1.reason', 'Say when it began.'],
        ],
        'ended',
      ),
    );
    expect(review).toMatchObject({ 'Stage 1, What happened, Why is it returned?': 'Say when it began.' });
  });
});

describe('a form of more than people fill in', () => {
  const shapes: [string, Fields][] = [
    ['names', Array.from({ length: 20_000 }, (_, index): [string, string] => [`a${index}`, 'b'])],
    ['rows', Array.from({ length: 6000 }, (_, index): [string, string] => [`statements.${index}.text`, 'abc'])],
    ['rows in groups', Array.from({ length: 1000 }, (_, index): [string, string] => [`ledger.audits.${index}.by`, 'abc'])],
    ['dots', [[`x${'.x'.repeat(60)}.1`, 'b']]],
    ['a long name', [['x'.repeat(201), 'b']]],
  ];
  it.each(shapes)('is refused by its %s before anything of it is called by its label or shown again', async (_what, fields) => {
    for (const who of [focal, 'ended', null] as const)
      for (const url of [`/drafts/${draft}`, `/drafts/${unknown}/review`, '/projects/new', '/members', `/assessments/${unknown}/risks`]) {
        const page = await post(url, [['edits', '1'], ...fields], who);
        // A route that asks first who it is, or what it is about, may refuse for that.
        expect([400, 401, 403, 404, 413]).toContain(page.status);
        expect(page.html.length).toBeLessThan(200_000);
        if (who === focal && url === `/drafts/${draft}`) expect(page.status).toBe(413);
      }
  });

  it('is kept where it is long but a form: two hundred fields are shown, all are sent again', async () => {
    const fields = Array.from({ length: 1000 }, (_, index): [string, string] => [`word${index}`, `typed ${index}`]);
    const page = await post('/projects/new', fields, 'ended');
    expect(page.fields).toHaveLength(1000);
    expect(page.html).toContain('typed 199');
    expect(page.html).toContain('800 more fields');
    expect(page.html.match(/<dt>/g)?.length).toBe(201);
  });
});
