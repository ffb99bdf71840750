import { z } from 'zod';
import { concept, linked } from './concept.ts';
import { field } from './field.ts';
import { organizationTarget, to, words } from './kind.ts';
import { choice, line, organizationName, recordFields, recordKey, statement } from './shared.ts';

/** INTRINSIC and GENERIC follow para. 177; DEVELOPMENT are the societal risks of para. 180 and of land registries (para. 187). */
export const riskKinds = ['INTRINSIC', 'GENERIC', 'DEVELOPMENT'] as const;

const named = ['NAMED_BY', 'MET_BY', 'APPLIED_IN', 'ANSWERS'];
/** Short names of the organizations that named it, and source keys of the projects that met it. */
const namedBy = {
  organizations: field(z.array(organizationName).default([]), {
    find: true,
    filter: 'organization',
    columns: [['Organizations', 24, linked('ORGANIZATION', null, ...named)]],
  }),
  projects: field(z.array(recordKey('PROJECT')).default([]), { columns: [['Projects', 40, linked('PROJECT', null, ...named)]] }),
};

/** A risk of chapter IV. */
export const risk = z.strictObject({
  ...recordFields,
  kind: field(choice(riskKinds, 'riskKind'), { find: (kind) => [words(kind), 'risk'], filter: { as: 'kind', facet: 'kind_of_risk' }, columns: [['Kind', 14]] }),
  title: field(line, { title: true }),
  text: field(statement, { summary: true, columns: [['Text', 70]] }),
  ...namedBy,
});
export type Risk = z.infer<typeof risk>;

/** What an organization does, or is told to do, against a risk. */
export const mitigation = z.strictObject({
  ...recordFields,
  title: field(line, { title: true, find: () => ['mitigation'] }),
  text: field(statement, { summary: true, columns: [['Text', 70]], order: { column: -1 } }),
  ...namedBy,
  /** Source keys of the risks it answers. */
  risks: field(z.array(recordKey('RISK')).min(1), { columns: [['Risks', 50, linked('RISK', 'OUT', ...named)]], order: { column: -1 } }),
  /** Whether the source pairs it with these risks, or the editors do. */
  pairedBy: field(z.enum(['SOURCE', 'EDITORS']), { columns: [['Paired by', 12]], order: { column: -1 } }),
});
export type Mitigation = z.infer<typeof mitigation>;

export const riskKind = concept<Risk>('RISK', '/risks', risk, {
  columns: [['Mitigations', 50, linked('MITIGATION', 'IN', ...named)]],
  links: (content) => [
    ...content.organizations.map((name) => ({ relation: 'NAMED_BY', to: organizationTarget(name) })),
    ...to('PROJECT', 'MET_BY', content.projects),
  ],
});

export const mitigationKind = concept<Mitigation>('MITIGATION', '/mitigations', mitigation, {
  links: (content) => [
    ...content.organizations.map((name) => ({ relation: 'NAMED_BY', to: organizationTarget(name) })),
    ...to('PROJECT', 'APPLIED_IN', content.projects),
    ...content.risks.map((key) => ({ relation: 'ANSWERS', to: { kind: 'RISK' as const, key }, data: { by: content.pairedBy } })),
  ],
});
