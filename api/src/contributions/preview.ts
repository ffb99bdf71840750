import type { Draft } from '#prisma/derive.ts';
import { kinds } from '#prisma/content/kinds.ts';
import type { Audience } from '#prisma/content/shared.ts';
import { RecordLookup } from '#prisma/lookup.ts';
import type { Context } from '../context.ts';
import type { Linked } from '../records/links.ts';
import type { RecordRow } from '../records/load.ts';
import type { Content, DraftRow } from './draft.ts';
import { viewOf } from './redaction.ts';
import { recordContent, rested } from './rests-on.ts';

const PLACEHOLDER = 'proposed';

/** Citations of the new sources with their titles: the library does not know these yet. */
function withTitles(value: unknown, titles: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => withTitles(one, titles));
  if (typeof value !== 'object' || value === null) return value;
  const { source, place } = value as { source?: unknown; place?: unknown };
  if (typeof source === 'string' && typeof place === 'string' && titles.has(source)) return { ...value, title: titles.get(source) };
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withTitles(one, titles)]));
}

/**
 * The record that would come of a draft, as far as the person sees the draft: it reads as a live one does, with its links,
 * filter values and sources, and nothing is written. Null where the draft is not whole, or what it names is not there.
 */
export async function previewOf(context: Context, draft: DraftRow): Promise<RecordRow | null> {
  const { viewer, reads, services } = context;
  const view = viewOf(draft, viewer);
  if (!view.open) return null;
  const { kind } = draft;
  const own = draft.state === 'DRAFT' || draft.state === 'RETURNED';
  const { content: given, sources } = own
    ? await rested(reads, { ...draft, content: view.content, sources: view.sources }, viewer, services.accounts.settings.baseUrl)
    : { content: recordContent(view.content), sources: view.sources };
  const placed = { ...given, slug: draft.liveSlug ?? PLACEHOLDER, sourceKey: given['sourceKey'] ?? PLACEHOLDER };
  const parsed = kinds[kind].schema.safeParse(JSON.parse(JSON.stringify(placed)));
  if (!parsed.success) return null;
  const content = parsed.data as Draft['content'];
  const definition = kinds[kind];
  const specs = definition.links(content);
  const [lookup, inward] = await Promise.all([
    RecordLookup.of(reads, [], [...specs.map(({ to }) => to), ...namedBy(content, kind)]),
    draft.recordId ? context.links.load(draft.recordId) : [],
  ]);
  const linked = await Promise.all(
    specs.map(async ({ relation, to, data }): Promise<Linked[]> => {
      const entry = lookup.get(to);
      const record = entry && (await context.records.load(entry.id));
      return record ? [{ relation, direction: 'OUT', data, total: 1, record }] : [];
    }),
  );
  const titles = new Map(sources.map((source) => [String(source['slug']), String(source['title'] ?? source['slug'])]));
  const shown = withTitles(content, titles) as Content;
  const row: RecordRow = {
    id: draft.id,
    kind,
    slug: draft.liveSlug ?? PLACEHOLDER,
    sourceKey: null,
    position: 0,
    title: definition.title(content as never),
    summary: definition.summary(content as never),
    language: ((content as Content)['language'] as string | undefined) ?? 'en',
    audience: ((content as Content)['audience'] as Audience | undefined) ?? 'PUBLIC',
    version: (draft.liveVersion ?? 0) + 1,
    hash: '',
    facets: '',
    createdAt: draft.createdAt,
    updatedAt: draft.updatedAt,
    content: shown,
    decoded: Promise.resolve(facetsOf(definition, content, lookup)),
    preview: { record: draft.recordId },
  };
  context.links.prime(row.id, [...linked.flat(), ...inward.filter(({ direction }) => direction === 'IN')]);
  return row;
}

/** What its filter values look up beside what it leads to. */
function namedBy(content: Draft['content'], kind: DraftRow['kind']) {
  const asked: { kind: DraftRow['kind']; key: string }[] = [];
  kinds[kind].facets(content as never, (target) => {
    asked.push(target);
    return { slug: target.key, title: target.key, names: [] };
  });
  return asked;
}

function facetsOf(definition: (typeof kinds)[DraftRow['kind']], content: Draft['content'], lookup: RecordLookup) {
  const named = (target: Parameters<RecordLookup['get']>[0]) => lookup.get(target) ?? { slug: target.key, title: target.key, names: [] };
  return definition.facets(content as never, named).map(([facet, value], index) => ({ code: -1 - index, facet, value, label: null }));
}
