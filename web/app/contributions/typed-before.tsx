import { Trans } from 'react-i18next';
import { useSite } from '../ui/site.tsx';

/**
 * The place where the browser script offers what was typed the last time and has not reached the library (typed-before.ts). Hidden without.
 * @param answers whether the page answers a form, which it holds: then it is never loaded anew
 */
export function TypedBefore({
  draft,
  person,
  writable,
  answers,
}: {
  draft: { id: string; url: string; deviceKey?: string | null };
  person: string;
  writable: boolean;
  answers: boolean;
}) {
  const { t, i18n } = useSite();
  if (!draft.deviceKey) return null;
  return (
    <section
      className="entry-notice"
      aria-labelledby="typed-before-title"
      data-typed-before=""
      data-draft={draft.id}
      data-url={draft.url}
      data-person={person}
      data-key={draft.deviceKey}
      data-answers={answers || undefined}
      hidden
    >
      <h2 id="typed-before-title">{t('contributions.typedBefore.title')}</h2>
      <p>
        <Trans i18n={i18n} t={t} i18nKey="contributions.typedBefore.lead" components={{ x: <span data-moment="" /> }} />
      </p>
      <details open>
        <summary>{t('contributions.typedBefore.show')}</summary>
        <dl className="entry-value" />
      </details>
      <form method="post" action={draft.url} encType="multipart/form-data" className="entry-buttons section">
        {writable && (
          <button type="submit" name="do" value="save">
            {t('contributions.typedBefore.take')}
          </button>
        )}
        <button type="button" className="button-quiet" data-typed-away="">
          {t('contributions.typedBefore.away')}
        </button>
      </form>
    </section>
  );
}
