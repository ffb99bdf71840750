import type { Site } from '../ui/site.tsx';

type Reviewed = {
  title: string;
  useCase: string | null;
  costSums: { name: string; low: number; high: number }[];
  assessedRisks: { key: string; title: string; likelihood: number; impact: number }[];
  evaluation: {
    answers: {
      reason: string | null;
      note: string | null;
      evidence: string | null;
      question: { id: string; text: string };
      option: { label: string } | null;
    }[];
  };
};

const wholes = ['title', 'useCase', 'answers', 'risks', 'costs'] as const;
const isWhole = (line: string): line is (typeof wholes)[number] => (wholes as readonly string[]).includes(line);

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
  if (line === 'answers') return `${name}: ${run.evaluation.answers.map(({ question }) => question.text).join(' ') || none}`;
  if (line === 'risks') return `${name}: ${run.assessedRisks.map(({ title }) => title).join('; ') || none}`;
  if (line === 'costs') return `${name}: ${run.costSums.map((sum) => `${sum.name} ${format.number(sum.low)}–${format.number(sum.high)}`).join('; ') || none}`;
  const answer = run.evaluation.answers.find(({ question }) => line === `answer:${question.id}`);
  if (answer)
    return [
      `${name} ${answer.option?.label ?? t('instruments.notKnown')}.`,
      answer.reason && t('instruments.outcome.reason', { reason: answer.reason }),
      answer.note,
      answer.evidence,
    ]
      .filter(Boolean)
      .join(' ');
  const risk = run.assessedRisks.find(({ key }) => line === `risk:${key}`);
  return risk ? `${name}: ${t('assessments.risks.level', risk)}` : name;
}
