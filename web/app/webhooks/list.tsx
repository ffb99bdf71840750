import { data } from 'react-router';
import { type Kept, keepForm, ProofForm, sendProof } from '../accounts/proof.tsx';
import { toSignIn } from '../accounts/signed-in.ts';
import { ask, needsProof } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { type Fault, toError } from '../ui/faults.ts';
import { Choices, ErrorSummary, SelectField, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Trail } from '../ui/trail.tsx';
import type { Route } from './+types/list';
import { makeWebhookMutation, webhooksQuery } from './queries.ts';
import { topics, WebhookState } from './state.tsx';

type Typed = { name: string; address: string; topics: string[]; organization: string };
const untouched: Typed = { name: '', address: '', topics: ['RECORDS'], organization: '' };
type Answer = { faults: readonly Fault[]; typed: Typed; made?: { secret: string; id: string; name: string }; proof?: Kept };

export async function loader({ request, context }: Route.LoaderArgs) {
  const { me } = await ask(context, webhooksQuery);
  if (!me) throw toSignIn(request);
  const organizations = me.memberships.flatMap(({ role, organizationSlug, organizationName }) =>
    role === 'FOCAL_POINT' && organizationSlug ? [{ value: organizationSlug, label: organizationName ?? organizationSlug }] : [],
  );
  return { webhooks: me.webhooks, organizations };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const text = (name: string) => String(form.get(name) ?? '');
  const typed: Typed = { name: text('name'), address: text('address'), topics: form.getAll('topics').map(String), organization: text('organization') };
  const wait = async (fault: Kept['fault']) => data<Answer>({ faults: [], typed, proof: await keepForm(context, form, fault) }, 403);
  const wrong = await sendProof(context, form);
  if (wrong) return wait(wrong);
  const done = await ask(context, makeWebhookMutation, {
    name: typed.name,
    address: typed.address,
    topics: topics.filter((one) => typed.topics.includes(one)),
    organization: typed.organization || null,
  }).catch((thrown: unknown) => {
    if (needsProof(thrown)) return null;
    throw thrown;
  });
  if (!done) return wait(null);
  const { makeWebhook: made } = done;
  if (made.__typename === 'InvalidInput') return data<Answer>({ faults: made.fields, typed }, 400);
  // Shown on this one answer, which no cache keeps; nothing leads to it again.
  return data<Answer>({ faults: [], typed: untouched, made: { secret: made.secret, ...made.webhook } });
}

/** The addresses of programs that are told of what happens: those that the person keeps, and where a new one is made. */
export default function WebhooksPage({ loaderData: { webhooks, organizations }, actionData }: Route.ComponentProps) {
  const { t, url } = useSite();
  const answer = actionData as Answer | undefined;
  const typed = answer?.typed ?? untouched;
  const errors = (answer?.faults ?? []).map((one) => toError(t, one, one.path));
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  if (answer?.proof)
    return (
      <>
        <Meta title={t('accounts.prove.title')} unlisted />
        <Trail />
        <PageTitle title={t('accounts.prove.title')} lead={t('accounts.prove.lead')} />
        <ProofForm {...answer.proof} action="/webhooks" />
      </>
    );
  return (
    <>
      <Meta title={t('webhooks.title')} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('accounts.account.title'), url: '/account' },
        ]}
      />
      <PageTitle title={t('webhooks.title')} lead={t('webhooks.lead')} />
      <ErrorSummary errors={errors} />
      {answer?.made && (
        <Notice role="status">
          <p>{t('webhooks.made', { name: answer.made.name })}</p>
          <p>
            <code className="hash">{answer.made.secret}</code>
          </p>
          <p>
            {t('webhooks.once')} <a href={`/webhooks/${answer.made.id}`}>{t('webhooks.next')}</a>
          </p>
        </Notice>
      )}
      {!answer && url.searchParams.has('ended') && <Notice role="status">{t('webhooks.ended')}</Notice>}
      <Section id="kept" title={t('webhooks.kept')}>
        {webhooks.length === 0 ? (
          <p className="quiet">{t('webhooks.none')}</p>
        ) : (
          <ul className="rows account-list">
            {webhooks.map((one) => (
              <li className="row" key={one.id}>
                <p>
                  <a href={`/webhooks/${one.id}`}>{one.name}</a> <WebhookState webhook={one} />
                </p>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="new" title={t('webhooks.new')}>
        <form method="post" action="/webhooks">
          <TextField name="name" label={t('webhooks.name')} help={t('webhooks.nameHelp')} value={typed.name} error={error('name')} most={100} />
          <TextField name="address" label={t('webhooks.address')} help={t('webhooks.addressHelp')} value={typed.address} error={error('address')} most={500} />
          <Choices
            name="topics"
            several
            label={t('webhooks.topics')}
            options={topics.map((value) => ({ value, label: t(`webhooks.topic.${value}`), help: t(`webhooks.topicHelp.${value}`) }))}
            values={typed.topics}
            error={error('topics')}
          />
          {organizations.length > 0 && (
            <SelectField
              name="organization"
              label={t('webhooks.as')}
              help={t('webhooks.asHelp')}
              options={[{ value: '', label: t('webhooks.asMe') }, ...organizations]}
              value={typed.organization}
              error={error('organization')}
              required={false}
            />
          )}
          <button type="submit">{t('webhooks.make')}</button>
        </form>
      </Section>
      <Section id="use" title={t('webhooks.use')}>
        <p>{t('webhooks.useLead')}</p>
        <ul>
          <li>{t('webhooks.useSigned')}</li>
          <li>{t('webhooks.useOnce')}</li>
          <li>{t('webhooks.useAnswer')}</li>
        </ul>
      </Section>
    </>
  );
}
