import type { RiskArea } from '../graphql/graphql.ts';
import type { Site } from '../ui/site.tsx';

type Reviewed = {
  title: string;
  edition: { layers: { id: string; number: number }[] };
  useCase: string | null;
  costSums: { name: string; low: number; high: number }[];
  assessedRisks: {
    key: string;
    title: string;
    likelihood: number;
    impact: number;
    area: RiskArea | null;
    mitigations: { title: string }[];
    mitigation: string | null;
    owner: string | null;
    date: string | null;
    residualLikelihood: number | null;
    residualImpact: number | null;
  }[];
  evaluation: {
    answers: {
      reason: string | null;
      note: string | null;
      evidence: string | null;
      question: { id: string; text: string; layer?: string; number: number };
      option: { label: string } | null;
    }[];
  };
};

const wholes = ['title', 'useCase', 'answers', 'risks', 'costs'] as const;
const isWhole = (line: string): line is (typeof wholes)[number] => (wholes as readonly string[]).includes(line);

/** The number of a question as the page of the run has it: with its layer where there are several. */
export const numberOf = ({ edition: { layers } }: Pick<Reviewed, 'edition'>, { layer, number }: { layer?: string; number: number }): string =>
  layers.length > 1 ? `${layers.find(({ id }) => id === layer)?.number ?? '?'}.${number}` : String(number);

/** What a line is about, in a few words: a question, a risk, the costs, the title or the use case. */
export function lineName({ t }: Pick<Site, 't'>, { evaluation, assessedRisks }: Pick<Reviewed, 'evaluation' | 'assessedRisks'>, line: string): string {
  if (isWhole(line)) return t(`assessments.review.lines.${line}`);
  const question = evaluation.answers.find((one) => line === `answer:${one.question.id}`)?.question;
  return question?.text ?? assessedRisks.find(({ key }) => line === `risk:${key}`)?.title ?? line;
}

/** All that a line says, as it is reviewed. */
export function lineText({ t, format }: Pick<Site, 't' | 'format'>, run: Reviewed, line: string): string {
  const name = lineName({ t }, run, line);
  if (line === 'title') return `${name}: ${run.title}`;
  const none = t('assessments.review.none');
  if (line === 'useCase') return `${name}: ${run.useCase || none}`;
  if (line === 'answers') return `${name}: ${run.evaluation.answers.map(({ question }) => numberOf(run, question)).join(', ') || none}`;
  if (line === 'risks') return `${name}: ${run.assessedRisks.map(({ title }) => title).join('; ') || none}`;
  if (line === 'costs') return `${name}: ${run.costSums.map((sum) => `${sum.name} ${format.number(sum.low)}–${format.number(sum.high)}`).join('; ') || none}`;
  const answer = run.evaluation.answers.find(({ question }) => line === `answer:${question.id}`);
  if (answer)
    return [
      `${numberOf(run, answer.question)} ${name} ${answer.option?.label ?? t('instruments.notKnown')}.`,
      answer.reason && t('instruments.outcome.reason', { reason: answer.reason }),
      answer.note,
      answer.evidence && t('assessments.answers.evidence', { evidence: answer.evidence }),
    ]
      .filter(Boolean)
      .join(' ');
  const risk = run.assessedRisks.find(({ key }) => line === `risk:${key}`);
  if (!risk) return name;
  const { columns } = t('assessments.risks', { returnObjects: true });
  const against = [...risk.mitigations.map(({ title }) => title), risk.mitigation].filter(Boolean).join('; ');
  const whose = [risk.owner, risk.date && format.date(risk.date)].filter(Boolean).join(', ');
  const rest =
    risk.residualLikelihood && risk.residualImpact ? t('assessments.risks.level', { likelihood: risk.residualLikelihood, impact: risk.residualImpact }) : none;
  return [
    `${name}: ${t('assessments.risks.level', risk)}.`,
    risk.area && `${columns.area}: ${t(`assessments.area.${risk.area}`)}.`,
    `${columns.mitigation}: ${against || none}.`,
    `${columns.owner}: ${whose || none}.`,
    `${columns.residual}: ${rest}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
