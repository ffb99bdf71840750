import { ErrorSummary, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import { useFault } from './parts.tsx';

/** Where the link of the mail leads: a new password, with the token of the address. */
export default function ResetPage() {
  const { t, url } = useSite();
  const token = url.searchParams.get('token') ?? '';
  const broken = url.searchParams.get('error') === 'INVALID_TOKEN';
  const told = useFault();
  const errors = broken ? [{ name: 'ask', message: t('accounts.fault.EXPIRED') }] : told;
  return (
    <>
      <Meta title={t('accounts.reset.title')} unlisted />
      <PageTitle title={t('accounts.reset.title')} />
      <ErrorSummary errors={errors} />
      {token ? (
        <form method="post" action="/account/reset">
          <input type="hidden" name="token" value={token} />
          <TextField
            name="password"
            type="password"
            label={t('accounts.reset.new')}
            help={t('accounts.signUp.passwordHelp')}
            autoComplete="new-password"
            error={errors.find((one) => one.name === 'password')?.message ?? null}
          />
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
