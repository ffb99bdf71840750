import { countryName } from '#prisma/content/country-name.ts';
import { type ForeignRecord as Content, foreignOwnerKinds } from '#prisma/content/foreign-record.ts';
import { ViewerOrganization } from '../accounts/viewer-organization.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { Stage } from '../projects/project.ts';
import type { RecordRow } from '../records/load.ts';
import { contentOf, facetsOf, RecordInterface } from '../records/record.ts';
import { ForeignRecordType } from '../records/types.ts';
import { answersTo, ForeignAnswerType } from './answer.ts';
import { answersFor } from './policy.ts';
import { ForeignVersionType, versionsOf } from './versions.ts';

type Catalogue = Content['catalogue'];
const CatalogueType = builder.objectRef<Catalogue>('Catalogue').implement({
  description: 'What an entry was loaded from. All that it says rests on it, under its licence.',
  fields: (t) => ({
    key: t.exposeString('key'),
    name: t.exposeString('name'),
    publisher: t.string({ nullable: true, resolve: ({ publisher }) => publisher ?? null }),
    url: t.string({ nullable: true, resolve: ({ url }) => url ?? null }),
    version: t.exposeString('version', { description: 'As its publisher calls this state of it.' }),
    asAt: t.string({ nullable: true, description: 'The day or month up to which it holds, where its publisher says so.', resolve: ({ asAt }) => asAt ?? null }),
    licence: t.exposeString('licence', { description: 'Under which its publisher gives it, such as CC-BY-4.0.' }),
    licenceUrl: t.string({ nullable: true, resolve: ({ licenceUrl }) => licenceUrl ?? null }),
  }),
});
const OwnerKind = builder.enumType('ForeignOwnerKind', { values: foreignOwnerKinds, description: 'Whose it is, as its catalogue says.' });

/** One value of a catalogue, with everything that it rests on. */
type Said = { field: string; label: string | null; text: string; column: string; source: Catalogue; identifier: string; address: string | null };
const SaidType = builder.objectRef<Said>('ForeignStatement').implement({
  description: 'What the catalogue says, with its place there, its source and its licence.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'What it says something of, such as owner or countries.' }),
    label: t.exposeString('label', { nullable: true, description: 'The words of the catalogue for it, where no field of this library has it.' }),
    text: t.exposeString('text'),
    column: t.exposeString('column', { description: 'Where in the file of the catalogue it stands.' }),
    identifier: t.exposeString('identifier', { description: 'Of the entry in the catalogue.' }),
    address: t.exposeString('address', { nullable: true, description: 'Of the entry in the catalogue, where it has one.' }),
    source: t.field({ type: CatalogueType, resolve: ({ source }) => source }),
  }),
});
const dated = (date: string | undefined) => date ?? '';

/** All that a foreign record says, value by value. */
const saidOf = (content: Content): Said[] => {
  const base = { source: content.catalogue, identifier: content.identifier, address: content.address ?? null, label: null as string | null };
  const one = (field: string, value: { column: string } | undefined, text: (value: never) => string): Said[] =>
    value ? [{ ...base, field, text: text(value as never), column: value.column }] : [];
  const many = (field: string, values: readonly { column: string }[], text: (value: never) => string): Said[] =>
    values.flatMap((value) => one(field, value, text));
  return [
    ...one('summary', content.summary, ({ text }: { text: string }) => text),
    ...one('owner', content.owner, ({ name }: { name: string }) => name),
    ...one('ownerKind', content.ownerKind, ({ text, value }: { text?: string; value: string }) => text ?? value),
    ...many('countries', content.countries, ({ code }: { code: string }) => countryName(code)),
    ...one('stage', content.stage, ({ text, value }: { text?: string; value: string }) => text ?? value),
    ...one('began', content.began, ({ date }: { date: string }) => dated(date)),
    ...one('ended', content.ended, ({ date }: { date: string }) => dated(date)),
    ...many('sectors', content.sectors, ({ name }: { name: string }) => name),
    ...many('technologies', content.technologies, ({ name }: { name: string }) => name),
    ...many('goals', content.goals, ({ goal, text }: { goal: number; text?: string }) => (text ? `${goal}: ${text}` : String(goal))),
    ...one('website', content.website, ({ address }: { address: string }) => address),
    ...many('repositories', content.repositories, ({ address }: { address: string }) => address),
    ...many('licences', content.licences, ({ name }: { name: string }) => name),
    ...many('restsOn', content.restsOn, ({ text }: { text: string }) => text),
    ...content.statements.map(({ label, text, column }): Said => ({ ...base, field: 'statements', label, text, column })),
  ];
};

const content = (row: RecordRow, context: Context) => contentOf<Content>(row, context);
ForeignRecordType.implement({
  description: 'An entry of another catalogue. Nobody changes it here; an organization can say something beside it.',
  interfaces: [RecordInterface],
  fields: (t) => ({
    catalogue: t.field({ type: CatalogueType, resolve: async (row, _args, context) => (await content(row, context)).catalogue }),
    catalogueName: t.string({
      description: 'The catalogue in lists.',
      resolve: async (row, _args, context) => (await facetsOf(row, context, 'catalogue'))[0]?.value ?? '',
    }),
    identifier: t.string({ description: 'Its name in the catalogue.', resolve: async (row, _args, context) => (await content(row, context)).identifier }),
    address: t.string({
      nullable: true,
      description: 'Its own page in the catalogue, where it has one.',
      resolve: async (row, _args, context) => (await content(row, context)).address ?? null,
    }),
    changedThere: t.string({
      nullable: true,
      description: 'When the catalogue says that it changed it last.',
      resolve: async (row, _args, context) => (await content(row, context)).changedThere ?? null,
    }),
    ownerKind: t.field({
      type: OwnerKind,
      nullable: true,
      resolve: async (row, _args, context) => ((await facetsOf(row, context, 'owner_kind'))[0]?.value ?? null) as (typeof foreignOwnerKinds)[number] | null,
    }),
    stage: t.field({
      type: Stage,
      nullable: true,
      description: 'In the words of this library; null where the catalogue says none that fits one of them.',
      resolve: async (row, _args, context) => ((await facetsOf(row, context, 'stage'))[0]?.value ?? null) as never,
    }),
    countryNames: t.stringList({ resolve: async (row, _args, context) => (await facetsOf(row, context, 'country')).map(({ value }) => countryName(value)) }),
    statements: t.field({
      type: [SaidType],
      description: 'All that the catalogue says of it, value by value, each with its source and licence.',
      resolve: async (row, _args, context) => saidOf(await content(row, context)),
    }),
    answers: t.field({
      type: [ForeignAnswerType],
      description: 'What organizations say beside it, the oldest first.',
      resolve: (row, _args, context) => answersTo(context, row.id),
    }),
    versions: t.field({
      type: [ForeignVersionType],
      description: 'Its versions, the newest first, each with what the catalogue said otherwise than before.',
      resolve: (row, _args, context) => versionsOf(context, row.id),
    }),
    viewerAnswersFor: t.field({
      type: [ViewerOrganization],
      description: 'Your organizations that you can say something for beside it.',
      resolve: (_row, _args, { user }) => answersFor(user),
    }),
  }),
});
