import { getNamedType, isLeafType, isObjectType } from 'graphql';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { addressOf } from '#prisma/content/kinds.ts';
import { recordType } from '../records/record.ts';
import { kinds } from '#prisma/content/kinds.ts';
import { briefOf, type Going, readFields, type Selection, wholeOf, written } from './fields.ts';
import type { Operation, Parameter } from './operations.ts';

/** A question to the schema, and what of it was asked for that is about to go. */
export type Asked = { query: string; variables: Record<string, unknown>; going: Going[] };

/** Characters of one value. */
const VALUE = 2_000;
const numbers = { integer: /^-?\d{1,9}$/, number: /^-?\d{1,15}(\.\d{1,10})?$/ };

/** One value as the schema takes it; undefined where it is none, which is then among the faults. */
function valueIn(parameter: Parameter, text: string, faults: FieldFault[]): unknown {
  const { name, type, values } = parameter;
  const refuse = (one: FieldFault) => void faults.push(one);
  if (values) return values.includes(text) ? text : refuse(fault(name, 'CHOICE', { values: values.join(', ') }));
  if (type === 'boolean') return /^(true|false)$/.test(text) ? text === 'true' : refuse(fault(name, 'CHOICE', { values: 'true, false' }));
  if (type !== 'string') return numbers[type].test(text) ? Number(text) : refuse(fault(name, 'NUMBER'));
  if (text.length > VALUE) return refuse(fault(name, 'TOO_LONG', { max: VALUE }));
  return text.includes('\0') ? refuse(fault(name, 'SIGN', { sign: 'U+0000' })) : text;
}

function put(into: Record<string, unknown>, [step = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) into[step] = value;
  else {
    into[step] ??= {};
    put(into[step] as Record<string, unknown>, rest, value);
  }
}

/** What can be asked of every answer. */
export const everywhere = (operation: Operation): string[] => ['fields', ...(operation.shape === 'page' && hasFacets(operation) ? ['facets'] : [])];
export const hasFacets = ({ field }: Operation): boolean => 'facets' in connectionOf(field).getFields();
const connectionOf = (field: Operation['field']) => {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) throw new Error(`${field.name} is no list.`);
  return type;
};
/** What a list says beside its items. */
export const saidOfList = (field: Operation['field']): string[] =>
  Object.values(connectionOf(field).getFields()).flatMap((one) => (isLeafType(getNamedType(one.type)) && !one.deprecationReason ? [one.name] : []));
const hasIgnored = ({ field }: Operation) => 'ignored' in connectionOf(field).getFields();

/**
 * The question to the schema that a request asks.
 * @param places what stands in the places of the path
 */
export function readAsked(operation: Operation, query: URLSearchParams, places: Record<string, string>): Asked | { faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const variables: Record<string, unknown> = {};
  const known = new Set([...operation.parameters.filter((one) => one.in === 'query').map(({ name }) => name), ...everywhere(operation)]);
  for (const name of new Set(query.keys()))
    if (!known.has(name)) faults.push(fault(name.slice(0, 80), 'REST_PARAMETER', { name: name.slice(0, 80), names: [...known].join(', ') }));
  for (const name of everywhere(operation)) if (query.getAll(name).length > 1) faults.push(fault(name, 'REST_ONCE'));
  for (const parameter of operation.parameters) {
    const given = parameter.in === 'path' ? [places[parameter.name] ?? ''] : query.getAll(parameter.name);
    if (given.length === 0) {
      if (parameter.required) faults.push(fault(parameter.name, 'MISSING'));
      continue;
    }
    if (!parameter.many && given.length > 1) {
      faults.push(fault(parameter.name, 'REST_ONCE'));
      continue;
    }
    const values = given.map((one) => valueIn(parameter, one, faults));
    put(variables, parameter.into, parameter.many ? values : values[0]);
  }
  const facets = query.get('facets');
  if (facets !== null && !/^(true|false)$/.test(facets)) faults.push(fault('facets', 'CHOICE', { values: 'true, false' }));
  const { node, shape } = operation;
  const text = query.get('fields');
  const chosen =
    text === null ? { selection: shape === 'page' || shape === 'many' ? briefOf(node) : wholeOf(node, operation.levels), going: [] } : readFields(node, text);
  if ('faults' in chosen) faults.push(...chosen.faults);
  if (faults.length > 0 || 'faults' in chosen) return { faults };
  return { ...question(operation, chosen.selection, variables, facets === 'true'), going: chosen.going };
}

function question(operation: Operation, selection: Selection, variables: Record<string, unknown>, facets: boolean): Omit<Asked, 'going'> {
  const { shape, field, node } = operation;
  const below = written(selection);
  if (shape === 'record') {
    const kind = Object.values(kinds).find((one) => recordType(one.kind).name === node.name)?.kind;
    // The terms of the glossary stand on one page together.
    const address = kind === 'GLOSSARY_TERM' ? `${kinds[kind].path}/${variables['slug']}` : kind && addressOf(kind, String(variables['slug']));
    return {
      query: `query ($addresses: [String!]!) { answer: recordsAt(addresses: $addresses) { ... on ${node.name} { ${below} } } }`,
      variables: { addresses: [address] },
    };
  }
  const used = field.args.filter(({ name }) => name in variables);
  const declared = used.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const given = used.map(({ name }) => `${name}: $${name}`).join(', ');
  const whole =
    shape === 'page'
      ? `${saidOfList(field).join(' ')} pageInfo { hasNextPage endCursor } ${hasIgnored(operation) ? 'ignored { field value message }' : ''} ${facets ? 'facets { field values { value label count } }' : ''} edges { node { ${below} } }`
      : below;
  return { query: `query ${declared ? `(${declared})` : ''} { answer: ${field.name}${given ? `(${given})` : ''} { ${whole} } }`, variables };
}
