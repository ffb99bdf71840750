import { type FieldFault, fault } from '#i18n/fault.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { addressOf } from '#prisma/content/kinds.ts';
import type { Match, SearchAnswer, SearchHit } from '#search/engine.ts';
import { builder } from '../builder.ts';
import { invalidInput } from '../errors.ts';
import { Facet, Ignored, PageInfo, selectedFields } from '../records/connection.ts';
import { chooseFilters, type Ignored as IgnoredValue, pageSize } from '../records/list.ts';
import { KindEnum, RecordInterface } from '../records/record.ts';
import { closeHits } from './close.ts';

const QUERY_MAX = 200;
/** Ranking stops at a thousand hits in both engines; nobody reads further. */
const DEPTH_MAX = 1000;
/** The filters that search offers beside the kind. */
const searchFacets = ['organization', 'region', 'country', 'platform', 'stage', 'use', 'theme', 'vendor', 'goal'];

type Answer = SearchAnswer & { close: Promise<SearchHit[]>; offset: number; size: number; ignored: IgnoredValue[]; chosen: ReadonlyMap<string, string[]> };
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const html = (parts: { text: string; marked: boolean }[]) =>
  parts.map((part) => (part.marked ? `<mark>${escaped(part.text)}</mark>` : escaped(part.text))).join('');
const cursorOf = (offset: number) => Buffer.from(`search:${offset}`).toString('base64url');

const valuesOf = (hit: SearchHit, facet: string) => hit.facetKeys.filter((key) => key.startsWith(`${facet}:`)).map((key) => key.slice(facet.length + 1));

const Part = builder.objectRef<{ text: string; marked: boolean }>('SnippetPart').implement({
  description: 'A piece of text; marked pieces matched the query.',
  fields: (t) => ({ text: t.exposeString('text'), marked: t.exposeBoolean('marked') }),
});
const MatchType = builder.objectRef<Match>('Match').implement({
  description: 'Why a record was found.',
  fields: (t) => ({
    field: t.exposeString('field'),
    word: t.exposeString('word'),
    how: t.exposeString('how', { description: 'exact, form, prefix, typo or synonym.' }),
  }),
});
const Hit = builder.objectRef<SearchHit>('SearchHit').implement({
  description: 'A record that was found.',
  fields: (t) => ({
    kind: t.expose('kind', { type: KindEnum }),
    title: t.exposeString('title'),
    url: t.string({ description: 'The page of the record.', resolve: (hit) => addressOf(hit.kind, hit.slug) }),
    snippet: t.string({ description: 'The best passage as HTML: escaped, with <mark> around what matched.', resolve: (hit) => html(hit.snippet) }),
    titleParts: t.field({ type: [Part], resolve: (hit) => hit.titleParts }),
    snippetParts: t.field({ type: [Part], resolve: (hit) => hit.snippet }),
    matchedFields: t.stringList({ resolve: (hit) => [...new Set(hit.matches.map((match) => match.field))] }),
    matches: t.field({ type: [MatchType], resolve: (hit) => hit.matches }),
    near: t.exposeBoolean('near', {
      description: 'Whether it was found by a guess alone: another spelling, a word that means nearly the same, without some of the words.',
    }),
    owners: t.stringList({
      description: 'Short names of the organizations whose record it is or whose experience it tells.',
      resolve: async (hit, _args, { services }) => {
        const own = valuesOf(hit, 'organization');
        const entries = await services.facets.findAll(own.map((value) => ({ facet: 'organization', value })));
        return own.map((value, index) => entries[index]?.label ?? value);
      },
    }),
    countries: t.stringList({ description: 'ISO 3166-1 alpha-2.', resolve: (hit) => valuesOf(hit, 'country') }),
    stage: t.string({ nullable: true, description: 'How far a project is.', resolve: (hit) => valuesOf(hit, 'stage')[0] ?? null }),
    theme: t.string({ nullable: true, description: 'What a lesson is about.', resolve: (hit) => valuesOf(hit, 'theme')[0] ?? null }),
    language: t.string({
      description: 'In which its texts are written (BCP 47).',
      resolve: async (hit, _args, { records }) => (await records.load(hit.id))?.language ?? 'en',
    }),
    record: t.field({ type: RecordInterface, nullable: true, resolve: (hit, _args, { records }) => records.load(hit.id) }),
  }),
});
const Edge = builder.objectRef<{ cursor: string; node: SearchHit }>('SearchHitEdge').implement({
  fields: (t) => ({ cursor: t.exposeString('cursor'), node: t.field({ type: Hit, resolve: (edge) => edge.node }) }),
});
const KindCount = builder.objectRef<{ value: keyof typeof RecordKind; count: number }>('KindCount').implement({
  description: 'How many records of a kind.',
  fields: (t) => ({ kind: t.field({ type: KindEnum, resolve: (one) => one.value }), count: t.exposeInt('count') }),
});
const Connection = builder.objectRef<Answer>('SearchConnection').implement({
  description: 'A page of search results.',
  fields: (t) => ({
    edges: t.field({ type: [Edge], resolve: ({ hits, offset }) => hits.map((node, index) => ({ node, cursor: cursorOf(offset + index + 1) })) }),
    pageInfo: t.field({
      type: PageInfo,
      resolve: ({ hits, offset, total }) => ({
        hasNextPage: offset + hits.length < Math.min(total, DEPTH_MAX),
        hasPreviousPage: offset > 0,
        startCursor: hits.length ? cursorOf(offset + 1) : null,
        endCursor: hits.length ? cursorOf(offset + hits.length) : null,
      }),
    }),
    totalCount: t.exposeInt('total'),
    totalIsExact: t.exposeBoolean('exact'),
    asTypedCount: t.exposeInt('asTyped', {
      nullable: true,
      description: 'How many have what was typed, in any form or language; the rest is near. Null where the engine cannot tell.',
    }),
    kinds: t.field({ type: [KindCount], description: 'How many of each kind, whatever kinds were chosen.', resolve: (answer) => answer.kinds }),
    facets: t.field({
      type: [Facet],
      resolve: async (answer, _args, { services, reads }) => {
        await services.facets.catchUp(reads);
        return Promise.all(
          answer.facets.map(async ({ field, values }) => {
            const entries = await services.facets.findAll(values.map(({ value }) => ({ facet: field, value })));
            const named = values.map((one, index) => ({ ...one, label: entries[index]?.label ?? one.value }));
            return { field, values: services.facets.withChosen(named, field, answer.chosen.get(field)) };
          }),
        );
      },
    }),
    ignored: t.field({ type: [Ignored], resolve: (answer) => answer.ignored }),
    engine: t.exposeString('engine'),
    degraded: t.boolean({ description: 'True when the first-choice engine failed and results may be simpler.', resolve: (answer) => answer.fallback }),
    simpler: t.boolean({ deprecationReason: 'Use `degraded`. Removed with the next release.', resolve: (answer) => answer.fallback }),
    ignoredTerms: t.exposeStringList('ignoredTerms', { description: 'Words that were left out to find anything.' }),
    dropped: t.exposeStringList('ignoredTerms', { deprecationReason: 'Use `ignoredTerms`. Removed with the next release.' }),
    close: t.field({
      type: [Hit],
      description:
        'Records close in meaning to the query that are not among its edges, at most five, closest first. Beside the first page alone, and only where the library has a service of embeddings that answers; in no count and no facet.',
      resolve: ({ close }) => close,
    }),
    suggestion: t.exposeString('suggestion', { nullable: true, description: 'A query that would find more.' }),
  }),
});
const filter = builder.inputType('SearchFilter', {
  description: 'By the facets of the answer; several values of one are alternatives.',
  fields: (t) => Object.fromEntries(searchFacets.map((name) => [name, t.stringList()])) as Record<string, ReturnType<typeof t.stringList>>,
});

