import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';
import type { Data } from '#test/ask.ts';

const { db, ask, demo, save, submit } = await contributeLibrary();
const focal = await demo('fao-focal-point');
const suggestions = async (kind: string, text: string): Promise<Data[]> =>
  (await ask(focal, 'query ($kind: Kind!, $text: String!) { suggestions(kind: $kind, text: $text) { value title name reason } }', { kind, text })).suggestions;

beforeAll(async () => {
  await sql`UPDATE record SET content = content || '{"formerNames": ["Société Générale d’Identité S.A."], "alsoKnownAs": ["IG Biométrie"]}' WHERE kind = 'VENDOR' AND slug = 'irisguard'`.execute(
    db,
  );
});

describe('a vendor or organization that is known by another spelling', () => {
  it.each([
    ['IrisGuard', 'SAME'],
    ['IRISGUARD', 'CASE'],
    ['Irisguárd', 'ACCENTS'],
    ['Iris Guard Ltd.', 'LEGAL_FORM'],
    ['IrisGuard, Inc', 'LEGAL_FORM'],
    ['Societe generale d’identité', 'FORMER_NAME'],
    ['ig biometrie GmbH', 'ALSO_KNOWN_AS'],
  ])('"%s" is found, with why: %s', async (text, reason) => {
    expect((await suggestions('VENDOR', text))[0]).toMatchObject({ value: 'irisguard', reason });
  });

  it('is an organization by its short name too, and what only resembles it is said to', async () => {
    expect((await suggestions('ORGANIZATION', 'fao'))[0]).toMatchObject({ value: 'FAO' });
    const found = await suggestions('VENDOR', 'Iris');
    expect(found.find(({ value }: { value: string }) => value === 'irisguard')).toMatchObject({ reason: 'SIMILAR' });
    expect(await suggestions('VENDOR', ' ')).toEqual([]);
  });

  it('is looked up by the index, whatever the number of vendors', async () => {
    const { rows } = await db.transaction().execute(async (trx) => {
      await sql`SET LOCAL enable_seqscan = off`.execute(trx);
      return sql`EXPLAIN SELECT id FROM record r WHERE record_name_keys(r.content) @> ARRAY[name_key('Iris Guard')] AND r.kind IN ('VENDOR', 'ORGANIZATION', 'PROJECT')`.execute(
        trx,
      );
    });
    expect(rows.map((row) => Object.values(row as object)[0]).join('\n')).toContain('record_name_keys_idx');
  });
});

describe('names that are typed', () => {
  const draftOf = async (organizations: string[]): Promise<Data> => {
    const { draft } = await save(focal, {
      kind: 'LESSON',
      organization: 'fao',
      key: `names ${organizations.join()}`,
      content: lessonOf('Named so', { organizations }),
    });
    return (
      await ask(
        focal,
        'query ($id: ID!) { draft(id: $id) { id edits faults { path code params } named { kind key title } nearMatches { path text suggestions { value reason } } } }',
        { id: draft.id },
      )
    ).draft;
  };

  it('are taken for the one record that has them, and stored as it is referred to', async () => {
    const draft = await draftOf(['FAO', 'world food programme']);
    expect(draft.faults).toEqual([]);
    const submitted = await submit(focal, draft);
    expect(submitted.draft.content.organizations).toEqual(['FAO', 'WFP']);
    expect(draft.named).toEqual([expect.objectContaining({ kind: 'ORGANIZATION', key: 'FAO' })]);
  });

  it('and that nobody has come back with what may be meant', async () => {
    const draft = await draftOf(['FAO', 'World Food']);
    expect(draft.faults).toEqual([{ path: 'organizations.1', code: 'NOT_IN_LIBRARY', params: { key: 'World Food', kind: 'ORGANIZATION' } }]);
    expect(draft.nearMatches).toEqual([
      { path: 'organizations.1', text: 'World Food', suggestions: expect.arrayContaining([{ value: 'WFP', reason: 'SIMILAR' }]) },
    ]);
  });
});
