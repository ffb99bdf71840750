import { builder } from '../builder.ts';
import { addList } from '../records/connection.ts';
import { recordAt } from '../records/record.ts';
import { OrganizationGroup, OrganizationKind, OrganizationRole } from './organization.ts';
import { OrganizationType, ProjectType } from '../records/types.ts';

OrganizationRole.implement({
  description: "An organization's part in a project.",
  fields: (t) => ({
    project: t.field({ type: ProjectType, resolve: (role) => role.project }),
    owner: t.exposeBoolean('owner'),
    role: t.exposeString('role', { nullable: true }),
    responsibility: t.exposeString('responsibility', { nullable: true }),
  }),
});

addList('ORGANIZATION', 'organizations', OrganizationType as never, 'Organizations of the UN system and other bodies that the library names.', {
  types: { kind: OrganizationKind, group: OrganizationGroup },
});

builder.queryField('organization', (t) =>
  t.field({
    type: OrganizationType,
    nullable: true,
    args: { slug: t.arg.string({ required: true }) },
    resolve: (_root, { slug }, context, info) => recordAt(context, info, 'ORGANIZATION', { slug }),
  }),
);
