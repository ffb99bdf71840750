import { sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { readActivities } from './activity-read.ts';
import { readEntries } from './history.ts';
import { uptakeAccessOf } from './policy.ts';

type Naming = { id: string; slug: string; label: string };
/** The entries and activities that name a file as evidence, by its hash, and show it to somebody: that give this person its address. */
async function showing(db: Database | Trx, user: User | null, hash: string): Promise<Naming[]> {
  const { rows } = await sql<Pick<Naming, 'id' | 'slug'>>`
    SELECT u.id, o.slug FROM uptake_entry u JOIN action a ON a.id = u.action_id JOIN record o ON o.id = a.organization_id
    WHERE u.evidence @> ${JSON.stringify([{ kind: 'FILE', file: hash }])}::jsonb`.execute(db);
  const access = uptakeAccessOf(user);
  const activities = await readActivities(db, viewerOf(user), access, { file: hash });
  const served = activities.map((one) => ({ id: one.id, slug: one.organizationSlug, label: one.evidence.find(({ file }) => file === hash)?.label ?? '' }));
  if (rows.length === 0) return served;
  const entries = await readEntries(db, viewerOf(user), access, { ids: rows.map((row) => row.id), demo: true, withdrawn: true });
  const shown = entries.flatMap((entry) => {
    const item = entry.evidence.find((one) => one.kind === 'FILE' && one.file === hash);
    const slug = rows.find((row) => row.id === entry.id)?.slug;
    return item && slug !== undefined ? [{ id: entry.id, slug, label: item.label ?? '' }] : [];
  });
  return [...shown, ...served];
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
