import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';

/** What a process remembers and must hear changes of: a column that asks for them, and what takes in the answer. */
export type Follower = { news(): RawBuilder<unknown>; learn(news: never): void };

/**
 * What the fields of one request read at the same time goes to the database as one statement: every query is a column of
 * it, its rows in JSON. A page that shows three lists, counts and a record then waits once, not five times.
 */
export class QueryBatch {
  private readonly together: DataLoader<RawBuilder<unknown>, unknown[]>;

  /** @param follower hears with each statement what other processes have changed of what this one remembers */
  constructor(db: Database, follower?: Follower) {
    this.together = new DataLoader((queries) => readTogether(db, queries, follower), {
      cache: false,
      maxBatchSize: 50,
      // After everything that follows without waiting: the other loaders of the request hand their queries over in between.
      batchScheduleFn: (send) => setImmediate(send),
    });
  }

  rows<Row>(query: RawBuilder<Row>): Promise<Row[]> {
    return this.together.load(query) as Promise<Row[]>;
  }
}

async function readTogether(db: Database, queries: readonly RawBuilder<unknown>[], follower?: Follower): Promise<unknown[][]> {
  const columns = queries.map((query, index) => sql`(SELECT coalesce(json_agg(x), '[]') FROM (${query}) x) AS ${sql.raw(`q${index}`)}`);
  if (follower) columns.push(sql`${follower.news()} AS news`);
  const { rows } = await sql<Record<string, unknown[]>>`SELECT ${sql.join(columns)}`.execute(db);
  if (follower && rows[0]) follower.learn(rows[0]['news'] as never);
  return queries.map((_, index) => rows[0]?.[`q${index}`] ?? []);
}

/** Where to read: in the request's common statements, or at once in a database or transaction. */
export type Reader = Database | Trx | QueryBatch;

/** The rows of a query. Moments come as ISO 8601 text through `Reads`, as dates otherwise. */
export const rowsOf = async <Row>(reader: Reader, query: RawBuilder<Row>): Promise<Row[]> =>
  reader instanceof QueryBatch ? reader.rows(query) : (await query.execute(reader)).rows;
