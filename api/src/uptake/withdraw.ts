import { sql } from 'kysely';
import { mailText } from '#i18n/mail.ts';
import type { Database, Trx } from '#prisma/database.ts';
import { appendLog } from '#prisma/log.ts';
import type { Role, User } from '../accounts/user.ts';
import { forbidden, refuse, ValidationError } from '../errors.ts';
import { requiredText } from '../required-text.ts';
import { queueMail } from '../mail/queue.ts';
import { bothSides, receiversOf } from './contacts.ts';
import { actingAs } from './policy.ts';
import { type Clock, type EntryHead, entryHead, lockCell, noEntry, withdrawnFault } from './write.ts';

/** `asked`: a second person has to agree first, and was written to. */
export type Withdrawn = { entryId: string; repeated: boolean; asked: boolean };
type Site = { baseUrl: string };
type Request = { id: string; reason: string; askedOn: string; askedBy: string; askedAs: Role; askedByName: string | null };

async function openRequest(trx: Trx, entryId: string): Promise<Request | null> {
  const { rows } = await sql<Request>`
    SELECT q.id, q.reason, q.asked_on::text AS "askedOn", q.asked_by AS "askedBy", q.asked_as AS "askedAs", p.name AS "askedByName" FROM uptake_withdrawal_request q
    LEFT JOIN person p ON p.id::text = q.asked_by AND p.erased_at IS NULL WHERE q.entry_id = ${entryId}::uuid AND q.agreed IS NULL`.execute(trx);
  return rows[0] ?? null;
}

/** Tells the organization and the secretariat what becomes of an entry, but not the person who did it. A reason may be for the UN system only: an address of the contact book is told where it stands. */
async function tell(
  trx: Trx,
  entry: EntryHead,
  event: string,
  but: string,
  key: 'withdrawalAsked' | 'withdrawalDone' | 'withdrawalDeclined',
  reason: string,
  { baseUrl }: Site,
): Promise<void> {
  const said = { organization: entry.organization, number: entry.recommendation };
  const contacts = (await receiversOf(trx, entry.organizationId, 'ALL')).filter((one) => one.personId === null);
  const receivers = [...contacts, ...(await bothSides(trx, entry.organizationId, but))];
  for (const { address, personId } of receivers)
    await queueMail(trx, {
      key: `${event}:${address}`,
      personId,
      address,
      subject: mailText(`${key}Subject`, said),
      text: mailText(key, {
        ...said,
        title: entry.title,
        reason: personId ? reason : mailText('reasonThere'),
        address: `${baseUrl}/uptake/${entry.recommendation}/${entry.slug}#entry-${entry.id}`,
      }),
    });
}

/** Answers a request, once, with its seal. */
async function answerRequest(trx: Trx, { id }: Request, agree: boolean, person: string, role: Role, answer: string | null): Promise<void> {
  await sql`UPDATE uptake_withdrawal_request SET agreed = ${agree}, answer = ${answer}, answered_at = now(), answered_by = ${person}, answered_as = ${role} WHERE id = ${id}::uuid`.execute(
    trx,
  );
  await appendLog(trx, [{ kind: 'UPTAKE_WITHDRAWAL_ANSWERED', body: { subject: id } }]);
}

/** The withdrawal itself, in the name of whose reason it has, with its seal. */
async function takeBack(trx: Trx, entry: EntryHead, person: string, role: Role, reason: string, clock?: Clock): Promise<void> {
  await sql`INSERT INTO uptake_withdrawal (entry_id, withdrawn_on, withdrawn_by, withdrawn_as, reason, demo) VALUES (${entry.id}, ${clock?.today ?? entry.today}::date, ${person}, ${role}, ${reason}, ${entry.demo})`.execute(
    trx,
  );
  if (!entry.demo) await appendLog(trx, [{ kind: 'UPTAKE_WITHDRAWN', body: { subject: entry.id } }]);
}

/**
 * Withdraws a wrong entry; it counts no more from today on and stays in the history with the reason. Its evidence is then
 * for the organization and the secretariat alone. Whoever entered it does so alone while nobody else stands by it; else a second
 * person, of the organization or of the secretariat, has to agree (`answerWithdrawal`), and both sides are written to. Of two who
 * withdraw, the second is told who did and why, for only one reason is kept; the same person with the same reason is repeating a request.
 * @throws GraphQLError FORBIDDEN for people of other organizations
 */
