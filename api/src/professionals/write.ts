import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { mailText } from '#i18n/mail.ts';
import { personName } from '#prisma/content/person-name.ts';
import { sectors } from '#prisma/content/project.ts';
import { oneLine, turningSign } from '#prisma/content/text.ts';
import { readings } from '#prisma/content/understood.ts';
import type { Database, Trx } from '#prisma/database.ts';
import type { ProfessionalAudience } from '#prisma/generated/enums.ts';
import type { Context } from '../context.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { forbidden, refuse, ValidationError } from '../errors.ts';
import { mailAll } from '../contributions/mails.ts';
import { queueMail } from '../mail/queue.ts';
import { recordAddress } from '../records/address.ts';
import { recordsAtAddresses } from '../records/load.ts';
import { requiredText } from '../required-text.ts';
import { ASKED_AFTER_DAYS, entersPool, HIDDEN_AFTER_DAYS } from './policy.ts';
import { type ProfessionalOffer, readProfessional } from './professional.ts';

const ABOUT_MAX = 2000;
const AVAILABILITY_MAX = 300;
const ITEM_MAX = 100;
const ITEMS_MAX = 20;
const MESSAGE_MAX = 4000;
const HOUR = 3_600_000;
/** So many messages somebody sends to the pool within an hour, and so many one of the pool gets within a day. */
const BY_ONE = 5;
const TO_ONE = 10;

/** What somebody enters of themself. Lists are as typed: names of languages and countries are understood in any language of the UN. */
export type ProfessionalInput = {
  name: string;
  about: string;
  technologies: readonly string[];
  tasks: readonly string[];
  sectors: readonly string[];
  languages: readonly string[];
  countries: readonly string[];
  /** Addresses of pages of projects and lessons, whole or from the first slash on. */
  works: readonly string[];
  offers: readonly ProfessionalOffer[];
  availability: string;
  audience: ProfessionalAudience;
  showsAddress: boolean;
};

const optional = (path: string, text: string, max: number): FieldFault[] => (text.trim() === '' ? [] : requiredText(path, text, 'MISSING', max));
/** Items as lines, each once whatever its case, and what is wrong with them. */
function lines(path: string, items: readonly string[], faults: FieldFault[]): string[] {
  const given = [
    ...new Map(
      items
        .map(oneLine)
        .filter(Boolean)
        .map((one) => [one.toLowerCase(), one]),
    ).values(),
  ];
  if (given.length > ITEMS_MAX) faults.push(fault(path, 'TOO_MANY_ITEMS', { max: ITEMS_MAX }));
  for (const one of given) {
    if (one.length > ITEM_MAX) faults.push(fault(path, 'TOO_LONG', { max: ITEM_MAX }));
    else if (turningSign(one) !== null) faults.push(fault(path, 'TURNING'));
  }
  return given;
}
/** The same, each as its code; what is none is named. */
function codes(path: 'languages' | 'countries', items: readonly string[], read: (text: string) => string | undefined, faults: FieldFault[]): string[] {
  const given = lines(path, items, faults);
  const known = given.map((one) => [one, read(one)] as const);
  const unknown = known.flatMap(([one, code]) => (code === undefined ? [one] : []));
  if (unknown.length > 0)
    faults.push(fault(path, path === 'languages' ? 'LANGUAGES_UNKNOWN' : 'COUNTRIES_UNKNOWN', { values: unknown.join(', ').slice(0, 200) }));
  return [...new Set(known.flatMap(([, code]) => code ?? []))];
}

