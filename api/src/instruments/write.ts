import { sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import type { Audience } from '#prisma/generated/enums.ts';
import { appendLog } from '#prisma/log.ts';
import { hashOf } from '#prisma/hash.ts';
import { checkEdition } from '#prisma/instrument/check.ts';
import { oneLine } from '#prisma/content/text.ts';
import type { User } from '../accounts/user.ts';
import { forbidden, ValidationError, refuse } from '../errors.ts';
import { once } from '../request-key.ts';
import { requiredText } from '../required-text.ts';
import { type EditionRow, inUse, readEdition } from './edition.ts';
import { readSource } from './source.ts';
import { canAdapt, canPublishEdition, canReturn, canWithdraw, mayAdapt } from './policy.ts';

type Done = { id: string };
/**
 * The whole name of an edition. An organization's own begins with its short address ("fao 2"), so that a name that is refused
 * never tells what another organization has; those for everybody may not look like one of them.
 */
const nameFor = (organization: string | null, name: string) => (organization ? `${organization} ${name}` : name);

/** Begins a new edition from one that is there, as a draft. @throws GraphQLError FORBIDDEN */
export async function beginEdition(
  db: Database,
  user: User,
  given: { from: string; edition: string; organization?: string | null; key: string },
): Promise<Done | ValidationError> {
  const organization = given.organization ?? null;
  if (!canAdapt(user, organization)) throw forbidden('ONLY_EDITION_MAKERS');
  return db.transaction().execute((trx) =>
    once(
      trx,
      { personId: user.id, mutation: 'beginEdition', key: given.key, content: { ...given, key: undefined } },
      async (): Promise<Done | ValidationError> => {
        const before = await readEdition(trx, user, { id: given.from });
        if (!before) return refuse('from', 'NO_EDITION');
        if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,58}$/u.test(given.edition.trim())) return refuse('edition', 'EDITION_NAME');
        const name = nameFor(organization, given.edition.trim());
        if (!organization && (await isOrganization(trx, name.split(' ')[0] as string))) return refuse('edition', 'EDITION_OF_ORGANIZATION');
        const content = { ...before.content, edition: name };
        const { rows } = await sql<Done>`
          INSERT INTO instrument_edition (instrument, edition, title, content, hash, organization_id, audience, based_on, created_by, writers)
          SELECT ${before.instrument}, ${name}, ${before.title}, ${JSON.stringify(content)}::jsonb, ${hashOf(content)}, (SELECT id FROM record WHERE kind = 'ORGANIZATION' AND slug = ${organization}),
            ${organization ? 'OWNERS' : 'PUBLIC'}::audience, ${before.id}::uuid, ${user.id}::uuid, ${[...new Set([...(before.publishedAt ? [] : before.writers), user.id])]}::uuid[]
          ON CONFLICT DO NOTHING RETURNING id`.execute(trx);
        return rows[0] ?? refuse('edition', 'EDITION_EXISTS', { edition: name });
      },
      (done) => (done instanceof ValidationError ? null : done),
      (done) => done,
    ),
  );
}

const isOrganization = async (db: Trx, slug: string): Promise<boolean> =>
  (await sql`SELECT FROM record WHERE kind = 'ORGANIZATION' AND slug = ${slug.toLowerCase()}`.execute(db)).rows.length > 0;

async function draft(trx: Trx, user: User, id: string, edits: number): Promise<EditionRow | ValidationError> {
  await sql`SELECT 1 FROM instrument_edition WHERE id::text = ${id} FOR UPDATE`.execute(trx);
  const row = await readEdition(trx, user, { id });
  if (!row) return refuse('id', 'NO_EDITION');
  if (row.publishedAt) return refuse('id', 'PUBLISHED');
  if (!canAdapt(user, row.organizationSlug)) throw forbidden('ONLY_EDITION_WRITERS');
  if (row.edits !== edits) return refuse('edits', 'STALE');
  return row;
}

/** Saves the file of a draft as far as it is one at all; what is wrong with it is told by `faults` of the edition. */
export async function saveEdition(db: Database, user: User, id: string, edits: number, source: string): Promise<Done | ValidationError> {
  if (!mayAdapt(user)) throw forbidden('ONLY_EDITION_WRITERS');
  // Before the row is locked: reading and checking takes its time.
  const { content, edition, faults } = await readSource(source);
  return db.transaction().execute(async (trx) => {
    const row = await draft(trx, user, id, edits);
    if (row instanceof ValidationError) return row;
    // A draft must at least be of the form of an edition, or no page could show it.
    if (!edition) return new ValidationError(faults);
    if (edition.instrument !== row.instrument || edition.edition !== row.edition)
      return refuse('source', 'EDITION_KEEP', { instrument: row.instrument, edition: row.edition });
    // A save that changes nothing makes nobody a writer.
    if (hashOf(edition) === row.hash) return { id: row.id };
    await sql`UPDATE instrument_edition SET content = ${JSON.stringify(edition)}::jsonb, title = ${edition.title}, hash = ${hashOf(edition)}, edits = edits + 1, writers = ${[...new Set([...row.writers, user.id])]}::uuid[] WHERE id = ${row.id}::uuid`.execute(
      trx,
    );
    return content ? { id: row.id } : refuse('source', 'EDITION_EMPTY');
  });
}

