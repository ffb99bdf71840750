import type { Restriction } from './restriction.ts';
import { ask, type Queryable } from './statements.ts';
import { conditions } from './tsquery.ts';
import type { Unit } from './unit.ts';

/** How many records match, the facet characters of all of them, and those of each chosen facet without its own choice. */
export type Counted = { total: number; characters: string; apart: { facet: string; characters: string }[] };

/** Total and facets in one statement; a chosen facet is counted once more without its own choice. */
export async function count(client: Queryable, units: Unit[], titles: boolean, { choices, where }: Restriction, wanted: Set<string>): Promise<Counted> {
  const { words: plain, phrases } = conditions(units);
  const apart = choices.filter(({ facet }) => wanted.has(facet)).map(({ facet }) => facet);
  const values: string[] = [];
  const pieces = [undefined, ...apart].map((without, index) => {
    const matching = [plain, ...(phrases === '' ? [] : [phrases])].map((text) => where(text, titles, without));
    values.push(...matching.flatMap((each) => each.values));
    const rows = matching.map((each) => `SELECT facets FROM search_index WHERE ${each.where}`).join(' UNION ALL ');
    return `SELECT ${index} AS piece, count(*)::int AS n, coalesce(string_agg(facets, ''), '') AS characters FROM (${rows}) matching`;
  });
  let number = 0;
  const sql = pieces.join(' UNION ALL ').replace(/\$\?/g, () => `$${++number}`);
  const rows = await ask<{ piece: number; n: number; characters: string }>(client, sql, values);
  rows.sort((a, b) => a.piece - b.piece);
  return {
    total: rows[0]?.n ?? 0,
    characters: rows[0]?.characters ?? '',
    apart: apart.map((facet, index) => ({ facet, characters: rows[index + 1]?.characters ?? '' })),
  };
}
