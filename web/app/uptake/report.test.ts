import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { ValidationError } from '#api/errors.ts';
import type { User } from '#api/accounts/user.ts';
import type { ReportInput } from '#api/uptake/fields.ts';
import { reportUptake } from '#api/uptake/write.ts';
import { loadDemo } from '#seed/demo.ts';
import { given, makePeople, withdrawTogether } from '#test/uptake.ts';
import { testSite } from '#test/visit.ts';

const { app, db, services, visit } = await testSite();
const { settings } = services.accounts;
settings.filesDir = await mkdtemp(join(tmpdir(), 'atrium-reports-'));
afterAll(() => rm(settings.filesDir, { recursive: true, force: true }));
const people = await makePeople(db);
const demonstrated = await loadDemo(db);
const all = new Map(Object.values(people).map((person) => [person.id, person]));
// Who is signed in is said by a cookie of the test's own; sessions have their own tests.
services.accounts.authenticate = async (headers: Headers) => all.get(/person=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? '') ?? null;
const as = (person: User) => ({ cookie: `atrium.session_token=signed; person=${person.id}` });

let keys = 0;
const report = async (recommendation: string, change: Partial<ReportInput>, person = people.faoFocal) => {
  const written = await reportUptake(db, person, {
    cell: { recommendation, organization: 'fao' },
    given: given(change),
    idempotencyKey: `report-form-${keys++}`,
  });
  if (written instanceof ValidationError) throw new Error(JSON.stringify(written.fields));
  return written.entryId;
};
const decoded = (html: string) =>
  html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The report form of a page as a browser would send it back untouched: every box with its value. */
function formIn(html: string): [string, string][] {
  const form = /<form[^>]*class="uptake-form".*?<\/form>/s.exec(html)?.[0] ?? '';
  const fields: [string, string][] = [];
  for (const [tag, content] of [
    ...form.matchAll(/<(?:input|textarea|select)\b[^>]*>((?:(?!<\/?(?:textarea|select|input)\b).)*<\/(?:textarea|select)>)?/gs),
  ].map((one) => [one[0], one[1] ?? ''])) {
    const of = (name: string) => decoded(new RegExp(` ${name}="([^"]*)"`).exec(tag as string)?.[1] ?? '');
    const name = of('name');
    if (!name || of('type') === 'file') continue;
    if ((of('type') === 'radio' || of('type') === 'checkbox') && !/ checked=""/.test(tag as string)) continue;
    if ((tag as string).startsWith('<select')) {
      const options = [...(content as string).matchAll(/<option([^>]*)>/g)].map(([, attributes]) => attributes ?? '');
      const option = options.find((one) => one.includes('selected=""')) ?? options[0] ?? '';
      fields.push([name, decoded(/value="([^"]*)"/.exec(option)?.[1] ?? '')]);
    } else if ((tag as string).startsWith('<textarea')) fields.push([name, decoded(/>\n?(.*)<\/textarea>$/s.exec(tag as string)?.[1] ?? '')]);
    else fields.push([name, of('value')]);
  }
  return fields;
}
async function send(url: string, fields: [string, string][], person: User, files: [string, Buffer][] = []) {
  const form = new FormData();
  // Browsers send line ends as CRLF.
  for (const [name, value] of fields) form.append(name, value.replaceAll('\n', '\r\n'));
  for (const [name, bytes] of files) form.append('upload', new File([new Uint8Array(bytes)], name));
  const request = new Request('http://localhost:3000/', { method: 'POST', body: form });
  const response = await app.inject({
    method: 'POST',
    url,
    headers: { host: 'localhost:3000', origin: 'http://localhost:3000', 'content-type': request.headers.get('content-type') ?? '', ...as(person) },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return { status: response.statusCode, html: response.body, fields: formIn(response.body) };
}
const latest = async (recommendation: string) =>
  (
    await sql<{
      evidence: { kind: string; label: string | null; address?: string; file?: string; recordKind?: string; recordSlug?: string; audience: string }[];
      unit: string | null;
      comment: string | null;
    }>`
      SELECT u.evidence, u.responsible_unit AS unit, u.comment FROM uptake_entry u JOIN action a ON a.id = u.action_id JOIN record r ON r.id = a.recommendation_id JOIN record o ON o.id = a.organization_id
      WHERE o.slug = 'fao' AND r.content->>'number' = ${recommendation} AND NOT u.demo ORDER BY u.sequence DESC LIMIT 1`.execute(db)
  ).rows[0];
const set = (fields: [string, string][], change: Record<string, string>): [string, string][] => [
  ...fields.filter(([name]) => !(name in change)),
  ...Object.entries(change),
];
const pdf = (title: string) => Buffer.from(`%PDF-1.4\n1 0 obj << /Title (${title}) >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`);
const addresses = (count: number): NonNullable<ReportInput['evidence']> =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'ADDRESS',
    address: `https://example.org/${index}`,
    label: `Piece ${index}`,
    audience: index % 2 ? 'UN_SYSTEM' : 'PUBLIC',
  }));

