import { sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import type { User } from '../accounts/user.ts';
import type { Cells } from '../sheets/cells.ts';
import { keptMapping, layoutOf, type Mapping } from '../sheets/mapping.ts';
import type { TableReading } from '../sheets/types.ts';
import { type ImportKind, PLACE, SOURCE } from './fields.ts';

/** How far down headings that were loaded before are looked for. */
const WITHIN = 30;
/**
 * How a table was read the last time that one of its layout was loaded, with the row of the headings; null when none was. No
 * heading of it need be known: those that were loaded before are.
 */
export async function rememberedMapping(db: Database | Trx, kind: ImportKind, cells: Cells, head: number): Promise<Mapping | null> {
  const places = head > 0 ? [head] : cells.slice(0, WITHIN).flatMap((row, index) => (row.some(Boolean) ? [index + 1] : []));
  const layouts = places.map((place) => layoutOf(cells[place - 1] ?? []));
  const { rows } = await sql<{ layout: string; mapping: Mapping }>`
    SELECT layout, mapping FROM import_mapping WHERE kind = ${kind}::record_kind AND layout = ANY (${layouts}::text[])`.execute(db);
  const [at, found] = layouts.flatMap((layout, index) => rows.filter((row) => row.layout === layout).map((row) => [places[index] ?? 0, row] as const))[0] ?? [];
  return found && at ? { ...found.mapping, head: at } : null;
}

/** Keeps how a table was read for the next one of this layout; what it rests on is of this table alone. */
export async function rememberMapping(trx: Trx, user: User, kind: ImportKind, reading: TableReading): Promise<void> {
  const kept = keptMapping(reading, reading.fields);
  const mapping = { ...kept, given: (kept.given ?? []).filter(({ field }) => field !== SOURCE && field !== PLACE) };
  await sql`
    INSERT INTO import_mapping (kind, layout, mapping, saved_by) VALUES (${kind}::record_kind, ${reading.layout}, ${JSON.stringify(mapping)}::jsonb, ${user.id}::uuid)
    ON CONFLICT (kind, layout) DO UPDATE SET mapping = EXCLUDED.mapping, saved_by = EXCLUDED.saved_by, saved_at = CURRENT_TIMESTAMP`.execute(trx);
}
