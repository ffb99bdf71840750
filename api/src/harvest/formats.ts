import { countryName } from '#prisma/content/country-name.ts';
import { addressOf } from '#prisma/content/kinds.ts';
import { words } from '#prisma/content/kind.ts';
import { PUBLISHER } from '../history/citation.ts';
import { element, textElement } from '../xml.ts';
import type { Item } from './items.ts';
import settings from '../../../package.json' with { type: 'json' };

export const RIGHTS = `${settings.license}; the sources keep their own terms.`;

/** Filter values that say what a record is about. */
const about = new Set(['use', 'sector', 'theme', 'topic', 'platform']);
const valuesOf = (item: Item, facet: (name: string) => boolean) =>
  item.facets.flatMap((one) => {
    const at = one.indexOf(':');
    return facet(one.slice(0, at)) ? [one.slice(at + 1)] : [];
  });
const subjectsOf = (item: Item) => [
  words(item.kind),
  ...valuesOf(item, (name) => about.has(name)).map((value) => (/^[A-Z_]+$/.test(value) ? words(value) : value)),
];
const goalsOf = (item: Item) => valuesOf(item, (name) => name === 'goal').map((value) => `Sustainable Development Goal ${value.replace(/^goal-/, '')}`);
const countriesOf = (item: Item) => valuesOf(item, (name) => name === 'country').map((code) => countryName(code));
const day = (at: Date) => at.toISOString().slice(0, 10);

type Format = { prefix: string; schema: string; namespace: string; write: (item: Item, baseUrl: string) => string };
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

const dc: Format = {
  prefix: 'oai_dc',
  schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
  namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  write: (item, baseUrl) => {
    const all = (name: string, values: readonly string[]) => values.filter(Boolean).map((value) => textElement(`dc:${name}`, value));
    return element(
      'oai_dc:dc',
      [
        ...all('title', [item.title]),
        ...all('creator', ['Atrium']),
        ...all('subject', [...subjectsOf(item), ...goalsOf(item)]),
        ...all('description', [item.summary]),
        ...all('publisher', [PUBLISHER]),
        ...all(
          'contributor',
          item.owners.map(({ name }) => name),
        ),
        ...all('date', [day(item.updatedAt)]),
        ...all('type', ['Text']),
        ...all('format', ['text/html']),
        ...all('identifier', [baseUrl + addressOf(item.kind, item.slug)]),
        ...all(
          'source',
          item.cited.map(({ title, place }) => `${title}, ${place}`),
        ),
        ...all('language', [item.language]),
        ...all('coverage', countriesOf(item)),
        ...all('rights', [RIGHTS]),
      ].join(''),
      {
        'xmlns:oai_dc': dc.namespace,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:xsi': XSI,
        'xsi:schemaLocation': `${dc.namespace} ${dc.schema}`,
      },
    );
  },
};

/**
 * DataCite 4: version, dates of making and changing, owners in their role, and each source as a related work, which Dublin Core
 * has no places for. The library registers no DOI; the address is the identifier and says so.
 */
const datacite: Format = {
  prefix: 'oai_datacite',
  schema: 'http://schema.datacite.org/meta/kernel-4.4/metadata.xsd',
  namespace: 'http://datacite.org/schema/kernel-4',
  write: (item, baseUrl) => {
    const address = baseUrl + addressOf(item.kind, item.slug);
    const list = (name: string, inner: readonly string[]) => (inner.length > 0 ? element(name, inner.join('')) : '');
    const sources = new Map(item.cited.map(({ slug }) => [slug, baseUrl + addressOf('SOURCE', slug)]));
    return element(
      'resource',
      [
        textElement('identifier', address, { identifierType: 'URL' }),
        list('creators', [element('creator', textElement('creatorName', 'Atrium', { nameType: 'Organizational' }))]),
        list('titles', [textElement('title', item.title, { 'xml:lang': item.language })]),
        textElement('publisher', PUBLISHER),
        textElement('publicationYear', item.createdAt.toISOString().slice(0, 4)),
        textElement('resourceType', words(item.kind), { resourceTypeGeneral: 'Text' }),
        list('subjects', [
          ...subjectsOf(item).map((subject) => textElement('subject', subject)),
          ...goalsOf(item).map((goal) =>
            textElement('subject', goal, { subjectScheme: 'Sustainable Development Goals', schemeURI: 'https://sdgs.un.org/goals' }),
          ),
        ]),
        list(
          'contributors',
          item.owners.map(({ name }) =>
            element('contributor', textElement('contributorName', name, { nameType: 'Organizational' }), { contributorType: 'Other' }),
          ),
        ),
        list('dates', [textElement('date', day(item.createdAt), { dateType: 'Created' }), textElement('date', day(item.updatedAt), { dateType: 'Updated' })]),
        textElement('language', item.language),
        list('alternateIdentifiers', [textElement('alternateIdentifier', item.id, { alternateIdentifierType: 'UUID' })]),
        list(
          'relatedIdentifiers',
          [...sources.values()].map((source) => textElement('relatedIdentifier', source, { relatedIdentifierType: 'URL', relationType: 'References' })),
        ),
        list('formats', [textElement('format', 'text/html')]),
        textElement('version', String(item.version)),
        list('rightsList', [textElement('rights', RIGHTS)]),
        list('descriptions', [
          ...(item.summary ? [textElement('description', item.summary, { descriptionType: 'Abstract', 'xml:lang': item.language })] : []),
          ...(item.cited.length > 0
            ? [textElement('description', `Rests on: ${item.cited.map(({ title, place }) => `${title}, ${place}`).join('; ')}`, { descriptionType: 'Other' })]
            : []),
        ]),
        list(
          'geoLocations',
          countriesOf(item).map((country) => element('geoLocation', textElement('geoLocationPlace', country))),
        ),
      ].join(''),
      { xmlns: datacite.namespace, 'xmlns:xsi': XSI, 'xsi:schemaLocation': `${datacite.namespace} ${datacite.schema}` },
    );
  },
};

/** The forms in which OAI-PMH gives records, by their prefix. */
export const formats: ReadonlyMap<string, Format> = new Map([dc, datacite].map((format) => [format.prefix, format]));
