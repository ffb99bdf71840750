import { ask } from '../api.server.ts';
import { ErrorSummary, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/reset-password';
import { useFault } from './parts.tsx';
import { resetQuery } from './queries.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const token = (new URL(request.url).searchParams.get('token') ?? '').replaceAll('\0', '').slice(0, 200);
  const reset = token ? (await ask(context, resetQuery, { token })).passwordReset : null;
  return { email: reset?.email ?? null, passkeys: reset?.passkeys ?? [] };
}

/** Where the link of the mail leads: a new password, with the token of the address. */
export default function ResetPage({ loaderData: { email, passkeys } }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const token = url.searchParams.get('token') ?? '';
  const broken = url.searchParams.get('error') === 'INVALID_TOKEN';
  const told = useFault();
  const errors = broken ? [{ name: 'ask', message: t('faults.EXPIRED') }] : told;
  return (
    <>
      <Meta title={t('accounts.reset.title')} unlisted />
      <PageTitle title={t('accounts.reset.title')} lead={email ? t('accounts.reset.lead', { email }) : undefined} />
      <ErrorSummary errors={errors} />
      {token ? (
        <form method="post" action="/account/reset">
          <input type="hidden" name="token" value={token} />
          {email && <input type="hidden" name="username" value={email} autoComplete="username" />}
          <TextField
            name="password"
            type="password"
            label={t('accounts.reset.new')}
            help={t('accounts.signUp.passwordHelp')}
            autoComplete="new-password"
            error={errors.find((one) => one.name === 'password')?.message ?? null}
          />
          <p>{t('accounts.reset.sessions')}</p>
          {passkeys.length > 0 && (
            <fieldset className="field section">
              <legend>{t('accounts.account.passkeys')}</legend>
              <p className="field-help">{t('accounts.reset.passkeys')}</p>
              <ul>
                {passkeys.map(({ id, name, createdAt }) => (
                  <li key={id}>
                    {name || t('accounts.account.passkeyUnnamed')}{' '}
                    <span className="quiet small">{t('accounts.account.passkeySince', { date: format.date(createdAt.slice(0, 10)) })}</span>
                  </li>
                ))}
              </ul>
              <label className="choice">
                <input type="checkbox" name="everything" value="1" />
                <span>{t('accounts.reset.everything')}</span>
              </label>
            </fieldset>
          )}
          <button type="submit">{t('accounts.reset.button')}</button>
        </form>
      ) : (
        !broken && <p>{t('accounts.reset.missing')}</p>
      )}
      <p className="section" id="ask">
        <a href="/forgot-password">{t('accounts.reset.ask')}</a>
      </p>
    </>
  );
}
