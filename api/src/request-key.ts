import { sql } from 'kysely';
import type { Trx } from '#prisma/database.ts';
import { hashOf } from '#prisma/hash.ts';
import { ValidationError, refuse } from './errors.ts';

/** Characters that a key may have where its mutation asks for no narrower form. */
const KEY_MAX = 200;

/** A request with a key of its sender's choice. `field` is the argument that has the key, for faults. */
export type KeyedRequest = { personId: string; mutation: string; key: string | null | undefined; content: unknown; field?: 'key' | 'idempotencyKey' };

/**
 * Carries out a request with a key once. The same key with the same content gives what it gave the first time, also where
 * that made nothing; with other content it is refused. Of two at a time the second waits for the first. A request without a
 * key is carried out as it is; one that is refused leaves its key free.
 * @param make carries the request out, in the same transaction
 * @param kept what of its result is kept to give again, as JSON; null where the result is a refusal
 * @param again the first result, from what was kept
 */
export async function once<Result, Kept>(
  trx: Trx,
  { personId, mutation, key, content, field = 'key' }: KeyedRequest,
  make: () => Promise<Result>,
  kept: (result: Result) => Kept | null,
  again: (kept: Kept) => Result | Promise<Result>,
): Promise<Result | ValidationError> {
  if (key === null || key === undefined) return make();
  if (key.trim() === '') return refuse(field, 'KEY_EMPTY');
  if (key.length > KEY_MAX) return refuse(field, 'KEY_LONG', { max: KEY_MAX });
  const hash = hashOf(content);
  const where = sql`person_id = ${personId}::uuid AND mutation = ${mutation} AND key = ${key}`;
  const { rows: begun } = await sql`
    INSERT INTO request_key (person_id, mutation, key, content_hash, answer) VALUES (${personId}::uuid, ${mutation}, ${key}, ${hash}, 'null') ON CONFLICT DO NOTHING RETURNING 1`.execute(
    trx,
  );
  if (begun.length === 0) {
    const { rows } = await sql<{ hash: string; answer: Kept }>`SELECT content_hash AS hash, answer FROM request_key WHERE ${where}`.execute(trx);
    const first = rows[0];
    if (first?.hash === hash) return again(first.answer);
    return refuse(field, 'KEY_USED');
  }
  const result = await make();
  const keep = result instanceof ValidationError ? null : kept(result);
  if (keep === null) await sql`DELETE FROM request_key WHERE ${where}`.execute(trx);
  else await sql`UPDATE request_key SET answer = ${JSON.stringify(keep)}::jsonb WHERE ${where}`.execute(trx);
  return result;
}
