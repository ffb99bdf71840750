import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { ResultLine } from '../ui/result-line.tsx';
import { useSite } from '../ui/site.tsx';
import { Statement } from '../ui/statement.tsx';
import type { Route } from './+types/list';
import { glossaryJsonLd } from './json-ld.ts';

const query = graphql(/* GraphQL */ `
  query Glossary {
    glossaryTerms(first: 100, orderBy: TITLE) {
      totalCount
      edges {
        node {
          slug
          url
          term
          forms
          definition {
            ...StatementParts
          }
          seeAlso {
            url
            term
          }
        }
      }
    }
  }
`);

export const loader = ({ context }: Route.LoaderArgs) => ask(context, query, {});

export default function Glossary({ loaderData: { glossaryTerms } }: Route.ComponentProps) {
  const { t, url } = useSite();
  const terms = glossaryTerms.edges.map(({ node }) => node);
  const letterOf = (term: string) => term.charAt(0).toUpperCase();
  const first = new Map<string, string>();
  for (const { term, url: path } of terms) if (!first.has(letterOf(term))) first.set(letterOf(term), path);
  return (
    <>
      <Meta title={t('glossary.title')} description={t('glossary.lead')} canonical="/glossary" jsonLd={glossaryJsonLd(terms, t('glossary.title'), url)} />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={t('glossary.title')} lead={t('glossary.lead')} />
      <ResultLine total={glossaryTerms.totalCount} noun={t('glossary.noun', { count: glossaryTerms.totalCount })} />
      <nav aria-label={t('glossary.letters')}>
        <ul className="letters">
          {[...first].map(([letter, path]) => (
            <li key={letter}>
              <a href={path.replace('/glossary', '')}>{letter}</a>
            </li>
          ))}
        </ul>
      </nav>
      <dl className="terms">
        {terms.map(({ slug, term, forms, definition, seeAlso }) => (
          <div key={slug} id={slug} className="term-entry">
            <dt>
              <h2 className="row-title">{term}</h2>
              {forms.length > 0 && <p className="quiet small">{t('glossary.also', { forms: forms.join(', ') })}</p>}
            </dt>
            <dd>
              <Statement statement={definition} terms={false} />
              {seeAlso.length > 0 && (
                <p className="small">
                  {t('glossary.seeAlso')}
                  {seeAlso.map((other, index) => (
                    <span key={other.url}>
                      {index > 0 && ', '}
                      <a href={other.url.replace('/glossary', '')}>{other.term}</a>
                    </span>
                  ))}
                </p>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
