import { vocabulary } from '#i18n/en/vocabulary.ts';
import { aboutOf, bare, type Field, isCited, isOptional, itemOf, valuesOf, valueSchema } from '#prisma/content/field.ts';
import { kinds } from '#prisma/content/kinds.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Content } from '../contributions/draft.ts';
import type { MapField } from '../sheets/mapping.ts';

/** The concepts whose entries can be loaded from a table. */
export const importKinds = ['VENDOR'] as const satisfies readonly RecordKind[];
export type ImportKind = (typeof importKinds)[number];

/** Between the values of a list in one cell, as in exports. */
export const SEPARATOR = ';';
/** What stands in a table beside the fields: which entry a row is, and what its statements rest on. */
export const ADDRESS = 'address';
export const SOURCE = 'restsOn.source';
export const PLACE = 'restsOn.place';

/** The fields that a table can have: those of which exports have a column with their value, and the name. */
const columnsOf = (kind: ImportKind): { field: Field; head: string }[] =>
  kinds[kind].fields.flatMap((field) => {
    const type = bare(valueSchema(field)).def.type;
    if (type !== 'string' && type !== 'enum') return [];
    if (field.about.title) return [{ field, head: 'Title' }];
    const [head, , cell] = field.about.columns?.[0] ?? [];
    return head && !cell ? [{ field, head }] : [];
  });

/** As `columnsOf`, as columns of any table are looked for. */
export function mapFields(kind: ImportKind): MapField[] {
  const words = vocabulary as unknown as Record<string, Record<string, unknown> | undefined>;
  return [
    { name: ADDRESS, headings: ['Address'] },
    ...columnsOf(kind).map(({ field, head }): MapField => {
      const { options, words: group } = aboutOf(valueSchema(field));
      const called = (value: string) => (group ? words[group]?.[value] : undefined);
      return {
        name: field.path,
        headings: [head, ...(field.about.title ? ['Name', field.path] : [field.path])],
        ...(options && itemOf(field.schema) === undefined
          ? {
              kind: 'CHOICE',
              choices: options.map((value) => ({ value, words: [called(value), value].filter((one): one is string => typeof one === 'string') })),
            }
          : {}),
        ...(field.about.title ? { key: true } : {}),
      };
    }),
    { name: SOURCE, headings: ['Source'] },
    { name: PLACE, headings: ['Place in the source', 'Place'] },
  ];
}
/** The heads of a template, each with whether every new entry needs it. */
export const templateHeads = (kind: ImportKind): { head: string; needed: boolean }[] => [
  ...columnsOf(kind).map(({ field, head }) => ({ head, needed: field.about.title === true || field.about.summary === true || isNeeded(field) })),
  { head: 'Source', needed: true },
  { head: 'Place in the source', needed: false },
];
const isNeeded = (field: Field) => !isOptional(field.schema) && itemOf(field.schema) === undefined && field.schema.def.type !== 'default';

export type Changed = { column: string; before: string; after: string };
const parts = (text: string) => [
  ...new Set(
    text
      .split(SEPARATOR)
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];
const shown = (field: Field, content: Content) => valuesOf(field, content).filter(Boolean).join(`${SEPARATOR} `);

/**
 * A content with what a row says in its cells: an empty or absent cell leaves what is there. What stands there already keeps
 * its sources; what is new has none yet and rests on the source of the row.
 */
export function withCells(kind: ImportKind, before: Content, values: ReadonlyMap<string, string>): { content: Content; changed: Changed[] } {
  let content = before;
  const changed: Changed[] = [];
  for (const { field, head } of columnsOf(kind)) {
    const text = values.get(field.path)?.trim() ?? '';
    const was = shown(field, before);
    if (text === '' || text === was) continue;
    const item = itemOf(field.schema);
    const part = field.about.value ?? 'text';
    const one = (value: string, schema = field.schema): unknown => (isCited(schema) ? { [part]: value } : value);
    if (item) {
      const old = (Array.isArray(valueIn(before, field.path)) ? valueIn(before, field.path) : []) as unknown[];
      const textOf = (value: unknown) => String(typeof value === 'object' && value !== null ? (value as Content)[part] : value);
      const next = parts(text).map((value) => old.find((kept) => textOf(kept) === value) ?? one(value, item));
      if (JSON.stringify(next) === JSON.stringify(old)) continue;
      content = put(content, field.path, next);
    } else content = put(content, field.path, one(text));
    changed.push({ column: head, before: was, after: shown(field, content) });
  }
  return { content, changed };
}
const valueIn = (content: Content, path: string): unknown => path.split('.').reduce<unknown>((value, name) => (value as Content | undefined)?.[name], content);
const put = (content: Content, path: string, value: unknown): Content => {
  const [name = '', ...rest] = path.split('.');
  return { ...content, [name]: rest.length > 0 ? put((content[name] ?? {}) as Content, rest.join('.'), value) : value };
};
/** The head of the column that a path of a content is read from; the path where it is none. */
export const headOf = (kind: ImportKind, path: string): string =>
  path.startsWith('restsOn') || /(^|\.)cite(\.|$)/.test(path)
    ? 'Source'
    : (columnsOf(kind).find(({ field }) => path === field.path || path.startsWith(`${field.path}.`))?.head ?? path);
