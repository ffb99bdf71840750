import { forms } from '../definitions.ts';
import type { DraftFormQuery } from '../graphql/graphql.ts';
import { matrixTitles } from '../standards/questions.ts';
import type { Suggestions } from './fields.tsx';
import type { Field, Kind, Suggested } from './spec.ts';

/** What the boxes suggest: the records by their short names, with their titles. */
export function suggestions(data: DraftFormQuery): Suggestions {
  type List = { edges: { node: { slug: string; sourceKey?: string | null; title: string } }[] };
  // Of these there may be very many: the form knows those that the draft names, and asks for others as one types.
  const named = (kind: string) => (data.draft?.named ?? []).filter((one) => one.kind === kind).map(({ key, title }) => ({ value: key, title }));
  // These are known by their numbers, R08 or rec-2, wherever there is one.
  const byKey = ({ edges }: List) => edges.map(({ node }) => ({ value: node.sourceKey ?? node.slug, key: node.slug, title: node.title }));
  return {
    organizations: named('ORGANIZATION'),
    vendors: named('VENDOR'),
    projects: named('PROJECT'),
    platforms: (data.projects.facets.find(({ field }) => field === 'platform')?.values ?? []).map(({ value }) => ({ value, title: '' })),
    risks: byKey(data.risks),
    mitigations: byKey(data.mitigations),
    standards: byKey(data.standards),
    recommendations: byKey(data.recommendations),
    questions: [...matrixTitles(data.matrix ?? null)].map(([value, title]) => ({ value, title })),
  };
}

/** The boxes whose list is found as one types, by what they name. */
export const searched: Partial<Record<Suggested, string>> = { organizations: 'ORGANIZATION', vendors: 'VENDOR', projects: 'PROJECT' };

/** What the form of a kind suggests, and nothing else. */
export const suggestedIn = (kind: Kind): Suggested[] => {
  const within = (fields: readonly Field[]): Suggested[] =>
    fields.flatMap((field) => ('fields' in field ? within(field.fields) : 'suggest' in field && field.suggest ? [field.suggest] : []));
  return [...new Set(forms[kind].flatMap((section) => within(section.fields)))];
};
