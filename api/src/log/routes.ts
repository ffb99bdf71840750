import { sql } from 'kysely';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RecordKind } from '#prisma/generated/enums.ts';
import { canOversee } from '../accounts/policy.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import type { Services } from '../context.ts';
import { LogRefused, latestCheckpoint } from './checkpoint.ts';
import { NoteFault, openCheckpoint } from './note.ts';
import { discloseVersion, writeConsistency, writeInclusion } from './proof.ts';

const TILE = 256;
const LINES = 1000;
const limit = { config: { rateLimit: { max: 300, timeWindow: '1 minute' } } };
const whole = (text: string | undefined) => (text !== undefined && /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : null);

/** "x001/x234/067.p/8" as the tile's number and width; null for what is no tile. */
function readTile(path: string): { place: number; width: number } | null {
  const [, digits, width] = /^((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path) ?? [];
  if (!digits || Number(width ?? 1) >= TILE) return null;
  return { place: Number(digits.replaceAll(/[x/]/g, '')), width: width ? Number(width) : TILE };
}

type Query = Record<string, string | undefined>;

/**
 * Adds what those who check the log from outside need, as C2SP tlog-tiles has it: `/log/checkpoint`, `/log/tile/<level>/<place>`,
 * `/log/tile/entries/<place>`; and `/log/key`, `/log/entries?from=&to=`, `/log/proof?old=`, `/log/proof?entry=`,
 * `/log/proof?kind=&slug=&version=`. What an entry says is told to those who oversee the log; others get its hash.
 */
export function addLog(app: FastifyInstance, services: Services, userFor: (request: FastifyRequest) => Promise<User | null>): void {
  const { db } = services;
  const text = (reply: FastifyReply, seconds: number) => reply.type('text/plain; charset=utf-8').header('cache-control', `public, max-age=${seconds}`);
  const refuse = (reply: FastifyReply, status: number, message: string) =>
    reply.status(status).type('text/plain; charset=utf-8').header('cache-control', 'no-store').send(`${message}\n`);
  const checkpoint = async (request: FastifyRequest, reply: FastifyReply): Promise<{ note: string; size: number } | null> => {
    const keeper = services.accounts.settings.log;
    try {
      if (!keeper) throw new LogRefused('This server has no key of the log.');
      const note = await latestCheckpoint(db, keeper);
      return { note, size: openCheckpoint(note, keeper.signer.verifier).size };
    } catch (error) {
      if (!(error instanceof LogRefused)) throw error;
      request.log.error({ reason: error.message }, 'the log was not signed');
      // The reason names files of the server: it stands in its own log and in log:verify.
      refuse(reply, 503, 'The log is not signed at present: what it holds is not a continuation of what was signed before, or the key is missing.');
      return null;
    }
  };

  app.get('/log/checkpoint', limit, async (request, reply) => {
    const now = await checkpoint(request, reply);
    return now ? text(reply, 2).send(now.note) : reply;
  });
  app.get('/log/key', limit, async (_request, reply) => {
    const keeper = services.accounts.settings.log;
    return keeper ? text(reply, 60).send(`${keeper.signer.verifier.text}\n`) : refuse(reply, 404, 'This server has no key of the log.');
  });
  app.get('/log/tile/:level/*', limit, async (request, reply) => {
    const params = request.params as { level: string; '*': string };
    const entries = params.level === 'entries';
    const level = entries ? 0 : whole(params.level);
    const tile = readTile(params['*']);
    if (level === null || level > 5 || !tile) return refuse(reply, 404, 'There is no such tile.');
    const from = tile.place * TILE;
    const { rows } = entries
      ? await sql<{ hash: string }>`SELECT hash FROM log_entry WHERE sequence > ${from} AND sequence <= ${from + tile.width} ORDER BY sequence`.execute(db)
      : await sql<{
          hash: string;
        }>`SELECT hash FROM log_node WHERE level = ${level * 8} AND place >= ${from} AND place < ${from + tile.width} ORDER BY place`.execute(db);
    if (rows.length < tile.width) return refuse(reply, 404, 'There is no such tile.');
    const hashes = rows.map((row) => Buffer.from(row.hash, 'hex'));
    const size = Buffer.of(0, 32);
    return reply
      .type('application/octet-stream')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(Buffer.concat(entries ? hashes.flatMap((hash) => [size, hash]) : hashes));
  });
  app.get('/log/entries', limit, async (request, reply) => {
    const query = request.query as Query;
    const from = whole(query['from'] ?? '1');
    const to = whole(query['to'] ?? String((from ?? 1) + LINES - 1));
    if (!from || !to || to < from || to - from >= LINES)
      return refuse(reply, 400, `Name the first and the last entry, from 1, at most ${LINES} at once: /log/entries?from=1&to=${LINES}`);
    const all = canOversee(await userFor(request));
    const rows = await db
      .selectFrom('logEntry')
      .selectAll()
      .where('sequence', '>=', String(from))
      .where('sequence', '<=', String(to))
      .orderBy('sequence')
      .execute();
    const lines = rows.map((row) => {
      const sequence = Number(row.sequence);
      return `${JSON.stringify(all ? { ...row, sequence } : { sequence, hash: row.hash })}\n`;
    });
    return reply.type('application/jsonl; charset=utf-8').header('cache-control', 'private, no-store').send(lines.join(''));
  });
  app.get('/log/proof', limit, async (request, reply) => {
    const query = request.query as Query;
    const now = await checkpoint(request, reply);
    if (!now) return reply;
    reply.header('cache-control', 'private, no-store').type('text/plain; charset=utf-8');
    try {
      const old = whole(query['old']);
      if (old !== null) {
        if (old > now.size) return refuse(reply, 404, `The log has ${now.size} entries only.`);
        return reply.send(await writeConsistency(db, now, old));
      }
      const entry = whole(query['entry']);
      if (entry !== null) {
        if (entry === 0 || entry > now.size) return refuse(reply, 404, `The log has the entries 1 to ${now.size}.`);
        return reply.send(await writeInclusion(db, now, entry - 1, null));
      }
      const { kind, slug } = query;
      const version = whole(query['version']);
      if (kind !== undefined && slug !== undefined && version !== null) {
        const disclosed =
          Object.hasOwn(RecordKind, kind) && version < 2 ** 31
            ? await discloseVersion(db, viewerOf(await userFor(request)), kind as RecordKind, slug, version)
            : null;
        if (!disclosed) return refuse(reply, 404, 'There is no such version.');
        // A version that was published after the checkpoint is in the next one.
        if (disclosed.entry.sequence > now.size) return refuse(reply, 503, 'The version is not in the log yet. Ask again.');
        return reply.send(await writeInclusion(db, now, disclosed.entry.sequence - 1, disclosed));
      }
    } catch (error) {
      if (!(error instanceof LogRefused) && !(error instanceof NoteFault)) throw error;
      request.log.error({ reason: error.message }, 'a proof of the log could not be made');
      return refuse(reply, 503, 'The proof cannot be made at present.');
    }
    return refuse(reply, 400, 'Ask for /log/proof?old=SIZE, /log/proof?entry=NUMBER, or /log/proof?kind=PROJECT&slug=SLUG&version=NUMBER');
  });
}
