import { type Kind, to } from './kind.ts';
import { z } from 'zod';
import { line, recordFields, statement } from './shared.ts';

/** A term and what it means here. */
export const glossaryTerm = z.strictObject({
  ...recordFields,
  term: line,
  /** Other forms under which the term stands in texts: plurals, abbreviations, spellings. */
  forms: z.array(line).default([]),
  definition: statement,
  /** Slugs of terms to read next. */
  seeAlso: z.array(line).default([]),
});
export type GlossaryTerm = z.infer<typeof glossaryTerm>;

export const glossaryTermKind: Kind<GlossaryTerm> = {
  kind: 'GLOSSARY_TERM',
  schema: glossaryTerm,
  path: '/glossary',
  title: (content) => content.term,
  summary: (content) => content.definition.text,
  keywords: (content) => [...content.forms, 'glossary', 'definition'],
  facets: () => [],
  links: (content) => to('GLOSSARY_TERM', 'SEE_ALSO', content.seeAlso),
};
