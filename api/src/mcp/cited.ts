import { hashOf } from '#prisma/hash.ts';
import { addressOf } from '#prisma/content/kinds.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Ask } from '../ask.ts';

/** A statement as it leaves the library to an assistant: with all that a reader needs to check it. */
export type Cited = {
  text: string;
  /** What it is said of. */
  about: string;
  /** The field of the record, such as "statements.3.text". */
  field: string;
  sources: { title: string; place: string; url: string }[];
  /** The day to which it holds, or "not stated". */
  asAt: string;
  certainty: 'STATED' | 'INFERRED' | 'UNCERTAIN';
  note: string | null;
  /** The permanent address, of this version. */
  url: string;
  version: string;
  /** SHA-256 in hex: of the content of that version as far as the asker sees it, or of what is named in `version`. */
  hash: string;
};

/** A refusal that an assistant is told in words. */
export class Refused extends Error {}

/** The data of a question to the schema. @throws Refused with what the schema says */
export async function dataOf<Data>(ask: Ask, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const { data, errors } = await ask(query, variables);
  if (errors[0] || !data) throw new Refused(errors[0]?.message ?? 'The library did not answer.');
  return data as Data;
}

export type RecordHead = { kind: RecordKind; slug: string; title: string; url: string; version: number };
/** What is asked of a record to read its live version afterwards. */
export const HEAD = 'kind slug title url version';

type Found = {
  path: string;
  text: string;
  cite: { source: string; place: string }[];
  asAt: string | undefined;
  certainty: Cited['certainty'];
  note: string | undefined;
};
const basis = new Set(['cite', 'asAt', 'certainty', 'note', 'section']);
const words = (name: string) => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

/** Every cited statement and fact of a content, in its order. */
function statementsIn(value: unknown, path: string[] = []): Found[] {
  if (typeof value !== 'object' || value === null) return [];
  const { cite, asAt, certainty, note, text } = value as Record<string, unknown>;
  const below = Object.entries(value).flatMap(([name, one]) => (basis.has(name) ? [] : statementsIn(one, [...path, name])));
  if (Array.isArray(value) || !Array.isArray(cite) || cite.length === 0) return below;
  const said = Object.entries(value).flatMap(([name, one]) =>
    basis.has(name) || name === 'text' ? [] : typeof one === 'string' || typeof one === 'number' ? [String(one)] : [],
  );
  const field = [...path].reverse().find((part) => !/^\d+$/.test(part)) ?? '';
  const facts = said.length > 0 ? `${words(field)}: ${said.join(', ')}` : '';
  const whole = [facts, typeof text === 'string' ? text : ''].filter(Boolean).join('. ');
  if (!whole) return below;
  return [
    {
      path: path.join('.'),
      text: whole,
      cite: cite as Found['cite'],
      asAt: asAt as string | undefined,
      certainty: (certainty as Cited['certainty'] | undefined) ?? 'STATED',
      note: note as string | undefined,
    },
    ...below,
  ];
}

/** Records that one answer reads. */
export const RECORDS = 10;

/** The cited statements of the live versions of records, as far as the asker sees them: two questions to the schema, however many. */
export async function statementsOf(ask: Ask, baseUrl: string, records: readonly RecordHead[]): Promise<Map<string, Cited[]>> {
  const some = records.slice(0, RECORDS);
  if (some.length === 0) return new Map();
  const parts = some.map(
    (one, index) => `r${index}: revision(kind: ${one.kind}, slug: ${JSON.stringify(one.slug)}, number: ${one.version}) { content hash url }`,
  );
  const revisions = await dataOf<Record<string, { content: unknown; hash: string; url: string } | null>>(ask, `{ ${parts.join(' ')} }`);
  const found = some.map((one, index) => ({ one, revision: revisions[`r${index}`], said: statementsIn(revisions[`r${index}`]?.content) }));
  const titles = await titlesOf(ask, [...new Set(found.flatMap(({ said }) => said.flatMap(({ cite }) => cite.map(({ source }) => source))))]);
  const whole = (path: string) => new URL(path, baseUrl).href;
  return new Map(
    found.map(({ one, revision, said }) => [
      one.url,
      revision
        ? said.map(
            (statement): Cited => ({
              text: statement.text,
              about: one.title,
              field: statement.path,
              sources: statement.cite.map(({ source, place }) => ({
                title: titles.get(source) ?? source,
                place,
                url: whole(`/sources/${source}?${new URLSearchParams({ place })}`),
              })),
              asAt: statement.asAt ?? 'not stated',
              certainty: statement.certainty,
              note: statement.note ?? null,
              url: whole(revision.url),
              version: String(one.version),
              hash: revision.hash,
            }),
          )
        : [],
    ]),
  );
}

async function titlesOf(ask: Ask, slugs: string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const { recordsAt } = await dataOf<{ recordsAt: { slug: string; title: string }[] }>(
    ask,
    'query ($addresses: [String!]!) { recordsAt(addresses: $addresses) { slug title } }',
    {
      addresses: slugs.slice(0, 50).map((slug) => addressOf('SOURCE', slug)),
    },
  );
  return new Map(recordsAt.map(({ slug, title }) => [slug, title]));
}

/** Something that is no statement of a record, such as a cell of the table of uptake: its hash is of what it says itself. */
export const citedAs = (cited: Omit<Cited, 'hash'>): Cited => ({ ...cited, hash: hashOf(cited) });

const sure = { STATED: 'the source says it', INFERRED: 'concluded by an editor', UNCERTAIN: 'uncertain' } as const;
/** A statement in words, so that who reads the text alone has all of it. */
export const inWords = (one: Cited, number: number): string =>
  [
    `[${number}] ${one.text}`,
    `    Of: ${one.about}${one.field ? ` (${one.field})` : ''}`,
    `    Source: ${one.sources.map(({ title, place }) => `${title}, ${place}`).join('; ')}`,
    `    As at: ${one.asAt}. How sure: ${sure[one.certainty]}${one.note ? ` (${one.note})` : ''}.`,
    `    Cite as: ${one.url} (version ${one.version}, SHA-256 ${one.hash})`,
  ].join('\n');
