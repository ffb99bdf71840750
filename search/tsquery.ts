import { type Alternative, APART, type QueryTerm } from './query-terms.ts';

// Units written as texts for PostgreSQL's tsquery.

const quote = (lexeme: string) => `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
/** A lexeme of the index that is no word, such as "=stage:PILOT", written for a tsquery. */
export const lexeme = quote;

/** An alternative as it is looked for in a vector. */
export const alternativeQuery = ({ terms }: Alternative) => {
  const [head, ...rest] = terms.map(({ word, prefix, gap }) => ({ text: quote(word) + (prefix ? ':*' : ''), gap }));
  return rest.length === 0 ? (head?.text ?? '') : `(${head?.text}${rest.map(({ text, gap }) => ` <${gap}> ${text}`).join('')})`;
};
/** The same in a title alone. */
const titleQuery = ({ terms }: Alternative) => {
  const texts = terms.map(({ word, prefix }) => `${quote(word)}:${prefix ? '*' : ''}A`);
  return texts.length === 1 ? (texts[0] as string) : `(${texts.join(' & ')})`;
};
const anyOf = (queries: string[]) => (queries.length > 1 ? `(${queries.join(' | ')})` : (queries[0] ?? ''));
const allOf = (queries: string[]) => (queries.length > 1 ? `(${queries.join(' & ')})` : (queries[0] ?? ''));

type Choice = (alternative: Alternative) => boolean;
const isPhrase: Choice = ({ terms, indexed }) => terms.length > 1 && !indexed;
const isWord: Choice = (alternative) => !isPhrase(alternative);
/** The phrases that the index has as lexemes are looked for as such. */
const indexQuery = (alternative: Alternative) => (alternative.indexed ? quote(`"${alternativeQuery(alternative)}`) : alternativeQuery(alternative));
const ways = (list: Alternative[], choose: Choice) => [...new Set(list.filter(choose).map(indexQuery))];
const requiredParts = (unit: QueryTerm) => {
  const required = unit.parts.filter((part) => part.required);
  return required.length > 0 ? required : unit.parts;
};

/** The condition of one unit, with the alternatives that are chosen. */
const unitQuery = (unit: QueryTerm, choose: Choice) =>
  anyOf([allOf(requiredParts(unit).map((part) => anyOf(ways(part.alternatives, choose)))), ...ways(unit.whole, choose)]);
const all: Choice = () => true;
/** Whether the words of a unit, apart from each other, are meant only in a title up to a cost. */
const isTogether = (unit: QueryTerm, maximum: number) => unit.term === true && maximum < APART;
const titleWords = (unit: QueryTerm, maximum: number, written: (alternative: Alternative) => string) =>
  allOf(requiredParts(unit).map((part) => anyOf(part.alternatives.filter(({ cost }) => cost <= maximum).map(written))));
/** The same up to a cost. */
const cheapQuery = (unit: QueryTerm, maximum: number) =>
  isTogether(unit, maximum)
    ? anyOf([...ways(unit.whole, ({ cost }) => cost <= maximum), titleWords(unit, maximum, titleQuery)])
    : unitQuery(unit, ({ cost }) => cost <= maximum);

/** The condition that a record must fulfil, as a tsquery; empty when nothing is required. */
export const condition = (units: QueryTerm[], maximum = Number.POSITIVE_INFINITY) =>
  units
    .filter((unit) => unit.required)
    .map((unit) => cheapQuery(unit, maximum))
    .join(' & ');

/**
 * The same condition as a list of which each must hold: what stands anywhere, or what stands in a title (each may be empty).
 * An index does not know where words stand, but there is one over the titles alone: asked apart, nothing that is found must be read.
 */
export const conditionByPlace = (units: QueryTerm[], maximum: number): { anywhere: string; title: string }[] =>
  units
    .filter((unit) => unit.required)
    .map((unit) =>
      isTogether(unit, maximum)
        ? { anywhere: anyOf(ways(unit.whole, ({ cost }) => cost <= maximum)), title: titleWords(unit, maximum, alternativeQuery) }
        : { anywhere: unitQuery(unit, ({ cost }) => cost <= maximum), title: '' },
    );

/**
 * The same condition in two that exclude each other: what single words and phrases of the index fulfil, and what only
 * another phrase does (empty when there are none). An index knows words, not their order: one phrase in a condition makes Postgres read the vector
 * of every row that it finds, 10 times the work for a broad word.
 */
export function conditions(units: QueryTerm[]): { words: string; phrases: string } {
  const required = units.filter((unit) => unit.required);
  // What stood in quotation marks has no single words that would do; its phrase is part of every condition.
  if (required.some((unit) => unitQuery(unit, isWord) === '')) return { words: condition(units), phrases: '' };
  const words = required.map((unit) => unitQuery(unit, isWord)).join(' & ');
  const cases = required.flatMap((unit) => {
    const others = required.filter((other) => other !== unit).map((other) => unitQuery(other, all));
    const parts = requiredParts(unit);
    const withPhrase = parts.flatMap((part) => {
      const phrases = ways(part.alternatives, isPhrase);
      return phrases.length === 0
        ? []
        : [allOf([anyOf(phrases), ...parts.filter((other) => other !== part).map((other) => anyOf(ways(other.alternatives, all)))])];
    });
    const found = [...withPhrase, ...ways(unit.whole, isPhrase)];
    return found.length === 0 ? [] : [allOf([anyOf(found), ...others])];
  });
  return { words, phrases: cases.length === 0 ? '' : `${anyOf(cases)} & !(${words})` };
}

/** What ts_rank is given: everything that was typed, none of it required. */
export const rankQuery = (units: QueryTerm[]) =>
  units.flatMap((unit) => [...unit.parts.flatMap((part) => part.alternatives), ...unit.whole].map(alternativeQuery)).join(' | ');
