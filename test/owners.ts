import type { Pool } from 'pg';

// Owners for records that tests write by hand.

/** Adds an organization that no list, search or count holds, and returns its id. */
export async function addOrganization(target: Pick<Pool, 'query'>, slug: string): Promise<string> {
  const { rows } = await target.query<{ id: string }>(
    "INSERT INTO record (kind, slug, title, sort_title, content, hash, archived_at) VALUES ('ORGANIZATION', $1, $1, $1, '{}', 'x', now()) RETURNING id",
    [slug],
  );
  return rows[0]?.id ?? '';
}

/** Gives a record its owners, by id. */
export const own = (target: Pick<Pool, 'query'>, record: string, organizations: readonly string[]) =>
  target.query('INSERT INTO record_owner (record_id, organization_id) SELECT $1, unnest($2::uuid[])', [record, organizations]);

/** The ids of organizations, by their addresses. */
export const organizationIds = async (target: Pick<Pool, 'query'>, ...slugs: string[]): Promise<string[]> => {
  const { rows } = await target.query<{ id: string }>("SELECT id FROM record WHERE kind = 'ORGANIZATION' AND slug = ANY ($1)", [slugs]);
  if (rows.length !== slugs.length) throw new Error(`There are ${rows.length} of the organizations ${slugs.join(', ')}.`);
  return rows.map(({ id }) => id);
};
