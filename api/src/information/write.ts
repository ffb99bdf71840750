import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { mailText } from '#i18n/mail.ts';
import { turningSign } from '#prisma/content/text.ts';
import type { Database, Trx } from '#prisma/database.ts';
import { appendLog } from '#prisma/log.ts';
import { hashToken } from '../accounts/token.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { mailAll, peopleOf, type Receiver } from '../contributions/mails.ts';
import { forbidden, ValidationError, refuse } from '../errors.ts';
import { queueMail } from '../mail/queue.ts';
import { visibleRecords } from '../records/policy.ts';
import { once } from '../request-key.ts';
import { addDays, isDate, utcToday } from '../uptake/state.ts';
import { asksVendorsFor } from './policy.ts';
import { readInformationLink } from './request.ts';

type Done = { id: string };
const SUBJECT_MAX = 200;
const TEXT_MAX = 4000;
const NAME_MAX = 200;
const ANSWER_MAX = 10_000;
/** Days that vendors may be given. */
const DAYS_MAX = 90;
/** Vendors of one request, and requests of an organization within a day. */
export const VENDORS_MAX = 20;
const PER_DAY = 10;
/** Answers to one request from one vendor: the first, and what is added to it. */
const ANSWERS_MAX = 10;

const textFaults = (path: string, text: string, max: number): FieldFault[] => {
  if (text.trim() === '') return [fault(path, 'MISSING')];
  if (text.length > max) return [fault(path, 'TOO_LONG', { max })];
  return turningSign(text) === null ? [] : [fault(path, 'TURNING')];
};

export type NewInformationRequest = { organization: string; vendors: readonly string[]; subject: string; text: string; answerBy: string; key: string };
type Contact = { name: string; email: string };
type Vendor = { id: string; title: string; contacts: Contact[] };

/**
 * Asks vendors for information in the name of an organization: each contact that an entry names gets a mail of its own with a link to
 * answer by. Nobody is shown the addresses. Vendors whose entry names no contact are refused by name, so that nobody waits for them.
 * @param given vendors by slug
 * @throws GraphQLError FORBIDDEN for who does not procure for that organization
 */
export async function askVendors(db: Database, user: User, { key, ...given }: NewInformationRequest, baseUrl: string): Promise<Done | ValidationError> {
  if (!asksVendorsFor(user).includes(given.organization)) throw forbidden('ONLY_VENDOR_ASKERS');
  return db.transaction().execute((trx) =>
    once(
      trx,
      { personId: user.id, mutation: 'askVendors', key, content: given },
      () => askIn(trx, user, given, baseUrl),
      (done) => (done instanceof ValidationError ? null : done),
      (done) => done,
    ),
  );
}

async function askIn(trx: Trx, user: User, given: Omit<NewInformationRequest, 'key'>, baseUrl: string): Promise<Done | ValidationError> {
  // One request of an organization at a time, so that they can be counted.
  const { rows: organizations } = await sql<{ id: string; name: string; today: number }>`
    SELECT o.id, coalesce(o.content->>'shortName', o.title) AS name, (SELECT count(*)::int FROM information_request q WHERE q.organization_id = o.id AND q.asked_at > now() - interval '1 day') AS today
    FROM record o WHERE o.kind = 'ORGANIZATION' AND o.slug = ${given.organization} FOR NO KEY UPDATE`.execute(trx);
  const organization = organizations[0];
  const slugs = [...new Set(given.vendors)];
  const today = utcToday();
  const faults = [...textFaults('subject', given.subject, SUBJECT_MAX), ...textFaults('text', given.text, TEXT_MAX)];
  if (!isDate(given.answerBy)) faults.push(fault('answerBy', 'DATE', { example: addDays(today, 14) }));
  else if (given.answerBy <= today || given.answerBy > addDays(today, DAYS_MAX)) faults.push(fault('answerBy', 'ANSWER_BY', { max: DAYS_MAX }));
  if (slugs.length === 0) faults.push(fault('vendors', 'ASK_NOBODY'));
  if (slugs.length > VENDORS_MAX) faults.push(fault('vendors', 'ASK_MANY', { max: VENDORS_MAX }));
  if ((organization?.today ?? 0) >= PER_DAY) faults.push(fault('vendors', 'ASKED_OFTEN', { max: PER_DAY }));
  if (!organization || faults.length > 0) return new ValidationError(faults);
  // The contacts as they are kept, whoever may see them on the page of the vendor: only their mail program learns of it.
  const { rows: vendors } = await sql<Vendor>`
    SELECT v.id, v.title, coalesce(v.content->'contacts', '[]') AS contacts FROM record v WHERE v.kind = 'VENDOR' AND v.slug = ANY (${slugs}::text[]) AND ${visibleRecords(viewerOf(user), 'v')} ORDER BY v.title, v.id`.execute(
    trx,
  );
  if (vendors.length < slugs.length) return refuse('vendors', 'NO_VENDOR');
  const silent = vendors.filter(({ contacts }) => contacts.length === 0);
  if (silent.length > 0) return refuse('vendors', 'NO_CONTACT', { vendors: silent.map(({ title }) => title).join(', ') });
  const { rows } = await sql<Done>`
    INSERT INTO information_request (organization_id, subject, text, answer_by, asked_by)
    VALUES (${organization.id}::uuid, ${given.subject.trim()}, ${given.text.trim()}, ${given.answerBy}::date, ${user.id}::uuid) RETURNING id`.execute(trx);
  const { id } = rows[0] as Done;
  for (const vendor of vendors) {
    const contacts = [...new Map(vendor.contacts.map((one) => [one.email.toLowerCase(), one])).values()];
    const asked =
      await sql<Done>`INSERT INTO information_request_vendor (request_id, vendor_id, contacts) VALUES (${id}::uuid, ${vendor.id}::uuid, ${contacts.length}) RETURNING id`.execute(
        trx,
      );
    const requestVendorId = (asked.rows[0] as Done).id;
    for (const [index, contact] of contacts.entries()) {
      const token = randomBytes(32).toString('base64url');
      await trx
        .insertInto('informationLink')
        .values({ tokenHash: hashToken(token), requestVendorId })
        .execute();
      await queueMail(trx, {
        key: `information:${requestVendorId}:${index}`,
        address: contact.email,
        subject: mailText('informationSubject', { organization: organization.name, subject: given.subject.trim() }),
        text: mailText('frame', {
          name: contact.name,
          text: mailText('information', {
            name: user.name,
            organization: organization.name,
            vendor: vendor.title,
            text: given.text.trim(),
            day: given.answerBy,
            address: `${baseUrl}/answer?token=${token}`,
          }),
        }),
      });
    }
  }
  await appendLog(trx, [{ kind: 'INFORMATION_ASKED', body: { subject: id } }]);
  return { id };
}

