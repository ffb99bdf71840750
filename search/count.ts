import type { FacetCounter, FacetTally, Sums } from './facets.ts';
import type { Condition, Restriction } from './restriction.ts';
import { ask, type Queryable } from './statements.ts';
import { condition, conditionByPlace, conditions } from './tsquery.ts';
import type { QueryTerm } from './query-terms.ts';

/** Up to this many records that only a phrase finds are remembered, so that the page need not look for them again. */
const REMEMBERED = 2000;
/** As many as are counted where no count is shown: enough to choose how the best ones are found. */
const ENOUGH = 10_001;

/**
 * How many records match and how often they have each facet value; of a chosen facet, the values without its own choice.
 * `asTyped` of them have what was typed and need no guess; null where it was not counted. `phrased` are the ids of what only a phrase finds, perhaps with some that miss a choice; null where there are too many.
 */
export type Counted = FacetTally & { asTyped: number | null; phrased: string[] | null };

/**
 * Total and facets in one statement that reads what matches once: with it comes what misses one choice whose facet is
 * wanted, and the facet characters tell which is which. Where nearly everything matches, the sums that triggers keep
 * (facet_count) are taken, and only what does not match is read.
 * @param wanted the facets whose values are counted without their own choice
 */
export async function count(client: Queryable, request: CountRequest, counter: FacetCounter): Promise<Counted> {
  const { units, titles, restriction } = request;
  const { choices } = restriction;
  if (choices.length === 0 && !titles && units.every((unit) => unit.parts.length === 1 && unit.parts[0]?.common) && units.length <= 1)
    return countMost(client, request, counter);
  const [choice] = choices;
  if (units.length === 0 && choice && choices.length === 1) return countChosen(client, choice.facet, request, counter);
  return countMatching(client, request, counter);
}

export type CountRequest = {
  units: QueryTerm[];
  /** What was typed, of which no guess is counted; null where every match has it. */
  strict: QueryTerm[] | null;
  titles: boolean;
  restriction: Restriction;
  /** The facets whose values are counted without their own choice. */
  wanted: Set<string>;
};

/** The condition of what was typed; null where every match fulfils it. */
const typedOf = ({ strict, titles, restriction }: CountRequest): Condition | null => {
  if (!strict) return null;
  return titles ? restriction.where(condition(strict, 0), true) : restriction.wherePlaced(conditionByPlace(strict, 0));
};
const typedColumn = (typed: Condition | null) => (typed ? `(SELECT count(*)::int FROM search_index WHERE ${typed.where})` : 'NULL::int');

/** Whether nothing, little or much matches, for a page without counts. */
export async function countSome(client: Queryable, units: QueryTerm[], titles: boolean, restriction: Restriction): Promise<Counted> {
  const { where, values } = restriction.where(units.length > 0 ? condition(units) : '', titles);
  const [row] = await ask<{ total: number }>(
    client,
    numbered(`SELECT count(*)::int AS total FROM (SELECT FROM search_index WHERE ${where} LIMIT ${ENOUGH}) matching`),
    values,
  );
  return { total: row?.total ?? 0, asTyped: null, counts: new Map(), phrased: null };
}

async function countMatching(client: Queryable, request: CountRequest, counter: FacetCounter): Promise<Counted> {
  const { units, titles, restriction, wanted } = request;
  const { words, phrases } = conditions(units);
  const missable = restriction.choices.filter(({ facet }) => wanted.has(facet));
  const free = missable.map(({ facet }) => facet);
  const matching = [words, ...(phrases === '' ? [] : [phrases])].map((text) => restriction.where(text, titles, free));
  const rows = matching.map(({ where }, index) => `SELECT id, facets, ${index > 0} AS phrased FROM search_index WHERE ${where}`).join(' UNION ALL ');
  const ids =
    phrases === ''
      ? "'{}'::uuid[]"
      : `CASE WHEN count(*) FILTER (WHERE phrased) <= ${REMEMBERED} THEN coalesce(array_agg(id) FILTER (WHERE phrased), '{}') END`;
  const typed = typedOf(request);
  const [row] = await ask<{ characters: string; phrased: string[] | null; typed: number | null }>(
    client,
    numbered(`SELECT ${typedColumn(typed)} AS typed, coalesce(string_agg(facets, ' '), '') AS characters, ${ids} AS phrased FROM (${rows}) matching`),
    [...(typed?.values ?? []), ...matching.flatMap(({ values }) => values)],
  );
  const tally = await counter.ofRecords(client, row?.characters ?? '', missable, wanted);
  return { ...tally, asTyped: row?.typed ?? tally.total, phrased: row?.phrased ?? null };
}

/** The kept counts of the values of some facets ($?). */
const SUMS = `(SELECT coalesce(json_object_agg("character", number), '{}') FROM (
  SELECT c."character", sum(c.change)::int AS number FROM facet_value v JOIN facet_count c ON c."character" = facet_character(v.code)
  WHERE v.facet = ANY ($?::text[]) GROUP BY c."character") each)`;
const charactersOf = (condition: Condition | null) =>
  condition ? `(SELECT coalesce(string_agg(facets, ''), '') FROM search_index WHERE ${condition.where})` : `''`;

/** Everything, or everything but the few records without the one word. */
async function countMost(client: Queryable, request: CountRequest, counter: FacetCounter): Promise<Counted> {
  const { units, restriction, wanted } = request;
  const { words, phrases } = conditions(units);
  const phrased = phrases === '' ? null : restriction.where(phrases, false);
  const missing = units.length === 0 ? null : restriction.without(words);
  const parts = [restriction.beyondPublic, phrased, missing];
  const [beyond, found, without] = parts.map(charactersOf);
  const typed = typedOf(request);
  const [row] = await ask<Sums & { typed: number | null }>(
    client,
    numbered(`SELECT ${SUMS} AS sums, ${beyond} || ${found} AS added, ${without} AS removed, ${typedColumn(typed)} AS typed`),
    [['kind', ...wanted], ...[...parts, typed].flatMap((part) => part?.values ?? [])],
  );
  const tally = await counter.ofSums(client, row ?? { sums: {}, added: '', removed: '' }, wanted);
  return { ...tally, asTyped: row?.typed ?? tally.total, phrased: null };
}

/** What has the values of one choice; the values of its own facet are those of everything. */
async function countChosen(client: Queryable, facet: string, { restriction, wanted }: CountRequest, counter: FacetCounter): Promise<Counted> {
  const chosen = restriction.where('', false);
  const parts = [restriction.beyondPublic, chosen];
  const [row] = await ask<{ sums: Sums['sums']; added: string; characters: string }>(
    client,
    numbered(
      `SELECT ${SUMS} AS sums, ${charactersOf(restriction.beyondPublic)} AS added, (SELECT coalesce(string_agg(facets, ' '), '') FROM search_index WHERE ${chosen.where}) AS characters`,
    ),
    [['kind', facet], ...parts.flatMap((part) => part?.values ?? [])],
  );
  const { total, counts } = await counter.ofRecords(client, row?.characters ?? '', [], wanted);
  if (wanted.has(facet)) {
    const everything = await counter.ofSums(client, { sums: row?.sums ?? {}, added: row?.added ?? '', removed: '' }, new Set([facet]));
    counts.set(facet, everything.counts.get(facet) ?? []);
  }
  return { total, counts, asTyped: total, phrased: null };
}

/** Numbers the places of values, in their order. */
const numbered = (statement: string) => {
  let number = 0;
  return statement.replace(/\$\?/g, () => `$${++number}`);
};
