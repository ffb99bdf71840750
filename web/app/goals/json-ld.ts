import { absolute, citationLd, context, type Cited } from '../seo/json-ld.ts';

type Goal = { number: number; name: string; url: string; iri: string; challenge: Cited; approach: Cited };

/** A goal as a term of the set of Sustainable Development Goals. */
export const goalJsonLd = (goal: Goal, url: URL) => ({
  ...context,
  '@type': 'DefinedTerm',
  '@id': absolute(goal.url, url),
  url: absolute(goal.url, url),
  name: goal.name,
  termCode: String(goal.number),
  sameAs: goal.iri,
  inDefinedTermSet: absolute('/goals', url),
  description: `${goal.challenge.text} ${goal.approach.text}`,
  subjectOf: citationLd([...goal.challenge.citations, ...goal.approach.citations], url),
});

/** The set of the goals. */
export const goalsJsonLd = (goals: { number: number; name: string; url: string }[], name: string, url: URL) => ({
  ...context,
  '@type': 'DefinedTermSet',
  '@id': absolute('/goals', url),
  name,
  hasDefinedTerm: goals.map((goal) => ({ '@type': 'DefinedTerm', name: goal.name, termCode: String(goal.number), url: absolute(goal.url, url) })),
});
