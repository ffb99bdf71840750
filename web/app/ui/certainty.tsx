import type { Certainty as Kind } from './notes.ts';
import { useSite } from './site.tsx';

/** What stands where a source is silent. Not the same as "no information", which means that nobody has reported yet. */
export function NotStated() {
  const { t } = useSite();
  return <span className="unsaid">{t('certainty.notStated')}</span>;
}

/** The word for a reading that is not simply stated: "inferred" or "uncertain"; nothing for what is stated. */
export function Certainty({ is }: { is: Kind }) {
  const { t } = useSite();
  if (is === 'STATED') return null;
  const key = is === 'INFERRED' ? 'inferred' : 'uncertain';
  return (
    <span className={`certainty certainty-${key}`} title={t(`certainty.explain.${key}`)}>
      {t(`certainty.${key}`)}
    </span>
  );
}
