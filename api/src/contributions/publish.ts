import { type Reader, rowsOf } from '../records/query-batch.ts';
import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { ownersOf } from '#prisma/content/audience.ts';
import { addressOf, kinds } from '#prisma/content/kinds.ts';
import { shaped } from '#prisma/content/shape.ts';
import type { Database, Trx } from '#prisma/database.ts';
import type { Audience, RecordKind } from '#prisma/generated/enums.ts';
import type { Draft } from '#prisma/derive.ts';
import { type Called, namesOf, RecordLookup } from '#prisma/lookup.ts';
import { connectRecord, facetKeysOf, labelFacets, writeRecord } from '#prisma/publish.ts';
import { rederiveNamers } from '#prisma/rederive.ts';
import { type Published, recordRevisions } from '#prisma/revision.ts';
import type { Content } from './draft.ts';
import { screenPublished } from '../screening/run.ts';
import { proposedSources } from './proposed-sources.ts';
import { slugOf } from './slug.ts';

/** How long a version counts as fresh after it was published or confirmed (days). */
export const FRESH_DAYS = 365;

/** The last parts of addresses at which a page of the site stands, for each kind. */
const PAGES = new Set(['new']);

const random = () => randomBytes(5).toString('hex');

/**
 * A free address for a new record. What everybody sees is called by its title, with a number where that is taken; what is
 * for some has a random part, so that nobody learns from the number of another record that it is there; what is for its
 * owners only tells nothing of its title either, because the log names it by its address.
 */
async function freeSlug(trx: Trx, kind: RecordKind, title: string, audience: Audience): Promise<string> {
  if (audience === 'OWNERS') return `${kind.toLowerCase()}-${random()}`;
  const base = slugOf(title);
  if (audience !== 'PUBLIC') return `${base}-${random()}`;
  // Asked for fifty at a time, by equality: a search by the beginning would read every address of the kind.
  for (let from = 1; ; from += 50) {
    const wanted = Array.from({ length: 50 }, (_, index) => (from + index === 1 ? base : `${base}-${from + index}`));
    const { rows } = await sql<{ key: string }>`
      SELECT slug AS key FROM record WHERE kind = ${kind}::record_kind AND slug = ANY (${wanted}::text[])
      UNION ALL SELECT source_key FROM record WHERE kind = ${kind}::record_kind AND source_key = ANY (${wanted}::text[])`.execute(trx);
    const taken = new Set([...PAGES, ...rows.map((row) => row.key)]);
    const free = wanted.find((one) => !taken.has(one));
    if (free) return free;
  }
}

export type Publication = {
  recordId: string | null;
  kind: RecordKind;
  content: Content;
  sources: Content[];
  author: string;
  organization: string | null;
  accepted: { organization: string; reviewer: string; steppedIn: boolean }[];
  reason: string;
  restores: number | null;
};
type Version = Pick<Publication, 'author' | 'organization' | 'accepted' | 'reason' | 'restores'>;
export type PublicationResult = { recordId: string; slug: string; version: number; title: string; address: string };

/**
 * Writes one record with everything that is derived from it and keeps the version, but for the log, whose entry `publish`
 * appends last.
 */
async function writeVersion(trx: Trx, draft: Draft, recordId: string | null, version: Version): Promise<Published> {
  const lookup = await RecordLookup.of(trx, [draft]);
  const id = await writeRecord(trx, draft, { seed: false });
  if (recordId !== null && id !== recordId) throw new Error(`The draft of record ${recordId} was written to ${id}.`);
  const derived = await connectRecord(trx, id, draft, lookup);
  await labelFacets(trx, [...derived.facetKeys, ...facetKeysOf(draft.kind, draft.content.slug)]);
  const { version: number } = await trx
    .updateTable('record')
    .set({ verifyBy: sql`CURRENT_DATE + ${sql.lit(FRESH_DAYS)}`, verifiedAt: sql`now()`, updatedAt: sql`now()` })
    .where('id', '=', id)
    .returning(['version'])
    .executeTakeFirstOrThrow();
  const previous = await trx
    .selectFrom('revision')
    .select('hash')
    .where('recordId', '=', id)
    .where('number', '=', number - 1)
    .executeTakeFirst();
  return { ...version, recordId: id, kind: draft.kind, slug: draft.content.slug, content: draft.content, number, previous: previous?.hash ?? null };
}

