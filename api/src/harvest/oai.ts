import { isUuid } from '#prisma/uuid.ts';
import type { Database } from '#prisma/database.ts';
import { element, textElement, xml } from '../xml.ts';
import { formats } from './formats.ts';
import { earliest, type Item, type ItemSet, itemsOf, readSet, secondOf, setNameOf, setsOf } from './items.ts';
import { readToken, writeToken } from './token.ts';

// OAI-PMH 2.0 (openarchives.org/OAI/openarchivesprotocol.html). Every answer but a failure of the server is HTTP 200; what was
// wrong with a question stands in it.

/** Items in an answer; the rest follows by resumption token. */
const PAGE = 100;

type Code = 'badArgument' | 'badResumptionToken' | 'badVerb' | 'cannotDisseminateFormat' | 'idDoesNotExist' | 'noRecordsMatch';
class OaiFault extends Error {
  readonly code: Code;
  constructor(code: Code, message: string) {
    super(message);
    this.code = code;
  }
}

/** What each verb takes; `token` alone, in place of all others, where a list was cut. */
const verbs: Record<string, { needed: readonly string[]; may: readonly string[]; token: boolean }> = {
  Identify: { needed: [], may: [], token: false },
  ListMetadataFormats: { needed: [], may: ['identifier'], token: false },
  ListSets: { needed: [], may: [], token: true },
  GetRecord: { needed: ['identifier', 'metadataPrefix'], may: [], token: false },
  ListIdentifiers: { needed: ['metadataPrefix'], may: ['from', 'until', 'set'], token: true },
  ListRecords: { needed: ['metadataPrefix'], may: ['from', 'until', 'set'], token: true },
};

type Settings = { db: Database; baseUrl: string; secret: string; contact: string };
type Arguments = Readonly<Record<string, string>>;
/** What of a harvest is still to come: the question, the item it stopped at, and how many were given. */
type Rest = { verb: string; prefix: string; set?: string; from?: string; until?: string; at: string; id: string; given: number };

/** Checks the arguments of a verb. @throws OaiFault */
function argumentsOf(query: URLSearchParams): { verb: string; given: Arguments } {
  const verbGiven = query.getAll('verb');
  const [verb = ''] = verbGiven;
  const rule = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (verbGiven.length !== 1 || !rule) throw new OaiFault('badVerb', `Give one verb: ${Object.keys(verbs).join(', ')}.`);
  const given: Record<string, string> = {};
  for (const [name, value] of query) {
    if (name === 'verb') continue;
    if (Object.hasOwn(given, name)) throw new OaiFault('badArgument', `The argument ${name} was given more than once.`);
    if (![...rule.needed, ...rule.may, ...(rule.token ? ['resumptionToken'] : [])].includes(name))
      throw new OaiFault('badArgument', `${verb} takes no argument ${name}.`);
    given[name] = value;
  }
  if (given['resumptionToken'] !== undefined) {
    if (Object.keys(given).length > 1) throw new OaiFault('badArgument', 'A resumptionToken is given alone: it holds the other arguments.');
    return { verb, given };
  }
  const missing = rule.needed.find((name) => given[name] === undefined);
  if (missing) throw new OaiFault('badArgument', `${verb} needs the argument ${missing}.`);
  return { verb, given };
}

/** A day or a second as people write it, as ISO 8601 in UTC: the first second of a day for `from`, its last for `until`. @throws OaiFault */
function momentOf(name: 'from' | 'until', text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const [, day, time] = /^((?!0000)\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2}Z)?$/.exec(text) ?? [];
  const moment = day ? `${day}${time ?? (name === 'from' ? 'T00:00:00Z' : 'T23:59:59Z')}` : '';
  const at = new Date(moment);
  if (Number.isNaN(at.getTime()) || secondOf(at) !== moment) throw new OaiFault('badArgument', `${name} is written 2026-11-30 or 2026-11-30T12:00:00Z.`);
  return moment;
}

/** From and until as moments. @throws OaiFault */
function spanOf({ from, until }: Arguments): { from: string | undefined; until: string | undefined } {
  if (from !== undefined && until !== undefined && from.length !== until.length)
    throw new OaiFault('badArgument', 'from and until are both days, or both seconds.');
  const span = { from: momentOf('from', from), until: momentOf('until', until) };
  if (span.from && span.until && span.from > span.until) throw new OaiFault('badArgument', 'from is later than until.');
  return span;
}

const formatOf = (prefix: string) => {
  const format = formats.get(prefix);
  if (!format) throw new OaiFault('cannotDisseminateFormat', `There is no format ${prefix}; ListMetadataFormats has those that there are.`);
  return format;
};

const identifierOf = ({ id }: { id: string }, { baseUrl }: Settings) => `oai:${new URL(baseUrl).hostname}:${id}`;
const headerOf = (item: Item, settings: Settings) =>
  element(
    'header',
    [
      textElement('identifier', identifierOf(item, settings)),
      textElement('datestamp', secondOf(item.updatedAt)),
      ...[{ kind: item.kind }, ...item.owners.map(({ slug }) => ({ organization: slug }))].map((set: ItemSet) => textElement('setSpec', setNameOf(set))),
    ].join(''),
    { status: item.deleted ? 'deleted' : undefined },
  );
