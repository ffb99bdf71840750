import { useSite } from './site.tsx';

type SearchFormProps = {
  /** The large form of the start page, the search page and the 404 page; otherwise the one in the header. */
  large?: boolean;
  /** What was searched for. */
  query?: string;
  /** The question above the large field. */
  label?: string;
  help?: string;
};

/** The API takes no longer question. */
const longest = 200;

/** A plain GET form to /search. With script, entry.client.ts makes it a combobox that suggests while one types. */
export function SearchForm({ large = false, query, label, help }: SearchFormProps) {
  const { t, url } = useSite();
  const id = large ? 'search-large' : 'search';
  const value = query ?? (url.pathname === '/search' ? (url.searchParams.get('q') ?? '').replace(/\p{Cc}/gu, ' ').slice(0, longest) : '');
  return (
    // The browser script reads its words from the form, so that it needs none of its own.
    <form
      className={large ? 'search search-large' : 'search'}
      action="/search"
      method="get"
      role="search"
      aria-label={large ? (label ?? t('searchBox.label')) : t('searchBox.label')}
      data-suggest="/search/suggest"
      data-suggestions={t('searchBox.suggestions')}
    >
      <label htmlFor={id}>{label ?? t('searchBox.label')}</label>
      {help && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <div className="search-line">
        <input
          id={id}
          name="q"
          type="search"
          defaultValue={value}
          maxLength={longest}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          placeholder={large ? undefined : t('searchBox.label')}
          aria-describedby={help ? `${id}-help` : undefined}
        />
        <button type="submit">{t('searchBox.button')}</button>
      </div>
    </form>
  );
}
