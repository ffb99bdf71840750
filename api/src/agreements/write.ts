import { type RawBuilder, sql } from 'kysely';
import { type FieldFault, fault } from '#i18n/fault.ts';
import type { Database, Trx } from '#prisma/database.ts';
import type { Audience } from '#prisma/generated/enums.ts';
import { appendLog, type LogDraft } from '#prisma/log.ts';
import { isUuid } from '#prisma/uuid.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { mailAll, peopleOf, type Receiver } from '../contributions/mails.ts';
import { forbidden, ValidationError, refuse } from '../errors.ts';
import { visibleRecords } from '../records/policy.ts';
import { once } from '../request-key.ts';
import { requiredText } from '../required-text.ts';
import { isDate, utcToday } from '../uptake/state.ts';
import { type AgreementRow, readAgreement, readVersions } from './agreement.ts';
import { asksFor, canKeep } from './policy.ts';
import { type AgreementTerms, type AgreementTermsInput, amount, changedTerms, checkTerms } from './terms.ts';

type Done = { id: string };
/** So long a text may be that one person writes to another. */
const TEXT_MAX = 4000;

/** An amount as sentences name it. */
const inWords = (value: number, currency: string | null) => `${value.toLocaleString('en', { maximumFractionDigits: 2 })} ${currency ?? ''}`.trim();

/** The agreement that is to be changed, locked; null where the person does not see it. */
async function locked(trx: Trx, user: User, id: string): Promise<AgreementRow | null> {
  if (!isUuid(id)) return null;
  await sql`SELECT 1 FROM agreement WHERE id = ${id}::uuid FOR UPDATE`.execute(trx);
  return readAgreement(trx, viewerOf(user), id);
}
/** What is made of demonstration data is demonstration data: the log seals none of it. */
const sealed = async (trx: Trx, { demo }: { demo: boolean }, kind: LogDraft['kind'], subject: string, append: Append = appendLog) => {
  if (!demo) await append(trx, [{ kind, body: { subject } }]);
};
/** Appends entries to the log, or keeps them for the end of a transaction that makes many: whoever appends makes all others wait until it is over. */
export type Append = (trx: Trx, drafts: LogDraft[]) => Promise<unknown>;

/** The document must be a file that the person uploaded, or the one that was there. */
async function fileFaults(trx: Trx, user: User, { documentFile }: AgreementTerms, before: string | null): Promise<FieldFault[]> {
  if (!documentFile || documentFile === before) return [];
  const { rows } = await sql`SELECT 1 FROM file WHERE hash = ${documentFile} AND uploaded_by = ${user.id}::uuid LIMIT 1`.execute(trx);
  return rows.length > 0 ? [] : [fault('documentFile', 'FILE_HASH')];
}
/** A number as people read it: in what breadth its signs are written, which dash it has and where it has blanks makes no other of it. */
const readNumber = (number: RawBuilder<string>) =>
  sql`lower(regexp_replace(regexp_replace(normalize(${number}, NFKC), '[\u2010-\u2015\u2212]', '-', 'g'), '[[:space:]\u00ad\u200b-\u200f\u2060-\u2064\ufeff]', '', 'g'))`;
/** Of one holder every number names one agreement. */
async function numberFaults(trx: Trx, { number }: AgreementTerms, holder: { slug: string; name: string }, id: string | null): Promise<FieldFault[]> {
  const { rows } = await sql`
    SELECT 1 FROM agreement a JOIN record o ON o.id = a.organization_id JOIN agreement_version t ON t.agreement_id = a.id
    WHERE o.slug = ${holder.slug} AND ${readNumber(sql`t.number`)} = ${readNumber(sql`${number}::text`)} AND a.id IS DISTINCT FROM ${id}::uuid LIMIT 1`.execute(
    trx,
  );
  return rows.length > 0 ? [fault('number', 'AGREEMENT_NUMBER', { holder: holder.name, number })] : [];
}

