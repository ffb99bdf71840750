import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/list';

const query = graphql(/* GraphQL */ `
  query Assessments {
    assessments {
      id
      url
      title
      state
      organization
      outcomeTitle
      updatedAt
      example
    }
  }
`);

export async function loader({ context }: Route.LoaderArgs) {
  return ask(context, query, {});
}

export default function AssessmentsPage({ loaderData: { assessments } }: Route.ComponentProps) {
  const { t, format, viewer } = useSite();
  return (
    <>
      <Meta title={t('assessments.title')} description={t('assessments.lead')} canonical="/assessments" />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('instruments.title'), url: '/decide' },
        ]}
      />
      <PageTitle title={t('assessments.title')} lead={t('assessments.lead')} />
      {assessments.length === 0 ? (
        <p>{t('assessments.none')}</p>
      ) : (
        <form method="get" action="/assessments/compare">
          <ul className="rows assessment-rows">
            {assessments.map((one) => (
              <li key={one.id}>
                <label className="choice">
                  <input type="checkbox" name="id" value={one.id} />
                  <span className="hidden">{t('assessments.choose', { title: one.title })}</span>
                </label>
                <div>
                  <h2>
                    <a href={one.url}>{one.title}</a>
                  </h2>
                  <p>{one.outcomeTitle}.</p>
                  <p className="quiet small">
                    {t(`assessments.state.${one.state}`)} · {one.example ? t('assessments.example') : one.organization} ·{' '}
                    {format.date(one.updatedAt.slice(0, 10))}
                  </p>
                </div>
              </li>
            ))}
          </ul>
          {assessments.length > 1 && (
            <button type="submit" className="button-quiet">
              {t('assessments.compare.button')}
            </button>
          )}
        </form>
      )}
      <p>
        <a href="/decide">{t('assessments.begin')}</a>
        {!viewer && (
          <>
            {' '}
            · <a href="/sign-in?next=%2Fassessments">{t('instruments.keep.signIn')}</a>
          </>
        )}
      </p>
    </>
  );
}
