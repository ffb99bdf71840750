import type { Kind } from './kind.ts';
import { z } from 'zod';
import { cite, fact, line, prose, recordFields, statement } from './shared.ts';

const conclusion = fact({ text: prose });

/** The decision-making matrix of chapter V as a versioned instrument (JIU/REP/2020/7, paras. 214-233). */
export const matrix = z.strictObject({
  ...recordFields,
  title: line,
  version: line,
  summary: statement,
  layers: z.array(z.strictObject({ id: line, number: z.number().int(), title: line, text: statement })).min(1),
  /** Questions of the first and second layer. */
  questions: z.array(
    z.strictObject({
      id: line,
      layer: line,
      number: z.number().int(),
      group: line,
      text: prose,
      help: prose.optional(),
      yes: z.array(conclusion),
      no: z.array(conclusion),
      cite,
    }),
  ),
  /** The third layer. */
  choices: z.array(z.strictObject({ id: line, title: line, properties: z.array(statement), useWhen: z.array(statement) })),
  /** The fourth layer. */
  considerations: z.array(z.strictObject({ id: line, number: z.number().int(), title: line, text: statement })),
});
export type Matrix = z.infer<typeof matrix>;

export const matrixKind: Kind<Matrix> = {
  kind: 'MATRIX',
  schema: matrix,
  path: '/matrix',
  title: (content) => content.title,
  summary: (content) => content.summary.text,
  keywords: () => ['decision', 'decide', 'decision tree', 'should we use blockchain'],
  facets: () => [],
  links: () => [],
};
