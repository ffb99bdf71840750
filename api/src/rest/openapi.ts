import { type GraphQLNamedType, type GraphQLOutputType, getNamedType, getNullableType, isEnumType, isListType, isNonNullType } from 'graphql';
import settings from '../../../package.json' with { type: 'json' };
import { hasFacets, saidOfList } from './asked.ts';
import { fieldsOf, nodeIn } from './fields.ts';
import { type Node, type Operation, operations, type Parameter } from './operations.ts';

type Schema = Record<string, unknown>;
const text = (said: string | null | undefined) => (said ?? '').replace(/\s+/g, ' ').trim();
const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const scalars: Record<string, Schema> = {
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  DateTime: { type: 'string', format: 'date-time' },
  JSON: {},
};

/** A type of the schema as JSON Schema; what may be absent there may be null here. */
function shapeOf(type: GraphQLOutputType): Schema {
  const inner = getNullableType(type);
  const named = getNamedType(inner) as GraphQLNamedType;
  const shape = isListType(inner)
    ? { type: 'array', items: shapeOf(inner.ofType) }
    : isEnumType(named) || nodeIn(inner)
      ? reference(named.name)
      : (scalars[named.name] ?? { type: 'string' });
  if (isNonNullType(type) || named.name === 'JSON') return shape;
  return 'type' in shape ? { ...shape, type: [shape['type'], 'null'] } : { anyOf: [shape, { type: 'null' }] };
}

/** Every type that an answer can hold: none of its fields must be there, for `fields=` chooses among them. */
function schemasOf(roots: Node[]): Record<string, Schema> {
  const found: Record<string, Schema> = {};
  const waiting: GraphQLNamedType[] = [...roots];
  for (let type = waiting.pop(); type; type = waiting.pop()) {
    if (found[type.name]) continue;
    const said = text(type.description);
    const head = said ? { description: said } : {};
    if (isEnumType(type)) {
      found[type.name] = { ...head, type: 'string', enum: type.getValues().map(({ name }) => name) };
      continue;
    }
    const properties: Record<string, Schema> = {};
    found[type.name] = { ...head, type: 'object', properties, additionalProperties: false };
    for (const field of fieldsOf(type as Node)) {
      const explained = [text(field.description), field.deprecationReason ? `Deprecated: ${text(field.deprecationReason)}` : ''].filter(Boolean).join(' ');
      const shape = shapeOf(field.type);
      properties[field.name] = { ...shape, ...(explained ? { description: explained } : {}), ...(field.deprecationReason ? { deprecated: true } : {}) };
      const named = getNamedType(field.type);
      if (isEnumType(named) || nodeIn(named as never)) waiting.push(named);
    }
  }
  return Object.fromEntries(Object.entries(found).sort(([one], [other]) => (one < other ? -1 : 1)));
}

const valueSchema = ({ type, values }: Parameter): Schema =>
  values ? { type: 'string', enum: values } : type === 'string' ? { type, maxLength: 2000 } : { type };
const parameterOf = (one: Parameter): Schema => ({
  name: one.name,
  in: one.in,
  required: one.required || one.in === 'path',
  description: one.description || 'As the list of the pages is filtered by.',
  schema: one.many
    ? { type: 'array', items: valueSchema(one), maxItems: 200 }
    : one.name === 'first'
      ? { type: 'integer', minimum: 1, maximum: 100 }
      : valueSchema(one),
  ...(one.many ? { style: 'form', explode: true } : {}),
});

const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: reference('Problem') } } });
const headers = { ETag: { description: 'Of this very answer; send it as If-None-Match to be told that nothing has changed.', schema: { type: 'string' } } };

