import { LAST_PARAGRAPH, paragraphOf, type Statement as StatementContent } from '#prisma/content/shared.ts';
import type { Certainty } from '#prisma/generated/enums.ts';
import { builder } from '../builder.ts';
import type { RecordRow } from './load.ts';

export const CertaintyEnum = builder.enumType('Certainty', {
  description: 'How sure a statement is.',
  values: {
    STATED: { description: 'The source says it.' },
    INFERRED: { description: 'An editor concluded it; the note says why.' },
    UNCERTAIN: { description: 'The source is not legible or contradicts itself; the note says how.' },
  } satisfies Record<keyof typeof Certainty, object>,
});

export type CitedFact = { cite: { source: string; place: string }[]; asAt?: string | undefined; certainty: keyof typeof Certainty; note?: string | undefined };
/** A citation with the record that makes it, through whose links the source is found. */
export type CitationParent = { source: string; place: string; owner: string; title?: string };

const CitationSource = builder.objectRef<{ slug: string; title: string; symbol: string | null }>('CitationSource').implement({
  description: 'The document that a citation points to, in short; `source(slug)` has all of it.',
  fields: (t) => ({
    slug: t.exposeString('slug'),
    title: t.exposeString('title'),
    symbol: t.exposeString('symbol', { nullable: true }),
    url: t.string({ resolve: (source) => `/sources/${source.slug}` }),
  }),
});

export const CitationType = builder.objectRef<CitationParent>('Citation').implement({
  description: 'The place in a source on which a statement rests.',
  fields: (t) => ({
    place: t.exposeString('place', { description: 'Where in the source, such as "para 41", "Box 3" or "Annex I".' }),
    paragraph: t.int({ nullable: true, description: `The paragraph of the report, 1 to ${LAST_PARAGRAPH}, where the place is one.`, resolve: paragraphOf }),
    source: t.field({
      type: CitationSource,
      resolve: async ({ source, title }, _args, { services, viewer }) => {
        const found = await services.sources.find(source, viewer);
        return found ?? { slug: source, title: title ?? source, symbol: null };
      },
    }),
    url: t.string({
      description: 'The place on the page of the source.',
      resolve: (citation) => {
        const paragraph = paragraphOf(citation);
        return `/sources/${citation.source}?${paragraph ? `paragraph=${paragraph}#para-${paragraph}` : new URLSearchParams({ place: citation.place })}`;
      },
    }),
  }),
});

/** The fields of everything that is cited. */
export const citationsOf = (fact: CitedFact, owner: string): CitationParent[] => fact.cite.map((citation) => ({ ...citation, owner }));

export type StatementParent = CitedFact & { text: string; section?: string | null; owner: string };
export const StatementType = builder.objectRef<StatementParent>('Statement').implement({
  description: 'One sentence or paragraph with what it rests on.',
  fields: (t) => ({
    text: t.exposeString('text'),
    section: t.string({
      nullable: true,
      description: 'The question of the page that it answers, such as WHAT_IT_DOES.',
      resolve: (statement) => statement.section ?? null,
    }),
    asAt: t.string({ nullable: true, description: 'The date to which it holds: 2017, 2017-05 or 2017-05-31.', resolve: (statement) => statement.asAt ?? null }),
    certainty: t.expose('certainty', { type: CertaintyEnum }),
    note: t.string({ nullable: true, resolve: (statement) => statement.note ?? null }),
    citations: t.field({ type: [CitationType], resolve: (statement) => citationsOf(statement, statement.owner) }),
  }),
});

/** A stored statement as the API gives it. */
export const statement = (content: StatementContent & { section?: string }, row: RecordRow): StatementParent => ({ ...content, owner: row.id });
export const statements = (contents: (StatementContent & { section?: string })[] | undefined, row: RecordRow): StatementParent[] =>
  (contents ?? []).map((content) => statement(content, row));

/** Any cited fact as a statement; `text` says how a reader sees it. */
export const factAs = (fact: CitedFact, text: string, row: RecordRow): StatementParent => ({ ...fact, text, owner: row.id });
