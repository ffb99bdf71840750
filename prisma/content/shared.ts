import { fault } from '#i18n/fault.ts';
import { z } from 'zod';
import { field } from './field.ts';
import type { RecordKind } from '../generated/enums.ts';
import { isLanguage } from './language.ts';
import { isWebAddress, oneLine, turningSign } from './text.ts';
import { as, raise } from './check.ts';

/** The report this library starts from; a citation without a source prefix means it. */
export const REPORT = 'jiu-rep-2020-7';
export const LAST_PARAGRAPH = 300;

/** Who may see a record or a section of it. */
export const audiences = ['PUBLIC', 'UN_SYSTEM', 'OWNERS'] as const;
export type Audience = (typeof audiences)[number];

/**
 * How sure a statement is. STATED: the source says it. INFERRED: an editor concluded it, the note says why.
 * UNCERTAIN: the source is not legible or contradicts itself, the note says how.
 */
const certainties = ['STATED', 'INFERRED', 'UNCERTAIN'] as const;
type Certainty = (typeof certainties)[number];

export const key = field(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, as('KEY_WORDS')), { text: false });
/** One line: a title, a name, a label. What would show it as another one is refused. */
export const line = z
  .string()
  .overwrite(oneLine)
  .min(1)
  .max(300)
  .refine((value) => turningSign(value) === null, as('TURNING'));
export const prose = field(z.string().trim().min(1).max(4000), { box: 'prose' });
/** A calendar date as far as it is known: 2017, 2017-05 or 2017-05-31. */
export const partialDate = field(
  z
    .union([z.string(), z.number().int()])
    .transform(String)
    .pipe(z.string().regex(/^(?!0000)\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, as('PARTIAL_DATE'))),
  { box: 'line', reads: 'date', sample: '2020-05' },
);
export const url = field(z.string().trim().refine(isWebAddress, as('ADDRESS_WEB')), {
  text: false,
  sample: 'https://www.example.org',
});
/** A country by its two letters (ISO 3166-1 alpha-2). */
export const countryCode = () => field(z.string().regex(/^[A-Z]{2}$/, as('COUNTRY')), { reads: 'country', sample: 'JO' });
/** One of a closed set. `words` is the vocabulary that its values are called by, in the order in which people read them. */
export const choice = <const Values extends readonly [string, ...string[]]>(values: Values, words: string, options: readonly string[] = values) =>
  field(z.enum(values), { words, options });

/** An organization by its short name; it stands in texts as a word. */
export const organizationName = field(line, { to: 'ORGANIZATION', suggest: 'organizations', sample: 'ITU' });
/** Another record by its source key or slug. */
export const recordKey = (kind: RecordKind, more: { suggest?: string; sample?: string } = {}) => field(line, { to: kind, text: false, ...more });
/** A line for which the form suggests what the library has. */
export const suggested = (what: string) => field(line, { suggest: what });
/** A line that is a code, not words of a text. */
export const code = field(line, { text: false });

/** The places of the report that can be cited, as people write them. */
export const reportPlace =
  /^(para \d{1,3}(\([a-z]\))*|fn \d{1,2}|Box [1-8]|Figure (I|II|III|IV|V)|Table [1-3]|Annex (I|II|III|IV)|executive summary|abbreviations|index|title page)$/;

export type Citation = { source: string; place: string };

/** The place of a citation that names none. */
export const WHOLE_DOCUMENT = 'whole document';

/** The paragraph number of a place in the report, or null for a box, an annex, or another source. */
export function paragraphOf(citation: Citation): number | null {
  if (citation.source !== REPORT) return null;
  const match = /^para (\d+)/.exec(citation.place);
  return match ? Number(match[1]) : null;
}

/**
 * A citation as people write it in a data file, "para 41", "Box 3", or for another source "unjspf-2021: newsroom",
 * or as the stored object.
 */
