import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { mailText } from '#i18n/mail.ts';
import { isWebAddress, turningSign } from '#prisma/content/text.ts';
import type { Database, Trx } from '#prisma/database.ts';
import { appendLog } from '#prisma/log.ts';
import { isUuid } from '#prisma/uuid.ts';
import { anyone } from '#search/engine.ts';
import { hashToken } from '../accounts/token.ts';
import type { User } from '../accounts/user.ts';
import type { Context, Services } from '../context.ts';
import { saveDraft, Stale } from '../contributions/write.ts';
import { forbidden, refuse, ValidationError } from '../errors.ts';
import { queueMail } from '../mail/queue.ts';
import { visibleRecords } from '../records/policy.ts';
import { type CompanyRow, readCompany, readProposals } from './company.ts';
import { opensFor, takesUpProposals } from './policy.ts';
import { readStatement, type Statement, type StatementField } from './statement.ts';

type Done = { id: string };
/** How long making a draft of a proposal may take (minutes): then somebody else may. */
const TAKING_MINUTES = 5;
/** How long a link works (days): a new one is had by the same form at any time. */
const LINK_DAYS = 30;
/** Codes of a company that hold, and proposals of one that wait. */
const CODES_MAX = 60;
const PROPOSALS_MAX = 5;
const REASON_MAX = 2000;
/** Letters and digits that nobody takes for each other. */
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** Sixteen signs are 80 bits: nobody guesses one. */
const newCode = () =>
  [...randomBytes(16)]
    .map((byte) => SIGNS[byte % SIGNS.length])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');
const plainCode = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/g, '');

const textFaults = (path: string, text: string, max: number, needed: boolean): FieldFault[] => {
  if (text.trim() === '') return needed ? [fault(path, 'MISSING')] : [];
  if (text.length > max) return [fault(path, 'TOO_LONG', { max })];
  return turningSign(text) === null ? [] : [fault(path, 'TURNING')];
};

/** Sends a link to an address, at most a few an hour. The answer is the same whether the address is known or not. */
export async function beginCompany({ db, accounts }: Services, { email: typed }: { email: string }): Promise<{ sent: true } | ValidationError> {
  const email = typed.trim().toLowerCase();
  if (!z.email().safeParse(email).success || email.length > 320 || email.endsWith('.invalid')) return refuse('email', 'ADDRESS_MAIL_ONE');
  if ((await accounts.attempts.mailTo(email)) > 0) return refuse('email', 'COMPANY_MAILS');
  const token = randomBytes(32).toString('base64url');
  await db.transaction().execute(async (trx) => {
    const { rows } =
      await sql<Done>`INSERT INTO company (email) VALUES (${email}) ON CONFLICT (email) DO UPDATE SET email = excluded.email RETURNING id`.execute(trx);
    const { id } = rows[0] as Done;
    await sql`DELETE FROM company_link WHERE expires_at < now()`.execute(trx);
    await sql`INSERT INTO company_link (token_hash, company_id, expires_at) VALUES (${hashToken(token)}, ${id}::uuid, now() + ${`${LINK_DAYS} days`}::interval)`.execute(
      trx,
    );
    // Nothing that was typed goes into the mail: who typed it need not be who reads it.
    await queueMail(trx, {
      key: `company:${hashToken(token)}`,
      address: email,
      subject: mailText('companySubject'),
      text: mailText('company', { days: LINK_DAYS, address: `${accounts.settings.baseUrl}/company/statement?token=${token}` }),
    });
  });
  return { sent: true };
}

/** Does something for the company of a link, which is locked. */
const byLink = <Result>(db: Database, token: string, confirmed: boolean, work: (trx: Trx, company: CompanyRow) => Promise<Result | ValidationError>) =>
  db.transaction().execute(async (trx): Promise<Result | ValidationError> => {
    await sql`SELECT 1 FROM company c JOIN company_link l ON l.company_id = c.id WHERE l.token_hash = ${hashToken(token)} FOR UPDATE OF c`.execute(trx);
    const company = await readCompany(trx, token);
    if (!company) return refuse('token', 'COMPANY_LINK');
    if (confirmed && !company.confirmed) return refuse('token', 'COMPANY_UNCONFIRMED');
    return work(trx, company);
  });

