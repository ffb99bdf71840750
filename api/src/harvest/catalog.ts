import { sql } from 'kysely';
import { JsonLdSerializer } from 'jsonld-streaming-serializer';
import { DataFactory, type Quad, Writer } from 'n3';
import type { Database } from '#prisma/database.ts';
import { anyone } from '#search/engine.ts';
import { ownLists } from '../export/lists.ts';
import { lists } from '../records/filters.ts';
import { visibleRecords } from '../records/policy.ts';
import { RIGHTS } from './formats.ts';

// The library as a catalogue of data sets (DCAT-AP 3.0.1): every list, with the files that it can be had as, and the interfaces
// that serve all of them.

const prefixes = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;
type Name = `${keyof typeof prefixes}:${string}`;
const { namedNode, literal, quad } = DataFactory;
const named = (name: Name) => {
  const [prefix, local] = name.split(':') as [keyof typeof prefixes, string];
  return namedNode(prefixes[prefix] + local);
};

/** The authority tables of the European Union, whose values DCAT-AP asks for. */
const AUTHORITY = 'http://publications.europa.eu/resource/authority/';
const concepts = {
  theme: ['data-theme/TECH', 'Science and technology'],
  government: ['data-theme/GOVE', 'Government and public sector'],
} as const;
const LANGUAGE = `${AUTHORITY}language/ENG`;
const PUBLIC = `${AUTHORITY}access-right/PUBLIC`;
const CONTINUOUS = `${AUTHORITY}frequency/CONT`;
const LICENCE = 'http://www.apache.org/licenses/LICENSE-2.0';

/** The files of a list, by their extension: their type by IANA and by the authority table, and what they are called. */
const files = {
  csv: ['text/csv', 'CSV', 'as CSV'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'XLSX', 'as a workbook'],
  json: ['application/json', 'JSON', 'as JSON, with every field and its citations'],
  atom: ['application/atom+xml', 'ATOM', 'as a feed of what changed last'],
} as const;
type Extension = keyof typeof files;
const tables: readonly Extension[] = ['csv', 'xlsx', 'json'];

type Listed = { page: string; title: string; about: string; extensions: readonly Extension[] };
/** Every list that can be had as a file. */
const listed: readonly Listed[] = [
  ...ownLists.map(({ page, title }) => ({
    page,
    title,
    about: `${title} in the knowledge hub of the United Nations system on blockchain: every public entry, each statement with its source.`,
    extensions: [...tables, 'atom' as const],
  })),
  {
    page: '/agreements',
    title: 'Agreements',
    about: 'Long-term agreements of organizations of the United Nations system with vendors, as far as they are open to everybody.',
    extensions: tables,
  },
  {
    page: '/actions',
    title: 'Actions',
    about: 'Which recommendation asks which organization for what: the table of actions of the report, cell by cell.',
    extensions: tables,
  },
  {
    page: '/uptake/actions',
    title: 'Uptake of recommendations',
    about: 'The state of every action of every organization of the United Nations system: accepted, implemented, not reported.',
    extensions: tables,
  },
  {
    page: '/uptake/entries',
    title: 'Uptake entries',
    about: 'Every public report of an organization on a recommendation, with its day and its evidence.',
    extensions: tables,
  },
];

/** The interfaces that serve every list: where they answer, where they are described, what they are. */
const services = [
  ['graphql', '/graphql', '/graphql', 'GraphQL', 'Every field of every record, with filters and facets.'],
  ['rest', '/api/v1', '/api/v1/openapi.json', 'REST (OpenAPI 3.1)', 'Lists and records by plain addresses, as JSON.'],
  ['oai', '/oai', '/oai?verb=Identify', 'OAI-PMH 2.0', 'Records for catalogues that harvest, by kind and by organization.'],
] as const;

