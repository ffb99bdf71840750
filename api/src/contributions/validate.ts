import { sql } from 'kysely';
import { audienceOf, ownersOf, sectionValue, sections } from '#prisma/content/audience.ts';
import type { Target } from '#prisma/content/kind.ts';
import { organizationTarget } from '#prisma/content/kind.ts';
import { kinds } from '#prisma/content/kinds.ts';
import { source } from '#prisma/content/source.ts';
import type { Database, Trx } from '#prisma/database.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { type Reference, referencesOf, seenByAll } from '#prisma/naming.ts';
import { citedStatements, Directory, type Draft, shownOf, UnknownTarget } from '#prisma/publish.ts';
import type { Viewer } from '#search/engine.ts';
import type { FieldFault } from '../errors.ts';
import { shownRecords } from '../records/policy.ts';
import type { Content } from './draft.ts';

/** Stands where the schema wants a source key or slug that people do not choose. */
const PLACEHOLDER = 'contributed';
/** Bytes of JSON; far more than any record of the library has. */
const CONTENT_MAX = 300_000;

/** Whether this can be kept as a draft at all; a draft may be incomplete. */
export function acceptable(content: unknown): FieldFault[] {
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    return [{ name: 'content', message: 'Send the fields of the entry as an object.' }];
  const text = JSON.stringify(content);
  if (text.length > CONTENT_MAX)
    return [
      {
        name: 'content',
        message: `This is too long to be kept: ${text.length} characters, at most ${CONTENT_MAX}. Shorten texts, or upload long ones as files.`,
      },
    ];
  // The database keeps no NUL, and nobody means to write other control characters.
  if (/\\u0000/.test(text)) return [{ name: 'content', message: 'The text holds a character that cannot be kept (NUL). Type it again.' }];
  return [];
}

/** The source records proposed together with a draft, as they will be published, with their faults. */
export function checkSources(sources: Content[]): { drafts: Draft[]; faults: FieldFault[] } {
  const drafts: Draft[] = [];
  const faults: FieldFault[] = [];
  sources.forEach((content, index) => {
    // For whom a source is follows from what cites it (proposed-sources.ts).
    const { sourceKey: _, audience: _audience, owners: _owners, ...fields } = content;
    const result = source.safeParse({ ...fields, sourceKey: PLACEHOLDER });
    if (!result.success) faults.push(...result.error.issues.map((issue) => ({ name: ['sources', index, ...issue.path].join('.'), message: issue.message })));
    else {
      const { sourceKey: _placeholder, ...kept } = result.data;
      drafts.push({ kind: 'SOURCE', content: kept });
    }
  });
  return { drafts, faults };
}

const targetsOf = (kind: RecordKind, content: Content): Target[] => [
  ...ownersOf(kind, content).map(organizationTarget),
  ...kinds[kind].links(content).map((link) => link.to),
  ...citedStatements(content).flatMap((found) => found.citations.map((citation): Target => ({ kind: 'SOURCE', key: citation.source }))),
];

/** The directory of the library, with the records that contents refer to and that it does not hold in memory. */
export async function directoryFor(db: Database | Trx, ...contents: readonly { kind: RecordKind; content: Content }[]): Promise<Directory> {
  const directory = await Directory.read(db);
  for (const target of contents.flatMap(({ kind, content }) => targetsOf(kind, content))) {
    try {
      directory.find(target);
    } catch (error) {
      if (!(error instanceof UnknownTarget)) throw error;
      const row = await db
        .selectFrom('record')
        .select(['id', 'slug', 'sourceKey', 'title', 'audience', 'archivedAt', 'facetKeys'])
        .where('kind', '=', target.kind)
        .where('slug', '=', target.key)
        .executeTakeFirst();
      if (row) directory.add(target.kind, row, {}, shownOf(row));
    }
  }
  return directory;
}

/**
 * Which of the references lead to a record that the writer and everybody who sees the naming place see: the others are
 * absent, archived or closed, and nobody is told which.
 * @param writer who names them; null where it was checked when they submitted
 */
