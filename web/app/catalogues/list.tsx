import { ask, httpError } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/list';

const query = graphql(/* GraphQL */ `
  query CatalogueRuns {
    viewerCanLoadCatalogues
    catalogueRuns {
      id
      name
      catalogue
      version
      state
      done
      loadedBy
      loadedAt
    }
  }
`);

export async function loader({ context }: Route.LoaderArgs) {
  const answer = await ask(context, query);
  if (!answer.viewerCanLoadCatalogues) throw httpError(context, 403);
  return answer;
}

/** Files of other catalogues, and what became of each. */
export default function Catalogues({ loaderData: { catalogueRuns } }: Route.ComponentProps) {
  const { t, format, url } = useSite();
  const columns = t('catalogues.listColumns', { returnObjects: true });
  return (
    <>
      <Meta title={t('catalogues.title')} canonical="/catalogues" unlisted />
      <PageTitle title={t('catalogues.title')} lead={t('catalogues.lead')} />
      {url.searchParams.get('done') === 'discarded' && (
        <Notice role="status">
          <p>{t('catalogues.done.discarded')}</p>
        </Notice>
      )}
      <p className="list-note">
        <a className="button" href="/catalogues/new">
          {t('catalogues.new')}
        </a>{' '}
        <a href="/foreign-records">{t('catalogues.entries')}</a>
      </p>
      {catalogueRuns.length === 0 ? (
        <p>{t('catalogues.none')}</p>
      ) : (
        <ResponsiveTable
          caption={t('catalogues.caption')}
          columns={[columns.name, columns.catalogue, columns.version, columns.state, columns.done, columns.by, columns.on]}
          rows={catalogueRuns.map((one) => ({
            key: one.id,
            cells: [
              <a key="name" href={`/catalogues/${one.id}`}>
                {one.name}
              </a>,
              one.catalogue ?? null,
              one.version || null,
              t(`catalogues.state.${one.state}`),
              one.state === 'READ' ? null : format.number(one.done),
              one.loadedAt ? (one.loadedBy ?? t('catalogues.keeper')) : null,
              one.loadedAt ? format.date(one.loadedAt.slice(0, 10)) : null,
            ],
          }))}
        />
      )}
    </>
  );
}
