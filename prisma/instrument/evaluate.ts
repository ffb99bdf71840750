import { holds, type Meter, questionsIn, type Settled, support } from './condition.ts';
import { type Answers, type Instrument, type Layer, NOT_KNOWN, type Option, type Outcome, type Question, type Rule } from './instrument.ts';

/** What stands for a question and one of its answers. */
export type Given = { question: string; option: string };
type LayerState = 'PASSED' | 'STOPPED' | 'OPEN' | 'NOT_REACHED';
export type LayerResult = {
  layer: string;
  state: LayerState;
  rule: string;
  outcome: Outcome;
  /** The questions by which its rule holds; the open ones for an open outcome. */
  because: string[];
  /** Other rules that hold as well and stop: changing one answer alone does not get past them. */
  also: { rule: string; outcome: string; because: string[] }[];
};
export type Evaluation = {
  layers: LayerResult[];
  /** Where the run stands: the first layer that is not passed, or the last. */
  decided: LayerResult;
  /** "If question 3 were no, the outcome would be ...": one answer changed, all others as they are. */
  changes: (Given & { layer: string; outcome: string })[];
  /** Questions that are not answered or not known yet. */
  open: string[];
  /** Answers that an exception was chosen for, without its reason: they count as what they are an exception to. */
  unreasoned: string[];
  /** Risks that the answers suggest. */
  risks: { risk: string; reasons: (Given & { reason: string })[] }[];
  /** Conditions looked at. */
  steps: number;
};

/** The parts of an edition by their ids; made once for each edition object. */
type Index = { questions: Map<string, Question>; options: Map<string, Map<string, Option>>; outcomes: Map<string, Map<string, Outcome>> };
const indexes = new WeakMap<Instrument, Index>();
export function indexOf(instrument: Instrument): Index {
  const kept = indexes.get(instrument);
  if (kept) return kept;
  const made: Index = {
    questions: new Map(instrument.questions.map((one) => [one.id, one])),
    options: new Map(instrument.questions.map((one) => [one.id, new Map(one.options.map((option) => [option.id, option]))])),
    outcomes: new Map(instrument.layers.map((layer) => [layer.id, new Map(layer.outcomes.map((one) => [one.id, one]))])),
  };
  indexes.set(instrument, made);
  return made;
}

/** The option that counts: an exception only with its reason; null for what is open or no answer of this edition. */
export function counts(instrument: Instrument, answers: Answers, question: string): string | null {
  const given = answers[question];
  if (!given || given.option === NOT_KNOWN) return null;
  const option = indexOf(instrument).options.get(question)?.get(given.option);
  if (!option) return null;
  return option.exceptionTo && !given.reason?.trim() ? option.exceptionTo : option.id;
}

/** The exception that was chosen without its reason and does not count therefore; null otherwise. */
export function exceptionWithoutReason(instrument: Instrument, answers: Answers, question: string): Option | null {
  const chosen = indexOf(instrument)
    .options.get(question)
    ?.get(answers[question]?.option ?? '');
  return chosen && counts(instrument, answers, question) !== chosen.id ? chosen : null;
}

type Decided = { rule: Rule; outcome: Outcome };
/** The first rule of a layer that holds. A checked edition has one for every path. */
function decide(instrument: Instrument, layer: Layer, settled: Settled, meter: Meter): Decided {
  const rule = layer.rules.find((one) => one.when === undefined || holds(one.when, settled, meter) === true);
  const outcome = rule && indexOf(instrument).outcomes.get(layer.id)?.get(rule.outcome);
  if (!rule || !outcome) throw new Error(`Edition ${instrument.edition} of ${instrument.instrument} has an open path in ${layer.id}: it was not checked.`);
  return { rule, outcome };
}
/** The layer that decides, without the reasons. */
function standing(instrument: Instrument, settled: Settled, meter: Meter): Decided & { layer: Layer } {
  for (const layer of instrument.layers) {
    const found = decide(instrument, layer, settled, meter);
    if (found.outcome.verdict !== 'GO_ON' || layer === instrument.layers.at(-1)) return { ...found, layer };
  }
  throw new Error('An edition has at least one layer.');
}

const becauseOf = (rule: Rule, outcome: Outcome, settled: Settled, asked: string[]): string[] => [
  ...new Set(outcome.verdict === 'OPEN' ? asked.filter((id) => settled(id) === null) : rule.when ? support(rule.when, settled) : []),
];

/**
 * Leads answers through the layers of a checked edition. Pure: the same edition and answers give the same result, and
 * nothing else is read. Answers to questions or options that the edition does not have count for nothing.
 */
export function evaluate(instrument: Instrument, answers: Answers): Evaluation {
  const meter: Meter = { steps: 0 };
  const index = indexOf(instrument);
  const effective = new Map(instrument.questions.map(({ id }) => [id, counts(instrument, answers, id)]));
  const settled: Settled = (id) => effective.get(id) ?? null;
  let reached = true;
  const layers = instrument.layers.map((layer): LayerResult => {
    const { rule, outcome } = decide(instrument, layer, settled, meter);
    const asked = [...new Set(layer.rules.flatMap((one) => (one.when ? questionsIn(one.when) : [])))];
    const state: LayerState = !reached ? 'NOT_REACHED' : outcome.verdict === 'GO_ON' ? 'PASSED' : outcome.verdict === 'STOP' ? 'STOPPED' : 'OPEN';
    const also = layer.rules.slice(layer.rules.indexOf(rule) + 1).flatMap((one) => {
      const other = index.outcomes.get(layer.id)?.get(one.outcome);
      return one.when && other?.verdict === 'STOP' && holds(one.when, settled, meter)
        ? [{ rule: one.id, outcome: other.id, because: becauseOf(one, other, settled, asked) }]
        : [];
    });
    if (state !== 'PASSED') reached = false;
    return { layer: layer.id, state, rule: rule.id, outcome, because: becauseOf(rule, outcome, settled, asked), also };
  });
  const decided = layers.find(({ state }) => state !== 'PASSED') ?? (layers.at(-1) as LayerResult);
  let kept: Evaluation['changes'] | null = null;
  const changes = () =>
    instrument.questions.flatMap((question) =>
      question.options.flatMap((option) => {
        if (effective.get(question.id) === option.id) return [];
        const other = standing(instrument, (id) => (id === question.id ? option.id : settled(id)), meter);
        const same = other.layer.id === decided.layer && other.outcome.id === decided.outcome.id;
        return same ? [] : [{ question: question.id, option: option.id, layer: other.layer.id, outcome: other.outcome.id }];
      }),
    );
  const risks = new Map<string, (Given & { reason: string })[]>();
  for (const [question, option] of effective)
    for (const { risk, reason } of (option && index.options.get(question)?.get(option)?.risks) || [])
      risks.set(risk, [...(risks.get(risk) ?? []), { question, option: option as string, reason }]);
  return {
    layers,
    decided,
    // An evaluation for each option of each question: made where it is asked for.
    get changes() {
      kept ??= changes();
      return kept;
    },
    open: [...effective].flatMap(([id, option]) => (option === null ? [id] : [])),
    unreasoned: Object.keys(answers).filter((id) => exceptionWithoutReason(instrument, answers, id)),
    risks: [...risks].map(([risk, reasons]) => ({ risk, reasons })),
    get steps() {
      return meter.steps;
    },
  };
}
