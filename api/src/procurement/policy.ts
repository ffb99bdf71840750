import { type RawBuilder, sql } from 'kysely';
import type { Viewer } from '#search/engine.ts';
import type { Role, User } from '../accounts/user.ts';
import { shownRecords } from '../records/policy.ts';

// What the procurement role opens, said once: agreements, screenings, requests for information and statements of companies ask here.

const role = 'PROCUREMENT_OFFICER' satisfies Role;

/** The organizations that a person procures for, by slug. */
export const procuresFor = (user: User | null): string[] => [
  ...new Set((user?.memberships ?? []).flatMap((one) => (one.role === role && one.organizationSlug ? [one.organizationSlug] : []))),
];
/** The same by id. */
export const procuresForIds = (user: User | null): string[] => [
  ...new Set((user?.memberships ?? []).flatMap((one) => (one.role === role && one.organizationId ? [one.organizationId] : []))),
];

/** What the vendor `v` is called to who has to do with it, whoever closed its entry since: where that is closed to the viewer, as they could read it last. */
export const vendorTitle = (viewer: Viewer): RawBuilder<string> => sql<string>`CASE WHEN ${shownRecords(viewer, 'v')} THEN v.title
  ELSE coalesce((SELECT x.content->>'name' FROM revision x WHERE x.record_id = v.id AND coalesce(x.content->>'audience', 'PUBLIC') = ANY (${viewer.unSystem ? ['PUBLIC', 'UN_SYSTEM'] : ['PUBLIC']}::text[]) ORDER BY x.number DESC LIMIT 1), '') END`;
