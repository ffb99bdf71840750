import { type FieldFault, fault } from '#i18n/fault.ts';
import { type GraphQLArgument, GraphQLObjectType, type GraphQLSchema, getNamedType, isUnionType } from 'graphql';
import { forbiddenSign, isUnseen, keepable, plain } from '#prisma/content/text.ts';
import { invalidInput, ValidationError } from './errors.ts';
import { LEVELS } from './nesting.ts';

/** Of an argument that carries a table: its cells are looked at one by one where the table is read, and faults name their row. */
export const cellsInside = { extensions: { cellsInside: true } } as const;

/** Characters of long texts that are remembered with what became of them. */
const REMEMBERED = 300_000;
/** Mends a long text once: one variable may stand at a thousand places of a query. */
function remembering(mend: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  let size = 0;
  return (text) => {
    if (text.length < 100) return mend(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = mend(text);
    if (size + text.length > REMEMBERED) known.clear();
    size = known.size === 0 ? text.length : size + text.length;
    known.set(text, made);
    return made;
  };
}
/** Text of letters, digits and signs of ASCII alone stays as it is: ten megabytes of a file in base64 are looked at in a hundredth of the time. */
const ascii = /^[\x21-\x7e][\x20-\x7e]*$/;
const plainOnce = remembering(plain);
const keepableOnce = remembering(keepable);

class TooDeep extends Error {
  readonly fault: FieldFault;
  constructor(path: string) {
    super('An argument is nested too deeply.');
    this.fault = fault(path.split('.').slice(0, 4).join('.'), 'NESTED', { max: LEVELS });
  }
}

/** A value with every text in it as `text` gives it, names of fields included. @throws TooDeep */
function mended(value: unknown, text: (value: string, path: string) => string, path: string, depth = 0): unknown {
  if (typeof value === 'string') return text(value, path);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth > LEVELS) throw new TooDeep(path);
  const below = (name: string | number) => (path === '' ? String(name) : `${path}.${name}`);
  if (Array.isArray(value)) return value.map((item, index) => mended(item, text, below(index), depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [text(name, below(plain(name))), mended(item, text, below(name), depth + 1)]));
}

/** What is only asked: characters that no text holds are blanks there, so nothing is found by them, and nothing fails. */
function asked(args: Record<string, unknown>): Record<string, unknown> {
  try {
    return mended(args, (text) => (ascii.test(text) ? text : keepableOnce(text)), '') as Record<string, unknown>;
  } catch (error) {
    if (error instanceof TooDeep) throw invalidInput([error.fault]);
    throw error;
  }
}

/** The query and parameters of an address likewise, for the routes that are not GraphQL. They are changed in place. */
export function plainAddress(request: { query: unknown; params: unknown }): void {
  for (const part of [request.query, request.params]) {
    if (typeof part !== 'object' || part === null) continue;
    const values = part as Record<string, unknown>;
    for (const [name, value] of Object.entries(values)) values[name] = mended(value, keepable, name);
  }
}

/** What the address of a request asks for, as every reader of an address takes it: a file asks for what its page would. */
export const queryOf = ({ url }: { url: string }): URLSearchParams =>
  new URLSearchParams([...new URL(url, 'http://localhost').searchParams].map(([name, value]) => [keepable(name), keepable(value)]));

/** What is to be kept: a program that sends what cannot be kept is told where, for it alone can mend it. */
function sent(args: Record<string, unknown>, free: ReadonlySet<string>): { args: Record<string, unknown>; faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const look = (value: string, path: string) => {
    // Of signs alone that nobody sees there is nothing to keep: whoever asks for a text then says that it is missing.
    if (ascii.test(value)) return value;
    const given = plainOnce(value);
    const text = given.trim() !== '' && isUnseen(given) ? '' : given;
    const sign = free.has(path.split('.')[0] ?? '') ? null : forbiddenSign(text);
    // Faults name the fields of an `input` by themselves, as those of the concepts do.
    if (sign && faults.length < 100) faults.push(fault(path.replace(/^input\./, ''), 'SIGN', { sign }));
    return text;
  };
  try {
    return { args: mended(args, look, '') as Record<string, unknown>, faults };
  } catch (error) {
    if (error instanceof TooDeep) return { args: {}, faults: [{ ...error.fault, path: error.fault.path.replace(/^input\./, '') }] };
    throw error;
  }
}

const isFree = ({ extensions }: GraphQLArgument) => (extensions as { cellsInside?: boolean }).cellsInside === true;

/**
 * Lets every text that comes in over GraphQL pass one door, whatever its argument, input field or place in JSON: well-formed
 * Unicode, normal form C, lines ended by LF, before any length is counted. A character that no text may hold (NUL, other
 * control characters) is a fault of a mutation, given as `InvalidInput` where its result has that; in a query it is a blank.
 */
export function withPlainArguments(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (field.args.length === 0 || !resolve) continue;
      if (type !== schema.getMutationType()) {
        field.resolve = (root, args, context, info) => resolve(root, asked(args), context, info);
        continue;
      }
      const free = new Set(field.args.filter(isFree).map((arg) => arg.name));
      const result = getNamedType(field.type);
      const refuses = isUnionType(result) && result.getTypes().some((one) => one.name === 'InvalidInput');
      field.resolve = (root, args, context, info) => {
        const { args: plainArgs, faults } = sent(args, free);
        if (faults.length === 0) return resolve(root, plainArgs, context, info);
        if (refuses) return new ValidationError(faults);
        throw invalidInput(faults);
      };
    }
  }
  return schema;
}
