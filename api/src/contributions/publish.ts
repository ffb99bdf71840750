import { sql } from 'kysely';
import { ownersOf } from '#prisma/content/audience.ts';
import { addressOf, kinds } from '#prisma/content/kinds.ts';
import type { Database, Trx } from '#prisma/database.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { lockLog } from '#prisma/log.ts';
import { connectRecord, type Draft, type Directory, labelFacets, writeRecord } from '#prisma/publish.ts';
import { recordRevisions } from '#prisma/revision.ts';
import type { Content } from './draft.ts';
import { checkSources, directoryFor } from './validate.ts';

/** How long a version counts as fresh after it was published or confirmed (days). */
export const FRESH_DAYS = 365;

/** "Café au lait (2026)" as part of an address: cafe-au-lait-2026. */
export const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '') || 'entry';

async function freeSlug(trx: Trx, kind: RecordKind, title: string): Promise<string> {
  const base = slugOf(title);
  const taken = new Set(
    (
      await trx
        .selectFrom('record')
        .select('slug')
        .where('kind', '=', kind)
        .where((where) => where.or([where('slug', '=', base), where('slug', 'like', `${base}-%`)]))
        .execute()
    ).map((row) => row.slug),
  );
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number++;
  return `${base}-${number}`;
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
export type PublicationResult = { recordId: string; slug: string; version: number; title: string; address: string };

/** Writes one record with everything that is derived from it, keeps the version and seals it in the log. */
async function publishOne(
  trx: Trx,
  draft: Draft,
  recordId: string | null,
  version: Pick<Publication, 'author' | 'organization' | 'accepted' | 'reason' | 'restores'>,
): Promise<{ id: string; number: number }> {
  const directory: Directory = await directoryFor(trx, draft.kind, draft.content);
  const id = await writeRecord(trx, draft, { seed: false });
  if (recordId !== null && id !== recordId) throw new Error(`The draft of record ${recordId} was written to ${id}.`);
  await connectRecord(trx, id, draft, directory);
  const row = await trx
    .updateTable('record')
    .set({ verifyBy: sql`CURRENT_DATE + ${sql.lit(FRESH_DAYS)}`, verifiedAt: sql`now()`, updatedAt: sql`now()` })
    .where('id', '=', id)
    .returning(['version'])
    .executeTakeFirstOrThrow();
  const before = await trx
    .selectFrom('revision')
    .select('hash')
    .where('recordId', '=', id)
    .where('number', '=', row.version - 1)
    .executeTakeFirst();
  await recordRevisions(trx, [
    { ...version, recordId: id, kind: draft.kind, slug: draft.content.slug, content: draft.content, number: row.version, previous: before?.hash ?? null },
  ]);
  return { id, number: row.version };
}

/**
 * Makes a checked content live at once for everybody: record, links, filters, search index, version, log and new sources
 * in the caller's transaction. Publications wait for each other, so that an address is given only once.
 */
export async function publish(trx: Trx, publication: Publication): Promise<PublicationResult> {
  await lockLog(trx);
  const { kind } = publication;
  for (const draft of checkSources(publication.sources).drafts) {
    const there = await trx.selectFrom('record').select('id').where('kind', '=', 'SOURCE').where('slug', '=', draft.content.slug).executeTakeFirst();
    if (there) continue;
    const position = await nextPosition(trx, 'SOURCE');
    await publishOne(trx, { kind: 'SOURCE', content: { ...draft.content, position } }, null, {
      ...publication,
      reason: 'A source of an entry that was published with it.',
      restores: null,
    });
  }
  const live = publication.recordId
    ? await trx.selectFrom('record').select(['slug', 'sourceKey', 'position']).where('id', '=', publication.recordId).executeTakeFirstOrThrow()
    : null;
  const title = kinds[kind].title(publication.content);
  const { sourceKey: _, ...rest } = publication.content;
  const content = {
    ...rest,
    ...(live?.sourceKey ? { sourceKey: live.sourceKey } : {}),
    slug: live?.slug ?? (await freeSlug(trx, kind, title)),
    position: live?.position ?? (await nextPosition(trx, kind)),
  } as Draft['content'];
  const { id, number } = await publishOne(trx, { kind, content }, publication.recordId, publication);
  await labelFacets(trx);
  return { recordId: id, slug: content.slug, version: number, title, address: addressOf(kind, content.slug) };
}

const nextPosition = async (trx: Trx, kind: RecordKind): Promise<number> =>
  ((
    await trx
      .selectFrom('record')
      .select((select) => select.fn.max('position').as('last'))
      .where('kind', '=', kind)
      .executeTakeFirst()
  )?.last ?? 0) + 1;

type OwnerRecord = { id: string; slug: string; shortName: string; sourceKey: string | null };
/** The organizations of short names, slugs or source keys, by short name; names that the library does not know are left out. */
export async function organizationsCalled(db: Database | Trx, names: readonly string[]): Promise<OwnerRecord[]> {
  if (names.length === 0) return [];
  const all = [...new Set(names)];
  const { rows } = await sql<OwnerRecord>`
    SELECT id, slug, content->>'shortName' AS "shortName", source_key AS "sourceKey" FROM record
    WHERE kind = 'ORGANIZATION' AND (content->>'shortName' = ANY (${all}) OR slug = ANY (${all}) OR source_key = ANY (${all})) ORDER BY 3`.execute(db);
  return rows;
}

/** The owner organizations of one or several contents as records; names that the library does not know are left out. */
export const ownerRecords = (trx: Trx, kind: RecordKind, ...contents: (Content | null)[]): Promise<OwnerRecord[]> =>
  organizationsCalled(
    trx,
    contents.flatMap((content) => (content ? ownersOf(kind, content) : [])),
  );
