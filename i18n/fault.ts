import type { faults } from './en/faults.ts';

type Sentences = typeof faults;
/** Ends the code of a sentence that is chosen by the role in a fault's params. */
type ByRole = `${string}_${'FOCAL_POINT' | 'PUBLISHER' | 'SECRETARIAT'}`;
/** What is wrong, by a name that stays the same. `en/faults.ts` has the sentence of each. */
export type FaultCode = Exclude<keyof Sentences, ByRole>;
type Named<Blank> = Blank extends `${infer Name},${string}` ? Name : Blank;
type Blanks<Text> = Text extends `${string}{{${infer Blank}}}${infer Rest}` ? Named<Blank> | Blanks<Rest> : never;

/** What the sentence of a code has blanks for. `role` chooses among the sentences of a code. */
export type Params = Readonly<Record<string, string | number>>;
/** What stands behind a name of a sentence in a call: what the sentence has blanks for. */
export type BlanksOf<Text> = [Blanks<Text>] extends [never] ? [] : [params: Record<Blanks<Text>, string | number>];
/** What stands behind the code in a call: the params, where its sentence has blanks. */
export type ParamsOf<Code extends FaultCode> = [Blanks<Sentences[Code]>] extends [never]
  ? []
  : [params: Record<Blanks<Sentences[Code]>, string | number> & Params];

/** One fault of an input: the field by its path, such as "evidence.0.address", what is wrong, and what its sentence names. */
export type FieldFault = { path: string; code: FaultCode; params: Params };

/** A fault without its place. */
export type Why = Pick<FieldFault, 'code' | 'params'>;

/** What is wrong, with all that the sentence of its code has blanks for. */
export const why = <Code extends FaultCode>(code: Code, ...[params]: ParamsOf<Code>): Why => ({ code, params: params ?? {} });
/** The same of a field. */
export const fault = <Code extends FaultCode>(path: string, code: Code, ...params: ParamsOf<Code>): FieldFault => ({ path, ...why(code, ...params) });
