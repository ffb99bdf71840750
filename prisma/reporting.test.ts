import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { publicAccess } from '#api/uptake/policy.ts';
import { addDays, utcToday } from '#api/uptake/state.ts';
import { readMatrix } from '#api/uptake/table.ts';
import { confirmUptake, reportUptake, type Written } from '#api/uptake/write.ts';
import { given, uptakeLibrary } from '#test/uptake.ts';

const { db, pool, data, people } = await uptakeLibrary();
const anyone = { unSystem: false, organizationIds: [] };
const today = utcToday();
const rows = async (text: string) => (await pool.query(text)).rows;

describe('the views for figures', () => {
  it('say what the API says of projects, vendors, engagements and lessons', async () => {
    const asked = await data(`{
      projects(first: 100) { edges { node { slug title stage access uses platforms owners { shortName } countries { code } goals { goal { number } } } } }
      vendors(first: 100) { edges { node { slug name vendorKind services platforms engagements { role project { slug } } } } }
      lessons(first: 1) { totalCount facets { field values { value count } } } }`);
    type Edge<Node> = { node: Node };
    expect(await rows('SELECT slug, title, stage, access, uses, platforms, owners, countries, goals FROM reporting.project ORDER BY slug')).toEqual(
      asked.projects.edges
        .map(({ node }: Edge<{ owners: { shortName: string }[]; countries: { code: string }[]; goals: { goal: { number: number } }[] }>) => ({
          ...node,
          owners: node.owners.map(({ shortName }) => shortName),
          countries: node.countries.map(({ code }) => code),
          goals: node.goals.map(({ goal }) => goal.number),
        }))
        .sort((a: { slug: string }, b: { slug: string }) => (a.slug < b.slug ? -1 : 1)),
    );
    const vendors = asked.vendors.edges.map(({ node }: Edge<object>) => node) as {
      slug: string;
      name: string;
      vendorKind: string;
      services: string[];
      platforms: string[];
      engagements: { role: string; project: { slug: string } }[];
    }[];
    const bySlug = <Item extends { slug: string }>(items: Item[]) => items.sort((a, b) => (a.slug < b.slug ? -1 : 1));
    expect(await rows('SELECT slug, name, kind, services, platforms FROM reporting.vendor ORDER BY slug')).toEqual(
      bySlug(vendors.map(({ slug, name, vendorKind, services, platforms }) => ({ slug, name, kind: vendorKind, services, platforms }))),
    );
    const delivered = (list: { vendor: string; project: string; role: string }[]) =>
      list.map((one) => JSON.stringify([one.vendor, one.project, one.role])).sort();
    expect(delivered(await rows('SELECT vendor, project, role FROM reporting.engagement'))).toEqual(
      delivered(vendors.flatMap((vendor) => vendor.engagements.map(({ role, project }) => ({ vendor: vendor.slug, project: project.slug, role })))),
    );
    expect(await rows('SELECT count(*)::int AS count FROM reporting.lesson')).toEqual([{ count: asked.lessons.totalCount }]);
  });

  it('give the uptake as the public sees it, today and on any past day', async () => {
    const report = (recommendation: string, key: string, more: object, confirmed: boolean) =>
      reportUptake(db, people.faoFocal, { cell: { recommendation, organization: 'FAO' }, given: given(more), idempotencyKey: key }).then(async (written) => {
        if (confirmed) await confirmUptake(db, people.faoPublisher, (written as Written).entryId);
      });
    await report('1', 'reporting-1', { acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS', effectiveDate: '2024-05-01' }, true);
    await report('4', 'reporting-4', { acceptance: 'NOT_RELEVANT', implementation: null }, true);
    await report('6', 'reporting-6', { acceptance: 'ACCEPTED', implementation: 'IMPLEMENTED' }, false);
    for (const day of [today, addDays(today, -1), '2023-01-01']) {
      const matrix = await readMatrix(db, anyone, publicAccess, null, { at: day, known: day, demo: false, confirmedOnly: true });
      const states = (list: { id: string; status: string; counted: boolean }[]) => list.map((one) => JSON.stringify(one)).sort();
      const viewed = await sql<{
        id: string;
        status: string;
        counted: boolean;
      }>`SELECT action_id AS id, status, counted FROM reporting.uptake_on(${day}::date)`.execute(db);
      expect(states(viewed.rows), day).toEqual(
        states(matrix?.cells.map((cell) => ({ id: cell.actionId, status: cell.status, counted: cell.addressed })) ?? []),
      );
    }
    const now = await rows("SELECT status FROM reporting.uptake_now WHERE organization = 'FAO' AND status <> 'NO_INFORMATION' ORDER BY status");
    expect(now).toEqual([{ status: 'IN_PROGRESS' }, { status: 'NOT_RELEVANT' }]);
  });

  it('hold nothing that is not for everybody', async () => {
    await sql`UPDATE record SET audience = 'UN_SYSTEM' WHERE slug = 'building-blocks'`.execute(db);
    await sql`UPDATE record SET archived_at = now() WHERE slug = 'irisguard'`.execute(db);
    await sql`UPDATE record SET audience = 'OWNERS' WHERE kind = 'ORGANIZATION' AND slug = 'itu'`.execute(db);
    for (const { name } of await rows("SELECT table_name AS name FROM information_schema.views WHERE table_schema = 'reporting'"))
      expect(await rows(`SELECT 1 FROM reporting.${name} v WHERE to_jsonb(v)::text ~ '"(building-blocks|irisguard|itu)"'`), name).toEqual([]);
    expect(await rows("SELECT 1 FROM reporting.uptake_now WHERE organization = 'ITU'")).toEqual([]);
  });

  it('are all that their role reads', async () => {
    const client = await pool.connect();
    try {
      await client.query('SET ROLE atrium_reporting');
      expect((await client.query('SELECT count(*)::int AS count FROM reporting.project')).rows[0].count).toBe(53);
      expect((await client.query('SELECT count(*)::int AS count FROM reporting.uptake_now')).rows[0].count).toBeGreaterThan(100);
      for (const table of ['record', 'person', 'draft', 'uptake_entry', 'session'])
        await expect(client.query(`SELECT 1 FROM public.${table}`), table).rejects.toThrow(/permission denied/);
      await expect(client.query('CREATE TABLE reporting.mine (id int)')).rejects.toThrow(/permission denied/);
      await expect(client.query("UPDATE reporting.project SET title = 'x'")).rejects.toThrow(/permission denied/);
    } finally {
      await client.query('RESET ROLE');
      client.release();
    }
  });
});
