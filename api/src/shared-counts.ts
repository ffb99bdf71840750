import { createHmac } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { askAside, type Database } from '#prisma/database.ts';

/** How many keys are kept in mind; the longest unseen are forgotten first. */
const KEPT = 50_000;
/** How often processes tell each other what they counted (milliseconds). */
const EVERY = 500;
/** From which part of its limit on a key is told of: what is far from it costs no statement. */
const TOLD_FROM = 0.05;
/** Keys in one statement. */
const BATCH = 1000;

/** A minute, or another time, of one key: how many there were in all, and how many of them nobody was told of. */
type Window = { total: number; untold: number; until: number; max: number };

/**
 * Counts how often something was done within a time, over all processes on one database: each counts for itself, without
 * asking anybody, and twice a second tells the others of the keys that come near their limits. Where there is one process,
 * it tells nobody.
 */
export class SharedCounts {
  private readonly db: Database;
  private readonly secret: string;
  private readonly windows = new LRUCache<string, Window>({ max: KEPT });
  private readonly near = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private telling: Promise<void> = Promise.resolve();

  constructor(db: Database, secret: string) {
    this.db = db;
    this.secret = secret;
  }

  /**
   * Counts one more.
   * @param max the limit of the key
   * @param time how long a window lasts, from its first (milliseconds)
   * @returns how many there were in this window, this one included, and how long it lasts still (milliseconds)
   */
  count(key: string, max: number, time: number, now = Date.now()): { total: number; left: number } {
    let window = this.windows.get(key);
    if (!window || window.until <= now) {
      window = { total: 0, untold: 0, until: now + time, max };
      this.windows.set(key, window);
    }
    window.total++;
    window.untold++;
    if (this.timer && window.total >= max * TOLD_FROM) this.near.add(key);
    return { total: window.total, left: window.until - now };
  }

  /** Begins to tell others, and to hear of them. @returns a function that ends it */
  share(): () => Promise<void> {
    this.timer ??= setInterval(() => {
      this.telling = this.telling.then(() => this.tell()).catch(() => {});
    }, EVERY);
    this.timer.unref();
    return async () => {
      if (this.timer) clearInterval(this.timer);
      this.timer = null;
      await this.telling;
    };
  }

  private hidden(key: string): string {
    return createHmac('sha256', this.secret).update(`count ${key}`).digest('base64url').slice(0, 32);
  }

  private async tell(): Promise<void> {
    const keys = [...this.near].slice(0, BATCH);
    const now = Date.now();
    const told = keys.flatMap((key) => {
      const window = this.windows.peek(key);
      this.near.delete(key);
      return window && window.until > now ? [{ key, hidden: this.hidden(key), window, sent: window.untold, left: window.until - now }] : [];
    });
    if (told.length === 0) return;
    for (const { window, sent } of told) window.untold -= sent;
    // In one order: two processes that tell of the same keys wait for each other, and never in a circle.
    const rows = await askAside<{ key: string; count: number; left: number }>(
      this.db,
      `INSERT INTO request_count AS r (key, count, until)
       SELECT key, count, now() + ms * interval '1 millisecond' FROM unnest($1::text[], $2::int[], $3::float8[]) t (key, count, ms) ORDER BY key
       ON CONFLICT (key) DO UPDATE SET count = CASE WHEN r.until <= now() THEN excluded.count ELSE r.count + excluded.count END,
         until = CASE WHEN r.until <= now() THEN excluded.until ELSE r.until END
       RETURNING key, count, (extract(epoch FROM until - now()) * 1000)::float8 AS left`,
      [told.map(({ hidden }) => hidden), told.map(({ sent }) => sent), told.map(({ left }) => left)],
    ).catch((error: unknown) => {
      // Told the next time; each process goes on counting for itself.
      for (const { key, window, sent } of told) {
        window.untold += sent;
        this.near.add(key);
      }
      throw error;
    });
    const all = new Map(rows.map((row) => [row.key, row]));
    for (const { hidden, window } of told) {
      const row = all.get(hidden);
      if (!row) continue;
      window.total = row.count + window.untold;
      window.until = Date.now() + row.left;
    }
  }
}

/** Removes what no window holds any more. */
export const forgetCounts = (db: Database) => db.deleteFrom('requestCount').where('until', '<', new Date()).execute();