/** Confirms the address of a company, by the button of the page that the link leads to. Repeated, it does nothing. */
export const confirmCompany = (db: Database, token: string) =>
  byLink<Done>(db, token, false, async (trx, { id }) => {
    await sql`UPDATE company SET confirmed_at = coalesce(confirmed_at, now()) WHERE id = ${id}::uuid`.execute(trx);
    return { id };
  });

/** Saves what a company says of itself. */
export const saveStatement = (db: Database, token: string, edits: number, given: Partial<Record<StatementField, string | null | undefined>>) =>
  byLink<Done>(db, token, true, async (trx, company) => {
    const { statement, faults } = readStatement(given);
    if (company.edits !== edits) faults.unshift(fault('edits', 'STALE'));
    if (faults.length > 0) return new ValidationError(faults);
    await sql`UPDATE company SET statement = ${JSON.stringify(statement)}::jsonb, edits = edits + 1, updated_at = now() WHERE id = ${company.id}::uuid`.execute(
      trx,
    );
    return { id: company.id };
  });

/** Opens the statement of a company to an organization. @returns the code, which is kept nowhere */
export const giveCode = (db: Database, token: string, organization: string) =>
  byLink<{ code: string }>(db, token, true, async (trx, company) => {
    if (!company.statement.name) return refuse('organization', 'STATEMENT_EMPTY');
    if (company.codes.filter(({ endedAt }) => endedAt === null).length >= CODES_MAX) return refuse('organization', 'CODES_MANY', { max: CODES_MAX });
    const code = newCode();
    const { rows } = await sql<Done>`
      INSERT INTO company_code (company_id, organization_id, code_hash)
      SELECT ${company.id}::uuid, o.id, ${hashToken(plainCode(code))} FROM record o WHERE o.kind = 'ORGANIZATION' AND o.slug = ${organization} AND o.content->>'kind' IN ('PARTICIPATING', 'SYSTEM_BODY') AND ${visibleRecords(anyone, 'o')} RETURNING id`.execute(
      trx,
    );
    return rows[0] ? { code } : refuse('organization', 'CHOOSE');
  });

/** Ends a code: nothing is opened by it from now on. Repeated, it does nothing. */
export const endCode = (db: Database, token: string, code: string) =>
  byLink<Done>(db, token, true, async (trx, company) => {
    if (!company.codes.some(({ id }) => id === code)) return refuse('code', 'NO_CODE');
    await sql`UPDATE company_code SET ended_at = coalesce(ended_at, now()) WHERE id = ${code}::uuid`.execute(trx);
    return { id: company.id };
  });

