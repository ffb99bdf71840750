import { forms } from '../definitions.ts';
import type { DraftFormQuery } from '../graphql/graphql.ts';
import { matrixTitles } from '../standards/questions.ts';
import type { Suggestions } from './fields.tsx';
import type { Field, Kind, Suggested } from './spec.ts';

/** What the boxes suggest: the records by their short names, with their titles. */
export function suggestions(data: DraftFormQuery): Suggestions {
  type List = { edges: { node: { slug: string; sourceKey?: string | null; title: string } }[] };
  const bySlug = ({ edges }: List) => edges.map(({ node }) => ({ value: node.slug, key: node.sourceKey, title: node.title }));
  // These are known by their numbers, R08 or rec-2, wherever there is one.
  const byKey = ({ edges }: List) => edges.map(({ node }) => ({ value: node.sourceKey ?? node.slug, key: node.slug, title: node.title }));
  return {
    organizations: data.organizations.edges.map(({ node }) => ({ value: node.shortName, title: node.title })),
    vendors: bySlug(data.vendors),
    projects: bySlug(data.projects),
    platforms: [...new Set(data.projects.edges.flatMap(({ node }) => node.platforms))].sort().map((value) => ({ value, title: '' })),
    risks: byKey(data.risks),
    mitigations: byKey(data.mitigations),
    standards: byKey(data.standards),
    recommendations: byKey(data.recommendations),
    questions: [...matrixTitles(data.matrix ?? null)].map(([value, title]) => ({ value, title })),
  };
}

/** What the form of a kind suggests, and nothing else. */
export const suggestedIn = (kind: Kind): Suggested[] => {
  const within = (fields: readonly Field[]): Suggested[] =>
    fields.flatMap((field) => ('fields' in field ? within(field.fields) : 'suggest' in field && field.suggest ? [field.suggest] : []));
  return [...new Set(forms[kind].flatMap((section) => within(section.fields)))];
};
