import { requireSession } from '../accounts/signed-in.ts';
import { ask, httpError, orNotFound } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { QuietFacts } from '../ui/rows.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { isKey } from '../uptake/request.ts';
import type { Route } from './+types/show';

const query = graphql(/* GraphQL */ `
  query InformationRequestPage($id: ID!) {
    informationRequest(id: $id) {
      subject
      text
      organizationName
      answerBy
      askedAt
      asker
      vendors {
        title
        url
        contacts
        answers {
          id
          name
          text
          answeredAt
        }
      }
    }
  }
`);

export async function loader({ params: { id }, request, context }: Route.LoaderArgs) {
  requireSession(request);
  if (!isKey(id)) throw httpError(context, 404);
  return { request: orNotFound(context, (await ask(context, query, { id })).informationRequest) };
}

export default function InformationRequestPage({ loaderData: { request } }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const about = { organization: request.organizationName, day: format.date(request.askedAt.slice(0, 10)) };
  return (
    <>
      <Meta title={request.subject} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('information.title'), url: '/information' },
        ]}
      />
      <PageTitle kind={t('information.show.kind')} title={request.subject} />
      {url.searchParams.get('done') === 'asked' && (
        <Notice role="status">
          <p>{t('shortlists.done.asked')}</p>
        </Notice>
      )}
      <QuietFacts
        items={[
          request.asker ? t('information.show.asked', { ...about, name: request.asker }) : t('information.show.askedBy', about),
          t('information.until', { day: format.date(request.answerBy) }),
        ]}
      />
      <p className="entry-text">{request.text}</p>
      <Section id="vendors" title={t('information.show.vendors')}>
        {request.vendors.map((vendor) => (
          <article className="row" key={vendor.title}>
            <h3 className="row-title">{vendor.url ? <a href={vendor.url}>{vendor.title}</a> : vendor.title}</h3>
            <QuietFacts items={[t('information.show.contacts', { count: vendor.contacts })]} />
            {vendor.answers.length === 0 && <p className="quiet">{t('information.show.noAnswer')}</p>}
            {vendor.answers.map((answer) => (
              <div key={answer.id}>
                <p className="entry-text">{answer.text}</p>
                <p className="quiet small">{t('information.show.by', { name: answer.name, day: format.date(answer.answeredAt.slice(0, 10)) })}</p>
              </div>
            ))}
          </article>
        ))}
      </Section>
    </>
  );
}
