import { sql } from 'kysely';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { isUnseen, oneLine, turningSign } from '#prisma/content/text.ts';
import type { Database } from '#prisma/database.ts';
import { meaningsOf, cycleOf, type Language, languages, shippedTerms, type Term, withChanges } from '#search/terms.ts';
import { canOversee } from '../accounts/policy.ts';
import type { User } from '../accounts/user.ts';
import { forbidden, ValidationError, refuse } from '../errors.ts';

/** A term as the table shows it: SHIPPED as it came, CHANGED or added here (OWN), or REMOVED here. */
export type ShownTerm = Term & { state: 'SHIPPED' | 'CHANGED' | 'OWN' | 'REMOVED' };
export type TermInput = { id: string; words: { language: Language; words: string[] }[]; narrower?: string[] | null; same?: boolean | null; source: string };

/** More words of one idea in one language are a list, not a term. */
const WORDS_MAX = 30;
const LENGTH_MAX = 100;
const NARROWER_MAX = 50;
/** What all words of the table together may stand for, more than twice of what is shipped: each search goes by it. */
const MEANINGS_MAX = 15_000;
/** So many terms of its own an installation has at most: every search knows them all. */
const TERMS_MAX = 2000;

type Changed = { id: string; term: Term | null };
const changesOf = async (db: Database): Promise<Changed[]> => (await sql<Changed>`SELECT id, content AS term FROM term ORDER BY id`.execute(db)).rows;

/** Who changes the terms: the secretariat and administrators. */
export const canChangeTerms = (user: User | null): boolean => canOversee(user);

