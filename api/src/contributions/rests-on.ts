import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { aboutOf, itemOf, shapeOf } from '#prisma/content/field.ts';
import { kinds } from '#prisma/content/kinds.ts';
import { type Citation, REPORT, reportPlace, WHOLE_DOCUMENT } from '#prisma/content/shared.ts';
import { oneLine } from '#prisma/content/text.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Viewer } from '#search/engine.ts';
import type { z } from 'zod';
import { shownRecords } from '../records/policy.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import type { Content } from './draft.ts';
import { slugOf } from './slug.ts';

/** What the facts of a draft rest on that name nothing themselves: a source (its short name, a title, a web address, or "file:" and the hash of a file of the draft) and the place in it. */
type RestsOn = { source?: string; place?: string };

/** A content without what only a draft says: what its facts rest on, and which entries of the same name it is not. */
export const recordContent = ({ restsOn: _, notThe: _notThe, ...content }: Content): Content => content;

/** Whether it names places in sources: a fact, or a record that rests on some as a whole. */
const isCited = (schema: z.ZodType): boolean => {
  const { cite } = shapeOf(schema);
  return cite !== undefined && aboutOf(cite).box === 'cite';
};

/** The cited facts of a content, changed one by one; the content itself stays as it is. */
function withFacts(schema: z.ZodType, value: unknown, change: (fact: Content) => Content): unknown {
  const item = itemOf(schema);
  if (Array.isArray(value)) return item ? value.map((one) => withFacts(item, one, change)) : value;
  const shape = shapeOf(schema);
  if (typeof value !== 'object' || value === null || Object.keys(shape).length === 0) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shape[name] ? withFacts(shape[name], one, change) : one]));
  return isCited(schema) ? change(inner) : inner;
}

/** Every cited fact of a content with its place, such as "stages.0"; the record itself, where it is cited as a whole, has the place "". */
export function factsIn(kind: RecordKind, content: Content): { path: string; fact: Content }[] {
  const found: { path: string; fact: Content }[] = [];
  const walk = (schema: z.ZodType, value: unknown, path: string) => {
    const item = itemOf(schema);
    if (Array.isArray(value)) {
      if (item) for (const [index, one] of value.entries()) walk(item, one, `${path}.${index}`);
    } else if (typeof value === 'object' && value !== null) {
      const shape = shapeOf(schema);
      if (isCited(schema)) found.push({ path, fact: value as Content });
      for (const [name, one] of Object.entries(value)) if (Object.hasOwn(shape, name) && shape[name]) walk(shape[name], one, path ? `${path}.${name}` : name);
    }
  };
  walk(kinds[kind].schema, content, '');
  return found;
}

/** A place in the report as people write it, as it is kept: "Paragraph 41", "§ 41", "box 3", "annex i". Null where it is none. */
function inReport(text: string): string | null {
  const place = text
    .replace(/^(?:paragraphs?|paras?\.?|§)\s*(?=\d)/i, 'para ')
    .replace(/^(?:footnotes?|fn\.?)\s*(?=\d)/i, 'fn ')
    .replace(
      /^(box|table|figure|annex)\s+(\w+)$/i,
      (_, word: string, number: string) => `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()} ${number.toUpperCase()}`,
    );
  const small = /^(executive summary|abbreviations|index|title page)$/i.test(place) ? place.toLowerCase() : place;
  return reportPlace.test(small) ? small : null;
}

