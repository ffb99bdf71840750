import { sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import type { User } from '../accounts/user.ts';
import { shows, sightOf } from './policy.ts';

type Naming = { slug: string; audience: 'PUBLIC' | 'UN_SYSTEM' | 'OWNERS'; confirmed: boolean };

/** Where a file is named as evidence, by its hash: whose entry it is, for whom, and whether the entry is confirmed. */
async function namings(db: Database | Trx, hash: string): Promise<Naming[]> {
  const { rows } = await sql<Naming>`
    SELECT o.slug, item->>'audience' AS audience, EXISTS (SELECT FROM uptake_confirmation c WHERE c.entry_id = u.id) AS confirmed
    FROM uptake_entry u JOIN action a ON a.id = u.action_id JOIN record o ON o.id = a.organization_id
    CROSS JOIN LATERAL jsonb_array_elements(u.evidence) item
    WHERE u.evidence @> ${JSON.stringify([{ kind: 'FILE', file: hash }])}::jsonb AND item->>'file' = ${hash}`.execute(db);
  return rows;
}

/** Whether somebody may open a file because it is evidence of an entry that he or she may see. */
export async function seesAsEvidence(db: Database, user: User | null, hash: string): Promise<boolean> {
  const sight = sightOf(user);
  return (await namings(db, hash)).some(({ slug, audience, confirmed }) => (confirmed || sight.unconfirmed) && shows(sight, audience, slug));
}

/**
 * Whether somebody may name a file as evidence for an organization: an own upload, or one that an entry of this or another
 * own organization names already; the secretariat those that this organization named.
 */
export async function mayNameFile(trx: Trx, user: User, hash: string, organization: string): Promise<boolean> {
  const own = await trx.selectFrom('file').select('id').where('hash', '=', hash).where('uploadedBy', '=', user.id).executeTakeFirst();
  if (own) return true;
  const sight = sightOf(user);
  return (await namings(trx, hash)).some(({ slug }) => sight.organizationSlugs.includes(slug) || (sight.all && slug === organization));
}
