import { randomBytes } from 'node:crypto';
import { publicContent } from './content/audience.ts';
import type { Trx } from './database.ts';
import type { RecordKind } from './generated/enums.ts';
import { circumstancesHash, publicNonce, revisionHash } from './hash.ts';
import { appendLog } from './log.ts';

/** A version of a record that has just been written. */
export type Published = {
  recordId: string;
  kind: RecordKind;
  slug: string;
  content: unknown;
  /** SHA-256 of the canonical JSON of the content, as in record.hash. */
  number: number;
  /** Hash of the version before; null for the first. */
  previous: string | null;
  /** Pseudonym of the author; null for the loader of the library. */
  author: string | null;
  /** Slug of the organization on whose behalf. */
  organization?: string | null;
  /** Slugs of the organizations that accepted it, with the pseudonym of who decided, and whether the secretariat stepped in. */
  accepted?: { organization: string; reviewer: string; steppedIn: boolean }[];
  reason: string;
  restores?: number | null;
};

const BATCH = 500;

/** Keeps published versions for ever and seals each in the log, in the transaction that published them. */
export async function recordRevisions(trx: Trx, published: Published[], at: Date = new Date()): Promise<void> {
  if (published.length === 0) return;
  const sealed = published.map((one) => {
    const nonce = randomBytes(16).toString('hex');
    return { ...one, nonce, hash: revisionHash(one.content, nonce) };
  });
  const lines = await appendLog(
    trx,
    sealed.map((one) => ({
      kind: 'RECORD_PUBLISHED',
      body: {
        record: one.recordId,
        kind: one.kind,
        slug: one.slug,
        number: one.number,
        hash: one.hash,
        author: one.author,
        organization: one.organization ?? null,
        accepted: one.accepted ?? [],
        audience: (one.content as { audience?: string }).audience ?? 'PUBLIC',
        // What readers see of it can be proven to them without the rest.
        public: revisionHash(publicContent(one.kind, one.content as never), publicNonce(one.nonce)),
        seal: circumstancesHash({ reason: one.reason, restores: one.restores ?? null, previous: one.previous }, one.nonce),
      },
    })),
    at,
  );
  const rows = sealed.map((one, index) => ({
    recordId: one.recordId,
    number: one.number,
    content: JSON.stringify(one.content),
    nonce: one.nonce,
    hash: one.hash,
    previous: one.previous,
    author: one.author,
    organization: one.organization ?? null,
    reason: one.reason,
    restores: one.restores ?? null,
    sequence: String(lines[index]?.sequence ?? 0),
    createdAt: at,
  }));
  for (let from = 0; from < rows.length; from += BATCH)
    await trx
      .insertInto('revision')
      .values(rows.slice(from, from + BATCH))
      .execute();
}

/** Keeps the versions that the loader of the library has just written, in a few statements however many they are. */
export async function recordLoaded(trx: Trx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await trx
    .selectFrom('record')
    .leftJoin('revision', (join) => join.onRef('revision.recordId', '=', 'record.id').on((on) => on('revision.number', '=', on('record.version', '-', 1))))
    .select(['record.id', 'record.kind', 'record.slug', 'record.content', 'record.version', 'revision.hash as before'])
    .where('record.id', '=', (where) => where.fn.any(where.val(ids)))
    .orderBy('record.kind')
    .orderBy('record.position')
    .orderBy('record.slug')
    .execute();
  await recordRevisions(
    trx,
    rows.map((row) => ({
      recordId: row.id,
      kind: row.kind,
      slug: row.slug,
      content: row.content,
      number: row.version,
      previous: row.before,
      author: null,
      reason: row.version === 1 ? 'Loaded with the library.' : 'Loaded again: the data files of the library, or the fields of its records, changed.',
    })),
  );
}
