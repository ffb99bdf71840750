import { type Choice, fold, type MapField } from '../sheets/mapping.ts';
import { columns } from './columns.ts';
import { type FieldName, fieldNames, fieldOf } from './fields.ts';
import { acceptances, implementations } from './state.ts';
import type { Matrix } from './table.ts';
import { called, REPORT, STATUS, spoken } from './table-words.ts';
import { inWords } from './words.ts';

/** What is accepted or implemented in part has a word of its own in many tables; here it is a mark beside the two axes (`unpart`). */
const partly: Partial<Record<FieldName, string[]>> = { acceptance: ['PARTLY_ACCEPTED'], implementation: ['PARTLY_IMPLEMENTED'] };
/** What is written where nothing is said. */
const nothing: Choice = { value: '', words: ['-', '–', '—', '/', 'n a', 'none', 'nil', 'not stated', 'néant', 's o'] };
const choicesOf = (values: readonly string[], also: readonly Choice[] = []): Choice[] => [
  ...values.map((value) => ({ value, words: [inWords(value), ...(spoken[value] ?? [])] })),
  ...also,
];
/** A word that says yes or no alone says it of one axis only. */
const ALONE = new Set(['yes', 'y', 'oui', 'si', 'no', 'n', 'non', 'a', 'i', '1']);

/** Both axes in one value, as a column of one status can have them: "ACCEPTED IN_PROGRESS", or an acceptance alone. */
const statuses = [
  ...acceptances.filter((one) => one !== 'ACCEPTED'),
  ...['ACCEPTED', 'PARTLY_ACCEPTED'].flatMap((one) => [...implementations, 'PARTLY_IMPLEMENTED'].map((other) => `${one} ${other}`)),
  'ACCEPTED',
  'PARTLY_ACCEPTED',
];
/** The two axes of a status. */
export const axesOf = (status: string): { acceptance: string; implementation: string } => {
  const [acceptance = '', implementation = ''] = status.split(' ');
  return { acceptance, implementation };
};
const statusWords = (value: string): string[] => {
  const { acceptance, implementation } = axesOf(value);
  const words = (one: string) => [inWords(one), ...(spoken[one] ?? [])].filter((word) => !ALONE.has(fold(word)));
  if (!implementation) return words(acceptance);
  return [
    `${inWords(acceptance)}, ${inWords(implementation).toLowerCase()}`,
    ...words(implementation),
    ...words(acceptance).flatMap((one) => words(implementation).map((other) => `${one} ${other}`)),
  ];
};

/** "Rec. 2", "Recommendation 2 (E)", "JIU/REP/2020/7, rec. 2", "#2", "2.", "2: text" as the number; null where there is none. */
function numberOf(text: string): string | null {
  const found =
    /^(?:jiu\/(?:rep|note)\/\d{4}\/\d+[\s,:;/-]*)?(?:(?:formal\s+)?rec(?:ommendation|ommandation|omendaci[oó]n|s|om)?\b\.?|r)?\s*(?:no|nr|n°|nº|#)?\s*[.°º]?\s*0*(\d{1,3})(?:\.0)?(?:\s*[([][^)\]]*[)\]])?\s*(?:$|[.:\u2013\u2014-]\s)/i.exec(
      text.normalize('NFKC').replace(/\s+/g, ' ').trim(),
    );
  return found?.[1] ?? null;
}

/** What a name may be compared by: whole, without what stands in brackets, and what stands in brackets alone. */
const formsOf = (name: string): string[] => {
  // No name of an organization is so long; a longer text would be looked through from each of its brackets.
  const [, before = '', inside = ''] = (name.length <= 300 && /^(.*?)\s*[([]([^)\]]+)[)\]]\s*$/.exec(name)) || [];
  return [name, before, inside, ...name.split(/\s[\u2010-\u2015-]\s/)].map((form) => fold(form).replace(/^the /, '').replaceAll(' ', '')).filter(Boolean);
};

/** The columns that a table of reports can have, for the report at hand. */
export function tableFields(matrix: Matrix | null): MapField[] {
  const of = (name: keyof typeof called, heading: string): Pick<MapField, 'name' | 'headings' | 'parts'> => ({
    name,
    headings: [heading, ...(called[name]?.headings ?? [])],
    parts: called[name]?.parts ?? [],
  });
  const recommendations = new Map(matrix?.recommendations.map((one) => [one.number === null ? one.slug : String(one.number), one]));
  const organizations = matrix?.columns ?? [];
  const named = new Map(
    organizations.flatMap((one) => [one.slug, one.name, one.shortName].map((name) => [fold(name).replace(/^the /, '').replaceAll(' ', ''), one.slug] as const)),
  );
  return [
    {
      ...of('recommendation', 'Recommendation'),
      kind: 'CHOICE',
      key: true,
      choices: [...recommendations].map(([value, one]) => ({ value, words: [value, one.label, one.slug] })),
      read: (text) => {
        const number = numberOf(text);
        return number !== null && recommendations.has(number) ? number : null;
      },
    },
    {
      ...of('organization', 'Organization'),
      kind: 'CHOICE',
      key: true,
      choices: organizations.map(({ slug, shortName, name }) => ({ value: slug, words: [shortName, name] })),
      read: (text) =>
        formsOf(text)
          .map((form) => named.get(form))
          .find((slug) => slug !== undefined) ?? null,
    },
    ...fieldNames.map((name): MapField => {
      const { kind, heading, values = [] } = fieldOf(name);
      if (kind === 'DAY') return { ...of(name, heading), kind: 'DAY' };
      if (kind === 'CHOICE')
        return { ...of(name, heading), kind: 'CHOICE', choices: choicesOf([...values, ...(partly[name] ?? [])], name === 'acceptance' ? [] : [nothing]) };
      return of(name, heading);
    }),
    { ...of(STATUS, 'Status'), kind: 'CHOICE', choices: statuses.map((value) => ({ value, words: statusWords(value) })) },
    of(REPORT, 'Report symbol'),
    // Columns of the documents made here that are for reading only.
    ...columns
      .filter(({ field, heading }) => field === null && !['Recommendation', 'Organization'].includes(heading))
      .map(({ heading }) => ({ name: heading, headings: [heading] })),
  ];
}