const recordOf = (item: Item, prefix: string, settings: Settings) =>
  element('record', `${headerOf(item, settings)}${item.deleted ? '' : element('metadata', formatOf(prefix).write(item, settings.baseUrl))}`);

/** The item of an identifier. @throws OaiFault */
async function itemAt(identifier: string, settings: Settings): Promise<Item> {
  const begin = identifierOf({ id: '' }, settings);
  const id = identifier.startsWith(begin) ? identifier.slice(begin.length) : '';
  const [item] = isUuid(id) ? await itemsOf(settings.db, { id, limit: 1 }) : [];
  if (!item) throw new OaiFault('idDoesNotExist', 'There is no such item here.');
  return item;
}

/** A page of a list, from the first item or from a token. @throws OaiFault */
async function listOf(verb: string, given: Arguments, settings: Settings): Promise<string> {
  const token = given['resumptionToken'];
  const rest = token === undefined ? null : readToken<Rest>(token, settings.secret);
  if (token !== undefined && rest?.verb !== verb)
    throw new OaiFault('badResumptionToken', 'This resumptionToken was not given here for this verb. Begin the harvest again.');
  const asked = rest ?? { prefix: given['metadataPrefix'] ?? '', set: given['set'], ...spanOf(given) };
  const { write: _ } = formatOf(asked.prefix);
  const set = asked.set === undefined ? undefined : readSet(asked.set);
  const found =
    set === null
      ? []
      : await itemsOf(settings.db, { set, from: asked.from, until: asked.until, ...(rest ? { after: { at: rest.at, id: rest.id } } : {}), limit: PAGE + 1 });
  // A list that began says that it is at its end, though what was left of it has gone meanwhile.
  if (found.length === 0 && !rest) throw new OaiFault('noRecordsMatch', 'Nothing in the library answers to these arguments.');
  const page = found.slice(0, PAGE);
  const before = rest?.given ?? 0;
  const last = page.at(-1);
  const next: Rest | null =
    last && found.length > PAGE
      ? {
          verb,
          prefix: asked.prefix,
          ...(asked.set === undefined ? {} : { set: asked.set }),
          ...(asked.from === undefined ? {} : { from: asked.from }),
          ...(asked.until === undefined ? {} : { until: asked.until }),
          at: last.at,
          id: last.id,
          given: before + page.length,
        }
      : null;
  const items = page.map((item) => (verb === 'ListRecords' ? recordOf(item, asked.prefix, settings) : headerOf(item, settings)));
  const resume = next || rest ? textElement('resumptionToken', next ? writeToken(next, settings.secret) : '', { cursor: String(before) }) : '';
  return items.join('\n') + resume;
}

async function answerOf(verb: string, given: Arguments, settings: Settings): Promise<string> {
  switch (verb) {
    case 'Identify':
      return [
        textElement('repositoryName', 'Atrium, the knowledge hub of the United Nations system on blockchain'),
        textElement('baseURL', `${settings.baseUrl}/oai`),
        textElement('protocolVersion', '2.0'),
        textElement('adminEmail', settings.contact),
        textElement('earliestDatestamp', await earliest(settings.db)),
        textElement('deletedRecord', 'persistent'),
        textElement('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
      ].join('');
    case 'ListMetadataFormats':
      if (given['identifier'] !== undefined) await itemAt(given['identifier'], settings);
      return [...formats.values()]
        .map(({ prefix, schema, namespace }) =>
          element(
            'metadataFormat',
            [textElement('metadataPrefix', prefix), textElement('schema', schema), textElement('metadataNamespace', namespace)].join(''),
          ),
        )
        .join('');
    case 'ListSets':
      // All sets stand in one answer, so that no token was ever given.
      if (given['resumptionToken'] !== undefined) throw new OaiFault('badResumptionToken', 'The list of sets is whole; no resumptionToken was given for it.');
      return (await setsOf(settings.db)).map(({ name, called }) => element('set', textElement('setSpec', name) + textElement('setName', called))).join('\n');
    case 'GetRecord': {
      const prefix = given['metadataPrefix'] ?? '';
      const item = await itemAt(given['identifier'] ?? '', settings);
      formatOf(prefix);
      return recordOf(item, prefix, settings);
    }
    default:
      return listOf(verb, given, settings);
  }
}

/**
 * Answers a question of a harvester, in at most two SQL statements.
 * @param query its arguments, from an address or a form
 * @returns the whole answer as XML
 */
export async function answerOai(query: URLSearchParams, settings: Settings): Promise<string> {
  let asked: Record<string, string> = {};
  let inner: string;
  try {
    const { verb, given } = argumentsOf(query);
    asked = { verb, ...given };
    inner = element(verb, `\n${await answerOf(verb, given, settings)}\n`);
  } catch (error) {
    if (!(error instanceof OaiFault)) throw error;
    // Arguments that were wrong are not said back as those of the question (3.6 of the protocol).
    if (error.code === 'badArgument') asked = {};
    inner = textElement('error', error.message, { code: error.code });
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">',
    textElement('responseDate', secondOf(new Date())),
    element('request', xml(`${settings.baseUrl}/oai`), asked),
    inner,
    '</OAI-PMH>\n',
  ].join('\n');
}
