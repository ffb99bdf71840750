import { sql } from 'kysely';
import { signedIn } from '../accounts/signed-in.ts';
import type { User } from '../accounts/user.ts';
import { builder } from '../builder.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { utcToday } from '../uptake/state.ts';
import { holdsOn } from './agreement.ts';
import { keptBy } from './policy.ts';

type Waiting = { id: string; agreementId: string; number: string; title: string; organization: string; askedAt: string | Date };
const WAITING_MAX = 50;

/** Requests for the use of agreements that a person keeps, as long as nobody answered them. */
const readWaiting = (reader: Reader, user: User): Promise<Waiting[]> =>
  rowsOf(
    reader,
    sql<Waiting>`
      SELECT q.id, a.id AS "agreementId", t.number, t.title, coalesce(w.content->>'shortName', w.title) AS organization, q.asked_at AS "askedAt"
      FROM agreement_request q JOIN agreement a ON a.id = q.agreement_id JOIN record o ON o.id = a.organization_id JOIN record w ON w.id = q.organization_id
        JOIN agreement_version t ON t.agreement_id = a.id AND ${holdsOn(utcToday())}
      WHERE q.granted IS NULL AND o.slug = ANY (${keptBy(user)}::text[]) ORDER BY q.asked_at, q.id LIMIT ${WAITING_MAX}`,
  );

const WaitingRequest = builder.objectRef<Waiting>('WaitingAgreementRequest').implement({
  description: 'A request for the use of an agreement that waits for an answer.',
  fields: (t) => ({
    id: t.exposeID('id'),
    url: t.string({ description: 'Where it is answered.', resolve: ({ id, agreementId }) => `/agreements/${agreementId}#answer-to-${id}` }),
    number: t.exposeString('number'),
    title: t.exposeString('title'),
    organization: t.exposeString('organization', { description: 'Who asks.' }),
    askedAt: t.expose('askedAt', { type: 'DateTime' }),
  }),
});
builder.queryField('waitingAgreementRequests', (t) =>
  t.field({
    type: [WaitingRequest],
    description: 'Requests for the use of agreements that you keep, those that wait longest first.',
    resolve: (_root, _args, context) => readWaiting(context.reads, signedIn(context)),
  }),
);
