import { isDay } from '#prisma/content/day.ts';
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import { CsvError, parse } from 'csv-parse';
import { SaxesParser } from 'saxes';
import { type Why, why } from '#i18n/fault.ts';
import { forbiddenSign, oneLine, plain } from '#prisma/content/text.ts';
import type { NameKind } from '#prisma/screening/words.ts';
import { type Answered, type Asked, type ListEntry, type ListFile, listLimits } from './list-file.ts';

// The thread in which list-file.ts has a list read: it answers once and ends.

class Refused extends Error {
  readonly why: Why;
  constructor(said: Why) {
    super(said.code);
    this.why = said;
  }
}
const refuse = (said: Why): never => {
  throw new Refused(said);
};

/** Collects entries: each has a key of its own and at least one name. */
class Entries {
  readonly entries: ListEntry[] = [];
  private readonly keys = new Set<string>();

  /** @throws Refused with the line */
  add(line: number, { key, kind, programme, names }: { key: string; kind: NameKind; programme: string; names: string[] }): void {
    if (!key || key.length > 200) refuse(why('LIST_NO_KEY', { line }));
    if (this.keys.has(key)) refuse(why('LIST_KEY_TWICE', { line, key }));
    const kept = [...new Set(names.map((name) => oneLine(plain(name))).filter(Boolean))];
    if (kept.length === 0) refuse(why('LIST_NO_NAME', { line, key }));
    if (kept.length > listLimits.names) refuse(why('LIST_NAMES_MANY', { line, max: listLimits.names }));
    for (const name of kept) {
      if (name.length > listLimits.characters) refuse(why('LIST_NAME_LONG', { line, max: listLimits.characters }));
      const sign = forbiddenSign(name);
      if (sign) refuse(why('LIST_SIGN', { line, sign }));
    }
    if (this.entries.length >= listLimits.entries) refuse(why('LIST_MANY', { max: listLimits.entries }));
    this.keys.add(key);
    this.entries.push({ key, kind, programme: oneLine(programme).slice(0, 200) || null, names: kept });
  }
}

/** A day of the calendar at the beginning of a text, or null. */
const dayOf = (text: string): string | null => {
  const day = /^\s*(\d{4}-\d\d-\d\d)(?=T|\s|$)/.exec(text)?.[1] ?? '';
  return isDay(day) ? day : null;
};

const LONGEST = 10_000;
const DEEPEST = 30;
const parts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'];
/** The consolidated list of the Security Council: entries are INDIVIDUAL and ENTITY, with aliases in elements of their own. */
function unReader() {
  const found = new Entries();
  const parser = new SaxesParser();
  const path: string[] = [];
  let listedOn: string | null = null;
  let entry: { line: number; fields: Map<string, string>; aliases: string[] } | null = null;
  let text = '';
  let over = false;
  parser.on('doctype', () => refuse(why('LIST_DOCTYPE', { line: parser.line })));
  parser.on('error', (error) => {
    // "12:3: unclosed tag: ENTITY": what follows the place.
    const said = error.message.replace(/^[^ ]*\d+:\d+: /, '').slice(0, 200);
    refuse(over ? why('LIST_HALF', { line: parser.line }) : why('LIST_BROKEN', { line: parser.line, said }));
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (path.length === 0) {
      if (name !== 'CONSOLIDATED_LIST') refuse(why('LIST_FORMAT'));
      const said = String((attributes as Record<string, string>)['dateGenerated'] ?? '');
      listedOn = dayOf(said);
      if (!listedOn) refuse(said ? why('LIST_DATE', { line: parser.line, text: said.slice(0, 100) }) : why('LIST_NO_DATE'));
    }
    path.push(name);
    if (path.length > DEEPEST) refuse(why('LIST_BROKEN', { line: parser.line, said: 'too deeply nested' }));
    if (path.length === 3 && (name === 'INDIVIDUAL' || name === 'ENTITY')) entry = { line: parser.line, fields: new Map(), aliases: [] };
    text = '';
  });
  const take = (piece: string) => {
    if (entry && text.length < LONGEST) text += piece;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', ({ name }) => {
    const depth = path.length;
    path.pop();
    if (!entry) return;
    if (depth === 3) {
      const { line, fields, aliases } = entry;
      const field = (one: string) => fields.get(one)?.trim() ?? '';
      found.add(line, {
        key: field('REFERENCE_NUMBER') || field('DATAID'),
        kind: name === 'INDIVIDUAL' ? 'PERSON' : 'ORGANIZATION',
        programme: field('UN_LIST_TYPE'),
        names: [parts.map(field).filter(Boolean).join(' '), field('NAME_ORIGINAL_SCRIPT'), ...aliases],
      });
      entry = null;
    } else if (depth === 4) entry.fields.set(name, text);
    else if (name === 'ALIAS_NAME' && depth === 5) entry.aliases.push(...text.split(';'));
    text = '';
  });
  return {
    write: (piece: string) => void parser.write(piece),
    end: (): Omit<ListFile, 'hash' | 'synthetic'> => {
      over = true;
      parser.close();
      return { format: 'UN_XML', listedOn: listedOn as unknown as string, entries: found.entries };
    },
  };
}

