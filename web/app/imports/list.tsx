import { ask, httpError } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/list';

const query = graphql(/* GraphQL */ `
  query Imports {
    viewerCanImport
    imports {
      id
      name
      state
      added
      changed
      proposedBy
      proposedAt
    }
  }
`);

export async function loader({ context }: Route.LoaderArgs) {
  const answer = await ask(context, query);
  if (!answer.viewerCanImport) throw httpError(context, 403);
  return answer;
}

/** Tables of entries that were proposed, and what became of each. */
export default function Imports({ loaderData: { imports } }: Route.ComponentProps) {
  const { t, format } = useSite();
  const columns = t('imports.listColumns', { returnObjects: true });
  return (
    <>
      <Meta title={t('imports.title')} canonical="/imports" unlisted />
      <PageTitle title={t('imports.title')} lead={t('imports.lead')} />
      <p className="list-note">
        <a className="button" href="/imports/new">
          {t('imports.new')}
        </a>
      </p>
      {imports.length === 0 ? (
        <p>{t('imports.none')}</p>
      ) : (
        <ResponsiveTable
          caption={t('imports.caption')}
          columns={[columns.name, columns.state, columns.added, columns.changed, columns.by, columns.on]}
          rows={imports.map((one) => ({
            key: one.id,
            cells: [
              <a key="name" href={`/imports/${one.id}`}>
                {one.name}
              </a>,
              t(`imports.state.${one.state}`),
              format.number(one.added),
              format.number(one.changed),
              one.proposedBy ?? null,
              format.date(one.proposedAt),
            ],
          }))}
        />
      )}
    </>
  );
}
