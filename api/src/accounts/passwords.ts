import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';

/** Why a new password is refused beside its length. */
export type PasswordFault = 'PASSWORD_CONTEXT' | 'PASSWORD_REPEAT' | 'PASSWORD_SEQUENCE' | 'PASSWORD_COMMON';

/** Lists of passwords that were found in stolen data, and the layouts of keyboards. Both ship with the package; nothing is asked elsewhere. */
const estimate = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** What everybody thinks of here. */
const ours = ['atrium', 'united nations', 'blockchain'];
/** Letters that must remain when everything that belongs to the person is taken away. */
const OWN_LETTERS = 6;
/**
 * Characters that are estimated: the time grows with the square and more of their number, and a password is no weaker than its
 * beginning. What repeats is looked at in all of it.
 */
const ESTIMATED = 40;
/** 0 to 4; below, fewer than 100 million guesses find it. */
const ENOUGH = 3;

/** Letters and digits in lower case, without accents. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
const wordsOf = (text: string) => text.split(/[^\p{L}\p{N}]+/u).map(plain);

/** Whether a text is one short piece again and again. */
const repeats = (text: string) => /^(.{1,8}?)\1{2,}.{0,7}$/su.test(text);

/**
 * Why a password is refused although it is long enough; null for one that may be used.
 * @param own names, addresses and organizations of the person
 */
export function passwordFault(password: string, own: readonly string[]): PasswordFault | null {
  const context = [...ours, ...own];
  const words = [...new Set(context.flatMap((text) => [plain(text), ...wordsOf(text)]))].filter((word) => word.length >= 3).sort((a, b) => b.length - a.length);
  let rest = plain(password);
  for (const word of words) rest = rest.replaceAll(word, '');
  if (rest !== plain(password) && rest.replace(/\p{N}/gu, '').length < OWN_LETTERS) return 'PASSWORD_CONTEXT';
  if (repeats(password)) return 'PASSWORD_REPEAT';
  const { score, sequence } = estimate.check(password.slice(0, ESTIMATED), words);
  if (score >= ENOUGH) return null;
  const [longest] = [...sequence].sort((a, b) => b.token.length - a.token.length);
  if (longest?.pattern === 'repeat') return 'PASSWORD_REPEAT';
  if (longest && ['sequence', 'spatial', 'date', 'regex'].includes(longest.pattern)) return 'PASSWORD_SEQUENCE';
  return 'PASSWORD_COMMON';
}

/** The words that belong to a person: the given ones, and the names of the organizations by role or by the domain of the address. */
export async function contextOf(db: Database, person: { id?: string; name: string; email: string }): Promise<string[]> {
  const domain = person.email.slice(person.email.lastIndexOf('@') + 1).toLowerCase();
  const { rows } = await sql<{ words: string | null }>`
    SELECT concat_ws(' ', o.title, o.content->>'shortName') AS words FROM record o WHERE o.kind = 'ORGANIZATION'
      AND (o.content->'mailDomains' ? ${domain} OR EXISTS (SELECT FROM membership m WHERE m.organization_id = o.id AND m.person_id = ${person.id ?? null}::uuid))`.execute(
    db,
  );
  return [person.name, person.email, ...rows.flatMap(({ words }) => (words ? [words] : []))];
}
