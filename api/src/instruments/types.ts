import type { Evaluation as Result, Given } from '#prisma/instrument/evaluate.ts';
import { counts, evaluate, exceptionWithoutReason, indexOf, type LayerResult } from '#prisma/instrument/evaluate.ts';
import { type Answers, type Instrument, type Layer, type Option, type Outcome, type Question, verdicts } from '#prisma/instrument/instrument.ts';
import { type Fork, treeOf } from '#prisma/instrument/tree.ts';
import { builder } from '../builder.ts';
import { AudienceEnum } from '../records/record.ts';
import { CitationType, type CitedFact, citationsOf, type StatementParent, StatementType } from '../records/statement.ts';
import { RiskType } from '../records/types.ts';
import { type AnswerGiven, AnswerInput, answersOf } from './answers.ts';
import type { EditionRow } from './edition.ts';
import { type SuggestedRisk, suggestedRisks } from './suggested.ts';

/** A part of an edition with the edition it belongs to. */
type Of<Part> = { part: Part; edition: EditionRow };
const of = <Part>(edition: EditionRow, part: Part): Of<Part> => ({ part, edition });
const said = (fact: unknown, { id }: EditionRow): StatementParent => ({ ...(fact as CitedFact & { text: string }), owner: id });
const saidAll = (facts: readonly unknown[], edition: EditionRow) => facts.map((fact) => said(fact, edition));

const VerdictEnum = builder.enumType('Verdict', {
  values: verdicts,
  description: 'GO_ON: the next layer follows, or the end. STOP: another way fits better. OPEN: answers are missing.',
});
const LayerStateEnum = builder.enumType('LayerState', {
  values: ['PASSED', 'STOPPED', 'OPEN', 'NOT_REACHED'] as const,
  description: 'How far a run came in a layer.',
});
const PathEnum = builder.enumType('TreePath', {
  values: ['TAKEN', 'PASSED', 'NOT_REACHED'] as const,
  description: 'Whether a path ends at a fork, goes on below it, or never came there.',
});

const OptionType = builder.objectRef<Of<Option>>('InstrumentOption').implement({
  description: 'A possible answer and what it leads to.',
  fields: (t) => ({
    id: t.string({ resolve: ({ part }) => part.id }),
    label: t.string({ resolve: ({ part }) => part.label }),
    exceptionTo: t.string({
      nullable: true,
      description: 'The answer that counts until a reason is written.',
      resolve: ({ part }) => part.exceptionTo ?? null,
    }),
    reason: t.string({ nullable: true, description: 'What the reason has to say.', resolve: ({ part }) => part.reason ?? null }),
    conclusions: t.field({ type: [StatementType], resolve: ({ part, edition }) => saidAll(part.conclusions, edition) }),
  }),
});
const QuestionType = builder.objectRef<Of<Question>>('InstrumentQuestion').implement({
  description: 'A question of an instrument. "not-known" can be answered to every one of them.',
  fields: (t) => ({
    id: t.string({ resolve: ({ part }) => part.id }),
    group: t.string({ resolve: ({ part }) => part.group }),
    layer: t.string({ resolve: ({ part, edition }) => edition.content.groups.find(({ id }) => id === part.group)?.layer ?? '' }),
    number: t.int({ description: 'Within its table or layer.', resolve: ({ part }) => part.number }),
    text: t.string({ resolve: ({ part }) => part.text }),
    help: t.string({ nullable: true, resolve: ({ part }) => part.help ?? null }),
    citations: t.field({ type: [CitationType], resolve: ({ part, edition }) => citationsOf({ cite: part.cite, certainty: 'STATED' }, edition.id) }),
    options: t.field({ type: [OptionType], resolve: ({ part, edition }) => part.options.map((option) => of(edition, option)) }),
  }),
});
const GroupType = builder.objectRef<Of<Instrument['groups'][number]>>('InstrumentGroup').implement({
  description: 'Questions that stand on one page.',
  fields: (t) => ({
    id: t.string({ resolve: ({ part }) => part.id }),
    layer: t.string({ resolve: ({ part }) => part.layer }),
    title: t.string({ resolve: ({ part }) => part.title }),
    questions: t.stringList({
      description: 'Their ids.',
      resolve: ({ part, edition }) => edition.content.questions.flatMap(({ id, group }) => (group === part.id ? [id] : [])),
    }),
  }),
});
const LayerType = builder.objectRef<Of<Layer>>('InstrumentLayer').implement({
  description: 'A step of an instrument, decided by its rules.',
  fields: (t) => ({
    id: t.string({ resolve: ({ part }) => part.id }),
    number: t.int({ resolve: ({ part }) => part.number }),
    title: t.string({ resolve: ({ part }) => part.title }),
    text: t.field({ type: StatementType, resolve: ({ part, edition }) => said(part.text, edition) }),
  }),
});
const OutcomeType = builder.objectRef<Of<Outcome>>('InstrumentOutcome').implement({
  description: 'A conclusion; never a bare yes or no.',
  fields: (t) => ({
    id: t.string({ resolve: ({ part }) => part.id }),
    title: t.string({ resolve: ({ part }) => part.title }),
    verdict: t.field({ type: VerdictEnum, resolve: ({ part }) => part.verdict }),
    text: t.field({ type: StatementType, resolve: ({ part, edition }) => said(part.text, edition) }),
    instead: t.field({
      type: StatementType,
      nullable: true,
      description: 'What fits better.',
      resolve: ({ part, edition }) => (part.instead ? said(part.instead, edition) : null),
    }),
  }),
});

