import { sql } from 'kysely';
import type { Audience } from '#prisma/content/shared.ts';
import { audienceOf, sections } from '#prisma/content/audience.ts';
import { canOversee } from '../accounts/policy.ts';
import { signedIn, usingLink } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { forbidden, ValidationError } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { batch } from '../records/batch.ts';
import { AudienceEnum, contentOf, KindEnum, RecordInterface } from '../records/record.ts';
import type { RecordRow } from '../records/load.ts';
import { CertaintyEnum, citationsOf, CitationType, type CitedFact } from '../records/statement.ts';
import { confirmStillCorrect, ESCALATION_DAYS, type LinkView, readLink, renewLink, type StaleRow, staleRecords } from './freshness.ts';
import { canArchive, canEditRecord, isWritable } from './policy.ts';
import { ownerSlugs } from './loaded.ts';

type Contact = { name: string; role?: string; email: string };
type Funding = CitedFact & { label: string; amount: number; currency: string; period?: string; owner: string };
type Attachment = { file: string; title: string; description?: string; owners: readonly string[] };
type SectionAudience = { section: string; audience: Audience };

const ContactType = builder.objectRef<Contact>('Contact').implement({
  description: 'Whom to write to. For the UN system unless the owners chose otherwise.',
  fields: (t) => ({
    name: t.exposeString('name'),
    role: t.string({ nullable: true, resolve: (contact) => contact.role ?? null }),
    email: t.exposeString('email'),
  }),
});
const FundingType = builder.objectRef<Funding>('FundingAmount').implement({
  description: 'What was paid or promised. For the UN system unless the owners chose otherwise.',
  fields: (t) => ({
    label: t.exposeString('label'),
    amount: t.exposeFloat('amount', { description: 'In units of the currency.' }),
    currency: t.exposeString('currency', { description: 'ISO 4217.' }),
    period: t.string({ nullable: true, resolve: (funding) => funding.period ?? null }),
    asAt: t.string({ nullable: true, resolve: (funding) => funding.asAt ?? null }),
    certainty: t.field({ type: CertaintyEnum, resolve: (funding) => funding.certainty }),
    note: t.string({ nullable: true, resolve: (funding) => funding.note ?? null }),
    citations: t.field({ type: [CitationType], resolve: (funding) => citationsOf(funding, funding.owner) }),
  }),
});
type FileRow = { hash: string; type: string; size: number; picture: boolean };
/** The files of records, and of drafts that are shown as records, as they are kept: one statement for all that an answer shows. */
const filesOf = batch(async ({ reads }, ids: readonly string[]): Promise<FileRow[][]> => {
  const rows = await reads.rows(sql<FileRow & { owner: string }>`
    SELECT DISTINCT o.id AS owner, f.hash, f.type, f.size, f.picture FROM unnest(${ids as string[]}::uuid[]) o (id) JOIN file f ON f.record_id = o.id OR f.draft_id = o.id`);
  return ids.map((id) => rows.filter((row) => row.owner === id));
});
const fileOf = async (attachment: Attachment, context: Context): Promise<FileRow | null> =>
  (await Promise.all(attachment.owners.map((id) => filesOf(context, id)))).flat().find(({ hash }) => hash === attachment.file) ?? null;

const AttachmentType = builder.objectRef<Attachment>('Attachment').implement({
  description: 'A document or picture that belongs to the record.',
  fields: (t) => ({
    title: t.exposeString('title'),
    description: t.string({ nullable: true, resolve: (file) => file.description ?? null }),
    url: t.string({ resolve: (file) => `/files/${file.file}` }),
    picture: t.boolean({
      description: 'It is a picture, which can be shown in a page.',
      resolve: async (file, _args, context) => (await fileOf(file, context))?.picture ?? false,
    }),
    mediaType: t.string({
      nullable: true,
      description: 'Found from its content.',
      resolve: async (file, _args, context) => (await fileOf(file, context))?.type ?? null,
    }),
    size: t.int({ nullable: true, description: 'In bytes.', resolve: async (file, _args, context) => (await fileOf(file, context))?.size ?? null }),
  }),
});
const SectionType = builder.objectRef<SectionAudience>('SectionAudience').implement({
  description: 'Who may see a section of a record.',
  fields: (t) => ({ section: t.exposeString('section'), audience: t.field({ type: AudienceEnum, resolve: (section) => section.audience }) }),
});