export type Proposal = { vendor: string; name: string; website: string; services: string; text: string; source: string };
/** Proposes an entry, or a correction of one. Those who write are shown it. */
export const proposeVendor = (db: Database, token: string, given: Proposal) =>
  byLink<Done>(db, token, true, async (trx, company) => {
    const faults = [
      ...textFaults('name', given.name, 200, given.vendor.trim() === ''),
      ...textFaults('website', given.website, 300, false),
      ...textFaults('services', given.services, 500, false),
      ...textFaults('text', given.text, 4000, true),
      ...textFaults('source', given.source, 500, true),
    ];
    if (given.website.trim() && !isWebAddress(given.website.trim())) faults.push(fault('website', 'ADDRESS_WEB'));
    const vendor = given.vendor.trim();
    const { rows: vendors } = vendor
      ? await sql<Done & { title: string }>`
          SELECT v.id, v.title FROM record v WHERE v.kind = 'VENDOR' AND ${visibleRecords(anyone, 'v')} AND (v.slug = ${vendor} OR lower(v.title) = lower(${vendor})) ORDER BY v.slug = ${vendor} DESC, v.id LIMIT 1`.execute(
          trx,
        )
      : { rows: [] };
    if (vendor && !vendors[0]) faults.push(fault('vendor', 'NO_VENDOR'));
    if (company.proposals.filter(({ decidedAt }) => decidedAt === null).length >= PROPOSALS_MAX)
      faults.push(fault('text', 'PROPOSALS_MANY', { max: PROPOSALS_MAX }));
    if (faults.length > 0) return new ValidationError(faults);
    // The same sent twice, by a second press of the button, is one.
    const { rows: same } =
      await sql<Done>`SELECT id FROM company_proposal WHERE company_id = ${company.id}::uuid AND text = ${given.text.trim()} AND decided_at IS NULL LIMIT 1`.execute(
        trx,
      );
    if (same[0]) return same[0];
    const { rows } = await sql<Done>`
      INSERT INTO company_proposal (company_id, vendor_id, name, website, services, text, source)
      VALUES (${company.id}::uuid, ${vendors[0]?.id ?? null}::uuid, ${given.name.trim() || (vendors[0]?.title ?? '')}, ${given.website.trim()}, ${given.services.trim()}, ${given.text.trim()}, ${given.source.trim()}) RETURNING id`.execute(
      trx,
    );
    return rows[0] as Done;
  });

export type Opened = { id: string; organization: string; statement: Statement; updatedAt: string };
/**
 * Opens the statement of a company with the code that the company gave to an organization, or again one that was opened so. It is logged,
 * and the company sees it.
 * @throws GraphQLError FORBIDDEN for who does not procure
 */
export async function openStatement(db: Database, user: User, given: { code: string } | { id: string }): Promise<Opened | ValidationError> {
  if (opensFor(user).length === 0) throw forbidden('ONLY_STATEMENT_OPENERS');
  if ('id' in given && !isUuid(given.id)) return refuse('code', 'NO_CODE');
  return db.transaction().execute(async (trx): Promise<Opened | ValidationError> => {
    const which =
      'id' in given
        ? sql`k.id = ${given.id}::uuid AND EXISTS (SELECT FROM company_opening p WHERE p.code_id = k.id)`
        : sql`k.code_hash = ${hashToken(plainCode(given.code))}`;
    const { rows } = await sql<Opened>`
      SELECT k.id, coalesce(o.content->>'shortName', o.title) AS organization, c.statement, to_char(c.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "updatedAt"
      FROM company_code k JOIN company c ON c.id = k.company_id JOIN record o ON o.id = k.organization_id
      WHERE ${which} AND k.ended_at IS NULL AND k.organization_id = ANY (${opensFor(user)}::uuid[])`.execute(trx);
    const found = rows[0];
    if (!found) return refuse('code', 'NO_CODE');
    const opening = await sql<Done>`INSERT INTO company_opening (code_id, opened_by) VALUES (${found.id}::uuid, ${user.id}::uuid) RETURNING id`.execute(trx);
    await appendLog(trx, [{ kind: 'STATEMENT_OPENED', body: { subject: (opening.rows[0] as Done).id } }]);
    return found;
  });
}

/** Tells a company what became of its proposal. */
const tell = async (trx: Trx, id: string, text: (name: string) => string) => {
  const { rows } = await sql<{
    email: string;
    name: string;
  }>`SELECT c.email, x.name FROM company_proposal x JOIN company c ON c.id = x.company_id WHERE x.id = ${id}::uuid`.execute(trx);
  const company = rows[0];
  if (company)
    await queueMail(trx, {
      key: `company-proposal:${id}`,
      address: company.email,
      subject: mailText('proposalSubject', { name: company.name }),
      text: text(company.name),
    });
};

/** True of a proposal that nobody but the person decided on or makes a draft of. */
const free = (user: User) =>
  sql`decided_at IS NULL AND (taken_by IS NULL OR taken_by = ${user.id}::uuid OR taken_at < now() - ${`${TAKING_MINUTES} minutes`}::interval)`;

