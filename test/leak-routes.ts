import { type GraphQLField, type GraphQLOutputType, type GraphQLSchema, getNamedType, isInterfaceType, isLeafType, isObjectType, isUnionType } from 'graphql';
import webRoutes from '../web/app/routes.ts';
import type { PlantedRecord } from './leak-records.ts';

// What there is to ask, taken from where it is defined: the routes that the server has, the pages of the site map, the
// fields of the schema. What is new is asked without being named here; what needs a value that nobody gave fails.

/** What stands in the places of addresses and arguments. */
export type Values = {
  assessments: readonly string[];
  edition: string;
  /** Candidates of a screening. */
  candidates: readonly string[];
  records: readonly PlantedRecord[];
  drafts: readonly string[];
  campaign: string;
  agreements: readonly string[];
  shortlists: readonly string[];
  /** Requests for information to vendors. */
  information: readonly string[];
  /** Entries of the pool of professionals. */
  people: readonly string[];
  /** Questions that people ask each other. */
  asked: readonly string[];
  /** What companies propose. */
  proposals: readonly string[];
  activities: readonly string[];
  imports: readonly string[];
  webhooks: readonly string[];
  /** Events that were sent to them, as address below /webhooks. */
  webhookEvents: readonly string[];
  /** Files of other catalogues. */
  catalogues: readonly string[];
  /** People with accounts. */
  members: readonly string[];
  slugs: Record<string, string>;
};

const paths: Record<string, string> = { PROJECT: 'projects', LESSON: 'lessons', VENDOR: 'vendors', BUILDING_BLOCK: 'building-blocks' };

const REST = '/api/v1';

/** Fills the named places of an address: one address, or one for each planted thing. */
function fill(pattern: string, values: Values): string[] {
  const {
    records,
    drafts,
    campaign,
    slugs,
    assessments,
    edition,
    candidates,
    agreements,
    shortlists,
    information,
    proposals,
    people,
    asked,
    activities,
    imports,
    webhooks,
    webhookEvents,
    catalogues,
    members,
  } = values;
  // Below /api/v1 stand the same things as without it.
  if (pattern.startsWith(REST)) return fill(pattern.slice(REST.length), values).map((path) => `${REST}${path}`);
  const kind = Object.entries(paths).find(([, path]) => pattern.startsWith(`/${path}/:`))?.[0];
  let found = [pattern];
  const put = (name: string, values: readonly string[]) => {
    found = found.flatMap((one) => (new RegExp(`:${name}(?![a-z])`).test(one) ? values.map((value) => one.replace(`:${name}`, value)) : [one]));
  };
  if (kind)
    for (const name of ['slug', 'id'])
      put(
        name,
        records.filter((one) => one.kind === kind).map((one) => one.slug),
      );
  if (pattern.startsWith('/drafts/')) put('id', drafts);
  if (pattern.startsWith('/campaigns/')) put('id', [campaign]);
  if (pattern === '/webhooks/:id/:event') return webhookEvents.map((path) => `/webhooks/${path}`);
  if (pattern.startsWith('/webhooks/')) put('id', webhooks);
  if (pattern.startsWith('/imports/')) put('id', imports);
  if (pattern.startsWith('/catalogues/')) put('id', catalogues);
  if (pattern.startsWith('/assessments/')) put('id', assessments);
  if (pattern.startsWith('/editions/')) put('id', [edition]);
  if (pattern.startsWith('/screening/')) put('id', candidates);
  if (pattern.startsWith('/agreements/')) put('id', agreements);
  if (pattern.startsWith('/shortlists/')) put('id', shortlists);
  if (pattern.startsWith('/information/')) put('id', information);
  if (pattern.startsWith('/questions/')) put('id', asked);
  if (pattern.startsWith('/members/')) put('id', members);
  if (pattern.startsWith('/people/')) put('id', people);
  if (pattern.startsWith('/proposals/')) put('id', proposals);
  if (pattern.startsWith('/uptake/activities/')) put('id', activities);
  put('level', ['learning-programme-staff']);
  put('instrument', ['jiu-matrix']);
  put('group', ['layer-1-decentralization']);
  if (/history/.test(pattern)) put('number', ['1', '2']);
  if (/^\/uptake\/:/.test(pattern)) put('recommendation', ['1', '2', '4']);
  for (const name of ['number', 'address']) put(name, ['2']);
  put('organization', ['fao']);
  put('operation', ['projects']);
  put('year', ['2026']);
  put('figure', ['uptake', 'projects-by-organization', 'lessons-by-theme.svg', 'vendors-by-country']);
  put('slug', [slugs[pattern.split('/')[1] ?? ''] ?? 'fao']);
  found = found.map((one) => one.replace('/*', '/zz'));
  const open = found.find((one) => one.includes(':'));
  if (open) throw new Error(`The leak test has no value for a place in ${open}: give it one in test/leak-routes.ts.`);
  return found;
}