builder.queryField('search', (t) =>
  t.field({
    type: Connection,
    description: 'One box over everything: forgives typing mistakes, completes the last word, ignores accents.',
    args: {
      query: t.arg.string({ required: true, description: `At most ${QUERY_MAX} characters.` }),
      kinds: t.arg({ type: [KindEnum], required: false }),
      filter: t.arg({ type: filter, required: false }),
      first: t.arg.int({ required: false }),
      after: t.arg.string({ required: false }),
    },
    resolve: async (_root, args, context, info): Promise<Answer> => {
      const { services, viewer } = context;
      const faults: FieldFault[] = [];
      const size = pageSize(args.first, faults);
      if (args.query.length > QUERY_MAX) faults.push(fault('query', 'QUERY', { max: QUERY_MAX, given: args.query.length }));
      const match = args.after ? /^search:(\d{1,4})$/.exec(Buffer.from(args.after, 'base64url').toString()) : null;
      if (args.after && !match) faults.push(fault('after', 'CURSOR_SEARCH'));
      if (faults.length > 0) throw invalidInput(faults);
      const offset = Math.min(Number(match?.[1] ?? 0), DEPTH_MAX - 1);
      const given = Object.fromEntries(
        Object.entries((args.filter ?? {}) as Record<string, string[] | null | undefined>).map(([facet, values]) => [facet, values ?? []]),
      );
      const { chosen, ignored } = await chooseFilters(services, viewer, given);
      const selected = selectedFields(info);
      // Control characters mean nothing in a query and would end up in what is shown.
      const query = args.query.replace(/\p{Cc}/gu, ' ');
      // Asked for while the engine searches.
      const meant = selected.has('close') && offset === 0 && services.closeness && /[\p{L}\p{N}]/u.test(query) ? services.closeness.to(query.trim()) : null;
      const answer = await services.search.search({
        query,
        ...(args.kinds?.length ? { kinds: args.kinds } : {}),
        filter: Object.fromEntries([...chosen].map(([facet, keys]) => [facet, keys.map((key) => key.slice(facet.length + 1))])),
        facets: selected.has('facets') ? searchFacets : [],
        counted: ['totalCount', 'totalIsExact', 'asTypedCount', 'kinds', 'facets'].some((field) => selected.has(field)),
        viewer,
        first: size,
        offset,
      });
      const restriction = { kinds: args.kinds ?? [], chosen: [...chosen.values()], without: answer.hits.map(({ id }) => id) };
      const close = meant ? meant.then((found) => closeHits(context, found, restriction)) : Promise.resolve([]);
      return { ...answer, close, offset, size, ignored, chosen };
    },
  }),
);
