import { createHash } from 'node:crypto';

/** All that is no letter and no figure, as `statement_words` of migration 114 has it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same ranges as in SQL.
const between = /[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+/g;
/** From three words on a text can be asked for. */
const enough = /^[^ ]+ [^ ]+ [^ ]/;

/** The words of a text: capitals, stops and spaces aside, as the database makes them (`statement_words`). */
export const statementWords = (said: string): string =>
  said
    .normalize('NFC')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(between, ' ')
    .trim();

/** Whether a text has enough words to be asked for. */
export const isStatement = (words: string): boolean => enough.test(words);

/** What `statement_run` has of these words: the first 128 bits of SHA-256, as a UUID. */
export const statementHash = (words: string): string => createHash('sha256').update(words).digest('hex').slice(0, 32);

/** What a text can be found by: itself, and each of its sentences. */
export const statementParts = (said: string): string[] => [said, ...said.split(/(?<=[.!?])[ \n\t]+/)].map(statementWords);
