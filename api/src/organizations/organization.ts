import { type Organization as Content, organizationGroups, organizationKinds } from '#prisma/content/organization.ts';
import { builder } from '../builder.ts';
import { namedBy } from '../records/named-by.ts';
import { contentOf, linksOf, RecordInterface } from '../records/record.ts';
import { type CitedFact, factAs, statement, statements, StatementType } from '../records/statement.ts';
import type { RecordRow } from '../records/load.ts';
import { actionsOfOrganization, ActionType } from '../actions/action.ts';
import { OrganizationType } from '../records/types.ts';

export const OrganizationKind = builder.enumType('OrganizationKind', {
  values: organizationKinds,
  description: 'PARTICIPATING: one of the 28 participating organizations of the JIU (Annex IV). SYSTEM_BODY: another body of the UN system.',
});
export const OrganizationGroup = builder.enumType('OrganizationGroup', { values: organizationGroups, description: "The groups of Annex IV's columns." });

const Iati = builder.objectRef<{ identifier: string; note?: string | undefined }>('IatiIdentifier').implement({
  description: 'Organization identifier in the IATI standard.',
  fields: (t) => ({ identifier: t.exposeString('identifier'), note: t.string({ nullable: true, resolve: (iati) => iati.note ?? null }) }),
});

const idAs = (fact: unknown, row: RecordRow) => (fact ? factAs(fact as CitedFact, (fact as { id: string }).id, row) : null);

OrganizationType.implement({
  description: 'An entity of the United Nations system, or another body that the library names.',
  interfaces: [RecordInterface],
  fields: (t) => ({
    shortName: t.string({ resolve: async (row, _args, context) => row.shortName ?? (await contentOf<Content>(row, context)).shortName }),
    name: t.string({ resolve: async (row, _args, context) => row.name ?? (await contentOf<Content>(row, context)).name }),
    alsoKnownAs: t.stringList({ resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).alsoKnownAs }),
    organizationKind: t.field({ type: OrganizationKind, resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).kind }),
    group: t.field({ type: OrganizationGroup, resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).group }),
    website: t.string({ nullable: true, resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).website ?? null }),
    ror: t.field({
      type: StatementType,
      nullable: true,
      description: 'Its identifier in the Research Organization Registry.',
      resolve: async (row, _args, context) => idAs((await contentOf<Content>(row, context)).ror, row),
    }),
    orgId: t.field({
      type: StatementType,
      nullable: true,
      description: 'Its identifier as org-id.guide describes them.',
      resolve: async (row, _args, context) => idAs((await contentOf<Content>(row, context)).orgId, row),
    }),
    iati: t.field({ type: Iati, nullable: true, resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).iati ?? null }),
    annexIvColumn: t.int({
      nullable: true,
      description: 'Its column in Annex IV, 1 to 29.',
      resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).annexIvColumn ?? null,
    }),
    summary: t.field({
      type: StatementType,
      nullable: true,
      description: 'What it does on blockchain according to the sources.',
      resolve: async (row, _args, context) => {
        const content = await contentOf<Content>(row, context);
        return content.summary ? statement(content.summary, row) : null;
      },
    }),
    statements: t.field({
      type: [StatementType],
      description: 'Facts that belong to no project.',
      resolve: async (row, _args, context) => statements((await contentOf<Content>(row, context)).statements, row),
    }),
    parent: t.field({
      type: OrganizationType,
      nullable: true,
      resolve: async (row, _args, context) => (await linksOf(row, context, 'OUT', 'PARENT'))[0]?.record ?? null,
    }),
    parts: t.field({
      type: [OrganizationType],
      resolve: async (row, _args, context) => (await linksOf(row, context, 'IN', 'PARENT')).map((link) => link.record),
    }),
    actions: t.field({
      type: [ActionType],
      description: 'The recommendations addressed to it (Annex IV).',
      resolve: (row, _args, context) => actionsOfOrganization(context, row.id),
    }),
    ownerCount: t.int({
      description: 'Of how many projects it is an owner.',
      resolve: (row, _args, context) => namedBy(context, { id: row.id, relation: 'OWNER', kind: 'PROJECT' }),
    }),
    participantCount: t.int({
      description: 'In how many projects it takes part.',
      resolve: (row, _args, context) => namedBy(context, { id: row.id, relation: 'PARTICIPANT', kind: 'PROJECT' }),
    }),
    roles: t.field({
      type: [OrganizationRole],
      description: 'Its part in each project: owner, or what it does as a participant.',
      resolve: async (row, _args, context) =>
        (await linksOf(row, context, 'IN', 'OWNER', 'PARTICIPANT'))
          .filter(({ record }) => record.kind === 'PROJECT')
          .map((link) => ({
            project: link.record,
            role: link.relation === 'OWNER' ? null : ((link.data as { role?: string } | null)?.role ?? null),
            responsibility: (link.data as { responsibility?: string } | null)?.responsibility ?? null,
            owner: link.relation === 'OWNER',
          })),
    }),
  }),
});

export const OrganizationRole = builder.objectRef<{ project: RecordRow; role: string | null; responsibility: string | null; owner: boolean }>(
  'OrganizationRole',
);