/** Publishes a draft that others wrote: from then on it never changes, and the log has it. */
export async function publishEdition(db: Database, user: User, id: string, edits: number, audience: Audience): Promise<Done | ValidationError> {
  return db.transaction().execute(async (trx) => {
    const row = await draft(trx, user, id, edits);
    if (row instanceof ValidationError) return row;
    if (!canPublishEdition(user, row)) return refuse('id', 'OWN_EDITION');
    const { faults } = checkEdition(row.content);
    if (faults.length > 0) return new ValidationError(faults);
    await sql`UPDATE instrument_edition SET published_at = now(), published_by = ${user.id}::uuid, audience = ${row.organizationSlug ? audience : 'PUBLIC'}::audience WHERE id = ${row.id}::uuid`.execute(
      trx,
    );
    await appendLog(trx, [{ kind: 'EDITION_PUBLISHED', body: { subject: row.id } }]);
    return { id: row.id };
  });
}

const REASON_MAX = 500;
/** Takes a published edition out of use, with a reason that its pages then say. Runs that were made with it display as before. */
export async function withdrawEdition(db: Database, user: User, id: string, reason: string): Promise<Done | ValidationError> {
  const why = oneLine(reason);
  const faults = requiredText('reason', why, 'EDITION_REASON', REASON_MAX);
  if (faults.length > 0) return new ValidationError(faults);
  return db.transaction().execute(async (trx) => {
    await sql`SELECT 1 FROM instrument_edition WHERE id::text = ${id} FOR UPDATE`.execute(trx);
    const row = await readEdition(trx, user, { id });
    if (!row) return refuse('id', 'NO_EDITION');
    if (row.withdrawnAt) return { id: row.id };
    if (!canWithdraw(user, row)) throw forbidden('ONLY_EDITION_WRITERS');
    // An instrument that everybody uses is never without an edition.
    const others =
      await sql`SELECT FROM instrument_edition e WHERE e.instrument = ${row.instrument} AND e.organization_id IS NULL AND e.published_at IS NOT NULL AND ${inUse} AND e.id <> ${row.id}::uuid FOR UPDATE`.execute(
        trx,
      );
    if (row.organizationSlug === null && others.rows.length === 0) return refuse('id', 'LAST_EDITION');
    await sql`UPDATE instrument_edition SET withdrawn_at = clock_timestamp(), withdrawn_by = ${user.id}::uuid, withdrawn_reason = ${why} WHERE id = ${row.id}::uuid`.execute(
      trx,
    );
    await appendLog(trx, [{ kind: 'EDITION_WITHDRAWN', body: { subject: row.id } }]);
    return { id: row.id };
  });
}

/** Brings an edition back that somebody else took out of use, with a reason that its pages then say. One that is in use stays as it is. */
export async function returnEdition(db: Database, user: User, id: string, reason: string): Promise<Done | ValidationError> {
  const why = oneLine(reason);
  const faults = requiredText('reason', why, 'MISSING', REASON_MAX);
  if (faults.length > 0) return new ValidationError(faults);
  return db.transaction().execute(async (trx) => {
    await sql`SELECT 1 FROM instrument_edition WHERE id::text = ${id} FOR UPDATE`.execute(trx);
    const row = await readEdition(trx, user, { id });
    if (!row?.publishedAt) return refuse('id', 'NO_EDITION');
    if (!canAdapt(user, row.organizationSlug)) throw forbidden('ONLY_EDITION_WRITERS');
    if (!row.withdrawnAt) return { id: row.id };
    if (!canReturn(user, row)) return refuse('id', 'OWN_WITHDRAWAL');
    await sql`UPDATE instrument_edition SET returned_at = clock_timestamp(), returned_by = ${user.id}::uuid, returned_reason = ${why} WHERE id = ${row.id}::uuid`.execute(
      trx,
    );
    await appendLog(trx, [{ kind: 'EDITION_RETURNED', body: { subject: row.id } }]);
    return { id: row.id };
  });
}
