import { hashOf } from '../hash.ts';
import type { Instrument } from './instrument.ts';

export type EditionDifference = {
  part: 'layer' | 'group' | 'question' | 'option' | 'rule' | 'outcome';
  id: string;
  change: 'ADDED' | 'REMOVED' | 'CHANGED';
  before: string | null;
  after: string | null;
};

type Part = { part: EditionDifference['part']; id: string; text: string; hash: string };
const partsOf = (edition: Instrument): Part[] => [
  ...edition.layers.flatMap(({ rules, outcomes, ...layer }): Part[] => [
    { part: 'layer', id: layer.id, text: layer.title, hash: hashOf(layer) },
    ...rules.map(
      (rule): Part => ({
        part: 'rule',
        id: `${layer.id}/${rule.id}`,
        text: `${rule.when ? JSON.stringify(rule.when) : 'otherwise'} → ${rule.outcome}`,
        hash: hashOf(rule),
      }),
    ),
    ...outcomes.map((one): Part => ({ part: 'outcome', id: `${layer.id}/${one.id}`, text: `${one.title}. ${one.text['text']}`, hash: hashOf(one) })),
  ]),
  ...edition.groups.map((group): Part => ({ part: 'group', id: group.id, text: group.title, hash: hashOf(group) })),
  ...edition.questions.flatMap(({ options, ...question }): Part[] => [
    { part: 'question', id: question.id, text: question.text, hash: hashOf(question) },
    ...options.map(
      (option): Part => ({
        part: 'option',
        id: `${question.id}/${option.id}`,
        text: `${option.label}: ${option.conclusions.map((one) => one['text']).join(' ')}`,
        hash: hashOf(option),
      }),
    ),
  ]),
];

/** What differs between two editions, part by part, in the order of the later one. Rules also differ by their order. */
export function compareEditions(before: Instrument, after: Instrument): EditionDifference[] {
  const old = new Map(partsOf(before).map((one) => [`${one.part} ${one.id}`, one]));
  const now = new Map(partsOf(after).map((one) => [`${one.part} ${one.id}`, one]));
  return [
    ...[...now.values()].flatMap((one): EditionDifference[] => {
      const other = old.get(`${one.part} ${one.id}`);
      if (!other) return [{ part: one.part, id: one.id, change: 'ADDED', before: null, after: one.text }];
      return other.hash === one.hash ? [] : [{ part: one.part, id: one.id, change: 'CHANGED', before: other.text, after: one.text }];
    }),
    ...[...old.values()].flatMap((one): EditionDifference[] =>
      now.has(`${one.part} ${one.id}`) ? [] : [{ part: one.part, id: one.id, change: 'REMOVED', before: one.text, after: null }],
    ),
  ];
}
