import { McpServer, ResourceTemplate } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Ask } from '../ask.ts';
import { type AddTool, type Answer, answered, output, STATEMENTS, text } from './answer.ts';
import { addMatrixTools } from './matrix.ts';
import { type Cited, citedAs, dataOf, HEAD, inWords, type RecordHead, RECORDS, Refused, statementsOf } from './cited.ts';

const address = text(300).describe('The address of a record, such as /projects/building-blocks or the whole of it.');

const instructions =
  'Atrium is the knowledge hub of the United Nations system on blockchain. Every statement comes with its source and place, the day to which it holds, how sure it is, and a permanent address with version and hash. Repeat these when you use a statement. What a source does not say is "not stated"; what nobody reported is "no information". A vendor is never "approved" here.';

/** The statements of a record that have most of the words that were asked for; the first where none has any. */
function closest(statements: readonly Cited[], asked: string, most: number): Cited[] {
  const words = asked.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  const score = (one: Cited) => {
    const text = one.text.toLowerCase();
    return words.filter((word) => text.includes(word)).length;
  };
  return statements
    .map((one) => [one, score(one)] as const)
    .sort(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([one]) => one);
}

/**
 * The server that assistants ask, over the one schema: its permission, costs and limits are those of `/graphql`. It reads only,
 * and answers with statements that can be cited, in structure and in words alike.
 * @param ask who asks, and for whom it is answered
 * @param baseUrl the public address, before which permanent addresses stand
 */
