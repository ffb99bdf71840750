import pg, { type Pool } from 'pg';
import type { Database } from '#prisma/database.ts';
import type { SearchEngine } from './engine.ts';
import { withFallback } from './fallback.ts';
import { createClient, createMeilisearchEngine } from './meilisearch.ts';
import { createPostgresEngine } from './postgres.ts';
import { inStep, syncOnce } from './sync.ts';

/** How long between two looks for what Meilisearch does not have yet, in milliseconds. */
const SYNC_EVERY = 500;

type Settings = {
  databaseUrl: string;
  /** PostgreSQL itself, where `databaseUrl` is a pooler. */
  direct?: string | undefined;
  /** A standby that follows the database; it is asked while it has everything. */
  readUrl?: string | undefined;
  meiliUrl?: string | undefined;
  meiliKey?: string | undefined;
};

const STATE = "SELECT coalesce(max(id), 0) || '.' || count(*) AS state FROM library_change";

/**
 * Search on a standby, as long as that has everything that the library shows: a search that is behind would be kept by
 * pages as the answer of now. Where it is behind or away, the database itself answers.
 */
function onStandby(readUrl: string, primary: SearchEngine, pool: Pool, report: (message: string) => void): SearchEngine {
  const asking = new pg.Pool({ connectionString: readUrl, max: 2, application_name: 'atrium-standby', connectionTimeoutMillis: 1000, statement_timeout: 1000 });
  asking.on('error', () => {});
  asking.on('connect', (client) => client.on('error', () => {}));
  const state = async (from: Pool) => (await from.query<{ state: string }>(STATE)).rows[0]?.state;
  const standby = createPostgresEngine(readUrl);
  const engine = withFallback(standby, primary, {
    current: async () => {
      try {
        const [here, there] = await Promise.all([state(pool), state(asking)]);
        return here === there;
      } catch {
        return false;
      }
    },
    report: (error) => report(error ? `The standby failed, the database itself searches: ${String(error)}` : 'The standby searches again.'),
  });
  return {
    get name() {
      return engine.name;
    },
    // Either is the same engine: an answer of the other one is no lesser one.
    search: async (request) => ({ ...(await engine.search(request)), fallback: false }),
    ready: () => engine.ready(),
    close: async () => {
      await engine.close();
      await asking.end();
    },
  };
}

/** The search engine of the settings: Meilisearch, with PostgreSQL where that fails or is behind, or PostgreSQL alone. */
export function createSearch({ databaseUrl, direct, readUrl, meiliUrl, meiliKey }: Settings, pool: Pool, report: (message: string) => void): SearchEngine {
  const primary = createPostgresEngine(databaseUrl, { direct });
  const postgres = readUrl ? onStandby(readUrl, primary, pool, report) : primary;
  if (!meiliUrl) return postgres;
  return withFallback(createMeilisearchEngine({ url: meiliUrl, ...(meiliKey ? { key: meiliKey } : {}) }, pool), postgres, {
    current: () => inStep(pool),
    report: (error) => report(error ? `Meilisearch failed, PostgreSQL answers: ${String(error)}` : 'Meilisearch answers again.'),
  });
}

/**
 * Keeps Meilisearch in step with the database until the returned function is called. Does nothing without Meilisearch.
 * A failure is reported once, and again when it has worked in between.
 */
export function keepInStep(
  db: Database,
  { meiliUrl, meiliKey }: Pick<Settings, 'meiliUrl' | 'meiliKey'>,
  report: (message: string) => void,
): () => Promise<void> {
  if (!meiliUrl) return async () => {};
  const client = createClient({ url: meiliUrl, ...(meiliKey ? { key: meiliKey } : {}), timeout: 30_000 });
  let stopped = false;
  let failing = false;
  let wake = () => {};
  const loop = (async () => {
    while (!stopped) {
      try {
        await syncOnce(db, client);
        failing = false;
      } catch (error) {
        if (!failing) report(`Meilisearch could not be brought up to date, it is tried again: ${String(error)}`);
        failing = true;
      }
      await new Promise<void>((done) => {
        wake = done;
        setTimeout(done, failing ? 5000 : SYNC_EVERY);
      });
    }
  })();
  return async () => {
    stopped = true;
    wake();
    await loop;
  };
}
