import { sql } from 'kysely';
import type { Database } from '#prisma/database.ts';
import { appendLog } from '#prisma/log.ts';
import type { User } from '../accounts/user.ts';
import { forbidden, ValidationError, refuse } from '../errors.ts';
import { requiredText } from '../required-text.ts';
import { type Answer, readCandidates } from './candidate.ts';
import { screeningAs } from './policy.ts';

/** Characters of a reason. */
const REASON_MAX = 2000;

/**
 * Keeps what a person says of a candidate. What was decided before stays beside it.
 * @param last the decision that the person saw last; another one since is refused
 * @throws GraphQLError FORBIDDEN for who may not
 */
export async function decideCandidate(
  db: Database,
  user: User,
  { id, last, answer, reason }: { id: string; last: string | null; answer: Answer; reason: string },
): Promise<{ id: string } | ValidationError> {
  const role = screeningAs(user);
  if (!role) throw forbidden('ONLY_SCREENERS');
  const text = reason.trim();
  const faults = requiredText('reason', text, 'DECISION_REASON', REASON_MAX);
  if (faults.length > 0) return new ValidationError(faults);
  return db.transaction().execute(async (trx) => {
    const [candidate] = await readCandidates(trx, user, { id });
    if (!candidate) return refuse('candidate', 'NO_CANDIDATE');
    if (!candidate.shownNow) return refuse('candidate', 'CANDIDATE_OLD');
    // Of two people who decide at a time the second sees the first.
    await sql`SELECT pg_advisory_xact_lock(7073, hashtext(${`${candidate.vendorId} ${candidate.listName} ${candidate.entryKey}`}))`.execute(trx);
    const [now] = await readCandidates(trx, user, { id });
    if ((now?.decisions[0]?.id ?? null) !== last) return refuse('last', 'DECIDED_SINCE');
    const { rows } = await sql<{ id: string }>`
      INSERT INTO screening_decision (vendor_id, list_name, entry_key, names_hash, answer, reason, decided_by, decided_as)
      VALUES (${candidate.vendorId}::uuid, ${candidate.listName}, ${candidate.entryKey}, ${candidate.namesHash}, ${answer}::screening_answer, ${text}, ${user.id}::uuid, ${role}) RETURNING id`.execute(
      trx,
    );
    await appendLog(trx, [{ kind: 'SCREENING_DECIDED', body: { subject: rows[0]?.id, by: user.pseudonym ?? null } }]);
    return { id };
  });
}
