import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/list';

const query = graphql(/* GraphQL */ `
  query Instruments {
    viewerCanAdapt
    instruments {
      id
      instrument
      edition
      title
      organization
      publishedAt
      url
    }
  }
`);

export async function loader({ context }: Route.LoaderArgs) {
  return ask(context, query, {});
}

export default function InstrumentsPage({ loaderData: { instruments, viewerCanAdapt } }: Route.ComponentProps) {
  const { t, viewer, format } = useSite();
  const published = instruments.filter(({ publishedAt }) => publishedAt);
  const groups = Map.groupBy(published, ({ instrument }) => instrument);
  return (
    <>
      <Meta title={t('instruments.title')} description={t('instruments.lead')} canonical="/decide" />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={t('instruments.title')} lead={t('instruments.lead')} />
      <div className="prose">
        <p>{t('instruments.nothingKept')}</p>
      </div>
      {[...groups].map(([instrument, editions]) => {
        const first = editions.find(({ organization }) => !organization) ?? editions[0];
        return (
          <Section key={instrument} id={instrument} title={first?.title ?? instrument}>
            <p>{t(`instruments.about.${instrument}` as 'instruments.about.jiu-matrix', { defaultValue: '' })}</p>
            <p>
              <a className="button" href={`/decide/${instrument}`}>
                {t('instruments.begin')}
              </a>
            </p>
            <ul className="quiet-facts">
              {editions.map((edition) => (
                <li key={edition.id}>
                  <a href={edition.url}>{t('instruments.edition', { edition: edition.edition })}</a>
                  {edition.organization && ` ${t('instruments.of', { organization: edition.organization })}`}
                  {edition.publishedAt && ` ${format.date(edition.publishedAt.slice(0, 10))}`}
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
      <Section id="more" title={t('instruments.more')}>
        <ul>
          <li>
            <a href="/assessments/hub-on-a-blockchain">{t('instruments.example')}</a>
          </li>
          <li>
            <a href="/matrix">{t('instruments.read')}</a>
          </li>
          {viewer && (
            <li>
              <a href="/assessments">{t('instruments.saved')}</a>
            </li>
          )}
          {viewerCanAdapt && (
            <li>
              <a href="/editions">{t('instruments.adapt')}</a>
            </li>
          )}
        </ul>
      </Section>
    </>
  );
}
