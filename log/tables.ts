import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import { StartupError } from '#prisma/startup-error.ts';
import { rebuildIndex } from '#search/reindex.ts';

// Everything that an installation keeps, as JSON lines: a line that says what follows, a line for each row, and a last one with
// how many there were and a hash over them, without which nothing is loaded. Versions, log and seals are rows like any others, so
// that the library they are loaded into has the same hashes.

/**
 * Tables that are not in a dump: what follows from others and is made anew (index, counts), what is of one moment (sessions,
 * requests under way, sign-ins), and what a model of language made, which the next start makes again.
 */
const LEFT_OUT = [
  'citation_count',
  'facet_count',
  'library_change',
  'link_count',
  'place_count',
  'rate_limit',
  'record_change',
  'record_embedding',
  'request_count',
  'request_key',
  'schema_migration',
  'search_consumer',
  'search_index',
  'search_outbox',
  'search_phrase',
  'search_word',
  'session',
  'sign_in_case',
  'sign_up',
  // Its hashes are keyed with the secret of the installation.
  'sought_words',
  'statement_run',
  'verification',
];
/** The table in which migrations put rows of their own. */
const MIGRATED = 'facet_value';
const FORMAT = 'atrium-dump';
/** Rows that are read or written together, and about how many characters of them. */
const ROWS = 500;
const CHARACTERS = 4_000_000;
/** The longest line that is believed: a row of a loaded list may hold a whole document. */
const LINE_MAX = 256 * 1024 * 1024;

type Table = { name: string; columns: string[]; key: string[]; parents: string[]; own: string | null };

/** The tables of a dump, each after those that it refers to. */
async function tablesOf(db: Database | Trx): Promise<Table[]> {
  const { rows } = await sql<Table>`
    SELECT c.relname AS name,
      (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.atttypid <> 'xid8'::regtype) AS columns,
      coalesce((SELECT array_agg(a.attname::text ORDER BY array_position(i.indkey::int2[], a.attnum)) FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary), '{}') AS key,
      ARRAY(SELECT DISTINCT f.confrelid::regclass::text FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS parents,
      (SELECT a.attname::text FROM pg_constraint f JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[1] WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid = c.oid LIMIT 1) AS own
    FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> ALL (${LEFT_OUT}::text[]) ORDER BY c.relname`.execute(
    db,
  );
  const ordered: Table[] = [];
  const left = new Map(rows.map((table) => [table.name, table]));
  while (left.size > 0) {
    const ready = [...left.values()].filter(({ parents }) => parents.every((parent) => !left.has(parent)));
    if (ready.length === 0) throw new Error(`These tables refer to each other in a circle: ${[...left.keys()].join(', ')}`);
    for (const table of ready) {
      ordered.push(table);
      left.delete(table.name);
    }
  }
  return ordered;
}

/** The rows of a table in the order of its key; what refers to another row of it comes after that one. The first of some refers to itself. */
function rowsOf({ name, columns, key, own }: Table) {
  const table = sql.table(name);
  const listed = sql.join(columns.map((column) => sql.ref(`t.${column}`)));
  const order = sql.join((key.length > 0 ? key : columns).map((column) => sql.ref(`t.${column}`)));
  if (own === null || key.length !== 1) return sql`SELECT row_to_json(x)::text AS line FROM (SELECT ${listed} FROM ${table} t ORDER BY ${order}) x`;
  const [id, other] = [sql.ref(key[0] as string), sql.ref(own)];
  return sql`
    WITH RECURSIVE placed (id, depth) AS (SELECT ${id}, 0 FROM ${table} WHERE ${other} IS NULL OR ${other} = ${id} UNION ALL SELECT n.${id}, p.depth + 1 FROM ${table} n JOIN placed p ON n.${other} = p.id AND n.${other} <> n.${id})
    SELECT row_to_json(x)::text AS line FROM (SELECT ${listed} FROM ${table} t JOIN placed p ON p.id = t.${id} ORDER BY p.depth, ${order}) x`;
}