function operationOf(operation: Operation): Schema {
  const { node, shape, field, parameters, id, summary } = operation;
  const page =
    shape === 'page'
      ? reference(`${id[0]?.toUpperCase()}${id.slice(1)}Page`)
      : shape === 'many'
        ? { type: 'array', items: reference(node.name) }
        : reference(node.name);
  return {
    operationId: id,
    summary: summary.length > 110 ? `${summary.slice(0, 107)}...` : summary,
    description: summary,
    tags: [node.name],
    ...(field.deprecationReason ? { deprecated: true } : {}),
    security: [{}, { token: [] }],
    parameters: [
      ...parameters.map(parameterOf),
      {
        name: 'fields',
        in: 'query',
        required: false,
        description: 'Which fields, with commas between them; below a field with a dot: title,owners.shortName.',
        schema: { type: 'string', maxLength: 1500 },
      },
      ...(shape === 'page' && hasFacets(operation)
        ? [{ name: 'facets', in: 'query', required: false, description: 'Whether to count the values of its filters too.', schema: { type: 'boolean' } }]
        : []),
    ],
    responses: {
      '200': { description: 'The answer.', headers, content: { 'application/json': { schema: page } } },
      '304': { description: 'Nothing has changed since the answer whose ETag was sent.' },
      '400': problem('Something in the address cannot be taken; each fault is named with its parameter.'),
      '401': problem('The token is not known, has expired or was revoked.'),
      '403': problem('This is not open to who asks.'),
      '404': problem('There is nothing here, or it is not open to who asks.'),
      '414': problem('The address is longer than 2,000 characters.'),
      '429': problem('Too many requests; Retry-After says when to come again.'),
      '431': { description: 'The address is longer than any server takes; nothing of the request was read.' },
      '503': problem('Too much to do just now; Retry-After says when to come again.'),
    },
  };
}

function pageOf(operation: Operation): Schema {
  const { field, node } = operation;
  const connection = getNamedType(field.type) as Node;
  const said = saidOfList(field).map((name) => [name, shapeOf(connection.getFields()[name]?.type as GraphQLOutputType)]);
  return {
    type: 'object',
    required: ['items', 'next'],
    properties: {
      ...Object.fromEntries(said),
      items: { type: 'array', items: reference(node.name) },
      next: { type: ['string', 'null'], description: 'Send it as `after` to read on; null where this is the end.' },
      ...('ignored' in connection.getFields()
        ? { ignored: { type: 'array', description: 'Values of filters that nothing here has, which were left out.', items: reference('Ignored') } }
        : {}),
      ...(hasFacets(operation) ? { facets: { type: 'array', items: reference('Facet') } } : {}),
    },
    additionalProperties: false,
  };
}

/** The whole interface as OpenAPI 3.1, from the schema that answers it. */
export function openApi(baseUrl: string): Schema {
  const plain = { type: 'string' };
  return {
    openapi: '3.1.1',
    info: {
      title: 'Atrium',
      version: `1 (${settings.version})`,
      summary: 'The knowledge hub of the United Nations system on blockchain, for programs.',
      description: 'Reads what everybody may see, or with a token what its scope lets it see. Nothing is changed by it. How to use it is told at /api.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    tags: [...new Set(operations.map(({ node }) => node.name))].map((name) => ({ name, description: `What has the fields of ${name}.` })),
    paths: Object.fromEntries(operations.map((one) => [one.path, { get: operationOf(one) }])),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A token made at /tokens.' } },
      schemas: {
        ...schemasOf(operations.map(({ node }) => node)),
        ...Object.fromEntries(
          operations.filter(({ shape }) => shape === 'page').map((one) => [`${one.id[0]?.toUpperCase()}${one.id.slice(1)}Page`, pageOf(one)]),
        ),
        Facet: {
          type: 'object',
          required: ['field', 'values'],
          properties: {
            field: plain,
            values: {
              type: 'array',
              items: { type: 'object', required: ['value', 'label', 'count'], properties: { value: plain, label: plain, count: { type: 'integer' } } },
            },
          },
        },
        Ignored: { type: 'object', required: ['field', 'value', 'message'], properties: { field: plain, value: plain, message: plain } },
        Problem: {
          type: 'object',
          description: 'Problem details (RFC 9457).',
          required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
          properties: {
            type: { type: 'string', format: 'uri-reference' },
            title: plain,
            status: { type: 'integer' },
            detail: plain,
            instance: plain,
            code: { type: 'string', description: 'What is wrong, by a name that stays the same.' },
            params: { type: 'object' },
            errors: {
              type: 'array',
              items: { type: 'object', required: ['parameter', 'code', 'detail'], properties: { parameter: plain, code: plain, detail: plain } },
            },
            retryAfter: { type: 'integer', description: 'Seconds.' },
            requestId: plain,
          },
        },
      },
    },
  };
}
