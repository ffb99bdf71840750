import { isUnseen } from './text.ts';

/** What no name may hold: control characters, line and paragraph ends, and what turns the direction of the text after it. */
const forbidden = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\s]+/gu;
/** How the name of a demonstration account begins, however it is spelt. */
const demonstration = /^(?:demo\s*:\s*)+/i;
const NAME_MAX = 200;

/**
 * A person's name as it is kept and shown: one line of at most 200 characters. What would break the line becomes a space.
 * Only a demonstration account is called "Demo: …": from everybody else's name that beginning is taken away.
 * @param text as typed, or as a sign-in service says it; anything that is no text counts as empty
 * @returns the empty text where nothing is left of it
 */
export function personName(text: unknown, { demo = false }: { demo?: boolean } = {}): string {
  const line = (typeof text === 'string' ? text.slice(0, 10 * NAME_MAX) : '').toWellFormed().normalize('NFC').replace(forbidden, ' ').trim();
  // Letters of other widths and unseen signs do not hide the beginning.
  const seen = line.normalize('NFKC').replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
  const own = !demo && demonstration.test(seen) ? seen.replace(demonstration, '') : line;
  const name = [...own].slice(0, NAME_MAX).join('').trim();
  return isUnseen(name) ? '' : name;
}