async function insertVersion(
  trx: Trx,
  user: User,
  agreementId: string,
  terms: AgreementTerms,
  { version, holdsFrom, reason }: { version: number; holdsFrom: string | null; reason: string },
): Promise<string> {
  const { rows } = await sql<Done>`
    INSERT INTO agreement_version (agreement_id, version, holds_from, reason, number, title, scope, unspsc, starts_on, ends_on, ceiling, currency, call_off, use, use_terms, contact, document_label, document_address, document_file, source, written_by)
    VALUES (${agreementId}::uuid, ${version}, ${holdsFrom}::date, ${reason}, ${terms.number}, ${terms.title}, ${terms.scope}, ${terms.unspsc}::text[], ${terms.startsOn}::date, ${terms.endsOn}::date, ${terms.ceiling}, ${terms.currency},
      ${terms.callOff}, ${terms.use}::agreement_use, ${terms.useTerms}, ${terms.contact}, ${terms.documentLabel}, ${terms.documentAddress}, ${terms.documentFile}, ${terms.source}, ${user.id}::uuid) RETURNING id`.execute(
    trx,
  );
  return (rows[0] as Done).id;
}

export type NewAgreement = { holder: string; vendor: string; terms: AgreementTermsInput; key: string };

/**
 * Keeps an agreement for an organization; it is seen by its people and by procurement officers.
 * @param given the vendor by its slug or, as it is written, its title
 * @throws GraphQLError FORBIDDEN for who is no procurement officer of the holder
 */
export async function keepAgreement(db: Database, user: User, given: NewAgreement): Promise<Done | ValidationError> {
  if (!canKeep(user, given.holder)) throw forbidden('ONLY_AGREEMENT_KEEPERS');
  const { key, ...content } = given;
  return db.transaction().execute((trx) =>
    once(
      trx,
      { personId: user.id, mutation: 'keepAgreement', key, content },
      () => insertAgreement(trx, user, given),
      (done) => (done instanceof ValidationError ? null : done),
      (done) => done,
    ),
  );
}
/** Keeps an agreement in a transaction of somebody's who may. @param append how its entry comes into the log */
export async function insertAgreement(
  trx: Trx,
  user: User,
  { holder, vendor, terms: given }: Omit<NewAgreement, 'key'>,
  append: Append = appendLog,
): Promise<Done | ValidationError> {
  // One at a time of a holder: of two with the same number the second is refused.
  const { rows: holders } = await sql<{ id: string; name: string }>`
    SELECT id, coalesce(content->>'shortName', title) AS name FROM record WHERE kind = 'ORGANIZATION' AND slug = ${holder} FOR NO KEY UPDATE`.execute(trx);
  const { rows: vendors } = await sql<Done>`
    SELECT v.id FROM record v WHERE v.kind = 'VENDOR' AND ${visibleRecords(viewerOf(user), 'v')} AND (v.slug = ${vendor.trim()} OR lower(v.title) = lower(${vendor.trim()})) ORDER BY v.slug = ${vendor.trim()} DESC, v.id LIMIT 1`.execute(
    trx,
  );
  const own = holders[0];
  const { terms, faults } = checkTerms(given);
  if (!vendors[0]) faults.unshift(fault('vendor', 'NO_VENDOR'));
  if (terms && own) faults.push(...(await numberFaults(trx, terms, { slug: holder, name: own.name }, null)), ...(await fileFaults(trx, user, terms, null)));
  if (!terms || !own || !vendors[0] || faults.length > 0) return new ValidationError(faults);
  const { rows } = await sql<Done>`INSERT INTO agreement (organization_id, vendor_id) VALUES (${own.id}::uuid, ${vendors[0].id}::uuid) RETURNING id`.execute(
    trx,
  );
  const { id } = rows[0] as Done;
  const version = await insertVersion(trx, user, id, terms, { version: 1, holdsFrom: null, reason: '' });
  await append(trx, [{ kind: 'AGREEMENT_KEPT', body: { subject: version } }]);
  return { id };
}

export type Amendment = { versions: number; holdsFrom: string; reason: string; terms: AgreementTermsInput };

