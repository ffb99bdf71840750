import { z } from 'zod';
import { concept } from './concept.ts';
import { field } from './field.ts';
import { cite, code, fact, line, prose, recordFields, statement } from './shared.ts';

const conclusion = fact({ text: prose });

/** The decision-making matrix of chapter V as a versioned instrument (JIU/REP/2020/7, paras. 214-233). */
export const matrix = z.strictObject({
  ...recordFields,
  title: field(line, { title: true, find: () => ['decision', 'decide', 'decision tree', 'should we use blockchain'] }),
  version: line,
  summary: field(statement, { summary: true }),
  layers: field(z.array(z.strictObject({ id: code, number: z.number().int(), title: line, text: statement })).min(1), { called: 'title' }),
  /** Questions of the first and second layer. */
  questions: field(
    z.array(
      z.strictObject({
        id: code,
        layer: code,
        number: z.number().int(),
        group: code,
        text: prose,
        help: prose.optional(),
        yes: z.array(conclusion),
        no: z.array(conclusion),
        cite,
      }),
    ),
    { called: 'text' },
  ),
  /** The third layer. */
  choices: field(z.array(z.strictObject({ id: code, title: line, properties: z.array(statement), useWhen: z.array(statement) })), { called: 'title' }),
  /** The fourth layer. */
  considerations: field(z.array(z.strictObject({ id: code, number: z.number().int(), title: line, text: statement })), { called: 'title' }),
});
export type Matrix = z.infer<typeof matrix>;

export const matrixKind = concept<Matrix>('MATRIX', '/matrix', matrix, { links: () => [] });
