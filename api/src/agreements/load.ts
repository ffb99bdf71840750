import { z } from 'zod';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { sentence } from '#i18n/sentence.ts';
import type { Database } from '#prisma/database.ts';
import { appendLog, type LogDraft } from '#prisma/log.ts';
import type { User } from '../accounts/user.ts';
import { forbidden, ValidationError } from '../errors.ts';
import { once } from '../request-key.ts';
import { canKeep } from './policy.ts';
import { type AgreementTermsInput, uses } from './terms.ts';
import { amendIn, insertAgreement } from './write.ts';

/** So many releases are loaded at once. */
const RELEASES_MAX = 500;

const text = z.string().nullish();
const id = z.union([z.string(), z.number()]).transform(String);
const reference = z.looseObject({ id: id.nullish(), name: text });
const value = z.looseObject({ amount: z.number().nullish(), currency: text }).nullish();
const items = z.array(z.looseObject({ classification: z.looseObject({ scheme: text, id: id.nullish() }).nullish() })).nullish();
const period = z.looseObject({ startDate: text, endDate: text }).nullish();
/** What is read of a release; all else in it is left where it is. */
const release = z.looseObject({
  ocid: z.string().min(1),
  id,
  date: text,
  buyer: reference.nullish(),
  awards: z.array(z.looseObject({ id, title: text, suppliers: z.array(reference).nullish(), value, items, contractPeriod: period })).nullish(),
  contracts: z
    .array(
      z.looseObject({
        id,
        title: text,
        description: text,
        period,
        value,
        items,
        documents: z.array(z.looseObject({ url: text, title: text })).nullish(),
        amendments: z.array(z.looseObject({ date: text, rationale: text })).nullish(),
        atrium: z.looseObject({ callOff: text, use: z.enum(uses).nullish(), useTerms: text, source: text, contact: text }).nullish(),
      }),
    )
    .nullish(),
});
type Release = z.output<typeof release>;

type Read = { terms: AgreementTermsInput; vendor: string; amendment: { holdsFrom: string; reason: string } };
const dayOf = (moment: string | null | undefined) => (moment ?? '').slice(0, 10);

