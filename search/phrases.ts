import { sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import { type Phrase, synonymPhrases } from './synonym-terms.ts';

// Phrases of synonyms as lexemes of the embedded index, so that they are found as fast as words.

/**
 * Gives every phrase that synonyms look for its lexeme in the index; those that have one already are left alone. Writers
 * wait meanwhile, so that no record misses a phrase. Run it from time to time: a phrase that has no lexeme yet is found
 * too, only slower.
 * @returns how many phrases were new
 */
export const refreshPhrases = (db: Database): Promise<number> => db.transaction().execute(addMissingPhrases);

/** The same in a transaction. Records that it indexes afterwards have their phrases from the start. */
export async function addMissingPhrases(trx: Trx): Promise<number> {
  if ((await missingPhrases(trx)).length === 0) return 0;
  await sql`LOCK TABLE record IN SHARE ROW EXCLUSIVE MODE`.execute(trx);
  const fresh = await missingPhrases(trx);
  if (fresh.length === 0) return 0;
  await addPhrases(trx, fresh);
  // Left free, the planner reads every vector for every phrase.
  await sql`SET LOCAL enable_seqscan = off`.execute(trx);
  await sql`
    UPDATE search_index SET vector = search_index.vector || found.lexemes
    FROM (
      SELECT i.id, string_agg(search_phrase_lexeme(p.phrase, p.query, i.vector), ' ')::tsvector AS lexemes
      FROM search_phrase p JOIN search_index i ON i.vector @@ p.query WHERE p.phrase = ANY(${fresh.map(({ phrase }) => phrase)}::text[]) GROUP BY i.id
    ) found
    WHERE found.id = search_index.id`.execute(trx);
  await sql`SET LOCAL enable_seqscan = on`.execute(trx);
  return fresh.length;
}

/** Makes the phrases those of today's synonyms; for a transaction that builds the index anew. */
export async function renewPhrases(trx: Trx): Promise<void> {
  await sql`DELETE FROM search_phrase`.execute(trx);
  await addPhrases(trx, await synonymPhrases(trx));
}

async function missingPhrases(trx: Trx): Promise<Phrase[]> {
  const wanted = await synonymPhrases(trx);
  const { rows } = await sql<{ phrase: string }>`SELECT phrase FROM search_phrase`.execute(trx);
  const known = new Set(rows.map(({ phrase }) => phrase));
  return wanted.filter(({ phrase }) => !known.has(phrase));
}

async function addPhrases(trx: Trx, phrases: Phrase[]): Promise<void> {
  await sql`
    INSERT INTO search_phrase (phrase, query, first_word) SELECT phrase, phrase::tsquery, first_word
    FROM unnest(${phrases.map(({ phrase }) => phrase)}::text[], ${phrases.map(({ firstWord }) => firstWord)}::text[]) AS w (phrase, first_word)`.execute(trx);
}
