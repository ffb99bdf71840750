import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Writes test/schema-org.json: what schema.org says of the terms that the pages use. The whole vocabulary is 1.5 MB under
 * CC BY-SA 3.0, so only these few facts are kept, in a file of their own that names its origin and licence; with it the
 * test needs no network.
 *
 *   node test/schema-org-table.ts schemaorg-current-https.jsonld 30.0 && npx biome format --write test/schema-org.json
 *
 * The file is published at https://github.com/schemaorg/schemaorg/tree/main/data/releases.
 */

type Reference = { '@id': string };
type Term = {
  '@id': string;
  '@type': string | string[];
  'rdfs:subClassOf'?: Reference | Reference[];
  'schema:domainIncludes'?: Reference | Reference[];
  'schema:rangeIncludes'?: Reference | Reference[];
  'schema:supersededBy'?: Reference | Reference[];
};

const [file, version] = process.argv.slice(2);
if (!file || !version) throw new Error('Name the vocabulary file and its version: node test/schema-org-table.ts schemaorg-current-https.jsonld 30.0');
const nameOf = (id: string) => id.replace(/^schema:/, '');
const names = (references: Reference | Reference[] | undefined) => [references ?? []].flat().map((one) => nameOf(one['@id']));
const { '@graph': graph } = JSON.parse(readFileSync(file, 'utf8')) as { '@graph': Term[] };
// What was superseded is left out, so that its use is a fault.
const terms = new Map(graph.filter((term) => !term['schema:supersededBy']).map((term) => [nameOf(term['@id']), term]));

/** A type and everything it is a kind of, itself first. */
function kindsOf(type: string): string[] {
  return [...new Set([type, ...names(terms.get(type)?.['rdfs:subClassOf']).flatMap(kindsOf)])].filter((one) => terms.has(one));
}

const app = join(import.meta.dirname, '../web/app');
const words = new Set<string>();
for (const path of readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((one) => /(?<!\.test)\.tsx?$/.test(one))
  .sort()) {
  const text = readFileSync(join(app, path), 'utf8');
  if (text.includes("'@type'")) for (const [word] of text.matchAll(/\b[A-Za-z]+\b/g)) words.add(word);
}
const used = [...words].sort().flatMap((word) => (terms.has(word) ? [[word, terms.get(word) as Term] as const] : []));
const isA = (term: Term, type: string) => [term['@type']].flat().includes(type);
const table = {
  origin: 'https://schema.org, schemaorg-current-https.jsonld, an extract: of the types and properties named in web/app, the supertypes, domains and ranges',
  version,
  licence: 'CC BY-SA 3.0, https://creativecommons.org/licenses/by-sa/3.0/',
  types: Object.fromEntries(used.filter(([, term]) => isA(term, 'rdfs:Class')).map(([name]) => [name, kindsOf(name)])),
  properties: Object.fromEntries(
    used
      .filter(([, term]) => isA(term, 'rdf:Property'))
      .map(([name, term]) => [name, { domains: names(term['schema:domainIncludes']), ranges: names(term['schema:rangeIncludes']) }]),
  ),
};
writeFileSync(join(import.meta.dirname, 'schema-org.json'), `${JSON.stringify(table, null, 2)}\n`);
