import { sql } from 'kysely';
import type { CellValue } from '#prisma/content/field.ts';
import { addressOf } from '#prisma/content/kinds.ts';
import type { Viewer } from '#search/engine.ts';
import type { Services } from '../context.ts';
import { engagementsSeen, isEngagement } from '../roster/work.ts';
import type { Head, Opened } from './dataset.ts';

/** So many vendors are read at a time. */
const PAGE = 100;
const heads: readonly Head[] = [
  { head: 'Vendor', width: 28 },
  { head: 'Address', width: 40 },
  { head: 'Project', width: 32 },
  { head: 'For', width: 16 },
  { head: 'Stage of the project', width: 16, words: 'stage' },
  { head: 'Role', width: 24 },
  { head: 'Delivered', width: 44 },
  { head: 'Technology', width: 22 },
  { head: 'Period', width: 14 },
  { head: 'Outcome', width: 44 },
  { head: 'As at', width: 12 },
  { head: 'Certainty', width: 12, words: 'certainty' },
  { head: 'Sources', width: 34 },
  { head: 'Address of the project', width: 40 },
];
type Delivery = {
  vendor: string;
  vendorSlug: string;
  project: string;
  projectSlug: string;
  stage: string | null;
  clients: string[];
  data: {
    role: string;
    delivered?: string;
    stack?: string[];
    period?: string;
    outcome?: string;
    asAt?: string;
    certainty?: string;
    cite?: { source: string; place: string }[];
  };
};

/** What the vendors of a file delivered, a row for each engagement that the viewer sees, with its sources. */
export function deliveriesSheet(services: Services, viewer: Viewer, opened: Opened, baseUrl: string) {
  const rows = async function* (): AsyncGenerator<CellValue[]> {
    const ids = opened.ids();
    await services.sources.catchUp();
    for (let at = 0; at < ids.length; at += PAGE) {
      const { rows: found } = await sql<Delivery>`
        SELECT v.title AS vendor, v.slug AS "vendorSlug", p.title AS project, p.slug AS "projectSlug", l.data,
          (SELECT substr(k, 7) FROM unnest(p.facet_keys) k WHERE starts_with(k, 'stage:') LIMIT 1) AS stage,
          ARRAY(SELECT coalesce(o.content->>'shortName', o.title) FROM unnest(p.facet_keys) k JOIN record o ON o.kind = 'ORGANIZATION' AND k = 'organization:' || o.slug) AS clients
        FROM unnest(${ids.slice(at, at + PAGE)}::uuid[]) WITH ORDINALITY AS a (id, place) JOIN record v ON v.id = a.id, ${engagementsSeen(viewer)}
        WHERE l.to_id = v.id AND ${isEngagement} ORDER BY a.place, p.position, l.position`.execute(services.db);
      const names = new Map<string, string>();
      for (const source of new Set(found.flatMap(({ data }) => (data.cite ?? []).map((one) => one.source)))) {
        const known = await services.sources.find(source, viewer);
        names.set(source, known?.symbol ?? known?.title ?? source);
      }
      for (const { vendor, vendorSlug, project, projectSlug, stage, clients, data } of found)
        yield [
          vendor,
          baseUrl + addressOf('VENDOR', vendorSlug),
          project,
          clients,
          stage,
          data.role,
          data.delivered,
          data.stack,
          data.period,
          data.outcome,
          data.asAt,
          data.certainty ?? 'STATED',
          (data.cite ?? []).map(({ source, place }) => `${names.get(source)}, ${place}`),
          baseUrl + addressOf('PROJECT', projectSlug),
        ];
    }
  };
  return { name: 'Deliveries', heads, rows: rows() };
}