export async function withdrawUptake(
  db: Database,
  user: User | null,
  entryId: string,
  reason: string,
  clock?: Clock,
  site: Site = { baseUrl: '' },
): Promise<Withdrawn | ValidationError> {
  if (!user || user.memberships.length === 0) throw forbidden('SIGN_IN_TO_WITHDRAW');
  return db.transaction().execute(async (trx) => {
    const entry = await entryHead(trx, entryId);
    if (!entry) return noEntry();
    const role = actingAs(user, 'WITHDRAW', entry.slug);
    if (!role) throw forbidden('ONLY_WITHDRAWERS');
    const said = reason.trim();
    const faults = requiredText('reason', said, 'REASON_WITHDRAW', 1000);
    if (faults.length > 0) return new ValidationError(faults);
    await lockCell(trx, entry.actionId);
    const { withdrawn, confirmed, published } = (await entryHead(trx, entryId)) as EntryHead;
    if (withdrawn && withdrawn.by === user.id && withdrawn.reason === said) return { entryId: entry.id, repeated: true, asked: false };
    if (withdrawn) return withdrawnFault('reason', 'WITHDRAWN_ALREADY', withdrawn);
    const waiting = await openRequest(trx, entry.id);
    if (entry.demo || (entry.enteredBy === user.id && !confirmed && !published)) {
      if (waiting) await answerRequest(trx, waiting, true, user.id, role, null);
      await takeBack(trx, entry, user.id, role, said, clock);
      return { entryId: entry.id, repeated: false, asked: false };
    }
    if (waiting && waiting.askedBy === user.id && waiting.reason === said) return { entryId: entry.id, repeated: true, asked: true };
    if (waiting) return refuse('reason', 'WITHDRAWAL_WAITS', { day: waiting.askedOn, reason: waiting.reason });
    const { rows } = await sql<{ id: string }>`
      INSERT INTO uptake_withdrawal_request (entry_id, reason, asked_on, asked_by, asked_as) VALUES (${entry.id}::uuid, ${said}, ${clock?.today ?? entry.today}::date, ${user.id}, ${role}) RETURNING id`.execute(
      trx,
    );
    const [{ id }] = rows as [{ id: string }];
    await tell(trx, entry, `uptake-withdrawal-asked:${id}`, user.id, 'withdrawalAsked', said, site);
    await appendLog(trx, [{ kind: 'UPTAKE_WITHDRAWAL_ASKED', body: { subject: id } }]);
    return { entryId: entry.id, repeated: false, asked: true };
  });
}

/**
 * A second person agrees that an entry is withdrawn, or declines with a reason; who asked for it can only take it back. Both sides
 * are written to. Of two who answer, the second is told.
 * @throws GraphQLError FORBIDDEN for people of other organizations, and for who asked for it and now agrees
 */
export async function answerWithdrawal(
  db: Database,
  user: User | null,
  { entry: entryId, agree, reason }: { entry: string; agree: boolean; reason?: string | null },
  clock?: Clock,
  site: Site = { baseUrl: '' },
): Promise<Withdrawn | ValidationError> {
  if (!user || user.memberships.length === 0) throw forbidden('SIGN_IN_TO_WITHDRAW');
  return db.transaction().execute(async (trx) => {
    const entry = await entryHead(trx, entryId);
    if (!entry) return noEntry();
    const role = actingAs(user, 'WITHDRAW', entry.slug);
    if (!role) throw forbidden('ONLY_WITHDRAWERS');
    const said = (reason ?? '').trim();
    await lockCell(trx, entry.actionId);
    const { withdrawn } = (await entryHead(trx, entryId)) as EntryHead;
    if (withdrawn) {
      const { rows } = await sql`SELECT 1 FROM uptake_withdrawal_request WHERE entry_id = ${entry.id}::uuid AND agreed AND answered_by = ${user.id}`.execute(
        trx,
      );
      return agree && rows.length > 0 ? { entryId: entry.id, repeated: true, asked: false } : withdrawnFault('entry', 'WITHDRAWN_ALREADY', withdrawn);
    }
    const waiting = await openRequest(trx, entry.id);
    if (!waiting) return refuse('entry', 'WITHDRAWAL_NOT_ASKED');
    const own = waiting.askedBy === user.id;
    if (own && agree) throw forbidden('SECOND_PERSON_WITHDRAWS');
    const faults = agree || (own && !said) ? [] : requiredText('reason', said, 'WITHDRAWAL_DECLINE_WHY', 1000);
    if (faults.length > 0) return new ValidationError(faults);
    await answerRequest(trx, waiting, agree, user.id, role, agree ? null : said || null);
    if (agree) await takeBack(trx, entry, waiting.askedBy, waiting.askedAs, waiting.reason, clock);
    if (agree || !own)
      await tell(
        trx,
        entry,
        `uptake-withdrawal-answered:${waiting.id}`,
        user.id,
        agree ? 'withdrawalDone' : 'withdrawalDeclined',
        agree ? waiting.reason : said,
        site,
      );
    return { entryId: entry.id, repeated: false, asked: false };
  });
}