/** A release as the terms of an agreement: of its contract, and where that says nothing of its award. Null where it has not what an agreement needs. */
function termsOf({ id: releaseId, date, awards, contracts }: Release): Read | null {
  const contract = contracts?.length === 1 ? contracts[0] : undefined;
  const award = awards?.[0];
  const supplier = award?.suppliers?.[0];
  const when = contract?.period ?? award?.contractPeriod;
  if (!contract || !supplier || !when) return null;
  const worth = contract.value ?? award?.value;
  const own = contract.atrium ?? {};
  const document = contract.documents?.find(({ url }) => /^https?:\/\//.test(url ?? ''));
  const amendment = contract.amendments?.at(-1);
  const terms: AgreementTermsInput = {
    number: contract.id,
    title: contract.title ?? award?.title ?? '',
    scope: contract.description || contract.title || award?.title || '',
    unspsc: (contract.items ?? award?.items ?? []).flatMap(({ classification }) =>
      classification?.scheme === 'UNSPSC' && classification.id ? [classification.id] : [],
    ),
    startsOn: dayOf(when.startDate),
    endsOn: dayOf(when.endDate),
    ceiling: worth?.amount ?? null,
    currency: worth?.amount == null ? null : (worth.currency ?? null),
    callOff: own.callOff ?? '',
    use: own.use ?? 'NOT_STATED',
    useTerms: own.useTerms ?? '',
    contact: own.contact ?? '',
    documentLabel: document?.title ?? '',
    documentAddress: document?.url ?? null,
    source: own.source || `Release ${releaseId} of the Open Contracting Data Standard`,
  };
  const named = /^vendors\/(.+)$/.exec(supplier.id ?? '')?.[1];
  return {
    terms,
    vendor: named ?? supplier.name ?? '',
    amendment: { holdsFrom: dayOf(amendment?.date ?? date), reason: amendment?.rationale || `Release ${releaseId}` },
  };
}

class NothingLoaded extends Error {
  readonly faults: readonly FieldFault[];
  constructor(faults: readonly FieldFault[]) {
    super('nothing is loaded');
    this.faults = faults;
  }
}

/** The package as its releases, those of one contracting process one after the other by date, each with its place. */
function releasesIn(data: unknown): { releases: { index: number; release: Release }[]; faults: FieldFault[] } {
  const given = (data as { releases?: unknown } | null)?.releases;
  if (!Array.isArray(given) || given.length === 0) return { releases: [], faults: [fault('data', 'OCDS_PACKAGE', { said: 'releases' })] };
  if (given.length > RELEASES_MAX) return { releases: [], faults: [fault('data', 'OCDS_MANY', { max: RELEASES_MAX, given: given.length })] };
  const parsed = given.map((one, index) => ({ index, parsed: release.safeParse(one) }));
  const wrong = parsed.find(({ parsed: one }) => !one.success);
  if (wrong?.parsed.error) {
    const [first] = wrong.parsed.error.issues;
    return {
      releases: [],
      faults: [
        fault('data', 'OCDS_PACKAGE', { said: `releases.${wrong.index}.${first?.path.map(String).join('.') ?? ''}: ${first?.message ?? ''}`.slice(0, 300) }),
      ],
    };
  }
  const releases = parsed.flatMap(({ index, parsed: one }) => (one.success ? [{ index, release: one.data }] : []));
  return { releases: releases.toSorted((a, b) => (a.release.date ?? '').localeCompare(b.release.date ?? '') || a.index - b.index), faults: [] };
}

/**
 * Loads agreements of a holder from releases of the Open Contracting Data Standard 1.1: of each contracting process the first release
 * is the agreement as it was concluded, each later one an amendment. All or nothing: what is wrong is named with the release it is in.
 * @returns how many agreements were loaded
 * @throws GraphQLError FORBIDDEN for who is no procurement officer of the holder
 */
export async function loadAgreements(
  db: Database,
  user: User,
  { holder, data, key }: { holder: string; data: unknown; key: string },
): Promise<{ loaded: number } | ValidationError> {
  if (!canKeep(user, holder)) throw forbidden('ONLY_AGREEMENT_KEEPERS');
  const { releases, faults } = releasesIn(data);
  if (faults.length > 0) return new ValidationError(faults);
  try {
    return await db.transaction().execute((trx) =>
      once(
        trx,
        { personId: user.id, mutation: 'loadAgreements', key, content: { holder, data } },
        async () => {
          const found: FieldFault[] = [];
          // The log is locked for its append alone, the last thing that is done: until then everybody else goes on.
          const entries: LogDraft[] = [];
          const later = async (_trx: unknown, drafts: LogDraft[]) => entries.push(...drafts);
          /** By contracting process: the agreement that it became, and how many versions it has. */
          const made = new Map<string, { id: string; versions: number }>();
          for (const { index, release: one } of releases) {
            const wrong = (field: string, message: string) => found.push(fault('data', 'OCDS_RELEASE', { release: index + 1, field, message }));
            const buyer = /^organizations\/(.+)$/.exec(one.buyer?.id ?? '')?.[1];
            if (buyer && buyer !== holder) wrong('buyer', sentence(fault('', 'OCDS_BUYER', { buyer: one.buyer?.name ?? buyer })));
            const read = termsOf(one);
            if (!read) {
              wrong('contracts', sentence(fault('', 'OCDS_CONTRACT')));
              continue;
            }
            const before = made.get(one.ocid);
            const done = before
              ? await amendIn(trx, user, before.id, { versions: before.versions, ...read.amendment, terms: read.terms }, later)
              : await insertAgreement(trx, user, { holder, vendor: read.vendor, terms: read.terms }, later);
            if (done instanceof ValidationError) for (const fieldFault of done.fields) wrong(fieldFault.path, sentence(fieldFault));
            else made.set(one.ocid, { id: done.id, versions: (before?.versions ?? 0) + 1 });
          }
          if (found.length > 0) throw new NothingLoaded(found.slice(0, 50));
          await appendLog(trx, entries);
          return { loaded: made.size };
        },
        (done) => (done instanceof ValidationError ? null : done),
        (done) => done,
      ),
    );
  } catch (error) {
    if (error instanceof NothingLoaded) return new ValidationError(error.faults);
    throw error;
  }
}
