import { ErrorSummary, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import { useFault, useNext } from './parts.tsx';

/** The second step of signing in, after the password. */
export default function SignInCodePage() {
  const { t } = useSite();
  const next = useNext();
  const errors = useFault();
  return (
    <>
      <Meta title={t('accounts.code.title')} unlisted />
      <PageTitle title={t('accounts.code.title')} lead={t('accounts.code.lead')} />
      <ErrorSummary errors={errors} />
      <form method="post" action="/account/code">
        <input type="hidden" name="next" value={next} />
        <TextField name="code" label={t('accounts.code.code')} help={t('accounts.code.help')} autoComplete="one-time-code" error={errors[0]?.message ?? null} />
        <button type="submit">{t('accounts.signIn.button')}</button>
      </form>
      <p className="section">
        <a href="/sign-in">{t('accounts.code.again')}</a>
      </p>
    </>
  );
}
