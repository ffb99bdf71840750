import { useSite } from './site.tsx';

/** Where who keeps lists puts the record of a page on one. */
export function ShortlistLink({ url }: { url: string }) {
  const { t, viewer } = useSite();
  if ((viewer?.memberships.length ?? 0) === 0) return null;
  return (
    <p>
      <a href={`/shortlists/add?${new URLSearchParams({ ids: url.slice(1) })}`}>{t('records.shortlist')}</a>
    </p>
  );
}
