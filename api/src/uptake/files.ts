import { sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { readEntries } from './history.ts';
import { uptakeAccessOf } from './policy.ts';

type Naming = { id: string; slug: string; label: string };
/** The entries that name a file as evidence, by its hash, and show it to somebody: that give this person its address. */
async function showing(db: Database | Trx, user: User | null, hash: string): Promise<Naming[]> {
  const { rows } = await sql<Pick<Naming, 'id' | 'slug'>>`
    SELECT u.id, o.slug FROM uptake_entry u JOIN action a ON a.id = u.action_id JOIN record o ON o.id = a.organization_id
    WHERE u.evidence @> ${JSON.stringify([{ kind: 'FILE', file: hash }])}::jsonb`.execute(db);
  if (rows.length === 0) return [];
  const entries = await readEntries(db, viewerOf(user), uptakeAccessOf(user), { ids: rows.map((row) => row.id), demo: true, withdrawn: true });
  return entries.flatMap((entry) => {
    const item = entry.evidence.find((one) => one.kind === 'FILE' && one.file === hash);
    const slug = rows.find((row) => row.id === entry.id)?.slug;
    return item && slug !== undefined ? [{ id: entry.id, slug, label: item.label ?? '' }] : [];
  });
}

/**
 * What the entries call a file that let somebody open it as their evidence; none when no entry does. What an entry shows is
 * decided in one place (history.ts), so that the page that gives an address and the file behind it never differ.
 */
export const evidenceOf = async (db: Database, user: User | null, hash: string): Promise<string[]> =>
  (await showing(db, user, hash)).map((entry) => entry.label);

/**
 * Whether somebody may name a file as evidence for an organization: an own upload, or one that an entry of this or another
 * own organization names already; the secretariat those that this organization named.
 */
export async function mayNameFile(trx: Trx, user: User, hash: string, organization: string): Promise<boolean> {
  const own = await trx.selectFrom('file').select('id').where('hash', '=', hash).where('uploadedBy', '=', user.id).executeTakeFirst();
  if (own) return true;
  const access = uptakeAccessOf(user);
  return (await showing(trx, user, hash)).some(({ slug }) => access.organizationSlugs.includes(slug) || (access.all && slug === organization));
}