/**
 * Writes everything, as it is at one moment, row by row: some hundred rows are in memory at a time.
 * @param write takes a piece of text and says when it may get the next
 * @returns how many rows
 */
export async function writeTables(db: Database, write: (text: string) => Promise<void>): Promise<number> {
  const hash = createHash('sha256');
  let count = 0;
  const say = async (text: string) => {
    hash.update(text);
    await write(text);
  };
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const tables = await tablesOf(trx);
      const { rows } = await sql<{ migration: string }>`SELECT max(name) AS migration FROM schema_migration`.execute(trx);
      await say(
        `${JSON.stringify({ format: FORMAT, version: 1, at: new Date().toISOString(), migration: rows[0]?.migration, tables: Object.fromEntries(tables.map(({ name, columns }) => [name, columns])) })}\n`,
      );
      for (const table of tables) {
        const query = rowsOf(table).compile(trx);
        // A cursor of the server, of which the driver holds one piece.
        await trx.executeQuery({ ...query, sql: `DECLARE rows_of NO SCROLL CURSOR FOR ${query.sql}` });
        for (;;) {
          const { rows: piece } = await sql<{ line: string }>`FETCH ${sql.raw(String(ROWS))} FROM rows_of`.execute(trx);
          if (piece.length === 0) break;
          count += piece.length;
          await say(piece.map(({ line }) => `${begin(table.name)}${line}}\n`).join(''));
        }
        await sql`CLOSE rows_of`.execute(trx);
      }
    });
  await write(`${JSON.stringify({ end: true, rows: count, sha256: hash.digest('hex') })}\n`);
  return count;
}
const begin = (table: string) => `{"table":${JSON.stringify(table)},"row":`;

/** What is wrong with a dump, with its line. */
const wrong = (line: number, message: string) => new StartupError(`The dump cannot be loaded: line ${line}: ${message}. Nothing was loaded.`);

/** The tables and columns that the first line names. @throws StartupError where it is the first line of something else */
function readHead(text: string, known: readonly Table[]): Map<string, string[]> {
  let head: { format?: unknown; version?: unknown; tables?: Record<string, string[]> };
  try {
    head = JSON.parse(text);
  } catch {
    throw wrong(1, 'this is no dump of Atrium');
  }
  if (head?.format === 'atrium-public-dump')
    throw wrong(1, 'this is the public dump, which holds neither what the log says nor what is not public; load one that npm run dump wrote');
  if (head?.format !== FORMAT || head.version !== 1 || typeof head.tables !== 'object') throw wrong(1, 'this is no dump of Atrium');
  const tables = new Map(known.map(({ name, columns }) => [name, columns]));
  for (const [name, columns] of Object.entries(head.tables)) {
    const here = tables.get(name);
    const other = here ? columns.find((column) => !here.includes(column)) : name;
    if (other) throw wrong(1, `it is of a newer release: there is no ${here ? `column ${name}.${other}` : `table ${name}`} here`);
  }
  return new Map(Object.entries(head.tables));
}

/**
 * Loads a dump into an installation that holds nothing, in one transaction; then builds what follows from it.
 * @param lines the lines of the dump, without their ends
 * @returns how many rows
 * @throws StartupError that names the line, where it is cut off, changed or of something else, and where something is here already
 */