const questionAt = (edition: EditionRow, id: string): Of<Question>[] => {
  const question = indexOf(edition.content).questions.get(id);
  return question ? [of(edition, question)] : [];
};
const GivenType = builder.objectRef<Given & { edition: EditionRow; answers?: Answers }>('InstrumentAnswer').implement({
  description: 'A question with one of its answers.',
  fields: (t) => ({
    question: t.field({ type: QuestionType, resolve: ({ edition, question }) => questionAt(edition, question)[0] as Of<Question> }),
    option: t.field({
      type: OptionType,
      nullable: true,
      description: 'Null for what is open.',
      resolve: ({ edition, question, option }) => {
        const found = indexOf(edition.content).options.get(question)?.get(option);
        return found ? of(edition, found) : null;
      },
    }),
    claimed: t.field({
      type: OptionType,
      nullable: true,
      description: 'The exception that was chosen without its reason, so that `option` counts in its place; null otherwise.',
      resolve: ({ edition, answers, question }) => {
        const found = exceptionWithoutReason(edition.content, answers ?? {}, question);
        return found && of(edition, found);
      },
    }),
    reason: t.string({ nullable: true, resolve: ({ answers, question }) => answers?.[question]?.reason ?? null }),
    note: t.string({ nullable: true, resolve: ({ answers, question }) => answers?.[question]?.note ?? null }),
    evidence: t.string({ nullable: true, resolve: ({ answers, question }) => answers?.[question]?.evidence ?? null }),
  }),
});
/** The questions with the answers that count. */
const givenTo = (edition: EditionRow, answers: Answers, questions: readonly string[]) =>
  questions.map((question) => ({ edition, answers, question, option: counts(edition.content, answers, question) ?? 'not-known' }));

