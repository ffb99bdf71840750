import { builder } from '../../builder.ts';
import { forbidden } from '../../errors.ts';
import { CellType, CountsType, momentOf, UptakeReportType } from '../types.ts';
import { internalFile, publicFile } from './audience.ts';
import { basisOf, type Check, readDocument, type UptakeDocument } from './content.ts';

const CheckType = builder.objectRef<Check>('UptakeCheck').implement({
  description: 'Two figures that must be equal, counted in two ways.',
  fields: (t) => ({
    label: t.exposeString('label'),
    left: t.exposeInt('left'),
    right: t.exposeInt('right'),
    holds: t.boolean({ resolve: (check) => check.left === check.right }),
  }),
});
const DocumentType = builder.objectRef<UptakeDocument & { basis: string[] }>('UptakeDocument').implement({
  description: 'What the printed document of an organization, or of the system, says.',
  fields: (t) => ({
    title: t.exposeString('title'),
    basis: t.exposeStringList('basis', { description: 'From when, from what, what is counted.' }),
    at: t.string({ resolve: (document) => document.matrix.moment.at }),
    asKnownOn: t.string({ resolve: (document) => document.matrix.moment.known }),
    report: t.field({ type: UptakeReportType, resolve: (document) => document.matrix.report }),
    organizationName: t.string({ nullable: true, resolve: (document) => document.organization?.shortName ?? null }),
    cells: t.field({ type: [CellType], resolve: (document) => document.rows.map((row) => ({ ...row.cell, shownEntry: row.entry })) }),
    counts: t.field({ type: CountsType, resolve: (document) => document.counts }),
    checks: t.field({ type: [CheckType], resolve: (document) => document.checks }),
    demo: t.boolean({ resolve: (document) => document.rows.some((row) => row.cell.demo) }),
  }),
});
builder.queryField('uptakeDocument', (t) =>
  t.field({
    type: DocumentType,
    nullable: true,
    description:
      'The same as the DOCX and XLSX: public, confirmed content, also for people who are signed in, unless they ask for what they may see. Demonstration data only when asked for.',
    args: {
      report: t.arg.string({ required: false }),
      organization: t.arg.string({ required: false, description: 'Slug; the system unless given.' }),
      at: t.arg.string({ required: false }),
      asKnownOn: t.arg.string({ required: false }),
      includeDemo: t.arg.boolean({ required: false }),
      confirmedOnly: t.arg.boolean({ required: false }),
      internal: t.arg.boolean({ required: false, description: 'All that the person may see; `basis` then says so first. For people of the UN system.' }),
    },
    resolve: async (_root, args, { services, user }) => {
      if (args.internal && !(user && user.memberships.length > 0)) throw forbidden('SIGN_IN_FOR_INTERNAL');
      const made = args.internal && user ? internalFile(user) : publicFile;
      const { viewer, access } = made;
      const document = await readDocument(
        services.db,
        viewer,
        access,
        args.report ?? null,
        args.organization ?? null,
        momentOf({ ...args, includeDemo: args.includeDemo ?? false }),
      );
      return document && { ...document, basis: basisOf(document, made) };
    },
  }),
);
