import { sql } from 'kysely';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Viewer } from '#search/engine.ts';
import { visibleRecords } from './policy.ts';
import { type Reader, rowsOf } from './query-batch.ts';

/** How a name that somebody typed is that of a record: as it is written, in another spelling, or as another name of it. */
export const nameReasons = ['SAME', 'CASE', 'ACCENTS', 'LEGAL_FORM', 'SHORT_NAME', 'FORMER_NAME', 'ALSO_KNOWN_AS', 'SIMILAR'] as const;
export type NameReason = (typeof nameReasons)[number];
/** A record that has the name, and the name of it that was meant. */
export type NameMatch = {
  text: string;
  id: string;
  kind: RecordKind;
  slug: string;
  sourceKey: string | null;
  shortName: string | null;
  title: string;
  name: string;
  reason: NameReason;
};

/** The kinds of records whose names are kept by key (migrations 031 and 231). */
export const namedKinds = ['VENDOR', 'ORGANIZATION', 'PROJECT', 'BUILDING_BLOCK'] as const satisfies readonly RecordKind[];

/** What a content refers to a record by: to an organization by its short name, to what has a number by that, else by its address. */
export const referenceOf = ({
  kind,
  slug,
  sourceKey,
  shortName,
}: {
  kind: RecordKind;
  slug: string;
  sourceKey: string | null;
  shortName?: string | null;
}): string =>
  kind === 'ORGANIZATION' ? (shortName ?? slug) : kind === 'VENDOR' || kind === 'PROJECT' || kind === 'BUILDING_BLOCK' ? slug : (sourceKey ?? slug);

const plain = (text: string) => text.trim().replace(/\s+/g, ' ');
const bare = (text: string) => plain(text).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** What tells two spellings of one name apart. */
function spelling(text: string, name: string): NameReason {
  if (plain(text) === plain(name)) return 'SAME';
  if (plain(text).toLowerCase() === plain(name).toLowerCase()) return 'CASE';
  return bare(text) === bare(name) ? 'ACCENTS' : 'LEGAL_FORM';
}

/**
 * The live records of a kind that have one of these names, in whatever spelling, as far as the viewer sees them: by their
 * name, a short or former one, or what else they are called. One statement, by an index, however large the library is.
 */
export async function namedAlike(reader: Reader, viewer: Viewer, kind: RecordKind, texts: readonly string[]): Promise<NameMatch[]> {
  const asked = [...new Set(texts.map(plain).filter((text) => text !== ''))].slice(0, 50);
  if (asked.length === 0 || !(namedKinds as readonly RecordKind[]).includes(kind)) return [];
  const rows = await rowsOf(
    reader,
    sql<Omit<NameMatch, 'reason'> & { how: string }>`
      SELECT DISTINCT ON (t.text, r.id) t.text, r.id, r.kind, r.slug, r.source_key AS "sourceKey", r.content->>'shortName' AS "shortName", r.title, n.how, n.name
      FROM unnest(${asked}::text[]) t (text)
      JOIN record r ON record_name_keys(r.content) @> ARRAY[name_key(t.text)] AND r.kind IN ('VENDOR', 'ORGANIZATION', 'PROJECT', 'BUILDING_BLOCK') AND r.kind = ${kind}::record_kind AND ${visibleRecords(viewer)}
      CROSS JOIN LATERAL record_names(r.content) n WHERE name_key(n.name) = name_key(t.text)
      ORDER BY t.text, r.id, n.how DESC, n.name = t.text DESC LIMIT 200`,
  );
  return rows.map(({ how, ...row }) => ({ ...row, reason: how === 'NAME' ? spelling(row.text, row.name) : (how as NameReason) }));
}
