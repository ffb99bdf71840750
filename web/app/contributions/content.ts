import { forms, sourceForm } from '../definitions.ts';
import { tidied } from './pasted.ts';
import type { Field, Kind } from './spec.ts';

export type Content = Record<string, unknown>;

/** The report that a place without a source means. */
const REPORT = 'jiu-rep-2020-7';
/** What every cited group carries beside its own fields. */
const certainties = ['STATED', 'INFERRED', 'UNCERTAIN'];

type Citation = { source: string; place: string };

/** A citation as people write it: "para 41" in the report, "unjspf-2021: newsroom" in another source. */
export const citationText = (citation: unknown): string => {
  if (typeof citation === 'string') return citation;
  const { source, place } = citation as Citation;
  return source === REPORT ? place : `${source}: ${place}`;
};
const citationOf = (text: string): Citation | string => {
  // What is no short name, a place in the report included, is read by the library: a title, an address, "box 3".
  if (/^https?:\/\//i.test(text)) return text;
  const other = /^([a-z0-9]+(?:-[a-z0-9]+)*): *(.+)$/.exec(text);
  return other ? { source: other[1] ?? '', place: other[2] ?? '' } : { source: REPORT, place: text };
};

/** The value at a path such as "ledger.platforms". */
export const valueAt = (content: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (typeof value === 'object' && value !== null ? (value as Content)[name] : undefined), content);

function put(content: Content, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop() as string;
  let place = content;
  for (const name of names) {
    if (typeof place[name] !== 'object' || place[name] === null) {
      if (value === undefined) return;
      place[name] = {};
    }
    place = place[name] as Content;
  }
  if (value === undefined) delete place[last];
  else place[last] = value;
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The fields of a group, those that say what it rests on included. */
const within = (field: { fields: Field[]; cited?: boolean }): Field[] =>
  field.cited
    ? [
        ...field.fields,
        { type: 'cite', path: 'cite' },
        { type: 'line', path: 'asAt', optional: true },
        { type: 'choice', path: 'certainty', options: certainties, words: 'certainty' },
        { type: 'prose', path: 'note', optional: true },
      ]
    : field.fields;

/** What the boxes of a form hold for a content, by name. Reading them back gives the same content. */
export function boxesOf(fields: readonly Field[], content: unknown, prefix = ''): [string, string][] {
  return fields.flatMap((field): [string, string][] => {
    const name = prefix + field.path;
    const value = valueAt(content, field.path);
    switch (field.type) {
      case 'checks':
        return listOf(value).map((one) => [name, textOf(one)]);
      case 'names':
        return listOf(value).map((one, index) => [`${name}.${index}`, textOf(one)]);
      case 'cite':
        return [[name, listOf(value).map(citationText).join('\n')]];
      case 'group':
        return boxesOf(within(field), value, `${name}.`);
      case 'list':
        return listOf(value).flatMap((item, index) => boxesOf(within(field), item, `${name}.${index}.`));
      default:
        return [[name, textOf(value)]];
    }
  });
}

export type Reads = 'date' | 'country' | 'currency' | 'language' | 'number';
/** How the library reads what is written into a box; null where it is taken as it stands. */
export const readsOf = (field: Field): Reads | null =>
  field.type === 'number' ? 'number' : 'reads' in field && field.reads ? field.reads : field.path === 'asAt' ? 'date' : null;

type Boxes = { get(name: string): string | null; getAll(name: string): string[]; keys(): string[] };
/** What was typed, without what browsers do to line ends and people to spaces. */
export function boxes(form: FormData | URLSearchParams): Boxes {
  const text = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n').replaceAll('\0', '').trim() : '');
  const keys = [...new Set(form.keys())];
  return { get: (name) => (form.has(name) ? text(form.get(name)) : null), getAll: (name) => form.getAll(name).map(text).filter(Boolean), keys: () => keys };
}

/** The numbers that follow a path in the names of a form: those of the items of a list, in their order. */
function indexesIn(form: Boxes, path: string): number[] {
  const found = new Set<number>();
  for (const name of form.keys()) {
    if (!name.startsWith(`${path}.`)) continue;
    const index = /^\d{1,4}(?=\.|$)/.exec(name.slice(path.length + 1))?.[0];
    if (index !== undefined) found.add(Number(index));
  }
  return [...found].sort((a, b) => a - b);
}

type ReadGroup = { value: Content; blank: boolean };
function readGroup(fields: readonly Field[], form: Boxes, prefix: string): ReadGroup {
  const value: Content = {};
  let blank = true;
  for (const field of fields) {
    const read = readField(field, form, prefix + field.path);
    // How sure has a value from the start: a group that only has that is still blank.
    if (!read.blank && field.path !== 'certainty') blank = false;
    if (read.value !== undefined) put(value, field.path, read.value);
  }
  return { value, blank };
}

/** The value of one field as it was typed; undefined where it is to be left out. */
function readField(field: Field, form: Boxes, name: string): { value: unknown; blank: boolean } {
  switch (field.type) {
    case 'checks': {
      const value = form.getAll(name);
      return { value: value.length === 0 && field.optional ? undefined : value, blank: value.length === 0 };
    }
    case 'names': {
      const value = indexesIn(form, name)
        .map((index) => form.get(`${name}.${index}`) ?? '')
        .filter(Boolean);
      return { value, blank: value.length === 0 };
    }
    case 'cite': {
      const value = (form.get(name) ?? '')
        .split('\n')
        .map((one) => one.trim())
        .filter(Boolean)
        .map(citationOf);
      return { value, blank: value.length === 0 };
    }
    case 'group': {
      const { value, blank } = readGroup(within(field), form, `${name}.`);
      return { value: blank && field.optional ? undefined : value, blank };
    }
    case 'list': {
      const items = indexesIn(form, name)
        .map((index) => readGroup(within(field), form, `${name}.${index}.`))
        .filter((item) => !item.blank)
        .map((item) => item.value);
      return { value: items.length === 0 && field.optional ? undefined : items, blank: items.length === 0 };
    }
    default: {
      const text = form.get(name) ?? '';
      const blank = text === '';
      const numeric = field.type === 'number' || (field.type === 'choice' && field.numeric);
      // What is no number stays as it was typed, so that it can be mended.
      if (numeric) return { value: blank ? undefined : Number.isFinite(Number(text)) ? Number(text) : text, blank };
      if (blank) return { value: field.type === 'choice' || field.optional ? undefined : '', blank };
      return { value: field.type === 'prose' ? tidied(text) : text, blank };
    }
  }
}

/** The content that a form says; what the form does not show stays as it is in `before`. */
export function contentOf(kind: Kind, form: Boxes, before: unknown): Content {
  const content = structuredClone((before ?? {}) as Content);
  for (const field of forms[kind].flatMap((section) => section.fields)) put(content, field.path, readField(field, form, field.path).value);
  if (form.get('restsOn.source') !== null) {
    // An address that somebody typed goes before what is chosen from the list.
    const source = form.get('restsOn.address') || form.get('restsOn.source');
    const place = form.get('restsOn.place');
    put(content, 'restsOn', source || place ? { ...(source ? { source } : {}), ...(place ? { place } : {}) } : undefined);
  }
  if (form.get('notThe.asked') !== null) {
    const others = form.getAll('notThe');
    put(content, 'notThe', others.length > 0 ? others : undefined);
  }
  const audiences = content['audiences'];
  if (typeof audiences === 'object' && audiences !== null && Object.keys(audiences).length === 0) delete content['audiences'];
  return content;
}

type Box = { box: string; path: string; field: Field };
/**
 * Which box of a form holds which place of the content that it says: blank items are left out of lists, so that
 * "countries.2.code" may be the place "countries.0.code".
 */
function boxesIn(kind: Kind, form: Boxes): Box[] {
  const found: Box[] = [];
  const walk = (fields: readonly Field[], box: string, path: string) => {
    for (const field of fields) {
      const [ownBox, ownPath] = [box + field.path, path + field.path];
      if (field.type === 'group') walk(within(field), `${ownBox}.`, `${ownPath}.`);
      else if (field.type === 'list') {
        const items = indexesIn(form, ownBox).filter((index) => !readGroup(within(field), form, `${ownBox}.${index}.`).blank);
        for (const [at, index] of items.entries()) walk(within(field), `${ownBox}.${index}.`, `${ownPath}.${at}.`);
      } else found.push({ box: ownBox, path: ownPath, field });
    }
  };
  for (const { fields } of forms[kind]) walk(fields, '', '');
  return found;
}
/** The boxes whose text the library reads, such as "Kenya" for a country. */
export const readBoxes = (kind: Kind, form: Boxes): (Box & { reads: Reads })[] =>
  boxesIn(kind, form).flatMap((one) => {
    const reads = readsOf(one.field);
    return reads ? [{ ...one, reads }] : [];
  });
/** Whether a form holds text that came with signs of a word processor and is kept without them. */
export const wasTidied = (kind: Kind, form: Boxes): boolean =>
  boxesIn(kind, form).some(({ box, field }) => {
    const text = form.get(box) ?? '';
    return field.type === 'prose' && tidied(text) !== text;
  });

/** The new sources of an entry. A blank one is left out. */
export const sourcesOf = (form: Boxes): Content[] => {
  const { value } = readField({ type: 'list', path: 'sources', fields: sourceForm }, form, 'sources');
  return value as Content[];
};

/** A content with one more blank item in a list, or with one taken out. Null where the path names no list. */
export function withItem(content: Content, action: string): { content: Content; index: number; path: string } | null {
  const [verb, rest = ''] = [action.slice(0, action.indexOf(':')), action.slice(action.indexOf(':') + 1)];
  if (verb === 'add') {
    const items = listOf(valueAt(content, rest));
    const next = structuredClone(content);
    put(next, rest, [...items, {}]);
    return { content: next, index: items.length, path: rest };
  }
  const match = /^(.+)\.(\d+)$/.exec(rest);
  if (verb !== 'remove' || !match) return null;
  const [, path = '', index = '0'] = match;
  const next = structuredClone(content);
  put(
    next,
    path,
    listOf(valueAt(content, path)).filter((_, at) => at !== Number(index)),
  );
  return { content: next, index: Number(index), path };
}
/** The lists that buttons may lengthen and shorten; a name from outside is taken for nothing else. */
export const listPaths = (kind: Kind): string[] => [
  ...forms[kind]
    .flatMap((section) => section.fields)
    .filter((field) => field.type === 'list')
    .map((field) => field.path),
  'sources',
];

/** A content with another text at a path such as "engagements.0.vendor". */
export function withValue<Value>(within: Value, path: string, text: string): Value {
  const [name = '', ...rest] = path.split('.');
  const copy = (Array.isArray(within) ? [...within] : { ...within }) as Record<string, unknown>;
  copy[name] = rest.length === 0 ? text : withValue(copy[name], rest.join('.'), text);
  return copy as Value;
}
