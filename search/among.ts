import type { SearchRequest } from './engine.ts';
import { expandTerms } from './expand.ts';
import { planWords, stretchesOf } from './plan.ts';
import { capitalsOf } from './query-terms.ts';
import { restrictionOf } from './restriction.ts';
import { ask, type Queryable } from './statements.ts';
import { keepSynonyms } from './synonym-terms.ts';
import { condition } from './tsquery.ts';
import { clean } from './words.ts';

/** Everything that is in the library: who may see what of it is asked when it is told. */
const everyone = { unSystem: false, organizationIds: [], all: true };

/**
 * Makes the function that says which of some records a search finds by what was typed, in any form, with its known synonyms and
 * in any language that the library knows, but by no guess: of a record that only resembles the words nobody is told by a mail.
 * Three statements for a search with words, one without. It asks PostgreSQL, whichever engine answers readers.
 */
export function makeFinder(synonymsMaxAge = 60_000) {
  const synonymsNow = keepSynonyms(synonymsMaxAge, null);
  return async (
    client: Queryable,
    { query, kinds = [], filter = {} }: Pick<SearchRequest, 'query' | 'kinds' | 'filter'>,
    ids: readonly string[],
  ): Promise<string[]> => {
    if (ids.length === 0) return [];
    const text = clean(query).toWellFormed();
    let typed = '';
    if (text.trim() !== '') {
      const known = await synonymsNow(client);
      const words = await planWords(client, { stretches: stretchesOf(text), viewer: everyone, widely: false, open: false });
      typed = condition(expandTerms(words, known, { widely: false, raw: capitalsOf(text) }), 0);
      // Nothing but signs and words that are everywhere says nothing.
      if (typed === '') return [];
    }
    const { where, values } = restrictionOf({ query: text, kinds, filter, viewer: everyone, first: 0, offset: 0 }).where(typed, false);
    let number = 0;
    const rows = await ask<{ id: string }>(
      client,
      `SELECT id FROM search_index WHERE id = ANY ($1::uuid[]) AND ${where.replace(/\$\?/g, () => `$${++number + 1}`)}`,
      [ids, ...values],
    );
    return rows.map(({ id }) => id);
  };
}
