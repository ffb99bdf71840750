import { as } from './check.ts';
import { concept, linked } from './concept.ts';
import { organizationTarget, to } from './kind.ts';
import { z } from 'zod';
import { field } from './field.ts';
import { audienceFields } from './sections.ts';
import { cite, fact, line, organizationName, recordFields, recordKey, statement, suggested, url, writtenIn } from './shared.ts';

/** Identifiers of the SPDX list, joined by AND, OR and WITH as its expressions are. Only the form is checked, not the list, which grows. */
const spdx = /^\(?[A-Za-z0-9][A-Za-z0-9.+:-]*\)?( (AND|OR|WITH) \(?[A-Za-z0-9][A-Za-z0-9.+:-]*\)?)*$/;

const fields = {
  language: writtenIn,
  title: field(line, { title: true, ask: 'what' }),
  /** What it does, in one or two sentences. */
  summary: field(statement, { summary: true, columns: [['What it does', 60]], ask: 'what' }),
  /** Short names of the organizations whose it is. */
  owners: field(z.array(organizationName).default([]), {
    find: true,
    filter: 'organization',
    explain: 'Owner, by slug or short name: wfp, WFP.',
    columns: [['Owners', 20]],
    ask: { in: 'whose', required: true },
    order: { column: -1 },
  }),
  /** Where it runs. */
  platforms: field(z.array(fact({ name: suggested('platforms') })).default([]), {
    value: 'name',
    find: true,
    filter: 'platform',
    explain: 'Such as Ethereum.',
    section: 'PUBLIC',
    columns: [['Runs on', 24]],
    ask: 'told',
    known: [['name']],
  }),
  licence: field(fact({ id: field(z.string().trim().max(200).regex(spdx, as('SPDX')), { text: false, sample: 'Apache-2.0' }) }).optional(), {
    value: 'id',
    find: true,
    filter: 'licence',
    explain: 'As SPDX writes it, such as Apache-2.0.',
    section: 'PUBLIC',
    columns: [['Licence', 16]],
    ask: 'told',
  }),
  repository: field(url.optional(), { columns: [['Repository', 40]], ask: 'told' }),
  howToTry: field(z.array(statement).default([]), { section: 'PUBLIC', columns: [['How to try it', 50]], ask: 'told' }),
  /** Who uses it, by source key or slug. */
  projects: field(z.array(recordKey('PROJECT', { suggest: 'projects' })).default([]), {
    find: true,
    filter: 'project',
    explain: 'By slug or title.',
    columns: [['Used by', 40, linked('PROJECT', null, 'USED_IN')]],
    ask: 'whose',
  }),
  vendors: field(z.array(recordKey('VENDOR', { suggest: 'vendors' })).default([]), {
    find: true,
    filter: 'vendor',
    explain: 'By slug or name.',
    columns: [['Vendors', 24, linked('VENDOR', null, 'BUILT_BY')]],
    ask: 'whose',
  }),
  cite: field(cite, { ask: 'told' }),
};

/** A reusable piece of software or a technical set-up (JIU/REP/2020/7, recommendation 7 and Box 8). */
export const buildingBlock = z.strictObject({ ...recordFields, ...fields, ...audienceFields(fields) });
export type BuildingBlock = z.infer<typeof buildingBlock>;

export const buildingBlockKind = concept<BuildingBlock>('BUILDING_BLOCK', '/building-blocks', buildingBlock, {
  links: (content) => [
    ...content.owners.map((owner) => ({ relation: 'OWNER', to: organizationTarget(owner) })),
    ...to('PROJECT', 'USED_IN', content.projects),
    ...to('VENDOR', 'BUILT_BY', content.vendors),
  ],
});
