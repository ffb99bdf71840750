import { createHmac, timingSafeEqual } from 'node:crypto';
import { isUuid } from '#prisma/uuid.ts';
import type { Frequency } from './frequency.ts';

/** What a link ends: the mails that a person gets at a frequency, or those of a question. */
export type Ending = { personId: string; frequency: Frequency };
export type QuestionEnding = { personId: string; question: string };

const letters = { NOW: 'n', DAILY: 'd', WEEKLY: 'w', MONTHLY: 'm' } as const satisfies Record<Frequency, string>;
const signed = (secret: string, ending: Ending | QuestionEnding) =>
  createHmac('sha256', secret)
    .update('frequency' in ending ? `end-digest:${ending.personId}:${ending.frequency}` : `end-question:${ending.personId}:${ending.question}`)
    .digest();
const packed = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
const unpacked = (text: string) =>
  Buffer.from(text, 'base64url')
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
function isSigned(secret: string, ending: Ending | QuestionEnding, mac: string): boolean {
  const given = Buffer.from(mac, 'base64url');
  const right = signed(secret, ending);
  return given.length === right.length && timingSafeEqual(given, right);
}

/** The address that ends these mails without signing in. It is the same in every mail and works for good: an old mail can be ended too. */
export function endAddress(baseUrl: string, secret: string, ending: Ending | QuestionEnding): string {
  const what = 'frequency' in ending ? letters[ending.frequency] + packed(ending.personId) : `q${packed(ending.personId)}${packed(ending.question)}`;
  return `${baseUrl}/unsubscribe?token=${what}.${signed(secret, ending).toString('base64url')}`;
}

/** What the token of such a link ends; null for one that is not of this installation. */
export function readEndToken(secret: string, token: string): Ending | null {
  const [, letter, id, mac] = /^([ndwm])([\w-]{22})\.([\w-]{43})$/.exec(token) ?? [];
  const frequency = (Object.keys(letters) as Frequency[]).find((one) => letters[one] === letter);
  if (!frequency || !id || !mac) return null;
  const ending = { personId: unpacked(id), frequency };
  return isUuid(ending.personId) && isSigned(secret, ending, mac) ? ending : null;
}

/** The same of a mail of a question. */
export function readQuestionToken(secret: string, token: string): QuestionEnding | null {
  const [, id, question, mac] = /^q([\w-]{22})([\w-]{22})\.([\w-]{43})$/.exec(token) ?? [];
  if (!id || !question || !mac) return null;
  const ending = { personId: unpacked(id), question: unpacked(question) };
  return isUuid(ending.personId) && isUuid(ending.question) && isSigned(secret, ending, mac) ? ending : null;
}
