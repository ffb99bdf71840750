import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';

type Run = { title: string; url: string; outcomeTitle: string; signedAt: string };

/** Signed and published runs, where they are evidence or belong to a project. Nothing where there are none. */
export function AssessmentEvidence({ runs }: { runs: Run[] }) {
  const { t, format } = useSite();
  if (runs.length === 0) return null;
  return (
    <Section id="assessments" title={t('assessments.evidence')}>
      <ul>
        {runs.map((run) => (
          <li key={run.url}>
            <a href={run.url}>{run.title}</a>: {run.outcomeTitle}.{' '}
            <span className="quiet">{t('assessments.signedOn', { day: format.date(run.signedAt.slice(0, 10)) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