async function known(db: Database | Trx, references: readonly Reference[], owners: readonly string[], writer: Viewer | null): Promise<Set<Reference>> {
  const kindsAsked = references.map(({ target }) => target.kind);
  const keys = references.map(({ target }) => target.key);
  const { rows } = await sql<{
    kind: RecordKind;
    key: string;
    audience: 'PUBLIC' | 'UN_SYSTEM' | 'OWNERS';
    archivedAt: Date | null;
    facetKeys: string[];
    shown: boolean;
  }>`
    SELECT DISTINCT ON (a.kind, a.key) a.kind, a.key, r.audience, r.archived_at AS "archivedAt", r.facet_keys AS "facetKeys", ${writer ? shownRecords(writer) : sql`true`} AS shown
    FROM unnest(${kindsAsked}::text[]::record_kind[], ${keys}::text[]) AS a (kind, key)
    JOIN record r ON r.kind = a.kind AND (r.source_key = a.key OR r.slug = a.key OR (a.kind = 'ORGANIZATION' AND r.content->>'shortName' = a.key))
    ORDER BY a.kind, a.key, (r.source_key IS NOT DISTINCT FROM a.key) DESC, (r.slug = a.key) DESC`.execute(db);
  const byKey = new Map(rows.map((row) => [`${row.kind}:${row.key}`, row]));
  return new Set(
    references.filter(({ target, audience }) => {
      const row = byKey.get(`${target.kind}:${target.key}`);
      return row?.shown && seenByAll(shownOf(row), audience, owners);
    }),
  );
}

/** What is for owners only, in an entry without owners: nobody would see it ever again. */
function ownerless(kind: RecordKind, content: Content): FieldFault[] {
  if (ownersOf(kind, content).length > 0) return [];
  const owner = { PROJECT: 'owners', LESSON: 'organizations', VENDOR: 'organization' }[kind as string] ?? 'content';
  const closed = Object.entries(sections[kind] ?? {}).filter(
    ([name, section]) => audienceOf(content, name, section) === 'OWNERS' && sectionValue(kind, content, name) !== undefined,
  );
  if (content['audience'] !== 'OWNERS' && closed.length === 0) return [];
  return [{ name: owner, message: 'Name an organization that owns the entry: something in it is for its owners only, and without one nobody would see it.' }];
}

export type Checked = { content: Content | null; faults: FieldFault[] };

/**
 * Whether a content is whole: every field as its schema wants it, and nothing named but what the writer and everybody who
 * sees the naming place see. All faults at once.
 * @param writer who names the records; null where it was checked when they submitted
 * @returns the content as it will be stored, where there is no fault
 */
export async function checkContent(
  db: Database | Trx,
  { kind, content, sources }: { kind: RecordKind; content: Content; sources: Content[] },
  writer: Viewer | null,
): Promise<Checked> {
  const placed = { ...content, sourceKey: content['sourceKey'] ?? PLACEHOLDER, slug: content['slug'] ?? PLACEHOLDER };
  const parsed = kinds[kind].schema.safeParse(JSON.parse(JSON.stringify(placed)));
  const proposed = checkSources(sources);
  const faults = [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => ({ name: issue.path.join('.') || 'content', message: issue.message }))),
    ...proposed.faults,
  ];
  if (!parsed.success) return { content: null, faults };
  const whole = parsed.data as Content;
  faults.push(...ownerless(kind, whole));
  const proposedSlugs = new Set(proposed.drafts.map((draft) => draft.content.slug));
  const references = referencesOf(kind, whole).filter(({ target }) => target.kind !== 'SOURCE' || !proposedSlugs.has(target.key));
  const owners = await ownerSlugs(db, ownersOf(kind, whole));
  const found = await known(db, references, owners, writer);
  for (const reference of references) {
    if (found.has(reference)) continue;
    const { kind: targetKind, key } = reference.target;
    const name = reference.path || targetKind.toLowerCase();
    if (faults.some((fault) => fault.name === name)) continue;
    const what = targetKind.toLowerCase().replace('_', ' ');
    faults.push({
      name,
      message:
        reference.audience === 'PUBLIC'
          ? `The library has no ${what} "${key}" that everybody sees. ${targetKind === 'SOURCE' ? 'Add it as a source of this entry.' : 'Choose one of the list, or leave it out.'}`
          : `The library has no ${what} "${key}" that all who see this section see. ${targetKind === 'SOURCE' ? 'Add it as a source of this entry.' : 'Choose one of the list, or leave it out.'}`,
    });
  }
  if (faults.length > 0) return { content: null, faults };
  const { sourceKey, slug, ...rest } = whole;
  return { content: { ...rest, ...(sourceKey === PLACEHOLDER ? {} : { sourceKey }), ...(slug === PLACEHOLDER ? {} : { slug }) }, faults };
}

const ownerSlugs = async (db: Database | Trx, names: string[]): Promise<string[]> =>
  names.length === 0
    ? []
    : (
        await sql<{ slug: string }>`
          SELECT slug FROM record WHERE kind = 'ORGANIZATION' AND (content->>'shortName' = ANY (${names}) OR slug = ANY (${names}) OR source_key = ANY (${names}))`.execute(
          db,
        )
      ).rows.map((row) => row.slug);
