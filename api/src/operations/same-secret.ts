import { createHmac } from 'node:crypto';
import pg from 'pg';
import { StartupError } from '#prisma/startup-error.ts';

/** The class of advisory locks by which processes show with what they sign. */
const CLASS = 7079;

/**
 * Shows to the other processes on the same database with what this one signs sessions, by a shared lock that the database gives
 * back by itself when the process ends, and says no where another one signs with something else: who signed in at one would be
 * a stranger at the next. A number of 31 bits is shown, from which nobody can tell the secret.
 * @returns a function that ends it
 * @throws StartupError
 */
export async function expectSameSecret(url: string, secret: string): Promise<() => Promise<void>> {
  const number = createHmac('sha256', secret).update('atrium: the same secret').digest().readUInt32BE() & 0x7fffffff;
  const client = new pg.Client({ connectionString: url, application_name: 'atrium-secret', connectionTimeoutMillis: 5000 });
  // A line that is lost takes the lock with it: this is a look at the start, no guard.
  client.on('error', () => {});
  await client.connect();
  await client.query('SELECT pg_advisory_lock_shared($1, $2)', [CLASS, number]);
  const { rowCount } = await client.query(
    `SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = $1 AND objsubid = 2 AND objid <> $2::bigint
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [CLASS, number],
  );
  const end = () => client.end().catch(() => {});
  if (!rowCount) return end;
  await end();
  throw new StartupError(
    'Another Atrium that runs on this database signs sessions with another secret: who signs in at one would be a stranger at the other. Set the same AUTH_SECRET (at least 32 random characters) for all of them.',
  );
}
