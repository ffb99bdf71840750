import { ask } from '../api.server.ts';
import { ErrorSummary, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/sign-in';
import { typed, useFault, useNext } from './parts.tsx';
import { signInQuery } from './queries.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const failed = new URL(request.url).searchParams.has('error');
  return { ...(await ask(context, signInQuery)), email: failed ? typed(request, 'email') : '' };
}

export default function SignInPage({ loaderData: { me, signInOptions, email, sessionEnd } }: Route.ComponentProps) {
  const { t, url } = useSite();
  const next = useNext();
  const errors = useFault().map((error) => ({ ...error, name: signInOptions.local ? error.name : 'ways' }));
  const says = (name: string, value: string) => url.searchParams.get(name) === value;
  const sent = says('sent', 'verify') || says('sent', 'reset');
  return (
    <>
      <Meta title={t('accounts.signIn.title')} canonical="/sign-in" unlisted />
      <PageTitle title={t('accounts.signIn.title')} lead={t('accounts.signIn.lead')} />
      <ErrorSummary errors={errors} />
      {me && (
        <p>
          {t('accounts.signIn.already', { name: me.name })} <a href="/my-work">{t('accounts.nav.work')}</a>
        </p>
      )}
      {sessionEnd && !me && <Notice role="status">{t(`accounts.signIn.ended.${sessionEnd}`)}</Notice>}
      {sent && (
        <Notice role="status">
          {says('sent', 'verify') ? t('accounts.signIn.sentVerify') : t('accounts.signIn.sentReset')}
          {signInOptions.demo.length > 0 && <> {t('accounts.signIn.outbox')}</>}
        </Notice>
      )}
      {says('verified', '1') && <Notice role="status">{t('accounts.signIn.verified')}</Notice>}
      {says('reset', '1') && <Notice role="status">{t('accounts.signIn.reset')}</Notice>}
      <div id="ways">
        {signInOptions.providers.length > 0 && (
          <Section id="providers" title={t('accounts.signIn.providers')}>
            {signInOptions.providers.map((provider) => (
              <form key={provider.id} method="post" action="/account/provider" className="sign-in-way">
                <input type="hidden" name="next" value={next} />
                <button type="submit" name="provider" value={provider.id}>
                  {t('accounts.signIn.provider', { name: provider.name })}
                </button>
              </form>
            ))}
          </Section>
        )}
        {signInOptions.demo.length > 0 && (
          <Section id="demo" title={t('accounts.signIn.demo')}>
            <p>{t('accounts.signIn.demoLead')}</p>
            <form method="post" action="/account/demo" className="sign-in-demo">
              <input type="hidden" name="next" value={next} />
              {signInOptions.demo.map((account) => (
                <button key={account.id} type="submit" name="account" value={account.id} className="button-quiet">
                  {t('accounts.signIn.demoButton', { name: account.name })}
                </button>
              ))}
            </form>
          </Section>
        )}
        {signInOptions.local && (
          <Section id="local" title={t('accounts.signIn.local')}>
            <form method="post" action="/account/sign-in">
              <input type="hidden" name="next" value={next} />
              <TextField
                name="email"
                type="email"
                label={t('accounts.signIn.email')}
                example={t('accounts.signIn.emailExample')}
                value={email}
                autoComplete="username webauthn"
                error={errors.find((one) => one.name === 'email')?.message ?? null}
              />
              <TextField name="password" type="password" label={t('accounts.signIn.password')} autoComplete="current-password" />
              <button type="submit">{t('accounts.signIn.button')}</button>
            </form>
            <p className="section">
              <a href="/forgot-password">{t('accounts.signIn.forgot')}</a> ·{' '}
              <a href={next === '/' ? '/sign-up' : `/sign-up?${new URLSearchParams({ next })}`} rel="nofollow">
                {t('accounts.signIn.signUp')}
              </a>
            </p>
            <p hidden data-passkey="sign-in" data-next={next} data-failed={t('accounts.signIn.passkeyFailed')}>
              <button type="button" className="button-quiet">
                {t('accounts.signIn.passkey')}
              </button>{' '}
              <span role="status" />
            </p>
          </Section>
        )}
      </div>
    </>
  );
}
