import { type FieldFault, fault } from '#i18n/fault.ts';
import { getNamedType, type GraphQLNamedType, type GraphQLResolveInfo, isInterfaceType, isObjectType } from 'graphql';
import { type Audience, RecordKind } from '#prisma/generated/enums.ts';
import { addressOf } from '#prisma/content/kinds.ts';
import { hashOf } from '#prisma/hash.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { invalidInput } from '../errors.ts';
import { askedFields } from './asked.ts';
import type { FacetEntry } from './facets.ts';
import { type Linked, linkKey, linksAt } from './links.ts';
import { MAX_PAGE, pageSize } from './list.ts';
import { isPartial } from './policy.ts';
import { similarTo } from './similar.ts';
import { type Address, findRecord, type RecordRow } from './load.ts';
import { CitationType, citationsOf } from './statement.ts';

export const KindEnum = builder.enumType('Kind', {
  description: 'The concepts of the library.',
  values: Object.keys(RecordKind) as (keyof typeof RecordKind)[],
});
export const AudienceEnum = builder.enumType('Audience', {
  description: 'Who may see a record or a section of it.',
  values: {
    PUBLIC: { description: 'Everyone.' },
    UN_SYSTEM: { description: 'Signed-in members of organizations of the UN system.' },
    OWNERS: { description: 'Members of the organizations that own the record.' },
  } satisfies Record<keyof typeof Audience, object>,
});

/** How many connections of a record are given unless told otherwise. */
const CONNECTIONS = 50;

/** The content of a record, loaded when a list did not need it. */
export const contentOf = async <Content>(row: RecordRow, context: Context): Promise<Content> =>
  (row.content ?? (await context.contents.load(row.id))) as Content;

/** A record with all that stands in its row, where a list read only what names it. */
const wholeOf = async (row: RecordRow, context: Context): Promise<RecordRow> => (row.brief ? ((await context.records.load(row.id)) ?? row) : row);
/** A part of a record's row that is not read for what the rows of a list name. */
const ofWhole =
  <Name extends 'sourceKey' | 'hash' | 'createdAt' | 'updatedAt' | 'summary'>(name: Name) =>
  (row: RecordRow, _args: object, context: Context): RecordRow[Name] | Promise<RecordRow[Name]> =>
    row.brief ? wholeOf(row, context).then((whole) => whole[name]) : row[name];

/** A record's own filter values, read from the row without a join. */
export const facetsOf = async (row: RecordRow, context: Context, facet: string): Promise<FacetEntry[]> => {
  row.decoded ??= context.services.facets.decode(row.facets);
  return (await row.decoded).filter((entry) => entry.facet === facet);
};

/** The page of a record asks for all its links at once; a row of a list only for those that it shows. */
const linksWanted = (row: RecordRow, relations: string[], direction?: 'OUT' | 'IN') => (row.content ? row.id : linkKey(row.id, relations, direction));

/** The links of a record of one relation, or of several. */
export const linksOf = async (row: RecordRow, context: Context, direction: 'OUT' | 'IN', ...relations: string[]): Promise<Linked[]> =>
  (await context.links.load(linksWanted(row, relations, direction))).filter((link) => link.direction === direction && relations.includes(link.relation));
/** The records of a kind at the other end of a record's links in either direction, each once. */
export const linkedRecords = async (row: RecordRow, context: Context, kind: RecordKind, ...relations: string[]): Promise<RecordRow[]> => {
  const links = (await context.links.load(linksWanted(row, relations))).filter(
    (link) => link.record.kind === kind && (relations.length === 0 || relations.includes(link.relation)),
  );
  return eachOnce(links);
};
/** The records at the other end of links, each once. */
export const eachOnce = (links: readonly Linked[]): RecordRow[] => [...new Map(links.map((link) => [link.record.id, link.record])).values()];

/** Everything that bears on a record, what follows from the data too: outwards first, by relation. */
async function connectionsOf(row: RecordRow, context: Context): Promise<Linked[]> {
  const links = context.links.load(row.id);
  if (row.kind !== 'PROJECT') return links;
  const all = [...(await links), ...(await similarTo(context, row))];
  return all.sort((a, b) => (a.direction === b.direction ? Number(a.relation > b.relation) - Number(a.relation < b.relation) : a.direction === 'OUT' ? -1 : 1));
}

const isRecord = (type: GraphQLNamedType) =>
  (isObjectType(type) || isInterfaceType(type)) && [type, ...type.getInterfaces()].some(({ name }) => name === 'Record');
const fieldsOf = (type: GraphQLNamedType | null | undefined) => (isObjectType(type) || isInterfaceType(type) ? type.getFields() : {});

type Asked = ReturnType<typeof askedFields>;
/** Whether a query asks of a record for other records, or for what names them, such as an engagement. */
const asksForLinks = (asked: Asked): boolean =>
  asked
    .flatMap(({ type, name }) => fieldsOf(type)[name]?.type ?? [])
    .map((type) => getNamedType(type))
    .some((type) => isRecord(type) || Object.values(fieldsOf(type)).some((field) => isRecord(getNamedType(field.type))));

/** The fields of a record that show what follows from the data; reading it costs more than the whole record does. */
const computedFields = new Set(['standards', 'connections']);

