import { stageNames, vocabulary } from '#i18n/en/vocabulary.ts';
import type { Cell } from './workbook.ts';

const certainty = { STATED: 'stated', INFERRED: 'inferred', UNCERTAIN: 'uncertain' };
const groups = { ...vocabulary, stage: stageNames, certainty } as unknown as Record<string, Record<string, unknown>>;

/** A cell with the words of the pages in place of the codes in it; what is no code of the vocabulary stays as it is. */
export function cellInWords(words: string, cell: Cell, separator: string): Cell {
  if (typeof cell !== 'string') return cell;
  const group = groups[words] ?? {};
  return cell
    .split(separator)
    .map((value) => {
      const word = Object.hasOwn(group, value) ? group[value] : undefined;
      return typeof word === 'string' ? word : value;
    })
    .join(separator);
}
