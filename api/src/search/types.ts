import type { RecordKind } from '#prisma/generated/enums.ts';
import { addressOf } from '#prisma/content/kinds.ts';
import type { Match, SearchAnswer, SearchHit } from '#search/engine.ts';
import { builder } from '../builder.ts';
import { Facet, Ignored, PageInfo } from '../records/connection.ts';
import type { Ignored as IgnoredValue } from '../records/list.ts';
import { KindEnum, RecordInterface } from '../records/record.ts';
import { findPlaces, type UptakePlace } from '../uptake/places.ts';

/** Ranking stops at a thousand hits in both engines; nobody reads further. */
export const DEPTH_MAX = 1000;
/** What a search found, with what it was asked. */
export type Answer = SearchAnswer & {
  query: string;
  close: Promise<SearchHit[]>;
  offset: number;
  size: number;
  ignored: IgnoredValue[];
  chosen: ReadonlyMap<string, string[]>;
};
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
const PlaceType = builder.objectRef<UptakePlace>('UptakePlace').implement({
  description: 'A page of the uptake: the table of a report, one recommendation, one organization, or one action where both are named.',
  fields: (t) => ({
    report: t.exposeString('report', { description: 'Source key of the report.' }),
    symbol: t.exposeString('symbol'),
    first: t.exposeBoolean('first', { description: 'Whether the report is the one that is shown unless another is asked for.' }),
    recommendation: t.exposeString('recommendation', { nullable: true, description: 'Its number.' }),
    title: t.exposeString('title', { nullable: true, description: 'Of the recommendation.' }),
    organization: t.exposeString('organization', { nullable: true, description: 'Slug.' }),
    name: t.exposeString('name', { nullable: true, description: 'Short name of the organization.' }),
    overdue: t.exposeBoolean('overdue', { description: 'What is overdue, and who has not reported.' }),
  }),
});
/** A page of search results; what else is found by words adds its field. */
export const SearchConnection = builder.objectRef<Answer>('SearchConnection').implement({
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
    uptakePlaces: t.field({
      type: [PlaceType],
      description: 'Pages of the uptake that the query may mean, such as for "uptake", "recommendation 4 WFP" or an organization. Beside the first page alone.',
      resolve: ({ query, offset }, _args, { reads, viewer }) => (offset === 0 ? findPlaces(reads, viewer, query) : []),
    }),
    suggestion: t.exposeString('suggestion', { nullable: true, description: 'A query that would find more.' }),
  }),
});
