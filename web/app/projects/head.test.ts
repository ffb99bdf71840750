import { expect, it } from 'vitest';
import { publish } from '#api/contributions/publish.ts';
import { kinds } from '#prisma/content/kinds.ts';
import { testSite } from '#test/visit.ts';

// The head of a record follows the newest dated facts, also where its writers put them in another order.

const { visit, data, db } = await testSite();
const cite = [{ source: 'jiu-rep-2020-7', place: 'para 50' }];
const later = [{ source: 'unjspf-2026', place: 'newsroom, 9 February 2026' }];
const person = await db.insertInto('person').values({ name: 'A writer', email: 'writer@example.org' }).returning('pseudonym').executeTakeFirstOrThrow();
await db.transaction().execute((trx) =>
  publish(trx, {
    kind: 'PROJECT',
    recordId: null,
    content: kinds.PROJECT.schema.parse({
      ...{ sourceKey: 'made', slug: 'made', title: 'Made seed register', origin: 'CONTRIBUTED', uses: ['OTHER'], owners: ['FAO'], scope: 'COUNTRIES' },
      summary: { text: 'A made project.', cite },
      countries: [
        { code: 'KE', cite },
        { code: 'TZ', cite: later, asAt: '2026-02' },
      ],
      stages: [
        { stage: 'IN_USE', text: 'It went live.', cite: later, asAt: '2026-02-09' },
        { stage: 'PILOT', date: '2020-05', text: 'A test.', cite },
      ],
      ledger: { access: { value: 'NOT_STATED', cite } },
      figures: [
        { label: 'Farmers in the test', value: '280', number: 280, unit: 'people', cite, asAt: '2020' },
        { label: 'Farmers', value: '70,000', number: 70_000, unit: 'people', cite: later, asAt: '2026-02-09' },
      ],
    }) as Record<string, unknown>,
    sources: [],
    reason: 'A check.',
    author: person.pseudonym,
    organization: 'fao',
    accepted: [],
    restores: null,
  }),
);
const address = '/projects/made-seed-register';

it('says the newest stage, what an older source says, and the newest figures and places with their days', async () => {
  const { text } = await visit(address);
  const head = text.slice(0, text.indexOf('Whose project'));
  expect(head).toContain('In use, as at 9 February 2026');
  expect(head).toContain('Pilot in JIU/REP/2020/7, May 2020');
  expect(text).toMatch(/Latest figures\s+Farmers: 70,000 \(9 February 2026\)/);
  expect(text).toContain('Tanzania (as at February 2026)');
  // Under what it achieved the newest comes first, and the old one stays.
  expect(text.indexOf('Farmers in the test')).toBeGreaterThan(text.lastIndexOf('70,000'));
});

it('is followed by lists, filters, exports and the API', async () => {
  const { project } = await data('{ project(slug: "made-seed-register") { stage stages { stage current } figures { value current } } }');
  expect(project).toEqual({
    stage: 'IN_USE',
    stages: [
      { stage: 'IN_USE', current: true },
      { stage: 'PILOT', current: false },
    ],
    figures: [
      { value: '280', current: false },
      { value: '70,000', current: true },
    ],
  });
  expect((await visit('/projects?stage=IN_USE&country=KE')).links).toContain(address);
  expect((await visit('/projects?stage=PILOT&country=KE')).links).not.toContain(address);
  expect((await visit('/projects?people_to=300&country=KE')).links).not.toContain(address);
  expect((await visit('/projects?people_from=60000&country=KE')).links).toContain(address);
  const { html } = await visit('/projects.csv?country=TZ&stage=IN_USE');
  expect(html.split('\n')[0]).toContain('Stage as at');
  expect(html).toMatch(/Made seed register.*2026-02-09/);
});

it('of the certificate of entitlement shows both what it is today and what it was in the report', async () => {
  const { text } = await visit('/projects/digital-certificate-of-entitlement');
  const head = text.slice(0, text.indexOf('Whose project'));
  expect(head).toContain('Scaled up, as at 6 February 2026');
  expect(head).toMatch(/In use since 27 January 2021\s*Pilot in JIU\/REP\/2020\/7, 2020/);
});