/**
 * Amends an agreement: from a day on other terms hold, and those before stay as they were. A correction holds from the day of the
 * version that it corrects.
 * @throws GraphQLError FORBIDDEN for who is no procurement officer of the holder
 */
export const amendAgreement = (db: Database, user: User, id: string, amendment: Amendment): Promise<Done | ValidationError> =>
  db.transaction().execute((trx) => amendIn(trx, user, id, amendment));
/** The same in a transaction of somebody's. */
export async function amendIn(
  trx: Trx,
  user: User,
  id: string,
  { versions, holdsFrom, reason, terms: given }: Amendment,
  append: Append = appendLog,
): Promise<Done | ValidationError> {
  const agreement = await locked(trx, user, id);
  if (!agreement) return refuse('id', 'NO_AGREEMENT');
  if (!canKeep(user, agreement.holderSlug)) throw forbidden('ONLY_AGREEMENT_KEEPERS');
  // Somebody else amended it in between: nothing is overwritten.
  if (agreement.versions !== versions) return refuse('versions', 'STALE');
  const last = (await readVersions(trx, viewerOf(user), [agreement.id]))[0]?.at(-1);
  const { terms, faults } = checkTerms(given);
  faults.push(...requiredText('reason', reason, 'AMENDMENT_REASON', TEXT_MAX));
  if (!isDate(holdsFrom)) faults.push(fault('holdsFrom', 'DATE', { example: '2027-05-31' }));
  else if (last?.holdsFrom && holdsFrom < last.holdsFrom) faults.push(fault('holdsFrom', 'AMENDMENT_OVERLAPS', { day: last.holdsFrom }));
  if (terms && last) {
    if (changedTerms(last, terms).length === 0) faults.push(fault('holdsFrom', 'AMENDMENT_SAME'));
    faults.push(...(await numberFaults(trx, terms, { slug: agreement.holderSlug, name: agreement.holderName }, agreement.id)));
    faults.push(...(await fileFaults(trx, user, terms, last.documentFile)));
    if (terms.ceiling !== null && agreement.drawn !== null && terms.ceiling < agreement.drawn)
      faults.push(fault('ceiling', 'DRAWN_UNDER_CEILING', { drawn: inWords(agreement.drawn, terms.currency) }));
  }
  if (!terms || faults.length > 0) return new ValidationError(faults);
  await sql`UPDATE agreement_version SET holds_until = ${holdsFrom}::date WHERE agreement_id = ${agreement.id}::uuid AND holds_until IS NULL`.execute(trx);
  const version = await insertVersion(trx, user, agreement.id, terms, { version: versions + 1, holdsFrom, reason: reason.trim() });
  await sealed(trx, agreement, 'AGREEMENT_AMENDED', version, append);
  return { id: agreement.id };
}

export type Drawing = { drawn: number; onDay: string; source: string; key: string };

/** Says how much was drawn under an agreement, all in all, up to a day. @throws GraphQLError FORBIDDEN for who is no procurement officer of the holder */
export async function drawAgreement(db: Database, user: User, id: string, given: Drawing): Promise<Done | ValidationError> {
  const { key, ...content } = given;
  return db.transaction().execute((trx) =>
    once(
      trx,
      { personId: user.id, mutation: 'drawAgreement', key, content: { id, ...content } },
      async (): Promise<Done | ValidationError> => {
        const agreement = await locked(trx, user, id);
        if (!agreement) return refuse('id', 'NO_AGREEMENT');
        if (!canKeep(user, agreement.holderSlug)) throw forbidden('ONLY_AGREEMENT_KEEPERS');
        const faults = requiredText('source', given.source, 'MISSING', TEXT_MAX);
        const today = utcToday();
        if (!isDate(given.onDay)) faults.push(fault('onDay', 'DATE', { example: '2027-05-31' }));
        else if (given.onDay > today) faults.push(fault('onDay', 'DAY_TO_COME', { today }));
        if (!amount.safeParse(given.drawn).success) faults.push(fault('drawn', 'AMOUNT'));
        else if (isDate(given.onDay)) {
          const then = await readAgreement(trx, viewerOf(user), id, given.onDay);
          if (then && then.ceiling === null) faults.push(fault('drawn', 'DRAWN_NO_CEILING'));
          else if (then && then.ceiling !== null && given.drawn > then.ceiling)
            faults.push(fault('drawn', 'DRAWN_OVER', { ceiling: inWords(then.ceiling, then.currency) }));
        }
        if (faults.length > 0) return new ValidationError(faults);
        const { rows } = await sql<Done>`
          INSERT INTO agreement_drawing (agreement_id, drawn, on_day, source, written_by) VALUES (${agreement.id}::uuid, ${given.drawn}, ${given.onDay}::date, ${given.source.trim()}, ${user.id}::uuid) RETURNING id`.execute(
          trx,
        );
        await sealed(trx, agreement, 'AGREEMENT_DRAWN', (rows[0] as Done).id);
        return { id: agreement.id };
      },
      (done) => (done instanceof ValidationError ? null : done),
      (done) => done,
    ),
  );
}

