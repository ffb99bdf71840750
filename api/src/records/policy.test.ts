import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { anyone, type Viewer } from '#search/engine.ts';
import { restrictionOf } from '#search/restriction.ts';
import { testDatabase } from '#test/database.ts';
import { seesAudience, shownAs, visibleBeyondPublic, visibleRecords } from './policy.ts';

// Who may see what, in one table. The condition on records, the one on the search index, and the one on sections say the same.

const { db, pool } = await testDatabase();

/** Whoever belongs to an organization is of the system (accounts/user.ts). */
const viewers: Record<string, Viewer> = {
  nobody: anyone,
  'a member of the UN system': { unSystem: true, organizationSlugs: [], organizationNames: [] },
  'a member of FAO': { unSystem: true, organizationSlugs: ['fao'], organizationNames: ['FAO'] },
  'a member of FAO and ITU': { unSystem: true, organizationSlugs: ['fao', 'itu'], organizationNames: ['FAO', 'ITU'] },
  'a job': { all: true, unSystem: true, organizationSlugs: [] },
};
const all = Object.keys(viewers);
const system = ['a member of the UN system', 'a member of FAO', 'a member of FAO and ITU', 'a job'];
/** Audience, owners by short name, and who sees it. */
const cases: [audience: 'PUBLIC' | 'UN_SYSTEM' | 'OWNERS', owners: string[], seen: string[]][] = [
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
    await sql`INSERT INTO record (kind, slug, title, sort_title, content, hash, audience, facet_keys, archived_at)
      VALUES ('PROJECT', ${`${slugs[index]}${archived ? '-archived' : ''}`}, 'A case', 'a case', ${JSON.stringify({ owners })}::jsonb, 'x', ${audience}::audience,
        ${owners.map((owner) => `owner:${owner.toLowerCase()}`)}::text[], CASE WHEN ${archived} THEN now() END)`.execute(db);
  }
}
const seenBy = (viewer: string) => slugs.filter((_, index) => cases[index]?.[2].includes(viewer)).sort();
const found = async (condition: ReturnType<typeof sql>) =>
  (await sql<{ slug: string }>`SELECT r.slug FROM record r WHERE ${condition} ORDER BY r.slug`.execute(db)).rows.map(({ slug }) => slug).sort();

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
      expect(seesAudience(viewer, owners)(audience), slugs[index]).toBe(seen);
      expect((await found(sql`r.slug = ${slugs[index]} AND ${shownAs(viewer, sql`${audience}`)}`)).length === 1, slugs[index]).toBe(seen);
    }
  });
});
