import { requireSession } from '../accounts/signed-in.ts';
import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Rows } from '../ui/rows.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/list';

const query = graphql(/* GraphQL */ `
  query InformationRequests {
    viewerAsksVendorsFor {
      slug
    }
    informationRequests {
      url
      subject
      organizationName
      answerBy
      askedAt
      asker
      vendors {
        answers {
          id
        }
      }
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  requireSession(request);
  return ask(context, query, {});
}

/** What the organizations of a procurement officer asked vendors. */
export default function InformationRequests({ loaderData: { informationRequests, viewerAsksVendorsFor } }: Route.ComponentProps) {
  const { t, format } = useSite();
  return (
    <>
      <Meta title={t('information.title')} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('shortlists.title'), url: '/shortlists' },
        ]}
      />
      <PageTitle title={t('information.title')} lead={t('information.lead')} />
      {informationRequests.length === 0 && <p>{t(viewerAsksVendorsFor.length === 0 ? 'information.closed' : 'information.none')}</p>}
      <Rows
        rows={informationRequests.map((one) => ({
          url: one.url,
          title: one.subject,
          facts: [
            t('information.answered', { count: one.vendors.filter(({ answers }) => answers.length > 0).length, of: one.vendors.length }),
            one.organizationName,
            format.date(one.askedAt.slice(0, 10)),
            t('information.until', { day: format.date(one.answerBy) }),
          ],
        }))}
      />
    </>
  );
}