/** Says who sees an agreement beside the holder's people and procurement officers. @throws GraphQLError FORBIDDEN for who is no procurement officer of the holder */
export async function openAgreement(db: Database, user: User, id: string, openings: number, audience: Audience): Promise<Done | ValidationError> {
  return db.transaction().execute(async (trx) => {
    const agreement = await locked(trx, user, id);
    if (!agreement) return refuse('id', 'NO_AGREEMENT');
    if (!canKeep(user, agreement.holderSlug)) throw forbidden('ONLY_AGREEMENT_KEEPERS');
    if (agreement.openings !== openings) return refuse('openings', 'STALE');
    await sql`UPDATE agreement SET audience = ${audience}::audience, openings = openings + 1, opened_by = ${user.id}::uuid, opened_at = now() WHERE id = ${agreement.id}::uuid`.execute(
      trx,
    );
    await sealed(trx, agreement, 'AGREEMENT_OPENED', agreement.id);
    return { id: agreement.id };
  });
}

/** Who is asked for the use of an organization's agreements: its procurement officers, else its focal points. */
export async function askedFor(trx: Trx, organizationSlug: string): Promise<Receiver[]> {
  const { rows } = await sql<Done>`SELECT id FROM record WHERE kind = 'ORGANIZATION' AND slug = ${organizationSlug}`.execute(trx);
  const id = rows[0]?.id;
  if (!id) return [];
  const officers = await peopleOf(trx, id, 'PROCUREMENT_OFFICER');
  return officers.length > 0 ? officers : peopleOf(trx, id, 'FOCAL_POINT');
}

/** Of what is made up only demonstration accounts are told; nobody receives at their addresses (RFC 2606). */
const told = ({ demo }: { demo: boolean }, receivers: Receiver[]): Receiver[] =>
  demo ? receivers.filter(({ email }) => email.endsWith('.invalid')) : receivers;

export type UseRequest = { organization: string; text: string; key: string };

/**
 * Asks the holder of an agreement for its use, in the name of another organization. The holder is written to.
 * @throws GraphQLError FORBIDDEN for who has no role in that organization
 */
