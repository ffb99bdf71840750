import { useSite } from '../ui/site.tsx';
import { textLanguage } from '../ui/text-language.ts';
import { Snippet } from '../ui/snippet.tsx';

export type Suggestion = { kind: string; title: string; language: string; url: string; snippet: { text: string; marked: boolean }[] };

/**
 * The options of the search box's list. Each carries its address in `data-url`; entry.client.ts follows it. The element's
 * `data-status` is what a screen reader is told.
 */
export function Suggestions({ query, hits }: { query: string; hits: Suggestion[] }) {
  const site = useSite();
  const { t } = site;
  if (query === '') return null;
  const status = hits.length > 0 ? t('searchBox.found', { count: hits.length }) : t('searchBox.none');
  const all = `/search?${new URLSearchParams({ q: query })}`;
  return (
    <div data-status={status}>
      {hits.map((hit) => (
        <div key={hit.url} role="option" aria-selected="false" data-url={hit.url}>
          <span className="suggestion-title" {...textLanguage(site, hit.language, hit.title)}>
            {hit.title}
          </span>
          <span className="suggestion-more">
            {t(`searchBox.kind.${hit.kind}` as 'searchBox.kind.PROJECT', { defaultValue: hit.kind })}
            {hit.snippet.length > 0 && ' · '}
            <Snippet parts={hit.snippet} />
          </span>
        </div>
      ))}
      <div role="option" aria-selected="false" data-url={all}>
        <span className="suggestion-title">{t('searchBox.all', { query })}</span>
      </div>
    </div>
  );
}