type ResultOf = {
  edition: EditionRow;
  answers: Answers;
  result: Result /** The slug of the project of the library that it is about. */;
  project?: string | null;
};
const LayerResultType = builder.objectRef<ResultOf & { layer: LayerResult }>('LayerResult').implement({
  description: 'What the answers lead to in one layer.',
  fields: (t) => ({
    layer: t.field({ type: LayerType, resolve: ({ edition, layer }) => of(edition, edition.content.layers.find(({ id }) => id === layer.layer) as Layer) }),
    state: t.field({ type: LayerStateEnum, resolve: ({ layer }) => layer.state }),
    outcome: t.field({ type: OutcomeType, resolve: ({ edition, layer }) => of(edition, layer.outcome) }),
    because: t.field({
      type: [GivenType],
      description: 'The answers by which it is so; the open questions for an open outcome.',
      resolve: ({ edition, answers, layer }) => givenTo(edition, answers, layer.because),
    }),
    also: t.field({
      type: [GivenType],
      description: 'Answers that would stop the run as well, if those above were changed.',
      resolve: ({ edition, answers, layer }) =>
        givenTo(
          edition,
          answers,
          [...new Set(layer.also.flatMap(({ because }) => because))].filter((id) => !layer.because.includes(id)),
        ),
    }),
  }),
});
const ChangeType = builder.objectRef<{ edition: EditionRow; change: Result['changes'][number] }>('OutcomeChange').implement({
  description: 'What the outcome would be if one answer were another.',
  fields: (t) => ({
    given: t.field({ type: GivenType, resolve: ({ edition, change }) => ({ edition, ...change }) }),
    layer: t.field({ type: LayerType, resolve: ({ edition, change }) => of(edition, edition.content.layers.find(({ id }) => id === change.layer) as Layer) }),
    outcome: t.field({
      type: OutcomeType,
      resolve: ({ edition, change }) => of(edition, indexOf(edition.content).outcomes.get(change.layer)?.get(change.outcome) as Outcome),
    }),
  }),
});
const ForkType = builder.objectRef<{ edition: EditionRow; fork: Fork }>('TreeFork').implement({
  description: 'A fork of the decision tree.',
  fields: (t) => ({
    rule: t.string({ resolve: ({ fork }) => fork.rule }),
    number: t.int({ nullable: true, description: 'Of the question, where it asks one.', resolve: ({ fork }) => fork.question?.number ?? null }),
    question: t.string({ nullable: true, resolve: ({ fork }) => fork.question?.text ?? null }),
    label: t.string({ description: 'What leads to the outcome.', resolve: ({ fork }) => fork.label }),
    outcome: t.field({ type: OutcomeType, resolve: ({ edition, fork }) => of(edition, fork.outcome) }),
    path: t.field({ type: PathEnum, resolve: ({ fork }) => fork.path }),
  }),
});
const SuggestedRiskType = builder.objectRef<SuggestedRisk>('SuggestedRisk').implement({
  description: 'A risk of the library that belongs into the assessment, and why.',
  fields: (t) => ({ risk: t.field({ type: RiskType, resolve: ({ row }) => row }), reasons: t.exposeStringList('reasons') }),
});
export const EvaluationType = builder.objectRef<ResultOf>('Evaluation').implement({
  description: 'What answers lead to.',
  fields: (t) => ({
    decided: t.field({ type: LayerResultType, description: 'Where the run stands.', resolve: (one) => ({ ...one, layer: one.result.decided }) }),
    layers: t.field({ type: [LayerResultType], resolve: (one) => one.result.layers.map((layer) => ({ ...one, layer })) }),
    changes: t.field({ type: [ChangeType], resolve: ({ edition, result }) => result.changes.map((change) => ({ edition, change })) }),
    open: t.field({
      type: [QuestionType],
      description: 'Not answered, or not known yet.',
      resolve: ({ edition, result }) => result.open.flatMap((id) => questionAt(edition, id)),
    }),
    unreasoned: t.field({
      type: [QuestionType],
      description: 'Exceptions without a reason: they do not count.',
      resolve: ({ edition, result }) => result.unreasoned.flatMap((id) => questionAt(edition, id)),
    }),
    answers: t.field({
      type: [GivenType],
      description: 'All answers in the order of the questions, as they count.',
      resolve: ({ edition, answers }) =>
        givenTo(
          edition,
          answers,
          edition.content.questions.flatMap(({ id }) => (answers[id] ? [id] : [])),
        ),
    }),
    exceptions: t.field({
      type: [GivenType],
      description: 'Answers that claim an exception, with its reason.',
      resolve: ({ edition, answers }) => {
        const { options } = indexOf(edition.content);
        const claims = edition.content.questions.flatMap(({ id }) =>
          options.get(id)?.get(counts(edition.content, answers, id) ?? '')?.exceptionTo ? [id] : [],
        );
        return givenTo(edition, answers, claims);
      },
    }),
    answered: t.int({ resolve: ({ edition, result }) => edition.content.questions.length - result.open.length }),
    tree: t.field({
      type: [ForkType],
      description: 'The rules of a layer as a tree with the path taken; of the first layer unless told otherwise.',
      args: { layer: t.arg.string({ required: false }) },
      resolve: ({ edition, result }, { layer }) =>
        treeOf(edition.content, layer ?? edition.content.layers[0]?.id ?? '', result).map((fork) => ({ edition, fork })),
    }),
    risks: t.field({
      type: [SuggestedRiskType],
      description: 'Suggested by the answers, by what similar projects met, and by the stack of the project that the run is about.',
      args: { platforms: t.arg.stringList({ required: false, description: 'Platforms that the use case is to run on, as values of the filter of projects.' }) },
      resolve: ({ edition, answers, result, project }, { platforms }, context) =>
        suggestedRisks(context, { edition: edition.content, answers, risks: result.risks, project: project ?? null, platforms: platforms ?? [] }),
    }),
  }),
});

