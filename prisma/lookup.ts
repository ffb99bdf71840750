import { type RawBuilder, sql } from 'kysely';
import { ownersOf } from './content/audience.ts';
import { type Named, organizationTarget, type Target } from './content/kind.ts';
import { kinds } from './content/kinds.ts';
import type { Database, Trx } from './database.ts';
import type { RecordKind } from './generated/enums.ts';
import { citedStatements, type Draft, deriveRecord, type Lookup } from './derive.ts';
import { type Shown, seenByAll } from './naming.ts';

/** A reference in a record's content to a record that does not exist. */
export class UnknownTarget extends Error {
  readonly target: Target;
  constructor(target: Target) {
    super(`there is no ${target.kind.toLowerCase()} "${target.key}"`);
    this.target = target;
  }
}

/** What is known of a record that others name. */
export type Entry = { id: string; slug: string; title: string; names: string[]; shown: Shown };
const everybody: Shown = { audience: 'PUBLIC', archived: false, owners: [] };
/** Where to read: a database, a transaction, or whatever runs a query together with others. */
type Reader = Database | Trx | { rows: <Row>(query: RawBuilder<Row>) => Promise<Row[]> };
/** The fields of a content that name it. */
export type Called = { shortName?: string | null; name?: string | null; alsoKnownAs?: string[] | null };

/** The records that some contents name, by kind and key: nothing else of the library is read, however large it is. */
export class RecordLookup implements Lookup {
  private readonly entries = new Map<string, Entry>();

  /**
   * Reads the records that contents name, in one statement.
   * @param more further records to be found, such as those of a table of actions
   */
  static async of(reader: Reader, drafts: readonly Draft[], more: readonly Target[] = []): Promise<RecordLookup> {
    const lookup = new RecordLookup();
    await lookup.read(reader, [...drafts.flatMap(targetsOf), ...more]);
    return lookup;
  }

  /** Adds the records of the given keys, as far as they exist; those that are known already are not read again. */
  async read(reader: Reader, targets: readonly Target[]): Promise<void> {
    const wanted = [...new Map(targets.map((target) => [keyOf(target), target])).values()].filter(
      // No key holds NUL, and PostgreSQL refuses a text that does.
      (target) => !this.entries.has(keyOf(target)) && !target.key.includes('\0'),
    );
    if (wanted.length === 0) return;
    const query = sql<{ kind: RecordKind; key: string; id: string; slug: string; title: string; called: Called; shown: Shown }>`
      SELECT DISTINCT ON (t.kind, t.key) t.kind, t.key, r.id, r.slug, r.title,
        jsonb_build_object('shortName', r.content->'shortName', 'name', r.content->'name', 'alsoKnownAs', r.content->'alsoKnownAs') AS called,
        jsonb_build_object('audience', r.audience, 'archived', r.archived_at IS NOT NULL,
          'owners', ARRAY(SELECT o.organization_id FROM record_owner o WHERE o.record_id = r.id)) AS shown
      FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS t (kind record_kind, key text)
      CROSS JOIN LATERAL (
        SELECT 1 AS rank, id, merged_into FROM record WHERE kind = t.kind AND source_key = t.key
        UNION ALL SELECT 2, id, merged_into FROM record WHERE kind = t.kind AND slug = t.key
        UNION ALL SELECT 3, id, merged_into FROM record WHERE t.kind = 'ORGANIZATION' AND kind = 'ORGANIZATION' AND content->>'shortName' = t.key
      ) f
      -- Who names a record that was merged into another means that one.
      JOIN record r ON r.id = CASE WHEN f.merged_into IS NULL THEN f.id ELSE merged_to(f.id) END ORDER BY t.kind, t.key, f.rank`;
    const rows = 'rows' in reader ? await reader.rows(query) : (await query.execute(reader)).rows;
    for (const { kind, key, id, slug, title, called, shown } of rows)
      this.entries.set(keyOf({ kind, key }), { id, slug, title, names: namesOf(title, called), shown });
  }

  /** Makes a record known under its address, source key and short name without asking the database. */
  add(kind: RecordKind, row: { id: string; slug: string; sourceKey: string | null; title: string }, called: Called): void {
    const entry: Entry = { id: row.id, slug: row.slug, title: row.title, names: namesOf(row.title, called), shown: everybody };
    for (const key of [row.slug, row.sourceKey, kind === 'ORGANIZATION' ? called.shortName : null]) if (key) this.entries.set(keyOf({ kind, key }), entry);
  }

  /** @throws UnknownTarget when there is no such record */
  find(target: Target): Entry {
    const entry = this.entries.get(keyOf(target));
    if (!entry) throw new UnknownTarget(target);
    return entry;
  }

  /** The record, or null where there is none. */
  get(target: Target): Entry | null {
    return this.entries.get(keyOf(target)) ?? null;
  }

  shows(target: Target, audience: Shown['audience'], owners: readonly string[]): boolean {
    return seenByAll(this.find(target).shown, audience, owners);
  }

  readonly named: Named = (target) => this.find(target);
}

const keyOf = ({ kind, key }: Target) => `${kind}:${key}`;

/** What a record is called: of what has a name of its own that and its other names, else its title. */
export function namesOf(title: string, { shortName, name, alsoKnownAs }: Called): string[] {
  const names = [shortName, name, ...(alsoKnownAs ?? [])].filter((one): one is string => Boolean(one));
  return names.length > 0 ? names : [title];
}

/** Knows every record by name and notes which were asked for. */
class Asked extends RecordLookup {
  readonly targets: Target[] = [];
  override find(target: Target): Entry {
    this.targets.push(target);
    return { id: '', slug: target.key, title: target.key, names: [], shown: everybody };
  }
  override shows(): boolean {
    return true;
  }
}

/** Every record that a content names, whoever may see the place where it stands: owners, links, sources, and what its filters and keywords look up. */
function targetsOf(draft: Draft): Target[] {
  const asked = new Asked();
  deriveRecord(draft, asked);
  return [
    ...asked.targets,
    ...ownersOf(draft.kind, draft.content).map(organizationTarget),
    ...kinds[draft.kind].links(draft.content).map((link) => link.to),
    ...citedStatements(draft.content).flatMap((found) => found.citations.map((citation): Target => ({ kind: 'SOURCE', key: citation.source }))),
  ];
}