/** Publications that may give the same address wait for each other until the first has ended; all others go on. */
const lockAddress = (trx: Trx, kind: RecordKind, slug: string) => sql`SELECT pg_advisory_xact_lock(7071, hashtext(${`${kind}:${slug}`}))`.execute(trx);

/**
 * Makes a checked content live at once for everybody: record, links, filters, search index, version, log and new sources
 * in the caller's transaction. It reads only what the content names. The log is locked for its append alone, as the last
 * step, so that people who publish at the same time do not wait for each other's work.
 */
export async function publish(trx: Trx, publication: Publication): Promise<PublicationResult> {
  const { kind } = publication;
  const versions: Published[] = [];
  const proposed = await proposedSources(trx, publication, (slug) => lockAddress(trx, 'SOURCE', slug));
  for (const source of proposed.sources)
    versions.push(
      await writeVersion(trx, { kind: 'SOURCE', content: { ...source.content, position: await nextPosition(trx, 'SOURCE') } }, null, {
        ...publication,
        reason: 'A source of an entry that was published with it.',
        restores: null,
      }),
    );
  const live = publication.recordId
    ? await trx
        .selectFrom('record')
        .select(['slug', 'sourceKey', 'position', 'title', 'audience', 'content'])
        .where('id', '=', publication.recordId)
        .executeTakeFirstOrThrow()
    : null;
  const title = kinds[kind].title(publication.content);
  if (!live) await lockAddress(trx, kind, slugOf(title));
  const { sourceKey: _, ...rest } = proposed.content;
  const audience = (rest['audience'] as Audience | undefined) ?? 'PUBLIC';
  const content = shaped(kind, {
    ...rest,
    ...(live?.sourceKey ? { sourceKey: live.sourceKey } : {}),
    slug: live?.slug ?? (await freeSlug(trx, kind, title, audience)),
    position: live?.position ?? (await nextPosition(trx, kind)),
  } as Draft['content']);
  const version = await writeVersion(trx, { kind, content }, publication.recordId, publication);
  // What names the record shows its name and is found by it, as far as its readers may see it.
  const closed = live !== null && (live.audience !== audience || audience === 'OWNERS');
  const renamed = live !== null && !isDeepStrictEqual(namesOf(live.title, live.content as Called), namesOf(title, content as Called));
  if (closed || renamed) await rederiveNamers(trx, version.recordId, { now: closed });
  await recordRevisions(trx, [...versions, version]);
  if (kind === 'VENDOR') await screenPublished(trx, version.recordId);
  return { recordId: version.recordId, slug: content.slug, version: version.number, title, address: addressOf(kind, content.slug) };
}

export const nextPosition = async (trx: Trx, kind: RecordKind): Promise<number> =>
  ((
    await trx
      .selectFrom('record')
      .select((select) => select.fn.max('position').as('last'))
      .where('kind', '=', kind)
      .executeTakeFirst()
  )?.last ?? 0) + 1;

type OwnerRecord = { id: string; slug: string; shortName: string; sourceKey: string | null };
/** The organizations of short names, slugs or source keys, by short name; names that the library does not know are left out. */
export async function organizationsCalled(reader: Reader, names: readonly string[]): Promise<OwnerRecord[]> {
  if (names.length === 0) return [];
  const all = [...new Set(names)];
  return rowsOf(
    reader,
    sql<OwnerRecord>`
    SELECT id, slug, content->>'shortName' AS "shortName", source_key AS "sourceKey" FROM record
    WHERE kind = 'ORGANIZATION' AND (content->>'shortName' = ANY (${all}) OR slug = ANY (${all}) OR source_key = ANY (${all})) ORDER BY 3`,
  );
}

/** The owner organizations of one or several contents as records; names that the library does not know are left out. */
export const ownerRecords = (trx: Database | Trx, kind: RecordKind, ...contents: (Content | null)[]): Promise<OwnerRecord[]> =>
  organizationsCalled(
    trx,
    contents.flatMap((content) => (content ? ownersOf(kind, content) : [])),
  );
