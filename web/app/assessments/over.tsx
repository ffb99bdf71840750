import type { Fault } from '../ui/faults.ts';
import { useSite } from '../ui/site.tsx';

/**
 * In a form that came back because somebody else saved in between: where to see what they saved, and the choice to put one's own
 * over it. Without the choice the form keeps the number of the save it came with, so that nothing is overwritten by pressing again.
 * @param edits the number of the last save
 * @param url where what is saved now is shown
 */
export function Over({ faults = [], edits, url }: { faults?: readonly Fault[] | undefined; edits: number; url: string }) {
  const { t } = useSite();
  if (!faults.some(({ code }) => code === 'STALE')) return null;
  return (
    <p>
      <a href={url} target="_blank" rel="noopener">
        {t('assessments.over.see')}
      </a>
      <label className="choice">
        <input type="checkbox" name="over" value={edits} />
        <span>{t('assessments.over.put')}</span>
      </label>
    </p>
  );
}