export const EditionType = builder.objectRef<EditionRow>('InstrumentEdition').implement({
  description: 'An instrument in one edition. A published edition never changes.',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => id }),
    instrument: t.exposeString('instrument'),
    edition: t.exposeString('edition'),
    title: t.exposeString('title'),
    hash: t.exposeString('hash', { description: 'SHA-256 of its canonical JSON (RFC 8785).' }),
    audience: t.expose('audience', { type: AudienceEnum }),
    organization: t.string({
      nullable: true,
      description: 'Short name of the organization that made it for itself.',
      resolve: ({ organizationName }) => organizationName,
    }),
    publishedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ publishedAt }) => publishedAt }),
    withdrawnAt: t.field({ type: 'DateTime', nullable: true, description: 'Taken out of use.', resolve: ({ withdrawnAt }) => withdrawnAt }),
    withdrawnReason: t.string({ nullable: true, resolve: ({ withdrawnReason }) => withdrawnReason }),
    url: t.string({ resolve: ({ instrument, edition }) => `/decide/${instrument}?${new URLSearchParams({ edition })}` }),
    summary: t.field({ type: StatementType, resolve: (edition) => said(edition.content.summary, edition) }),
    changes: t.string({ nullable: true, resolve: ({ content }) => content.changes ?? null }),
    total: t.int({ description: 'How many questions it has.', resolve: ({ content }) => content.questions.length }),
    layers: t.field({ type: [LayerType], resolve: (edition) => edition.content.layers.map((layer) => of(edition, layer)) }),
    groups: t.field({ type: [GroupType], resolve: (edition) => edition.content.groups.map((group) => of(edition, group)) }),
    figure: t.field({
      type: StatementType,
      nullable: true,
      description: 'The picture in the source that the tree of the first layer stands for.',
      resolve: (edition) => {
        const figure = edition.content.layers[0]?.figure;
        return figure ? said({ ...figure, text: String(figure['title']) }, edition) : null;
      },
    }),
    questions: t.field({
      type: [QuestionType],
      args: { group: t.arg.string({ required: false }) },
      resolve: (edition, { group }) =>
        edition.content.questions.filter((question) => !group || question.group === group).map((question) => of(edition, question)),
    }),
    evaluation: t.field({
      type: EvaluationType,
      description: 'What answers lead to. Nothing of them is kept.',
      args: { answers: t.arg({ type: [AnswerInput], required: true }) },
      resolve: (edition, args) => {
        const answers = answersOf(edition.content, args.answers as AnswerGiven[]);
        return { edition, answers, result: evaluate(edition.content, answers) };
      },
    }),
  }),
});