const kinds: Record<string, NameKind> = { Person: 'PERSON', Company: 'ORGANIZATION', Organization: 'ORGANIZATION', PublicBody: 'ORGANIZATION' };
const needed = ['id', 'schema', 'name', 'aliases', 'last_seen'] as const;
/** `targets.simple.csv`: one target a row, its aliases with semicolons between them. The newest day that a row was seen is that of the list. */
async function readCsv(pieces: AsyncIterable<string>): Promise<Omit<ListFile, 'hash' | 'synthetic'>> {
  const found = new Entries();
  let listedOn = '';
  const rows = Readable.from(pieces).pipe(
    parse({ bom: true, columns: (names: string[]) => headings(names), info: true, skip_empty_lines: true, max_record_size: 1024 * 1024 }),
  );
  for await (const { record, info } of rows as AsyncIterable<{ record: Record<string, string>; info: { lines: number } }>) {
    const line = info.lines;
    const seen = dayOf(record['last_seen'] ?? '');
    if (!seen) refuse(why('LIST_DATE', { line, text: (record['last_seen'] ?? '').slice(0, 100) }));
    else if (seen > listedOn) listedOn = seen;
    found.add(line, {
      key: (record['id'] ?? '').trim(),
      kind: kinds[record['schema'] ?? ''] ?? null,
      programme: record['program_ids'] ?? record['dataset'] ?? '',
      names: [record['name'] ?? '', ...(record['aliases'] ?? '').split(';')],
    });
  }
  return { format: 'OPENSANCTIONS_CSV', listedOn, entries: found.entries };
}
/** Whether the head of a table was read: what breaks before that is no table. */
let headed = false;
function headings(names: string[]): string[] {
  const given = names.map((name) => name.trim());
  const missing = needed.filter((name) => !given.includes(name));
  if (missing.length === needed.length) refuse(why('LIST_FORMAT'));
  if (missing.length > 0) refuse(why('LIST_COLUMNS', { columns: missing.join(', ') }));
  headed = true;
  return given;
}

async function read(asked: Asked): Promise<ListFile> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  let lines = 1;
  async function* texts(): AsyncGenerator<string> {
    // Cut into pieces too where it is in memory already: a parser is never given more than it takes at once.
    const source = 'path' in asked ? createReadStream(asked.path) : Readable.from(cut(asked.bytes));
    for await (const piece of source as AsyncIterable<Uint8Array>) {
      bytes += piece.length;
      if (bytes > listLimits.bytes) refuse(why('LIST_LARGE', { megabytes: listLimits.bytes / 1024 / 1024 }));
      hash.update(piece);
      yield decode(piece, true);
    }
    yield decode(new Uint8Array(), false);
  }
  const decode = (piece: Uint8Array, stream: boolean): string => {
    try {
      const text = decoder.decode(piece, { stream });
      for (const sign of text) if (sign === '\n') lines++;
      return text;
    } catch {
      return refuse(why('LIST_ENCODING', { line: lines }));
    }
  };
  if ('path' in asked && statSync(asked.path).size > listLimits.bytes) refuse(why('LIST_LARGE', { megabytes: listLimits.bytes / 1024 / 1024 }));
  const pieces = texts();
  // What it is, is seen from how it begins.
  let begins = '';
  while (begins.trim() === '') {
    const next = await pieces.next();
    if (next.done) refuse(why('LIST_EMPTY'));
    begins += next.value;
  }
  const rest = (async function* () {
    yield begins;
    yield* pieces;
  })();
  let list: Omit<ListFile, 'hash' | 'synthetic'>;
  if (begins.includes('\0')) refuse(why('LIST_FORMAT'));
  if (begins.trimStart().startsWith('<')) {
    const reader = unReader();
    for await (const piece of rest) reader.write(piece);
    list = reader.end();
  } else list = await readCsv(rest);
  if (list.entries.length === 0) refuse(why('LIST_NO_ENTRIES'));
  if (list.listedOn > new Date().toISOString().slice(0, 10)) refuse(why('LIST_FUTURE', { day: list.listedOn }));
  return { ...list, hash: hash.digest('hex'), synthetic: list.entries.every(({ key }) => key.startsWith('SYNTHETIC')) };
}
const PIECE = 64 * 1024;
function* cut(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

try {
  parentPort?.postMessage({ list: await read(workerData as Asked) } satisfies Answered);
} catch (error) {
  const refused =
    error instanceof Refused
      ? error.why
      : error instanceof CsvError
        ? headed
          ? why('LIST_ROW', { line: Number(error['lines'] ?? 0), said: error.code })
          : why('LIST_FORMAT')
        : (error as NodeJS.ErrnoException).syscall
          ? why('LIST_FILE', { said: (error as NodeJS.ErrnoException).code ?? '' })
          : null;
  if (!refused) throw error;
  parentPort?.postMessage({ refused } satisfies Answered);
}