/** What a page is asked with besides, for those that show nothing of what is planted without it. */
const queries: Record<string, string[]> = {
  '/cite': ['text=leak+check+of+the+library'],
  '/cite.json': ['text=leak+check+of+the+library'],
  '/search': ['q=leak+check', 'q=made'],
  '/search/suggest': ['q=leak', 'q=zq'],
  '/drafts/suggest': ['kind=PROJECT&q=leak+check', 'kind=VENDOR&q=leak+check'],
  '/drafts/similar': ['title=leak+check&kind=PROJECT', 'title=leak+check&kind=VENDOR'],
  '/questions': ['own=yes', 'reported=yes'],
  '/events': ['all=yes'],
  '/projects': ['sort=UPDATED', 'view=rows', 'since=2020-01-01'],
  '/lessons': ['sort=UPDATED'],
  '/vendors': ['sort=UPDATED'],
  '/screening': ['show=all'],
  '/sources/:slug': ['paragraph=50'],
  '/ask': ['record=/projects/building-blocks', 'record=/organizations/fao'],
  '/uptake/activities/new': ['organization=fao'],
  '/uptake/compare': ['organizations=fao,wfp'],
  '/compare': ['ids=projects/fao'],
  '/picked': ['ids=projects/fao'],
  '/organizations/:slug': [],
  '/decide/:instrument/:group': ['table-1-q1=yes&table-1-q2=yes'],
  '/decide/:instrument/outcome': ['table-1-q1=yes&table-1-q2=yes'],
};
const asked = (pattern: string, values: Values) =>
  fill(pattern, values).flatMap((address) => [address, ...(queries[pattern] ?? []).map((query) => `${address}?${query}`)]);

/** The addresses of every page of the site map. */
export function pageAddresses(values: Values): string[] {
  const paths = (webRoutes as { index?: boolean; path?: string; children?: unknown[] }[]).map((one) => {
    if (one.children?.length) throw new Error('A page has pages below it: the leak test reads a flat site map.');
    return one.index ? '/' : `/${one.path}`;
  });
  return [...new Set(paths.flatMap((path) => asked(path, values)))];
}

/** Routes of the server that hold nothing of the library, or that are asked in another way, each with the reason. */
const notAsked: Record<string, string> = {
  '/health': 'says that the process is up',
  '/ready': 'says that database and search answer',
  '/metrics': 'counts and ages alone, for this machine itself or with a token (api/src/operations/metrics.test.ts)',
  '/graphql': 'every field of it is asked on its own',
  '/mcp': 'asks the schema alone, every field of which is asked on its own (api/src/mcp/mcp.test.ts)',
  '/files/:hash': 'every planted file is asked for on its own',
  '/*': 'the pages, by the site map',
  '*': 'the pages, by the site map',
};
const agreementPairs = (ids: readonly string[]): string[] => [`ids=${ids.map((id) => `agreements/${id}`).join(',')}`];
/** Planted records of a kind, two by two, as an address compares them. */
const sideBySide = ({ records, agreements }: Values): string[] => [
  ...agreementPairs(agreements),
  ...['PROJECT', 'VENDOR'].flatMap((kind) => {
    const some = records.filter((one) => one.kind === kind).map(({ slug }) => `${paths[kind]}/${slug}`);
    return some.flatMap((one, index) => (index % 2 === 0 && some[index + 1] ? [`ids=${one},${some[index + 1]}`] : []));
  }),
];