/** The path of an address that was copied from a browser. */
const pathOf = (text: string): string =>
  text
    .trim()
    .replace(/^https?:\/\/[^/]+/i, '')
    .split(/[?#]/, 1)[0] ?? '';

type Lists = 'offers' | 'technologies' | 'tasks' | 'sectors' | 'languages' | 'countries' | 'works';
type Checked = Omit<ProfessionalInput, Lists> & Record<Lists, string[]>;
/** What is to be kept, works as ids of records; or all that is wrong with it. */
async function checked(trx: Trx, user: User, given: ProfessionalInput): Promise<Checked | ValidationError> {
  const faults: FieldFault[] = [];
  const name = personName(given.name, { demo: user.demo ?? false });
  if (name === '') faults.push(fault('name', 'MISSING'));
  else if (turningSign(name) !== null) faults.push(fault('name', 'TURNING'));
  faults.push(...optional('about', given.about, ABOUT_MAX), ...optional('availability', given.availability, AVAILABILITY_MAX));
  const technologies = lines('technologies', given.technologies, faults);
  const tasks = lines('tasks', given.tasks, faults);
  const languages = codes('languages', given.languages, readings.language, faults);
  const countries = codes('countries', given.countries, readings.country, faults);
  const known = new Set<string>(sectors);
  if (given.sectors.some((one) => !known.has(one))) faults.push(fault('sectors', 'CHOOSE'));
  if (technologies.length + tasks.length + given.sectors.length === 0) faults.push(fault('technologies', 'POOL_KNOWS'));
  if (given.offers.length === 0) faults.push(fault('offers', 'POOL_OFFERS'));
  if (given.audience === 'ORGANIZATION' && viewerOf(user).organizationIds.length === 0) faults.push(fault('audience', 'NO_ROLE_THERE'));
  const works = lines('works', given.works.map(pathOf), faults).map((one) => [one, recordAddress(one)] as const);
  const addresses = works.flatMap(([, address]) => (address && ['PROJECT', 'LESSON'].includes(address.kind) ? [address] : []));
  const records = faults.some(({ path }) => path === 'works') ? [] : await recordsAtAddresses(trx, viewerOf(user), addresses);
  if (records.length < works.length) {
    const there = new Set(records.map(({ kind, slug }) => `${kind} ${slug}`));
    const missing = works.flatMap(([text, address]) => (address && there.has(`${address.kind} ${address.slug}`) ? [] : [text]));
    faults.push(fault('works', 'POOL_WORKS', { values: missing.join(', ').slice(0, 200) }));
  }
  if (faults.length > 0) return new ValidationError(faults);
  return {
    name,
    about: given.about.trim(),
    technologies,
    tasks,
    sectors: [...new Set(given.sectors)],
    languages,
    countries,
    works: [...new Set(records.map(({ id }) => id))],
    offers: [...new Set(given.offers)],
    availability: oneLine(given.availability),
    audience: given.audience,
    showsAddress: given.showsAddress,
  };
}

/**
 * Enters a person into the pool or changes their entry, which counts as saying that it is correct.
 * @param edits the number of the last change that they saw; 0 for a new entry
 * @param consents whether they agree that this is kept and shown; asked once, and again after a withdrawal
 * @throws GraphQLError FORBIDDEN for who is not of the UN system
 */
export async function saveProfessional(
  db: Database,
  user: User,
  { edits, consents, ...input }: ProfessionalInput & { edits: number; consents: boolean },
): Promise<{ id: string } | ValidationError> {
  if (!entersPool(user)) throw forbidden('ONLY_POOL');
  return db.transaction().execute(async (trx) => {
    // One form of a person at a time.
    await sql`SELECT 1 FROM person WHERE id = ${user.id}::uuid FOR NO KEY UPDATE`.execute(trx);
    const now = await trx.selectFrom('professional').select(['id', 'edits']).where('personId', '=', user.id).executeTakeFirst();
    if ((now?.edits ?? 0) !== edits) return refuse('edits', 'STALE');
    const given = await checked(trx, user, input);
    const faults = [...(given instanceof ValidationError ? given.fields : []), ...(now || consents ? [] : [fault('consents', 'POOL_CONSENT')])];
    if (given instanceof ValidationError || faults.length > 0) return new ValidationError(faults);
    const { works, ...row } = given;
    const written = { ...row, confirmedAt: sql<Date>`now()`, updatedAt: sql<Date>`now()`, edits: edits + 1 };
    const { id } = now
      ? await trx.updateTable('professional').set(written).where('id', '=', now.id).returning('id').executeTakeFirstOrThrow()
      : await trx
          .insertInto('professional')
          .values({ ...written, personId: user.id })
          .returning('id')
          .executeTakeFirstOrThrow();
    await trx.deleteFrom('professionalWork').where('professionalId', '=', id).execute();
    if (works.length > 0)
      await trx
        .insertInto('professionalWork')
        .values(works.map((recordId, position) => ({ professionalId: id, recordId, position })))
        .execute();
    return { id };
  });
}

/** Says that one's entry is still correct. */
export async function confirmProfessional(db: Database, user: User): Promise<{ id: string } | ValidationError> {
  const row = await db.updateTable('professional').set({ confirmedAt: sql`now()` }).where('personId', '=', user.id).returning('id').executeTakeFirst();
  return row ?? refuse('edits', 'POOL_NOT_IN');
}

/** Takes a person out of the pool: the entry is deleted, and mails about it that were not sent yet with it. */
export async function withdrawProfessional(db: Database | Trx, personId: string): Promise<boolean> {
  const { rows } = await sql`
    WITH gone AS (DELETE FROM professional WHERE person_id = ${personId}::uuid RETURNING id),
    unsent AS (DELETE FROM mail_outbox o USING gone WHERE o.sent_at IS NULL AND o.person_id = ${personId}::uuid AND (o.event_key LIKE 'professional:' || gone.id || ':%' OR o.event_key LIKE 'professional-message:' || gone.id || ':%'))
    SELECT id FROM gone`.execute(db);
  return rows.length > 0;
}

/**
 * Sends a message to somebody of the pool by mail. Who writes learns no address that is not shown; the answer goes to theirs. The same
 * text of the same person is sent once a day.
 * @returns what is wrong with the input, or null
 */
export async function writeToProfessional({ services, user, viewer }: Context & { user: User }, id: string, text: string): Promise<ValidationError | null> {
  const { db, accounts } = services;
  const faults = requiredText('text', text, 'MISSING', MESSAGE_MAX);
  if (faults.length > 0) return new ValidationError(faults);
  if (!viewer.unSystem) throw forbidden('ONLY_POOL_WRITERS');
  const to = await readProfessional(db, user, id);
  if (!to) return refuse('text', 'POOL_GONE');
  if (to.personId === user.id) return refuse('text', 'POOL_SELF');
  const day = new Date().toISOString().slice(0, 10);
  const key = createHash('sha256')
    .update(JSON.stringify([user.id, text.trim(), day]))
    .digest('base64url');
  const organizations = [...new Set(user.memberships.flatMap(({ organizationName }) => organizationName ?? []))].join(', ');
  return passOn({ services, user }, to, {
    key,
    subject: mailText('professionalMessageSubject', { name: user.name }),
    text: mailText('professionalMessage', {
      name: organizations === '' ? user.name : `${user.name} (${organizations})`,
      text: text.trim(),
      email: user.email,
      address: `${accounts.settings.baseUrl}/people/me`,
    }),
  });
}

/**
 * Passes a mail on to somebody of the pool, within the limits of who writes and of who gets it. The same key is sent once, and goes unsent when they
 * withdraw before.
 * @returns why it is not sent, or null
 */
export async function passOn(
  { services: { db, accounts }, user }: Pick<Context, 'services'> & { user: User },
  to: { id: string; personId: string; name: string },
  mail: { key: string; subject: string; text: string },
): Promise<ValidationError | null> {
  const key = `professional-message:${to.id}:${mail.key}`;
  // A second press of the button is the same message, and counts for nothing.
  if (await db.selectFrom('mailOutbox').select('id').where('eventKey', '=', key).executeTakeFirst()) return null;
  const wait = await accounts.attempts.within('professional', user.id, BY_ONE, HOUR);
  if (wait > 0) return refuse('text', 'POOL_MANY', { count: BY_ONE, minutes: Math.ceil(wait / 60) });
  if ((await accounts.attempts.within('professionals', to.id, TO_ONE, 24 * HOUR)) > 0) return refuse('text', 'POOL_ENOUGH');
  await db.transaction().execute(async (trx) => {
    // Who withdraws meanwhile gets nothing.
    const { rows } = await sql<{ email: string }>`
      SELECT p.email FROM professional f JOIN person p ON p.id = f.person_id WHERE f.id = ${to.id}::uuid AND p.suspended_at IS NULL AND p.erased_at IS NULL FOR SHARE OF f`.execute(
      trx,
    );
    const person = rows[0];
    if (!person) return;
    await queueMail(trx, {
      key,
      personId: to.personId,
      address: person.email,
      replyTo: user.email,
      subject: mail.subject,
      text: mailText('frame', { name: to.name, text: mail.text }),
    });
  });
  return null;
}

/** The daily round: whoever's entry is a year old is asked once by mail whether it is still correct, before it is hidden. */
export async function professionalRound(db: Database, baseUrl: string): Promise<number> {
  const { rows } = await sql<{ id: string; personId: string; name: string; email: string; confirmed: string; hidden: string }>`
    SELECT f.id, f.person_id AS "personId", f.name, p.email, f.confirmed_at::date::text AS confirmed, (f.confirmed_at::date + ${sql.lit(ASKED_AFTER_DAYS + HIDDEN_AFTER_DAYS)})::text AS hidden
    FROM professional f JOIN person p ON p.id = f.person_id
    WHERE f.confirmed_at::date <= CURRENT_DATE - ${sql.lit(ASKED_AFTER_DAYS)} AND f.confirmed_at::date > CURRENT_DATE - ${sql.lit(ASKED_AFTER_DAYS + HIDDEN_AFTER_DAYS)} AND p.suspended_at IS NULL AND p.erased_at IS NULL
      AND EXISTS (SELECT FROM membership m WHERE m.person_id = p.id) AND NOT EXISTS (SELECT FROM mail_outbox o WHERE o.event_key = 'professional:' || f.id || ':' || f.confirmed_at::date || ':' || p.id)
    ORDER BY f.confirmed_at, f.id LIMIT 500`.execute(db);
  for (const { id, personId, name, email, confirmed, hidden } of rows)
    await db
      .transaction()
      .execute((trx) =>
        mailAll(trx, [{ id: personId, name, email }], `professional:${id}:${confirmed}`, mailText('professionalFreshSubject'), () =>
          mailText('professionalFresh', { day: confirmed, hidden, address: `${baseUrl}/people/me` }),
        ),
      );
  return rows.length;
}
