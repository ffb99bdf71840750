import { setTimeout } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { forAll } from '#prisma/work.ts';
import { madeBy } from './embed-records.ts';
import { embed, type EmbeddingsSettings } from './embeddings.ts';

/** How long the service may take for a question (milliseconds); the page is there without it then. */
const QUESTION_TIMEOUT = 2000;
/** How long it is not asked again after a failure (milliseconds). */
const PAUSE = 10_000;
/** So many questions may be with the service at once; further ones are answered without it. */
const AT_ONCE = 8;
/** How often vectors that came since are looked for (milliseconds). */
const LOOK_EVERY = 5000;
/** How many vectors are read at once. */
const READ = 2000;
/** Bytes of vectors that a process holds: 87,000 of 384 numbers, 21,000 of 1,536. What is beyond is not found by meaning. */
const BYTES_MAX = 128 * 1024 * 1024;
/**
 * How far beyond the mean of all records one must be, in standard deviations, to be close. Cosines have no threshold that is
 * right for two models; how far a record stands out from the others can be compared.
 */
const STANDS_OUT = 3;
/** So many of the closest are offered to the conditions of the question: permission, filters, what was found already. */
const OFFERED = 500;

/** A record by the number of its vector: one that was replaced meanwhile has another. */
export type Close = { id: string; number: string };

/**
 * Finds records close in meaning to what was typed. The vectors are kept in memory, where comparing them
 * is one pass over numbers; SQL without an extension would need a row for each number of each vector. Who may see what, is for the query that reads them.
 */
export class Closeness {
  private readonly vectors = new Map<string, { number: string; vector: Float32Array }>();
  private bytes = 0;
  private last = '0';
  private looked = 0;
  private looking: Promise<void> | null = null;
  private closedUntil = 0;
  private failing = false;
  private asking = 0;
  private full = false;
  private readonly questions = new LRUCache<string, Float32Array>({ max: 500 });

  private readonly db: Database;
  private readonly settings: EmbeddingsSettings;
  private readonly report: (message: string) => void;

  constructor(db: Database, settings: EmbeddingsSettings, report: (message: string) => void = () => {}) {
    this.db = db;
    this.settings = settings;
    this.report = report;
  }

  /** The closest records, closest first; none where the service fails, is slow, or nothing stands out. Never throws. */
  async to(question: string): Promise<Close[]> {
    try {
      // A process that has just started reads all vectors; who asks meanwhile is answered from those that are there.
      const looked = Promise.race([this.look(), setTimeout(QUESTION_TIMEOUT, undefined, { ref: false })]);
      const [vector] = await Promise.all([this.vectorOf(question), looked]);
      return vector ? this.closest(vector) : [];
    } catch (error) {
      this.failed(error as Error);
      return [];
    }
  }

  private failed(error: Error): void {
    this.closedUntil = Date.now() + PAUSE;
    if (!this.failing) this.report(`The embeddings service ${error.message}; searches do without it.`);
    this.failing = true;
  }

  private async vectorOf(question: string): Promise<Float32Array | null> {
    const known = this.questions.get(question);
    if (known) return known;
    if (Date.now() < this.closedUntil || this.asking >= AT_ONCE) return null;
    this.asking++;
    try {
      const [vector] = await embed(this.settings, this.settings.queryModel, [question], QUESTION_TIMEOUT);
      if (this.failing) this.report('The embeddings service answers again.');
      this.failing = false;
      if (vector) this.questions.set(question, vector);
      return vector ?? null;
    } finally {
      this.asking--;
    }
  }

  /** Reads the vectors that came since the last look; one look at a time, for all who ask. */
  private look(): Promise<void> {
    if (Date.now() - this.looked < LOOK_EVERY) return this.looking ?? Promise.resolve();
    this.looking ??= forAll(() => this.read()).finally(() => {
      this.looking = null;
    });
    return this.looking;
  }

  private async read(): Promise<void> {
    for (;;) {
      const { rows } = await sql<{ id: string; number: string; vector: Buffer }>`
        SELECT record_id AS id, number, vector FROM record_embedding
        WHERE number > ${this.last} AND made_by = ${madeBy(this.settings)} AND vector <> '' ORDER BY number LIMIT ${READ}`.execute(this.db);
      for (const { id, number, vector } of rows) {
        this.last = number;
        const kept = this.vectors.get(id);
        const bytes = this.bytes + vector.length - (kept?.vector.byteLength ?? 0);
        if (bytes > BYTES_MAX) {
          if (!this.full) this.report(`Not all records are found by meaning: their vectors would take more than ${BYTES_MAX} bytes of memory.`);
          this.full = true;
          continue;
        }
        this.bytes = bytes;
        // A copy: what the driver gives may lie at any place of a larger piece.
        this.vectors.set(id, { number, vector: new Float32Array(new Uint8Array(vector).buffer) });
      }
      if (rows.length < READ) break;
    }
    this.looked = Date.now();
  }

  private closest(question: Float32Array): Close[] {
    const all: (Close & { cosine: number })[] = [];
    let [sum, squares] = [0, 0];
    for (const [id, { number, vector }] of this.vectors) {
      if (vector.length !== question.length) continue;
      let cosine = 0;
      for (let at = 0; at < vector.length; at++) cosine += (vector[at] as number) * (question[at] as number);
      all.push({ id, number, cosine });
      sum += cosine;
      squares += cosine * cosine;
    }
    const mean = sum / all.length;
    const least = mean + STANDS_OUT * Math.sqrt(Math.max(0, squares / all.length - mean * mean));
    return all
      .filter(({ cosine }) => cosine > least)
      .sort((a, b) => b.cosine - a.cosine || (a.id < b.id ? -1 : 1))
      .slice(0, OFFERED);
  }
}
