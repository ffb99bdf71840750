import { sql } from 'kysely';
import { builder } from '../builder.ts';
import { briefColumns, type RecordRow } from '../records/load.ts';
import { visibleRecords } from '../records/policy.ts';
import { BuildingBlockType } from '../records/types.ts';

/** The report and the recommendation of it that code which others can use is evidence for. */
const REPORT = 'jiu-rep-2020-7';
const RECOMMENDATION = '7';
const MOST = 20;

builder.queryField('codeEvidence', (t) =>
  t.field({
    type: [BuildingBlockType],
    description: `Building blocks of an organization that name a repository, as evidence for recommendation ${RECOMMENDATION}, as far as who asks sees them; the newest first, at most ${MOST}.`,
    args: {
      organization: t.arg.string({ required: true, description: 'By its slug.' }),
      recommendation: t.arg.string({ required: true, description: `${RECOMMENDATION}; there are none for others.` }),
      report: t.arg.string({ required: false }),
    },
    resolve: async (_root, { organization, recommendation, report }, { reads, viewer }) => {
      if (recommendation !== RECOMMENDATION || (report && report !== REPORT) || organization.includes('\0')) return [];
      return reads.rows(sql<RecordRow>`
        SELECT ${briefColumns} FROM record r JOIN link l ON l.from_id = r.id AND l.relation = 'OWNER' JOIN record o ON o.id = l.to_id
        WHERE r.kind = 'BUILDING_BLOCK' AND o.kind = 'ORGANIZATION' AND o.slug = ${organization} AND r.content->>'repository' IS NOT NULL AND ${visibleRecords(viewer)}
        ORDER BY r.id DESC LIMIT ${MOST}`);
    },
  }),
);
