import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { isStatement, statementHash, statementParts, statementWords } from '#prisma/statement-words.ts';
import { countStatements, testApp } from '#test/ask.ts';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';

const { db, services, ask, demo, goLive, save, submit, accept } = await contributeLibrary();
const app = await testApp(services);
const [author, publisher] = [await demo('fao-focal-point'), await demo('fao-publisher')];
const cited = (text: string) => ({ text, cite: [{ source: 'jiu-rep-2020-7', place: 'para 50' }], certainty: 'STATED' });

const query = /* GraphQL */ `query ($text: String!) {
  quotation(text: $text) {
    complete
    places { kind title recordUrl path text stands url asAt certainty citations { place source { slug } } versions { number url live hash } }
  }
}`;
const quoted = async (who: string | null, text: string) => (await ask(who as never, query, { text })).quotation;

/** Publishes a next version of a lesson. */
async function change(slug: string, content: Record<string, unknown>) {
  const begun = await save(author, { kind: 'LESSON', organization: 'fao', slug });
  if (!begun.draft) throw new Error(JSON.stringify(begun));
  const { draft } = begun;
  const { draft: saved } = await save(author, { id: draft.id, edits: draft.edits, content: { ...draft.content, ...content }, reason: 'Said otherwise.' });
  await submit(author, saved);
  await accept(publisher, saved.id, 'fao', 1);
}

it('says where a sentence stands, on what, and in which versions; and of what stood there that it stands no more', async () => {
  await goLive({
    content: lessonOf('Quoted once', { whatHappened: cited('The ledger was kept by one ministry. Nobody else could read the quokka register.') }),
  });
  await change('quoted-once', { title: 'Quoted twice' });
  await change('quoted-once', { whatHappened: cited('The ledger was kept by two ministries.') });

  const found = await quoted(null, '  nobody else could READ the quokka register ');
  expect(found).toMatchObject({ complete: true, places: [{ kind: 'LESSON', title: 'Quoted twice', recordUrl: '/lessons/quoted-once', stands: false }] });
  expect(found.places[0]).toMatchObject({
    path: 'whatHappened.text',
    text: 'The ledger was kept by one ministry. Nobody else could read the quokka register.',
    url: '/lessons/quoted-once/history/2',
    certainty: 'STATED',
    citations: [{ place: 'para 50', source: { slug: 'jiu-rep-2020-7' } }],
  });
  expect(found.places[0].versions.map(({ number, live }: { number: number; live: boolean }) => [number, live])).toEqual([
    [2, false],
    [1, false],
  ]);
  const { rows } = await sql<{ first: number; last: number }>`
    SELECT first, last FROM statement_run WHERE hash = ${statementHash(statementWords('Nobody else could read the quokka register'))}::uuid`.execute(db);
  expect(rows).toEqual([{ first: 1, last: 2 }]);

  const stands = await quoted(null, 'The ledger was kept by two ministries');
  expect(stands.places).toMatchObject([{ stands: true, versions: [{ number: 3, live: true }] }]);
  expect(await quoted(null, 'The ledger was kept by three ministries')).toEqual({ complete: true, places: [] });

  // The same as JSON, with whole addresses.
  const json = await app.inject({ url: '/cite.json', query: { text: 'The ledger was kept by two ministries.' } });
  expect(json.json()).toMatchObject({
    places: [
      { stands: true, url: expect.stringMatching(/^http:\/\/.+\/lessons\/quoted-once\/history\/3$/), versions: [{ hash: stands.places[0].versions[0].hash }] },
    ],
  });
});

it('finds a statement of the seeded library with its paragraph', async () => {
  const { projects } = await ask(null, '{ projects(first: 1) { edges { node { ... on Project { statements { text citations { place } } } } } } }');
  const { text, citations } = projects.edges[0].node.statements[0];
  const { places } = await quoted(null, text.split(/(?<=[.!?])\s/)[0]);
  expect(places).toMatchObject([{ stands: true, text, citations }]);
});

it('shows nobody what they may not see, in whatever version it stood', async () => {
  const secret = 'The keys are held by three wombats.';
  await goLive({ content: lessonOf('Closed in part', { audience: 'UN_SYSTEM', whatHappened: cited(secret) }) });
  expect((await quoted(null, secret)).places).toEqual([]);
  expect((await quoted(author as never, secret)).places).toHaveLength(1);
  // Opened later: what was closed stays closed in the versions from before.
  const { slug } = await db.selectFrom('record').select('slug').where('title', '=', 'Closed in part').executeTakeFirstOrThrow();
  await change(slug, { audience: 'PUBLIC', whatHappened: cited('Nothing is said of keys here.') });
  expect((await quoted(null, secret)).places).toEqual([]);
  expect((await quoted(null, 'Nothing is said of keys here')).places).toHaveLength(1);
  expect((await quoted(author as never, secret)).places).toMatchObject([{ stands: false, versions: [{ number: 1 }] }]);
  expect((await app.inject({ url: '/cite.json', query: { text: secret } })).json()).toMatchObject({ places: [] });
});

it.each([
  ['nothing', '', 400, 'QUOTATION_SHORT'],
  ['two words', 'smart contracts', 400, 'QUOTATION_SHORT'],
  ['signs alone', '… … … …', 400, 'QUOTATION_SHORT'],
  ['a whole page', 'word '.repeat(380), 400, 'TOO_LONG'],
])('refuses %s with a clear reason', async (_name, text, status, code) => {
  const answer = await app.inject({ url: '/cite.json', query: { text } });
  expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
});

it('looks into an index, in one statement, however much the library holds', async () => {
  const counted = countStatements(services);
  await quoted(null, 'The ledger was kept by two ministries');
  const statements = counted.stop().filter((statement) => /statement_run/.test(statement));
  expect(statements).toHaveLength(1);
  const plan = await db.connection().execute(async (one) => {
    await sql`SET enable_seqscan = off`.execute(one);
    return sql<{ 'QUERY PLAN': string }>`EXPLAIN SELECT record_id FROM statement_run WHERE hash = ${statementHash('a b c')}::uuid`.execute(one);
  });
  expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('statement_run_pkey');
});

it('makes the same words of a text as the database does', async () => {
  const signs = fc.constantFrom(
    'A',
    'é',
    'É',
    'İ',
    'Σ',
    'ß',
    '1',
    ' ',
    '\n',
    '. ',
    '! ',
    '?\t',
    '-',
    '–',
    '’',
    '“',
    '\u00a0',
    '\u200b',
    '漢',
    'ع',
    'e\u0301',
    '_',
    '×',
    '。',
    'x',
  );
  const texts = fc.sample(
    fc.array(signs, { maxLength: 30 }).map((some) => some.join('')),
    300,
  );
  const { rows } = await sql<{ said: string; words: string; hashes: string[] }>`
    SELECT said, statement_words(said) AS words, ARRAY(SELECT statement_hashes(to_jsonb(said)) ORDER BY 1) AS hashes FROM unnest(${texts}::text[]) AS said`.execute(
    db,
  );
  for (const { said, words, hashes } of rows) {
    expect(words).toBe(statementWords(said));
    const ours = new Set(statementParts(said).filter(isStatement).map(statementHash));
    expect(hashes.map((one) => one.replaceAll('-', '')).sort(), JSON.stringify(said)).toEqual([...ours].sort());
  }
});
