import { type RawBuilder, sql } from 'kysely';
import type { Viewer } from '#search/engine.ts';
import { canOversee } from '../accounts/policy.ts';
import type { Role, User } from '../accounts/user.ts';
import { ownedBy, shownRecords, shownToPerson } from '../records/policy.ts';

/** Who asks the library: what they may see, and who they are where that is known. */
export type Asker = { viewer: Viewer; user: User | null };

/** Questions with what they are about today: `q`, and `r` for the record, which a merged one leads to. */
export const questionsAbout = sql`question q LEFT JOIN merged_record mr ON mr.id = q.record_id LEFT JOIN record r ON r.id = coalesce(mr.stays, q.record_id)`;

const heldIn = (user: User | null, ...roles: Role[]): string[] =>
  (user?.memberships ?? []).flatMap(({ role, organizationId }) => (organizationId && roles.includes(role) ? [organizationId] : []));
/** Whether the entry that a question is about is of one of these organizations; an organization is its own. */
const isOf = (organizations: readonly string[]): RawBuilder<boolean> =>
  organizations.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`(coalesce(r.id = ANY (${[...organizations]}::uuid[]), false) OR ${ownedBy({ organizationIds: [...organizations] })})`;
const isAsker = (user: User | null) => (user ? sql<boolean>`q.person_id = ${user.id}::uuid` : sql<boolean>`false`);

/** Who hides, and settles reports: the secretariat and administrators; publishers of those whose entry it is. Of questions that they see. */
export const moderates = (user: User | null): RawBuilder<boolean> => (canOversee(user) ? sql<boolean>`true` : isOf(heldIn(user, 'PUBLISHER')));

/** Who says what helped, moves, merges and closes: who asked, and who writes for those whose entry it is; and who moderates. */
export const keeps = (user: User | null): RawBuilder<boolean> =>
  sql<boolean>`(${isAsker(user)} OR ${isOf(heldIn(user, 'PUBLISHER', 'FOCAL_POINT'))} OR ${moderates(user)})`;

/**
 * Which questions somebody sees, as a condition on `questionsAbout`: those of entries that they see, by the audience of the question. A
 * question for the owners stays with the owners of the entry at which it was asked, whatever that was merged into. One that is hidden is seen by
 * who asked and who moderates; one that was merged is not seen, its address leads on.
 */
export function visibleQuestions({ viewer, user }: Asker): RawBuilder<boolean> {
  const record = sql`(r.id IS NULL OR ${shownRecords(viewer)})`;
  const owned =
    viewer.organizationIds.length === 0
      ? sql`false`
      : sql`(coalesce(q.record_id = ANY (${viewer.organizationIds}::uuid[]), false) OR EXISTS (SELECT FROM record_owner own WHERE own.record_id = q.record_id AND own.organization_id = ANY (${viewer.organizationIds}::uuid[])))`;
  const audience = viewer.unSystem ? sql`(q.audience <> 'OWNERS' OR ${isAsker(user)} OR ${owned})` : sql`q.audience = 'PUBLIC'`;
  return sql<boolean>`(${record} AND ${audience} AND q.state <> 'MERGED' AND (NOT q.hidden OR ${isAsker(user)} OR ${moderates(user)}))`;
}

/** The same for the person of each row, under the alias `p`, with the roles of today, whether it is hidden or not. */
export const questionMeantForPerson = sql<boolean>`((r.id IS NULL OR ${shownToPerson('p')}) AND (q.audience = 'PUBLIC' OR (EXISTS (SELECT FROM membership ms WHERE ms.person_id = p.id)
  AND (q.audience = 'UN_SYSTEM' OR q.person_id = p.id OR EXISTS (SELECT FROM membership ms WHERE ms.person_id = p.id AND (ms.organization_id = q.record_id
    OR ms.organization_id IN (SELECT own.organization_id FROM record_owner own WHERE own.record_id = q.record_id)))))))`;
/** What is hidden is mailed to nobody but those who moderate. */
export const questionShownToPerson = sql<boolean>`(NOT q.hidden AND ${questionMeantForPerson})`;

/** Who asks and answers: people of the UN system. */
export const takesPart = ({ viewer, user }: Asker): boolean => user !== null && viewer.unSystem;
