import { type Condition, holds, questionsIn } from './condition.ts';
import { type Instrument, type Layer, instrument as schema } from './instrument.ts';

/** What is wrong with an edition: where ("layers.0.rules.2"), and how to mend it. */
export type EditionFault = { name: string; message: string };
/** Looked at before a layer counts as too entangled to be checked, and so to be understood. */
const MOST_STEPS = 20_000;

class TooEntangled extends Error {}
/** Answers that fulfil some conditions and none of others; null where there are none. Open is null. */
type Path = Map<string, string | null>;
function find(must: Condition[], mustNot: Condition[], options: Map<string, (string | null)[]>): Path | null {
  let steps = 0;
  const path: Path = new Map();
  const settled = (id: string) => path.get(id);
  const search = (): boolean => {
    if (++steps > MOST_STEPS) throw new TooEntangled();
    let next: string | undefined;
    const pick = (one: Condition) => {
      next ??= questionsIn(one).find((id) => !path.has(id));
    };
    for (const one of must) {
      const value = holds(one, settled);
      if (value === false) return false;
      if (value === undefined) pick(one);
    }
    for (const one of mustNot) {
      const value = holds(one, settled);
      if (value === true) return false;
      if (value === undefined) pick(one);
    }
    if (next === undefined) return true;
    for (const value of options.get(next) ?? []) {
      path.set(next, value);
      if (search()) return true;
    }
    path.delete(next);
    return false;
  };
  return search() ? path : null;
}

const showPath = (path: Path) => [...path].map(([question, option]) => `${question} = ${option ?? 'open'}`).join(', ') || 'any answers';

function checkLayer(edition: Instrument, layer: Layer, at: number): EditionFault[] {
  const faults: EditionFault[] = [];
  const name = (rule: number) => `layers.${at}.rules.${rule}`;
  const withOpen = new Map(edition.questions.map((one) => [one.id, [null, ...one.options.map(({ id }) => id)]]));
  const answered = new Map(edition.questions.map((one) => [one.id, one.options.map(({ id }) => id)]));
  const verdict = (id: string) => layer.outcomes.find((one) => one.id === id)?.verdict;
  try {
    const before: Condition[] = [];
    let always = false;
    layer.rules.forEach((rule, index) => {
      if (always || !find(rule.when ? [rule.when] : [], before, withOpen))
        faults.push({
          name: name(index),
          message: `rule "${rule.id}" of layer "${layer.id}" is unreachable: the rules before it decide every path that leads to it`,
        });
      if (!rule.when) {
        always = true;
        if (verdict(rule.outcome) !== 'OPEN')
          faults.push({
            name: name(index),
            message: `rule "${rule.id}" of layer "${layer.id}" has no condition, so open answers would decide: only an open outcome may be reached this way`,
          });
      } else before.push(rule.when);
    });
    const deciding = layer.rules.flatMap((rule) => (rule.when && verdict(rule.outcome) !== 'OPEN' ? [rule.when] : []));
    const lost = find([], deciding, answered) ?? (always ? null : find([], before, withOpen));
    if (lost) faults.push({ name: `layers.${at}.rules`, message: `layer "${layer.id}" has an open path: no rule decides ${showPath(lost)}` });
  } catch (error) {
    if (!(error instanceof TooEntangled)) throw error;
    faults.push({ name: `layers.${at}.rules`, message: `the rules of layer "${layer.id}" are too entangled to be checked: use fewer questions in one rule` });
  }
  return faults;
}

const repeated = (ids: string[]) => ids.filter((id, index) => ids.indexOf(id) !== index);

/** Names that lead nowhere, and ids that stand twice. */
function checkNames(edition: Instrument): EditionFault[] {
  const faults: EditionFault[] = [];
  const say = (name: string, message: string) => faults.push({ name, message });
  for (const [list, ids] of [
    ['layers', edition.layers.map(({ id }) => id)],
    ['groups', edition.groups.map(({ id }) => id)],
    ['questions', edition.questions.map(({ id }) => id)],
  ] as const)
    for (const id of repeated([...ids])) say(list, `"${id}" stands twice`);
  const questions = new Map(edition.questions.map((one) => [one.id, one]));
  edition.groups.forEach((group, index) => {
    if (!edition.layers.some(({ id }) => id === group.layer)) say(`groups.${index}.layer`, `there is no layer "${group.layer}"`);
    if (!edition.questions.some((one) => one.group === group.id)) say(`groups.${index}`, `group "${group.id}" has no question`);
  });
  edition.questions.forEach((question, index) => {
    if (!edition.groups.some(({ id }) => id === question.group)) say(`questions.${index}.group`, `there is no group "${question.group}"`);
    for (const id of repeated(question.options.map((one) => one.id))) say(`questions.${index}.options`, `option "${id}" stands twice`);
    question.options.forEach((option, at) => {
      const base = question.options.find(({ id }) => id === option.exceptionTo);
      if (option.exceptionTo && (!base || base.exceptionTo))
        say(`questions.${index}.options.${at}.exceptionTo`, `there is no plain option "${option.exceptionTo}" in this question`);
    });
  });
  const checkCondition = (one: Condition, at: string): void => {
    for (const id of questionsIn(one)) if (!questions.has(id)) say(at, `there is no question "${id}"`);
    const walk = (part: Condition): void => {
      if ('question' in part) {
        for (const id of part.is)
          if (questions.has(part.question) && !questions.get(part.question)?.options.some((option) => option.id === id))
            say(at, `question "${part.question}" has no option "${id}"`);
      } else if (!('open' in part)) ('all' in part ? part.all : 'any' in part ? part.any : part.of).forEach(walk);
    };
    walk(one);
  };
  edition.layers.forEach((layer, index) => {
    for (const id of repeated(layer.rules.map((one) => one.id))) say(`layers.${index}.rules`, `rule "${id}" stands twice`);
    for (const id of repeated(layer.outcomes.map((one) => one.id))) say(`layers.${index}.outcomes`, `outcome "${id}" stands twice`);
    layer.rules.forEach((rule, at) => {
      if (rule.when) checkCondition(rule.when, `layers.${index}.rules.${at}.when`);
      if (!layer.outcomes.some(({ id }) => id === rule.outcome))
        say(`layers.${index}.rules.${at}.outcome`, `there is no outcome "${rule.outcome}" in layer "${layer.id}"`);
    });
    layer.outcomes.forEach((outcome, at) => {
      if (!layer.rules.some((rule) => rule.outcome === outcome.id)) say(`layers.${index}.outcomes.${at}`, `no rule leads to outcome "${outcome.id}"`);
    });
  });
  return faults;
}

/**
 * Whether a content is a whole edition: every name leads somewhere, every path of answers ends in a conclusion, every rule
 * can be reached, and no open answer decides. All faults at once, by name.
 */
export function checkEdition(content: unknown): { edition: Instrument | null; faults: EditionFault[] } {
  const parsed = schema.safeParse(content);
  if (!parsed.success)
    return { edition: null, faults: parsed.error.issues.map((issue) => ({ name: issue.path.join('.') || 'content', message: issue.message })) };
  const edition = parsed.data;
  const faults = checkNames(edition);
  if (faults.length === 0) faults.push(...edition.layers.flatMap((layer, index) => checkLayer(edition, layer, index)));
  return { edition: faults.length === 0 ? edition : null, faults };
}
