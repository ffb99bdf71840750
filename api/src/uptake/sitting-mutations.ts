import { z } from 'zod';
import { fault } from '#i18n/fault.ts';
import { slugsOf } from '../accounts/user.ts';
import { builder } from '../builder.ts';
import { EntryType } from './entry-types.ts';
import { readEntries } from './history.ts';
import { actingAs, canWithdraw, uptakeAccessOf } from './policy.ts';
import { countCells, listReports, type ReportHead } from './table.ts';
import { matrixOf, momentOf, UptakeReportType } from './types.ts';
import { ValidationError } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { entriesOf, KEY, PublishResult, ReportInput } from './mutations.ts';
import { readSitting, reportSitting, type SavedSitting, saveSitting } from './sitting.ts';
import { confirmEntries } from './write.ts';

const typedFields = z.record(z.string().max(100), z.string().max(10_000));
const SittingType = builder.objectRef<SavedSitting>('UptakeSitting').implement({
  description: 'What the viewer has typed for an organization and not recorded yet; nobody else sees it.',
  fields: (t) => ({
    typed: t.field({ type: 'JSON', description: 'By the names of the fields of the page.', resolve: (sitting) => sitting.typed }),
    edits: t.exposeInt('edits', { description: 'How often it was saved.' }),
    savedAt: t.exposeString('savedAt', { description: 'ISO 8601 in UTC.' }),
  }),
});
const SavedType = builder.objectRef<{ edits: number }>('UptakeSittingSaved').implement({
  description: 'It is saved.',
  fields: (t) => ({ edits: t.exposeInt('edits', { description: 'How often it was saved; 0 where it was forgotten.' }) }),
});
const SaveResult = builder.unionType('UptakeSittingResult', {
  types: [SavedType, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'UptakeSittingSaved'),
});

const SittingAnswerInput = builder.inputType('UptakeSittingAnswer', {
  description: 'An answer on one action.',
  fields: (t) => ({
    recommendation: t.string({ required: true, description: 'Number or slug.' }),
    basedOn: t.string({ required: true, description: 'The id of the last entry that the person saw, "" for none.' }),
    input: t.field({
      type: ReportInput,
      description:
        'Unless given, nothing has changed since the last entry. A field that is left out stays as the last entry says; evidence is added to its own.',
    }),
  }),
});
builder.mutationFields((t) => ({
  reportSitting: t.field({
    type: PublishResult,
    description:
      'Reports on several actions of an organization at once, or says that nothing has changed: all of it or nothing. The evidence of the last entry is kept beside what is given.',
    args: {
      report: t.arg.string({ required: false, description: 'Source key of the report; the first unless given.' }),
      organization: t.arg.string({ required: true, description: 'Slug or short name.' }),
      answers: t.arg({ type: [SittingAnswerInput], required: true }),
      idempotencyKey: t.arg.string({ required: true, description: KEY }),
    },
    resolve: async (_root, { report, organization, answers, idempotencyKey }, context) => {
      const done = await reportSitting(
        context.services.db,
        context.user,
        {
          report: report ?? null,
          organization,
          answers: answers.map((one) => ({ recommendation: one.recommendation, basedOn: one.basedOn, given: one.input ?? null })),
          idempotencyKey,
        },
        undefined,
        context.services.accounts.settings,
      );
      return done instanceof ValidationError ? done : { entries: await entriesOf(context, done.entryIds) };
    },
  }),
  confirmUptakeEntries: t.field({
    type: PublishResult,
    description: 'A second person of the organization confirms several entries: all of them or none.',
    args: { entries: t.arg.idList({ required: true }) },
    resolve: async (_root, { entries }, context) => {
      const done = await confirmEntries(context.services.db, context.user, entries.map(String));
      return done instanceof ValidationError
        ? done
        : {
            entries: await entriesOf(
              context,
              done.map(({ entryId }) => entryId),
            ),
          };
    },
  }),
}));