/** Answers a request by the link of a mail, without an account. Who asked is written to. */
export async function answerInformation(
  db: Database,
  { token, name, text }: { token: string; name: string; text: string },
  baseUrl: string,
): Promise<{ answers: number } | ValidationError> {
  return db.transaction().execute(async (trx) => {
    await sql`SELECT 1 FROM information_link k JOIN information_request_vendor a ON a.id = k.request_vendor_id WHERE k.token_hash = ${hashToken(token)} FOR UPDATE OF k`.execute(
      trx,
    );
    const link = await readInformationLink(trx, token);
    if (!link) return refuse('token', 'LINK_UNKNOWN');
    if (!link.open) return refuse('token', 'ANSWER_LATE', { day: link.answerBy });
    if (link.answers >= ANSWERS_MAX) return refuse('token', 'ANSWERS_MANY', { max: ANSWERS_MAX });
    const faults = [...textFaults('name', name, NAME_MAX), ...textFaults('text', text, ANSWER_MAX)];
    if (faults.length > 0) return new ValidationError(faults);
    // The same sent twice, by a second press of the button, is one answer.
    const { rows: same } =
      await sql`SELECT 1 FROM information_answer n WHERE n.request_vendor_id = ${link.requestVendorId}::uuid AND n.text = ${text.trim()} LIMIT 1`.execute(trx);
    if (same.length > 0) return { answers: link.answers };
    const { rows } = await sql<Done>`
      INSERT INTO information_answer (request_vendor_id, vendor_id, name, text)
      SELECT a.id, a.vendor_id, ${name.trim()}, ${text.trim()} FROM information_request_vendor a WHERE a.id = ${link.requestVendorId}::uuid RETURNING id`.execute(
      trx,
    );
    const { id } = rows[0] as Done;
    await appendLog(trx, [{ kind: 'INFORMATION_ANSWERED', body: { subject: id } }]);
    await mailAll(
      trx,
      await tellOf(trx, link.requestId),
      `information-answer:${id}`,
      mailText('informationAnsweredSubject', { vendor: link.vendor, subject: link.subject }),
      () => mailText('informationAnswered', { vendor: link.vendor, subject: link.subject, address: `${baseUrl}/information/${link.requestId}` }),
    );
    return { answers: link.answers + 1 };
  });
}

/** Who is told of an answer: who asked, as long as they procure for that organization, else its procurement officers. */
async function tellOf(trx: Trx, requestId: string): Promise<Receiver[]> {
  const { rows } = await sql<{
    organizationId: string;
    askedBy: string;
  }>`SELECT organization_id AS "organizationId", asked_by AS "askedBy" FROM information_request WHERE id = ${requestId}::uuid`.execute(trx);
  const request = rows[0];
  if (!request) return [];
  const officers = await peopleOf(trx, request.organizationId, 'PROCUREMENT_OFFICER');
  const asker = officers.filter(({ id }) => id === request.askedBy);
  return asker.length > 0 ? asker : officers;
}