/** What the addresses of the interface for programs are asked with, that answer nothing without it; lists are asked whole too. */
function restQuestions(path: string, { records }: Values): string[] {
  if (!path.startsWith(`${REST}/`)) return [path];
  // Versions are read by one condition, whatever the record (api/src/history).
  const planted = records.filter((_one, index) => index % 4 === 0).map(({ kind, slug }) => `kind=${kind}&slug=${slug}`);
  const asked: Record<string, string[]> = {
    search: ['query=leak+check&first=100', 'query=made&first=100'],
    quotation: ['text=leak+check+of+the+library'],
    history: planted,
    revision: planted.flatMap((one) => ['1', '2'].map((number) => `${one}&number=${number}`)),
    projects: ['first=100&facets=true', 'first=100&fields=title,statements.text,connections.record.title'],
    lessons: ['first=100&facets=true'],
    vendors: ['first=100&facets=true', 'first=100&fields=title,agreements.title,statements.text'],
  };
  return (asked[path.slice(REST.length + 1)] ?? ['']).map((query) => (query ? `${path}?${query}` : path));
}

/** The addresses of every route of the server that can be read, from the tree that Fastify prints. Files also in their internal form. */
export function serverAddresses(printed: string, values: Values): string[] {
  const above: string[] = [];
  const found: string[] = [];
  for (const line of printed.split('\n')) {
    const [, indent = '', path, methods = ''] = /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/.exec(line) ?? [];
    if (path === undefined) continue;
    above.length = indent.length / 4;
    above.push(path);
    if (/\bGET\b/.test(methods)) found.push(above.join('').replace(/\([^)]*\)/g, ''));
  }
  if (found.length < 20) throw new Error('The routes of the server could not be read.');
  return found
    .filter((path) => !(path in notAsked))
    .flatMap((path) => fill(path, values))
    .flatMap((path) => restQuestions(path, values))
    .flatMap((path) => (path === '/oai' ? ['oai_dc', 'oai_datacite'].map((form) => `/oai?verb=ListRecords&metadataPrefix=${form}`) : [path]))
    .flatMap((path) => (path === '/search.atom' ? ['/search.atom?q=leak+check', '/search.atom?q=made'] : [path]))
    .flatMap((path) => (path.startsWith('/compare.') ? sideBySide(values).map((ids) => `${path}?${ids}`) : [path]))
    .map((path) => (path.startsWith('/uptake/compare.') ? `${path}?organizations=fao,wfp` : path))
    .flatMap((path) => (/\.\w+(\?|$)/.test(path) ? [path, `${path}${path.includes('?') ? '&' : '?'}audience=internal`] : [path]));
}