describe('the evidence of a report', () => {
  it.each([0, 1, 3, 4, 19, 20])('is shown whole and stays when nothing of it is touched: %i pieces', async (count) => {
    await report('1', { evidence: addresses(count) });
    const fields = formIn((await visit('/uptake/1/fao', as(people.faoFocal))).html);
    const places = fields.filter(([name]) => /^evidence\.\d+\.place$/.test(name)).length;
    expect(places).toBe(Math.min(20, Math.max(3, count + 1)));
    const sent = await send('/uptake/1/fao', set(fields, { responsibleUnit: `Unit ${count}` }), people.faoFocal);
    expect(sent.status).toBe(303);
    const entry = await latest('1');
    expect(entry?.unit).toBe(`Unit ${count}`);
    expect(entry?.evidence.map(({ address, label, audience }) => ({ address, label, audience }))).toEqual(
      addresses(count).map(({ address, label, audience }) => ({ address, label, audience })),
    );
  });

  it('that is a record stays that record, of every kind', async () => {
    const { rows } = await sql<{ kind: NonNullable<NonNullable<ReportInput['evidence']>[number]['recordKind']>; slug: string }>`
      SELECT DISTINCT ON (kind) kind, slug FROM record WHERE audience = 'PUBLIC' AND archived_at IS NULL ORDER BY kind, position`.execute(db);
    expect(rows.length).toBeGreaterThan(10);
    await report('2', { evidence: rows.map(({ kind, slug }) => ({ kind: 'RECORD', recordKind: kind, recordSlug: slug })) });
    const fields = formIn((await visit('/uptake/2/fao', as(people.faoFocal))).html);
    const sent = await send('/uptake/2/fao', fields, people.faoFocal);
    expect(sent.status, /<div class="error-summary.*?<\/div>/s.exec(sent.html)?.[0]).toBe(303);
    expect((await latest('2'))?.evidence.map(({ recordKind, recordSlug }) => ({ kind: recordKind, slug: recordSlug }))).toEqual(rows);
    // One that its writer is not shown any more is kept, too.
    const gone = rows.find(({ kind }) => kind === 'LESSON') as (typeof rows)[number];
    await sql`UPDATE record SET archived_at = now() WHERE kind = ${gone.kind}::record_kind AND slug = ${gone.slug}`.execute(db);
    const again = await send('/uptake/2/fao', formIn((await visit('/uptake/2/fao', as(people.faoFocal))).html), people.faoFocal);
    expect(again.status).toBe(303);
    expect((await latest('2'))?.evidence).toHaveLength(rows.length);
    await sql`UPDATE record SET archived_at = NULL WHERE kind = ${gone.kind}::record_kind AND slug = ${gone.slug}`.execute(db);
  });

  it('takes several files at once, and more places, and keeps everything else when one file is refused', async () => {
    const page = formIn((await visit('/uptake/3/fao', as(people.faoFocal))).html);
    const typed = set(page, {
      acceptance: 'ACCEPTED',
      implementation: 'IN_PROGRESS',
      'evidence.1.place': 'https://example.org/own',
      'evidence.1.label': 'Own',
    });
    const more = await send('/uptake/3/fao', [...typed, ['more', '1']], people.faoFocal, [['A.pdf', pdf('a')]]);
    expect(more.status, /<div class="error-summary.*?<\/div>/s.exec(more.html)?.[0]).toBe(200);
    expect(more.fields.filter(([name]) => /^evidence\.\d+\.place$/.test(name))).toHaveLength(6);
    expect(Object.fromEntries(more.fields)).toMatchObject({ 'evidence.0.label': 'A', 'evidence.1.label': 'Own' });
    expect(await latest('3')).toBeUndefined();

    const refused = await send('/uptake/3/fao', set(more.fields, { comment: 'Kept\nall of it' }), people.faoFocal, [
      ['B.pdf', pdf('b')],
      ['page.pdf', Buffer.from('<html></html>')],
      ['C.pdf', pdf('c')],
    ]);
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('page.pdf: This kind of file is not taken.');
    expect(Object.fromEntries(refused.fields)).toMatchObject({
      comment: expect.stringMatching(/^Kept\r?\nall of it$/),
      'evidence.2.label': 'B',
      'evidence.3.label': 'C',
    });
    const sent = await send('/uptake/3/fao', refused.fields, people.faoFocal);
    expect(sent.status, sent.html).toBe(303);
    expect((await latest('3'))?.evidence.map(({ kind, label }) => `${kind} ${label}`)).toEqual(['FILE A', 'ADDRESS Own', 'FILE B', 'FILE C']);

    // The secretariat, which uploaded none of them, sends the report on without losing any.
    const theirs = formIn((await visit('/uptake/3/fao', as(people.secretariat))).html);
    const on = await send('/uptake/3/fao', set(theirs, { responsibleUnit: 'By the secretariat', sourceReference: 'FC 194/14' }), people.secretariat);
    expect(on.status, on.html).toBe(303);
    // On behalf of an organization the source is a document, never the organization itself.
    expect(theirs.find(([name]) => name === 'source')?.[1]).toBe('BOARD_DOCUMENT');
    const direct = await send(
      '/uptake/3/fao',
      set(formIn((await visit('/uptake/3/fao', as(people.secretariat))).html), { source: 'DIRECT' }),
      people.secretariat,
    );
    expect(direct.html).toContain('On behalf of an organization, say which document this is from');
    expect((await latest('3'))?.evidence).toHaveLength(4);
  });

  it('names the fault at the place where it stands, also after empty ones', async () => {
    const page = formIn((await visit('/uptake/3/fao', as(people.faoFocal))).html);
    const sent = await send(
      '/uptake/3/fao',
      set(page, { 'evidence.0.place': '', 'evidence.0.label': '', 'evidence.2.place': '/projects/no-such-project' }),
      people.faoFocal,
    );
    expect(sent.status).toBe(400);
    expect(sent.html).toContain('href="#evidence.2.place"');
  });
});

describe('reporting', () => {
  it('works over demonstration data, of which nothing enters the form', async () => {
    expect(demonstrated).toBeGreaterThan(0);
    const { rows } = await sql<{ number: string }>`
      SELECT DISTINCT r.content->>'number' AS number FROM uptake_entry u JOIN action a ON a.id = u.action_id JOIN record r ON r.id = a.recommendation_id JOIN record o ON o.id = a.organization_id
      WHERE u.demo AND o.slug = 'fao' AND r.content->>'number' NOT IN ('1', '2', '3') ORDER BY 1`.execute(db);
    expect(rows.length).toBeGreaterThan(1);
    for (const { number } of rows) {
      const page = await visit(`/uptake/${number}/fao`, as(people.faoFocal));
      const fields = formIn(page.html);
      expect(Object.fromEntries(fields)).toMatchObject({ basedOn: '', comment: '' });
      const first = await send(
        `/uptake/${number}/fao`,
        set(fields, { acceptance: 'ACCEPTED', implementation: 'NOT_STARTED', comment: 'Real.' }),
        people.faoFocal,
      );
      expect(first.status, first.html).toBe(303);
      // And the next one, over the real entry and the demonstration entries.
      const next = await send(
        `/uptake/${number}/fao`,
        set(formIn((await visit(`/uptake/${number}/fao`, as(people.faoFocal))).html), { comment: 'Real too.' }),
        people.faoFocal,
      );
      expect(next.status, next.html).toBe(303);
      expect((await latest(number))?.comment).toBe('Real too.');
    }
  });

  it('goes on from the entry before, when the last one was withdrawn', async () => {
    const last = await report('4', { comment: 'Wrong.' });
    await withdrawTogether(db, people.faoPublisher, people.faoFocal, last, 'It was wrong.');
    const sent = await send(
      '/uptake/4/fao',
      set(formIn((await visit('/uptake/4/fao', as(people.faoFocal))).html), { acceptance: 'NOT_ACCEPTED', implementation: '' }),
      people.faoFocal,
    );
    expect(sent.status, sent.html).toBe(303);
  });

  it('is for today: a page that shows what was known on a past day has no form', async () => {
    for (const query of ['at=2024-01-01', 'at=&asKnownOn=2024-01-01', 'asKnownOn=2024-01-01']) {
      const { html } = await visit(`/uptake/4/fao?${query}`, as(people.faoFocal));
      expect(formIn(html), query).toEqual([]);
    }
  });

  it('cuts nothing off while it is written, and counts as the server does', async () => {
    const { html } = await visit('/uptake/4/fao', as(people.faoFocal));
    const form = /<form[^>]*class="uptake-form".*?<\/form>/s.exec(html)?.[0] ?? '';
    expect(form).not.toContain('maxLength');
    for (const [name, most] of [
      ['comment', 4000],
      ['impactSeen', 4000],
      ['responsibleUnit', 300],
      ['evidence.0.place', 2000],
    ] as const)
      expect(form).toMatch(new RegExp(`name="${name}"[^>]*data-most="${most}"|data-most="${most}"[^>]*name="${name}"`));
  });
});
