import { toSignIn } from '../accounts/signed-in.ts';
import { ask, httpError } from '../api.server.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Facts } from '../ui/facts.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/event';
import { webhookEventQuery } from './queries.ts';
import { useOutcome } from './state.tsx';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { me } = await ask(context, webhookEventQuery, { webhook: params.id, id: params.event });
  if (!me) throw toSignIn(request);
  const [webhook] = me.webhooks;
  if (!webhook || me.webhookSent?.webhook !== webhook.id) throw httpError(context, 404);
  return { webhook, event: me.webhookSent };
}

/** An event for one address: what came of it, and what was sent. */
export default function WebhookEventPage({ loaderData: { webhook, event } }: Route.ComponentProps) {
  const { t, format } = useSite();
  const outcome = useOutcome();
  return (
    <>
      <Meta title={event.type} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('webhooks.title'), url: '/webhooks' },
          { label: webhook.name, url: `/webhooks/${webhook.id}` },
        ]}
      />
      <PageTitle title={event.type} />
      <Facts
        caption={t('webhooks.event.about')}
        items={[
          { label: t('webhooks.event.id'), value: <code className="hash">{event.id}</code> },
          { label: t('webhooks.event.happened'), value: format.minute(event.happenedAt) },
          ...(event.triedAt ? [{ label: t('webhooks.event.tried'), value: format.minute(event.triedAt) }] : []),
          { label: t('webhooks.event.outcome'), value: outcome(event) },
        ]}
      />
      <Section id="sent" title={t('webhooks.event.sent')}>
        {event.body === null ? (
          <p className="quiet">{t(event.attempts === 0 ? 'webhooks.event.notYet' : 'webhooks.event.closed')}</p>
        ) : (
          <pre>{JSON.stringify(JSON.parse(event.body), null, 2)}</pre>
        )}
      </Section>
    </>
  );
}
