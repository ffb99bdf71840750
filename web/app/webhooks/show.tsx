import { data, redirect } from 'react-router';
import { toSignIn } from '../accounts/signed-in.ts';
import { ask, httpError } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Facts } from '../ui/facts.tsx';
import { toError } from '../ui/faults.ts';
import { ErrorSummary } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/show';
import { endWebhookMutation, pauseWebhookMutation, replayWebhookMutation, tryWebhookMutation, webhookQuery } from './queries.ts';
import { useOutcome, WebhookState } from './state.tsx';

const doings = ['try', 'pause', 'resume', 'replay'] as const;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { me } = await ask(context, webhookQuery, { id: params.id });
  if (!me) throw toSignIn(request);
  const [webhook] = me.webhooks;
  if (!webhook) throw httpError(context, 404);
  return { webhook };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const { id } = params;
  const event = String(form.get('event') ?? '');
  const act = String(form.get('do') ?? (event ? 'replay' : ''));
  const result =
    act === 'end'
      ? (await ask(context, endWebhookMutation, { id })).endWebhook
      : act === 'try'
        ? (await ask(context, tryWebhookMutation, { id })).tryWebhook
        : act === 'pause' || act === 'resume'
          ? (await ask(context, pauseWebhookMutation, { id, paused: act === 'pause' })).pauseWebhook
          : act === 'replay'
            ? (await ask(context, replayWebhookMutation, { id: event })).replayWebhook
            : null;
  if (!result) throw httpError(context, 400);
  if (result.__typename === 'InvalidInput') return data({ faults: result.fields }, 400);
  throw redirect(act === 'end' ? '/webhooks?ended=1' : `/webhooks/${id}?done=${act}`, 303);
}

/** One address: how it stands, a trial, what was and will be sent, and how it is put off or ended. */
export default function WebhookPage({ loaderData: { webhook }, actionData }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const outcome = useOutcome();
  const errors = (actionData?.faults ?? []).map((one) => toError(t, one, 'do'));
  const did = doings.find((one) => one === url.searchParams.get('done'));
  const here = `/webhooks/${webhook.id}`;
  const button = (value: string, label: string, quiet = true) => (
    <button type="submit" name="do" value={value} {...(quiet ? { className: 'button-quiet' } : {})}>
      {label}
    </button>
  );
  return (
    <>
      <Meta title={webhook.name} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('accounts.account.title'), url: '/account' },
          { label: t('webhooks.title'), url: '/webhooks' },
        ]}
      />
      <PageTitle title={webhook.name} />
      <ErrorSummary errors={errors} />
      {!actionData && did && <Notice role="status">{t(`webhooks.done.${did}`)}</Notice>}
      <Facts
        caption={t('webhooks.about')}
        items={[
          { label: t('webhooks.address'), value: <code className="hash">{webhook.address}</code> },
          { label: t('webhooks.stands'), value: <WebhookState webhook={webhook} /> },
          { label: t('webhooks.since'), value: format.minute(webhook.createdAt) },
        ]}
      />
      <form method="post" action={here} className="pick-actions">
        {webhook.pausedFor ? button('resume', t('webhooks.resume'), false) : button('try', t('webhooks.try'), false)}{' '}
        {!webhook.pausedFor && button('pause', t('webhooks.pause'))} {button('end', t('webhooks.end'))}
      </form>
      <Section id="log" title={t('webhooks.log')}>
        <p>{t('webhooks.logLead')}</p>
        {webhook.webhookDeliveries.length === 0 ? (
          <p className="quiet">{t('webhooks.logNone')}</p>
        ) : (
          <form method="post" action={here}>
            <ul className="rows account-list">
              {webhook.webhookDeliveries.map((one) => (
                <li className="row" key={one.id}>
                  <p>
                    <a href={`${here}/${one.id}`}>{one.type}</a>{' '}
                    <span className="quiet small">
                      {format.minute(one.happenedAt)}, {outcome(one)}
                    </span>
                  </p>
                  {one.state !== 'WAITING' && !webhook.pausedFor && (
                    <button
                      type="submit"
                      name="event"
                      value={one.id}
                      className="button-quiet"
                      aria-label={t('webhooks.replayOf', { type: one.type, date: format.minute(one.happenedAt) })}
                    >
                      {t('webhooks.replay')}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </form>
        )}
      </Section>
    </>
  );
}
