import canonicalize from 'canonicalize';
import { sql } from 'kysely';
import type { Trx } from './database.ts';
import { entryHash, GENESIS, type LogLine } from './entry.ts';
import { makeSeals } from './seals.ts';

/**
 * What is logged: every published version of a record, whether it is in the library, every report on a recommendation, and
 * every change of who may do what. Kinds of prisma/seals.ts seal the row that their body names.
 */
const logKinds = [
  'RECORD_PUBLISHED',
  'RECORD_ARCHIVED',
  'RECORD_UNARCHIVED',
  'RECORD_CONFIRMED',
  'RECORD_SEALED',
  'ACTIONS_LOADED',
  'PARAGRAPHS_LOADED',
  'UPTAKE_REPORTED',
  'UPTAKE_CONFIRMED',
  'UPTAKE_PUBLISHED',
  'UPTAKE_WITHDRAWN',
  'UPTAKE_REMARKED',
  'UPTAKE_JUDGED',
  'UPTAKE_WITHDRAWAL_ASKED',
  'UPTAKE_WITHDRAWAL_ANSWERED',
  'UPTAKE_ACTIVITY_KEPT',
  'UPTAKE_ACTIVITY_CONFIRMED',
  'ASSESSMENT_SIGNED',
  'ASSESSMENT_REVIEWED',
  'ASSESSMENT_PUBLISHED',
  'EDITION_PUBLISHED',
  'EDITION_WITHDRAWN',
  'EDITION_RETURNED',
  'SCREENING_LIST_LOADED',
  'SCREENING_LIST_WITHDRAWN',
  'SCREENING_DONE',
  'SCREENING_DECIDED',
  'AGREEMENT_KEPT',
  'AGREEMENT_AMENDED',
  'AGREEMENT_DRAWN',
  'AGREEMENT_OPENED',
  'AGREEMENT_ASKED',
  'AGREEMENT_ANSWERED',
  'INFORMATION_ASKED',
  'INFORMATION_ANSWERED',
  'STATEMENT_OPENED',
  'CAMPAIGN_OPENED',
  'CAMPAIGN_CHANGED',
  'CAMPAIGN_CLOSED',
  'ROLE_GRANTED',
  'ROLE_REVOKED',
  'PERSON_INVITED',
  'PERSON_SUSPENDED',
  'PERSON_REINSTATED',
  'PERSON_ERASED',
  'LOG_COMPLETED',
] as const;
type LogKind = (typeof logKinds)[number];
export type LogDraft = { kind: LogKind; body: Record<string, unknown> };

/**
 * Makes other writers of the log wait until this transaction ends, so that entries form one chain without gaps. A lock of
 * its own: bringing over a search index (search/sync.ts) holds another for minutes.
 */
const lockLog = (trx: Trx) => sql`SELECT pg_advisory_xact_lock(7070, 3)`.execute(trx);

const BATCH = 1000;

/**
 * Appends entries to the log in the transaction of what they tell of, after the rows were written. Personal data never goes
 * into a body: a person is named by pseudonym. An entry that seals a row gets the hash of it as `seal`.
 * @returns the entries as written, in the given order
 * @throws Error where the row that an entry seals is not there
 */
export async function appendLog(trx: Trx, drafts: LogDraft[], at: Date = new Date()): Promise<LogLine[]> {
  if (drafts.length === 0) return [];
  const seals = await makeSeals(trx, drafts);
  await lockLog(trx);
  const last = await trx.selectFrom('logEntry').select(['sequence', 'hash']).orderBy('sequence', 'desc').limit(1).executeTakeFirst();
  let sequence = Number(last?.sequence ?? 0);
  let previous = last?.hash ?? GENESIS;
  const createdAt = at.toISOString();
  const lines = drafts.map(({ kind, body }, index): LogLine => {
    const seal = seals[index]?.hash;
    const entry = { sequence: ++sequence, createdAt, kind, body: canonicalize(seal ? { ...body, seal } : body) ?? '{}', previous };
    const hash = entryHash(entry);
    previous = hash;
    return { ...entry, hash };
  });
  for (let from = 0; from < lines.length; from += BATCH) {
    await trx
      .insertInto('logEntry')
      .values(lines.slice(from, from + BATCH).map((line) => ({ ...line, sequence: String(line.sequence) })))
      .execute();
  }
  const sealed = seals.flatMap((seal, index) =>
    seal ? [{ sequence: String(lines[index]?.sequence), subject: seal.subject, nonce: seal.nonce, contents: JSON.stringify(seal.contents) }] : [],
  );
  for (let from = 0; from < sealed.length; from += BATCH)
    await trx
      .insertInto('logSeal')
      .values(sealed.slice(from, from + BATCH))
      .execute();
  return lines;
}
