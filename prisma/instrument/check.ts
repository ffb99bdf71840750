import { type FaultCode, type FieldFault, fault, type ParamsOf } from '#i18n/fault.ts';
import { faultsOf } from '../content/check.ts';
import { type Condition, holds, type Meter, questionsIn, sizeOf } from './condition.ts';
import { type Instrument, type Layer, instrument as schema } from './instrument.ts';

/** Conditions looked at before an edition counts as too entangled to be checked, and so to be understood. The shipped ones take some 20,000. */
const MOST_STEPS = 1_000_000;
/** Values in an edition (texts, numbers, lists, groups), and conditions in its rules; about five times those of the decision-making matrix. */
const MOST_VALUES = 10_000;
const MOST_CONDITIONS = 1_000;

class TooEntangled extends Error {}
/** Answers that fulfil some conditions and none of others; null where there are none. Open is null. */
type Path = Map<string, string | null>;
function find(must: Condition[], mustNot: Condition[], options: Map<string, (string | null)[]>, meter: Meter): Path | null {
  const path: Path = new Map();
  const settled = (id: string) => path.get(id);
  const search = (): boolean => {
    if (meter.steps > MOST_STEPS) throw new TooEntangled();
    let next: string | undefined;
    const pick = (one: Condition) => {
      next ??= questionsIn(one).find((id) => !path.has(id));
    };
    for (const one of must) {
      const value = holds(one, settled, meter);
      if (value === false) return false;
      if (value === undefined) pick(one);
    }
    for (const one of mustNot) {
      const value = holds(one, settled, meter);
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

function checkLayer(edition: Instrument, layer: Layer, at: number, meter: Meter): FieldFault[] {
  const faults: FieldFault[] = [];
  const path = (rule: number) => `layers.${at}.rules.${rule}`;
  const withOpen = new Map(edition.questions.map((one) => [one.id, [null, ...one.options.map(({ id }) => id)]]));
  const answered = new Map(edition.questions.map((one) => [one.id, one.options.map(({ id }) => id)]));
  const verdict = (id: string) => layer.outcomes.find((one) => one.id === id)?.verdict;
  try {
    const before: Condition[] = [];
    let always = false;
    layer.rules.forEach((rule, index) => {
      if (always || !find(rule.when ? [rule.when] : [], before, withOpen, meter))
        faults.push(fault(path(index), 'RULE_UNREACHABLE', { rule: rule.id, layer: layer.id }));
      if (!rule.when) {
        always = true;
        if (verdict(rule.outcome) !== 'OPEN') faults.push(fault(path(index), 'RULE_ALWAYS', { rule: rule.id, layer: layer.id }));
      } else before.push(rule.when);
    });
    const deciding = layer.rules.flatMap((rule) => (rule.when && verdict(rule.outcome) !== 'OPEN' ? [rule.when] : []));
    const lost = find([], deciding, answered, meter) ?? (always ? null : find([], before, withOpen, meter));
    if (lost) faults.push(fault(`layers.${at}.rules`, 'LAYER_OPEN_PATH', { layer: layer.id, path: showPath(lost) }));
  } catch (error) {
    if (!(error instanceof TooEntangled)) throw error;
    faults.push(fault(`layers.${at}.rules`, 'LAYER_ENTANGLED', { layer: layer.id }));
  }
  return faults;
}

/** How many values a content is made of; no further than one more than `most`. */
function valuesIn(content: unknown, most: number): number {
  let found = 0;
  const open: unknown[] = [content];
  while (open.length > 0 && found <= most) {
    const one = open.pop();
    found++;
    if (typeof one === 'object' && one !== null) for (const part of Object.values(one)) open.push(part);
  }
  return found;
}

/** Levels of an edition; the decision-making matrix has about a dozen. A condition that is nested further is one nobody understands. */
export const DEEPEST = 40;
/** Whether a content has more levels than `most`. It is walked level by level, so that none is too many for this. */
export function isDeeper(content: unknown, most: number): boolean {
  let level: object[] = [content].filter((one) => typeof one === 'object' && one !== null) as object[];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth >= most) return true;
    level = level.flatMap((one) => Object.values(one).filter((part): part is object => typeof part === 'object' && part !== null));
  }
  return false;
}

const repeated = (ids: string[]) => ids.filter((id, index) => ids.indexOf(id) !== index);

/** Names that lead nowhere, and ids that stand twice. */
function checkNames(edition: Instrument): FieldFault[] {
  const faults: FieldFault[] = [];
  const say = <Code extends FaultCode>(path: string, code: Code, ...params: ParamsOf<Code>) => faults.push(fault(path, code, ...params));
  for (const [list, ids] of [
    ['layers', edition.layers.map(({ id }) => id)],
    ['groups', edition.groups.map(({ id }) => id)],
    ['questions', edition.questions.map(({ id }) => id)],
  ] as const)
    for (const id of repeated([...ids])) say(list, 'ID_TWICE', { id });
  const questions = new Map(edition.questions.map((one) => [one.id, one]));
  edition.groups.forEach((group, index) => {
    if (!edition.layers.some(({ id }) => id === group.layer)) say(`groups.${index}.layer`, 'NO_LAYER', { layer: group.layer });
    if (!edition.questions.some((one) => one.group === group.id)) say(`groups.${index}`, 'GROUP_EMPTY', { group: group.id });
  });
  edition.questions.forEach((question, index) => {
    if (!edition.groups.some(({ id }) => id === question.group)) say(`questions.${index}.group`, 'NO_GROUP', { group: question.group });
    for (const id of repeated(question.options.map((one) => one.id))) say(`questions.${index}.options`, 'ID_TWICE', { id });
    question.options.forEach((option, at) => {
      const base = question.options.find(({ id }) => id === option.exceptionTo);
      if (option.exceptionTo && (!base || base.exceptionTo))
        say(`questions.${index}.options.${at}.exceptionTo`, 'NO_PLAIN_OPTION', { option: option.exceptionTo });
    });
  });
  const checkCondition = (one: Condition, at: string): void => {
    for (const id of questionsIn(one)) if (!questions.has(id)) say(at, 'NO_SUCH_QUESTION', { question: id });
    const walk = (part: Condition): void => {
      if ('question' in part) {
        for (const id of part.is)
          if (questions.has(part.question) && !questions.get(part.question)?.options.some((option) => option.id === id))
            say(at, 'NO_OPTION', { question: part.question, option: id });
      } else if (!('open' in part)) ('all' in part ? part.all : 'any' in part ? part.any : part.of).forEach(walk);
    };
    walk(one);
  };
  edition.layers.forEach((layer, index) => {
    for (const id of repeated(layer.rules.map((one) => one.id))) say(`layers.${index}.rules`, 'ID_TWICE', { id });
    for (const id of repeated(layer.outcomes.map((one) => one.id))) say(`layers.${index}.outcomes`, 'ID_TWICE', { id });
    layer.rules.forEach((rule, at) => {
      if (rule.when) checkCondition(rule.when, `layers.${index}.rules.${at}.when`);
      if (!layer.outcomes.some(({ id }) => id === rule.outcome))
        say(`layers.${index}.rules.${at}.outcome`, 'NO_OUTCOME', { outcome: rule.outcome, layer: layer.id });
    });
    layer.outcomes.forEach((outcome, at) => {
      if (!layer.rules.some((rule) => rule.outcome === outcome.id)) say(`layers.${index}.outcomes.${at}`, 'OUTCOME_UNREACHED', { outcome: outcome.id });
    });
  });
  return faults;
}

/**
 * Whether a content is a whole edition: every name leads somewhere, every path of answers ends in a conclusion, every rule
 * can be reached, and no open answer decides. All faults at once, by name.
 */
export function checkEdition(content: unknown): { edition: Instrument | null; faults: FieldFault[] } {
  const large = { edition: null, faults: [fault('content', 'EDITION_LARGE', { values: MOST_VALUES, conditions: MOST_CONDITIONS })] };
  if (valuesIn(content, MOST_VALUES) > MOST_VALUES) return large;
  if (isDeeper(content, DEEPEST)) return { edition: null, faults: [fault('content', 'EDITION_DEEP')] };
  const parsed = schema.safeParse(content);
  if (!parsed.success) return { edition: null, faults: faultsOf(parsed.error, content).map((one) => ({ ...one, path: one.path || 'content' })) };
  const edition = parsed.data;
  // Before names are looked up: what follows takes time with their number.
  if (edition.layers.flatMap(({ rules }) => rules).reduce((sum, { when }) => sum + (when ? sizeOf(when) : 0), 0) > MOST_CONDITIONS) return large;
  const faults = checkNames(edition);
  const meter: Meter = { steps: 0 };
  if (faults.length === 0) faults.push(...edition.layers.flatMap((layer, index) => checkLayer(edition, layer, index, meter)));
  return { edition: faults.length === 0 ? edition : null, faults };
}
