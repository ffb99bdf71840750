import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What schema.org says of the terms that the pages use; test/schema-org-table.ts makes it. */
const table = JSON.parse(readFileSync(join(import.meta.dirname, 'schema-org.json'), 'utf8')) as {
  types: Record<string, string[]>;
  properties: Record<string, { domains: string[]; ranges: string[] }>;
};

const isAddress = (text: string) => /^https?:\/\/[^\s<>"{}|\\^`]+$/.test(text) && URL.canParse(text);
const day = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
/** Which texts each data type takes; a date may be as exact as its source is. */
const texts: Record<string, (text: string) => boolean> = {
  Text: (text) => text.trim() !== '',
  URL: isAddress,
  Date: (text) => day.test(text),
  DateTime: (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)),
};
const numbers = ['Number', 'Integer', 'Float'];

/**
 * What is wrong with a piece of JSON-LD by the vocabulary of schema.org, one line a fault: unknown types and properties,
 * properties of other types, values outside the range, texts that are no dates or addresses, and what says nothing.
 */
export function schemaFaults(jsonLd: unknown): string[] {
  if (typeof jsonLd !== 'object' || jsonLd === null) return ['There is no JSON-LD.'];
  const { '@context': context, ...node } = jsonLd as Record<string, unknown>;
  return [...(context === 'https://schema.org' ? [] : [`@context is ${JSON.stringify(context)}`]), ...nodeFaults(node, '')];
}

function nodeFaults(node: Record<string, unknown>, path: string): string[] {
  const types = [node['@type'] ?? []].flat() as string[];
  const kinds = new Set(types.flatMap((type) => table.types[type] ?? []));
  const faults = types.filter((type) => !table.types[type]).map((type) => `${path}/@type: no type ${type} (or it is not in test/schema-org.json)`);
  if (types.length === 0) faults.push(`${path}: has no type`);
  for (const [name, value] of Object.entries(node)) {
    const at = `${path}/${name}`;
    if (name === '@type') continue;
    if (name === '@id') {
      if (typeof value !== 'string' || !isAddress(value)) faults.push(`${at}: ${JSON.stringify(value)} is no address`);
      continue;
    }
    // What a reader fills in of an action is named so: query-input (https://schema.org/docs/actions.html).
    const property = table.properties[name.replace(/-input$/, '')];
    if (!property) faults.push(`${at}: no such property (or it is not in test/schema-org.json)`);
    else if (!property.domains.some((domain) => kinds.has(domain))) faults.push(`${at}: is no property of ${types.join(', ')}`);
    else if (Array.isArray(value) && value.length === 0) faults.push(`${at}: says nothing`);
    else {
      const ranges = name.endsWith('-input') ? ['Text', 'PropertyValueSpecification'] : property.ranges;
      for (const one of [value].flat()) faults.push(...valueFaults(one, ranges, at));
    }
  }
  return faults;
}

function valueFaults(value: unknown, ranges: string[], at: string): string[] {
  const wanted = `${at}: ${JSON.stringify(value)?.slice(0, 100)} is not ${ranges.join(' or ')}`;
  if (typeof value === 'string') return ranges.some((range) => texts[range]?.(value)) ? [] : [wanted];
  if (typeof value === 'number') return ranges.some((range) => numbers.includes(range)) ? [] : [wanted];
  if (typeof value === 'boolean') return ranges.includes('Boolean') ? [] : [wanted];
  if (typeof value !== 'object' || value === null) return [wanted];
  const node = value as Record<string, unknown>;
  // Only an address: what stands there is described elsewhere.
  if (Object.keys(node).join() === '@id') return typeof node['@id'] === 'string' && isAddress(node['@id']) ? [] : [wanted];
  const kinds = ([node['@type'] ?? []].flat() as string[]).flatMap((type) => table.types[type] ?? []);
  return [...(kinds.length > 0 && !ranges.some((range) => kinds.includes(range)) ? [wanted] : []), ...nodeFaults(node, at)];
}
