import type { SearchRequest, Viewer } from './engine.ts';
import { lexeme } from './tsquery.ts';

/**
 * As whom the viewer may see restricted records; nobody owns anything who is not of the system. Entries of other catalogues are
 * restricted to who asks for them.
 */
const lexemesOf = ({ unSystem, organizationIds, foreign }: Viewer) => [
  ...(foreign ? [lexeme('>foreign')] : []),
  ...(unSystem ? [lexeme('>un'), ...organizationIds.map((id) => lexeme(`>owner:${id}`))] : []),
];

/** Who may see what, as a condition on the index: the same as `shownRecords` (api/src/records/policy.ts) on the records. Null for one who sees everything and leaves nothing out. */
export function visibility({ all, ...viewer }: Viewer, alone: boolean): string | null {
  if (all) return viewer.foreign ? null : `!${lexeme('>foreign')}`;
  // Beside words, "not restricted" is the cheaper way to say public: few records are restricted.
  const open = alone ? lexeme('>public') : `!${lexeme('>restricted')}`;
  const own = lexemesOf(viewer);
  return own.length > 0 ? `(${[open, ...own].join(' | ')})` : open;
}

/** What the viewer may see beside what is public, as a condition on the index; null where there is nothing. */
function beyondPublic({ all, ...viewer }: Viewer): string | null {
  const own = lexemesOf(viewer);
  if (all) return viewer.foreign ? lexeme('>restricted') : `(${lexeme('>restricted')} & !${lexeme('>foreign')})`;
  return own.length > 0 ? `${lexeme('>restricted')} & (${own.join(' | ')})` : null;
}

/** A condition on search_index in SQL, with `$?` where its values go. */
export type Condition = { where: string; values: (string | string[])[] };

/** What a request restricts its answer to, whatever was typed: the chosen kinds and facet values, and what the viewer may see. */
export type Restriction = {
  /** Chosen values by facet; the kind is one of them. */
  choices: { facet: string; values: string[] }[];
  /**
   * The condition of a text and the restriction.
   * @param text a tsquery, empty for everything
   * @param titles whether only titles are searched
   * @param free facets of which one choice may be missed: what fulfils all other choices is found too
   */
  where: (text: string, titles: boolean, free?: string[]) => Condition;
  /** The condition of several texts that must all be found, each anywhere or in a title, and the restriction. */
  wherePlaced: (texts: readonly { anywhere: string; title: string }[]) => Condition;
  /** The condition of what the viewer may see and a text does not find, whatever was chosen. */
  without: (text: string) => Condition;
  /** The condition of what the viewer may see beside what is public; null where there is nothing. */
  beyondPublic: Condition | null;
};

/** The restriction of a request. */
export function restrictionOf(request: SearchRequest): Restriction {
  const choices = Object.entries(request.filter ?? {})
    .filter(([, values]) => values.length > 0)
    .map(([facet, values]) => ({ facet, values }));
  if (request.kinds && request.kinds.length > 0) choices.push({ facet: 'kind', values: request.kinds });

  const every = (list: typeof choices) =>
    list.map(({ facet, values }) => `(${values.map((value) => lexeme(`=${facet}:${value}`.slice(0, 420))).join(' | ')})`).join(' & ');
  const choiceQuery = (free: string[]) => {
    const missable = choices.filter(({ facet }) => free.includes(facet));
    const alternatives = missable.map((missed) => every(missable.filter((other) => other !== missed)));
    const fixed = every(choices.filter((choice) => !missable.includes(choice)));
    // Where the only choice may be missed, nothing is asked for.
    return [fixed, alternatives.includes('') || alternatives.length === 0 ? '' : `(${alternatives.join(' | ')})`].filter((text) => text !== '');
  };
  const where = (text: string, titles: boolean, free: string[] = []): Condition => {
    const rest = [visibility(request.viewer, text === ''), ...choiceQuery(free)].filter((each) => each !== null);
    if (text === '') return rest.length === 0 ? { where: 'true', values: [] } : { where: 'vector @@ $?::text::tsquery', values: [rest.join(' & ')] };
    return { where: `${titles ? "ts_filter(vector, '{a}')" : 'vector'} @@ $?::text::tsquery`, values: [[`(${text})`, ...rest].join(' & ')] };
  };
  const wherePlaced = (texts: readonly { anywhere: string; title: string }[]): Condition => {
    const each = texts.map(({ anywhere, title }) => [
      ...(anywhere === '' ? [] : [where(anywhere, false)]),
      // The index over the titles has what is restricted to too.
      ...(title === '' ? [] : [where(title, true)]),
    ]);
    return { where: each.map((ways) => `(${ways.map((way) => way.where).join(' OR ')})`).join(' AND '), values: each.flat().flatMap(({ values }) => values) };
  };
  const everything = visibility(request.viewer, true) ?? `(${lexeme('>public')} | ${lexeme('>restricted')})`;
  const without = (text: string): Condition => ({ where: 'vector @@ $?::text::tsquery', values: [`${everything} & !(${text})`] });
  const beyond = beyondPublic(request.viewer);
  return { choices, where, wherePlaced, without, beyondPublic: beyond === null ? null : { where: 'vector @@ $?::text::tsquery', values: [beyond] } };
}
