import { z } from 'zod';
import type { Cited } from './cited.ts';

/** Statements of one answer. */
export const STATEMENTS = 60;
export const text = (max: number) => z.string().trim().min(1).max(max);

const cited = z.object({
  text: z.string(),
  about: z.string(),
  field: z.string(),
  sources: z.array(z.object({ title: z.string(), place: z.string(), url: z.string() })),
  asAt: z.string().describe('The day to which it holds, or "not stated".'),
  certainty: z.enum(['STATED', 'INFERRED', 'UNCERTAIN']),
  note: z.string().nullable(),
  url: z.string().describe('The permanent address of the version.'),
  version: z.string(),
  hash: z.string().describe('SHA-256, in hex.'),
});
export const output = z.object({
  answer: z.string().describe('What was found, in words.'),
  statements: z.array(cited),
  more: z.boolean().describe('Whether there is more than this answer holds.'),
});
export type Answer = z.infer<typeof output>;

/** An answer with as many statements as one may have. */
export const answered = (answer: string, statements: Cited[], more = false): Answer => ({
  answer,
  statements: statements.slice(0, STATEMENTS),
  more: more || statements.length > STATEMENTS,
});

/** Adds a tool to a server: its name, title, description and arguments, and what answers it. */
export type AddTool = <Shape extends z.ZodRawShape>(
  name: string,
  title: string,
  description: string,
  shape: Shape,
  answer: (given: z.output<z.ZodObject<Shape>>) => Promise<Answer>,
) => void;
