import { sql } from 'kysely';
import { fault } from '#i18n/fault.ts';
import type { Database } from '#prisma/database.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { isStatement, statementHash, statementParts, statementWords } from '#prisma/statement-words.ts';
import type { Viewer } from '#search/engine.ts';
import { invalidInput } from '../errors.ts';
import { type RevisionRow, revisionsWhere } from '../history/revision.ts';
import { shownRecords } from '../records/policy.ts';
import type { CitedFact } from '../records/statement.ts';

/** Characters of a text that is asked for; no sentence of the library is longer than its longest text. */
export const QUOTATION_MAX = 1_500;
/** Records that are looked into, and versions of them all together: what a stranger's question may cost. */
const RECORDS = 10;
const VERSIONS = 60;

/** A place of a record where a text stands or stood, with the versions in which it does, newest first. */
export type QuotedPlace = {
  recordId: string;
  kind: RecordKind;
  slug: string;
  title: string;
  /** Whether the record was taken out of the library. */
  archived: boolean;
  /** In the newest of these versions, such as "statements.3.text". */
  path: string;
  /** The whole text there. */
  text: string;
  /** What it rests on, where it is a cited statement. */
  fact: CitedFact | null;
  versions: RevisionRow[];
};
export type Quotation = { text: string; places: QuotedPlace[]; complete: boolean };

type Found = { path: string; text: string; fact: CitedFact | null };
/** Where a content has these words, whole or as one of the sentences of a text. */
function placesIn(words: string, value: unknown, path: string[] = [], fact: CitedFact | null = null): Found[] {
  if (typeof value === 'string') return statementParts(value).includes(words) ? [{ path: path.join('.'), text: value, fact }] : [];
  if (typeof value !== 'object' || value === null) return [];
  const cited = !Array.isArray(value) && Array.isArray((value as { cite?: unknown }).cite) ? (value as CitedFact) : fact;
  return Object.entries(value).flatMap(([name, one]) => placesIn(words, one, [...path, name], cited));
}

const titleOf = ({ content, slug }: RevisionRow): string => String(content['title'] ?? content['name'] ?? content['term'] ?? slug);

/**
 * Whether a text stands in the library, or stood there: capitals, stops and spaces aside, a whole text or one of its sentences.
 * Looked up by a hash of its words (`statement_run`), and read from the versions themselves as far as the viewer sees them: what
 * is hidden is not found. `complete` is false where there were more records or versions than are looked into.
 * @throws GraphQLError BAD_USER_INPUT for fewer than three words or more than `QUOTATION_MAX` characters
 */
export async function quote(db: Database, viewer: Viewer, text: string): Promise<Quotation> {
  if (text.length > QUOTATION_MAX) throw invalidInput([fault('text', 'TOO_LONG', { max: QUOTATION_MAX })]);
  const words = statementWords(text);
  if (!isStatement(words)) throw invalidInput([fault('text', 'QUOTATION_SHORT')]);
  const hash = statementHash(words);
  const revisions = await revisionsWhere(
    db,
    viewer,
    sql<boolean>`r.id = ANY (ARRAY(SELECT DISTINCT s.record_id FROM statement_run s JOIN record r ON r.id = s.record_id WHERE s.hash = ${hash}::uuid AND ${shownRecords(viewer)} LIMIT ${sql.lit(RECORDS)}))
      AND EXISTS (SELECT FROM statement_run s WHERE s.hash = ${hash}::uuid AND s.record_id = r.id AND v.number BETWEEN s.first AND s.last)`,
    VERSIONS,
  );
  const places = new Map<string, QuotedPlace>();
  for (const revision of revisions) {
    const found = placesIn(words, revision.content);
    // The same statement may have moved in a list from one version to the next.
    for (const [index, { path, text: said, fact }] of found.entries()) {
      const key = `${revision.recordId} ${path.replace(/\d+/g, '#')} ${found.slice(0, index).filter((one) => one.path.replace(/\d+/g, '#') === path.replace(/\d+/g, '#')).length}`;
      const known = places.get(key);
      if (known) known.versions.push(revision);
      else {
        const { recordId, kind, slug, archivedAt } = revision;
        places.set(key, { recordId, kind, slug, title: titleOf(revision), archived: archivedAt !== null, path, text: said, fact, versions: [revision] });
      }
    }
  }
  const records = new Set(revisions.map(({ recordId }) => recordId));
  return { text, places: [...places.values()], complete: revisions.length < VERSIONS && records.size < RECORDS };
}