/** The record of an address; where the query goes on to other records, its links come in the same statement. */
export async function recordAt(context: Context, info: GraphQLResolveInfo, kind: RecordKind, by: Address): Promise<RecordRow | null> {
  const asked = askedFields(info);
  const [row, links] = await Promise.all([
    findRecord(context.reads, context.viewer, kind, by),
    asksForLinks(asked)
      ? linksAt(
          context.reads,
          context.viewer,
          kind,
          by,
          asked.some(({ name }) => computedFields.has(name)),
        )
      : null,
  ]);
  if (row && links) context.links.prime(row.id, links);
  return row;
}

export const RecordInterface = builder.interfaceRef<RecordRow>('Record').implement({
  description: 'What every record of the library has.',
  resolveType: (row) => typeNames[row.kind],
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.expose('kind', { type: KindEnum }),
    slug: t.exposeString('slug', { description: 'Readable public address, unique within the kind.' }),
    sourceKey: t.string({
      nullable: true,
      resolve: ofWhole('sourceKey'),
      description: 'The id of its item in the inventory of the report; stable for ever. Null for records that people added.',
    }),
    title: t.exposeString('title'),
    language: t.exposeString('language', { description: 'In which its title and texts are written (BCP 47), such as ar.' }),
    url: t.string({ description: 'The page of the record, relative to the address of the library.', resolve: (row) => addressOf(row.kind, row.slug) }),
    audience: t.expose('audience', { type: AudienceEnum }),
    version: t.exposeInt('version', { description: 'Number of the live version, from 1.' }),
    hash: t.string({
      description: 'SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.',
      resolve: async (row, _args, context) => {
        const content = await contentOf<Record<string, unknown>>(row, context);
        return isPartial(content) ? hashOf(content) : ofWhole('hash')(row, {}, context);
      },
    }),
    createdAt: t.field({ type: 'DateTime', resolve: ofWhole('createdAt') }),
    updatedAt: t.field({ type: 'DateTime', resolve: ofWhole('updatedAt') }),
    summaryText: t.string({
      resolve: ofWhole('summary'),
      description: 'Plain text of the summary, for lists; the summary with its citations is on the record.',
    }),
    abstract: t.string({ resolve: ofWhole('summary'), deprecationReason: 'Use `summaryText`. Removed with the next release.' }),
    citations: t.field({
      type: [CitationType],
      description: 'What the record as a whole rests on; each statement has its own.',
      resolve: async (row, _args, context) => {
        const content = await contentOf<{ cite?: { source: string; place: string }[] }>(row, context);
        return content.cite ? citationsOf({ cite: content.cite, certainty: 'STATED' }, row.id) : [];
      },
    }),
    connections: t.field({
      type: [ConnectionRef],
      description: 'What bears on this record, computed from the data in both directions.',
      args: {
        relations: t.arg.stringList({ required: false, description: 'Only these, such as OWNER.' }),
        kinds: t.arg({ type: [KindEnum], required: false, description: 'Only to records of these kinds.' }),
        first: t.arg.int({ required: false, description: `1 to ${MAX_PAGE}; ${CONNECTIONS} unless given.` }),
        skip: t.arg.int({ required: false, description: 'How many of them to pass over, to read on.' }),
      },
      resolve: async (row, { relations, kinds, first, skip }, context) => {
        const faults: FieldFault[] = [];
        const size = pageSize(first ?? CONNECTIONS, faults);
        const from = skip ?? 0;
        if (from < 0) faults.push(fault('skip', 'SKIP', { given: from }));
        if (faults.length > 0) throw invalidInput(faults);
        const wanted = (await connectionsOf(row, context)).filter(
          (link) => (!relations?.length || relations.includes(link.relation)) && (!kinds?.length || kinds.includes(link.record.kind)),
        );
        return wanted.slice(from, from + size);
      },
    }),
  }),
});

const ConnectionRef = builder.objectRef<Linked>('Connection');
ConnectionRef.implement({
  description: 'Another record that bears on this one, and how.',
  fields: (t) => ({
    relation: t.exposeString('relation', { description: 'OWNER, PARTICIPANT, ENGAGEMENT, LEARNED_IN, BEARS_ON, ANSWERS, REPLACES, ...' }),
    direction: t.exposeString('direction', { description: 'OUT: this record says it of the other. IN: the other says it of this one.' }),
    reason: t.string({ nullable: true, resolve: (link) => (link.data as { reason?: string } | null)?.reason ?? null }),
    total: t.exposeInt('total', { description: 'How many records of this kind are connected in this way; at most 100 are listed.' }),
    record: t.field({ type: RecordInterface, resolve: (link) => link.record }),
  }),
});

const typeNames: Record<keyof typeof RecordKind, string> = {
  SOURCE: 'Source',
  ORGANIZATION: 'Organization',
  GOAL: 'Goal',
  VENDOR: 'Vendor',
  PROJECT: 'Project',
  STANDARD: 'Standard',
  RISK: 'Risk',
  MITIGATION: 'Mitigation',
  RECOMMENDATION: 'Recommendation',
  LESSON: 'Lesson',
  GLOSSARY_TERM: 'GlossaryTerm',
  REFERENCE: 'Reference',
  MATRIX: 'Matrix',
  BUILDING_BLOCK: 'BuildingBlock',
  FOREIGN_RECORD: 'ForeignRecord',
};

/** A record type of a concept; its kind tells it apart. */
export const recordType = (kind: keyof typeof RecordKind) => builder.objectRef<RecordRow>(typeNames[kind]);