const list = async <Item>(row: RecordRow, context: Context, field: string): Promise<Item[]> =>
  ((await contentOf<Record<string, unknown>>(row, context))[field] as Item[] | undefined) ?? [];
const ownersOf = async (row: RecordRow, context: Context): Promise<string[]> =>
  ownerSlugs(context, { kind: row.kind, content: await contentOf<Record<string, unknown>>(row, context) });
type Dates = { verifyBy: string; verifiedAt: string | null; past: number };
const datesOf = batch(async ({ reads }, ids: readonly string[]): Promise<(Dates | null)[]> => {
  const rows = await reads.rows(sql<Dates & { id: string }>`
    SELECT id, verify_by::text AS "verifyBy", verified_at AS "verifiedAt", (CURRENT_DATE - verify_by)::int AS past FROM record WHERE id = ANY (${ids as string[]}::uuid[])`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
});
const dates = async (row: RecordRow, context: Context) => {
  if (row.verifyBy !== undefined) return { verifyBy: row.verifyBy, verifiedAt: row.verifiedAt ?? null, past: row.past ?? 0 };
  return datesOf(context, row.id);
};

const Freshness = builder.objectRef<{ verifyBy: string; verifiedAt: Date | string | null; past: number }>('Freshness').implement({
  description: 'Until when the record counts as fresh.',
  fields: (t) => ({
    verifyBy: t.exposeString('verifyBy', { description: 'The day by which somebody looks at it again: 2027-11-22.' }),
    verifiedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was published or confirmed last; null for what came with the library.',
      resolve: (freshness) => freshness.verifiedAt,
    }),
    past: t.boolean({ description: 'Past its date: it shows its age and ranks lower.', resolve: (freshness) => freshness.past > 0 }),
    daysPast: t.int({ resolve: (freshness) => Math.max(0, freshness.past) }),
  }),
});

builder.interfaceFields(RecordInterface, (t) => ({
  contacts: t.field({ type: [ContactType], resolve: (row, _args, context) => list<Contact>(row, context, 'contacts') }),
  contactsWithheld: t.boolean({
    description: 'It names people to write to, and shows them to members of the UN system who are signed in.',
    resolve: (row) => row.contactsWithheld ?? false,
  }),
  fundingAmounts: t.field({
    type: [FundingType],
    resolve: async (row, _args, context) => (await list<Funding>(row, context, 'fundingAmounts')).map((one) => ({ ...one, owner: row.id })),
  }),
  attachments: t.field({
    type: [AttachmentType],
    resolve: async (row, _args, context) =>
      (await list<Omit<Attachment, 'owners'>>(row, context, 'attachments')).map((one) => ({
        ...one,
        owners: [row.id, row.preview?.record].filter((id) => id != null),
      })),
  }),
  sectionAudiences: t.field({
    type: [SectionType],
    description: 'Who may see which section, for members of the UN system.',
    resolve: async (row, _args, context) => {
      if (!context.viewer.unSystem) return [];
      const content = await contentOf<Record<string, unknown>>(row, context);
      return Object.entries(sections[row.kind] ?? {}).map(([section, one]) => ({ section, audience: audienceOf(content, section, one) }));
    },
  }),
  freshness: t.field({
    type: Freshness,
    nullable: true,
    description: 'Null for what nobody keeps fresh: sources, goals, standards ...',
    resolve: async (row, _args, context) =>
      ['PROJECT', 'LESSON', 'VENDOR', 'BUILDING_BLOCK'].includes(row.kind) ? ((await dates(row, context)) ?? null) : null,
  }),
  contentToEdit: t.field({
    type: 'JSON',
    nullable: true,
    description: 'What a change of it begins with, for those who may propose one; null for others.',
    resolve: async (row, _args, context) =>
      context.user !== null && canEditRecord(context.user, row.kind, await ownersOf(row, context)) ? contentOf<Record<string, unknown>>(row, context) : null,
  }),
  viewerCanEdit: t.boolean({
    description: 'May propose a change.',
    resolve: async (row, _args, context) => context.user !== null && canEditRecord(context.user, row.kind, await ownersOf(row, context)),
  }),
  viewerCanMerge: t.boolean({
    description: 'May make it one with another entry of the same thing.',
    resolve: (row, _args, context) => canOversee(context.user) && isWritable(row.kind),
  }),
  viewerCanArchive: t.boolean({
    resolve: async (row, _args, context) =>
      context.user !== null && canEditRecord(context.user, row.kind, []) && canArchive(context.user, await ownersOf(row, context)),
  }),
}));