/** A web address and what follows it; null where the text begins with none. */
const addressIn = (text: string): { address: string; place: string } | null => {
  const match = /^(https?:\/\/[^\s<>"]+)(?:\s+(.*))?$/is.exec(text);
  if (!match?.[1]) return null;
  const address = match[1].replace(/(?<![,;:.])[,;:.]+$/, '');
  return URL.canParse(address) ? { address, place: match[2] ?? '' } : null;
};

/** Where a title may end and a place begin, longest title first: "A note, annex 2, page 3" names "A note, annex 2" or "A note". */
function splits(text: string): { title: string; place: string }[] {
  const found = [{ title: text, place: '' }];
  for (const { index } of [...text.matchAll(/[,:;]/g)].slice(0, 8).reverse())
    found.push({ title: text.slice(0, index).trim(), place: text.slice(index + 1).trim() });
  return found.filter(({ title }) => title !== '');
}
const same = (a: unknown, b: string) => oneLine(String(a ?? '')).toLowerCase() === b.toLowerCase();
const short = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);

type Attachment = { file?: string; title?: string };
type Rested = { content: Content; sources: Content[] };

/**
 * A draft's content with the source that was chosen for all its facts where they name none, and with what people write for
 * a source in place of its short name: a title, a web address, a file of the draft. An address or file that the library
 * does not have as a source becomes one of the draft's new sources. What leads to nothing stays as it was typed.
 * @param draft.organizationName who the author of an attached file is taken for
 * @param baseUrl the public address of the library, under which files are found
 */
export async function rested(
  reader: Reader,
  draft: { kind: RecordKind; content: Content; sources: Content[]; organizationName?: string | null },
  writer: Viewer,
  baseUrl: string,
): Promise<Rested> {
  const { kind } = draft;
  const content = recordContent(draft.content);
  const chosen = draft.content['restsOn'] as RestsOn | undefined;
  const usual = chosen?.source
    ? [/^(?:file:|https?:)/i.test(chosen.source) ? `${chosen.source} ${chosen.place ?? ''}`.trim() : `${chosen.source}: ${chosen.place ?? ''}`]
    : [];
  const citesOf = (fact: Content): unknown[] => {
    const own = Array.isArray(fact['cite']) ? fact['cite'] : [];
    return own.length > 0 ? own : usual;
  };
  const texts = [...new Set(factsIn(kind, content).flatMap(({ fact }) => citesOf(fact).flatMap((one) => textOf(one) ?? [])))];
  const read = await citationsFor(reader, texts, draft, writer, baseUrl);
  const cited = withFacts(kinds[kind].schema, content, (fact) => {
    const citations = citesOf(fact);
    return citations.length === 0 ? fact : { ...fact, cite: citations.map((one) => read.citations.get(textOf(one) ?? '') ?? one) };
  }) as Content;
  return { content: cited, sources: [...draft.sources, ...read.sources] };
}

/** What was typed for a citation; null for one that names a source by its short name, or nothing. */
function textOf(citation: unknown): string | null {
  if (typeof citation === 'string') return oneLine(citation);
  const { source, place } = (citation ?? {}) as Partial<Citation>;
  return source === REPORT && typeof place === 'string' && !reportPlace.test(place) ? oneLine(place) : null;
}

async function citationsFor(
  reader: Reader,
  texts: readonly string[],
  draft: { sources: Content[]; content: Content; organizationName?: string | null },
  writer: Viewer,
  baseUrl: string,
): Promise<{ citations: Map<string, Citation>; sources: Content[] }> {
  const citations = new Map<string, Citation>();
  const made: Content[] = [];
  if (texts.length === 0) return { citations, sources: made };
  const all = texts.slice(0, 200);
  const names = all.flatMap((text) => splits(text).map(({ title }) => title.toLowerCase()));
  const addresses = all.flatMap((text) => addressIn(text)?.address ?? []);
  const known = await rowsOf(
    reader,
    sql<{ slug: string; title: string; symbol: string | null; address: string | null }>`
      SELECT r.slug, r.title, r.content->>'symbol' AS symbol, r.content->>'address' AS address FROM record r
      WHERE r.kind = 'SOURCE' AND ${shownRecords(writer)} AND r.archived_at IS NULL
        AND (lower(r.title) = ANY (${names}) OR lower(r.content->>'symbol') = ANY (${names}) OR r.slug = ANY (${names}) OR r.content->>'address' = ANY (${addresses}))
      ORDER BY r.slug`,
  );
  const own = draft.sources as { slug?: string; title?: string; address?: string }[];
  const files = (Array.isArray(draft.content['attachments']) ? draft.content['attachments'] : []) as Attachment[];
  const byAddress = (address: string) => [...own, ...known, ...(made as { slug: string; address: string }[])].find((one) => one.address === address)?.slug;
  const propose = (source: { slug: string; title: string; author: string; address: string; summary: string }) => {
    made.push(source);
    return source.slug;
  };
  const ofFile = ({ file = '', title }: Attachment) => {
    const address = new URL(`/files/${file}`, baseUrl).href;
    const name = oneLine(title ?? '') || 'Attached document';
    return (
      byAddress(address) ??
      propose({
        slug: `${slugOf(name).slice(0, 60).replace(/-+$/, '')}-${file.slice(0, 8)}`,
        title: name.slice(0, 300),
        author: draft.organizationName ?? 'Its writers',
        address,
        summary: 'A document that came with the entry that cites it.',
      })
    );
  };
  const ofAddress = (address: string) => {
    const { host, pathname } = new URL(address);
    const title = `${host}${pathname === '/' ? '' : pathname}`.slice(0, 300);
    return (
      byAddress(address) ??
      propose({
        slug: `${slugOf(title).slice(0, 60).replace(/-+$/, '')}-${short(address)}`,
        title,
        author: host,
        address,
        summary: 'A page on the web, cited by its address.',
      })
    );
  };
  const read = (text: string): Citation | null => {
    const report = inReport(text);
    if (report) return { source: REPORT, place: report };
    const web = addressIn(text);
    if (web) return { source: ofAddress(web.address), place: web.place || WHOLE_DOCUMENT };
    const hash = /^file:([0-9a-f]{64})(?:\s+(.*))?$/.exec(text);
    const file = hash && files.find((one) => one.file === hash[1]);
    if (file) return { source: ofFile(file), place: hash[2] || WHOLE_DOCUMENT };
    for (const { title, place } of splits(text)) {
      const attached = files.find((one) => one.file && same(one.title, title));
      const source =
        own.find((one) => same(one.title, title) || same(one.slug, title)) ??
        known.find((one) => [one.slug, one.title, one.symbol].some((name) => same(name, title)));
      const slug = source?.slug ?? (attached ? ofFile(attached) : null);
      if (!slug) continue;
      return slug === REPORT ? { source: slug, place: inReport(place) ?? place } : { source: slug, place: place || WHOLE_DOCUMENT };
    }
    return null;
  };
  for (const text of all) {
    const citation = read(text);
    if (citation) citations.set(text, citation);
  }
  return { citations, sources: made };
}
