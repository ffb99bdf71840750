import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';

export const CONNECTIONS = 8;
/** How long each case runs in each round, in milliseconds. */
export const TURN = 1500;

export const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
export type Ask = { port: number; path: string; body?: string; headers?: Record<string, string> };
export const send = ({ port, path, body, headers = {} }: Ask) =>
  new Promise<Buffer>((done, fail) => {
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        path,
        method: body === undefined ? 'GET' : 'POST',
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }), ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          response.statusCode === 200
            ? done(Buffer.concat(chunks))
            : fail(new Error(`${path} answered ${response.statusCode}: ${Buffer.concat(chunks).toString().slice(0, 500)}`)),
        );
        response.on('error', fail);
      },
    );
    sent.on('error', fail);
    sent.end(body);
  });

export const median = (numbers: number[]) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};
export const percentile = (numbers: number[], share: number) =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? Number.NaN;

/** Sends the requests round and round over all connections for a while; the time of each, in milliseconds. */
export async function turn(asks: Ask[], milliseconds = TURN): Promise<number[]> {
  const times: number[] = [];
  const until = performance.now() + milliseconds;
  let next = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      do {
        const ask = asks[next++ % asks.length] as Ask;
        const begun = performance.now();
        await send(ask);
        times.push(performance.now() - begun);
      } while (performance.now() < until);
    }),
  );
  return times;
}

/** Waits until the database does nothing any more: what one turn left behind is not the next one's. */
export async function drained(pool: Pool): Promise<void> {
  for (let wait = 0; wait < 400; wait++) {
    const { rows } = await pool.query<{ busy: number }>(
      "SELECT count(*)::int AS busy FROM pg_stat_activity WHERE state <> 'idle' AND backend_type = 'client backend' AND pid <> pg_backend_pid()",
    );
    if (rows[0]?.busy === 0) return;
    await sleep(25);
  }
}

export async function json<Data>(ask: Ask): Promise<Data> {
  const answer = JSON.parse((await send(ask)).toString()) as { errors?: unknown };
  if (answer.errors) throw new Error(`The API refuses ${ask.body?.slice(0, 200)}: ${JSON.stringify(answer.errors).slice(0, 1000)}`);
  return answer as Data;
}
