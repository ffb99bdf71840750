import { z } from 'zod';
import { as } from './check.ts';
import { personName } from './person-name.ts';
import { bare, type Field, field, fieldsOf, inOrder, isOptional, itemOf, shapeOf } from './field.ts';
import { type Audience, audiences, fact, line, prose } from './shared.ts';

/**
 * A part of a record that can have an audience of its own: a field of the content, or those items of a list field whose
 * `field` has a certain value. What a reader needs to know what the record is at all (title, summary, stage, owners) is
 * no section: it has the audience of the record. `optional`: it is left out where nobody may see it, not shown empty.
 */
export type Section = { path: readonly string[]; items?: { field: string; value: string }; initial: Audience; optional: boolean };
export type Sections = Record<string, Section>;

/** The sections that the definition of fields makes, by name: that of the field, or the values of a part of its items. */
export const sectionsIn = (fields: readonly Field[]): Sections =>
  Object.fromEntries(
    inOrder(fields, 'section').flatMap(({ path, schema, about }): [string, Section][] => {
      const place = { path: path.split('.'), optional: isOptional(schema) };
      if (typeof about.section !== 'object') return [[path.split('.').at(-1) ?? path, { ...place, initial: about.section ?? 'OWNERS' }]];
      const { by, initial } = about.section;
      const values = (bare(shapeOf(itemOf(schema) ?? schema)[by] as z.ZodType) as z.ZodEnum).options as string[];
      return values.map((value) => [value, { ...place, items: { field: by, value }, initial }]);
    }),
  );

/** Whom to write to: an office or role, and its mail address. */
const contactName = field(
  z
    .string()
    .transform((text) => personName(text))
    .pipe(z.string().min(1)),
  { box: 'line' },
);
export const contact = z.strictObject({
  name: contactName,
  role: line.optional(),
  email: field(z.email(as('ADDRESS_MAIL')), { box: 'email', sample: 'office@example.org' }),
});
/** What was paid or promised, with its source. `amount` in units of the currency (ISO 4217). */
export const fundingAmount = fact({
  label: line,
  amount: z.number().min(0),
  currency: field(z.string().regex(/^[A-Z]{3}$/, as('CURRENCY')), { text: false, reads: 'currency', sample: 'USD' }),
  period: line.optional(),
});
/** An uploaded file by the hash of its bytes. */
const attachment = z.strictObject({
  file: field(z.string().regex(/^[0-9a-f]{64}$/, as('FILE_HASH')), { text: false }),
  title: line,
  description: prose.optional(),
});

const shared = {
  contacts: field(z.array(contact).max(20).optional(), { section: 'UN_SYSTEM', ask: 'un', known: [['email']], order: { section: 3 } }),
  attachments: field(z.array(attachment).max(20).optional(), { section: 'PUBLIC', known: [['file']], called: 'title', order: { section: 2 } }),
};
/**
 * What a record that people write has beside its own fields: contacts, attachments, and the audiences of its sections,
 * absent where nobody chose otherwise.
 * @param own the fields of the concept, which say the sections
 */
export const audienceFields = (own: z.ZodRawShape) => ({
  audiences: z.partialRecord(z.enum(Object.keys(sectionsIn(fieldsOf(z.object({ ...own, ...shared }))))), z.enum(audiences)).optional(),
  ...shared,
});