/** What an argument is given, by "field.argument" or by its name alone; several values are several questions. */
function argumentValues(field: string, name: string, values: Values): string[] | null {
  const { records, drafts, campaign, slugs } = values;
  const kind = { project: 'PROJECT', lesson: 'LESSON', vendor: 'VENDOR', buildingBlock: 'BUILDING_BLOCK' }[field];
  if (kind) return records.filter((one) => one.kind === kind).map((one) => JSON.stringify(one.slug));
  const known: Record<string, string[]> = {
    'draft.id': drafts.map((id) => JSON.stringify(id)),
    'campaign.id': [JSON.stringify(campaign)],
    'goal.number': ['2'],
    'instrument.instrument': ['"jiu-matrix"'],
    'similarProjects.instrument': ['"jiu-matrix"'],
    'instrumentEdition.id': [JSON.stringify(values.edition)],
    'screeningCandidate.id': values.candidates.map((id) => JSON.stringify(id)),
    'agreementsAt.ids': [JSON.stringify(values.agreements)],
    'agreement.id': values.agreements.map((id) => JSON.stringify(id)),
    'shortlist.id': values.shortlists.map((id) => JSON.stringify(id)),
    ...Object.fromEntries(
      ['question', 'questionText', 'questionAnswers', 'questionMergedInto'].map((one) => [`${one}.id`, values.asked.map((id) => JSON.stringify(id))]),
    ),
    'questionLink.token': ['"none"'],
    'professional.id': values.people.map((id) => JSON.stringify(id)),
    'informationRequest.id': values.information.map((id) => JSON.stringify(id)),
    'informationLink.token': ['"none"'],
    'digestLink.token': ['"none"'],
    'followAt.address': values.records.flatMap((one) => (paths[one.kind] ? [JSON.stringify(`/${paths[one.kind]}/${one.slug}`)] : [])).slice(0, 40),
    'companyLink.token': ['"none"'],
    'importTemplate.kind': ['VENDOR'],
    'webhookSent.id': values.webhookEvents.slice(0, 1).map((path) => JSON.stringify(path.split('/')[1])),
    'yearReport.year': ['2026'],
    ...Object.fromEntries(['catalogueRun', 'cataloguePreview'].map((one) => [`${one}.id`, values.catalogues.map((id) => JSON.stringify(id))])),
    'import.id': values.imports.map((id) => JSON.stringify(id)),
    'uptakeActivity.id': values.activities.map((id) => JSON.stringify(id)),
    'companyProposal.id': values.proposals.map((id) => JSON.stringify(id)),
    'assessment.id': values.assessments.map((id) => JSON.stringify(id)),
    answers: ['[{ question: "table-1-q1", option: "yes" }, { question: "table-1-q2", option: "yes" }]'],
    'codeEvidence.recommendation': ['"7"'],
    'recommendation.number': ['2'],
    'organization.slug': ['"fao"'],
    'uptakeBy.by': ['ORGANIZATION', 'RECOMMENDATION', 'YEAR'],
    'uptakeSitting.organization': ['"fao"'],
    'uptakeActionsOf.organization': ['"fao"'],
    'campaignPreview.input': ['{ title: "x", message: "x", closesOn: "2099-01-01", organizations: [{ organization: "fao" }] }'],
    'uptakeChanges.since': ['"2020-01-01"'],
    'uptakeCell.recommendation': ['"1"', '"2"', '"4"'],
    'uptakeDocument.organization': ['"fao"'],
    'uptakeCells.filter': ['{ organization: ["fao"] }'],
    'stillCorrectLink.token': ['"none"'],
    'signUpLink.token': ['"none"'],
    'passwordReset.token': ['"none"'],
    'invitationLink.token': ['"none"'],
    'recordsAt.addresses': [JSON.stringify(records.flatMap((one) => (paths[one.kind] ? [`/${paths[one.kind]}/${one.slug}`] : [])).slice(0, 50))],
    'search.query': ['"leak check"', '"made"'],
    // What stands in closed versions is asked for word by word in api/src/quotations/quotations.test.ts.
    'quotation.text': ['"Leak check made record"', '"was made for a check"'],
    'similarEntries.title': ['"Leak check made record"'],
    'suggestions.kind': ['PROJECT', 'VENDOR', 'ORGANIZATION'],
    'suggestions.text': ['"Leak check made record"'],
    'whoIsDoingThis.title': ['"Leak check made record"'],
    'citedBy.paragraph': ['50'],
    'resting.paragraph': ['50'],
    'facets.kind': ['PROJECT'],
    organization: ['"fao"'],
    slug: [JSON.stringify(slugs[field] ?? 'fao')],
    // Of the concepts with planted records, as many as there are of these; of the others, some.
    first: [['projects', 'lessons', 'vendors', 'roster', 'uptakeEntries'].includes(field) ? '7' : '2'],
    'agreements.orderBy': ['ENDS'],
    orderBy: ['UPDATED'],
  };
  return known[`${field}.${name}`] ?? known[name] ?? null;
}

type Field = GraphQLField<unknown, unknown>;
const needed = (type: object) => String(type).endsWith('!');
/** Arguments of a field below the first, or null where one is needed that has no value. */
function inner(field: Field, values: Values): string | null {
  const given: string[] = [];
  for (const arg of field.args) {
    const some = ['first', 'orderBy'].includes(arg.name) ? (arg.name === 'first' ? ['3'] : null) : argumentValues(field.name, arg.name, values);
    if (some?.[0] !== undefined && (needed(arg.type) || arg.name === 'first')) given.push(`${arg.name}: ${some[0]}`);
    else if (needed(arg.type)) return null;
  }
  return given.length > 0 ? `(${given.join(', ')})` : '';
}
const fieldsOf = (type: GraphQLOutputType): Field[] => {
  const named = getNamedType(type);
  return isObjectType(named) || isInterfaceType(named) ? Object.values(named.getFields()) : [];
};
/** All texts of a type, and of what it holds down to a depth; nothing that it holds itself stands in. */
function selection(type: GraphQLOutputType, depth: number, values: Values, above: readonly string[] = []): string {
  const named = getNamedType(type);
  if (isUnionType(named))
    return `__typename ${named
      .getTypes()
      .map((one) => `... on ${one.name} { ${selection(one, depth, values, above)} }`)
      .join(' ')}`;
  const parts = fieldsOf(type).flatMap((field) => {
    const args = inner(field, values);
    if (args === null) return [];
    const of = getNamedType(field.type);
    if (isLeafType(of)) return [`${field.name}${args}`];
    if (depth === 0 || above.includes(of.name)) return [];
    return [`${field.name}${args} { ${selection(field.type, depth - 1, values, [...above, named.name])} }`];
  });
  return ['__typename', ...parts].join(' ');
}
/** The types that only lead to a list's rows. */
const leads = /(Connection|Edge|Page)$/;

