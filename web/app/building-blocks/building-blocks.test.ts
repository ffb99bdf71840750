import { expect, it } from 'vitest';
import { publish } from '#api/contributions/publish.ts';
import { kinds } from '#prisma/content/kinds.ts';
import { testSite } from '#test/visit.ts';

const { visit, data, db } = await testSite();
const cite = [{ source: 'jiu-rep-2020-7', place: 'para 50' }];
const person = await db.insertInto('person').values({ name: 'A writer', email: 'writer@example.org' }).returning('pseudonym').executeTakeFirstOrThrow();
await db.transaction().execute((trx) =>
  publish(trx, {
    kind: 'BUILDING_BLOCK',
    recordId: null,
    content: kinds.BUILDING_BLOCK.schema.parse({
      ...{ sourceKey: 'made', slug: 'made', title: 'Wallet zqkit', owners: ['FAO'], projects: ['building-blocks'], vendors: ['irisguard'], cite },
      ...{ summary: { text: 'It keeps keys apart.', cite }, platforms: [{ name: 'Ethereum', cite }], licence: { id: 'Apache-2.0', cite } },
      ...{ repository: 'https://code.example.org/zqkit', howToTry: [{ text: 'Start it with the settings of its guide.', cite }] },
    }) as Record<string, unknown>,
    sources: [],
    reason: 'A check.',
    author: person.pseudonym,
    organization: 'fao',
    accepted: [],
    restores: null,
  }),
);

it('is a page of its own, found by its words, filters and files, and stands with the projects that use it', async () => {
  const page = await visit('/building-blocks/wallet-zqkit');
  expect(page.status).toBe(200);
  for (const words of [
    'Wallet zqkit',
    'It keeps keys apart.',
    'Ethereum',
    'Apache-2.0',
    'https://code.example.org/zqkit',
    'Start it with the settings of its guide.',
    'para. 50',
  ])
    expect(page.text).toContain(words);
  expect(page.links).toContain('/projects/building-blocks');
  expect(page.links).toContain('/vendors/irisguard');
  expect(JSON.stringify(page.jsonLd)).toContain('"codeRepository":"https://code.example.org/zqkit"');
  expect((await visit('/building-blocks')).links).toContain('/building-blocks/wallet-zqkit');
  expect((await visit('/building-blocks?licence=Apache-2.0&platform=Ethereum')).links).toContain('/building-blocks/wallet-zqkit');
  expect((await visit('/search?q=zqkit')).links).toContain('/building-blocks/wallet-zqkit');
  expect((await visit('/building-blocks.csv')).html).toContain('https://code.example.org/zqkit');
  expect((await visit('/projects/building-blocks')).links).toContain('/building-blocks/wallet-zqkit');
  for (const path of ['/building-blocks/wallet-zqkit/history', '/building-blocks/wallet-zqkit/history/1']) expect((await visit(path)).status).toBe(200);
});

it('is no project of its organization, and needs an address of the web and a licence of the right form', async () => {
  const { organization } = await data('{ organization(slug: "fao") { roles { project { slug } } } }');
  expect(JSON.stringify(organization)).not.toContain('zqkit');
  const faults = (more: object) => {
    const { error } = kinds.BUILDING_BLOCK.schema.safeParse({
      ...{ sourceKey: 'x', slug: 'x', title: 'X', owners: ['FAO'], cite },
      summary: { text: 'X.', cite },
      ...more,
    });
    return error?.issues.map(({ path }) => path.join('.')) ?? [];
  };
  expect(faults({})).toEqual([]);
  expect(faults({ repository: 'https://un.org@evil.example/' })).toEqual(['repository']);
  expect(faults({ repository: 'javascript:alert(1)' })).toEqual(['repository']);
  expect(faults({ licence: { id: 'free of charge', cite } })).toEqual(['licence.id']);
  expect(faults({ licence: { id: 'MIT OR Apache-2.0', cite } })).toEqual([]);
});
