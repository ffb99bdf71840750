import type { Restriction } from './restriction.ts';
import { ask, type Queryable } from './statements.ts';
import { condition } from './tsquery.ts';
import type { QueryTerm } from './query-terms.ts';

/** Words in which people ask, beside the stop words: what a question is about is seldom among them. */
const asking = new Set('wrong right happen happened say says said tell tells told know known need needs want should could would can find show give'.split(' '));

/**
 * Which words to leave out so that something is found: those that occur nowhere, then one of the others, those of
 * asking and those of no title first and the most frequent before the rest, then more and more of them. One statement tries all.
 * @param least how many records must be found
 */
export async function dropTerms(client: Queryable, units: QueryTerm[], restriction: Restriction, least = 1): Promise<{ without: QueryTerm[] } | null> {
  const required = units.filter((unit) => unit.required);
  if (required.length < 2) return null;
  const frequency = (unit: QueryTerm) => {
    const frequencies = unit.parts.filter((part) => part.required).map((part) => part.frequency);
    // A word of another language stands nowhere, but is known.
    if (unit.parts.some((part) => part.alternatives.some(({ how }) => how === 'synonym')) || unit.term) frequencies.push(1);
    return unit.whole.length > 0 || unit.term || frequencies.length > unit.parts.length ? Math.max(...frequencies) : Math.min(...frequencies);
  };
  const unknown = required.filter((unit) => frequency(unit) === 0);
  const known = required.filter((unit) => !unknown.includes(unit));
  // What a question is about mostly stands in titles.
  const [row] = await ask<{ titled: boolean[] }>(
    client,
    `SELECT array_agg(EXISTS (SELECT FROM search_index WHERE ts_filter(vector, '{a}') @@ t.query::tsquery) ORDER BY t.ord) AS titled FROM unnest($1::text[]) WITH ORDINALITY AS t (query, ord)`,
    [known.map((unit) => restriction.where(condition([unit]), true).values[0])],
  );
  const titled = new Set(known.filter((_, index) => row?.titled[index]));
  const subject = (unit: QueryTerm) => Number(!unit.parts.every(({ typed }) => asking.has(typed))) + Number(titled.has(unit));
  const rest = known.sort((a, b) => subject(a) - subject(b) || frequency(b) - frequency(a));
  const attempts: QueryTerm[][] =
    unknown.length > 0 ? [...unknown.map((unit) => [unit]), unknown, ...rest.map((unit) => [...unknown, unit])] : rest.map((unit) => [unit]);
  for (let left = 2; left < rest.length; left++) attempts.push([...unknown, ...rest.slice(0, left)]);
  const usable = attempts.filter((attempt) => attempt.length < required.length).slice(0, 40);
  const texts = usable.map((attempt) => condition(units.filter((unit) => !attempt.includes(unit))));
  if (texts.length === 0) return null;
  const rows = await ask<{ ord: number }>(
    client,
    'SELECT t.ord::int AS ord FROM unnest($1::text[]) WITH ORDINALITY AS t (query, ord) WHERE (SELECT count(*) FROM (SELECT FROM search_index WHERE vector @@ t.query::tsquery LIMIT $2) few) >= $2 ORDER BY t.ord LIMIT 1',
    [texts.map((text) => restriction.where(text, false).values[0]), least],
  );
  const chosen = usable[(rows[0]?.ord ?? 0) - 1];
  return chosen ? { without: chosen } : null;
}