export async function askForUse(
  db: Database,
  user: User,
  id: string,
  { organization, text, key }: UseRequest,
  baseUrl: string,
): Promise<Done | ValidationError> {
  return db.transaction().execute((trx) =>
    once(
      trx,
      { personId: user.id, mutation: 'askForUse', key, content: { id, organization, text } },
      async (): Promise<Done | ValidationError> => {
        const agreement = await locked(trx, user, id);
        if (!agreement) return refuse('id', 'NO_AGREEMENT');
        if (organization === agreement.holderSlug) return refuse('organization', 'USE_OWN');
        if (!asksFor(user, agreement.holderSlug).includes(organization)) throw forbidden('ONLY_USE_ASKERS');
        if (agreement.use === 'CLOSED') return refuse('id', 'USE_CLOSED');
        if (agreement.endsOn < utcToday()) return refuse('id', 'USE_ENDED', { day: agreement.endsOn });
        const faults = requiredText('text', text, 'USE_TEXT', TEXT_MAX);
        if (faults.length > 0) return new ValidationError(faults);
        const { rows } = await sql<Done & { name: string }>`
          INSERT INTO agreement_request (agreement_id, organization_id, text, asked_by)
          SELECT ${agreement.id}::uuid, o.id, ${text.trim()}, ${user.id}::uuid FROM record o WHERE o.kind = 'ORGANIZATION' AND o.slug = ${organization}
          ON CONFLICT DO NOTHING RETURNING id, (SELECT coalesce(r.content->>'shortName', r.title) FROM record r WHERE r.id = organization_id) AS name`.execute(
          trx,
        );
        const request = rows[0];
        if (!request) return refuse('id', 'USE_WAITS');
        await sealed(trx, agreement, 'AGREEMENT_ASKED', request.id);
        await mailAll(
          trx,
          told(agreement, await askedFor(trx, agreement.holderSlug)),
          `agreement-request:${request.id}`,
          `${request.name} asks to use the agreement ${agreement.number}`,
          () =>
            `${user.name} of ${request.name} asks to use the agreement ${agreement.number}, ${agreement.title}, of ${agreement.holderName} with ${agreement.vendorTitle}:\n\n${text.trim()}\n\nAnswer here: ${baseUrl}/agreements/${agreement.id}#requests`,
        );
        return { id: agreement.id };
      },
      (done) => (done instanceof ValidationError ? null : done),
      (done) => done,
    ),
  );
}

/** Answers who asked for the use of an agreement, once. Who asked is written to. @throws GraphQLError FORBIDDEN for who is no procurement officer of the holder */
export async function answerUse(
  db: Database,
  user: User,
  requestId: string,
  { granted, text }: { granted: boolean; text: string },
  baseUrl: string,
): Promise<Done | ValidationError> {
  if (!isUuid(requestId)) return refuse('request', 'NO_REQUEST');
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ agreementId: string; granted: boolean | null; askedBy: string | null; organization: string }>`
      SELECT q.agreement_id AS "agreementId", q.granted, q.asked_by AS "askedBy", coalesce(w.content->>'shortName', w.title) AS organization
      FROM agreement_request q JOIN record w ON w.id = q.organization_id WHERE q.id = ${requestId}::uuid FOR UPDATE OF q`.execute(trx);
    const request = rows[0];
    const agreement = request ? await locked(trx, user, request.agreementId) : null;
    if (!request || !agreement) return refuse('request', 'NO_REQUEST');
    if (!canKeep(user, agreement.holderSlug)) throw forbidden('ONLY_AGREEMENT_KEEPERS');
    if (request.granted !== null) return refuse('request', 'USE_ANSWERED');
    const faults = requiredText('text', text, 'USE_ANSWER', TEXT_MAX);
    if (faults.length > 0) return new ValidationError(faults);
    await sql`UPDATE agreement_request SET granted = ${granted}, answer = ${text.trim()}, answered_by = ${user.id}::uuid, answered_at = now() WHERE id = ${requestId}::uuid`.execute(
      trx,
    );
    await sealed(trx, agreement, 'AGREEMENT_ANSWERED', requestId);
    const { rows: askers } =
      await sql<Receiver>`SELECT id, name, email FROM person WHERE id = ${request.askedBy}::uuid AND suspended_at IS NULL AND erased_at IS NULL`.execute(trx);
    await mailAll(
      trx,
      told(agreement, askers),
      `agreement-answer:${requestId}`,
      `${agreement.holderName} ${granted ? 'lets' : 'does not let'} ${request.organization} use the agreement ${agreement.number}`,
      () =>
        `${agreement.holderName} answers for ${agreement.number}, ${agreement.title}, with ${agreement.vendorTitle}:\n\n${text.trim()}\n\nThe agreement: ${baseUrl}/agreements/${agreement.id}#requests`,
    );
    return { id: agreement.id };
  });
}
