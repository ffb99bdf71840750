import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import pg, { type PoolClient } from 'pg';
import { from as copyIn, to as copyOut } from 'pg-copy-streams';
import { StartupError } from '#prisma/startup-error.ts';

/** A table as a backup names it: its columns in the order of its lines, without those that PostgreSQL derives. */
export type Table = { schema: string; name: string; columns: string[] };
/** Where a sequence stands; `called` whether that number was given out already. */
export type Sequence = { schema: string; name: string; value: string; called: boolean };

/** The schemas whose rows are kept: the library, and the queue of its jobs. Views of other schemas come with the migrations. */
const SCHEMAS = ['public', 'graphile_worker'];
/** Rows of their own making: what migrations were applied is made anew by applying them. */
const MADE_ANEW = ['public.schema_migration', 'graphile_worker.migrations'];
/**
 * What lets somebody in for a short time, and how far an index elsewhere had come: it must not come back. Everybody signs in
 * again, and a Meilisearch is filled again.
 */
const LEFT_OUT = ['public.session', 'public.verification', 'public.rate_limit', 'public.request_count', 'public.search_consumer', 'public.search_outbox'];

const full = ({ schema, name }: { schema: string; name: string }) => `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
const listed = (columns: string[]) => columns.map((name) => pg.escapeIdentifier(name)).join(', ');

/** All tables of the library and its jobs. */
async function allTables(client: PoolClient): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT n.nspname AS schema, c.relname AS name,
       array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE n.nspname = ANY ($1) AND c.relkind IN ('r', 'p') AND NOT c.relispartition GROUP BY 1, 2 ORDER BY 1, 2`,
    [SCHEMAS],
  );
  return rows.filter(({ schema, name }) => !MADE_ANEW.includes(`${schema}.${name}`));
}

/** The tables whose rows a backup has. */
export const keptTables = async (client: PoolClient): Promise<Table[]> =>
  (await allTables(client)).filter(({ schema, name }) => !LEFT_OUT.includes(`${schema}.${name}`));

/** Where all sequences stand. They belong to no snapshot: asked for after the rows, they are never behind these. */
export async function sequences(client: PoolClient): Promise<Sequence[]> {
  const { rows: names } = await client.query<{ schema: string; name: string }>(
    "SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ANY ($1) AND c.relkind = 'S' ORDER BY 1, 2",
    [SCHEMAS],
  );
  const found: Sequence[] = [];
  for (const one of names) {
    const { rows } = await client.query<{ value: string; called: boolean }>(`SELECT last_value::text AS value, is_called AS called FROM ${full(one)}`);
    if (rows[0]) found.push({ ...one, ...rows[0] });
  }
  return found;
}

/** The rows of a table in PostgreSQL's text format, which every version reads. */
export const rowsOf = (client: PoolClient, table: Table): Readable & { rowCount: number } =>
  client.query(copyOut(`COPY ${full(table)} (${listed(table.columns)}) TO STDOUT`));

/** Writes rows into a table. @returns how many */
export async function putRows(client: PoolClient, table: Table, parts: AsyncIterable<Uint8Array>): Promise<number> {
  const into = client.query(copyIn(`COPY ${full(table)} (${listed(table.columns)}) FROM STDIN`));
  await pipeline(parts, into);
  return into.rowCount;
}

/** Says no where rows of the backup have no place in the tables that are there. @throws StartupError */
export async function expectTables(client: PoolClient, wanted: Table[]): Promise<void> {
  const there = new Map((await allTables(client)).map((table) => [full(table), table.columns]));
  for (const table of wanted) {
    const missing = table.columns.find((column) => !there.get(full(table))?.includes(column));
    if (missing)
      throw new StartupError(
        `The backup has the column ${missing} of ${full(table)}, which this version does not know. Restore it with the version that made it.`,
      );
  }
}

/**
 * Empties all tables and holds back what guards them (foreign keys, triggers) until the returned function is called, which
 * sets the keys up again and so checks every row. All of it belongs to the transaction of the client. The owner of the
 * tables may do it; no superuser is needed.
 */
export async function openTables(client: PoolClient): Promise<() => Promise<void>> {
  const tables = await allTables(client);
  const { rows: keys } = await client.query<{ on: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS on, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = ANY ($1::regnamespace[])`,
    [SCHEMAS],
  );
  const { rows: triggers } = await client.query<{ on: string; name: string; how: string }>(
    `SELECT tgrelid::regclass::text AS on, quote_ident(tgname) AS name, CASE tgenabled WHEN 'A' THEN 'ENABLE ALWAYS' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE' END AS how
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT tgisinternal AND tgenabled <> 'D' AND c.relnamespace = ANY ($1::regnamespace[])`,
    [SCHEMAS],
  );
  for (const key of keys) await client.query(`ALTER TABLE ${key.on} DROP CONSTRAINT ${key.name}`);
  for (const one of triggers) await client.query(`ALTER TABLE ${one.on} DISABLE TRIGGER ${one.name}`);
  await client.query(`TRUNCATE ${tables.map(full).join(', ')}`);
  return async () => {
    for (const one of triggers) await client.query(`ALTER TABLE ${one.on} ${one.how} TRIGGER ${one.name}`);
    for (const key of keys) await client.query(`ALTER TABLE ${key.on} ADD CONSTRAINT ${key.name} ${key.definition}`);
  };
}

/** Sets sequences to where they stood. */
export async function putSequences(client: PoolClient, all: Sequence[]): Promise<void> {
  for (const one of all) await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [full(one), one.value, one.called]);
}
