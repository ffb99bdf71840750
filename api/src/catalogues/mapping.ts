import { sql } from 'kysely';
import { z } from 'zod';
import { type Why, why } from '#i18n/fault.ts';
import { foreignOwnerKinds } from '#prisma/content/foreign-record.ts';
import { key, line, url } from '#prisma/content/shared.ts';
import type { Database, Trx } from '#prisma/database.ts';
import digitalPublicGoods from './mappings/digital-public-goods.json' with { type: 'json' };
import publicSectorTechWatch from './mappings/public-sector-tech-watch.json' with { type: 'json' };
import { type CatalogueFault, type CatalogueTable, isColumn } from './reading.ts';

/** What a column can be. One of the first group has one value, so that two columns cannot be it. */
const singleFields = ['identifier', 'title', 'address', 'summary', 'owner', 'ownerKind', 'stage', 'began', 'ended', 'website', 'changedThere'] as const;
const listFields = ['countries', 'sectors', 'technologies', 'goals', 'repositories', 'licences', 'restsOn', 'statements'] as const;
const mappedFields = [...singleFields, ...listFields] as const;
export type MappedField = (typeof mappedFields)[number];

const text = z.string().trim().min(1).max(300);
/** How one column is read. */
const mappedColumn = z.strictObject({
  /** The heading, the path of a JSON file, or `@file`. */
  column: text,
  field: z.enum(mappedFields),
  /** The sign between the values of one cell, of a field that has several. */
  separator: z.string().min(1).max(5).optional(),
  /** What the words of the catalogue are in those of the library; null: none of them, and the word stays a statement of the catalogue. */
  words: z.record(z.string(), z.string().nullable()).optional(),
  /** Of goals: the number of the goal that the column votes on, which has the entry from this vote on. */
  goal: z.number().int().min(1).max(17).optional(),
  from: z.number().optional(),
  /** Of statements: what they are called; the heading unless told. */
  label: line.optional(),
});
const catalogueMapping = z.strictObject({
  title: line,
  catalogue: z.strictObject({
    key,
    name: line,
    publisher: line.optional(),
    url: url.optional(),
    licence: line,
    licenceUrl: url.optional(),
    /** In which its texts are written (BCP 47). */
    language: z.string().max(35).default('en'),
  }),
  /** Where the page of an entry stands; {identifier} is put into it. */
  address: z.string().max(500).optional(),
  /** Whose entries they are, where no column says so. */
  ownerKind: z.enum(foreignOwnerKinds).optional(),
  /** Cells that are as good as empty. */
  empty: z.array(z.string()).default([]),
  /** The order of days such as 5/6/2024. */
  days: z.enum(['DMY', 'MDY']).default('DMY'),
  columns: z.array(mappedColumn).min(1).max(300),
});
export type MappedColumn = z.infer<typeof mappedColumn>;
export type CatalogueMapping = z.infer<typeof catalogueMapping>;
export type NamedMapping = { name: string; ready: boolean; mapping: CatalogueMapping };

/** Comes with Atrium, under a name that nobody can take. */
const readyMappings: Record<string, CatalogueMapping> = {
  'public-sector-tech-watch': catalogueMapping.parse(publicSectorTechWatch),
  'digital-public-goods': catalogueMapping.parse(digitalPublicGoods),
};

/** A mapping from outside, or what is wrong with its form. */
export function readMapping(given: unknown): CatalogueMapping | Why {
  const read = catalogueMapping.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  return why('MAPPING_FORM', { message: `${issue?.path.join('.') || 'mapping'}: ${issue?.message ?? ''}` });
}

/** All mappings that have a name: those that come with Atrium first. */
export async function namedMappings(db: Database | Trx): Promise<NamedMapping[]> {
  const { rows } = await sql<{ name: string; mapping: unknown }>`SELECT name, mapping FROM catalogue_mapping ORDER BY name`.execute(db);
  return [
    ...Object.entries(readyMappings).map(([name, mapping]) => ({ name, ready: true, mapping })),
    ...rows.map(({ name, mapping }) => ({ name, ready: false, mapping: catalogueMapping.parse(mapping) })),
  ];
}

/** Keeps a mapping under a name; one of the same name is replaced. Null where it was kept, else why it was not. */
export async function keepMapping(trx: Trx, by: string | null, name: string, mapping: CatalogueMapping): Promise<Why | null> {
  if (!key.safeParse(name).success || name.length > 100) return why('MAPPING_NAME');
  if (Object.hasOwn(readyMappings, name)) return why('MAPPING_READY');
  await sql`
    INSERT INTO catalogue_mapping (name, mapping, saved_by) VALUES (${name}, ${JSON.stringify(mapping)}::jsonb, ${by}::uuid)
    ON CONFLICT (name) DO UPDATE SET mapping = excluded.mapping, saved_by = excluded.saved_by, saved_at = CURRENT_TIMESTAMP`.execute(trx);
  return null;
}

/** What is wrong with a mapping for a file, by its columns: nothing is read with one that has a fault. */
export function mappingFaults(table: CatalogueTable, { columns }: CatalogueMapping): CatalogueFault[] {
  const faults: CatalogueFault[] = [];
  const said = (one: Why, column = '') => faults.push({ ...one, place: '', column });
  for (const field of singleFields) {
    const own = columns.filter((one) => one.field === field);
    if (own.length > 1) said(why('MAPPING_TWO', { columns: own.map(({ column }) => `“${column}”`).join(', '), field }), own[1]?.column);
    if (own.length === 0 && (field === 'identifier' || field === 'title')) said(why('MAPPING_NEEDS', { field }));
  }
  for (const { column } of columns) {
    const twice = 'cells' in (table.rows[0] ?? {}) && table.heads.filter((head) => head === column).length > 1;
    if (twice) said(why('MAPPING_COLUMN_TWICE', { column }), column);
    // An entry of a JSON file leaves out what it does not say; only a table has to have all its columns.
    else if (!isColumn(table, column) && 'cells' in (table.rows[0] ?? {})) said(why('MAPPING_COLUMN', { column }), column);
  }
  return faults;
}

/** The mapping that fits a file: that has all its columns there, and of several the one with most. Of JSON at least the identifier and the title. */
export function fittingMapping(table: CatalogueTable, mappings: readonly NamedMapping[]): NamedMapping | null {
  const isTable = 'cells' in (table.rows[0] ?? {});
  const fits = ({ mapping: { columns } }: NamedMapping) =>
    isTable
      ? columns.every(({ column }) => isColumn(table, column))
      : columns.filter(({ field }) => field === 'identifier' || field === 'title').every(({ column }) => isColumn(table, column)) &&
        columns.filter(({ column }) => isColumn(table, column)).length * 2 > columns.length;
  return mappings.filter(fits).sort((a, b) => b.mapping.columns.length - a.mapping.columns.length)[0] ?? null;
}