builder.queryField('uptakeSitting', (t) =>
  t.field({
    type: SittingType,
    nullable: true,
    description: 'What the viewer has typed for an organization and not recorded yet.',
    args: { report: t.arg.string({ required: false }), organization: t.arg.string({ required: true, description: 'Slug.' }) },
    resolve: (_root, { report, organization }, { services, user }) => readSitting(services.db, user, { report: report ?? null, organization }),
  }),
);
type Due = { organizationSlug: string; organizationName: string; report: ReportHead; open: number; silent: number; overdue: number; demo: boolean };
const DueType = builder.objectRef<Due>('UptakeDue').implement({
  description: 'What is asked of an organization of the viewer by a report.',
  fields: (t) => ({
    organizationSlug: t.exposeString('organizationSlug'),
    organizationName: t.exposeString('organizationName'),
    report: t.field({ type: UptakeReportType, resolve: ({ report }) => report }),
    open: t.exposeInt('open', { description: 'Actions neither implemented nor refused.' }),
    silent: t.exposeInt('silent', { description: 'Of these, those without any report.' }),
    overdue: t.exposeInt('overdue'),
    demo: t.exposeBoolean('demo', { description: 'Whether it is told of demonstration data.' }),
  }),
});
/** For how many reports what is due is told. */
const REPORTS_MOST = 5;
builder.queryField('uptakeDue', (t) =>
  t.field({
    type: [DueType],
    description: 'What the reports ask of the organizations that the viewer reports for.',
    resolve: async (_root, _args, context) => {
      const { user, reads, viewer } = context;
      const slugs = user ? slugsOf(user).filter((slug) => actingAs(user, 'REPORT', slug) !== null && actingAs(user, 'CONFIRM', slug) !== null) : [];
      if (slugs.length === 0) return [];
      const reports = (await listReports(reads, viewer)).slice(0, REPORTS_MOST);
      // The same view as the table has at first, so that both say the same.
      const moment = momentOf({});
      const tables = await Promise.all(reports.map((report) => matrixOf(context, report.key, moment)));
      return tables.flatMap((matrix) =>
        (matrix?.columns ?? [])
          .filter((column) => slugs.includes(column.slug))
          .flatMap((column): Due[] => {
            const cells = (matrix?.cells ?? []).filter((cell) => cell.organizationId === column.id);
            const counts = countCells(cells);
            const open = counts.addressed - counts.implemented - counts.notAccepted - counts.notRelevant;
            if (!matrix || open === 0) return [];
            return [
              {
                organizationSlug: column.slug,
                organizationName: column.shortName,
                report: matrix.report,
                open,
                silent: counts.noInformation,
                overdue: counts.overdue,
                demo: cells.some((cell) => cell.demo),
              },
            ];
          }),
      );
    },
  }),
);
builder.queryField('uptakeWithdrawals', (t) =>
  t.field({
    type: [EntryType],
    description: 'Entries whose withdrawal waits for the viewer as the second person.',
    resolve: async (_root, _args, { user, reads, viewer }) => {
      if (!user) return [];
      const access = uptakeAccessOf(user);
      const organizations = slugsOf(user).filter((slug) => canWithdraw(user, slug));
      if (!access.all && organizations.length === 0) return [];
      const entries = await readEntries(reads, viewer, access, {
        ...(access.all ? {} : { organizations }),
        withdrawing: true,
        demo: true,
        withdrawn: false,
        limit: 50,
      });
      return entries.filter((entry) => entry.withdrawalRequest?.askedBy !== user.id);
    },
  }),
);
builder.mutationField('saveUptakeSitting', (t) =>
  t.field({
    type: SaveResult,
    description: 'Saves what the viewer has typed for an organization, for the viewer alone; nothing of it is checked or reported. An empty one is forgotten.',
    args: {
      report: t.arg.string({ required: false }),
      organization: t.arg.string({ required: true, description: 'Slug.' }),
      typed: t.arg({ type: 'JSON', required: true, description: 'An object of texts by the names of the fields.' }),
    },
    resolve: (_root, { report, organization, typed }, { services, user }) => {
      const parsed = typedFields.safeParse(typed);
      if (!parsed.success) return new ValidationError([fault('typed', 'SITTING_TYPED')]);
      return saveSitting(services.db, user, { report: report ?? null, organization }, parsed.data);
    },
  }),
);