export const citation = z
  .union([
    z.string().transform((text): Citation => {
      const other = /^([a-z0-9]+(?:-[a-z0-9]+)*): *(.+)$/.exec(text.trim());
      return other ? { source: other[1] ?? '', place: other[2] ?? '' } : { source: REPORT, place: text.trim() };
    }),
    z.strictObject({ source: field(key, { to: 'SOURCE' }), place: line }),
  ])
  .superRefine((value, context) => {
    if (value.source !== REPORT) return;
    const paragraph = paragraphOf(value);
    if (!reportPlace.test(value.place)) {
      raise(context, fault('', 'REPORT_PLACE', { place: value.place }));
    } else if (paragraph !== null && (paragraph < 1 || paragraph > LAST_PARAGRAPH)) {
      raise(context, fault('', 'PARAGRAPH', { last: LAST_PARAGRAPH, paragraph }));
    }
  });

export const cite = field(z.array(citation).min(1, as('CITE')), { box: 'cite', known: [['source', 'place']] });

/** What every cited fact carries. An unsure one must say why. */
export const cited = {
  cite,
  /** The date to which the fact holds, where the source gives one. */
  asAt: partialDate.optional(),
  certainty: z.enum(certainties).default('STATED'),
  /** Why it is unsure, or what a reader must know to read it rightly. */
  note: prose.optional(),
};

const saysWhy = (value: { certainty: Certainty; note?: string | undefined }) => value.certainty === 'STATED' || Boolean(value.note);
const saysWhyFault = { ...as('NOTE'), path: ['note'] };

/** A fact with its citations. `fact({ value: line })` adds them to the given fields. */
export function fact<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape & typeof cited, z.core.$strict> {
  const whole = z.strictObject({ ...shape, ...cited }) as unknown as z.ZodObject<Shape & typeof cited, z.core.$strict>;
  return whole.refine((value) => saysWhy(value as never), saysWhyFault);
}

/** One sentence or paragraph, in our own words, with what it rests on. */
export const statement = fact({ text: prose });
export type Statement = z.infer<typeof statement>;

/** The number of a Sustainable Development Goal. */
export const goalNumber = field(z.number().int().min(1).max(17), {
  words: 'goalTitle',
  options: Array.from({ length: 17 }, (_, index) => String(index + 1)),
  sample: 2,
});
/** A goal the editors, not the report, connect with a record. */
export const goalLink = z.strictObject({
  goal: goalNumber,
  reason: prose,
});

/** The language of what people write, asked for: it is in the form of every concept that has one. */
export const writtenIn = field(z.string().max(35).refine(isLanguage, as('LANGUAGE')), {
  text: false,
  ask: 'what',
  reads: 'language',
  order: { ask: 9 },
  sample: 'en',
}).default('en');

/** What every record has. `sourceKey` is the loader's natural key and never changes; the slug is its public address. */
export const recordFields = {
  sourceKey: field(z.string().regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, as('SOURCE_KEY')), { text: false }),
  slug: key,
  /** The place in the order of the source; lists are in this order unless told otherwise. */
  position: z.number().int().min(0).default(0),
  audience: z.enum(audiences).default('PUBLIC'),
  /** The language the texts are written in (BCP 47). */
  language: field(z.string(), { text: false }).default('en'),
  /** The shape in which it was written, where that is not the first (shape.ts). */
  shape: z.number().int().min(2).optional(),
};

/** The identifier of an organization in the Research Organization Registry, as an address (ror.org). */
export const rorId = field(z.string().regex(/^https:\/\/ror\.org\/0[a-hj-km-np-tv-z0-9]{6}\d{2}$/, as('ROR')), {
  text: false,
  sample: 'https://ror.org/05sd1pz50',
});
/** An identifier of the form that org-id.guide describes and IATI uses: the list, a hyphen, the number in it. */
export const orgId = field(z.string().regex(/^[A-Z]{2,3}-[A-Z0-9_]+-\S+$/, as('ORG_ID')), { text: false, sample: 'XM-DAC-41301' });