export function makeMcpServer(ask: Ask, baseUrl: string): McpServer {
  const server = new McpServer({ name: 'atrium', title: 'Atrium', version: '1.0.0' }, { instructions, capabilities: { tools: {}, resources: {} } });
  const whole = (path: string) => new URL(path, baseUrl).href;
  const pathOf = (given: string) => {
    const url = URL.canParse(given, baseUrl) ? new URL(given, baseUrl) : null;
    if (!url || url.origin !== new URL(baseUrl).origin) throw new Refused(`“${given.slice(0, 80)}” is no address of this library, which is at ${baseUrl}.`);
    return url.pathname.replace(/\/history(\/\d+)?$/, '');
  };
  const headsAt = async (addresses: string[]): Promise<RecordHead[]> => {
    const paths = addresses.map(pathOf);
    const { recordsAt } = await dataOf<{ recordsAt: RecordHead[] }>(ask, `query ($addresses: [String!]!) { recordsAt(addresses: $addresses) { ${HEAD} } }`, {
      addresses: paths,
    });
    const missing = paths.filter((path) => !recordsAt.some(({ url }) => url === path));
    if (missing.length > 0) throw new Refused(`There is no record at ${missing.join(', ')}, or it is not open to you. Search for it first.`);
    return recordsAt;
  };
  const tool: AddTool = (name, title, description, shape, answer) =>
    void server.registerTool(
      name,
      {
        title,
        description,
        inputSchema: z.strictObject(shape),
        outputSchema: output,
        annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
      },
      (async (given: Parameters<typeof answer>[0]) => {
        try {
          const said = await answer(given);
          const parts = [
            said.answer,
            ...said.statements.map((one, index) => inWords(one, index + 1)),
            ...(said.more ? ['There is more than this answer holds: ask more narrowly.'] : []),
          ];
          return { content: [{ type: 'text' as const, text: parts.join('\n\n') }], structuredContent: said };
        } catch (error) {
          if (error instanceof Refused) return { content: [{ type: 'text' as const, text: error.message }], isError: true };
          throw error;
        }
      }) as never,
    );
  /** Records in words, and of each the statements that fit best. */
  const ofRecords = async (records: RecordHead[], asked: string, lead: string, each: number, reasons: (url: string) => string = () => ''): Promise<Answer> => {
    const found = await statementsOf(ask, baseUrl, records);
    const listed = records.slice(0, RECORDS).map((one) => `- ${one.title}: ${whole(one.url)}${reasons(one.url)}`);
    return answered(
      [lead, ...listed].join('\n'),
      [...found.values()].flatMap((some) => closest(some, asked, each)),
      records.length > RECORDS,
    );
  };

  tool(
    'search',
    'Search the library',
    'Finds records by words, in any order, with the statements of each that fit best.',
    {
      query: text(200),
      kinds: z
        .array(
          z.enum([
            'PROJECT',
            'ORGANIZATION',
            'VENDOR',
            'BUILDING_BLOCK',
            'LESSON',
            'STANDARD',
            'RISK',
            'MITIGATION',
            'RECOMMENDATION',
            'REFERENCE',
            'GLOSSARY_TERM',
            'GOAL',
          ]),
        )
        .max(11)
        .optional(),
      first: z.int().min(1).max(RECORDS).default(5),
    },
    async ({ query, kinds, first }) => {
      const { search } = await dataOf<{ search: { totalCount: number; suggestion: string | null; edges: { node: { record: RecordHead | null } }[] } }>(
        ask,
        `query ($query: String!, $kinds: [Kind!], $first: Int!) { search(query: $query, kinds: $kinds, first: $first) { totalCount suggestion edges { node { record { ${HEAD} } } } } }`,
        { query, kinds: kinds ?? null, first },
      );
      const records = search.edges.flatMap(({ node }) => (node.record ? [node.record] : []));
      const lead = `${search.totalCount} records for “${query}”.${search.suggestion ? ` Perhaps you mean “${search.suggestion}”.` : ''}`;
      const said = await ofRecords(records, query, lead, 2);
      return { ...said, more: said.more || search.totalCount > records.length };
    },
  );

  tool(
    'record',
    'Read a record',
    'All cited statements of one record, in their order.',
    { address, from: z.int().min(0).max(1000).default(0).describe('How many statements to leave out.') },
    async ({ address: at, from }) => {
      const [record] = await headsAt([at]);
      if (!record) throw new Refused('There is no such record.');
      const statements = (await statementsOf(ask, baseUrl, [record])).get(record.url) ?? [];
      return answered(
        `${record.title}: ${whole(record.url)}, version ${record.version}. ${statements.length} cited statements${from > 0 ? `, from number ${from + 1}` : ''}.`,
        statements.slice(from),
      );
    },
  );

  tool(
    'statement',
    'Check a statement',
    'Whether a sentence stands in the library, or ever stood there: where, on which source, in which versions, or never.',
    { text: text(1500) },
    async ({ text: said }) => {
      type Place = {
        title: string;
        path: string;
        text: string;
        stands: boolean;
        url: string;
        asAt: string | null;
        certainty: Cited['certainty'] | null;
        note: string | null;
        citations: { place: string; url: string; source: { title: string } }[];
        versions: { number: number; hash: string }[];
      };
      const { quotation } = await dataOf<{ quotation: { complete: boolean; places: Place[] } }>(
        ask,
        'query ($text: String!) { quotation(text: $text) { complete places { title path text stands url asAt certainty note citations { place url source { title } } versions { number hash } } } }',
        { text: said },
      );
      const { places } = quotation;
      const lead =
        places.length === 0
          ? 'No version that you may see has this as a whole sentence. A part of a sentence is not found, and a single other word is enough.'
          : places.some(({ stands }) => stands)
            ? 'This stands in the library.'
            : 'This does not stand in the library today. It stood there in earlier versions.';
      const versions = places.map(
        (one) => `- ${one.title}: ${one.stands ? 'in the current version' : 'no more'}; versions ${one.versions.map(({ number }) => number).join(', ')}`,
      );
      return answered(
        [lead, ...versions].join('\n'),
        places.map((one) => ({
          text: one.text,
          about: one.title,
          field: one.path,
          // A text that is no cited statement, such as a title, rests on the version itself.
          sources:
            one.citations.length > 0
              ? one.citations.map(({ place, url, source }) => ({ title: source.title, place, url: whole(url) }))
              : [{ title: 'Atrium', place: one.path, url: whole(one.url) }],
          asAt: one.asAt ?? 'not stated',
          certainty: one.certainty ?? 'STATED',
          note: one.note,
          url: whole(one.url),
          version: String(one.versions[0]?.number ?? ''),
          hash: one.versions[0]?.hash ?? '',
        })),
        !quotation.complete,
      );
    },
  );

  tool(
    'similar_projects',
    'Who is doing this already?',
    'Projects that resemble one that is planned, with the reasons.',
    { title: text(200), summary: text(2000).optional() },
    async ({ title, summary }) => {
      const { similarEntries } = await dataOf<{ similarEntries: { reasons: string[]; record: RecordHead }[] }>(
        ask,
        `query ($title: String!, $summary: String) { similarEntries(kind: PROJECT, title: $title, summary: $summary) { reasons record { ${HEAD} } } }`,
        { title, summary: summary ?? null },
      );
      const reasons = new Map(similarEntries.map((one) => [one.record.url, one.reasons]));
      const lead = similarEntries.length === 0 ? 'No project of the library resembles it.' : `${similarEntries.length} projects resemble it.`;
      return ofRecords(
        similarEntries.map(({ record }) => record),
        `${title} ${summary ?? ''}`,
        lead,
        3,
        (url) => (reasons.get(url)?.length ? ` (${reasons.get(url)?.join(', ')})` : ''),
      );
    },
  );

  tool(
    'vendors',
    'Vendors and agreements',
    'Vendors by name, or the first of the roster, with what they delivered and the agreements that you may see. What is checked of a vendor is never an approval.',
    { name: text(200).optional(), first: z.int().min(1).max(RECORDS).default(5) },
    async ({ name, first }) => {
      type Terms = {
        number: string;
        title: string;
        holderName: string;
        scope: string;
        startsOn: string;
        endsOn: string;
        documentLabel: string;
        url: string;
        version: number;
        at: string;
        demo: boolean;
      };
      const { roster } = await dataOf<{ roster: { totalCount: number; edges: { node: RecordHead & { agreements: Terms[] } }[] } }>(
        ask,
        `query ($name: String, $first: Int!) { roster(name: $name, first: $first) { totalCount edges { node { ${HEAD} agreements { number title holderName scope startsOn endsOn documentLabel url version at demo } } } } }`,
        { name: name ?? null, first },
      );
      const vendors = roster.edges.map(({ node }) => node);
      const said = await ofRecords(vendors, name ?? 'delivered work', `${roster.totalCount} vendors${name ? ` for “${name}”` : ''}.`, 4);
      const agreements = vendors.flatMap((vendor) =>
        vendor.agreements.map((one) =>
          citedAs({
            text: `${one.demo ? 'Demonstration data: ' : ''}${one.holderName} has agreement ${one.number} with ${vendor.title}, from ${one.startsOn} to ${one.endsOn}: ${one.scope}`,
            about: vendor.title,
            field: 'agreements',
            sources: [{ title: one.documentLabel || `Agreement ${one.number} of ${one.holderName}`, place: one.title, url: whole(one.url) }],
            asAt: one.at,
            certainty: 'STATED',
            note: null,
            url: whole(`${one.url}?at=${one.at}`),
            version: String(one.version),
          }),
        ),
      );
      return { ...said, ...answered(said.answer, [...agreements, ...said.statements], said.more || roster.totalCount > vendors.length) };
    },
  );

  tool(
    'uptake',
    'Uptake of the recommendations',
    'What each organization reported on a recommendation, as it held on a day. “No information” means that nobody reported.',
    {
      at: z.iso.date().optional().describe('The day; today unless given.'),
      organization: text(100).optional().describe('By address, such as fao.'),
      recommendation: text(100).optional().describe('By number or address, such as 4.'),
    },
    async ({ at, organization, recommendation }) => {
      type Cell = {
        organizationName: string;
        organizationSlug: string;
        recommendationNumber: number | null;
        recommendationSlug: string;
        recommendationTitle: string;
        status: string;
        acceptance: string | null;
        implementation: string | null;
        effectiveDate: string | null;
        doubtful: boolean;
        note: string | null;
        demo: boolean;
        entryId: string | null;
      };
      const { uptakeMatrix: table } = await dataOf<{
        uptakeMatrix: { at: string; report: { title: string; symbol: string | null; url: string }; cells: Cell[] } | null;
      }>(
        ask,
        'query ($at: String) { uptakeMatrix(at: $at, includeDemo: false) { at report { title symbol url } cells { organizationName organizationSlug recommendationNumber recommendationSlug recommendationTitle status acceptance implementation effectiveDate doubtful note demo entryId } } }',
        { at: at ?? null },
      );
      if (!table) throw new Refused('There is no table of uptake.');
      const cells = table.cells.filter(
        (one) =>
          (organization === undefined || one.organizationSlug === organization) &&
          (recommendation === undefined || String(one.recommendationNumber) === recommendation || one.recommendationSlug === recommendation),
      );
      if (cells.length === 0)
        throw new Refused('Nothing is addressed to this organization with this recommendation, or there is no such organization or recommendation.');
      const counts = new Map<string, number>();
      // A doubtful gap of the printed table is told as uncertain, and counted nowhere.
      const counted = cells.filter(({ doubtful }) => !doubtful);
      for (const { status } of counted) counts.set(status, (counts.get(status) ?? 0) + 1);
      const plain = (code: string) => code.toLowerCase().replaceAll('_', ' ');
      return answered(
        `As at ${table.at}: ${counted.length} actions of ${table.report.symbol ?? table.report.title}; ${[...counts].map(([status, count]) => `${count} ${plain(status)}`).join(', ')}.`,
        cells.map((one) =>
          citedAs({
            text: `${one.organizationName}, recommendation ${one.recommendationNumber ?? one.recommendationSlug}: ${plain(one.status)}${one.acceptance ? ` (${plain(one.acceptance)}${one.implementation ? `, ${plain(one.implementation)}` : ''})` : ''}`,
            about: one.recommendationTitle,
            field: 'uptake',
            sources: [
              {
                title: table.report.title,
                // A cell that nobody answered rests on the table of the report alone, which says only whom it is addressed to.
                place: one.entryId ? `report of the organization, entry ${one.entryId}` : 'to whom it is addressed; nothing was reported here',
                url: whole(`/uptake/${one.recommendationNumber ?? one.recommendationSlug}/${one.organizationSlug}`),
              },
            ],
            asAt: one.effectiveDate ?? table.at,
            certainty: one.doubtful ? 'UNCERTAIN' : 'STATED',
            note: one.note,
            url: whole(`/uptake/${one.recommendationNumber ?? one.recommendationSlug}/${one.organizationSlug}?at=${table.at}`),
            version: one.entryId ?? `the table of ${table.at}`,
          }),
        ),
      );
    },
  );

  addMatrixTools(tool, ask, whole);

  tool(
    'compare',
    'Compare records',
    'Two to four records side by side, field by field.',
    { addresses: z.array(address).min(2).max(4) },
    async ({ addresses }) => {
      const records = await headsAt(addresses);
      const found = await statementsOf(ask, baseUrl, records);
      const fieldOf = (one: Cited) => one.field.split('.')[0] ?? '';
      const fields = [...new Set([...found.values()].flatMap((some) => some.map(fieldOf)))];
      // Each has its part of the answer, and of that each field: what is compared are facts, not how many there are.
      const each = Math.floor(STATEMENTS / records.length);
      const perField = Math.max(1, Math.floor(each / Math.max(1, fields.length)));
      const chosen = new Map(
        records.map(({ url }) => {
          const all = found.get(url) ?? [];
          const first = fields.flatMap((field) => all.filter((one) => fieldOf(one) === field).slice(0, perField));
          const rest = all.filter((one) => !first.includes(one));
          const some = new Set([...first, ...rest].slice(0, each));
          return [url, all.filter((one) => some.has(one))];
        }),
      );
      const numbers = new Map([...chosen.values()].flat().map((one, index) => [one, index + 1]));
      const cell = (url: string, field: string) =>
        (chosen.get(url) ?? []).flatMap((one) => (fieldOf(one) === field ? [`${one.text} [${numbers.get(one)}]`] : [])).join(' | ') ||
        ((found.get(url) ?? []).some((one) => fieldOf(one) === field) ? 'more than this answer holds' : 'not stated');
      const rows = fields.flatMap((field) => [`${field}:`, ...records.map(({ title, url }) => `- ${title}: ${cell(url, field)}`)]);
      return answered(
        ['What each says, by field; the numbers are those of the statements below.', ...rows].join('\n'),
        [...chosen.values()].flat(),
        [...found.entries()].some(([url, some]) => some.length > (chosen.get(url)?.length ?? 0)),
      );
    },
  );

  server.registerResource(
    'record',
    new ResourceTemplate(`${baseUrl}/{kind}/{slug}`, { list: undefined }),
    { title: 'A record', description: 'The cited statements of a record, at its address in the library.', mimeType: 'text/plain' },
    async (uri) => {
      const [record] = await headsAt([uri.href]);
      const statements = record ? ((await statementsOf(ask, baseUrl, [record])).get(record.url) ?? []) : [];
      return {
        contents: [
          {
            uri: uri.href,
            mimeType: 'text/plain',
            text: [`${record?.title}: ${uri.href}`, ...statements.slice(0, STATEMENTS).map((one, index) => inWords(one, index + 1))].join('\n\n'),
          },
        ],
      };
    },
  );
  return server;
}
