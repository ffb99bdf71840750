import type { WebhookEventPartsFragment, WebhookPartsFragment } from '../graphql/graphql.ts';
import { useSite } from '../ui/site.tsx';

export const topics = ['RECORDS', 'UPTAKE', 'AGREEMENTS', 'STANDARDS'] as const;
/** Where the host of an address ends: what comes after may be a secret of its receiver, and is shown on its own page alone. */
const hostOf = (address: string) => URL.parse(address)?.host ?? address;

/** An address in one line: as whom it is told, where, how it stands. */
export function WebhookState({ webhook }: { webhook: WebhookPartsFragment }) {
  const { t, format } = useSite();
  return (
    <span className="quiet small">
      {hostOf(webhook.address)}, {webhook.topics.map((one) => t(`webhooks.topic.${one}`)).join('; ')}
      {webhook.organization && <>, {t('webhooks.forOrganization', { organization: webhook.organization })}</>},{' '}
      {webhook.pausedFor
        ? t(`webhooks.pausedFor.${webhook.pausedFor}`)
        : webhook.deliveredAt
          ? t('webhooks.lastDelivered', { date: format.minute(webhook.deliveredAt) })
          : t('webhooks.neverDelivered')}
      {webhook.waiting > 0 && <>, {t('webhooks.waiting', { count: webhook.waiting })}</>}
      {webhook.failed > 0 && <>, {t('webhooks.failed', { count: webhook.failed })}</>}
    </span>
  );
}

const failures = ['ADDRESS', 'NOT_PUBLIC', 'NO_HOST', 'TIMEOUT', 'TLS', 'CONNECTION', 'REDIRECT', 'GONE', 'STATUS'] as const;

/** What came of sending an event, in words. */
export function useOutcome() {
  const { t, format } = useSite();
  return ({ state, attempts, status, failure, tookMs, nextAt }: WebhookEventPartsFragment): string => {
    if (attempts === 0) return t('webhooks.outcome.notYet');
    const known = failures.find((one) => one === failure);
    const answer = known ? t(`webhooks.failure.${known}`) : t('webhooks.outcome.accepted');
    return [
      t(`webhooks.outcome.${state}`, { count: attempts }),
      `${answer}${status === null ? '' : ` (${status})`}`,
      ...(tookMs === null ? [] : [t('webhooks.outcome.took', { ms: tookMs })]),
      ...(nextAt ? [t('webhooks.outcome.next', { date: format.minute(nextAt) })] : []),
    ].join(', ');
  };
}
