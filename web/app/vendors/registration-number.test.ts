import { expect, it } from 'vitest';
import { publish } from '#api/contributions/publish.ts';
import { kinds } from '#prisma/content/kinds.ts';
import { testSite } from '#test/visit.ts';
import { forms } from '../definitions.ts';

// A field that was added by the recipe of CONTRIBUTING.md: all that its definition says holds.

const { visit, data, db } = await testSite();
const cite = [{ source: 'jiu-rep-2020-7', place: 'para 50' }];
const person = await db.insertInto('person').values({ name: 'A writer', email: 'writer@example.org' }).returning('pseudonym').executeTakeFirstOrThrow();

/** Publishes a made vendor with a registration number, its section open or not. */
const made = (name: string, registrationNumber: string, audience: 'PUBLIC' | 'OWNERS') =>
  db.transaction().execute((trx) =>
    publish(trx, {
      kind: 'VENDOR',
      recordId: null,
      content: kinds.VENDOR.schema.parse({
        ...{ sourceKey: 'made', slug: 'made', name, kind: 'IN_HOUSE', organization: 'FAO', registrationNumber, cite },
        ...{ summary: { text: 'A made vendor.', cite }, audiences: { registrationNumber: audience } },
      }) as Record<string, unknown>,
      sources: [],
      reason: 'A check.',
      author: person.pseudonym,
      organization: 'fao',
      accepted: [],
      restores: null,
    }),
  );
await made('Open Registers Ltd', 'ZQ-116-OPEN', 'PUBLIC');
await made('Closed Registers Ltd', 'ZQ-227-CLOSED', 'OWNERS');

it('is asked for in the form, with an audience of its own', () => {
  const fields = forms.VENDOR.flatMap((section) => section.fields);
  expect(fields).toContainEqual({ type: 'line', path: 'registrationNumber', optional: true });
  expect(fields).toContainEqual(expect.objectContaining({ path: 'audiences.registrationNumber', usual: 'PUBLIC' }));
});

it('stands on the page, in the export and in the API, and finds its vendor', async () => {
  const page = await visit('/vendors/open-registers-ltd');
  expect(page.text).toContain('Registration number');
  expect(page.text).toContain('ZQ-116-OPEN');
  const { html: csv } = await visit('/vendors.csv');
  expect(csv.split('\n')[0]).toContain('Registration number');
  expect(csv).toContain('ZQ-116-OPEN');
  expect((await visit('/search?q=ZQ-116-OPEN')).links).toContain('/vendors/open-registers-ltd');
  const { vendors } = await data(
    '{ vendors(filter: { registrationNumber: ["zq-116-open"] }) { totalCount ignored { value } edges { node { title registrationNumber } } } }',
  );
  expect(vendors).toEqual({ totalCount: 1, ignored: [], edges: [{ node: { title: 'Open Registers Ltd', registrationNumber: 'ZQ-116-OPEN' } }] });
  const list = await visit('/vendors?registrationNumber=ZQ-116-OPEN');
  expect(list.text).toMatch(/1 of 26 vendors?, ZQ-116-OPEN/);
  expect(list.text).toContain('Registration number');
});

it('is held back with its section: from page, export, search, filter and API', async () => {
  expect((await visit('/vendors/closed-registers-ltd')).status).toBe(200);
  for (const path of ['/vendors/closed-registers-ltd', '/vendors.csv', '/vendors.json', '/vendors', '/search?q=Closed+Registers']) {
    expect((await visit(path)).html, path).not.toContain('ZQ-227-CLOSED');
  }
  expect((await visit('/search?q=ZQ-227-CLOSED')).links).not.toContain('/vendors/closed-registers-ltd');
  const { vendors, vendor } = await data(
    '{ vendors(filter: { registrationNumber: ["ZQ-227-CLOSED"] }) { ignored { value } } vendor(slug: "closed-registers-ltd") { registrationNumber } }',
  );
  expect(vendors.ignored).toEqual([{ value: 'ZQ-227-CLOSED' }]);
  expect(vendor.registrationNumber).toBeNull();
});
