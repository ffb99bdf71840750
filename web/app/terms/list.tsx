import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/list';

const query = graphql(`
  query SearchTerms {
    viewerCanChangeTerms
    searchTerms {
      id
      same
      source
      state
      narrower
      words {
        language
        words
      }
    }
  }
`);

export async function loader({ context }: Route.LoaderArgs) {
  return ask(context, query, {});
}

/** The words that the search knows to mean the same, in six languages. */
export default function Terms({ loaderData: { viewerCanChangeTerms, searchTerms } }: Route.ComponentProps) {
  const { t } = useSite();
  return (
    <>
      <Meta title={t('search.terms.title')} description={t('search.terms.lead')} canonical="/search-terms" />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={t('search.terms.title')} lead={t('search.terms.lead')} />
      {viewerCanChangeTerms && (
        <p>
          <a href="/search-terms/edit">{t('search.terms.add')}</a>
        </p>
      )}
      <ul className="rows">
        {searchTerms.map((term) => (
          <li key={term.id} id={term.id} className="row">
            <h2 className="row-title">
              {term.words.find(({ language }) => language === 'en')?.words[0]}
              {term.state !== 'SHIPPED' && <span className="quiet"> ({t(`search.terms.state.${term.state}`)})</span>}
            </h2>
            {term.words.map(({ language, words }) => (
              <p key={language} className="term-words" lang={language} dir="auto">
                {words.join(language === 'zh' ? '、' : language === 'ar' ? '، ' : ', ')}
              </p>
            ))}
            <p className="row-reason">
              {term.narrower.length > 0 && `${t('search.terms.finds', { terms: term.narrower.join(', ') })} · `}
              {t('search.terms.from', { source: term.source })}
              {viewerCanChangeTerms && (
                <>
                  {' · '}
                  <a href={`/search-terms/edit?id=${term.id}`}>
                    {t('search.terms.change')}
                    <span className="hidden">: {term.id}</span>
                  </a>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
