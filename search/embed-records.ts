import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { embed, EmbeddingsFault, type EmbeddingsSettings } from './embeddings.ts';

/** So many records go to the service at once. */
const BATCH = 32;
/** So many characters of a record's text are read, its title and summary first: about what models of this size read. */
const TEXT_MAX = 2000;
/** How long the service may take for a batch (milliseconds). */
const TIMEOUT = 60_000;

/** Who made a vector; a vector by another is made anew. */
export const madeBy = ({ url, model }: EmbeddingsSettings): string => `${model} at ${url}`;

const hexOf = (vector: Float32Array | null) => (vector ? Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('hex') : '');

type Unread = { id: string; version: number; text: string; mark: string };

/**
 * Gives every live record that has none its vector, in batches, each kept as soon as it is there: stopped at any time, it
 * goes on where it was. A text that the service refuses is not sent again until it changes.
 * @returns how many records have a vector now that had none before
 * @throws EmbeddingsFault where the service does not answer
 */
export async function embedRecords(db: Database, settings: EmbeddingsSettings): Promise<number> {
  const by = madeBy(settings);
  await db.deleteFrom('recordEmbedding').where('madeBy', '<>', by).execute();
  const text = sql`left(concat_ws(E'\n', r.title, nullif(r.summary, ''), nullif(r.keywords, ''), nullif(r.body, '')), ${TEXT_MAX})`;
  // All that the trigger watches: a record that changed meanwhile is not given the vector of its former words.
  const mark = sql`md5(concat_ws(E'\n', r.version, r.title, r.summary, r.keywords, r.body))`;
  let made = 0;
  for (;;) {
    const { rows } = await sql<Unread>`
      SELECT r.id, r.version, ${text} AS text, ${mark} AS mark FROM record r
      WHERE r.archived_at IS NULL AND NOT EXISTS (SELECT FROM record_embedding e WHERE e.record_id = r.id) ORDER BY r.id LIMIT ${BATCH}`.execute(db);
    if (rows.length === 0) return made;
    const vectors = await vectorsOf(settings, rows);
    const written = rows.map(({ id, version, mark: read }, index) => ({ id, version, mark: read, vector: hexOf(vectors[index] ?? null) }));
    // Locked: a change that is under way is waited for, and then this row is not written.
    await sql`
      WITH unchanged AS MATERIALIZED (
        SELECT r.id, w.version, w.vector FROM record r JOIN jsonb_to_recordset(${JSON.stringify(written)}::jsonb) AS w (id uuid, version integer, mark text, vector text) ON w.id = r.id
        WHERE r.archived_at IS NULL AND w.mark = ${mark} FOR SHARE OF r)
      INSERT INTO record_embedding (record_id, version, made_by, vector) SELECT id, version, ${by}, decode(vector, 'hex') FROM unchanged
      ON CONFLICT (record_id) DO NOTHING`.execute(db);
    made += rows.length;
  }
}

/** The vectors of a batch; where the service refuses it, of each text by itself, and none of one that it refuses alone. */
async function vectorsOf(settings: EmbeddingsSettings, rows: readonly Unread[]): Promise<(Float32Array | null)[]> {
  const ask = (some: readonly Unread[]) =>
    embed(
      settings,
      settings.model,
      some.map((row) => row.text),
      TIMEOUT,
    );
  try {
    return await ask(rows);
  } catch (error) {
    if (!(error instanceof EmbeddingsFault && error.refused)) throw error;
  }
  const vectors: (Float32Array | null)[] = [];
  let taken = 0;
  for (const row of rows) {
    const vector = await ask([row]).catch((error: unknown) => {
      if (error instanceof EmbeddingsFault && error.refused) return null;
      throw error;
    });
    if (vector) taken++;
    vectors.push(vector?.[0] ?? null);
  }
  // Where it refuses everything it is not the texts: a model of another name, or another protocol.
  if (taken === 0) throw new EmbeddingsFault('refuses every text: look at EMBEDDINGS_MODEL');
  return vectors;
}
