import { ask } from '../api.server.ts';
import { filters, ranges } from '../definitions.ts';
import { graphql } from '../graphql/index.ts';
import { few } from '../ui/dense-table.tsx';
import { ListPage } from '../ui/list-page.tsx';
import { listRequest } from '../ui/list-request.ts';
import { useSite } from '../ui/site.tsx';
import { Stage } from '../ui/stage.tsx';
import { word } from '../ui/vocabulary.ts';
import type { Route } from './+types/list';

/** In the order in which the filters are shown. */
const fields = filters.FOREIGN_RECORD;

const query = graphql(`
  query ForeignRecords($filter: ForeignRecordFilter, $orderBy: ListOrder, $after: String, $since: String, $first: Int) {
    viewerCanLoadCatalogues
    foreignRecords(filter: $filter, orderBy: $orderBy, after: $after, since: $since, first: $first) {
      totalCount
      facets {
        field
        values {
          value
          label
          count
        }
      }
      ignored {
        field
        value
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          title
          language
          url
          summaryText
          catalogueName
          ownerKind
          stage
          countryNames
        }
      }
    }
    library {
      kinds(foreign: true) {
        kind
        count
      }
    }
  }
`);

/** As much of a summary stands in the list; catalogues write long ones. */
const SUMMARY = 300;
const short = (text: string) => (text.length > SUMMARY ? `${text.slice(0, SUMMARY).replace(/\s+\S*$/, '')} …` : text);

export async function loader({ request, context }: Route.LoaderArgs) {
  const asked = listRequest(new URL(request.url), fields, ranges.FOREIGN_RECORD);
  const { filter, orderBy, after, since, first } = asked;
  return { asked, ...(await ask(context, query, { filter, orderBy, after, since, first })) };
}

/** Entries of other catalogues: the only list that has them. Each is marked with the catalogue that it is from. */
export default function ForeignRecords({ loaderData: { asked, foreignRecords, library, viewerCanLoadCatalogues } }: Route.ComponentProps) {
  const site = useSite();
  const { t } = site;
  const of = library.kinds.find((one) => one.kind === 'FOREIGN_RECORD')?.count ?? 0;
  const owner = (value: string | null | undefined) => (value ? word(t, 'foreignOwnerKind', value) : null);
  return (
    <ListPage
      path="/foreign-records"
      title={t('foreignRecords.title')}
      lead={t('foreignRecords.lead')}
      noun={t('foreignRecords.noun', { count: foreignRecords.totalCount })}
      request={asked}
      list={foreignRecords}
      of={of}
      fields={Object.keys(fields)}
      followed={false}
      {...(of === 0 ? { empty: { title: t('foreignRecords.none'), text: t('foreignRecords.noneHelp') } } : {})}
      table={{
        columns: [
          { key: 'catalogue', label: t('foreignRecords.columns.catalogue'), usual: true },
          { key: 'owner', label: t('foreignRecords.columns.owner'), usual: true },
          { key: 'countries', label: t('foreignRecords.columns.countries'), usual: true },
          { key: 'stage', label: t('foreignRecords.columns.stage'), usual: true },
        ],
        cells: foreignRecords.edges.map(({ node }) => ({
          catalogue: node.catalogueName,
          owner: owner(node.ownerKind),
          countries: few(site, node.countryNames),
          stage: node.stage && <Stage stage={node.stage} />,
        })),
      }}
      rows={foreignRecords.edges.map(({ node }) => ({
        url: node.url,
        title: node.title,
        language: node.language,
        text: short(node.summaryText),
        facts: [
          <b key="from">{t('foreignRecords.marked', { catalogue: node.catalogueName })}</b>,
          owner(node.ownerKind),
          few(site, node.countryNames),
          node.stage && <Stage key="stage" stage={node.stage} />,
        ],
      }))}
    >
      {viewerCanLoadCatalogues && (
        <p>
          <a href="/catalogues/new">{t('foreignRecords.load')}</a>
        </p>
      )}
    </ListPage>
  );
}
