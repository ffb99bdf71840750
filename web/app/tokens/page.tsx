import { data, redirect } from 'react-router';
import { ask, needsProof } from '../api.server.ts';
import { type Kept, keepForm, ProofForm, sendProof } from '../accounts/proof.tsx';
import { toSignIn } from '../accounts/signed-in.ts';
import { readForm } from '../form.server.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { toError, type Fault } from '../ui/faults.ts';
import { Choices, ErrorSummary, SelectField, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Trail } from '../ui/trail.tsx';
import type { Route } from './+types/page';
import { makeTokenMutation, revokeTokenMutation, tokensQuery } from './queries.ts';
import { TokenRows } from '../accounts/token-rows.tsx';

const scopes = ['PUBLIC', 'PERSONAL', 'SERVICE'] as const;
const periods = [30, 90, 365] as const;
type Typed = { name: string; scope: (typeof scopes)[number]; organization: string; days: string };
const untouched: Typed = { name: '', scope: 'PUBLIC', organization: '', days: '90' };
type Answer = { faults: readonly Fault[]; typed: Typed; made?: { token: string; name: string; expiresAt: string }; proof?: Kept };

export async function loader({ request, context }: Route.LoaderArgs) {
  const { me } = await ask(context, tokensQuery);
  if (!me) throw toSignIn(request);
  const organizations = new Map(
    me.memberships.flatMap((one) => (one.organizationSlug ? [[one.organizationSlug, one.organizationName ?? one.organizationSlug] as const] : [])),
  );
  return { tokens: me.apiTokens, organizations: [...organizations].map(([value, label]) => ({ value, label })) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const text = (name: string) => String(form.get(name) ?? '');
  const revoked = text('revoke');
  if (revoked) {
    const { revokeApiToken } = await ask(context, revokeTokenMutation, { id: revoked });
    if (revokeApiToken.__typename === 'InvalidInput') return data<Answer>({ faults: revokeApiToken.fields, typed: untouched }, 400);
    throw redirect('/tokens?done=1', 303);
  }
  const scope = scopes.find((one) => one === text('scope')) ?? 'PUBLIC';
  const typed: Typed = { name: text('name'), scope, organization: text('organization'), days: text('days') };
  const wait = async (fault: Kept['fault']) => data<Answer>({ faults: [], typed, proof: await keepForm(context, form, fault) }, 403);
  const wrong = await sendProof(context, form);
  if (wrong) return wait(wrong);
  const days = /^\d{1,4}$/.test(typed.days) ? Number(typed.days) : 0;
  const done = await ask(context, makeTokenMutation, { name: typed.name, scope, organization: scope === 'SERVICE' ? typed.organization : null, days }).catch(
    (thrown: unknown) => {
      if (needsProof(thrown)) return null;
      throw thrown;
    },
  );
  if (!done) return wait(null);
  const { makeApiToken: made } = done;
  if (made.__typename === 'InvalidInput') return data<Answer>({ faults: made.fields, typed }, 400);
  // Shown on this one answer, which no cache keeps; nothing leads to it again.
  return data<Answer>({ faults: [], typed: untouched, made: { token: made.token, ...made.apiToken } });
}

/** The tokens of the signed-in person: made, shown once, watched and revoked. */
export default function TokensPage({ loaderData: { tokens, organizations }, actionData }: Route.ComponentProps) {
  const { t, url, format } = useSite();
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
        <ProofForm {...answer.proof} action="/tokens" />
      </>
    );
  return (
    <>
      <Meta title={t('tokens.title')} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('accounts.account.title'), url: '/account' },
        ]}
      />
      <PageTitle title={t('tokens.title')} lead={t('tokens.lead')} />
      <ErrorSummary errors={errors} />
      {answer?.made && (
        <Notice role="status">
          <p>{t('tokens.made', { name: answer.made.name, date: format.date(answer.made.expiresAt.slice(0, 10)) })}</p>
          <p>
            <code className="hash">{answer.made.token}</code>
          </p>
          <p>{t('tokens.once')}</p>
        </Notice>
      )}
      {!answer && url.searchParams.has('done') && <Notice role="status">{t('tokens.revoked')}</Notice>}
      <Section id="held" title={t('tokens.held')}>
        {tokens.length === 0 ? (
          <p className="quiet">{t('tokens.none')}</p>
        ) : (
          <TokenRows
            tokens={tokens}
            action={({ id, name }) => (
              <form method="post" action="/tokens">
                <button type="submit" name="revoke" value={id} className="button-quiet" aria-label={t('tokens.revokeOf', { name })}>
                  {t('tokens.revoke')}
                </button>
              </form>
            )}
          />
        )}
      </Section>
      <Section id="new" title={t('tokens.new')}>
        <form method="post" action="/tokens">
          <TextField name="name" label={t('tokens.name')} help={t('tokens.nameHelp')} value={typed.name} error={error('name')} most={100} />
          <Choices
            name="scope"
            label={t('tokens.reads')}
            options={scopes
              .filter((one) => one !== 'SERVICE' || organizations.length > 0)
              .map((value) => ({ value, label: t(`tokens.scope.${value}`), help: t(`tokens.scopeHelp.${value}`) }))}
            values={[typed.scope]}
            error={error('scope')}
          />
          {organizations.length > 0 && (
            <SelectField
              name="organization"
              label={t('tokens.organization')}
              help={t('tokens.organizationHelp')}
              options={organizations}
              value={typed.organization || organizations[0]?.value}
              error={error('organization')}
              required={false}
            />
          )}
          <SelectField
            name="days"
            label={t('tokens.days')}
            options={periods.map((days) => ({ value: String(days), label: t('tokens.period', { count: days }) }))}
            value={typed.days}
            error={error('days')}
          />
          <button type="submit">{t('tokens.make')}</button>
        </form>
      </Section>
      <Section id="use" title={t('tokens.use')}>
        <p>{t('tokens.useLead')}</p>
        <pre>{`curl -H "Authorization: Bearer $ATRIUM_TOKEN" "${new URL('/graphql', url).href}?query=%7Bprojects%7BtotalCount%7D%7D"`}</pre>
      </Section>
    </>
  );
}
