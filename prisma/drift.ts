/**
 * Compares the Prisma schema with a database to which the migrations were applied, by Prisma's own schema engine.
 * `node prisma/drift.ts` checks an embedded database of its own; test and `.ci/run` do the same.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { connect } from './database.ts';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';

const folder = dirname(fileURLToPath(import.meta.url));
const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** What the Prisma command line needs: the path, and any executable in place of the engine that it would download. */
const childEnvironment = () => ({
  PATH: [join(folder, '../node_modules/.bin'), dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
  HOME: tmpdir(),
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
});

/** The files of the Prisma schema, with their full paths. */
export const schemaFiles = (from = join(folder, 'schema')) =>
  readdirSync(from)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: join(from, name), content: readFileSync(join(from, name), 'utf8') }));

/** What the database may have, or have otherwise, although the Prisma schema does not say so, and why. */
export const allowed: { statement: RegExp; because: string }[] = [
  { statement: /^DROP TABLE "schema_migration"$/, because: 'prisma/migrate.ts keeps its own list of what was applied.' },
  { statement: /^DROP INDEX "search_word_word_idx"$/, because: 'a trigram index has an operator class of an extension.' },
  { statement: /^DROP INDEX "membership_once"$/, because: 'NULLS NOT DISTINCT cannot be written in a Prisma schema.' },
];

type SqlMigrationAwareQueries = {
  queryRaw: (query: { sql: string; args: unknown[]; argTypes: never[] }) => Promise<{ columnNames: string[]; columnTypes: number[] }>;
};
/** Columns of PostgreSQL's internal type "char", which the adapter of Prisma 7.10 refuses to read: they are read as text. */
const characters = new Set(['constraint_type', 'confdeltype', 'confupdtype']);

function readingConstraintKinds(factory: SqlMigrationAwareDriverAdapterFactory): SqlMigrationAwareDriverAdapterFactory {
  const patched = <Adapter extends SqlMigrationAwareQueries>(adapter: Adapter): Adapter =>
    new Proxy(adapter, {
      get(target, name) {
        const value = Reflect.get(target, name) as unknown;
        if (name !== 'queryRaw') return typeof value === 'function' ? value.bind(target) : value;
        return async (query: Parameters<Adapter['queryRaw']>[0]) => {
          const sql = query.sql
            .replace('constr.contype AS', 'constr.contype::text AS')
            .replace(/^(\s*)con\.(confdeltype|confupdtype),/gm, '$1con.$2::text AS $2,');
          const result = await target.queryRaw({ ...query, sql });
          result.columnNames.forEach((column: string, at: number) => {
            if (characters.has(column)) result.columnTypes[at] = ColumnTypeEnum.Character;
          });
          return result;
        };
      },
    });
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => patched(await factory.connect()),
    connectToShadowDb: async () => patched(await factory.connectToShadowDb()),
  } as SqlMigrationAwareDriverAdapterFactory;
}

/**
 * The SQL statements that would turn the database into what the Prisma schema says; those that are allowed are left out.
 * Functions, triggers, storage settings and expression indexes are unknown to Prisma and never among them.
 */
export async function drift(url: string, files = schemaFiles(), except = allowed): Promise<string[]> {
  // The engine reads the bounds of sequences, which no JavaScript number holds, as text.
  const asNumber = pg.types.getTypeParser(pg.types.builtins.INT8);
  pg.types.setTypeParser(pg.types.builtins.INT8, String);
  const adapter = bindMigrationAwareSqlAdapterFactory(readingConstraintKinds(new PrismaPg({ connectionString: url })));
  let engine: SchemaEngine | null = null;
  try {
    engine = await SchemaEngine.new({ datamodels: files.map(({ path, content }) => [path, content]) }, () => {}, adapter);
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: folder },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      shadowDatabaseUrl: null,
      filters: NO_FILTERS,
    } as never);
    return statementsOf(stdout ?? '').filter((statement) => !except.some((one) => one.statement.test(statement)));
  } finally {
    engine?.free();
    pg.types.setTypeParser(pg.types.builtins.INT8, asNumber);
  }
}

const statementsOf = (script: string) =>
  script
    .split(/;\s*\n/)
    .map((part) =>
      part
        .replace(/^\s*--.*$/gm, '')
        .trim()
        .replace(/;$/, ''),
    )
    .filter(Boolean);

/**
 * Makes the types of the tables anew in a folder of their own and compares them with those in prisma/generated.
 * The generator runs as `npx prisma generate` does, without the engine's binary, which it does not need.
 * @returns the names of the files that are not up to date
 */
export function staleTypes(): string[] {
  const root = join(folder, '..');
  // Below the project, so that the generator is found among its packages.
  const copy = mkdtempSync(join(root, 'node_modules', '.prisma-check-'));
  try {
    cpSync(join(folder, 'schema'), join(copy, 'prisma/schema'), { recursive: true });
    writeFileSync(join(copy, 'prisma.config.ts'), readFileSync(join(root, 'prisma.config.ts')));
    const cli = join(dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build/index.js');
    const run = spawnSync(process.execPath, [cli, 'generate', '--no-hints'], { cwd: copy, encoding: 'utf8', env: childEnvironment() });
    if (run.status !== 0) throw new Error(`prisma generate failed: ${run.stderr || run.stdout}`);
    const made = join(copy, 'prisma/generated');
    return readdirSync(made).filter(
      (name) =>
        !existsSync(join(folder, 'generated', name)) || readFileSync(join(made, name), 'utf8') !== readFileSync(join(folder, 'generated', name), 'utf8'),
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const data = mkdtempSync(join(tmpdir(), 'atrium-drift-'));
  const server = await startEmbedded(data, { fsync: 'off' });
  try {
    const { pool } = connect(server.url, { max: 2 });
    await migrate(pool);
    await pool.end();
    const faults = [...(await drift(server.url)), ...staleTypes().map((name) => `prisma/generated/${name} is not up to date: run npx prisma generate`)];
    for (const fault of faults) console.error(fault);
    console.log(faults.length > 0 ? `${faults.length} differences between prisma/schema and prisma/migrations.` : 'prisma/schema and prisma/migrations agree.');
    process.exitCode = faults.length > 0 ? 1 : 0;
  } finally {
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