/** When the newest entry of each list changed; a list without one of its own (actions, uptake) has none. */
async function changedAt(db: Database): Promise<Map<string, Date>> {
  const { rows } = await sql<{ kind: string; at: Date }>`
    SELECT r.kind, max(r.updated_at) AS at FROM record r WHERE ${visibleRecords(anyone)} GROUP BY r.kind`.execute(db);
  const kinds = new Map(rows.map(({ kind, at }) => [kind, at]));
  return new Map(
    ownLists.flatMap(({ page, list }) => {
      const at = kinds.get(lists.get(list)?.kind ?? '');
      return at ? [[page, at]] : [];
    }),
  );
}

/**
 * The catalogue as triples, in one SQL statement.
 * @param baseUrl the public address of the library; everything in it is named by its address
 */
async function triples(db: Database, baseUrl: string): Promise<Quad[]> {
  const found: Quad[] = [];
  const say = (subject: string, values: Partial<Record<Name, string | readonly string[]>>, texts: Partial<Record<Name, string>> = {}) => {
    for (const [name, value = []] of Object.entries(values))
      for (const one of [value].flat()) found.push(quad(namedNode(subject), named(name as Name), name === 'rdf:type' ? named(one as Name) : namedNode(one)));
    for (const [name, text = ''] of Object.entries(texts)) found.push(quad(namedNode(subject), named(name as Name), literal(text, 'en')));
  };
  const moment = (subject: string, at: Date) =>
    found.push(quad(namedNode(subject), named('dct:modified'), literal(at.toISOString(), namedNode(`${prefixes.xsd}dateTime`))));
  const changed = await changedAt(db);
  const catalog = `${baseUrl}/catalog`;
  const publisher = `${baseUrl}/about#publisher`;
  const themes = Object.values(concepts).map(([path]) => AUTHORITY + path);
  const datasets = listed.map(({ page }) => `${baseUrl}${page}#data`);
  const interfaces = services.map(([id]) => `${catalog}#${id}`);
  const newest = [...changed.values()].sort((a, b) => b.getTime() - a.getTime())[0];

  say(
    catalog,
    {
      'rdf:type': 'dcat:Catalog',
      'dct:publisher': publisher,
      'dct:language': LANGUAGE,
      'dct:license': LICENCE,
      'foaf:homepage': `${baseUrl}/`,
      'dcat:themeTaxonomy': `${AUTHORITY}data-theme`,
      'dcat:dataset': datasets,
      'dcat:service': interfaces,
    },
    {
      'dct:title': 'Atrium, the knowledge hub of the United Nations system on blockchain',
      'dct:description': 'Who in the United Nations system uses blockchain for what, with whom, on what technology, what came of it, and what was learned.',
    },
  );
  if (newest) moment(catalog, newest);
  say(publisher, { 'rdf:type': 'foaf:Agent', 'foaf:homepage': `${baseUrl}/` }, { 'foaf:name': 'Atrium' });
  for (const [path, label] of Object.values(concepts))
    say(AUTHORITY + path, { 'rdf:type': 'skos:Concept', 'skos:inScheme': `${AUTHORITY}data-theme` }, { 'skos:prefLabel': label });
  say(`${AUTHORITY}data-theme`, { 'rdf:type': 'skos:ConceptScheme' }, { 'dct:title': 'Data theme' });
  // Each value says what it is, so that a reader that looks nothing up still knows.
  say(LANGUAGE, { 'rdf:type': 'dct:LinguisticSystem' });
  say(LICENCE, { 'rdf:type': 'dct:LicenseDocument' }, { 'dct:title': 'Apache-2.0' });
  say(PUBLIC, { 'rdf:type': 'dct:RightsStatement' });
  say(CONTINUOUS, { 'rdf:type': 'dct:Frequency' });
  say(`${baseUrl}/`, { 'rdf:type': 'foaf:Document' });
  say(`${baseUrl}/about#rights`, { 'rdf:type': 'dct:RightsStatement' }, { 'rdfs:label': RIGHTS });

  for (const { page, title, about, extensions } of listed) {
    const dataset = `${baseUrl}${page}#data`;
    const distributions = extensions.map((extension) => `${baseUrl}${page}#${extension}`);
    say(
      dataset,
      {
        'rdf:type': 'dcat:Dataset',
        'dct:publisher': publisher,
        'dct:language': LANGUAGE,
        'dct:accessRights': PUBLIC,
        'dct:accrualPeriodicity': CONTINUOUS,
        'dcat:theme': themes,
        // What has no page of its own stands on that of the whole.
        'dcat:landingPage': page === '/actions' || page === '/uptake/actions' ? `${baseUrl}/uptake` : baseUrl + page,
        'dcat:distribution': distributions,
      },
      { 'dct:title': title, 'dct:description': about },
    );
    found.push(quad(namedNode(dataset), named('dct:identifier'), literal(dataset)));
    for (const word of ['blockchain', 'United Nations']) found.push(quad(namedNode(dataset), named('dcat:keyword'), literal(word, 'en')));
    say(page === '/actions' || page === '/uptake/actions' ? `${baseUrl}/uptake` : baseUrl + page, { 'rdf:type': 'foaf:Document' });
    const at = changed.get(page);
    if (at) moment(dataset, at);
    for (const [index, extension] of extensions.entries()) {
      const [type, format, called] = files[extension];
      const address = `${baseUrl}${page}.${extension}`;
      say(
        distributions[index] as string,
        {
          'rdf:type': 'dcat:Distribution',
          'dcat:accessURL': address,
          'dcat:downloadURL': address,
          'dcat:mediaType': `https://www.iana.org/assignments/media-types/${type}`,
          'dct:format': `${AUTHORITY}file-type/${format}`,
          'dct:license': LICENCE,
          'dct:rights': `${baseUrl}/about#rights`,
        },
        { 'dct:title': `${title} ${called}`, 'dct:description': `${title} ${called}; the filters of the page hold in the address too.` },
      );
      say(address, { 'rdf:type': 'rdfs:Resource' });
      say(`https://www.iana.org/assignments/media-types/${type}`, { 'rdf:type': 'dct:MediaType' });
      say(`${AUTHORITY}file-type/${format}`, { 'rdf:type': 'dct:MediaTypeOrExtent' });
    }
  }
  for (const [index, [, endpoint, described, title, about]] of services.entries()) {
    for (const address of new Set([endpoint, described])) say(baseUrl + address, { 'rdf:type': 'rdfs:Resource' });
    say(
      interfaces[index] as string,
      {
        'rdf:type': 'dcat:DataService',
        'dcat:endpointURL': baseUrl + endpoint,
        'dcat:endpointDescription': baseUrl + described,
        'dcat:servesDataset': datasets,
        'dct:publisher': publisher,
        'dct:license': LICENCE,
        'dct:accessRights': PUBLIC,
      },
      { 'dct:title': title, 'dct:description': about },
    );
  }
  return found;
}

/** The catalogue as Turtle. */
export async function catalogTurtle(db: Database, baseUrl: string): Promise<string> {
  const writer = new Writer({ prefixes });
  writer.addQuads(await triples(db, baseUrl));
  return new Promise((done, fail) => writer.end((error, text) => (error ? fail(error) : done(text))));
}

/** The catalogue as JSON-LD, with the context in it. */
export async function catalogJsonLd(db: Database, baseUrl: string): Promise<string> {
  const serializer = new JsonLdSerializer({ space: ' ', context: prefixes });
  const text = new Promise<string>((done, fail) => {
    let written = '';
    serializer.on('data', (piece: string) => {
      written += piece;
    });
    serializer.on('end', () => done(written));
    serializer.on('error', fail);
  });
  for (const one of await triples(db, baseUrl)) serializer.write(one);
  serializer.end();
  return text;
}
