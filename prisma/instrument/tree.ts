import { describe } from './condition.ts';
import { type Evaluation, indexOf } from './evaluate.ts';
import type { Instrument, Outcome } from './instrument.ts';

/** One fork of the tree: where its rule holds one comes to the outcome, otherwise to the next fork. */
export type Fork = {
  rule: string;
  /** The one question that it asks, where it is one; its number and text. */
  question: { id: string; number: number; text: string } | null;
  /** What has to be so for its outcome: "No", or the whole condition in words. */
  label: string;
  outcome: Outcome;
  /** TAKEN: the path ends here. PASSED: the path goes on below it. NOT_REACHED: it ended before. */
  path: 'TAKEN' | 'PASSED' | 'NOT_REACHED';
};

/** The rules of a layer as a tree, in their order, with the path that a run takes through them. */
export function treeOf(instrument: Instrument, layerId: string, evaluation: Evaluation): Fork[] {
  const layer = instrument.layers.find(({ id }) => id === layerId);
  const result = evaluation.layers.find((one) => one.layer === layerId);
  if (!layer || !result) return [];
  const index = indexOf(instrument);
  const option = (question: string, id: string) => index.options.get(question)?.get(id)?.label ?? id;
  const name = { question: (id: string) => `question ${index.questions.get(id)?.number ?? id}`, option };
  const taken = layer.rules.findIndex(({ id }) => id === result.rule);
  return layer.rules.map((rule, at): Fork => {
    const one = rule.when && 'question' in rule.when ? rule.when : null;
    const question = one ? index.questions.get(one.question) : undefined;
    return {
      rule: rule.id,
      question: question ? { id: question.id, number: question.number, text: question.text } : null,
      label: one ? one.is.map((id) => option(one.question, id)).join(' or ') : rule.when ? describe(rule.when, name) : 'Otherwise',
      outcome: index.outcomes.get(layer.id)?.get(rule.outcome) as Outcome,
      path: result.state === 'NOT_REACHED' || at > taken ? 'NOT_REACHED' : at === taken ? 'TAKEN' : 'PASSED',
    };
  });
}
