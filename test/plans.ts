import pg from 'pg';

/** What the statements of a piece of work read, as PostgreSQL counts it: rows that its scans gave or threw away, and buffers (8 kB) that it touched. */
export type Reading = { statements: number; rows: number; buffers: number; texts: { text: string; rows: number; buffers: number }[] };

type Plan = {
  'Node Type': string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Shared Hit Blocks'?: number;
  'Shared Read Blocks'?: number;
  Plans?: Plan[];
};
/** Rows of tables and indexes that a plan touched. Nodes that only pass rows on read nothing. */
const rowsOf = (plan: Plan): number => {
  const own = /Scan$/.test(plan['Node Type']) && !/^(CTE|Subquery|Function|Values|WorkTable|Named)/.test(plan['Node Type']);
  const read = plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0);
  return (own ? Math.round(read * plan['Actual Loops']) : 0) + (plan.Plans ?? []).reduce((sum, one) => sum + rowsOf(one), 0);
};

const reads = /^\s*(WITH|SELECT)\b/i;
const writes = /\b(INSERT INTO|UPDATE [a-z_]+ SET|DELETE FROM|pg_cancel_backend|pg_try_advisory|FOR UPDATE)\b/i;

/**
 * Counts what statements read from now on, on whatever connection of this process: each that only reads is explained first,
 * with the same values on the same connection. Counts do not depend on the machine, as times do.
 */
export function countReading(): { of: <Result>(work: () => Promise<Result>) => Promise<{ result: Result; reading: Reading }>; stop: () => void } {
  const original = pg.Client.prototype.query;
  const query = original as unknown as (this: pg.Client, ...args: unknown[]) => Promise<pg.QueryResult<Record<string, unknown>>>;
  let current: Reading | null = null;
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    const text = typeof first === 'string' ? first : ((first as { text?: string } | null)?.text ?? '');
    const reading = current;
    if (!reading || !reads.test(text) || writes.test(text)) return query.apply(this, args);
    const values = Array.isArray(args[1]) ? args[1] : ((first as { values?: unknown[] }).values ?? []);
    const done = args.at(-1);
    const explained = query.call(this, `EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) ${text}`, values).then(({ rows }) => {
      const { Plan: plan } = (rows[0] as { 'QUERY PLAN': [{ Plan: Plan }] })['QUERY PLAN'][0];
      const one = { text, rows: rowsOf(plan), buffers: (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0) };
      reading.statements++;
      reading.rows += one.rows;
      reading.buffers += one.buffers;
      reading.texts.push(one);
    });
    if (typeof done !== 'function') return explained.then(() => query.apply(this, args));
    explained.then(
      () => query.apply(this, args),
      (error: unknown) => (done as (error: unknown) => void)(error),
    );
    return undefined;
  } as unknown as typeof original;
  return {
    of: async (work) => {
      const reading: Reading = { statements: 0, rows: 0, buffers: 0, texts: [] };
      current = reading;
      try {
        return { result: await work(), reading };
      } finally {
        current = null;
      }
    },
    stop: () => {
      pg.Client.prototype.query = original;
    },
  };
}