/** Every term with what became of it here, in the order of their ids. */
export async function readTerms(db: Database): Promise<ShownTerm[]> {
  const changes = await changesOf(db);
  const shipped = new Map(shippedTerms.map((term) => [term.id, term]));
  const shown = new Map<string, ShownTerm>(shippedTerms.map((term) => [term.id, { ...term, state: 'SHIPPED' }]));
  for (const { id, term } of changes) {
    const before = shipped.get(id);
    if (term) shown.set(id, { ...term, state: before ? 'CHANGED' : 'OWN' });
    else if (before) shown.set(id, { ...before, state: 'REMOVED' });
  }
  return [...shown.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Everything that is wrong with a term, at once. */
function faultsOf(input: TermInput, others: readonly Term[]): { faults: FieldFault[]; term: Term } {
  const faults: FieldFault[] = [];
  const id = input.id.trim();
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 60) faults.push(fault('id', 'TERM_NAME'));
  if (/^(goal|organization|region|country)-/.test(id)) faults.push(fault('id', 'TERM_NAME_TAKEN'));
  const words: Term['words'] = {};
  for (const { language, words: given } of input.words) {
    const own = [...new Set(given.map((word) => word.normalize('NFC').trim()).filter((word) => word !== ''))];
    if (own.length > WORDS_MAX) faults.push(fault(`words.${language}`, 'TERM_WORDS', { max: WORDS_MAX, given: own.length }));
    const long = own.find((word) => word.length > LENGTH_MAX);
    if (long) faults.push(fault(`words.${language}`, 'TERM_LONG', { word: long.slice(0, 40), given: long.length, max: LENGTH_MAX }));
    if (own.some((word) => turningSign(word) !== null)) faults.push(fault(`words.${language}`, 'TURNING'));
    const signs = own.find((word) => isUnseen(word) || !/[\p{L}\p{N}]/u.test(word));
    if (signs) faults.push(fault(`words.${language}`, 'TERM_SIGNS', { word: signs.slice(0, 40) }));
    if (own.length > 0) words[language] = own;
  }
  if (!words.en) faults.push(fault('words.en', 'TERM_ENGLISH'));
  else if (Object.keys(words).length < 2 && words.en.length < 2 && (input.narrower ?? []).length === 0) faults.push(fault('words.en', 'TERM_ALONE'));
  const source = oneLine(input.source);
  if (turningSign(source) !== null) faults.push(fault('source', 'TURNING'));
  if (source === '' || source.length > 300) faults.push(fault('source', 'TERM_SOURCE', { max: 300 }));
  const narrower = [...new Set((input.narrower ?? []).map((each) => each.trim()).filter((each) => each !== ''))];
  if (narrower.length > NARROWER_MAX) faults.push(fault('narrower', 'TERM_NARROWER', { max: NARROWER_MAX, given: narrower.length }));
  const unknown = narrower.filter((each) => each !== id && !others.some((other) => other.id === each));
  if (unknown.length > 0) faults.push(fault('narrower', 'NO_TERMS', { terms: unknown.map((each) => `“${each.slice(0, 60)}”`).join(', ') }));
  const term: Term = { id, words, narrower, same: input.same ?? false, source };
  const cycle = cycleOf([...others.filter((other) => other.id !== id), term], id);
  if (cycle) faults.push(fault('narrower', 'TERM_CYCLE', { cycle: cycle.join(' → ') }));
  return { faults, term };
}

/** A lock on the table of terms: two changes that together make a cycle must see each other. */
const LOCK = sql`SELECT pg_advisory_xact_lock(7070, 45)`;
/** The synonyms outside the database are renewed with any organization that is sent there (search/sync.ts). */
const RENEW = sql`INSERT INTO search_outbox (record_id) SELECT id FROM record WHERE kind = 'ORGANIZATION' AND EXISTS (SELECT FROM search_consumer WHERE seen_at > now() - interval '7 days') LIMIT 1`;

/**
 * Stores a term, new or in the place of another version.
 * @returns the term, or everything that is wrong with it
 * @throws GraphQLError FORBIDDEN for anybody else than the secretariat and administrators
 */
export async function saveTerm(db: Database, user: User | null, input: TermInput): Promise<ShownTerm | ValidationError> {
  if (!user || !canChangeTerms(user)) throw forbidden('ONLY_TERM_CHANGERS');
  return db.transaction().execute(async (trx) => {
    await LOCK.execute(trx);
    const changes = await changesOf(trx as unknown as Database);
    const { faults, term } = faultsOf(input, withChanges(changes));
    if (changes.length >= TERMS_MAX && !changes.some(({ id }) => id === term.id)) faults.push(fault('id', 'TERMS_MANY', { max: TERMS_MAX }));
    const all = [...withChanges(changes).filter(({ id }) => id !== term.id), term];
    if (faults.length === 0 && meaningsOf(all).reduce((sum, { others }) => sum + others.length, 0) > MEANINGS_MAX)
      faults.push(fault('narrower', 'TERM_MEANINGS', { max: MEANINGS_MAX }));
    if (faults.length > 0) return new ValidationError(faults);
    await sql`INSERT INTO term (id, content, changed_by) VALUES (${term.id}, ${JSON.stringify(term)}::jsonb, ${user.id}::uuid)
      ON CONFLICT (id) DO UPDATE SET content = excluded.content, changed_by = excluded.changed_by, changed_at = now()`.execute(trx);
    await RENEW.execute(trx);
    return { ...term, state: shippedTerms.some(({ id }) => id === term.id) ? 'CHANGED' : 'OWN' };
  });
}

/** Takes a term out of the search, or puts a shipped one back as it came. Those that have it as a narrower term lose it. */
export async function dropTerm(db: Database, user: User | null, id: string, how: 'REMOVE' | 'RESTORE'): Promise<ShownTerm | null | ValidationError> {
  if (!user || !canChangeTerms(user)) throw forbidden('ONLY_TERM_CHANGERS');
  const shipped = shippedTerms.find((term) => term.id === id);
  return db.transaction().execute(async (trx) => {
    await LOCK.execute(trx);
    const changes = await changesOf(trx as unknown as Database);
    if (!shipped && !changes.some((change) => change.id === id)) return refuse('id', 'NO_TERMS', { terms: `“${id.slice(0, 60)}”` });
    if (shipped && how === 'RESTORE') {
      const restored = [...withChanges(changes.filter((change) => change.id !== id))];
      const cycle = cycleOf(restored, id);
      if (cycle) return refuse('id', 'TERM_CYCLE_SHIPPED', { cycle: cycle.join(' → ') });
    }
    if (shipped && how === 'REMOVE')
      await sql`INSERT INTO term (id, content, changed_by) VALUES (${id}, NULL, ${user.id}::uuid)
        ON CONFLICT (id) DO UPDATE SET content = NULL, changed_by = excluded.changed_by, changed_at = now()`.execute(trx);
    else await sql`DELETE FROM term WHERE id = ${id}`.execute(trx);
    await RENEW.execute(trx);
    return shipped ? { ...shipped, state: how === 'REMOVE' ? 'REMOVED' : 'SHIPPED' } : null;
  });
}

export { languages };
