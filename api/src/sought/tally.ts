import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { recordAddress } from '../records/address.ts';

/** Words of a search without a result are kept once they were asked for on so many days, and forgotten when nobody asked for so many. */
export const WORDS_DAYS = 3;
const FORGOTTEN_DAYS = 90;
const SUMS_DAYS = 400;
/** So much is counted between two writes; what comes beyond that is left out. */
const MOST = 5000;
/** Nobody's address or number, and nothing that is a sentence. */
const LONGEST = 60;
const WORDS = 6;
const isPrivate = (text: string) => text.includes('@') || /\d{6}/.test(text.replace(/[\s().+/-]/g, ''));

/** What somebody searched for, in one form; null for what may be about a person by its form, or is longer than what people search for. */
function soughtWords(query: string): string | null {
  if (isPrivate(query)) return null;
  const words =
    query
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const text = words.join(' ');
  return words.length === 0 || words.length > WORDS || text.length > LONGEST ? null : text;
}

/**
 * Counts what is sought and read, in memory, and writes it as sums of the day every now and then. It is never told who asks: nothing of a request
 * but the words that found nothing, or the address of the page, comes here.
 */
export class Tally {
  private searches = 0;
  private nothing = 0;
  private words = new Set<string>();
  private pages = new Map<string, { reads: number; cites: number }>();
  private readonly secret: string;

  constructor(secret: string) {
    this.secret = secret;
  }

  /** A search by words alone, and whether it found anything. */
  searched(query: string, found: boolean): void {
    this.searches++;
    if (found) return;
    this.nothing++;
    const words = soughtWords(query);
    // Asked again at once it is the same.
    if (words !== null && this.words.size < MOST) this.words.add(words);
  }

  /** A page that a browser opened, or a citation that it took as a file. */
  opened(path: string): void {
    const [, page = '', file] = /^(\/[a-z-]+\/[^/?#.]+)(\.(?:bib|ris|csl\.json|txt))?$/.exec(path) ?? [];
    if (!recordAddress(page) || (!this.pages.has(page) && this.pages.size >= MOST)) return;
    const sums = this.pages.get(page) ?? { reads: 0, cites: 0 };
    this.pages.set(page, file ? { ...sums, cites: sums.cites + 1 } : { ...sums, reads: sums.reads + 1 });
  }

  /** Writes what was counted since, in at most four statements; none where there is nothing. */
  async write(db: Database): Promise<void> {
    const { searches, nothing, words, pages } = this;
    [this.searches, this.nothing, this.words, this.pages] = [0, 0, new Set(), new Map()];
    if (searches > 0)
      await sql`INSERT INTO sought_day (on_day, searches, nothing) VALUES (CURRENT_DATE, ${searches}, ${nothing})
        ON CONFLICT (on_day) DO UPDATE SET searches = sought_day.searches + excluded.searches, nothing = sought_day.nothing + excluded.nothing`.execute(db);
    if (words.size > 0) {
      const texts = [...words];
      const hashes = texts.map((text) => createHmac('sha256', this.secret).update(`sought:${text}`).digest('base64url'));
      await sql`INSERT INTO sought_words (hash) SELECT * FROM unnest(${hashes}::text[])
        ON CONFLICT (hash) DO UPDATE SET days = sought_words.days + (sought_words.last_on < CURRENT_DATE)::int, last_on = CURRENT_DATE`.execute(db);
      await sql`UPDATE sought_words w SET words = g.words FROM unnest(${hashes}::text[], ${texts}::text[]) g (hash, words) WHERE w.hash = g.hash AND w.words IS NULL AND w.days >= ${WORDS_DAYS}`.execute(
        db,
      );
    }
    const opened = [...pages].flatMap(([page, sums]) => {
      const at = recordAddress(page);
      return at ? [{ ...at, ...sums }] : [];
    });
    if (opened.length > 0)
      await sql`
        INSERT INTO read_day (on_day, record_id, reads, cites)
        SELECT CURRENT_DATE, r.id, g.reads, g.cites
        FROM unnest(${opened.map(({ kind }) => kind)}::record_kind[], ${opened.map(({ slug }) => slug)}::text[], ${opened.map(({ reads }) => reads)}::int[], ${opened.map(({ cites }) => cites)}::int[]) g (kind, slug, reads, cites)
        JOIN record r ON r.kind = g.kind AND r.slug = g.slug AND r.audience = 'PUBLIC' AND r.archived_at IS NULL
        ON CONFLICT (on_day, record_id) DO UPDATE SET reads = read_day.reads + excluded.reads, cites = read_day.cites + excluded.cites`.execute(db);
  }
}

/** Forgets words that nobody asks for any more, and sums of long ago. */
export async function forgetSought(db: Database): Promise<void> {
  await sql`DELETE FROM sought_words WHERE last_on < CURRENT_DATE - ${FORGOTTEN_DAYS}::int`.execute(db);
  await sql`DELETE FROM sought_day WHERE on_day < CURRENT_DATE - ${SUMS_DAYS}::int`.execute(db);
  await sql`DELETE FROM read_day WHERE on_day < CURRENT_DATE - ${SUMS_DAYS}::int`.execute(db);
}
