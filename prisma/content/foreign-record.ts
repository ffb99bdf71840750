import { z } from 'zod';
import { concept } from './concept.ts';
import { field } from './field.ts';
import { countryName, countryNames } from './kind.ts';
import { stages } from './project.ts';
import { regionsOfAll } from './regions.ts';
import { choice, countryCode, goalNumber, key, line, partialDate, prose, recordFields, url } from './shared.ts';

/** Whose case it is, as its catalogue says: the kinds of owners that governments' catalogues tell apart. */
export const foreignOwnerKinds = ['GOVERNMENT', 'INTERNATIONAL', 'ACADEMIC', 'NGO', 'COMPANY', 'CONSORTIUM', 'OTHER'] as const;

/** A heading or a path of the catalogue's file: where in it a value stands. */
const column = field(z.string().trim().min(1).max(300), { text: false });
/** What the catalogue says, with the column in which it says it. */
const said = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...shape, column });

const catalogue = z.strictObject({
  key: field(key, {}),
  name: field(line, { find: true, filter: 'catalogue', explain: 'By name, such as Public Sector Tech Watch.', columns: [['Catalogue', 28]] }),
  publisher: field(line.optional(), { columns: [['Publisher of the catalogue', 28]] }),
  url: field(url.optional(), {}),
  /** What its publisher calls this state of it: an edition, a month, a commit. */
  version: field(line, { columns: [['Version of the catalogue', 20]] }),
  asAt: field(partialDate.optional(), { columns: [['Catalogue as at', 12]] }),
  licence: field(line, { columns: [['Licence of the catalogue', 16]] }),
  licenceUrl: field(url.optional(), {}),
});

const fields = {
  title: field(line, { title: true }),
  /** What it was loaded from; all that it says rests on it, under its licence. */
  catalogue,
  /** Its own name in the catalogue, which never changes there. */
  identifier: field(line, { find: true, text: false, columns: [['Identifier', 16]] }),
  /** Its own page in the catalogue. */
  address: field(url.optional(), { columns: [['Address in the catalogue', 40]] }),
  summary: field(said({ text: prose }).optional(), { value: 'text', summary: true, columns: [['Summary', 60]] }),
  owner: field(said({ name: line }).optional(), { value: 'name', find: true, columns: [['Responsible organization', 30]] }),
  ownerKind: field(said({ value: choice(foreignOwnerKinds, 'foreignOwnerKind'), text: line.optional() }).optional(), {
    value: 'value',
    filter: { as: 'ownerKind', facet: 'owner_kind' },
    columns: [['Kind of owner', 16]],
  }),
  countries: field(z.array(said({ code: countryCode() })).default([]), {
    value: 'code',
    find: (countries) => countries.flatMap(({ code }) => countryNames(code)),
    filter: [
      {
        as: 'region',
        of: (countries) => regionsOfAll(countries.map(({ code }) => code)).map(({ slug }) => slug),
        explain: 'By slug, such as sub-saharan-africa.',
      },
      'country',
    ],
    explain: 'ISO 3166-1 alpha-2.',
    columns: [
      ['Countries', 24, (countries) => countries.map(({ code }) => countryName(code))],
      ['Country codes', 14],
    ],
  }),
  /** Its stage in the words of this library, and as the catalogue writes it. */
  stage: field(said({ value: choice(stages, 'stage'), text: line.optional() }).optional(), { value: 'value', filter: 'stage', columns: [['Stage', 16]] }),
  began: field(said({ date: partialDate }).optional(), {
    value: 'date',
    range: { as: 'started', type: 'date' },
    explain: 'A year or day.',
    columns: [['Began', 10]],
  }),
  ended: field(said({ date: partialDate }).optional(), { value: 'date', columns: [['Ended', 10]] }),
  sectors: field(z.array(said({ name: line })).default([]), { value: 'name', find: true, columns: [['Sectors', 26]] }),
  technologies: field(z.array(said({ name: line })).default([]), { value: 'name', find: true, columns: [['Technologies', 24]] }),
  /** Goals that the catalogue connects with it. */
  goals: field(z.array(said({ goal: goalNumber, text: prose.optional() })).default([]), {
    value: 'goal',
    filter: { as: 'catalogueGoal', facet: 'goal' },
    explain: '1 to 17.',
    columns: [['Goals (catalogue)', 14]],
  }),
  website: field(said({ address: url }).optional(), { value: 'address', columns: [['Website', 30]] }),
  repositories: field(z.array(said({ address: url })).default([]), { value: 'address', columns: [['Code', 30]] }),
  /** Of the thing itself, not of the catalogue. */
  licences: field(z.array(said({ name: line })).default([]), { value: 'name', columns: [['Licence of the software', 16]] }),
  /** What the catalogue itself rests on, as it names it. */
  restsOn: field(z.array(said({ text: prose })).default([]), { columns: [['Source that the catalogue names', 40]] }),
  /** Everything else that was chosen of it, under the words of the catalogue. */
  statements: field(z.array(said({ label: line, text: prose })).default([]), {
    value: 'text',
    columns: [['Further statements', 40, (statements) => statements.map(({ label, text }) => `${label}: ${text}`)]],
  }),
  /** When the catalogue says that it changed the entry last. */
  changedThere: field(partialDate.optional(), { columns: [['Changed in the catalogue', 14]] }),
};

/**
 * An entry of another catalogue: a case of a government, a digital public good. It is shown as foreign, its source and licence
 * stand with it, nobody changes it here, and it counts in no figure about the United Nations system (docs/decisions/057).
 */
export const foreignRecord = z.strictObject({ ...recordFields, ...fields });
export type ForeignRecord = z.infer<typeof foreignRecord>;

export const foreignRecordKind = concept<ForeignRecord>('FOREIGN_RECORD', '/foreign-records', foreignRecord, { links: () => [] });
