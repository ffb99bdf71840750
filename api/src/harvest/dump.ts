import { sql } from 'kysely';
import { addressOf } from '#prisma/content/kinds.ts';
import type { Database } from '#prisma/database.ts';
import { hashOf } from '#prisma/hash.ts';
import { anyone } from '#search/engine.ts';
import { revisionsWhere } from '../history/revision.ts';
import { visibleRecords } from '../records/policy.ts';
import { RIGHTS } from './formats.ts';

// The public library as JSON lines, for anyone to keep: what a line holds stands in the first one, how many there are in the last.

/** Records, and entries of the log, that are read together: what is in memory at a time. */
const RECORDS = 50;
const ENTRIES = 5_000;
/** More versions than 50 records ever have: none is left out. */
const VERSIONS = 1_000_000;

const text = { type: 'string' } as const;
const whole = { type: 'integer' } as const;
const object = (properties: Record<string, object>, needed = Object.keys(properties)) => ({ type: 'object', properties, required: needed }) as const;
/** What each line is, as JSON Schema (2020-12), by its `type`. */
const dumpSchema = {
  record: object({
    type: { const: 'record' },
    id: { type: 'string', format: 'uuid' },
    kind: text,
    slug: text,
    address: { type: 'string', format: 'uri' },
    versions: {
      type: 'array',
      minItems: 1,
      items: object(
        {
          number: whole,
          publishedAt: { type: 'string', format: 'date-time' },
          content: { type: 'object', description: 'As everybody may see it, in the shape in which it was written.' },
          hash: { ...text, description: 'SHA-256 of the canonical JSON (RFC 8785) of the content as it stands here.' },
          seal: { ...text, description: 'The hash in the log: of the whole content with a random text.' },
          previousSeal: { type: ['string', 'null'] },
          logSequence: whole,
          reason: text,
          organization: { type: ['string', 'null'], description: 'On whose behalf, by address.' },
        },
        ['number', 'publishedAt', 'content', 'hash', 'seal', 'logSequence'],
      ),
    },
  }),
  log: object({ type: { const: 'log' }, sequence: whole, hash: text }),
  end: object({ type: { const: 'end' }, records: whole, versions: whole, entries: whole }),
} as const;

/** The versions of records that are in the library, up to an entry of the log. */
const upTo = (ids: readonly string[], sequence: number) =>
  sql<boolean>`r.id = ANY (${ids}::uuid[]) AND ${visibleRecords(anyone)} AND v.sequence <= ${sequence}`;

/**
 * Every public record with all its public versions, and the hashes of the log, line by line. It is the library as of the entry
 * of the log that was the last when it began; what is published meanwhile is not in it.
 * @param baseUrl the public address of the library
 */
export async function* publicDump(db: Database, baseUrl: string): AsyncGenerator<string> {
  const { rows: log } = await sql<{ last: number }>`SELECT coalesce(max(sequence), 0)::int AS last FROM log_entry`.execute(db);
  const last = log[0]?.last ?? 0;
  const line = (value: object) => `${JSON.stringify(value)}\n`;
  yield line({
    type: 'schema',
    format: 'atrium-public-dump',
    version: 1,
    at: new Date().toISOString(),
    library: `${baseUrl}/`,
    licence: RIGHTS,
    logSize: last,
    lines: dumpSchema,
  });
  const counted = { records: 0, versions: 0, entries: 0 };
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<{ id: string }>`
      SELECT r.id FROM record r WHERE ${visibleRecords(anyone)} AND r.id > ${after}::uuid ORDER BY r.id LIMIT ${RECORDS}`.execute(db);
    const ids = rows.map(({ id }) => id);
    const versions = Map.groupBy(await revisionsWhere(db, anyone, upTo(ids, last), VERSIONS), ({ recordId }) => recordId);
    for (const id of ids) {
      const found = (versions.get(id) ?? []).reverse();
      const [first] = found;
      if (!first) continue;
      counted.records++;
      counted.versions += found.length;
      yield line({
        type: 'record',
        id,
        kind: first.kind,
        slug: first.slug,
        address: baseUrl + addressOf(first.kind, first.slug),
        versions: found.map(({ number, createdAt, stored, hash, previous, sequence, reason, organization }) => ({
          number,
          publishedAt: createdAt.toISOString(),
          content: stored,
          hash: hashOf(stored),
          seal: hash,
          previousSeal: previous,
          logSequence: Number(sequence),
          reason,
          organization,
        })),
      });
    }
    if (ids.length < RECORDS) break;
    after = ids.at(-1) as string;
  }
  for (let from = 0; from < last; from += ENTRIES) {
    const { rows } = await sql<{ sequence: number; hash: string }>`
      SELECT sequence::int, hash FROM log_entry WHERE sequence > ${from} AND sequence <= ${Math.min(from + ENTRIES, last)} ORDER BY sequence`.execute(db);
    counted.entries += rows.length;
    yield rows.map(({ sequence, hash }) => line({ type: 'log', sequence, hash })).join('');
  }
  yield line({ type: 'end', ...counted });
}
