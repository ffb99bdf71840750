import type { RecordKind } from '../generated/enums.ts';
import { kinds } from './kinds.ts';
import { type Section, type Sections, sectionsIn } from './sections.ts';
import { type Audience, audiences } from './shared.ts';

/** The sections of each concept whose records people write, by name. */
export const sections: Partial<Record<RecordKind, Sections>> = Object.fromEntries(
  Object.values(kinds)
    .filter(({ fields }) => fields.some(({ about }) => about.section !== undefined))
    .map(({ kind, fields }) => [kind, sectionsIn(fields)]),
);

type Content = Record<string, unknown>;
const chosen = (content: Content): Record<string, Audience> =>
  typeof content['audiences'] === 'object' && content['audiences'] !== null ? (content['audiences'] as Record<string, Audience>) : {};
/** Who may see a section: as chosen, or as it is for the concept. An unknown value hides. */
export const audienceOf = (content: Content, name: string, section: Section): Audience => {
  const value = chosen(content)[name] ?? section.initial;
  return (audiences as readonly string[]).includes(value) ? value : 'OWNERS';
};

const read = (content: Content, path: readonly string[]): unknown => path.reduce<unknown>((value, name) => (value as Content | undefined)?.[name], content);
/** A copy of the content with another value at a path; undefined removes it. */
function write(content: Content, path: readonly string[], value: unknown): Content {
  const [name, ...rest] = path as [string, ...string[]];
  if (rest.length > 0) return { ...content, [name]: write((content[name] as Content | undefined) ?? {}, rest, value) };
  const { [name]: _old, ...others } = content;
  return value === undefined ? others : { ...content, [name]: value };
}
const inSection = (section: Section) => (item: unknown) => (item as Content | null)?.[section.items?.field ?? ''] === section.items?.value;
/** The sections of a content that `sees` refuses, by name. */
export const hiddenSections = (kind: RecordKind, content: Content, sees: (audience: Audience) => boolean): Set<string> =>
  new Set(
    Object.entries(sections[kind] ?? {}).flatMap(([name, section]) => {
      const audience = audienceOf(content, name, section);
      return audience === 'PUBLIC' || sees(audience) ? [] : [name];
    }),
  );

/** The content without certain sections. The same object where nothing is left out. */
export function withoutSections<C extends Content>(kind: RecordKind, content: C, names: ReadonlySet<string>): C {
  let result: Content = content;
  for (const [name, section] of Object.entries(sections[kind] ?? {})) {
    if (!names.has(name)) continue;
    const value = read(result, section.path);
    if (value === undefined) continue;
    if (section.items) result = write(result, section.path, Array.isArray(value) ? value.filter((item) => !inSection(section)(item)) : []);
    else result = write(result, section.path, section.optional ? undefined : []);
  }
  return result as C;
}

/** The content without the sections that `sees` refuses. The same object where nothing is left out. */
export const visibleContent = <C extends Content>(kind: RecordKind, content: C, sees: (audience: Audience) => boolean): C =>
  withoutSections(kind, content, hiddenSections(kind, content, sees));

/** What stands in a section: its value, or of a list those items that are in it; undefined where nothing does. */
export function sectionValue(kind: RecordKind, content: Content, name: string): unknown {
  const section = sections[kind]?.[name];
  const value = section && read(content, section.path);
  const found = section?.items && Array.isArray(value) ? value.filter(inSection(section)) : value;
  return found === undefined || found === null || (Array.isArray(found) && found.length === 0) ? undefined : found;
}

/**
 * The sections that a place of a content may belong to, by name; none for what has the audience of the record. A place in
 * a list whose items have sections of their own belongs to that of its item, or, where the item is not to be found, to all.
 * @param path as faults ("figures.0.label") or differences ("figures[0].label", "figures[-2]", "figures[]") name it
 */
export function sectionsAt(kind: RecordKind, content: Content, path: string): string[] {
  const steps = path.split(/[.[]/).map((step) => step.replace(/\]$/, ''));
  return Object.entries(sections[kind] ?? {}).flatMap(([name, section]) => {
    const shorter = Math.min(steps.length, section.path.length);
    if (section.path.slice(0, shorter).some((step, index) => step !== steps[index])) return [];
    const item = section.items && /^\d+$/.test(steps[1] ?? '') ? (read(content, section.path) as unknown[] | undefined)?.[Number(steps[1])] : undefined;
    return item === undefined || inSection(section)(item) ? [name] : [];
  });
}

/** What everybody may see of a content, beside the record's own audience: all that search, filters, links and citations are made from. */
export const publicContent = <C extends Content>(kind: RecordKind, content: C): C => visibleContent(kind, content, () => false);

/** Puts the sections that a writer does not see back as they are stored, with their audiences: a writer changes only what they see. */
export function keepSections(kind: RecordKind, stored: Content, given: Content, names: ReadonlySet<string>): Content {
  let result = given;
  for (const [name, section] of Object.entries(sections[kind] ?? {})) {
    if (!names.has(name)) continue;
    const before = read(stored, section.path);
    if (section.items) {
      const now = read(result, section.path);
      const others = Array.isArray(now) ? now.filter((item) => !inSection(section)(item)) : [];
      result = write(result, section.path, [...others, ...(Array.isArray(before) ? before.filter(inSection(section)) : [])]);
    } else result = write(result, section.path, before);
    result = write(result, ['audiences'], { ...chosen(result), [name]: audienceOf(stored, name, section) });
  }
  return result;
}

/** Puts back what `sees` refuses of the stored content; see `keepSections`. */
export const keepHidden = (kind: RecordKind, stored: Content, given: Content, sees: (audience: Audience) => boolean): Content =>
  keepSections(kind, stored, given, hiddenSections(kind, stored, sees));

/** The organizations whose record it is, by short name: they accept its changes and see what is for OWNERS. */
export function ownersOf(kind: RecordKind, content: Content): string[] {
  const list = (value: unknown) =>
    (Array.isArray(value) ? value : value === undefined ? [] : [value]).filter((one): one is string => typeof one === 'string' && one.length > 0);
  if (kind === 'PROJECT' || kind === 'SOURCE' || kind === 'BUILDING_BLOCK') return list(content['owners']);
  if (kind === 'LESSON') return list(content['organizations']);
  if (kind === 'VENDOR') return list(content['organization']);
  return [];
}
