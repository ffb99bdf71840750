import { sql } from 'kysely';
import { ownersOf, publicContent } from '#prisma/content/audience.ts';
import type { Target } from '#prisma/content/kind.ts';
import { organizationTarget } from '#prisma/content/kind.ts';
import { kinds } from '#prisma/content/kinds.ts';
import { source } from '#prisma/content/source.ts';
import type { Database, Trx } from '#prisma/database.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { citedStatements, Directory, type Draft, UnknownTarget } from '#prisma/publish.ts';
import type { FieldFault } from '../errors.ts';
import { type Reader, rowsOf } from '../records/reads.ts';
import { boundFaults } from './bounds.ts';
import type { Content } from './draft.ts';

/** Stands where the schema wants a source key or slug that people do not choose. */
const PLACEHOLDER = 'contributed';
/** Bytes of JSON; far more than any record of the library has. */
const CONTENT_MAX = 300_000;

/** Whether this can be kept as a draft at all; a draft may be incomplete. */
export function acceptable(content: unknown): FieldFault[] {
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    return [{ name: 'content', message: 'Send the fields of the entry as an object.' }];
  // First of all: what is too deep cannot even be written as text.
  const bounds = boundFaults(content, 'content');
  if (bounds.length > 0) return bounds;
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
    const { sourceKey: _, ...fields } = content;
    const result = source.safeParse({ ...fields, sourceKey: PLACEHOLDER });
    if (!result.success) faults.push(...result.error.issues.map((issue) => ({ name: ['sources', index, ...issue.path].join('.'), message: issue.message })));
    else {
      const { sourceKey: _placeholder, ...kept } = result.data;
      drafts.push({ kind: 'SOURCE', content: kept });
    }
  });
  return { drafts, faults };
}

/** The path of the first place in a content where a text stands. */
function pathTo(value: unknown, text: string, path: (string | number)[] = []): string | null {
  if (value === text) return path.join('.');
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, item] of Object.entries(value)) {
    const found = pathTo(item, text, [...path, name]);
    if (found !== null) return found;
  }
  return null;
}

const targetsOf = (kind: RecordKind, content: Content): Target[] => [
  ...ownersOf(kind, content).map(organizationTarget),
  ...kinds[kind].links(content).map((link) => link.to),
  ...citedStatements(content).flatMap((found) => found.citations.map((citation): Target => ({ kind: 'SOURCE', key: citation.source }))),
];

/** How a content is checked together with others: what was read for all of them, and where to read with them. */
export type Reading = { directory?: Directory; reader?: Reader };

const holds = (directory: Directory, target: Target): boolean => {
  try {
    return Boolean(directory.find(target));
  } catch (error) {
    if (!(error instanceof UnknownTarget)) throw error;
    return false;
  }
};

/**
 * The directory of the library, with the records that a content refers to and that it does not hold in memory.
 */
export async function directoryFor(
  db: Database | Trx,
  kind: RecordKind,
  content: Content,
  { directory: known, reader = db }: Reading = {},
): Promise<Directory> {
  const directory = known ?? (await Directory.read(db));
  const unknown = targetsOf(kind, content).filter((target) => !holds(directory, target) && !target.key.includes('\0'));
  if (unknown.length === 0) return directory;
  const rows = await rowsOf(
    reader,
    sql<{ kind: RecordKind; id: string; slug: string; sourceKey: string | null; title: string }>`
    SELECT r.kind, r.id, r.slug, r.source_key AS "sourceKey", r.title FROM record r
    WHERE (r.kind, r.slug) IN (SELECT * FROM unnest(${unknown.map((target) => target.kind)}::record_kind[], ${unknown.map((target) => target.key)}::text[]))`,
  );
  for (const { kind: found, ...row } of rows) directory.add(found, row, {});
  return directory;
}

export type Checked = { content: Content | null; faults: FieldFault[] };

/**
 * Whether a content is whole: every field as its schema wants it, every organization, vendor, project and source known, and
 * nothing that is not public named where everybody reads it. All faults at once.
 * @returns the content as it will be stored, where there is no fault
 */
export async function checkContent(db: Database | Trx, kind: RecordKind, content: Content, sources: Content[], reading: Reading = {}): Promise<Checked> {
  const placed = { ...content, sourceKey: content['sourceKey'] ?? PLACEHOLDER, slug: content['slug'] ?? PLACEHOLDER };
  const parsed = kinds[kind].schema.safeParse(JSON.parse(JSON.stringify(placed)));
  const proposed = checkSources(sources);
  const faults = [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => ({ name: issue.path.join('.') || 'content', message: issue.message }))),
    ...proposed.faults,
  ];
  if (!parsed.success) return { content: null, faults };
  const whole = parsed.data as Content;
  const directory = await directoryFor(db, kind, whole, reading);
  const proposedSlugs = new Set(proposed.drafts.map((draft) => draft.content.slug));
  const open = new Set(whole['audience'] === 'PUBLIC' ? targetsOf(kind, publicContent(kind, whole)).map((target) => `${target.kind}:${target.key}`) : []);
  const ids = new Map<string, Target>();
  for (const target of targetsOf(kind, whole)) {
    if (target.kind === 'SOURCE' && proposedSlugs.has(target.key)) continue;
    try {
      const { id } = directory.find(target);
      if (open.has(`${target.kind}:${target.key}`)) ids.set(id, target);
    } catch (error) {
      if (!(error instanceof UnknownTarget)) throw error;
      const name = pathTo(whole, target.key) ?? target.kind.toLowerCase();
      if (!faults.some((fault) => fault.name === name))
        faults.push({
          name,
          message: `The library has no ${target.kind.toLowerCase().replace('_', ' ')} "${target.key}". ${target.kind === 'SOURCE' ? 'Add it as a source of this entry.' : 'Choose one of the list.'}`,
        });
    }
  }
  if (ids.size > 0) {
    const rows = await rowsOf(
      reading.reader ?? db,
      sql<{ id: string }>`SELECT id FROM record WHERE id = ANY (${[...ids.keys()]}::uuid[]) AND (audience <> 'PUBLIC' OR archived_at IS NOT NULL)`,
    );
    for (const { id } of rows) {
      const target = ids.get(id) as Target;
      faults.push({
        name: pathTo(whole, target.key) ?? target.kind.toLowerCase(),
        message: `"${target.key}" is not shown to everybody. Set this section to the same audience, or leave it out.`,
      });
    }
  }
  if (faults.length > 0) return { content: null, faults };
  const { sourceKey, slug, ...rest } = whole;
  return { content: { ...rest, ...(sourceKey === PLACEHOLDER ? {} : { sourceKey }), ...(slug === PLACEHOLDER ? {} : { slug }) }, faults };
}
