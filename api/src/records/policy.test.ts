import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { anyone, type Viewer } from '#search/engine.ts';
import { restrictionOf } from '#search/restriction.ts';
import { testDatabase } from '#test/database.ts';
import { addOrganization, own } from '#test/owners.ts';
import { isAmong, seesAudience, shownAs, visibleBeyondPublic, visibleRecords } from './policy.ts';

// Who may see what, in one table. The condition on records, the one on the search index, and the one on sections say the same.

const { db, pool } = await testDatabase();
const organizations = { FAO: await addOrganization(pool, 'fao'), ITU: await addOrganization(pool, 'itu'), WFP: await addOrganization(pool, 'wfp') };
const { FAO, ITU, WFP } = organizations;

/** Whoever belongs to an organization is of the system (accounts/user.ts). */
const viewers: Record<string, Viewer> = {
  nobody: anyone,
  'a member of the UN system': { unSystem: true, organizationIds: [] },
  'a member of FAO': { unSystem: true, organizationIds: [FAO] },
  'a member of FAO and ITU': { unSystem: true, organizationIds: [FAO, ITU] },
  'a member of FAO who is not of the system': { unSystem: false, organizationIds: [FAO] },
  'a job': { all: true, unSystem: true, organizationIds: [] },
};
const all = Object.keys(viewers);
const system = ['a member of the UN system', 'a member of FAO', 'a member of FAO and ITU', 'a job'];
/** Audience, owners, and who sees it. */
const cases: [audience: 'PUBLIC' | 'UN_SYSTEM' | 'OWNERS', owners: (keyof typeof organizations)[], seen: string[]][] = [
  ['PUBLIC', [], all],
  ['PUBLIC', ['FAO'], all],
  ['UN_SYSTEM', [], system],
  ['UN_SYSTEM', ['FAO'], system],
  ['OWNERS', ['FAO'], ['a member of FAO', 'a member of FAO and ITU', 'a job']],
  ['OWNERS', ['ITU'], ['a member of FAO and ITU', 'a job']],
  ['OWNERS', ['WFP', 'ITU'], ['a member of FAO and ITU', 'a job']],
  ['OWNERS', ['WFP'], ['a job']],
  ['OWNERS', [], ['a job']],
];
const slugs = cases.map(([audience, owners]) => `case-${audience.toLowerCase().replace('_', '-')}-${owners.join('-').toLowerCase() || 'none'}`);
for (const [index, [audience, owners]] of cases.entries()) {
  for (const archived of [false, true]) {
    const { rows } = await sql<{ id: string }>`INSERT INTO record (kind, slug, title, sort_title, content, hash, audience, archived_at)
      VALUES ('PROJECT', ${`${slugs[index]}${archived ? '-archived' : ''}`}, 'A case', 'a case', '{}', 'x', ${audience}::audience, CASE WHEN ${archived} THEN now() END) RETURNING id`.execute(
      db,
    );
    await own(
      pool,
      rows[0]?.id ?? '',
      owners.map((owner) => organizations[owner]),
    );
  }
}
const seenBy = (viewer: string) => slugs.filter((_, index) => cases[index]?.[2].includes(viewer)).sort();
const found = async (condition: ReturnType<typeof sql>) =>
  (await sql<{ slug: string }>`SELECT r.slug FROM record r WHERE ${condition} ORDER BY r.slug`.execute(db)).rows.map(({ slug }) => slug).sort();

// What an organization is called says nothing: they are called otherwise, and one takes over the address of another.
await pool.query("UPDATE record SET slug = 'fao-renamed', source_key = 'fao-renamed', content = '{\"shortName\": \"AFO\"}' WHERE id = $1", [FAO]);
await pool.query("UPDATE record SET slug = 'fao', source_key = 'fao', content = '{\"shortName\": \"FAO\"}' WHERE id = $1", [WFP]);

describe.each(Object.entries(viewers))('%s', (name, viewer) => {
  it('sees the live records of the table in the database', async () => {
    expect(await found(sql`${visibleRecords(viewer)}`)).toEqual(seenBy(name));
    expect(await found(sql`${visibleBeyondPublic(viewer)}`)).toEqual(seenBy(name).filter((slug) => !slug.includes('public')));
  });

  it.each(['', "'case':*"])('finds the same in the search index, with the words "%s"', async (words) => {
    const { where, values } = restrictionOf({ query: '', viewer, first: 20, offset: 0 }).where(words, false);
    const text = where.replaceAll(
      /\$\?/g,
      (() => {
        let number = 0;
        return () => `$${++number}`;
      })(),
    );
    const { rows } = await pool.query<{ slug: string }>(`SELECT r.slug FROM search_index s JOIN record r ON r.id = s.id WHERE ${text}`, values);
    expect(rows.map(({ slug }) => slug).sort()).toEqual(seenBy(name));
  });

  it('sees sections of such an audience, in the database and outside', async () => {
    for (const [index, [audience, owners]] of cases.entries()) {
      const seen = cases[index]?.[2].includes(name);
      const owned = isAmong(
        viewer,
        owners.map((owner) => organizations[owner]),
      );
      expect(seesAudience(viewer, owned)(audience), slugs[index]).toBe(seen);
      expect((await found(sql`r.slug = ${slugs[index]} AND ${shownAs(viewer, sql`${audience}`)}`)).length === 1, slugs[index]).toBe(seen);
    }
  });
});
