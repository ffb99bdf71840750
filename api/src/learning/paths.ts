import { sql } from 'kysely';
import type { User } from '../accounts/user.ts';
import type { Asker } from '../questions/policy.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { LEAST, seesSought } from '../sought/sums.ts';
import { levels } from './entry.ts';

/** A step of a path: a page of the library, with why it is there. */
type StepContent = { to: string; title: string; why: string };
export type Step = StepContent & {
  done: boolean;
  /** How many say that they have done it, for those who write or oversee; null for others, and where it is fewer than `LEAST`. */
  sum: number | null;
};
export type Path = { slug: string; title: string; text: string; steps: Step[] };

const ofLevels = sql`r.kind = 'REFERENCE' AND r.slug = ANY (${[...levels]}::text[]) AND r.archived_at IS NULL AND r.audience = 'PUBLIC'`;

/** The addresses of all steps of all paths. */
export async function stepsOf(reader: Reader): Promise<Set<string>> {
  const rows = await rowsOf(
    reader,
    sql<{ to: string }>`SELECT s->>'to' AS to FROM record r CROSS JOIN LATERAL jsonb_array_elements(coalesce(r.content->'steps', '[]')) s WHERE ${ofLevels}`,
  );
  return new Set(rows.map(({ to }) => to));
}

/** Who sees how many have done a step; never who. */
const seesSums = (user: User | null): boolean => seesSought(user);

/** The paths for the audiences of para. 286, each with what who asks has done. One statement. */
export async function readPaths(reader: Reader, { user }: Pick<Asker, 'user'>): Promise<Path[]> {
  return rowsOf(
    reader,
    sql<Path>`
      SELECT r.slug, r.title, r.content->'text'->>'text' AS text, (SELECT coalesce(json_agg(json_build_object('to', s->>'to', 'title', s->>'title', 'why', s->>'why',
          'done', ${user ? sql`EXISTS (SELECT FROM learning_step d WHERE d.person_id = ${user.id}::uuid AND d.step = s->>'to')` : sql`false`},
          'sum', ${seesSums(user) ? sql`(SELECT nullif(greatest(count(*), ${LEAST - 1}), ${LEAST - 1})::int FROM learning_step d WHERE d.step = s->>'to')` : sql`NULL::int`}) ORDER BY n), '[]')
        FROM jsonb_array_elements(coalesce(r.content->'steps', '[]')) WITH ORDINALITY x (s, n)) AS steps
      FROM record r WHERE ${ofLevels} ORDER BY r.position, r.slug`,
  );
}