/** Below the limit of the server, which counts a little otherwise. */
const TOKENS = 1700;
/** As many names of their own as a query of the server may give. */
const ALIASES = 20;
/**
 * @property simpler the same, one step less deep, for a server to which it is too dear: as many as it takes
 * @property least each text of it alone, where that is too dear too
 */
export type Question = { name: string; query: string; simpler: string[]; least: string[] };
/**
 * Questions for every field of the query type: each with all texts of what it gives and, one after the other, of everything
 * that this holds, one step further.
 */
export function apiQuestions(schema: GraphQLSchema, values: Values): Question[] {
  const kindsOfRecords = values.records.map((one) => `kind: ${one.kind}, slug: ${JSON.stringify(one.slug)}`);
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const lists: string[][] = [];
    if (field.args.some((arg) => arg.name === 'kind') && field.args.some((arg) => arg.name === 'slug')) {
      const more = field.args
        .filter((arg) => needed(arg.type) && !['kind', 'slug'].includes(arg.name))
        .map((arg) => `${arg.name}: ${{ number: 1, from: 1, to: 2 }[arg.name] ?? 'null'}`);
      lists.push(kindsOfRecords.map((one) => [one, ...more].join(', ')));
    } else
      for (const arg of field.args) {
        const some = argumentValues(field.name, arg.name, values);
        if (some) lists.push(some.map((value) => `${arg.name}: ${value}`));
        else if (needed(arg.type))
          throw new Error(`The leak test has no value for the argument ${field.name}.${arg.name}: give it one in test/leak-routes.ts.`);
      }
    // Every value of one argument, the first of all others.
    const longest = lists.reduce((best, list) => (list.length > best.length ? list : best), ['']);
    const calls = longest
      .map((value) => lists.map((list) => (list === longest ? value : list[0])).join(', ') || value)
      .map((args) => (args ? `(${args})` : ''));
    // As many calls in a question as stay below the limit of tokens.
    const ask = (body: string): string[] => {
      const each = Math.min(ALIASES, Math.max(1, Math.floor(TOKENS / (20 + (body.match(/\w+|[^\s\w]/g)?.length ?? 0)))));
      return Array.from({ length: Math.ceil(calls.length / each) }, (_, at) => calls.slice(at * each, (at + 1) * each)).map(
        (some) => `{ ${some.map((args, index) => `a${index}: ${field.name}${args}${body}`).join(' ')} }`,
      );
    };
    const questions = (name: string, full: string, simple = full, single: string[] = [simple]): Question[] =>
      ask(full).map((query) => ({ name, query, simpler: ask(simple), least: single.flatMap(ask) }));
    if (isLeafType(getNamedType(field.type))) return questions(field.name, '');
    // Down to the rows of a list, whose fields are asked one after the other.
    const wrap = (type: GraphQLOutputType, way: string[]): Question[] => {
      const further = leads.test(getNamedType(type).name) ? fieldsOf(type).filter((one) => /^(edges|node|nodes)$/.test(one.name)) : [];
      const body = (inside: string) => way.reduceRight((rest, name) => ` { ${name}${rest} }`, ` { ${inside} }`);
      const branches = fieldsOf(type).filter((one) => !isLeafType(getNamedType(one.type)) && !further.includes(one));
      const own = selection(type, 0, values);
      const name = [field.name, ...way].join('.');
      return [
        ...questions(name, body(own)),
        ...branches.flatMap((branch) => {
          const args = inner(branch, values);
          if (args === null) return [];
          const of = (depth: number) => body(`${branch.name}${args} { ${selection(branch.type, depth, values)} }`);
          const texts = fieldsOf(branch.type).filter((one) => isLeafType(getNamedType(one.type)) && inner(one, values) !== null);
          const single = texts.map((one) => body(`${branch.name}${args} { ${one.name}${inner(one, values)} }`));
          return questions(`${name}.${branch.name}`, of(1), of(0), single.length > 0 ? single : undefined);
        }),
        ...further.flatMap((one) => wrap(one.type, [...way, one.name])),
      ];
    };
    return wrap(field.type, []);
  });
}
