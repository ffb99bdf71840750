import { type Kind, organizationTarget, to, words } from './kind.ts';
import { z } from 'zod';
import { line, recordFields, statement } from './shared.ts';

/** INTRINSIC and GENERIC follow para. 177; DEVELOPMENT are the societal risks of para. 180 and of land registries (para. 187). */
export const riskKinds = ['INTRINSIC', 'GENERIC', 'DEVELOPMENT'] as const;

/** A risk of chapter IV. */
export const risk = z.strictObject({
  ...recordFields,
  kind: z.enum(riskKinds),
  title: line,
  text: statement,
  /** Short names of the organizations that named it. */
  organizations: z.array(line).default([]),
  /** Source keys of the projects that met it. */
  projects: z.array(line).default([]),
});
export type Risk = z.infer<typeof risk>;

/** What an organization does, or is told to do, against a risk. */
export const mitigation = z.strictObject({
  ...recordFields,
  title: line,
  text: statement,
  organizations: z.array(line).default([]),
  projects: z.array(line).default([]),
  /** Source keys of the risks it answers. */
  risks: z.array(line).min(1),
  /** Whether the source pairs it with these risks, or the editors do. */
  pairedBy: z.enum(['SOURCE', 'EDITORS']),
});
export type Mitigation = z.infer<typeof mitigation>;

export const riskKind: Kind<Risk> = {
  kind: 'RISK',
  schema: risk,
  path: '/risks',
  title: (content) => content.title,
  summary: (content) => content.text.text,
  keywords: (content, named) => [words(content.kind), 'risk', ...content.organizations.flatMap((name) => named(organizationTarget(name)).names)],
  facets: (content, named) => [
    ['kind_of_risk', content.kind],
    ...content.organizations.map((name): [string, string] => ['organization', named(organizationTarget(name)).slug]),
  ],
  links: (content) => [
    ...content.organizations.map((name) => ({ relation: 'NAMED_BY', to: organizationTarget(name) })),
    ...to('PROJECT', 'MET_BY', content.projects),
  ],
};

export const mitigationKind: Kind<Mitigation> = {
  kind: 'MITIGATION',
  schema: mitigation,
  path: '/mitigations',
  title: (content) => content.title,
  summary: (content) => content.text.text,
  keywords: (content, named) => ['mitigation', ...content.organizations.flatMap((name) => named(organizationTarget(name)).names)],
  facets: (content, named) => content.organizations.map((name): [string, string] => ['organization', named(organizationTarget(name)).slug]),
  links: (content) => [
    ...content.organizations.map((name) => ({ relation: 'NAMED_BY', to: organizationTarget(name) })),
    ...to('PROJECT', 'APPLIED_IN', content.projects),
    ...content.risks.map((key) => ({ relation: 'ANSWERS', to: { kind: 'RISK' as const, key }, data: { by: content.pairedBy } })),
  ],
};