const LinkType = builder.objectRef<LinkView>('StillCorrectLink').implement({
  description: 'A link from a mail that asks whether a record is still correct.',
  fields: (t) => ({
    state: t.exposeString('state', { description: 'OPEN, USED, EXPIRED, or CHANGED when another version is live.' }),
    title: t.exposeString('title'),
    url: t.exposeString('address'),
    verifyBy: t.exposeString('verifyBy'),
  }),
});
builder.queryField('stillCorrectLink', (t) =>
  t.field({
    type: LinkType,
    nullable: true,
    description: 'What a link from a mail is about. Asking does nothing: mail programs open links by themselves.',
    args: { token: t.arg.string({ required: true }) },
    resolve: (_root, { token }, { services }) => readLink(services.db, token),
  }),
);
const Confirmed = builder.objectRef<{ link: LinkView }>('StillCorrectConfirmed').implement({
  description: 'The record counts as fresh from today.',
  fields: (t) => ({ link: t.field({ type: LinkType, resolve: (confirmed) => confirmed.link }) }),
});
const ConfirmResult = builder.unionType('StillCorrectResult', {
  types: [Confirmed, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'StillCorrectConfirmed'),
});
builder.mutationFields((t) => ({
  confirmStillCorrect: t.field({
    type: ConfirmResult,
    description: 'Says "still correct" by a link from a mail, without signing in: once.',
    args: { token: t.arg.string({ required: true }) },
    resolve: async (_root, { token }, context) => {
      await usingLink(context, token);
      const result = await confirmStillCorrect(context.services.db, token, context.user);
      return result instanceof ValidationError ? result : { link: result };
    },
  }),
  renewStillCorrectLink: t.boolean({
    description: 'Sends a new link in place of an expired one, to the same address. Always true, whatever the text is.',
    args: { token: t.arg.string({ required: true }) },
    resolve: async (_root, { token }, context) => {
      await usingLink(context, token);
      const { services } = context;
      await renewLink(services.db, services.accounts.settings.baseUrl, token);
      return true;
    },
  }),
}));

const StaleType = builder.objectRef<StaleRow>('StaleRecord').implement({
  description: 'A record past its date.',
  fields: (t) => ({
    title: t.exposeString('title'),
    kind: t.expose('kind', { type: KindEnum }),
    verifyBy: t.exposeString('verifyBy'),
    daysPast: t.exposeInt('past'),
    owners: t.exposeStringList('owners', { description: 'Short names.' }),
    record: t.field({
      type: RecordInterface,
      nullable: true,
      resolve: (stale, _args, { records }) => records.load(stale.id),
    }),
  }),
});
builder.queryField('staleRecords', (t) =>
  t.field({
    type: [StaleType],
    description: `Records past their date, longest first, for the secretariat; those silent for ${ESCALATION_DAYS} days unless told otherwise.`,
    args: { days: t.arg.int({ required: false }) },
    resolve: async (_root, { days }, context) => {
      if (!canOversee(signedIn(context))) throw forbidden('ONLY_SILENT_READERS');
      return staleRecords(context.services.db, context.viewer, Math.max(0, Math.min(days ?? ESCALATION_DAYS, 10_000)));
    },
  }),
);
