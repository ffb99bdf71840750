import { sql } from 'kysely';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { ignore, type Ignored, short } from '../records/list.ts';
import { visibleRecords } from '../records/policy.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { addressOf } from '#prisma/content/kinds.ts';
import { readFollowed } from './address.ts';
import { givenUp } from './digest.ts';
import type { Frequency } from './frequency.ts';

/** So many things a person follows. */
export const FOLLOWS_MAX = 200;

export type FollowRow = {
  id: string;
  /** What the person calls it; of a record its title today, null where they do not see it any more. */
  name: string | null;
  /** Where it leads; null for a record that they do not see any more. */
  url: string | null;
  /** Of a record; null for a list or search. */
  kind: RecordKind | null;
  frequency: Frequency;
  paused: boolean;
  focal: boolean;
  createdAt: string;
  toldAt: string | null;
  address: string | null;
};
type Row = Omit<FollowRow, 'url'> & { slug: string | null };

/** What a person follows, by name; one of it where its id or its address is given. */
export async function readFollows(reader: Reader, user: User, by: { id?: string; address?: string; record?: string } = {}): Promise<FollowRow[]> {
  const rows = await rowsOf(
    reader,
    sql<Row>`
    SELECT f.id, coalesce(nullif(f.name, ''), r.content->>'shortName', r.title) AS name, r.kind, r.slug, f.frequency, f.paused, f.origin = 'FOCAL_POINT' AS focal, f.created_at AS "createdAt",
      CASE WHEN f.told_at > f.created_at THEN f.told_at END AS "toldAt", w.address
    FROM follow f JOIN watch w ON w.id = f.watch_id LEFT JOIN record r ON r.id = w.record_id AND ${visibleRecords(viewerOf(user))}
    WHERE f.person_id = ${user.id}::uuid ${by.id === undefined ? sql`` : sql`AND f.id::text = ${by.id}`} ${by.address === undefined ? sql`` : sql`AND w.address = ${by.address}`} ${by.record === undefined ? sql`` : sql`AND w.record_id = ${by.record}::uuid`}
    ORDER BY name NULLS LAST, f.id LIMIT ${FOLLOWS_MAX}`,
  );
  return rows.map(({ slug, ...row }) => ({ ...row, url: row.address ?? (row.kind && slug ? addressOf(row.kind, slug) : null) }));
}

/**
 * What of each saved list or search the library does not know any more, as far as the person may know: filters that its page does
 * not have, and values that nothing has that they see. One statement for all of them.
 */
export async function problemsOf(reader: Reader, user: User | null, addresses: readonly string[]): Promise<Ignored[][]> {
  const asked = addresses.map(readFollowed);
  const values = asked.flatMap((one, index) => Object.entries(one?.filter ?? {}).flatMap(([facet, given]) => given.map((value) => ({ index, facet, value }))));
  const known = new Set(
    values.length === 0
      ? []
      : (
          await rowsOf(
            reader,
            sql<{ place: number }>`
      SELECT g.place::int AS place FROM unnest(${values.map(({ facet }) => facet)}::text[], ${values.map(({ value }) => value.toLowerCase())}::text[]) WITH ORDINALITY g (facet, value, place)
      WHERE EXISTS (SELECT FROM facet_value f WHERE f.facet = g.facet AND (lower(f.value) = g.value OR lower(f.label) = g.value)
        AND EXISTS (SELECT FROM record r WHERE r.facet_keys @> ARRAY[f.facet || ':' || f.value] AND ${visibleRecords(viewerOf(user))}))`,
          )
        ).map(({ place }) => place - 1),
  );
  const problems = asked.map((one, index): Ignored[] => (one === null ? [ignore('address', short(addresses[index] ?? ''), 'NOT_FOLLOWED')] : [...one.unknown]));
  for (const [at, { index, facet, value }] of values.entries())
    if (!known.has(at)) problems[index]?.push(ignore(facet, value, 'FILTER_VALUE', { value: short(value) }));
  return problems;
}

/** Since when sending to the address of a person has failed for good and nothing was delivered there; null where mails reach it, as far as the mail server says. */
export async function undeliveredSince(reader: Reader, user: User): Promise<string | null> {
  const rows = await rowsOf(
    reader,
    sql<{ at: string }>`
    SELECT o.created_at AS at FROM mail_outbox o WHERE o.address = ${user.email} AND ${givenUp('o')} AND NOT EXISTS (SELECT FROM mail_outbox later WHERE later.address = o.address AND later.sent_at > o.created_at)
    ORDER BY o.created_at DESC LIMIT 1`,
  );
  return rows[0] ? new Date(rows[0].at).toISOString() : null;
}
