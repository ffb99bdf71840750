import { useSite } from './site.tsx';

/** A Sustainable Development Goal: its number on the official colour, and its short title. */
export function GoalChip({ number, title, url }: { number: number; title: string; url?: string }) {
  const { t } = useSite();
  const content = (
    <>
      <span className={`goal-number goal-${number}`} aria-hidden="true">
        {number}
      </span>{' '}
      <span className="goal-title">{title}</span>
    </>
  );
  const label = t('goal', { number, title });
  return url ? (
    <a className="goal" href={url} aria-label={label}>
      {content}
    </a>
  ) : (
    <span className="goal">{content}</span>
  );
}
