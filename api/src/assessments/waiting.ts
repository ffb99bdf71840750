import { sql } from 'kysely';
import { signedIn } from '../accounts/signed-in.ts';
import { slugsOf, type User } from '../accounts/user.ts';
import { builder } from '../builder.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { visibleAssessments } from './assessment.ts';
import { signingAs } from './policy.ts';

type Waiting = { id: string; title: string; organization: string; updatedAt: string | Date; objected: boolean };
const WAITING_MAX = 50;

/**
 * Shared runs of a person's organizations that wait for them, without their contents: what somebody else began and they have not
 * reviewed since it changed last, all that they could sign, and what they began themselves and a reviewer's last word is against.
 */
const readWaiting = (reader: Reader, user: User): Promise<Waiting[]> => {
  const signs = slugsOf(user).filter((slug) => signingAs(user, slug) !== null);
  return rowsOf(
    reader,
    sql<Waiting>`
      SELECT a.id, a.title, w.content->>'shortName' AS organization, a.updated_at AS "updatedAt", a.created_by IS NOT DISTINCT FROM ${user.id}::uuid AS objected
      FROM assessment a JOIN record w ON w.id = a.organization_id
      WHERE a.state = 'SHARED' AND ${visibleAssessments(user)} AND CASE WHEN a.created_by IS DISTINCT FROM ${user.id}::uuid
        THEN w.slug = ANY (${signs}::text[])
          OR NOT EXISTS (SELECT FROM assessment_review v WHERE v.assessment_id = a.id AND v.written_by = ${user.id}::uuid AND v.written_at >= a.updated_at)
        ELSE EXISTS (SELECT FROM (
          SELECT DISTINCT ON (v.line, v.written_by) v.agrees FROM assessment_review v WHERE v.assessment_id = a.id ORDER BY v.line, v.written_by, v.written_at DESC, v.id DESC
          ) said WHERE NOT said.agrees) END
      ORDER BY a.updated_at, a.id LIMIT ${WAITING_MAX}`,
  );
};

const WaitingAssessment = builder.objectRef<Waiting>('WaitingAssessment').implement({
  description: 'A shared run that waits for a review, a signature or an answer to an objection.',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => id }),
    url: t.string({ resolve: ({ id }) => `/assessments/${id}` }),
    title: t.exposeString('title'),
    organization: t.exposeString('organization'),
    objected: t.exposeBoolean('objected', { description: 'You began it, and a reviewer does not agree with a line of it.' }),
    updatedAt: t.field({ type: 'DateTime', resolve: ({ updatedAt }) => updatedAt }),
  }),
});
builder.queryField('waitingAssessments', (t) =>
  t.field({
    type: [WaitingAssessment],
    description: 'Shared runs of your organizations that wait for your review, signature or answer, those that wait longest first.',
    resolve: (_root, _args, context) => readWaiting(context.reads, signedIn(context)),
  }),
);