/** Keeps a proposal for the person while a draft of it is made. @returns whether it could be had */
const take = async (db: Database, user: User, id: string): Promise<boolean> => {
  const { numAffectedRows } =
    await sql`UPDATE company_proposal SET taken_by = ${user.id}::uuid, taken_at = now() WHERE id = ${id}::uuid AND ${free(user)}`.execute(db);
  return numAffectedRows === 1n;
};

/**
 * Makes a draft of what a company proposes, which is then completed, submitted and reviewed like any other.
 * @returns the address of the draft
 * @throws GraphQLError FORBIDDEN for who does not write
 */
export async function takeUpProposal(context: Context, user: User, id: string): Promise<{ url: string } | ValidationError> {
  if (!takesUpProposals(user)) throw forbidden('ONLY_PROPOSAL_TAKERS');
  const { db } = context.services;
  const [proposal] = await readProposals(db, user, id);
  if (!proposal) return refuse('id', 'NO_PROPOSAL');
  if (proposal.decidedAt || !(await take(db, user, id))) return refuse('id', 'PROPOSAL_DECIDED');
  const services = proposal.services
    .split(/[\n,;]/)
    .map((one) => one.trim())
    .filter(Boolean);
  const reason = mailText('proposalReason', { name: proposal.name, text: proposal.text, source: proposal.source });
  const draft = await saveDraft(context, user, {
    kind: 'VENDOR',
    reason: reason.slice(0, REASON_MAX),
    // Pressed twice, it is one draft.
    key: `proposal-${id}`,
    ...(proposal.vendorSlug
      ? { slug: proposal.vendorSlug }
      : {
          content: {
            name: proposal.name,
            kind: 'EXTERNAL',
            summary: { text: proposal.text, cite: [proposal.source] },
            services,
            ...(proposal.website ? { website: proposal.website } : {}),
          },
        }),
  });
  if (draft instanceof ValidationError || draft instanceof Stale) {
    await sql`UPDATE company_proposal SET taken_by = NULL, taken_at = NULL WHERE id = ${id}::uuid AND taken_by = ${user.id}::uuid`.execute(db);
    return draft instanceof Stale ? refuse('id', 'STALE') : draft;
  }
  await db.transaction().execute(async (trx) => {
    const { numAffectedRows } =
      await sql`UPDATE company_proposal SET draft_id = ${draft.id}::uuid, decided_by = ${user.id}::uuid, decided_at = now() WHERE id = ${id}::uuid AND decided_at IS NULL`.execute(
        trx,
      );
    if (numAffectedRows) await tell(trx, id, (name) => mailText('proposalTaken', { name }));
  });
  return { url: `/drafts/${draft.id}` };
}

/** Declines what a company proposes, with the reason, which it is told. @throws GraphQLError FORBIDDEN for who does not write */
export async function declineProposal(db: Database, user: User, id: string, reason: string): Promise<Done | ValidationError> {
  if (!takesUpProposals(user)) throw forbidden('ONLY_PROPOSAL_TAKERS');
  return db.transaction().execute(async (trx): Promise<Done | ValidationError> => {
    const { rows } = isUuid(id)
      ? await sql<{ free: boolean }>`SELECT ${free(user)} AS free FROM company_proposal WHERE id = ${id}::uuid FOR UPDATE`.execute(trx)
      : { rows: [] };
    const [proposal] = await readProposals(trx, user, id);
    if (!proposal) return refuse('id', 'NO_PROPOSAL');
    if (!rows[0]?.free) return refuse('id', 'PROPOSAL_DECIDED');
    const faults = textFaults('reason', reason, REASON_MAX, true);
    if (faults.length > 0) return new ValidationError(faults);
    await sql`UPDATE company_proposal SET reason = ${reason.trim()}, decided_by = ${user.id}::uuid, decided_at = now() WHERE id = ${id}::uuid`.execute(trx);
    await tell(trx, id, (name) => mailText('proposalDeclined', { name, reason: reason.trim() }));
    return { id };
  });
}
