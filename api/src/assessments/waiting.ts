import { sql } from 'kysely';
import { signedIn } from '../accounts/signed-in.ts';
import { slugsOf, type User } from '../accounts/user.ts';
import { builder } from '../builder.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { visibleAssessments } from './assessment.ts';
import { signingAs } from './policy.ts';

type Waiting = { id: string; title: string; organization: string; updatedAt: string | Date };
const WAITING_MAX = 50;

/**
 * Shared runs of a person's organizations that wait for them, without their contents: what somebody else began and they have not
 * reviewed since it changed last, and all that they could sign.
 */
const readWaiting = (reader: Reader, user: User): Promise<Waiting[]> => {
  const signs = slugsOf(user).filter((slug) => signingAs(user, slug) !== null);
  return rowsOf(
    reader,
    sql<Waiting>`
      SELECT a.id, a.title, w.content->>'shortName' AS organization, a.updated_at AS "updatedAt"
      FROM assessment a JOIN record w ON w.id = a.organization_id
      WHERE a.state = 'SHARED' AND ${visibleAssessments(user)} AND a.created_by IS DISTINCT FROM ${user.id}::uuid
        AND (w.slug = ANY (${signs}::text[])
          OR NOT EXISTS (SELECT FROM assessment_review v WHERE v.assessment_id = a.id AND v.written_by = ${user.id}::uuid AND v.written_at >= a.updated_at))
      ORDER BY a.updated_at, a.id LIMIT ${WAITING_MAX}`,
  );
};

const WaitingAssessment = builder.objectRef<Waiting>('WaitingAssessment').implement({
  description: 'A shared run that waits for a review or a signature.',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => id }),
    url: t.string({ resolve: ({ id }) => `/assessments/${id}` }),
    title: t.exposeString('title'),
    organization: t.exposeString('organization'),
    updatedAt: t.field({ type: 'DateTime', resolve: ({ updatedAt }) => updatedAt }),
  }),
});
builder.queryField('waitingAssessments', (t) =>
  t.field({
    type: [WaitingAssessment],
    description: 'Shared runs of your organizations that wait for your review or signature, those that wait longest first.',
    resolve: (_root, _args, context) => readWaiting(context.reads, signedIn(context)),
  }),
);