export async function loadTables(db: Database, lines: AsyncIterable<string>): Promise<number> {
  let number = 0;
  let count = 0;
  await db.transaction().execute(async (trx) => {
    const known = await tablesOf(trx);
    for (const { name } of known) {
      if (name === MIGRATED || name === 'log_entry') continue;
      const { rows } = await sql`SELECT FROM ${sql.table(name)} LIMIT 1`.execute(trx);
      if (rows.length > 0)
        throw new StartupError(`This installation is not empty: there are rows in ${name}. Load the dump into a new one (another DATA_DIR or database).`);
    }
    // A new database has one entry, which says that its log is complete; the log of the dump takes its place. Only the owner of the table may do this.
    const { rows: entries } = await sql<{ kind: string }>`SELECT kind FROM log_entry LIMIT 2`.execute(trx);
    if (entries.length > 1 || (entries[0] && entries[0].kind !== 'LOG_COMPLETED'))
      throw new StartupError('This installation is not empty: its log has entries. Load the dump into a new one (another DATA_DIR or database).');
    await sql`ALTER TABLE log_entry DISABLE TRIGGER log_entry_stays`.execute(trx);
    await sql`DELETE FROM log_entry`.execute(trx);
    await sql`ALTER TABLE log_entry ENABLE TRIGGER log_entry_stays`.execute(trx);
    // Without records nothing has these values.
    await sql`DELETE FROM ${sql.table(MIGRATED)}`.execute(trx);
    // The index is built once, when everything is there.
    await sql`SET LOCAL search.later = 'on'`.execute(trx);
    const hash = createHash('sha256');
    let columns = new Map<string, string[]>();
    let table = '';
    let rows: string[] = [];
    let size = 0;
    let ended = false;
    const flush = async () => {
      if (rows.length === 0) return;
      const names = sql.join((columns.get(table) ?? []).map((column) => sql.ref(column)));
      const first = number - rows.length;
      await sql`INSERT INTO ${sql.table(table)} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${sql.id('public', table)}, ${`[${rows.join(',')}]`}::json)`
        .execute(trx)
        .catch((error: unknown) => {
          throw wrong(first, `a row of ${table} among the ${rows.length} from here cannot be kept (${error instanceof Error ? error.message : String(error)})`);
        });
      rows = [];
      size = 0;
    };
    for await (const text of lines) {
      number++;
      if (ended) throw wrong(number, 'there is more after its end');
      if (text.length > LINE_MAX) throw wrong(number, 'the line is too long');
      if (number === 1) {
        columns = readHead(text, known);
        hash.update(`${text}\n`);
        continue;
      }
      if (text.startsWith('{"end":')) {
        await flush();
        const end = parsed(text) as { rows?: unknown; sha256?: unknown } | null;
        if (!end) throw wrong(number, 'it is cut off here');
        if (end.rows !== count) throw wrong(number, `it names ${end.rows} rows, there are ${count}`);
        if (end.sha256 !== hash.digest('hex')) throw wrong(number, 'its hash is another than that of what stands above: something was changed');
        ended = true;
        continue;
      }
      hash.update(`${text}\n`);
      const [, name] = /^\{"table":"([a-z_]+)","row":\{/.exec(text) ?? [];
      if (!parsed(text)) throw wrong(number, 'it is cut off or damaged here');
      if (!name || !columns.has(name)) throw wrong(number, 'this is no row of a table that its first line names');
      if (name !== table || rows.length >= ROWS || size > CHARACTERS) {
        await flush();
        table = name;
      }
      rows.push(text.slice(begin(name).length, -1));
      size += text.length;
      count++;
    }
    if (!ended) throw wrong(number + 1, `it ends here, after ${count} rows, without its last line: it was cut off`);
    // Numbers that are counted on go on after those that were loaded.
    for (const { name, columns: all } of known)
      for (const column of all) {
        const { rows: found } = await sql<{ sequence: string | null }>`SELECT pg_get_serial_sequence(${name}, ${column}) AS sequence`.execute(trx);
        if (found[0]?.sequence)
          await sql`SELECT setval(${found[0].sequence}::regclass, coalesce(max(${sql.ref(column)}), 1), count(*) > 0) FROM ${sql.table(name)}`.execute(trx);
      }
  });
  await rebuildIndex(db);
  return count;
}

/** An object as JSON has it; null for what is none. */
function parsed(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
