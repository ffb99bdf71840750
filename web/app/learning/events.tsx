import { redirect } from 'react-router';
import { ask, httpError } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { requireSession } from '../accounts/signed-in.ts';
import { graphql } from '../graphql/index.ts';
import type { EventsPageQuery } from '../graphql/graphql.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Downloads } from '../ui/downloads.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { QuietFacts } from '../ui/rows.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/events';

const query = graphql(/* GraphQL */ `
  query EventsPage($from: String) {
    viewerSuggests
    calendar(from: $from) {
      id
      url
      title
      about
      what
      day
      lastDay
      time
      minutes
      place
      language
      address
      suggestedBy
      mine
    }
  }
`);
const withdraw = graphql(/* GraphQL */ `
  mutation WithdrawEvent($id: ID!) {
    withdrawLearning(id: $id) {
      __typename
    }
  }
`);

const today = () => new Date().toISOString().slice(0, 10);

export async function loader({ request, context }: Route.LoaderArgs) {
  const all = new URL(request.url).searchParams.get('all') === 'yes';
  return { all, ...(await ask(context, query, { from: all ? null : today() })) };
}

export async function action({ request, context }: Route.ActionArgs) {
  requireSession(request);
  const form = await readForm(context, request);
  if (form.get('intent') !== 'withdraw') throw httpError(context, 400);
  await ask(context, withdraw, { id: String(form.get('id') ?? '') });
  return redirect('/events', 303);
}

/** What happens, by day. */
export default function Events({ loaderData: { all, calendar, viewerSuggests } }: Route.ComponentProps) {
  const { t } = useSite();
  const days = Map.groupBy(calendar, ({ day }) => day);
  return (
    <>
      <Meta title={t('learning.events.title')} description={t('learning.events.lead')} canonical="/events" />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('reference.learning.title'), url: '/learning' },
        ]}
      />
      <PageTitle title={t('learning.events.title')} lead={t('learning.events.lead')} />
      <QuietFacts
        items={[
          <a key="all" href={all ? '/events' : '/events?all=yes'}>
            {t(all ? 'learning.events.coming' : 'learning.events.all')}
          </a>,
          viewerSuggests && (
            <a key="suggest" href="/learning/suggest?kind=EVENT">
              {t('learning.suggest.EVENT')}
            </a>
          ),
          viewerSuggests && (
            <a key="suggestions" href="/learning/suggestions">
              {t('learning.suggestions.title')}
            </a>
          ),
        ]}
      />
      <Downloads label={t('learning.events.files')} files={[{ label: t('learning.events.ics'), href: '/events.ics' }]} />
      {calendar.length === 0 && <p>{t('learning.events.none')}</p>}
      {[...days].map(([day, events]) => (
        <Day key={day} day={day} events={events} />
      ))}
    </>
  );
}

function Day({ day, events }: { day: string; events: EventsPageQuery['calendar'] }) {
  const { t, format } = useSite();
  return (
    <Section id={`day-${day}`} title={format.date(day)}>
      <ul className="rows">
        {events.map((event) => (
          <li className="row" key={event.id} id={event.id}>
            <h3 className="row-title">
              {event.address || event.url.startsWith('/rec') ? <a href={event.address ?? event.url}>{event.title}</a> : event.title}
            </h3>
            {event.about && <p className="row-text">{event.about}</p>}
            <QuietFacts
              items={[
                t(`learning.what.${event.what}`),
                event.time && t('learning.events.time', { time: event.time }),
                event.lastDay && t('learning.events.until', { day: format.date(event.lastDay) }),
                event.minutes !== null && t('learning.minutes', { count: event.minutes }),
                event.language && format.language(event.language),
                event.place,
                event.suggestedBy && t('learning.by', { name: event.suggestedBy }),
              ]}
            />
            {event.mine && (
              <form method="post" action="/events">
                <input type="hidden" name="intent" value="withdraw" />
                <input type="hidden" name="id" value={event.id} />
                <button type="submit" className="button-quiet" aria-label={t('learning.suggestions.withdrawOf', { title: event.title })}>
                  {t('learning.suggestions.withdraw')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
