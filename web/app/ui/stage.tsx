import { useSite } from './site.tsx';

export type StageName = 'ENVISAGED' | 'RESEARCH' | 'PROOF_OF_CONCEPT' | 'PILOT' | 'IN_USE' | 'SCALED' | 'DISCONTINUED';

/** A disc that fills up from idea to scale; a struck one where it ended. Legible without colour. */
const shapes: Record<StageName, React.ReactNode> = {
  ENVISAGED: <circle className="stage-line" cx="8" cy="8" r="6" strokeDasharray="2 2.7" />,
  RESEARCH: <circle className="stage-line" cx="8" cy="8" r="6" />,
  PROOF_OF_CONCEPT: (
    <>
      <circle className="stage-line" cx="8" cy="8" r="6" />
      <path className="stage-fill" d="M8 8V2a6 6 0 0 1 6 6z" />
    </>
  ),
  PILOT: (
    <>
      <circle className="stage-line" cx="8" cy="8" r="6" />
      <path className="stage-fill" d="M8 2a6 6 0 0 1 0 12z" />
    </>
  ),
  IN_USE: <circle className="stage-fill" cx="8" cy="8" r="6.7" />,
  SCALED: (
    <>
      <circle className="stage-line" cx="8" cy="8" r="7" />
      <circle className="stage-fill" cx="8" cy="8" r="4.6" />
    </>
  ),
  DISCONTINUED: (
    <>
      <circle className="stage-line" cx="8" cy="8" r="6" />
      <path className="stage-line" d="M3.8 12.2l8.4-8.4" />
    </>
  ),
};

/** How far a project has got: a shape and the word, since when, and where nobody says that, when it was so. */
export function Stage({ stage, since, asAt }: { stage: StageName; since?: string | null | undefined; asAt?: string | null | undefined }) {
  const { t, format } = useSite();
  return (
    <span className={stage === 'DISCONTINUED' ? 'stage stage-ended' : 'stage'}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        {shapes[stage]}
      </svg>
      {t(`stage.${stage}`)}
      {since ? ` ${t('stage.since', { date: format.date(since) })}` : asAt && `, ${t('stage.asAt', { date: format.date(asAt) })}`}
    </span>
  );
}
