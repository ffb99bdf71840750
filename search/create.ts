import type { Pool } from 'pg';
import type { Database } from '#prisma/database.ts';
import type { SearchEngine } from './engine.ts';
import { withFallback } from './fallback.ts';
import { createClient, createMeilisearchEngine } from './meilisearch.ts';
import { createPostgresEngine } from './postgres.ts';
import { inStep, syncOnce } from './sync.ts';

/** How long between two looks for what Meilisearch does not have yet, in milliseconds. */
const SYNC_EVERY = 500;

type Settings = { databaseUrl: string; meiliUrl?: string | undefined; meiliKey?: string | undefined };

/** The search engine of the settings: Meilisearch, with PostgreSQL where that fails or is behind, or PostgreSQL alone. */
export function createSearch({ databaseUrl, meiliUrl, meiliKey }: Settings, pool: Pool, report: (message: string) => void): SearchEngine {
  const postgres = createPostgresEngine(databaseUrl);
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
export function keepInStep(db: Database, { meiliUrl, meiliKey }: Omit<Settings, 'databaseUrl'>, report: (message: string) => void): () => Promise<void> {
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
