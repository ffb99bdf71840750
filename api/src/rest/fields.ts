import { type GraphQLField, type GraphQLOutputType, getNamedType, isInterfaceType, isLeafType, isNonNullType, isObjectType } from 'graphql';
import type { FieldFault } from '#i18n/fault.ts';
import { fault } from '#i18n/fault.ts';
import type { Node } from './operations.ts';

/** What is asked of a type: its fields, each with what is asked below it. */
export type Selection = Map<string, Selection | null>;

/** Names that one answer may be asked for. */
const MOST = 100;
/** Levels of fields. */
const DEPTH = 6;

const isRecord = (type: unknown) =>
  (isInterfaceType(type) && type.name === 'Record') || (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Record'));
/** Of whom is signed in: what a session may do, and what only people write. Tokens are no sessions. */
const ofSessions = new Set(['contentToEdit', 'openDrafts', 'inquiryReceivers', 'screeningCandidates']);

/** Whether a field is told here: what needs an argument to be asked at all is not, nor what is of a session. */
const isTold = (field: GraphQLField<unknown, unknown>) => {
  const type = getNamedType(field.type);
  return (
    !field.args.some((one) => isNonNullType(one.type) && one.defaultValue === undefined) &&
    !/^viewer[A-Z]/.test(field.name) &&
    !ofSessions.has(field.name) &&
    (isLeafType(type) || isObjectType(type) || isInterfaceType(type))
  );
};
/** The fields of a type that are told here. */
export const fieldsOf = (type: Node): GraphQLField<unknown, unknown>[] => Object.values(type.getFields()).filter(isTold);
export const nodeIn = (type: GraphQLOutputType): Node | null => {
  const named = getNamedType(type);
  return isObjectType(named) || isInterfaceType(named) ? named : null;
};

/** Of a record that another one names: enough to know it and to ask for it. */
const reference: Selection = new Map(['kind', 'slug', 'title', 'url'].map((name) => [name, null]));
const current = (type: Node) => fieldsOf(type).filter((one) => one.deprecationReason === undefined || one.deprecationReason === null);

/** What is answered in a list: the plain values of each. */
export function briefOf(type: Node): Selection {
  const plain: Selection = new Map(current(type).flatMap(({ name, type: of }) => (isLeafType(getNamedType(of)) ? [[name, null] as const] : [])));
  for (const { name, type: of } of current(type)) if (type.name === 'SearchHit' && isRecord(getNamedType(of))) plain.set(name, reference);
  return plain.size > 0 ? plain : wholeOf(type, 1);
}

/** Computed beside a record and no part of it: told where they are asked for by name. */
const asked = new Set(['connections', 'similar', 'helpers']);
/** What is answered of one: all of it, other records by their names. */
export function wholeOf(type: Node, levels = 3): Selection {
  return new Map(
    current(type).flatMap(({ name, type: of }): [string, Selection | null][] => {
      if (asked.has(name)) return [];
      const node = nodeIn(of);
      if (!node) return [[name, null]];
      if (isRecord(node)) return [[name, reference]];
      if (levels <= 1) return [];
      const below = wholeOf(node, levels - 1);
      return below.size > 0 ? [[name, below]] : [];
    }),
  );
}

/** A field that was asked for by name and is about to go. */
export type Going = { field: string; reason: string };

/**
 * What `fields=` asks for: names with commas between them, below a field with a dot: `title,owners.shortName`. A field that has
 * fields of its own and is named alone is answered with its plain values.
 */
export function readFields(type: Node, text: string): { selection: Selection; going: Going[] } | { faults: FieldFault[] } {
  const names = [...new Set(text.split(',').map((one) => one.trim()))].filter(Boolean);
  if (names.length === 0) return { faults: [fault('fields', 'MISSING')] };
  if (names.length > MOST) return { faults: [fault('fields', 'TOO_MANY_ITEMS', { max: MOST })] };
  const faults: FieldFault[] = [];
  const going: Going[] = [];
  const selection: Selection = new Map();
  for (const name of names) {
    const steps = name.split('.');
    let at: Node | null = type;
    let into = selection;
    for (const [index, step] of steps.entries()) {
      const field: GraphQLField<unknown, unknown> | undefined = index < DEPTH && at ? fieldsOf(at).find((one) => one.name === step) : undefined;
      if (!field) {
        faults.push(fault('fields', 'REST_FIELD', { name: name.slice(0, 80), field: step.slice(0, 40) }));
        break;
      }
      if (field.deprecationReason) going.push({ field: `${at?.name}.${step}`, reason: field.deprecationReason });
      at = nodeIn(field.type);
      const last = index === steps.length - 1;
      if (!at) {
        if (!last) faults.push(fault('fields', 'REST_FIELD', { name: name.slice(0, 80), field: String(steps[index + 1]).slice(0, 40) }));
        else into.set(step, null);
        break;
      }
      const below: Selection = into.get(step) ?? new Map();
      into.set(step, below);
      if (last) for (const [plain, more] of isRecord(at) ? reference : briefOf(at)) if (!below.has(plain)) below.set(plain, more);
      into = below;
    }
  }
  return faults.length > 0 ? { faults } : { selection, going };
}

/** A selection in the language of the schema. */
export const written = (selection: Selection): string => [...selection].map(([name, below]) => (below ? `${name} { ${written(below)} }` : name)).join(' ');
