import type { TFunction } from 'i18next';
import { word } from '../ui/vocabulary.ts';
import type { Kind } from './spec.ts';

// What fields and their values are called on the pages of entries.

/** No text: stands for a key that has no words. */
const none = '\u0000';

type Form = { t: TFunction; kind: Kind };
function read({ t, kind }: Form, place: string, part: 'label' | 'help' | 'example'): string {
  const key = place.replaceAll('.', '_');
  // A section is called as its field, unless it has words of its own.
  const own = [`field.${kind}.${key}`, `field.shared.${key}`, ...(part === 'label' ? [`field.${kind}.${key.replace(/^audiences_/, '')}`] : [])];
  for (const path of [...own, `fact.${place.split('.').at(-1)}`]) {
    const found: string = t(`contributions.${path}.${part}` as 'contributions.fact.cite.label', { defaultValue: none });
    if (found !== none) return found;
  }
  return '';
}

/** What a field is called, by its place in the form: "stages.stage" of a project. The last part of the place where it has no words. */
function labelOf(form: Form, place: string): string {
  const section = /^audiences\.([A-Z_]+)$/.exec(place)?.[1];
  return section ? form.t(`contributions.question.${section}` as 'contributions.question.CODE') : read(form, place, 'label') || (place.split('.').at(-1) ?? '');
}

/** Label, help and example of a field by its place in the form. */
export function told(form: Form, place: string): { label: string; help: string; example?: string } {
  const example = read(form, place, 'example');
  return { label: labelOf(form, place), help: read(form, place, 'help'), ...(example ? { example } : {}) };
}

/** A field by its path as people read it: "stages.1.date" of a project is "Stage 2, Since". Empty where the form has no such field. */
export function fieldName(t: TFunction, kind: Kind, path: string): string {
  const names: string[] = [];
  let place = '';
  for (const part of path.split('.')) {
    if (/^\d+$/.test(part)) {
      if (names.length > 0) names[names.length - 1] += ` ${Number(part) + 1}`;
      continue;
    }
    place = place ? `${place}.${part}` : part;
    const label = labelOf({ kind, t }, place);
    if (label !== part) names.push(label);
  }
  return names.join(', ');
}

/** The word for a value of a closed set of the form. */
export function choiceWord(t: TFunction, words: string, value: string): string {
  if (words === 'stage') return t(`stage.${value}` as 'stage.PILOT');
  if (words === 'goalTitle') return `${value} ${word(t, 'goalTitle', value)}`;
  if (words === 'question' || words === 'audience' || words === 'certainty')
    return t(`contributions.${words}.${value}` as 'contributions.audience.PUBLIC', { defaultValue: value });
  return word(t, words as Parameters<typeof word>[1], value);
}
