import pg from 'pg';
import { StartupError } from './startup-error.ts';

/** The oldest PostgreSQL that has all that is used, as `server_version_num` says it. */
const OLDEST = 180_000;
const EXTENSIONS = ['unaccent', 'pg_trgm'];
/** How far the clocks of database and application may be apart: sessions and links end by both (milliseconds). */
const CLOCKS = 60_000;

type Facts = {
  version: number;
  encoding: string;
  readOnly: boolean;
  schema: string | null;
  path: string;
  prepared: boolean;
  adds: boolean;
  creates: boolean;
  missing: string[];
  locked: string[];
  zone: string;
  now: Date;
  encrypted: boolean;
  role: string;
};

/** One question for everything; `prepared` whether tables of ours are there. */
const QUESTION = `
  SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
    pg_is_in_recovery() OR current_setting('transaction_read_only')::bool AS "readOnly",
    current_schema()::text AS schema, current_setting('search_path') AS path, to_regclass('public.schema_migration') IS NOT NULL AS prepared,
    coalesce(has_schema_privilege('public', 'CREATE'), false) AS adds, has_database_privilege(current_database(), 'CREATE') AS creates,
    ARRAY(SELECT n FROM unnest($1::text[]) n WHERE NOT EXISTS (SELECT FROM pg_available_extensions e WHERE e.name = n)) AS missing,
    ARRAY(SELECT n FROM unnest($1::text[]) n WHERE NOT EXISTS (SELECT FROM pg_extension x WHERE x.extname = n)
      AND NOT EXISTS (SELECT FROM pg_available_extension_versions v WHERE v.name = n AND v.trusted)
      AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)) AS locked,
    current_setting('TimeZone') AS zone, clock_timestamp() AS now, coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false) AS encrypted,
    current_user::text AS role`;

/** What is wrong with a database, a sentence each; empty where it fits. */
function faultsOf(facts: Facts, asked: number): string[] {
  const { version, encoding, readOnly, schema, path, prepared, adds, creates, missing, locked, now, role } = facts;
  return [
    version < OLDEST && `It is PostgreSQL ${Math.floor(version / 10_000)}.${version % 10_000}; Atrium needs 18 or newer.`,
    encoding !== 'UTF8' && `Its encoding is ${encoding}; create a database with ENCODING 'UTF8'.`,
    readOnly && 'It takes no writes (a standby, or read-only by a setting): name the primary.',
    schema !== 'public' &&
      `Its search_path (${path}) does not begin with the schema public: ALTER ROLE "${role}" SET search_path = public, or create that schema.`,
    !prepared &&
      schema === 'public' &&
      !adds &&
      `The role ${role} may not create tables in it: GRANT CREATE ON SCHEMA public, or name the owner in DATABASE_MIGRATION_URL.`,
    !prepared && !creates && `The role ${role} may not create schemas in it: GRANT CREATE ON DATABASE, or name the owner in DATABASE_MIGRATION_URL.`,
    missing.length > 0 && `It lacks the extensions ${missing.join(', ')}: install PostgreSQL's contrib package on its machine.`,
    !prepared && locked.length > 0 && `Only a superuser may create the extensions ${locked.join(', ')} there: have them created once.`,
    Math.abs(now.getTime() - asked) > CLOCKS &&
      `Its clock (${now.toISOString()}) and that of this machine (${new Date(asked).toISOString()}) are more than a minute apart: set both by a time server.`,
  ].filter((one): one is string => Boolean(one));
}

/** Why a connection cannot be had, with what to do. */
function unreachable(error: unknown, url: URL, name: string): StartupError {
  const { code = '', message = '' } = error as NodeJS.ErrnoException;
  const at = `The database at ${url.hostname}:${url.port || 5432}`;
  if (/SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|CERT_/.test(code))
    return new StartupError(
      `${at} shows a certificate that this machine does not trust (${code}). Add sslrootcert=/path/of/the/ca.pem to ${name}, or encrypt without a check of who answers: sslmode=no-verify.`,
    );
  if (/does not support SSL/.test(message))
    return new StartupError(`${at} takes no encrypted connections. Switch them on there, or write sslmode=disable in ${name}.`);
  if (/unsupported startup parameter/.test(message)) return new StartupError(pooled(at, name));
  return new StartupError(`${at} does not answer (${message || code}). Start it, or correct ${name}.`);
}
const pooled = (at: string, name: string) =>
  `${at} is a pooler that gives each transaction another connection (PgBouncer with pool_mode = transaction). Jobs, locks and migrations need PostgreSQL itself: name it in DATABASE_DIRECT_URL too, or in ${name} in place of the pooler.`;

/** Opens a connection, and tells whether it and a second one, neither of them at work, end at the same process of PostgreSQL: then a pooler shares them out. */
async function asked(address: string, name: string): Promise<{ facts: Facts; at: number; shared: boolean }> {
  const url = new URL(address);
  const open = async () => {
    // What the search asks for as it connects: a pooler that refuses it must be known now.
    const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5000, application_name: 'atrium-check', options: '-c jit=off' });
    client.on('error', () => {});
    try {
      await client.connect();
    } catch (error) {
      await client.end().catch(() => {});
      throw unreachable(error, url, name);
    }
    return client;
  };
  const clients = [await open()];
  try {
    clients.push(await open());
    const processes: number[] = [];
    for (const client of clients) {
      const { rows } = await client.query<{ process: number }>('SELECT pg_backend_pid() AS process');
      processes.push(rows[0]?.process ?? 0);
    }
    const at = Date.now();
    const { rows } = await (clients[0] as pg.Client).query<Facts>(QUESTION, [EXTENSIONS]);
    return { facts: rows[0] as Facts, at, shared: processes[0] === processes[1] };
  } catch (error) {
    throw error instanceof StartupError ? error : unreachable(error, url, name);
  } finally {
    await Promise.all(clients.map((client) => client.end().catch(() => {})));
  }
}

/**
 * Looks at a database before anything is written into it: whether it answers and how, its version, encoding, rights,
 * extensions, search_path, clock, and whether a pooler stands before it that would break what is kept on connections.
 * @param addresses that of the application, that of the owner where it is another, and PostgreSQL itself where the first is a pooler
 * @param say told of what is not wrong and yet to be known: days counted in another time zone, a line that is not encrypted
 * @throws StartupError with a sentence for each thing that is wrong
 */
export async function expectFitting(
  { url, ownerUrl, direct }: { url: string; ownerUrl: string | null; direct?: string | undefined },
  say: (line: string) => void,
): Promise<void> {
  // The role of DATABASE_URL may not be there before the other one has made it.
  const address = ownerUrl ?? direct ?? url;
  const name = ownerUrl ? 'DATABASE_MIGRATION_URL' : direct ? 'DATABASE_DIRECT_URL' : 'DATABASE_URL';
  const { facts, at, shared } = await asked(address, name);
  const { hostname, port } = new URL(address);
  const where = `The database at ${hostname}:${port || 5432}`;
  if (shared) throw new StartupError(pooled(where, name));
  const faults = faultsOf(facts, at);
  if (faults.length > 0) throw new StartupError(`${where} cannot be used. ${faults.join(' ')}`);
  if (!/^(UTC|Etc\/UTC|GMT|Etc\/GMT|Etc\/UCT|UCT|Zulu)$/.test(facts.zone)) say(`Days are counted in the time zone of the database, ${facts.zone}.`);
  if (!facts.encrypted && !/^(localhost|127\..*|\[::1\]|)$/.test(hostname))
    say(`The line to the database at ${hostname} is not encrypted: add sslmode=verify-full to its address, unless the network is closed.`);
}
