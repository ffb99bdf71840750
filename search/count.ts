import type { FacetTally } from './facets.ts';
import type { Restriction } from './restriction.ts';
import { ask, type Queryable } from './statements.ts';
import { conditions } from './tsquery.ts';
import type { Unit } from './unit.ts';

/** Up to this many records that only a phrase finds are remembered, so that the page need not look for them again. */
const REMEMBERED = 2000;

/**
 * How many records match and how often they have each facet value; of a chosen facet, the values without its own choice.
 * `phrased` are the ids of what only a phrase finds, perhaps with some that miss a choice; null where there are too many.
 */
export type Counted = FacetTally & { phrased: string[] | null };

/**
 * Total and facets in one statement that reads what matches once: with it comes what misses one choice whose facet is
 * wanted, and the facet characters tell which is which.
 * @param wanted the facets whose values are counted without their own choice
 * @param tally what counts facet characters
 */
export async function count(
  client: Queryable,
  { units, titles, restriction, wanted }: { units: Unit[]; titles: boolean; restriction: Restriction; wanted: Set<string> },
  tally: (characters: string, missable: Restriction['choices']) => Promise<FacetTally>,
): Promise<Counted> {
  const { words, phrases } = conditions(units);
  const missable = restriction.choices.filter(({ facet }) => wanted.has(facet));
  const free = missable.map(({ facet }) => facet);
  const matching = [words, ...(phrases === '' ? [] : [phrases])].map((text) => restriction.where(text, titles, free));
  let number = 0;
  const rows = matching
    .map(({ where }, index) => `SELECT id, facets, ${index > 0} AS phrased FROM search_index WHERE ${where}`)
    .join(' UNION ALL ')
    .replace(/\$\?/g, () => `$${++number}`);
  const ids =
    phrases === ''
      ? "'{}'::uuid[]"
      : `CASE WHEN count(*) FILTER (WHERE phrased) <= ${REMEMBERED} THEN coalesce(array_agg(id) FILTER (WHERE phrased), '{}') END`;
  const [row] = await ask<{ characters: string; phrased: string[] | null }>(
    client,
    `SELECT coalesce(string_agg(facets, ' '), '') AS characters, ${ids} AS phrased FROM (${rows}) matching`,
    matching.flatMap(({ values }) => values),
  );
  return { ...(await tally(row?.characters ?? '', missable)), phrased: row?.phrased ?? null };
}
