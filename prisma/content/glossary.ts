import { z } from 'zod';
import { concept, linked } from './concept.ts';
import { field } from './field.ts';
import { to } from './kind.ts';
import { line, recordFields, recordKey, statement } from './shared.ts';

/** A term and what it means here. */
export const glossaryTerm = z.strictObject({
  ...recordFields,
  term: field(line, { title: true }),
  /** Other forms under which the term stands in texts: plurals, abbreviations, spellings. */
  forms: field(z.array(line).default([]), { find: (forms) => [...forms, 'glossary', 'definition'], columns: [['Other forms', 30]] }),
  definition: field(statement, { summary: true, columns: [['Definition', 80]] }),
  /** Slugs of terms to read next. */
  seeAlso: field(z.array(recordKey('GLOSSARY_TERM')).default([]), { columns: [['See also', 30, linked('GLOSSARY_TERM', 'OUT', 'SEE_ALSO')]] }),
});
export type GlossaryTerm = z.infer<typeof glossaryTerm>;

export const glossaryTermKind = concept<GlossaryTerm>('GLOSSARY_TERM', '/glossary', glossaryTerm, {
  links: (content) => to('GLOSSARY_TERM', 'SEE_ALSO', content.seeAlso),
});
