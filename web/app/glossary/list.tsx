import { ask, queryAllPages } from '../api.server.ts';
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
  query Glossary($after: String) {
    glossaryTerms(first: 100, orderBy: TITLE, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
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

export const loader = ({ context }: Route.LoaderArgs) => queryAllPages('glossaryTerms', (after) => ask(context, query, { after }));

/** What is left of a form without its spelling and number: "tokenisations" and "tokenization" are one name. */
const nameKey = (form: string) =>
  form
    .toLowerCase()
    .replace(/per ?cent/g, '%')
    .replace(/is(e|ed|ation)(s?)\b/g, 'iz$1$2')
    .replace(/[^a-z0-9% ]/g, '')
    .replace(/(?:ies|y)\b/g, 'i')
    .replace(/sses\b/g, 'ss')
    .replace(/([^s])s\b/g, '$1')
    .replaceAll(' ', '');

/** The other names of a term. Its forms also hold every plural and spelling by which texts are searched; nobody needs to read those. */
function otherNames({ term, forms }: { term: string; forms: string[] }): string[] {
  const seen = new Set([nameKey(term)]);
  return forms.filter((form) => !seen.has(nameKey(form)) && seen.add(nameKey(form)));
}

export default function Glossary({ loaderData: { glossaryTerms } }: Route.ComponentProps) {
  const { t, url } = useSite();
  const terms = glossaryTerms.edges.map(({ node }) => ({ ...node, names: otherNames(node) }));
  const letterOf = (term: string) => term.charAt(0).toUpperCase();
  const first = new Map<string, string>();
  for (const { term, url: path } of terms) if (!first.has(letterOf(term))) first.set(letterOf(term), path);
  return (
    <>
      <Meta title={t('glossary.title')} description={t('glossary.lead')} canonical="/glossary" jsonLd={glossaryJsonLd(terms, t('glossary.title'), url)} />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={t('glossary.title')} lead={t('glossary.lead')} />
      <ResultLine follow={t('glossary.title')} total={glossaryTerms.totalCount} noun={t('glossary.noun', { count: glossaryTerms.totalCount })} />
      <nav aria-label={t('glossary.letters')}>
        <ul className="letters">
          {[...first].map(([letter, path]) => (
            <li key={letter}>
              <a href={path.replace('/glossary', '')}>{letter}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="terms">
        {terms.map(({ slug, term, names, definition, seeAlso }) => (
          <div key={slug} id={slug} className="term-entry">
            <div>
              <h2 className="row-title">{term}</h2>
              {names.length > 0 && <p className="quiet small">{t('glossary.also', { forms: names.join(', ') })}</p>}
            </div>
            <div className="term-definition">
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
            </div>
          </div>
        ))}
      </div>
    </>
  );
}
